"""Patterns of the router, on text in lower case, without apostrophes, with single blanks: see bot.core.patterns.

Keep the words of crisis narrow: a false alarm is a harm too.
"""

from __future__ import annotations

THREAT = r"""
    (?:says|said|saying|threatens|threatened|threatening|swore|promised|keeps saying)(?: \w+){0,3} (?:will|ll|to|
    hell|shell|
    theyll|would|going to|gonna) (?:kill|hurt|beat|stab|shoot|strangle|find and kill) (?:me|us)
"""

HARMLESS = r"""
    (?:take|taking|took) my life (?:experience|story|plans?|situation|into|over|back|to the|in (?:my|a))
    (?:hit|hits|beat|beats|attacked) me (?:with (?:a |an |the |some )?(?:\w+ ){0,2}(?:questions?|numbers?|figures?|
    offer|news|tasks?|
    test|case|riddles?|puzzle)|to (?:it|the|that)|down|by (?:a|one|\d))
    (?:reason|point|sense) (?:to|in|of) (?:live|living) (?:in|near|there|far|at|off|so)
    kill(?:ing|s|ed)? (?:it|time|two birds|the mood|the interview|my (?:back|feet|mood|motivation|confidence))
    (?:is|are|was|its|thats|s) (?:slowly |really |absolutely )?killing me
    (?:id|i would|would|could|to) kill for
    (?:will|would|gonna|going to|ll) kill me (?:if|when|for|because)
    kill(?:ed|ing)? myself (?:laughing|with work|working|studying|preparing|at the gym|over (?:this|that|it|the))
    (?:im |i am |are |was |all )?dying (?:to|for)
    (?:die|died|dying|dead) (?:of|from|with) (?:shame|embarrassment|boredom|laughter|laughing|nerves|curiosity|
    happiness|excitement|stress)
    (?:could|wanted to|want to|nearly|almost|thought i would) (?:have )?(?:die|died|
    dead)(?: right there| on the spot| inside)? (?:when|because) (?:he|she|they|i|my|the)
    suicide (?:prevention|hotline|helpline|watch|mission|risk assessment|bereavement)
    (?:suicidal|self-harming|self harming) (?:patients?|clients?|teens|teenagers|people|residents|callers|children|
    kids|young people|pupils)
    (?:patients?|clients?|residents|callers|pupils|people) who (?:are suicidal|self-? ?harm|hurt themselves)
    (?:career|professional|social|commercial|financial|job) suicide
    (?:hurt|cut|burned|burnt|harm) myself (?:at work|shaving|cooking|in the kitchen|on the (?:job|knife|machine|
    slicer)|lifting|with a (?:knife|box))
    overdose of (?:coffee|caffeine|sugar|information|small talk|slides)
    jump (?:off|from) (?:the|a) (?:deep end|bandwagon|call|topic)
"""

CRISIS = r"""
    (?:dont|do not|cant|cannot) see (?:a|any|the|much) (?:point|reason|sense) (?:in|to|of|for) (?:living|live|life|
    my life|going on|go on|being alive|any of (?:it|this))
    (?:maybe )?i (?:should|could|might|may|will|would rather) (?:just |as well |better )*(?:die|be dead)$|kms
    (?:do|done|doing) (?:something )?(?:bad |stupid |terrible |awful )?to myself
    (?:took|taken|swallowed|drank) (?:a |the |my )?(?:whole|entire|full) (?:bottle|box|pack|packet|strip) of
    (?:nobody|no one|noone|who) (?:would|will|d) (?:even )?(?:miss|notice|care)(?: me)? (?:if|when) (?:i|im|
    ive) (?:was|were|am|be|gone|died|die|dead|disappeared|disappear|wasnt|werent)|(?:locked|lock|locks) (?:me|
    us) (?:in|up)|(?:they|he|she|agency|employer|boss|company|recruiter|supervisor|manager|landlord|sponsor|
    and) (?:took|keeps?|kept|confiscated) (?:all )?(?:my|our) passports?|and took (?:my|our|the) passports?|
    (?:being|been|was|am|im|got) (?:trafficked|kidnapped|abducted|held hostage|held captive|raped|
    sexually assaulted)
    (?:help|please)(?: me)? (?:i am|im) bleeding|(?:i am|im) bleeding (?:badly|a lot|out|heavily)|call (?:911|999|
    112)(?: now| please| for me)?$
    (?:want|wanna|wish i could|like) to (?:just )?(?:disappear|vanish|sleep) (?:forever|for ever|for good|
    from this (?:world|earth))
    wish i (?:could|would|just|had)(?: \w+){0,2} (?:die|died|not wake up|never wake up|never woken up)|
    never wake up again
    (?:not|isnt|is not) worth living|(?:tired|sick) of (?:living|life|being alive)|(?:given|give|giving) up on life|
    done with (?:life|living)
    ready to die|hate being alive|(?:want|wanted) (?:it|everything) to (?:be over|end) for (?:good|ever)
    (?:kill|killing|kil|unalive|hang|hanging|drown|shoot|shooting|poison) (?:my ?self)
    (?:end|ending|take|taking) my (?:own )?life
    (?:to |just |wanna |gonna |and )?end it all
    (?:i (?:just )?(?:want|wanna|need|wish|hope)|id (?:like|rather)|wanna) (?:to )?(?:be )?(?:die|dead)
    (?:wish|wished) (?:i|that i) (?:was|were|am) (?:dead|never born)
    (?:i )?(?:do ?nt|do not|cant|cannot|can not|no longer|not) (?:really )?(?:want to |wanna |feel like )?(?:live|
    living|go on living|be alive|exist) (?:any ?more|any longer|like this any ?more)
    (?:do ?nt|do not|dont) (?:really )?(?:want to|wanna) (?:live|be alive|exist|wake up|
    be here)(?: any ?more| again| tomorrow)?$
    (?:do ?nt|do not) (?:want to|wanna) (?:live|be alive|exist|wake up|be here) (?:any ?more|again|tomorrow)
    (?:no|any|not a) (?:reason|point|will) (?:left )?(?:to|in|for) (?:live|living|be alive|being alive|go on living)
    (?:better off|be better|easier for everyone) (?:dead|if i was(?: nt)? (?:dead|here|gone|alive)|
    if i were(?: nt)? (?:dead|here|gone|alive)|without me)
    (?:i am|im|i feel|im feeling|feeling|felt|ive been|i was|being|been|so) su?i?cidal
    (?:suicidal thoughts|thoughts of suicide|thoughts about suicide|thinking (?:of|about) (?:suicide|killing myself|
    ending)|think (?:of|about) suicide|commit(?:ting)? suicide|contemplating suicide|(?:planned|planning|
    plan) (?:my )?suicide|tried suicide|attempted suicide)
    (?:hurt|hurting|harm|harming|cut|cutting|burn|burning) my ?self
    self[- ]?harm(?:ing|ed)? (?:again|now|tonight|today)|i self[- ]?harm(?:ed)?
    (?:took|taken|take|swallowed|swallow) (?:all|too many|a lot of|the whole|a handful of|
    lots of) (?:\w+ ){0,3}(?:pills|tablets|meds|medication|paracetamol)
    (?:i|going to|gonna|want to|will|to) overdose|overdosed
    jump (?:off|from|out of|in front of) (?:a |the |my )?(?:bridge|building|roof|window|train|balcony|cliff)
    in front of (?:a|the) train
    (?:he|she|husband|wife|partner|boyfriend|girlfriend|father|dad|ex|brother|man|someone|somebody|
    boss) (?:is going to|will|wants to|threatened to|threatens to|tried to|says he will|says hell|
    keeps threatening to|is trying to) (?:kill|hurt|beat|stab|shoot|strangle|rape) me
    (?:he|she|husband|wife|partner|boyfriend|girlfriend|father|dad|ex) (?:just )?(?:hits|beats|beat|hit|choked|
    strangled|raped|attacked|stabbed) me
    (?:i am|im|we are|were|i feel) (?:in (?:real |great |serious )?danger|not safe at home|unsafe at home|
    being held|held against my will)
    (?:they|he|she|the (?:agency|employer|boss)) (?:wo ?nt|will not|does ?nt|do ?nt|did ?nt) let me (?:leave|go out|
    go home)|locked me in
    someone (?:is following me|is breaking in)|call an ambulance|need an ambulance
    goodbye (?:world|forever)|this is my (?:last message|suicide note)|suicide note
    see no way out|no way out (?:any ?more|but)|cant take (?:life|living) any ?more|cant go on (?:living|
    like this any ?more|any ?more)
"""

DATA = r"""
    (?:delete|erase|wipe|remove|destroy) (?:all )?(?:of )?(?:my|me|everything|all|the) ?(?:data|account|messages|
    chats?|notes|info(?:rmation)?|history|records|everything|stuff|details|about me|you know|saved|stored|
    that you)?(?: (?:you|about|of|i|that|from|on).*)?$
    (?:delete|erase|wipe) (?:all |everything )?(?:my |the )?(?:data|account|everything)
    forget (?:everything|all|what) (?:about me|i (?:told|wrote|said)|you know|that i)|forget me$
    (?:export|download|get|send me|give me|copy of|want|have|see) (?:a copy of )?(?:all )?(?:of )?my (?:data|
    information|records|notes)
    (?:who|can anyone|can anybody|does anyone|does anybody|can the employer|can my (?:boss|employer)|can others|
    does my boss) (?:\w+ ){0,3}(?:read|sees?|access|looks? at|gets?) (?:\w+ ){0,2}(?:this|my|what i|these|our|it)
    (?:is|are) (?:this|it|my (?:data|messages|notes|chats?)|these|our chats?|the bot|you) (?:\w+ )?(?:private|
    confidential|encrypted|safe with you|secure|anonymous|stored|shared|gdpr)
    privacy|gdpr|data protection|personal data
    (?:where|how|how long|what) (?:\w+ ){0,4}(?:store|stored|keep|kept|save|saved) (?:\w+ ){0,4}(?:data|messages|
    about me|letter|offer|notes|text|chats?|information)
    what (?:do you|does the bot|does this bot|data do you|have you) (?:know|store|save|stored|saved|keep|kept|have|
    got) (?:\w+ )?(?:about|on|of) me
    do you (?:sell|share|store|save|keep|pass on) (?:\w+ ){0,4}(?:data|messages|this|my|it|what)
"""

_MEETING = (
    r"(?:interview|inter?vi?ew|interveiw|intervew|inteview|call|meeting|screening|screen|chat|round|appointment|assessment"
    r"|trial(?: day| shift)?|talk|onsite|second one|slot|zoom|date)"
)
MOVED = r"""
    MEETING_s?(?: \w+){0,7} (?:has |have |had |was |is |were |got |been |just |now )*(?:been )?(?:moved|postponed|
    rescheduled|re-scheduled|cancell?ed|called off|canceld|put off|put back|pushed(?: back| to)?|shifted|
    brought forward|delayed|changed|off$|off now|not happening)
    (?:moved|postponed|rescheduled|re-scheduled|cancell?ed|called off|pushed back|put off|put back|shifted|changed|
    brought forward|delayed) (?:the|my|our|tomorrows|todays|mondays|tuesdays|wednesdays|thursdays|fridays|
    this) (?:\w+ ){0,3}MEETING_
    (?:reschedule|re-schedule|cancel|postpone|move|change|shift|push back|call off) (?:the|my|our|tomorrows|todays|
    an|that|this|mondays|tuesdays|wednesdays|thursdays|fridays) (?:\w+ ){0,3}MEETING_
    MEETING_(?: \w+){0,5} is (?:now|instead)|MEETING_(?: \w+){0,4} (?:at|on|to) [^?]* instead
    (?:new|another|different) (?:time|date|day|interviewer|room|place) (?:for|with|is|instead)
    (?:they|she|he|recruiter|hr|acme|company) (?:\w+ ){0,2}(?:moved|postponed|rescheduled|cancell?ed|pushed|
    shifted) (?:it|me|us|everything|on me|to)
    (?:its|it is|it was|its been|got) (?:been |now )?(?:moved|postponed|rescheduled|pushed back|brought forward|
    cancell?ed|called off)
    not (?:on |at )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|
    \d+(?:[:.]\d+)?(?: ?[ap]m)?)(?: \w+){0,2} (?:but|anymore|any more)
    (?:cant|cannot|can not|wont be able to) make (?:it|the|my|that)(?: \w+){0,3}(?: MEETING_|$| (?:on|at|tomorrow|
    today|that))
    (?:an hour|half an hour|30 minutes|a day|a week|one day|two hours|one hour) (?:later|earlier) than (?:planned|
    before|agreed)
""".replace("MEETING_", _MEETING)

TOLD = r"""
    (?:it|interview|call|that|everything|screening|the chat|the talk|meeting|trial(?: day| shift)?|round|all|today|
    yesterday) (?:all |actually |just |really )?went
    (?:just|only just) (?:came|come|got|walked|been|left|back|out|finished|done|had) (?:\w+ ){0,3}(?:interview|
    out of|from|the call|screening|trial|meeting|it)
    (?:came|got|walked) (?:out of|back from) (?:the|my|an|that) (?:\w+ )?(?:interview|call|meeting|trial|screening)
    (?:had|did|finished|attended|done|survived) (?:the|my|a|an|that|this) (?:\w+ ){0,3}(?:interview|screening|
    screen|trial|round|call) (?:today|yesterday|this morning|this afternoon|earlier|just now|last|on (?:mon|tues|
    wednes|thurs|fri|satur|sun)day|and|with|at|,|$)
    (?:they|she|he|the (?:boss|manager|recruiter|panel|chef|head|lead|owner|interviewer|lady|guy|foreman|matron)|hr|
    [a-z]+) (?:kept |also |only |even |then |just |never |mostly |both )?(?:asked|asking) (?:me|us|about|why|if|how|
    what|whether|where|when|for my|a lot|lots|questions|nothing|weird|hard|the)
    (?:she|he|they|the (?:boss|manager|recruiter|panel|chef|head|lead|owner|interviewer|lady|guy|foreman|matron)|
    anna|hr) (?:said|told me|answered|replied|mentioned|explained|promised|admitted|claimed|showed me|seemed|looked|
    laughed|smiled|nodded|interrupted|was (?:nice|rude|late|friendly|cold|kind|vague|very|really|so|quite))
    i (?:asked|told them|told her|told him|said|answered|explained|forgot to ask|didnt ask|did not ask|
    couldnt answer|could not answer|blanked|froze|blew|nailed|messed up|screwed up|bombed|talked too|stumbled|
    rambled|got stuck|managed to ask|did ask|never asked)
    interview (?:\w+ ){0,4}was (?:ok|okay|fine|good|great|bad|awful|terrible|horrible|hard|easy|short|long|weird|
    strange|nice|tough|over|today|yesterday|at|this|a|an|so|really|very|quite|pretty|super|not|alright|decent|
    brutal)
    interview (?:\w+ ){0,4}(?:is over|is done|took|lasted|ended|felt|over|done|finished|sucked)
    (?:was interviewed|interviewed (?:me|with|at) (?:\w+ ){0,3}(?:today|yesterday|this morning|last))
    debrief
    (?:after|in|during) (?:the|my|todays|yesterdays) interview (?:i|they|she|he|we|today)
    (?:rejected me|got rejected|was rejected|got a rejection|didnt get the job|did not get the job|turned me down|
    went with someone else|chose someone else)
"""

NEWS = r"""
    ^(?:\w+ )?interview ?(?:at|with|for|@|:)
    (?:got|have|ive got|landed|booked|scheduled|arranged|have got|getting|set up|they want|invited (?:me )?(?:to|
    for)|invite(?:d)?|invitation|theres|there is|doing|going to|off to|next) (?:\w+ ){0,5}(?:interview|inter?vi?ew|
    interveiw|intervew|inteview|screening|phone screen|assessment (?:day|centre|center)|trial (?:day|shift|lesson)|
    second round|final round|first round|recruiter call|intro call|video call|zoom call|phone call)
    (?:invite|invited|inviting) (?:you|me) (?:\w+ ){0,3}(?:to|for|in)
    (?:want|wants|asked|like|wanted) (?:to see |to meet |me to come |to talk to |to speak to |you to come )(?:me|in|
    you|on|for)
    (?:1st|2nd|3rd|first|second|third|final|last) (?:round|interview)
    (?:interview|call|screening|meeting) (?:confirmation|invitation|invite|confirmed)
    (?:phone|video|zoom|teams|skype) (?:screen|interview|call)
"""

MEET_WORD = r"""
    (?:interview|screening|call|meeting|trial shift|trial day) (?:is |will be )?(?:at|with|for|on|tomorrow|today|
    next|this|mon|tue|wed|thu|fri|sat|sun|coming|in|\d|@|:)
    interviews?|inter?vi?ew|interveiw|intervew|inteview|screening|phone screen|assessment (?:day|centre|center)|
    trial (?:day|shift|lesson)|onsite
    (?:2nd|second|third|3rd|final|last|first|1st) round
    (?:call|meeting|chat|zoom|coffee|talk) (?:with|from|at)|meeting (?:the|my|anna|with)|seeing (?:the|them|her|him)
"""

FEAR = r"""
    afraid|affraid|scared|scares|scary|worr(?:y|ies|ied|ying)|fear(?:s|ed|ful)?|nervous|anxious|anxiety|terrified|
    terrifies|panic(?:king|s)?|dread(?:ing)?|freak(?:ing|s|ed)? (?:me )?out|stressed|stressing|ashamed|embarrassed|
    insecure|imposter|impostor|overwhelmed|doubt(?:s|ing|ful)?|freaking
    what if|not sure (?:i|if|whether|im|that|about)|unsure (?:i|if|whether|about)|i do ?nt know (?:if|whether|
    how i)|dont think i|do not think i|doubt (?:i|that|if)
    (?:im|i am|am|be|feel|feeling) (?:not |too |so |just |really |never )?(?:not )?(?:good enough|qualified enough|
    smart enough|old|young|stupid|lost|unqualified|underqualified|overqualified|a fraud|ready|hopeless|desperate|
    useless)
    (?:they|she|he|people|everyone|the team|the boss) (?:will|might|may|would|are going to|gonna|could|ll|wont|
    will not) (?:\w+ )?(?:find out|hate|laugh|think i|think im|notice|see that|regret|reject|fire|expect|never|
    not want|not like|like me|want me|judge|be disappointed|realise|realize|take me|hire me|discover|use me|drop me)
    (?:cant|cannot|could never|wont be able to|will never be able to|wont|will) (?:\w+ )?(?:do it|do this|cope|
    handle|keep up|manage|fit in|compete|fail|mess (?:it |this )?up|disappoint|let (?:them|everyone) down|embarrass)
    why would (?:they|anyone|anybody|someone) (?:want|hire|take|pick|choose) me|nobody (?:will|wants to|
    would) (?:hire|take|want)|never get (?:a|this|the) job|no chance|hate myself
    (?:bad|strange|weird|uneasy|sick|funny) feeling|losing sleep|cant sleep|keeps me (?:up|awake)|my stomach|
    hopeless|give up|giving up|killing me|gut says
    hope they (?:pick|choose|take|like|want) me|gap in my (?:cv|resume)|no experience|never (?:led|managed|done|
    used|taught|driven|worked|sold)
"""

THANKS = r"""
    thanks?|thank you|thx|ty|tysm|cheers|ta|much appreciated|appreciate it|merci|danke|gracias|great|perfect|cool|
    nice|ok(?:ay)?|super|awesome|brilliant|lovely|good|got it|alright|fine|bye|goodbye|see you|good night|goodnight|
    cu|ciao|later|(?:that|it|this) helped|for (?:the|your|all the) help
"""

HELLO = r"""
    hi+|hey+|hello+|hallo|hola|yo|hiya|good (?:morning|evening|afternoon|day)|morning|greetings|sup|whats up|
    how are you|salut|servus|moin|howdy
"""

HELP = r"""
    help(?: me)?(?: please)?$|^help|what can you do|what do you do|how does (?:this|it|the bot) work|
    how do i (?:use|start|begin|work with)|what is this|what are you|who are you|are you (?:a |an )?(?:bot|human|
    real|ai|robot|person|machine)|commands|menu|instructions|what now|what should i type|how to use|
    i do ?nt (?:understand|get) (?:this|you|how|it|the bot)|what (?:am i|are we) (?:supposed|meant) to do|
    where do i start|explain (?:this|yourself|the bot)|options
"""

FILLERS = r"""
    so much|a lot|very much|again|for|your|the|you|that|was|it|there|all|and|me|to|then|bot|very|really|tips|
    helpful|im|doing
"""

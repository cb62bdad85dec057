"""Patterns of the router, on text in lower case, without apostrophes, with single blanks: see bot.core.patterns."""

from __future__ import annotations

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
    r"(?:interview|inter?vi?ew|interveiw|intervew|inteview|call|meeting|screening|screen|chat|round|appointment"
    r"|assessment"
    r"|trial(?: day| shift)?|talk|onsite|second one|slot|zoom|date)"
)
_NEED = (
    r"(?:please |pls |need to |needs to |have to |has to |had to |must |want to |wants to |got to |gotta |wanna "
    r"|should |"
    r"(?:can|could|may) (?:you|we|i|they) (?:please )?|lets |let us |would like to |id like to |asked to |going to "
    r"|help me "
    r"(?:to )?)"
)
_CANCELLED = (
    r"(?:cancell?ed|canceld|cancled|postponed|rescheduled|re-scheduled|delayed|called (?:it |this |that "
    r"|everything )?off)"
    r"(?: it| me| us| on me| everything)?"
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
CANCELS = (
    r"""
    CANCELLED_(?:$|[,.;!?]| (?:to|on|for|at|until|till|because|due|again|today|tomorrow|my|the|our|this|it|me|us|
    and|but|by|
    this|last minute|at short notice))
    (?:NEED_)(?:cancel|reschedule|re-schedule|postpone|call off)(?:$|[,.;!?]| (?:\w+ ?){1,6})
    ^(?:cancel|reschedule|postpone) (?:\w+ ?){1,4}$
    (?:^|^sorry |^hi |i |we |they )(?:cant|cannot|can not|wont be able to|not able to|unable to|
    am unable to) (?:come|make it|attend|be there)(?:$|[,.;!?]| (?:to|on|at|then|that day|tomorrow|
    today|for|MEETING_|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri|sat|sun))
""".replace("MEETING_", _MEETING)
    .replace("NEED_", _NEED)
    .replace("CANCELLED_", _CANCELLED)
)
"""Called off or wished to be, whatever else is told and whether or not the meeting is named."""

SHIFTED = r"""
    (?:\w+ ){1,6}(?:has |have |had |was |were |is |are |been |got |just |now )*(?:moved|pushed|shifted|changed|
    brought|put)(?: it| me| us)?\
(?: (?:back|forwards?))? (?:to|until|till|for)
    (?:NEED_)(?:move|shift|change|push)(?: \w+){0,5} (?:to|until|till|for|on)
""".replace("NEED_", _NEED)
"""Moved, where a time stands in the message."""

NOT_MOVED = r"""
    (?:cancel|reschedule|postpone|move|change|cancell?ed|postponed|delayed|moved|changed|
    shifted)(?: \w+){0,2} (?:contract|
    subscription|membership|account|holiday|holidays|flight|order|orders|projects?|shifts?|training|bonus|
    start date|salary|
    mind|subject|topic|name|address|city|jobs|career|house|flat|offices?|strike|funding|budget|delivery|rota|
    payment|courses?|trip)
"""
OFF = r"""
    cancel|cancell?ed|cancell?ing|cancels|canceld|cancled|call(?:ed|ing)? (?:it |that |this |everything |(?:the|
    my) \w+ )?off|
    (?:not|isnt|wasnt) (?:happening|going ahead|taking place)|wont (?:happen|take place|go ahead)|withdrew|withdraw|
    withdrawn|(?:is|its|are|was) (?:now |all )?off(?:$|[,.;!])|scrapped|fell through|
    pull(?:ed)? out
"""
PUT_OFF = r"""
    moved?|moving|re-?schedul\w*|postpon\w*|shift(?:ed)?|pushed?|instead|new (?:date|time|day|slot)|another (?:date|
    time|day|slot)|
    brought forward|put (?:back|off)|(?:now|but) (?:on|at)|change (?:it|to)|changed to|different (?:date|time|day)
"""
THEIRS = r"""
    (?:they|he|she|hr|(?:the|my|their) \w+|recruiter|manager|boss|somebody|someone) (?:\w+ ){0,2}(?:mov(?:e|ed|es|ing)|
    cancel\w*|postpon\w*|re-?schedul\w*|shift(?:ed)?|push(?:ed)?|call(?:ed)? (?:it |the \w+ |my \w+ )?off|
    put (?:it )?off|chang(?:e|ed)|withdrew|scrapped|cant make it|brought (?:it )?forward)
"""
MINE = r"""
    (?:i|we) (?:\w+ )?(?:cant|cannot|can not|have to|need to|must|moved|asked|cancel\w*|want|would like|postponed|
    rescheduled|couldnt|changed|wont|will be)|can (?:i|we|you)|(?:im|i am) (?:sick|ill|away|late)|
    my (?:kid|child|son|daughter|car|train|flight|exam|boss)|^(?:please )?(?:move|change|cancel|reschedule)
"""

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
"""
GRADE_TOLD = r"""
    ^(?:well |so |hmm |yeah )*(?:it |all |that |interview )?went (?:\w+ ){0,2}GRADE_
    (?:interview|call|talk|meeting|screening|round)(?: \w+){0,6} went (?:\w+ ){0,2}GRADE_
    ^(?:well |so |hmm |yeah |honestly )*it (?:was|felt) (?:\w+ ){0,2}GRADE_(?:$|[,.;:!]| (?:i|and|but|overall|
    really|though|actually|so|
    for me|today|yesterday|with|maybe|tbh|lol|in general|mostly|too|enough|except|because|they|she|he|we|at))
    ^(?:well |so |hmm |yeah )*(?:not )?(?:\w+ )?GRADE_[,.;:!]* (?:and |but )?(?:she|he|they|we|i|
    the \w+(?: \w+)?) (?:was|were|
    seemed|asked|said|had|did|looked|felt)
""".replace(
    "GRADE_",
    r"(?:ok|okay|good|well|fine|great|nice|alright|all right|bad|badly|awful|terrible|terribly|horrible|hard|tough|easy"
    r"|weird|strange|meh|so so|decent|brilliant|brilliantly|better|worse|wrong|smoothly|poorly|perfect|perfectly|"
    r"amazing|super|awesome|a disaster|disaster|short|long|stressful|interesting|boring|fun|intense|rough)",
)

"""A talk graded and told in its first words: "good, she was nice", "went ok i think"."""

_THEM = r"(?:they|he|she|the (?:boss|manager|recruiter|company|firm|school|clinic|hospital|owner|agency)|hr)"
_ANOTHER = r"(?:someone|somebody|another|a different|the other|an internal|other)(?: \w+)?"
REJECTED = rf"""
    (?:rejected|refused|declined|dropped|dumped|passed over) (?:me|my application|us)
    (?:got|was|were|been|be|am|im|getting) (?:just |already )?(?:rejected|turned down|declined|refused|passed over)
    (?:got|received|had|have|another|a|the|this) (?:\w+ )?(?:rejection|refusal)(?: \w+)?
    (?:didnt|did not|havent|have not) (?:get|got|land) (?:it|the (?:job|post|position|role|place))(?:$|[,.;!]| \w+)
    (?:turned|turning) me down|(?:went|going|go|gone|decided to go) with {_ANOTHER}
    {_THEM} (?:have |has )?(?:chose|chosen|picked|took|taken|hired|preferred|selected) {_ANOTHER}
    {_THEM} (?:have |has )?(?:said|wrote|told me|says|say)(?: me)?(?: its| it is| a)? no(?:$|[,.;!]| (?:to me|again|
    today|after|thanks|
    thank you))
    (?:its|it was|it is|that was|got|was) a (?:clear |firm |hard )?no(?:$|[,.;!]| from| again| today)
    (?:was not|am not|im not|were not|wasnt|werent|not|never) (?:been )?(?:selected|chosen|shortlisted|successful|
    picked)(?:$|[,.;!]| for| by| this)
    ^(?:i )?(?:am |was )?not (?:selected|chosen|successful|shortlisted)$|unsuccessful (?:this time|application|
    candidate)
    (?:they|she|he) (?:dont|didnt|do not|did not) (?:want|take|hire|pick|choose) me(?:$|[,.;!]| after| in the end)
    {_THEM} (?:have |has )?(?:gave|given|give|offered) (?:it|the (?:job|post|position|role|place)) to {_ANOTHER}
    no job for me
"""
UNREAL = r"""
    (?:if|when|in case|what if|suppose|before|until|unless|afraid|scared|worried|worry|worries|fear|nervous|hope|panic)
    (?:why|how|did|do|does|should|can|could|would|will|what|whats)(?: \w+){1,8}\?|^(?:did|does|do|will|would|can|should)
"""

REMIND = r"""
    ^(?:hi |hey |ok |and |so |no )*(?:just |only |please |pls |can you |could you |you can |would you |simply |but )*\
    remind me(?: please| pls| plz| then| only| again| instead| about it| of it| before it| before the interview)*$
    (?:turn|switch|put|set) (?:the |my |on )?(?:reminders?|notifications?|reminding) (?:back )?on|
    (?:turn|switch) on (?:the |my )?(?:reminders?|notifications?)
    ^(?:please |the |my )*reminders? (?:back )?on(?: please)?$
    ^(?:i |id |we )?(?:just |only |would )?(?:want|need|like|wanna have)(?: to have| to get)? (?:just |only |a |
    the |some |my )?\
    reminders?(?: please| again| only| back)*$
    ^(?:just |only )(?:the |a )?reminders?(?: please)?$|enable (?:the |my )?reminders?
    ^(?:please |pls |can you |could you )*(?:start|keep|resume) (?:sending |reminding )(?:me )?(?:the |
    my )?(?:reminders|again)?$
"""
_POLITE = (
    r"^(?:please |pls |just |ok |okay |hey |hi |bot |and |now |so |you |can you |could you |would you |will you "
    r"|i want you to |"
    r"i want to |must |should |lets |thanks |no |enough )*"
)
QUIET = r"""
    POLITE_stop(?: it| now| please| this| pls| bot| that| thanks)*$|POLITE_unsubscribe|
    POLITE_(?:be quiet|shut up|silence|mute|go away)
    POLITE_(?:stop|quit|cease) (?:\w+ )?(?:sending|messaging|texting|writing|bothering|spamming|contacting|
    reminding|pinging|
    bugging|annoying|nagging|disturbing)
    POLITE_(?:stop|quit|no more|no further|turn off|switch off|disable|cancel|mute|silence) (?:the |all |any |your |
    these |
    my |more |further |of |those )*(?:messages|reminders?|notifications?|texts|spam|pings|alerts|nagging)
    POLITE_(?:i (?:dont|do not) (?:want|need|like) )?(?:no |any |your |these |those |the |more )*(?:messages|reminders?|
    notifications?|alerts)(?: please| any ?more| any longer| for me| from you| again| thanks)*$
    POLITE_(?:turn|switch) (?:the |my |all |those )*(?:messages|reminders?|notifications?) off|
    POLITE_(?:the |my )*(?:messages|reminders?|notifications?) off
    POLITE_(?:dont|do not|never) (?:ever )?(?:message|text|write|contact|remind|bother|ping|disturb|send)\
(?: (?:me|to me|anything|messages|reminders))*(?: again| any ?more| any longer|$)
    POLITE_(?:leave me|let me) (?:alone|be|in peace)(?:$|[,.!]| please| now)
""".replace("POLITE_", _POLITE)

NEXT = r"""
    ^(?:so |ok |and |now |wait |hi |hey |please )*(?:what|where) (?:was|were|am|are) (?:i|we)(?: (?:doing|at|up to|
    now|again|in this|
    working on|supposed to do))*\W*$
    ^(?:so |ok |and |now |well )*(?:whats|what is|what comes|what do i do|what should i do|whats up|
    what happens) (?:coming up |coming |
    up )?(?:next|coming up|coming)(?: for me| now| please| then)*\W*$
    ^(?:so |ok |and |now )*(?:what do i have|what have i got|do i have anything|anything|what is|whats|
    have i got anything) (?:coming up|next|
    planned|scheduled|this week|today|tomorrow|on|up next)(?: coming up| this week| next week| today| tomorrow)*\W*$
    ^(?:so |ok |and |now )*(?:when|what time|what day|where) (?:is|was|are|were|s) (?:it|(?:my|the|our|this|
    that) (?:\w+ )?(?:interviews?|
    call|meeting|talk|appointment|one|screening|trial(?: day| shift)?))(?: (?:with|at|
    for) [\w .&-]{1,40})?(?: again| please)*\W*$
    ^(?:whens|wheres) (?:it|(?:my|the) (?:\w+ )?(?:interviews?|call|meeting|talk|one))(?: (?:with|at|
    for) [\w .&-]{1,40})?\W*$
    ^(?:please )*(?:show|list|see) (?:me )?(?:my|all|the|all my) (?:next |coming )?(?:interviews?|appointments|plan|
    schedule|dates)\W*$
    ^(?:go on|continue|carry on|where did we stop|where did i stop)\W*$|^my (?:next )?interviews?\W*$
"""

MINDSET = r"""
    (?:i |just |really |so )*(?:hope|hoping|pray|praying|wish) (?:that )?(?:they|he|she|someone|somebody|
    the \w+) (?:will |would |does |do |all )*(?:pick|
    picks|choose|chooses|take|takes|like|likes|want|wants|hire|hires|select|selects|chose|picked)(?: me)(?: \w+){0,3}
    why (?:would|should|will|do|did) (?:they|he|she|anyone|anybody|someone|somebody|people|any \w+|
    the \w+) (?:ever |even )*(?:want|hire|take|pick|
    choose|bother with|need|like)(?: me)(?: of all people| at all| anyway| instead)*
    who (?:would|will|should) (?:ever |even )*(?:hire|take|want|pick|choose)(?: me)(?: anyway| ever)*
    (?:nobody|no one|noone|no company|no employer)(?: \w+)? (?:would|will|would|wants to|is going to|
    ever)(?: ever| even)? (?:hire|take|want|hires|wants|pick|
    choose)(?: me)(?: ever| again| anyway)*
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
    worthless|pointless|hopeless|a failure|(?:cant|cannot|can not) (?:do this|take (?:this|it)|go on)
    hope they (?:pick|choose|take|like|want) me|gap in my (?:cv|resume)|no experience|never (?:led|managed|done|
    used|taught|driven|worked|sold)
"""

THANKS = r"""
    thanks?|thank you|thx|ty|tysm|cheers|ta|much appreciated|appreciate it|merci|danke|gracias|great|perfect|cool|
    nice|ok(?:ay)?|super|awesome|brilliant|lovely|good|got it|alright|fine|bye|goodbye|see you|good night|goodnight|
    cu|ciao|later|bye bye|byebye|cya|thankyou|k|kk|sure|yes|yep|yeah|tx|sounds good|will do|understood|(?:that|it|
    this) helped|for (?:the|your|all the) help
"""

HELLO = r"""
    hi+|hey+|hello+|hallo|hola|yo|hiya|good (?:morning|evening|afternoon|day)|morning|greetings|sup|whats up|
    how are (?:you|u|things)(?: doing)?|how is it going|hows it going|hru|salut|servus|moin|howdy
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
    helpful|im|doing|today|now|too|pls|please|guys|friend|dear|bot
"""

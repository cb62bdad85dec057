"""Patterns of a cry of self-harm or danger, on text in the form of bot.core.route.flat: see bot.core.patterns.

Keep them narrow, a false alarm is a harm too; but despair about life is a cry even where it names no plan.
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
    (?:life|my life|living|existence|existing|being alive) (?:is|has|feels|seems|became|got) (?:\w+ )?(?:pointless|
    meaningless|worthless|hopeless|empty|useless|senseless|no (?:point|meaning|sense|purpose|value))
    (?:nothing|no one|nobody)(?: left)? (?:left )?to live for|wish i (?:did not|didnt|would not|wouldnt|no longer) exist
    (?:everyone|everybody|the world|my (?:family|kids|children|wife|husband|parents|mum|mom|friends|partner)|they|
    people|all)\
 (?:would|d|will|would all)(?: all)? be (?:much |so )?(?:happier|better|better off|fine) without me|theyd be (?:\w+ )?\
(?:happier|better|better off) without me
    (?:am|im|be|being|feel like|just|only|such|nothing but|more than) (?:just |only |such )?\
a burden (?:to|on|for) (?:everyone|everybody|
    all|them all|my (?:family|kids|children|wife|husband|parents|mum|mom|friends|
    partner))
    hate (?:my )?life(?:$|[,.;!]| and)|(?:want|wish|need) (?:it|this|everything)(?: all)? to (?:just )?(?:stop|
    end)[, ]+(?:forever|for good|
    for ever)|hate my life
    (?:whats|what is|wheres|is there|see) (?:the |any |a |no )*(?:point|sense|use) (?:of|in) (?:being (?:here|
    alive)|living|life|existing|
    my life|going on|it all any ?more|staying alive|waking up)
    no hope (?:left )?(?:for me|in life|in my life|any ?more in my life)(?: any ?more| left|$|[,.;!])
"""

DESPAIR = (
    r"""
    (?:everything|it all) (?:is|feels|seems|s|has become|got) (?:\w+ )?(?:pointless|hopeless|meaningless|senseless|
    worthless|
    useless|empty|dark|over)
    nothing (?:matters|makes sense|has meaning|has a point|is worth it|is left|helps|
    brings me joy)(?: any ?more| any longer| to me|$|[,.;!])
    (?:its|it is|this is|thats) all (?:\w+ )?(?:pointless|hopeless|meaningless|senseless|useless|for nothing)
    (?:there is|theres|i have|i see|see) no (?:hope|point|future|way forward)(?: left| any ?more| in anything|$|[,.;!])
    """,
    r"""
    (?:cant|cannot|can not|dont want to|do not want to|couldnt) (?:do (?:this|it) |take (?:it|this) |go on |
    bear (?:it|this) |stand it |fight |
    keep going |carry on |continue )?(?:any ?more|any longer)
    (?:cant|cannot|can not) (?:go on|carry on|keep going)(?:$|[,.;!])|(?:im|i am|i feel) (?:just |so |
    completely )?(?:done|finished|broken|
    at the end)(?:$|[,.;!])|(?:want|need) (?:it|everything|this) to stop|(?:had|have had) enough of (?:it all|
    everything)
    """,
    r"""
    (?:i am|im|i feel|feel|feeling|i feel so|i am so|im so) (?:\w+ )?(?:worthless|empty|numb|useless|a burden|
    nothing|dead inside|
    a failure|unwanted|unloved|alone)|hate myself|nobody (?:needs|loves|wants) me
    """,
)
"""Despair in words that are a cry only together: of everything, of going on, of oneself."""
EVERYTHING = r"""
    everything (?:is|feels|seems|has become|s) (?:\w+ )?(?:pointless|hopeless|meaningless|senseless|worthless)
    nothing (?:matters|makes sense|has meaning)(?: any ?more| any longer| to me)
"""
"""A cry by itself where no job is in the clause."""
HUNT = r"""
    jobs?|(?:job )?(?:hunt|hunting|search|market)|search|interviews?|interviewing|applications?|applying|apply|cv|
    resume|letters?|
    assessment|recruiters?|hiring|employers?|shifts?|nights|work|working|meetings?|pay|salary|offers?|career|hired|
    questions?|boss|
    manager|company|companies|team|overtime|commut\w*
"""
"""Words by which despair is about the job hunt, in the same clause."""

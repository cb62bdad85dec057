"""Words by which an employer's answer is judged: see bot.core.answers and bot.core.patterns.

Lower case, without apostrophes.
"""

from __future__ import annotations

LOST = r"""
    (?:still )?no clue|went off on (?:a|his|her|about)|no answer
    (?:didnt|did not|never|wouldnt) (?:really )?(?:answer(?:ed)?|get an answer|got an answer|reply)
    changed? the (?:subject|topic)|dodged|still dont know
    (?:never|didnt) (?:get|got) (?:to|round to|around to) (?:it|that|ask|this)
    wasnt asked|not asked|didnt ask|forgot to ask|ran out of time
"""
DODGE = r"""
    (?:dont|doesnt|didnt|did not|do not|does not|wouldnt|couldnt) (?:really |even |actually |quite )?know|no idea|
    no clue
    (?:im|is|was|were|wasnt|isnt|i am) (?:not |un)?sure|not sure|unsure|still (?:dont|no|not) \w+
    (?:couldnt|cant|could not|cannot|can not|wouldnt|wont|would not) (?:really )?(?:say|tell|comment|discuss|answer|
    talk about|go into|share|disclose|speak)
    (?:has|have|needs?|need|must|wants?|had|got|would have) (?:to )?ask \w+|will (?:e-?mail|mail|write|text|ring|
    phone)
    (?:should |to |must |can |could )?ask (?:hr|him|her|them|the|your|anna|someone|somebody|me|again|in|at|later|
    when|payroll)
    (?:hr|manager|boss|she|he|they|recruiter|someone|somebody|agency|payroll|head|team|office|
    people)(?: \w+){0,3} (?:will|would|ll|should|can|might) (?:know|tell|explain|answer|say|clarify|cover that|
    handle|reach|contact|write|email|get|call me|go (?:over|through)|take that|come to|send)
    (?:hr|manager|boss|head|owner|recruiter|payroll|someone else|colleague) knows
    (?:one|question|thing|something|matter|topic) for (?:mr|mrs|ms|dr|hr|the|her|him|my|your|later|another|someone|
    [a-z]+$)
    (?:get|come|circle|got|getting|coming|be) back (?:to|with) (?:me|you|us|that|it)|find out for me|look(?:ed)? it up
    (?:would|will|ll|need to|has to|have to|let me|lets|must|wants to|going to) (?:check|find out|clarify|
    look that up)|reach out
    not (?:his|her|their|my) (?:area|department|job|call|place|decision|thing|field|business)|above (?:his|her|my|
    their) pay
    (?:changed|changes|switched) (?:the )?(?:subject|topic)|(?:dodged|ducked|sidestepped|evaded|avoided|
    glossed over|brushed (?:it|that|me) off|waved (?:it|that) (?:off|away)|skipped it|ignored)
    (?:moved|went|jumped|skipped|turned|carried|rushed) (?:straight |right |quickly )?(?:on|to the next|over it|
    past it)
    next (?:candidate|question|topic|one please)|back to (?:my|the) cv
    (?:off|went|going|got) on (?:a|another) (?:tangent|rant|speech)|talked about (?:himself|herself|his|her|
    themselves|something|other)|told me (?:about|all about) (?:the|his|her|a)
    (?:didnt|did not|never|havent|not|couldnt) (?:get to |really |even |actually |manage to )?(?:ask|asked|answer|
    answered|answering|get an answer|get to|got to|get round|get around|get there|come up|came up|mention|mentioned|
    reply|discussed|covered|raise|bring)
    (?:long )?story (?:about|of)|told me how|went on about|kept talking about|(?:must|had to|has to|have to|
    needs to) (?:run|go|leave|rush|take a call|catch)|that was (?:it|that|all)|(?:pass|passed|passing|forward|
    hand) (?:that|it|this) (?:on|over|up)
    (?:put|send|write) (?:that|it|this) (?:in|to|by) (?:a |an )?(?:e-?mail|mail|writing to|hr|personnel|the office)
    forgot(?: to ask)?|(?:no|ran out of|out of|not enough) time|time (?:was|ran) (?:up|out)|no (?:answer|reply|
    comment|reaction)
    silence|blank (?:look|stare)|got interrupted|phone rang|cut off
    (?:laughed|smiled|grinned|shrugged|winked|chuckled|giggled|joked|sighed|stared|coughed|rolled (?:his|her) eyes|
    went (?:quiet|silent|red)|looked (?:away|at (?:me|each|the|his|her)))|(?:lol|haha+|hehe|lmao)$|(?:as|made|
    with) a joke
    (?:leave|talk about|discuss|cover|save|come to|keep|park|deal with) (?:that|it|this|money|pay|
    those)(?: \w+){0,3} (?:later|another time|next time|the next|a later|the offer|the end|second round)
    too early|not the time|at this (?:stage|point)|premature|(?:next|second|later|final) (?:round|interview|stage|
    meeting)
    not that (?:i|he|she|they|id|im|shes|hes) (?:know|knows|knew|aware|am aware|would know|can think|can remember|of)
    not that im aware|as far as i know|to be discussed|will be discussed|confidential|secret|not (?:allowed|
    at liberty) to
    (?:rather|prefer(?:s|red)?) not|refused|none of (?:my|your)|internal matter|sensitive|cant be shared
    why do (?:you|i) (?:ask|want)|what do you (?:think|mean|expect|want)|what would you|how would you|what about you
    asked (?:me )?(?:back|why|what i|how i|whether i|if i|where i)|wanted to know (?:why|what|how|if|whether) i|
    turned it round
    (?:good|great|interesting|funny|tough|nice|excellent) question|(?:only|just) (?:the|a) recruiter|im (?:new|only)
    (?:shes|hes|she is|he is|is) (?:also )?new|google it|(?:see|read|look at|check|all on|all in|its on|its in|
    stands in|written in) (?:the |their )?(?:website|handbook|ad|intranet|brochure|careers page|policy)|
    sign(?:ed)? (?:an )?nda
"""
FEELING = r"""
    (?:seemed|sounded|looked|felt|came across|appeared|seems|sounds|looks|feels) \w+
    annoyed|irritated|nervous|uncomfortable|surprised|evasive|hesitant|hesitated|blushed|awkward|defensive|
    relaxed about it
    (?:i|we) (?:liked|think|thought|believe|guess|hope|had the feeling|got the feeling|had the impression)
    (?:good|bad|nice|odd|weird|strange) (?:vibe|feeling|chat|impression|energy)|weird|bit odd
"""
LATER = r"""
    soon|shortly|eventually|at some point|some ?day|later|in due course|down the (?:line|road)|in good time|over time
    as soon as possible|asap|when the time comes|in touch|let (?:me|you) know|(?:to be|be|tb) ?(?:decided|confirmed|
    agreed|defined|sorted|announced)|tb[acd]|being (?:sorted|decided|worked|discussed|reviewed|figured|looked|
    finalised|finalized)
    still (?:open|being|sorting|deciding|working|figuring)|up in the air|well see|we will see|remains to be seen
"""
PLAN = r"""
    (?:plan|plans|planning|planned|hope|hopes|hoping|aim|aims|aiming|intend|intends|trying|would like|keen|
    considering|exploring|talking|talks|thinking) (?:to|on|about|into|of|is|are)
    (?:want|wants|wanted) to (?:grow|build|improve|introduce|change|bring|get|make|offer|hire|be|become|move|do|have)
    (?:look|looks|looked|looking) (?:in)?to|in the pipeline|on the roadmap|on the cards|under (?:review|discussion|
    consideration)|might|may be|maybe|perhaps|possibly|potentially|probably|hopefully|ideally|theoretically|
    in theory
    (?:would|will|could|can|ll) (?:consider|look|think|see|try|grow|discuss|talk)|open to|working on (?:it|that|a|
    this)|discussing
"""
VAGUE = r"""
    great|good|nice|fine|excellent|amazing|fantastic|awesome|brilliant|lovely|wonderful|super|top|cool|perfect|best|
    better
    strong|solid|healthy|decent|exciting|fun|interesting|cosy|relaxed|chilled|friendly|helpful|helps? each other|
    caring
    support(?:s|ed|ive)?|welcoming|competitive|attractive|generous|fair|fairly|reasonable|adequate|appropriate|
    suitable
    standard|normal|market(?: \w+)?|industry|in line with|benchmark(?:ed)?|usual|typical|typically|flexib\w+|dynamic
    fast[- ]paced|agile|modern|state of the art|up to date|top notch|latest|cutting edge|innovative|professional|
    quality
    high standards|depend(?:s|ing)?|dep on|varies|vary|varied|variety|differs?|case by case|individual(?:ly)?|
    as needed
    as required|(?:when|if|where) (?:needed|necessary|possible)|situational|up to (?:you|the team|each|everyone)
    usually|normally|generally|mostly|mainly|most|often|sometimes|occasionally|rarely|regular(?:ly)?|frequently|
    now and then
    from time to time|tends? to|in general|more or less|kind of|sort of|somewhat|pretty much|hardly|constantly|always
    not (?:that|too|so|very) (?:often|many|much|long|bad|big|strict|far)|a lot|lots|plenty|many|several|some|few|a bit
    a little|enough|sufficient|various|numerous|all (?:sorts|kinds)|loads|tons|countless|a (?:number|range|mix) of
    everything|everyone|everybody|anybody|nobody is|nobody gets|no one is|stuff|things|manageable|doable
    try|tries|trying|do our best|does its best|best effort|give their best|strive|commit\w*|believe|believes|
    values?|valued
    respect|important|priority|focus|passion\w*|love|loves|care|cares|proud|attitude|mindset|spirit|encourage[sd]?
    family|team player|culture|atmosphere|vibe|balance|open[- ]door|flat (?:structure|hierarch\w+)|hierarch\w+|
    no blame
    transparen\w+|communicat\w+|trust|together|whole \w+|hands on|hands off|autonomy|freedom|responsibility
    opportunit\w+|potential|growth|growing|grow|career paths?|development|develop|prospects|possibilit\w+|
    room (?:to|for)
    the future|challenges?|challenging|(?:right|good|bad) fit|pick it up|as you go|learning by doing|see how it goes
    play it by ear|go with the flow|common sense|performance|results|overall|holistic|contribution|impact|process
    personal reasons|moved on|new challenges|own reasons|looking for something|mutual|didnt work out|wasnt for|
    not for everyone
    quick|quickly|stable|safe|secure|substantial|significant|huge|massive|tiny|busy|tight|small|big|short|long
    synerg\w+
"""
BRAG = r"""
    \d+ ?(?:yrs?|years) (?:there|here|and counting|in the (?:job|business|trade|company|firm|place)|on the job|
    of experience|with (?:the|us|them)|now|old|history|experience|himself|herself)|(?:been|being) (?:there|
    here) \d+ (?:yrs?|years)|since (?:18|19)\d\d|(?:founded|certified|established|started|opened|accredited|
    running)(?: \w+){0,3} (?:in|since) \d+|since 20[01]\d
    (?:even |only )?(?:the |our |their )?ceo(?: \w+){0,4}(?: in (?:19|20)\d\d)?|[\d.,]+k? (?:\w+ )?(?:staff|
    employees|people worldwide|firms|companies|stores|branches|countries|sites|offices|customers|beds|schools|
    awards?|locations|hospitals|nationalities|users|members|followers|clients worldwide|hotels|restaurants|depots)|
    (?:won|named|voted|ranked|rated)(?: \w+){0,6}
    great place to work|employer of the year|iso ?\d*|number one|no\.? ?1
    everyone knows|wouldnt (?:ask|put|want|expect)(?: \w+){0,10}(?:herself|himself|themselves|ourselves)|top \d+
"""
WIDE = r"""
    company ?-?wide|group ?-?wide|worldwide|nationwide|globally|(?:across|over) (?:the|all)(?: \w+)? (?:company|
    group|sites|country|chain|board|business|countries|branches|organi[sz]ation|trust|district|region)|
    all over the \w+|in total
    (?:the |our |whole )?(?:company|group|hospital|trust|firm|chain|district|university|council|
    industry)(?:s)? (?:as a whole|average|has|have|had|employs|runs|spends?|invests?|grew|is at|is around|figure)|
    on average across|at group level
    industry average|sector average|national average
"""
TOTAL = r"""
    we (?:have|serve|run|employ|are|treat|see|teach|cover|own|operate|sell|move|look after) (?:about |over |around |
    some |nearly )?\d+
    (?:fleet|total|staff|team|network|family|pool) of (?:about |over |around )?\d+|all (?:together|in all)|
    on the books|altogether
"""
MINE = r"i|id|me|my|each|per|this|one"
LOCAL = r"""
    i|id|me|my|this|here|team|ward|class|boss|department|shift|post|role|job|position|unit|branch|shop|each|crew|you
"""

_N = (
    r"(?:\d[\d.,:]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|forty"
    r"|fifty|sixty|half|a dozen|a couple|couple)"
)
_TIME = r"(?:hours?|hrs?|h|minutes?|mins?|days?|weeks?|wks?|w|months?|mths?|mo|years?|yrs?|nights?|shifts?)"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|wed|thurs?|fri|sat|sun"
NUMBER = rf"{_N}|zero|single|both|none|twice|\d+(?:k|x|%|st|nd|rd|th|h|ish)?"
MONEY = rf"""
    [£$€] ?\d[\d.,]*k?|\d[\d.,]* ?(?:k|grand|euros?|pounds?|dollars?|bucks|quid|eur|gbp|usd|chf|p|cents?|[£$€])
    \d[\d.,]*(?: ?/ ?| an? | per )(?:h|hr|hour|day|shift|night|month|year|week)|\d[\d.,]* ?(?:to|-|–) ?\d[\d.,]*k?|
    \d\d[.,]?\d{{3}}
    time and (?:a|one) (?:half|third|quarter)|double(?: time| pay)?|triple|(?:full|half|no|same|base|basic|
    flat) (?:pay|rate|extra)
    \d[\d.,]* ?(?:%|percent|pc)|(?:band|grade|step|scale|level|point) \w?\d+\w?|minimum wage|unpaid|nothing extra|
    time off instead
    \d+[.,]\d+|(?:{_N}) (?:euros?|pounds?|dollars?|percent|months? pay|salaries)
"""
DURATION = rf"""
    {_N} ?(?:\w+ )?{_TIME}|(?:a|one|half a|the same) (?:day|week|month|year|quarter|fortnight)|fortnight|
    since (?:the )?\w+
    overnight|from day one|straight away|same day|{_N} ?(?:to|-|–|or) ?{_N}
"""
OFTEN = rf"""
    (?:once|twice|thrice|\d+ ?x|{_N} times?) (?:a|per|every|each|in)(?: \w+)?|(?:every|each) (?:\w+ )?(?:day|week|
    month|year|quarter|shift|morning|evening|night|weekend|one|other|second|third|fourth|sixth|\d+\w*|{_WEEKDAY})|
    daily|weekly|monthly|quarterly|yearly
    annually|fortnightly|biweekly|half-yearly|nightly|hourly|{_N} (?:week|weekend|night|day|sunday|
    saturday)s? (?:in|out of|a|per) \w+
    {_N} in {_N}|per (?:day|week|month|year|shift|night)|on (?:{_WEEKDAY})|not once|never
"""
DAY = rf"""
    {_WEEKDAY}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?|
    (?:in|since|by|from) may
    (?:the )?\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?|(?:19|20)\d\d|
    \d{{1,2}}(?:[:.]\d\d)? ?(?:am|pm)|\d{{1,2}}[:.]\d\d
    noon|midnight|tomorrow|today|tonight|yesterday|(?:next|this|first|second|third|following) (?:week|month|year|
    quarter|spring|summer|autumn|fall|winter|{_WEEKDAY})|end of (?:the )?\w+|easter|christmas|new year|q[1-4]|
    in (?:spring|summer|autumn|winter)
    (?:after|before|within|in) (?:{_N} )?(?:probation|weeks?|months?|days?|years?|easter|christmas|summer|the summer)
"""
PERSON = r"""
    (?:the |my |our |a |his |her |their )?(?:\w+ )?(?:foreman|forewoman|sister|matron|manager|supervisor|director|
    owner|chef|lead|leader|captain|coordinator|mentor|buddy|preceptor|deputy|professor|dispatcher|planner|
    accountant|doctor|consultant|secretary|clerk|inspector|welder|charge nurse|shift lead|head of \w+|headteacher|
    head teacher|senior nurse|mechanic|engineer)
    (?:mr|mrs|ms|dr|miss|prof|sister|herr|frau)\.? \w+|(?:she|he) (?:does|is|would|will|herself|himself|runs|signs|
    decides)|me|myself
"""
EVENT = r"""
    last (?:week|month|year|spring|summer|autumn|fall|winter|time|monday|tuesday|wednesday|thursday|friday|saturday|
    night|\w+ber|march|april|may|june|july)|yesterday|(?:weeks?|months?|years?|days?) ago|back in|in (?:19|20)\d\d|
    same (?:day|week|night)
    (?:got|was|were|been|has been) (?:promoted|fired|sacked|let go|laid off|dismissed|moved|made (?:head|lead|
    manager|deputy)|transferred|put on|replaced|demoted|suspended|rehired)|retired|resigned|quit|left (?:for|to|
    after|because|when|in|over)|gave notice
    handed in|moved (?:to|up to|from|abroad|away|back)|went (?:back )?to (?:\w+|the)|became|is now|now (?:runs|
    leads|manages|heads)
    pregnant|maternity|parental leave|had (?:a|her|his) (?:baby|child)|burn(?:t|ed) out|emigrated|new (?:job|
    post) (?:at|in|as|with)
    poached|better (?:paid|pay)|promoted (?:to|from|in|after|last)|fell (?:out|ill|off)|walked out|died|divorced|
    went (?:bust|wrong|out)
    more money|too (?:far|long a) (?:to |drive|commute)|couldnt stand|drew up|sat down|called (?:the|in|a)|
    wrote (?:a|it)|took over
"""
RULE = r"""
    must|has to|have to|had to|need to|needs to|only (?:if|when|after|with|for|on|volunteers|by)|no more than|
    at most|at least
    max(?:imum)?|min(?:imum)?|not before|not until|in writing|sign(?:s|ed)? off|signs?|by hand|forms?|checklists?|
    a list|pinned|posted
    published|first come|seniority|vote|lottery|drawn|whiteboard|calendar|on the app|spreadsheet|scorecard|targets?|
    quota|kpis?
    score|survey|audit|inspections?|exam|test|certificate|contract says|written|by law|union|collective agreement|
    tariff|volunteers
    swap(?:s|ped)?|(?:split|counted|measured|decided|paid|judged|scored|goes|based|shared|picked|chosen|
    handed out) (?:by|on|out)
    instead of|not \w+ (?:but)|shadow\w*|then|first|step \d|plus|logged|per (?:call|head|piece|room|patient|ticket|
    sale)
"""
DENIAL = r"""
    (?:no|nope|none|nah)[, ]+(?:none|zero|never|nothing|not one|nobody|they dont|we dont|we do not|they do not|
    its not|there isnt|only|theres no|they never|not any|no \w+|havent|have none|hasnt|isnt|arent)|zero|
    none(?: at all| of (?:it|them))?|never (?:had|have|has|was|did|once|happened|pays?|paid)|never$|not at all|
    not once|(?:there is|theres|there are|have|has|had|get|gets|pay|pays|is|are) (?:no|none)
    (?:dont|doesnt|do not|does not|didnt) (?:have|pay|offer|get|exist|give|provide|do (?:that|it|those|overtime|any))
    not (?:paid|included|available|offered|for this)|unpaid|impossible|abolished|scrapped|forbidden|banned
"""

QUESTIONS = (
    ("story", r"""
        (?:last|recent|latest) (?:person|one|conflict|mistake|project|thing|example|incident|occasion|case|change|
        someone|somebody|hire|colleague|promotion|argument|complaint|new)|last time|tell me about|an example|
        for example|can you describe
        could you describe|walk me through|what happen(?:s|ed)|became of|(?:others|people) (?:get|got|move|moved) on
    """),
    ("money", r"""
        what do(?:es)? (?:\w+ ){1,3}(?:earn|make|get)|(?:pay|salary|wage|wages|rate|band|bonus|commission|fee|
        allowance|premium|raise|tips|cost|hourly|grade)
        how much (?:is|are|do|does|would|will|money|can|could|extra|do you pay)|paid
    """),
    ("duration", r"""
        how (?:long|far ahead|far in advance|much notice|quickly|fast|soon|much time)|notice|probation|
        how many (?:hours|days|weeks|months|years|minutes)|(?:how|what) (?:\w+ )?hours
    """),
    ("count", r"""
        how (?:many|big|large|high|old|full|heavy|small|far)|what (?:percentage|share|size|number|ratio)|ratio|
        turnover|caseload
    """),
    ("often", r"how (?:often|frequently|regularly)"),
    ("when", r"""
        when (?:do|does|will|would|can|could|is|are|did|should|might)|by when|what (?:date|time)|which (?:day|date|
        week|month)|until when
    """),
    ("who", r"who|whom|whose|whos|which (?:person|manager|boss|colleague)"),
    ("where", r"where|which (?:site|branch|ward|office|school|town|city|depot|building)"),
    ("why", r"why|what reason|how come|what made|the reason"),
    ("how", r"how|in what way|what (?:is|does|do|would|will|was)(?: \w+)* (?:like|look like|process)"),
)  # fmt: skip

FIELDS = {
    "pay": r"""
        pay|paid|pays|salary|wages?|money|raise|bonus|commission|rate|overtime|tips|euros?|pounds?|dollars?|band|
        earn|\d+k
    """,
    "time": r"""
        hours?|shifts?|rota|roster|overtime|nights?|weekends?|sundays?|saturdays?|schedule|late|early|evenings?|
        on call|nights
    """,
    "leave": r"holidays?|vacation|leave|days off|time off|sick|pto|absence",
    "training": r"""
        train\w*|courses?|learn\w*|licen[cs]e|certificate|teach\w*|mentor|budget|onboarding|induction|shadow\w*|month
    """,
    "people": r"""
        team|colleagues?|people|staff|boss|manager|crew|nurses?|who|report|lead|leader|reports?|everyone|nobody
    """,
    "leaving": r"left|leaves?|leaving|quit|stays?|stayed|turnover|before me|last person|predecessor|retired|became",
    "growth": r"promot\w*|career|grow\w*|move up|moved up|next step|level|path|opportunit\w*|advance\w*",
    "measure": r"""
        measured?|judged?|review\w*|targets?|goals?|score|appraisal|feedback|success|performance|kpis?|good work
    """,
    "place": r"where|office|remote|home|site|commut\w*|city|travel\w*|branch|location|desk",
    "tools": r"machines?|software|tools?|equipment|laptop|systems?|van|truck|uniform|gloves|oven",
    "load": r"patients?|pupils|class|kids|clients?|caseload|tables|rooms|ratio|staffing|calls|beds",
    "conflict": r"conflict|mistakes?|blame|error|fell out|argu\w*|wrong|incident|complaint|disagree\w*",
}
PERKS = r"""
    fruit|coffee(?: machine)?|canteen|table football|ping pong|foosball|barbecue|bbq|pizza|beer|snacks|the view|
    building|dog|yoga|tea
    (?:christmas|summer|office) party|new (?:office|building|kitchen|logo|website|canteen)|weather|football|
    weekend trip|parking
    car park|holiday photos|his (?:dog|kids|car|boat)|her (?:dog|kids|car|horse)
"""

# Only shown to the user, beside VAGUE: what else keeps an answer from saying anything that could be checked.
HOLLOW = r"""
    very|really|quite|rather|certainly|absolutely|totally|of course|sure|clearly|obviously|actually|honestly
    basically|something(?: \w+ing)?|somehow|somewhere|anytime|any time
    at any time|whenever|whatever|wherever|in (?:a|some) way|one way or another|we all|all of us
    most of (?:us|them)|each other|between us
    a (?:while|couple|lot|number|mix|range|part|healthy|wide|colourful)(?: \w+)?|wide range|all in all
    (?:the )?(?:average|industry|sector|competition|region|trade)|better|higher|lower|above
    below average|well|welcome|open|fast|easy|easily|smooth(?:ly)?|calm|quiet|busy|serious(?:ly)?|careful(?:ly)?
    proper(?:ly)?|real|capable|independent|modern|digital|global|international|award[- ]winning|diversified
    certified|accredited|outspoken|gold|prize|independently|fairness|equal(?:ly)?|equality|alike|the same|human
    with (?:a smile|open arms|heart|dignity|respect|care)|heart|soul|dna|fit|hunger|hungry|drive|energy|initiative
    loyalty|dedication|motivation|enthusias\w+|inspir\w+|fire|mistakes happen|learn(?:s|t|ed|ing)?|chance|chances
    journey|adventure|experience|home|like (?:a|one big) \w+|at heart|worry|problem
    nothing (?:to worry about|major|serious|dramatic|special)|no (?:rush|problem|limits?|worries|bad \w+)|happens?
    changes?|as always|as everywhere|these things|that sort of|all of (?:it|them)|the right \w+|the usual
    in (?:principle|practice|theory|essence)|on paper|policy|concept|strategy|framework|guidelines?|handbook
    charter|standards?|system|software|app|committee|procedures?|channels|measures|steps?|rules|stakeholders?
    solutions?|find a way|always a way|sort(?:ed|s)? (?:it|itself|that)? ?out
    work(?:s|ed)? (?:it|itself|something)? ?out|we(?:ll| will) \w+|sooner or later|step by step|bit by bit|in time
    at the moment|for now|foreseeable|long enough|as long as|as much as|as many as|as soon as|as far as|bigger
    larger|nearly|almost|roughly|around that|or thereabouts|in the near future|next few|recently|long ago|not long
    in no time|constant(?:ly)?|continuous(?:ly)?|all the time|24 ?/ ?7|365 days|\d+ ?%|\d+ percent|million|billion
    average|in the (?:country|region|city|world|group|sector|trade|business)
    years? (?:of experience|in|on|there|here)|(?:for|since) (?:\d+ years?|(?:18|19|20)\d\d)|founded|institution
    legend|who knows|you know|trust me|believe me|i promise|promise|lol
    haha?|one team|you get used to it|professionally|colleagues?|ambitious|realistic
    comes and goes|in style
"""

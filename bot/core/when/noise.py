"""Numbers and names in a sentence that are no times: links, phones, rooms, money, ages, counts, companies."""

from __future__ import annotations

import re

from bot.core.when.board import CLOCK, DAY, HABIT, NOISE, Board
from bot.core.when.sieve import Sieve
from bot.core.when.vocabulary import HOUR_WORD, MONTH, SMALL, WEEKDAY, either

_I = re.IGNORECASE
_LABELS = either(
    "room|rm|raum|zimmer|floor|fl|level|lvl|gate|building|bldg|block|suite|ste|unit|bay|ward|wing|desk|counter|window"
    "|table|platform|track|bus|tram|line|train|flight|route|exit|terminal|zone|sector|plot|tower|door|entrance|house"
    "|flat|apt|apartment|office|studio|lab|hall|theatre|lot|shop|store|site|warehouse|dock|depot|locker|station"
    "|extension|ext|number|no|nr|num|code|pin|passcode|password|id|ref|reference|ticket|req|requisition|vacancy|case"
    "|step|stage|round|rd|phase|part|chapter|section|page|question|q|period|lesson|year|yr|grade|class|form|band"
    "|key stage|ks|set|group|team|shift|tier|clinic|surgery|classroom|booth|stand|pod|bed|court|stop|hangar"
    "|bench|yard|panel|corridor|staircase|car park|carpark|cat|category|type|version|release"
    "|channel|motel|formula|area|pier|windows|java|python"
    "|php|ios|android|office|excel|django|angular|react|vue|node|kotlin|swift|postgres|ubuntu|rails|spring|sap|covid"
    "|iso|din|en|bs|article|art|paragraph|aisle|badge|ages|top|over|under|than|least|most|number|size|age|aged|score|gpa|scored"
    "|rated|rating|option|choice|plan|model|series|chair|seat|row|box|po box|kit|highway|hwy|interstate|junction|jct"
    "|panel of|team of|group of|one of|out of|staff of|class of|crew of".split("|")
)
_EARLY = (
    r"https?://\S{1,2000}|\bwww\.\S{1,500}|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",
    r"(?m)^[> ]{0,4}(?:sent|received|posted|created|dtstamp|last[- ]modified|gesendet|enviado|envoyé)\b ?:[^\n]{0,120}",
    r"\b(?:dtstamp|created|last-modified|trigger|sequence|uid|prodid|rrule|duration)[:;][^\n ]{1,120}",
    r"(?m)^[> ]{0,4}date: ?(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d:\d\d[^\n]{0,30}",
    r"\bon (?:\w{3,9},? )?[\w ,./]{5,30},? (?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?,? [^\n]{1,90}? ?wrote:",
    (
        r"(?:(?<![CT] )(?<![CTct])\+|\b00)\d[\d ().,/#-]{6,24}\d(?!\d)|\(\d{3,5}\) ?\d{3}[- ]?\d{3,4}\b|"
        r"\b\d{3}[-. ]\d{3}[-. ]\d{4}\b|\b0\d{2,4}[ /-]?\d{3,4}(?:[ -]?\d{2,4}){1,2}\b"
    ),
    (
        r"\b(?:tel|phone|mobile|cell|call me (?:at|on)|ring me on|whatsapp|fax|"
        r"dial(?:-in)?)\b[.:]? ?\(?[+\d][\d ()/.-]{5,22}\d"
    ),
    (
        r"\b(?:meeting|zoom|teams|webex|skype|conference|webinar|access|host|event|job|candidate|applicant|application|"
        r"employee) (?:id|code|key|number|no|ref)\.?(?: is)?[:#]? ?[\w-]{1,20}(?: \d{2,4}){0,4}"
    ),
    r"\b(?:pass ?code|password|pin|pwd)(?: is)?[:#]? ?\w{3,20}",
    r"(?<![\w.])\d{7,}(?!\d|T\d{4})",
    (
        r"[$€£¥₹] ?\d[\d,.]{0,12}(?: ?- ?[$€£]?\d[\d,.]{0,12})?(?: ?(?:k|m|mn|million|lakh|"
        r"lpa)\b)?(?: ?(?:/|per|an?|p\.?) ?(?:hour|hr|h|day|week|month|year|annum)\b)?"
    ),
    (
        r"\b\d[\d,.]{0,12}(?: ?- ?\d[\d,.]{0,12})? ?(?:[$€£₹%]|(?:eur|euros?|usd|dollars?|bucks|gbp|"
        r"pounds?|quid|inr|rs|rupees|lakhs?|lpa|percent|per cent|k|pence|cents?|reais)\b)"
    ),
    r"\b(?:rs|inr|usd|eur|gbp|aud|cad)\.? ?\d[\d,.]{0,12}",
    (
        r"\b\d{1,3}(?:[.,]\d{1,2})?(?: ?hours?| ?hrs?| ?h| ?days?| ?shifts?)? ?(?:an|a|per|/|p|each|"
        r"every) ?(?:hour|hr|h|wk|week|w|month|mo|day|year|yr|annum|fortnight)\b"
    ),
    r"\b\d(?: days?)? on,?(?: and)? \d(?: days?)? off\b|\bslot \d{1,2}(?= ?[(:,-] ?\d{1,2}[:.]\d\d)",
    r"\b24 ?[/-] ?7(?: ?/ ?365)?\b|\b50[/-]50\b|\b20/20\b|\b360\b|\b9/11\b",
    r"\b1 ?: ?1s?\b(?! ?[ap]m)|\bone[- ](?:to|on)[- ]one\b|\b1[- ](?:on|to)[- ]1\b|\b1-1\b|\b\d:\d(?![\d:])(?! ?[ap]m)",
    (
        r"(?:\b(?:an?|normal|usual|regular|standard|my|the|old|boring|your|another) |\b(?:works?|working|"
        r"worked|job|hours?|open|monday to friday|mon-fri|mon to fri)(?: (?:is|are|from|"
        r"of))?:? )(?:mon(?:day)?s?(?:-| to )fri(?:day)?s?,? )?(?:[5-9]|10|nine|eight)(?: ?am)?[ -]?(?:to|"
        r"-|till)[ -]?(?:1[3-9]|2[0-4]|[2-7]|five|four|six)(?: ?pm)?\b"
    ),
    (
        r"\b(?:[5-9]|nine)[ -]?(?:to|-|till|/)[ -]?(?:[3-6]|five)[ -](?:jobs?|roles?|works?|schedule|"
        r"grind|life|hours|thing|position|shifts?|rota|gig|office)\b"
    ),
    (
        r"\b(?:opening|office|business|working|visiting|core|shift|school) (?:hours|times)(?: are|"
        r" is)?:? (?:from )?(?:mon(?:day)?s?(?:-| to )(?:fri|sat|"
        r"sun)(?:day)?s?,? )?\d{1,2}(?:[:.]\d\d)? ?(?:am)?(?: ?- ?| to )\d{1,2}(?:[:.]\d\d)? ?(?:pm)?"
    ),
    r"\b(?:v|ver|version|release) ?\d{1,4}(?:\.\d{1,4}){0,3}\b",
    (
        r"\b\d{1,4}\.\d{1,4}\.\d{1,4}\.\d{1,4}\b|"
        r"(?<![\d./-])\d{1,2}\.\d{1,3}\.\d{1,3}(?![\d.])(?<!\.\d\d)"
    ),
    (
        r"\b(?:python|java|php|node|ruby|go|rust|django|rails|angular|react|vue|ios|android|kotlin|swift|"
        r"ubuntu|debian|postgres|mysql|windows|excel|office|kubernetes|typescript|spring|scala|net|c\+\+|"
        r"sql|word) ?(?:v)?\d{1,4}(?:\.\d{1,3}){0,2}\b"
    ),
    (
        r"\b(?:aged?|i'?m|im|i am|he'?s|she'?s|turn(?:ed|ing)?) \d\d\b(?! ?(?:[ap]\.?m|minutes|mins|hours|"
        r"days))(?![:.]\d)|\(\d\d(?:,[^()\n]{0,40})?\)|\b\d\d ?(?:yo|y/o|yrs? old|years? old|year-old)\b"
    ),
    (
        r"\b\d{1,2}(?:\.\d)? ?(?:out of|/) ?(?:5|10|100)(?! ?at\b)(?: (?:stars?|rating|points?))\b|"
        r"\b\d(?:\.\d)? out of \d{1,3}\b|\b(?:rated|rating|scored?|stars?) (?:of |is |"
        r"was )?\d[\d.]*(?: ?/ ?\d{1,2})?"
    ),
    (
        r"\b(?:scale|range|rank|rate|rated|number|choose|pick)\b[^.\n]{0,20}?\b\d{1,2} ?(?:to|"
        r"-) ?\d{1,3}\b|\b(?:give|gave|rate|score)\b[^.\n]{0,20}?\b\d{1,2} ?(?:/|out of) ?\d{1,3}\b"
    ),
    (
        r"\b(?:asked|answered|did|finished|solved|wrote|made|learned|completed|took|drove|walked|fixed|"
        rf"cooked|served|taught|cleaned|passed|read|replied|said)\b[^.\n]{{0,40}}?\bin (?:(?:under|less than|"
        rf"about) )?(?:\d{{1,3}}|{SMALL}) ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?)\b"
    ),
    r"\bdate of birth:? ?[\d ./-]{6,12}|\b(?:dob|born)(?: on| in)?:? ?[\d./-]{4,10}",
    (
        r"\b(?:works?|working|busy|on shift|shift|in class|class|school|teaching|lessons?|free|available|asleep|"
        r"nursery)"
        r"(?: (?:only|there|is|are|that day|tomorrow)){0,2} (?:until|till|til|'til) (?:about |around )?"
        rf"(?:half past |quarter (?:past|to) )?(?:{HOUR_WORD}|\d{{1,2}}(?:[:.]\d\d)?)(?: ?[ap]\.?m\b|"
        rf" o'?clock)?(?!\w)(?!:\d)"
    ),
    r"\bstart(?:s|ing|ing date)?:? (?:in )?(?:early |late |mid[- ])?20\d\d\b(?![-/.:]\d)",
    (
        r"\b(?:in|since|from|of|©|back in|until|for|class of|by|copyright|summer|winter|spring|"
        r"autumn) (?:19\d\d|20[01]\d|202[0-5])\b|\b(?:19\d\d|20[0-2]\d) ?(?:-|to|until) ?(?:19\d\d|"
        r"20[0-2]\d|now|today|present)\b"
    ),
    r"(?<!\w)#\d{1,8}\b|\b\d{1,2} of \d{1,2}\b",
    r"\b(?:no|nr|rm|apt|ext|ste|fl|bldg|lvl|yr|jct|hwy)\. ?\d{1,6}[a-z]?(?:[/-]\d{1,6}){0,3}\b(?!:)",
    (
        r"\b(?:ref|reference|vacancy|advert|advertisement|file|case|requisition|req|tender|post)(?: (?:no|nr|number|"
        r"code|id|ref))?\.? ?[:#]? ?(?=[\w/-]{0,30}\d)[a-z]{1,12}\d{0,8}(?:[/-]\w{1,12}){1,6}"
    ),
    (
        r"\b(?:salary|pay|wages?|rate|pays|paid|earn|earning|ctc|budget|price|costs?|fee|bonus|"
        r"worth)(?: (?:is|was|of|from|at|around|about|range|up|to|me)){0,3}:? ?\d[\d.,]{0,9}(?: ?(?:-|"
        r"to) ?\d[\d.,]{0,9})?(?![\d:]| ?[ap]m)"
    ),
    r"\b(?:son|daughter|kids?|child|boy|girl|baby|dog|he|she)(?: is|'s) (?:only )?\d{1,2}\b(?![:.]\d| ?[ap]m)",
    (
        r"\b(?:interviewers|participants|attendees|candidates|rounds|people|persons|guests|panel(?:ists)?|"
        r"vacancies|openings|positions|seats|members|questions|beds|staff|kids|children|"
        r"headcount)(?: \w+)? ?: ?\d{1,3}\b(?![:.]\d)"
    ),
)
_HABITS = (
    (
        rf"\b(?:every|each|most|alternate|any given) (?:other |second |single )?(?:{WEEKDAY}|weekday|week|"
        r"month|fortnight)\b"
    ),
    (
        r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekday)s\b(?!')|\b(?:weekly|"
        r"fortnightly|recurring|repeats)\b"
    ),
)
_ORDINAL_NOUN = (
    "rounds?|floor|interviews?|stages?|steps?|time|year|grade|class|street|st|avenue|ave|place|century|edition|party|degree"
    "|job|shift|round|level|phase|person|choice|option|quarter|one|meeting|chat|talk|call|visit|part|team|line|lesson"
    "|period|baby|child|day|week|month|term|semester|door|left|right|half|home|rung|people"
    "|of (?:three|four|five|six|[2-9])"
)
_LATE = (
    (
        rf"\b(?:{_LABELS})s?\b(?: ?(?:is|nos?\.|number|#|"
        r"nr\.?))?(?::|\.(?=\d))? ?\(?#?[a-z]?-?\d{1,6}(?:[./-]\d{1,4})?[a-z]?\b(?![:]\d)(?! ?[ap]\.?m\b)(?! "
        r"?o'clock)"
    ),
    rf"\b(?:{_LABELS})s? (?:{HOUR_WORD}|[a-d]\d{{0,3}})\b(?! (?:o'clock|thirty|fifteen|am|pm))",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)(?: |-)(?:and (?:final|last) )?(?:{_ORDINAL_NOUN})\b",
    (
        rf"\b(?:first|second|third|fourth|fifth|final|last)[ -](?:and (?:final|last) )?(?!(?:day|shift) (?:is|"
        rf"will|starts?|on|"
        rf"at)\b)(?:{_ORDINAL_NOUN})\b"
    ),
    (
        r"(?<!on )\bthe (?:first|second|third|fourth|fifth)(?= (?:is|will be) (?:(?:at|with|in|for|from) (?!\d|noon\b|"
        rf"midday\b|the )|(?:on )?(?:this |next |coming )?(?:{WEEKDAY}|tomorrow|today)\b))"
    ),
    (
        r"\b\d{1,5}[a-z]?(?:[/-]\d{1,4})? (?:[A-Z][\w'.-]{1,20} ){1,3}(?:[Ss]treet|[Ss]tr?\.?|[Rr]oad|"
        r"[Rr]d\.?|[Aa]venue|[Aa]ve\.?|[Ll]ane|[Ll]n|[Dd]rive|[Dd]r|[Ww]ay|[Ss]quare|[Ss]q|[Pp]lace|[Pp]l|"
        r"[Bb]oulevard|[Bb]lvd|[Cc]ourt|[Ct]|[Cc]rescent|[Tt]errace|[Pp]arade|[Hh]ighway|[Gg]ardens|"
        r"[Hh]ill|[Rr]ow|[Qq]uay)\b"
    ),
    (
        r"\b[A-Z][\w'.-]{2,25}(?:(?: ?[Ss]tr(?:\.|asse|aße)|straße|strasse|weg|platz|allee|gasse|straat|"
        r"laan|plein)| (?:[Ss]t(?:reet)?|[Rr](?:oa)?d|[Aa]ve(?:nue)?|[Ll]ane))\.? \d{1,4}[a-z]?\b"
    ),
    r"\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\b\d{5} [A-Z][a-z]+|\b[A-Z]{2} \d{5}\b",
)
_NAMES = (
    (
        r"\bmonday\.com\b|\bsun (?:life|microsystems|chemical|hydraulics|pharma|country|hotel|inn|"
        r"newspaper|trust|valley)\b"
    ),
    r"\b(?:the|at the) (?:sun|half moon)\b(?= (?:inn|pub|hotel|newspaper))",
    (
        r"(?-i:\b(?:Noon|Seven|Eight|Nine|One|Two|Three|Four|Five|Six|Ten|Eleven|Twelve|Midnight|March|"
        r"May|April|June|August|Sunday|Monday|Tuesday|Friday|Saturday|Thursday|Wednesday|Tomorrow|"
        r"Today))(?= (?:(?-i:Ltd|Limited|Inc|GmbH|LLC|AG|Co|Corp|Group|Foods|Cafe|Café|Hotel|Bistro|"
        r"Solutions|Partners|Labs|Studios?|Systems|Consulting|Healthcare|Care|Logistics|Energy|Media|"
        r"Agency|Brothers|Sons|Capital|Bank|Academy|School|Restaurant|Bar|Bakery|Homes|Recruitment|"
        r"Associates|Construction|Hills?|Sisters|Times|Club|Clinic|Dental|Gallery|House|Kitchen))\b| ?& )"
    ),
    (
        r"(?-i:\b(?:Mr|Mrs|Ms|Miss|Dr|Sister|Prof|Sir|Madam|Auntie|Uncle)\.?) (?-i:(?:May|March|April|"
        r"June|Friday|Monday|Sunday|August|Noon|Day|Week|Weeks|Summers?|Winter|Seven|Ten))\b"
    ),
    (
        rf"\b(?:{WEEKDAY})'s\b(?! (?:interview|call|meeting|chat|slot|appointment|round|visit|trial|shift|"
        r"date|session|at\b|\d))"
    ),
    r"\b(?:tgi|t\.g\.i\.) friday'?s\b|\bruby tuesday\b|\bfridays\b(?= (?:restaurant|bar|grill))",
    (
        r"\b(?:happy|thank god it's|black|good|cyber|casual|super|giving|ash|"
        rf"palm) (?:{WEEKDAY})\b(?= (?:sale|team|deals))"
    ),
    (
        r"\bgood (?:morning|afternoon|evening|night|day)\b|\bmorning,? (?:all|everyone|team)\b|"
        r"(?m:^(?:morning|evening|afternoon)[,!])"
    ),
    (
        r"(?-i:(?<!day )(?<!omorrow )\b(?:Night|Day) (?!At|On|From|With|In|Interview|Call|Meeting|Chat|Shift)"
        r"[A-Z][a-z]{2,20})|\b(?:night|day|morning|evening|late|early|afternoon|back|twilight|graveyard|split|"
        r"weekend)[ -]?(?:shifts?|nurses?|duty|work|workers?|porter|manager|staff|team|classes|school|wardens?|guards?|"
        r"watch(?:man)?|carers?|cleaners?|drivers?|receptionists?|supervisors?|bakers?|sisters?|operators?|security|"
        r"rota|cover|crew|job|routine|person|owl|bus|train|train|club|audit(?:or)?)\b"
    ),
    (
        r"\b(?:mornings|evenings|afternoons|nights|weekends)\b|\bovernight\b|\b(?:all|every|each|whole|"
        r"most|last|same|the other|per) (?:day|night|morning|evening|weekend|afternoon)|\b(?:all|"
        r"the whole|per|last|same) (?:week|month)\b"
    ),
    (
        r"\b(?:mon(?:day)?s?|tue(?:sday)?s?|wed(?:nesday)?s?) ?(?:-|to|through|thru|"
        r"till) ?(?:thu(?:rsday)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?)\b(?= (?:only|job|role|"
        r"shift|work|week|pattern|rota|schedule))"
    ),
    (
        r"\b(?:have|enjoy|had) a (?:nice|good|great|lovely|wonderful|pleasant) (?:rest of (?:the|"
        r"your) )?(?:day|week|weekend|evening|afternoon|morning)\b"
    ),
    (
        r"\b(?:last|past|previous) (?:week|month|year|night|summer|winter|spring|autumn|few (?:days|"
        r"weeks)|couple of (?:days|weeks))\b"
    ),
    (
        r"\b(?:start(?:s|ing)?|begin(?:s|ning)?|join(?:ing)?|available|free) (?:work |there )?(?:in|from) "
        rf"(?:early |mid[- ]|late )?(?:{MONTH})\b(?! ?\d)"
    ),
    rf"\bsince (?:{MONTH})\b(?: \d{{4}})?|\bsince (?:last )?(?:{WEEKDAY}|yesterday|this morning)\b",
    (
        rf"\b(?:{SMALL}|\d{{1,3}}|a few|a couple of|several|some) (?:minutes?|mins?|hours?|hrs?|days?|"
        r"weeks?|months?|years?|yrs?) (?:ago|back)\b"
    ),
    (
        rf"\b(?:week|day|month|year)s? (?:of|off|in|by|to) \b(?!(?<=week of )(?:the )?(?:\d|{MONTH}\b))|"
        r"\b(?:this|these|those) (?:days|weeks|"
        r"years)\b|\b(?:long|busy|hard|tough|working|trial|school|pay|sick|rest|big|open|bad|"
        r"great) (?:day|week|month|year)s?\b"
    ),
)


# Each pattern with the mark that covers what it matches.
_PATTERNS_EARLY = Sieve([(re.compile(pattern, _I), NOISE) for pattern in (*_EARLY, *_NAMES)]
                        + [(re.compile(pattern, _I), HABIT) for pattern in _HABITS])  # fmt: skip
_PATTERNS_LATE = Sieve([(re.compile(pattern, _I), NOISE) for pattern in _LATE[:5]]
                       + [(re.compile(pattern), NOISE) for pattern in _LATE[5:]])  # fmt: skip
_TIMEY = (
    r"am|pm|a|p|o'?clock|h|hrs?|hours?|mins?|minutes?|uhr|noon|at|on|in|with|w|to|and|or|for|until|"
    r"till|til|the|my|our|your"
    r"|their|tomorrow|today|tonight|this|next|sharp|via|by|from|if|is|but|of|est|edt|cet|gmt|et|pt|ct|"
    rf"mt|{MONTH}|{WEEKDAY}"
    r"|please|pls|thanks|thx|ok|okay|works?|st|nd|rd|th|days?|weeks?|fortnights?|months?|years?|"
    r"morning|afternoon|evening"
    r"|past|half|quarter|as|because|so|then|not|over|local|online|latest|instead|ish|interview|call|meeting|\d+"
)
_COUNT = re.compile(
    r"(?<![\d:./@-])(?P<x>\b(?:\d{1,6}(?:[.,]\d{1,3})?(?: ?[-x/+] ?\d{1,4})?\+?|"
    rf"{HOUR_WORD})[ -](?!(?i:{_TIMEY})\b)[a-z][a-z'/-]{{1,24}}\b)"
)
_NAMED = re.compile(
    rf"(?<![\d:./@-])(?<!\bat )(?<!\bAt )(?P<x>\b\d{{1,3}} (?!(?i:{_TIMEY})\b)[A-Z][\w'&.-]{{1,24}})"
    r"(?![^\n]{0,3}(?:[AP]M|ime))"
)
_GLUED = re.compile(
    r"\b[A-Za-z]+\d[\w-]*|(?<![\w:.])\d+(?:\.\d+)?[A-Za-z][\w-]*|\b\d{1,3} of (?:them|these|those|which|"
    r"us|my|our|your|the)\b|\b\d{1,2} of \d{1,2}\b"
)
_UNITS = re.compile(
    rf"(?<!\bin )(?<!{DAY} )\b(?:\d{{1,4}}(?:[.,]\d{{1,2}})?|{SMALL}|a few|several|many|some)(?: ?(?:-|to|"
    r"or) ?\d{1,3})?[ -]?(?:days?|weeks?|months?|years?|yrs?)\b(?! from (?:now|today|tomorrow))"
    rf"(?! (?:from|after|on|before) (?:the |this |next )?{DAY})",
    _I,
)
_TITLED = re.compile(
    r"\b(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|\d{1,2})[ -](?!Jan|Feb|Mar|"
    r"Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|AM|PM|Am|Pm|Thirty|Fifteen|"
    r"Uhr)[A-Z][a-z]{2,20}"
    r"|\b(?!At|On|The|From|To|For|And|Or|Is|In|By|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|"
    r"Tue|Wed|Thu|Fri|Sat|Sun)[A-Z][a-z]{2,20} (?:1[3-9]|[2-9]\d)(?![\d:h./-]| ?[ap]m|st|nd|rd|th)\b"
    r"|\b(?:[Mm]otel|[Ss]tudio|[Ss]tation|[Hh]otel|[Tt]he|[Bb]ar|[Cc]lub|[Cc]afe|[Rr]oom|"
    r"[Cc]hannel) (?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)\b"
)
_BIG = re.compile(
    r"(?<![\d:./-])\b(?!(?:19|20)\d\d\b)(?:\d{5,}|3[3-9]|[4-9]\d|[1-9]\d\d|[3-9]\d{3}|2[4-9]\d\d|"
    r"\d{1,3}(?:,\d{3})+)\b(?![:/]|[.-]\d| ?[ap]\.?m)"
)
_WORD_COUNT = re.compile(
    rf"\b{HOUR_WORD}[ -](?:of|or (?:two|three|four))\b|\b(?:one|no one|any ?one|some ?one|each one|"
    rf"this one|that one)\b|\b{HOUR_WORD}-(?!thirty|fifteen|forty|o)[a-z]+\b",
    _I,
)

_NOT_THAT = re.compile(rf"(?<={CLOCK}),? (?:and )?not (?:at )?(?P<x>(?:\d{{1,2}}|{HOUR_WORD})\b)(?![:.]\d| ?[ap]m)", _I)
_PATTERNS_COUNTS = Sieve(
    (pattern, NOISE) for pattern in (_NOT_THAT, _UNITS, _TITLED, _GLUED, _COUNT, _NAMED, _BIG, _WORD_COUNT)
)


def mask_early(board: Board) -> None:
    """Covers what can be told to be no time by itself: before any clock or day is looked for."""
    _cover(board, _PATTERNS_EARLY)


def mask_labels(board: Board) -> None:
    """Covers rooms, rounds, streets and other labelled numbers."""
    _cover(board, _PATTERNS_LATE)


def mask_counts(board: Board) -> None:
    """Covers numbers that count something: after clocks and days are taken, as they take the ambiguous ones."""
    _cover(board, _PATTERNS_COUNTS)


def _cover(board: Board, patterns: Sieve[str]) -> None:
    for pattern, mark in patterns.pick(board.pieces):
        board.blank(pattern, mark)

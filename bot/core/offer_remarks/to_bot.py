"""What is put to the bot beside an offer, and not to the employer: what is missing, what now, is that normal; a bare
word that asks what the letter says of it."""

from __future__ import annotations

import re

FILL = (
    r"^(?:(?:ok|okay|so|and|but|well|hm+|thanks|thank you|ta|cheers|right|then|now|also|please|pls|hey|oh|yes|yeah|no|"
    r"just|mate|sorry|reckon|i reckon|do you think|you think|u think|tell me|can you tell me|can u tell me|i wonder|"
    r"i was asking you|im asking you)[ ,]+)*"
)
_END = r"(?: (?:in it|in there|there|here|from it|then|now|still|exactly|though|tho|please|pls|else|so far|mate))*$"
_SOME = r"(?:anything|something|sth|sthg|any|a thing|stuff|much)(?: (?:obvious|important|big|else))?"
_GONE = r"(?:miss(?:ed|ing)?|forg(?:et|ot|otten)|overlook(?:ed|ing)?|le(?:ave|ft) out|not ask(?:ed)?)"
_OPEN = (
    r"(?:missing|open|unclear|left|lacking|vague|unanswered|left out|left open|not clear|not said|not mentioned|"
    r"not covered|not in it|not in there|not there|to ask|to be asked|to clarify|to clear up)"
)
_THEY = r"(?:they|he|she|it|the letter|the offer|the contract|that|this)"
_ASKED = r"(?:ask|know|check|raise|find out|clear up|clarify|watch(?: out)? for|look out for|worry about|sort out)"
_MISSING = (
    r"which (?:\w+ )?(?:of (?:these|them) )?(?:are|is|matters?|count) (?:the )?(?:most|bad|worst|important|"
    r"worrying|risky)(?: .*)?|"
    r"is there (?:anything|something) (?:left|still|else) to (?:ask|clear up|check)(?: them)?|"
    r"whats (?:the )?(?:catch|snag|trap)|where is the catch|(?:any|are there any|is there a|see any) (?:red flags?|"
    r"catch(?:es)?|traps?|snags?|"
    r"concerns|pitfalls)(?: (?:in|with|about|for) .*)?|what would (?:you|u) (?:ask|check|clear up|"
    r"want to know)(?: (?:them|next|first|about))*|"
    rf"what(?:s| is| are| was|re)?(?: \w+)?(?: still| else)? ?{_OPEN}|"
    rf"what(?: else)? (?:have|did|do|am|ve|has|had) i (?:still |maybe |possibly )?{_GONE}|"
    rf"what(?:ve| have)? i(?:ve)? {_GONE}|"
    rf"(?:have|did|am|do|ive|i|has|had)(?: i)?(?:ve)? {_GONE} {_SOME}|"
    rf"(?:is |are |was )?(?:there )?{_SOME} (?:else |thats |that is )?(?:{_OPEN}|{_GONE}|wrong|i{_GONE}|"
    rf"ive {_GONE}|i {_GONE}|"
    rf"i (?:should|need to|must|could) {_ASKED}(?: about)?|they {_GONE}|to {_ASKED})|"
    rf"what (?:did|do|have|has|does|is|are) {_THEY} (?:not |never )?(?:{_GONE}|not say|not mention|not tell|"
    rf"hid(?:e|ing)|leave open|"
    r"left open|say nothing (?:of|on|about)|skip|skipped|keep quiet about)(?: me| out)?|"
    rf"what (?:didnt|dont|doesnt|havent|hasnt|isnt) {_THEY} (?:say|mention|tell|said|mentioned|told|write|"
    rf"cover)(?: me)?|"
    r"(?:which|what) (?:points?|things?|bits?|parts?|ones?|questions?|terms?)(?: \w+)? (?:is|are|do i|did they|"
    r"were)(?: \w+){0,2} "
    rf"(?:{_OPEN}|ask|forget)|"
    rf"(?:show|give|list|name)(?: me)?(?: again)? (?:what(?:s| is)? {_OPEN}|(?:all )?the (?:gaps?|holes|"
    rf"missing \w+|open \w+|rest))|"
    r"(?:the |any )?gaps?|any holes(?: in it)?|where are the (?:gaps|holes)|"
    rf"what else (?:should|do|can|could|must|shall|would) i (?:need to |have to |"
    rf"want to )?{_ASKED}(?: about)?(?: them| him| her)?|"
    rf"what (?:do|should|must) i (?:still |also )(?:need to |have to |want to )?{_ASKED}(?: about)?(?: them| him|"
    rf" her)?|"
    r"is (?:it|that|this|the (?:offer|letter)) (?:complete|everything|all(?: there is| i need)?)|"
    r"what about the (?:rest|others|other (?:things|points|ones))"
)
_NEXT = (
    r"what(?:s)? (?:now|next)|now what|and now|next|whats? (?:is )?(?:my |the )?next(?: step| move|"
    r" thing)?(?: for me)?|"
    r"what (?:do|should|shall|can|must) i do (?:next|first|from here)|(?:where|how) do i go (?:on|from here)|"
    r"how does (?:it|this) go on|what happens (?:now|next)|what comes next|next step|whats the plan"
)
_JUDGED = (
    r"(?:a (?:normal|usual|common|standard|typical|fair|good|weird|strange) (?:thing|answer|clause|rule|practice|"
    r"term|condition|reply)|normal|usual|common|standard|typical|legal|lawful|allowed|customary|fair|reasonable|"
    r"weird|odd|strange|"
    r"dodgy|rare|sketchy|"
    r"(?:a )?red flag|a lot|much|enough|low|high|right|too much|too little|too low|bad|suspicious|how it works|"
    r"how it goes|"
    r"how that works|the norm|unusual|a problem|a bad sign)"
)
_VERY = r"(?:even |really |quite |just |all |totally |actually |pretty |considered |that |so )*"
_FOR = r"(?: (?:for|in|at|with|here|though|tho|or not|or what|then|these days|nowadays|you think|do you think)\b.*)?$"
_NORMAL = re.compile(
    FILL + rf"(?:(?:is|are|was|isnt|arent|does)(?: (?P<what>.+?))? (?:sound |seem |look )?{_VERY}{_JUDGED}"
    rf"{_FOR}|(?:is|are) (?:that|this|it|these|those)(?: all| both)? (?:ok|okay|alright|all right|fine|good)$|"
    rf"normal(?: or not)?$)"
)
_HOW_USUAL = re.compile(FILL + r"how (?:normal|usual|common|typical|standard) (?:is|are) (?P<what>.+)$")
_WORTH = re.compile(
    FILL + r"(?:(?:should|shall|do|can|could|must|may|ought|am) (?:i|we)(?: (?:really|even|better|need to|have to|"
    r"allowed to|to|still|"
    r"maybe|also|just))* (?:ask|raise|mention|bring|query|question|check|clear|chase|push)(?: (?:them|him|"
    r"her))?(?: up)?"
    r"(?: (?:about|on|with|again))?(?: (?P<what>(?!for\b).+))?|(?:is|would) (?P<that>.+?)(?: be)? worth (?:asking|"
    r"a question|checking|raising)"
    r"(?: about)?|worth (?:asking|checking)(?: about)?(?: (?P<it>.+))?|is it (?:ok|okay|fine|alright|rude|allowed|"
    r"weird) to "
    r"(?:ask|raise|mention|bring up)(?: (?:them|him|her))?(?: about)? (?P<up>(?!for\b).+))$"
)
_MEANS = re.compile(
    FILL + r"(?:what(?: exactly)? (?:does|do|did|would|is|are)(?: (?:they|he|she|it))? (?:mean|meant) (?:by|"
    r"with) (?P<by>.+)|"
    r"what(?: exactly)? (?:does|do|did|would) (?P<what>.+?) (?:even |really |actually )?mean(?: (?:for me|here|"
    r"exactly|then|in (?:it|the \w+|this \w+|there)))*|"
    r"what(?:s| is) meant (?:by|with) (?P<meant>.+)|whats the meaning of (?P<of>.+))$"
)
_UNCLEAR = re.compile(
    FILL + r"(?:i )?(?:dont|do not|didnt|cant) (?:really |quite |fully )?(?:understand|get|follow) (?:the |that |"
    r"what they mean by )?"
    r"(?P<what>(?!it\b|that\b|this\b|you\b|why\b|how\b|what\b|a\b|any\b|the job)\w[\w -]{2,40}?)(?: part| bit|"
    r" thing| stuff| sentence| clause)?$"
)
_IN_IT = re.compile(
    FILL + r"(?:is|are|was) (?:the |my |their |that )?(?P<what>(?!it\b|this\b|that\b|they\b)\w[\w -]{1,40}?)(?: thing|"
    r" stuff| part| bit)?"
    r" (?:ok|okay|alright|all right|fine|in there|in it|clear|mentioned|settled|stated)$"
)
_THERE = re.compile(
    FILL + r"(?:is|are) (?:that|this|it|those)(?: all)? (?:in (?:there|it|the \w+)|mentioned|"
    r"stated|covered)$"
)
_NOUNS = (
    r"notice(?: periods?)?|holidays?|hols|(?:annual |sick |parental |maternity |paternity |family )?leave|vacation|pto|"
    r"days? off|time off|sick(?:ness)?(?: pay| days?)?|pensions?|super(?:annuation)?|retirement|401k|overtime|ot|"
    r"on[- ]?calls?|standby|call ?outs?|allowances?|pay|salary|wages?|money|rate|(?:base|hourly|basic) (?:pay|rate)|"
    r"bonus(?:es)?|commission|tips|(?:working )?hours|shifts?|rota|roster|schedule|breaks?|nights?|weekends?|sundays?|"
    r"saturdays?|evenings?|bank holidays?|training|courses?|induction|onboarding|probation|"
    r"(?:trial|probation|qualifying)(?: periods?| time)?|start(?:ing)?(?: date| day)|contract(?: type)?|"
    r"kind of contract|"
    r"location|place(?: of work)?|sites?|commut(?:e|ing)|travel(?:ling|ing)?|expenses|mileage|petrol|fuel|parking|"
    r"(?:company |work )?(?:car|van|phone|laptop)|tools|uniforms?|ppe|equipment|boss|manager|supervisor|team|"
    r"colleagues|"
    r"health(?: ?care| cover| insurance)?|insurance|medical|dental|benefits|perks|home ?office|wfh|maternity|paternity|"
    r"non ?competes?|second job|side job|pay ?rises?|raises?|(?:pay |salary )?reviews?|(?:job )?title|grade|banding|"
    r"tasks|duties|deadline|equity|shares|stock(?: options)?|promotions?|progression|targets|relocation|references|"
    r"sign[- ]?on(?: bonus)?|(?:background )?checks?|termination|shift (?:pay|allowance|premium)|night (?:pay|"
    r"premium|allowance)"
)
_LEAD = (
    r"^(?:(?:ok|okay|so|and|but|well|hm+|then|now|also|please|pls|hey|oh|whats with)[ ,]+)*"  # "no pension" is a term
)
_TERM = re.compile(
    _LEAD + rf"(?P<what>(?:(?:the|my|any|their|a) )?(?:{_NOUNS})(?:(?: and| or| &|,| plus)? (?:(?:the|my|"
    rf"any) )?(?:{_NOUNS})){{0,3}})"
    r"(?: then| though| tho| please| pls| again)*$"
)
_SAYS = re.compile(
    FILL + r"(?:whats? (?:does |do |did )?(?:it|they|he|she|the \w+) (?:actually |really )?(?:say|said|says|tell|"
    r"tells)(?: me)? (?:about|on|of)|"
    r"(?:does|do|did) (?:it|they|he|she|the \w+) (?:even |actually )?(?:say|mention|tell)(?: me)?(?: anything|"
    r" something| a word)?(?: (?:about|on|of))?|"
    r"(?:is there |was there )?(?:anything|something) (?:in it |in there |said )?(?:about|on)|what did (?:you|"
    r"u) (?:read|find) (?:about|on)|"
    r"whats in it (?:about|on)|(?:its|it is|theyre|they are) (?:missing|lacking)(?: the| any)?) (?P<what>.+)$"
)
_MISSING_ANY = re.compile(FILL + rf"(?:{_MISSING}){_END}")
_NEXT_ANY = re.compile(FILL + rf"(?:{_NEXT})(?: (?:then|please|pls|for me|mate))*$")
_THAT = re.compile(r"^(?:that|this|it|these|those|them|all that|they)?(?: (?:thing|one|bit|part))?$")


def put_to_bot(line: str) -> tuple[str, str] | None:
    """What a flat clause wants of the bot itself, with the words that it is about ("" where it points back: "that").

    ``missing``: what is open; ``next``: the next step; ``normal``: whether something is usual; ``worth``: whether to
    ask; ``means``: what words mean; ``term``: what the letter says of a thing. None where it is put to nobody here.
    """
    if _MISSING_ANY.search(line):
        return "missing", ""
    if _NEXT_ANY.search(line):
        return "next", ""
    for kind, pattern in (
        ("means", _MEANS), ("means", _UNCLEAR), ("worth", _WORTH), ("normal", _HOW_USUAL),
        ("normal", _NORMAL), ("term", _IN_IT), ("term", _THERE), ("term", _TERM), ("term", _SAYS),
    ):  # fmt: skip
        if found := pattern.search(line):
            words = next((words for words in found.groupdict().values() if words), "")
            return kind, "" if _THAT.match(words) else words
    return None

"""Finer meanings of a free message, by a few plain phrases: they lead into one conversation and nowhere else.

A wrong hint costs one tap on Undo or Back, so only phrases stand here that mean hardly anything else.
"""

from __future__ import annotations

import re2

from bot.core.patterns import any_of

CAP = 2000
_BLOCKS = (
    ("references", r"""
        (?:ask(?:ed|s|ing)|wants?|needs?|requested) (?:me )?(?:for )?(?:my |some |two |three |the )?references?
        (?:called|contacted|calling|contacting|checking|checked|check) my references?|reference check
    """),
    ("accept", r"""
        i(?:m| am) (?:going to )?(?:accept(?:ing)?|tak(?:e|ing) (?:it|the job|the offer)|say(?:ing)? yes)
        i(?:ll| will| want to| would like to| think ill) (?:accept|say yes)
        i(?: have)? decided to (?:accept|say yes|take it)|i take (?:it|the job|the offer|the post|the place)[.! ]*$
        i(?:ll| will| want to| would like to| think ill) take (?:it|the job|the offer)
        think ill take it|i accept (?:it|this|the (?:offer|job|post|position)|their offer|your offer)
        ^(?:(?:ok|okay|yes|yeah|well|and|so|then)[, ]+)*(?:i|ill|i will) (?:accept|sign|say yes)(?: it| now)?[.! ]*$
        ^(?:(?:ok|okay|yes|yeah|well|and|so|then)[, ]+)+(?:ill take|i accept|i will take) \w+(?: \w+){0,2}[.! ]*$
        i(?:m| am) (?:going to )?tak(?:e|ing) the \w+(?: \w+)? (?:job|offer|post|position|place)[.! ]*$
        i (?:accepted|said yes|signed)|(?:about|going|ready) to (?:accept|sign|say yes)|how do i accept
        (?:should|shall|do) i (?:really |just |even |then )?(?:take|accept|sign)(?: it| this| that| (?:the|this|that|
        their) (?:job|offer|one|post|position|place|contract))?(?: (?:at|from|with) \w+(?: \w+)?)?\
(?: now| or not| then)*[?!. ]*$
    """),
    ("gap", r"""
        (?:kept|keeps|keep) (?:on )?(?:asking|coming back)(?: me)? (?:about|to|on)
        asked(?: me)? (?:again and again|over and over|three times|several times|repeatedly) about
    """),
    ("badly", r"""
        (?:it|that|the interview|the call|the talk) went (?:really |so |very |pretty )?(?:bad(?:ly)?|awful(?:ly)?)
        (?:it|that|the interview|the call|the talk|today) went (?:really |so |very )?(?:terribl[ey]|horribl[ey])
        i (?:messed|screwed) (?:it |that )?up|i (?:blew|bombed|flunked) (?:it|that|the)|i froze|my mind went blank
        made a fool of myself
    """),
    ("doubt", r"""
        (?:why|who) would (?:they|anyone|anybody|ever)?(?: even| ever)? ?(?:want|hire|pick|take|choose) me
        (?:will|would|do) they (?:even |really |ever )*(?:want|take|hire|pick|choose|like) me\
(?:$|[,.;!?]| (?:at all|im|i am|at \d|with|because|when|though)\b)
        i(?:ll| will) never get (?:it|the job)
        (?:no ?one|nobody|no company|no boss|who) (?:will |would |ever |really )*\
(?:wants?|takes?|hires?|needs?|employs?)(?: to (?:hire|take|employ))?(?: \w+){0,3} \
(?:old|older|my age|like me|over (?:50|fifty|60|sixty)|without (?:a )?(?:degree|papers))
        (?:no ?one|nobody|no company|no boss|they (?:will )?never) (?:will |would |ever |really )*\
(?:wants?|takes?|hires?|needs?|employs?|picks?) me(?:$|[,.;!?]| (?:anyway|any ?more|again|at|now|and|but|
    because|with|im)\b)
        they (?:\w+ ){0,2}(?:want|take|hire|prefer|look for|are looking for) (?:some ?one |some ?body |people |a )?\
(?:\w+ )?(?:younger|smarter|better than me|with degrees)
        they all have \w+(?: \w+)?,? (?:and |but )?i have (?:none|no \w+|nothing)
        i (?:dont|do not|dont really) (?:want to|wanna) go\
(?: there| tomorrow| any ?more| to (?:the|this|that) (?:interview|talk))?\
(?:$|[,.;!]| (?:i|im|its|and|feel|because|cos)\b)
        i(?:m| am) not good enough|what if they see (?:that )?i cant|i have no chance|they will see through me
    """),
    ("cancel", r"""
        (?:want|thinking|tempted|going) (?:to|of) cancel(?:ling|ing)?(?: the)? interview
        should i (?:even |just )?cancel
    """),
    ("belief", r"""
        i(?:ve| have)? heard (?:that )?(?:they|it|the company|the boss|the place)|people say (?:that )?(?:they|it)
        (?:they|theyre|they are|its|it is) known for|reviews? (?:say|says|said|on)
        they have a (?:good|bad|great) (?:name|reputation)
        a friend (?:who|told me)(?: \w+){0,4} (?:that )?they|(?:they|people) (?:all )?say (?:in|around|about)
        (?:neighbou?r|cousin|friend)(?: who \w+(?: \w+){0,3})? (?:says|said|told me|warned me)\
(?: that)? (?:they|its?|the|no)\w*
        (?:people|everyone|everybody|some|others|they all) says? (?:that )?\
(?:she|he|there|its|the (?:boss|head|manager|owner))
        (?:who|that) (?:left|quit|worked there|works there|used to work there) (?:says?|said|told me|tells me|warned me)
        (?:a|one|the|my|some) (?:\w+ ){1,2}(?:who|that) (?:left|quit|worked there|works there)(?: \w+)? \
(?:told|warned) me
        (?:says?|said|told me)(?: that)? (?:\w+ ){0,3}(?:left|quit|resigned|walked out) (?:because|cos|coz|cause|due)
    """),
    ("decline", r"""
        turn(?:ing)? (?:it|them|this|the offer|the job) down|turn(?:ing)? down the (?:offer|job)
        i(?:m| am) (?:declining|withdrawing|pulling out)
        (?:want|going|like|decided) to (?:decline|withdraw|pull out|say no)|how do i (?:decline|say no|turn)
        i(?:ll| will) say no|i want out(?:$|[.,!])
    """),
    ("need", r"""
        need is (?:very |really )?(?:big|high|urgent)
        (?:have|got|there is) no (?:more )?money(?: (?:left|more|any ?more|now))?
        i need it (?:so |very |really )?(?:bad|badly|urgently)|i must (?:work|earn)(?:$|[,.;!]| (?:now|no|i|and|soon)\b)
        i (?:really |just |badly |urgently )?need (?:the|this|any|some) (?:money|income|wages?|pay)\
(?:$|[,.;:!]| (?:and|so|now|but|badly|right|for|too|really|i|we|more|to|please)\b)
        (?:must|have to|need to|got to|gotta|will have to|ill) take (?:what(?:ever)?|anything|any job|the first)\
(?: (?:\w+ )?(?:comes|there is|i (?:can )?get|they give|thing|one|job|offer))?
        (?:cant|cannot|can not) afford to (?:wait|be picky|be choosy|say no|turn (?:it|anything) down|lose (?:it|this))
        (?:running|run|ran) out of (?:money|savings)|savings (?:are|is) (?:\w+ )?(?:gone|over|used up)|
        beggars cant be choosers|rent (?:is|was) due|cant (?:pay|make) (?:the |my )?rent
    """),
    ("no_idea", r"""
        (?:dont|do not) (?:really |even )?know what i (?:really |even )?want(?: from a job| in a job)?[.! ]*$
        (?:no idea|not sure|clueless|unsure) what i (?:really |even )?want(?: from a job| in a job)?[.! ]*$
    """),
    ("unskilled", r"""
        (?:dont|do not|not sure|unsure|no idea|wonder) (?:know )?(?:if|whether|what|which|
        how) (?:of )?(?:my skills?|i can do|i am good at|im good at)\
(?: (?:\w+ ){0,3}(?:count|worth|matter|good|use|transfer|anywhere|else\w*|in another)\w*)?
        (?:do|will|would) (?:my )?skills? (?:even |really )?(?:count|matter|transfer)|
        what am i (?:even )?good at|i have no skills
        (?:dont|do not) know (?:my|what) (?:own )?skills
    """),
    ("colleagues", r"""
        (?:talk|speak|meet)(?: to| with)? (?:the |my |some )?(?:future )?(?:colleagues|team) (?:first|before)
        (?:talk|speak|meet)(?: to| with)? (?:some(?:one|body)|people|the people) (?:who|that|i)(?: i)? (?:would|works?)
    """),
)  # fmt: skip
_PATTERNS = tuple((name, any_of(block)) for name, block in _BLOCKS)
HINTS = tuple(name for name, _ in _BLOCKS)


_OPENS = (
    r"(?:(?:no|yes|ok|okay|so|well|and|but|then|now|just|please|pls|i think|i guess|can you|could you|i|im|ill|id|we|"
    r"am|will|would|should|shall|do|want to|wanna|like to|love to|have|decided|decided to|going to|gonna|ready to|lets|"
    r"let us|rather|definitely|probably|really|finally|have to) )*?"
)
_NOT = (
    r"(?:(?:no|ok|so|well|and|but|then|i think|i) )*(?:im not|am not|i dont|dont|do not|wont|will not|cant|cannot|"
    r"not)(?: going to| gonna| want to| wanna)?"
)
_YES = (
    r"(?:accept(?:ing|ed)?|tak(?:e|ing)|took|sign(?:ing|ed)? with|(?:say|saying|said) yes to|(?:go|going) (?:with|for)|"
    r"choos(?:e|ing)|chose|chosen|pick(?:ing|ed)?|decid(?:e|ed|ing) (?:on|for|to take))"
)
_END = r"(?: (?:for me|then|i think|i guess|please|pls|now|today|after all|instead|tho|though|right))*"
_WHOM = r"(?P<whom>\w[\w&.-]*(?: [\w&.-]+){0,5}?)"
_ACCEPTED = r"(?:yes|(?:that )?im in|(?:that )?i(?:ll| will| want to)? (?:accept|take it|say yes|said yes))"
_SAID_YES_TO = tuple(
    re2.compile(pattern)
    for pattern in (
        rf"^{_OPENS}{_YES} {_WHOM}{_END}$",
        rf"^{_OPENS}yes to {_WHOM}{_END}$",
        rf"^{_OPENS}(?:tell|write|write to|say to|answer|reply to|inform) {_WHOM} {_ACCEPTED}{_END}$",
        rf"^{_OPENS}(?:my (?:choice|pick|decision) is|its|it is|it will be|its going to be) {_WHOM}{_END}$",
        rf"^(?:(?:ok|so|then|well) )*{_WHOM} it is{_END}$",
    )
)
_AT = r"(?: to (?:work|go|be|start) (?:at|for|to|with))?"
_SAID_NO_TO = (
    re2.compile(rf"^{_NOT} {_YES} {_WHOM}{_END}$"),
    re2.compile(rf"^{_OPENS}(?:say )?no to {_WHOM}{_END}$"),
    re2.compile(rf"^{_OPENS}(?:dont|do not) want{_AT} {_WHOM}{_END}$"),
)
_CLAUSES = re2.compile(r"[,;!?:\n]+|\.(?:\s|$)| - |\s(?:but|and|so|because)\s")
_FEW = 14  # words; in a longer message it is told in passing


def said_yes_to(text: str) -> str:
    """Whose offer a short message says yes to or thinks of taking ("im going with halden"): words that stand where a
    name would; whether they name a job, only the caller knows. Empty where nothing of the sort is said."""
    return _whom(text, _SAID_YES_TO)


def said_no_to(text: str) -> str:
    """The same of a no: "im not taking the halden job"."""
    return _whom(text, _SAID_NO_TO)


def _whom(text: str, patterns: tuple[re2._Regexp, ...]) -> str:
    clauses = [" ".join(clause.split()) for clause in _CLAUSES.split(_flat(text))]
    if sum(len(clause.split()) for clause in clauses) > _FEW:
        return ""
    found = (pattern.search(clause) for clause in clauses for pattern in patterns)
    return next((str(one["whom"]) for one in found if one is not None), "")


def _flat(text: str) -> str:
    line = text[:CAP].lower()
    for mark in "'’‘`´":
        line = line.replace(mark, "")
    return " ".join(line.split())


_ABOUT = re2.compile(
    r"(?i)\b(?:asking|asked|coming back|came back)\b.*?\b(?:about|to|on) (?:me )?(.{2,60}?)(?:[.,;!?]|$)"
)


def kept_asking_about(text: str) -> str:
    """What they kept asking about; empty where the text does not say."""
    found = _ABOUT.search(" ".join(text[:CAP].split()))
    return str(found[1]).strip() if found else ""


def hint(text: str) -> str:
    """One of ``HINTS``; empty where none stands in the text."""
    line = _flat(text)
    return next((name for name, pattern in _PATTERNS if pattern.search(line)), "")

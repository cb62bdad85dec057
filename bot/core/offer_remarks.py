"""What the user himself says beside an offer: a question of his, a limit, a wish for the message, a yes. None of it is
a term of the offer, nor an answer of the employer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.patterns import any_of
from bot.core.route import flat

FEW = 4  # words of a thing in a list
LONGEST = 45  # words; a longer text is a letter or a tale
_CLAUSES = re.compile(
    r"\s*(?:[.!?;\n]+(?:\s|$)|,|\s(?:but|and so|so)\s|\sand\s(?=(?:they|do|does|did|is|are|what|how|when|who|"
    r"if|i|im|ask|"
    r"write|leave|dont|can|could|will|add|no|not)\b))\s*",
    re.I,
)
_FILL = (
    r"(?:(?:ok|okay|please|pls|plz|and|so|but|no|yes|well|also|then|hey|hm|actually|maybe|can you|could you|can u|"
    r"could u|will you|would you|you should|i want you to|i want to|i would like to|id like to|lets|let us|just|only|"
    r"rather|still|better|now|too)[ ,]+)*"
)
_THEM = r"(?:them|him|her|the \w+)"
_ABOUT = r"(?:about|for|on|regarding|after)"
_ASK = re.compile(
    rf"^{_FILL}(?:(?:ask|write|tell|mail)(?: (?:to )?{_THEM})?|put(?: in)?|include|add|mention|want to know|"
    rf"need to know|"
    rf"wanna know|find out)(?: (?:only|just|also|instead|too|in|it|again))*(?P<for> for)?(?: {_ABOUT}|"
    rf" that)? (?P<what>.+)$"
)
_DROP = re.compile(
    rf"^{_FILL}(?:i )?(?:(?:dont|do not|not|never|no need to|stop) (?:need to |want to |wanna )?(?:care|ask|"
    rf"asking|mention|"
    rf"write|talk|worry|need|include|put)(?: {_THEM})?(?: (?:about|for|on|in))?|leave out|leave|drop|remove|"
    rf"delete|skip|"
    rf"take out|take off|forget(?: about)?|not about) (?P<what>.+?)(?: out| off| away| at all| there| please| pls)*$"
)
_UNWANTED = re.compile(
    r"^(?P<what>.+?) (?:is|are)(?: not|nt) (?:so |that |really |very )?(?:important|needed|necessary|relevant)"
)
_GAP = re.compile(
    r"^(?:.*?\b)?(?:(?:they|it|he|she|letter|offer|there|contract|mail|you) (?:(?:dont|doesnt|didnt|do not|"
    r"does not|did not"
    r"|never|was|is|were|has|have|says?|said|had) )*(?:no word|nothing|not a word|no mention|say|says|tell|"
    r"tells|mention|"
    r"write|state|said|name|explain|told)(?: me| anything| a word| nothing)?|no word|nothing|not a word)"
    r"(?: (?:there|in it|said|written|told))*"
    r"(?P<of> (?:about|on|of|regarding))? (?P<what>(?:(?:what|how|when|who|where|which|if|whether)\b)?.+)$"
)
_NO_SAY = re.compile(r"\b(?:dont|doesnt|didnt|do not|does not|did not|never|no word|nothing|not a word|no mention)\b")
_MISSING = re.compile(
    r"^(?:the |also )*(?P<what>\w[\w ]{2,40}?) (?:is|are|was|were|s) "
    r"(?:missing|not (?:in (?:it|there|the \w+)|mentioned|there|clear|told|written))"
)
_WHAT_ABOUT = re.compile(
    rf"^{_FILL}(?:(?:what|how) (?:about|is it with|is with|of)|whats with|whats about) (?P<what>.+)$"
)
_QUESTION = re.compile(
    r"^(?:(?:and|so|but|also|then|ok|well|hm) )*(?:(?:is|are|was|were|do|does|did|will|would|can|could|may|has|"
    r"have|if|"
    r"whether) (?:they|it|i|we|he|she|there|the|that|this|these|my|a|an|any|people|somebody|someone|overtime|nights?|"
    r"weekends?)\b|(?:who|whom|what|whats|when|where|why|how|which)\b)"
)
_WORRY = re.compile(
    r"^(?:its|it is|thats|that is|they give|they offer|there is|i have|i get)? ?(?:but )?only (?P<what>.+)$"
)
_FINE = any_of(r"""
    (?:thats|its|that is|it is|is|are|was) (?:\w+ )?(?:ok|okay|fine|good|great|perfect|all right|alright|no problem) \
(?:for|with|by|to) me
    ^(?:thats|its|that is|it is) (?:ok|okay|fine|good|all right|alright|no problem|great)(?: then)?$
    i(?:m| am) (?:ok|okay|fine|good|happy|cool) with|i (?:dont|do not) mind|(?:suits|works for) me|
    i (?:really )?like (?:it|that)
""")
_LIMIT = any_of(r"""
    i? ?(?:cant|cannot|can not|am not able to|im not able to|wont|will not) (?:really )?\
(?:do|work|be|drive|travel|commute|start|go|live|move|manage|stand|come|leave|sleep|afford) .+
    (?:too|to) (?:far|long|late|early|low|hard)(?: from home| away| to \w+)?$
    (?:too|to) (?:many|much|far|long|late|early|little|low|few|hard)(?: \w+)?(?: \w+)? for me
    max(?:imum)? for me
    (?:thats|is|are|this is|its) my (?:\w+ )?(?:limit|max|maximum|minimum|line|floor)|my (?:limit|max|maximum|
    minimum) is
    i (?:only|just) (?:can|do|work|want|take)|i can only|no more than .+ (?:for me|please|pls)|i (?:dont|
    never) (?:work|do) .+
    i (?:really |just )?need (?:at least |min |minimum )?\W?\d[\d.,]*k?|not (?:under|below|less than) \W?\d|
    at least \d.* for me
""")
_MORE_PAY = any_of(r"""
    (?:need|want|ask(?: \w+)? for|get|pay|offer|like|wish|deserve|expect) (?:\w+ ){0,2}more (?:money|pay|salary)
    (?:higher|better) (?:pay|salary|wage|rate)|(?:pay|salary|wage|money) (?:is |was )?(?:too low|higher|up)|
    negotiat\w*
    (?:i )?(?:want|wanna have|would like|ask for|ask them for|wish|expect) \W?\d[\d.,]*k?
    \W?\d[\d.,]*k? (?:instead of|not|and not|rather than) \W?\d|(?:room|something|anything) (?:on|in|
    with) the (?:pay|salary)
    (?:can|could|will|would) they (?:pay|give|do|go)(?: me| up| to| as high as)* (?:more|higher|\W?\d[\d.,]*k?)|
    pay(?: me)? more
""")
_FIGURE = re.compile(
    r"(?<![\d.,])[£$€]?\d[\d.,]*k?(?: ?(?:pounds?|euros?|dollars?|bucks|quid))?(?:/h| an hour| a year|"
    r" a month)?",
    re.I,
)
_TIME = any_of(r"""
    (?:ask|need|want|give)(?: me| us| them| him| her| you| for| to have)* (?:\d{1,2}|one|two|three|four|five|a few|
    some|\
a couple(?: of)?|more|another|a bit(?: of)?)(?: more| extra)? (?:working )?(?:days?|weeks?|time)
    (?:\d{1,2}|one|two|three|four|five|a few) (?:working )?(?:days?|weeks?) (?:more|longer|extra|to think)
    (?:\d{1,2}|one|two|three|four|five|a few) (?:more|extra) days?|more time|time to think|(?:a|one) week more
    (?:sleep on it|think (?:it over|about it|first))
""")
_TAKE = any_of(r"""
    ^(?:(?:ok|okay|yes|yeah|well|then|so|now|and) )*(?:i|ill|i will|i would|id|im going to|i am going to|im gonna|
    im) \
(?:take|taking|accept|accepting|sign|signing)(?: it| this| that| (?:the|this) (?:job|offer|
    one))?(?: now| then| anyway| today| tonight)*$
    ^(?:(?:ok|yes|so|then) )*(?:take it|accept it|accept|sign it)(?: now| then| anyway)*$
""")
_REFUSE = any_of(r"""
    ^(?:(?:ok|no|so|then|well) )*(?:i|ill) (?:dont|do not|wont|will not) (?:want|take|accept|
    sign)(?: it| this| that| (?:the|this) \
(?:job|offer|one))?(?: any ?more)?$
    ^(?:(?:its|thats|this is) )?(?:not for me|a no(?: from me)?)$|^i (?:pass|decline|refuse)(?: it)?$|^i say no$
""")
_NEED = any_of(r"""
    need (?:it|this|the job|the money|work|a job|money|income) (?:so |very |really )?(?:bad|badly|urgently|now|asap|
    soon|much)
    need is (?:big|high|very)|(?:no|not any|no more|little) money(?: left| more)?|i (?:must|have to|
    need to) pay (?:the |my )?rent
    ^(?:\w+ ){0,2}i (?:must|have to|need to) (?:work|earn)(?: now| soon| asap| again| money)*$
    rent (?:is )?due|i am broke|im broke|running out of money|(?:bills|rent) to pay
""")
_BETTER = any_of(r"""
    (?:good|fair|normal|bad|ok) (?:offer|pay|deal|money) or not|is (?:it|this|that) (?:a )?(?:\w+ )?(?:good|fair|
    normal|bad) (?:offer|pay|deal)
    which (?:one |of them |offer )?(?:is|would be|looks) (?:the )?better|which (?:one )?(?:should|shall|would|
    do) (?:i|you)
    what (?:should|shall|would|do|can) (?:i|you|u) (?:take|do|choose|pick|think)(?: now)?|should i (?:take|accept|
    sign)
    what (?:you|u) think
""")
_SHOW = any_of(r"""
    ^(?:(?:ok|please|pls|so|and|can you|can u|could you) )*(?:show|give|send|see|read|open|where is|whats|
    back to)(?: me| us)?(?: again)?\
 (?:the|my|that|this) (?:message|letter|mail|e-?mail|text|words|
    draft)(?: again| back| pls| please| once more| to \w+(?: \w+)?)*$
    ^the (?:message|letter|mail|words|draft)(?: to \w+(?: \w+)?)? again(?: pls| please)?$
    ^(?:so |ok |and |but )*(?:what|how) (?:do|should|shall|can|could|would) i (?:write|answer|reply|say|tell|
    respond|ask)(?: to)?\
(?: them| him| her| back| now)*$
    ^(?:please |pls )?write (?:to )?(?:them|him|her|it)(?: (?:please|pls|now))?$|^write (?:the|a|one) (?:message|
    letter|mail)$
""")
_CHANGE = any_of(r"""
    ^(?:\w+ ){0,4}(?:change|rewrite|edit|redo|correct) (?:the|this|that|my) (?:message|letter|mail|e-?mail|text|
    words|draft|questions)
    ^(?:\w+ ){0,2}(?:other|different|new) questions(?: please| pls)?$|^not (?:that|these|those) questions
""")
_TOLD = re.compile(
    r"^(?:.*?\b)?(?:(?P<who>she|he|they|(?:the |my )?(?:boss|manager|matron|recruiter|owner|hr|head|lady|guy|"
    r"man|woman|"
    r"lead|chief)|[a-z]{2,14}) (?:has |have |had |also |even )*(?:told|said|promised|mentioned|assured|agreed|"
    r"confirmed)"
    r"|i (?:was|have been) (?:told|promised|assured))(?: to| it)?(?: me| us)?"
    r"(?P<by>(?: (?:on|over|by|in|at|during|when)(?: the| a| my| our| we)? (?:phone|telephone|call|interview|"
    r"talk|meeting|"
    r"visit|video|zoom|mail|whatsapp|text|met|spoke|talked)(?: \w+day)?)*)[ ,:]*(?:that |it is |its )?(?P<what>.+)$"
)
_NUMBERED = re.compile(r"(?ms)^\s*1[.):]\s.*^\s*2[.):]\s")  # who answers point by point is the employer
_COUNTED = re.compile(r"(?i)^(?:these|those|this|the)?(?: ?\d)?(?: things?| points?)?:\s*|^(?:these|those) \d ")
_LIMIT_HEAD = re.compile(
    r"(?i)^\W*(?:(?:but|and|no|sorry|ok|so)\b\W*)*(?:i |we )?(?:really |just )*(?:can'?t|can ?not|won'?t|"
    r"will not|don'?t|"
    r"do not|never|am not able to|my (?:limit|max|maximum|minimum) is|need|only can|can only|only|"
    r"just)?(?: really| just| only)*(?: at least| min(?:imum)?)? "
    r"?(?:(?:do|work|be|take|manage)\b ?)?"
)
_LIMIT_TAIL = re.compile(
    r"(?i)[\s,]+(?:(?:(?:is|are|its|it'?s|that'?s|thats) )?(?:to|too) (?:many|much|far|long|late|early|little|"
    r"low|few|hard)"
    r"\b.*|(?:(?:that'?s|this is|its|is) )?my (?:\w+ )?(?:limit|max|maximum|minimum|line|floor)|for me|please|pls)$"
)
_YOU = re.compile(r"\b(?:you|your|u|we|our|us)\b")
_OURS = (
    "show",
    "change",
    "better",
    "ask",
    "drop",
    "yes",
    "no",
    "need",
    "time",
    "told",
)  # said to the bot, or plainly his
_MINE = re.compile(r"\b(?:i|im|ill|id|ive|my|me|mine)\b")
_THEIR = re.compile(r"\b(?:they|them|their|he|she|him|her)\b")
_WRITE = ("ask", "drop", "show", "change", "pay")
_STRICT = ("ask", "drop", "show", "change", "pay", "time", "yes", "no", "limit", "need", "better", "gap")


@dataclass(frozen=True, slots=True)
class Said:
    """One clause: its ``kind``, and the words that it is about, as typed."""

    kind: str
    what: str


@dataclass(frozen=True, slots=True)
class Remark:
    """``parts``: the clauses that are the user's own; ``rest``: what else the text says; ``only``: nothing but what he
    names is to be asked."""

    parts: tuple[Said, ...]
    rest: str
    only: bool

    def of(self, *kinds: str) -> list[str]:
        """The words of the clauses of these kinds."""
        return [part.what for part in self.parts if part.kind in kinds]

    @property
    def kinds(self) -> set[str]:
        return {part.kind for part in self.parts}

    @property
    def is_about_message(self) -> bool:
        """Whether it orders something of the message to them."""
        return bool(self.kinds & {*_WRITE})


def remark(text: str, *, reply: bool = False) -> Remark | None:
    """What a short text says of the user's own; None where it says nothing of the sort. ``reply``: it stands where
    their answer is expected, which may hold questions and limits of theirs."""
    if len(text.split()) > LONGEST or text.casefold().startswith("dear ") or (reply and _NUMBERED.search(text)):
        return None
    clauses = [clause.strip(" ,.-–—:") for clause in _CLAUSES.split(text.replace("...", ". "))]
    found = _joined([(clause, _own(clause, asked=_is_marked(text, clause))) for clause in clauses if clause])
    parts = tuple(part for _, part in found if part is not None and (not reply or _is_mine(part, text)))
    if not parts or (reply and any(part is not None and part.kind == "told" for _, part in found)):
        return None
    rest = ". ".join(clause for clause, part in found if part is None or part not in parts)
    line = flat(text)
    kinds = {part.kind for part in parts}
    only = bool(kinds & {"ask"}) and bool(re.search(r"\b(?:only|just|instead)\b", line))
    return Remark(parts, rest, only)


def _joined(found: list[tuple[str, Said | None]]) -> list[tuple[str, Said | None]]:
    """A word or two go with what is asked: "ask about nights, the premium", "the training, who pays that"."""
    rows: list[tuple[str, Said | None]] = []
    for clause, part in found:
        last = rows[-1][1] if rows else None
        if part is None and last is not None and last.kind in ("ask", "drop") and len(clause.split()) <= FEW:
            rows[-1] = (f"{rows[-1][0]}, {clause}", Said(last.kind, f"{last.what}, {clause}"))
        elif part is not None and part.kind == "question" and rows and last is None and _is_bare(rows[-1][0]):
            rows[-1] = (f"{rows[-1][0]}, {clause}", Said("question", f"{rows[-1][0]}, {clause}"))
        else:
            rows.append((clause, part))
    return rows


def _is_bare(clause: str) -> bool:
    """Whether it only names a thing: a figure would be a term."""
    return len(clause.split()) <= FEW and not any(map(str.isdigit, clause)) and not _FINE.search(flat(clause))


def _is_marked(text: str, clause: str) -> bool:
    at = text.find(clause)
    return at >= 0 and text[at + len(clause) :].lstrip(" ").startswith("?")


def _is_mine(part: Said, text: str) -> bool:
    """Whether a clause among an employer's words can only be the user's."""
    line = flat(text)
    if part.kind in _STRICT:
        return part.kind not in ("limit", "time", "gap") or bool(_MINE.search(line) or _THEIR.search(line))
    return part.kind in ("question", "about") and bool(_THEIR.search(line))


def _own(clause: str, *, asked: bool) -> Said | None:
    """The same, where it is not an employer who speaks: "what day can you start?", "you cannot work elsewhere"."""
    part, line = _part(clause, asked=asked), flat(clause)
    theirs = bool(_YOU.search(line)) and not _MINE.search(line) and not _THEIR.search(line)
    return None if part is not None and theirs and part.kind not in _OURS else part


def _part(clause: str, *, asked: bool) -> Said | None:
    """The kind of one clause; None for all that may be told of an offer."""
    line = flat(clause).replace("'", "")
    for kind, pattern in (
        ("show", _SHOW), ("change", _CHANGE), ("better", _BETTER), ("need", _NEED), ("time", _TIME), ("pay", _MORE_PAY),
        ("no", _REFUSE), ("yes", _TAKE), ("limit", _LIMIT), ("fine", _FINE),
    ):  # fmt: skip
        if pattern.search(line):
            return Said(kind, clause)
    return (
        _asking(clause, line)
        or _telling(clause, line)
        or (Said("about" if len(clause.split()) <= FEW else "question", clause) if asked else None)
    )


def _asking(clause: str, line: str) -> Said | None:
    for kind, pattern in (("ask", _WHAT_ABOUT), ("drop", _DROP), ("drop", _UNWANTED), ("ask", _ASK)):
        if found := pattern.search(line):
            what = _typed(clause, found["what"])
            possible = kind == "ask" and bool(found.groupdict().get("for"))
            kind = "about" if pattern is _WHAT_ABOUT else "for" if possible else kind
            return Said("ask" if kind == "for" else kind, f"for {what}" if kind == "for" else what)
    return Said("question", clause) if _QUESTION.search(line) else None


def _telling(clause: str, line: str) -> Said | None:
    if (found := _GAP.search(line)) and _NO_SAY.search(line):
        return Said("gap", _typed(clause, found["what"]))
    if found := _MISSING.search(line):
        return Said("gap", _typed(clause, found["what"]))
    if found := _TOLD.search(line):
        return Said("told", _typed(clause, found["what"]))
    if (found := _WORRY.search(line)) and not any(map(str.isdigit, line)):
        return Said("worry", clause)
    return None


def _typed(clause: str, words: str) -> str:
    """The words as he typed them, where they stand there so."""
    at = clause.casefold().replace("’", "'").find(words)
    return clause[at : at + len(words)].strip() if at >= 0 else words.strip()


def figure(text: str) -> str:
    """The first sum of a wish for more pay; empty where none is named."""
    found = _FIGURE.search(text)
    return found.group(0).strip(" .,") if found else ""


def phrases(what: str) -> list[str]:
    """ "nights and the premium" as two things."""
    what = _COUNTED.sub("", what)
    rows = re.split(r"\s*(?:,|;|\band\b|\bplus\b|&)\s*", re.sub(r"(?i)\b(?:instead|please|pls|too|also)\b", "", what))
    return [" ".join(row.split()).strip(" .:") for row in rows if len(row.strip(" .:")) > 2]


def line_of(limit: str) -> str:
    """What a limit is about: "cant do more than 4 nights, thats my limit" as "more than 4 nights"."""
    words = _LIMIT_HEAD.sub("", " ".join(limit.split()))
    return _LIMIT_TAIL.sub("", words).strip(" ,.!") or limit

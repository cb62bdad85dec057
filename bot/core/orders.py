"""What is typed at a list of questions and is an order to the bot: "take off 2", "weekends first", "only 3 of it",
"easier words". None of it is a question to an employer, and none of it a want."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core import remarks
from bot.core.patterns import any_of

CAP = 300  # characters that are looked at
WORDED = ("simpler", "soft", "direct")  # how all of them are worded
MOST_WORDS = 14  # words of one order; what is longer is told, not ordered
SHORT = 3  # words of a bare complaint
FEWER = 3  # so many stay where it is only said that they are too many
_SLIPS = {
    "takeoff": "take off", "tak": "take", "teke": "take", "frist": "first", "fisrt": "first", "1st": "first",
    "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "remve": "remove", "remvoe": "remove",
    "delte": "delete", "deleet": "delete", "swop": "swap", "eazy": "easy", "esier": "easier", "simplier": "simpler",
    "qestion": "question", "quetion": "question", "numer": "number", "nummer": "number", "undrstand": "understand",
}  # fmt: skip
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_COUNT = r"(?P<n>[1-9]|one|two|three|four|five)"
_POLITE = (
    r"(?:please|pls|plz|ok|okay|oh|hey|no|yes|and|so|but|well|then|hm+|also|now|sorry|actually|just|maybe|can you|"
    r"could you|can u|could u|would you|will you|can we|could we|can i|i want you to|i want to|i want|i would like to|"
    r"id like to|id like|lets|let us|you can|you should)"
)
_END = r"(?: (?:please|pls|plz|thanks|thank you|for me|to me|if possible|now|again|ok|okay|too|as well|instead|lol))*"
_VERBS = (
    "put|move|bring|take|remove|drop|delete|swap|switch|change|replace|keep|star|mark|make|start|begin|only|give|leave|"
    "explain|cross|scrap|get rid"
)
_CLAUSE = re.compile(rf"[,;.!?\n]+(?:\s+|$)|\s+(?:and|then|but|so)\s+(?=(?:{_VERBS}|the \w+ (?:one )?first)\b)")
_JOINED = re.compile(r"(\d)\s*[,&+/]\s*(?=\d)")
_ASKS = re.compile(
    r"(?:who|what|when|where|why|how|which|whose|is|are|was|were|do|does|did|has|have|will|would|could|can|may|if|"
    r"whether|ask)\b"
)
_REQUEST = re.compile(rf"(?:{_POLITE} )+(?:{_VERBS}|ask|have|use|see|hear|get|say|show)\b")
_THING = r"(?:number |no |nr |question |the |my |#)*"
_PLACE = rf"{_THING}(?:[1-9]|first|second|third|fourth|fifth|last)(?: one| question)?"
_LONE = re.compile(rf"{_PLACE}(?: (?:and|or|plus) {_PLACE}| [1-9])*{_END}")
_EXCHANGE = re.compile(rf"(?:swap|switch|exchange|change) (?P<a>{_PLACE}) (?:and|with|for) (?P<b>{_PLACE}){_END}")
_TO = re.compile(
    rf"(?:put|move|bring|make|set|take) (?P<a>.{{1,60}}?) (?:to|on|at|in|as|into)? ?(?:the )?(?:place |position |spot |"
    rf"number |nr |no |#)(?P<b>[1-9]){_END}|(?:put|move|bring|set|take) (?P<c>{_PLACE}) (?:to|on|at) (?P<d>[1-9]){_END}"
    rf"|(?:put|move|bring|set|take )?\s?(?P<e>.{{1,60}}?) (?:before|above|ahead of) (?P<f>{_PLACE}){_END}"
)
_LAST = re.compile(
    rf"(?:put|move|bring|set|take)? ?(?P<x>.{{1,60}}?) (?:(?:is |comes )?last|(?:to|at|on) the (?:end|bottom)|down|"
    rf"later){_END}"
)
_TOP = r"(?:first|top|up|upwards?|number one|no 1|number 1|at the top|up front|to the front|the most important)"
_FIRST = (
    re.compile(
        rf"(?:(?:put|move|bring|take|make|set|get|want|have|ask|ask about|ask for|i want|with) )?"
        rf"(?P<x>.{{1,60}}?)"
        rf"(?: one| question| thing| part)? (?:to the |at the |on |up |to |in |go |goes |come |comes |be |as )*"
        rf"{_TOP}{_END}"
    ),
    re.compile(rf"(?:start|begin|open|lead) (?:with|from|at|by) (?P<x>.{{1,60}}?){_END}"),
    re.compile(
        rf"(?P<x>.{{1,60}}?) (?:is|are|comes?|matters?|should be|must be|needs to be|has to be) (?:the |my )*(?:first|"
        rf"most important|more important|number one|top|most){_END}"
    ),
    re.compile(rf"first (?:of all |the |about |comes? |is )*(?P<x>\w+(?: \w+){{0,2}}?){_END}"),
)
_SWAP = re.compile(
    rf"(?:swap|switch|change|replace|exchange|reword|rewrite|rephrase)(?: out)? (?P<x>.{{1,60}})|"
    rf"(?:another|a different|something else|a better|a new)(?: one| question)? (?:for|instead of|in place of|than) "
    rf"(?P<y>.{{1,60}}?){_END}|other than (?P<z>.{{1,60}}?){_END}"
)
_KEEP = re.compile(
    rf"(?:only|just|keep|keep only|only keep|just keep|leave only)(?: (?:number|question|the|no|nr))* "
    rf"(?P<x>{_PLACE}(?:(?: and| plus)? {_PLACE})*)(?: stay| stays| left)?{_END}"
)
_COUNTED = re.compile(
    rf"(?:(?:only|just|keep|give me|show me|give|max|maximum|no more than|not more than|at most|make it|want|cut|"
    rf"reduce|"
    rf"shorten|down|it|them|the list|list|leave|up|to|the|best|top|most important|need|have|do|with|one of|is) ?)+ ?"
    rf"{_COUNT}(?: (?:of (?:it|them|these|those|the questions)|questions?|ones|only|max|maximum|best|things))*{_END}|"
    rf"(?P<m>[1-9]|one|two|three|four|five)(?: questions?| of them)? (?:(?:are|is|will be|would be) )?(?:enough|plenty|"
    rf"max|maximum|only|will do|is fine){_END}"
)
_RENEW = re.compile(
    r"(?:swap|change|replace|renew|redo)(?: them| it| these)? all(?: of (?:them|it|these))?|"
    r"(?:i dont like|i hate|no to) (?:any of )?(?:these|them|those|all of (?:them|these)|the (?:whole )?list)|"
    r"(?:these|they|all of them|the list|all)(?: are| is)? (?:all )?(?:boring|bad|stupid|silly|useless|not good|wrong)|"
    r"(?:all |give me |show me |some )*"
    rf"(?:different|other|new|better) (?:ones|questions|list){_END}|another list{_END}"
)
_FEWER = re.compile(
    r"(?:(?:thats|its|this is|that is|these are|it is|still|way|far|much|a bit|so|a) )*(?:too many|too long|too much|"
    r"fewer|less|shorter|short list|a shorter list|(?:make (?:it|the list) )?shorter|cut it down)(?: questions?| list| "
    rf"of them| to remember| for me)*{_END}|i (?:cant|cannot|wont|never) (?:remember|keep|manage|ask) (?:so many|all|"
    rf"that many|five|5|them all|all of)\b.*"
)
_MORE = re.compile(
    rf"(?:is (?:that|this|it) (?:all|it|everything))|"
    rf"(?:(?:give|show) me |see |i want |a few |some |any )*(?:more|another|one more|two more)"
    rf"(?: questions?| ones?)?{_END}"
)
_HARD = (
    r"(?:too|so|very|really) (?:hard|difficult|complicated|long|fancy|complex)(?: words?| english| for me)?|"
    r"(?:dont|do not|not|didnt|cant|cannot|never) (?:\w+ )?(?:understand|understood|get|follow|know what)\b.*|"
    r"(?:what (?:do|does|is|did)|whats) .*\bmeans?|what is meant.*|what (?:is|are|about) .*mean.*|unclear|confusing|"
    r"explain\b.*|(?:in|with|use|more) (?:\w+ )?(?:easy|easier|simple|simpler|plain|other|basic|normal) (?:words?|"
    r"english|language|way|terms)"
)
_HARD_FIT = re.compile(rf".*?(?:{_HARD}){_END}")
_SIMPLER = re.compile(
    r"(?:make (?:it|them|the words) |say (?:it|them) |write (?:it|them) |use |in |with |more |a bit |have |much |it |"
    r"them |the |give me |too |some )*(?:easy|easier|simple|simpler|simplified|plain|plainer|basic|normal)(?: words?| "
    rf"english| language| wording| terms| ones?| questions?| way)*{_END}|.*\b(?:dont|do not|not|cant) "
    r"(?:\w+ )?understand (?:it|them|this|these|that|the words|the questions|anything|all of it|the list)?.*|"
    rf"(?:(?:its|it is|that is|thats|these are|they are|the words are|words) )?(?:too|so|very) (?:hard|difficult|"
    rf"complicated|fancy|complex)(?: words?| english| for me)*{_END}"
)
_SOFT = re.compile(
    r"(?:make (?:it|them) |say (?:it|them) |ask (?:it|them) |more |a bit |a little |less |too |please |much |the |"
    r"that is "
    r"|thats |these are |its |sounds? |with )*(?P<w>soft|softer|softly|gentle|gentler|polite|politer|nicer|kinder|"
    r"friendly|friendlier|careful|direct|directer|directly|blunt|blunter|harsh|rude|straight|straighter|short words|"
    rf"to the point)(?: words?| ones?| wording| way)*{_END}"
)
_SOFTEN = frozenset("soft softer softly gentle gentler polite politer nicer kinder friendly friendlier careful".split())
_HARSH = frozenset("harsh rude".split())
_STAR = re.compile(
    rf"(?:star|flag|pin|highlight|favou?rite)\b(?P<x>.{{0,60}})|(?:mark|make|set)(?P<y> .{{1,60}}?) (?:as )?(?:an? |"
    rf"the |"
    rf"very )?(?:important|starred|star|favou?rite|must)(?: question| one)?{_END}|"
    rf"(?P<z>{_PLACE}) (?:is|are) (?:very |really |so |also )*important{_END}"
)
_DISLIKE = any_of(r"""
    silly|stupid|dumb|boring|weird|odd|strange|useless|pointless|bad|awkward|embarrassing|nosy|pushy
    too (?:personal|private|cheeky|direct|rude|early|obvious|general|long)|rude|cheeky
    (?:isnt|is not|not|isn t) (?:good|for me|nice|needed|necessary|useful|important|ok|my thing|about me)
    (?:hate|dislike|dont like|do not like|dont love|cant ask|wont ask|would never ask|dont dare)
    (?:already )?(?:know|knew|asked|answered|told me|clear) (?:that|this|it|already)|(?:is|was) (?:already )?\
(?:answered|clear|asked|known)
""")
_ENOUGH = re.compile(
    rf"(?:(?:ok|okay|no|so|well|and|yes|great) )*(?:thats (?:it|all|enough|fine|good|ok|my list|the list)|"
    rf"that is (?:it|all|enough|fine)|no more(?: questions?)?|enough(?: questions)?|(?:im )?(?:done|finished)|"
    rf"nothing else|that will do|good enough|leave it like (?:that|this)|(?:it |they )?(?:looks?|are|is) (?:good|"
    rf"fine|great)|i like (?:it|them|these|the list)|keep (?:it|them|these|them all|all(?: of them)?)){_END}"
)
_NOT = re.compile(rf"(?:not|without|minus|except|skip) (?P<x>{_PLACE}){_END}")


Places = Callable[[str], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Order:
    """One order.

    ``act``: off (these go), first (these go to the top), move (the first of them to the place of the second), trade
    (two change places), last, swap (another one for these), renew (others for all), keep (only these), count (so many
    stay), fewer, more, explain (these in other words), simpler, soft, direct, star, number (a bare number).
    ``places``: of the list, from 1. ``about``: of "first" what is meant where nothing on the list is.
    """

    act: str
    places: tuple[int, ...] = ()
    count: int = 0
    about: str = ""


def read(text: str, questions: Sequence[str] = (), about: Sequence[str] = ()) -> list[Order]:
    """The orders of a text typed at that list, in order; empty where it is none: a question, or a remark.

    ``about``: of each question what it is about in other words ("weekends" for one on the rota).
    """
    whole = _flat(text[:CAP])
    asked = _is_question(text, whole) and not _HARD_FIT.fullmatch(whole) and not _MORE.fullmatch(whole)
    if not whole or len(text) > CAP or asked or is_enough(text):
        return []
    found: list[Order] = []
    for clause in _clauses(text):
        if found and _LONE.fullmatch(clause) and found[-1].places:
            found[-1] = replace(found[-1], places=(*found[-1].places, *_places(clause, questions, about)))
        elif order := _order(clause, questions, about):
            why = order.act in WORDED and found and found[-1].act in ("off", "swap")  # "4 off, it is rude"
            found += [] if why else [order]
    return found


def of_questions(text: str) -> Order | None:
    """An order that speaks of questions wherever it is typed: "only 3 questions", "star 2"; None where it is none."""
    found = read(text)
    return found[0] if len(found) == 1 and found[0].act in ("star", "count") else None


def is_enough(text: str) -> bool:
    """Whether a text says that the list is good as it is: "that's it", "no more questions"."""
    return bool(_ENOUGH.fullmatch(_flat(text[:CAP])))


def is_complaint(text: str) -> bool:
    """Whether a short text only says that something is not liked: "too personal"."""
    return len(text.split()) <= SHORT and not text.rstrip().endswith("?") and bool(_DISLIKE.search(_flat(text[:CAP])))


def _is_question(text: str, whole: str) -> bool:
    """Whether an employer is asked: it begins as a question does, or ends as one, and is no request to the bot."""
    if _REQUEST.match(whole):
        return False
    return bool(_ASKS.match(whole)) or text.rstrip(" !.").endswith("?")


def _clauses(text: str) -> Iterator[str]:
    low = _JOINED.sub(r"\1 and ", text[:CAP].casefold().replace("’", "").replace("'", ""))
    for part in _CLAUSE.split(low):
        clause = _bare(_flat(part))
        if clause and len(clause.split()) <= MOST_WORDS:
            yield clause


def _flat(text: str) -> str:
    low = text.casefold().replace("’", "").replace("'", "").replace("#", " ")
    words = "".join(c if c.isalnum() else " " for c in low).split()
    return " ".join(_SLIPS.get(word, word) for word in words)


def _bare(clause: str) -> str:
    """Without the polite words before it."""
    return re.sub(rf"^(?:{_POLITE} )+(?=\S)", "", clause)


def _order(clause: str, questions: Sequence[str], about: Sequence[str]) -> Order | None:
    """The order of one clause; the readings that say most come first."""

    def at(words: str) -> tuple[int, ...]:
        return _places(words, questions, about)

    for reader in (_listed, _moved, _put_first):
        if order := reader(clause, at):
            return order
    if (found := _SWAP.fullmatch(clause)) and (places := at(found["x"] or found["y"] or found["z"])):
        return Order("swap", places)
    unliked = remarks.wants_off(clause) or _NOT.fullmatch(clause) or _DISLIKE.search(clause)
    if unliked and (places := at(str(_DISLIKE.sub(" ", clause)))):
        return Order("off", places)
    return _worded(clause, at)


def _listed(clause: str, at: Places) -> Order | None:
    """A bare number, how many are to stay, or which."""
    if _LONE.fullmatch(clause):
        return Order("number", at(clause))
    if found := _STAR.fullmatch(clause):
        return Order("star", at(found["x"] or found["y"] or found["z"] or ""))
    kept, counted = _KEEP.fullmatch(clause), _COUNTED.fullmatch(clause)
    if kept and (counted is None or len(at(clause)) > 1):
        return Order("keep", at(str(kept["x"])))
    if counted:
        number = str(counted["n"] or counted["m"])
        return Order("count", count=_NUMBERS.get(number) or int(number))
    if _RENEW.fullmatch(clause):
        return Order("renew")
    if _FEWER.fullmatch(clause):
        return Order("fewer", count=FEWER)
    return Order("more") if _MORE.fullmatch(clause) else None


def _moved(clause: str, at: Places) -> Order | None:
    """What goes to another place."""
    if found := _EXCHANGE.fullmatch(clause):
        return Order("trade", (*at(found["a"])[:1], *at(found["b"])[:1]))
    if found := _TO.fullmatch(clause):
        places = at(str(found["a"] or found["c"] or found["e"]))
        to = at(str(found["b"] or found["d"] or found["f"]))
        return Order("move", (places[0], to[0])) if places and to else None
    found = _LAST.fullmatch(clause)
    places = at(str(found["x"])) if found else ()
    return Order("last", places) if places else None


def _put_first(clause: str, at: Places) -> Order | None:
    """What goes to the top; where nothing on the list is meant, what is told of."""
    for pattern in _FIRST:
        found = pattern.fullmatch(clause)
        if found is None or str(found["x"]) in ("the", "my", "at", "in", "be"):
            continue
        words = str(found["x"])
        if places := at(words):
            return Order("first", places)
        if len(words.split()) <= 4:
            return Order("first", about=words)
    return None


def _worded(clause: str, at: Places) -> Order | None:
    """In other words: one of them, or all."""
    hard = _HARD_FIT.fullmatch(clause)
    if hard and (places := at(clause)):
        return Order("explain", places)
    if _SIMPLER.fullmatch(clause):
        return Order("simpler")
    if found := _SOFT.fullmatch(clause):
        word, turned = str(found["w"]), "less " in clause or "too " in clause
        soft = (word in _SOFTEN) != turned if word not in _HARSH else True
        return Order("soft" if soft else "direct")
    return None


def _places(words: str, questions: Sequence[str], about: Sequence[str]) -> tuple[int, ...]:
    """The places that words speak of: by number, by "the second", else by a word that one question alone has."""
    last = len(questions)
    numbers = [int(n) for n in re.findall(r"\b[1-9]\b", words)]
    named = [_ORDINALS[word] for word in re.findall(r"\b(?:first|second|third|fourth|fifth)\b", words)]
    found = [*numbers, *named, *([last] if re.search(r"\blast\b", words) and last else [])]
    if not found and questions:
        found = remarks.meant(words, questions) or remarks.meant(
            words, [f"{q} {a}" for q, a in zip(questions, about, strict=False)]
        )
    return tuple(dict.fromkeys(place for place in found if 1 <= place <= (last or 9)))


_PERSON = re.compile(
    r"(?i)^\W*(?:(?:so|and|but|oh|btw|well|by the way|actually|no)\W+)*(?P<name>[^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,2}?)"
    r"(?:\s+(?:is|was|will be|would be)|['’]s|\s*=)\s+(?:the |my |our |their |a |an |going to be (?:the |my )?)*"
    r"(?P<title>[^,.;!?]{2,60}?)\W*$"
)


def person_told(text: str, names: Sequence[str]) -> tuple[str, str] | None:
    """Of "grace is the boss" the name as it is known and the title; None where no known person is told of."""
    found = _PERSON.match(" ".join(text.split())) if len(text) <= CAP else None
    if found is None or len(str(found["title"]).split()) > 5:
        return None
    told = str(found["name"]).casefold()
    known = [name for name in names if told in (name.casefold(), *name.casefold().split())]
    return (known[0], str(found["title"]).strip()) if len(known) == 1 else None

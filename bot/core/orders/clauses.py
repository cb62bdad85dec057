"""What is typed at a list of questions as flat text, as clauses, and whether it asks an employer something."""

from __future__ import annotations

import re
from collections.abc import Iterator

CAP = 300  # characters that are looked at
MOST_WORDS = 14  # words of one order; what is longer is told, not ordered
_SLIPS = {
    "takeoff": "take off", "tak": "take", "teke": "take", "frist": "first", "fisrt": "first", "1st": "first",
    "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "remve": "remove", "remvoe": "remove",
    "delte": "delete", "deleet": "delete", "swop": "swap", "eazy": "easy", "esier": "easier", "simplier": "simpler",
    "qestion": "question", "quetion": "question", "numer": "number", "nummer": "number", "undrstand": "understand",
}  # fmt: skip
_POLITE = (
    r"(?:please|pls|plz|ok|okay|oh|hey|no|yes|and|so|but|well|then|hm+|also|now|sorry|actually|just|maybe|can you|"
    r"could you|can u|could u|would you|will you|can we|could we|can i|i want you to|i want to|i want|i would like to|"
    r"id like to|id like|lets|let us|you can|you should)"
)
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


def flat(text: str) -> str:
    """Lower case, words alone, common slips of the pen put right."""
    low = text.casefold().replace("’", "").replace("'", "").replace("#", " ")
    words = "".join(c if c.isalnum() else " " for c in low).split()
    return " ".join(_SLIPS.get(word, word) for word in words)


def clauses(text: str) -> Iterator[str]:
    """The flat clauses that may be an order each, without the polite words before them."""
    low = _JOINED.sub(r"\1 and ", text[:CAP].casefold().replace("’", "").replace("'", ""))
    for part in _CLAUSE.split(low):
        clause = _bare(flat(part))
        if clause and len(clause.split()) <= MOST_WORDS:
            yield clause


def _bare(clause: str) -> str:
    return re.sub(rf"^(?:{_POLITE} )+(?=\S)", "", clause)


def is_question(text: str, whole: str) -> bool:
    """Whether an employer is asked: it begins as a question does, or ends as one, and is no request to the bot."""
    if _REQUEST.match(whole):
        return False
    return bool(_ASKS.match(whole)) or text.rstrip(" !.").endswith("?")

"""What an offer says of a thing in the user's words: the topic of the check that it belongs to, that topic's line, and
the sentences that name it."""

from __future__ import annotations

import re

from bot.core.hears import heard, plain
from bot.core.model import Offer
from bot.core.offer import report as reading
from bot.core.offer.masking import quote
from bot.core.offer.reading import findings
from bot.core.offer.said_on import Told, answering, leaves_open, left_open, said_on, touches
from bot.core.stems import stems
from bot.telegram.turn import Turn
from handlers import offer_pieces as parts
from handlers import offer_report

Entry = list[str]  # [what it is, its words or its topic], as the draft keeps it
PAY = "base_pay"
QUOTED = 140
FEW = 30  # words of a sentence that speaks of one thing
_ALSO = {
    "hours": ("night", "timetable", "break", "evening", "day shift", "late shift", "sunday", "saturday"),
    "learning": ("course", "training"),
    "employment_type": ("fixed", "contract type", "renew", "till", "until"),
    PAY: ("pay", "money", "salary", "wage"),
    "location": ("where i work", "which site", "commut", "drive", "far from home"),
    "leave": ("holiday", "sick"),
    "ending": ("notice",),
    "success_measures": ("judged", "measured"),
    "start_date": ("start",),
    "answer_by": ("answer due", "deadline", "answer by", "decide by", "tell them by", "say yes by"),
}
"""Words by which a user names a topic where a letter uses others."""
_BACK = re.compile(r"(?i)\b(?:pay(?:ing|s)?[ -]?back|repay|paid back)\b")
_GENERAL = stems("money pay wage salary holidays vacation notice start training probation trial boss manager")
"""Words that name a whole topic."""
_PARTS = stems("sick sickness shift shifts grade expenses termination commission options")
"""Parts of a topic that its line speaks of only where it names them: "4 weeks" says nothing of sick days."""
_NOT = {"health": ("premium", "hospital")}  # of nights, mostly; and where one works


def topic_of(turn: Turn, words: str) -> str:
    """The topic of the check that a few words speak of most; empty where they speak of none."""
    words = _BACK.sub("repayable", words)
    said, best = plain(words), ("", 0)
    for id, topic in turn.content.offer_topics.items():
        known = [word for word in heard((*topic.hears, *_ALSO.get(id, ())), said) if word not in _NOT.get(id, ())]
        weight = sum(map(len, known))
        best = (id, weight) if weight > best[1] else best
    read = next((id for id, finding in findings(words).items() if finding.verdict != "missing"), "")
    return best[0] or (read if read in turn.content.offer_topics else "") or _by_name(turn, words)


def _by_name(turn: Turn, words: str) -> str:
    """The topic whose name holds all that the words say: "the hours"."""
    said = stems(words)
    rows = turn.content.offer_topics.items()
    return next((id for id, topic in rows if said and said <= stems(topic.name)), "")


def line_on(turn: Turn, offer: Offer, topic: str) -> reading.Line | None:
    """The line of the report on that topic."""
    return next((line for line in offer_report.report_on(turn, offer).lines if line.topic == topic), None)


def is_beyond(turn: Turn, offer: Offer, topic: str, words: str) -> bool:
    """Whether the letter states the topic and nothing of the very thing: "sunday pay", where it gives the hours."""
    known = turn.content.offer_topics[topic]
    asked = stems(words) - stems(" ".join((known.name, *known.hears)))
    return bool(asked) and not asked & stems(offer.read["topics"].get(topic, {}).get("quote", ""))


# -- the very thing -----------------------------------------------------------------------------------------------


def text_of(turn: Turn, offer: Offer) -> str:
    """The text of the offer, as far as it is here: of one whose text is not kept the quotes."""
    here = parts.whole(turn, "pieces").text if turn.draft.get("offer") == offer.id else ""
    if here or offer.text:
        return here or offer.text
    found = offer.read.get("topics", {}).values()
    quotes = [
        words for one in found for words in (one["quote"], *one.get("also", []), one.get("half", {}).get("quote", ""))
    ]
    return "\n".join(dict.fromkeys(f"{words.rstrip('.')}." for words in quotes if words))


def look_up(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """What the offer says of that thing: the topic's line where the line is about it, else the sentences that name it,
    else that it is not in it."""
    if not stems(words):  # a figure: "is 19.60 fair?"
        named = [
            line for line in offer_report.report_on(turn, offer).lines if words in str(line.found.get("quote", ""))
        ]
        return [["line", line.topic] for line in named[:1]]
    topic = topic_of(turn, words)
    line, told = line_on(turn, offer, topic), said_on(text_of(turn, offer), words)
    if line is not None and line.state != "missing" and not _is_elsewhere(turn, line, words, told):
        halves = (
            [one for one in told if leaves_open(one.words) and len(one.words.split()) <= FEW] if not line.open else []
        )
        return [["line", topic], *_entries(halves, words)]
    bare = line is not None and line.state == "missing" and not told
    name = turn.content.offer_topics[topic].name if bare else words.removeprefix("the ").removeprefix("my ")
    return _entries(told, words) or [["absent", name[:1].upper() + name[1:]]]


def answered(turn: Turn, offer: Offer, question: str) -> list[Entry]:
    """The sentences of the offer by which it answers a question itself, or half does; none where it does not."""
    return _entries(answering(text_of(turn, offer), question), question)


def says(turn: Turn, offer: Offer, line: reading.Line, question: str) -> bool:
    """Whether the line of the topic is about what a question names: "how many days of holiday" is answered by "25
    days", "how many nights" is not by "38 hours"."""
    known = stems(" ".join((line.found["quote"], *line.found["facts"], *line.found.get("also", []))))
    named = {word for word in _ALSO.get(line.topic, ()) if f" {word}" in plain(question)}
    asked = stems(question) & stems(" ".join((turn.content.offer_topics[line.topic].name, *named))) - _PARTS
    return bool(stems(question) & known or (asked and line.topic != "hours"))


def _is_elsewhere(turn: Turn, line: reading.Line, words: str, told: list[Told]) -> bool:
    """Whether the line of its topic says nothing of the thing itself: of "on call" it gives the 38 hours."""
    asked = stems(words) - (stems(turn.content.offer_topics[line.topic].name) - _PARTS)
    known = stems(" ".join((line.found["quote"], *line.found["facts"], *line.found.get("also", []))))
    beyond = asked - (stems(" ".join(turn.content.offer_topics[line.topic].hears)) - _PARTS) - _GENERAL
    return bool(asked) and not stems(words) & known and bool(told or beyond)


def touched(turn: Turn, offer: Offer, want: str) -> list[Entry]:
    """The sentences of the offer that touch what matters to him."""
    return _entries(touches(text_of(turn, offer), want), want)


def _entries(told: list[Told], words: str) -> list[Entry]:
    near = [word for word in plain(words).split() if len(word) > 3] or [words]
    return [["half" if one.open else "said", _quoted(one, near)] for one in told]


def halves(turn: Turn, offer: Offer) -> list[str]:
    """What the offer leaves open by its own words, quoted, where no line of the report says so."""
    lines = offer_report.report_on(turn, offer).lines
    known = [plain(line.found["quote"]).strip() for line in lines if line.open and line.state != "missing"]
    rows = [one for one in left_open(text_of(turn, offer)) if not any(words in plain(one.words) for words in known)]
    return [_quoted(one, []) for one in rows]


def _quoted(one: Told, near: list[str]) -> str:
    """Of a long sentence the part around what leaves it open."""
    return quote(one.words, filter(None, [one.near, *near]), QUOTED).rstrip(".")

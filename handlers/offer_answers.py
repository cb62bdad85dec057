"""What the bot itself answers beside an offer: what is missing, what comes next, what the letter says of a thing,
whether that is normal; and what the user tells of himself: what matters to him, and what does not."""

from __future__ import annotations

from bot.core.hears import plain
from bot.core.model import Offer, Priority
from bot.core.offer import report as reading
from bot.core.offer_remarks import phrases
from bot.core.offer_remarks.his import want_in
from bot.core.wants import reason
from bot.telegram.buttons import Button, door
from bot.telegram.texts import Html, join
from bot.telegram.turn import Turn
from handlers import offer_letter, offer_report, wishes
from handlers.common import bullets, short
from handlers.offer_own import typed_beside
from handlers.offer_terms import Entry, halves, look_up, topic_of, touched
from handlers.want import want_name

QUOTED, SHOWN, NAMED = 90, 5, 60
ALONE = ("half", "said", "absent", "want", "waived", "fine_with", "unsure")
ASKABLE = ("half", "absent", "usual", "worth", "stated", "theirs")


# -- what is put to the bot ----------------------------------------------------------------------------------------


def missing(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    return [["missing", ""]]


def next_step(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    return [["next", ""]]


def hush(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    return [["hush", ""]]


def term(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """What the offer says of each thing that is named."""
    found = [entry for phrase in phrases(words) or [words] for entry in look_up(turn, offer, phrase)]
    return _askable(turn, found, "ask", words)


def normal(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """What it says of the thing; what is usual elsewhere nobody here can say."""
    thing = words or turn.draft.get("last", "")
    return _askable(turn, [*(look_up(turn, offer, thing) if thing else []), ["usual", ""]], "ask", thing)


def worth(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """Whether to ask: where the offer leaves it open, yes; without a thing, all that is open."""
    thing = words or turn.draft.get("last", "")
    if not thing:
        return [["missing", ""]]
    found = look_up(turn, offer, thing)
    return _askable(turn, [*found, ["worth" if _is_open(turn, offer, found) else "stated", ""]], "ask", thing)


def means(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """What their words mean only they can say."""
    thing = words.strip(" \"'“”‘’") or turn.draft.get("last", "")
    found = [entry for entry in look_up(turn, offer, thing) if entry[0] != "absent"] if thing else []
    return _askable(turn, [*found, ["theirs", ""]], "meaning", thing)


def _askable(turn: Turn, entries: list[Entry], way: str, words: str) -> list[Entry]:
    """With the button that asks them about it, where that makes sense."""
    lines = {line.topic: line for line in offer_report.report_on(turn, offer_report.offer_of(turn)).lines}
    opened = any(kind in ASKABLE or (kind == "line" and what in lines and lines[what].open) for kind, what in entries)
    turn.draft["asking"] = [way, words] if words and opened else []
    return entries


def _is_open(turn: Turn, offer: Offer, entries: list[Entry]) -> bool:
    lines = {line.topic: line for line in offer_report.report_on(turn, offer).lines}
    return any(kind in ("half", "absent") or (kind == "line" and lines[what].open) for kind, what in entries)


# -- what he tells of himself --------------------------------------------------------------------------------------


def want(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """Kept among what he wants, with its reason; beside it what of the offer touches it."""
    said, told = turn.said, want_in(words)
    turn.retell(told)
    new, left = wishes.add(turn)
    turn.retell(said)
    if left:
        turn.note(wishes.full_words(turn, left))
    return [*(["want", _wanted(turn, row)] for row in new), *([] if new or left else [["want_known", ""]]),
            *touched(turn, offer, told)]  # fmt: skip


def _wanted(turn: Turn, row: Priority) -> str:
    """ "Being home at night, because my wife works shifts"."""
    name, why = short(want_name(turn, row), NAMED * 2), short(reason(row.because) or row.because, NAMED)
    return str(turn.t("priorities.line_because", name=name, because=why)) if why else name


def waive(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """What he is fine without: the report puts it behind, and the message asks nothing of it."""
    gone = [topic for phrase in phrases(words) or [words] if (topic := topic_of(turn, phrase))]
    turn.draft["chosen"] = [id for id in turn.draft["chosen"] if id not in gone]
    turn.draft["left"] = [*turn.draft.get("left", []), *gone]
    said = {word for word in plain(words).split() if len(word) > 3}
    for question in typed_beside(turn, offer):
        if said & {*plain(question.text).split()}:
            turn.work.remove(question)
    return [["waived", words]]


# -- the words -----------------------------------------------------------------------------------------------------


def words(turn: Turn, offer: Offer, entries: list[Entry]) -> list[Html]:
    """The answers among the entries, each as a part of a message."""
    t = turn.t
    said = [t(f"offer.beside_{kind}", words=what) for kind, what in entries if kind in ALONE]
    other = [
        t(f"offer.beside_{kind}")
        for kind, _ in entries
        if kind in ("usual", "worth", "stated", "theirs", "hush", "want_known")
    ]
    parts = [join(said, "\n"), *other]
    parts += [_open(turn, offer)] if ["missing", ""] in entries else []
    parts += [_next(turn, offer)] if ["next", ""] in entries else []
    return [part for part in parts if part]


def _open(turn: Turn, offer: Offer) -> Html:
    """All that is open: what is unclear with its words, what is not in it by name, the usual first."""
    t, topics = turn.t, turn.content.offer_topics
    lines = [line for line in offer_report.report_on(turn, offer).lines if line.open and not line.waived]
    told = [
        offer_report.line_words(turn, offer.read, line, QUOTED)
        for line in lines
        if line.state != "missing" or line.heard
    ]
    told += [t("offer.beside_quote", words=words) for words in halves(turn, offer)]
    gone = sorted(
        (line for line in lines if line.state == "missing" and not line.heard),
        key=lambda line: -topics[line.topic].weight,
    )
    usual = [topics[line.topic].name for line in gone if topics[line.topic].weight >= reading.USUAL]
    less = [topics[line.topic].name for line in gone if topics[line.topic].weight < reading.USUAL]
    parts = [
        t("offer.beside_unclear", lines=bullets(told[:SHOWN])) if told else Html(""),
        t("offer.beside_usually", names=", ".join(usual)) if usual else Html(""),
        t("offer.beside_seldom", names=", ".join(less)) if less else Html(""),
    ]
    return join(parts) or t("offer.beside_nothing")


def _next(turn: Turn, offer: Offer) -> Html:
    """The one step that comes next: to ask, to wait for the answer, or to answer them."""
    t, topics, asked = turn.t, turn.content.offer_topics, offer.read.get("asked", [])
    first = list(dict.fromkeys([*asked, *offer_letter.first(turn)]))
    names = ", ".join(topics[id].name for id in first)
    key = "wait" if asked and _is_written(offer) else "ask" if first else "answer"
    return join([t(f"offer.beside_next_{key}", names=names), offer_report.deadline_words(turn, offer)])


def _is_written(offer: Offer) -> bool:
    """Whether the message was made: then what is asked is more than what he only wished to have in it."""
    return bool(offer.read.get("asked")) and offer.read.get("asked") != offer.read.get("wished")


def rows(turn: Turn, offer: Offer) -> tuple[Button, ...]:
    """The buttons that go with the answers."""
    label, entries = turn.t.label, turn.draft.get("beside", [])
    ask = (Button(label("offer.button_ask_that"), "ask_that"),) if turn.draft.get("asking") else ()
    ends = any(kind in ("next", "hush") for kind, _ in entries)
    decide = (door(label("offer.button_decide"), "decide", "open", offer.job_id),) if ends and offer.job_id else ()
    return (*ask, *decide)

"""One message to the employer with what an offer leaves open, and the reply to it checked against the same list."""

from __future__ import annotations

from collections import Counter

from telegram import Update

from bot.core import evidence
from bot.core.drafts import letter, listed, quotable
from bot.core.ledger import OPEN
from bot.core.model import Answer, Offer, Person, Question
from bot.core.offer import due, replies
from bot.core.offer import report as core
from bot.core.offer.keeping import Read, merged
from bot.core.offer.masking import quote
from bot.core.wants import inside
from bot.telegram.buttons import Button
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import offer_own as own
from handlers.asking import wording
from handlers.common import bullets, person_words, short
from handlers.offer_report import job_of, offer_of, report_on

AUDIENCES = {"HR": "H", "recruiter": "R", "manager": "M"}
PICKED = 12  # topics to pick from
TOLD = ("missing", "differs", "open")  # of what was said by mouth: it is asked about, or asked to be put in writing


# -- what it asks -------------------------------------------------------------------------------------------------


async def write(update: Update, context: Context) -> str:
    """The open ones of the first three; where these are clear, the first of the rest. The text is not needed more."""
    turn = context.turn
    turn.draft.update(base=offer_of(turn).read, pieces=[], chosen=first(turn))
    keep_questions(turn)
    return "letter"


def first(turn: Turn) -> list[str]:
    """The topics that the message asks for, before the user has chosen: what he wanted asked himself goes with them."""
    offer = offer_of(turn)
    found = report_on(turn, offer)
    open_ones = [line.topic for line in found.first if line.open] or found.to_ask[: core.FIRST]
    mine = [id for id in offer.read.get("wished", []) if id in found.to_ask]
    return list(dict.fromkeys([*mine, *(id for id in open_ones if id not in offer.read.get("unwanted", []))]))


async def again(update: Update, context: Context) -> str:
    """What the reply left open."""
    turn = context.turn
    left = turn.draft.get("settled", {})
    turn.draft["chosen"] = [*left.get("unclear", {}), *left.get("silent", [])]
    keep_questions(turn)
    return "letter"


def keep_questions(turn: Turn) -> None:
    """Each chosen topic is a question of that job; one no longer chosen goes, unless the user has starred it."""
    offer, chosen = offer_of(turn), turn.draft.get("chosen", [])
    if not offer.read:
        return
    known = {q.facet: q for q in turn.work.all(Question) if q.about == offer.id and q.origin == "offer"}
    found = {line.topic: line for line in report_on(turn, offer).lines}
    for topic in chosen:
        question = known.pop(topic, None) or turn.work.add(
            Question(job_id=offer.job_id, origin="offer", about=offer.id, facet=topic, created_at=turn.now)
        )
        question.text = ask_words(turn, found.get(topic) or core.Line(topic, "missing", {}))
        question.audience = AUDIENCES[turn.content.offer_topics[topic].whom]
        question.state = "open" if question.state not in OPEN else question.state
    for question in known.values():
        if question.state in OPEN and not question.starred:
            turn.work.remove(question)
    offer.read = {**offer.read, "asked": list(chosen)}


def ask_words(turn: Turn, line: core.Line) -> str:
    """The question on one topic; where something else was said, that is what it asks to have in writing."""
    said = line.heard
    if said is not None and not said.condition and line.letter in TOLD:
        return _ask_told(turn, line, said.words)
    return _ask(turn, line.topic, turn.user.tone)


def _ask(turn: Turn, id: str, tone: str) -> str:
    """Whoever works on a site is not asked on how many days."""
    topic, key = turn.content.offer_topics[id], "direct" if tone == "direct" else "soft"
    if id == "location" and offer_of(turn).read.get("site"):
        return turn.t.label(f"offer.ask_site_{key}")
    return topic.ask_direct if tone == "direct" else topic.ask_soft


def _ask_told(turn: Turn, line: core.Line, said: str) -> str:
    """Quotes only what says something by itself; else the topic stands for it."""
    phrases = [said, line.found["quote"]] if line.letter == "differs" else [said]
    words, *found = (quote(phrase, (), 100).rstrip(".") for phrase in phrases)
    key = "differs" if found else "told_open" if line.letter == "open" else "told"
    if all(quotable(phrase) for phrase in phrases):
        return turn.t.label(f"offer.ask_{key}", words=words, quote="".join(found))
    return turn.t.label(f"offer.ask_{key}_topic", topic=inside(turn.content.offer_topics[line.topic].name))


def _questions(turn: Turn, tone: str) -> list[str]:
    """In the words of that tone; what was starred on something else goes with them."""
    offer = offer_of(turn)
    found = {line.topic: line for line in report_on(turn, offer).lines}
    words = []
    for id in turn.draft.get("chosen", []):
        line = found.get(id) or core.Line(id, "missing", {})
        told = line.heard is not None and not line.heard.condition and line.letter in TOLD
        words.append(ask_words(turn, line) if told else _ask(turn, id, tone))
    return [*words, *(wording(turn, q, tone) for q in own.starred(turn, offer))]


# -- the message --------------------------------------------------------------------------------------------------


def show_letter(turn: Turn) -> Screen:
    t, offer = turn.t, offer_of(turn)
    tone = turn.draft.get("tone") or turn.user.tone
    person = _whom(turn, offer)
    words = letter(
        turn.content.drafts,
        "offer_questions",
        tone,
        job_of(turn, offer),
        person,
        questions=listed(_questions(turn, tone)),
    )
    whom = person_words(person.name, person.title) if person else t("offer.letter_sender")
    other = "soft" if tone == "direct" else "direct"
    first = (
        Button(t.label("offer.button_answered"), "answered"),
        Button(t.label(f"offer.button_{other}"), "tone", other),
    )
    second = (Button(t.label("offer.button_pick"), "pick"), Button(t.label("button.done"), "fine"))
    return Screen(t("offer.letter", whom=whom, words=words), (first, second), sort="card")


def _whom(turn: Turn, offer: Offer) -> Person | None:
    """Who can answer most of it, of those whom the user knows there; else whoever signed it."""
    counts = Counter(AUDIENCES[turn.content.offer_topics[id].whom] for id in turn.draft.get("chosen", []))
    order = [audience for audience, _ in counts.most_common()] + ["R", "H", "M"]
    people = [p for p in turn.work.all(Person) if p.job_id == offer.job_id and (p.name or p.title)]
    fitting = (p for audience in order for p in people if p.audience == audience)
    return next(fitting, None) or _signer(offer)


def _signer(offer: Offer) -> Person | None:
    """Who signed it, as it was read."""
    name, title = offer.read.get("signer") or ("", "")
    return Person(job_id=offer.job_id, name=name, title=title) if name or title else None


def as_asked(turn: Turn) -> None:
    """Whoever comes back to the message sees what it asks for: not what he was about to pick, nor what is settled."""
    turn.draft["chosen"] = list(offer_of(turn).read.get("asked", []))


def asks_something(turn: Turn) -> bool:
    """Whether the message asks for anything, or would if he came back to it."""
    here = turn.dialog is not None and turn.dialog.step == "letter"
    if own.typed_beside(turn, offer_of(turn)):
        return True
    return bool(turn.draft.get("chosen") if here else offer_of(turn).read.get("asked"))


async def change_tone(update: Update, context: Context) -> None:
    if context.turn.arg in ("soft", "direct"):
        context.turn.draft["tone"] = context.turn.arg


def show_pick(turn: Turn) -> Screen:
    """What is open, to be tapped in or out; each button says what to set."""
    label, topics, chosen = turn.t.label, turn.content.offer_topics, turn.draft.get("chosen", [])
    ids = list(dict.fromkeys([*report_on(turn, offer_of(turn)).to_ask[:PICKED], *chosen]))
    buttons = [
        Button(label("offer.button_on", name=topics[id].name) if id in chosen else topics[id].name,
               "off" if id in chosen else "on", id)
        for id in ids
    ]  # fmt: skip
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Screen(turn.t("offer.pick"), (*rows, (Button(label("offer.button_picked"), "picked"),)), sort="picker")


async def pick_on(update: Update, context: Context) -> None:
    draft = context.turn.draft
    if context.turn.arg in context.turn.content.offer_topics and context.turn.arg not in draft.get("chosen", []):
        draft["chosen"] = [*draft.get("chosen", []), context.turn.arg]


async def pick_off(update: Update, context: Context) -> None:
    draft = context.turn.draft
    draft["chosen"] = [id for id in draft.get("chosen", []) if id != context.turn.arg]


async def picked(update: Update, context: Context) -> str | None:
    turn = context.turn
    if not turn.draft.get("chosen"):
        turn.note(turn.t("offer.pick_none"))
        return None
    keep_questions(turn)
    return "letter"


# -- the reply ----------------------------------------------------------------------------------------------------


MORE = 2  # other terms of the offer from which on a reply is kept, though it answers none of the questions


async def took_answer(update: Update, context: Context) -> str | None:
    """What speaks of none of the questions, and of hardly anything else in an offer, changes nothing."""
    turn = context.turn
    if own.said(turn):
        return None
    reply = replies.settled(offer_of(turn).read.get("asked", []), turn.said, turn.content.offer_topics)
    told = sum(found["verdict"] == "stated" for found in reply.read["topics"].values())
    if not (reply.closed or reply.unclear or told >= MORE or own.beside(turn, offer_of(turn), turn.said)):
        turn.note(turn.t("offer.no_reply"))
        return None
    return answered(turn, turn.said)


def answered(turn: Turn, text: str) -> str:
    """Checks the reply against what was asked: what it settles is closed, the rest stays open."""
    offer = offer_of(turn)
    reply = replies.settled(offer.read.get("asked", []), text, turn.content.offer_topics)
    rows = {q.facet: q for q in turn.work.all(Question) if q.about == offer.id and q.origin == "offer"}
    for topic, words in {**reply.closed, **reply.unclear}.items():
        if topic in rows:
            _note(turn, rows[topic], words, closed=topic in reply.closed)
    left = [*reply.unclear, *reply.silent]
    for question, words in own.settled_by(turn, offer, reply.closed, left):
        _note(turn, question, words, closed=True)
    for question, words in own.beside(turn, offer, text):
        _note(turn, question, words, closed=True)
        turn.note(turn.t("offer.own_closed", question=short(wording(turn, question), 80)))
    own.begin(turn, offer)
    offer.read = {**joined(offer.read, reply.read), "asked": left}
    by = due.answer_day(reply.read.get("deadline", ""), turn.now, turn.zone, turn.user.weekend)
    offer.answer_by = by or offer.answer_by  # they may name another day, earlier or later
    told = [id for id, one in reply.read["topics"].items() if one["verdict"] == "stated" and id not in reply.closed]
    lines = {"closed": reply.closed, "unclear": reply.unclear, "silent": list(reply.silent), "beside": told}
    turn.draft.update(settled=lines, base=offer.read, pieces=[], pending=[])
    return "settled"


def joined(read: Read, reply: Read) -> Read:
    """The offer with what the reply adds; how long the letter was stays."""
    return {**merged(read, reply), "length": read.get("length", 0), "messages": read.get("messages", 1)}


def _note(turn: Turn, question: Question, words: str, *, closed: bool) -> None:
    verdict = "concrete" if closed else "vague"
    known = [a for a in turn.work.all(Answer) if a.question_id == question.id and a.note == words]
    if not known:
        turn.work.add(
            Answer(question_id=question.id, note=words, verdict=verdict, kind=evidence.kind(words), created_at=turn.now)
        )
    question.state = "answered" if closed else "open"
    if closed:
        question.interview_id, question.rank = "", 0


def show_settled(turn: Turn) -> Screen:
    t, label, left = turn.t, turn.t.label, turn.draft.get("settled", {})
    topics = turn.content.offer_topics
    lines = [
        *(_line(turn, "closed", topics[id].name, words) for id, words in left.get("closed", {}).items()),
        *(_line(turn, "unclear", topics[id].name, words) for id, words in left.get("unclear", {}).items()),
        *(t("offer.settled_silent", name=topics[id].name) for id in left.get("silent", [])),
    ]
    again = [Button(label("offer.button_again"), "again")] if left.get("unclear") or left.get("silent") else []
    rows = (tuple(again), (Button(label("offer.button_report"), "report"), Button(label("button.done"), "fine")))
    asks, answers = own.line(turn)
    checked = t("offer.settled", count=len(lines), lines=bullets(lines)) if lines else t("offer.settled_none")
    text = join([checked, _beside(turn, left), asks], "\n\n")
    return Screen(text, (answers, *rows), sort="report")


def _beside(turn: Turn, left: Read) -> Html:
    """What else the reply tells, by name."""
    names = ", ".join(turn.content.offer_topics[id].name for id in left.get("beside", []))
    return turn.t("offer.settled_beside", names=names) if names else Html("")


def _line(turn: Turn, name: str, topic: str, words: str) -> Html:
    return turn.t(f"offer.settled_{name}", name=topic, quote=quote(words, (), 120))

"""/worry: a fear is a question that was not asked. At most three usable questions, no fear lost."""

from __future__ import annotations

import dataclasses

from telegram import Update

from bot.core import forms, worries
from bot.core.ledger import OPEN
from bot.core.model import Question
from bot.core.route.hints import hint
from bot.core.wants import inside
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import join
from bot.telegram.turn import Context, Turn
from handlers import skills
from handlers.asking import keep, topic_question, whom, wording
from handlers.common import job_of, job_words, numbered, short, upcoming, when_words
from handlers.interview_screens import next_row

MOST = 4000
SHOWN = 3
MOST_NAME = 60
QUOTED = 80  # characters of a fear that is said back
OF_ONESELF = (None, "the_team", "my_gaps")  # topics of a clause that only says what is doubted of oneself


async def start(update: Update, context: Context) -> str | None:
    """/worry, with or without the fear after it; the same for a fear that comes as a free message. What nobody but the
    user can settle, whether he is good enough, is answered as the doubt that it is."""
    turn = context.turn
    if turn.said and turn.event.kind != "tap" and _is_doubt(turn.said, turn):
        await _doubt(update, context)
        return None
    turn.begin("worry", "tell")
    return take(turn, turn.said) if turn.said and turn.event.kind != "tap" else "tell"


def _is_doubt(text: str, turn: Turn) -> bool:
    """Whether it is a doubt of oneself and no other fear stands in it."""
    return hint(text) == "doubt" and not _others(worries.split(text[:MOST], turn.content))


def _others(fears: list[worries.Fear]) -> list[worries.Fear]:
    """The fears beside a doubt of oneself: neither the doubt nor the age that is named for it."""
    return [fear for fear in fears if fear.topic_id not in OF_ONESELF and hint(fear.words) != "doubt"]


async def _doubt(update: Update, context: Context) -> None:
    """Two facts from the user's own record; the conversation of the skills asks for the first where there is none."""
    step = await skills.start_doubt(update, context)
    skills.CONVERSATION.follow(context.turn, step)


def take(turn: Turn, text: str) -> str:
    """Splits the fear; only topics and the clauses that nobody can answer are kept while we talk."""
    if len(text) > MOST:
        turn.note(turn.t("worry.long", most=MOST))
    fears, draft = worries.split(text[:MOST], turn.content), turn.draft
    if hint(text) == "doubt" and _others(fears):
        fears = _others(fears)
        turn.note(turn.t("worry.doubted"))
    if worries.is_found_out(text):
        turn.note(turn.t("worry.found_out"))
    draft["own"] = {**draft.get("own", {}), **worries.worded(text)}
    picked = [fear.topic_id for fear in worries.pick(fears, turn.content) if fear.topic_id]
    others = [fear.topic_id for fear in fears if fear.topic_id and fear.topic_id not in picked]
    if worries.to_disappoint(text):
        draft["start"] = True
        picked = [topic for topic in picked if topic != "my_gaps"]  # heard in the same words
        picked = [*worries.START, *(topic for topic in picked if topic not in worries.START)]
    # What was told before stays: fears add up. The newest come first, three are shown, the rest is put away.
    topics = list(dict.fromkeys([*picked, *draft.get("topics", []), *others, *draft.get("more", [])]))
    draft["topics"], draft["more"] = topics[:SHOWN], topics[SHOWN:]
    draft["nobody"] = [*draft.get("nobody", []), *(fear.words for fear in fears if fear.topic_id is None)][-SHOWN:]
    if not picked and not fears:
        turn.note(turn.t("worry.none"))
    elif not topics:
        turn.note(turn.t("worry.nothing_to_ask", words=short("; ".join(draft["nobody"]), QUOTED)))
    return "result" if topics else "tell"


async def told(update: Update, context: Context) -> str | None:
    turn = context.turn
    if not turn.draft.get("topics") and _is_doubt(turn.said, turn):
        turn.finish()
        await _doubt(update, context)
        return None
    return take(turn, turn.said)


def result(turn: Turn) -> Screen:
    t, draft = turn.t, turn.draft
    tone = draft.get("tone", turn.user.tone)
    lines = []
    call = draft.get("when") == "call"
    for topic_id in draft["topics"]:
        question = dataclasses.replace(_question(turn, topic_id))
        if call and not question.text:
            forms.reworded(question, forms.for_call(turn.content.topics[topic_id]))
        lines.append(t("worry.line", question=wording(turn, question, tone), whom=whom(turn, question.audience)))
    count = t("worry.one") if len(lines) == 1 else t("worry.many", number=len(lines))
    parts = [t("worry.result", count=count, questions=numbered(lines))]
    parts += [t("worry.nobody", words=words) for words in draft["nobody"]]
    other = "soft" if tone == "direct" else "direct"
    keep_key = "worry.keep_one" if len(lines) == 1 else "worry.keep"
    then = "talk" if call else "call"
    ways = (Button(t.label(f"worry.for_{then}"), "when", then), Button(t.label(f"worry.{other}"), "tone", other))
    return Screen(join(parts), ((Button(t.label(keep_key), "keep"),), ways), sort="report")


def _question(turn: Turn, topic_id: str) -> Question:
    """The question on that topic; some fears ask in words of their own."""
    if own := turn.draft.get("own", {}).get(topic_id):
        return _worded(turn, topic_id, f"worry.own_{own[0]}", own[1])
    if not (turn.draft.get("start") and topic_id in worries.START):
        return topic_question(turn, topic_id, "worry")
    return _worded(turn, topic_id, f"worry.start_{topic_id}", "M")


def _worded(turn: Turn, topic_id: str, key: str, audience: str) -> Question:
    """The question of that topic in the words of a text."""
    text = turn.t.label(key)
    known = [q for q in turn.work.all(Question) if q.topic == topic_id and q.text == text]
    made = Question(topic=topic_id, text=text, origin="worry", audience=audience, created_at=turn.now)
    return known[0] if known else made


def _opened(turn: Turn) -> list[Question]:
    """The questions shown, kept: what was put away or settled is open again."""
    rows = [turn.work.add(_question(turn, topic_id)) for topic_id in turn.draft["topics"]]
    for question in rows:
        question.state = question.state if question.state in OPEN else "open"
    return rows


async def changed_tone(update: Update, context: Context) -> None:
    if context.turn.arg in ("soft", "direct"):
        context.turn.draft["tone"] = context.turn.arg


async def changed_when(update: Update, context: Context) -> None:
    """In the next talk, or on the call with the offer: other words, and other people to ask."""
    if context.turn.arg in ("talk", "call"):
        context.turn.draft["when"] = context.turn.arg


async def kept(update: Update, context: Context) -> str:
    turn = context.turn
    # Fears beyond the three are kept as well: put away, not dropped.
    for question in keep(turn, turn.draft["more"], "worry"):
        question.state = "parked"
    for question in _opened(turn):
        if turn.draft.get("when") == "call" and not question.text:
            forms.reworded(question, forms.for_call(turn.content.topics[question.topic]))
    if away := [inside(turn.content.topics[id].name) for id in turn.draft["more"]]:
        turn.note(turn.t("worry.away", names=", ".join(away)))
    _say_kept(turn)
    return END


def _say_kept(turn: Turn) -> None:
    """Where the next talk is known it is named, else it is asked for; one that is half typed waits under it."""
    coming, questions = upcoming(turn), door(turn.t.label("next.button_questions"), "questions")
    half = turn.interrupted()
    if not coming and half is not None and half.flow == "interview":
        return turn.say("worry.kept_half", (questions,), next_row(turn))
    if not coming:
        add = door(turn.t.label("next.button_add"), "interview", "new")
        return turn.say("worry.kept", (add, questions), next_row(turn))
    job = short(job_words(turn, job_of(turn, coming[0])), MOST_NAME)
    row = (door(turn.t.label("next.button_prepare"), "prepare", "open", coming[0].id), questions)
    turn.say("worry.kept_for", row, next_row(turn), job=job, when=when_words(turn, coming[0]))


CONVERSATION = Conversation(
    "worry",
    entry_points=[Command("worry", start), Door("worry", "open", start)],
    states={
        "tell": State(asks("worry.ask"), Said(told, MOST)),
        "result": State(
            result, Tapped("keep", kept), Tapped("tone", changed_tone), Tapped("when", changed_when), Said(told, MOST)
        ),
    },
)

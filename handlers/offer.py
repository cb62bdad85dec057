"""/offer: a first, honest look at an offer: which topics are mentioned, and which are not. The text is not kept."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Question
from bot.core.offer import glance as core
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Command, Conversation, Door, Said, State, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers.common import OPEN, bullets
from handlers.interview_screens import next_row

MOST = 40_000
AUDIENCES = {"HR": "H", "recruiter": "R", "manager": "M"}


async def start(update: Update, context: Context) -> str:
    """/offer, with or without the text after it; the same for an offer that comes as a free message."""
    turn = context.turn
    turn.begin("offer", "paste")
    return take(turn, turn.said) if turn.said and turn.event.kind != "tap" else "paste"


def take(turn: Turn, text: str) -> str:
    """Looks; only topic ids, the sum and the length are kept while we talk."""
    seen = core.glance(text, turn.content)
    if not seen.mentioned:
        turn.note(turn.t("offer.not_offer"))
        return "paste"
    turn.draft.update(
        mentioned=list(seen.mentioned), absent=list(seen.absent), first=list(seen.first), pay=seen.pay, length=len(text)
    )
    return "result"


async def pasted(update: Update, context: Context) -> str:
    return take(context.turn, context.turn.said)


def ask(turn: Turn) -> Screen:
    return Screen(turn.t("offer.ask"))


def result(turn: Turn) -> Screen:
    t, draft, topics = turn.t, turn.draft, turn.content.offer_topics
    pay = t("offer.pay", pay=draft["pay"]) if draft.get("pay") else ""
    lines = [t("offer.line", name=topics[id].name, question=_ask(turn, id)) for id in draft["first"]]
    key = "offer.result" if lines else "offer.result_none"
    text = t(key, length=draft["length"], pay=pay, mentioned=len(draft["mentioned"]), first=bullets(lines))
    rest = [topics[id].name for id in draft["absent"] if id not in draft["first"]]
    shown = t("offer.rest", names=", ".join(rest)) if draft.get("rest") and rest else Html("")
    more = () if draft.get("rest") or not rest else (Button(t.label("offer.show_rest"), "rest"),)
    first = (Button(t.label("offer.keep"), "keep"),) if lines else ()
    return Screen(join([text, shown]), ((*first, *more), (Button(t.label("offer.fine"), "fine"),)))


def _ask(turn: Turn, id: str) -> str:
    topic = turn.content.offer_topics[id]
    return topic.ask_direct if turn.user.tone == "direct" else topic.ask_soft


async def show_rest(update: Update, context: Context) -> None:
    context.turn.draft["rest"] = True


async def kept(update: Update, context: Context) -> str:
    """Each gap becomes a question in the very words that were shown."""
    turn = context.turn
    known = {question.text for question in turn.work.all(Question) if question.state in OPEN}
    for id in turn.draft["first"]:
        words = _ask(turn, id)
        if words not in known:
            audience = AUDIENCES[turn.content.offer_topics[id].whom]
            turn.work.add(Question(text=words, origin="offer", audience=audience, created_at=turn.now))
    turn.say("offer.kept", (door(turn.t.label("next.button_questions"), "questions"),), next_row(turn))
    return END


async def fine(update: Update, context: Context) -> str:
    context.turn.say("offer.ended", next_row(context.turn))
    return END


CONVERSATION = Conversation(
    "offer",
    entry_points=[Command("offer", start), Door("offer", "open", start)],
    states={
        "paste": State(ask, Said(pasted, MOST)),
        "result": State(
            result, Tapped("keep", kept), Tapped("rest", show_rest), Tapped("fine", fine), Said(pasted, MOST)
        ),
    },
)

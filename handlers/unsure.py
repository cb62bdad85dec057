"""Not sure what a message is about: at most three buttons, the likeliest first. The message stays with the question,
so a tap begins what was meant and nothing has to be typed again."""

from __future__ import annotations

from telegram import Update

from bot.core import route
from bot.telegram.buttons import Button
from bot.telegram.conversation import Conversation, State
from bot.telegram.inputs import Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import intents, small
from handlers.common import short
from handlers.likely import likely

FLOW = "meaning"
MOST = 3
SILENT = ("other", "smalltalk")  # nothing to begin: "something else" stands for them
WORDS = 5  # an answer in so few words may name one of the buttons
NUMBERS = (("1", "first", "1st"), ("2", "second", "2nd"), ("3", "third", "3rd"))
QUOTED = 60  # characters of the message that is asked about


def ask(turn: Turn, ranked: list[str], ruled: str = "") -> None:
    """Asks which of the likeliest is meant, of those that can be; what is ``ruled`` to be likely is among them."""
    picks = [name for name in likely(turn, ranked) if name not in SILENT][:MOST]
    if ruled and ruled not in picks:
        picks[MOST - 1 :] = [ruled]
    if not picks:
        return small.other(turn)
    turn.begin(FLOW, "which", passing=True, said=turn.said, picks=picks)
    CONVERSATION.enter(turn, "which")


def ask_which(turn: Turn) -> Screen:
    label = turn.t.label
    rows = [(Button(label(f"meaning.{name}"), "do", name),) for name in turn.draft["picks"]]
    text = turn.t("meaning.which", said=short(turn.draft["said"], QUOTED))
    below = turn.way_back() if turn.interrupted() is not None else ()
    return Screen(text, (*rows, (Button(label("meaning.else"), "else"),), below), sort="picker")


async def chose(update: Update, context: Context) -> None:
    """Begins it with the message that was asked about."""
    if context.turn.arg in context.turn.draft["picks"]:
        await _begin(context.turn.arg, update, context)


async def _begin(name: str, update: Update, context: Context) -> None:
    turn, said = context.turn, context.turn.draft["said"]
    turn.finish()
    turn.retell(said)
    await intents.begin(intents.act(turn, name), update, context)


async def something_else(update: Update, context: Context) -> None:
    context.turn.finish()
    small.ways(context.turn)


async def answered(update: Update, context: Context, yes: bool) -> None:
    """A typed yes means the likeliest, a no something else."""
    if not yes:
        return await something_else(update, context)
    return await _begin(context.turn.draft["picks"][0], update, context)


def typed(turn: Turn, *, plainly: bool) -> str:
    """What an answer in words picks, and the message is back; empty, and the question is over, where the answer is a
    message of its own, as one that says ``plainly`` what it is about."""
    said, draft = turn.said, dict(turn.draft)
    turn.finish()
    picked = _numbered(said, draft["picks"]) or ("" if plainly else route.intents(said)[0])
    if len(said.split()) > WORDS or picked not in draft["picks"]:
        return ""
    turn.retell(draft["said"])
    return picked


def names_one(said: str) -> bool:
    """Whether the answer is a number."""
    return bool(_numbered(said, ["1", "2", "3"]))


def _numbered(said: str, picks: list[str]) -> str:
    """The button that "2" or "the second one" means."""
    words = said.casefold().strip(" .!").split()
    number = next((n for n, names in enumerate(NUMBERS) if set(names) & set(words)), None)
    return picks[number] if number is not None and number < len(picks) and len(words) <= WORDS else ""


CONVERSATION = Conversation(
    FLOW,
    entry_points=[],
    states={"which": State(ask_which, Tapped("do", chose), Tapped("else", something_else))},
)

"""How they treated the user in one talk: what was odd, and whether they gave word of it."""

from __future__ import annotations

from telegram import Update

from bot.core import conduct, notes_told
from bot.telegram.buttons import Button
from bot.telegram.conversation import State
from bot.telegram.inputs import Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import debrief_tale
from handlers.common import short
from handlers.debrief_end import current, finish
from handlers.kept_acts import took_word

ODD = ("late", "no-show", "rude", "unprepared", "dodged", "pressed")
MOST_QUOTED = 100


def ask_odd(turn: Turn) -> Screen:
    label = turn.t.label
    heard, words = _told_of(turn)
    buttons = {kind: Button(label(f"debrief.odd_{kind.replace('-', '_')}"), "odd", kind) for kind in ODD}
    first = (*((buttons.pop(heard),) if heard else ()), Button(label("debrief.odd_none"), "none"))
    rest = tuple(buttons.values())
    quoted = turn.t("debrief.odd_told", words=short(words, MOST_QUOTED)) if heard else Html("")
    return Screen(join([quoted, turn.t("debrief.odd")], "\n"), (first, rest[:3], rest[3:]), sort="picker")


def _told_of(turn: Turn) -> tuple[str, str]:
    """What was told already is not asked again: it stands first. A no-show is another story."""
    return conduct.told_of(turn.draft.get("kept", ""), turn.content.acts, [kind for kind in ODD if kind != "no-show"])


async def odd(update: Update, context: Context) -> str | None:
    turn, (heard, words) = context.turn, _told_of(context.turn)
    return took(turn, turn.arg, words if turn.arg == heard else "") if turn.arg in ODD else None


async def odd_told(update: Update, context: Context) -> str:
    """In the user's words: the kind is heard in them. That nobody came at all is believed of a short line only."""
    turn, words = context.turn, context.turn.said
    if words.casefold().strip(" .!") in ("no", "nope", "nothing", "none", "all fine", "nothing odd"):
        return took(turn, "", "")
    kind = conduct.guess(words, turn.content.acts)
    if kind == "no-show" and not conduct.nobody_came(words, turn.content.acts):
        kind = "note"
    if kind == "note" and _of_an_answer(turn, words):
        return took(turn, "", "")
    return took(turn, kind, words)


def _of_an_answer(turn: Turn, words: str) -> bool:
    """Whether it is no conduct: more of what was told before, or that they gave no answer. It is kept as that."""
    interview, words = current(turn), notes_told.without_complaint(words)
    if interview is None or not words:
        return interview is not None
    found = debrief_tale.put_more(turn, interview, words)
    if not found and not notes_told.says_nothing(words):
        return False
    if words not in interview.note:
        interview.note = f"{interview.note}\n{words}".strip()
    return True


async def odd_none(update: Update, context: Context) -> str:
    return took(context.turn, "", "")


def took(turn: Turn, kind: str, words: str) -> str:
    """What one can give word of is asked about with one tap more; the rest is over."""
    turn.draft.update(kind=kind, odd=words)
    return "notice" if kind in conduct.MISSES else finish(turn)


def ask_notice(turn: Turn) -> Screen:
    words = [word for word in conduct.WORDS if word != "asked"]
    row = tuple(Button(turn.t.label(f"debrief.notice_{word}"), "notice", word) for word in words)
    return Screen(turn.t("debrief.notice"), (row,))


async def skip_notice(update: Update, context: Context) -> str:
    context.turn.draft["word"] = ""
    return finish(context.turn)


STATES = {
    "odd": State(ask_odd, Tapped("odd", odd), Tapped("none", odd_none), Said(odd_told, 2000)),
    "notice": State(ask_notice, Tapped("notice", took_word(finish)), Tapped("skip", skip_notice)),
}

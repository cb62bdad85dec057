"""How they treated the user in one talk: what was odd, and whether they gave word of it."""

from __future__ import annotations

from telegram import Update

from bot.core import conduct, debrief_words, notes_told
from bot.telegram.buttons import Button
from bot.telegram.conversation import State
from bot.telegram.inputs import Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import debrief_asked, debrief_heard, debrief_tale, debrief_told
from handlers.common import short, yes_or_no
from handlers.debrief_end import current, finish, keep_word
from handlers.kept_acts import took_word

ODD = ("late", "no-show", "rude", "unprepared", "dodged", "pressed")
MOST_QUOTED = 100
LITTLE = 7  # words: "yes she was late i told u" adds nothing


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
    if debrief_asked.take(turn, current(turn)):
        return "odd"
    if _offered(turn, words):
        return took(turn, "", "")
    if debrief_words.no_more(words) or debrief_words.nothing_odd(words):
        return took(turn, "", "")
    kind = conduct.guess(words, turn.content.acts)
    if kind == "no-show" and not conduct.nobody_came(words, turn.content.acts):
        kind = "note"
    heard, before = _told_of(turn)
    if kind == heard:  # told in the tale already, with more of it
        words = before if len(words.split()) <= LITTLE else f"{before}; {words}"
    if kind in ("note", "pressed") and _has_day(turn, words):
        return took(turn, "", "")
    if kind == "note" and (_aside(turn, words) or _of_an_answer(turn, words)):
        return took(turn, "", "")
    return took(turn, kind, words)


def _offered(turn: Turn, words: str) -> bool:
    """ "She rang just now and offered me it" is no conduct."""
    interview = current(turn)
    return interview is not None and debrief_told.take_offer(turn, interview, words)


def _has_day(turn: Turn, words: str) -> bool:
    """ "They will tell me on Tuesday" is no conduct: the day is kept."""
    interview = current(turn)
    return interview is not None and keep_word(turn, interview, words)


def _aside(turn: Turn, words: str) -> bool:
    """A question that came up, what was heard from others, that references were asked for: each is kept as that."""
    interview = current(turn)
    if interview is None:
        return False
    if debrief_told.take_people(turn, interview, words):
        return True
    return debrief_heard.ask_them(turn, interview, words) or debrief_heard.take(turn, interview, words)


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
    debrief_told.not_odd(context.turn)
    return took(context.turn, "", "")


def took(turn: Turn, kind: str, words: str) -> str:
    """What one can give word of is asked about with one tap more; the rest is over."""
    turn.draft.update(kind=kind, odd=words)
    if kind not in conduct.MISSES:
        return finish(turn)
    told = "" if kind == "no-show" else debrief_words.word_told(words) or _word_in_tale(turn, kind)
    if not told:
        return "notice"
    turn.draft["word"] = told
    return finish(turn)


def _word_in_tale(turn: Turn, kind: str) -> str:
    """ "She kept me waiting, no sorry": how they explained it, where the sentence of the tale says so."""
    return debrief_words.word_told(conduct.told_of(turn.draft.get("kept", ""), turn.content.acts, [kind])[1])


def ask_notice(turn: Turn) -> Screen:
    words = [word for word in conduct.WORDS if word != "asked"]
    row = tuple(Button(turn.t.label(f"debrief.notice_{word}"), "notice", word) for word in words)
    return Screen(turn.t("debrief.notice"), (row,))


async def notice_told(update: Update, context: Context) -> str | None:
    """In words; what says nothing of it is kept with the talk, and the question stays."""
    turn, interview = context.turn, current(context.turn)
    said = debrief_words.word_answered(turn.said, waits=turn.draft.get("kind") == "no-show")
    said = said or ("unasked" if yes_or_no(turn.said) else "")
    if said:
        turn.draft["word"] = said
        return finish(turn)
    if interview is None or _aside(turn, turn.said) or keep_word(turn, interview, turn.said):
        return None
    if turn.said not in interview.note:
        interview.note = f"{interview.note}\n{turn.said}".strip()
    turn.note(turn.t("debrief.aside_kept", words=short(turn.said, MOST_QUOTED)))
    return None


async def skip_notice(update: Update, context: Context) -> str:
    context.turn.draft["word"] = ""
    return finish(context.turn)


STATES = {
    "odd": State(ask_odd, Tapped("odd", odd), Tapped("none", odd_none), Said(odd_told, 2000)),
    "notice": State(
        ask_notice, Said(notice_told, 1000), Tapped("notice", took_word(finish)), Tapped("skip", skip_notice)
    ),
}

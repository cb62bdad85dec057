"""The page of one noted act: what it was, the day, how they explained it; all of it can be set right or taken off."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update

from bot.core import conduct
from bot.core.model import Job, Signal
from bot.core.past_days import past_day
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Callback, Door, Handler, Said
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers.about import about, gone, on_page
from handlers.common import day_words, short
from handlers.interview_screens import next_row
from handlers.kept_acts import QUOTED, act_line, act_name, employer_words, missed, remove, set_word
from handlers.signal import FIRST, REST
from handlers.signal_log import log_door
from handlers.signal_thought import pause_door


def page(turn: Turn, act: Signal) -> Screen:
    """What is kept of one act, and what can be changed on it."""
    t, job = turn.t, turn.work.get(Job, act.job_id) or Job(id=act.job_id)
    parts = [t("act.page", job=employer_words(turn, job), act=act_line(turn, act))]
    parts += [t("act.note", note=short(act.note, QUOTED))] if act.note and act.kind not in ("note", "dodged") else []
    if act.conclusion or act.instead:
        thought = {"conclusion": short(act.conclusion, QUOTED), "instead": short(act.instead, QUOTED)}
        parts.append(t("act.thought", **thought))

    def to(name: str) -> Button:
        return door(t.label(f"act.button_{name}"), "act", name, act.id)

    first = (to("kind"), to("day"), *((to("given"),) if act.kind in conduct.MISSES else ()))
    think = (pause_door(turn, act),) if act.kind not in conduct.GOOD else ()
    kept = (to("broke" if act.kept else "kept"),) if act.word == "unasked" else ()
    taken = (undo.button(turn),) if undo.has_changes(turn) else ()
    rows = (first, (*kept, *think), (to("remove"), log_door(turn, job), *taken))
    return Screen(join(parts, "\n"), rows, sort="report")


def _on_act(show: Callable[[Turn, Signal], None]) -> Callback:
    """A door of an act. ``arg``: its id and, where something is set, the value. Pressed twice it does no harm."""
    return on_page(Signal, show, page)


def _value(turn: Turn) -> str:
    return turn.arg.partition(".")[2]


# -- what it was ------------------------------------------------------------------------------------------------


def _ask_kind(turn: Turn, act: Signal) -> None:
    kinds = [*FIRST, *REST]
    buttons = [door(turn.content.acts[kind].name, "act", "to", f"{act.id}.{kind}") for kind in kinds]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    turn.show(Screen(turn.t("act.kind_ask"), (*rows, (_back(turn, act),)), sort="picker"))


def _back(turn: Turn, act: Signal) -> Button:
    return door(turn.t.label("button.back"), "act", "open", act.id)


def _set_kind(turn: Turn, act: Signal) -> None:
    if _value(turn) not in turn.content.acts:
        return
    act.kind = _value(turn)
    if act.kind not in conduct.MISSES:
        set_word(turn, act, "")
    missed(turn, act)


# -- how they explained it --------------------------------------------------------------------------------------


def _ask_word(turn: Turn, act: Signal) -> None:
    buttons = [door(turn.t.label(f"act.word_{word}"), "act", "word", f"{act.id}.{word}") for word in conduct.WORDS]
    rows = (tuple(buttons[:2]), tuple(buttons[2:]), (_back(turn, act),))
    turn.show(Screen(turn.t("act.word_ask"), rows, sort="picker"))


def _set_word(turn: Turn, act: Signal) -> None:
    if _value(turn) in conduct.WORDS:
        set_word(turn, act, _value(turn))


def _set_kept(turn: Turn, act: Signal) -> None:
    act.kept = turn.event.pressed is not None and turn.event.pressed.action == "kept"


# -- taken off --------------------------------------------------------------------------------------------------


def _remove(turn: Turn, act: Signal) -> None:
    """Taken off; the talk at which nobody came counts again."""
    job, name = turn.work.get(Job, act.job_id) or Job(id=act.job_id), act_name(turn, act)
    remove(turn, act)
    turn.say("act.removed", (log_door(turn, job), undo.button(turn)), next_row(turn), act=name)


# -- the day ----------------------------------------------------------------------------------------------------


def ask_day(turn: Turn) -> Screen:
    act = turn.work.get(Signal, turn.draft.get("signal", ""))
    known = turn.t("act.day_known", day=day_words(act.day)) if act is not None and act.day else Html("")
    return Screen(join([known, turn.t("act.day_ask")], " "))


async def took_day(update: Update, context: Context) -> str | None:
    turn = context.turn
    act, day = turn.work.get(Signal, turn.draft.get("signal", "")), past_day(turn.said, turn.now, turn.zone)
    if day is None:
        turn.note(turn.t("act.day_unclear"))
        return None
    turn.finish()
    if act is None:
        gone(turn, Signal)
        return END
    act.day = day
    set_word(turn, act, act.word)
    turn.show(page(turn, act))
    return END


HANDLERS: list[Handler] = [
    Door("act", "open", _on_act(lambda turn, act: None)),
    Door("act", "kind", _on_act(_ask_kind)),
    Door("act", "to", _on_act(_set_kind)),
    Door("act", "given", _on_act(_ask_word)),
    Door("act", "word", _on_act(_set_word)),
    Door("act", "kept", _on_act(_set_kept)),
    Door("act", "broke", _on_act(_set_kept)),
    Door("act", "remove", _on_act(_remove)),
]
CONVERSATION = Conversation(
    "act",
    entry_points=[Door("act", "day", about(Signal, "act", "day", name="signal"))],
    states={"day": State(ask_day, Said(took_day, 80))},
)

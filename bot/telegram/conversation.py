"""Conversations in PTB's vocabulary (entry points, states, fallbacks) whose state is a row, not memory.

PTB's own ConversationHandler keeps its state in the process and writes it apart from the domain's rows; a kill
between the two loses one of them. Here the state is the user's ``Dialog`` record, committed with everything else.

A callback has PTB's signature, ``async (update, context)``, and returns the next state's name, ``END``, or None to
stay. Every state has a ``show`` that makes its screen from the draft alone, so that it can be shown again at any
time: after Back, a stale button, a restart.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from telegram import Update

from bot.core import said_button
from bot.core.model import Dialog, Job
from bot.telegram import undo
from bot.telegram.buttons import Button, Pressed, door
from bot.telegram.inputs import Callback, Handler, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import TURN, Context, Turn

END = "END"
MOVES = {"skip": "skip", "skip it": "skip", "skip this": "skip", "pass": "skip", "back": "back", "go back": "back"}
Show = Callable[[Turn], Screen]


class State:
    """One step: its screen, and what it takes.

    ``lenient``: taps on an older drawing of the same step count too, since people tap several ticks faster than
    the screen is drawn anew; its buttons must then say what to set, not what to flip.

    ``ready``: whether there is still something to ask here. A step that is used up, or whose draft is gone, is passed
    over: Back goes on to the one before it.

    ``again``: what becomes of the draft where Back comes to that step, tapped or by passing over: what was half said
    after it goes, and so does the answer that is asked for once more.
    """

    def __init__(
        self,
        show: Show,
        *handlers: Handler,
        lenient: bool = False,
        ready: Callable[[Turn], bool] = lambda turn: True,
        again: Callable[[Turn], None] = lambda turn: None,
    ) -> None:
        self.show = show
        self.handlers = handlers
        self.lenient = lenient
        self.ready = ready
        self.again = again

    @property
    def can_skip(self) -> bool:
        return any(isinstance(h, Tapped) and h.action == "skip" for h in self.handlers)


def asks(key: str) -> Show:
    """The screen of a step that is a text and nothing else."""
    return lambda turn: Screen(turn.t(key))


class Conversation(Handler):
    """One conversation. Only one is active for a user at a time; entry points work from anywhere."""

    def __init__(
        self,
        name: str,
        *,
        entry_points: Sequence[Handler],
        states: Mapping[str, State],
        fallbacks: Sequence[Handler] = (),
        resumes: bool = True,
    ) -> None:
        super().__init__(_never)
        self.resumes = resumes  # whether its bare command takes up what was open
        self.name = name
        self.entry_points = tuple(entry_points)
        self.states = dict(states)
        self.fallbacks = (*fallbacks, Tapped("back", self._back), Tapped("stop", _stop), Tapped("over", _never))

    # -- what it takes ------------------------------------------------------------------------------------------

    def check_update(self, update: object) -> tuple[str, Handler | None] | None:
        """("entry" | "step", handler), or ("odd", None) for what its current step cannot use; None: not ours."""
        turn = TURN.get()
        entry = _first(self.entry_points, update)
        if entry is not None:
            return "entry", entry
        dialog = turn.dialog
        if dialog is None or dialog.flow != self.name or turn.event.kind in ("command", "member", "none"):
            return None
        pressed = turn.event.pressed
        if turn.event.kind == "tap" and (pressed is None or pressed.screen is None or pressed.flow != self.name):
            return None
        if pressed is not None and not self._current(dialog, pressed.screen):
            return "odd", None
        handlers = (*self._state(dialog).handlers, *self.fallbacks)
        handler = _typed(handlers, turn) or self._by_name(turn, dialog, handlers) or _first(handlers, update)
        return ("step", handler) if handler is not None else ("odd", None)

    def named(self, turn: Turn) -> Button | None:
        """The button of the open step whose words were typed instead of tapped."""
        dialog, event = turn.dialog, turn.event
        if dialog is None or dialog.flow != self.name or event.kind != "text" or not said_button.may_name(event.text):
            return None
        state, notes = self._state(dialog), [*turn.notes]
        buttons = [button for row in state.show(turn).rows for button in row if not button.flow]
        turn.notes[:] = notes  # it is only looked at
        takes = any(isinstance(handler, Said) for handler in state.handlers)
        at = said_button.meant(event.text, [button.label for button in buttons], answers=takes)
        return None if at is None else buttons[at]

    def _by_name(self, turn: Turn, dialog: Dialog, handlers: Sequence[Handler]) -> Handler | None:
        button = self.named(turn)
        if button is None:
            return None
        pressed = Pressed(self.name, button.action, button.arg, dialog.screen)
        turn.event = dataclasses.replace(turn.event, pressed=pressed)
        return next((one for one in handlers if isinstance(one, Tapped) and one.action == button.action), None)

    def _current(self, dialog: Dialog, screen: int | None) -> bool:
        oldest = dialog.data.get("since", dialog.screen) if self._state(dialog).lenient else dialog.screen
        return screen is not None and oldest <= screen <= dialog.screen

    def _state(self, dialog: Dialog) -> State:
        return self.states[self._place(dialog)[0]]

    def _place(self, dialog: Dialog) -> tuple[str, tuple[str, ...]]:
        """The current step and the trail to it. A step that is used up, or that a newer version no longer has, must
        not leave the user stuck: the last one before it that still asks for something takes its place, or the first
        of all."""
        turn, first = TURN.get(), next(iter(self.states))
        step, trail = dialog.step, dialog.trail
        while step != first and not self._is_ready(turn, step):
            step, trail = (trail or (first,))[-1], trail[:-1]
        return step, trail

    def _settle(self, turn: Turn, dialog: Dialog) -> None:
        """Goes back from a step that is used up, as Back does."""
        place = self._place(dialog)
        if place[0] != dialog.step:
            self._go_back(turn, dialog, *place)

    def _go_back(self, turn: Turn, dialog: Dialog, step: str, trail: tuple[str, ...]) -> None:
        dialog.step, dialog.trail = step, trail
        self.states[step].again(turn)

    # -- what it does -------------------------------------------------------------------------------------------

    async def handle_update(self, update: Update, application: Any, check_result: Any, context: Context) -> str | None:
        turn, (how, handler) = context.turn, check_result
        if how == "odd":
            self._odd(turn)
        elif how == "entry" and self._goes_on(turn):
            pass
        elif isinstance(handler, Tapped) and handler.action == "over":
            self._over(turn)
        else:
            if how == "step" and turn.dialog is not None:
                self._settle(turn, turn.dialog)
            beside = turn.dialog if how == "entry" else None
            self._go(turn, await handler.handle_update(update, application, True, context), beside)
        return None

    def _goes_on(self, turn: Turn) -> bool:
        """A bare command whose conversation is open or was stopped takes it up again instead of losing it."""
        if turn.event.kind != "command" or turn.said or not self.resumes:
            return False
        dialog = turn.dialog if turn.dialog and turn.dialog.flow == self.name else turn.stopped(self.name)
        if dialog is None:
            return False
        if not dialog.active:
            turn.resume(dialog)
        turn.note(turn.t("common.picked_up"))
        self.redraw(turn, over=True)
        return True

    def _over(self, turn: Turn) -> None:
        """Start over: where the conversation began, with what it began with. The undo brings back what goes."""
        again, step = turn.draft.get("again", {}), turn.draft.get("from", next(iter(self.states)))
        turn.dropped = turn.dialog.id if turn.dialog is not None else ""
        turn.finish()
        turn.begin(self.name, step, **again)
        self.redraw(turn)
        self._offer_undo(turn)

    def _odd(self, turn: Turn) -> None:
        """Something this step cannot use: say so in a line and show the step again, the draft untouched."""
        kind = turn.event.kind
        if kind == "tap":
            turn.toast = turn.t.label("common.stale")
        else:
            named = f"common.odd_{turn.event.media}"
            turn.note(turn.t(named if named in turn.content.texts else f"common.odd_{kind}"))
        self.redraw(turn)

    def _go(self, turn: Turn, step: str | None, beside: Dialog | None = None) -> None:
        """After a callback: to the step that it names; where it stays and has said nothing, the step is shown again.
        ``beside``: what was open when an entry came; an entry that only shows a page does not end it."""
        if step == END:
            self._end(turn, beside)
        elif step is not None:
            self.enter(turn, step)
        elif not turn.screens and turn.dialog is not None:
            self.redraw(turn)

    def follow(self, turn: Turn, step: str | None) -> None:
        """After an entry that something else called, since a message told what it is about: what it changed can be
        taken back at once."""
        self._go(turn, step)
        self._offer_undo(turn)

    def enter(self, turn: Turn, step: str) -> None:
        """Goes to that step and shows it; begins the conversation where it is not the current one."""
        dialog = turn.dialog
        if dialog is None or dialog.flow != self.name:
            dialog = turn.begin(self.name, step)
        elif dialog.step != step:
            dialog.trail = (*dialog.trail, dialog.step)[-20:]
            dialog.step = step
        dialog.data["since"] = turn.user.screen + 1
        self.redraw(turn)

    def _end(self, turn: Turn, beside: Dialog | None = None) -> None:
        """The draft goes. Under what was said last stand the undo and the way back to what this had interrupted."""
        if turn.dialog is not None and turn.dialog.flow == self.name and turn.dialog is not beside:
            turn.finish()
        self._offer_undo(turn)
        back = turn.way_back()
        if back and turn.screens and back not in turn.screens[-1][0].rows:
            screen, flow, number = turn.screens[-1]
            turn.screens[-1] = (dataclasses.replace(screen, rows=(*screen.rows, back)), flow, number)

    def _offer_undo(self, turn: Turn) -> None:
        """What a conversation has changed at its end can be taken back with one tap."""
        if not turn.screens or turn.erase or not undo.has_changes(turn):
            return
        screen, flow, number = turn.screens[-1]
        if not screen.is_file and not any(button.flow == "undo" for row in screen.rows for button in row):
            rows = (
                (*screen.rows[:-1], (*screen.rows[-1], undo.button(turn))) if screen.rows else ((undo.button(turn),),)
            )
            turn.screens[-1] = (dataclasses.replace(screen, rows=rows), flow, number)

    def redraw(self, turn: Turn, *, over: bool = False) -> None:
        """Shows the current step, with the row to move about under it."""
        dialog = turn.dialog
        if dialog is None:
            raise RuntimeError(f"{self.name}: no step to show")
        self._settle(turn, dialog)
        state = self._state(dialog)
        screen = state.show(turn)
        row = [("back", self._leads_back(turn, dialog)), ("skip", state.can_skip), ("stop", True), ("over", over)]
        move = tuple(Button(turn.t.label(f"button.{name}"), name) for name, wanted in row if wanted)
        turn.show_step(dataclasses.replace(screen, rows=(*screen.rows, move)), self.name)

    def _leads_back(self, turn: Turn, dialog: Dialog) -> bool:
        back = _named("back", (*self._state(dialog).handlers, *self.fallbacks))
        return bool(dialog.trail) if back != self._back else self._before(turn, dialog) is not None

    def _before(self, turn: Turn, dialog: Dialog) -> int | None:
        """Where on the trail Back leads: to the last other step that has something to ask; None where there is none."""
        ready = (at for at, step in enumerate(dialog.trail) if step != dialog.step and self._is_ready(turn, step))
        return max(ready, default=None)

    def _is_ready(self, turn: Turn, step: str) -> bool:
        """A step about a job that was undone or forgotten meanwhile would hang what is told on no job at all."""
        job = str(turn.draft.get("job") or "")
        gone = bool(job) and turn.work.get(Job, job) is None
        return step in self.states and not (gone and step != next(iter(self.states))) and self.states[step].ready(turn)

    async def go_back(self, update: Update, context: Context) -> str | None:
        """What Back does, for a step whose own Back does something first."""
        return await self._back(update, context)

    async def _back(self, update: Update, context: Context) -> str | None:
        turn, dialog = context.turn, context.turn.dialog
        at = self._before(turn, dialog) if dialog is not None else None
        if dialog is not None and at is not None:
            # Set here and not returned: going back must not lengthen the trail.
            self._go_back(turn, dialog, dialog.trail[at], dialog.trail[:at])
        return None


def _named(action: str, handlers: Sequence[Handler]) -> Callback | None:
    """What the first of these buttons of that name does."""
    return next((one.callback for one in handlers if isinstance(one, Tapped) and one.action == action), None)


def _typed(handlers: Sequence[Handler], turn: Turn) -> Handler | None:
    """The button to move about whose name was typed; "skip" is no answer to anything."""
    name = MOVES.get(turn.said.casefold().strip(" .!")) if turn.event.kind == "text" else None
    return next((one for one in handlers if isinstance(one, Tapped) and one.action == name), None)


def _first(handlers: Sequence[Handler], update: object) -> Handler | None:
    return next((handler for handler in handlers if handler.check_update(update)), None)


async def _never(update: Update, context: Context) -> str | None:
    raise RuntimeError("handled by the conversation itself")


async def _stop(update: Update, context: Context) -> str | None:
    from_here = context.turn.pause()
    stop_screen(context.turn, from_here)
    return None


def stop_screen(turn: Turn, dialog: Dialog | None) -> None:
    """Says that a conversation was stopped and how to go on."""
    if dialog is None:
        turn.say("common.nothing_to_stop", (door(turn.t.label("button.next"), "next"),))
        return
    label, arg = turn.t.label, dialog.id
    turn.say(
        "common.stopped",
        (door(label("button.go_on"), "dialog", "resume", arg), door(label("button.throw_away"), "dialog", "drop", arg)),
        (door(label("button.next"), "next"),),
        turn.way_back() if dialog.data.get("passing") else (),
        what=turn.t(f"flow.{dialog.flow}"),
    )

"""A screen: what one message shows. Made by handlers, turned into Bot API calls here and nowhere else."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from bot.telegram.buttons import Button, pack
from bot.telegram.texts import Html, escape

MOST_TEXT = 4096  # code points after entities are parsed (Bot API, sendMessage)
MOST_CAPTION = 1024  # the same of a photo's text (sendPhoto)
# What leads about and answers nothing: these doors, what a step has under it, and whatever begins with the sign.
MOVES, STEPS, BACK = ("next", "undo"), ("back", "skip", "stop", "over"), "‹"
Call = dict[str, Any]  # {"method": ..., parameters}: JSON, kept with the update until it is sent


@dataclass(frozen=True, slots=True)
class Document:
    """A file to send."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that is drawn when it is sent. ``content``: see bot.core.picture. ``instead``: the text that is sent
    where it could not be drawn."""

    content: dict[str, Any]
    instead: Html


@dataclass(frozen=True, slots=True)
class Screen:
    """Text with rows of buttons. ``fresh``: always a new message, never put over the one whose button was tapped."""

    text: Html
    rows: tuple[tuple[Button, ...], ...] = ()
    fresh: bool = False
    silent: bool = False
    document: Document | None = None
    voice: str = ""  # file id of a voice note to play
    drawing: Drawing | None = None  # a picture; the text stands under it and says the same
    sort: str = "turn"  # turn (short, one question, at most three answers), picker (more to choose from), report, card

    @property
    def is_file(self) -> bool:
        """Whether it is a message of its own kind, which can't be put over a text."""
        return self.document is not None or bool(self.voice) or self.drawing is not None


def keyboard(screen: Screen, flow: str = "", number: int | None = None) -> dict[str, Any]:
    """The inline keyboard; step buttons get the flow and the screen's number."""
    rows = [[_button(button, flow, number) for button in row] for row in _together(screen.rows)]
    return {"inline_keyboard": rows}


def _together(rows: tuple[tuple[Button, ...], ...]) -> list[tuple[Button, ...]]:
    """The rows, with what only moves about (back, home, undo) in one row at the end where it stood in several."""
    if sum(any(_moves(button) for button in row) for row in rows) < 2:
        return [row for row in rows if row]
    answers = [tuple(button for button in row if not _moves(button)) for row in rows]
    return [*(row for row in answers if row), tuple(button for row in rows for button in row if _moves(button))]


def _moves(button: Button) -> bool:
    return button.flow in MOVES or button.label.startswith(BACK) or (not button.flow and button.action in STEPS)


def _button(button: Button, flow: str, number: int | None) -> dict[str, str]:
    if button.flow:
        return {"text": button.label, "callback_data": pack(button.flow, button.action, button.arg, None)}
    return {"text": button.label, "callback_data": pack(flow, button.action, button.arg, number)}


def send_call(chat_id: int, screen: Screen, flow: str = "", number: int | None = None) -> Call:
    """A new message with that screen."""
    call: Call = {"chat_id": chat_id, "reply_markup": keyboard(screen, flow, number), "sort": screen.sort}
    if screen.silent:
        call["disable_notification"] = True
    if screen.document is not None:
        content = base64.b64encode(screen.document.content).decode()
        return {
            "method": "send_document",
            "caption": screen.text,
            "name": screen.document.name,
            "content": content,
            **call,
        }
    if screen.voice:
        return {"method": "send_voice", "voice": screen.voice, "caption": screen.text, **call}
    if screen.drawing is not None:
        return {
            "method": "send_photo",
            "draw": screen.drawing.content,
            "caption": _cut(screen.text, MOST_CAPTION),
            "instead": _cut(screen.drawing.instead),
            **call,
        }
    return {"method": "send_message", "text": _cut(screen.text), **call}


def edit_call(chat_id: int, message_id: int, screen: Screen, flow: str = "", number: int | None = None) -> Call:
    """The same screen put over an old message."""
    return {
        "method": "edit_message_text",
        "chat_id": chat_id,
        "message_id": message_id,
        "text": _cut(screen.text),
        "reply_markup": keyboard(screen, flow, number),
        "sort": screen.sort,
    }


def answer_call(query_id: str, toast: str = "") -> Call:
    """Stops the button's spinner, with a short line where ``toast`` is given (Telegram takes 200 characters)."""
    return {"method": "answer_callback_query", "callback_query_id": query_id, "text": toast[:200]}


def shown(text: Html) -> str:
    """The text as it stands on the screen, without tags."""
    return unescape(re.sub(r"<[^<>]{0,2000}>", "", text))  # links of calls are long


def _cut(text: Html, most: int = MOST_TEXT) -> str:
    """The text as it is, or plain and shortened: a longer one would be refused, and a cut could split a tag."""
    plain = shown(text)
    return text if len(plain) <= most else escape(plain[: most - 1] + "…")

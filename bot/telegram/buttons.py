"""What a button carries: short, typed, checked for Telegram's 64 bytes where it is made.

Two sorts. A *step* button belongs to one screen of one conversation and carries that screen's number: on any later
screen it is stale. A *door* opens a conversation from anywhere (a reminder, a list) and never grows stale.
Ids in them are only looked up among the user's own rows, so a forged one finds nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_BYTES = 64  # Bot API, InlineKeyboardButton.callback_data
_DATA = re.compile(
    r"(?:s:(?P<screen>\d{1,9})|d):(?P<flow>[a-z_]{1,16}):(?P<action>[a-z_]{1,16}):(?P<arg>[^\x00-\x1f:]{0,40})"
)


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button's data, read back."""

    flow: str
    action: str
    arg: str
    screen: int | None  # None: a door


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a screen. Without ``flow`` it is a step button of the conversation that shows it."""

    label: str
    action: str
    arg: str = ""
    flow: str = ""


def door(label: str, flow: str, action: str = "open", arg: str = "") -> Button:
    """A button that opens a conversation."""
    return Button(label, action, arg, flow)


def pack(flow: str, action: str, arg: str, screen: int | None) -> str:
    """The callback data; ValueError where Telegram would refuse it or it could not be read back."""
    head = "d" if screen is None else f"s:{screen}"
    data = f"{head}:{flow}:{action}:{arg}"
    if len(data.encode()) > MOST_BYTES or not _DATA.fullmatch(data):
        raise ValueError(f"bad button data for {flow}:{action}")
    return data


def unpack(data: str | None) -> Pressed | None:
    """What a pressed button says; None for anything that we did not make."""
    match = _DATA.fullmatch(data or "")
    if match is None:
        return None
    screen = match["screen"]
    return Pressed(match["flow"], match["action"], match["arg"], int(screen) if screen else None)

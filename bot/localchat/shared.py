"""What a user shares without a file: contacts, places, polls, stickers by their emoji, dice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.localchat.errors import ControlError

Parts = dict[str, Any]  # the parts of a message that hold it


def parts(kind: str, data: dict[str, Any]) -> Parts | None:
    """The message's parts; None for a kind that is not shared this way. ControlError where something is missing.

    ``data`` holds the fields by name, or the whole object under the kind's own name.
    """
    make = KINDS.get(kind)
    if make is None:
        return None
    given = data.get(kind)
    return {kind: given} if isinstance(given, dict) else make(data)


def _contact(data: dict[str, Any]) -> Parts:
    shared = {name: str(data.get(name) or "") for name in ("phone_number", "first_name", "last_name", "vcard")}
    if not shared["first_name"].strip():
        raise ControlError("A contact needs a name.")
    return {"contact": {name: text for name, text in shared.items() if text or name == "phone_number"}}


def _location(data: dict[str, Any]) -> Parts:
    return {"location": {name: _degrees(name, data.get(name), most) for name, most in SIDES.items()}}


SIDES = {"latitude": 90.0, "longitude": 180.0}


def _venue(data: dict[str, Any]) -> Parts:
    """A place with a name: Telegram sends the bare place beside it."""
    place = _location(data)
    about = {name: str(data.get(name) or "") for name in ("title", "address")}
    if not about["title"].strip():
        raise ControlError("A named place needs its name.")
    return {**place, "venue": {**place, **about}}


def _poll(data: dict[str, Any]) -> Parts:
    options = [
        {"persistent_id": str(number), "text": str(option), "voter_count": 0}
        for number, option in enumerate(data.get("options", ["Yes", "No"]))
    ]
    state = {"total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular"}
    rules = {"allows_multiple_answers": False, "allows_revoting": True, "members_only": False}
    return {"poll": {"id": "1", "question": str(data.get("question", "?")), "options": options, **state, **rules}}


def _sticker(data: dict[str, Any]) -> Parts:
    """One without a picture of its own: the page shows its emoji."""
    emoji = str(data.get("emoji") or "🙂")
    name = "-".join(f"{ord(char):x}" for char in emoji[:8])
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {"sticker": {"file_id": f"sticker-{name}", "file_unique_id": f"AQ{name}", "emoji": emoji, **shape}}


def _dice(data: dict[str, Any]) -> Parts:
    return {"dice": {"emoji": str(data.get("emoji") or "🎲"), "value": 4}}


def _degrees(name: str, value: Any, most: float) -> float:
    if not isinstance(value, int | float) or not -most <= value <= most:
        raise ControlError(f"A location needs its {name}, from -{most:.0f} to {most:.0f}.")
    return float(value)


KINDS: dict[str, Callable[[dict[str, Any]], Parts]] = {
    "contact": _contact, "location": _location, "venue": _venue, "poll": _poll, "dice": _dice, "sticker": _sticker,
}  # fmt: skip

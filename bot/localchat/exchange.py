"""What goes in and out of the control endpoints: JSON, numbers and times, with a sentence for what is none."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from bot.localchat.errors import ControlError
from bot.localchat.updates import dumps


def reply(data: Any) -> web.Response:
    """A JSON answer."""
    return web.Response(body=dumps(data).encode("utf-8", "surrogatepass"), content_type="application/json")


async def body(request: web.Request) -> dict[str, Any]:
    """The JSON object that a request carries."""
    try:
        data = json.loads(await request.read())
    except ValueError:
        raise ControlError("The request is not JSON.") from None
    if not isinstance(data, dict):
        raise ControlError("The request must be a JSON object.")
    return data


def number(value: Any) -> int | None:
    """An id from a query string, a form or JSON; None if it is none."""
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.lstrip("-").isdecimal() else None


def moment(value: Any) -> datetime:
    """An ISO 8601 time; one without a zone is UTC."""
    try:
        at = datetime.fromisoformat(str(value))
    except ValueError:
        raise ControlError("This is not a time.") from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def amount(value: Any) -> float:
    """A number that is not negative, from JSON or a query string; ControlError if it is none."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise ControlError(f"{value!r} is not a number.") from None
    if not 0 <= number < float("inf"):
        raise ControlError(f"{value!r} is out of range.")
    return number

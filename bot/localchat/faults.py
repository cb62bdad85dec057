"""Failures on request, so that tests can see what the bot does about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.localchat.errors import ApiError, ControlError
from bot.localchat.exchange import amount

DESCRIPTIONS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


@dataclass(slots=True)
class Fault:
    """What happens to the next `left` calls of a method; `delay` in seconds before the answer."""

    left: int
    delay: float
    drop: bool
    error: ApiError | None


class Faults:
    """The faults that are set, in order, per method ("*" for every method)."""

    def __init__(self) -> None:
        self._set: dict[str, list[Fault]] = {}

    def __bool__(self) -> bool:
        return bool(self._set)

    def add(self, data: dict[str, Any]) -> None:
        """Takes the JSON of /local/fault."""
        method, code = str(data.get("method", "")).lower(), data.get("code")
        if not method:
            raise ControlError("A fault needs a method.")
        fault = Fault(
            left=int(amount(data.get("times", 1))),
            delay=amount(data.get("delay", 0)),
            drop=bool(data.get("drop_after_accept", False)),
            error=_error(int(amount(code)), data) if code else None,
        )
        if not (fault.error or fault.drop or fault.delay):
            raise ControlError("A fault needs a code, a delay or drop_after_accept.")
        self._set.setdefault(method, []).append(fault)

    def take(self, method: str) -> Fault | None:
        """The fault that hits this call, used up by it."""
        for name in (method, "*"):
            if waiting := self._set.get(name):
                fault = waiting[0]
                fault.left -= 1
                if fault.left <= 0:
                    waiting.pop(0)
                if not waiting:
                    del self._set[name]
                return fault
        return None

    def clear(self) -> None:
        """Removes every fault."""
        self._set.clear()


def _error(code: int, data: dict[str, Any]) -> ApiError:
    retry_after = data.get("retry_after")
    if code == 429:
        retry_after = int(amount(retry_after or 1))
        description = f"Too Many Requests: retry after {retry_after}"
        return ApiError(code, data.get("description") or description, {"retry_after": retry_after})
    return ApiError(code, data.get("description") or DESCRIPTIONS.get(code, "Bad Request"))

"""Errors as the Bot API reports them: an HTTP status and a description in Telegram's own words."""

from __future__ import annotations

from typing import Any

PREFIXES = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class ApiError(Exception):
    """A Bot API answer with ok=false: HTTP status, description and optional response parameters."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The answer as JSON data."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def failure(code: int, message: str) -> ApiError:
    """An ApiError whose message is prefixed and put in lower case the way the Bot API server does it."""
    keep_case = len(message) > 1 and (message[1] == "_" or "A" <= message[1] <= "Z")
    shown = message if keep_case else message[:1].lower() + message[1:]
    return ApiError(code, f"{PREFIXES[code]}: {shown}")


def bad_request(message: str) -> ApiError:
    """400 with `message` after "Bad Request: "."""
    return failure(400, message)


def forbidden(message: str) -> ApiError:
    """403 with `message` after "Forbidden: "."""
    return failure(403, message)


class ControlError(Exception):
    """A request to a control endpoint that cannot be done; the text is for a person."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status

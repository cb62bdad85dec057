"""One Bot API call: its parameters, read the way the Bot API server reads them (everything may be a string)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.localchat.errors import bad_request

JSON_PARAMETERS = frozenset(
    {"reply_markup", "entities", "caption_entities", "reply_parameters", "link_preview_options", "media", "commands",
     "scope", "allowed_updates", "menu_button", "message_ids"}
)  # fmt: skip
NUMBERS = frozenset({"chat_id", "message_id", "from_chat_id", "user_id", "offset", "limit", "timeout", "cache_time"})


@dataclass(slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    mime: str
    data: bytes


class Call:
    """Method (`name` as it was written, `method` in lower case), parameters and files of a request."""

    __slots__ = ("_sizes", "files", "method", "name", "params")

    def __init__(self, name: str, params: Mapping[str, Any], files: Mapping[str, Upload] | None = None) -> None:
        self.name = name
        self.method = name.lower()
        self.params = params
        self.files = files or {}
        self._sizes = {field: {"file": file.name, "size": len(file.data)} for field, file in self.files.items()}

    def forget_files(self) -> None:
        """Lets go of the bytes; name and size stay for the record."""
        self.files = {}

    def text(self, name: str) -> str:
        """The parameter as a string, "" if it is absent."""
        value = self.params.get(name)
        if isinstance(value, str):
            return value
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        return json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int = 0, low: int | None = None, high: int | None = None) -> int:
        """The parameter as a number within the bounds; what is not a number counts as 0, as at Telegram."""
        text = self.text(name)
        if not text:
            return default
        value = int(text) if text.lstrip("-").isdecimal() else 0
        if low is not None and value < low:
            return low
        return high if high is not None and value > high else value

    def flag(self, name: str) -> bool:
        """The parameter as a truth value."""
        return self.text(name).lower() in {"true", "yes", "1"}

    def required(self, name: str) -> str:
        """The parameter, or Telegram's complaint that it is missing."""
        text = self.text(name)
        if not text:
            raise bad_request(f'Parameter "{name}" is required')
        return text

    def json(self, name: str, complaint: str) -> Any:
        """The decoded JSON parameter, None if it is absent; `complaint` is the error text for broken JSON."""
        value = self.params.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(complaint) from None

    def readable(self) -> dict[str, Any]:
        """The parameters for tests: JSON decoded, numbers as numbers, files as name and size."""
        return {name: _readable(name, value) for name, value in self.params.items()} | self._sizes


def _readable(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if name in NUMBERS and value.lstrip("-").isdecimal():
        return int(value)
    try:
        return json.loads(value) if name in JSON_PARAMETERS else value
    except ValueError:
        return value

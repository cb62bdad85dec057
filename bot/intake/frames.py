"""Messages between parent and child: four bytes of length, then JSON in UTF-8; a file's bytes follow their header."""

from __future__ import annotations

import json
import struct
from typing import Any

HEAD = struct.Struct(">I")


def pack(message: dict[str, Any]) -> bytes:
    """One message as bytes. Letters stay letters: escaped, those of other alphabets are three times as long."""
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return HEAD.pack(len(body)) + body


def unpack(data: bytes) -> dict[str, Any] | None:
    """The one message that ``data`` holds; None where it is short, longer than it says, or not an object."""
    if len(data) < HEAD.size or len(data) != HEAD.size + HEAD.unpack_from(data)[0]:
        return None
    try:
        message = json.loads(data[HEAD.size :])
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None

"""A file's name as it may be shown: never a path, never something that changes how the line reads."""

from __future__ import annotations

import re
import unicodedata

_MOST = 60
_PATH = re.compile(r"^.*[/\\]", re.DOTALL)


def shown(name: str) -> str:
    """The last part of a name, without signs that are invisible or turn the line around, at most 60 characters."""
    plain = "".join(sign for sign in name[:4096] if unicodedata.category(sign)[0] != "C")
    last = " ".join(_PATH.sub("", plain).split()).strip(". ")
    return last if len(last) <= _MOST else f"{last[: _MOST - 10]}…{last[-9:]}"

"""How the bot speaks, checked on every message that a script makes it send.

A screen says what it is: a *turn* of the talk is short and asks one thing; a *report* or a *card* may be longer.
"""

from __future__ import annotations

import re
import tomllib
from html import unescape
from importlib.resources import files
from typing import Any

MOST_TURN = 350  # characters, without tags
NEVER = tuple(tomllib.loads((files("content") / "en" / "never_on_screen.toml").read_text("utf-8"))["screens"])
_COPY = re.compile(r"<pre>.*?</pre>", re.S)
_QUOTED = re.compile(r"<i>.*?</i>", re.S)


def faults(call: dict[str, Any]) -> list[str]:
    """What is wrong with one call to Telegram, in words; empty where nothing is."""
    text = call.get("text") or call.get("caption") or ""
    if not text or call["method"] == "answer_callback_query":
        return []
    found = [f"says {phrase!r}" for phrase in NEVER if phrase in _bare(_QUOTED.sub(" ", _COPY.sub(" ", text))).lower()]
    if call.get("sort") == "turn":
        found += _of_turn(text)
    return found


def _of_turn(text: str) -> list[str]:
    shown, own = _bare(text), _bare(_QUOTED.sub(" ", _COPY.sub(" ", text)))
    found = [f"{len(shown)} characters"] if len(shown) > MOST_TURN else []
    # What is quoted (a question to ask, the user's own words, an example) is not asked of the user.
    return found + ([f"{own.count('?')} questions"] if own.count("?") > 1 else [])


def _bare(text: str) -> str:
    return unescape(re.sub(r"<[^<>]{0,200}>", "", text))

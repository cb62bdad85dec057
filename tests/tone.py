"""How the bot speaks, checked on every message that a script makes it send.

A screen says what it is: a *turn* of the talk is short, asks one thing and has at most three answers as buttons; a
*picker* has more of them; a *report* or a *card* may be longer too. Each has one row at most to move about.
"""

from __future__ import annotations

import re
import tomllib
from html import unescape
from importlib.resources import files
from typing import Any

MOST_TURN = 350  # characters, without tags
MOST_ANSWERS = 3
SORTS = ("turn", "picker", "report", "card")
NEVER = tuple(tomllib.loads((files("content") / "en" / "never_on_screen.toml").read_text("utf-8"))["screens"])
_COPY = re.compile(r"<pre>.*?</pre>", re.S)
_QUOTED = re.compile(r"<i>.*?</i>", re.S)
_MOVES = re.compile(r"s:\d+:\w+:(?:back|skip|stop|over):|d:(?:next|undo):|d:remind:(?:snooze|done|fewer):")
_WAY_BACK = "d:dialog:resume:"  # into a talk that was interrupted: its name needs a row of its own


def faults(call: dict[str, Any]) -> list[str]:
    """What is wrong with one call to Telegram, in words; empty where nothing is."""
    text = call.get("text") or call.get("caption") or ""
    if not text or call["method"] == "answer_callback_query":
        return []
    found = [f"says {phrase!r}" for phrase in NEVER if phrase in _bare(_QUOTED.sub(" ", _COPY.sub(" ", text))).lower()]
    if call.get("sort") in ("turn", "picker"):
        found += _of_turn(text)
    return found + _of_buttons(call)


def _of_turn(text: str) -> list[str]:
    shown, own = _bare(text), _bare(_QUOTED.sub(" ", _COPY.sub(" ", text)))
    found = [f"{len(shown)} characters"] if len(shown) > MOST_TURN else []
    # What is quoted (a question to ask, the user's own words, an example) is not asked of the user.
    return found + ([f"{own.count('?')} questions"] if own.count("?") > 1 else [])


def _of_buttons(call: dict[str, Any]) -> list[str]:
    sort, rows = call.get("sort"), call.get("reply_markup", {}).get("inline_keyboard", [])
    answers = [button["text"] for row in rows for button in row if not _leads_about(button)]
    found = [] if sort in SORTS else [f"is declared as {sort}"]
    found += [f"{len(answers)} answers: {answers}"] if sort == "turn" and len(answers) > MOST_ANSWERS else []
    about = [row for row in rows if any(_MOVES.match(_data(button)) for button in row)]
    return found + ([f"{len(about)} rows to move about"] if len(about) > 1 else [])


def _leads_about(button: dict[str, Any]) -> bool:
    data = _data(button)
    return bool(_MOVES.match(data)) or data.startswith(_WAY_BACK) or button["text"].startswith("‹")


def _data(button: dict[str, Any]) -> str:
    return str(button.get("callback_data", ""))


def _bare(text: str) -> str:
    return unescape(re.sub(r"<[^<>]{0,2000}>", "", text))

"""What stands in a transcript: Markdown that reads well on a code host and as plain text."""

from __future__ import annotations

import re
from typing import Any

_SPECIAL = re.compile(r"([\\`*_<])")
_FORMS = {"bold": "**", "italic": "_"}
_THINGS = ("photo", "document", "voice")
_FENCE = "```"
BREAK = "  "  # at the end of a line: the next one begins below it


def said(who: str, words: str) -> str:
    """A message of the person, behind the name."""
    return f"**{who}:** " + f"{BREAK}\n".join(map(_escaped, words.splitlines()))


def quoted(message: dict[str, Any], labels: list[list[str]]) -> str:
    """A message of the bot as a quotation, its buttons in rows below."""
    rows = [" ".join(f"`{label}`" for label in row) for row in labels]
    text = re.sub(r"\n{3,}", "\n\n", _text(message)).strip()
    lines = [*_things(message), *text.splitlines(), *([""] if text and rows else []), *rows]
    copied, out = False, []
    for line in lines:
        copied ^= line.startswith(_FENCE)
        plain = copied or not line or line.startswith(_FENCE)
        out.append(f"> {line}".rstrip() + ("" if plain else BREAK))
    return "\n".join(out)


def _things(message: dict[str, Any]) -> list[str]:
    found = [name for name in _THINGS if message.get(name)]
    file = (message.get("document") or {}).get("file_name", "")
    return [f"_({name}{': ' + file if file else ''})_" for name in found]


def _text(message: dict[str, Any]) -> str:
    """The text with bold, italic and copyable blocks; offsets count UTF-16 units."""
    raw = str(message.get("text") or message.get("caption") or "").encode("utf-16-le")
    known = message.get("entities") or message.get("caption_entities") or ()
    marks = [mark for mark in known if mark["type"] in (*_FORMS, "pre")]
    pieces, at = [], 0
    for mark in sorted(marks, key=lambda mark: (mark["offset"], -mark["length"])):
        begin, end = mark["offset"] * 2, (mark["offset"] + mark["length"]) * 2
        if begin >= at:  # else it is within one that is written already
            within = _formed(mark["type"], raw[begin:end].decode("utf-16-le"))
            pieces += [_escaped(raw[at:begin].decode("utf-16-le")), within]
            at = end
    return "".join([*pieces, _escaped(raw[at:].decode("utf-16-le"))])


def _formed(kind: str, words: str) -> str:
    if kind == "pre":
        return f"\n{_FENCE}text\n{words}\n{_FENCE}\n"
    form, bare = _FORMS[kind], words.strip()
    return words.replace(bare, f"{form}{_escaped(bare)}{form}") if bare and "\n" not in bare else _escaped(words)


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)

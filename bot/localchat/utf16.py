"""Lengths and cuts in UTF-16 code units, the unit of Telegram's entity offsets."""

from __future__ import annotations


def units(text: str) -> int:
    """Length of `text` in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def byte_offset(text: str, index: int) -> int:
    """How many UTF-8 bytes lie before the character at `index`."""
    return len(text[:index].encode("utf-8", "surrogatepass"))


def split(text: str, limit: int) -> list[str]:
    """Cuts `text` into pieces of at most `limit` UTF-16 units, at line breaks or blanks where there are any."""
    pieces = []
    while units(text) > limit:
        end = _index_at(text, limit)
        cut = max(text.rfind("\n", 1, end), text.rfind(" ", 1, end))
        end = cut + 1 if cut > end // 2 else end
        pieces.append(text[:end].strip())
        text = text[end:].strip()
    return [piece for piece in [*pieces, text] if piece]


def _index_at(text: str, limit: int) -> int:
    """The largest index such that text[:index] has at most `limit` units."""
    used = 0
    for index, char in enumerate(text):
        used += 2 if ord(char) > 0xFFFF else 1
        if used > limit:
            return index
    return len(text)

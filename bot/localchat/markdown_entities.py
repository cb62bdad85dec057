"""Telegram's MarkdownV2 parse mode: markup -> plain text and message entities (offsets in UTF-16 units)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.localchat.errors import ApiError
from bot.localchat.html_entities import Entity, link_to, parse_error
from bot.localchat.utf16 import byte_offset, units

RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
# What Telegram calls the kinds in its error texts.
KIND_NAMES = {
    "bold": "Bold", "italic": "Italic", "underline": "Underline", "strikethrough": "Strikethrough",
    "spoiler": "Spoiler", "code": "Code", "pre": "Pre", "text_link": "TextUrl", "blockquote": "BlockQuote",
}  # fmt: skip
# Longer marks first: "__" must be seen before "_".
MARKS = (("```", "pre"), ("__", "underline"), ("||", "spoiler"), ("_", "italic"), ("*", "bold"), ("~", "strikethrough"),
         ("`", "code"), ("[", "text_link"))  # fmt: skip
CLOSERS = {kind: mark for mark, kind in MARKS} | {"text_link": "]"}


@dataclass(slots=True)
class _Open:
    kind: str
    offset: int
    start: int
    first_part: int
    language: str = ""


class MarkdownParser:
    """Reads one marked-up text; `parse` gives the plain text and its entities, or raises ApiError."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.parts: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        source = self.source
        while self.position < len(source):
            char = source[self.position]
            if char == "\\" and self.position + 1 < len(source) and "\x00" < source[self.position + 1] <= "~":
                self._add(source[self.position + 1], 2)
            elif self._in_code() and char != "`":
                self._add(char, 1)
            elif char == "\n":
                self._line_break()
            elif not self._quote_starts() and not self._mark():
                self._plain(char)
        self._finish()
        return "".join(self.parts), self.entities

    def _add(self, text: str, width: int) -> None:
        self.parts.append(text)
        self.offset += units(text)
        self.position += width

    def _plain(self, char: str) -> None:
        if char in RESERVED and not self._in_code():
            raise parse_error(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")
        self._add(char, 1)

    def _in_code(self) -> bool:
        return bool(self.open) and self.open[-1].kind in {"code", "pre"}

    def _quote(self) -> _Open | None:
        return next((opened for opened in self.open if opened.kind == "blockquote"), None)

    def _quote_starts(self) -> bool:
        """A ">" opens a quotation at the start of a line; "**>" separates it from the one before."""
        at_line_start = self.position == 0 or self.source[self.position - 1] == "\n"
        separated = self.source.startswith("**>", self.position)
        if self.open or not at_line_start or not (separated or self.source[self.position] == ">"):
            return False
        self.open.append(_Open("blockquote", self.offset, self.position, len(self.parts)))
        self.position += 3 if separated else 1
        return True

    def _line_break(self) -> None:
        quote = self._quote()
        if quote is None or self.source.startswith(">", self.position + 1):
            self._add("\n", 2 if quote else 1)
            return
        self._end_quote()
        self._add("\n", 1)

    def _end_quote(self) -> None:
        expandable = self.open[-1].kind == "spoiler" and self.open[-1].offset == self.offset
        if expandable:
            self.open.pop()
        if self.open[-1].kind != "blockquote":
            raise self._unclosed()
        self._close(self.open.pop(), "expandable_blockquote" if expandable else "blockquote")

    def _mark(self) -> bool:
        """Opens or closes an entity if a mark stands here."""
        if self.open and self._closes(self.open[-1].kind):
            self._close_mark(self.open.pop())
            return True
        if self._in_code():
            return False
        for mark, kind in MARKS:
            if self.source.startswith(mark, self.position):
                self._open_mark(mark, kind)
                return True
        return False

    def _closes(self, kind: str) -> bool:
        if kind == "blockquote" or not self.source.startswith(CLOSERS[kind], self.position):
            return False
        return kind != "italic" or not self.source.startswith("__", self.position)

    def _open_mark(self, mark: str, kind: str) -> None:
        opened = _Open(kind, self.offset, self.position, len(self.parts))
        self.position += len(mark)
        if kind == "pre":
            opened.language = self._language()
        self.open.append(opened)

    def _language(self) -> str:
        end = self.position
        while end < len(self.source) and not self.source[end].isspace() and self.source[end] != "`":
            end += 1
        language = ""
        if end < len(self.source) and self.source[end] != "`":
            language, self.position = self.source[self.position : end], end
        if self.source.startswith(("\r\n", "\n\r"), self.position):
            self.position += 2
        elif self.source.startswith(("\n", "\r"), self.position):
            self.position += 1
        return language

    def _close_mark(self, opened: _Open) -> None:
        self.position += len(CLOSERS[opened.kind])
        if opened.kind == "text_link":
            visible = "".join(self.parts[opened.first_part :])
            opened.language = self._url() if self.source.startswith("(", self.position) else visible
        self._close(opened, opened.kind)

    def _url(self) -> str:
        start = self.position + 1
        end, url = start, ""
        while end < len(self.source) and self.source[end] != ")":
            end += 1 if self.source[end] == "\\" and end + 1 < len(self.source) else 0
            url += self.source[end]
            end += 1
        if end >= len(self.source):
            raise parse_error(f"Can't find end of a URL at byte offset {byte_offset(self.source, start)}")
        self.position = end + 1
        return url

    def _close(self, opened: _Open, kind: str) -> None:
        entity: Entity = {"offset": opened.offset, "length": self.offset - opened.offset, "type": kind}
        if kind == "text_link":
            entity["type"] = ""
            link_to(entity, opened.language)
        elif kind == "pre" and opened.language:
            entity["language"] = opened.language
        if entity["type"] and entity["length"]:
            self.entities.append(entity)

    def _finish(self) -> None:
        if self._quote() and not self._in_code():
            self._end_quote()
        if self.open:
            raise self._unclosed()

    def _unclosed(self) -> ApiError:
        last = self.open[-1]
        name = "PreCode" if last.kind == "pre" and last.language else KIND_NAMES[last.kind]
        return parse_error(f"Can't find end of {name} entity at byte offset {byte_offset(self.source, last.start)}")

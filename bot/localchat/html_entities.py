"""Telegram's HTML parse mode: markup -> plain text and message entities (offsets in UTF-16 units).

Tags, attributes and error texts follow the "HTML style" of the Bot API and the answers of the real server.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.localchat.errors import ApiError, bad_request
from bot.localchat.utf16 import byte_offset, units

Entity = dict[str, Any]

SIMPLE_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler",
}  # fmt: skip
TAGS = frozenset(SIMPLE_TAGS) | {"a", "pre", "code", "blockquote", "tg-emoji"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACES = " \t\r\n\v"

_SPECIAL = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
_NAME_END = re.compile(r"[ \t\r\n\v>]")
_ATTRIBUTE_END = re.compile(r"[ \t\r\n\v=>]")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_BLANKS = re.compile(r"[ \t\r\n\v]*")


def parse_error(message: str) -> ApiError:
    """The 400 with which Telegram refuses markup."""
    return bad_request(f"can't parse entities: {message}")


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    first_part: int


class HtmlParser:
    """Reads one marked-up text; `parse` gives the plain text and its entities, or raises ApiError."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        source, position = self.source, 0
        while match := _SPECIAL.search(source, position):
            start = match.start()
            if start > position:
                self._add(source[position:start])
            if source[start] == "&":
                char, position = _reference(source, start)
                self._add(char)
            elif source.startswith("/", start + 1):
                position = self._end_tag(start)
            else:
                position = self._start_tag(start)
        self._add(source[position:])
        if self.open:
            raise parse_error(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.parts), self.entities

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.offset += units(text)

    def _fail(self, message: str, index: int, tail: str = "") -> ApiError:
        return parse_error(f"{message} at byte offset {byte_offset(self.source, index)}{tail}")

    def _start_tag(self, start: int) -> int:
        match = _NAME_END.search(self.source, start + 1)
        if match is None:
            raise self._fail("Unclosed start tag", start)
        tag = self.source[start + 1 : match.start()].lower()
        if tag not in TAGS:
            raise self._fail(f'Unsupported start tag "{tag}"', start)
        argument, position = self._attributes(tag, start, match.start())
        if tag == "span" and argument != "spoiler":
            raise self._fail('Tag "span" must have class "tg-spoiler"', start)
        self.open.append(_Open(tag, argument, self.offset, len(self.parts)))
        return position

    def _attributes(self, tag: str, start: int, position: int) -> tuple[str, int]:
        """Reads up to and with ">"; gives the one attribute that the tag needs and the index after it."""
        argument = ""
        while True:
            position = _skip_blanks(self.source, position)
            if position >= len(self.source):
                raise self._fail("Unclosed start tag", start)
            if self.source[position] == ">":
                return argument, position + 1
            name, value, position = self._attribute(tag, start, position)
            argument = _argument(tag, name, value) or argument

    def _attribute(self, tag: str, start: int, position: int) -> tuple[str, str, int]:
        match = _ATTRIBUTE_END.search(self.source, position)
        if match is None:
            raise self._fail("Unclosed start tag", start)
        name = self.source[position : match.start()]
        if not name:
            raise self._fail(f'Empty attribute name in the tag "{tag}"', start)
        position = _skip_blanks(self.source, match.start())
        if not self.source.startswith("=", position):
            if tag == "blockquote" and name == "expandable":
                return name, "expandable", position
            raise self._fail(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', start)
        position = _skip_blanks(self.source, position + 1)
        if position >= len(self.source):
            raise self._fail(f'Unclosed start tag "{tag}"', start)
        value, position = self._value(start, position)
        return name, value, position

    def _value(self, start: int, position: int) -> tuple[str, int]:
        quote = self.source[position]
        if quote in "'\"":
            end = self.source.find(quote, position + 1)
            if end < 0 or end + 1 >= len(self.source):
                raise self._fail("Unclosed start tag", start)
            return _decode_references(self.source[position + 1 : end]), end + 1
        match = _TOKEN.match(self.source, position)
        end = match.end() if match else position
        if end >= len(self.source):
            raise self._fail("Unclosed start tag", start)
        if self.source[end] not in SPACES + ">":
            raise self._fail("Unexpected end of name token", position)
        return self.source[position:end].lower(), end

    def _end_tag(self, start: int) -> int:
        if not self.open:
            raise self._fail("Unexpected end tag", start)
        match = _NAME_END.search(self.source, start)
        name_end = match.start() if match else len(self.source)
        name = self.source[start + 2 : name_end].lower()
        end = _skip_blanks(self.source, name_end)
        if not self.source.startswith(">", end):
            raise self._fail("Unclosed end tag", start)
        opened = self.open.pop()
        if name and name != opened.tag:
            raise self._fail("Unmatched end tag", start, f', expected "</{opened.tag}>", found "</{name}>"')
        if self.offset > opened.offset:
            self._close(opened)
        return end + 1

    def _close(self, opened: _Open) -> None:
        entity: Entity = {"offset": opened.offset, "length": self.offset - opened.offset, "type": ""}
        if opened.tag in SIMPLE_TAGS:
            entity["type"] = SIMPLE_TAGS[opened.tag]
        elif opened.tag == "blockquote":
            entity["type"] = "expandable_blockquote" if opened.argument else "blockquote"
        elif opened.tag == "a":
            link_to(entity, opened.argument or "".join(self.parts[opened.first_part :]))
        elif opened.tag == "tg-emoji":
            _emoji_of(entity, opened.argument)
        else:
            self._code(opened, entity)
        if entity["type"]:
            self.entities.append(entity)

    def _code(self, opened: _Open, entity: Entity) -> None:
        """<pre><code class="language-x"> is one entity with a language, not two."""
        last = self.entities[-1] if self.entities else {}
        same_range = last.get("offset") == entity["offset"] and last.get("length") == entity["length"]
        if opened.tag == "pre" and same_range and last.get("type") == "code":
            last["type"] = "pre"
            return
        entity["type"] = opened.tag
        if opened.tag == "code" and opened.argument and any(outer.tag == "pre" for outer in self.open):
            entity["language"] = opened.argument


def link_to(entity: Entity, url: str) -> None:
    """Makes `entity` a link if `url` is one; otherwise its type stays empty and the text stays plain."""
    mention = re.fullmatch(r"tg://user\?id=(\d+)", url)
    if mention:
        entity["type"] = "text_mention"
        entity["user"] = {"id": int(mention[1]), "is_bot": False, "first_name": "User"}
    elif re.match(r"(?:https?|tg|ton|mailto|tel):", url, re.IGNORECASE):
        entity["type"], entity["url"] = "text_link", url
    elif re.fullmatch(r"[^\s/?#@]+\.[^\s/?#@\d]{2,}(?:[/?#]\S*)?", url):
        entity["type"], entity["url"] = "text_link", f"http://{url}"


def _emoji_of(entity: Entity, identifier: str) -> None:
    if not identifier.isdigit() or int(identifier) == 0:
        raise parse_error("Invalid custom emoji identifier specified")
    entity["type"], entity["custom_emoji_id"] = "custom_emoji", identifier


def _argument(tag: str, name: str, value: str) -> str:
    if (tag, name) in {("a", "href"), ("tg-emoji", "emoji-id")}:
        return value
    if (tag, name) == ("blockquote", "expandable"):
        return name
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return ""


def _skip_blanks(text: str, position: int) -> int:
    match = _BLANKS.match(text, position)
    return match.end() if match else position


def _reference(text: str, start: int) -> tuple[str, int]:
    """The character that the reference at `start` stands for; an unknown one stays as it is written."""
    match = _REFERENCE.match(text, start)
    if match is None:
        return "&", start + 1
    hexadecimal, decimal, name = match.groups()
    if name:
        return (NAMED[name], match.end()) if name in NAMED else ("&", start + 1)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if not 0 < code < 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "&", start + 1
    return chr(code), match.end()


def _decode_references(text: str) -> str:
    def replace(match: re.Match[str]) -> str:
        char, end = _reference(match[0], 0)
        return char + match[0][end:]

    return _REFERENCE.sub(replace, text)

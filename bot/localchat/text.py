"""Text of a message: parse mode, given entities, Telegram's limits, trimming and the entities it finds itself."""

from __future__ import annotations

import re
from typing import Any

from bot.localchat.errors import bad_request
from bot.localchat.html_entities import Entity, HtmlParser
from bot.localchat.markdown_entities import MarkdownParser
from bot.localchat.utf16 import units

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_ENTITIES = 100
MAX_SOURCE_BYTES = 1 << 15
CODE = frozenset({"code", "pre"})
# These may be cut into pieces around code; links and quotations may not.
SPLITTABLE = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
GIVEN_KINDS = SPLITTABLE | CODE | {"text_link", "text_mention", "custom_emoji", "blockquote", "expandable_blockquote"}
FOUND_KINDS = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}
)
# Which of two entities over the same text comes first; everything that is not named counts 50.
PRIORITY = {
    "blockquote": 0, "expandable_blockquote": 0, "pre": 11, "code": 20, "text_link": 49, "text_mention": 49,
    "bold": 90, "italic": 91, "underline": 92, "strikethrough": 93, "spoiler": 94, "custom_emoji": 99,
}  # fmt: skip

_TOP_LEVEL = r"(?:com|org|net|io|dev|me|uk|de|eu|co|app|info|edu|gov)"
_DOMAIN_HINT = re.compile(rf"\.{_TOP_LEVEL}\b")
# (a character that must be in the text, kind, pattern); the earlier line wins where two overlap.
_FINDERS = (
    ("://", "url", re.compile(r"\bhttps?://[^\s<>\"]*[^\s<>\".,:;!?)'\]]")),
    ("@", "email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("@", "mention", re.compile(r"(?<![\w@/.])@[A-Za-z]\w{3,31}\b")),
    (".", "url", re.compile(rf"(?<![\w@.-])(?:[\w-]+\.)+{_TOP_LEVEL}\b(?:/[^\s<>\"]*[^\s<>\".,:;!?)'\]])?")),
    ("/", "bot_command", re.compile(r"/(?<![\w/<>.:]/)[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])")),
    ("#", "hashtag", re.compile(r"#(?<![\w&]#)\w*[^\W\d_]\w*")),
)


def formatted(text: str, parse_mode: str, given: Any, limit: int = MAX_TEXT) -> tuple[str, list[Entity]]:
    """Plain text and entities of what a bot sent; raises ApiError with Telegram's words.

    `given` is the decoded list of entities, used when there is no parse mode; `limit` counts code points.
    """
    if len(text) > MAX_SOURCE_BYTES // 4 and len(text.encode("utf-8", "surrogatepass")) > MAX_SOURCE_BYTES:
        raise bad_request("Text is too long")
    mode = parse_mode.lower()
    if not mode or mode == "none":
        entities = _given(given)
    elif mode == "html":
        text, entities = HtmlParser(text).parse() if "<" in text or "&" in text else (text, [])
    elif mode == "markdownv2":
        text, entities = MarkdownParser(text).parse()
    else:
        raise bad_request("Unsupported parse_mode")
    text, entities = _tidy(text, entities)
    if len(text) > limit:
        raise bad_request("Message is too long" if limit == MAX_TEXT else "Message caption is too long")
    return text, _order(_found(text, entities))[:MAX_ENTITIES]


def typed(text: str) -> list[Entity]:
    """The entities that Telegram finds in a text that a user typed."""
    return _order(_found(text, []))


def _given(given: Any) -> list[Entity]:
    entities = []
    for entity in given if isinstance(given, list) else []:
        if not isinstance(entity, dict):
            raise bad_request("Can't parse MessageEntity: expected an Object")
        for field in ("offset", "length", "type"):
            if field not in entity:
                raise bad_request(f"Can't parse MessageEntity: Can't find field \"{field}\"")
            if field != "type" and not isinstance(entity[field], int):
                raise bad_request(f'Can\'t parse MessageEntity: Field "{field}" must be of type Number')
        if entity["type"] in GIVEN_KINDS:
            entities.append(dict(entity))
        elif entity["type"] not in FOUND_KINDS:
            raise bad_request("Can't parse MessageEntity: Unsupported type specified")
    return entities


def _tidy(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cuts blanks at both ends as Telegram does, and keeps the entities in step."""
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text and not entities else text
    stripped = text.rstrip()
    first = min((entity["offset"] for entity in entities), default=len(stripped))
    lead = min(len(stripped) - len(stripped.lstrip()), first)
    stripped = stripped[lead:]
    if not entities:
        return stripped, entities
    return stripped, _around_code(_clip(entities, lead, units(stripped)))


def _clip(entities: list[Entity], lead: int, end: int) -> list[Entity]:
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        length = min(entity["offset"] - lead + entity["length"], end) - start
        if length > 0:
            kept.append({**entity, "offset": start, "length": length})
    return kept


def _around_code(entities: list[Entity]) -> list[Entity]:
    """Nothing lies inside code, and bold and its like are interrupted by it."""
    codes = [(entity["offset"], entity["offset"] + entity["length"]) for entity in entities if entity["type"] in CODE]
    if not codes:
        return entities
    kept = []
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if entity["type"] in SPLITTABLE:
            kept += [{**entity, "offset": a, "length": b - a} for a, b in _gaps(start, end, codes)]
        elif entity["type"] in CODE or not any(a <= start and end <= b for a, b in codes):
            kept.append(entity)
    return kept


def _gaps(start: int, end: int, codes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    gaps = []
    for code_start, code_end in sorted(codes):
        if code_start >= end or code_end <= start:
            continue
        if code_start > start:
            gaps.append((start, code_start))
        start = code_end
    return [*gaps, (start, end)] if start < end else gaps


def _found(text: str, entities: list[Entity]) -> list[Entity]:
    """Adds links, addresses, commands and the like outside code and links."""
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in entities
        if entity["type"] in CODE or entity["type"] in {"text_link", "text_mention"}
    ]
    found: list[Entity] = []
    for sign, kind, pattern in _FINDERS:
        if sign not in text or (sign == "." and not _DOMAIN_HINT.search(text)):
            continue
        for match in pattern.finditer(text):
            start, length = units(text[: match.start()]), units(match[0])
            if all(start >= b or start + length <= a for a, b in taken):
                taken.append((start, start + length))
                found.append({"offset": start, "length": length, "type": kind})
    return [*entities, *found] if found else entities


def _order(entities: list[Entity]) -> list[Entity]:
    if len(entities) > 1:
        entities.sort(key=lambda entity: (entity["offset"], -entity["length"], PRIORITY.get(entity["type"], 50)))
    return entities

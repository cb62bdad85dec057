"""What a picture shows, without how it looks: a title and blocks of rows. As JSON it waits with the reply it is for."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

GRADES = ("met", "partly", "not", "unknown")
KINDS = ("grades", "columns", "list", "text")
LOOKS = ("light", "dark")
MOST_COLUMNS = 5
MOST_ROWS = 60
MOST_TEXT = 1200  # characters of one text


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands at one place: a mark by ``grade`` ("" none), a word, and small print under it."""

    word: str = ""
    grade: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its name and cells. ``lead``: a number before it; ``done``: ticked; ``tag``: a word that marks it."""

    name: str
    cells: tuple[Cell, ...] = ()
    lead: str = ""
    done: bool = False
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together.

    ``kind``: "grades" (one cell a row, and a bar of how often each grade comes), "columns" (as many cells a row as
    there are ``names``), "list" (names with numbers or dots, to be ticked), "text" (names as paragraphs).
    """

    kind: str
    rows: tuple[Row, ...]
    heading: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for a phone. ``lost``: the line that is added where a sign of it has no shape in the font."""

    title: str
    blocks: tuple[Block, ...]
    sub: str = ""
    look: str = "light"
    lost: str = ""


def to_json(picture: Picture) -> dict[str, Any]:
    """As JSON can hold it."""
    return dataclasses.asdict(picture)


def from_json(data: Any) -> Picture:
    """The other way. ValueError on anything that is no such picture."""
    try:
        blocks = tuple(_block(block) for block in data["blocks"])
        picture = Picture(**{**data, "blocks": blocks})
    except (KeyError, TypeError, AttributeError):
        raise ValueError("not a picture") from None
    texts = (picture.title, picture.sub, picture.lost)
    if not all(_is_text(text) for text in texts) or picture.look not in LOOKS or not blocks:
        raise ValueError("not a picture")
    return picture


def _block(data: dict[str, Any]) -> Block:
    rows = tuple(_row(row) for row in data["rows"])
    block = Block(**{**data, "rows": rows, "names": tuple(data.get("names", ()))})
    wanted = {"grades": 1, "columns": len(block.names)}.get(block.kind, 0)
    fits = all(len(row.cells) == wanted for row in rows) and 0 < len(rows) <= MOST_ROWS
    texts = all(_is_text(text) for text in (block.heading, *block.names))
    if block.kind not in KINDS or not fits or not texts or len(block.names) > MOST_COLUMNS:
        raise ValueError("not a block")
    if block.kind == "columns" and not block.names:
        raise ValueError("no columns")
    return block


def _row(data: dict[str, Any]) -> Row:
    cells = tuple(_cell(cell) for cell in data.get("cells", ()))
    row = Row(**{**data, "cells": cells})
    if not all(_is_text(text) for text in (row.name, row.lead, row.tag)) or not isinstance(row.done, bool):
        raise ValueError("not a row")
    return row


def _cell(data: dict[str, Any]) -> Cell:
    cell = Cell(**data)
    if not all(_is_text(text) for text in (cell.word, cell.note)) or cell.grade not in ("", *GRADES):
        raise ValueError("not a cell")
    return cell


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= MOST_TEXT

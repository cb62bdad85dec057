"""docs/capabilities.md says what is true: each module, command and test that it names is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from bot.telegram.conversation import Conversation
from bot.telegram.inputs import Command
from handlers import registrations

ROOT = Path(__file__).parent.parent
ROW = re.compile(r"\| ([A-G]\d+) \| [^|]+ \| `/(\w+)` \| `([\w/.]+)` \| `([\w/.]+)::(\w+)` \| `([\w.]+:[\w.]+)` \|")
PAGE = (ROOT / "docs" / "capabilities.md").read_text()
ROWS = ROW.findall(PAGE)


@cache
def commands() -> set[str]:
    """Every command that the bot takes."""
    found: set[str] = set()
    for handler in registrations("", ""):
        inner = handler.entry_points if isinstance(handler, Conversation) else (handler,)
        found.update(name for one in inner if isinstance(one, Command) for name in one.names)
    return found


@cache
def marked() -> dict[str, set[str]]:
    """Capability ids with the tests that play them, as "file::name"."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for id in re.findall(r"capability\('([A-G]\d+)'\)", " ".join(map(ast.unparse, node.decorator_list))):
                    found.setdefault(id, set()).add(f"{path.relative_to(ROOT)}::{node.name}")
    return found


def test_every_line_of_the_table_is_read() -> None:
    assert len(ROWS) == sum(line.startswith("| ") for line in PAGE.splitlines()) - 1 > 40


@pytest.mark.parametrize("id, command, module, file, name, without", ROWS, ids=[row[0] for row in ROWS])
def test_a_row_is_true(id: str, command: str, module: str, file: str, name: str, without: str) -> None:
    assert command in commands()
    assert (ROOT / module).is_file()
    assert f"{file}::{name}" in marked()[id]


def test_what_is_played_stands_on_the_page() -> None:
    assert set(marked()) == {row[0] for row in ROWS}

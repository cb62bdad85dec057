"""Texts are data: every key that the code asks for exists, every key that exists is asked for, every text fits."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import content
from bot.telegram.screen import MOST_TEXT

ROOT = Path(__file__).parent.parent
TEXTS = content.load().texts
LONG = ("help.text", "privacy.text", "start.hello")  # cards and reports
KEY = re.compile(r"[a-z]+\.[a-zA-Z_0-9]+")
ANYTHING = "[A-Za-z0-9_]*"
TAGS = re.compile(r"</?(?:b|i|u|s|code|pre|blockquote)>")


def asked_for() -> Iterator[str]:
    """Every string of the code that looks like a key, as a pattern: what an f-string fills in may be anything."""
    for folder in ("bot", "handlers"):
        for path in (ROOT / folder).rglob("*.py"):
            nodes = list(ast.walk(ast.parse(path.read_text())))
            inner = {id(value) for node in nodes if isinstance(node, ast.JoinedStr) for value in node.values}
            for node in nodes:
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inner:
                    yield from [re.escape(node.value)] if KEY.fullmatch(node.value) else []
                if isinstance(node, ast.JoinedStr):
                    pattern = "".join(_part(value) for value in node.values)
                    yield from [pattern] if re.match(r"[a-z]+\\\.", pattern) else []


def _part(value: ast.expr) -> str:
    return re.escape(str(value.value)) if isinstance(value, ast.Constant) else ANYTHING


PATTERNS = sorted(set(asked_for()))


def test_every_key_is_used() -> None:
    unused = [key for key in TEXTS if not any(re.fullmatch(pattern, key) for pattern in PATTERNS)]
    assert unused == []


def test_every_plain_key_exists() -> None:
    groups = {key.split(".")[0] for key in TEXTS}
    plain = [p.replace("\\", "") for p in PATTERNS if ANYTHING not in p]
    assert [key for key in plain if key.split(".")[0] in groups and key not in TEXTS] == []


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_a_text_fits_and_parses(key: str) -> None:
    text = TEXTS[key]
    fields = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    assert all(re.fullmatch(r"[a-z_]+", name) for name in fields), fields
    assert len(text) <= (MOST_TEXT if key in LONG else 350)
    bare = TAGS.sub("", text)
    assert "<" not in bare
    assert text.count("?") <= 2 or key in LONG


def test_buttons_are_short() -> None:
    labels = {key: text for key, text in TEXTS.items() if ".button_" in key or key.startswith("button.")}
    assert {key for key, text in labels.items() if len(text) > 40 or "<" in text} == set()


def test_words_that_never_stand_on_a_screen() -> None:
    forbidden = re.compile(r"\b(ledger|gate|verdict|waive[ds]?|signal)\b", re.IGNORECASE)
    assert {key for key, text in TEXTS.items() if forbidden.search(text)} == set()

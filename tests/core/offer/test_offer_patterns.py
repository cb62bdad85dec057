"""The loader of the patterns says what is wrong with them."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from content import ContentError, load
from content.offer_patterns import load_patterns, patterns_from


def test_all_28_topics_have_patterns_in_the_order_of_the_topics() -> None:
    assert list(load_patterns().topics) != []
    assert set(load_patterns().topics) == set(load().offer_topics)


@pytest.mark.parametrize(
    "file, text, words",
    [
        ("pay.toml", "[bonus]\ncues = '''x'''", "must be a table with takes and cues"),
        ("pay.toml", "[bonus]\ntakes = ''\ncues = 'x'\nsaid = 'y'", "said is not known"),
        ("scope.toml", "present = 'x'", "must hold"),
        ("terms.toml", "not toml", "cannot be read"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, file: str, text: str, words: str) -> None:
    folder = tmp_path / "offer"
    shutil.copytree(str(files("content") / "en" / "offer"), folder)
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=words):
        patterns_from(folder)

"""The parts of one long paste: what waits for more, and what is put together without a seam."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from bot.store.base import InboxRow
from bot.telegram import pieces

TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)


def row(text: str, number: int = 1) -> InboxRow:
    body = {"message": {"message_id": number, "date": 5, "chat": {"id": 1, "type": "private"}, "text": text}}
    return InboxRow(number, number, 1, json.dumps(body), TUESDAY, 0)


@pytest.mark.parametrize("first, seam", [
    ("x" * 4096, ""), ("😀" * 2048, ""), ("x" * 4000, "\n"), ("x" * 2048 + "😀" * 512, "\n"), ("\ud83d" * 4096, ""),
])  # fmt: skip
def test_a_paste_is_joined_where_the_client_cut_it(first: str, seam: str) -> None:
    assert pieces.joined_text([row(first), row("on", 2)]) == f"{first}{seam}on"


def test_each_cut_is_told_by_its_own_part() -> None:
    parts = ["x" * 4000, "y" * 4096, "z"]
    assert pieces.joined_text([row(part, n) for n, part in enumerate(parts)]) == "\n".join(parts[:2]) + "z"
    assert pieces.joined_text([row("alone")]) is None


def test_letters_beyond_the_basic_plane_count_twice() -> None:
    first, second = row("😀" * 2048), row("on", 2)
    assert pieces.may_go_on(first)
    assert pieces.belongs(first, first, second)
    assert not pieces.may_go_on(second)

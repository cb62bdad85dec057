"""Whatever is sent, the check ends soon: the work grows no faster than the text, and stops growing at the cap."""

from __future__ import annotations

import time

import pytest

from bot.core.offer import check, read
from bot.core.offer.rules import Rules
from bot.core.offer.sentences import CAP, clean, sentences

PIECES = [
    "a",
    "bonus ",
    "1 ",
    "____",
    "((",
    "x\n",
    "Mr. ",
    "£5k, bonus 10%, ",
    "no no ",
    "\x00",
    "é",
    "- [ ] ",
    "a: b\n",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_megabyte_of_anything_ends(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert len(clean(text)) <= CAP
    assert len(check(text)) == 28


RUNS = [
    ".", "!?", "a. ", "e.g. ", ".'", "…)", "a.b", "* ", "\t", " ", "|", "a | ", ": ", "-", "§ ", "1. ", "12:30 ", "to ",
    "no one, ", "regards ", "Dear ", "month's ", "of salary ", "A", "é ", "5% ", "Mr ", "a, but it was withdrawn, ",
]  # fmt: skip


@pytest.mark.parametrize("piece", RUNS)
def test_forty_thousand_hostile_characters_take_no_longer_than_a_long_letter(piece: str) -> None:
    """A square of the length would take minutes."""
    text = piece * (40_000 // len(piece)) + "x"
    begun = time.process_time()
    assert len(check(text)) == 28
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("piece", ["bonus of 5%. ", "You get 5 days of leave, and ", "salary: 4,000\n"])
def test_the_work_grows_with_the_text_and_not_faster(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    letters: list[int] = []
    look = Rules.look

    def counted(self: Rules, text: str) -> object:
        letters.append(len(text))
        return look(self, text)

    monkeypatch.setattr(Rules, "look", counted)
    work = []
    for times in (100, 200, 400):
        letters.clear()
        check(piece * times)
        work.append(sum(letters))
    assert work[1] <= 2.3 * work[0]
    assert work[2] <= 2.3 * work[1]


def test_no_sentence_is_longer_than_a_limit() -> None:
    assert max(len(sentence.words) for sentence in sentences("word " * 20_000)) <= 1200


def test_empty_and_odd_texts() -> None:
    for text in ("", " ", "\n\n", "?", "🙂", "\ufeff"):
        assert set(check(text).values()) == {"missing"}
        assert read(text).pay is None

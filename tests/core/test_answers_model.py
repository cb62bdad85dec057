"""The trained judge of answers: what it is worth on pairs it has never seen, and that its file belongs to its data."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.answers import vague_words, verdict
from bot.core.answers.features import features
from bot.core.answers.model import VERDICTS, chosen, fingerprint, judge, predictions
from bot.core.linear import Linear
from content import model
from content.answer_pairs import Pair, pairs, read

DATA = Path(__file__).parent / "data"
LEAST_RIGHT = {
    "answers_tuned.toml": 0.92,
    "answers_untouched.toml": 0.90,
    "answers_second.toml": 0.88,
    "answers_third.toml": 0.91,
}
MOST_COSTLY = 0.025  # of the vague ones called concrete
MOST_BYTES = 2_000_000


def labelled(name: str) -> list[Pair]:
    return read((DATA / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def trained() -> tuple[Pair, ...]:
    return pairs()


@pytest.mark.parametrize("name", LEAST_RIGHT)
def test_answers_it_was_not_trained_on(name: str, trained: tuple[Pair, ...]) -> None:
    rows = labelled(name)
    assert not {question for question, *_ in rows} & {question for question, *_ in trained}
    said = [verdict(question, answer) for question, answer, _ in rows]
    right = sum(got == label for got, (*_, label) in zip(said, rows, strict=True))
    costly = sum(got == "concrete" and label == "vague" for got, (*_, label) in zip(said, rows, strict=True))
    assert right >= LEAST_RIGHT[name] * len(rows), f"{right} of {len(rows)}"
    assert costly <= MOST_COSTLY * sum(label == "vague" for *_, label in rows), costly


def test_the_model_was_trained_on_these_pairs_and_judges_them_as_then(trained: tuple[Pair, ...]) -> None:
    assert judge().notes["data"] == fingerprint(trained), "python scripts/train_answers.py"
    assert judge().notes["predictions"] == predictions(judge(), trained), "python scripts/train_answers.py"


def test_the_model_is_small() -> None:
    assert len(model("answers")) < MOST_BYTES


def test_the_pairs_are_many_and_each_stands_once(trained: tuple[Pair, ...]) -> None:
    assert len(trained) >= 13_000
    assert len({(question, answer) for question, answer, _ in trained}) == len(trained)
    assert {label for *_, label in trained} == set(VERDICTS)


def test_most_vague_answers_can_be_explained(trained: tuple[Pair, ...]) -> None:
    vague = [answer for _, answer, label in trained if label == "vague"]
    assert sum(bool(vague_words(answer)) for answer in vague) > len(vague) / 2


def test_features_come_once_and_in_order() -> None:
    found = features("How many beds?", "12, since March, and Tom has 3 of them")
    assert found == sorted(set(found))
    assert {"n:N2", "n:MO", "n:count-of-bare", "w:beds"} & set(found) == {"n:N2", "n:MO", "n:count-of-bare"}


def test_words_and_shapes_stand_beside_what_was_asked_for() -> None:
    found = features("How many beds are there?", "about 40")
    assert {"p:count-about", "p:count-<N2>", "o:count-about <N2>"} <= set(found)
    assert not {"p:how-about", "o:how-about <N2>"} & set(found)


def test_concrete_needs_a_lead() -> None:
    assert chosen({"concrete": 1.2, "vague": 1.0, "none": 0.0}, 0.5) == "vague"
    assert chosen({"concrete": 1.6, "vague": 1.0, "none": 0.0}, 0.5) == "concrete"
    assert chosen({"concrete": 0.9, "vague": 0.0, "none": 0.5}, 0.5) == "none"


def test_the_judge_is_read_once() -> None:
    assert judge() is judge()
    assert isinstance(judge(), Linear)

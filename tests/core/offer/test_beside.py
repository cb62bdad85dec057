"""One sentence at a time: what stands beside an offer (the present job, wishes, plans, past talks) states nothing of it,
and what belongs to it states its own topics and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.offer import check

FOLDER = Path(__file__).parents[2] / "offers"
ROWS = (FOLDER / "beside.txt").read_text(encoding="utf-8").splitlines()
ALONE = (FOLDER / "alone.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("row", ROWS)
def test_what_is_beside_the_offer_states_nothing(row: str) -> None:
    """Each line: a sentence, a bar, the topics that it must not state."""
    sentence, _, topics = row.partition(" | ")
    for before in ("", "Hi all, I got an offer. "):
        verdicts = check(before + sentence)
        assert [topic for topic in topics.split() if verdicts[topic] == "stated"] == []


@pytest.mark.parametrize("row", ALONE)
def test_a_sentence_states_its_topics_and_no_other(row: str) -> None:
    """Each line: a sentence, a bar, the topics that it states, or none."""
    sentence, _, topics = row.partition(" |")
    assert {topic for topic, verdict in check(sentence).items() if verdict == "stated"} == set(topics.split())


def test_there_are_more_than_a_hundred() -> None:
    assert len(set(ROWS)) == len(ROWS) > 100

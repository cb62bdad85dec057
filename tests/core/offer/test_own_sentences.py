"""How well the check reads 4,200 single sentences of letters, mails, chats and notes, labelled by hand.

They were written topic by topic for the ways in which people say a thing, half a page of ways for each, by authors who
knew neither the patterns nor the offers of the other tests. A row is `labels<TAB>sentence`; " >> " stands between a
heading and what is below it. By the checksum of its words a sentence belongs to one of two halves: those of the tuned
half taught the patterns families of phrases, those of the held half were never looked at. F1 of stated / of vague at the
first look and now: tuned 0.610 / 0.428 and 0.810 / 0.714, held 0.621 / 0.363 and 0.687 / 0.515. Whole letters say most
things in more than one way, and fare better. Of 2,300 new patterns the 1,300 that matched in no other text than the tuned
half were taken out again (tuned stood at 0.921 / 0.891 with them): they cost a quarter of the time and taught nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest

from bot.core.offer import check

FOLDER = Path(__file__).parents[2] / "offers" / "sentences"
GATES = [("tuned", 0, 0.79, 0.68, 0.0026), ("held", 1, 0.675, 0.485, 0.0048)]


def rows() -> Iterator[tuple[dict[str, str], str]]:
    """The labels of each sentence by topic, and the sentence with its heading."""
    for file in sorted(FOLDER.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            labels, sentence = line.split("\t")
            yield dict(label.split("=") for label in labels.split() if "=" in label), sentence.replace(" >> ", "\n\n")


@pytest.fixture(scope="module")
def pairs() -> dict[int, Counter[tuple[str, str]]]:
    """How often each verdict was wanted and given, by the half of the sentence."""
    found: dict[int, Counter[tuple[str, str]]] = {0: Counter(), 1: Counter()}
    for labels, sentence in rows():
        given = check(sentence)
        found[crc32(sentence.encode()) % 2].update((labels.get(id, "missing"), given[id]) for id in given)
    return found


@pytest.mark.parametrize("name, half, stated, vague, costly", GATES)
def test_a_sentence_says_what_a_careful_reader_hears(
    pairs: dict[int, Counter[tuple[str, str]]], name: str, half: int, stated: float, vague: float, costly: float
) -> None:
    seen = pairs[half]
    missing = sum(count for (want, _), count in seen.items() if want == "missing")
    wrongly = seen["missing", "stated"] / missing
    print(f"{name}: F1 stated {f1(seen, 'stated'):.3f}, vague {f1(seen, 'vague'):.3f}, missing stated {wrongly:.2%}")
    assert f1(seen, "stated") >= stated
    assert f1(seen, "vague") >= vague
    assert wrongly <= costly


def f1(seen: Counter[tuple[str, str]], verdict: str) -> float:
    """Twice the hits over all that are wanted and all that are given."""
    return 2 * seen[verdict, verdict] / sum(count for pair, count in seen.items() for side in pair if side == verdict)


def test_every_label_is_a_topic_and_a_verdict_and_no_sentence_comes_twice() -> None:
    found = list(rows())
    topics = set(check("We offer you the job."))
    assert len({sentence for _, sentence in found}) == len(found) > 4000
    assert {id for labels, _ in found for id in labels} == topics
    assert {verdict for labels, _ in found for verdict in labels.values()} == {"stated", "vague"}

"""The trained router: its utterances, its numbers, and that both belong together.

After any change of the utterances or of the features: python scripts/train_router.py
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tracemalloc
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.linear import Linear
from bot.core.route import CAP, INTENTS, intents, sure
from bot.core.route.features import HEAD, TAIL, features, tokens
from bot.core.route.model import fingerprint, predictions, rank, router
from content import Utterance, model, utterances

DATA = utterances()


def held(name: str) -> list[dict[str, object]]:
    """The labelled messages of a file, without the few that anybody would write ("tell me a joke"), if trained on."""
    known = {row.text.lower() for row in DATA}
    lines = (Path(__file__).parent / "data" / name).read_text("utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["text"].lower() not in known]


HELD, FOURTH, FIFTH = (held(f"route_{name}held.jsonl") for name in ("", "fourth_", "fifth_"))
FUNCTION = frozenset(
    "a an the and or but so if that than as of in on at to for from by with about into out up down off over after "
    "before i me my mine you your he him his she her it its we us our they them their this these those who what which "
    "when where why how is are was were be been am do does did have has had can could will would should may might "
    "must not no dont im ive theyre thats".split()
)
"""Words of grammar; the four first of them with gaps between are the frame of a sentence."""


def frame(text: str) -> str:
    """The message up to its fourth function word, all others masked; "" where it has fewer."""
    found: list[str] = []
    for word in re.findall(r"[a-z]+", text.lower().replace("'", "").replace("’", "")):
        if word in FUNCTION:
            found.append(word)
        elif found[-1:] != ["_"]:
            found.append("_")
        if sum(part != "_" for part in found) == 4:
            return " ".join(found)
    return ""


def right(rows: list[dict[str, object]]) -> tuple[float, float, float, float]:
    """First right, right among three, sure of, right when sure."""
    ranked = [intents(str(row["text"])) for row in rows]
    labels = [set(row["labels"]) for row in rows]  # type: ignore[call-overload]
    first = [names[0] in label for names, label in zip(ranked, labels, strict=True)]
    three = [bool(set(names[:3]) & label) for names, label in zip(ranked, labels, strict=True)]
    certain = [ok for ok, row in zip(first, rows, strict=True) if sure(str(row["text"]))]
    return sum(first) / len(rows), sum(three) / len(rows), len(certain) / len(rows), sum(certain) / max(1, len(certain))


def test_there_are_enough_utterances_of_each_intent() -> None:
    count = Counter(row.intents[0] for row in DATA)
    assert set(count) == set(INTENTS)
    assert len(DATA) >= 8000
    assert min(count.values()) >= 240
    assert {name for row in DATA for name in row.intents} <= set(INTENTS)


def test_no_utterance_stands_twice() -> None:
    twice = [text for text, count in Counter(row.text for row in DATA).items() if count > 1]
    assert not twice


def test_no_sentence_frame_is_used_more_than_three_times() -> None:
    frames = defaultdict(list)
    for row in DATA:
        if frame(row.text):
            frames[frame(row.text)].append(row.text)
    assert {name: texts for name, texts in frames.items() if len(texts) > 3} == {}


def test_hardly_any_held_message_is_trained_on() -> None:
    assert len(HELD) >= 300
    assert len(FOURTH) >= 250


def test_the_model_belongs_to_the_utterances() -> None:
    assert router().notes["data"] == fingerprint(DATA), "train anew: python scripts/train_router.py"
    assert router().labels == INTENTS


def test_the_model_repeats_its_predictions_of_the_training_set() -> None:
    assert router().notes["predictions"] == predictions(router(), DATA), "train anew: python scripts/train_router.py"
    first = [rank(router(), row.text)[0][0] in row.intents for row in DATA]
    assert sum(first) / len(first) > 0.95


def test_a_changed_utterance_changes_the_fingerprint() -> None:
    other = (Utterance(text="moved to 5", intents=("change_interview",)), *DATA[1:])
    assert fingerprint(other) != fingerprint(DATA)


@pytest.mark.parametrize("name, rows", [("held", HELD), ("fourth", FOURTH), ("fifth", FIFTH)])
def test_held_messages_are_read_well_enough(name: str, rows: list[dict[str, object]]) -> None:
    """The floor is below what was reached, so that an honest change of the data does not break it."""
    first, three, of, when_sure = right(rows)
    print(f"{name}: first {first:.1%}, among three {three:.1%}, sure of {of:.1%}, right when sure {when_sure:.1%}")
    assert first >= 0.84
    assert three >= 0.95
    assert of >= 0.6
    assert when_sure >= 0.94


@pytest.mark.parametrize("text", ["", " ", "\n", "🤷", "?", "日本語だけ", "\x00\x01", "A" * 50_000, "?!" * 3000])
def test_odd_messages_get_all_intents(text: str) -> None:
    assert sorted(intents(text)) == sorted(INTENTS)
    assert not sure(text)


def test_a_long_number_is_nothing_the_bot_does() -> None:
    assert sorted(intents("1" * 9000)) == sorted(INTENTS)
    assert intents("1" * 9000)[0] == "other"


@pytest.mark.parametrize(
    "text", ["", "   ", "I want to kill myself", "Interview at Acme tomorrow 9am. I wish I was dead"]
)
def test_it_is_never_sure_of_nothing_or_of_a_cry(text: str) -> None:
    assert not sure(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_ranked(text: str) -> None:
    assert sorted(intents(text)) == sorted(INTENTS)
    assert len(set(features(text))) == len(features(text))


def test_names_sums_and_times_are_masked() -> None:
    assert tokens("interview with Halloran on Friday at 3pm, they pay £31k") == [
        "interview", "with", "#name", "on", "#day", "at", "#time", "they", "pay", "#pay",
    ]  # fmt: skip


def test_shouting_masks_no_names() -> None:
    assert "#name" not in tokens("MY BOSS SHOUTS AT ME")


def test_of_a_long_message_the_begin_and_the_end_count() -> None:
    text = "begin " + "x " * HEAD + "y " * 3000 + "z " * TAIL + " end"
    assert {"begin", "end"} <= set(tokens(text))
    assert "y" not in tokens(text)
    assert len(text) > CAP


def test_the_model_is_small() -> None:
    data = model("router")
    assert len(data) < 3_000_000
    tracemalloc.start()
    Linear.load(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50_000_000


def test_the_bot_needs_no_numpy_for_it() -> None:
    code = (
        "import sys, bot.core.route as r; r.intents('hi there'); r.sure('hi there');"
        "sys.exit(any(name in sys.modules for name in ('numpy', 'scipy', 'sklearn')))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)

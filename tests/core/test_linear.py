"""The generic linear model: what is packed comes back, sums are those of arithmetic, rubbish is refused."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.linear import Linear, ModelError, pack

GROUPS = {"w": 1.0, "r": 0.5}
WEIGHTS = {"w:good": [1.0, -1.0], "w:bad": [-0.5, 1.27], "r:ask": [0.25, 0.0], "w:nothing": [0.0, 0.0]}
NUMBERS = st.floats(-3, 3, allow_nan=False)


def model(notes: dict[str, str] | None = None) -> Linear:
    return Linear.load(pack(["yes", "no"], [0.1, -0.1], GROUPS, WEIGHTS, notes or {}))


def test_a_message_without_known_features_gets_the_biases() -> None:
    assert model().scores(["w:unheard", "x:of", ""]) == {"yes": 0.1, "no": -0.1}


def test_groups_are_averaged_to_unit_length_and_weighed() -> None:
    scores = model().scores(["w:good", "w:bad", "r:ask", "w:unheard"])
    assert scores["yes"] == pytest.approx(0.1 + 0.5 / sqrt(2) + 0.5 * 0.25, abs=0.02)
    assert scores["no"] == pytest.approx(-0.1 + 0.27 / sqrt(2), abs=0.02)


def test_rows_of_zeros_are_left_out_and_notes_are_kept() -> None:
    linear = model({"data": "abc"})
    assert "w:nothing" not in linear.rows
    assert linear.notes == {"data": "abc"}


def test_the_same_input_gives_the_same_bytes() -> None:
    again = dict(reversed(list(WEIGHTS.items())))
    assert pack(["a", "b"], [0, 0], GROUPS, WEIGHTS, {}) == pack(["a", "b"], [0, 0], GROUPS, again, {})


def test_a_model_without_rows_loads() -> None:
    assert Linear.load(pack(["a"], [0.5], {"w": 1.0}, {}, {})).scores(["w:x"]) == {"a": 0.5}


def test_very_many_features_do_not_run_over() -> None:
    linear = Linear.load(pack(["a", "b"], [0, 0], {"w": 1.0}, {"w:x": [1.0, -1.0]}, {}))
    scores = linear.scores(["w:x"] * 100_000)
    assert scores["a"] == pytest.approx(-scores["b"])
    assert scores["a"] > 200


@given(st.dictionaries(st.text("abc", min_size=1), st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=30))
def test_scores_are_the_sums_within_the_step(rows: dict[str, tuple[float, float, float]]) -> None:
    weights = {f"w:{name}": list(row) for name, row in rows.items()}
    linear = Linear.load(pack(["a", "b", "c"], [0, 0, 0], {"w": 1.0}, weights, {}))
    known = len(linear.rows)
    scores = linear.scores(weights)
    for at, label in enumerate("abc"):
        wanted = sum(row[at] for name, row in weights.items() if name in linear.rows) / sqrt(max(known, 1))
        assert scores[label] == pytest.approx(wanted, abs=linear.step * sqrt(max(known, 1)))


@pytest.mark.parametrize("data", [b"", b"{}", b"{}\nabc", b"\xff\xfe", b'{"labels": []}\n', b"[1]\n", b"null\nx"])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ModelError, match="not a model"):
        Linear.load(data)


def test_a_cut_file_is_refused() -> None:
    whole = pack(["a"], [0.5], {"w": 1.0}, {"w:x": [1.0]}, {})
    with pytest.raises(ModelError):
        Linear.load(whole[:-4])

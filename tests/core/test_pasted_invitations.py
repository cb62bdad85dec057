"""Invitations of five kinds of programs, as people paste them: when, how long, where, by what link, with whom."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.lines import current, notice, read_line, understood
from bot.core.lines.calls import dial_in, link_in

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
CASES = tomllib.loads((Path(__file__).parent / "data" / "invitations.toml").read_text("utf-8"))["case"]
TUNED = [case for case in CASES if not case.get("held")]
NAMES = [f"{case['kind']} {case.get('notice', 'new')} {number}" for number, case in enumerate(TUNED)]


def told(case: dict[str, Any]) -> dict[str, Any]:
    """What is read of the case, under the names of the data."""
    text, zone = case["text"].strip(), case.get("zone", "Europe/Berlin")
    reading = understood(text, NOW, zone)
    line = read_line(text, reading.spans)
    length = int((reading.end - reading.start).total_seconds() // 60) if reading.start and reading.end else 0
    return {
        "start": reading.start.isoformat(timespec="minutes") if reading.start else reading.kind + " " + reading.why,
        "minutes": length,
        "link": line.link,
        "dial_in": line.dial_in,
        "employer": line.employer,
        "role": line.role,
        "round": line.round,
        "medium": line.medium,
        "place": line.place,
        "people": "; ".join(met.name + (f"={met.title}/{met.audience}" if met.title else "") for met in line.people),
        "notice": notice(case["text"].strip()),
    }


def wanted(case: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in case.items() if name not in ("kind", "zone", "text", "held")}


@pytest.mark.parametrize("case", TUNED, ids=NAMES)
def test_the_invitation_is_read(case: dict[str, Any]) -> None:
    found, right = told(case), wanted(case)
    assert {name: found[name] for name in right} == right


def test_those_held_out_are_read_too() -> None:
    """One is read wrong: a head of payroll is taken for personnel."""
    held = [case for case in CASES if case.get("held")]
    misses = [
        (name, told(case)[name]) for case in held for name, value in wanted(case).items() if told(case)[name] != value
    ]
    assert len(misses) <= 1, misses


def test_every_kind_comes_new_moved_and_cancelled() -> None:
    counted = Counter((case["kind"], case.get("notice", "new")) for case in CASES)
    assert {kind for kind, _ in counted} == {"Calendly", "Google", "Outlook", "Zoom", "Teams"}
    for kind in {kind for kind, _ in counted}:
        assert counted[kind, "new"] >= 4
        assert counted[kind, "moved"]
        assert counted[kind, "cancelled"]


@pytest.mark.parametrize("text", [
    "they cancelled the interview", "I need to cancel my gym", "Acme moved it to Friday 10am",
    "Topic: pay", "New time, new luck",
])  # fmt: skip
def test_what_the_user_says_himself_is_no_notice(text: str) -> None:
    assert notice(text) == ""
    assert current(text) == text


PIECES = st.lists(st.sampled_from([
    "Topic:", "Time: ", "When: ", "Organizer\n", "Meeting ID: 123 456 789", "https://", "zoom.us/j/", "(was ", ")", "\n",
    "Old time: ", "London", "2 PM", "Thu 26 Nov 2026", "+49 30 5550 1234,,12345#", "@", "Interview: ", "Jan Vos", "\u00a0",
]), max_size=14).map(" ".join)  # fmt: skip


@given(PIECES)
def test_no_text_breaks_the_reading(text: str) -> None:
    spans = understood(text, NOW, "Europe/Berlin").spans
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    read_line(text, spans)
    assert len(current(text)) == len(text)


@pytest.mark.parametrize("text, link", [
    ("see https://acme.example/jobs and join https://whereby.com/acme", "https://whereby.com/acme"),
    ("https://acme.example/interview?id=1.", "https://acme.example/interview?id=1"),
    ("Cancel: https://calendly.com/cancellations/1", ""),
    ("https://www.google.com/url?q=https://meet.google.com/abc-defg-hij&sa=D", "https://meet.google.com/abc-defg-hij"),
    ("zoom.us/j/123", "zoom.us/j/123"),
    ("no link here", ""), ("https://[1 https://www.google.com/url?q=https://[2", "https://[1"),
])  # fmt: skip
def test_the_link_to_join_by(text: str, link: str) -> None:
    assert link_in(text) == link


@pytest.mark.parametrize("text, number", [
    ("My number is +49 170 5550123", ""),
    ("We call you at +44 20 5550 1188.", ""),
    ("Dial in: +44 20 5550 1188, PIN: 4455#", "+44 20 5550 1188, 4455#"),
    ("Meeting ID: 999 1112 2233\nhttps://zoom.us/j/99911122233?pwd=x", ""),
    ("Meeting ID: 999 1112 2233", "ID 999 1112 2233"),
])  # fmt: skip
def test_the_number_to_call_in(text: str, number: str) -> None:
    assert dial_in(text) == number

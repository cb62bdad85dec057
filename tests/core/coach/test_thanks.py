"""What a thank-you quotes of a talk: never what the user complains of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import content
from bot.core.model import Answer, Interview
from bot.core.thanks import detail

ACTS = content.load().acts
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def talk(note: str = "") -> Interview:
    return Interview(id="i", job_id="j", local=START.replace(tzinfo=None), zone="UTC", start=START, note=note)


def answer(note: str) -> Answer:
    return Answer(question_id="q", interview_id="i", note=note, verdict="concrete")


@pytest.mark.parametrize(
    "note",
    [
        "They were rude to me", "They kept me waiting for an hour", "it went badly, I hated it", "",
        "I found them arrogant and cold", "The boss is a bully and shouts", "I didn't like the place at all",
        "he was unfriendly and looked at his phone", "the pay is too low for me", "I was so nervous that I forgot it all",
        "It was a waste of my time", "They asked whether I want children",
    ],
)  # fmt: skip
def test_a_complaint_is_in_no_letter(note: str) -> None:
    assert detail([answer(note)], talk(note), ACTS) == ("detail_none", "")


@pytest.mark.parametrize(
    "note, words",
    [
        ("She showed me the ward. Then it got late.", "She showed me the ward"),
        ("They were rude. We talked about the night shifts at length.", "We talked about the night shifts at length"),
        ("The orders come in by noon, he said", "The orders come in by noon"),
        ("It was ok, she was friendly and told me of the rota", "It was ok, she was friendly and told me of the rota"),
    ],
)
def test_the_first_sentence_that_tells_something_is(note: str, words: str) -> None:
    assert detail([], talk(note), ACTS) == ("detail_note", words)


def test_something_concrete_that_they_said_comes_first() -> None:
    rows = [answer("he shouted at two people while I waited"), answer("training is five days")]
    assert detail(rows, talk("She showed me the ward."), ACTS) == ("detail", "training is five days")


@pytest.mark.parametrize(
    "note",
    [
        "umm it went pretty well I think??", "well it was all quite okay for me", "It was so so, I guess",
        "I forgot half of what I wanted to ask", "I think I talked too much again", "she said it's flexible in the week",
        "oh and they asked me about lifting twice", "the nights depend on the rota mostly", "the interview went really well lol",
    ],
)  # fmt: skip
def test_how_it_went_and_what_one_felt_is_in_no_letter(note: str) -> None:
    assert detail([], talk(note), ACTS) == ("detail_none", "")


def test_the_first_sentence_that_tells_of_the_talk_is_taken_behind_such_a_one() -> None:
    note = "Umm it went fine I think. I forgot the rest. She walked me through the whole kitchen."
    assert detail([], talk(note), ACTS) == ("detail_note", "She walked me through the whole kitchen")

"""Idle words around a message do not change what it is about."""

from __future__ import annotations

import pytest

from bot.core.route import intents
from bot.core.route.fillers import bare


@pytest.mark.parametrize(
    "text, left",
    [("hi, quick question, what do I ask about overtime", "what do I ask about overtime"),
     ("Hello there! it's me again. My boss shouts at us, sorry for the long text", "My boss shouts at us"),
     ("I've got a question: who reads what I write?", "who reads what I write?"),
     ("So, three offers and one brain, help lol", "three offers and one brain, help"),
     ("they never called me back, thanks in advance", "they never called me back")],
)  # fmt: skip
def test_idle_words_at_the_ends_are_taken_off(text: str, left: str) -> None:
    assert bare(text) == left


@pytest.mark.parametrize(
    "text",
    ["hi", "thanks", "", "ok thanks for now", "HM interview tomorrow at 3 with Tom", "the boss is hard to please",
     "can I message him on LinkedIn to say thanks", "My question on training was brushed off",
     "recruiter says they'll let me know", "he was late and never said sorry", "right to be forgotten, how"],
)  # fmt: skip
def test_words_that_mean_something_stay(text: str) -> None:
    assert bare(text) == text


@pytest.mark.parametrize(
    "before, after",
    [
        ("good evening, ", ""),
        ("", ", excuse my spelling"),
        ("hiya all - ", " hahaha"),
        ("ok so ", " sorry typing on a bus"),
    ],
)
@pytest.mark.parametrize(
    "text, intent",
    [("they moved the interview from Monday to Thursday", "change_interview"),
     ("the recruiter never called and it's been two weeks", "signal"),
     ("two offers, one is nearer and one pays more, which one", "compare"),
     ("how do I turn down the offer politely", "decline")],
)  # fmt: skip
def test_a_frame_of_idle_words_changes_no_intent(before: str, after: str, text: str, intent: str) -> None:
    assert intents(f"{before}{text}{after}")[0] == intent

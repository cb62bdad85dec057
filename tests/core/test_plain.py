"""What a few words make plain although the router is not sure."""

from __future__ import annotations

import pytest

from bot.core.route.plain import LETTER, asks_what_to_ask, is_fearful_letter, reminded_of

LETTERS = [
    (
        "Hello, my sister told me to write. In two weeks I may get an interview, after four years at home with my mother, "
        "and I can't sleep. I keep thinking they will ask what I did all these years and I will just sit there. My hands "
        "shake when people look at me. I'm 51, everybody there will be 25 and fast. What if the boss shouts like the old "
        "one did."
    ),
    (
        "since they let me go in june nothing works. every night i lie awake and go through all the ways it can go wrong, "
        "that they find out i was on sick leave, that the team is a loud one, that i say a number and regret it for years. "
        "and worst is i dont dare to ask anything because then maybe they take someone who just smiles."
    ),
]


@pytest.mark.parametrize("text", LETTERS)
def test_a_letter_in_which_one_fear_follows_the_other(text: str) -> None:
    assert is_fearful_letter(text)
    assert not is_fearful_letter(" ".join(text.split()[: LETTER - 1]))


@pytest.mark.parametrize(
    "text",
    [
        (
            "We talked for an hour. She showed me the ward, two nurses for thirty beds at night, and said the rota comes a "
            "month ahead. I asked who steps in when somebody is ill and she said everyone takes turns. The canteen is "
            "closed at night. He was a bit nervous himself, new in the job, and they call me on Monday with an answer."
        ),
        (
            "We are pleased to offer you the position of warehouse clerk. Your pay is 15.20 an hour, 38 hours a week, in "
            "two shifts, with 26 days of holiday. The first six months are a probation. You start on 1 March. Please sign "
            "both copies and return one of them to us by the end of the month, and do not hesitate to call with questions."
        ),
    ],
)
def test_a_tale_or_an_offer_is_none(text: str) -> None:
    assert len(text.split()) >= LETTER
    assert not is_fearful_letter(text)


@pytest.mark.parametrize(
    "text", ["what should I ask Marta?", "What can I ask them", "and what else could i ask the manager on friday?"]
)
def test_what_to_ask_is_asked(text: str) -> None:
    assert asks_what_to_ask(text)


@pytest.mark.parametrize("text", ["they asked what I should earn", "should I ask for more?", "what do I do now", ""])
def test_other_questions_are_not(text: str) -> None:
    assert not asks_what_to_ask(text)


@pytest.mark.parametrize(
    "text, rest",
    [
        ("also remind me of Porto Books on friday 11:30", "Porto Books on friday 11:30"),
        ("ok, can you please remind me about Lidl, monday 9am", "Lidl, monday 9am"),
        ("remind me", ""),
        ("she will remind me of Acme", ""),
    ],
)
def test_what_the_user_wants_to_be_reminded_of(text: str, rest: str) -> None:
    assert reminded_of(text) == rest

"""What a few words make plain although the router is not sure."""

from __future__ import annotations

import pytest

from bot.core.route.plain import (
    LETTER,
    asks_what_to_ask,
    denied_yes,
    dropped_question,
    is_fearful_letter,
    off_or_on,
    reminded_of,
    takes_back_yes,
    wants_undo,
)

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


@pytest.mark.parametrize(
    "text",
    [
        "undo",
        "Undo!",
        "UNDO pls",
        "undo that",
        "oops, undo the last thing",
        "can you undo it?",
        "please take that back",
        "no wait, take back the last one",
        "revert",
        "un-do this now",
    ],
)
def test_the_word_for_taking_back_alone_is_a_wish_to_undo(text: str) -> None:
    assert wants_undo(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no",
        "they want to take the offer back",
        "I undo buttons for a living",
        "can they undo a contract?",
        "done",
        "back",
    ],
)
def test_within_a_tale_it_is_none(text: str) -> None:
    assert not wants_undo(text)


@pytest.mark.parametrize(
    "text, rest",
    [
        ("i didnt accept anything", "anything"),
        ("wait, I haven't signed the contract yet", "the contract yet"),
        ("I never said yes to Lidl!", "to lidl"),
        ("no i did not send them the yes", ""),
        ("I haven't taken the job", ""),
    ],
)
def test_a_yes_that_is_denied(text: str, rest: str) -> None:
    assert denied_yes(text) == rest
    assert takes_back_yes(text)


@pytest.mark.parametrize(
    "text",
    [
        "they didn't accept my papers",
        "I accepted",
        "should I have said yes",
        "he never signed",
        "I didn't say much",
        "",
    ],
)
def test_no_yes_is_denied(text: str) -> None:
    assert denied_yes(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "hang on i didnt, i want to ask bout the nights first",
        "oops, wrong button",
        "that was a mistake",
        "wait no i havent sent it",
        "no I need to talk to my wife before that",
        "let me check the hours first",
        "I changed my mind",
        "dont send it",
        "i take the yes back",
        "I'm not ready",
    ],
)
def test_a_yes_is_taken_back(text: str) -> None:
    assert takes_back_yes(text)


@pytest.mark.parametrize(
    "text",
    ["1 February", "I don't know yet", "they didn't tell me", "I'm not sure yet", "the first of March", "because I need the money",
     "they explained it well before", "the nights are fine for me", "I didn't get a date yet"],
)  # fmt: skip
def test_an_answer_beside_a_yes_takes_nothing_back(text: str) -> None:
    assert not takes_back_yes(text)


@pytest.mark.parametrize("text", ["they cancelled", "yes its off", "boots canceled it", "remove it pls", "called off"])
def test_it_is_off(text: str) -> None:
    assert off_or_on(text) is True


@pytest.mark.parametrize(
    "text", ["actually not cancelled", "no they didn't cancel", "it's still on", "keep it please", "don't remove it"]
)
def test_it_is_on(text: str) -> None:
    assert off_or_on(text) is False


@pytest.mark.parametrize(
    "text", ["", "is it cancelled?", "moved to friday 3pm", "not sure yet", "who cares", "it was moved"]
)
def test_neither_off_nor_on(text: str) -> None:
    assert off_or_on(text) is None


@pytest.mark.parametrize(
    "text, place",
    [("Remove question 2", 2), ("take the second one off", 2), ("drop number 3 pls", 3), ("remove the last one", -1),
     ("take 2 off the list", 2), ("cross out the first", 1), ("delete this one", 0), ("put that question away", 0),
     ("I don't want this question", 0), ("please delete that question now", 0), ("i dont need to ask this one", 0)],
)  # fmt: skip
def test_a_question_is_to_go(text: str, place: int) -> None:
    assert dropped_question(text) == place


@pytest.mark.parametrize(
    "text",
    ["", "delete everything", "delete it", "delete my data", "i dont want this job", "take the job", "take this one", "put 2",
     "delete the letter", "drop the interview one", "i dont need one", "remove 2 3", "delete 2026"],
)  # fmt: skip
def test_no_question_is_to_go(text: str) -> None:
    assert dropped_question(text) is None

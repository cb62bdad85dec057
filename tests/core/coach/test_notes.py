"""Notes of one day: whose words a line keeps."""

from __future__ import annotations

import pytest

import content
from bot.core import notes, notes_told
from bot.core.model import Person, Question

DANA, LUIS, MRS = (Person(id=name[:4], job_id="J", name=name) for name in ("Dana", "Luis Ortega", "Mrs Brandt"))


@pytest.mark.parametrize(
    "note, people, whose",
    [
        ("dana: six weeks a year", [DANA, LUIS], DANA.id),
        ("Luis's team is on call 18 weeks", [DANA, LUIS], LUIS.id),
        ("mr ortega says 18 weeks", [DANA, LUIS], LUIS.id),
        ("both dana and luis: six weeks", [DANA, LUIS], ""),
        ("six weeks a year", [DANA, LUIS], ""),
        ("she said two nurses a night", [MRS], MRS.id),
        ("Mrs Dale said two nurses a night", [MRS, DANA], ""),
        ("six weeks", [], ""),
    ],
)
def test_a_line_is_put_to_whoever_it_names(note: str, people: list[Person], whose: str) -> None:
    assert notes.said_by(note, people) == whose


BANK = content.load()
OPEN = [Question(id=topic, topic=topic) for topic in ("shifts", "first_weeks", "caseload", "base_pay", "how_led")]
WORDS = {q.id: BANK.topics[q.topic].questions[0].direct for q in OPEN}


@pytest.mark.parametrize(
    "tale, given",
    [
        (
            "Hm it was alright. Nights follow the roster, it depends, he said. Training they do on the job",
            {"shifts": "Nights follow the roster, it depends", "first_weeks": "Training they do on the job"},
        ),
        (
            "Weekends: every third one. It varies in summer",
            {"shifts": "Weekends: every third one, It varies in summer"},
        ),
        ("pay would be 15.40 an hour, boss seemed fine", {"base_pay": "pay would be 15.40 an hour"}),
        ("I asked about nights and he said it varies", {"shifts": "I asked about nights, he said it varies"}),
        ("they would not say how many nights", {}),
        ("I was scared of the nights and it showed", {}),
        ("He showed me the house. Then we had a coffee", {}),
        ("I forgot to ask about the nights", {}),
        ("They asked me about nights", {}),
    ],
)
def test_a_tale_is_put_to_the_questions_that_it_answers(tale: str, given: dict[str, str]) -> None:
    assert notes_told.told(tale, OPEN, WORDS, BANK.topics).answers == given


@pytest.mark.parametrize(
    "tale, asked",
    [
        ("they kept asking me about lifting, twice", ("They kept asking me about lifting",)),
        ("It was fine. The boss asked me why I left", ("The boss asked me why I left",)),
        ("I was asked about hygiene rules", ("I was asked about hygiene rules",)),
        ("he wanted to know when I can start", ("he wanted to know when I can start",)),
        ("I asked her about the hours", ()),
    ],
)
def test_what_they_asked_the_user_is_heard(tale: str, asked: tuple[str, ...]) -> None:
    found = notes_told.told(tale, OPEN, WORDS, BANK.topics).asked_me
    assert tuple(map(str.lower, found)) == tuple(map(str.lower, asked))


@pytest.mark.parametrize(
    "said, rest",
    [
        ("I just told you. It depends on the plan", "It depends on the plan"),
        ("but i already said that", ""),
        ("as I wrote, five nights", "five nights"),
        ("I told you already: it varies", "it varies"),
        ("see above", ""),
        ("she said five", "she said five"),
        ("I told her no", "I told her no"),
    ],
)
def test_a_complaint_before_an_answer_is_none_of_it(said: str, rest: str) -> None:
    assert notes_told.without_complaint(said) == rest

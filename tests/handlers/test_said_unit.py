"""What everybody said at one employer: his answers and nobody else's."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.core import ledger
from bot.core.model import Answer, Interview, Job, Person, Question
from bot.telegram.buttons import door
from handlers import answers, jobs
from tests.handlers.driving import NOW, Chat


def talk(id: str, job_id: str) -> Interview:
    local = datetime(2026, 11, 20, 10)
    return Interview(id=id, job_id=job_id, local=local, zone="Europe/Berlin", start=NOW - timedelta(days=3))


GENERAL = Question(id="G", text="Who trains me?")
JOBS = [Job(id="A", employer="Acorn"), Job(id="B", employer="Bay")]
TALKS = [talk("talk A", "A"), talk("talk B", "B")]
BEN = Person(id="Ben", job_id="B", name="Ben")


def told() -> list[Answer]:
    """To the general question, in both talks, by somebody, and by nobody knows whom."""
    return [
        Answer(id="1", question_id="G", interview_id="talk A", note="Anna, for five days"),
        Answer(id="2", question_id="G", interview_id="talk B", note="you train yourself"),
        Answer(id="3", question_id="G", person_id="Ben", note="a video"),
        Answer(id="4", question_id="G", note="somebody will"),
    ]


def test_an_answer_to_a_general_question_belongs_to_the_talk_or_the_person_of_it() -> None:
    given = [answer.id for answer in ledger.answers_at("B", [GENERAL], told(), TALKS, [BEN])]
    assert given == ["2", "3"]
    own = Question(id="O", job_id="A")
    answer = Answer(question_id="O", note="yes")
    assert ledger.answers_at("A", [own], [answer], (), ()) == [answer]
    assert ledger.answers_at("B", [own], [answer], (), ()) == []


@pytest.mark.parametrize(
    "job_id, there, elsewhere", [("A", "Anna, for five days", "a video"), ("B", "a video", "Anna, for five days")]
)
def test_what_another_employer_said_is_not_shown(job_id: str, there: str, elsewhere: str) -> None:
    chat = Chat(jobs.HANDLERS, None, GENERAL, *JOBS, *TALKS, BEN, *told())
    chat.press(door("", "job", "answers", job_id))
    assert there in chat.text
    assert elsewhere not in chat.text
    assert "somebody will" not in chat.text  # nobody knows where


def test_with_one_employer_only_an_answer_of_nobody_is_his() -> None:
    chat = Chat(jobs.HANDLERS, None, GENERAL, JOBS[0], Job(id="P", present=True), told()[3])
    chat.press(door("", "job", "answers", "A"))
    assert "somebody will" in chat.text
    chat.press(door("", "job", "answers", "P"))
    assert "somebody will" not in chat.text


def test_who_said_it_is_chosen_from_the_people_of_that_employer() -> None:
    anna = Person(id="Anna", job_id="A", name="Anna")
    chat = Chat([answers.CONVERSATION], None, GENERAL, *JOBS, *TALKS, BEN, anna, *told())
    chat.press(door("", "answer", "who", "1"))
    assert "Anna" in chat.labels()
    assert "Ben" not in chat.labels()
    chat.say("Mia")
    [mia] = [person for person in chat.work.all(Person) if person.name == "Mia"]
    assert mia.job_id == "A"


def test_of_an_answer_that_nobody_knows_the_place_of_all_are_offered() -> None:
    chat = Chat([answers.CONVERSATION], None, GENERAL, *JOBS, *TALKS, BEN, *told())
    chat.press(door("", "answer", "who", "4"))
    assert "Ben" in chat.labels()
    chat.say("ben")
    assert [answer.id for answer in chat.work.all(Answer) if answer.person_id == "Ben"] == ["3", "4"]

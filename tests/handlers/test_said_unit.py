"""What everybody said at one employer: his answers and nobody else's."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.core import ledger
from bot.core.model import Answer, Interview, Job, Person, Question, User
from bot.core.record import Record
from bot.telegram.buttons import door
from bot.telegram.texts import Texts
from bot.telegram.turn import Event, Turn
from handlers import answers, decide_mirror, jobs, registrations
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


def hours(*said: tuple[str, str]) -> list[Record]:
    """Concrete answers to a general question: in which talk, and what."""
    rows: list[Record] = [Question(id="H", topic="", text="How many hours a week would I work?", state="answered")]
    for number, (where, note) in enumerate(said):
        at = NOW - timedelta(hours=9 - number)
        words = {"id": f"{number}", "note": note, "verdict": "concrete", "created_at": at}
        rows.append(Answer(question_id="H", interview_id=where, **words))  # type: ignore[arg-type]
    return rows


def now_at_bay(*records: Record) -> Chat:
    """A user who is at Bay's talk right now."""
    local = NOW.replace(tzinfo=None) + timedelta(hours=1)
    there = Interview(id="talk B", job_id="B", local=local, zone="Europe/Berlin", start=NOW)
    earlier = talk("talk B1", "B")
    user = User(id=7, zone="Europe/Berlin", created_at=NOW)
    return Chat(registrations("", ""), user, *JOBS, TALKS[0], there, earlier, *records)


def test_two_employers_are_not_set_against_each_other() -> None:
    chat = now_at_bay(*hours(("talk A", "40 hours a week"), ("talk B", "hm")))
    chat.command("note", "hours: I would work 30 hours a week, Monday to Thursday")
    assert "How many hours" in chat.text
    assert "40 hours" not in chat.text
    chat.press(door("", "job", "differ", "H.B"))
    assert chat.work.all(Question)[1:] == []


def test_two_at_one_employer_are_asked_about_there_whatever_another_one_said() -> None:
    chat = now_at_bay(*hours(("talk A", "50 hours a week"), ("talk B1", "40 hours a week"), ("talk B", "hm")))
    chat.command("note", "hours: I would work 30 hours a week, Monday to Thursday")
    assert "40 hours" in chat.text
    assert "50 hours" not in chat.text
    chat.press(next(button for row in chat.screen.rows for button in row if button.action == "differ"))
    [asked] = chat.work.all(Question)[1:]
    assert (asked.job_id, asked.origin, asked.about) == ("B", "contradiction", "H")
    assert "40 hours" in asked.text


def test_a_general_question_answered_there_is_no_blank_there() -> None:
    question = Question(id="q", topic="how_measured", state="answered")
    answer = Answer(question_id="q", interview_id="talk B", note="by the week", verdict="concrete")
    chat = Chat(
        registrations("", ""), User(id=7, zone="Europe/Berlin", created_at=NOW), *JOBS, *TALKS, question, answer
    )
    blanks = {job.id: [facet.name for facet in decide_mirror.blanks(_turn(chat), job)] for job in JOBS}
    assert "judged" in blanks["A"]
    assert "judged" not in blanks["B"]


def _turn(chat: Chat) -> Turn:
    return Turn(chat.work, NOW, chat.content, Texts(chat.content.texts), Event("none"))

"""What was said at one employer, by whom, and how it sits with what the user wants; played over HTTP."""

from __future__ import annotations

import pytest

from bot.core.model import Answer, Fit, Gap, Interview, Job, Person, Priority, Question
from bot.core.record import Record
from tests.chat import Chat
from tests.e2e.coach.people import LONG, job, knows, meeting
from tests.e2e.coach.turns import book

pytestmark = pytest.mark.anyio


class Acorn:
    """Acorn House: two people, two questions, what each of them said."""

    def __init__(self) -> None:
        self.job = job()
        self.boss = Person(job_id=self.job.id, name="Mara", title="ward manager", audience="M")
        self.peer = Person(job_id=self.job.id, name="Jon", title="nurse", audience="P")
        self.shifts = Question(job_id=self.job.id, topic="shifts", bank="shifts.1")
        self.pay = Question(job_id=self.job.id, topic="base_pay", bank="base_pay.1")
        self.time = Priority(topic="TIME", rank=1, because="two small children")
        self.money = Priority(topic="PAY", rank=2)

    def said(self, question: Question, person: Person, note: str, sits: str = "") -> Answer:
        return Answer(
            question_id=question.id, person_id=person.id, note=note, verdict="concrete", kind="claim", sits=sits
        )

    def records(self) -> list[Record]:
        return [
            *(self.job, self.boss, self.peer, self.shifts, self.pay, self.time, self.money),
            self.said(self.shifts, self.boss, "two weekends a month", sits="met"),
            self.said(self.shifts, self.peer, "four weekends a month", sits="not"),
        ]


@pytest.fixture
async def acorn(chat: Chat) -> Acorn:
    made = Acorn()
    await knows(chat, *made.records())
    return made


async def door(chat: Chat, data: str) -> str:
    """Presses a door wherever it stands."""
    return await chat.press(chat.new[-1]["message_id"], f"d:{data}")


# -- C9 and D7: the scoreboard ----------------------------------------------------------------------------------


@pytest.mark.capability("C9")
async def test_c9_my_wants_stand_beside_what_they_asked_of_me(chat: Chat, acorn: Acorn) -> None:
    await knows(chat, meeting(acorn.job, acorn.boss, days=-2, state="debriefed", asked_me="Can you work nights?"))
    work = await chat.work()
    work.all(Job)[0].needs = {"needs": [["Polish", ""], ["calm at night", "abc"]]}
    await chat.program.store.commit(work)
    await chat.say("/jobs")
    await chat.tap("Acorn House, night nurse")
    await chat.tap("Scoreboard")
    chat.expect("1. ", "✗ not met (seen, or several told you)", "2. ", "? unknown")
    chat.expect("What they asked of you", "Can you work nights?", "? Polish", "✓ calm at night")


@pytest.mark.capability("D7")
async def test_d7_each_want_has_its_evidence_a_grade_and_how_sure_it_is(chat: Chat, acorn: Acorn) -> None:
    await door(chat, f"job:board:{acorn.job.id}")
    await chat.tap("1")
    chat.expect("✗ not met", "They said:", "Mara (ward manager): two weekends a month", "Jon (nurse): four weekends")
    await chat.tap("✗ Not")
    chat.expect("✗ not met (your own mark)")
    await chat.tap("✓ Met")
    assert [(fit.grade, fit.priority_id) for fit in (await chat.work()).all(Fit)] == [("met", acorn.time.id)]
    await chat.tap("‹ Scoreboard")
    chat.expect("✓ met (your own mark)")
    await door(chat, f"job:open:{acorn.job.id}")
    chat.expect("What you want: 1 met, 1 unknown.", "Two answers differ:")


# -- D3: everybody was asked ------------------------------------------------------------------------------------


@pytest.mark.capability("D3")
async def test_d3_answers_stand_side_by_side_and_two_that_differ_open_one_question(chat: Chat, acorn: Acorn) -> None:
    await door(chat, f"job:answers:{acorn.job.id}")
    chat.expect(
        "What they said at Acorn House", "Mara (ward manager): two weekends", "Jon (nurse): four", "These two differ."
    )
    for _ in range(2):
        await door(chat, f"job:differ:{acorn.shifts.id}")
        chat.expect("I heard two things about this", "Which of them holds?")
    opened = [q for q in (await chat.work()).all(Question) if q.origin == "contradiction"]
    assert [(q.about, q.audience, q.state) for q in opened] == [(acorn.shifts.id, "M", "open")]


@pytest.mark.capability("D3")
async def test_d3_long_answers_of_many_people_fit_one_message(chat: Chat, acorn: Acorn) -> None:
    more = [Question(job_id=acorn.job.id, text=f"{LONG} {n}?") for n in range(12)]
    told = [acorn.said(question, acorn.boss, "so much was said about it " * 70) for question in more for _ in range(6)]
    await knows(chat, *more, *told)
    await door(chat, f"job:answers:{acorn.job.id}")
    assert len(chat.text) <= 4096
    assert len(chat.labels()) <= 100
    await door(chat, f"job:board:{acorn.job.id}")
    assert len(chat.text) <= 4096


@pytest.mark.capability("C9")
async def test_c9_forty_wants_and_long_questions_of_theirs_fit_one_message(chat: Chat, acorn: Acorn) -> None:
    wants = [Priority(topic="OWN", words=f"{LONG} {LONG[:59]}", rank=n) for n in range(3, 43)]
    await knows(chat, *wants, meeting(acorn.job, days=-2, asked_me="\n".join([f"{LONG} {LONG} {LONG}?"] * 30)))
    await door(chat, f"job:board:{acorn.job.id}")
    assert len(chat.text) <= 4096
    assert not chat.text.endswith("…")
    assert len(chat.labels()) <= 100


@pytest.mark.capability("C9")
async def test_c9_gaps_with_long_answers_fit_one_message(chat: Chat, acorn: Acorn) -> None:
    gaps = [Gap(job_id=acorn.job.id, words=LONG) for _ in range(15)]
    asked = [
        Question(job_id=acorn.job.id, about=gap.id, facet=facet, text="x")
        for gap in gaps
        for facet in ("weight", "when", "who")
    ]
    await knows(chat, *gaps, *asked, *(acorn.said(question, acorn.boss, "word " * 300) for question in asked))
    await door(chat, f"gap:list:{acorn.job.id}")
    assert len(chat.text) <= 4096


# -- a person is set right --------------------------------------------------------------------------------------


@pytest.mark.capability("D3")
async def test_d3_name_title_and_side_of_a_person_are_set_right(chat: Chat, acorn: Acorn) -> None:
    await chat.say("/jobs")
    await chat.tap("Acorn House, night nurse")
    await chat.tap("People")
    chat.expect("1. Mara (ward manager), would be my boss", "2. Jon (nurse), colleague")
    await chat.tap("2")
    await chat.tap("Name")
    await chat.say("John")
    chat.expect("John (nurse)")
    await chat.tap("Title")
    await chat.say("HR partner")
    chat.expect("John (HR partner), HR")
    await chat.tap("Side")
    await chat.tap("management")
    chat.expect("John (HR partner), management")
    person = (await chat.work()).get(Person, acorn.peer.id)
    assert person is not None
    assert (person.name, person.title, person.audience) == ("John", "HR partner", "X")
    await door(chat, f"job:answers:{acorn.job.id}")
    chat.expect("John (HR partner): four weekends")


@pytest.mark.capability("D3")
async def test_d3_somebody_is_taken_off_a_saved_talk_or_altogether(chat: Chat) -> None:
    await book(chat)
    [interview] = (await chat.work()).all(Interview)
    await door(chat, f"interview:open:{interview.id}")
    await chat.tap("People")
    chat.expect("1. Ines (ward manager), would be my boss")
    await chat.tap("1")
    chat.expect("You meet:", "Thu 26 Nov")
    await chat.tap("Not on Thu 26 Nov")
    assert "You meet:" not in chat.text
    work = await chat.work()
    assert ([i.people for i in work.all(Interview)], len(work.all(Person))) == ([()], 1)
    await chat.tap("Undo")
    [interview] = (await chat.work()).all(Interview)
    assert len(interview.people) == 1
    await door(chat, f"person:remove:{interview.people[0]}")
    chat.expect("Taken off: Ines (ward manager). What was said stays.")
    work = await chat.work()
    assert ([i.people for i in work.all(Interview)], work.all(Person)) == ([()], [])
    await door(chat, f"person:open:{interview.people[0]}")
    chat.expect("I can't find that person any more.")


@pytest.mark.capability("D3")
async def test_d3_sixty_people_with_long_names_fit_one_message(chat: Chat, acorn: Acorn) -> None:
    await knows(chat, *(Person(job_id=acorn.job.id, name=LONG, title=LONG, audience="M") for _ in range(60)))
    await door(chat, f"person:list:{acorn.job.id}")
    assert len(chat.text) <= 4096
    assert len(chat.labels()) <= 100
    await chat.tap("12")
    chat.expect(LONG)

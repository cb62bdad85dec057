"""Nothing that was not asked is ever dropped: random stories of talks, answers and what the user does with a question."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

import content
from bot.core import ledger, questions
from bot.core.model import Answer, Interview, Person, Priority, Question

CONTENT = content.load()
TOPICS = list(CONTENT.topics)
START = datetime(2026, 11, 24, 9, tzinfo=UTC)
DONE = ("answered", "waived", "parked")

opened = st.builds(
    Question,
    job_id=st.sampled_from(["A", ""]),
    topic=st.sampled_from(TOPICS),
    starred=st.booleans(),
    origin=st.sampled_from(["bank", "worry", "priority", "belief"]),
    audience=st.sampled_from(["", *"RMPXH"]),
)
own = st.builds(
    Question,
    job_id=st.just("A"),
    text=st.just("Who signs?"),
    origin=st.just("own"),
    audience=st.sampled_from(["", *"RMPXH"]),
)
wanted = st.lists(st.sampled_from(list(CONTENT.priorities)), unique=True, max_size=4)
# One talk: its round, who is met, and what becomes of the questions of its list (index, what happened).
talks = st.lists(
    st.tuples(
        st.sampled_from([*"s12f", ""]),
        st.lists(st.sampled_from("RMPXH"), max_size=2),
        st.lists(st.sampled_from(["unasked", "concrete", "vague", "none", "waived", "parked"]), min_size=5, max_size=5),
    ),
    max_size=4,
)


@dataclass
class Story:
    """One job: every question that was ever opened, every talk, every answer."""

    rows: list[Question]
    wants: list[Priority]
    answers: list[Answer] = field(default_factory=list)
    over: list[str] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)

    def plan(self, interview: Interview, people: list[Person]) -> questions.Plan:
        return questions.choose(
            topics=CONTENT.topics,
            priorities=self.wants,
            questions=self.rows,
            interview=interview,
            people=people,
            answers=self.answers,
            over=self.over,
        )

    def talk(self, number: int, round: str, met: list[str], fates: list[str]) -> None:
        people = [Person(id=f"p{number}{n}", job_id="A", audience=who) for n, who in enumerate(met)]
        self.people |= {person.id: person for person in people}
        interview = _talk(number, round)
        by_id = {q.id: q for q in self.rows}
        for ask, fate in zip(self.plan(interview, people).asks, fates, strict=False):
            question = by_id.get(ask.question_id or "")
            if question is None:
                question = Question(job_id="A", topic=ask.topic_id, bank=ask.bank)
                self.rows.append(question)
            self._becomes(question, fate, interview, people)
        self.over.append(interview.id)

    def _becomes(self, question: Question, fate: str, interview: Interview, people: list[Person]) -> None:
        if fate in ("waived", "parked"):
            question.state = fate
        elif fate == "unasked":
            question.state, question.interview_id = "planned", interview.id  # planned there, and nobody asked it
        else:
            person = people[0].id if people else ""
            answer = Answer(
                question_id=question.id, person_id=person, interview_id=interview.id, note="x", verdict=fate
            )
            self.answers.append(answer)
            settled = ledger.settles(question, answer, self.people.get(person), CONTENT.topics, self.wants)
            question.state = "answered" if settled else "open"


def _talk(number: int, round: str) -> Interview:
    start = START + timedelta(days=number)
    return Interview(
        id=f"i{number}", job_id="A", local=start.replace(tzinfo=None), zone="UTC", start=start, round=round
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(opened, own), max_size=8, unique_by=lambda q: q.topic or q.id), wanted, talks)
def test_every_open_question_stays_on_the_list_and_comes_with_the_offer_at_the_latest(
    rows: list[Question], wants: list[str], story: list[tuple[str, list[str], list[str]]]
) -> None:
    told = Story(rows, [Priority(topic=topic, rank=n) for n, topic in enumerate(wants, 1)])
    for number, (round, met, fates) in enumerate(story):
        told.talk(number, round, met, fates)
        still = {q.id for q in ledger.still_to_ask(told.rows, "A")}
        assert still == {q.id for q in told.rows if q.state not in DONE}
    offer = told.plan(_talk(9, "o"), [])
    planned = {ask.question_id for ask in offer.asks} | {ask.topic_id for ask in offer.asks if ask.topic_id}
    times = {id: [a.verdict for a in told.answers if a.question_id == id] for id in {q.id for q in told.rows}}
    for question in ledger.still_to_ask(told.rows, "A"):
        if not times[question.id]:  # never asked of anybody
            assert question.id in planned or question.topic in planned, question


@settings(max_examples=40, deadline=None)
@given(opened.filter(lambda q: q.job_id == "A"), st.sampled_from("12f"))
def test_what_is_starred_and_was_missed_is_on_the_very_next_list_where_somebody_can_answer_it(
    question: Question, later: str
) -> None:
    topic = CONTENT.topics[question.topic]
    question.starred = True
    told = Story([question], [])
    missed = any(r in topic.rounds for r in questions.ROUNDS[: questions.ROUNDS.index(later)])
    person = Person(id="p", job_id="A", audience=topic.questions[0].audience[0])
    asks = told.plan(_talk(1, later), [person]).asks
    assert asks[0].question_id == question.id or not (missed or later in topic.rounds)


def test_a_priority_that_changes_changes_the_plan() -> None:
    plans = {}
    for topic in ("PAY", "BOSS", "PLACE"):
        told = Story([], [Priority(topic=topic, rank=1)])
        plans[topic] = [
            ask.topic_id for ask in told.plan(_talk(1, "1"), [Person(id="p", job_id="A", audience="M")]).asks
        ]
    assert len({tuple(plan) for plan in plans.values()}) == 3

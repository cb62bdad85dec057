"""The list of questions for one interview: chosen by the core, changed by the user, kept as planned questions."""

from __future__ import annotations

import dataclasses
from typing import Any

from bot.core import questions as core
from bot.core.model import Answer, Interview, Priority, Question
from bot.core.packs import packs_for
from bot.core.record import new_id
from bot.core.wants import inside
from bot.telegram.texts import Html, join
from bot.telegram.turn import Turn
from content import Topic
from handlers.asking import wording
from handlers.common import job_of, job_words, numbered, people_of, person_words, short, when_words

MOST = 5
MOST_NAME = 40  # characters of an own question where it is only named

Item = list[Any]  # [topic id, bank id, question id or None]: one place of a list, as it is kept in a draft


def planned(turn: Turn, interview: Interview) -> list[Question]:
    """The list that the user has settled, in its order."""
    rows = [q for q in turn.work.all(Question) if q.interview_id == interview.id and q.rank]
    return sorted(rows, key=lambda q: q.rank)


def items(turn: Turn, interview: Interview) -> list[Item]:
    """The settled list, or the core's choice where there is none."""
    settled = planned(turn, interview)
    if settled:
        return [[q.topic, q.bank, q.id] for q in settled]
    return [[ask.topic_id, ask.bank, ask.question_id] for ask in _choose(turn, interview).asks]


def held(turn: Turn, interview: Interview) -> list[Html]:
    """What does not fit this round or these people, with when it comes back: at most three."""
    rows = {q.id: q for q in turn.work.all(Question)}
    wanted = {p.topic for p in turn.work.all(Priority)}
    topics, lines = turn.content.topics, []
    for found in _choose(turn, interview).held:
        topic = topics.get(found.topic_id)
        if found.question_id or (topic and wanted & set(topic.priorities[:1])):
            name = topic.name if topic else short(rows[found.question_id or ""].text, MOST_NAME)
            lines.append(turn.t("prepare.held_line", name=name, when=turn.t(f"prepare.{found.reason}_{found.returns}")))
    return lines[:3]


def _choose(turn: Turn, interview: Interview, without: frozenset[str] = frozenset()) -> core.Plan:
    """The core's choice; ``without`` names topics and own questions that are not wanted on the list."""
    over = [i.id for i in turn.work.all(Interview) if i.job_id == interview.job_id and i.start < interview.start]
    return core.choose(
        topics={id: topic for id, topic in turn.content.topics.items() if id not in without},
        priorities=turn.work.all(Priority),
        questions=[q for q in turn.work.all(Question) if not {q.topic or q.id, q.id} & without],
        interview=interview,
        people=people_of(turn, interview),
        answers=turn.work.all(Answer),
        over=over,
        packs=packs_for(job_of(turn, interview).role, turn.content),
        limit=MOST,
    )


def next_best(turn: Turn, interview: Interview, taken: list[Item], refused: list[str]) -> Item | None:
    """The best question that is neither on the list nor was swapped away."""
    asks = _choose(turn, interview, frozenset({*(key(item) for item in taken), *refused})).asks
    return [asks[0].topic_id, asks[0].bank, asks[0].question_id] if asks else None


def key(item: Item) -> str:
    """What tells two items apart: the topic, or the own question."""
    return str(item[0] or item[2])


def item_words(turn: Turn, item: Item, interview: Interview, tone: str) -> str:
    """The question as it would be said to who is met there; of several people to the first one it is meant for."""
    there = [p.audience for p in people_of(turn, interview) if p.audience]
    named = turn.content.question(item[1])
    met = next((audience for audience in there if named and audience in named.audience), next(iter(there), ""))
    question = turn.work.get(Question, item[2]) if item[2] else None
    if question is not None and question.text:
        return question.text
    return core.bank_wording(item[1] or item[0], turn.content, tone, met)


def settle(turn: Turn, interview: Interview, chosen: list[Item]) -> None:
    """The list becomes planned questions; what is no longer on it is open again."""
    release(turn, interview)
    there = [item for item in chosen if item[0] or turn.work.get(Question, item[2] or "")]  # the user's own may be gone
    for rank, (topic, bank, question_id) in enumerate(there, 1):
        question = turn.work.get(Question, question_id) if question_id else None
        if question is not None and not question.job_id and interview.job_id:
            # One that is meant for every employer stays open for the others: this one gets its own.
            question = _for_job(turn, question, interview.job_id)
        if question is None:
            fits = (turn.content.question(bank) or turn.content.topics[topic].questions[0]).audience
            audience = next((p.audience for p in people_of(turn, interview) if p.audience in fits), fits[0])
            question = Question(topic=topic, bank=bank, job_id=interview.job_id, audience=audience, created_at=turn.now)
            turn.work.add(question)
        question.bank = bank or question.bank  # as the list words it: another form, or the follow-up of a vague answer
        question.state, question.interview_id, question.rank = "planned", interview.id, rank


def _for_job(turn: Turn, question: Question, job_id: str) -> Question:
    """The job's own copy of a general question."""
    for known in turn.work.all(Question):
        if known.job_id == job_id and (known.topic, known.text) == (question.topic, question.text):
            return known
    copy = dataclasses.replace(question, id=new_id(), job_id=job_id, created_at=turn.now)
    return turn.work.add(copy)


def release(turn: Turn, interview: Interview) -> list[Question]:
    """The interview's list is over: what was planned is open again. Returns what was on it."""
    listed = planned(turn, interview)
    for question in listed:
        question.state = "open" if question.state == "planned" else question.state
        question.interview_id, question.rank = "", 0
    return listed


def list_text(turn: Turn, interview: Interview, chosen: list[Item], tone: str) -> Html:
    """The list as one message: when, the questions best first, the line to open with, whom one sees."""
    t = turn.t
    words = [item_words(turn, item, interview, tone) for item in chosen]
    job = job_words(turn, job_of(turn, interview))
    head = t("prepare.list", when=when_words(turn, interview), job=job, count=len(words), questions=numbered(words))
    later, homework = held(turn, interview), [inside(topic.name) for topic in to_look_up(turn, chosen)]
    return join(
        [
            head,
            lead(turn, interview),
            seeing(turn, interview),
            t("prepare.held", names=join(later, ", ")) if later else Html(""),
            t("prepare.homework", names=", ".join(homework)) if homework else Html(""),
        ],
        "\n",
    )


def to_look_up(turn: Turn, chosen: list[Item]) -> list[Topic]:
    """The topics of the list about which something can be found without asking: homework, two at most."""
    rows = [turn.content.topics[item[0]] for item in chosen if item[0] in turn.content.topics]
    return [topic for topic in rows if topic.research][:2]


def behind(turn: Turn, interview: Interview) -> Html:
    """Of each question on the list: why they will respect it, where it is risky, what to look up first."""
    t, parts = turn.t, []
    rows = items(turn, interview)
    for number, item in enumerate(rows, 1):
        topic, made = turn.content.topics.get(item[0]), turn.content.question(item[1])
        risk = (made and made.risk) or (topic.risk if topic else None)
        lines = [
            t("prepare.behind_line", number=number, question=item_words(turn, item, interview, turn.user.tone)),
            t("questions.page_why", why=topic.why) if topic else Html(""),
            t("questions.page_risk", risk=risk) if risk else Html(""),
            t("questions.page_research", research=topic.research) if topic and topic.research else Html(""),
        ]
        parts.append(join(lines, "\n"))
    return join([t("prepare.behind", count=len(rows)), *parts])


def lead(turn: Turn, interview: Interview) -> Html:
    """The line to open with; of several people nobody knows who will ask."""
    people = people_of(turn, interview)
    person = people[0].name or people[0].title if len(people) == 1 else ""
    return turn.t("prepare.lead_person", person=person) if person else turn.t("prepare.lead")


def seeing(turn: Turn, interview: Interview) -> Html:
    people = ", ".join(person_words(p.name, p.title) for p in people_of(turn, interview))
    return turn.t("prepare.seeing", people=people) if people else Html("")


def planned_words(turn: Turn, question: Question, interview: Interview) -> str:
    """A planned question as it would be said there."""
    return item_words(turn, [question.topic, question.bank, question.id], interview, turn.user.tone) or wording(
        turn, question
    )

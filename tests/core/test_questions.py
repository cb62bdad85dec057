"""The choice of questions for an interview: order, limits, who and when, and what is never asked twice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms import for_call, forms, reworded
from bot.core.model import Answer, Interview, Person, Priority, Question
from bot.core.questions import (
    Plan,
    audiences,
    bank_wording,
    choose,
    most_important_vague,
    wording,
)
from content import Content, Topic

START = datetime(2026, 12, 3, 14, tzinfo=UTC)
PRIORITIES = ("WORK", "PAY", "TIME", "LEARN", "TEAM")


def topic(name: str, wants: str, rounds: str, *asked: str, core: bool = False) -> Topic:
    question = [
        {"audience": list(who), "form": "plain", "soft": f"soft {name} {who}?", "direct": f"direct {name} {who}?"}
        | {"id": f"{name}.{n}"}
        for n, who in enumerate(asked, 1)
    ]
    return Topic.model_validate(
        {
            "id": name, "name": name, "priorities": wants.split(), "rounds": list(rounds), "offer_topics": [],
            "core": core, "hears": [f"{name} {n}" for n in range(8)], "why": "because", "question": question,
            "follow_up": f"last time {name}?",
        }
    )  # fmt: skip


TOPICS = {
    t.id: t
    for t in (
        topic("days", "WORK", "s12", "RM", "P", core=True),
        topic("measure", "WORK", "12f", "M", core=True),
        topic("first_months", "LEARN", "12", "M", core=True),
        topic("training", "LEARN", "12o", "MP", "H"),
        topic("hours", "TIME", "12o", "M", "P", "P"),
        topic("shifts", "TIME", "s1o", "RMH"),
        topic("range", "PAY", "so", "RH"),
        topic("team", "TEAM", "s12", "RM", "P"),
        topic("money", "SAFE", "2f", "X"),
    )
}
BANK = Content(priorities={}, topics=TOPICS, offer_topics={}, texts={})


def interview(stage: str = "1") -> Interview:
    local = START.replace(tzinfo=None)
    return Interview(id="NOW", job_id="JOB", local=local, zone="UTC", start=START, round=stage)


def person(name: str, audience: str) -> Person:
    return Person(id=name, job_id="JOB", name=name, audience=audience)


def question(topic: str, **more: object) -> Question:
    bank = "" if more.get("text") or not topic else f"{topic}.1"
    values = {"id": f"Q-{topic}", "job_id": "JOB", "topic": topic, "bank": bank} | more
    return Question(**values)  # type: ignore[arg-type]


def plan(
    *,
    wants: tuple[str, ...] = (),
    questions: tuple[Question, ...] = (),
    answers: tuple[Answer, ...] = (),
    people: tuple[Person, ...] = (),
    stage: str = "1",
    over: tuple[str, ...] = (),
    limit: int = 5,
) -> Plan:
    priorities = [Priority(topic=want, rank=n) for n, want in enumerate(wants, 1)]
    return choose(
        topics=TOPICS, priorities=priorities, questions=questions, interview=interview(stage), people=people,
        answers=answers, over=over, limit=limit,
    )  # fmt: skip


def whys(got: Plan) -> list[tuple[str, str]]:
    return [(ask.topic_id, ask.why) for ask in got.asks]


def banks(got: Plan) -> list[str]:
    return [ask.bank for ask in got.asks]


def test_starred_then_vague_then_own_then_priorities_then_core() -> None:
    got = plan(
        wants=("TIME",),
        questions=(
            question("first_months"),
            question("", id="Q-own", text="Who keeps the keys?", origin="own"),
            question("training"),
            question("team", starred=True),
        ),
        answers=(Answer(question_id="Q-training", verdict="vague", person_id="SOMEBODY"),),
    )
    assert whys(got) == [
        ("team", "starred"), ("training", "vague"), ("", "own"), ("hours", "priority:TIME"), ("days", "core"),
    ]  # fmt: skip


def test_priorities_go_by_rank_and_changing_one_changes_the_plan() -> None:
    assert whys(plan(wants=("TEAM", "TIME")))[:2] == [("team", "priority:TEAM"), ("hours", "priority:TIME")]
    assert whys(plan(wants=("TIME", "TEAM")))[:2] == [("hours", "priority:TIME"), ("team", "priority:TEAM")]


def test_with_nothing_known_the_core_set_is_asked() -> None:
    assert whys(plan()) == [("days", "core"), ("measure", "core"), ("first_months", "core")]


def test_a_thin_round_is_filled_up_to_three() -> None:
    assert whys(plan(stage="s")) == [("days", "core"), ("shifts", "usual"), ("range", "usual")]


def test_a_second_topic_of_a_priority_comes_after_the_core_set() -> None:
    got = whys(plan(wants=("TIME",)))
    assert got[0] == ("hours", "priority:TIME")
    assert got[-1] == ("shifts", "priority:TIME")


def test_a_carried_question_comes_after_the_core_set() -> None:
    waiting = question("team", state="planned", interview_id="BEFORE")
    assert whys(plan(questions=(waiting,), over=("BEFORE",)))[-1] == ("team", "carried")


def test_what_another_coming_interview_asks_is_left_to_it() -> None:
    waiting = question("team", state="planned", interview_id="NEXT")
    assert "team" not in dict(whys(plan(wants=("TEAM",), questions=(waiting,))))


def test_a_question_planned_for_this_interview_stays_a_candidate() -> None:
    mine = question("team", state="planned", interview_id="NOW", starred=True)
    assert whys(plan(questions=(mine,)))[0] == ("team", "starred")


@pytest.mark.parametrize("state", ["answered", "waived", "parked"])
def test_closed_questions_close_their_topic(state: str) -> None:
    got = plan(wants=("TIME",), questions=(question("hours", state=state),))
    assert "hours" not in dict(whys(got))


def test_questions_of_another_job_do_not_matter() -> None:
    other = question("hours", state="answered", job_id="OTHER")
    assert "hours" in dict(whys(plan(wants=("TIME",), questions=(other,))))


def test_round_holds_back_and_says_when_it_returns() -> None:
    got = plan(wants=("PAY",), questions=(question("range"),))
    assert "range" not in dict(whys(got))
    (held,) = got.held
    assert (held.topic_id, held.question_id, held.reason, held.returns) == ("range", "Q-range", "round", "o")


def test_what_was_starred_or_planned_and_missed_does_not_wait_for_the_offer() -> None:
    for more in ({"starred": True}, {"state": "planned", "interview_id": "OLD"}):
        assert "range" in dict(
            whys(plan(stage="1", questions=(question("range", **more),), people=(person("B", "R"),), over=("OLD",)))
        )


def test_what_is_to_be_settled_with_the_offer_waits_for_it() -> None:
    mine = question("", id="Q-own", text="What can we write down?", origin="priority", facet="shape", audience="M")
    got = plan(questions=(mine,))
    assert [(h.question_id, h.reason, h.returns) for h in got.held] == [("Q-own", "round", "o")]
    assert "Q-own" in [ask.question_id for ask in plan(stage="o", questions=(mine,)).asks]


def test_other_forms_are_the_banks_and_the_chosen_one_says_whom_to_ask() -> None:
    mine = question("hours", audience="M")
    rows = forms(mine, BANK)
    assert [made.id for made in rows] == ["hours.1", "hours.2", "hours.3"]
    reworded(mine, rows[1])
    assert (mine.bank, mine.audience) == ("hours.2", "P")
    reworded(mine, rows[2])
    assert (mine.bank, mine.audience) == ("hours.3", "P")
    assert forms(question("hours", text="How long?"), BANK) == []
    assert forms(question("nothing"), BANK) == []


def test_the_call_gets_a_question_for_who_calls_or_another_form() -> None:
    assert for_call(TOPICS["training"]).id == "training.2"
    assert for_call(TOPICS["hours"]).id == "hours.2"
    assert for_call(TOPICS["money"]).id == "money.1"


def test_a_round_that_was_missed_is_not_a_reason_to_hold() -> None:
    assert "team" in dict(whys(plan(stage="f", questions=(question("team"),))))


def test_person_holds_back_and_says_who_could_answer() -> None:
    got = plan(stage="2", questions=(question("money"),), people=(person("ANNA", "M"),))
    assert [(h.topic_id, h.reason, h.returns) for h in got.held] == [("money", "person", "X")]


def test_own_words_for_one_audience_wait_for_it() -> None:
    mine = question("", id="Q-own", text="Who signs?", origin="own", audience="H")
    got = plan(questions=(mine,))
    assert [(h.question_id, h.reason, h.returns) for h in got.held] == [("Q-own", "person", "H")]
    assert plan(questions=(mine,), people=(person("BOB", "H"),)).asks[0].question_id == "Q-own"


def test_the_question_is_chosen_for_the_person_met() -> None:
    assert banks(plan(wants=("TIME",), people=(person("KIM", "P"),)))[0] == "hours.2"


@pytest.mark.parametrize("stage, who", [("s", "R"), ("", "M"), ("2", "M"), ("f", "M"), ("o", "H")])
def test_with_nobody_known_the_usual_person_is_assumed(stage: str, who: str) -> None:
    assert audiences(interview(stage), []) == {who}
    assert audiences(interview(stage), [person("SOMEBODY", "")]) == {who}


def test_nobody_hears_the_same_question_twice() -> None:
    anna = person("ANNA", "M")
    asked = Answer(question_id="Q-hours", person_id="ANNA", verdict="none")
    got = plan(wants=("TIME",), questions=(question("hours"),), answers=(asked,), people=(anna,))
    assert "hours" not in dict(whys(got))


def test_another_person_hears_it_in_other_words() -> None:
    asked = Answer(question_id="Q-hours", person_id="ANNA", verdict="none")
    kim = person("KIM", "P")
    got = plan(questions=(question("hours", bank="hours.2", starred=True),), answers=(asked,), people=(kim,))
    assert banks(got)[0] == "hours.3"


def test_a_vague_answer_earns_one_follow_up_from_the_same_person() -> None:
    anna = person("ANNA", "M")
    asked = Answer(question_id="Q-hours", person_id="ANNA", verdict="vague")
    once = plan(questions=(question("hours"),), answers=(asked,), people=(anna,))
    assert (once.asks[0].bank, once.asks[0].why) == ("hours.0", "vague")
    twice = plan(questions=(question("hours"),), answers=(asked, asked), people=(anna,))
    assert "hours" not in dict(whys(twice))


def test_own_words_asked_once_come_back_only_with_a_star() -> None:
    asked = Answer(question_id="Q-own", person_id="ANNA", verdict="none")
    for starred in (False, True):
        mine = question("", id="Q-own", text="Who signs?", origin="own", starred=starred)
        got = plan(questions=(mine,), answers=(asked,), people=(person("BOB", "M"),))
        assert ("Q-own" in [a.question_id for a in got.asks]) is starred


def test_at_the_offer_nothing_is_held_and_nothing_is_cut() -> None:
    names = ("days", "measure", "first_months", "hours", "team", "money", "range")
    got = plan(stage="o", wants=("LEARN",), questions=tuple(question(name) for name in names))
    assert {*names, "training"} >= set(dict(whys(got))) >= set(names)
    assert got.held == ()


topics = st.sampled_from(sorted(TOPICS))
records = st.builds(
    question, topics,
    starred=st.booleans(),
    state=st.sampled_from(["open", "open", "planned", "answered", "waived", "parked"]),
    interview_id=st.sampled_from(["", "NOW", "BEFORE"]),
)  # fmt: skip
verdicts = st.builds(
    Answer,
    question_id=topics.map("Q-{}".format),
    person_id=st.sampled_from(["A", "B", ""]),
    verdict=st.sampled_from(["", "vague", "none"]),
)
people = st.lists(
    st.builds(person, st.sampled_from("AB"), st.sampled_from(["R", "M", "P", "X", "H", ""])),
    max_size=2, unique_by=lambda p: p.id,
)  # fmt: skip


@given(
    wants=st.lists(st.sampled_from(PRIORITIES), max_size=4, unique=True),
    questions=st.lists(records, max_size=9, unique_by=lambda q: q.topic),
    answers=st.lists(verdicts, max_size=4),
    people=people,
    stage=st.sampled_from(["", "s", "1", "2", "f", "o"]),
    limit=st.integers(1, 5),
)
def test_any_plan_keeps_its_promises(
    wants: list[str],
    questions: list[Question],
    answers: list[Answer],
    people: list[Person],
    stage: str,
    limit: int,
) -> None:
    got = plan(
        wants=tuple(wants), questions=tuple(questions), answers=tuple(answers), people=tuple(people), stage=stage,
        limit=limit,
    )  # fmt: skip
    names = [ask.topic_id for ask in got.asks]
    assert len(names) == len(set(names))
    assert stage == "o" or len(names) <= limit
    states = {q.id: q.state for q in questions}
    assert all(states.get(ask.question_id or "", "open") in ("open", "planned") for ask in got.asks)
    assert not set(names) & {held.topic_id for held in got.held}
    first = [ask.why == "starred" for ask in got.asks]
    assert first == sorted(first, reverse=True)
    assert got == plan(
        wants=tuple(wants), questions=tuple(questions), answers=tuple(answers), people=tuple(people), stage=stage,
        limit=limit,
    )  # fmt: skip


@given(starred=st.lists(st.sampled_from(["days", "measure", "hours", "training", "team"]), unique=True))
def test_starred_ones_are_always_there_where_they_fit(starred: list[str]) -> None:
    got = plan(wants=PRIORITIES, questions=tuple(question(name, starred=True) for name in starred))
    assert [ask.topic_id for ask in got.asks][: len(starred)] == starred


@given(st.permutations(PRIORITIES).map(lambda p: tuple(p[:2])), st.sampled_from(["s", "1", "2", "f"]))
def test_dropping_a_priority_changes_what_is_asked_or_held(wants: tuple[str, ...], stage: str) -> None:
    full = plan(wants=wants, stage=stage)
    assert full != plan(wants=wants[1:], stage=stage)


@pytest.mark.parametrize(
    "mine, tone, audience, text",
    [
        (question("hours"), "soft", "M", "soft hours M?"),
        (question("hours"), "direct", "P", "direct hours P?"),
        (question("hours", bank="hours.3"), "soft", "P", "soft hours P?"),
        (question("hours", bank="hours.0"), "soft", "M", "last time hours?"),
        (question("hours", bank=""), "soft", "", "soft hours M?"),
        (question("hours"), "soft", "X", "soft hours M?"),
        (question("", text="Who signs?"), "direct", "M", "Who signs?"),
        (question("gone"), "soft", "M", ""),
    ],
)
def test_wording(mine: Question, tone: str, audience: str, text: str) -> None:
    assert wording(mine, BANK, tone, audience) == text


def test_a_bank_id_has_words_of_its_own() -> None:
    assert bank_wording("team.2", BANK, "direct") == "direct team P?"


def vague_of(*names: str, starred: str = "", wants: tuple[str, ...] = ()) -> str | None:
    found = most_important_vague(
        topics=TOPICS,
        priorities=[Priority(topic=want, rank=n) for n, want in enumerate(wants, 1)],
        questions=[question(name, starred=name == starred) for name in names] + [question("team", state="waived")],
        answers=[Answer(question_id=f"Q-{n}", interview_id="NOW", verdict="vague") for n in (*names, "team")]
        + [Answer(question_id="Q-days", interview_id="BEFORE", verdict="vague")],
        interview_id="NOW",
    )
    return found[0].topic if found else None


def test_the_vague_answer_that_matters_most() -> None:
    assert vague_of("hours", "training", starred="training", wants=("TIME",)) == "training"
    assert vague_of("training", "hours", wants=("TIME", "LEARN")) == "hours"
    assert vague_of("hours", "measure") == "measure"
    assert vague_of() is None

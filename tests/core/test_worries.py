"""Worries split by clause: which topics they touch, which nobody can answer, and that nothing is lost.

Expected are the topics in order, "-" for a fear that nobody can answer; "a/b": either will do. Only TUNED may be
looked at while the splitting is worked on.
"""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.worries import Fear, is_told, pick, split, to_disappoint
from content import load

CONTENT = load()

TUNED = [
    ("I'm afraid they will find out I never led a team", "my_gaps"),
    ("What if the boss shouts? I can't afford less than 2000 a month.", "mistakes base_pay"),
    ("I'm scared, because I have no experience with lathes and nobody will show me", "my_gaps first_weeks"),
    ("They will hate my face", "-"),
    ("With my luck the firm goes bankrupt", "money_behind"),
    ("I worry about night shifts, about the long drive and about being too old for the team",
     "shifts place the_team/fairness"),
    ("I have an interview on Monday. I doubt I can keep up with the pace there.",
     "first_three_months/planning/hours_and_load/training"),
    ("the economy is bad and they might cut jobs", "- job_cuts"),
    ("The last three people left after a year, so I wonder what is wrong there", "turnover"),
    ("My kids are small, I need to leave on time", "hours_and_load"),
    ("I'm just unlucky", "-"),
    ("They only want me for the migration and then drop me", "my_skills job_cuts/people_helped"),
    ("afraid of micromanagement", "how_led/freedom"),
    ("What if I make a mistake and harm a patient", "mistakes"),
    ("They were vague about the bonus and there was nothing about training", "bonus training"),
    ("I am nervous", "-"),
    ("I speak with an accent, my English is weak, people may laugh", "fairness my_gaps -"),
    ("Most of all I fear burnout. Also the pay is low.", "support_when_hard base_pay"),
    ("I'm pregnant and don't know whether they will hire me", "leave_taken/fairness next_steps"),
    ("The contract is only for six months", "contract"),
    ("Will I ever be promoted there, or is it a dead end?", "promotion"),
    ("Thirty kids in one class and I would be alone with them", "caseload"),
]  # fmt: skip

HELD = [
    ("I'm scared that I can't do the wiring without help", "my_gaps"),
    ("What if my colleagues bully me? And I can't work weekends.", "the_team shifts"),
    ("I'm worried, since I have never used that software and everyone expects me to be fast",
     "my_gaps first_three_months"),
    ("People will not like my face anyway", "-"),
    ("with my luck there will be a hiring freeze", "job_cuts"),
    ("I fear the overtime, the commute and being the oldest", "hours_and_load place the_team/fairness"),
    ("The trial shift is on Friday. I'm not sure I'm good enough for the kitchen.", "my_gaps/contract"),
    ("a recession may come and the firm has lost its funding", "- money_behind"),
    ("So many quit last year, something is off", "turnover"),
    ("I'm a single mother and the school run is at eight", "hours_and_load"),
    ("bad things always happen to me", "-"),
    ("They hire me because I know the old system and nobody asks what I want to learn", "my_skills training"),
    ("scared of a boss who is never there", "how_led"),
    ("What if something breaks and they blame me", "mistakes"),
    ("Nobody told me about holidays and the pension", "leave_taken/shifts benefits"),
    ("I'm so scared", "-"),
    ("I have a gap in my cv and my old boss may say bad things", "my_gaps/conditions conditions/likes_and_dislikes"),
    ("The biggest fear is that I get stuck there. Then there is the stress.", "promotion support_when_hard"),
    ("My visa runs out in May and I doubt they sponsor", "conditions"),
    ("It is a temp job through an agency", "contract"),
    ("Is there room to grow or will I do the same job for years", "promotion"),
    ("twelve patients each on nights, understaffed", "caseload"),
]  # fmt: skip


def fits(text: str, expected: str) -> bool:
    found = [fear.topic_id or "-" for fear in split(text, CONTENT)]
    wanted = expected.split()
    return len(found) == len(wanted) and all(f in w.split("/") for f, w in zip(found, wanted, strict=True))


@pytest.mark.parametrize("text, expected", TUNED)
def test_tuned_worries(text: str, expected: str) -> None:
    assert fits(text, expected), split(text, CONTENT)


def test_worries_held_out() -> None:
    wrong = [(text, split(text, CONTENT)) for text, expected in HELD if not fits(text, expected)]
    assert len(wrong) <= len(HELD) * 0.25, wrong


def test_the_words_are_kept_and_one_topic_is_one_fear() -> None:
    fears = split("The pay is low. The boss shouts, and the salary is never on time.", CONTENT)
    assert [f.topic_id for f in fears] == ["base_pay", "mistakes"]
    assert fears[0].words == "The pay is low; the salary is never on time"


def test_a_clause_that_says_nothing_stays_with_its_fear() -> None:
    (fear,) = split("The boss shouts, and so on and so forth", CONTENT)
    assert fear.words == "The boss shouts, and so on and so forth"


def test_a_plain_statement_is_no_fear() -> None:
    assert split("It is Tuesday. I like blue.", CONTENT) == []


def test_pick_takes_three_that_can_be_asked_about_stressed_ones_first() -> None:
    text = (
        "They will hate my face. The pay is low. I worry about night shifts. The contract is temporary. "
        "Most of all I fear that nobody will show me anything."
    )
    fears = split(text, CONTENT)
    picked = pick(fears, CONTENT)
    assert len(picked) == 3
    assert picked[0].topic_id == "first_weeks"
    assert None not in {fear.topic_id for fear in picked}
    assert pick([Fear(None, "luck")], CONTENT) == []


def test_of_course_is_not_about_courses() -> None:
    assert split("of course", CONTENT) == []
    assert [fear.topic_id for fear in split("the courses", CONTENT)] == ["training"]


# What the words of topics alone get wrong: any of the topics will do, "" where there is no question at all.
RULED = [
    ("the head nurse shouts at people", "how_led disagreement mistakes"),
    ("they find out I had burnout", "support_when_hard -"),
    ("my little one when I work late", "shifts hours_and_load"),
    ("I hope they pick me", ""),
    ("why would they want me", ""),
    ("commute", "place"),
    ("the commute is long", "place"),
    ("I'm scared of the commute", "place"),
    ("they will notice my depression", "support_when_hard -"),
    ("find out I am ill", "support_when_hard -"),
    ("who watches my baby when I do the late turn", "shifts hours_and_load"),
    ("the chef yells", "how_led disagreement mistakes"),
]  # fmt: skip
RULED_HELD = [
    ("the owner screams at waiters", "how_led disagreement mistakes"),
    ("they will discover my depression", "support_when_hard -"),
    ("who picks up my daughter when I work late", "hours_and_load shifts"),
    ("I hope they choose me", ""),
    ("why should they take me", ""),
    ("the drive there takes ninety minutes", "place"),
    ("what if they learn that I was in a clinic for anxiety", "support_when_hard -"),
    ("my son is alone when I am on lates", "hours_and_load shifts"),
    ("the kitchen chef yells all day", "how_led disagreement mistakes"),
    ("they might notice my epilepsy", "support_when_hard -"),
    ("my twins are home alone during my night shift", "shifts hours_and_load"),
    ("hoping they select me", ""),
    ("it is a long commute", "place"),
    ("my supervisor snaps at everybody", "how_led disagreement mistakes"),
]  # fmt: skip


def settles(text: str, expected: str) -> bool:
    fears = split(text, CONTENT)
    if not expected:
        return pick(fears, CONTENT) == []
    return bool(fears) and all((fear.topic_id or "-") in expected.split() for fear in fears)


@pytest.mark.parametrize("text, expected", RULED)
def test_a_rule_outweighs_the_words_of_a_topic(text: str, expected: str) -> None:
    assert settles(text, expected), split(text, CONTENT)


def test_rules_held_out() -> None:
    wrong = [(text, split(text, CONTENT)) for text, expected in RULED_HELD if not settles(text, expected)]
    assert len(wrong) <= 1, wrong


def test_i_will_is_not_ill() -> None:
    assert "support_when_hard" not in [fear.topic_id for fear in split("they notice that I'll be slow", CONTENT)]


@pytest.mark.parametrize("text", ["a, " * 14_000, "I fear. " * 5_000, "my kid, the boss and the pay. " * 1_400])
def test_a_flood_of_clauses_is_split_at_once(text: str) -> None:
    begin = perf_counter()
    split(text, CONTENT)
    assert perf_counter() - begin < 0.3


@given(st.lists(st.sampled_from([text for text, _ in TUNED + HELD]), min_size=1, max_size=6))
def test_no_fear_is_lost_when_worries_come_together(texts: list[str]) -> None:
    together = split("\n".join(texts), CONTENT)
    for text in texts:
        for fear in split(text, CONTENT):
            assert any(f.topic_id == fear.topic_id and fear.words in f.words for f in together)
    topics = [f.topic_id for f in together if f.topic_id]
    assert len(topics) == len(set(topics))


@given(st.text(max_size=200))
def test_any_text_can_be_split(text: str) -> None:
    assert all(fear.words for fear in split(text, CONTENT))


@pytest.mark.parametrize(
    "text, fears",
    [
        ("I'm afraid I will disappoint them", True),
        ("what if I'm too slow in the beginning", True),
        ("I don't want to let my boss down", True),
        ("maybe I am not good enough", True),
        ("I can't live up to it", True),
        ("I was disappointed by the pay", False),
        ("the shifts will be brutal", False),
        ("", False),
    ],
)
def test_the_fear_to_disappoint_is_heard(text: str, fears: bool) -> None:
    assert to_disappoint(text) is fears


@pytest.mark.parametrize(
    "text",
    [
        "scared that I'm too old for them", "at 58 nobody takes you", "what if I am too young to be taken seriously",
        "afraid that my age counts against me", "they want someone younger, I fear", "I'm 61, will they even look at me",
        "the others are half my age and that frightens me", "I'm over fifty and so nervous",
    ],
)  # fmt: skip
def test_a_fear_about_age_asks_who_is_there_and_states_no_gap(text: str) -> None:
    assert [fear.topic_id for fear in split(text, CONTENT)][:1] == ["the_team"]


@pytest.mark.parametrize(
    "text", ["afraid of over 50 patients a night", "I'm 45 minutes late each day", "the machines are too old, I worry"]
)
def test_a_number_or_an_old_machine_is_no_age(text: str) -> None:
    assert "the_team" not in [fear.topic_id for fear in split(text, CONTENT)]


def topics_of(text: str) -> list[str]:
    return [fear.topic_id or "-" for fear in split(text, CONTENT)]


@pytest.mark.parametrize(
    "text, topics",
    [
        ("im scared of the nights, i got a bad knee and cant do every sunday", ["shifts", "equipment"]),
        ("afraid they will not sponsor my visa", ["conditions"]),
        ("my permit runs out in june, worried about sponsorship", ["contract", "conditions"]),
        ("worried they put me only on the phones", ["daily_work"]),
        ("afraid to end up on the till all day", ["daily_work"]),
        ("worried they only keep me on nights", ["shifts"]),
        ("terrified about money and hours", ["base_pay", "hours_and_load"]),
    ],
)
def test_body_papers_and_dull_work_are_fears_of_their_own(text: str, topics: list[str]) -> None:
    assert topics_of(text) == topics


@pytest.mark.parametrize(
    "text", ["terrified about money and hours tbh", "im worried about the shifts", "unpaid overtime"]
)
def test_a_fear_is_told_in_so_many_words(text: str) -> None:
    assert is_told(text, CONTENT)


@pytest.mark.parametrize("text", ["my visa arrived", "i am afraid so", "worried", "heavy lifting is fine with me"])
def test_other_words_tell_no_fear(text: str) -> None:
    assert not is_told(text, CONTENT)

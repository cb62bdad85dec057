"""The packs: ten occupations and driving, each with what decides such a job, worded for those who know it."""

from __future__ import annotations

from collections import Counter

import pytest

import content
from content import Pack

DATA = content.load()
PACKS = list(DATA.packs.values())
OCCUPATIONS = "academia care driving first_job management public_service sales shift software teaching trades"
DECIDES = {
    "care": ("patients", "machines", "break", "night", "registration"),
    "teaching": ("pupils", "cover", "planning", "parent", "mentor"),
    "sales": ("target", "commission", "patch", "discount"),
    "shift": ("rota", "swap", "break", "clock", "sunday"),
    "driving": ("waiting", "vehicle", "route", "fines", "stops"),
    "public_service": ("grade", "files", "frozen", "election"),
    "academia": ("grant", "thesis", "draft", "author"),
    "trades": ("tools", "site", "scaffold", "licence"),
    "first_job": ("stuck", "checks", "beginner", "mistake"),
    "software": ("on-call", "live", "review", "built", "outage"),
    "management": ("hire", "budget", "inherit", "manager before me"),
}
each = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)


def test_there_is_a_pack_for_each_occupation() -> None:
    assert sorted(DATA.packs) == OCCUPATIONS.split()


@each
def test_a_pack_holds_ten_to_sixteen_questions_on_many_topics(pack: Pack) -> None:
    assert 10 <= len(pack.questions) <= 16
    assert len({question.topic for question in pack.questions}) >= 9
    assert max(Counter(question.topic for question in pack.questions).values()) <= 4


@each
def test_a_pack_asks_what_decides_such_a_job(pack: Pack) -> None:
    said = " ".join(f"{question.soft} {question.direct}" for question in pack.questions).lower()
    assert [word for word in DECIDES[pack.id] if word not in said] == []


@each
def test_a_pack_has_questions_for_the_boss_and_for_others(pack: Pack) -> None:
    asked = Counter(question.audience[0] for question in pack.questions)
    assert asked["X" if pack.id == "management" else "M"] >= 3
    assert len(asked) >= 3
    assert sum("P" in question.audience for question in pack.questions) >= 2
    assert len({question.form for question in pack.questions}) >= 3


@each
def test_the_questions_of_a_pack_are_found_by_their_ids(pack: Pack) -> None:
    for question in pack.questions:
        assert question.id.startswith(f"{pack.id}/{question.topic}.")
        assert DATA.question(question.id) is question
        assert question in pack.about(question.topic)
    assert pack.about("no_such_topic") == ()


def test_a_role_word_belongs_to_two_packs_at_most() -> None:
    owners = Counter(phrase for pack in PACKS for phrase in pack.hears)
    assert [phrase for phrase, count in owners.items() if count > 2] == []
    ignored = {phrase for pack in PACKS for phrase in pack.ignores}
    assert ignored & set(owners) == set()


def test_leading_people_goes_before_a_trade_and_a_first_job_after_it() -> None:
    assert {pack.id: pack.rank for pack in PACKS if pack.rank != 2} == {"management": 1, "first_job": 3}


@pytest.mark.parametrize(
    "bank", ["", "x", "x.1", "hours_and_load", "hours_and_load.99", "care/", "x/shifts.1", "care/x.1"]
)
def test_an_id_that_is_not_in_the_bank_has_no_question(bank: str) -> None:
    assert DATA.question(bank) is None


def test_an_id_of_the_bank_has_its_question() -> None:
    assert DATA.question("shifts.1") is DATA.topics["shifts"].questions[0]

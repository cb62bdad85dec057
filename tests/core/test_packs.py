"""Which pack a role hears, and that a plan takes the occupation's questions before the bank's own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import content
from bot.core.model import Answer, Interview, Person, Priority, Question
from bot.core.packs import packs_for
from bot.core.questions import Plan, bank_wording, choose, wording
from content import Pack

DATA = content.load()
START = datetime(2026, 12, 3, 14, tzinfo=UTC)

ROLES = {
    "care": "Staff nurse; night nurse on ward 3; ICU Nurse (RN); healthcare assistant; live-in carer; midwife; paramedic; "
    "physiotherapist; junior doctor; Labour and delivery nurse; care worker; trainee nurse; research nurse",
    "teaching": "nursery teacher; nursery nurse; primary school teacher; Teaching Assistant; maths tutor; nanny; "
    "driving instructor; supply teacher; kindergarten",
    "sales": "account manager; field sales rep; Sales Executive; estate agent; business developer; fundraiser",
    "shift": "warehouse operative; picker/packer; forklift truck operator; barista; line cook; shop assistant; "
    "sales assistant; security guard; call centre agent; hospital cleaner; waitress; cashier",
    "driving": "van driver; HGV driver, nights; bus driver; school bus driver; courier; I drive a taxi; delivery driver",
    "public_service": "police officer; social worker; civil servant; case worker at the town hall; tax inspector",
    "academia": "PhD student; doctoral candidate; postdoc in chemistry; lecturer in history; assistant professor",
    "trades": "electrician; apprentice electrician; plumber; car mechanic; hairdresser; roofer; gas engineer; baker",
    "first_job": "marketing intern; graduate trainee; my first job after school; office junior; internship",
    "software": "Software engineer; senior backend developer; Junior web developer; data scientist; IT support; "
    "Salesforce developer; device driver developer; DevOps; QA tester",
    "management": "ward manager; head teacher; sales manager; Head of Sales; Engineering Manager; store manager; "
    "site manager; team lead, customer support; operations manager; shift supervisor; care home manager; head chef",
}
NO_PACK = (
    "; accountant; architect; translator; journalist; pilot; graphic designer; receptionist; project manager; beekeeper; "
    "product manager; internal auditor; international lawyer; mechanical engineer; property developer; UX researcher; "
    "delivery manager; hospitality consultant; career coach; chief of staff; policy; Acme"
)
BOTH = {
    "ward manager": ("management", "care"),
    "Head of Sales": ("management", "sales"),
    "shift supervisor": ("management", "shift"),
    "apprentice plumber": ("trades", "first_job"),
    "trainee nurse": ("care", "first_job"),
    "forklift truck operator": ("shift", "driving"),
    "night nurse": ("care",),
    "trainee ward manager": ("management", "care"),
}


@pytest.mark.parametrize("pack, role", [(pack, role) for pack, roles in ROLES.items() for role in roles.split("; ")])
def test_a_role_finds_its_pack(pack: str, role: str) -> None:
    assert next(fit.id for fit in packs_for(role, DATA)) == pack


@pytest.mark.parametrize("role", NO_PACK.split("; "))
def test_other_roles_find_none(role: str) -> None:
    assert packs_for(role, DATA) == ()


@pytest.mark.parametrize("role, packs", BOTH.items())
def test_a_role_may_belong_to_two_packs_the_nearer_one_first(role: str, packs: tuple[str, ...]) -> None:
    assert tuple(pack.id for pack in packs_for(role, DATA)) == packs


def test_there_are_sixty_role_titles_and_more() -> None:
    assert sum(len(roles.split("; ")) for roles in ROLES.values()) + len(NO_PACK.split("; ")) >= 100


def plan(
    packs: tuple[Pack, ...],
    *wants: str,
    met: str = "M",
    stage: str = "1",
    questions: tuple[Question, ...] = (),
    answers: tuple[Answer, ...] = (),
) -> Plan:
    here = Interview(id="NOW", job_id="JOB", local=START.replace(tzinfo=None), zone="UTC", start=START, round=stage)
    return choose(
        topics=DATA.topics,
        priorities=[Priority(topic=want, rank=n) for n, want in enumerate(wants, 1)],
        questions=questions,
        interview=here,
        people=[Person(id="ANNA", job_id="JOB", name="Anna", audience=met)],
        answers=answers,
        packs=packs,
    )


def test_the_occupations_question_goes_before_the_banks() -> None:
    care, driving = DATA.packs["care"], DATA.packs["driving"]
    assert plan((), "TIME").asks[0].bank == "hours_and_load.1"
    assert plan((care,), "TIME", met="P").asks[0].bank == "care/hours_and_load.1"
    assert plan((driving, care), "TIME").asks[0].bank == "driving/hours_and_load.2"


def test_what_decides_in_the_occupation_is_asked_with_and_without_priorities() -> None:
    care = DATA.packs["care"]
    assert [(ask.bank, ask.why) for ask in plan((care,)).asks[:3]] == [
        ("care/caseload.1", "trade"),
        ("care/first_weeks.1", "trade"),
        ("daily_work.1", "core"),
    ]
    wanted = plan((care,), "BOSS", "PLACE", "LEARN").asks
    assert [ask.why for ask in wanted] == ["priority:BOSS", "priority:PLACE", "priority:LEARN", "trade", "core"]
    assert "trade" not in [ask.why for ask in plan((), "BOSS").asks]


@pytest.mark.parametrize("pack", DATA.packs.values(), ids=lambda pack: pack.id)
@pytest.mark.parametrize("met", ["M", "P"])
def test_every_pack_speaks_up_in_a_first_interview(pack: Pack, met: str) -> None:
    asks = plan((pack,), met=met).asks
    assert sum(ask.bank.startswith(f"{pack.id}/") for ask in asks) >= 1
    assert len(asks) <= 5
    assert len({ask.topic_id for ask in asks}) == len(asks)


def test_a_topic_that_the_occupation_says_nothing_about_comes_from_the_bank() -> None:
    banks = {ask.topic_id: ask.bank for ask in plan((DATA.packs["care"],), "GROW", stage="2").asks}
    assert banks["promotion"] == "promotion.1"


def test_the_occupations_question_for_somebody_else_is_not_asked() -> None:
    asks = plan((DATA.packs["care"],), "TIME", met="M").asks
    assert asks[0].bank == "hours_and_load.1"
    offer = plan((DATA.packs["care"],), "TIME", met="H", stage="o").asks
    assert not any(ask.bank.startswith("care/hours") for ask in offer)


def test_what_was_planned_from_a_pack_stays_and_comes_in_other_words_once_it_was_asked() -> None:
    care = DATA.packs["care"]
    kept = Question(id="Q", job_id="JOB", topic="caseload", bank="care/caseload.1", audience="M", starred=True)
    assert plan((care,), questions=(kept,)).asks[0].bank == "care/caseload.1"
    told = Answer(id="A", question_id="Q", person_id="OTHER", verdict="concrete")
    assert plan((care,), questions=(kept,), answers=(told,)).asks[0].bank == "caseload.1"


def test_somebody_for_whom_the_first_question_is_not_gets_the_one_made_for_him() -> None:
    asks = plan((), "CLEAR", met="P", stage="2").asks
    assert "how_measured.6" in [ask.bank for ask in asks]


def test_a_question_of_a_pack_is_worded_by_its_id_and_followed_up_by_its_topic() -> None:
    care = DATA.packs["care"].about("caseload")[0]
    row = Question(id="Q", topic="caseload", bank="care/caseload.1")
    assert wording(row, DATA, "soft", "M") == care.soft
    assert bank_wording("care/caseload.1", DATA, "direct") == care.direct
    assert bank_wording("care/caseload.0", DATA) == DATA.topics["caseload"].follow_up
    assert bank_wording("care/caseload.1", DATA, "soft", "P") == DATA.topics["caseload"].questions[0].soft
    assert bank_wording("care/caseload.99", DATA, "soft") == DATA.topics["caseload"].questions[0].soft
    assert bank_wording("care/no_such_topic.1", DATA) == ""

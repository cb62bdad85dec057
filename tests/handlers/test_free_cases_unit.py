"""Which case of the one ordered list takes a free message."""

from __future__ import annotations

from datetime import timedelta

import pytest

import content
from bot.core.model import Interview, Reminder, Signal, User
from bot.core.record import Record
from bot.store.work import Work
from bot.telegram.texts import Texts
from bot.telegram.turn import Event, Turn
from handlers.classify import Heard
from handlers.free import CASES
from tests.handlers.driving import NOW
from tests.handlers.talks import job, talk

ACORN, LIDL = job("Acorn House"), job("Lidl")
OVER, RUNNING, COMING = talk(ACORN, -30), talk(ACORN, -1), talk(LIDL, 72)
KNOWN = (ACORN, LIDL, OVER, COMING)


def sent(kind: str, interview: Interview) -> Reminder:
    expires = NOW + timedelta(days=1)
    made = Reminder(kind=kind, cause=kind, due=NOW, expires=expires, interview_id=interview.id, created_at=NOW)
    made.state, made.sent_at = "sent", NOW - timedelta(hours=2)
    return made


def case_of(said: str, *records: Record) -> str:
    loaded = content.load()
    work = Work(User(id=7, zone="Europe/Berlin", created_at=NOW), records)
    heard = Heard(Turn(work, NOW, loaded, Texts(loaded.texts), Event("text", text=said)))
    return next((case.name for case in CASES if case.fits(heard)), "")


def test_each_case_has_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize(
    "said, name",
    [
        ("Lidl, Friday 10am with Anna. Afraid of the night shifts", "an interview, and a fear or one more"),
        ("they asked for my references", "a phrase that leads somewhere"),
        ("my job now is Corner Clinic, nurse, 31k and 38 hours", "what the present job pays or gives"),
        ("they told me no, I got rejected by Lidl", "a rejection"),
        ("they said we are like a family", "words of theirs with two readings"),
        ("they will tell me by wednesday", "the day by which they answer"),
        ("what should I ask Marta?", "an intent"),
        ("the manager there, hmm, and the contract and all that", ""),
    ],
)
def test_a_message_is_taken_by_its_case(said: str, name: str) -> None:
    assert case_of(said, *KNOWN) == name


def test_what_was_asked_for_comes_before_what_the_rules_see() -> None:
    said = "Fine, they call on Wednesday"
    assert case_of(said, *KNOWN) != "how it went, and when they call"
    assert case_of(said, *KNOWN, sent("debrief", OVER)) == "how it went, and when they call"


def test_a_line_is_one_of_the_talk_while_it_runs() -> None:
    assert case_of("four nights, paid extra", ACORN, RUNNING) == "a line during a talk"


def test_what_was_sent_a_moment_ago_comes_first() -> None:
    assert case_of("done, sent it", *KNOWN, sent("thanks", OVER)) == "an answer to a reminder"


def test_somebody_came_after_all_where_nobody_did() -> None:
    missed = talk(ACORN, -30)
    missed.state = "missed"
    act = Signal(job_id=ACORN.id, interview_id=missed.id, kind="no-show", created_at=NOW)
    assert case_of("she came after all, only late", ACORN, missed, act) == "somebody came after all"

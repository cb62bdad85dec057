"""The export: every field in the data, every word in the text."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

import content
from bot.core import export
from bot.core.model import (
    RECORDS,
    Answer,
    Dialog,
    Entry,
    Interview,
    Job,
    Person,
    Priority,
    Question,
    Reminder,
    Signal,
    User,
)
from bot.core.record import Record
from bot.telegram.texts import Texts
from tests.store.samples import full, full_user

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CONTENT = content.load()
ALL = [full(kind, f"ID{kind.__name__}", mark=kind.__name__) for kind in RECORDS]
USER = replace(full_user(7), zone="Asia/Kolkata", tone="soft")


def text_of(*records: Record) -> str:
    return export.as_text(USER, records, CONTENT, AT, Texts(CONTENT.texts).label)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_field_is_in_the_data(kind: type[Record]) -> None:
    row = export.as_data(USER, ALL, CONTENT, AT)[kind.__name__.lower()][0]
    left_out = export.LEFT_OUT.get(kind, frozenset())
    assert set(row) - {"wording"} == {f.name for f in fields(kind)} - left_out
    assert left_out <= {f.name for f in fields(kind)}


def test_every_setting_is_in_the_data() -> None:
    row = export.as_data(USER, [], CONTENT, AT)["user"]
    assert set(row) == {f.name for f in fields(User)} - {"version", "screen", "album"}


def test_the_data_is_json_and_says_the_same_after_a_round_trip() -> None:
    data = export.as_data(USER, ALL, CONTENT, AT)
    assert json.loads(json.dumps(data)) == data
    interview = data["interview"][0]
    assert interview["local"] == "2026-10-25T02:30:00"
    assert datetime.fromisoformat(interview["start"]).utcoffset() is not None
    assert interview["word_by"] == "2026-12-24"
    assert data["dialog"][0]["data"] == {"words": "Dialog tree", "deep": [1, None, {"x": True, "😀": 1.5}]}


def test_nothing_of_the_senders_is_in_the_data() -> None:
    row = export.as_data(USER, ALL, CONTENT, AT)["reminder"][0]
    assert not {"lease", "lease_until", "attempts"} & set(row)


def words_of(record: Record) -> list[str]:
    """The texts of a record's encrypted fields: what the user typed."""
    values = [getattr(record, f.name) for f in fields(record) if f.metadata.get("secret")]
    return [value if isinstance(value, str) else value["words"] for value in values]


@pytest.mark.parametrize("kind", [k for k in RECORDS if k is not Entry], ids=lambda kind: kind.__name__)  # a hash
def test_every_word_is_in_the_text_even_where_its_employer_is_unknown(kind: type[Record]) -> None:
    record = full(kind)
    assert all(words in text_of(record) for words in words_of(record))


def story() -> list[Record]:
    job = Job(id="J", employer="Green Hill Clinic", role="night nurse")
    person = Person(id="P", job_id="J", name="Mrs Dale", title="ward manager")
    talk = Interview(
        id="I", job_id="J", local=datetime(2026, 11, 27, 9, 30), zone="Europe/Berlin", start=AT, people=("P",)
    )
    topic = next(iter(CONTENT.topics.values()))
    asked = Question(id="Q", job_id="J", topic=topic.id, bank=f"{topic.id}.1")
    answer = Answer(question_id="Q", interview_id="I", person_id="P", note="every second night")
    signal = Signal(job_id="J", kind="late", note="ten minutes")
    want = Priority(topic="PAY", rank=1, because="rent went up", level="must")
    due = Reminder(kind="card", cause="c", due=AT, expires=AT, interview_id="I")
    return [job, person, talk, asked, answer, signal, want, due, Dialog(flow="gone", step="x")]


def test_the_text_of_a_small_story() -> None:
    text = text_of(*story())
    for line in (
        "What Two-Way Street keeps about you, Mon 23 Nov 2026, 15:00",
        "=== Green Hill Clinic, night nurse (interviewing)",
        "* Interview Fri 27 Nov 2026, 09:30 (Europe/Berlin), planned",
        "  with: Mrs Dale",
        f"- {next(iter(CONTENT.topics.values())).questions[0].soft} (open)",
        "  they said: every second night",
        "  because: rent went up",
        "  Mon 23 Nov 2026, 15:00: card",
    ):
        assert line in text.splitlines()


def test_a_part_with_nothing_in_it_is_left_out() -> None:
    assert text_of().count("\n\n") == 1  # the title and the settings

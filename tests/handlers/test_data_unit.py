"""/privacy, /export, /delete."""

from __future__ import annotations

import base64
import json

import pytest

from bot.core.model import RECORDS, Dialog, Job, Priority, User
from bot.core.record import Record
from bot.telegram.inputs import Handler
from handlers.data import CONVERSATION, MARKS, handlers
from tests.handlers.driving import NOW, Chat
from tests.store.samples import full


def chat(*records: Record, name: str = "", contact: str = "") -> Chat:
    both: list[Handler] = [CONVERSATION, *handlers(name, contact)]
    return Chat(both, User(id=7, zone="Europe/Berlin"), *records)


@pytest.mark.parametrize(
    "name,contact,words",
    [
        ("Ada", "ada@example.org", "Ada runs this bot. Contact: ada@example.org."),
        ("Ada", "", "Ada runs this bot."),
        ("", "ada@example.org", "gave no name. Contact: ada@example.org."),
        ("", "", "the bot runs on this computer"),
    ],
)
def test_privacy_says_who_runs_it(name: str, contact: str, words: str) -> None:
    it = chat(name=name, contact=contact)
    it.command("privacy")
    assert words in it.text
    for truth in ("this program holds the key", "not end-to-end encrypted", "Nothing goes to anyone else", "/delete"):
        assert truth in it.text


def test_an_operators_name_is_no_markup() -> None:
    it = chat(name="<b>A & B</b>")
    it.command("privacy")
    assert "&lt;b&gt;A &amp; B" in it.text


def test_export_is_two_files_and_changes_nothing() -> None:
    it = chat(Job(employer="Zürich Clinic", role="nurse", created_at=NOW))
    it.command("export")
    calls = it.turn.calls()
    assert [call["method"] for call in calls] == ["send_document", "send_document"]
    data, text = (base64.b64decode(call["content"]).decode() for call in calls)
    assert json.loads(data)["job"][0]["employer"] == "Zürich Clinic"
    assert "Zürich Clinic, nurse" in text
    assert calls[0]["name"] == "two-way-street-2026-11-23.json"
    assert all(len(call["caption"]) <= 1024 for call in calls)
    assert it.work.changes() == []


def test_export_with_nothing_stored() -> None:
    it = chat()
    it.command("export")
    assert len(it.turn.calls()) == 2


@pytest.mark.parametrize("how", ["Yes, delete everything", "yes", "Yes, delete everything!"])
def test_delete_says_what_goes_and_erases(how: str) -> None:
    it = chat(*(full(kind) for kind in RECORDS if kind is not Dialog))
    it.command("delete")
    assert "1 want, 1 employer, 1 interview" in it.text
    assert "stays with Telegram" in it.text
    assert "Get a copy first" in it.labels()
    (it.tap if how in it.labels() else it.say)(how)
    assert it.turn.erase
    assert "Deleted: 1 want" in it.text
    assert it.labels() == ["Begin anew"]


def test_delete_with_nothing_stored() -> None:
    it = chat()
    it.command("delete")
    assert "only your settings" in it.text
    it.say("y")
    assert it.turn.erase


@pytest.mark.parametrize("how", ["Keep it", "no", "No, keep it."])
def test_keeping_it(how: str) -> None:
    it = chat(Priority(topic="PAY"))
    it.command("delete")
    (it.tap if how in it.labels() else it.say)(how)
    assert not it.turn.erase
    assert "Nothing was deleted" in it.text
    assert it.work.all(Priority)
    assert not it.work.all(Dialog)


@pytest.mark.parametrize("said", ["you know what, no", "yes but not today", "maybe", "delete the Acme interview"])
def test_only_a_clear_yes_counts(said: str) -> None:
    it = chat()
    it.command("delete")
    it.say(said)
    assert not it.turn.erase
    assert "clear yes" in it.text


def test_text_after_the_command_is_no_yes() -> None:
    it = chat()
    it.command("delete", "yes")
    assert not it.turn.erase
    assert "Delete everything?" in it.text


def test_no_door_leads_back_into_what_was_deleted() -> None:
    it = chat(Dialog(flow="interview", step="when", created_at=NOW, updated_at=NOW))
    it.command("delete")
    assert "1 unfinished draft" in it.text
    it.tap("Yes, delete everything")
    assert it.labels() == ["Begin anew"]
    assert not it.work.all(Dialog)


def test_a_copy_first_leaves_the_question_open() -> None:
    it = chat()
    it.command("delete")
    it.tap("Get a copy first")
    assert "‹ Back to deleting everything" in it.labels()
    it.say("no")
    assert "Nothing was deleted" in it.text


@pytest.mark.parametrize("kind", [kind for kind in RECORDS if kind not in MARKS], ids=lambda kind: kind.__name__)
def test_every_kind_of_record_is_counted_in_words(kind: type[Record]) -> None:
    it = chat(full(kind, "ID2"), full(kind, "ID3"))
    it.command("delete")
    assert "2 " in it.text
    assert "only your settings" not in it.text

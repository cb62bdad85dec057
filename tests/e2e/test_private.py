"""No word of a user can be read in the database, a dump of it or a log; after /delete not even who he was."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest

from tests import postgres
from tests.chat import LATER, Chat, talking
from tests.e2e.process import logging_at_debug
from tests.files import PIXEL

pytestmark = pytest.mark.anyio
WHO = 6_871_947_673_645  # as long as Telegram's ids may become: not met by chance
KEPT = {
    "employer": "Zubrowka", "role": "quillsmith", "person": "Ottilie", "title": "gaffer", "place": "Vellumgate",
    "because": "xylorent", "own priority": "plumwood", "question": "kestrels", "answer": "flibbertigib",
    "learn": "brindlework", "how it went": "wombatlike", "said there": "snickersnee", "odd": "galoshes",
    "half typed": "Mirkwater",
}  # fmt: skip
PASSING = {
    "city": "Bielefeld", "worry": "grumblesnout", "offer": "skorbunt", "command": "florpsy", "its text": "brimblewick",
    "file": "wobbegong", "caption": "quobble", "forwarded": "thrumcap", "recruiter": "Hyacinthe", "edited": "zorblax",
    "contact": "Peregrine", "nonsense": "mumblecrust",
}  # fmt: skip
WORDS = (*KEPT.values(), *PASSING.values())


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """All that was printed and logged since the last call."""
    with logging_at_debug():
        yield lambda: "".join(capsys.readouterr())


class Place:
    """A database: its address, and everything that somebody with access to it could read."""

    def __init__(self, backend: str, folder: Path) -> None:
        self.folder, self.file = folder, folder / "data" / "bot.db"
        self.sqlite = backend == "sqlite"
        self.url = f"sqlite:///{self.file}" if self.sqlite else postgres.server().create_database()

    def readable(self) -> bytes:
        return b"\n".join([self._dump(), *(path.read_bytes() for path in self.folder.rglob("*") if path.is_file())])

    def _dump(self) -> bytes:
        if self.sqlite:
            with closing(sqlite3.connect(self.file)) as conn:
                return "\n".join(conn.iterdump()).encode()
        tool = (postgres.binaries() or Path()) / "pg_dump"
        env = {"PATH": os.environ["PATH"]}
        return subprocess.run([tool, "--inserts", self.url], capture_output=True, check=True, env=env).stdout


def found(words: tuple[str, ...], raw: bytes) -> list[str]:
    """Which of the words can be read there: in either case, in two encodings, or as the hexadecimal of a dump."""
    small = raw.lower()
    return [word for word in words if any(form in small for form in _forms(word))]


def _forms(word: str) -> set[bytes]:
    plain = {form.encode() for form in (word, word.lower(), word.upper())}
    wide = {word.encode("utf-16-le").lower()}
    return {form.lower() for form in plain} | wide | {form.hex().encode() for form in plain}


def _numbers(number: int) -> list[bytes]:
    """How a database may write that number: text, big and little endian, SQLite's variable length."""
    groups = [(number >> shift) & 0x7F for shift in range(42, -1, -7)]
    variable = bytes([*(group | 0x80 for group in groups[:-1]), groups[-1]]).lstrip(b"\x80")
    fixed = [number.to_bytes(6, order) for order in ("big", "little")]
    return [str(number).encode(), f"{number:x}".encode(), variable, *fixed]


async def test_nothing_can_be_read(tmp_path: Path, logged: Callable[[], str]) -> None:
    await whole_life(Place("sqlite", tmp_path), logged)


@pytest.mark.postgres
async def test_nothing_can_be_read_on_postgres(tmp_path: Path, logged: Callable[[], str]) -> None:
    await whole_life(Place("postgres", tmp_path), logged)


async def whole_life(place: Place, logged: Callable[[], str]) -> None:
    async with talking(place.folder, DATABASE_URL=place.url, LOG_LEVEL="DEBUG") as chat:
        await arrive(chat)
        await type_all(chat)
        assert await exported(chat) == []
        raw = place.readable()
        assert str(WHO).encode() in raw, "the search would find what stands there"
        assert b"Europe/Berlin" in raw
        assert found(WORDS, raw) == []
        await chat.say("/delete")
        await chat.tap("Yes, delete everything")
        raw = place.readable()
        assert [form for form in _numbers(WHO) if form in raw] == []
        assert found(WORDS, raw) == []
        await forgotten(chat)
        log = logged()
    assert "started" in log
    assert found(WORDS, log.encode()) == []
    assert str(WHO) not in log
    assert found(WORDS, place.readable()) == []


async def arrive(chat: Chat) -> None:
    """A person with a long id writes for the first time."""
    person = {"id": WHO, "is_bot": False, "first_name": "Sam"}
    message = {"message_id": 1, "date": 1795000000, "chat": {"id": WHO, "type": "private", "first_name": "Sam"},
               "from": person, "text": "/start"}  # fmt: skip
    await chat.post("update", with_user=False, message=message)
    chat.user = WHO
    await chat._answer()


async def type_all(chat: Chat) -> None:
    """A word of its own in every place that takes words."""
    await chat.say("Zubrowka Looms, Thursday 3pm with Ottilie (gaffer)")
    await chat.say("Bielefeld")
    await change(chat, "Job", "quillsmith")
    await change(chat, "Place", "Vellumgate 77")
    await chat.tap("Save")
    await chat.say("/priorities")
    await chat.tap("Pay")
    await chat.say("a plumwood desk")
    await chat.tap("Learning")
    await chat.say("xylorent doubled")
    await chat.say("/ask whether kestrels count as staff")
    await chat.say("/questions")
    await change(chat, "1", "")
    await change(chat, "Note the answer", "Mostly flibbertigib, she said")
    await in_passing(chat)
    await before_and_after(chat)
    await chat.say("/interview")
    await chat.say("Mirkwater Mills, weaver")


async def change(chat: Chat, label: str, words: str) -> None:
    await chat.tap(label)
    if words:
        await chat.say(words)


async def in_passing(chat: Chat) -> None:
    """What is read and not kept."""
    await chat.say("/worry that the grumblesnout will make me work every weekend")
    await chat.say("/offer We offer you 3,217 a month, 40 hours a week and a skorbunt after the trial time.")
    await chat.say("/florpsy brimblewick")
    await chat.say("Dear Sam, please call me about the thrumcap", forward_from="Hyacinthe (recruiter)")
    await chat.edit("zorblax")
    await chat.say("mumblecrust")
    form = aiohttp.FormData({"user": str(chat.user), "kind": "document", "caption": "quobble attached"})
    form.add_field("file", PIXEL, filename="wobbegong-letter.pdf", content_type="application/pdf")
    async with chat.http.post(f"{chat.url}/local/send", data=form) as response:
        assert response.status == 200
    await chat.share(kind="contact", phone_number="+491700000", first_name="Peregrine")


async def before_and_after(chat: Chat) -> None:
    """The evening before, and the debrief."""
    while "best first" not in chat.text:
        await chat.clock(to_next=True)
        assert chat.new
    await chat.tap("That's my list")
    await chat.say("whether brindlework is mine")
    while "Debrief" not in chat.labels():
        await chat.clock(to_next=True)
        assert chat.new
    await chat.tap("Debrief")
    await chat.tap("☐ 1")
    for words in ("it was wombatlike", "usually snickersnee, we have a great culture", "she came in galoshes"):
        await chat.say(words)


async def exported(chat: Chat) -> list[str]:
    """The kept words that are missing in either file of the export."""
    await chat.say("/export")
    files = [(await chat.opened(message)).decode() for message in chat.new]
    assert json.loads(files[0])["user"]["id"] == WHO
    return [word for word in KEPT.values() for file in files if word not in file]


async def forgotten(chat: Chat) -> None:
    """He is nobody: blocking leaves no trace, and /start is a first hello."""
    assert (await chat.program.store.load(WHO)).new_user
    for blocked in (True, False):
        await chat.post("block", blocked=blocked)
        await chat.settle()
    assert await chat.program.store.user_ids(LATER) == []
    assert "I'm a bot" in await chat.say("/start")
    await chat.say("/questions")
    assert found(WORDS, json.dumps(chat.new).encode()) == []

"""Fetching a file: tried again where that may help, and a clear reason where it does not."""

from __future__ import annotations

import json
import time
from collections import deque
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot.clock import SystemClock
from bot.intake import Read, Source
from bot.store.base import InboxRow
from bot.store.memory import MemoryStore
from bot.store.work import Work
from bot.telegram import files
from bot.telegram.file_reads import FileReads
from bot.telegram.files import FileReader, attached, command_in, pasted, together
from bot.telegram.queues import Waiting, head_of, unread
from bot.telegram.texts import Texts

TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
pytestmark = pytest.mark.anyio


class Remote:
    """A file at Telegram."""

    def __init__(self, size: int) -> None:
        self.file_size = size

    async def download_as_bytearray(self) -> bytearray:
        return bytearray(b"31,400 a year")


class FakeBot:
    """Fails in these ways first."""

    def __init__(self, *failures: TelegramError, size: int = 13) -> None:
        self.failures, self.size, self.asked = list(failures), size, 0

    async def get_file(self, file_id: str) -> Remote:
        self.asked += 1
        if self.failures:
            raise self.failures.pop(0)
        return Remote(self.size)


async def plainly(data: Source, name: str, mime: str) -> Read:
    return Read("txt", (data if isinstance(data, bytes) else await data()).decode(), name)


async def anybody(work: Work, update: int, part: int, now: datetime) -> bool:
    return True


def row(**message: Any) -> InboxRow:
    body = {"message": {"message_id": 7, "chat": {"id": 1, "type": "private"}, **message}}
    return InboxRow(1, 1, 1, json.dumps(body), TUESDAY, 0)


def document(**more: Any) -> dict[str, Any]:
    return {"file_id": "a", "file_name": "a.txt", "mime_type": "text/plain", "file_size": 13, **more}


async def read(bot: Any, **message: Any) -> Read:
    update = row(**(message or {"document": document()}))
    file = attached(update)
    assert file is not None
    reader = await FileReader(bot, MemoryStore(), SystemClock(), may=anybody, read=plainly)(update)
    found = (await reader(file, update)).read
    assert found is not None
    return found


@pytest.mark.parametrize(
    "failures,problem,asked",
    [
        ([], "", 1),
        ([NetworkError("gone")], "", 2),
        ([NetworkError("gone")] * 3, "intake.fetch", 3),
        ([BadRequest("Wrong file_id")], "intake.fetch", 1),
        ([InvalidToken("404")], "intake.fetch", 1),
        ([BadRequest("File is too big")], "intake.too_big", 1),
    ],
)
async def test_what_may_pass_is_tried_again(
    failures: list[TelegramError], problem: str, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PAUSES", (0.0, 0.0))
    bot = FakeBot(*failures)
    found = await read(bot)
    assert (found.problem, found.name, bot.asked) == (problem, "a.txt", asked)


async def test_what_is_larger_than_it_claimed_is_not_loaded() -> None:
    assert (await read(FakeBot(size=30 << 20))).problem == "intake.too_big"
    bot = FakeBot()
    assert (await read(bot, document=document(file_size=30 << 20))).problem == "intake.too_big"
    assert bot.asked == 0


async def test_the_largest_size_of_a_photo_is_taken_and_other_media_are_left() -> None:
    found = attached(row(photo=[{"file_id": "s"}, {"file_id": "l", "file_size": 5}]))
    assert found == files.Attached("l", "photo", "image/jpeg", 5)
    assert attached(row(animation={}, document=document())) is None
    assert attached(row(video={"file_id": "v"})) is None
    assert attached(row(text="hello")) is None
    assert attached(row(chat={"id": -5, "type": "group"}, document=document())) is None


def test_a_command_as_caption() -> None:
    assert command_in("/offer@a_bot from Acme") == ("offer", "from Acme")
    assert command_in(" from Acme ") == ("", "from Acme")
    assert together([None], row()) is None


# -- albums and pasted calendars ----------------------------------------------------------------------------------


class Counting(MemoryStore):
    """Counts how often somebody's records are read."""

    loads = 0

    async def load(self, user_id: int) -> Work:
        self.loads += 1
        return await super().load(user_id)


class Silence:
    """A messenger without anybody to tell."""

    async def deliver(self, calls: object) -> None:
        """Nobody hears it."""

    def typing(self, chat_id: int) -> None:
        """Nobody sees it."""


async def read_all(
    queue: deque[Waiting], store: MemoryStore, may: files.May = anybody, read: files.Reading = plainly
) -> None:
    bot: Any = FakeBot()
    silence: Any = Silence()
    reader = FileReader(bot, store, SystemClock(), may=may, read=read)
    await FileReads(reader, silence, Texts({}), begun=lambda: None).read(1, queue)


def queue_of(*messages: dict[str, Any]) -> deque[Waiting]:
    return deque(Waiting(row(message_id=n, **message), 0.0) for n, message in enumerate(messages, 1))


async def test_whoever_sends_an_album_is_looked_up_once() -> None:
    store, queue = Counting(), queue_of(*[{"document": document(), "media_group_id": "a"}] * 4)
    await read_all(queue, store)
    assert [part.file and part.file.read and part.file.read.text for part in queue] == ["31,400 a year"] * 4
    assert store.loads == 1


CALENDAR = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Talk\nEND:VEVENT\nEND:VCALENDAR"


async def test_a_pasted_calendar_is_read_as_a_file_and_counts_as_one() -> None:
    asked: list[int] = []

    async def once(work: Work, update: int, part: int, now: datetime) -> bool:
        asked.append(part)
        return len(asked) < 2

    for problem in ("", "intake.many"):
        queue = queue_of({"text": f"Dear Sam,\n\n{CALENDAR}\nsee you"})
        await read_all(queue, MemoryStore(), once)
        piece = queue[0].file
        assert piece is not None
        assert piece.read is not None
        assert (piece.text, piece.read.problem) == ("Dear Sam,\n\nsee you", problem)
        assert piece.read.text == ("" if problem else CALENDAR)
    assert asked == [1, 1]


async def test_a_pasted_calendar_waits_for_no_download() -> None:
    given: list[object] = []

    async def look(data: Source, name: str, mime: str) -> Read:
        given.append(data)
        return Read("ics")

    await read_all(queue_of({"text": CALENDAR}), MemoryStore(), read=look)
    assert given == [CALENDAR.encode()]


@pytest.mark.parametrize(
    "first", ["a" * 3600, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nEND:VEVENT\n" + "X-A:1\n" * 600]
)
async def test_a_part_of_a_calendar_that_comes_while_it_is_read_is_read_too(first: str) -> None:
    queue = queue_of({"text": first, "date": 5})
    await read_all(queue, MemoryStore())
    queue += queue_of({"text": "more"}, {"text": CALENDAR, "date": 5})
    del queue[1]
    await read_all(queue, MemoryStore())
    found = queue[0].file
    assert len(head_of(queue)) == 2
    assert found is not None
    assert found.read is not None
    assert "SUMMARY:Talk" in found.read.text
    assert queue[1].file is None
    assert unread(queue) is None


async def test_a_document_is_not_read_again_for_a_part_that_comes_later() -> None:
    queue = queue_of({"document": document(), "media_group_id": "a"})
    await read_all(queue, MemoryStore())
    first = queue[0].file
    queue += queue_of({}, {"document": document(), "media_group_id": "a"})
    del queue[1]
    await read_all(queue, MemoryStore())
    assert len(head_of(queue)) == 2
    assert queue[0].file is first
    assert queue[1].file is not None


async def test_a_long_calendar_comes_in_parts() -> None:
    whole = CALENDAR.replace("Talk", "x" * 5000)
    queue = queue_of({"text": whole[:4096], "date": 5}, {"text": whole[4096:], "date": 5})
    await read_all(queue, MemoryStore())
    assert [part.file and part.file.read and part.file.read.text for part in queue] == [whole, None]


@pytest.mark.parametrize("text, calendar, beside", [
    (CALENDAR, CALENDAR, ""), (CALENDAR.lower(), CALENDAR.lower(), ""),
    (f"/interview see {CALENDAR}", CALENDAR, "see"),
    ("Talk\nBEGIN:VCALENDAR\nBEGIN:VEVENT", "BEGIN:VCALENDAR\nBEGIN:VEVENT", "Talk"),
    (f"{CALENDAR} and {CALENDAR} too", f"{CALENDAR} and {CALENDAR}", "too"),
])  # fmt: skip
def test_a_calendar_is_cut_out_of_the_words_around_it(text: str, calendar: str, beside: str) -> None:
    found = pasted([row(text=text)])
    assert found is not None
    assert (found.pasted, found.caption, found.mime) == (calendar, beside, "text/calendar")


def test_what_is_no_pasted_calendar() -> None:
    assert pasted([row(text="my calendar")]) is None
    assert pasted([row(text=CALENDAR, chat={"id": -5, "type": "group"})]) is None
    assert pasted([row(caption=CALENDAR, document=document())]) is None


def test_a_pasted_calendar_has_a_size_and_is_found_at_once() -> None:
    before = time.process_time()
    found = pasted([row(text="BEGIN:VCALENDAR " * 50_000)])
    assert found is not None
    assert len(found.pasted) == files.MOST_PASTED
    assert time.process_time() - before < 0.5

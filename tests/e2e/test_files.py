"""How files are read: before a slot is taken, only for those who may send them, once more after a kill."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.intake import Read, Source
from bot.telegram import file_reads, pieces
from tests.chat import Chat, eventually, talking
from tests.e2e.process import ROBIN, SAM, TOKEN, child, telegram
from tests.e2e.test_access import House, house, invitation
from tests.files import picture, quick
from tests.intake.make_office import docx, p

pytestmark = pytest.mark.anyio
TERMS = "We offer you the post of clerk at 31,100 EUR a year. You get 27 days of annual leave. You report to Ms Barlow."
LETTER = ("offer.docx", docx(p(TERMS)))


class Counting:
    """The quick reader; it counts, and waits where it is told to."""

    def __init__(self) -> None:
        self.read = 0
        self.go = asyncio.Event()
        self.go.set()

    async def __call__(self, data: Source, name: str, mime: str) -> Read:
        self.read += 1
        found = await quick(data, name, mime)
        await self.go.wait()
        return found

    async def reads(self, count: int = 1) -> None:
        """Waits until it has begun so many."""
        await eventually(lambda: self._has(count))

    async def _has(self, count: int) -> bool:
        return self.read >= count


async def fetched(chat: Chat) -> int:
    """How often the bot has asked for a file."""
    async with chat.http.get(f"{chat.url}/local/calls") as response:
        return sum(call["method"].lower() == "getfile" for call in await response.json())


async def waiting(chat: Chat, count: int) -> bool:
    """Whether so many updates wait for their turn."""
    return sum(map(len, chat.program.dispatcher._queues.values())) == count


async def shows(chat: Chat, words: str) -> bool:
    return any(words in text for text in texts(await chat.messages()))


def texts(messages: list[dict[str, Any]]) -> list[str]:
    return [str(m.get("text")) for m in messages if not m.get("out")]


# -- who may ------------------------------------------------------------------------------------------------------


async def counted(it: House, reader: Counting) -> None:
    """The house starts again with that reader."""
    await it.program.stop()
    it.read_file = reader
    await it.start()


async def test_a_strangers_file_is_not_read_and_an_invited_ones_is(tmp_path: Path) -> None:
    reader = Counting()
    async with house(tmp_path) as it:
        await it.owned()
        await counted(it, reader)
        stranger = it.chat(ROBIN)
        await stranger.send(LETTER, caption="my offer")
        stranger.expect("This bot is private.")
        assert (reader.read, await fetched(stranger)) == (0, 0)
        await stranger.say(f"/start {await invitation(it.chat(SAM))}")
        await stranger.send(LETTER)
        stranger.expect("I read 1 document.")
        assert reader.read == 1


async def test_over_the_quota_no_file_is_read(tmp_path: Path) -> None:
    reader = Counting()
    async with talking(tmp_path, read_file=reader, MESSAGES_PER_MINUTE="2", ACCESS="open") as chat:
        await chat.say("/help")
        await chat.say("/help")
        await chat.send(LETTER)
        assert "2 minutes" in chat.text
        assert (reader.read, await fetched(chat)) == (0, 0)


async def test_a_user_has_so_many_files_a_day(tmp_path: Path) -> None:
    reader = Counting()
    async with talking(tmp_path, read_file=reader, FILES_PER_DAY="2") as chat:
        await chat.send(LETTER, ("second.docx", LETTER[1]), ("third.docx", LETTER[1]), media_group="4")
        chat.expect("I read 2 documents.", "You have sent many files today, so I left “third.docx” closed.")
        await chat.say("/cancel")
        await chat.send(("fourth.docx", LETTER[1]))
        chat.expect("I left “fourth.docx” closed. Please paste its text")
        assert reader.read == 2
        await chat.clock(advance=25 * 3600)
        await chat.send(("fifth.docx", docx(p(TERMS.replace("27 days", "28 days")))))
        assert reader.read == 3


async def test_nothing_is_fetched_in_a_group(tmp_path: Path) -> None:
    reader = Counting()
    async with talking(tmp_path, read_file=reader, heard=False) as chat:
        group = {"id": -100500600, "type": "supergroup", "title": "Our team"}
        who = {"id": SAM, "is_bot": False, "first_name": "Sam"}
        document = {"file_id": "x", "file_unique_id": "x", "file_name": "a.pdf", "file_size": 10}
        message = {"message_id": 5, "date": 1796000000, "chat": group, "from": who, "document": document}
        await chat.post("update", with_user=False, message=message)
        await chat.settle()
        assert reader.read == 0


# -- beside the others --------------------------------------------------------------------------------------------


async def test_a_slow_file_holds_up_nobody_else_and_is_spoken_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_reads, "SIGN", 0.05)
    monkeypatch.setattr(file_reads, "LONG", 0.1)
    reader = Counting()
    async with talking(tmp_path, read_file=reader) as chat:
        chat.program.dispatcher._slots = asyncio.Semaphore(1)
        reader.go.clear()
        await chat.post_files("document", LETTER)
        await reader.reads()
        other = Chat(chat.program, chat.server, chat.http, chat.url, ROBIN)
        await other.post("send", text="/help")
        await eventually(lambda: shows(other, "/interview"))
        await eventually(lambda: shows(chat, "I am still reading your file."))
        reader.go.set()
        await chat._answer()
        chat.expect("I read 1 document.")


async def test_a_part_that_comes_while_another_is_read_belongs_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "QUIET", 0.05)
    reader = Counting()
    async with talking(tmp_path, read_file=reader) as chat:
        reader.go.clear()
        await chat.post_files("document", LETTER, media_group="8")
        await reader.reads()
        await chat.post_files("document", ("more.docx", docx(p("You work 38 hours a week."))), media_group="8")
        await eventually(lambda: waiting(chat, 2))
        reader.go.set()
        await chat._answer()
        chat.expect("I read 2 documents.")
        assert len(texts(await chat.messages())) == 1


# -- across a stop and a kill -------------------------------------------------------------------------------------


async def test_what_was_being_read_at_a_stop_is_read_again_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "QUIET", 0.2)
    reader = Counting()
    async with house(tmp_path, ACCESS="open") as it:
        await counted(it, reader)
        reader.go.clear()
        chat = it.chat()
        await chat.post_files("photo", ("a.png", picture(f"{TERMS} Page 1 of 2")), media_group="5")
        await reader.reads()
        async with asyncio.timeout(4):  # the reading is not waited for
            await it.program.stop()
        await chat.post_files("photo", ("b.png", picture("You work 38 hours a week. Page 2 of 2")), media_group="5")
        reader.go.set()
        await it.start()
        chat = it.chat()
        await chat._answer()
        await chat.tap("Yes")
        chat.expect("I read 2 photos.")
        assert reader.read == 3
        assert len(texts(await chat.messages())) == 1


async def test_a_kill_before_the_commit_and_the_file_is_read_again(tmp_path: Path) -> None:
    async with telegram() as net:
        form = aiohttp.FormData({"user": str(SAM), "kind": "document"})
        form.add_field("file", LETTER[1], filename="offer.docx")
        async with net._http.post(f"{net.url}/local/send", data=form) as response:
            assert response.status == 200
        settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": net.url, "FILES_PER_DAY": "0"}
        async with child(tmp_path, BOT_FAILPOINT="turn.before_commit:1", **settings) as process:
            assert (await process.ended()).code == 137
        assert await net.texts() == []
        async with child(tmp_path, **settings) as process:
            [report] = await net.answered(1)
            await process.stop()
        assert report.startswith("I read 1 document.")
        assert len(await net.calls("getFile")) == 2
        assert len(await net.texts()) == 1

"""Who may use the bot: the owner's code, invitations, strangers, quotas, caps, and notes to the owner."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select

from bot.app import Program
from bot.core.access import new_code
from bot.core.model import Answer, Interview, Job, Question, User
from bot.core.record import Record
from bot.invite import invite
from bot.localchat.server import LocalChat
from bot.place import LOCAL_TOKEN
from bot.store.base import StoreError
from bot.store.tables import inbox
from bot.store.work import Work
from bot.telegram.files import Reading
from handlers.access import MOST_ROWS, too_much
from tests import fresh
from tests.chat import LATER, TUESDAY, Chat, eventually, settings_in, talking
from tests.e2e.process import TOKEN, child, run, telegram
from tests.files import quick

pytestmark = pytest.mark.anyio
SAM, ROBIN = 1001, 1002
OPERATOR = {"OPERATOR_NAME": "Ada", "OPERATOR_CONTACT": "ada@example.org"}
PRIVATE = "This bot is private. To use it, ask Ada (ada@example.org) for an invitation link."
CODE = re.compile(r"\b[2-9A-HJKMNP-Z]{20}\b")


class House:
    """A hosted bot that can be stopped and started again, and what it prints."""

    def __init__(self, folder: Path, server: LocalChat, http: aiohttp.ClientSession, url: str, **settings: str) -> None:
        self.folder, self.server, self.http, self.url, self.settings = folder, server, http, url, settings
        self.printed: list[str] = []
        self.read_file: Reading = quick
        self._chats: dict[int, Chat] = {}
        self.program: Program

    async def start(self) -> None:
        settings = settings_in(self.folder, **self.settings)
        fresh.tables_for(settings)
        self.program = Program(settings, local_url=self.url, say=self.printed.append, read_file=self.read_file)
        await self.program.start()

    def chat(self, user: int = SAM) -> Chat:
        chat = self._chats.setdefault(user, Chat(self.program, self.server, self.http, self.url, user))
        chat.program = self.program  # another one after a new start
        return chat

    @property
    def code(self) -> str:
        """The owner code that was printed last."""
        return str(CODE.findall(self.printed[-1])[0])

    async def owned(self) -> Chat:
        """The first user has become the owner."""
        chat = self.chat()
        await chat.say(f"/start {self.code}")
        return chat

    async def users(self) -> list[int]:
        return await self.program.store.user_ids(LATER)


@asynccontextmanager
async def house(folder: Path, **settings: str) -> AsyncIterator[House]:
    server = LocalChat(LOCAL_TOKEN)
    url = await server.start()
    async with aiohttp.ClientSession() as http:
        found = House(folder, server, http, url, **{"ACCESS": "invite", **OPERATOR, **settings})
        async with http.post(f"{url}/local/clock", json={"set": TUESDAY.isoformat()}) as response:
            assert response.status == 200
        await found.start()
        try:
            yield found
        finally:
            await found.program.stop()
            await server.stop()


async def invitation(owner: Chat) -> str:
    """The code of a fresh invitation."""
    await owner.say("/invite")
    found = re.search(r"https://t\.me/local_chat_bot\?start=(\w+)", str(owner.new[0]["text"]))
    assert found
    return found[1]


async def notes(chat: Chat) -> list[str]:
    """The notes on running the bot in that chat."""
    texts = [str(message.get("text", "")) for message in await chat.messages() if not message.get("out")]
    return [text for text in texts if text.startswith("About running this bot:")]


async def noted(chat: Chat, count: int) -> str:
    """Waits for so many notes; gives the last one."""

    async def enough() -> list[str]:
        found = await notes(chat)
        return found if len(found) >= count else []

    found = await eventually(enough)
    assert len(found) == count
    return str(found[-1])


def rows(folder: Path) -> bytes:
    """All that the database holds, its log included."""
    return b"".join(path.read_bytes() for path in (folder / "data").rglob("*") if path.is_file())


# -- the owner --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["/start {}", "{}", " {} "])
async def test_who_sends_the_printed_code_first_is_the_owner(tmp_path: Path, how: str) -> None:
    async with house(tmp_path) as it:
        assert f"https://t.me/local_chat_bot?start={it.code}" in it.printed[-1]
        assert it.code.encode() not in rows(tmp_path)
        sam, robin = it.chat(), it.chat(ROBIN)
        text = await sam.say(how.format(it.code.lower() if "/" not in how else it.code))
        assert "You are the owner of this bot now" in text
        assert "What's happening?" in text
        assert await it.program.store.owner() == SAM
        assert "no longer works" in await robin.say(it.code)
        assert await it.users() == [SAM]


async def test_the_code_is_printed_until_there_is_an_owner(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        first = it.code
        await it.program.stop()
        await it.start()
        assert it.code != first
        assert "You are the owner" in await it.chat().say(first), "what was printed before works too"
        assert "no longer works" in await it.chat(ROBIN).say(f"/start {it.code}")
        await it.program.stop()
        it.printed.clear()
        await it.start()
        assert it.printed == []
        assert await invitation(it.chat())


async def test_owner_id_needs_no_code(tmp_path: Path) -> None:
    async with house(tmp_path, OWNER_ID=str(ROBIN)) as it:
        assert not [line for line in it.printed if CODE.search(line)]
        assert "What's happening?" in await it.chat(ROBIN).say("hello")
        assert await invitation(it.chat(ROBIN))
        assert await it.chat(SAM).say("hello") == f"{PRIVATE} I kept nothing of your message."


async def test_where_all_may_come_in_somebody_who_is_there_becomes_the_owner(tmp_path: Path) -> None:
    async with house(tmp_path, ACCESS="open", OWNER_ID="1") as it:
        assert "What's happening?" in await it.chat().say("/start")
        await it.program.stop()
        it.settings = {**it.settings, "ACCESS": "invite", "OWNER_ID": ""}
        await it.start()
        assert "What's happening?" in await it.chat().say("/start"), "who was there stays"
        assert "You are the owner" in await it.chat().say(it.code)
        assert "private" in await it.chat(ROBIN).say("/start")


async def test_the_local_chat_is_open_and_has_no_owner(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        assert "What's happening?" in await chat.say("hello")
        assert "I don't know /invite" in await chat.say("/invite")
        assert await chat.program.store.moment("contact") is None


# -- invitations ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["/start {}", "{}"])
async def test_an_invitation_lets_one_person_in(tmp_path: Path, how: str) -> None:
    async with house(tmp_path) as it:
        owner, robin = await it.owned(), it.chat(ROBIN)
        code = await invitation(owner)
        assert "Open links: 1." in owner.text
        assert "once, until 8 Dec." in str(owner.new[0]["text"])
        assert PRIVATE in await robin.say("/start")
        assert await it.users() == [SAM]
        assert (await robin.say(how.format(code))).startswith("Hi. I'm a bot.")
        assert "I don't know /invite" in await robin.say("/invite")
        for forged in ("d:invite:open:", "d:invite:revoke:"):
            assert "leads nowhere" in await robin.press(1, forged)
        assert "Who can read this" in await robin.say("/privacy")
        third = it.chat((await owner.post("users", with_user=False, first_name="Kim"))["id"])
        assert "was used already" in await third.say(f"/start {code}")
        assert await it.users() == [SAM, ROBIN]


async def test_two_at_once_are_not_both_let_in(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        owner, robin = await it.owned(), it.chat(ROBIN)
        code = await invitation(owner)
        kim = it.chat((await owner.post("users", with_user=False, first_name="Kim"))["id"])
        await asyncio.gather(*(chat.post("send", text=f"/start {code}") for chat in (robin, kim)))
        texts = [await robin._answer(), await kim._answer()]
        assert sorted("I'm a bot" in text for text in texts) == [False, True]
        assert sorted("was used already" in text for text in texts) == [False, True]


async def test_expired_taken_back_and_wrong_ones(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        owner, robin = await it.owned(), it.chat(ROBIN)
        old = await invitation(owner)
        await owner.clock(advance=14 * 86_400 + 1)
        assert "has run out. Ask Ada (ada@example.org) for a new one" in await robin.say(f"/start {old}")
        codes = [await invitation(owner), await invitation(owner)]
        assert "Open links: 2." in owner.text
        await owner.tap("Another link")
        assert "Open links: 3." in owner.text
        assert "Taken back: 3." in await owner.tap("Take back all")
        assert "was taken back" in await robin.say(codes[0])
        assert "I don't know this invitation" in await robin.say(new_code())
        assert await it.users() == [SAM]
        await owner.tap("Another link")
        assert "Open links: 1." in owner.text


async def test_guessing_is_slow(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        code, robin = await invitation(await it.owned()), it.chat(ROBIN)
        for _ in range(5):
            assert "I don't know this invitation" in await robin.say(new_code())
        assert await robin.say(code) == "Too many tries. Come back in 2 minutes, with the link just as you got it."
        await robin.clock(advance=121)
        assert "I'm a bot" in await robin.say(code)


async def test_who_is_in_uses_no_invitation_up(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        owner, robin = await it.owned(), it.chat(ROBIN)
        used, spare = await invitation(owner), await invitation(owner)
        await robin.say(f"/start {used}")
        assert "That invitation is still unused" in await robin.say(spare)
        assert "What's happening?" in await robin.say(f"/start {used}"), "his own link again is just /start"
        await invitation(owner)
        assert "Open links: 2." in owner.text


async def test_who_deleted_needs_a_new_invitation(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        owner, robin = await it.owned(), it.chat(ROBIN)
        code = await invitation(owner)
        await robin.say(f"/start {code}")
        assert "To come back you would need a new invitation." in await robin.say("/delete")
        assert "To come back you need a new invitation." in await robin.tap("Yes, delete everything")
        assert robin.labels() == []
        assert "private" in await robin.say("/start")
        assert "was used already" in await robin.say(f"/start {code}")
        assert "I'm a bot" in await robin.say(f"/start {await invitation(owner)}")


async def test_an_owner_who_deletes_leaves_the_bot_without_one(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        owner = await it.owned()
        assert "no owner until" in await owner.say("/delete")
        await owner.tap("Yes, delete everything")
        assert "private" in await owner.say("/start")
        await it.program.stop()
        await it.start()
        assert "You are the owner" in await it.chat().say(it.code)


async def test_with_open_access_no_invitation_is_needed(tmp_path: Path) -> None:
    async with house(tmp_path, ACCESS="open", OWNER_ID=str(SAM)) as it:
        assert "no invitation is needed: https://t.me/local_chat_bot" in await it.chat().say("/invite")
        assert "need a new invitation" not in await it.chat(ROBIN).say("/delete")


async def test_an_invitation_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    invited, everybody = (settings_in(tmp_path, ACCESS=access) for access in ("invite", "open"))
    with pytest.raises(StoreError, match="start the bot once"):
        await invite(invited)
    async with house(tmp_path):
        with pytest.raises(StoreError, match="send it /invite in the chat"):
            await invite(invited)
    await invite(invited)
    async with house(tmp_path) as it:
        assert "I'm a bot" in await it.chat().say(CODE.findall(capsys.readouterr().out)[0])
        await invite(everybody)
        assert "no invitation is needed" in capsys.readouterr().out


async def test_the_command_names_the_bot_where_telegram_answers(tmp_path: Path) -> None:
    async with telegram() as net:
        token = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": net.url, "ACCESS": "invite"}
        async with child(tmp_path, **token) as bot:
            await bot.says("started")
            await net.say(f"/start {CODE.findall(bot.output)[0]}")
            assert "You are the owner" in (await net.answered(1))[0]
        ended = await run(tmp_path, "invite", **token)
        assert re.search(r"https://t\.me/local_chat_bot\?start=[2-9A-Z]{20}\n", ended.out)


# -- strangers --------------------------------------------------------------------------------------------------


async def test_a_stranger_gets_one_line_now_and_then_and_is_not_kept(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        owner = await it.owned()
        person = {"id": 6_871_947_673_645, "is_bot": False, "first_name": "Zubrowka"}
        message = {"message_id": 1, "date": 1795000000, "chat": {"id": person["id"], "type": "private"},
                   "from": person, "text": "mumblecrust"}  # fmt: skip
        await owner.post("update", with_user=False, message=message)
        stranger = it.chat(int(str(person["id"])))
        assert await stranger._answer() == f"{PRIVATE} I kept nothing of your message."
        for what in ("Acme, Thursday 3pm", "/interview", "/invite", "/delete"):
            await stranger.say(what)
            assert stranger.new == []
        await stranger.edit("zorblax")
        await stranger.press(1, "d:delete:open:")
        await stranger.post("block", blocked=True)
        await stranger.post("block", blocked=False)
        await stranger.upload("photo")
        assert stranger.new == []
        await stranger.clock(advance=601)
        assert PRIVATE in await stranger.say("hello?")
        assert await it.users() == [SAM]
        assert await _keys(it) <= {0, SAM}


async def _keys(it: House) -> set[int]:
    """Whose numbers stand in the inbox."""
    store: Any = it.program.store
    return set(await store._runner.run(lambda conn: list(conn.scalars(select(inbox.c.key)))))


async def test_a_stranger_may_read_who_runs_it(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        robin = it.chat(ROBIN)
        assert "Ada runs this bot. Contact: ada@example.org." in await robin.say("/privacy")
        assert robin.labels() == []
        assert await it.users() == []


@pytest.mark.parametrize("who, words", [
    ({}, "the person who runs it"), ({"OPERATOR_NAME": "Ada"}, "ask Ada for"), ({"OPERATOR_CONTACT": "@ada"}, "ask @ada for"),
])  # fmt: skip
async def test_a_stranger_hears_whom_to_ask(tmp_path: Path, who: dict[str, str], words: str) -> None:
    async with house(tmp_path, **{"OPERATOR_NAME": "", "OPERATOR_CONTACT": "", **who}) as it:
        assert words in await it.chat(ROBIN).say("hi")


async def test_a_cry_of_a_stranger_is_heard_first(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        robin = it.chat(ROBIN)
        await robin.say("hello")
        assert "Please talk to someone now" in await robin.say("I want to kill myself")
        assert robin.labels() == []
        assert await it.users() == []


async def test_groups_are_declined_as_before(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        owner = await it.owned()
        group = {"id": -100500600, "type": "supergroup", "title": "Team"}
        message = {"message_id": 5, "date": 1795000000, "chat": group, "text": f"/start {await invitation(owner)}",
                   "from": {"id": ROBIN, "is_bot": False, "first_name": "Robin"}}  # fmt: skip
        await owner.post("update", with_user=False, message=message)
        await owner._answer()
        async with it.http.get(f"{it.url}/local/calls") as response:
            methods = [call["method"].lower() for call in await response.json()]
        assert "leavechat" in methods
        assert await it.users() == [SAM]
        await invitation(owner)
        assert "Open links: 2." in owner.text, "nobody was let in from there"


# -- quotas and caps --------------------------------------------------------------------------------------------


async def test_too_much_at_once_is_said_and_read_again_after_a_pause(tmp_path: Path) -> None:
    async with talking(tmp_path, MESSAGES_PER_MINUTE="4") as chat:
        for _ in range(4):
            assert "stopped reading" not in await chat.say("/next")
        text = await chat.say("Also the second interview, at the clinic on Monday, you know")
        assert "From “Also the second interview, at the clinic” on I read nothing for 2 minutes" in text
        await chat.say("Acme, Thursday 3pm with Ann")
        assert chat.new == []
        await chat.clock(advance=121)
        text = await chat.say("/next")
        assert text.startswith("2 messages or taps before this were not read")
        assert not (await chat.program.store.load(chat.user)).all(Interview)
        assert "not read" not in await chat.say("/next")
        await chat.clock(advance=61)
        assert "stopped reading" not in await chat.say("/next")


async def test_a_cry_is_heard_over_the_quota_and_a_tap_is_answered(tmp_path: Path) -> None:
    async with talking(tmp_path, MESSAGES_PER_MINUTE="2") as chat:
        await chat.say("/start")
        await chat.say("/next")
        assert "I read nothing for 2 minutes; please do it again" in await chat.press(1, "d:next:open:")
        assert "Please talk to someone now" in await chat.say("I want to kill myself")


async def test_the_day_has_an_end_and_the_owner_has_none(tmp_path: Path) -> None:
    async with house(tmp_path, ACCESS="open", OWNER_ID=str(SAM), MESSAGES_PER_DAY="3") as it:
        owner, robin = it.chat(SAM), it.chat(ROBIN)
        for _ in range(3):
            await robin.say("/next")
        assert "I read nothing for 24 hours" in await robin.say("one more")
        for _ in range(5):
            assert "stopped" not in await owner.say("/next")
        await robin.clock(advance=86_401)
        assert "One message or tap before this was not read" in await robin.say("/next")


def _full(kind: type[Record], count: int) -> list[Record]:
    made: dict[type[Record], Callable[[int], Record]] = {
        Job: lambda n: Job(employer=f"Firm {n}"),
        Question: lambda n: Question(text=f"Whether {n} is so", origin="own"),
        Interview: lambda n: Interview(
            job_id="x", local=datetime(2027, 3, 1, 9), zone="Europe/Berlin", start=TUESDAY + timedelta(days=90 + n)
        ),
    }
    return [made[kind](number) for number in range(count)]


async def fill(chat: Chat, kind: type[Record], count: int) -> None:
    work = await chat.program.store.load(chat.user)
    for record in _full(kind, count):
        work.add(record)
    await chat.program.store.commit(work)


async def test_more_than_fits_is_not_saved_and_it_is_said(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say("/start")
        await fill(chat, Question, 199)
        assert "most I can keep" not in await chat.say("/ask whether lunch is paid")
        assert "200 open questions are the most" in await chat.say("/ask whether the shop has windows")
        work = await chat.program.store.load(chat.user)
        assert len(work.all(Question)) == 200
        row = work.all(Question)[0]
        row.state = "parked"
        await chat.program.store.commit(work)
        assert "most I can keep" not in await chat.say("/ask whether the shop has windows")


async def test_a_step_that_keeps_too_much_stays_open(tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        await chat.say("Juniper Foods, ops lead, Thursday 3pm with Noor (manager)")
        await chat.say("Berlin")
        await fill(chat, Job, 40)
        assert "40 open employers are the most" in await chat.tap("Save")
        assert not (await chat.program.store.load(chat.user)).all(Interview)
        await chat.tap("Back to adding an interview")
        assert "Save" in chat.labels()


def test_the_rows_of_all_kinds_are_counted() -> None:
    old = [Answer(question_id="q", created_at=TUESDAY) for _ in range(MOST_ROWS)]
    work = Work(User(id=1), old)
    assert too_much(work) is None
    work.add(Answer(question_id="q", created_at=TUESDAY))
    assert too_much(work) == ("rows", MOST_ROWS)


# -- notes to the owner -----------------------------------------------------------------------------------------


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked at often, and what fails is tried again at once."""
    monkeypatch.setattr("bot.owner.TICK", 0.05)
    monkeypatch.setattr("bot.telegram.dispatcher.PAUSES", (0.01, 0.01))


@pytest.mark.usefixtures("soon")
async def test_a_parked_update_is_told_by_number_and_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with house(tmp_path) as it:
        owner, robin = await it.owned(), it.chat(ROBIN)
        await robin.say(f"/start {await invitation(owner)}")
        monkeypatch.setattr("handlers.free.Fallback.answer", None)
        for app_handler in it.program.dispatcher._app.handlers[0]:
            if type(app_handler).__name__ == "Fallback":
                monkeypatch.setattr(app_handler, "callback", _break)
        incident = _incident(await robin.say("/florpsy quillsmith"))
        note = await noted(owner, 1)
        assert f"incident {incident}, ZeroDivisionError" in note
        assert not re.search(r"florpsy|quillsmith|1002|Robin", note)
        more = [_incident(await robin.say("/florpsy again")) for _ in range(2)]
        await asyncio.sleep(0.3)
        assert len(await notes(owner)) == 1, "one note in ten minutes"
        await owner.clock(advance=601)
        note = await noted(owner, 2)
        assert more[0] in note
        assert f"1 more were set aside: {more[1]}." in note


async def _break(update: object, context: object) -> None:
    raise ZeroDivisionError("quillsmith")


def _incident(text: str) -> str:
    found = re.search(r"code (\S+)\)", text)
    assert found, text
    return found[1]


@pytest.mark.usefixtures("soon")
async def test_an_outage_is_told_with_its_times_and_what_waited(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        owner = await it.owned()
        robin = it.chat(ROBIN)
        await robin.say(f"/start {await invitation(owner)}")
        await eventually(lambda: it.program.store.moment("contact"))
        await it.program.stop()
        await owner.post("clock", with_user=False, advance=3600)
        for chat in (owner, robin):
            await chat.post("send", text="/next")
        await owner.post("clock", with_user=False, advance=3600)
        await it.start()
        note = await noted(it.chat(), 1)
        assert "From Tue 24 Nov 09:20 (UTC) to Tue 24 Nov 11:20 (UTC) it was out of reach." in note
        assert "2 messages waited and are answered late." in note


@pytest.mark.usefixtures("soon")
async def test_a_night_without_messages_is_no_outage(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        await it.owned()
        await it.program.stop()
        await it.chat().post("clock", with_user=False, advance=8 * 3600)
        await it.start()
        await it.chat().say("/next")
        await asyncio.sleep(0.3)
        assert await notes(it.chat()) == []


@pytest.mark.usefixtures("soon")
async def test_nobody_to_tell_is_no_harm(tmp_path: Path) -> None:
    async with house(tmp_path) as it:
        it.program.owner.parked("abc", "ValueError")
        await asyncio.sleep(0.3)
        assert it.program.owner._parked == [], "it does not wait for ever"
        assert "private" in await it.chat().say("hello")

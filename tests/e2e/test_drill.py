"""The restore drill: a backup from the running bot, a deletion, a crash, the loss of the database, and all goes on."""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.localchat.server import LocalChat
from bot.place import LOCAL_TOKEN
from tests import postgres
from tests.chat import TUESDAY, buttons_of
from tests.crash_look import Database
from tests.crash_players import Player, text_of
from tests.e2e.process import child, run

pytestmark = pytest.mark.anyio
NAMES = ("Ada", "Ben", "Cleo")
# What a question about one's data changes by itself.
MOVES = ("exported_at", "seen_at", "screen", "version")


class Drill:
    """The bot as a child on its own database, and three users."""

    def __init__(self, folder: Path, server: LocalChat, url: str, database: str) -> None:
        self.folder, self.server, self.url, self.database = folder, server, url, database
        self.file = folder / "drill.backup"
        self.ada, self.ben, self.cleo = (Player(server.state, name, i + 1, 1) for i, name in enumerate(NAMES))
        self.asked: list[str] = []
        self.known = 0  # of Cleo's questions, when the backup began

    @property
    def settings(self) -> dict[str, str]:
        return {"DATABASE_URL": self.database}

    def bot(self) -> Any:
        return child(self.folder, "--local-chat", self.url, **self.settings)

    async def command(self, *words: str) -> str:
        ended = await run(self.folder, *words, **self.settings)
        assert ended.code == 0, ended
        return ended.out

    async def before(self) -> dict[str, Any]:
        """The talk, a backup while Cleo goes on, then Ben leaves and the bot is killed. Ada's data at the backup."""
        async with self.bot() as bot:
            await bot.says("event=started")
            await asyncio.gather(self.ada.talk(), self.ben.talk(), self.cleo.ask("/start", "What's happening?"))
            kept = await export_of(self.ada)
            asking = asyncio.create_task(self.ask_on())
            await self.asks(3, asking)
            self.known = len(self.asked) - 1
            await self.command("backup", str(self.file))
            more = len(self.asked)
            await self.asks(more + 2, asking)
            asking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await asking
            assert more > self.known + 1, "the bot was at work meanwhile"
            await self.ben.ask("/delete", "Delete everything?")
            await self.ben.ask("yes", "Deleted:")
            bot.process.kill()
            await bot.process.wait()
        return kept

    async def asks(self, count: int, asking: asyncio.Task[None]) -> None:
        """Waits until Cleo has asked so often; raises what ended her asking."""
        while len(self.asked) < count:
            if asking.done():
                asking.result()
            await asyncio.sleep(0.01)

    async def ask_on(self) -> None:
        while True:
            question = f"What about number {len(self.asked)}?"
            self.asked.append(question)
            await self.cleo.ask(f"/ask {question}", f"Added: {question}")

    def lose(self) -> None:
        if self.database.startswith("sqlite"):
            shutil.rmtree(self.folder / "data")
        else:
            self.database = postgres.server().create_database()

    async def after(self, kept: dict[str, Any]) -> None:
        async with self.bot() as bot:
            await bot.says("event=started")
            now = await export_of(self.ada)
            assert steady(now) == steady(kept)
            questions = [row["text"] for row in (await export_of(self.cleo))["question"]]
            assert questions == self.asked[: len(questions)], "one moment of the database, without gaps"
            assert len(questions) >= self.known
            assert await self.leaver_is_gone()
            await self.reminders_come_once(now)
            assert (await bot.stop()).code == 0

    async def leaver_is_gone(self) -> bool:
        await self.ben.ask("/start", "I'm a bot")
        found = await export_of(self.ben)
        return not any(found[kind] for kind in ("interview", "job", "question", "priority", "answer", "reminder"))

    async def reminders_come_once(self, export: dict[str, Any]) -> None:
        planned = [row for row in export["reminder"] if row["state"] == "planned"]
        assert len(planned) >= 3
        begun = self.server.state.next_message_id
        await self.move_through()
        rows = {row["id"]: row for row in (await export_of(self.ada))["reminder"]}
        assert [row for row in rows.values() if row["state"] in ("planned", "leased")] == []
        came = Counter(text_of(message) for message in self.ada.messages() if is_reminder(message, begun))
        assert sum(came.values()) == sum(row["state"] == "sent" or bool(row["sent_at"]) for row in rows.values()) >= 3
        assert max(came.values()) == 1

    async def move_through(self) -> None:
        """Moves the clock from one reminder to the next until none is left."""
        look, clock = Database(self.database), self.server.state.clock
        try:
            async with asyncio.timeout(60):
                while True:
                    left = await look.left(clock.now())
                    if not (left.due or left.leased or left.unanswered):
                        if left.next_due is None:
                            return
                        ahead = max(left.next_due - clock.now(), timedelta())
                        clock.move(clock.offset + ahead.total_seconds())
                    await asyncio.sleep(0.05)
        finally:
            await look.close()


async def export_of(player: Player) -> dict[str, Any]:
    """What is kept of that user now."""
    await player.ask("/export", "The same to read")
    files = [message["document"] for message in player.messages() if "document" in message]
    last = [file for file in files if file["file_name"].endswith("json")][-1]
    stored = player.state.files.by_id(last["file_id"])
    assert stored is not None
    return dict(json.loads(stored.data))


def steady(export: dict[str, Any]) -> dict[str, Any]:
    """Without what moves by asking."""
    kept = {name: value for name, value in export.items() if name not in MOVES}
    kept["undo"] = [row for row in export["undo"] if row["data"]["rows"]]  # one more row remembers the asking itself
    return kept | {"user": {name: value for name, value in export["user"].items() if name not in MOVES}}


def is_reminder(message: dict[str, Any], after: int) -> bool:
    labels = [button["text"] for button in buttons_of(message)]
    return message["message_id"] >= after and "Fewer of these" in labels


async def drill(folder: Path, database: str) -> None:
    server = LocalChat(LOCAL_TOKEN, users=NAMES)
    url = await server.start()
    clock = server.state.clock
    clock.move(clock.offset + (TUESDAY - clock.now()).total_seconds())
    drill = Drill(folder, server, url, database)
    try:
        kept = await drill.before()
        drill.lose()
        said = await drill.command("restore", str(drill.file))
        assert "Deletions since then that were honoured: 1." in said
        await drill.after(kept)
    finally:
        await server.stop()


async def test_the_restore_drill(tmp_path: Path) -> None:
    await drill(tmp_path, f"sqlite:///{tmp_path}/data/bot.db")


@pytest.mark.postgres
async def test_the_restore_drill_on_postgres(tmp_path: Path) -> None:
    await drill(tmp_path, postgres.server().create_database())

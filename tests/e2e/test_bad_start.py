"""What is wrong at the start is said in one line that names what to do; exit code 2, and nothing is lost."""

from __future__ import annotations

import asyncio
import base64
import socket
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest

from bot.core.model import Priority
from bot.store.base import StoreError
from bot.store.keys import KeySource
from bot.store.opening import open_store
from tests import postgres
from tests.e2e.process import TOKEN, Telegram, child, free_port, refused, run, telegram

pytestmark = pytest.mark.anyio
KEY = base64.b64encode(b"k" * 32).decode()
SECRET = "s3cret" * 6


class Home:
    """A folder with the bot's database, in which one thing is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "data" / "bot.db"
        self.url = f"sqlite:///{self.file}"
        self.keys = KeySource(folder / "config" / "two-way-street" / "local-chat.key")

    async def fill(self) -> None:
        store = await open_store(self.url, self.keys)
        work = await store.load(1)
        work.add(Priority(topic="PAY", because="rent"))
        await store.commit(work)
        await store.close()

    async def kept(self) -> bool:
        """Whether all is still there, with the right settings."""
        store = await open_store(self.url, self.keys)
        try:
            return [row.because for row in (await store.load(1)).all(Priority)] == ["rent"]
        finally:
            await store.close()


@pytest.fixture
async def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    await home.fill()
    return home


# -- settings ---------------------------------------------------------------------------------------------------


WRONG: list[tuple[dict[str, str], str]] = [
    ({"DATABASE_URL": f"mysql://coach:{SECRET}@localhost/x"}, "DATABASE_URL must be sqlite:///"),
    ({"DATABASE_URL": f"postgresql://coach:{SECRET}@[::1/x"}, "DATABASE_URL must be sqlite:///"),
    ({"TELEGRAM_BOT_TOKEN": f"12345:{SECRET}!"}, "TELEGRAM_BOT_TOKEN is not a bot token"),
    ({"TELEGRAM_BOT_TOKEN": TOKEN, "WEBHOOK_URL": "https://bot.example"}, "WEBHOOK_SECRET is missing"),
    ({"ENCRYPTION_KEY": SECRET}, "ENCRYPTION_KEY must be 32 random bytes"),
    ({"METRICS_PORT": SECRET}, "METRICS_PORT must be a port number"),
    ({"ACCESS": SECRET}, "ACCESS must be invite"),
]


async def test_wrong_settings(tmp_path: Path) -> None:
    ends = await asyncio.gather(*(run(tmp_path, **settings) for settings, _ in WRONG))
    for (_, words), ended in zip(WRONG, ends, strict=True):
        refused(ended, words, hidden=(SECRET, TOKEN))
    assert not (tmp_path / "data").exists()


async def test_a_damaged_line_of_the_env_file(home: Home) -> None:
    (home.folder / ".env").write_text(f"LOG_LEVEL=INFO\nTELEGRAM_BOT_TOKEN {TOKEN}\n")
    refused(await run(home.folder), ".env line 2 cannot be read: expected NAME=value", hidden=(TOKEN,))
    assert await home.kept()


# -- database ---------------------------------------------------------------------------------------------------


async def test_databases_that_cannot_be_written(home: Home) -> None:
    fresh = Home(home.folder / "fresh")
    urls = [f"{home.url}?mode=ro", f"{fresh.url}?max_page_count=5", f"{home.url}?max_pages=5"]
    read_only, full, unknown = await asyncio.gather(*(run(home.folder, DATABASE_URL=url) for url in urls))
    refused(read_only, "is read-only", "mode=ro")
    refused(full, "is full: no space is left")
    refused(unknown, "unknown options: max_pages")
    await fresh.fill()
    assert [await home.kept(), await fresh.kept()] == [True, True]


async def test_a_locked_database(home: Home) -> None:
    with closing(sqlite3.connect(home.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        ended = await run(home.folder, DATABASE_URL=f"{home.url}?busy_timeout=300")
        other.execute("ROLLBACK")
    refused(ended, "is locked by another process: stop that one")
    assert await home.kept()


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all,\n" * 500)
    refused(await run(tmp_path, DATABASE_URL=f"sqlite:///{path}"), "is not a database")
    assert path.read_text() == "Dear all,\n" * 500


async def test_a_lost_key(home: Home) -> None:
    key = home.keys.path.read_bytes()
    home.keys.path.unlink()
    for command in ("run", "rotate-key"):
        refused(await run(home.folder, command, DATABASE_URL=home.url), f"put it back at {home.keys.path}")
        assert not home.keys.path.exists()
    home.keys.path.write_bytes(key)
    assert await home.kept()


async def test_a_wrong_key(home: Home) -> None:
    ended = await run(home.folder, DATABASE_URL=home.url, ENCRYPTION_KEY=KEY)
    refused(ended, "key does not fit this database; nothing was changed", hidden=(KEY,))
    assert await home.kept()


async def test_a_damaged_key_file(home: Home) -> None:
    key = home.keys.path.read_bytes()
    home.keys.path.write_bytes(key[:20])
    refused(await run(home.folder, DATABASE_URL=home.url), str(home.keys.path), "is not a key", hidden=(str(key[:20]),))
    home.keys.path.write_bytes(key)
    assert await home.kept()


async def test_a_second_process_on_one_file(home: Home) -> None:
    async with child(home.folder, DATABASE_URL=home.url) as first:
        await first.says("level=info event=started")
        commands = ("run", "rotate-key")
        for ended in await asyncio.gather(*(run(home.folder, command, DATABASE_URL=home.url) for command in commands)):
            refused(ended, "another copy of this program uses the database", "stop it first")
        assert first.process.returncode is None
        assert (await first.stop()).code == 0
    assert len(home.keys.path.read_text().split()) == 1
    assert await home.kept()


async def test_a_server_out_of_reach(tmp_path: Path) -> None:
    url = f"postgresql://coach:{SECRET}@127.0.0.1:{free_port()}/coach"
    refused(
        await run(tmp_path, DATABASE_URL=url), "the database coach at 127.0.0.1", "cannot be reached", hidden=(SECRET,)
    )


@pytest.mark.postgres
async def test_a_database_that_is_not_there(tmp_path: Path) -> None:
    ended = await run(tmp_path, DATABASE_URL=postgres.server().url("nowhere"))
    refused(ended, "the database nowhere at 127.0.0.1", "does not exist: create it first")


@pytest.mark.postgres
async def test_a_wrong_password(tmp_path: Path) -> None:
    url = postgres.server().create_database()
    conn = await asyncpg.connect(url)
    await conn.execute("DROP ROLE IF EXISTS guarded")
    await conn.execute("CREATE ROLE guarded LOGIN PASSWORD 'right'")
    _guard(Path(await conn.fetchval("SHOW hba_file")))
    await conn.execute("SELECT pg_reload_conf()")
    await conn.close()
    ended = await run(tmp_path, DATABASE_URL=url.replace("tests@", f"guarded:{SECRET}@"))
    refused(ended, "refuses the user or the password", hidden=(SECRET,))


def _guard(rules: Path) -> None:
    """The test server lets everybody in; that role must give its password."""
    rules.write_text(f"host all guarded 127.0.0.1/32 scram-sha-256\n{rules.read_text()}")


# -- ports and Telegram -----------------------------------------------------------------------------------------


async def test_busy_ports(home: Home) -> None:
    names = ("LOCAL_CHAT_PORT", "METRICS_PORT")
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = str(busy.getsockname()[1])
        urls = [home.url, Home(home.folder / "other").url]
        ends = await asyncio.gather(
            *(run(home.folder, DATABASE_URL=url, **{name: port}) for name, url in zip(names, urls, strict=True))
        )
    for name, ended in zip(names, ends, strict=True):
        refused(ended, f"{name} {port} is in use", "set another")
    assert await home.kept()


async def test_a_busy_webhook_port(tmp_path: Path) -> None:
    async with telegram() as net:
        with socket.socket() as busy:
            busy.bind(("0.0.0.0", 0))
            busy.listen()
            port = str(busy.getsockname()[1])
            ended = await run(tmp_path, **real(net), WEBHOOK_PORT=port,
                              WEBHOOK_URL=f"http://127.0.0.1:{port}", WEBHOOK_SECRET=SECRET)  # fmt: skip
        assert await net.calls("setWebhook") == []
    refused(ended, f"WEBHOOK_PORT {port} is in use", hidden=(TOKEN, SECRET))


async def test_a_webhook_that_telegram_does_not_take(tmp_path: Path) -> None:
    async with telegram() as net:
        ended = await run(tmp_path, **real(net), WEBHOOK_PORT=str(free_port()),
                          WEBHOOK_URL="http://bot.example", WEBHOOK_SECRET=SECRET)  # fmt: skip
    refused(ended, "WEBHOOK_URL", "https url must be provided", hidden=(TOKEN, SECRET))


async def test_a_refused_token(tmp_path: Path) -> None:
    async with telegram("1:another-token-than-the-one-of-this-bot") as net:
        ended = await run(tmp_path, **real(net))
    refused(ended, "TELEGRAM_BOT_TOKEN is refused", "BotFather", hidden=(TOKEN, TOKEN.partition(":")[2]))


async def test_a_local_chat_that_is_not_there(tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    refused(await run(tmp_path, "--local-chat", url), "--local-chat", url)


async def test_a_second_copy_on_one_token(tmp_path: Path) -> None:
    """Two bots with databases of their own: Telegram ends the older one's poll, and it goes."""
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    async with telegram() as net, child(folders[0], **real(net)) as older:
        await older.says("level=info event=started")
        await net.say("/start")
        await net.answered(1)
        async with child(folders[1], **real(net)) as newer:
            await newer.says("level=info event=started")
            refused(await older.ended(), "Another copy of this bot is running with the same token", hidden=(TOKEN,))
            await net.say("/help")
            assert len(await net.answered(2)) == 2
            assert newer.process.returncode is None
            assert (await newer.stop()).code == 0
        async with child(folders[0], **real(net)) as again:
            await net.say("/next")
            assert len(await net.answered(3)) == 3
            assert (await again.stop()).code == 0


def real(net: Telegram) -> dict[str, str]:
    """The settings of a bot with a token on that Telegram."""
    return {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": net.url}


# -- while it runs ----------------------------------------------------------------------------------------------


async def test_full_while_it_runs(tmp_path: Path) -> None:
    """What cannot be stored stays with Telegram, and is answered when there is room."""
    home = Home(tmp_path)
    url = f"{home.url}?max_page_count=90"
    async with telegram() as net, child(tmp_path, **real(net), DATABASE_URL=url) as bot:
        await net.say("/start")
        await net.answered(1)
        with closing(sqlite3.connect(home.file, isolation_level=None)) as other:
            row = "INSERT INTO inbox (update_id, key, body, received_at, attempts, done_at, answered_at)"
            other.execute(f"{row} VALUES (-1, 0, zeroblob(1000000), '2026-01-01', 0, '2026-01-01', '2026-01-01')")
            update = await net.say("/worry " + "they will send me away after the trial time " * 70)
            await bot.says("poll failed")
            assert update in net.server.state.updates.pending
            assert len(await net.texts()) == 1
            other.execute("DELETE FROM inbox WHERE update_id = -1")
        assert "question" in (await net.answered(2))[1]
        assert "is full" not in (await net.texts())[1]
        ended = await bot.stop()
    assert (ended.code, ended.told) == (0, [])


async def test_locked_while_it_runs(tmp_path: Path) -> None:
    home = Home(tmp_path)
    url = f"{home.url}?busy_timeout=100"
    async with telegram() as net, child(tmp_path, **real(net), DATABASE_URL=url) as bot:
        await net.say("/start")
        await net.answered(1)
        with closing(sqlite3.connect(home.file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            update = await net.say("/help")
            await bot.says("poll failed")
            assert update in net.server.state.updates.pending
            other.execute("ROLLBACK")
        assert len(await net.answered(2)) == 2
        ended = await bot.stop()
    assert (ended.code, ended.told) == (0, [])


# -- commands ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["run", "migrate"])
async def test_the_key_is_made_once_and_said(tmp_path: Path, command: str) -> None:
    path = tmp_path / "config" / "two-way-street" / "local-chat.key"
    line = f"A new key encrypts what people write: {path}. Keep a copy of it apart from the database."
    async with child(tmp_path, command) as bot:
        await bot.says(line)
        if command == "run":
            await bot.says("this is the local chat: http://127.0.0.1:")
            assert (await bot.stop()).code == 0
        assert (await bot.ended()).code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text().strip() not in bot.output
    ended = await run(tmp_path, "migrate")
    assert (ended.code, ended.out, ended.told) == (0, "The database is up to date.\n", [])


async def test_the_key_is_rotated(home: Home) -> None:
    old = home.keys.path.read_text()
    ended = await run(home.folder, "rotate-key", DATABASE_URL=home.url)
    assert (ended.code, ended.told) == (0, [])
    assert "rows are sealed with the newest key" in ended.out
    new = home.keys.path.read_text()
    assert len(new.split()) == 1
    assert new != old
    assert stat.S_IMODE(home.keys.path.stat().st_mode) == 0o600
    assert await home.kept()
    with pytest.raises(StoreError, match="does not fit"):
        await open_store(home.url, KeySource(home.keys.path, old.strip()))
    for key in (old, new):
        assert key.strip() not in ended.out + ended.err

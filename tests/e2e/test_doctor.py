"""The doctor: a line for each thing, what to do where it is wrong, 0 or 1, and never a secret."""

from __future__ import annotations

import asyncio
import base64
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.doctor import doctor
from bot.doctor_host import has_wal_fix
from bot.maintenance import backup_stamp, source_of
from bot.settings import Settings
from bot.store.keys import new_key, write_keys
from tests.chat import settings_in
from tests.e2e.homes import Home
from tests.e2e.process import TOKEN, child, free_port, run, telegram
from tests.store.samples import accept

pytestmark = pytest.mark.anyio


class Said:
    """What it said: its exit code and lines as (level, about, text)."""

    def __init__(self, code: int, out: str) -> None:
        self.code = code
        self.lines = [(line[:8].strip(), *line[9:].split(": ", 1)) for line in out.splitlines()]

    def has(self, level: str, about: str, words: str = "") -> bool:
        return any(found[:2] == (level, about) and words in found[2] for found in self.lines)

    @property
    def problems(self) -> list[tuple[str, ...]]:
        return [line for line in self.lines if line[0] == "problem"]


async def asked(settings: Settings, capsys: pytest.CaptureFixture[str], dotenv: Path = Path("none.env")) -> Said:
    capsys.readouterr()
    code = await doctor(settings, dotenv)
    return Said(code, capsys.readouterr().out)


async def test_before_the_first_start(sqlite_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    said = await asked(sqlite_home.settings, capsys)
    assert (said.code, said.problems) == (0, [])
    assert said.has("ok", "key", "none yet")
    assert said.has("ok", "database", "none yet")
    assert said.has("ok", "Telegram", "local chat")
    assert list(sqlite_home.folder.iterdir()) == [], "it changes nothing"


async def test_all_is_well(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    await home.fill(1, 2)
    await home.backup()
    said = await asked(home.settings, capsys)
    assert (said.code, said.problems) == (0, [])
    assert said.has("ok", "database", "2 users")
    assert said.has("ok", "key", "it fits")
    assert said.has("ok", "lock", "free")
    assert said.has("ok", "backup", "the last one is of")
    assert said.has("ok", "queue", "0 updates wait")


async def test_while_the_bot_runs(tmp_path: Path) -> None:
    settings = {"METRICS_PORT": str(free_port()), "LOCAL_CHAT_PORT": str(free_port())}
    async with child(tmp_path, **settings) as bot:
        await bot.says("event=started")
        ended = await run(tmp_path, "doctor", **settings)
        said = Said(ended.code, ended.out)
        assert (said.code, said.problems) == (0, []), ended
        assert said.has("ok", "lock", "held by a running bot")
        assert said.has("ok", "METRICS_PORT", "in use, as it should be")
        assert (await run(tmp_path, "health", **settings)).out == "ok\n"
        assert (await bot.stop()).code == 0
    assert (await run(tmp_path, "health", **settings)).code == 1


async def test_a_wrong_setting(tmp_path: Path) -> None:
    ended = await run(tmp_path, "doctor", METRICS_PORT="s3cret")
    assert (ended.code, ended.err) == (1, "")
    assert ended.out.startswith("problem  settings: METRICS_PORT must be")
    assert "s3cret" not in ended.out


async def test_files_that_others_may_read(sqlite_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    await sqlite_home.fill(1)
    dotenv = sqlite_home.folder / ".env"
    dotenv.write_text("LOG_LEVEL=INFO\n")
    for path in (dotenv, sqlite_home.database, source_of(sqlite_home.settings).path):
        path.chmod(0o644)
    said = await asked(sqlite_home.settings, capsys, dotenv)
    assert said.code == 0
    for about in (".env", "key file", "database file"):
        assert said.has("warning", about, "chmod 600")


async def test_another_key_and_none(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    await home.fill(1)
    path = source_of(home.settings).path
    write_keys(path, [new_key()])
    said = await asked(home.settings, capsys)
    assert said.code == 1
    assert said.has("problem", "key", "does not fit")
    path.unlink()
    assert (await asked(home.settings, capsys)).has("problem", "key", "its key is missing")


async def test_the_key_in_the_database_s_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = Home(tmp_path, ENCRYPTION_KEY_FILE=str(tmp_path / "data" / "two-way-street" / "key"))
    await home.fill(1)
    assert (await asked(home.settings, capsys)).has("warning", "key", "whoever copies that folder has both")


async def test_a_damaged_database(sqlite_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    await sqlite_home.fill(*range(1, 30))
    with closing(sqlite3.connect(sqlite_home.database)) as conn:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = bytearray(sqlite_home.database.read_bytes())
    for place in range(8192, len(raw), 4096):
        raw[place : place + 64] = b"\xff" * 64
    sqlite_home.database.write_bytes(raw)
    said = await asked(sqlite_home.settings, capsys)
    assert said.code == 1
    assert said.has("problem", "database", "is damaged")


async def test_what_waits_too_long_and_what_was_set_aside(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    old = datetime.now(UTC) - timedelta(hours=1)
    async with home.store() as store:
        await accept(store, 1, at=old)
        [parked] = await accept(store, 2, first=200, at=old)
        await store.park([parked], "ValueError", old)
    backup_stamp(home.settings).write_text((datetime.now(UTC) - timedelta(days=9)).isoformat())
    said = await asked(home.settings, capsys)
    assert said.code == 0
    assert said.has("warning", "queue", "waits for 60 minutes")
    assert said.has("warning", "queue", "1 updates were set aside")
    assert said.has("warning", "backup", "9 days ago")


async def test_a_port_that_another_program_has(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    said = await asked(settings_in(tmp_path, METRICS_PORT=str(port)), capsys)
    server.close()
    assert said.code == 1
    assert said.has("problem", "METRICS_PORT", f"{port} cannot be used")


# -- Telegram -------------------------------------------------------------------------------------------------------


async def test_telegram_knows_the_token(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with telegram() as net:
        said = await asked(settings_in(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=net.url), capsys)
        assert said.has("ok", "Telegram", "the token is @")
        assert said.has("ok", "clock")
        assert said.has("ok", "updates", "by polling, 0 wait")
        other = TOKEN[:-1] + "X"
        said = await asked(settings_in(tmp_path, TELEGRAM_BOT_TOKEN=other, TELEGRAM_API_URL=net.url), capsys)
    assert said.code == 1
    assert said.has("problem", "Telegram", "the token is refused")


HOOK = {"url": "https://old.example/telegram", "pending_update_count": 4321, "last_error_date": 1795000000,
        "last_error_message": "Wrong response from the webhook:\n502 Bad Gateway"}  # fmt: skip


async def test_a_wrong_clock_and_an_old_webhook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async def answer(request: web.Request) -> web.Response:
        body: Any = {"username": "coach_bot"} if request.path.endswith("getMe") else HOOK
        return web.json_response({"ok": True, "result": body}, headers={"Date": "Sat, 21 Nov 2020 10:00:00 GMT"})

    app = web.Application()
    app.router.add_get("/{rest:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    url = f"http://127.0.0.1:{port}"
    said = await asked(settings_in(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=url), capsys)
    await runner.cleanup()
    assert said.has("warning", "clock", "set it by NTP")
    assert said.has("warning", "updates", "4321 wait")
    assert said.has("warning", "updates", "another webhook than the settings")
    assert said.has("warning", "updates", "502 Bad Gateway")


async def test_no_secret_is_printed_where_telegram_is_out_of_reach(tmp_path: Path) -> None:
    key = base64.b64encode(b"k" * 32).decode()
    password = "p4ssw0rd"
    ended = await run(
        tmp_path, "doctor", TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=f"http://127.0.0.1:{free_port()}",
        ENCRYPTION_KEY=key, DATABASE_URL=f"postgresql://bot:{password}@127.0.0.1:{free_port()}/bot", LOG_LEVEL="DEBUG",
    )  # fmt: skip
    said = Said(ended.code, ended.out)
    assert said.code == 1
    assert {line[1] for line in said.problems} == {"database", "Telegram"}
    printed = ended.out + ended.err
    assert [word for word in (TOKEN, TOKEN.partition(":")[2], key, password) if word in printed] == []


@pytest.mark.parametrize(
    "version,fixed",
    [((3, 40, 1), False), ((3, 44, 6), True), ((3, 45, 0), False), ((3, 50, 7), True), ((3, 51, 2), False),
     ((3, 51, 3), True), ((3, 52, 0), True)],
)  # fmt: skip
def test_which_sqlite_has_the_fault(version: tuple[int, ...], fixed: bool) -> None:
    assert has_wal_fix(version) is fixed

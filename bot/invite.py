"""The command invite: makes an invitation on the command line. Beside a running bot only on PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection
from telegram import Bot
from telegram.error import TelegramError

from bot.core.access import INVITE, LASTS, new_code
from bot.maintenance import source_of
from bot.owner import start_link
from bot.settings import Settings
from bot.store import migrate, sql_codes
from bot.store.base import StoreError
from bot.store.crypto import Vault
from bot.store.keys import read_keys
from bot.store.lock import FileLock
from bot.store.opening import check_key
from bot.store.runner import make_runner
from bot.store.urls import is_sqlite, parse_url, path_of
from bot.store.work import Code
from bot.telegram.request import AiohttpRequest


async def invite(settings: Settings) -> None:
    """Prints a link that lets one person in. StoreError where the bot has never run with these settings."""
    if settings.access == "open":
        print("Everybody who finds this bot may use it (ACCESS=open): no invitation is needed.")
        return
    now = datetime.now(UTC)
    code = Code(new_code(), INVITE, now + LASTS[INVITE])
    await _keep(settings, code, now)
    name = await _name(settings)
    what = f"{start_link(name)}{code.text}" if name else f"to send to the bot: {code.text}"
    print(f"This lets one person in, once, until {code.expires:%Y-%m-%d}:\n{what}")


async def _keep(settings: Settings, code: Code, now: datetime) -> None:
    """One short transaction; no table is changed. On SQLite nobody else may write meanwhile."""
    never = StoreError("there is no database with its key yet: start the bot once, then invite")
    url, keys = parse_url(settings.database_url.get_secret_value()), read_keys(source_of(settings))
    if keys is None or (is_sqlite(url) and not path_of(url).exists()):
        raise never

    def issue(conn: Connection) -> None:
        vault = Vault(keys)
        if not check_key(conn, vault):
            raise never
        if migrate.revision_of(conn) != migrate.newest():
            raise StoreError("the database has other tables than this version: start this version once, then invite")
        sql_codes.issue(conn, vault, code, now)

    lock = _alone(path_of(url)) if is_sqlite(url) else None
    runner = make_runner(url)
    try:
        await runner.run(issue)
    finally:
        await runner.close()
        if lock is not None:
            await lock.release()


def _alone(path: Path) -> FileLock:
    """The lock of the database: a second program that writes could damage it before SQLite 3.51.3."""
    try:
        return FileLock(path.with_name(path.name + ".lock"))
    except StoreError:
        raise StoreError("the bot is running: send it /invite in the chat, or stop it first") from None


async def _name(settings: Settings) -> str:
    """The bot's name at Telegram; empty where it cannot be asked."""
    if settings.telegram_bot_token is None:
        return ""
    token = settings.telegram_bot_token.get_secret_value()
    bot = Bot(token, base_url=settings.bot_url, base_file_url=settings.file_url, request=AiohttpRequest())
    try:
        async with bot:
            return bot.username
    except TelegramError:
        return ""

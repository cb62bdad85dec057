"""The command doctor: looks at everything the bot needs and changes nothing. It never prints a secret."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from bot.doctor_finding import Finding, Level
from bot.doctor_host import clock_data, disk, env_file, last_backup, ports, python, sqlite
from bot.doctor_store import Found, database, key, lock
from bot.doctor_telegram import telegram
from bot.settings import Settings


async def doctor(settings: Settings, dotenv: Path = Path(".env")) -> int:
    """Prints a line for each thing; 0, or 1 where something is wrong."""
    wrong = False
    async for finding in _all(settings, dotenv):
        print(finding, flush=True)
        wrong |= finding.level is Level.PROBLEM
    return int(wrong)


async def _all(settings: Settings, dotenv: Path) -> AsyncIterator[Finding]:
    for finding in _quick(settings, dotenv):
        yield finding
    found = Found()
    for check in (key, database, lock):
        for finding in await check(settings, found):
            yield finding
    for finding in ports(settings, found.running):
        yield finding
    for finding in await telegram(settings):
        yield finding


def _quick(settings: Settings, dotenv: Path) -> Iterator[Finding]:
    yield python()
    yield from sqlite(settings)
    yield from env_file(settings, dotenv)
    yield clock_data()
    yield from disk(settings)
    yield last_backup(settings)

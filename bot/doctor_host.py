"""What the doctor asks of the machine: versions, files, space, ports."""

from __future__ import annotations

import platform
import shutil
import socket
import sqlite3
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import metadata
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.doctor_finding import Finding, ok, problem, warning
from bot.maintenance import backup_stamp
from bot.settings import Settings
from bot.store.urls import is_sqlite, parse_url, path_of

MEGABYTE = 1 << 20
LITTLE, TOO_LITTLE = 500 * MEGABYTE, 50 * MEGABYTE
OLD_BACKUP = timedelta(days=2)


def python() -> Finding:
    """The interpreter."""
    told = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    return ok("Python", told) if sys.version_info >= (3, 11) else problem("Python", f"{told}; install 3.11 or newer")


def has_wal_fix(version: tuple[int, ...]) -> bool:
    """Whether that SQLite has no WAL-reset bug (https://www.sqlite.org/wal.html): 3.51.3, and two older branches."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def sqlite(settings: Settings) -> Iterator[Finding]:
    """The library's version, where it is used."""
    if not is_sqlite(parse_url(settings.database_url.get_secret_value())):
        return
    version = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info < (3, 35):
        yield problem("SQLite", f"{version} is too old: 3.35 or newer is needed")
    elif has_wal_fix(sqlite3.sqlite_version_info):
        yield ok("SQLite", version)
    else:
        yield warning(
            "SQLite",
            f"{version} has a fault (fixed in 3.51.3) that may lose data where two programs write to one database."
            " The bot writes on one connection only and is safe as long as it is alone: while it runs let nothing else"
            " write (Litestream, an SQL shell, python -m bot invite: use /invite in the chat), and take a newer SQLite"
            " when your system has one",
        )


def env_file(settings: Settings, dotenv: Path) -> Iterator[Finding]:
    """The settings have been read by now; the file that holds secrets is for its owner only."""
    yield from (warning("settings", note) for note in settings.notes)
    if not settings.notes:
        yield ok("settings", "all are understood")
    if dotenv.exists():
        yield private(".env", dotenv)


def private(about: str, path: Path) -> Finding:
    """Whether only its owner can read that file."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        return warning(about, f"other accounts may read {path} (mode {mode:o}): chmod 600 {path}")
    return ok(about, f"{path} is readable by its owner only")


def clock_data() -> Finding:
    """Time zones: without them no interview has a time."""
    try:
        ZoneInfo("Europe/Berlin"), ZoneInfo("America/Sao_Paulo")
    except ZoneInfoNotFoundError:
        return problem("time zones", "the data are missing: install the packages of requirements.txt again")
    return ok("time zones", f"data {metadata.version('tzdata')}; now {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC")


def disk(settings: Settings) -> Iterator[Finding]:
    """Space where the database grows."""
    url = parse_url(settings.database_url.get_secret_value())
    if not is_sqlite(url):
        return
    folder = next(path for path in path_of(url).absolute().parents if path.exists())
    free = shutil.disk_usage(folder).free
    told = f"{free // MEGABYTE} MB free in {folder}"
    if free < TOO_LITTLE:
        yield problem("disk", f"{told}: make room, or nothing more can be stored")
    elif free < LITTLE:
        yield warning("disk", f"{told}: make room soon")
    else:
        yield ok("disk", told)


def last_backup(settings: Settings) -> Finding:
    """How old the last one is that this program made here."""
    try:
        made = datetime.fromisoformat(backup_stamp(settings).read_text("ascii").strip())
    except (OSError, ValueError):
        told = "none was made here yet: python -m bot backup FILE"
        return ok("backup", told) if settings.local_chat else warning("backup", told)
    age = datetime.now(UTC) - made
    told = f"the last one is of {made:%Y-%m-%d %H:%M} UTC"
    if age > OLD_BACKUP:
        return warning("backup", f"{told}, {age.days} days ago: make one each day (docs/hosting.md)")
    return ok("backup", told)


def ports(settings: Settings, running: bool) -> Iterator[Finding]:
    """Ports that the bot will open are free, or it has opened them."""
    wanted = [("METRICS_PORT", settings.metrics_host, settings.metrics_port)]
    if settings.webhook_url:
        wanted.append(("WEBHOOK_PORT", "0.0.0.0", settings.webhook_port))  # noqa: S104 (where the webhook listens)
    if settings.local_chat:
        wanted.append(("LOCAL_CHAT_PORT", settings.local_chat_host, settings.local_chat_port))
    for name, host, port in wanted:
        if port:
            yield _port(name, host, port, running)


def _port(name: str, host: str, port: int, running: bool) -> Finding:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if running:
                return ok(name, f"{port} is in use, as it should be while the bot runs")
            return problem(
                name, f"{port} cannot be used ({error.strerror}): stop the other program or set another port"
            )
    return (
        warning(name, f"{port} is free although the bot runs: has it other settings?")
        if running
        else ok(name, f"{port} is free")
    )

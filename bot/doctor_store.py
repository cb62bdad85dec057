"""What the doctor asks of key and database. It reads in one read-only transaction, also while the bot runs."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, text

from bot.doctor_finding import Finding, ok, problem, warning
from bot.doctor_host import private
from bot.maintenance import source_of
from bot.settings import Settings
from bot.store import migrate, sql_inbox, sql_reminders
from bot.store.base import Depth, StoreError
from bot.store.crypto import Vault
from bot.store.keys import KeySource, read_keys
from bot.store.opening import alone, check_key
from bot.store.snapshot import look
from bot.store.urls import is_sqlite, parse_url, path_of, place_of

WAITS_LONG = 300.0  # seconds


@dataclass(slots=True)
class Found:
    """What one check learns for the next."""

    vault: Vault | None = None
    keyless: bool = False  # there is no key at all yet
    exists: bool = False  # there is a database
    running: bool = False


@dataclass(slots=True)
class _Seen:
    """What the database shows."""

    revision: str = ""
    known: bool = True
    used: bool = False
    intact: str = "ok"
    key_error: str = ""
    depth: Depth = field(default_factory=Depth)


# -- key ------------------------------------------------------------------------------------------------------------


async def key(settings: Settings, found: Found) -> list[Finding]:
    """The key is there, for its owner only, and apart from the database."""
    source = source_of(settings)
    lines = [] if source.setting or not source.path.exists() else [private("key file", source.path)]
    try:
        keys = read_keys(source)
    except StoreError as error:
        return [problem("key", str(error))]
    where = "ENCRYPTION_KEY" if source.setting else str(source.path)
    if keys is None:
        found.keyless = True
        return [ok("key", f"none yet: the first start makes {where}")]
    found.vault = Vault(keys)
    lines.append(ok("key", f"{len(keys)} in {where}") if len(keys) == 1 else warning(
        "key", f"{len(keys)} in {where}: python -m bot rotate-key seals everything with the newest"
    ))  # fmt: skip
    return [*lines, *_apart(settings, source), _ledger(source)]


def _apart(settings: Settings, source: KeySource) -> list[Finding]:
    url = parse_url(settings.database_url.get_secret_value())
    if source.setting or not is_sqlite(url):
        return []
    folder = path_of(url).resolve().parent
    if source.path.resolve().is_relative_to(folder):
        return [warning("key", f"it lies in the database's folder {folder}: whoever copies that folder has both;"
                               " move it and set ENCRYPTION_KEY_FILE")]  # fmt: skip
    return []


def _ledger(source: KeySource) -> Finding:
    path = source.ledger
    if os.access(path if path.exists() else _nearest(path), os.W_OK):
        return ok("deletions", f"noted in {path}")
    told = "after the loss of the database a restored backup would bring back who left; set ERASURES_FILE"
    return warning("deletions", f"{path} cannot be written: {told} to a place that can")


def _nearest(path: Path) -> Path:
    return next(parent for parent in path.absolute().parents if parent.exists())


# -- database -------------------------------------------------------------------------------------------------------


async def database(settings: Settings, found: Found) -> list[Finding]:
    """It can be reached and is whole, its schema is known, the key fits, and nothing waits too long."""
    url = parse_url(settings.database_url.get_secret_value())
    if is_sqlite(url) and not (path_of(url).exists() and path_of(url).stat().st_size):
        return [ok("database", f"none yet: the first start makes {place_of(url)}"), *_writable(path_of(url))]
    lines = [private("database file", path_of(url)), *_writable(path_of(url))] if is_sqlite(url) else []
    try:
        seen = await look(url, lambda conn: _see(conn, found.vault))
    except StoreError as error:
        return [*lines, problem("database", str(error))]
    found.exists = True
    return [*lines, *_schema(seen, place_of(url)), *_key_fits(seen, found), *_queues(seen.depth)]


def _writable(path: Path) -> list[Finding]:
    folder = path.absolute().parent
    there = folder if folder.exists() else _nearest(path)
    if os.access(there, os.W_OK) and (not path.exists() or os.access(path, os.W_OK)):
        return []
    return [problem("database", f"this account may not write to {path} and its folder: give it to the bot's account")]


def _see(conn: Connection, vault: Vault | None) -> _Seen:
    seen = _Seen(revision=migrate.revision_of(conn))
    seen.known = not seen.revision or migrate.knows(seen.revision)
    if conn.dialect.name == "sqlite":
        seen.intact = str(conn.execute(text("PRAGMA quick_check(1)")).scalar())
    if not seen.revision or not seen.known:
        return seen
    try:
        seen.used = check_key(conn, vault)
    except StoreError as error:
        seen.used, seen.key_error = True, str(error)
    if seen.revision == migrate.newest():
        sql_inbox.measure(conn, seen.depth)
        sql_reminders.measure(conn, datetime.now(UTC), seen.depth)
    return seen


def _schema(seen: _Seen, place: str) -> list[Finding]:
    if seen.intact != "ok":
        return [problem("database", f"{place} is damaged: stop the bot and restore the last backup")]
    if not seen.known:
        return [problem("database", f"{place} was written by a newer version (schema {seen.revision}): update the bot")]
    if seen.revision != migrate.newest():
        return [ok("database", f"{place} can be read; the next start brings its schema up to date")]
    return [ok("database", f"{place} is whole, schema {seen.revision}, {seen.depth.users} users")]


def _key_fits(seen: _Seen, found: Found) -> list[Finding]:
    if seen.key_error:
        return [problem("key", seen.key_error)]
    if seen.used and found.keyless:
        return [problem("key", "the database holds data but its key is missing: put it back")]
    return [ok("key", "it fits the database")] if seen.used and found.vault else []


def _queues(depth: Depth) -> list[Finding]:
    lines = []
    for about, oldest in (("oldest update", depth.oldest_received), ("oldest reminder", depth.oldest_due)):
        waits = (datetime.now(UTC) - oldest).total_seconds() if oldest else 0.0
        if waits > WAITS_LONG:
            lines.append(warning("queue", f"the {about} waits for {waits / 60:.0f} minutes: is the bot running?"))
    if depth.parked:
        lines.append(warning("queue", f"{depth.parked} updates were set aside: look for their incidents in the log"))
    return lines or [ok("queue", f"{depth.waiting} updates wait, {depth.reminders_due} reminders are due")]


# -- lock -----------------------------------------------------------------------------------------------------------


async def lock(settings: Settings, found: Found) -> list[Finding]:
    """Whether a bot runs on this database. Where none does the lock is held for a moment."""
    if not found.exists:
        return []
    try:
        held = await alone(parse_url(settings.database_url.get_secret_value()))
    except StoreError as error:
        found.running = "another copy" in str(error)
        return [ok("lock", "held by a running bot") if found.running else problem("lock", str(error))]
    await held.release()
    return [ok("lock", "free: no bot runs on this database")]

"""What a database URL may look like."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.store.base import StoreError

_SQLITE_OPTIONS = {"mode", "busy_timeout", "max_page_count"}


def parse_url(text: str) -> URL:
    """The URL with the driver this program uses; StoreError where it is not one, or of another database."""
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        raise StoreError("the database URL cannot be understood; it looks like sqlite:///data/bot.db") from None
    match url.drivername.split("+")[0]:
        case "sqlite":
            return _sqlite_url(url)
        case "postgres" | "postgresql":
            return url.set(drivername="postgresql+asyncpg")
        case other:
            raise StoreError(f"the database URL begins with {other}; sqlite and postgresql are known")


def _sqlite_url(url: URL) -> URL:
    if not url.database or url.database == ":memory:":
        raise StoreError("the database URL names no file; it looks like sqlite:///data/bot.db")
    unknown = set(url.query) - _SQLITE_OPTIONS
    if unknown:
        raise StoreError(f"the database URL has unknown options: {', '.join(sorted(unknown))}")
    for name in ("busy_timeout", "max_page_count"):
        if name in url.query and not str(url.query[name]).isdecimal():
            raise StoreError(f"the database URL: {name} must be a number")
    return url.set(drivername="sqlite+pysqlite")


def place_of(url: URL) -> str:
    """How messages name the database: no password, no options."""
    if is_sqlite(url):
        return str(url.database)
    port = f":{url.port}" if url.port else ""
    return f"{url.database or ''} at {url.host or url.query.get('host') or 'localhost'}{port}"


def is_sqlite(url: URL) -> bool:
    return url.drivername.startswith("sqlite")


def path_of(url: URL) -> Path:
    """The file of an SQLite database."""
    return Path(str(url.database))

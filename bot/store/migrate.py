"""The schema, brought up to date at start by the migrations that are part of this package.

Alembic applies them; it is loaded only where there is something to apply, since it takes ten megabytes of memory for
good. Which migrations there are is told by the names of their files.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.store.base import StoreError
from bot.store.tables import metadata

SCRIPTS = Path(__file__).with_name("migrations")
# Any number will do, as long as it is always the same.
_LOCK = text("SELECT pg_advisory_xact_lock(5077236402)")


def check(conn: Connection) -> bool:
    """Whether the database has our tables already.

    Raises StoreError where they are newer than this program, or where a table of another program is in the way.
    """
    revision = revision_of(conn)
    if not revision:
        taken = set(inspect(conn).get_table_names()) & set(metadata.tables)
        if taken:
            raise StoreError(f"the database holds tables of another program: {', '.join(sorted(taken))}")
        return False
    if not knows(revision):
        raise StoreError(
            f"the database was written by a newer version of this program (schema {revision}); update the program"
        )
    return True


def revision_of(conn: Connection) -> str:
    """The version of the schema in that database; empty where there is none yet."""
    if not inspect(conn).has_table("alembic_version"):
        return ""
    return conn.scalar(text("SELECT version_num FROM alembic_version")) or ""


def newest() -> str:
    """The version of the schema that this program works with."""
    return _revisions()[-1]


def knows(revision: str) -> bool:
    """Whether that version of the schema is one of this program's."""
    return revision in _revisions()


def _revisions() -> list[str]:
    """All versions, oldest first: "v0002_hosting.py" leads to "0002"."""
    return sorted(file.name[1:5] for file in (SCRIPTS / "versions").glob("v*.py"))


def upgrade(conn: Connection, to: str = "head") -> None:
    """Applies what is missing up to that version, all in the transaction that ``conn`` is in.

    Foreign keys must be off on SQLite.
    """
    postgres = conn.dialect.name == "postgresql"
    if postgres:
        conn.execute(_LOCK)
    if not check(conn) or revision_of(conn) != (newest() if to == "head" else to):
        _apply(conn, to)
    if not postgres and conn.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StoreError("a migration would leave rows without their user; nothing was changed")


def _apply(conn: Connection, to: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = conn
    command.upgrade(config, to)

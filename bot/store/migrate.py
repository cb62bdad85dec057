"""The schema, brought up to date at start by the migrations that are part of this package."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, inspect, text

from bot.store.base import StoreError
from bot.store.tables import metadata

SCRIPTS = "bot.store:migrations"
# Any number will do, as long as it is always the same.
_LOCK = text("SELECT pg_advisory_xact_lock(5077236402)")


def _config(conn: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    config.attributes["connection"] = conn
    return config


def check(conn: Connection) -> bool:
    """Whether the database has our tables already.

    Raises StoreError where they are newer than this program, or where a table of another program is in the way.
    """
    revision = MigrationContext.configure(conn).get_current_revision()
    if revision is None:
        taken = set(inspect(conn).get_table_names()) & set(metadata.tables)
        if taken:
            raise StoreError(f"the database holds tables of another program: {', '.join(sorted(taken))}")
        return False
    try:
        ScriptDirectory.from_config(_config(conn)).get_revision(revision)
    except CommandError:
        raise StoreError(
            f"the database was written by a newer version of this program (schema {revision}); update the program"
        ) from None
    return True


def revision_of(conn: Connection) -> str:
    """The version of the schema in that database; empty where there is none yet."""
    return MigrationContext.configure(conn).get_current_revision() or ""


def newest() -> str:
    """The version of the schema that this program works with."""
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    return str(ScriptDirectory.from_config(config).get_current_head())


def knows(revision: str) -> bool:
    """Whether that version of the schema is one of this program's."""
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    return revision in {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}


def upgrade(conn: Connection, to: str = "head") -> None:
    """Applies what is missing up to that version, all in the transaction that ``conn`` is in.

    Foreign keys must be off on SQLite.
    """
    postgres = conn.dialect.name == "postgresql"
    if postgres:
        conn.execute(_LOCK)
    check(conn)
    command.upgrade(_config(conn), to)
    if not postgres and conn.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StoreError("a migration would leave rows without their user; nothing was changed")

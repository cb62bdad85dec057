"""Migrations: they make exactly the tables that the program uses, and fail without a trace."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from bot.core.model import Dialog
from bot.store import migrate
from bot.store.base import StoreError
from bot.store.engine import sqlite_engine
from bot.store.fields import Holds, fields_of
from bot.store.runner import make_runner
from bot.store.tables import metadata, records
from bot.store.urls import parse_url
from tests.store.conftest import Place
from tests.store.samples import NOW, accept, values

pytestmark = pytest.mark.anyio
VERSIONS = Path(migrate.__file__).parent / "migrations" / "versions"
HALF = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9001", "{newest}", None, None
def upgrade():
    op.create_table("half", sa.Column("id", sa.Integer()))
    with op.batch_alter_table("users") as batch:
        batch.add_column(sa.Column("more", sa.Text()))
    op.execute("INSERT INTO nowhere VALUES (1)")
"""


@pytest.fixture
def empty() -> bool:
    return True


def half(scripts: Path) -> str:
    """A migration after the newest one, that breaks in the middle."""
    newest = max(file.name[1:5] for file in (scripts / "versions").glob("v*.py"))
    return HALF.replace("{newest}", newest)


def compare(conn: Connection) -> list[object]:
    context = MigrationContext.configure(conn, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, metadata))


def make_all(conn: Connection) -> None:
    conn.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
    metadata.create_all(conn)


def indexes(conn: Connection) -> list[str]:
    """How the database itself describes its indexes, with their conditions."""
    sqlite = "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    postgres = "SELECT indexdef FROM pg_indexes WHERE tablename IN ('inbox', 'reminder') ORDER BY 1"
    return list(conn.scalars(text(sqlite if conn.dialect.name == "sqlite" else postgres)))


def rules(conn: Connection) -> dict[str, object]:
    """Keys with their names, and what happens to rows when their user goes."""
    look = inspect(conn)
    return {
        name: (
            look.get_pk_constraint(name),
            sorted(look.get_foreign_keys(name), key=str),
            sorted(look.get_unique_constraints(name), key=str),
        )
        for name in metadata.tables
    }


async def test_the_migrations_make_the_tables_of_the_program(place: Place) -> None:
    store = await place.open()
    assert await store._runner.run(compare) == []


async def test_indexes_and_constraints_are_the_same_too(place: Place, tmp_path: Path) -> None:
    store = await place.open()
    other = Place(place.backend, tmp_path / "other", place._stack)
    other.make(empty=True)
    other.file.parent.mkdir(parents=True)
    runner = make_runner(parse_url(other.url))
    await runner.run(make_all)
    for look in (indexes, rules):
        assert await runner.run(look) == await store._runner.run(look)
    assert len(await store._runner.run(indexes)) >= 3
    await runner.close()


async def test_opening_again_changes_nothing(place: Place) -> None:
    store = await place.open()
    await accept(store, 5)
    await store.close()
    again = await place.open()
    await again._runner.run(migrate.upgrade)
    assert len(await again.waiting(NOW)) == 1


async def test_a_partial_index_serves_its_queries(sqlite_place: Place) -> None:
    store = await sqlite_place.open()

    def explain(conn: Connection) -> list[str]:
        queries = [
            "SELECT * FROM inbox WHERE answered_at IS NULL ORDER BY seq LIMIT 5",
            "SELECT count(*) FROM inbox WHERE dead_reason IS NOT NULL",
            "SELECT id FROM reminder WHERE reminder.state IN ('planned', 'leased') AND due <= 'x' ORDER BY due LIMIT 5",
        ]
        return [str(conn.execute(text(f"EXPLAIN QUERY PLAN {query}")).all()) for query in queries]

    plans = await store._runner.run(explain)
    for plan, name in zip(plans, ("ix_inbox_waiting", "ix_inbox_parked", "ix_reminder_open"), strict=True):
        assert name in plan


async def test_a_migration_that_fails_half_way_leaves_nothing(place: Place, scripts: Path) -> None:
    store = await place.open()
    await accept(store, 5)
    await store.close()
    extra = scripts / "versions" / "v9001_half.py"
    extra.write_text(half(scripts))
    with pytest.raises(Exception, match="nowhere"):
        await place.open()
    extra.unlink()
    again = await place.open()
    assert await again._runner.run(compare) == []
    assert len(await again.waiting(NOW)) == 1


async def test_a_first_start_that_fails_leaves_an_empty_database(place: Place, scripts: Path) -> None:
    (scripts / "versions" / "v9001_half.py").write_text(half(scripts))
    with pytest.raises(Exception, match="nowhere"):
        await place.open()
    runner = make_runner(parse_url(place.url))
    assert await runner.run(lambda conn: inspect(conn).get_table_names()) == []
    await runner.close()


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the migrations that a test may add to."""
    folder = tmp_path / "migrations"
    shutil.copytree(VERSIONS.parent, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrate, "SCRIPTS", folder)
    return folder


def engine_without_keys(path: Path) -> Engine:
    return sqlite_engine(parse_url(f"sqlite:///{path}"), foreign_keys=False)


def test_a_migration_may_not_leave_orphans(tmp_path: Path) -> None:
    engine = engine_without_keys(tmp_path / "a.db")
    with engine.begin() as conn:
        migrate.upgrade(conn)
        conn.execute(records[Dialog].insert(), values(Dialog, "x") | {"user_id": 1, "data": b""})
    with pytest.raises(StoreError, match="rows without their user"), engine.begin() as conn:
        migrate.upgrade(conn)
    engine.dispose()


def test_a_clear_text_column_is_no_accident() -> None:
    """Every text of a record that is not sealed; a new one has to be thought about, then added here."""
    plain = {
        f"{kind.__name__}.{f.name}"
        for kind in records
        for f in fields_of(kind)
        if f.holds in (Holds.TEXT, Holds.LIST) and not f.name.endswith("id") and f.name not in ("state", "kind")
    }
    assert plain == {
        "Priority.topic", "Priority.direction", "Priority.level",
        "Job.stage",
        "Interview.zone", "Interview.round", "Interview.people",
        "Person.audience",
        "Question.topic", "Question.bank", "Question.origin", "Question.audience",
        "Answer.verdict", "Answer.sits",
        "Question.about", "Question.facet",
        "Skill.sort", "SkillFit.used", "SkillFit.grown",
        "Promise.sort", "Promise.topic", "Promise.letter", "Promise.held",
        "Fit.grade", "Fit.shape",
        "Decision.waived",
        "Interview.medium",
        "Signal.word",
        "Reminder.cause", "Reminder.reason", "Reminder.lease",
        "Dialog.flow", "Dialog.step", "Dialog.trail",
    }  # fmt: skip


def test_the_versions_form_one_line() -> None:
    script = ScriptDirectory(str(VERSIONS.parent))
    assert len(script.get_heads()) == 1
    assert [revision.down_revision for revision in script.walk_revisions()][-1] is None


def test_a_foreign_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE users (name TEXT)")
    engine = engine_without_keys(path)
    with pytest.raises(StoreError, match="another program"), engine.begin() as conn2:
        migrate.upgrade(conn2)
    engine.dispose()
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("SELECT name FROM sqlite_master").fetchall() == [("users",)]

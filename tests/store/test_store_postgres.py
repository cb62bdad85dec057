"""Opening on PostgreSQL: whatever is wrong with the server or its URL is said in one line."""

from __future__ import annotations

import pytest

from tests.store.conftest import Place
from tests.store.opening import SECRET, alter, refused
from tests.store.samples import LATER, priority, save

pytestmark = [pytest.mark.anyio, pytest.mark.postgres]


async def test_a_server_that_is_not_there(postgres_place: Place) -> None:
    postgres_place.url = f"postgres://someone:{SECRET}@127.0.0.1:1/coach"
    await refused(postgres_place, "the database coach at 127.0.0.1:1 cannot be reached")


async def test_a_host_that_is_not_there(postgres_place: Place) -> None:
    postgres_place.url = f"postgresql://someone:{SECRET}@nowhere.invalid/coach"
    await refused(postgres_place, "the database coach at nowhere.invalid cannot be reached")


async def test_a_database_that_is_not_there(postgres_place: Place) -> None:
    postgres_place.url = postgres_place.url.rsplit("/", 1)[0] + "/nobody_made_it"
    await refused(postgres_place, "the database nobody_made_it at 127.0.0.1:[0-9]+ does not exist")


async def test_a_user_that_is_not_there(postgres_place: Place) -> None:
    postgres_place.url = postgres_place.url.replace("//tests@", f"//stranger:{SECRET}@")
    await refused(postgres_place, "refuses the user or the password")


@pytest.mark.parametrize(
    "options, words",
    [
        ("sslmode=perhaps", "the options of the database URL are not understood"),
        ("sslmode=require", "cannot be reached: .*SSL"),
        ("default_transaction_read_only=on", "is read-only"),
    ],
)
async def test_options_that_do_not_work(postgres_place: Place, options: str, words: str) -> None:
    postgres_place.url += f"?{options}"
    await refused(postgres_place, words)


async def test_a_user_without_rights(postgres_place: Place) -> None:
    name = f"guest_{postgres_place.url[-8:]}"
    await alter(postgres_place, f"CREATE ROLE {name} LOGIN")
    postgres_place.url = postgres_place.url.replace("//tests@", f"//{name}@")
    await refused(postgres_place, "does not let this user do that")


async def test_all_ways_to_write_the_url(postgres_place: Place) -> None:
    plain = postgres_place.url
    for start in ("postgres://", "postgresql://", "postgresql+asyncpg://"):
        postgres_place.url = plain.replace("postgresql://", start) + "?sslmode=prefer&application_name=coach"
        await (await postgres_place.open()).close()


async def test_a_second_process_may_be_allowed(postgres_place: Place) -> None:
    first, second = await postgres_place.open(bot=7), await postgres_place.open(bot=7)
    await save(first, 1, priority("word"))
    assert await second.user_ids(LATER) == [1]


async def test_a_server_that_came_back(postgres_place: Place) -> None:
    store = await postgres_place.open()
    await save(store, 1, priority("word"))
    others = "FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"
    await alter(postgres_place, f"SELECT pg_terminate_backend(pid) {others}")
    assert await store.user_ids(LATER) == [1]

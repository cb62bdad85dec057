"""Codes that let somebody in: each once, atomically; and instants that outlive a restart."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.access import INVITE, LASTS, OWNER, REMEMBERED, new_code
from bot.store.base import Conflict, Done, KnownCode, Store
from bot.store.work import Code, Work
from tests.store.conftest import Place
from tests.store.samples import NOW, accept, priority

pytestmark = pytest.mark.anyio


async def issued(store: Store, kind: str = INVITE) -> str:
    text = new_code()
    await store.issue(Code(text, kind, NOW + LASTS[kind]), NOW)
    return text


async def redeem(store: Store, user_id: int, text: str) -> Work:
    """Gives the unit of work, ready to be committed."""
    work = await store.load(user_id)
    work.user.seen_at, work.redeemed = NOW, text
    return work


async def state(store: Store, text: str, later: timedelta = timedelta()) -> str:
    known = await store.find_code(text, NOW + later)
    return known.state if known else "unknown"


async def test_a_code_is_known_until_it_runs_out(store: Store) -> None:
    text = await issued(store)
    assert await store.find_code(text, NOW) == KnownCode(INVITE, "open")
    assert await state(store, text, LASTS[INVITE]) == "expired"
    assert await state(store, new_code()) == "unknown"
    assert await store.open_codes(INVITE, NOW) == 1
    assert await store.open_codes(INVITE, NOW + LASTS[INVITE]) == 0
    assert await store.open_codes(OWNER, NOW) == 0


async def test_a_code_lets_one_person_in(store: Store) -> None:
    text = await issued(store)
    one, other = await redeem(store, 5, text), await redeem(store, 6, text)
    await store.commit(one)
    with pytest.raises(Conflict):
        await store.commit(other)
    assert not (await store.load(5)).new_user
    assert (await store.load(6)).new_user, "nothing of the second one is kept"
    assert await state(store, text) == "used"


@pytest.mark.parametrize("later", [LASTS[INVITE], None])
async def test_a_code_that_ran_out_or_never_was_lets_nobody_in(store: Store, later: timedelta | None) -> None:
    work = await redeem(store, 5, new_code() if later is None else await issued(store))
    work.user.seen_at += later or timedelta()
    with pytest.raises(Conflict):
        await store.commit(work)


async def test_taking_back_leaves_the_new_one_and_the_used_ones(store: Store) -> None:
    used, old, owners = await issued(store), await issued(store), await issued(store, OWNER)
    await store.commit(await redeem(store, 5, used))
    work, new = await store.load(5), new_code()
    work.user.seen_at, work.revoked, work.issued = NOW, INVITE, [Code(new, INVITE, NOW + LASTS[INVITE])]
    await store.commit(work)
    assert [await state(store, text) for text in (used, old, owners, new)] == ["used", "revoked", "open", "open"]


async def test_there_is_one_owner(store: Store) -> None:
    assert await store.owner() is None
    printed = [await issued(store, OWNER) for _ in range(2)]
    for user_id, text in zip((5, 6), printed, strict=True):
        work = await redeem(store, user_id, text)
        work.user.role = OWNER
        if user_id == 5:
            await store.commit(work)
        else:
            with pytest.raises(Conflict):
                await store.commit(work)
    assert await store.owner() == 5
    await store.erase(5)
    assert await store.owner() is None


async def test_old_codes_are_forgotten_when_a_new_one_is_made(store: Store) -> None:
    text = await issued(store)
    later = NOW + LASTS[INVITE] + REMEMBERED + timedelta(seconds=1)
    await store.issue(Code(new_code(), INVITE, later), later)
    assert await state(store, text) == "unknown"


async def test_a_moment_is_kept_and_moved(store: Store) -> None:
    assert await store.moment("contact") is None
    for at in (NOW, NOW + timedelta(hours=1), NOW - timedelta(hours=1)):
        await store.keep_moment("contact", at)
        assert await store.moment("contact") == at


async def test_of_a_nameless_update_nothing_is_kept(store: Store) -> None:
    one, two = await accept(store, 5, 5)
    await store.finish(Done([one], '[{"method": "x"}]', NOW, nameless=True))
    rows = {row.seq: row for row in await store.waiting(NOW)}
    assert (rows[one].key, rows[one].body, rows[one].reply) == (0, "", '[{"method": "x"}]')
    assert rows[two].key == 5, "what else he sent waits as before"


async def test_undo_gives_back_what_was_read(store: Store) -> None:
    work = await store.load(5)
    work.add(priority("first"))
    await store.commit(work)
    work = await store.load(5)
    (row,) = work.all(type(priority("x")))
    row.words = "changed"
    work.user.zone = "Europe/Berlin"
    work.add(priority("second"))
    work.redeemed = "X"
    work.undo()
    assert work.changes() == []
    assert (work.user.zone, work.redeemed) == ("", "")
    assert [found.words for found in work.all(type(row))] == ["first"]


async def test_the_code_itself_stands_nowhere(sqlite_place: Place) -> None:
    store = await sqlite_place.open()
    text = await issued(store)
    raw = sqlite_place.raw()
    assert text.encode() not in raw
    assert text.lower().encode() not in raw
    await store.close()
    assert await state(await sqlite_place.open(), text) == "open", "it is known after a restart"

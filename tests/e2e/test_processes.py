"""Several processes on one PostgreSQL database: any of them may die or fall silent at any moment, and nothing is lost,
done twice or out of order. One of them polls; who is not of the family is refused with a line.

`python -m tests.crash --workers 4 --kills 200` does the same at length.
"""

from __future__ import annotations

import asyncio
import logging
import re
import signal
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import asyncpg
import pytest

from tests import postgres
from tests.crash import SLOWEST_TAKEOVER, Score, side_by_side
from tests.crash_look import all_marked
from tests.crash_run import Plan, Run
from tests.e2e.process import ROBIN, SAM, TOKEN, Child, Telegram, child, refused, run, telegram
from tests.e2e.test_webhook import SECRET, Hooked, update

pytestmark = [pytest.mark.anyio, pytest.mark.postgres]
STARTED = "level=info event=started"
NAMES = {SAM: "sam", ROBIN: "robin"}


@pytest.fixture
def database() -> str:
    return postgres.server().create_database()


async def once(plan: Plan, kind: str) -> Run:
    """One run of the users' script."""
    [done] = await side_by_side([plan], kind)
    if isinstance(done, BaseException):
        raise done
    return done


async def handled_by(database: str) -> Counter[int]:
    """How many updates each worker has handled."""
    conn = await asyncpg.connect(database)
    try:
        rows = await conn.fetch("SELECT worker, count(*) FROM inbox WHERE done_at IS NOT NULL GROUP BY worker")
    finally:
        await conn.close()
    return Counter({row[0]: row[1] for row in rows})


@asynccontextmanager
async def bots(folder: Path, count: int, net: Telegram, **settings: str) -> AsyncIterator[list[Child]]:
    """So many processes of one bot, all of them up."""
    given = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": net.url, **settings}
    async with AsyncExitStack() as stack:
        found = [await stack.enter_async_context(child(folder, **given)) for _ in range(count)]
        for bot in found:
            await bot.says(STARTED)
        yield found


def polls(bot: Child) -> bool:
    """Whether it was the one that polls when it last said so."""
    return bot.output.rfind("this worker polls") > bot.output.rfind("another worker polls")


# -- kills --------------------------------------------------------------------------------------------------------


async def test_twenty_kills_of_four_workers_lose_nothing(record_property: Callable[[str, object], None]) -> None:
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # a bot that dies amid a call is what we want
    plan = Plan(users=4, batches=1)
    reference = await once(plan, "sqlite")
    found = Score("postgres")
    found.add(await once(Plan(users=4, batches=1, workers=4, kills=20, gap=reference.calls / 24, seed=5), "postgres"),
              reference)  # fmt: skip
    record_property("figure", found.table())
    assert found.violations() == []
    kills = found.deaths("kill")
    assert len(kills) >= 16  # the last ones may come too late
    assert sum(death.polling for death in kills) >= 3
    assert max(found.takeovers()) < SLOWEST_TAKEOVER


# -- silence ------------------------------------------------------------------------------------------------------


async def test_a_silent_poller_is_replaced_and_does_nothing_twice_when_it_wakes_up(
    tmp_path: Path, database: str
) -> None:
    """Stopped, as a machine that hangs: the other one answers what comes, and what the first one was given meanwhile."""
    async with telegram() as net, bots(tmp_path, 2, net, DATABASE_URL=database) as pair:
        await net.say("/start")
        await net.answered(1)
        [poller] = [bot for bot in pair if polls(bot)]
        [other] = [bot for bot in pair if bot is not poller]
        await all_marked(database)  # what was sent and not marked yet comes twice, as after a kill
        poller.process.send_signal(signal.SIGSTOP)
        for text in ("/help", "/privacy", "/cancel"):
            await net.say(text)
        texts = await net.answered(4, seconds=SLOWEST_TAKEOVER)
        assert polls(other)
        poller.process.send_signal(signal.SIGCONT)
        await poller.says("another worker polls")
        await net.say("/next", ROBIN)
        await net.answered(1, ROBIN)
        assert await net.texts() == texts
        assert [("nothing to stop" in text) for text in texts[1:]] == [False, False, True]
        for bot in pair:
            assert (await bot.stop()).code == 0


# -- webhooks -----------------------------------------------------------------------------------------------------


async def test_two_workers_both_take_webhooks(tmp_path: Path, database: str) -> None:
    """What one of them took, any may answer; what both are given counts once; one goes on when the other is killed."""
    async with telegram() as net, AsyncExitStack() as stack:
        hooks = [Hooked(tmp_path, net) for _ in range(2)]
        together = {"DATABASE_URL": database, "WEBHOOK_URL": hooks[0].url}
        pair = [await stack.enter_async_context(child(tmp_path, **hook.settings | together)) for hook in hooks]
        for bot in pair:
            await bot.says(STARTED)
        for user in NAMES:
            await net.say("/start", user)
            await net.answered(1, user)
        for number in range(20):
            await both_write(number, hooks, twice=number % 5 == 0)
        pair[0].process.kill()
        for number in range(20, 25):
            await both_write(number, hooks[1:])
        for user, name in NAMES.items():
            numbers = await numbers_told(net, user, 25)
            assert list(dict.fromkeys(numbers)) == [*range(25)], name
            assert len(numbers) <= 26  # the one that was on its way at the kill
        assert (await pair[1].stop()).code == 0
        assert sum((await handled_by(database)).values()) == 2 + 50
        assert SECRET not in pair[0].output + pair[1].output


async def both_write(number: int, hooks: Sequence[Hooked], *, twice: bool = False) -> None:
    """Both users write; Telegram gives their updates to one process or the other, now and then to both."""
    for place, (user, name) in enumerate(NAMES.items()):
        body = update(f"/{name}{number}", 10_000 + 2 * number + place, user)
        first = (number + place) % len(hooks)
        for hook in [*hooks[first:], *hooks[:first]][: 2 if twice else 1]:
            assert await hook.deliver(body) == 200


async def numbers_told(net: Telegram, user: int, count: int) -> list[int]:
    """The numbers in the answers, in order, when so many different ones are there."""
    async with asyncio.timeout(30):
        while True:
            found = [re.search(rf"/{NAMES[user]}(\d+)", text) for text in await net.texts(user)]
            numbers = [int(match[1]) for match in found if match]
            if len(set(numbers)) >= count:
                return numbers
            await asyncio.sleep(0.05)


# -- who may not --------------------------------------------------------------------------------------------------


async def test_who_is_not_of_the_family_is_refused(tmp_path: Path, database: str) -> None:
    """Another bot on the same database; a command that needs it alone; the same bot with a database of its own."""
    other = f"434343{TOKEN[6:]}"
    async with telegram() as net, bots(tmp_path, 2, net, DATABASE_URL=database) as pair:
        settings = {"TELEGRAM_API_URL": net.url, "DATABASE_URL": database}
        ended = await asyncio.gather(
            run(tmp_path, TELEGRAM_BOT_TOKEN=other, **settings),
            run(tmp_path, "rotate-key", TELEGRAM_BOT_TOKEN=TOKEN, **settings),
            run(tmp_path, "migrate", TELEGRAM_BOT_TOKEN=TOKEN, **settings),
            run(tmp_path, **settings),
        )
        refused(ended[0], "another bot works on the database", hidden=(TOKEN, other))
        for found in ended[1:]:
            refused(found, "another copy of this program uses the database", "stop it first")
        await net.say("/start")
        await net.answered(1)
        assert sorted([polls(bot) for bot in pair]) == [False, True]


async def test_the_same_bot_with_another_database_is_told_apart(tmp_path: Path, database: str) -> None:
    """One of the two ends with a line, whichever Telegram refuses first; the other goes on."""
    async with (
        telegram() as net,
        bots(tmp_path, 1, net, DATABASE_URL=database) as (first,),
        child(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=net.url) as second,
    ):
        ends = [asyncio.create_task(bot.ended()) for bot in (first, second)]
        done, rest = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        refused(done.pop().result(), "Another copy of this bot is running with the same token")
        await net.say("/start")
        await net.answered(1)
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)

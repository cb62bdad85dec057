"""The lanes by themselves, in virtual time: who goes when."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bot.telegram.lanes import BULK, BURST, SEVERAL, TOTAL, Lanes
from tests import virtual
from tests.virtual import now


async def times(count: int, ask: Callable[[int], Awaitable[object]]) -> list[float]:
    """When each of so many got its turn, one after the other."""
    found = []
    for number in range(count):
        await ask(number)
        found.append(now())
    return found


def most_in_a_second(at: list[float]) -> int:
    return max(sum(one <= other < one + 1 for other in at) for one in at)


def test_the_bulk_lane_keeps_its_rate_and_uses_it() -> None:
    async def main() -> list[float]:
        lanes = Lanes()
        return await times(500, lanes.bulk)

    at = virtual.run(main())
    assert 500 / at[-1] > BULK * 0.99
    assert most_in_a_second(at) <= BULK + 4


def test_several_processes_share_the_rate() -> None:
    async def main() -> list[float]:
        lanes = Lanes()
        lanes.share(5)
        assert lanes.rate == BULK / 5
        return await times(50, lanes.bulk)

    assert abs(virtual.run(main())[-1] - 50 / (BULK / 5)) < 1


def test_the_rate_follows_the_number_of_processes() -> None:
    async def main() -> None:
        lanes = Lanes()
        lanes.share(0)  # nobody has said that he lives: then it is this one
        assert lanes.rate == BULK
        lanes.share(10)
        at = await times(10, lanes.bulk)
        lanes.share(1)
        later = await times(50, lambda number: lanes.bulk(100 + number))
        assert at[-1] > 2
        assert later[-1] - at[-1] < 50 / BULK + 0.5

    virtual.run(main())


def test_a_chat_gets_one_bulk_message_a_second_and_holds_up_no_other() -> None:
    async def main() -> None:
        lanes = Lanes()
        assert await lanes.bulk(1) == 0
        wait = await lanes.bulk(1)
        assert 0.9 < wait <= 1.0
        begun = now()
        assert await lanes.bulk(2) == 0
        assert now() - begun < 0.1
        await asyncio.sleep(wait)
        assert await lanes.bulk(1) == 0

    virtual.run(main())


def test_the_local_chat_has_no_limit_for_each_chat() -> None:
    async def main() -> None:
        lanes = Lanes(per_chat=False)
        assert [await lanes.bulk(1) for _ in range(5)] == [0.0] * 5
        await times(50, lambda number: lanes.reply(1, number=number))
        assert now() < 1

    virtual.run(main())


def test_a_short_reply_goes_at_once_and_a_long_series_at_one_a_second() -> None:
    async def main() -> list[float]:
        lanes = Lanes()
        return await times(BURST + 5, lambda number: lanes.reply(1, number=number))

    at = virtual.run(main())
    assert at[BURST - 1] < 0.01
    assert all(0.9 < later - earlier < 1.1 for earlier, later in zip(at[BURST:], at[BURST + 1 :], strict=False))


def test_who_writes_much_is_answered_at_once_each_time() -> None:
    async def main() -> None:
        lanes = Lanes()
        await times(100, lambda number: lanes.reply(1))
        assert now() < 0.01
        assert await lanes.bulk(1) > 0, "a reminder waits until he has had a moment"

    virtual.run(main())


def test_replies_wait_behind_no_reminder() -> None:
    async def main() -> None:
        lanes = Lanes()
        bulk = [asyncio.create_task(lanes.bulk(chat)) for chat in range(200)]
        await asyncio.sleep(1.0)
        begun = now()
        await lanes.reply(1000)
        assert now() - begun < 0.01
        await asyncio.gather(*bulk)

    virtual.run(main())


def test_the_bulk_lane_gives_way_to_replies_by_half_at_most() -> None:
    async def rate(replies: float) -> float:
        lanes = Lanes()

        async def talk() -> None:
            for number in range(1_000_000):
                await asyncio.sleep(1 / replies)
                await lanes.reply(1000 + number % 500)

        talking = asyncio.create_task(talk())
        await asyncio.sleep(5)
        begun = now()
        await times(500, lanes.bulk)
        talking.cancel()
        return 500 / (now() - begun)

    assert virtual.run(rate(2)) > BULK * 0.97
    assert abs(virtual.run(rate(12)) - (TOTAL - 12)) < 2
    assert abs(virtual.run(rate(100)) - BULK / 2) < 1.5


def test_a_refused_chat_waits_and_the_others_do_not() -> None:
    async def main() -> None:
        lanes = Lanes()
        lanes.refused(1, 30)
        assert 29 < await lanes.bulk(1) <= 30
        assert await lanes.bulk(2) == 0
        await lanes.reply(2)
        assert now() < 1
        await lanes.reply(1)
        assert 29.9 < now() < 30.1
        assert await lanes.open()
        assert now() < 31

    virtual.run(main())


def test_several_quiet_chats_refused_at_once_pause_the_bulk_lane_and_slow_the_replies() -> None:
    async def main() -> None:
        lanes = Lanes()
        for chat in range(SEVERAL):
            lanes.refused(chat, 20)
        replies = await times(20, lambda number: lanes.reply(100 + number))
        assert 3 < replies[-1] < 5
        assert 10 < await lanes.bulk(50) < 20, "come again then"
        await lanes.open()
        assert 19.9 < now() < 20.2
        assert await lanes.bulk(50) == 0
        begun = now()
        await times(20, lambda number: lanes.reply(200 + number))
        assert now() - begun < 0.01, "afterwards they are as quick as ever"

    virtual.run(main())


def test_refusals_far_apart_are_about_each_chat() -> None:
    async def main() -> None:
        lanes = Lanes()
        for chat in range(10):
            lanes.refused(chat, 60)
            await asyncio.sleep(3)
        begun = now()
        assert await lanes.bulk(50) == 0
        assert now() - begun < 0.1

    virtual.run(main())


def test_users_who_flood_cannot_stop_the_reminders() -> None:
    async def main() -> None:
        lanes = Lanes()
        for chat in range(10):
            await times(20, lambda number, chat=chat: lanes.reply(chat))  # type: ignore[misc]
            lanes.refused(chat, 3600)
        assert await lanes.bulk(50) == 0
        assert now() < 1

    virtual.run(main())


def test_an_unreachable_telegram_pauses_the_bulk_lane_only() -> None:
    async def main() -> None:
        lanes = Lanes()
        for chat in range(SEVERAL):
            lanes.unreachable(chat, 5)
        await lanes.reply(0)
        assert now() < 0.01
        assert await lanes.bulk(50) == 0
        assert 4.9 < now() < 5.2

    virtual.run(main())


def test_nobody_waits_on_when_the_program_ends() -> None:
    async def main() -> None:
        lanes = Lanes()
        for chat in range(SEVERAL):
            lanes.refused(chat, 3600)
        waiting = asyncio.gather(lanes.reply(1), lanes.open())
        await asyncio.sleep(1)
        lanes.stop()
        assert not any(await waiting)
        assert now() < 2

    virtual.run(main())


def test_a_short_pause_is_waited_out_unless_the_program_ends() -> None:
    async def main() -> None:
        lanes = Lanes()
        for chat in range(SEVERAL):
            lanes.refused(chat, 4)
        assert await lanes.bulk(50) == 0
        assert 3.9 < now() < 4.2
        for chat in range(SEVERAL):
            lanes.refused(60 + chat, 4)
        waiting = asyncio.create_task(lanes.bulk(70))
        await asyncio.sleep(1)
        lanes.stop()
        assert await waiting == 1.0
        assert now() < 6

    virtual.run(main())


def test_chats_of_long_ago_are_forgotten() -> None:
    async def main() -> None:
        lanes = Lanes()
        for chat in range(5000):
            await lanes.reply(chat)
            await asyncio.sleep(0.01)
        assert len(lanes._chats) <= 1001

    virtual.run(main())

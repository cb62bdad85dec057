"""Very many reminders due at once, in virtual time: none lost, none twice, in order, while users are answered at once."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from bot.core.model import Interview, Reminder
from bot.reminders import LEASE, SPREAD
from bot.store.base import Claimed, StoreError
from bot.store.work import Work
from bot.telegram.lanes import AHEAD, BULK, SEVERAL
from tests import virtual
from tests.telegram.evening import BEFORE, FLOODER, SEVEN, Evening
from tests.virtual import now

HOUR = timedelta(hours=1)


def refusals(evening: Evening, *, of_flooder: bool) -> list[float]:
    return [at for at, chat in evening.server.refused if (chat == FLOODER) == of_flooder]


# -- the whole evening ------------------------------------------------------------------------------------------


def test_all_come_once_in_order_and_replies_do_not_wait() -> None:
    evening = virtual.run(Evening(600, trouble=0.002).play())
    assert (evening.lost(), evening.twice(), evening.out_of_order()) == (0, 0, 0)
    assert evening.rate_used() > 0.97
    assert evening.wait(0.99) < 1.0
    assert evening.late == 0
    assert evening.server.disobeyed == 0


def test_a_user_who_floods_is_the_only_one_to_wait() -> None:
    evening = virtual.run(Evening(300, talk=3.0, flooder=True).play())
    assert (evening.lost(), evening.twice()) == (0, 0)
    assert len(refusals(evening, of_flooder=True)) > 5
    assert refusals(evening, of_flooder=False) == []
    assert evening.wait(1.0) < 0.3
    assert evening.server.disobeyed == 0


def test_when_telegram_refuses_everybody_the_reminders_pause_and_the_replies_slow_down() -> None:
    evening = virtual.run(Evening(300).play(flood_at=15, flood=30))
    assert (evening.lost(), evening.twice(), evening.out_of_order()) == (0, 0, 0)
    assert evening.server.disobeyed == 0
    during = [chat for at, chat in evening.server.refused if at > 16 and chat in evening.starts]
    assert not during, "no reminder is tried while Telegram wants a pause"
    assert len(evening.server.refused) < 30 * 5.5 + 15
    assert evening.late == 0


def test_who_blocked_the_bot_is_tried_once() -> None:
    evening = Evening(60)
    evening.server.blocked = {3, 30, 60}
    virtual.run(evening.play())
    assert (evening.lost(), evening.twice()) == (0, 0)
    assert len(evening.out()) == 57


def test_a_card_does_not_wait_behind_the_evening_lists() -> None:
    evening = Evening(200)

    async def main() -> None:
        playing = asyncio.create_task(evening.play())
        await asyncio.sleep(0)
        work = await evening.store.load(500)
        work.user.zone = "UTC"
        work.add(Reminder(kind="card", cause="card:x", due=SEVEN + timedelta(seconds=2), expires=SEVEN + HOUR))
        await evening.store.commit(work)
        await playing

    virtual.run(main())
    at = next(m.at for m in evening.out() if m.chat == 500)
    assert at < BEFORE.total_seconds() + 4
    assert evening.ended > BEFORE.total_seconds() + 200 / BULK - 1


# -- what may happen while a reminder waits for its turn ---------------------------------------------------------


class Paused:
    """Three reminders, claimed and waiting because the bulk lane is paused for so many seconds."""

    def __init__(self, pause: float) -> None:
        self.evening = Evening(3, talk=0.001)
        self.pause = pause

    async def __aenter__(self) -> Evening:
        evening = self.evening
        for user_id in (1, 2, 3):
            await evening._settle_in(user_id)
        self.reminders = evening._reminders()
        await asyncio.sleep(BEFORE.total_seconds() + 1)
        for chat in range(AHEAD):  # no turn is free this moment
            await evening.messenger.lanes.bulk(900 + chat)
        self._running = asyncio.create_task(self.reminders.run())
        await asyncio.sleep(0.01)
        for chat in range(SEVERAL):
            evening.messenger.lanes.refused(100 + chat, self.pause)
        return evening

    async def __aexit__(self, *_: object) -> None:
        self.reminders.stop()
        self.evening.messenger.stop()
        await self._running


async def row_of(evening: Evening, user_id: int) -> Reminder:
    return (await evening.store.load(user_id)).all(Reminder)[0]


def test_it_is_judged_again_after_the_wait() -> None:
    async def main() -> None:
        async with Paused(30) as evening:
            work = await evening.store.load(2)
            work.all(Interview)[0].state = "cancelled"
            await evening.store.commit(work)
            await asyncio.sleep(60)
            assert [m.chat for m in evening.out()] in ([1, 3], [3, 1])
            row = await row_of(evening, 2)
            assert (row.state, row.reason) == ("dropped", "gone")

    virtual.run(main())


def test_a_lease_that_would_end_during_the_send_is_renewed() -> None:
    evening = Evening(8, talk=0.001)
    evening.messenger.share(200)  # a turn comes every eight seconds
    renewed, mark = [], evening.store.mark

    async def noting(claim: Claimed, state: str, **more: Any) -> bool:
        renewed.append(state)
        return await mark(claim, state, **more)

    evening.store.mark = noting  # type: ignore[method-assign, assignment]
    virtual.run(evening.play(slower=200))
    assert (evening.lost(), evening.twice()) == (0, 0)
    assert set(renewed) == {"leased"}
    assert {row["attempts"] for user in evening.starts for row in evening.rows(user)} == {1}


def test_what_another_process_took_over_is_not_sent_here() -> None:
    async def main() -> None:
        async with Paused(4) as evening:
            evening.rows(2)[0]["lease"] = "of another process"
            await asyncio.sleep(10)
            assert sorted(m.chat for m in evening.out()) == [1, 3]

    virtual.run(main())


def test_a_stop_gives_back_what_waits() -> None:
    async def main() -> None:
        paused = Paused(4)
        async with paused as evening:
            pass
        at = SEVEN + timedelta(seconds=now() + 1.1) - BEFORE
        assert len(await evening.store.claim(at, 5, LEASE)) == 3
        assert evening.out() == []

    virtual.run(main())


# -- late, or only in the queue ---------------------------------------------------------------------------------


def test_who_only_waited_for_his_turn_is_told_nothing_of_being_late() -> None:
    async def main(pause: float) -> int:
        async with Paused(pause) as evening:
            await asyncio.sleep(pause + 60)
            assert len(evening.out()) == 3
            return evening.late

    assert virtual.run(main(1800)) == 0
    assert virtual.run(main(SPREAD.total_seconds() - 600)) == 0


def test_what_fell_due_while_nobody_looked_is_late() -> None:
    async def main() -> int:
        evening = Evening(3)
        for user_id in (1, 2, 3):
            await evening._settle_in(user_id)
        await asyncio.sleep(BEFORE.total_seconds() + 1200)  # the program starts twenty minutes too late
        reminders = evening._reminders()
        running = asyncio.create_task(reminders.run())
        await asyncio.sleep(10)
        reminders.stop()
        await running
        return evening.late

    assert virtual.run(main()) == 3


# -- a store that fails -----------------------------------------------------------------------------------------


def test_a_store_that_is_busy_after_the_send_makes_no_second_message() -> None:
    evening = Evening(20)
    commit, fails = evening.store.commit, iter([True, True, True, False, True])

    async def busy(work: Work, *more: Any) -> None:
        if any(row.state == "sent" for row in work.all(Reminder)) and next(fails, False):
            raise StoreError("the database is locked")
        await commit(work, *more)

    evening.store.commit = busy  # type: ignore[method-assign, assignment]
    virtual.run(evening.play())
    assert (evening.lost(), evening.twice()) == (0, 0)


def test_a_store_that_cannot_be_asked_is_asked_again() -> None:
    evening = Evening(20)
    claim, fails = evening.store.claim, iter([True, False, True, True])

    async def broken(*given: Any) -> list[Claimed]:
        if next(fails, False):
            raise StoreError("the disk is full")
        return await claim(*given)

    evening.store.claim = broken  # type: ignore[method-assign, assignment]
    virtual.run(evening.play())
    assert (evening.lost(), evening.twice()) == (0, 0)

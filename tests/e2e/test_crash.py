"""Killed at any moment, the bot loses nothing and does nothing twice: what it was told is kept once, in order,
every reminder comes, and only what was on its way at a kill may come a second time.

`make crash KILLS=200` does the same at length.
"""

from __future__ import annotations

import asyncio
import functools
import logging
import random
from collections.abc import Callable, Sequence

import pytest

from bot.failpoints import POINTS
from tests.crash import SLOWEST_STOP, Score, side_by_side
from tests.crash_run import Plan, Run, Trouble

SMALL = Plan(users=2, batches=1)
SIX = Plan(users=6, batches=1)
DATABASES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
both = pytest.mark.parametrize("database", DATABASES)
LATEST = {"accept": 6, "turn": 15, "reply": 15, "reminder": 4}  # the second death comes at this pass at the latest
TROUBLES: Sequence[Trouble] = (
    (10, {"method": "sendMessage", "code": 429, "retry_after": 1, "times": 2}),
    (40, {"method": "sendMessage", "drop_after_accept": True, "times": 3}),
    (70, {"method": "editMessageText", "code": 502, "times": 2}),
    (90, {"method": "getUpdates", "code": 500}),
    (110, {"method": "getUpdates", "drop_after_accept": True}),
    (130, {"method": "*", "delay": 0.1, "times": 8}),
    (150, {"method": "answerCallbackQuery", "code": 500, "times": 2}),
    (170, {"method": "editMessageText", "drop_after_accept": True, "times": 2}),
    (290, {"method": "sendMessage", "code": 502, "times": 2}),
    (300, {"method": "sendMessage", "code": 429, "retry_after": 1, "times": 2}),
    (310, {"method": "sendMessage", "drop_after_accept": True, "times": 2}),
)


@pytest.fixture(autouse=True)
def silent_server() -> None:
    """A bot that dies while it sends a file is what we want; the server need not tell."""
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)


@functools.cache
def without_kills(plan: Plan) -> Run:
    return play((plan,), "sqlite")[0]


def play(plans: Sequence[Plan], database: str) -> list[Run]:
    """The runs; raises what ended one of them."""
    done = asyncio.run(side_by_side(plans, database))
    for result in done:
        if isinstance(result, BaseException):
            raise result
    return [result for result in done if isinstance(result, Run)]


def score(database: str, runs: Sequence[Run], reference: Plan) -> Score:
    found = Score(database)
    for run in runs:
        found.add(run, without_kills(reference))
    return found


# -- every place where a kill might hurt ------------------------------------------------------------------------


def passes(point: str) -> tuple[str, str]:
    """Two deaths at that point: the first time it is passed, and once more later."""
    latest = LATEST[point.partition(".")[0]]
    return f"{point}:1", f"{point}:{random.Random(point).randint(2, latest)}"


@functools.cache
def died_at(database: str) -> dict[str, Run | BaseException]:
    plans = [Plan(users=SMALL.users, batches=SMALL.batches, failpoints=passes(point)) for point in POINTS]
    return dict(zip(POINTS, asyncio.run(side_by_side(plans, database)), strict=True))


@both
@pytest.mark.parametrize("point", POINTS)
def test_a_death_at_a_failpoint_loses_nothing(database: str, point: str) -> None:
    run = died_at(database)[point]
    if isinstance(run, BaseException):
        raise run
    assert [death.how for death in run.deaths] == ["failpoint", "failpoint"]
    assert score(database, [run], SMALL).violations() == []


# -- any other place --------------------------------------------------------------------------------------------


@both
def test_twenty_kills_at_random_moments_lose_nothing(
    database: str, record_property: Callable[[str, object], None]
) -> None:
    gap = without_kills(SIX).calls / 10
    runs = play([Plan(users=6, batches=1, kills=10, gap=gap, seed=seed) for seed in (1, 2)], database)
    found = score(database, runs, SIX)
    record_property("figure", found.table())
    assert found.violations() == []
    assert len(found.deaths("kill")) >= 16  # the last ones may come too late for a run


@both
def test_a_failing_telegram_and_kills_together_lose_nothing(database: str) -> None:
    run = play([Plan(users=6, batches=1, kills=4, gap=50.0, troubles=TROUBLES, seed=3)], database)
    found = score(database, run, SIX)
    assert found.violations() == []
    assert found.deaths("kill")


@both
def test_five_clean_stops_amid_work_lose_nothing_and_repeat_nothing(database: str) -> None:
    run = play([Plan(users=6, batches=1, stops=5, gap=25.0, seed=4)], database)[0]
    found = score(database, [run], SIX)
    assert [death.how for death in run.deaths] == ["stop"] * 5
    assert max([run.last_stop, *(death.seconds for death in run.deaths)]) < SLOWEST_STOP
    assert found.violations() == []
    assert (found.figures.replies_again, found.figures.reminders_again) == (0, 0)

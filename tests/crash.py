"""Kills the bot again and again in the middle of its work, starts it at once, and counts what got lost.

    python -m tests.crash --kills 200 [--database sqlite|postgres|both] [--workers 4] [--seed 1]

With several workers (on PostgreSQL) any of them is killed, and the one that polls more often than the others. Several rounds, each on a database of its own: users talk, the clock moves through all reminders, everything is
exported and compared with a run without kills. Exit code 1 where anything is amiss.
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import logging
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests import postgres
from tests.crash_bot import Death
from tests.crash_check import Figures, compare
from tests.crash_run import Plan, Run, run

KILLS = 20  # in a round
AT_ONCE = 2  # rounds; a machine with a single core takes longer, no more
SLOWEST_STOP = 10.0  # seconds
SLOWEST_TAKEOVER = 30.0  # seconds
DATABASES = ("sqlite", "postgres")


@dataclasses.dataclass(slots=True)
class Score:
    """Rounds on one database, summed up."""

    database: str
    figures: Figures = dataclasses.field(default_factory=Figures)
    runs: list[Run] = dataclasses.field(default_factory=list)
    errors: list[str] = dataclasses.field(default_factory=list)  # of runs that could not go on

    def add(self, done: Run, reference: Run) -> None:
        self.runs.append(done)
        for number, told in done.told.items():
            self.figures.add(compare(told, reference.told[number]))

    def deaths(self, how: str = "") -> list[Death]:
        return [death for run in self.runs for death in run.deaths if not how or death.how == how]

    def violations(self) -> list[str]:
        """What must not be, in a line each."""
        f, kills = self.figures, self.deaths("kill")
        replies, reminders = self.in_flight()
        stops = [death.seconds for death in self.deaths("stop")] + [run.last_stop for run in self.runs]
        wrong = {
            "accepted messages lost": f.lost,
            "accepted messages applied twice": f.twice,
            "users whose order was not kept": f.disordered,
            "replies lost": f.replies_lost,
            "reminders lost": f.reminders_lost,
            "exports that differ": f.exports_differ,
            "updates not confirmed": sum(run.pending for run in self.runs),
            "updates not answered": sum(run.left_over for run in self.runs),
            "replies sent again that were not in flight": max(0, f.replies_again - replies),
            "reminders sent again that were not in flight": max(0, f.reminders_again - reminders),
            "stops of over ten seconds": sum(seconds > SLOWEST_STOP for seconds in stops),
            "takeovers of over thirty seconds": sum(seconds > SLOWEST_TAKEOVER for seconds in self.takeovers()),
            "kills without work in flight beyond the half": max(0, len(kills) - 2 * sum(d.in_flight for d in kills)),
        }
        return [*self.errors, *(f"{self.database}: {count} {what}" for what, count in wrong.items() if count)]

    def in_flight(self) -> tuple[int, int]:
        """How many (replies, reminders) were on their way at the deaths, by what the database held then."""
        return sum(d.left.replies for d in self.deaths()), sum(d.left.leased for d in self.deaths())

    def takeovers(self) -> list[float]:
        """Seconds from each poller's death to the next poll."""
        return [seconds for run in self.runs for seconds in run.takeovers]

    def table(self) -> str:
        """The figures, a line each."""
        f, kills = self.figures, self.deaths("kill")
        busy, early = [d for d in kills if d.in_flight], [d for d in kills if d.starting]
        replies, reminders = self.in_flight()
        claimed = sum(d.left.leased > 0 for d in kills)
        lines = {
            "rounds": f"{len(self.runs)}, each of {len(self.runs[0].told)} users" if self.runs else "0",
            "kills": f"{len(kills)}: {len(busy)} with work in flight ({len(busy) / max(1, len(kills)):.1%}), "
                     f"{claimed} with a reminder claimed, {len(early)} during the start",
            "updates": f"{sum(r.updates for r in self.runs)}: {f.lost} lost, {f.twice} applied twice, "
                       f"{f.disordered} users out of order",
            "replies": f"{f.replies}: {f.replies_lost} lost, {f.replies_again} came twice "
                       f"({replies} in flight at kills)",
            "reminders": f"{f.reminders}: {f.reminders_lost} lost, {f.reminders_again} came twice "
                         f"({reminders} in flight at kills)",
            "exports": f"{sum(len(r.told) for r in self.runs)}: {f.exports_differ} differ from the run without kills",
            "left behind": f"{sum(r.pending for r in self.runs)} updates not confirmed, "
                           f"{sum(r.left_over for r in self.runs)} not answered",
            "polling": f"{sum(d.polling for d in kills)} kills of the poller, "
                       f"polled again after at most {max(self.takeovers(), default=0.0):.1f} s",
        }  # fmt: skip
        return "\n".join([f"--- {self.database}", *(f"{name:12} {words}" for name, words in lines.items())])


def new_database(kind: str) -> str:
    """The address of an empty one; "" means SQLite in the run's own folder."""
    return postgres.server().create_database() if kind == "postgres" else ""


async def side_by_side(
    plans: Sequence[Plan], database: str, say: Callable[[Run], None] = lambda run: None
) -> list[Run | BaseException]:
    """Runs them, some at a time; in the place of a run that could not go on is its error."""
    slots = asyncio.Semaphore(AT_ONCE)

    async def one(plan: Plan) -> Run:
        async with slots:
            with tempfile.TemporaryDirectory(prefix="crash-") as folder:
                done = await run(plan, Path(folder), new_database(database))
            say(done)
            return done

    return await asyncio.gather(*(one(plan) for plan in plans), return_exceptions=True)


async def storm(score: Score, kills: int, seed: int, plan: Plan, reference: Run) -> None:
    """Rounds until so many kills are done: the last kills of a round may come too late for it."""

    def say(run: Run) -> None:
        score.add(run, reference)
        print(f"{score.database}: {len(score.deaths('kill'))} of {kills} kills, {run.seconds:.0f} s", flush=True)

    while (missing := kills - len(score.deaths("kill"))) > 0 and not score.errors:
        shares = [min(KILLS, missing - begun) for begun in range(0, missing, KILLS)]
        gap = reference.calls / KILLS
        plans = [
            dataclasses.replace(plan, kills=share, gap=gap, seed=seed + number) for number, share in enumerate(shares)
        ]
        seed += len(plans)
        done = await side_by_side(plans, score.database, say)
        score.errors += [_cause(result) for result in done if isinstance(result, BaseException)][:1]


def _cause(error: BaseException) -> str:
    """What a task group wraps."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return f"a round could not go on: {error!s:.3000}"


async def _main(given: argparse.Namespace) -> int:
    plan, databases = Plan(workers=given.workers), DATABASES if given.database == "both" else (given.database,)
    if given.workers > 1:
        databases = ("postgres",)
    with tempfile.TemporaryDirectory(prefix="crash-") as folder:
        reference = await run(Plan(), Path(folder))
    print(f"without kills: {reference.updates} updates, {reference.calls} calls, {reference.seconds:.0f} s", flush=True)
    scores = [Score(kind) for kind in databases]
    for score in scores:
        await storm(score, given.kills, given.seed, plan, reference)
    print(*(score.table() for score in scores), sep="\n")
    wrong = [line for score in scores for line in score.violations()]
    print(*(wrong or ["Nothing lost."]), sep="\n")
    return 1 if wrong else 0


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description="Kill the bot and count what got lost.")
    parser.add_argument("--kills", type=int, default=200, help="for each database")
    parser.add_argument("--database", choices=(*DATABASES, "both"), default="both")
    parser.add_argument("--workers", type=int, default=1, help="several: on PostgreSQL only")
    parser.add_argument("--seed", type=int, default=1)
    # A bot that dies while it sends a file is what we want; the server need not tell.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    return asyncio.run(_main(parser.parse_args(arguments)))


if __name__ == "__main__":
    sys.exit(main())

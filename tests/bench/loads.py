"""The loads, the bots that take turns in them, and the choice of the bare bots' best concurrency."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from tests.bench.bots import Bot, Figures, Server, bare

SLOW = 0.04  # seconds that each answer of the API takes in the loads "as in life"
USERS = 50
TRIED = (1, 4, 16, 24, 64)  # concurrency of the bare bots; for each load the best of them counts
TRIALS = 3  # of each: the median, since one busy moment must not decide, nor one lucky one


@dataclass(frozen=True)
class Load:
    """One way to put a bot under work."""

    name: str
    kind: str
    count: int
    users: int = USERS
    delay: float = 0.0

    def run(self, bot: Bot, texts: list[str], first: int) -> Figures:
        """``first``: the first user's id. A chat takes about one message a second from a bot (and a burst of 20), so
        each run has users of its own."""
        return bot.measure(
            kind=self.kind, count=self.count, users=self.users, delay=self.delay, texts=texts, first=first
        )


def loads(scale: float) -> list[Load]:
    """All loads; ``scale`` makes them shorter for a quick look."""

    def of(count: int) -> int:
        return max(40, int(count * scale))

    return [
        Load("flood", "flood", of(1000), users=100),
        Load("50 users", "closed", of(1000)),
        Load("50 a second", "paced", of(400)),
        Load("flood, 40 ms", "flood", of(1000), users=100, delay=SLOW),
        Load("50 users, 40 ms", "closed", of(1000), delay=SLOW),
    ]


def median(runs: Iterable[Figures]) -> Figures:
    """The median of each figure."""
    known = list(runs)
    values: dict[str, Any] = {f.name: statistics.median(getattr(run, f.name) for run in known) for f in fields(Figures)}
    return Figures(**values | {"lost": sum(run.lost for run in known)})


class Bare:
    """A bare bot in each concurrency; for each load the one that did best in a trial."""

    def __init__(self, server: Server, kind: str, folder: Path, *, commits: bool) -> None:
        self._bots = {
            at_once: bare(server, kind, at_once, folder / f"{kind}{at_once}.db" if commits else None)
            for at_once in TRIED
        }
        self.best: dict[str, int] = {}

    @property
    def bots(self) -> list[Bot]:
        return list(self._bots.values())

    def choose(self, load: Load, texts: list[str], scale: float) -> None:
        """Tries each on that load. What waits 40 ms for each answer gets fewer updates where it takes few at a time."""
        if load.kind == "paced":  # the pace is given, so nothing is to be gained
            self.best[load.name] = next(iter(self.best.values()), 1)
            return
        rates: dict[int, list[float]] = {at_once: [] for at_once in self._bots}
        for at_once, bot in [*self._bots.items()] * TRIALS:
            count = max(40, min(int(load.count * scale), 40 * at_once if load.delay else load.count))
            trial = Load(load.name, load.kind, count, load.users, load.delay)
            rates[at_once].append(trial.run(bot, texts, 1).rate)
        self.best[load.name] = max(rates, key=lambda at_once: statistics.median(rates[at_once]))

    def bot(self, load: Load) -> Bot:
        return self._bots[self.best[load.name]]

    def memory(self) -> float:
        return max(bot.process.memory() for bot in self.bots)


Pick = Callable[[Load], Bot]


def in_turn(
    plans: list[Load], picks: dict[str, Pick], texts: list[str], rounds: int, users: int, say: Callable[[str], None]
) -> dict[str, dict[str, Figures]]:
    """Every load on every bot, one after the other, again and again; the median of the rounds by load and bot."""
    found: dict[tuple[str, str], list[Figures]] = {}
    first = 1
    for number in range(rounds):
        say(f"round {number + 1} of {rounds}")
        for load in plans:
            for name, pick in picks.items():
                found.setdefault((load.name, name), []).append(load.run(pick(load), texts, first))
            first = first + load.users if first + 2 * load.users <= users else 1
    return {load.name: {name: median(found[load.name, name]) for name in picks} for load in plans}

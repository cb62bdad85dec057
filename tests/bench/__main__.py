"""The program: python -m tests.bench [--quick] [--rounds N]. Prints the report and writes docs/performance.md."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import importlib.util
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.bots import Bot, Server, bare, has_aiogram, ours, running
from tests.bench.ceiling import ceiling
from tests.bench.extras import growth, memory_of_many, reminders_due, start_up, stores
from tests.bench.files import beside_photos, times
from tests.bench.fill import fill, sample, texts
from tests.bench.loads import Bare, Load, Pick, in_turn, loads
from tests.bench.machine import ROOT, facts
from tests.bench.report import AIOGRAM, COMMITS, OURS, REPLIES, Results, write

REPORT = ROOT / "docs" / "performance.md"
EVENING = "tests.bench.evening"  # a measurement of its own: async def measure() -> dict[str, object]


class Scale:
    """How long everything runs."""

    def __init__(self, *, quick: bool, rounds: int) -> None:
        self.rounds = rounds or (1 if quick else 5)
        self.loads = 0.3 if quick else 1.0
        self.trial = 0.8 if quick else 0.5  # shorter ones hide how 64 at once get in each other's way
        self.users = 1000 if quick else 5000
        self.sizes = [10, 1000, 10_000] if quick else [10, 1000, 100_000]
        self.many = 1000 if quick else 10_000
        self.due = 50 if quick else 250
        self.starts = 1 if quick else 3
        self.evening = not quick
        self.files, self.photos = (6, 1) if quick else (30, 8)  # rounds
        self.sent, self.beside = (4, 8.0) if quick else (20, 60.0)  # photos beside the chat, and seconds


def main() -> None:
    """Measures everything, prints the report and keeps it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="about two minutes, rough figures")
    parser.add_argument("--rounds", type=int, default=0, help="rounds in turn (5; quick: 1)")
    parser.add_argument("--no-report", action="store_true", help="print it, and leave docs/performance.md as it is")
    given = parser.parse_args()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        found = measure(Path(folder), Scale(quick=given.quick, rounds=given.rounds))
    found.took = time.perf_counter() - begun
    text = write(found)
    print(text)
    if not given.no_report:
        REPORT.write_text(text)


def measure(folder: Path, scale: Scale) -> Results:
    """All measurements, in a folder for the stores."""
    now, found = datetime.now(UTC), Results(facts(), rounds=scale.rounds, users=scale.users, aiogram=has_aiogram())
    said, server = texts(now), Server()
    try:
        found.ceiling = asyncio.run(ceiling(server.url))
        file = folder / "main" / "bot.db"
        file.parent.mkdir()
        asyncio.run(fill(file, scale.users, sample(now)))
        _beside_bare_bots(found, server, folder, file, said, scale)
        _alone(found, server, folder, file, said, scale, now)
    finally:
        server.process.stop()
    if scale.evening and importlib.util.find_spec(EVENING):
        found.evening = asyncio.run(importlib.import_module(EVENING).measure())
    return found


def _beside_bare_bots(found: Results, server: Server, folder: Path, file: Path, said: list[str], scale: Scale) -> None:
    bares = {
        REPLIES: Bare(server, "ptb", folder, commits=False),
        COMMITS: Bare(server, "ptb", folder, commits=True),
        **({AIOGRAM: Bare(server, "aiogram", folder, commits=True)} if found.aiogram else {}),
    }
    mine, plans = ours(server, file), loads(scale.loads)
    with running(mine, *(bot for one in bares.values() for bot in one.bots)):
        _warm_up([mine, *(bot for one in bares.values() for bot in one.bots)], said)
        for name, one in bares.items():
            say(f"trying {name}: how many updates at once are best?")
            for load in plans:
                one.choose(load, said, scale.trial)
            found.best[name] = one.best
        picks: dict[str, Pick] = {OURS: lambda load: mine, **{name: one.bot for name, one in bares.items()}}
        found.loads = in_turn(plans, picks, said, scale.rounds, scale.users, say)
        found.memory = {OURS: mine.process.memory()} | {name: one.memory() for name, one in bares.items()}


def _warm_up(bots: list[Bot], said: list[str]) -> None:
    load = Load("warm-up", "flood", 40, users=20)
    for bot in bots:
        load.run(bot, said, 1)


def _alone(
    found: Results, server: Server, folder: Path, file: Path, said: list[str], scale: Scale, now: datetime
) -> None:
    say("start-up, memory, reminders")
    found.start[OURS] = start_up(lambda: ours(server, file), said, scale.starts)
    found.start[REPLIES] = start_up(lambda: bare(server, "ptb", 1), said, scale.starts)
    if found.aiogram:
        found.start[AIOGRAM] = start_up(lambda: bare(server, "aiogram", 1, folder / "start.db"), said, scale.starts)
    fresh = ours(server, file)
    with running(fresh):
        Load("warm-up", "flood", 1, users=1).run(fresh, said, 1)
        found.many = (scale.many, *memory_of_many(fresh, said, scale.many))
    found.due = (scale.due, *reminders_due(server, scale.due))
    say("files")
    found.files = times(scale.files, scale.photos)
    beside = ours(server, file)
    with running(beside):
        Load("warm-up", "flood", 40, users=20).run(beside, said, 1)
        found.beside = beside_photos(beside, said, folder, photos=scale.sent, seconds=scale.beside)
    say("filling stores of different sizes")
    found.growth = growth(server, stores(folder, scale.sizes, now, say), said, scale.rounds, say)


def say(line: str) -> None:
    """How far it is."""
    print(f"[{time.strftime('%H:%M:%S')}] {line}", flush=True)


if __name__ == "__main__":
    main()

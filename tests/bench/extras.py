"""What is not a load: memory, start-up, growth of the store, reminders that fall due."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.bots import Bot, Figures, Server, ours, running
from tests.bench.fill import fill, sample
from tests.bench.loads import Load, Pick, in_turn, median

GROWTH = Load("10 users", "closed", 100, users=10)


def start_up(make: Callable[[], Bot], texts: list[str], times: int) -> float:
    """Seconds from the start of the process to the reply to an update that was waiting; the median."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        bot = make()
        with running(bot):
            bot.measure(kind="flood", count=1, users=1, texts=texts)
            taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def stores(folder: Path, sizes: list[int], now: datetime, say: Callable[[str], None]) -> dict[int, Path]:
    """A filled store for each number of users."""
    files = {}
    for size in sizes:
        begun, files[size] = time.perf_counter(), folder / f"growth{size}" / "bot.db"
        files[size].parent.mkdir()
        asyncio.run(fill(files[size], size, sample(now)))
        say(f"filled {size:,} users, {size * 10:,} reminder rows in {time.perf_counter() - begun:.0f} s")
    return files


def growth(
    server: Server, files: dict[int, Path], texts: list[str], rounds: int, say: Callable[[str], None]
) -> dict[int, Figures]:
    """The same ten users in stores of different sizes, in turn."""
    bots = {size: ours(server, file) for size, file in files.items()}
    with running(*bots.values()):
        for bot in bots.values():
            bot.measure(kind="flood", count=40, users=10, texts=texts)
        picks = {str(size): _always(bot) for size, bot in bots.items()}
        found: list[dict[str, Figures]] = []
        for _ in range(rounds):
            time.sleep(12)  # a chat takes one message a second
            found.append(in_turn([GROWTH], picks, texts, 1, 10, lambda line: None)[GROWTH.name])
    say("growth measured")
    return {size: median(one[str(size)] for one in found) for size in files}


def _always(bot: Bot) -> Pick:
    return lambda load: bot


def memory_of_many(bot: Bot, texts: list[str], users: int) -> tuple[float, float]:
    """Resident MB before and after so many different users, who have never written before."""
    before = bot.process.memory()
    bot.measure(kind="flood", count=users, users=users, first=50_000_000, texts=texts)
    return before, bot.process.memory()


def zone_at_evening(now: datetime) -> str:
    """A zone where it is about seven in the evening now, when evening messages go out."""
    ahead = (19 - now.astimezone(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/UTC"


def reminders_due(server: Server, count: int) -> tuple[float, float]:
    """So many evening messages due at one moment: sent a second, and processor seconds for 1,000."""
    with tempfile.TemporaryDirectory() as name:
        file, now = Path(name) / "bot.db", datetime.now(UTC)
        asyncio.run(fill(file, count + 25, sample(now, zone=zone_at_evening(now), due=True)))
        bot = ours(server, file)
        with running(bot):
            return bot.unasked(count)

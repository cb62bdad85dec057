"""The benchmark runs: one small load on this bot, its figures in a report. No time is asserted."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.bots import Server, ours, running
from tests.bench.ceiling import ceiling
from tests.bench.files import Beside, times
from tests.bench.fill import fill, sample, texts
from tests.bench.loads import Load, median
from tests.bench.report import COMMITS, OURS, REPLIES, Results, write


def test_a_small_load_ends_in_a_report(tmp_path: Path) -> None:
    now, server = datetime.now(UTC), Server()
    try:
        asyncio.run(fill(tmp_path / "bot.db", 10, sample(now)))
        bot = ours(server, tmp_path / "bot.db")
        with running(bot):
            load = Load("50 users", "closed", 20, users=10)
            figures = median([load.run(bot, texts(now), 1)])
            memory = bot.process.memory()
            picture = tmp_path / "no.jpg"
            picture.write_bytes(b"\xff\xd8\xff and no picture")
            beside, _ = bot.measured(
                kind="paced", count=20, users=10, first=20, texts=texts(now), photos=2, photo=str(picture)
            )
        most = asyncio.run(ceiling(server.url, 0.1))
    finally:
        server.process.stop()
    assert figures.lost == beside.lost == 0
    by_bot = dict.fromkeys((OURS, REPLIES, COMMITS), figures)
    found = Results("a machine", rounds=1, ceiling=most, loads={load.name: by_bot}, memory={OURS: memory})
    found.files, found.beside = times(1, 0), Beside(figures, beside, 2, 2)
    text = write(found)
    assert "| 50 users | 1.00 | 1.00 |" in text
    assert "| letter | " in text
    assert "While 2 photos came in" in text

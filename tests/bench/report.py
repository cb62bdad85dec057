"""What was measured, as short tables with a sentence each: printed, and kept as docs/performance.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.bench.bots import Figures
from tests.bench.files import AIMS, Beside, Times
from tests.bench.loads import TRIED

OURS, REPLIES, COMMITS, AIOGRAM = "this bot", "PTB, replies", "PTB, commits", "aiogram, commits"
Rows = Sequence[Sequence[object]]


@dataclass
class Results:
    """All figures of one run."""

    machine: str
    took: float = 0.0  # seconds
    rounds: int = 0
    users: int = 0
    ceiling: float = 0.0
    best: dict[str, dict[str, int]] = field(default_factory=dict)  # concurrency by bot and load
    loads: dict[str, dict[str, Figures]] = field(default_factory=dict)
    growth: dict[int, Figures] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    many: tuple[int, float, float] = (0, 0.0, 0.0)  # users, MB before, MB after
    start: dict[str, float] = field(default_factory=dict)
    due: tuple[int, float, float] = (0, 0.0, 0.0)  # reminders, a second, processor seconds for 1,000
    evening: dict[str, object] = field(default_factory=dict)
    aiogram: bool = False
    files: list[Times] = field(default_factory=list)
    beside: Beside | None = None  # the chat while photos are read


def write(found: Results) -> str:
    """The report as Markdown."""
    parts = [
        _head(found), _ratios(found), _rates(found), _latencies(found), _costs(found), _growth(found), _memory(found),
        _reminders(found), _files(found),
    ]  # fmt: skip
    return "\n\n".join(part for part in parts if part) + "\n"


def table(head: Sequence[str], rows: Rows) -> str:
    """A Markdown table, numbers on the right."""
    lines = [f"| {' | '.join(head)} |", f"|:--|{'--:|' * (len(head) - 1)}"]
    return "\n".join([*lines, *(f"| {' | '.join(map(str, row))} |" for row in rows)])


def _head(found: Results) -> str:
    fastest = max(figures.rate for by_bot in found.loads.values() for figures in by_bot.values())
    room = found.ceiling / fastest
    ceiling = f"The API server alone answers {found.ceiling:,.0f} calls a second, {room:.0f} times the fastest bot"
    enough = "." if room >= 5 else ": less than 5 times, so the fastest figures are too low."
    trials = f"{', '.join(map(str, TRIED[:-1]))} or {TRIED[-1]}"
    return f"""# How fast it is

Written by `make bench`, not by hand. {found.machine}; {found.took / 60:.0f} minutes, median of {found.rounds} rounds in
turn; every store is SQLite with synchronous=FULL. {ceiling}{enough}

One update is one message inside /interview (by turns a line that makes the card, and the yes that saves it), with its
dialog, interview, reminder and inbox rows written in one transaction and one reply. {found.users:,} users are in the store.
Beside it stand bare bots on the same API server: python-telegram-bot as it comes, which only replies; the same with one
INSERT and COMMIT for each update; {"aiogram likewise" if found.aiogram else "aiogram was not installed for this run"}. Each bare bot
runs with {trials} updates at once, whichever is best for that load. The API server has a core of its own."""


def _names(found: Results) -> list[str]:
    return [name for name in (OURS, REPLIES, COMMITS, AIOGRAM) if name in next(iter(found.loads.values()))]


def _ratios(found: Results) -> str:
    rows = [
        [load, *(f"{by_bot[OURS].rate / by_bot[name].rate:.2f}" for name in _names(found)[1:])]
        for load, by_bot in found.loads.items()
    ]
    tail = _ratio_of_tails(found)
    return f"""## Beside bare bots

Our updates a second divided by theirs: 1.00 is as fast as a bot that does next to nothing. The aim is 0.6 of the PTB bot
that commits, and 1.0 where Telegram takes 40 ms for each answer. {tail}

{table(["load", *_names(found)[1:]], rows)}"""


def _ratio_of_tails(found: Results) -> str:
    by_bot = found.loads["50 users"]
    ratio = by_bot[OURS].p99 / by_bot[COMMITS].p99
    return f"With 50 users our p99 is {ratio:.1f} times that of the PTB bot that commits (the aim: 2)."


def _each(found: Results, show: str, what: str) -> str:
    names = _names(found)
    rows = [[load, *(_shown(show, by_bot[name]) for name in names)] for load, by_bot in found.loads.items()]
    return f"{what}\n\n{table(['load', *names], rows)}"


def _shown(show: str, figures: Figures) -> str:
    if show == "rate":
        return f"{figures.rate:,.0f}" + (f" ({figures.lost} lost)" if figures.lost else "")
    return f"{figures.median:,.0f} / {figures.p99:,.0f}"


def _rates(found: Results) -> str:
    best = "; ".join(
        f"{name}: " + ", ".join(str(at_once) for at_once in by_load.values()) for name, by_load in found.best.items()
    )
    return _each(
        found, "rate", f"## Updates a second\n\nUpdates at once that were best, load by load: {best}."
    )  # fmt: skip


def _latencies(found: Results) -> str:
    words = "## From update to reply\n\nMilliseconds, median / p99. In a flood that is mostly waiting for one's turn."
    return _each(found, "latency", words)


def _costs(found: Results) -> str:
    names = _names(found)
    rows = [
        [load, *(f"{by_bot[name].cpu:.1f}" for name in names), f"{by_bot[OURS].cpu / by_bot[COMMITS].cpu:.2f}"]
        for load, by_bot in found.loads.items()
    ]
    return f"""## Processor time

Seconds for 1,000 updates, all threads of the bot together; last, ours divided by that of the PTB bot that commits.

{table(["load", *names, "ratio"], rows)}"""


def _growth(found: Results) -> str:
    if not found.growth:
        return ""
    least = found.growth[min(found.growth)]
    rows = [
        [f"{users:,}", f"{users * 10:,}", f"{one.median:.0f} / {one.p99:.0f}", f"{one.median / least.median:.2f}"]
        for users, one in found.growth.items()
    ]
    return f"""## As the store grows

Ten users answer one after the other in stores of different sizes; the median should not grow by a fifth.

{table(["users in the store", "reminder rows", "ms median / p99", "to the smallest"], rows)}"""


def _memory(found: Results) -> str:
    users, before, after = found.many
    rows = [
        [name, f"{found.memory[name]:.0f}", f"{found.start[name]:.1f}" if name in found.start else "-"]
        for name in found.memory
    ]
    return f"""## Memory and start

Resident MB after all loads, and seconds from the start of the process to its first reply. A fresh start of this bot takes
{before:.0f} MB, and {after:.0f} MB after {users:,} different users have written (the aim: less than 150).

{table(["bot", "MB", "start, s"], rows)}"""


def _reminders(found: Results) -> str:
    count, rate, cpu = found.due
    text = f"""## Reminders

{count:,} evening messages that are due at once go out at {rate:.0f} a second (claimed, looked at again, sent, marked); Telegram
takes about 30 a second from a bot, and 5 of them are left for replies. 1,000 of them take {cpu:.1f} s of processor time."""
    if not found.evening:
        return text
    return f"{text}\n\n{table(['a whole evening', ''], list(found.evening.items()))}"


def _files(found: Results) -> str:
    if not found.files:
        return ""
    rows = [
        [one.name, f"{one.median:,.1f} / {one.p99:,.1f}", f"{AIMS[one.name]:,.0f}",
         f"{one.median / one.alone:.1f}" if one.alone else "-"]
        for one in found.files
    ]  # fmt: skip
    return f"""## Texts, offers and files

Milliseconds, median / p99: a message of 600 characters put to its intents, a note of 200 judged; then from the bytes to
the verdicts: a letter of 9,000 characters (the check alone), a PDF with ten
pages of 3,000 characters, and a photo of a page, these two in a process of their own for each file, as the bot reads them; last, how
many times as long as reading the file alone, without that process and without the check. {_beside(found.beside)}

{table(["what", "ms", "the aim", "to reading alone"], rows)}"""


def _beside(beside: Beside | None) -> str:
    if beside is None:
        return "OCR is not installed here, so no photo was read."
    quiet, busy = beside.quiet, beside.busy
    return (
        f"While {beside.photos} photos came in and {beside.begun} of them were read, a paced chat's p99 was {busy.p99:.0f} ms "
        f"and its median {busy.median:.0f} ms; without them {quiet.p99:.0f} and {quiet.median:.0f} ms (the aim: twice "
        f"the quiet p99, or 150 ms)."
    )

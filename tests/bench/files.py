"""What offers and files cost: the check of a long letter, a PDF, a photo, and the chat while photos are read."""

from __future__ import annotations

import asyncio
import itertools
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot import intake
from bot.core.answers import verdict
from bot.core.offer import check
from bot.core.route import intents
from bot.intake.ocr_files import ocr_installed
from bot.intake.readers import pdf, picture
from bot.intake.readers.job import Job, Text
from tests.bench.bots import Bot, Figures
from tests.intake import make_pdf, make_picture
from tests.offers.scoring import load

LETTER = 9_000  # characters
PAGES, LINES, WIDE = 10, 36, 85  # of the PDF; characters of a line: 3,000 on a page, as in a contract
PACE, USERS = 20.0, 50  # updates a second, and from how many users, while photos are read
AIMS = {"message": 5.0, "answer": 5.0, "letter": 20.0, "PDF": 200.0, "photo": 5_000.0}  # ms


@dataclass(frozen=True)
class Times:
    """One kind of file: ms from its bytes to the verdicts, and ``alone`` the ms of reading it in this process without
    a child and without the check (0.0 where nothing is to be read)."""

    name: str
    median: float
    p99: float
    alone: float = 0.0


@dataclass(frozen=True)
class Beside:
    """The chat while photos are read: without and with them, how many were sent, and of these how many begun."""

    quiet: Figures
    busy: Figures
    photos: int
    begun: int


def times(rounds: int, photos: int) -> list[Times]:
    """The check alone, then files with their check; photos only where the extra [ocr] is installed."""
    letter, document = a_letter(), a_pdf()
    found = [
        _times("message", _messages(letter), rounds * 10),
        _times("answer", partial(verdict, "How are the nights shared?", letter[:200]), rounds * 10),
        _times("letter", partial(check, letter), rounds * 10),
        _times("PDF", partial(_read_and_check, document, "offer.pdf", "application/pdf"), rounds, _pdf_alone(document)),
    ]
    if photos and ocr_installed():
        data = a_photo()
        found.append(
            _times("photo", partial(_read_and_check, data, "offer.jpg", "image/jpeg"), photos, _photo_alone(data))
        )
    return found


def beside_photos(bot: Bot, texts: Sequence[str], folder: Path, *, photos: int, seconds: float) -> Beside | None:
    """The same load twice, the second time with photos that come first; None where they are not read."""
    if not ocr_installed():
        return None
    file = folder / "offer.jpg"
    file.write_bytes(a_photo())
    load = {"kind": "paced", "rate": PACE, "users": USERS, "count": int(PACE * seconds), "texts": list(texts)}
    quiet, _ = bot.measured(**load, first=1)
    busy, begun = bot.measured(**load, first=1 + USERS, photos=photos, photo=str(file))
    return Beside(quiet, busy, photos, begun)


def _times(name: str, work: Callable[[], object], rounds: int, alone: Callable[[], object] | None = None) -> Times:
    work()
    taken = sorted(_milliseconds(work) for _ in range(rounds))
    read = statistics.median(_milliseconds(alone) for _ in range(min(rounds, 5))) if alone else 0.0
    return Times(name, statistics.median(taken), taken[min(len(taken) - 1, int(len(taken) * 0.99))], read)


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _read_and_check(data: bytes, name: str, mime: str) -> dict[str, str]:
    """As the bot does it: a child for the file, then the check."""
    read = asyncio.run(intake.read(data, name, mime))
    if not read.text:
        raise SystemExit(f"{name} was not read: {read.problem}")
    return check(read.text)


def _messages(letter: str) -> Callable[[], object]:
    """A new message each time: of the last few the answer is known."""
    starts = itertools.count(step=7)
    return lambda: intents(letter[(at := next(starts) % 3_000) : at + 600])


def _pdf_alone(data: bytes) -> Callable[[], Text]:
    return lambda: pdf.read(data, _job())


def _photo_alone(data: bytes) -> Callable[[], Text]:
    picture.read(data, "jpeg", _job())  # wakes the engine, which a process does once
    return lambda: picture.read(data, "jpeg", _job())


def _job() -> Job:
    def nothing_inside(data: bytes, job: Job) -> Text:
        return Text("")

    limits = intake.LIMITS
    return Job(limits, True, time.monotonic() + limits.picture_wall, nothing_inside, pictures_left=limits.pictures)


# -- what is read -------------------------------------------------------------------------------------------------


def a_letter(length: int = LETTER) -> str:
    """Letters and mails of the tests, one after the other, cut to a length."""
    texts = [offer.text for offer in load("tuned.txt") if offer.kind in ("letter", "email")]
    whole = "\n\n".join(texts)
    return (whole * (length // len(whole) + 1))[:length]


def _lines() -> list[str]:
    words, lines = a_letter(PAGES * LINES * WIDE).split(), [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        lines[-1:] = [longer] if len(longer) <= WIDE else [lines[-1], word]
    return lines


def a_pdf(pages: int = PAGES) -> bytes:
    """So many pages full of text."""
    lines = [line.encode("cp1252", "replace").decode("cp1252") for line in _lines()]
    return make_pdf.plain(
        [
            [(50.0, 800.0 - 17 * row, line) for row, line in enumerate(lines[n * LINES : (n + 1) * LINES])]
            for n in range(pages)
        ]
    )


def a_photo() -> bytes:
    """A page of thirty lines, photographed a little askew."""
    page = make_picture.on_a4(make_picture.letter(_lines()[:30], 22, width=1240))
    return make_picture.saved(make_picture.photo(page, 1.5), "JPEG", quality=85)

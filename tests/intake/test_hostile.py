"""Nothing that is sent stops, slows or spoils anything: each hostile file gets a clear answer in its time."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

import content
from bot import intake
from bot.intake.model import MB
from bot.intake.names import shown
from bot.telegram.texts import Texts
from tests.intake import hostile
from tests.intake.hostile_base import HOSTILE, LETTER, LINES, TEXT, TOO_BIG, UNKNOWN, Maker
from tests.intake.make_pdf import plain

pytestmark = pytest.mark.anyio

KIB = 1024 if sys.platform == "linux" else 1
SAY = Texts(content.load().texts)


async def answered(maker: Maker, right: tuple[str, ...], within: float) -> intake.Read:
    data = maker()
    began = time.monotonic()
    read = await intake.read(data, "offer.pdf")
    assert time.monotonic() - began < within
    assert read.problem in right
    assert bool(read.text) is (read.problem == TEXT)
    if read.problem:
        assert "offer.pdf" in SAY(read.problem, name=read.name)
    return read


@pytest.mark.parametrize("name", sorted(hostile.TEXT_KINDS))
async def test_hostile_files_are_answered(name: str) -> None:
    await answered(*hostile.TEXT_KINDS[name], within=15)


@pytest.mark.ocr
@pytest.mark.parametrize("name", sorted(hostile.PICTURES))
async def test_hostile_pictures_are_answered(name: str) -> None:
    await answered(*hostile.PICTURES[name], within=60)


async def test_of_2000_pages_the_first_are_read() -> None:
    read = await answered(lambda: plain([LINES] * 2_000), (TEXT,), within=15)
    assert (read.pages, read.pages_total) == (50, 2_000)
    lines = intake.summary(intake.joined([intake.Piece(1, read=read)]), SAY)
    assert lines[:2] == ["I read 50 pages.", SAY("intake.first_pages", pages=50, total=2000)]


async def test_what_a_mail_brings_is_named_where_it_is_not_read() -> None:
    found = {}
    for name in ("mail with a program", "mail with a bomb", "mail with a path", "mail in 6 mails"):
        read = await intake.read(hostile.TEXT_KINDS[name][0](), "mail.eml")
        found[name] = [(part.name, part.problem) for part in read.left_out]
    assert found == {
        "mail with a program": [("offer.pdf.exe", UNKNOWN)],
        "mail with a bomb": [("offer.docx", HOSTILE)],
        "mail with a path": [("passwd", UNKNOWN)],
        "mail in 6 mails": [("mail", TOO_BIG)],
    }


async def test_a_wrong_name_and_type_do_not_matter() -> None:
    for name, mime in (("offer.docx", ""), ("offer.txt", "text/plain"), ("offer", "video/mp4"), ("x.exe", "text/html")):
        read = await intake.read(LETTER, name, mime)
        assert (read.kind, read.pages) == ("pdf", 2)


@pytest.mark.parametrize(
    "name, fit",
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Marta\\offer.pdf", "offer.pdf"),
        ("offer\u202efdp.exe", "offerfdp.exe"),
        ("a\nb\x00c.pdf", "abc.pdf"),
        ("..", ""),
        ("x" * 300 + ".pdf", "x" * 50 + "…" + "xxxxx.pdf"),
    ],
)
def test_names_are_fit_to_be_shown(name: str, fit: str) -> None:
    assert shown(name) == fit


LARGEST = (
    "docx bomb", "docx of 250,000 elements", "docx with bombs for headers", "pdf that draws itself", "pdf of 2^24 forms",
    "pdf that unpacks to 200 MB", "html of 9 MB", "text of 20 MB", "21 MB",
)  # fmt: skip
READ_THEM = """
import asyncio, pathlib, resource, sys
from bot import intake
async def main():
    files = [path for path in pathlib.Path(sys.argv[1]).iterdir()]
    async def load(path): return path.read_bytes()
    reads = await asyncio.gather(*(intake.read(lambda path=path: load(path), "x") for path in files))
    small = await asyncio.gather(*(intake.read(b"We offer 31,400.", "x") for _ in range(30)))
    assert len(reads) == len(files) and all(read.ok for read in small)
asyncio.run(main())
status = pathlib.Path("/proc/self/status")  # ru_maxrss begins with the peak of whoever started the process
own = [int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")] if status.exists() else []
print((own or [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss])[0], resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_memory_of_bot_and_children_stays_under_its_limit(tmp_path: Path) -> None:
    """The largest files, all at once, to a process that does nothing else."""
    for name in LARGEST:
        (tmp_path / name.replace("^", "")).write_bytes(hostile.TEXT_KINDS[name][0]())
    command = [sys.executable, "-c", READ_THEM, str(tmp_path)]
    done = subprocess.run(command, cwd=Path(intake.__file__).parents[2], check=True, capture_output=True, text=True)
    parent, children = (int(size) * KIB for size in done.stdout.split())
    print(f"peak: parent {parent / MB:.0f} MB, largest child {children / MB:.0f} MB")
    assert parent < 150 * MB
    assert children < intake.LIMITS.text_memory

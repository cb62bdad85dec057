"""A child process has nothing to take, and ends when it should, however it behaves."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from bot import intake
from bot.intake import ocr_files, parent
from bot.intake.model import DAMAGED, EMPTY, MEMORY, NO_OCR, TIME, Limits, Read
from tests.intake import make_mail
from tests.intake.make_picture import letter, saved

pytestmark = pytest.mark.anyio

LINUX = sys.platform == "linux"
QUICK = replace(intake.LIMITS, text_wall=1.5)
HELLO = b"We offer you 31,400 a year."


def instead(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Another program in the child's place."""
    monkeypatch.setattr(parent, "_START", f"import sys, os, time; sys.path.append(sys.argv[1]); {code}")


async def test_a_child_has_nothing_to_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "SECRET-OF-OURS")
    instead(monkeypatch, "from tests.intake.probe import main; main()")
    found = json.loads((await intake.read(HELLO, "x")).text)
    assert found["secrets"] == []
    assert set(found["environment"]) <= {*parent._ENVIRONMENT, "LC_CTYPE", "__CF_USER_TEXT_ENCODING"}
    assert (found["disk"], found["files"], found["group"]) == ("OSError", "OSError", True)
    assert set(found["here"]) <= {"left-behind"}
    assert found["nice"] >= 19
    if LINUX:
        assert found["memory"] == "MemoryError"
    if LINUX and _namespaces():
        assert (found["network"], found["parent"]) == ("OSError", "PermissionError")


def is_running(pid: str) -> bool:
    """Whether a process still does something; a dead one whose parent has not looked does not count."""
    found = subprocess.run(["ps", "-o", "stat=", "-p", pid], check=False, capture_output=True, text=True)
    return not found.stdout.strip().startswith(("Z", "X")) and bool(found.stdout.strip())


def _namespaces() -> bool:
    """Whether this machine lets a process have a network of its own; containers often don't."""
    code = "import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare(0x50000000))"
    return subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_a_child_that_hangs_is_ended_with_all_it_began(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    began = tmp_path / "pid"
    instead(monkeypatch, f"p = os.fork(); open({str(began)!r}, 'w').write(str(p)) if p else None; time.sleep(60)")
    read = await intake.read(HELLO, "x", limits=QUICK)
    assert read.problem == TIME
    await asyncio.sleep(0.1)
    assert not is_running(began.read_text())


@pytest.mark.parametrize(
    "code, problem",
    [
        ("os.abort()", MEMORY),
        ("os.kill(os.getpid(), 9)", MEMORY),
        ("os.kill(os.getpid(), 11)", DAMAGED),
        ("os.kill(os.getpid(), 24)", TIME),
        ("sys.exit(3)", DAMAGED),
        ("print('hello')", DAMAGED),
        ("os.write(1, bytes([0, 0, 0, 4]) + b'[]{}')", DAMAGED),
        ("""os.write(1, (b'{"read":{"text":1},"wants_ocr":false}').rjust(41, b'\\0').replace(b'\\0\\0\\0\\0', b'\\0\\0\\0%', 1))""", DAMAGED),
        ("sys.stdin.buffer.read(); [os.write(1, bytes(100_000)) for _ in range(100_000)]", MEMORY),
    ],
)  # fmt: skip
async def test_a_child_that_dies_or_lies_is_an_answer(monkeypatch: pytest.MonkeyPatch, code: str, problem: str) -> None:
    instead(monkeypatch, code)
    assert (await intake.read(HELLO * 100_000, "x")).problem == problem


async def test_a_child_that_never_listens_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, "[os.write(1, bytes(100_000)) for _ in range(100_000)]")
    assert (await intake.read(HELLO * 100_000, "x", limits=QUICK)).problem == TIME


async def test_who_gives_up_leaves_no_child_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    instead(monkeypatch, f"open({str(pid)!r}, 'w').write(str(os.getpid())); time.sleep(60)")
    task = asyncio.create_task(intake.read(HELLO, "x"))
    async with asyncio.timeout(10):
        while not (pid.exists() and pid.read_text()):  # noqa: ASYNC110 (the other process can't call us)
            await asyncio.sleep(0.02)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not is_running(pid.read_text())


async def test_a_dozen_files_at_most_are_fetched_at_once() -> None:
    held, most = 0, 0

    async def fetch() -> bytes:
        nonlocal held, most
        held += 1
        most = max(most, held)
        await asyncio.sleep(0.05)
        held -= 1
        return HELLO

    reads = await asyncio.gather(*(intake.read(fetch, f"{n}.txt") for n in range(14)))
    assert [read.text for read in reads] == [HELLO.decode()] * 14
    assert most == 12


async def test_a_slow_download_holds_up_nobody_elses_file() -> None:
    go = asyncio.Event()

    async def slow() -> bytes:
        await go.wait()
        return HELLO

    waiting = [asyncio.create_task(intake.read(slow, f"{n}.txt")) for n in range(4)]
    await asyncio.sleep(0)
    async with asyncio.timeout(10):
        assert (await intake.read(HELLO, "quick.txt")).ok
    go.set()
    assert all(read.ok for read in await asyncio.gather(*waiting))


@pytest.mark.parametrize("mime", ["text/plain", "image/jpeg"])
async def test_what_is_here_waits_for_no_download(monkeypatch: pytest.MonkeyPatch, mime: str) -> None:
    async def ask(data: bytes, limits: Limits, *, ocr: bool) -> tuple[Read, bool]:
        return Read(kind="txt", text="x"), False

    async def never() -> bytes:
        await asyncio.sleep(60)
        return HELLO

    monkeypatch.setattr(parent, "ocr_installed", lambda: True)
    monkeypatch.setattr(parent, "_ask", ask)
    waiting = [asyncio.create_task(intake.read(never, "x", mime)) for _ in range(20)]
    await asyncio.sleep(0)
    async with asyncio.timeout(5):
        assert (await intake.read(HELLO, "x", mime)).ok
    for task in waiting:
        task.cancel()


class Held(bytes):
    """A file in memory; ``now``: how many there are."""

    now = most = 0

    def __new__(cls, data: bytes) -> Held:
        cls.now += 1
        cls.most = max(cls.most, cls.now)
        return super().__new__(cls, data)

    def __del__(self) -> None:
        type(self).now -= 1


async def test_scanned_documents_do_not_wait_in_memory_for_their_second_look(monkeypatch: pytest.MonkeyPatch) -> None:
    async def ask(data: bytes, limits: Limits, *, ocr: bool) -> tuple[Read, bool]:
        await asyncio.sleep(0.02 if ocr else 0)
        return Read(kind="pdf", text="seen" if ocr else ""), not ocr

    async def fetch() -> bytes:
        return Held(HELLO)

    monkeypatch.setattr(parent, "ocr_installed", lambda: True)
    monkeypatch.setattr(parent, "_ask", ask)
    monkeypatch.setattr(Held, "most", 0)
    reads = await asyncio.gather(*(intake.read(fetch, "x.pdf", "application/pdf") for _ in range(60)))
    assert [read.text for read in reads] == ["seen"] * 60
    assert Held.now == 0
    assert Held.most <= 12 + 2 + 6 + 1


@pytest.mark.parametrize("words", ["", "words of the first look"])
async def test_a_document_that_does_not_come_twice_keeps_its_words(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    fetched = 0

    async def ask(data: bytes, limits: Limits, *, ocr: bool) -> tuple[Read, bool]:
        return Read(kind="pdf", text=words), True

    async def fetch() -> bytes:
        nonlocal fetched
        fetched += 1
        if fetched > 1:
            raise ConnectionError
        return HELLO

    monkeypatch.setattr(parent, "ocr_installed", lambda: True)
    monkeypatch.setattr(parent, "_ask", ask)
    if words:
        assert (await intake.read(fetch, "x.pdf")).text == words
    else:
        with pytest.raises(ConnectionError):
            await intake.read(fetch, "x.pdf")


async def test_what_is_fetched_waits_in_small_company() -> None:
    """Files that wait for their turn are held in memory: a few at a time."""
    lanes, fetched = parent.Lane(read=0, fetch=3), 0

    async def fetch() -> bytes:
        nonlocal fetched
        fetched += 1
        return HELLO

    async def read() -> None:
        async with lanes.taken(fetch):
            raise AssertionError("nothing is read here")

    tasks = [asyncio.create_task(read()) for _ in range(8)]
    await asyncio.sleep(0.01)
    for task in tasks:
        task.cancel()
    assert fetched == 3


async def test_what_fetching_raises_comes_through_and_blocks_nothing() -> None:
    async def fetch() -> bytes:
        raise ConnectionError

    for _ in range(4):
        with pytest.raises(ConnectionError):
            await intake.read(fetch, "x")
    assert (await intake.read(HELLO, "x")).ok


async def test_without_the_extra_pictures_are_refused_and_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "ocr_installed", lambda: False)
    picture = saved(letter(["We offer you 31,400 a year."]))
    read = await intake.read(picture, "x.png", "image/png")
    assert (read.kind, read.text, read.problem) == ("png", "", NO_OCR)
    big = saved(Image.effect_noise((400, 400), 90))
    mail = make_mail.eml(HELLO.decode(), attached=[("scan.png", "image/png", big)]).as_bytes()
    read = await intake.read(mail, "x.eml")
    assert (read.text, read.problem) == (HELLO.decode(), "")
    assert [(part.name, part.problem) for part in read.left_out] == [("scan.png", NO_OCR)]


async def test_without_one_of_its_models_pictures_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for folder in ("rapidocr/models", "onnxruntime"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder.split("/")[0] / "__init__.py").touch()
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    picture = saved(letter(["We offer you 31,400 a year."]))
    for name in (ocr_files.FINDER, ocr_files.READER):
        assert not ocr_files.ocr_installed()
        assert (await intake.read(picture, "x.png", "image/png")).problem == NO_OCR
        (tmp_path / "rapidocr/models" / name).touch()
    assert ocr_files.ocr_installed()


@pytest.mark.ocr
async def test_texts_are_read_while_pictures_are() -> None:
    cache = Path.home() / ".cache" / "Microsoft"
    before = cache.exists()
    done: list[str] = []

    async def read(data: bytes, name: str, mime: str) -> None:
        read = await intake.read(data, name, mime)
        done.append(f"{name} {read.problem}".strip())

    blank = saved(letter([" "]), "JPEG")
    await asyncio.gather(read(blank, "photo", "image/jpeg"), *(read(HELLO, "text", "") for _ in range(3)))
    assert done == ["text", "text", "text", f"photo {EMPTY}"]
    assert cache.exists() is before  # onnxruntime's telemetry would have begun a queue there

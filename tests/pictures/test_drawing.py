"""The child process: what it draws, how long it takes, and what becomes of it when it goes wrong."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.core.picture import Picture, from_json, to_json
from bot.pictures import fonts
from bot.pictures.drawer import COMMAND, ROOT, Drawer, NotDrawn
from bot.pictures.looks import DARK, LIGHT
from bot.pictures.paint import png
from tests.pictures.samples import LONG, board, card, comparison

pytestmark = pytest.mark.anyio
HANG = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(60)"


def opened(drawn: bytes) -> Image.Image:
    picture = Image.open(BytesIO(drawn))
    picture.load()
    return picture


def coarse(picture: Image.Image) -> list[int]:
    """How bright each of 6 x 12 fields is: enough to tell looks and places apart, whatever the font's version."""
    return list(picture.convert("L").resize((6, 12), Image.Resampling.BOX).tobytes())


async def test_a_picture_comes_as_a_png_for_a_phone() -> None:
    drawn = opened(await Drawer().draw(to_json(board())))
    assert (drawn.format, drawn.mode, drawn.width) == ("PNG", "RGB", 1080)
    assert 1000 < drawn.height < 2560
    assert drawn.getpixel((2, 2)) == tuple(bytes.fromhex(LIGHT["page"][1:]))


async def test_the_same_description_gives_the_same_bytes() -> None:
    first, second = [await Drawer().draw(to_json(card())) for _ in range(2)]
    assert first == second == png(card())


def test_without_the_library_for_kerning_it_is_drawn_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PIL.features.check", lambda name: False)
    fonts.cut.cache_clear()
    try:
        assert opened(png(comparison(5, 3, LONG))).width == 1080
    finally:
        fonts.cut.cache_clear()


@pytest.mark.parametrize("make", [board, comparison, card])
def test_the_looks_differ_in_colour_only(make: type[Picture]) -> None:
    light, dark = (opened(png(make(look=look))) for look in ("light", "dark"))  # type: ignore[call-arg]
    assert light.size == dark.size
    assert dark.getpixel((2, 2)) == tuple(bytes.fromhex(DARK["page"][1:]))
    assert all(a > 150 and b < 120 for a, b in zip(coarse(light), coarse(dark), strict=True))


def test_every_grade_shows_its_colour_and_what_differs_is_tinted() -> None:
    picture = opened(png(comparison(4, 4)))
    there = {colour for _, colour in picture.getcolors(1 << 24) or []}
    wanted = (*("met", "partly", "not", "unknown"), "tint", "card", "page", "accent")
    assert {name for name in wanted if tuple(bytes.fromhex(LIGHT[name][1:])) not in there} == set()


def test_the_largest_one_is_within_telegrams_limits() -> None:
    drawn = png(comparison(5, 16, LONG))
    width, height = opened(drawn).size
    assert width + height <= 10_000
    assert height / width < 20
    assert len(drawn) < 10_000_000


async def test_it_takes_less_than_a_second(capsys: pytest.CaptureFixture[str]) -> None:
    took = {}
    for name, picture in {"card": card(), "board": board(8), "three by eight": comparison(3, 8)}.items():
        begun = time.perf_counter()
        drawn = await Drawer().draw(to_json(picture))
        took[name] = (time.perf_counter() - begun, len(drawn))
    with capsys.disabled():
        print(
            "\npictures:",
            ", ".join(f"{name} {ms * 1000:.0f} ms {size // 1024} kB" for name, (ms, size) in took.items()),
        )
    assert min(seconds for seconds, _ in took.values()) < 1.0


# -- what goes wrong --------------------------------------------------------------------------------------------


async def test_a_child_that_hangs_is_killed_and_waited_for(tmp_path: Path) -> None:
    begun = time.perf_counter()
    with pytest.raises(NotDrawn, match="too long"):
        await Drawer([sys.executable, "-c", HANG, str(tmp_path / "pid")], seconds=0.8).draw(to_json(card()))
    assert time.perf_counter() - begun < 5
    assert is_gone(tmp_path / "pid")


async def test_whoever_waits_for_it_can_be_cancelled(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    task = asyncio.create_task(Drawer([sys.executable, "-c", HANG, str(told)]).draw(to_json(card())))
    for _ in range(500):
        await asyncio.sleep(0.02)
        if told.exists() and told.read_text():
            break
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert is_gone(told)


def is_gone(told: Path) -> bool:
    """Whether the process that wrote its number there has ended, and was waited for."""
    try:
        os.kill(int(told.read_text()), 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize(
    "command,reason",
    [
        (["/nowhere/at/all"], "FileNotFoundError"),
        ([sys.executable, "-c", "raise SystemExit(7)"], "exit code 7"),
        ([sys.executable, "-c", "print('no picture')"], "no picture"),
        ([sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"], "exit code -9"),
    ],
)
async def test_a_child_that_fails_says_so_without_the_users_words(command: list[str], reason: str) -> None:
    with pytest.raises(NotDrawn, match=reason) as caught:
        await Drawer(command).draw(to_json(board()))
    assert "Acorn" not in str(caught.value)


GOOD = to_json(board())
BAD: list[object] = [
    {}, [], None, "x", {**GOOD, "look": "pink"}, {**GOOD, "title": 7}, {**GOOD, "blocks": []}, {**GOOD, "more": 1},
    {**GOOD, "title": "x" * 5000}, {**GOOD, "blocks": [{"kind": "pie", "rows": []}]},
    {**GOOD, "blocks": [{"kind": "grades", "rows": [{"name": "no cell"}]}]},
    {**GOOD, "blocks": [{"kind": "columns", "rows": [{"name": "x"}], "names": []}]},
    {**GOOD, "blocks": [{"kind": "text", "rows": [{"name": "x"}] * 61}]},
    {**GOOD, "blocks": [{"kind": "text", "rows": [{"name": "x", "done": "yes"}]}]},
    {**GOOD, "blocks": [{"kind": "grades", "rows": [{"name": "x", "cells": [{"grade": "good"}]}]}]},
]  # fmt: skip


@pytest.mark.parametrize("description", BAD, ids=range(len(BAD)))
def test_a_bad_description_is_refused(description: object) -> None:
    with pytest.raises(ValueError, match=r"not a|no columns"):
        from_json(json.loads(json.dumps(description)))


def test_a_description_comes_back_as_it_was() -> None:
    for picture in (board(), comparison(), card("dark")):
        assert from_json(json.loads(json.dumps(to_json(picture)))) == picture


@pytest.mark.parametrize(
    "given", [b"", b"{", b"[" * 100_000, b'"' + b"x" * 600_000, json.dumps({"blocks": 1}).encode()]
)
def test_the_child_refuses_what_is_no_description(given: bytes) -> None:
    done = subprocess.run(
        COMMAND, check=False, input=given, capture_output=True, env={"PYTHONPATH": str(ROOT)}, timeout=20
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


# -- what stays out of the bot, and out of the child ------------------------------------------------------------


async def test_the_child_gets_no_token_no_key_and_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:secret")
    monkeypatch.setenv("DATABASE_KEY", "secret")
    told = "import os, sys; sys.stdout.buffer.write(b'\\x89PNG\\r\\n\\x1a\\n' + repr(sorted(os.environ)).encode())"
    names = (await Drawer([sys.executable, "-c", told]).draw({})).decode("latin-1")
    assert "PYTHONPATH" in names
    assert "TOKEN" not in names
    assert "KEY" not in names


def test_the_bot_itself_never_imports_the_drawing() -> None:
    code = "import sys, bot.app; sys.exit(any(m.split('.')[0] in ('PIL', 'fontpkg_roboto') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT, timeout=60).returncode == 0


async def test_the_parents_memory_does_not_grow_by_it(capsys: pytest.CaptureFixture[str]) -> None:
    drawer, large = Drawer(), to_json(comparison(5, 16))
    await drawer.draw(large)
    before = rss()
    for _ in range(3):
        await drawer.draw(large)
    grown, child = rss() - before, child_memory(large)
    with capsys.disabled():
        print(f"\npictures: the parent grew by {grown} kB, the child of a large one took {child // 1024} MB")
    assert grown < 4096
    assert child < 200 * 1024


def child_memory(description: object) -> int:
    """The most memory in kB that the child of one picture takes: asked of a process that has no other child."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdin=sys.stdin, stdout=subprocess.DEVNULL); "
    )
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    command, given = [sys.executable, "-c", code, *COMMAND], json.dumps(description)
    env = {"PYTHONPATH": str(ROOT)}
    return int(subprocess.run(command, check=True, input=given, capture_output=True, text=True, env=env).stdout)


def rss() -> int:
    """Resident memory of this process in kB; where the system does not say, the most that it ever was."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * (resource.getpagesize() // 1024)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

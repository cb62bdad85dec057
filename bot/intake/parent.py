"""The bot's side: one child process for each file, so that no file can stop, slow or spoil anything else."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import os
import signal
import sys
import tempfile
import weakref
from asyncio.subprocess import Process, SubprocessStreamProtocol
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from bot.intake import frames
from bot.intake.model import DAMAGED, EMPTY, MEMORY, NO_OCR, PICTURES, TIME, TOO_BIG, Limits, Read, Source
from bot.intake.names import shown
from bot.intake.ocr_files import ocr_installed
from bot.intake.sniff import sniff

_ROOT = str(Path(__file__).resolve().parents[2])
# A child reads one file and ends: to look for garbage while it imports what it needs is time for nothing.
_START = (
    "import gc, sys; gc.set_threshold(100_000, 50, 50); sys.path.append(sys.argv[1]);"
    " from bot.intake.child import main; main()"
)
_ENVIRONMENT = {  # all that the child knows of ours: no token, no key
    "PATH": os.defpath,
    "LANG": "C.UTF-8",
    "ORT_DISABLE_TELEMETRY": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
_PIECE = 256 * 1024
_GRACE = 2.0
_KILLED_BY = {signal.SIGXCPU: TIME, signal.SIGSEGV: DAMAGED, signal.SIGBUS: DAMAGED}


class Lane:
    """``read`` files at a time. A download takes no place of these; ``fetch`` downloads at most are under way or wait
    in memory for their turn. What is in memory anyway waits for no download."""

    def __init__(self, read: int, fetch: int) -> None:
        self._places, self._fetching = asyncio.Semaphore(read), asyncio.Semaphore(fetch)

    @contextlib.asynccontextmanager
    async def taken(self, source: Source) -> AsyncIterator[bytes]:
        """Fetches the file, then waits for its turn and holds it."""
        if isinstance(source, bytes):
            data = source
            await self._places.acquire()
        else:
            async with self._fetching:
                data = await source()
                await self._places.acquire()
        try:
            yield data
        finally:
            self._places.release()


class _Lanes:
    """Two files at a time, and beside them one by OCR. Many downloads, so that slow ones keep nobody waiting; of
    pictures fewer, since those that are here wait longer."""

    def __init__(self) -> None:
        self.texts, self.pictures = Lane(read=2, fetch=12), Lane(read=1, fetch=6)


_LANES: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _Lanes] = weakref.WeakKeyDictionary()


async def read_file(source: Source, name: str, mime: str, limits: Limits) -> Read:
    """See ``bot.intake.read``."""
    lanes = _LANES.setdefault(asyncio.get_running_loop(), _Lanes())
    named = shown(name)
    if mime.startswith("image/") and ocr_installed():
        async with lanes.pictures.taken(source) as data:
            return dataclasses.replace(await _picture(data, limits), name=named)
    async with lanes.texts.taken(source) as data:
        read, wants_ocr = await _first_look(data, limits)
    del data  # the pictures' lane may be long, and nothing waits in memory but what the lanes count
    if wants_ocr:
        read = await _second_look(source, read, limits, lanes)
    return dataclasses.replace(read, name=named)


async def _picture(data: bytes, limits: Limits) -> Read:
    """What is said to be a picture. Where it is none, its lane serves as well."""
    if sniff(data[:4096]) in PICTURES:
        return _refused(data, limits) or (await _ask(data, limits, ocr=True))[0]
    read, wants_ocr = await _first_look(data, limits)
    return (await _ask(data, limits, ocr=True))[0] if wants_ocr else read


async def _first_look(data: bytes, limits: Limits) -> tuple[Read, bool]:
    refused = _refused(data, limits)
    return (refused, False) if refused else await _ask(data, limits, ocr=False)


def _refused(data: bytes, limits: Limits) -> Read | None:
    """What needs no child."""
    if len(data) > limits.size:
        return Read(problem=TOO_BIG)
    return None if data.strip() else Read(problem=EMPTY)


async def _second_look(source: Source, first: Read, limits: Limits, lanes: _Lanes) -> Read:
    """Pictures met in the first look are read now: the file is fetched once more. Where that fails, or it can't be
    fetched, the words of the first look stand."""
    if not ocr_installed():
        return first if first.text else dataclasses.replace(first, problem=NO_OCR)
    try:
        async with lanes.pictures.taken(source) as data:
            second, _ = await _ask(data, limits, ocr=True)
    except Exception:  # whatever the source raises
        if not first.text:
            raise
        return first
    return first if second.problem and first.text else second


async def _ask(data: bytes, limits: Limits, *, ocr: bool) -> tuple[Read, bool]:
    """One child, one file: what it read, and whether it met pictures that are still to be read."""
    wall = limits.picture_wall if ocr else limits.text_wall
    with tempfile.TemporaryDirectory(prefix="intake-") as empty:
        child, transport = await _begin(empty)
        try:
            answer = await asyncio.wait_for(_talk(child, data, limits, ocr), wall)
        except TimeoutError:
            return Read(problem=TIME), False
        finally:
            await asyncio.shield(_end(child, transport))
    return _judge(answer, child.returncode or 0)


async def _begin(folder: str) -> tuple[Process, asyncio.SubprocessTransport]:
    """What ``asyncio.create_subprocess_exec`` does, and the transport too, to close it when others hold its pipes."""
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.subprocess_exec(
        lambda: SubprocessStreamProtocol(limit=_PIECE, loop=loop),
        *(sys.executable, "-I", "-B", "-c", _START, _ROOT),
        stderr=asyncio.subprocess.DEVNULL,
        env=_ENVIRONMENT,
        cwd=folder,
        start_new_session=True,
    )
    return Process(transport, protocol, loop), transport


async def _talk(child: Process, data: bytes, limits: Limits, ocr: bool) -> bytes:
    """Sends the file in pieces and takes the answer, no more of it than agreed."""
    assert child.stdin is not None and child.stdout is not None  # noqa: S101, PT018 (both are pipes)
    request = {"size": len(data), "ocr": ocr, "limits": dataclasses.asdict(limits)}
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # a child that died answers by its end
        child.stdin.write(frames.pack(request))
        view = memoryview(data)
        for start in range(0, len(view), _PIECE):
            child.stdin.write(view[start : start + _PIECE])
            await child.stdin.drain()
        child.stdin.close()
    answer = bytearray()
    while len(answer) <= limits.answer and (piece := await child.stdout.read(_PIECE)):
        answer += piece
    return bytes(answer) if len(answer) <= limits.answer else b""


async def _end(child: Process, transport: asyncio.SubprocessTransport) -> None:
    """Ends the child with everything that it began; also when whoever asked gave up."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    try:
        async with asyncio.timeout(_GRACE):
            while child.stdout and await child.stdout.read(_PIECE):
                pass  # asyncio calls a process ended only when its pipes are, and these only when they are empty
            await child.wait()
    except TimeoutError:  # something that fled from its group holds the pipe
        transport.close()


def _judge(answer: bytes, code: int) -> tuple[Read, bool]:
    """A child that ended without an answer is known by how it died."""
    message: dict[str, Any] | None = frames.unpack(answer)
    try:
        if message is not None:
            return Read.from_json(message["read"]), message["wants_ocr"] is True
    except (KeyError, TypeError, ValueError, AttributeError):
        return Read(problem=DAMAGED), False
    died = signal.Signals(-code) if code < 0 else None
    return Read(problem=_KILLED_BY.get(died, MEMORY) if died else DAMAGED), False

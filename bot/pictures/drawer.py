"""The bot's side: one short-lived child process for each picture, with a time limit and nothing secret around it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]  # where the package "bot" lies
COMMAND = (sys.executable, "-s", "-P", "-m", "bot.pictures.child")
PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "LANG")  # of the environment: what starting Python may need, no settings
TIME = 8.0  # seconds for one picture; it takes less than one
AT_ONCE = 2
MOST_OUT = 10 * 1024 * 1024  # Telegram takes photos of up to 10 MB
SIGNATURE = b"\x89PNG\r\n\x1a\n"


class NotDrawn(Exception):
    """There is no picture; the reason holds no words of the user."""


class Drawer:
    """Draws pictures outside the process."""

    def __init__(self, command: Sequence[str] = COMMAND, *, seconds: float = TIME) -> None:
        self._command, self._seconds = tuple(command), seconds
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def draw(self, description: dict[str, Any]) -> bytes:
        """The PNG of a description (see bot.core.picture). Raises NotDrawn."""
        given = json.dumps(description).encode()
        async with self._slots:
            code, drawn = await self._run(given)
        if code != 0:
            raise NotDrawn(f"exit code {code}")
        if not drawn.startswith(SIGNATURE) or len(drawn) > MOST_OUT:
            raise NotDrawn("no picture came")
        return drawn

    async def _run(self, given: bytes) -> tuple[int, bytes]:
        pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        try:
            child = await asyncio.create_subprocess_exec(
                *self._command, stdin=pipe, stdout=pipe, stderr=nowhere, env=_environment()
            )
        except OSError as error:
            raise NotDrawn(type(error).__name__) from None
        try:
            drawn, _ = await asyncio.wait_for(child.communicate(given), self._seconds)
        except TimeoutError:
            raise NotDrawn("it took too long") from None
        finally:
            await _gone(child)
        return child.returncode or 0, drawn


def _environment() -> dict[str, str]:
    """Neither token nor key nor any setting of ours."""
    return {**{name: os.environ[name] for name in PASSED_ON if name in os.environ}, "PYTHONPATH": str(ROOT)}


async def _gone(child: asyncio.subprocess.Process) -> None:
    """Ends the child where it still runs, and waits for it so that no dead process is left behind."""
    with contextlib.suppress(ProcessLookupError):
        if child.returncode is None:
            child.kill()
    await asyncio.shield(child.wait())

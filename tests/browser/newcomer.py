"""Starts the program as a newcomer does: without a token, in an empty home, as a process of its own."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import aiohttp

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 40.0  # seconds for a start on a busy machine


@asynccontextmanager
async def running(home: Path, now: datetime) -> AsyncIterator[str]:
    """The address of the local chat, its clock at ``now``; fails when the program warned of anything or ended badly."""
    log = home / "stderr"
    process = await _start(home, log)
    try:
        url = await asyncio.wait_for(_address(process), PATIENCE)
        assert url, log.read_text()
        await _set_clock(url, now)
        yield url
    finally:
        if process.returncode is None:
            process.terminate()
        await asyncio.wait_for(process.communicate(), PATIENCE)
    assert not log.read_text(), log.read_text()
    assert process.returncode == 0


async def _start(home: Path, log: Path) -> asyncio.subprocess.Process:
    """In the empty home as working directory, so that no .env of the person who tests is read."""
    env = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(home), "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"), "LOCAL_CHAT_PORT": "0", "LOG_LEVEL": "WARNING",
    }  # fmt: skip
    with log.open("wb") as errors:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "--no-browser",
            cwd=home,
            env=env,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
        )


async def _address(process: asyncio.subprocess.Process) -> str:
    """The address that the program prints when all is up; nothing when it ended before."""
    assert process.stdout is not None
    async for line in process.stdout:
        found = re.search(r"http://127\.0\.0\.1:\d+", line.decode())
        if found:
            return found[0]
    return ""


async def _set_clock(url: str, now: datetime) -> None:
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{url}/local/clock", json={"set": now.isoformat()}) as answer,
    ):
        assert answer.status == 200, await answer.text()

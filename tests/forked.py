"""`python -m bot` forked from a process that has loaded it already: where many are killed, each starts in a moment.

The first such process is begun by multiprocessing when it is first needed, and ends with the tests.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.forked_ready"])


class Forked:
    """A running bot; to its tests like a process of asyncio."""

    def __init__(self, arguments: Sequence[str], folder: Path, env: dict[str, str], log: Path) -> None:
        given = (tuple(arguments), str(folder), env, str(log))
        self._process = _CONTEXT.Process(target=_run, args=given, daemon=True)

    async def start(self) -> None:
        await asyncio.to_thread(self._process.start)  # the first one waits until all is loaded

    async def wait(self) -> int:
        """Its exit code; minus the signal that ended it."""
        loop, ended = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self._process.sentinel, ended.set)
        try:
            await ended.wait()
        finally:
            loop.remove_reader(self._process.sentinel)
        self._process.join()
        assert self._process.exitcode is not None
        return self._process.exitcode

    @property
    def alive(self) -> bool:
        return self._process.exitcode is None

    def send_signal(self, number: int) -> None:
        assert self._process.pid is not None
        os.kill(self._process.pid, number)


def _run(arguments: Sequence[str], folder: str, env: dict[str, str], log: str) -> None:
    """In the new process: as if Python had been started with that environment, in that folder, writing to that file."""
    from bot import failpoints
    from bot.__main__ import main

    output = os.open(log, os.O_WRONLY | os.O_APPEND)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    failpoints._name, _, failpoints._count = env.get("BOT_FAILPOINT", "").partition(":")
    sys.exit(main(arguments))

"""Child processes and what they cost: cores, processor time, memory."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]


def cores() -> list[int]:
    """The cores that this process may use; one name for all where the system does not tell."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else [0]


def facts() -> str:
    """The machine in a line."""
    return f"{len(cores())} cores of {platform.machine()}, {platform.system()}, Python {platform.python_version()}"


class Process:
    """A child process on cores of its own: the API server has the last one, what is measured the others."""

    def __init__(
        self, command: Sequence[str], *, server: bool = False, folder: Path = ROOT, env: dict[str, str] | None = None
    ) -> None:
        self._child = subprocess.Popen(
            command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE if server else subprocess.DEVNULL, text=True,
            stderr=None if os.environ.get("BENCH_LOUD") or server else subprocess.DEVNULL,
        )  # fmt: skip
        mine = cores()[-1:] if server else cores()[:-1]
        if mine and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(self._child.pid, mine)

    def line(self) -> str:
        """The next line that it prints."""
        assert self._child.stdout is not None
        return self._child.stdout.readline().strip()

    def running(self) -> bool:
        return self._child.poll() is None

    def cpu(self) -> float:
        """Seconds of processor time that it has used, all its threads together."""
        file = Path(f"/proc/{self._child.pid}/stat")
        if file.exists():
            values = file.read_text().rpartition(")")[2].split()
            return (int(values[11]) + int(values[12])) / os.sysconf("SC_CLK_TCK")
        return _seconds(self._ps("time"))

    def memory(self) -> float:
        """Resident memory in MB."""
        return int(self._ps("rss")) / 1024

    def _ps(self, column: str) -> str:
        asked = ["ps", "-o", f"{column}=", "-p", str(self._child.pid)]
        return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()

    def stop(self) -> None:
        """Ends it, kindly first."""
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()
        self._child.terminate()
        try:
            self._child.wait(15)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()


def _seconds(clock: str) -> float:
    """What `ps -o time` prints ("0:01.25", "1:02:03") in seconds."""
    total = 0.0
    for part in clock.replace("-", ":").split(":"):
        total = total * 60 + float(part)
    return total

"""A throw-away PostgreSQL server for tests: its own folder and port, gone when the tests end."""

from __future__ import annotations

import atexit
import functools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from pathlib import Path
from typing import Self

_USER = "tests"
_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")


def binaries() -> Path | None:
    """The folder with initdb, postgres, pg_ctl and createdb: from PATH, Debian's place, or Homebrew's; else None."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    for root, pattern in (
        ("/usr/lib/postgresql", "*/bin"),
        ("/opt/homebrew/opt", "postgresql*/bin"),
        ("/usr/local/opt", "postgresql*/bin"),
    ):
        folders += sorted(Path(root).glob(pattern), reverse=True)
    tools = ("initdb", "postgres", "pg_ctl", "createdb")
    return next((folder for folder in folders if all((folder / tool).exists() for tool in tools)), None)


def available() -> bool:
    """Whether a server can be started here."""
    return binaries() is not None


def _account() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root: then the account to run it under; else None."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("no account named postgres or nobody to run PostgreSQL under")


class Server:
    """One running server; made ready by the constructor, stopped at exit, by `stop` or by the end of a `with`.

    Connections need no password: it listens on loopback only, and holds nothing but what tests put there.
    """

    def __init__(self) -> None:
        folder = binaries()
        if folder is None:
            raise RuntimeError("no PostgreSQL server on this machine: install postgresql")
        self._binaries = folder
        self._account = _account()
        self._folder = Path(tempfile.mkdtemp(prefix="postgres-"))
        self._running = False
        if self._account:
            os.chown(self._folder, self._account.pw_uid, self._account.pw_gid)
        atexit.register(self.stop)
        self._run("initdb", "-D", "data", "-U", _USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        self.port = self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def url(self, database: str) -> str:
        """The address of a database of this server, in the plain form that DATABASE_URL takes."""
        return f"postgresql://{_USER}@127.0.0.1:{self.port}/{database}"

    def create_database(self, like: str = "template0") -> str:
        """Makes a database with a name of its own, empty or a copy of that one; returns its address."""
        name = f"test_{uuid.uuid4().hex[:12]}"
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", _USER, "-T", like, name)
        return self.url(name)

    def stop(self) -> None:
        """Stops the server at once and removes its folder; may be called again."""
        if self._running:
            self._running = False
            self._run("pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)
        atexit.unregister(self.stop)

    def _start(self, tries: int = 3) -> int:
        """Another program may take the port between the choice and the start: then once more."""
        port = _free_port()
        options = " ".join(f"-c {option}" for option in _QUICK)
        options += f" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -p {port}"
        try:
            self._run("pg_ctl", "-D", "data", "-l", "log", "-w", "-t", "60", "-o", options, "start")
        except RuntimeError:
            if tries == 1:
                raise
            return self._start(tries - 1)
        self._running = True
        return port

    def _run(self, tool: str, *arguments: str) -> None:
        """Output goes to a file: a pipe would stay open as long as the server lives, and the call with it."""
        output = self._folder / "output"
        with output.open("wb") as sink:
            done = subprocess.run(
                [self._binaries / tool, *arguments],
                cwd=self._folder,
                env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"},
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
                check=False,
                user=self._account.pw_uid if self._account else None,
                group=self._account.pw_gid if self._account else None,
                extra_groups=[] if self._account else None,
            )
        if done.returncode:
            raise RuntimeError(f"{tool} failed: {output.read_text(errors='replace').strip()}{self._log()}")

    def _log(self) -> str:
        log = self._folder / "log"
        return f"\n{log.read_text(errors='replace')[-2000:]}" if log.exists() else ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@functools.cache
def server() -> Server:
    """The one server of this test run, started when first asked for."""
    return Server()

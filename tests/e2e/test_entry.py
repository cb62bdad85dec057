"""The image's way to start, without an engine: the same environment, folders and words as the Dockerfile says."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import os
import re
import shlex
import shutil
import stat
import sys
import tomllib
from collections.abc import Iterator
from configparser import RawConfigParser
from pathlib import Path

import aiohttp
import pytest

from bot.settings import NAMES
from tests.e2e.process import ROOT, free_port

pytestmark = pytest.mark.anyio
DOCKERFILE = (ROOT / "Dockerfile").read_text()
UNIT = (ROOT / "deploy" / "two-way-street.service").read_text()


# Root may write to what is read-only; without its rights it may not, as in the container (cap_drop: ALL).
WITHOUT_RIGHTS = (
    ["setpriv", "--bounding-set=-all", "--no-new-privs"] if os.geteuid() == 0 and shutil.which("setpriv") else []
)


def instruction(name: str) -> list[str]:
    """The arguments of each such instruction of the Dockerfile, its lines joined."""
    joined = re.sub(r"\\\n\s*", " ", DOCKERFILE)
    return re.findall(rf"^{name} (.*)$", joined, re.MULTILINE)


def image_environment() -> dict[str, str]:
    return dict(part.split("=", 1) for part in shlex.split(" ".join(instruction("ENV"))))


class Container:
    """What `docker run` would start: only the copied folders, two volumes, no home."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.app = folder, folder / "app"
        for copied in re.findall(r"^COPY (\w+) /app/", DOCKERFILE, re.MULTILINE):
            shutil.copytree(ROOT / copied, self.app / copied, ignore=shutil.ignore_patterns("__pycache__"))
        for path in [self.app, *self.app.rglob("*")]:
            path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
        self.port, self.metrics = free_port(), free_port()
        for volume in ("data", "key"):
            (folder / volume).mkdir(mode=0o700)

    @property
    def env(self) -> dict[str, str]:
        given = image_environment()
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "PYTHONPATH"):
            given[name] = f"{self.folder}{given[name]}"
        return given | {
            "PATH": os.environ.get("PATH", os.defpath), "LOCAL_CHAT_PORT": str(self.port),
            "METRICS_PORT": str(self.metrics),
        }  # fmt: skip

    async def run(self, *command: str) -> asyncio.subprocess.Process:
        assert instruction("ENTRYPOINT") == ['["python", "-m", "bot"]']
        return await asyncio.create_subprocess_exec(
            *WITHOUT_RIGHTS, sys.executable, "-m", "bot", *command, cwd=self.folder / "data", env=self.env,
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip

    async def output(self, *command: str) -> tuple[int, bytes]:
        process = await self.run(*command)
        out, _ = await process.communicate()
        return process.returncode or 0, out

    async def healthy(self) -> int:
        [check] = instruction("HEALTHCHECK")
        command = json.loads(check[check.index("CMD") + 4 :])
        return (await self.output(*command[3:]))[0]

    async def up(self) -> asyncio.subprocess.Process:
        [command] = map(json.loads, instruction("CMD"))
        process = await self.run(*command)
        async with asyncio.timeout(30):
            while not await self._listens():
                assert process.returncode is None, (await process.communicate())[1]
                await asyncio.sleep(0.1)
        assert await self.healthy() == 0
        return process

    async def _listens(self) -> bool:
        with contextlib.suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", self.metrics)
            writer.close()
            return True
        return False

    async def down(self, process: asyncio.subprocess.Process) -> str:
        """As `docker stop`: ten seconds from the signal to the end."""
        assert instruction("STOPSIGNAL") == ["SIGTERM"]
        process.terminate()
        async with asyncio.timeout(10):
            out, err = await process.communicate()
        assert process.returncode == 0, err
        return out.decode()

    def files(self) -> set[str]:
        return {str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file()}


@pytest.fixture
def container(tmp_path: Path) -> Iterator[Container]:
    made = Container(tmp_path)
    yield made
    for path in [made.app, *made.app.rglob("*")]:
        path.chmod(path.stat().st_mode | stat.S_IWUSR)


async def test_the_container_lives_stops_and_comes_back(container: Container) -> None:
    before = container.files()
    process = await container.up()
    await say(container.port, "/ask whether the roof is tight")
    said = await container.down(process)
    assert "Whoever reaches port" in said
    assert await container.healthy() == 1
    process = await container.up()
    code, saved = await container.output("backup", "-")
    await container.down(process)
    assert code == 0
    head = json.loads(gzip.decompress(saved).splitlines()[0])
    assert (head["counts"]["users"], head["counts"]["question"]) == (1, 1)
    made = container.files() - before
    assert {name.split("/")[0] for name in made} == {"data", "key"}, "all else is read-only in the container"
    assert "key/two-way-street/local-chat.key" in made
    assert not [name for name in made if name.startswith("data") and "key" in name]


async def say(port: int, text: str) -> None:
    """From a browser on the machine that published the port; waits for the answer."""
    url = f"http://localhost:{port}/local"
    async with aiohttp.ClientSession() as http, asyncio.timeout(15):
        async with http.get(f"{url}/users") as response:
            [user, *_] = await response.json()
        async with http.post(f"{url}/send", json={"user": user["id"], "text": text}) as response:
            assert response.status == 200
        while True:
            async with http.get(f"{url}/chat", params={"user": str(user["id"])}) as response:
                if [
                    m for m in (await response.json())["messages"] if not m.get("out") and "Added:" in m.get("text", "")
                ]:
                    return
            await asyncio.sleep(0.05)


async def test_health_without_a_port_says_so(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "health",
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        stderr=asyncio.subprocess.PIPE,
    )
    _, err = await process.communicate()
    assert (process.returncode, err) == (2, b"METRICS_PORT is not set, so there is nobody to ask\n")


# -- the files themselves -------------------------------------------------------------------------------------------


def test_the_image_holds_the_program_and_its_lock_and_runs_as_nobody() -> None:
    assert instruction("USER") == ["10001:10001"]
    assert "--require-hashes" in DOCKERFILE
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    copied = {name for name in re.findall(r"^COPY (\S+) ", DOCKERFILE, re.MULTILINE) if not name.startswith("--")}
    assert {line[1:] for line in ignored if line.startswith("!")} == copied
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]["find"]["include"]
    assert {f"{name}*" for name in copied - {"requirements.txt"}} == set(packages)


def test_settings_named_in_these_files_exist() -> None:
    compose = (ROOT / "compose.yaml").read_text()
    named = set(re.findall(r"^      ([A-Z][A-Z_]+):", compose, re.MULTILINE)) - {
        "POSTGRES_USER", "POSTGRES_DB", "POSTGRES_PASSWORD",
    }  # fmt: skip
    named |= {name for name in image_environment() if not re.match(r"PATH|PYTHON|XDG_", name)}
    page = (ROOT / "docs" / "hosting.md").read_text()
    named |= set(re.findall(r"`([A-Z][A-Z]*_[A-Z_]+)", page)) - {
        "POSTGRES_PASSWORD",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
    }
    assert named - set(NAMES) == set()
    assert {"DATABASE_URL", "METRICS_PORT", "LOCAL_CHAT_HOST", "OWNER_ID", "ERASURES_FILE"} <= named


def test_compose_gives_the_bot_no_rights_and_opens_no_port() -> None:
    bot = (ROOT / "compose.yaml").read_text().partition("  bot:\n")[2].partition("\n  database:\n")[0]
    lines = [line.strip() for line in bot.splitlines() if not line.strip().startswith("#")]
    for line in ("read_only: true", "cap_drop: [ALL]", 'security_opt: ["no-new-privileges:true"]', "env_file: .env"):
        assert line in lines
    assert not [line for line in lines if line.startswith("ports")]
    assert "\t" not in bot


def test_the_unit_is_hardened_and_does_not_start_again_after_a_bad_setting() -> None:
    unit = RawConfigParser(strict=False, interpolation=None)
    unit.read_string(UNIT)
    service = unit["Service"]
    assert service["RestartPreventExitStatus"] == "2"
    assert (service["Restart"], service["TimeoutStopSec"]) == ("on-failure", "30")
    assert (service["ProtectSystem"], service["NoNewPrivileges"]) == ("strict", "yes")
    for name in ("", "-backup"):
        text = (ROOT / "deploy" / f"two-way-street{name}.service").read_text()
        commands = re.findall(r"-m bot(?: (\w[\w-]*))?", text)
        assert set(commands) <= {"run", "backup"}

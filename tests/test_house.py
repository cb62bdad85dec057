"""The house itself: what a newcomer reads and installs says the same as the code."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import asyncpg
import pytest

from bot.settings import NAMES, load
from tests import chromium, postgres

ROOT = Path(__file__).parent.parent
EXAMPLE = (ROOT / ".env.example").read_text()

# Written in two halves, so that this file passes its own test.
REGISTRIES = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.", "deb." + "debian.org", "proxy.go" + "lang"]
# Wherever it is checked out: no file names that place, nor the folders of whoever works on it.
PLACES = [f"{ROOT}/", f"{ROOT.parent}/shared", f"{Path.home()}/."]
MACHINE_PATHS = [place for place in PLACES if len(place) > 6] + ["/opt/" + "py"]  # "/ci/" could be anything


def project_files() -> list[Path]:
    """All files that git has or would take, so that a new one counts before it is committed."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_the_example_explains_every_setting_in_one_line() -> None:
    blocks = [block.splitlines() for block in EXAMPLE.strip().split("\n\n")[1:]]
    assert sorted(block[1].partition("=")[0] for block in blocks) == sorted(NAMES)
    for block in blocks:
        assert len(block) == 2
        assert re.fullmatch(r"# [A-Z].{20,}\.", block[0])


def test_the_example_as_it_stands_changes_nothing(tmp_path: Path) -> None:
    copied = tmp_path / ".env"
    copied.write_text(EXAMPLE)
    env = {"HOME": "/home/sam"}
    assert load(env, copied) == load(env, tmp_path / "none")


def test_no_registry_and_no_path_of_one_machine_in_any_file() -> None:
    found = []
    for path in project_files():
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {word}" for word in REGISTRIES + MACHINE_PATHS if word in text]
    assert found == []


def test_the_readme_names_both_commands() -> None:
    readme = (ROOT / "README.md").read_text()
    assert "make run" in readme
    assert "make test" in readme


def package(requirement: str) -> str:
    return re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0].lower()


def locked(name: str) -> dict[str, str]:
    """Package -> version, of a lock whose every entry has hashes."""
    entries = re.split(r"\n(?=[a-z])", (ROOT / name).read_text())
    assert all("--hash=sha256:" in entry for entry in entries)
    pairs = [re.match(r"([a-z0-9-]+)(?:\[\w+\])?==(\S+)", entry) for entry in entries]
    return {pair[1]: pair[2] for pair in pairs if pair}


def test_locks_hold_every_dependency_and_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    run, dev = locked("requirements.txt"), locked("requirements-dev.txt")
    assert {package(name) for name in project["dependencies"]} <= run.keys()
    assert {package(name) for name in project["optional-dependencies"]["ocr"]} <= run.keys()  # photos are read
    assert {package(name) for name in project["optional-dependencies"]["dev"]} <= dev.keys()
    assert run.items() <= dev.items()
    assert {"python-telegram-bot", "aiosqlite", "apscheduler"} <= run.keys()


def run_script(folder: Path, name: str, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Runs a copy of scripts/NAME in a folder of its own, with the commands in folder/bin and no others."""
    (folder / "scripts").mkdir()
    script = folder / "scripts" / name
    script.write_text((ROOT / "scripts" / name).read_text())
    for command in ("dirname", "basename"):
        (folder / "bin").mkdir(exist_ok=True)
        (folder / "bin" / command).symlink_to(shutil.which(command) or command)
    return subprocess.run(
        ["/bin/sh", str(script), *arguments],
        env={"PATH": str(folder / "bin"), **env}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def command(path: Path, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


@pytest.mark.parametrize("too_old", [False, True])
def test_without_a_fit_python_one_line_says_what_to_install(tmp_path: Path, too_old: bool) -> None:
    if too_old:
        command(tmp_path / "bin" / "python3", "exit 1")
    done = run_script(tmp_path, "environment.sh", "requirements.txt")
    assert done.returncode != 0
    assert done.stdout == ""
    assert re.fullmatch(r"Python 3\.11 or newer with venv is needed: install it .*\n", done.stderr)


def bare_machine(folder: Path) -> None:
    """No Chromium, no PostgreSQL, nobody who could install them; "pytest" shows its arguments and fails with 3."""
    command(folder / ".venv" / "bin" / "python", '[ "$1" = -c ] && exit 1; echo "$@"; exit 3')
    command(folder / "bin" / "id", "echo 1000")


def test_what_the_machine_lacks_is_left_out_loudly(tmp_path: Path) -> None:
    bare_machine(tmp_path)
    done = run_script(tmp_path, "test.sh", "-q")
    assert done.stdout.startswith("-m pytest ")
    assert done.stdout.endswith(" -m not browser and not postgres -q\n")
    assert done.stderr.count("!!! LEFT OUT: the tests that need Chromium") == 2
    assert done.stderr.count("!!! LEFT OUT: the tests that need PostgreSQL") == 2
    assert done.returncode == 3


def test_nothing_is_left_out_in_ci(tmp_path: Path) -> None:
    bare_machine(tmp_path)
    done = run_script(tmp_path, "test.sh", CI="true")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "FAILED: no Chromium on this machine, and every test must run here.\n"


def test_chromium_named_by_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "my-chromium"
    own.write_text("#!/bin/sh\n")
    own.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(own))
    assert chromium.find() == str(own)
    monkeypatch.setenv("CHROMIUM", "")
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    assert chromium.find() is None or chromium.find() in chromium._MACOS


@pytest.mark.postgres
def test_a_throw_away_postgresql_comes_and_goes() -> None:
    async def answer(url: str) -> object:
        connection = await asyncpg.connect(url)
        try:
            return await connection.fetchval("SELECT 42")
        finally:
            await connection.close()

    with postgres.Server() as server:
        first, second = server.create_database(), server.create_database()
        assert first != second
        assert asyncio.run(answer(first)) == asyncio.run(answer(second)) == 42
    with pytest.raises(OSError, match=r"."):
        asyncio.run(answer(first))
    server.stop()

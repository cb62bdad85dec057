"""Only this computer, only this page: addresses, hosts, origins, ports; and the program on its own."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.localchat.server import STATIC, LocalChat
from tests.localchat.world import SAM, TOKEN, World, running

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8090", "127.0.0.1.evil.example", "", "localhost.evil:80"]
)
async def test_a_strange_host_is_refused(world: World, host: str) -> None:
    for path in ("/", "/local/users", f"/bot{TOKEN}/getMe"):
        async with world.session.get(world.url + path, headers={"Host": host}) as answer:
            assert answer.status == 403


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:1234", "[::1]:80"])
async def test_every_name_of_this_computer_is_fine(world: World, host: str) -> None:
    async with world.session.get(f"{world.url}/local/users", headers={"Host": host}) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("origin,status", [("http://evil.example", 403), ("null", 403), ("http://localhost:5", 403)])
async def test_another_page_may_not_post(world: World, origin: str, status: int) -> None:
    data = {"user": SAM, "text": "x"}
    async with world.session.post(f"{world.url}/local/send", json=data, headers={"Origin": origin}) as answer:
        assert answer.status == status
    async with world.session.post(f"{world.url}/local/send", json=data, headers={"Origin": world.url}) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::"])
async def test_it_listens_on_loopback_only(host: str) -> None:
    with pytest.raises(ValueError, match="loopback"):
        await LocalChat(TOKEN).start(host)


async def test_a_busy_port_is_an_error(world: World) -> None:
    with pytest.raises(OSError, match="in use"):
        await LocalChat(TOKEN).start(port=int(world.url.rsplit(":", 1)[1]))


async def test_the_page_comes_with_its_rules(world: World) -> None:
    async with world.session.get(f"{world.url}/") as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")
    for name, status in (("index.html", 200), ("..%2fserver.py", 404), ("../server.py", 404), ("none.js", 404)):
        async with world.session.get(f"{world.url}/static/{name}") as answer:
            assert answer.status == status


async def test_a_finger_leaves_nothing_hovered() -> None:
    """On a touch screen the last thing touched keeps its hover look, so such rules are for a mouse only."""
    for sheet in STATIC.glob("*.css"):
        for line in sheet.read_text().splitlines():
            assert ":hover" not in line or line.startswith("@media (hover: hover) {"), f"{sheet.name}: {line}"


async def test_a_closed_tab_is_no_error(world: World, caplog: pytest.LogCaptureFixture) -> None:
    cursor = (await world.get(f"chat?user={SAM}"))["cursor"]
    async with world.stream(cursor):
        await asyncio.sleep(0.05)
    for _ in range(3):
        await world.say("nobody sees this")
        await asyncio.sleep(0.05)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


@pytest.mark.parametrize("body", [b"{", b"[]", b""])
async def test_nonsense_gets_a_sentence(world: World, body: bytes) -> None:
    async with world.session.post(f"{world.url}/local/send", data=body) as answer:
        assert answer.status == 400
        assert (await answer.json())["error"]
    async with world.session.get(f"{world.url}/local/nothing") as answer:
        assert (answer.status, await answer.json()) == (404, {"error": "Not Found"})


async def test_stopping_waits_for_nobody() -> None:
    async with running() as world:
        await world.say("/start")
        await world.updates()
        version = (await world.get("clock"))["version"]
        cursor = (await world.get(f"chat?user={SAM}"))["cursor"]
        async with world.stream(cursor) as stream:
            waiting = [
                asyncio.create_task(world.ok("getUpdates", timeout=30)),
                asyncio.create_task(world.get(f"clock?version={version}&wait=30")),
            ]
            await asyncio.sleep(0.1)
            begin = time.monotonic()
            await world.chat.stop()
            assert await waiting[0] == []
            await waiting[1]
            assert [event async for event in stream] == []
            assert time.monotonic() - begin < 3


async def test_it_runs_on_its_own(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "bot.localchat",
        "--port",
        "0",
        "--token",
        TOKEN,
        "--clock-file",
        str(tmp_path / "c"),
    ]
    root = Path(__file__).parents[2]
    process = await asyncio.create_subprocess_exec(*command, cwd=root, stdout=subprocess.PIPE)
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().strip()
    async with running() as world:
        async with world.session.get(f"{url}/bot{TOKEN}/getMe") as answer:
            assert (await answer.json())["result"]["id"] == 424242
        second = [*command[:4], url.rsplit(":", 1)[1], *command[5:]]
        other = await asyncio.create_subprocess_exec(*second, cwd=root, stderr=subprocess.PIPE)
        _, error = await other.communicate()
        assert (other.returncode, b"is taken" in error) == (1, True)
    process.terminate()
    assert await process.wait() == 0
    assert (tmp_path / "c").exists()

"""The chat's clock: moved, followed, planned and kept; and what else is kept."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.localchat.world import SAM, World, running

pytestmark = pytest.mark.anyio


async def test_messages_carry_the_chats_time(world: World) -> None:
    before = await world.ok("sendMessage", chat_id=SAM, text="now")
    await world.post("clock", advance=3600)
    after = await world.ok("sendMessage", chat_id=SAM, text="later")
    assert 3600 <= after["date"] - before["date"] <= 3605


async def test_a_follower_hears_of_every_move(world: World) -> None:
    version = (await world.get("clock"))["version"]
    follower = asyncio.create_task(world.get(f"clock?version={version}&wait=20"))
    await asyncio.sleep(0.05)
    moved = await world.post("clock", advance=60)
    async with asyncio.timeout(2):
        assert (await follower)["version"] == moved["version"] == version + 1
    assert (await world.get(f"clock?version={version}&wait=20"))["version"] == version + 1
    assert (await world.get(f"clock?version={version + 1}&wait=0.05"))["version"] == version + 1


async def test_it_goes_to_what_is_planned(world: World) -> None:
    assert "error" in await world.post("clock", 409, to_next=True)
    clock = await world.get("clock")
    at = datetime.fromisoformat(clock["now"]) + timedelta(hours=5)
    planned = await world.post("next", at=at.isoformat())
    assert (planned["next"], planned["version"]) == (at.isoformat(), clock["version"])
    moved = await world.post("clock", to_next=True)
    assert abs(datetime.fromisoformat(moved["now"]) - at) < timedelta(seconds=2)
    assert (await world.post("next", at=None))["next"] is None


async def test_it_is_set_anywhere_but_advanced_only_forward(world: World) -> None:
    moved = await world.post("clock", set="2031-05-06T07:08:00")
    assert moved["now"].startswith("2031-05-06T07:08:0")
    assert (await world.post("clock", set="2020-01-01T00:00:00+02:00"))["now"].startswith("2019-12-31T22:00:0")
    await world.post("clock", 400, advance=-5)
    await world.post("clock", 400, set="soon")
    await world.post("next", 400, at="soon")


async def test_a_restart_keeps_clock_and_users_and_repeats_no_id(tmp_path: Path) -> None:
    kept = tmp_path / "chat" / "clock.json"
    async with running(kept) as world:
        await world.post("clock", advance=86_400)
        user = await world.post("users", first_name="Ada")
        sent = [await world.say(str(number), user["id"]) for number in range(30)]
    async with running(kept) as world:
        assert 86_400 <= (await world.get("clock"))["offset"] < 86_401
        assert [known["first_name"] for known in await world.get("users")] == ["Sam", "Robin", "Ada"]
        reminder = await world.ok("sendMessage", chat_id=user["id"], text="Tomorrow 15:00")
        assert reminder["message_id"] > sent[-1]["message_id"]
        assert (await world.say("x"))["update_id"] > sent[-1]["update_id"]
        assert len(await world.messages(user["id"])) == 1


@pytest.mark.parametrize("content", ["", "[]", '{"offset": "x"}'])
async def test_a_broken_file_is_a_fresh_start(tmp_path: Path, content: str) -> None:
    kept = tmp_path / "clock.json"
    kept.write_text(content)
    async with running(kept) as world:
        assert (await world.get("clock"))["offset"] == 0

"""Failures on request."""

from __future__ import annotations

import time

import aiohttp
import pytest

from tests.localchat.world import SAM, World

pytestmark = pytest.mark.anyio


async def test_too_many_requests_says_when_to_come_again(world: World) -> None:
    await world.post("fault", method="sendMessage", code=429, retry_after=7, times=2)
    for _ in range(2):
        status, answer = await world.api("sendMessage", chat_id=SAM, text="x")
        assert (status, answer["parameters"]) == (429, {"retry_after": 7})
        assert answer["description"] == "Too Many Requests: retry after 7"
    await world.ok("sendMessage", chat_id=SAM, text="x")
    assert len(await world.messages()) == 2


async def test_a_refused_call_has_no_effect_and_others_go_on(world: World) -> None:
    await world.post("fault", method="sendmessage", code=502)
    await world.ok("getMe")
    assert await world.refused("sendMessage", chat_id=SAM, text="x") == (502, "Bad Gateway")
    await world.post("fault", method="*", code=400, description="Bad Request: made up")
    assert await world.refused("getMe") == (400, "Bad Request: made up")


async def test_a_dropped_call_was_accepted(world: World) -> None:
    await world.post("fault", method="sendMessage", drop_after_accept=True)
    with pytest.raises(aiohttp.ClientError):
        await world.api("sendMessage", chat_id=SAM, text="did it arrive?")
    assert [message["text"] for message in await world.messages()] == ["/start", "did it arrive?"]


async def test_a_delayed_call_was_accepted_at_once(world: World) -> None:
    await world.post("fault", method="sendMessage", delay=0.3)
    begin = time.monotonic()
    await world.ok("sendMessage", chat_id=SAM, text="late")
    assert time.monotonic() - begin >= 0.3


async def test_faults_can_be_cleared_and_must_make_sense(world: World) -> None:
    await world.post("fault", method="getMe", code=500, times=9)
    await world.post("fault", clear=True)
    await world.ok("getMe")
    await world.post("fault", 400, method="getMe")
    await world.post("fault", 400, code=500)

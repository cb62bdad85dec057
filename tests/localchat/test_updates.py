"""getUpdates: order, offsets, limits, long polling, kinds, age and duplicates."""

from __future__ import annotations

import asyncio

import pytest

from tests.localchat.world import SAM, TOKEN, World

pytestmark = pytest.mark.anyio


def ids(updates: list[dict[str, object]]) -> list[object]:
    return [update["update_id"] for update in updates]


async def test_updates_stay_until_an_offset_confirms_them(world: World) -> None:
    sent = [(await world.say(text))["update_id"] for text in ("a", "b", "c")]
    assert sent == list(range(sent[0], sent[0] + 3))
    assert ids(await world.ok("getUpdates")) == sent
    assert ids(await world.ok("getUpdates", limit=2)) == sent[:2]
    assert ids(await world.ok("getUpdates", offset=sent[1])) == sent[1:]
    assert ids(await world.ok("getUpdates")) == sent[1:]
    assert await world.ok("getUpdates", offset=sent[2] + 1) == []


async def test_a_negative_offset_keeps_only_the_last(world: World) -> None:
    sent = [(await world.say(text))["update_id"] for text in ("a", "b", "c")]
    assert ids(await world.ok("getUpdates", offset=-1)) == sent[2:]
    assert ids(await world.ok("getUpdates")) == sent[2:]


async def test_a_long_poll_answers_when_something_comes(world: World) -> None:
    poll = asyncio.create_task(world.ok("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    sent = await world.say("now")
    async with asyncio.timeout(2):
        assert ids(await poll) == [sent["update_id"]]


async def test_a_long_poll_ends_empty_after_its_time(world: World) -> None:
    assert await world.ok("getUpdates", timeout=1) == []


async def test_a_second_poll_ends_the_first_with_409(world: World) -> None:
    first = asyncio.create_task(world.refused("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(world.ok("getUpdates", timeout=20))
    description = "terminated by other getUpdates request; make sure that only one bot instance is running"
    assert await first == (409, f"Conflict: {description}")
    await world.say("for the second")
    assert len(await second) == 1


async def test_only_the_kinds_asked_for_come(world: World) -> None:
    await world.ok("getUpdates", allowed_updates=["callback_query"])
    assert (await world.say("not wanted"))["update_id"] is None
    assert await world.ok("getUpdates", allowed_updates="not json") == []
    assert (await world.say("still not wanted"))["update_id"] is None
    await world.ok("getUpdates", allowed_updates=[])
    assert (await world.say("wanted again"))["update_id"] is not None


async def test_an_update_is_a_picture_of_its_moment(world: World) -> None:
    sent = await world.say("first")
    await world.post("edit", user=SAM, message_id=sent["message_id"], text="second")
    message, edited = await world.updates()
    assert (message["message"]["text"], edited["edited_message"]["text"]) == ("first", "second")


async def test_old_updates_are_dropped_taps_after_150_seconds(world: World) -> None:
    sent = await world.with_buttons("yes")
    await world.say("kept for a day")
    await world.post("tap", user=SAM, message_id=sent["message_id"], data="yes")
    await world.post("clock", advance=151)
    assert [list(update)[1] for update in await world.ok("getUpdates")] == ["message"]
    await world.post("clock", advance=86_400)
    assert await world.ok("getUpdates") == []


async def test_an_old_update_comes_again_under_its_id(world: World) -> None:
    sent = await world.say("once")
    first = await world.updates()
    await world.post("redeliver", update_id=sent["update_id"])
    assert await world.ok("getUpdates", offset=sent["update_id"] + 1) == first
    assert await world.ok("getUpdates", offset=sent["update_id"] + 1) == []
    await world.post("redeliver", 404, update_id=1)


async def test_a_method_may_be_written_in_any_case_and_parameters_anywhere(world: World) -> None:
    sent = await world.say("hello")
    base = f"{world.url}/bot{TOKEN}"
    async with world.session.get(f"{base}/GETUPDATES?limit=1") as answer:
        assert ids((await answer.json())["result"]) == [sent["update_id"]]
    async with world.session.post(f"{base}/getupdates", data={"offset": sent["update_id"] + 1}) as answer:
        assert (await answer.json())["result"] == []


async def test_calls_are_recorded_readably(world: World) -> None:
    before = (await world.get("calls"))[-1]["number"]
    async with world.session.post(
        f"{world.url}/bot{TOKEN}/sendMessage", data={"chat_id": str(SAM), "text": "hi", "reply_markup": "{}"}
    ) as answer:
        assert answer.status == 200
    await world.refused("sendMessage", chat_id=SAM, text="")
    sent, refused = await world.get(f"calls?after={before}")
    assert sent["parameters"] == {"chat_id": SAM, "text": "hi", "reply_markup": {}}
    assert (sent["method"], sent["code"], refused["code"]) == ("sendMessage", 200, 400)
    assert refused["number"] == sent["number"] + 1

"""Forwarding, deleting and forgetting; quotes; limits of albums and pictures; what is planned and who watches."""

from __future__ import annotations

import asyncio
import io
import json
from typing import Any

import aiohttp
import pytest

from bot.localchat import media
from tests.localchat.world import PNG, ROBIN, SAM, TOKEN, World, follow

pytestmark = pytest.mark.anyio

SOON = "2026-11-25T19:00:00+01:00"


async def test_a_forward_names_who_wrote_it_first(world: World) -> None:
    asked = await world.ok("sendMessage", chat_id=SAM, text="<b>Which</b> city?", parse_mode="HTML")
    offered = await world.say("We offer 31,400", forward_from="Anna (recruiter)")
    await world.updates()
    for message_id in (asked["message_id"], offered["message_id"]):
        await world.post("forward", user=SAM, message_id=message_id)
    mine, hidden = [update["message"] for update in await world.updates()]
    assert mine["forward_origin"]["sender_user"]["is_bot"] is True
    assert (mine["text"], mine["entities"][0]["type"]) == ("Which city?", "bold")
    assert hidden["forward_origin"]["sender_user_name"] == "Anna (recruiter)"
    await world.post("forward", 404, user=SAM, message_id=5)


async def test_a_deleted_message_is_gone_and_the_bot_hears_nothing(world: World) -> None:
    sent = await world.say("a slip")
    await world.updates()
    await world.post("delete", user=SAM, message_id=sent["message_id"])
    assert [message["text"] for message in await world.messages()] == ["/start"]
    assert await world.updates() == []
    await world.post("delete", 404, user=SAM, message_id=sent["message_id"])


async def test_forgetting_leaves_no_copy_of_the_words_and_files(world: World) -> None:
    """Of one user only: another one's chat stays whole."""
    await world.say("hello from Robin", user=ROBIN)
    await world.say("the secret word is grumblefish")
    await world.upload(("grumblefish.txt", b"grumblefish"), kind="document")
    sent = await world.with_buttons("grumblefish")
    await world.ok("sendMessage", chat_id=SAM, text="You said grumblefish")
    await world.updates()
    await world.post("tap", user=SAM, message_id=sent["message_id"], data="grumblefish")
    await world.updates()
    cursor = (await world.get(f"chat?user={SAM}"))["cursor"]
    await world.post("forget", user=SAM)
    state = world.chat.state
    held = [state.chats, state.calls, vars(state.events), vars(state.updates), vars(state.files), state.taps]
    assert "grumblefish" not in repr([(call.params, call.readable()) for _, call, _ in state.calls]) + repr(held)
    async with world.stream(cursor) as stream:
        assert [event["type"] for event in await follow(stream, 1)] == ["forgotten"]
    assert await world.messages() == []
    assert [message["text"] for message in await world.messages(ROBIN)] == ["hello from Robin"]
    assert await world.ok("sendMessage", chat_id=SAM, text="still here")


async def test_what_the_bot_has_not_read_yet_is_still_delivered(world: World) -> None:
    await world.say("/delete")
    await world.post("forget", user=SAM)
    assert [update["message"]["text"] for update in await world.updates()] == ["/delete"]


async def test_a_quote_is_an_exact_part_of_the_message(world: World) -> None:
    asked = await world.say("😀 Which city")
    parameters = {"message_id": asked["message_id"], "quote": "Which"}
    sent = await world.ok("sendMessage", chat_id=SAM, text="Porto", reply_parameters=parameters)
    assert sent["quote"] == {"text": "Which", "position": 3, "is_manual": True}
    await world.say("yes", reply_to=sent["message_id"], quote="Por")
    message = (await world.updates())[-1]["message"]
    assert message["quote"]["text"] == "Por"
    assert "quote" not in message["reply_to_message"]
    refused = await world.refused("sendMessage", chat_id=SAM, text="x", reply_parameters={**parameters, "quote": "why"})
    assert refused == (400, "Bad Request: QUOTE_TEXT_INVALID")


async def test_a_caption_that_is_too_long_follows_as_a_text(world: World) -> None:
    sent = await world.upload(("a.png", PNG), kind="photo", caption="word " * 300)
    photo, text = [update["message"] for update in await world.updates()]
    assert ("caption" in photo, len(text["text"])) == (False, 1499)
    assert len(sent["messages"]) == 2


async def test_more_than_ten_files_make_two_albums(world: World) -> None:
    await world.upload(*[(f"{number}.png", PNG) for number in range(12)], kind="photo", media_group="g")
    groups = [update["message"]["media_group_id"] for update in await world.updates()]
    assert [groups.count(group) for group in dict.fromkeys(groups)] == [10, 2]


async def test_a_recorded_voice_message_has_its_length(world: World) -> None:
    await world.upload(("voice.ogg", b"OggS"), kind="voice", duration="7")
    assert (await world.updates())[0]["message"]["voice"]["duration"] == 7


def picture(width: int, height: int) -> bytes:
    return PNG[:16] + width.to_bytes(4, "big") + height.to_bytes(4, "big") + PNG[24:]


async def sent_by_bot(world: World, method: str, field: str, data: bytes, **params: str) -> tuple[int, str]:
    form = aiohttp.FormData({"chat_id": str(SAM), **params})
    form.add_field(field, io.BytesIO(data), filename="file.png")
    async with world.session.post(f"{world.url}/bot{TOKEN}/{method}", data=form) as answer:
        body = await answer.json()
        return answer.status, body.get("description", "")


@pytest.mark.parametrize("size,fine", [((9000, 900), True), ((9000, 1100), False), ((2100, 100), False)])
async def test_a_photo_of_impossible_size_is_refused(world: World, size: tuple[int, int], fine: bool) -> None:
    refusal = (400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    assert await sent_by_bot(world, "sendPhoto", "photo", picture(*size)) == ((200, "") if fine else refusal)


async def test_a_file_over_the_limit_is_refused(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a smaller limit, so that no test sends fifty megabytes."""
    assert media.MAX_UPLOAD == 50 * 1024 * 1024
    monkeypatch.setattr(media, "MAX_UPLOAD", 1000)
    assert await sent_by_bot(world, "sendDocument", "document", b"x" * 1000) == (200, "")
    assert await sent_by_bot(world, "sendDocument", "document", b"x" * 1001) == (413, "Request Entity Too Large")


@pytest.mark.parametrize("kinds,refused", [
    (("photo", "video"), ""), (("document", "document"), ""), (("audio", "audio"), ""),
    (("photo", "document"), "document"), (("audio", "video"), "audio"),
])  # fmt: skip
async def test_documents_and_music_stay_among_themselves(world: World, kinds: tuple[str, ...], refused: str) -> None:
    parts: list[Any] = [{"type": kind, "media": f"attach://p{number}"} for number, kind in enumerate(kinds)]
    form = aiohttp.FormData({"chat_id": str(SAM), "media": json.dumps(parts)})
    for number in range(len(kinds)):
        form.add_field(f"p{number}", PNG, filename="x.png")
    async with world.session.post(f"{world.url}/bot{TOKEN}/sendMediaGroup", data=form) as answer:
        body = await answer.json()
    wanted = f"Bad Request: {refused} can't be mixed with other media types" if refused else None
    assert body.get("description") == wanted


async def test_what_is_planned_reaches_the_page_once(world: World) -> None:
    items = [{"at": "2026-11-26T14:00:00Z", "kind": "card", "text": "b"}, {"at": SOON, "kind": "evening", "text": "a"}]
    chat = await world.get(f"chat?user={SAM}")
    assert chat["planned"] is None
    for _ in range(2):
        await world.post("planned", user=SAM, items=items)
    await world.post("planned", user=SAM, items=[])
    async with world.stream(chat["cursor"]) as stream:
        first, second = await follow(stream, 2)
    assert [(item["at"], item["kind"]) for item in first["planned"]] == [
        ("2026-11-25T18:00:00+00:00", "evening"), ("2026-11-26T14:00:00+00:00", "card"),
    ]  # fmt: skip
    assert second["planned"] == []
    for wrong in ("x", [1], [{"at": "noon"}], [{"at": SOON}] * 51):
        assert "error" in await world.post("planned", 400, user=SAM, items=wrong)


async def test_the_bot_hears_whose_chat_is_open(world: World) -> None:
    assert (await world.get("watched"))["users"] == []
    cursor = (await world.get(f"chat?user={SAM}"))["cursor"]
    version = (await world.get("watched"))["version"]
    waiting = asyncio.create_task(world.get(f"watched?version={version}&wait=5"))
    async with world.stream(cursor):
        assert (await waiting)["users"] == [SAM]
        async with world.stream(cursor):
            assert (await world.get("watched"))["version"] == version + 1
    for _ in range(100):
        await world.say("somebody there?")  # a stream that is written to notices that its reader has gone
        if not (await world.get("watched"))["users"]:
            return
        await asyncio.sleep(0.02)
    raise TimeoutError


async def test_the_list_of_people_shows_the_newest_message(world: World) -> None:
    sam, robin = await world.get("users")
    assert (sam["last"]["text"], sam["last"]["out"]) == ("/start", True)
    assert robin["last"] is None

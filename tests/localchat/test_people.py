"""What users do: texts, files, albums, forwards, taps, edits, blocking; and what the page hears of it."""

from __future__ import annotations

import pytest

from tests.localchat.world import PNG, ROBIN, SAM, World, follow

pytestmark = pytest.mark.anyio


async def test_a_command_has_its_entity(world: World) -> None:
    sent = await world.say("/worry they will find out")
    message = (await world.updates())[0]["message"]
    assert message["message_id"] == sent["message_id"]
    assert message["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]
    assert message["from"]["language_code"] == "en"


async def test_a_long_text_comes_as_several_messages(world: World) -> None:
    sent = await world.say("word " * 1000)
    texts = [update["message"]["text"] for update in await world.updates()]
    assert len(sent["messages"]) == len(texts) == 2
    assert " ".join(texts).split() == ["word"] * 1000


async def test_an_empty_text_is_not_sent(world: World) -> None:
    assert "error" in await world.post("send", 400, user=SAM, text="  ")
    assert "error" in await world.post("send", 404, user=77, text="x")


async def test_a_forward_hides_its_sender(world: World) -> None:
    await world.say("We offer you 31,400", forward_from="Anna (recruiter)")
    origin = (await world.updates())[0]["message"]["forward_origin"]
    assert (origin["type"], origin["sender_user_name"]) == ("hidden_user", "Anna (recruiter)")


async def test_an_answer_names_its_message(world: World) -> None:
    asked = await world.ok("sendMessage", chat_id=SAM, text="Which city?")
    await world.say("Porto", reply_to=asked["message_id"])
    assert (await world.updates())[0]["message"]["reply_to_message"]["text"] == "Which city?"
    await world.post("send", 404, user=SAM, text="x", reply_to=5)


@pytest.mark.parametrize("kind", ["document", "voice", "audio", "video", "sticker"])
async def test_files_of_every_kind(world: World, kind: str) -> None:
    await world.upload(("file.bin", b"some bytes"), kind=kind, caption="look /here")
    message = (await world.updates())[0]["message"]
    assert message[kind]["file_size"] == 10
    assert message["caption_entities"][0]["type"] == "bot_command"


async def test_an_album_is_one_update_each_under_one_id(world: World) -> None:
    sent = await world.upload(("1.png", PNG), ("2.png", PNG), kind="photo", media_group="g7", caption="Offer")
    messages = [update["message"] for update in await world.updates()]
    assert [message["media_group_id"] for message in messages] == ["g7", "g7"]
    assert [message.get("caption") for message in messages] == ["Offer", None]
    assert [one["message_id"] for one in sent["messages"]] == [message["message_id"] for message in messages]


async def test_contact_location_and_poll(world: World) -> None:
    await world.post("send", user=SAM, kind="contact", phone_number="123", first_name="Anna")
    await world.post("send", user=SAM, kind="location", latitude=41.1, longitude=-8.6)
    await world.post("send", user=SAM, kind="poll", question="Go?", options=["Yes", "No"])
    contact, location, poll = [update["message"] for update in await world.updates()]
    assert contact["contact"] == {"phone_number": "123", "first_name": "Anna"}
    assert location["location"]["latitude"] == 41.1
    assert poll["poll"]["question"] == "Go?"


async def test_a_named_place_a_sticker_and_dice_need_no_file(world: World) -> None:
    await world.post("send", user=SAM, kind="venue", latitude=52.52, longitude=13.4, title="Acme", address="Main St 5")
    await world.post("send", user=SAM, kind="sticker", emoji="🙂")
    await world.post("send", user=SAM, kind="dice")
    venue, sticker, dice = [update["message"] for update in await world.updates()]
    assert venue["venue"] == {"location": venue["location"], "title": "Acme", "address": "Main St 5"}
    assert sticker["sticker"]["emoji"] == "🙂"
    assert dice["dice"]["emoji"] == "🎲"
    await world.post("send", 400, user=SAM, kind="contact", phone_number="1", first_name=" ")
    await world.post("send", 400, user=SAM, kind="venue", latitude=52.52, longitude=13.4)
    await world.post("send", 400, user=SAM, kind="location", latitude=91, longitude=13.4)


async def test_only_real_buttons_can_be_tapped_unless_forged(world: World) -> None:
    sent = await world.with_buttons("yes")
    await world.post("tap", 404, user=SAM, message_id=sent["message_id"], data="no")
    await world.post("tap", user=SAM, message_id=sent["message_id"], data="no", forged=True)
    await world.post("tap", user=SAM, message_id=5, data="gone", forged=True)
    forged, gone = [update["callback_query"] for update in await world.updates()]
    assert forged["data"] == "no"
    assert gone["message"] == {"chat": sent["chat"], "message_id": 5, "date": 0}


async def test_users_edit_only_their_own(world: World) -> None:
    theirs = await world.ok("sendMessage", chat_id=SAM, text="x")
    await world.post("edit", 404, user=SAM, message_id=theirs["message_id"], text="y")
    mine = await world.say("Thu 3pm")
    await world.post("edit", 400, user=SAM, message_id=mine["message_id"], text=" ")
    await world.post("edit", user=SAM, message_id=mine["message_id"], text="Thu 4pm")
    edited = (await world.updates())[-1]["edited_message"]
    assert (edited["text"], edited["message_id"]) == ("Thu 4pm", mine["message_id"])


async def test_blocking_is_told_to_the_bot(world: World) -> None:
    await world.post("block", user=SAM, blocked=True)
    assert (await world.post("block", user=SAM, blocked=True))["update_id"] is None
    change = (await world.updates())[0]["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")
    await world.post("send", 409, user=SAM, text="hello?")
    await world.post("block", user=SAM, blocked=False)
    assert (await world.ok("sendMessage", chat_id=SAM, text="welcome back"))["text"] == "welcome back"


async def test_a_new_user_gets_a_chat(world: World) -> None:
    user = await world.post("users", first_name="Ada")
    assert user == {"id": 1003, "first_name": "Ada", "username": "ada_1003", "language_code": "en"}
    assert [known["first_name"] for known in await world.get("users")] == ["Sam", "Robin", "Ada"]
    await world.post("users", 400, first_name=" ")


async def test_any_update_can_be_injected(world: World) -> None:
    await world.post("update", 400)
    poison = await world.post("update", message={"nonsense": True})
    stranger = {"id": 5_000_000, "type": "private", "first_name": "Zoe"}
    await world.post("update", message={"message_id": 3, "date": 1, "chat": stranger, "from": stranger, "text": "hi"})
    await world.post("update", callback_query={"id": "1", "from": {"id": SAM}, "data": "x"})
    first, second, third = await world.updates()
    assert first == {"update_id": poison["update_id"], "message": {"nonsense": True}}
    assert second["message"]["chat"]["first_name"] == "Zoe"
    assert third["callback_query"]["data"] == "x"
    assert (await world.ok("sendMessage", chat_id=5_000_000, text="hi"))["chat"]["first_name"] == "Zoe"


async def test_the_page_hears_everything(world: World) -> None:
    cursor = (await world.get(f"chat?user={SAM}"))["cursor"]
    sent = await world.with_buttons("yes")
    async with world.stream(cursor) as stream:
        first = (await follow(stream, 1))[0]
        assert (first["type"], first["message"]["out"]) == ("message", False)
        await world.ok("sendChatAction", chat_id=SAM, action="typing")
        await world.post("tap", user=SAM, message_id=sent["message_id"], data="yes")
        query = (await world.updates())[0]["callback_query"]["id"]
        await world.ok(
            "answerCallbackQuery", callback_query_id=query, text="Saved", show_alert=True, url="https://a.org"
        )
        await world.ok("editMessageText", chat_id=SAM, message_id=sent["message_id"], text="Done")
        await world.ok("deleteMessage", chat_id=SAM, message_id=sent["message_id"])
        await world.ok("setMyCommands", commands=[{"command": "next", "description": "Next"}])
        await world.ok("setMyDescription", description="Choose back.")
        await world.post("next", at="2030-01-01T00:00:00Z")
        await world.post("block", user=SAM, blocked=True)
        rest = await follow(stream, 8)
    kinds = ["typing", "toast", "edited", "deleted", "commands", "profile", "clock", "blocked"]
    assert [event["type"] for event in rest] == kinds
    toast = {key: rest[1][key] for key in ("text", "alert", "message_id", "data", "url")}
    assert toast == {
        "text": "Saved",
        "alert": True,
        "message_id": sent["message_id"],
        "data": "yes",
        "url": "https://a.org",
    }
    assert [event["cursor"] for event in rest] == sorted(event["cursor"] for event in rest)


async def test_a_stream_shows_only_its_own_user(world: World) -> None:
    cursor = (await world.get(f"chat?user={ROBIN}"))["cursor"]
    async with world.stream(cursor, ROBIN) as stream:
        await world.say("mine")
        await world.say("hers", ROBIN)
        assert (await follow(stream, 1))[0]["message"]["text"] == "hers"


async def test_the_page_gets_files_safely(world: World) -> None:
    await world.upload(("x.html", b"<script>alert(1)</script>"), kind="document")
    await world.upload(("me.png", PNG), kind="photo")
    page, picture = (await world.messages())[-2:]
    async with world.session.get(f"{world.url}/local/file/{page['document']['file_id']}") as answer:
        assert answer.headers["Content-Disposition"] == 'attachment; filename="x.html"'
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    url = f"{world.url}/local/file/{picture['photo'][0]['file_id']}"
    async with world.session.get(url) as answer:
        assert (answer.content_type, "Content-Disposition" in answer.headers) == ("image/png", False)
    async with world.session.get(f"{url}?download=1") as answer:
        assert answer.headers["Content-Disposition"] == 'attachment; filename="me.png"'
    assert "error" in await world.get("file/nothing")

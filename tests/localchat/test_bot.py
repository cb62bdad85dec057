"""What the bot can do: messages, edits, deletions, answers, files, albums, copies, commands and its profile."""

from __future__ import annotations

import io

import aiohttp
import pytest

from tests.localchat.world import PNG, SAM, TOKEN, World

pytestmark = pytest.mark.anyio


async def test_a_sent_message_is_a_whole_message_object(world: World) -> None:
    first = await world.ok("sendMessage", chat_id=SAM, text="<b>Hi</b> 😀", parse_mode="HTML")
    second = await world.ok("sendMessage", chat_id=SAM, text="again")
    assert second["message_id"] == first["message_id"] + 1
    assert first["from"]["is_bot"] is True
    assert first["chat"] == {"id": SAM, "first_name": "Sam", "username": "sam_1001", "type": "private"}
    assert (first["text"], first["entities"]) == ("Hi 😀", [{"offset": 0, "length": 2, "type": "bold"}])


async def test_a_reply_carries_the_message_it_answers(world: World) -> None:
    asked = await world.say("question")
    sent = await world.ok(
        "sendMessage", chat_id=SAM, text="answer", reply_parameters={"message_id": asked["message_id"]}
    )
    assert sent["reply_to_message"]["text"] == "question"
    lone = await world.ok(
        "sendMessage", chat_id=SAM, text="x", reply_parameters={"message_id": 5, "allow_sending_without_reply": True}
    )
    assert "reply_to_message" not in lone


async def test_buttons_without_a_text_are_left_out(world: World) -> None:
    row = [{"text": "", "callback_data": "a"}, {"text": "Go", "url": "example.org/x"}]
    sent = await world.ok("sendMessage", chat_id=SAM, text="x", reply_markup={"inline_keyboard": [row, []]})
    assert sent["reply_markup"] == {"inline_keyboard": [[{"text": "Go", "url": "http://example.org/x"}]]}


@pytest.mark.parametrize("markup", [{"keyboard": [["Yes"]]}, {"remove_keyboard": True}, {"force_reply": True}])
async def test_other_markups_are_not_part_of_the_message(world: World, markup: dict[str, object]) -> None:
    assert "reply_markup" not in await world.ok("sendMessage", chat_id=SAM, text="x", reply_markup=markup)


async def test_an_edit_replaces_text_and_keyboard(world: World) -> None:
    sent = await world.with_buttons("yes")
    edited = await world.ok("editMessageText", chat_id=SAM, message_id=sent["message_id"], text="Done")
    assert edited["text"] == "Done"
    assert edited["edit_date"] >= edited["date"]
    assert "reply_markup" not in edited
    shown = (await world.messages())[-1]
    assert (shown["text"], shown["edited"], shown["out"]) == ("Done", True, False)


async def test_a_new_keyboard_is_no_edit_of_the_text(world: World) -> None:
    sent = await world.with_buttons("yes")
    markup = {"inline_keyboard": [[{"text": "No", "callback_data": "no"}]]}
    edited = await world.ok("editMessageReplyMarkup", chat_id=SAM, message_id=sent["message_id"], reply_markup=markup)
    assert (edited["reply_markup"], "edit_date" in edited) == (markup, False)


async def test_deleted_messages_are_gone_and_old_ones_stay(world: World) -> None:
    mine, his = await world.ok("sendMessage", chat_id=SAM, text="x"), await world.say("y")
    assert await world.ok("deleteMessage", chat_id=SAM, message_id=mine["message_id"]) is True
    assert await world.ok("deleteMessages", chat_id=SAM, message_ids=[his["message_id"], 5]) is True
    assert [message["text"] for message in await world.messages()] == ["/start"]
    start = (await world.messages())[0]["message_id"]
    await world.post("clock", advance=48 * 3600 + 60)
    assert await world.refused("deleteMessage", chat_id=SAM, message_id=start) == (
        400,
        "Bad Request: message can't be deleted for everyone",
    )


async def test_a_tap_can_be_answered_for_fifteen_minutes(world: World) -> None:
    sent = await world.with_buttons("yes")
    await world.post("tap", user=SAM, message_id=sent["message_id"], data="yes")
    query = (await world.updates())[0]["callback_query"]
    assert (query["data"], query["message"]["message_id"]) == ("yes", sent["message_id"])
    assert await world.ok("answerCallbackQuery", callback_query_id=query["id"], text="x" * 200) is True
    await world.post("clock", advance=15 * 60 + 1)
    code, description = await world.refused("answerCallbackQuery", callback_query_id=query["id"])
    assert (code, description.startswith("Bad Request: query is too old")) == (400, True)


async def test_a_file_goes_out_and_comes_back(world: World) -> None:
    sent = await world.send_file(
        "sendDocument", "document", "plan.txt", b"one two", caption="<i>Plan</i>", parse_mode="HTML"
    )
    document = sent["document"]
    assert (document["file_name"], document["file_size"], document["mime_type"]) == ("plan.txt", 7, "text/plain")
    assert sent["caption_entities"] == [{"offset": 0, "length": 4, "type": "italic"}]
    path = (await world.ok("getFile", file_id=document["file_id"]))["file_path"]
    async with world.session.get(f"{world.url}/file/bot{TOKEN}/{path}") as answer:
        assert await answer.read() == b"one two"
    async with world.session.get(f"{world.url}/file/bot{TOKEN}/nothing") as answer:
        assert answer.status == 404
    again = await world.ok("sendDocument", chat_id=SAM, document=document["file_id"])
    assert again["document"]["file_unique_id"] == document["file_unique_id"]


async def test_a_photo_has_its_size_and_its_caption_can_change(world: World) -> None:
    sent = await world.send_file("sendPhoto", "photo", "board.png", PNG, caption="Old")
    assert (sent["photo"][0]["width"], sent["photo"][0]["height"]) == (40, 30)
    edited = await world.ok("editMessageCaption", chat_id=SAM, message_id=sent["message_id"], caption="New")
    assert edited["caption"] == "New"
    assert "caption" not in await world.ok("editMessageCaption", chat_id=SAM, message_id=sent["message_id"])


@pytest.mark.parametrize(
    "field,data,reason",
    [("photo", b"no picture", "IMAGE_PROCESS_FAILED"), ("document", b"", "file must be non-empty")],
)
async def test_bad_files_are_refused(world: World, field: str, data: bytes, reason: str) -> None:
    form = aiohttp.FormData({"chat_id": str(SAM)})
    form.add_field(field, data, filename="x.png")
    async with world.session.post(f"{world.url}/bot{TOKEN}/send{field}", data=form) as answer:
        assert (await answer.json())["description"] == f"Bad Request: {reason}"


async def test_an_album_of_the_bot(world: World) -> None:
    media = '[{"type":"photo","media":"attach://a","caption":"Two"},{"type":"photo","media":"attach://b"}]'
    form = aiohttp.FormData({"chat_id": str(SAM), "media": media})
    for name in "ab":
        form.add_field(name, io.BytesIO(PNG), filename=f"{name}.png")
    async with world.session.post(f"{world.url}/bot{TOKEN}/sendMediaGroup", data=form) as answer:
        first, second = (await answer.json())["result"]
    assert first["media_group_id"] == second["media_group_id"]
    assert ("caption" in first, "caption" in second) == (True, False)
    many = [{"type": "photo", "media": first["photo"][0]["file_id"]}] * 11
    assert (await world.refused("sendMediaGroup", chat_id=SAM, media=many))[0] == 400
    assert (await world.refused("sendMediaGroup", chat_id=SAM, media=[]))[0] == 400


async def test_forward_and_copy(world: World) -> None:
    said = await world.say("see https://example.org")
    source = {"chat_id": SAM, "from_chat_id": SAM, "message_id": said["message_id"]}
    forwarded = await world.ok("forwardMessage", **source)
    assert forwarded["forward_origin"]["sender_user"]["id"] == SAM
    copied = await world.ok("copyMessage", **source)
    assert list(copied) == ["message_id"]
    shown = (await world.messages())[-1]
    assert ("forward_origin" in shown, shown["entities"][0]["type"]) == (False, "url")


async def test_the_narrowest_commands_show_on_the_page(world: World) -> None:
    wide, narrow = [{"command": "help", "description": "Help"}], [{"command": "next", "description": "Next"}]
    await world.ok("setMyCommands", commands=wide)
    await world.ok("setMyCommands", commands=narrow, scope={"type": "all_private_chats"}, language_code="en")
    assert (await world.get(f"chat?user={SAM}"))["commands"] == narrow
    assert await world.ok("getMyCommands") == wide
    await world.ok("deleteMyCommands", scope={"type": "all_private_chats"}, language_code="en")
    assert (await world.get(f"chat?user={SAM}"))["commands"] == wide


async def test_name_and_descriptions(world: World) -> None:
    await world.ok("setMyName", name="Two-Way Street")
    await world.ok("setMyDescription", description="Choose back.")
    await world.ok("setMyShortDescription", short_description="Choose.")
    assert await world.ok("getMyName") == {"name": "Two-Way Street"}
    assert await world.ok("getMyShortDescription") == {"short_description": "Choose."}
    assert (await world.ok("getMe"))["first_name"] == "Two-Way Street"
    chat = await world.get(f"chat?user={SAM}")
    assert (chat["bot"]["first_name"], chat["description"]) == ("Two-Way Street", "Choose back.")


async def test_chat_menu_button_and_leaving_a_group(world: World) -> None:
    assert await world.ok("setChatMenuButton", menu_button={"type": "commands"}) is True
    assert (await world.ok("getChat", chat_id=SAM))["type"] == "private"
    group = {"id": -5, "type": "group", "title": "Friends"}
    await world.post("update", message={"message_id": 1, "date": 1, "chat": group, "text": "hi"})
    assert (await world.ok("sendMessage", chat_id=-5, text="I only talk in private"))["chat"]["id"] == -5
    assert await world.ok("leaveChat", chat_id=-5) is True
    assert (await world.refused("sendMessage", chat_id=-5, text="x"))[0] == 403

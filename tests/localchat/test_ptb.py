"""A real python-telegram-bot Application against the local chat, by polling, with its usual HTTP client."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Message, Update
from telegram.error import BadRequest, Forbidden, RetryAfter
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from tests.localchat.world import PNG, ROBIN, SAM, TOKEN, World

pytestmark = pytest.mark.anyio

Context = ContextTypes.DEFAULT_TYPE
App = Application[Any, Any, Any, Any, Any, Any]


async def start(update: Update, context: Context) -> None:
    assert update.message is not None
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("I have an offer", callback_data="offer")]])
    await update.message.reply_html("<b>Hi.</b> What's happening?", reply_markup=markup)


async def tapped(update: Update, context: Context) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer("Noted")
    await query.edit_message_text("Forward it to me.")


async def read(update: Update, context: Context) -> None:
    message = update.message
    assert message is not None
    assert message.document is not None
    data = await (await message.document.get_file()).download_as_bytearray()
    await message.reply_document(bytes(data).upper(), filename="read.txt", caption="Read.")


def build(url: str) -> App:
    app = ApplicationBuilder().token(TOKEN).base_url(f"{url}/bot").base_file_url(f"{url}/file/bot").build()
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CallbackQueryHandler(tapped))
    app.add_handler(MessageHandler(filters.Document.ALL, read))
    return app


@asynccontextmanager
async def polling(world: World) -> AsyncIterator[App]:
    app = build(world.url)
    async with app:
        assert app.updater is not None
        await app.updater.start_polling()
        await app.start()
        try:
            yield app
        finally:
            await app.updater.stop()
            await app.stop()


async def last(world: World, wanted: Callable[[list[dict[str, Any]]], bool]) -> dict[str, Any]:
    """The last message of the chat as soon as the messages are as wanted."""
    for _ in range(250):
        if wanted(messages := await world.messages()):
            return messages[-1]
        await asyncio.sleep(0.02)
    raise TimeoutError


async def test_start_tap_edit(world: World) -> None:
    async with polling(world):
        await world.say("/start")
        question = await last(world, lambda messages: len(messages) == 3)
        assert (question["text"], question["entities"][0]["type"]) == ("Hi. What's happening?", "bold")
        await world.post("tap", user=SAM, message_id=question["message_id"], data="offer")
        edited = await last(world, lambda messages: bool(messages[-1]["edited"]))
        assert (edited["text"], edited["message_id"]) == ("Forward it to me.", question["message_id"])


async def test_a_document_is_read_and_answered(world: World) -> None:
    async with polling(world):
        await world.upload(("offer.txt", b"shifts as the rota requires"), kind="document")
        answer = await last(world, lambda messages: len(messages) == 3)
        assert (answer["document"]["file_name"], answer["caption"]) == ("read.txt", "Read.")
        path = (await world.ok("getFile", file_id=answer["document"]["file_id"]))["file_path"]
        async with world.session.get(f"{world.url}/file/bot{TOKEN}/{path}") as file:
            assert await file.read() == b"SHIFTS AS THE ROTA REQUIRES"


async def test_every_method_that_a_bot_uses_is_understood(world: World) -> None:
    app = build(world.url)
    async with app:
        bot = app.bot
        await bot.set_my_commands([("next", "What comes")])
        assert [command.command for command in await bot.get_my_commands()] == ["next"]
        await bot.set_my_description("Choose back.")
        await bot.set_my_short_description("Choose.")
        assert (await bot.get_chat(SAM)).first_name == "Sam"
        assert (await bot.get_webhook_info()).url == ""
        photo = await bot.send_photo(SAM, PNG, caption="Card")
        album = await bot.send_media_group(SAM, [InputMediaPhoto(PNG), InputMediaPhoto(photo.photo[-1].file_id)])
        assert [type(message) for message in album] == [Message, Message]
        voice = await bot.send_voice(SAM, b"OggS", duration=3)
        assert voice.voice is not None
        await bot.send_chat_action(SAM, "typing")
        await bot.edit_message_caption(SAM, photo.message_id, caption="Card 2")
        await bot.delete_message(SAM, voice.message_id)
        assert (await bot.forward_message(SAM, SAM, photo.message_id)).forward_origin is not None
        assert (await bot.copy_message(SAM, SAM, photo.message_id)).message_id > photo.message_id


async def test_errors_become_the_librarys_own(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else the library warns about its own future
    app = build(world.url)
    async with app:
        with pytest.raises(Forbidden, match="can't initiate conversation"):
            await app.bot.send_message(ROBIN, "x")
        with pytest.raises(BadRequest, match="Can't parse entities"):
            await app.bot.send_message(SAM, "I <3 you", parse_mode="HTML")
        await world.post("fault", method="sendMessage", code=429, retry_after=3)
        with pytest.raises(RetryAfter):
            await app.bot.send_message(SAM, "x")

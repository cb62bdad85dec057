"""The same bare bot on aiogram. It stands alone: aiogram may live in an environment of its own.

Run as: python aiogram_bot.py URL TOKEN CONCURRENT_UPDATES [SQLITE_FILE]
"""

from __future__ import annotations

import asyncio
import sys

import aiosqlite
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

REPLY = "Got it. Is that right?"


async def run(url: str, token: str, at_once: int, file: str) -> None:
    """Polls until it is killed."""
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    dispatcher = Dispatcher()
    database = await _open(file) if file else None

    async def answer(message: Message) -> None:
        if database is not None:
            await database.execute(
                "INSERT INTO said (message_id, text) VALUES (?, ?)", (message.message_id, message.text)
            )
            await database.commit()
        await message.answer(REPLY)

    dispatcher.message.register(answer)
    await dispatcher.start_polling(bot, tasks_concurrency_limit=at_once, handle_signals=False)


async def _open(file: str) -> aiosqlite.Connection:
    database = await aiosqlite.connect(file)
    await database.execute("PRAGMA journal_mode=WAL")
    await database.execute("PRAGMA synchronous=FULL")
    await database.execute("CREATE TABLE IF NOT EXISTS said (message_id INTEGER PRIMARY KEY, text TEXT)")
    await database.commit()
    return database


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], sys.argv[2], int(sys.argv[3]), "".join(sys.argv[4:5])))

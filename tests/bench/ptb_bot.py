"""The bare bot to compare with: python-telegram-bot as it comes (httpx), which replies and, with a file, commits.

Run as: python ptb_bot.py URL TOKEN CONCURRENT_UPDATES [SQLITE_FILE]
"""

from __future__ import annotations

import sys
from typing import Any

import aiosqlite
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

REPLY = "Got it. Is that right?"
App = Application[Any, Any, Any, Any, Any, Any]


def build(url: str, token: str, at_once: int, file: str) -> App:
    """The application, with one handler for everything."""
    opened: list[aiosqlite.Connection] = []

    async def begin(app: App) -> None:
        if file:
            opened.append(await _open(file))

    async def end(app: App) -> None:
        for database in opened:
            await database.close()

    async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is None:
            return
        for database in opened:
            await database.execute(
                "INSERT INTO said (update_id, text) VALUES (?, ?)", (update.update_id, update.message.text)
            )
            await database.commit()
        await update.message.reply_text(REPLY)

    builder = Application.builder().token(token).base_url(f"{url}/bot").concurrent_updates(at_once)
    app: Any = builder.post_init(begin).post_shutdown(end).build()
    app.add_handler(MessageHandler(filters.ALL, answer))
    return app  # type: ignore[no-any-return]


async def _open(file: str) -> aiosqlite.Connection:
    database = await aiosqlite.connect(file)
    await database.execute("PRAGMA journal_mode=WAL")
    await database.execute("PRAGMA synchronous=FULL")
    await database.execute("CREATE TABLE IF NOT EXISTS said (update_id INTEGER PRIMARY KEY, text TEXT)")
    await database.commit()
    return database


if __name__ == "__main__":
    build(sys.argv[1], sys.argv[2], int(sys.argv[3]), "".join(sys.argv[4:5])).run_polling()

"""The first calls to Telegram when the program starts: it may be out of reach then, for hours."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from telegram import BotCommand
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

import handlers
from bot import log
from bot.telegram.messenger import seconds
from bot.telegram.receiver import Stop
from bot.telegram.texts import Texts
from bot.telegram.turn import App

LOG = log.get("app")


async def reach(call: Callable[[], Awaitable[object]]) -> None:
    """Calls until Telegram answers. Stop where the token is refused; BadRequest where it refuses what is asked."""
    pause = 1.0
    while True:
        try:
            await call()
            return
        except InvalidToken:
            raise Stop("TELEGRAM_BOT_TOKEN is refused by Telegram: copy it again from BotFather.") from None
        except BadRequest:
            raise
        except TelegramError as error:
            wait = seconds(error) if isinstance(error, RetryAfter) else pause
            LOG.warning("Telegram is out of reach", error=type(error).__name__, wait=wait)
        await asyncio.sleep(wait)
        pause = min(pause * 2, 60.0)


async def introduce(app: App, texts: Texts) -> None:
    """The command menu and the descriptions; without them the bot works too, so a failure is only logged."""
    commands = [BotCommand(name, texts.label(f"intro.command_{name}")) for name in handlers.MENU]
    try:
        await app.bot.set_my_commands(commands)
        await app.bot.set_my_description(texts.label("intro.description"))
        await app.bot.set_my_short_description(texts.label("intro.short"))
    except TelegramError as error:
        LOG.warning("menu not set", error=type(error).__name__)

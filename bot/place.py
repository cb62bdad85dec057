"""Where the program talks to: Telegram, or without a token a local chat with a clock of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientError
from sqlalchemy.engine import make_url

from bot.clock import Clock, LocalChatClock, SystemClock
from bot.forward import Forward
from bot.localchat.server import LocalChat
from bot.settings import Settings, data_folder, revealed
from bot.telegram.receiver import Stop

LOCAL_TOKEN = "1000001:local-chat-of-this-machine-no-secret"  # noqa: S105 (a stand-in: the local chat takes no real one)


@dataclass(frozen=True, slots=True)
class Place:
    """The token and address of the Bot API there, its clock, and the local chat where it is one of our own."""

    token: str
    api: str
    clock: Clock
    chat: LocalChat | None = None


async def find(settings: Settings, local_url: str, exits: AsyncExitStack, say: Callable[[str], None]) -> Place:
    """Telegram where there is a token; else the local chat at ``local_url``, else one of our own, which is started
    here and stopped by ``exits``. Stop with a clear line where there is none, or its port is in use."""
    if settings.telegram_bot_token is not None:
        return Place(revealed(settings.telegram_bot_token), settings.telegram_api_url, SystemClock())
    chat = None
    if not local_url:
        chat = LocalChat(LOCAL_TOKEN, clock_file=_folder_of(settings) / "local-chat.clock")
        local_url = await _start(chat, settings, exits, say)
    clock = LocalChatClock(local_url)
    try:
        await clock.start()
    except (ClientError, OSError, ValueError, LookupError, TypeError):
        raise Stop(f"--local-chat {local_url}: no local chat answers there.") from None
    return Place(LOCAL_TOKEN, local_url, clock, chat)


async def _start(chat: LocalChat, settings: Settings, exits: AsyncExitStack, say: Callable[[str], None]) -> str:
    """Its address. Bound to another host than this machine it stays on this machine, behind a door."""
    host, port = settings.local_chat_host, settings.local_chat_port
    outside = host not in ("127.0.0.1", "::1")
    try:
        url = await chat.start(*(("127.0.0.1", 0) if outside else (host, port)))
        exits.push_async_callback(chat.stop)
        if outside:
            await _open_door(url, host, port, exits, say)
    except OSError:
        raise Stop(f"LOCAL_CHAT_PORT {port} is in use: stop the other program or set another one.") from None
    return url


async def _open_door(url: str, host: str, port: int, exits: AsyncExitStack, say: Callable[[str], None]) -> None:
    door = Forward(int(url.rpartition(":")[2]))
    port = await door.start(host, port)
    exits.push_async_callback(door.stop)
    say(
        f"Warning: LOCAL_CHAT_HOST is {host}. Whoever reaches port {port} can read and write all chats here:"
        f" publish it to your own machine only, then open http://localhost:{port}"
    )


def _folder_of(settings: Settings) -> Path:
    """The folder of the local chat's own small file: beside its database where that is a file."""
    url = make_url(revealed(settings.database_url))
    if url.drivername.startswith("sqlite") and url.database:
        return Path(url.database).parent
    return data_folder(os.environ)

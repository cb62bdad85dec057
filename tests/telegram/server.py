"""A stand-in for Telegram's servers under PTB's bot: it keeps their limits, fails at random, and remembers all."""

from __future__ import annotations

import asyncio
import json
import math
import random
from dataclasses import dataclass
from typing import Any

from telegram import Bot
from telegram.error import TimedOut
from telegram.request import RequestData

from bot.telegram.request import NotSent
from tests.telegram.silent import Silent

ALL = 30.0  # messages a second to everybody, and as many at once
CHAT, CHAT_BURST = 1.0, 5.0  # messages a second in one chat, and so many at once


@dataclass(frozen=True, slots=True)
class Message:
    """A message that was taken. ``at``: by the loop's time."""

    at: float
    chat: int
    text: str


@dataclass(slots=True)
class Bucket:
    """Tokens that come back with time."""

    rate: float
    most: float
    left: float = 0.0
    at: float = -math.inf

    def take(self, now: float) -> float:
        """0.0 where there was one; else how many seconds until there is."""
        self.left = min(self.most, self.left + (now - self.at) * self.rate) if self.at > -math.inf else self.most
        self.at = now
        if self.left < 1.0:
            return (1.0 - self.left) / self.rate
        self.left -= 1.0
        return 0.0


@dataclass(slots=True)
class Ban:
    """Nothing is taken until then; ``told`` is when the bot could know of it."""

    until: float
    told: float


class Server(Silent):
    """Answers as the Bot API does. Without trouble set, it is only strict."""

    def __init__(self, *, seed: int = 1, trouble: float = 0.0) -> None:
        self.taken: list[Message] = []
        self.first_tries: dict[int, float] = {}  # when a chat was first written to
        self.refused: list[tuple[float, int]] = []  # each 429: when, for which chat
        self.disobeyed = 0  # calls for a chat that had been told to wait
        self.blocked: set[int] = set()
        self._random = random.Random(seed)
        self._trouble = trouble  # share of calls that go wrong in each of four ways
        self._all = Bucket(ALL, ALL)
        self._chats: dict[int, Bucket] = {}
        self._bans: dict[int, Ban] = {}
        self._flood = 0.0  # everything is refused until then

    def flood(self, seconds: float) -> None:
        """From now on everything is refused for so long."""
        self._flood = asyncio.get_running_loop().time() + seconds

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *times: Any, **more: Any
    ) -> tuple[int, bytes]:
        parameters = request_data.parameters if request_data else {}
        chat, text = int(str(parameters["chat_id"])), str(parameters.get("text", ""))
        latency, chance = self._random.uniform(0.05, 0.25), self._random.random() / (self._trouble or 1e-9)
        now = asyncio.get_running_loop().time()
        self.first_tries.setdefault(chat, now)
        if chance < 1:
            raise NotSent("no connection")
        wait = self._must_wait(chat, now) or (self._random.choice((1.0, 2.0, 3.0)) if chance < 2 else 0.0)
        if wait:
            return await self._refuse(chat, math.ceil(wait), latency)
        await asyncio.sleep(latency)
        if chat in self.blocked:
            return _answer(403, {"ok": False, "description": "Forbidden: bot was blocked by the user"})
        if 2 <= chance < 3:
            return _answer(502, {"ok": False, "description": "Bad Gateway"})
        self.taken.append(Message(now, chat, text))
        if 3 <= chance < 4:
            raise TimedOut  # taken, and the answer is lost
        result = {"message_id": len(self.taken), "date": 0, "chat": {"id": chat, "type": "private"}, "text": text}
        return _answer(200, {"ok": True, "result": result})

    def _must_wait(self, chat: int, now: float) -> float:
        if now < self._flood:
            return self._flood - now
        ban = self._bans.get(chat)
        if ban and now < ban.until - 1e-6:
            self.disobeyed += now > ban.told + 1e-6
            return ban.until - now
        bucket = self._chats.setdefault(chat, Bucket(CHAT, CHAT_BURST))
        return bucket.take(now) or self._all.take(now)

    async def _refuse(self, chat: int, wait: int, latency: float) -> tuple[int, bytes]:
        now = asyncio.get_running_loop().time()
        self.refused.append((now, chat))
        self._bans[chat] = Ban(now + latency + wait, now + latency)
        await asyncio.sleep(latency)
        words = f"Too Many Requests: retry after {wait}"
        return _answer(429, {"ok": False, "description": words, "parameters": {"retry_after": wait}})


def bot_at(server: Silent) -> Bot:
    """PTB's bot on that server."""
    return Bot("1:no-secret", request=server, get_updates_request=server)


def _answer(status: int, body: dict[str, Any]) -> tuple[int, bytes]:
    return status, json.dumps(body).encode()

"""Updates in: stored before Telegram is told that we have them, by long polling or by webhook."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from aiohttp import web
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot import log
from bot.clock import Clock
from bot.failpoints import pass_by
from bot.store.base import Accepts, Incoming, StoreError, Workers
from bot.telegram.messenger import seconds

LOG = log.get("receiver")
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
MOST_BYTES = 1 << 20  # an update is at most 64 KB in Telegram's server
CONTEST, CONFLICTS = 30.0, 3  # so many conflicts within so many seconds are no remainder of a worker of ours
MOST = (1 << 63) - 1  # the store's numbers have 64 bits


class Stop(Exception):
    """The program must end; the text is one clear line."""


def incoming(raw: dict[str, Any]) -> Incoming:
    """An update with the key whose order it keeps: the user, or the chat where there is no user.

    One whose inside cannot be read gets the key 0: it is stored all the same, and set aside when it is handled.
    Raises ValueError, KeyError, TypeError or AttributeError for what is no update at all.
    """
    number = int(raw["update_id"])
    if not 0 <= number <= MOST:
        raise ValueError("not an update's number")
    return Incoming(number, _key(raw), json.dumps(raw, separators=(",", ":")))


def _key(raw: dict[str, Any]) -> int:
    inner = next((value for name, value in raw.items() if name != "update_id" and isinstance(value, dict)), {})
    chat = _part(inner, "chat") or _part(_part(inner, "message"), "chat")
    person = _part(inner, "from") or _part(inner, "user")
    private = chat.get("type", "private") == "private"
    key = (person.get("id") if private else None) or chat.get("id")
    return key if isinstance(key, int) and abs(key) <= MOST else 0


def _part(of: dict[str, Any], name: str) -> dict[str, Any]:
    part = of.get(name)
    return part if isinstance(part, dict) else {}


class Poller:
    """The only caller of getUpdates: of several workers the one that leads. The offset moves when the batch is
    committed, never before."""

    def __init__(
        self, request: BaseRequest, base_url: str, inbox: Accepts, clock: Clock, arrived: Callable[[], None],
        workers: Workers,
    ) -> None:  # fmt: skip
        self._request, self._url = request, f"{base_url}/getUpdates"
        self._workers, self._polls = workers, False
        self._conflicts: list[float] = []  # when they were, by the loop's clock
        self._inbox, self._clock, self._arrived = inbox, clock, arrived
        self._offset = 0  # never from the table: update ids may start anew
        self.last_poll: float | None = None

    async def run(self) -> None:
        """Polls until cancelled. Raises Stop where another copy uses the token, or Telegram refuses it."""
        pause = 0.0
        while True:
            await self._stand_by()
            try:
                await self._once()
                pause = 0.0
            except Conflict:
                pause = self._contested()
            except InvalidToken:
                raise Stop("TELEGRAM_BOT_TOKEN is not valid any more: ask BotFather for the token.") from None
            except RetryAfter as error:
                pause = seconds(error)
            except (TelegramError, StoreError) as error:
                # The offset stands still, so Telegram keeps what we could not store.
                pause = min(max(pause * 2, 0.5), 30.0)
                LOG.warning("poll failed", error=type(error).__name__, wait=pause)
            if pause:
                await asyncio.sleep(pause)

    async def _stand_by(self) -> None:
        """Waits until no other worker polls."""
        if not self._workers.leads:
            LOG.info("another worker polls")
            self._polls = False
        while not self._workers.leads:
            self.last_poll = asyncio.get_running_loop().time()  # nothing is amiss here
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._workers.lead(), 10.0)
        if not self._polls:
            LOG.info("this worker polls")
            self._polls = True

    def _contested(self) -> float:
        """Somebody else polls; gives the pause before the next try.

        A worker that was silent and lost the lead may poll once more when it wakes up. Who goes on is no worker of
        ours.
        """
        now = asyncio.get_running_loop().time()
        self._conflicts = [*(at for at in self._conflicts if now - at < CONTEST), now]
        if self._workers.leads and (not self._workers.several or len(self._conflicts) >= CONFLICTS):
            raise Stop("Another copy of this bot is running with the same token. This one stops; nothing is lost.")
        return 1.0

    async def _once(self) -> None:
        query = {"offset": self._offset, "timeout": 30, "limit": 100, "allowed_updates": json.dumps(KINDS)}
        raw: Any = await self._request.post(f"{self._url}?{urlencode(query)}", read_timeout=40)
        self.last_poll = asyncio.get_running_loop().time()
        if raw:
            pass_by("accept.before")
            await self._inbox.accept([incoming(update) for update in raw], self._clock.now())
            pass_by("accept.after")
            self._offset = raw[-1]["update_id"] + 1
            self._arrived()


class Webhook:
    """The webhook's route: 200 is answered after the commit; anything else makes Telegram send it again."""

    def __init__(self, secret: str, inbox: Accepts, clock: Clock, arrived: Callable[[], None]) -> None:
        self._secret = secret
        self._inbox, self._clock, self._arrived = inbox, clock, arrived

    def application(self) -> web.Application:
        """The aiohttp application to serve."""
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_post("/telegram", self.take)
        return app

    async def take(self, request: web.Request) -> web.Response:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self._secret.encode()):
            return web.Response(status=403)
        try:
            update = incoming(json.loads(await request.read()))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return web.Response(status=200)  # not an update: again would be no better
        try:
            await self._inbox.accept([update], self._clock.now())
        except StoreError:
            return web.Response(status=503)
        self._arrived()
        return web.Response(status=200)

"""Delivery of updates to the bot's webhook: one at a time per user, again and again until it answers 2xx."""

from __future__ import annotations

import asyncio
import re
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.localchat.call import Call
from bot.localchat.errors import ApiError, bad_request, failure
from bot.localchat.state import State
from bot.localchat.updates import Update

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 60.0
ANSWER_SECONDS = 60.0
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class Webhook:
    """The webhook of the bot; without a URL it does nothing."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.url = ""
        self._secret = ""
        self._max_connections = 40
        self._last_error: tuple[int, str] | None = None
        self._session: aiohttp.ClientSession | None = None
        self._again: dict[int, list[Update]] = {}
        self._free = asyncio.Semaphore(40)
        self._workers: dict[int, asyncio.Task[None]] = {}
        state.updates.on_push = self._start_workers

    async def set(self, call: Call) -> bool:
        """setWebhook; an empty URL takes it away."""
        url, secret = call.text("url"), call.text("secret_token")
        if not url:
            return await self.delete(call)
        _check(url, secret)
        await self.close()
        if call.flag("drop_pending_updates"):
            self.state.updates.drop_all()
        self.state.updates.allow(_kinds(call))
        self.state.updates.stop_polling(failure(409, "terminated by setWebhook request"))
        self.url, self._secret, self._last_error = url, secret, None
        self._max_connections = call.integer("max_connections", 40, 1, 100)
        self._free = asyncio.Semaphore(self._max_connections)
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS))
        self._start_workers()
        return True

    async def delete(self, call: Call) -> bool:
        """deleteWebhook."""
        await self.close()
        if call.flag("drop_pending_updates"):
            self.state.updates.drop_all()
        return True

    def info(self) -> dict[str, Any]:
        """getWebhookInfo."""
        updates = self.state.updates
        info: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(updates.pending),
        }
        if self.url:
            info["max_connections"] = self._max_connections
            info["allowed_updates"] = sorted(updates.allowed)
        if self._last_error:
            info["last_error_date"], info["last_error_message"] = self._last_error
        return info

    def refuse_polling(self) -> None:
        """getUpdates does not work beside a webhook."""
        if self.url:
            raise failure(409, ACTIVE)

    async def close(self) -> None:
        """Stops every delivery; what was not delivered stays pending."""
        self.url = ""
        workers, self._workers = list(self._workers.values()), {}
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        if self._session:
            await self._session.close()
            self._session = None

    def _start_workers(self) -> None:
        if self._session is None:
            return
        updates = self.state.updates
        for update in updates.take_again():
            self._again.setdefault(update.key, []).append(update)
        for key in {update.key for update in updates.live()} | set(self._again):
            if key not in self._workers:
                self._workers[key] = asyncio.create_task(self._deliver(key, self._session))

    async def _deliver(self, key: int, session: aiohttp.ClientSession) -> None:
        """Sends one user's updates in order."""
        try:
            while update := self._next(key):
                pause = FIRST_PAUSE
                while not await self._post(update, session):
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, LONGEST_PAUSE)
                self.state.updates.pending.pop(update.update_id, None)
        finally:
            if self._workers.get(key) is asyncio.current_task():
                del self._workers[key]

    def _next(self, key: int) -> Update | None:
        """The next update of this user: first those that are to come again."""
        if again := self._again.get(key):
            update = again.pop(0)
            if not again:
                del self._again[key]
            return update
        return next((update for update in self.state.updates.live() if update.key == key), None)

    async def _post(self, update: Update, session: aiohttp.ClientSession) -> bool:
        headers = {"Content-Type": "application/json"}
        if self._secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self._secret
        async with self._free:
            try:
                async with session.post(self.url, data=update.body.encode(), headers=headers) as answer:
                    if 200 <= answer.status < 300:
                        return True
                    problem = f"Wrong response from the webhook: {answer.status} {answer.reason}"
            except (aiohttp.ClientError, TimeoutError, OSError):
                problem = "Connection failed"
        self._last_error = int(self.state.clock.time()), problem
        return False


def _check(url: str, secret: str) -> None:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if not host or parts.scheme not in {"http", "https"}:
        raise bad_request("invalid webhook URL specified")
    if parts.scheme == "http" and host not in LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")


def _kinds(call: Call) -> Any:
    try:
        return call.json("allowed_updates", "")
    except ApiError:
        return None

"""The queue of updates: kept until confirmed, handed out by getUpdates or by the webhook."""

from __future__ import annotations

import asyncio
import json
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.localchat.clock import Clock
from bot.localchat.errors import ApiError, failure

LIFETIME = 86_400.0
CALLBACK_LIFETIME = 150.0
MAX_REMEMBERED = 10_000
CONFLICT_PAUSE = 3.0
# Not sent unless asked for: chat_member and the reactions ("allowed_updates" in the Bot API).
DEFAULT_KINDS = frozenset(
    {"message", "edited_message", "channel_post", "edited_channel_post", "inline_query", "chosen_inline_result",
     "callback_query", "shipping_query", "pre_checkout_query", "poll", "poll_answer", "my_chat_member",
     "chat_join_request", "chat_boost", "removed_chat_boost", "business_connection", "business_message",
     "edited_business_message", "deleted_business_messages", "purchased_paid_media"}
)  # fmt: skip
ALL_KINDS = DEFAULT_KINDS | {"chat_member", "message_reaction", "message_reaction_count"}
POLL_CONFLICT = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(slots=True)
class Update:
    """An update as it was when it happened. `body` is its JSON without the outer brackets."""

    update_id: int
    key: int
    expires: float
    body: str


class Updates:
    """Pending updates in the order of their ids, and a memory of old ones for delivering them again."""

    def __init__(self, clock: Clock, first_id: int) -> None:
        self.clock = clock
        self.next_id = first_id
        self.allowed = DEFAULT_KINDS
        self.on_push: Callable[[], None] | None = None
        self.pending: OrderedDict[int, Update] = OrderedDict()
        self._again: list[Update] = []
        self._old: OrderedDict[int, Update] = OrderedDict()
        self._waiter: asyncio.Future[None] | None = None
        self._conflict_free_at = 0.0

    def push(self, kind: str, data: dict[str, Any], key: int) -> int | None:
        """Adds an update and gives its id; None if the bot did not ask for this kind. `key` is the user's id."""
        if kind not in self.allowed and kind in ALL_KINDS:
            return None
        return self.push_raw({kind: data}, key, CALLBACK_LIFETIME if kind == "callback_query" else LIFETIME)

    def push_raw(self, fields: dict[str, Any], key: int, lifetime: float = LIFETIME) -> int:
        """Adds an update of any shape (without update_id) and gives its id."""
        update_id = self.next_id
        self.next_id += 1
        body = f'{{"update_id":{update_id},' + dumps(fields)[1:]
        self._enter(Update(update_id, key, self.clock.time() + lifetime, body))
        return update_id

    def redeliver(self, update_id: int) -> bool:
        """Delivers an update once more under its old id; False if it is not known."""
        update = self._old.get(update_id)
        if update is None:
            return False
        again = Update(update_id, update.key, self.clock.time() + LIFETIME, update.body)
        if update_id not in self.pending:
            self._again.append(again)
            self._announce()
        return True

    def allow(self, kinds: Any) -> None:
        """Takes a decoded "allowed_updates"; what is not a list of names changes nothing, as at Telegram."""
        if isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds):
            self.allowed = frozenset(kind.lower() for kind in kinds) & ALL_KINDS or DEFAULT_KINDS

    def confirm(self, offset: int) -> None:
        """Forgets the updates below `offset`; a negative one keeps only the last -offset."""
        pending = self.pending
        if offset < 0:
            while len(pending) > -offset:
                pending.popitem(last=False)
        while pending and next(iter(pending)) < offset:
            pending.popitem(last=False)

    def drop_all(self) -> None:
        """Forgets everything that is pending."""
        self.pending.clear()
        self._again.clear()

    def forget(self, key: int) -> None:
        """Lets go of the bodies of this user's updates that were delivered; pending ones are still to be handled."""
        for update_id in [old.update_id for old in self._old.values() if old.key == key]:
            if update_id not in self.pending:
                del self._old[update_id]

    def take_again(self) -> list[Update]:
        """The updates that are to be delivered a second time."""
        again, self._again = self._again, []
        return again

    def live(self) -> Iterable[Update]:
        """Pending updates that are not too old, oldest first; drops the others."""
        now = self.clock.time()
        for update_id in [update.update_id for update in self.pending.values() if update.expires <= now]:
            del self.pending[update_id]
        return self.pending.values()

    async def poll(self, offset: int, limit: int, seconds: float) -> str:
        """A getUpdates call; gives the JSON list. Raises ApiError 409 when a later call takes its place."""
        if self._waiter and not self._waiter.done():
            self._waiter.set_exception(failure(409, POLL_CONFLICT))
        self.confirm(offset)
        found = self._batch(limit)
        if not found and seconds > 0:
            await self._wait(seconds)
            found = self._batch(limit)
        return "[" + ",".join([update.body for update in found]) + "]"

    def stop_polling(self, error: ApiError | None = None) -> None:
        """Ends a waiting getUpdates with an error, or without one with what there is."""
        if self._waiter and not self._waiter.done():
            if error:
                self._waiter.set_exception(error)
            else:
                self._waiter.set_result(None)

    async def slow_down(self) -> None:
        """Repeated conflicts are answered late, so that two bots on one token do not spin."""
        now = time.monotonic()
        free_at, self._conflict_free_at = self._conflict_free_at, now + CONFLICT_PAUSE
        if now < free_at:
            await asyncio.sleep(CONFLICT_PAUSE)

    def _enter(self, update: Update) -> None:
        self.pending[update.update_id] = self._old[update.update_id] = update
        if len(self._old) > MAX_REMEMBERED:
            self._old.popitem(last=False)
        self._announce()

    def _announce(self) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)
        if self.on_push:
            self.on_push()

    def _batch(self, limit: int) -> list[Update]:
        found = self.take_again() if self._again else []
        if not self.pending:
            return found
        now = self.clock.time()
        too_old = []
        for update in self.pending.values():
            if update.expires <= now:
                too_old.append(update.update_id)
            elif len(found) < limit:
                found.append(update)
            else:
                break
        for update_id in too_old:
            del self.pending[update_id]
        return found

    async def _wait(self, seconds: float) -> None:
        self._waiter = waiter = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await waiter
        except TimeoutError:
            return
        except ApiError:
            await self.slow_down()
            raise
        finally:
            if self._waiter is waiter:
                self._waiter = None


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dumps(value: Any) -> str:
    """Compact JSON, the form in which everything goes out."""
    return _encoder.encode(value)

"""The only sender. It keeps to Telegram's limits (lanes), and every send has one of a few outcomes (outcomes)."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import re
from collections.abc import Awaitable, Callable, Sequence
from html import unescape
from typing import Any

from telegram import Bot, InputFile
from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError

from bot import log
from bot.telegram.lanes import Lanes
from bot.telegram.outcomes import Outcome, Result, result_of, seconds
from bot.telegram.request import call_raw
from bot.telegram.screen import Call

__all__ = ["Messenger", "Outcome", "Result", "seconds"]

LOG = log.get("messenger")
TRIES = 6
AGAIN = 5.0  # seconds until a reminder that could not be handed over is tried again
REPEATABLE = ("edit_message_text",)  # done twice they change nothing: an edit that arrived is "not modified"
CAPTIONED = ("send_document", "send_voice", "send_photo")
Draw = Callable[[dict[str, Any]], Awaitable[bytes]]  # a picture's description to its PNG


class Messenger:
    """Sends calls through PTB's bot, each in its lane."""

    def __init__(self, bot: Bot, lanes: Lanes | None = None, *, draw: Draw | None = None) -> None:
        self._bot = bot
        self._draw = draw  # without it the text of a picture is sent
        self.lanes = lanes or Lanes()
        self._stopping = asyncio.Event()
        self._signs: set[asyncio.Task[None]] = set()

    def stop(self) -> None:
        """The program ends: what Telegram does not take now waits for the next start."""
        self._stopping.set()
        self.lanes.stop()

    def share(self, workers: int) -> None:
        """So many live processes send for this bot: each takes its part of the rates."""
        self.lanes.share(workers)

    # -- replies ------------------------------------------------------------------------------------------------

    async def deliver(self, calls: Sequence[Call]) -> tuple[Outcome, int]:
        """A reply: sends the calls in order, before any reminder, trying again where that is safe; gives also how many
        are done with.

        LATER: Telegram is out of reach, come again later with the rest of them.
        """
        for number, call in enumerate(calls):
            result = await self._persist(call, number)
            if result.outcome in (Outcome.BLOCKED, Outcome.LATER):
                return result.outcome, number
        return Outcome.SENT, len(calls)

    async def _persist(self, call: Call, number: int) -> Result:
        result, drawn = Result(Outcome.LATER), call
        for attempt in range(TRIES):
            if not await self._may_reply(call, number):
                break
            drawn = await self._drawn(drawn)
            result = await self.send_now(drawn)
            if result.outcome is not Outcome.LATER or self._stopping.is_set():
                break
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), result.wait or min(0.25 * 2**attempt, 5.0))
        return result

    async def _may_reply(self, call: Call, number: int) -> bool:
        chat, message = call.get("chat_id"), call["method"].startswith("send_")
        return chat is None or await self.lanes.reply(chat, message=message, number=number)

    # -- what nobody waits for ----------------------------------------------------------------------------------

    async def send(self, call: Call) -> Result:
        """A note or a question of our own: one attempt, when its turn comes in the bulk lane."""
        wait = await self.turn(call["chat_id"])
        return Result(Outcome.LATER, wait=wait) if wait else await self.send_now(call)

    async def turn(self, chat: int) -> float:
        """Waits for a turn in the bulk lane. 0.0: ``send_now``, at once. Else ask again in so many seconds."""
        return await self.lanes.bulk(chat)

    async def send_now(self, call: Call) -> Result:
        """One attempt (a screen that Telegram cannot parse or edit any more gets a second, plainer one)."""
        call = await self._drawn(call)
        try:
            return Result(Outcome.SENT, await self._post(call))
        except BadRequest as error:
            return await self._refused(call, error)
        except TelegramError as error:
            return self._failed(call, error)

    def _failed(self, call: Call, error: TelegramError) -> Result:
        result = result_of(error, repeatable=call["method"] in REPEATABLE)
        chat = call.get("chat_id")
        if result.outcome is Outcome.REJECTED:
            LOG.warning("refused", method=call["method"], error=type(error).__name__)
        elif result.outcome is Outcome.LATER and chat is not None:
            if result.wait:
                self.lanes.refused(chat, result.wait)
            else:
                self.lanes.unreachable(chat, AGAIN)
        return result

    async def _refused(self, call: Call, error: BadRequest) -> Result:
        reason = error.message.lower()
        if call["method"] == "answer_callback_query" or "not modified" in reason:
            return Result(Outcome.SENT)  # too old to answer, or already shows just that: nothing is amiss
        result = result_of(error)
        if result.outcome is Outcome.BLOCKED:
            return result
        if "parse entities" in reason and not call.get("plain"):
            LOG.warning("unparsable", method=call["method"])
            return await self.send_now({**call, "plain": True})
        if "instead" in call:
            LOG.warning("photo refused", reason=reason[:80])
            return await self.send_now(_in_words(call))
        if call["method"] == "edit_message_text":
            rest = {k: v for k, v in call.items() if k != "message_id"}
            return await self.send_now({**rest, "method": "send_message"})
        LOG.warning("refused", method=call["method"], reason=reason[:80])
        return result

    # -- pictures -----------------------------------------------------------------------------------------------

    async def _drawn(self, call: Call) -> Call:
        """The call with its picture, drawn now and once, or with its words where that fails. Any other as it is."""
        if "draw" not in call:
            return call
        call = dict(call)
        description = call.pop("draw")
        if self._draw is None:
            return _in_words(call)
        try:
            await self._is_drawing(call["chat_id"])
            return {**call, "photo": await self._draw(description)}
        except Exception as error:  # whatever it is, the reply must not wait for a picture
            LOG.warning("not drawn", error=type(error).__name__)
            return _in_words(call)

    def typing(self, chat: int) -> None:
        """The sign that an answer takes a moment; nothing hangs on it, and nobody waits for it."""
        task = asyncio.create_task(self._is_typing(chat))
        self._signs.add(task)
        task.add_done_callback(self._signs.discard)

    async def _is_typing(self, chat: int) -> None:
        with contextlib.suppress(TelegramError):
            await self._bot.send_chat_action(chat, ChatAction.TYPING)

    async def _is_drawing(self, chat: int) -> None:
        """The sign that a photo is on its way; nothing hangs on it."""
        with contextlib.suppress(TelegramError):
            await self._bot.send_chat_action(chat, ChatAction.UPLOAD_PHOTO)

    async def _post(self, call: Call) -> int | None:
        given: dict[str, Any] = dict(call)
        method, plain = given.pop("method"), given.pop("plain", False)
        given.pop("sort", None)  # what the screen is declared to be: for the tests of tone
        # The keyboard stays the JSON that it is: PTB passes it on, and its objects would only be made into JSON again.
        if method == "send_document":
            content = base64.b64decode(given.pop("content"))
            given["document"] = InputFile(content, filename=given.pop("name"))
        if method == "send_photo":
            given["photo"] = InputFile(given["photo"], filename="image.png")
            given.pop("instead")
        words = "caption" if method in CAPTIONED else "text"
        if method != "answer_callback_query" and words in given:
            given["parse_mode"] = None if plain else "HTML"
            given[words] = _plain(given[words]) if plain else given[words]
        sent = await call_raw(self._bot, method, given)
        return sent.get("message_id") if isinstance(sent, dict) else None


def _in_words(call: Call) -> Call:
    """A photo's call as a message that says the same."""
    rest = {name: value for name, value in call.items() if name not in ("photo", "caption", "instead")}
    return {**rest, "method": "send_message", "text": call["instead"]}


def _plain(text: str) -> str:
    return unescape(re.sub(r"<[^<>]{0,200}>", "", text))

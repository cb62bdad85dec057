"""The only sender. Every send has one of a few outcomes, decided here and nowhere else."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from html import unescape
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, InputFile
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot import log
from bot.telegram.request import NotSent
from bot.telegram.screen import Call

LOG = log.get("messenger")
TRIES = 6
SERVER_FAILED = re.compile(r"(?i)bad gateway|internal server error|\(5\d\d\)")
REPEATABLE = ("edit_message_text",)  # done twice they change nothing: an edit that arrived is "not modified"


class Outcome(Enum):
    SENT = "sent"
    BLOCKED = "blocked"  # the user blocked the bot, or is gone: nothing more to him
    LATER = "later"  # surely not sent, may be tried again
    REJECTED = "rejected"  # Telegram will never take it
    UNKNOWN = "unknown"  # it may have arrived: never sent again blindly


@dataclass(frozen=True, slots=True)
class Result:
    outcome: Outcome
    message_id: int | None = None
    wait: float = 0.0  # seconds, with LATER


def seconds(error: RetryAfter) -> float:
    """How long Telegram asks us to wait; PTB is on its way from a number to a timedelta."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


class Messenger:
    """Sends calls through PTB's bot."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """The program ends: what Telegram does not take now waits for the next start."""
        self._stopping.set()

    async def deliver(self, calls: Sequence[Call]) -> tuple[Outcome, int]:
        """Sends them in order, trying again where that is safe; gives also how many are done with.

        LATER: Telegram is out of reach, come again later with the rest of them.
        """
        for number, call in enumerate(calls):
            result = await self._persist(call)
            if result.outcome in (Outcome.BLOCKED, Outcome.LATER):
                return result.outcome, number
        return Outcome.SENT, len(calls)

    async def _persist(self, call: Call) -> Result:
        result = Result(Outcome.LATER)
        for attempt in range(TRIES):
            result = await self.send(call)
            if result.outcome is not Outcome.LATER or self._stopping.is_set():
                break
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), result.wait or min(0.25 * 2**attempt, 5.0))
        return result

    async def send(self, call: Call) -> Result:
        """One attempt (a screen that Telegram cannot parse or edit any more gets a second, plainer one)."""
        try:
            return Result(Outcome.SENT, await self._post(call))
        except RetryAfter as error:
            return Result(Outcome.LATER, wait=seconds(error))
        except Forbidden:
            return Result(Outcome.BLOCKED)
        except BadRequest as error:
            return await self._refused(call, error.message.lower())
        except (NotSent, InvalidToken):
            return Result(Outcome.LATER)  # a revoked token ends the program; what it refused waits for the right one
        except NetworkError as error:
            # Also a time-out. PTB raises it for 5xx answers too: then the server did not take it.
            again = call["method"] in REPEATABLE or SERVER_FAILED.search(error.message)
            return Result(Outcome.LATER if again else Outcome.UNKNOWN)
        except TelegramError as error:
            LOG.warning("refused", method=call["method"], error=type(error).__name__)
            return Result(Outcome.REJECTED)

    async def _refused(self, call: Call, reason: str) -> Result:
        if call["method"] == "answer_callback_query" or "not modified" in reason:
            return Result(Outcome.SENT)  # too old to answer, or already shows just that: nothing is amiss
        if "chat not found" in reason:
            return Result(Outcome.BLOCKED)
        if "parse entities" in reason and not call.get("plain"):
            LOG.warning("unparsable", method=call["method"])
            return await self.send({**call, "plain": True})
        if call["method"] == "edit_message_text":
            return await self.send({**{k: v for k, v in call.items() if k != "message_id"}, "method": "send_message"})
        LOG.warning("refused", method=call["method"], reason=reason[:80])
        return Result(Outcome.REJECTED)

    async def _post(self, call: Call) -> int | None:
        given: dict[str, Any] = dict(call)
        method, plain = given.pop("method"), given.pop("plain", False)
        given.pop("sort", None)  # what the screen is declared to be: for the tests of tone
        if "reply_markup" in given:
            given["reply_markup"] = InlineKeyboardMarkup.de_json(given["reply_markup"], self._bot)
        if method == "send_document":
            content = base64.b64decode(given.pop("content"))
            given["document"] = InputFile(content, filename=given.pop("name"))
        words = "caption" if method in ("send_document", "send_voice") else "text"
        if method != "answer_callback_query" and words in given:
            given["parse_mode"] = None if plain else "HTML"
            given[words] = _plain(given[words]) if plain else given[words]
        sent = await getattr(self._bot, method)(**given)
        return getattr(sent, "message_id", None)


def _plain(text: str) -> str:
    return unescape(re.sub(r"<[^<>]{0,200}>", "", text))

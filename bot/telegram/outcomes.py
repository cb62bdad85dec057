"""What became of a call to Telegram, read from PTB's errors and the words of the Bot API."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.telegram.request import NotSent

# The server says itself that it did not take the request. Not 504: there somebody else got tired of waiting for it.
FAILED = re.compile(r"(?i)bad gateway|internal server error|service unavailable|\((?:500|502|503)\)")
NEVER = re.compile(r"(?i)immediately deleted|request entity too large|\(413\)")
TOO_MANY = re.compile(r"(?i)too many requests|\(429\)")
RETRY = re.compile(r"(?i)retry[ _]after\D{0,3}(\d{1,6})")
# 400 answers that say that there is nobody (any more) to send to; Telegram's own names and the Bot API's words.
GONE = re.compile(
    r"(?i)chat not found|user not found|peer_id_invalid|user is deactivated|user_deactivated|user_is_blocked"
    r"|group chat was upgraded|group chat was deactivated|group is deactivated|chat was deleted|bot was kicked"
    r"|chat_write_forbidden|no rights to send"
)


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
    wait: float = 0.0  # seconds that Telegram asked us to wait, with LATER


def seconds(error: RetryAfter) -> float:
    """How long Telegram asks us to wait; PTB is on its way from a number to a timedelta."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def result_of(error: TelegramError, *, repeatable: bool = False) -> Result:
    """The outcome of a failed call. ``repeatable``: done twice it changes nothing, so doubt means doing it again."""
    if isinstance(error, RetryAfter):
        return Result(Outcome.LATER, wait=seconds(error))
    if isinstance(error, BadRequest):
        return Result(Outcome.BLOCKED if GONE.search(error.message) else Outcome.REJECTED)
    if isinstance(error, ChatMigrated):
        return Result(Outcome.BLOCKED)  # a group: that chat is no more
    if isinstance(error, Forbidden):
        # Telegram's own reads "Forbidden: bot was blocked by the user"; without a reason it is some proxy's.
        return Result(Outcome.BLOCKED if error.message.startswith("Forbidden: ") else Outcome.LATER)
    if isinstance(error, NotSent | InvalidToken):
        return Result(Outcome.LATER)  # a revoked token ends the program; what it refused waits for the right one
    doubt = Outcome.LATER if repeatable else Outcome.UNKNOWN
    if isinstance(error, NetworkError):
        return _unclear(error.message, doubt)
    # PTB's words for an answer that is no JSON: who gave it, and whether Telegram took the call, nobody knows.
    return Result(doubt if error.message == "Invalid server response" else Outcome.REJECTED)


def _unclear(message: str, doubt: Outcome) -> Result:
    """A time-out, a broken connection, or an answer that PTB has no error for."""
    if TOO_MANY.search(message):
        asked = RETRY.search(message)
        return Result(Outcome.LATER, wait=float(asked[1]) if asked else 1.0)
    if NEVER.search(message):
        return Result(Outcome.REJECTED)
    return Result(Outcome.LATER if FAILED.search(message) else doubt)

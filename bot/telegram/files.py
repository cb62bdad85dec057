"""The files of a message: which there are, fetched from Telegram and read before its turn begins."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Protocol, TypeVar

from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot import intake, log
from bot.clock import Clock
from bot.intake import LIMITS, Joined, Piece, Read
from bot.store.base import InboxRow, Users
from bot.store.work import Work
from bot.telegram.pieces import joined_text, message_of

LOG = log.get("files")
PAUSES = (0.5, 2.0)  # seconds before a file is fetched once more
LONGEST = 60.0  # seconds in which it must have come
PHOTO = "photo"  # Telegram's photos have no name
MOST_PASTED = 200_000  # characters of a calendar in a message
_CALENDAR, _CALENDAR_ENDS = (re.compile(rf"{word}:VCALENDAR\b", re.IGNORECASE) for word in ("BEGIN", "END"))

T_co = TypeVar("T_co", covariant=True, bound=str)
ReadOne = Callable[["Attached", InboxRow], Awaitable[Piece]]
May = Callable[[Work, int, int, datetime], Awaitable[bool]]


class Reading(Protocol):
    """``bot.intake.read``."""

    async def __call__(self, data: intake.Source, name: str, mime: str) -> Read: ...


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a message, as its sender describes it; ``caption`` without a command. ``pasted``: its text, where it
    is a calendar that stands in the message itself."""

    id: str
    name: str
    mime: str
    size: int
    caption: str = ""
    pasted: str = ""


def attached(row: InboxRow) -> Attached | None:
    """The document or photo of a message in a private chat; None for everything else."""
    message = message_of(row)
    if not _is_private(message) or "animation" in message:
        return None
    photos, document = message.get("photo"), message.get("document")
    if isinstance(photos, list) and photos:
        photo = {**photos[-1], "file_name": PHOTO, "mime_type": "image/jpeg"}  # the last is the largest
        return _attached(message, photo)
    return _attached(message, document) if isinstance(document, dict) else None


def _is_private(message: dict[str, Any]) -> bool:
    chat = message.get("chat")
    return isinstance(chat, dict) and chat.get("type") == "private"


def _attached(message: dict[str, Any], file: dict[str, Any]) -> Attached:
    name, mime = str(file.get("file_name") or ""), str(file.get("mime_type") or "")
    caption = command_in(str(message.get("caption") or ""))[1]
    return Attached(str(file["file_id"]), name, mime, int(file.get("file_size") or 0), caption)


def pasted(rows: Sequence[InboxRow]) -> Attached | None:
    """The calendar that stands in a message, or in the parts of one, with the words around it as its caption: it can be
    built to eat time like any file, so it is read where files are, and counts as one."""
    message = message_of(rows[0])
    text = (joined_text(rows) or str(message["text"])) if _is_private(message) and message.get("text") else ""
    begins = _CALENDAR.search(text)
    if begins is None:
        return None
    ends = max((found.end() for found in _CALENDAR_ENDS.finditer(text)), default=len(text))
    ends = ends if ends > begins.start() else len(text)
    calendar = text[begins.start() : ends][:MOST_PASTED]
    around = f"{text[: begins.start()].strip()}\n\n{text[ends:].strip()}"
    return Attached("", "", "text/calendar", len(calendar), command_in(around)[1], calendar)


def command_in(caption: str) -> tuple[str, str]:
    """ "/offer from Acme" is the command offer, and the rest."""
    said = caption.strip()
    name, _, rest = said.partition(" ") if said.startswith("/") else ("", "", said)
    return name[1:].split("@")[0].lower(), rest.strip()


@dataclass(frozen=True, slots=True)
class Files:
    """What came as a file, or as an album of several, read: each with its caption, in order.

    ``album``: Telegram's id of it, by which a part that comes late is known.
    """

    pieces: tuple[Piece, ...]
    album: str = ""

    @property
    def joined(self) -> Joined:
        """All of it as one text; captions stand before what they came with."""
        return intake.joined(self.pieces)

    @property
    def text(self) -> str:
        """What stands in the files, without captions; empty where nothing could be read."""
        return "\n\n".join(read.text for read in self.reads if read.text)

    @property
    def reads(self) -> list[Read]:
        return [piece.read for piece in self.pieces if piece.read is not None]

    @property
    def name(self) -> str:
        """The first file's name, fit to be shown."""
        return self.reads[0].name if self.reads else ""

    @property
    def kind(self) -> str:
        """The first file's kind ("pdf", "jpeg", ...), by its content."""
        return self.reads[0].kind if self.reads else ""

    @property
    def problem(self) -> str:
        """Why nothing at all could be read, as a key of the texts; empty where something could."""
        return "" if self.text or self.calendar else next((read.problem for read in self.reads if read.problem), "")

    @property
    def calendar(self) -> bool:
        """Whether one of the files is an invitation (.ics) or brought one along."""
        return any(read.calendar for read in self.reads)

    @property
    def events(self) -> list[dict[str, Any]]:
        """What stands in those invitations (bot.intake.calendars)."""
        return [event for read in self.reads for event in read.events]

    def summary(self, say: intake.Say[T_co]) -> list[T_co]:
        """What was read and what not, in lines."""
        return intake.summary(self.joined, say)


def together(pieces: Sequence[Piece | None], first: InboxRow) -> Files | None:
    """The files of the parts of one message; None where there are none."""
    found = tuple(piece for piece in pieces if piece is not None)
    return Files(found, str(message_of(first).get("media_group_id") or "")) if found else None


class FileReader:
    """Fetches and reads one file at a time of one user; how many at once for all is the intake's business."""

    def __init__(self, bot: Bot, store: Users, clock: Clock, *, may: May, read: Reading = intake.read) -> None:
        self._bot, self._store, self._clock, self._may, self._read = bot, store, clock, may, read

    async def __call__(self, first: InboxRow) -> ReadOne:
        """Reads the files of the message, or the album, that begins with ``first``: whose it is, is looked up once."""
        return partial(self._one, await self._store.load(first.key), first)

    async def _one(self, work: Work, first: InboxRow, file: Attached, row: InboxRow) -> Piece:
        may = await self._may(work, first.update_id, row.update_id, self._clock.now())
        read = await self._try(file) if may else _not_read(file, intake.MANY)
        return Piece(int(message_of(row).get("message_id") or 0), file.caption, read)

    async def _try(self, file: Attached) -> Read:
        if file.size > LIMITS.size:
            return _not_read(file, intake.TOO_BIG)
        source = file.pasted.encode("utf-8", "replace") if file.pasted else partial(self._fetched, file)
        try:
            return await self._read(source, file.name, file.mime)
        except (TelegramError, TimeoutError) as error:
            LOG.warning("file not fetched", error=type(error).__name__)
            return _not_read(file, intake.TOO_BIG if "too big" in str(error).lower() else intake.FETCH)

    async def _fetched(self, file: Attached) -> bytes:
        async with asyncio.timeout(LONGEST):
            for pause in PAUSES:
                try:
                    return await self._fetch(file)
                except BadRequest:  # which PTB counts among what may pass
                    raise
                except (NetworkError, RetryAfter):
                    await asyncio.sleep(pause)
            return await self._fetch(file)

    async def _fetch(self, file: Attached) -> bytes:
        found = await self._bot.get_file(file.id)
        if (found.file_size or 0) > LIMITS.size:
            raise BadRequest("file is too big")
        return bytes(await found.download_as_bytearray())


def _not_read(file: Attached, problem: str) -> Read:
    return Read(name=intake.shown(file.name), problem=problem)

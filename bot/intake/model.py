"""What reading a file gives, and how much a file may ask for."""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

MB = 1024 * 1024
Source = bytes | Callable[[], Awaitable[bytes]]  # a file, or the call that fetches it, maybe more than once

# Why a file, or a part of it, was not read: keys of content's texts, each says what to send instead.
PASSWORD = "intake.password"  # noqa: S105 (a text's key)
DAMAGED = "intake.damaged"
EMPTY = "intake.empty"  # opened, and no words in it
TOO_BIG = "intake.too_big"
UNKNOWN = "intake.unknown"  # not a kind that we read
OLD_WORD = "intake.old_word"  # .doc of Word 97 to 2003
PICTURE_KIND = "intake.picture_kind"  # HEIC, GIF, TIFF, BMP
HOSTILE = "intake.hostile"  # built to eat memory or time
TIME = "intake.time"
MEMORY = "intake.memory"
NO_OCR = "intake.no_ocr"  # pictures are not read on this installation
FETCH = "intake.fetch"  # Telegram did not give it
MANY = "intake.many"  # more files than one person may send in a day
PROBLEMS = frozenset(
    {PASSWORD, DAMAGED, EMPTY, TOO_BIG, UNKNOWN, OLD_WORD, PICTURE_KIND, HOSTILE, TIME, MEMORY, NO_OCR, FETCH, MANY}
)

PICTURES = ("jpeg", "png", "webp")
MAILS = ("eml", "msg")


class Unreadable(Exception):
    """A file, or a part of one, that is not read; ``problem`` is one of the keys above."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may ask for. Sizes in bytes, times in seconds, pixels as a count."""

    size: int = 20 * MB  # Telegram hands a bot no more
    answer: int = 4 * MB  # what the child may send back
    text: int = 400_000  # characters kept
    pages: int = 50
    picture_pages: int = 10  # of these so many by OCR
    pictures: int = 5  # pictures in one mail or document
    pixels: int = 40_000_000
    part: int = 24 * MB  # one part of a zip, unpacked
    unpacked: int = 48 * MB
    entries: int = 2_000
    depth: int = 200  # of XML
    nodes: int = 200_000
    parts: int = 400  # of a mail
    nested: int = 3  # mails within mails
    text_wall: float = 12.0
    text_cpu: int = 10
    text_memory: int = 600 * MB
    picture_wall: float = 55.0
    picture_cpu: int = 50
    picture_memory: int = 1_800 * MB


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of a file that was not read: an attachment with its name, and why."""

    name: str
    problem: str


@dataclass(frozen=True, slots=True)
class Read:
    """One file, read.

    ``kind``: pdf, docx, odt, rtf, html, txt, eml, msg, jpeg, png, webp, ics (recognised only), or "" where it is none
    that we read. ``name`` is fit to be shown, never a path. ``pages``/``pages_total`` count where the kind has pages
    (a picture is one). ``unreadable`` are page numbers from 1. ``from_picture``: some of it came by OCR, so its sums
    need the user's yes. ``problem`` is a key of content's texts, "" when there is text. ``cut``: there was more text.
    """

    kind: str = ""
    text: str = ""
    name: str = ""
    pages: int = 0
    pages_total: int = 0
    unreadable: tuple[int, ...] = ()
    from_picture: bool = False
    problem: str = ""
    left_out: tuple[LeftOut, ...] = ()
    cut: bool = False
    pictures: int = 0  # pictures inside a mail or document that were read
    calendar: bool = False  # whether it is an .ics, or came with one
    events: tuple[dict[str, Any], ...] = ()  # what is in it: see bot.intake.calendars

    @property
    def ok(self) -> bool:
        """Whether there is text to go on with."""
        return bool(self.text)

    def as_json(self) -> dict[str, Any]:
        """For the way from child to parent, and for a draft that outlives a restart."""
        return dataclasses.asdict(self) | {
            "unreadable": list(self.unreadable),
            "left_out": [dataclasses.asdict(part) for part in self.left_out],
            "events": list(self.events),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Read:
        """The other way; raises TypeError, ValueError or KeyError on anything else: a child is not trusted."""
        kinds = _kinds()
        if any(type(value) is not kinds[name] for name, value in data.items()):
            raise TypeError("not a Read")
        left_out = tuple(LeftOut(str(part["name"]), _known(part["problem"])) for part in data.get("left_out", ()))
        unreadable = tuple(int(page) for page in data.get("unreadable", ()))
        problem = _known(data["problem"]) if data.get("problem") else ""
        events = tuple(dict(event) for event in data.get("events", ()))
        more = {"problem": problem, "left_out": left_out, "unreadable": unreadable, "events": events}
        return cls(**{**data, **more})

    @classmethod
    def from_draft(cls, data: dict[str, Any]) -> Read:
        """The same of a draft, which an older version of this program may have written: fields that are no more, or
        have become something else, are passed over."""
        kinds = _kinds()
        return cls.from_json({name: value for name, value in data.items() if type(value) is kinds.get(name)})


def _kinds() -> dict[str, type]:
    """What JSON holds for each field."""
    return {field.name: list if field.default == () else type(field.default) for field in dataclasses.fields(Read)}


def _known(problem: str) -> str:
    if problem not in PROBLEMS:
        raise ValueError("not a problem")
    return problem

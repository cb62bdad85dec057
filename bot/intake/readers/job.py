"""What a reader is given besides the bytes, and what it gives back."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.intake.model import EMPTY, NO_OCR, PICTURES, LeftOut, Limits, Unreadable


@dataclass
class Text:
    """What a reader found; the fields mean what they mean in ``Read``, but for ``calendar``."""

    kind: str
    text: str = ""
    pages: int = 0
    pages_total: int = 0
    unreadable: list[int] = field(default_factory=list)
    from_picture: bool = False
    left_out: list[LeftOut] = field(default_factory=list)
    pictures: int = 0
    calendar: str = ""  # the text of an .ics

    def take(self, inner: Text) -> None:
        """Adds what was found in something attached."""
        self.text = "\n\n".join(text for text in (self.text, inner.text) if text.strip())
        self.from_picture = self.from_picture or inner.from_picture
        self.pictures += inner.pictures + (inner.pages if inner.kind in PICTURES else 0)
        self.left_out += inner.left_out
        self.calendar = self.calendar or inner.calendar


@dataclass
class Job:
    """One file: its limits, whether pictures are read now, and the way to read what is inside it.

    ``wants_ocr`` is set by a reader that met pictures while they are not read: the parent then asks again.
    ``until`` is on time.monotonic(): no further page is begun after it.
    """

    limits: Limits
    ocr: bool
    until: float
    inside: Callable[[bytes, Job], Text]
    level: int = 0  # of mails within mails
    wants_ocr: bool = False
    parts_left: int = 0
    pictures_left: int = 0
    pages_left: int = 0  # that may still be read by OCR

    @property
    def late(self) -> bool:
        return time.monotonic() > self.until

    def attach(self, whole: Text, name: str, data: bytes) -> None:
        """Reads something attached and adds it to ``whole``, or says there why not."""
        try:
            found = self.inside(data, self)
        except Unreadable as error:
            whole.left_out.append(LeftOut(name, error.problem))
            return
        if not found.text.strip() and not found.calendar:
            found.left_out.append(LeftOut(name, NO_OCR if self.wants_ocr else EMPTY))
        whole.take(found)

"""Several messages that are one offer: texts and files in one order, and what was read said in one line."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from bot.intake.model import MAILS, PICTURES, LeftOut, Read

CLIENT_CUT = 4096  # UTF-16 units: where clients cut a paste, also in the middle of a word
_MOST = 400_000
_PAGE = re.compile(r"\bpage\s+(\d{1,2})\s*(?:of|/)\s*(\d{1,2})\b", re.IGNORECASE)
_GROUPS = {
    "pdf": "pages",
    "docx": "documents",
    "odt": "documents",
    "rtf": "documents",
    "html": "documents",
    "txt": "documents",
}
_GROUPS |= dict.fromkeys(PICTURES, "photos") | dict.fromkeys(MAILS, "mails")
_ORDER = ("messages", "pages", "documents", "mails", "photos")

T_co = TypeVar("T_co", covariant=True, bound=str)


class Say(Protocol[T_co]):
    """Looks a text up and fills it in, as ``bot.telegram.texts.Texts`` does."""

    def __call__(self, key: str, **values: object) -> T_co: ...


@dataclass(frozen=True, slots=True)
class Piece:
    """A message's part in an offer: its words, or the file that came with it (then ``text`` is its caption).

    ``order`` is the message's id; within an album Telegram numbers the messages in the order they were chosen.
    """

    order: int
    text: str = ""
    read: Read | None = None

    def as_json(self) -> dict[str, Any]:
        """For a draft that outlives a restart; the events of a calendar are no part of an offer, and long."""
        read = dataclasses.replace(self.read, events=()).as_json() if self.read else None
        return {"order": self.order, "text": self.text, "read": read}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Piece:
        """The other way."""
        return cls(data["order"], data["text"], Read.from_draft(data["read"]) if data["read"] else None)


@dataclass(frozen=True, slots=True)
class Joined:
    """One offer. ``counts``: pages, photos, documents, mails, messages that were read. ``failed``: files of which
    nothing was read, with why. ``from_picture``: some of its words came by OCR."""

    text: str
    pieces: tuple[Piece, ...]
    counts: dict[str, int]
    failed: tuple[LeftOut, ...]
    from_picture: bool
    cut: bool

    def only_in_picture(self, words: str) -> bool:
        """Whether these words (a sum, a date) were read from a picture and stand nowhere else: then ask for a yes."""
        wanted = _plain(words)
        sure = [p.text for p in self.pieces] + [p.read.text for p in self.pieces if p.read and not p.read.from_picture]
        unsure = [p.read.text for p in self.pieces if p.read and p.read.from_picture]
        return any(wanted in _plain(text) for text in unsure) and not any(wanted in _plain(text) for text in sure)


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


def joined(pieces: Sequence[Piece]) -> Joined:
    """One text from the pieces in the order of their messages; pages that number themselves go by their numbers.

    The same message twice counts once, as does the same text or file sent twice.
    """
    kept = _by_pages(_once(sorted(pieces, key=lambda piece: piece.order)))
    text = _text(kept)
    failed = [LeftOut(p.read.name, p.read.problem) for p in kept if p.read and p.read.problem]
    failed += [part for p in kept if p.read and not p.read.problem for part in p.read.left_out]
    return Joined(
        text=text[:_MOST],
        pieces=tuple(kept),
        counts=_counts(kept),
        failed=tuple(failed),
        from_picture=any(p.read is not None and p.read.from_picture for p in kept),
        cut=len(text) > _MOST or any(p.read is not None and p.read.cut for p in kept),
    )


def _once(pieces: list[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for piece in pieces:
        same_message = any(piece.order == other.order for other in kept)
        words = piece.read.text if piece.read else piece.text
        told = any(len(words) > 200 and words == (p.read.text if p.read else p.text) for p in kept)
        if told and piece.read and piece.text:
            kept.append(dataclasses.replace(piece, read=None))  # the caption is new
        elif not same_message and not told:
            kept.append(piece)
    return kept


def _by_pages(pieces: list[Piece]) -> list[Piece]:
    """Photos in whatever order they were sent, where each says which page of how many it is."""
    places = [index for index, piece in enumerate(pieces) if piece.read and piece.read.kind in PICTURES]
    marks = [_PAGE.findall(piece.read.text) for piece in pieces if piece.read and piece.read.kind in PICTURES]
    numbers = [tuple(map(int, found[-1])) for found in marks if found]
    if len(numbers) < 2 or len(set(numbers)) != len(places) or len({total for _, total in numbers}) != 1:
        return pieces
    in_order = [pieces[index] for _, index in sorted(zip(numbers, places, strict=True))]
    sorted_pieces = list(pieces)
    for place, piece in zip(places, in_order, strict=True):
        sorted_pieces[place] = piece
    return sorted_pieces


def _text(pieces: list[Piece]) -> str:
    whole, before = "", ""
    for piece in pieces:
        for words, goes_on in ((piece.text, not piece.read), (piece.read.text if piece.read else "", False)):
            if words.strip():
                whole += ("" if not whole or (goes_on and was_cut(before)) else "\n\n") + words
                before = words if goes_on else ""
    return whole


def units(text: str) -> int:
    """The length of a text as Telegram counts it: in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def was_cut(text: str) -> bool:
    """Whether a client cut a paste at the end of that message, so that it goes on without a seam."""
    return units(text) == CLIENT_CUT


def _counts(pieces: list[Piece]) -> dict[str, int]:
    counts = dict.fromkeys(_ORDER, 0)
    for piece in pieces:
        counts["messages"] += bool(piece.text.strip()) and piece.read is None
        if piece.read is not None and piece.read.ok:
            group = _GROUPS.get(piece.read.kind, "documents")
            counts[group] += piece.read.pages if group == "pages" else 1
            counts["photos"] += piece.read.pictures if group != "photos" else 0
    return {group: count for group, count in counts.items() if count}


def summary(offer: Joined, say: Say[T_co]) -> list[T_co]:
    """What was read, what was not and why, in lines fit to be shown: "I read 2 pages and 1 photo." first."""
    lines = [_read_line(offer.counts, say)] if offer.counts else []
    for piece in offer.pieces:
        if piece.read is not None and piece.read.ok:
            lines += _gaps(piece.read, say)
    for part in offer.failed[:4]:
        lines.append(say(part.problem, name=part.name or say("intake.a_file")))
    if len(offer.failed) > 4:
        lines.append(say("intake.more_failed", count=len(offer.failed) - 4))
    if offer.cut:
        lines.append(say("intake.cut"))
    return list(dict.fromkeys(lines))  # four photos without a word are told of once


def _read_line(counts: dict[str, int], say: Say[T_co]) -> T_co:
    items = [say(f"intake.{group}_{'one' if count == 1 else 'many'}", count=count) for group, count in counts.items()]
    what = items[0] if len(items) == 1 else say("intake.and", first=", ".join(items[:-1]), last=items[-1])
    return say("intake.read", what=what)


def _gaps(read: Read, say: Say[T_co]) -> list[T_co]:
    lines = []
    reached = read.pages + len(read.unreadable)
    if read.unreadable:
        pages = _numbers(read.unreadable)
        lines.append(say("intake.page_gap" if len(read.unreadable) == 1 else "intake.pages_gap", pages=pages))
    if read.kind == "pdf" and read.pages_total > reached > 0:
        lines.append(say("intake.first_pages", pages=reached, total=read.pages_total))
    return lines


def _numbers(pages: tuple[int, ...]) -> str:
    """2, 5 and 7 to 12 as "2, 5, 7–12"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    words = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    return ", ".join(words[:6]) + ("…" if len(words) > 6 else "")

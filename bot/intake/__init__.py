"""Reads what the user forwards: text out of documents, mails and pictures, each in a process of its own.

    read = await intake.read(data, "offer.pdf", "application/pdf", limits=intake.LIMITS)
    offer = intake.joined([Piece(message_id, text=caption, read=read), Piece(next_id, text=typed)])
    lines = intake.summary(offer, turn.t)  # "I read 2 pages and 1 photo.", "I could not read page 2..."

This module is light on purpose: the child imports it too, and most of a short file's time is imports.
"""

from __future__ import annotations

from bot.intake.joining import Joined, Piece, Say, joined, summary, units, was_cut
from bot.intake.model import FETCH, MANY, TOO_BIG, LeftOut, Limits, Read, Source
from bot.intake.names import shown

__all__ = [
    "FETCH", "LIMITS", "MANY", "TOO_BIG", "Joined", "LeftOut", "Limits", "Piece", "Read", "Say", "Source",
    "joined", "read", "shown", "summary", "units", "was_cut",
]  # fmt: skip

LIMITS = Limits()


async def read(data: Source, name: str, mime: str = "", *, limits: Limits = LIMITS) -> Read:
    """What a file says, or in ``problem`` why it was not read; never raises because of the file.

    ``data`` may be a call that fetches the bytes: a dozen at a time, of pictures six, so that waiting files take little
    memory; what it raises comes through. Then the file waits for its turn (two at a time, pictures one by one). A
    document with pictures waits for a second one, and is fetched again for it. ``name`` and ``mime`` are the sender's
    claims: the name is only shown, the type only chooses the queue.
    """
    from bot.intake.parent import read_file

    return await read_file(data, name, mime, limits)

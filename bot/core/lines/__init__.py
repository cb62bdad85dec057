"""Reads how people type or paste an interview: who, what, whom they meet, which round, by what and where.

The time parts are cut out first (their places come from :mod:`bot.core.when`). Nothing is guessed from a bare verb;
what is unclear stays empty or leaves ``sure`` False, and the user confirms a card in any case.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.lines.invites import is_invite, read_invite
from bot.core.lines.mails import is_mail, read_mail
from bot.core.lines.parts import Line
from bot.core.lines.people import Met
from bot.core.lines.typed import read_typed

__all__ = ["Line", "Met", "read_line"]


def read_line(text: str, spans: Sequence[tuple[int, int]]) -> Line:
    """Reads a typed line, a pasted mail or a calendar's invitation; ``spans`` are the character ranges of time, zone
    and length in it."""
    if is_invite(text):
        return read_invite(text, spans)
    return read_mail(text, spans) if is_mail(text) else read_typed(text, spans)

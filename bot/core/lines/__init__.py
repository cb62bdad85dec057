"""Reads how people type or paste an interview: who, what, whom they meet, which round, by what and where.

The time parts are cut out first (their places come from :mod:`bot.core.when`). Nothing is guessed from a bare verb;
what is unclear stays empty or leaves ``sure`` False, and the user confirms a card in any case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.core.lines import calls
from bot.core.lines.invites import is_invite, read_invite
from bot.core.lines.mails import is_mail, read_mail
from bot.core.lines.notices import current, notice
from bot.core.lines.parts import Line
from bot.core.lines.people import Met
from bot.core.lines.times import understood
from bot.core.lines.typed import read_typed

__all__ = ["Line", "Met", "current", "notice", "read_line", "understood"]


def read_line(text: str, spans: Sequence[tuple[int, int]]) -> Line:
    """Reads a typed line, a pasted mail or a calendar's invitation; ``spans`` are the character ranges of time, zone
    and length in it."""
    return _read_line(text, tuple(spans))


@lru_cache(maxsize=8)  # several parts of one turn ask about the same message
def _read_line(text: str, spans: tuple[tuple[int, int], ...]) -> Line:
    if not is_invite(text) and not is_mail(text):
        return read_typed(text, spans)
    line = read_invite(text, spans) if is_invite(text) else read_mail(text, spans)
    return replace(line, link=calls.link_in(text), dial_in=calls.dial_in(text))

"""Reads how people type or paste an interview: who, what, whom they meet, which round, by what and where.

The time parts are cut out first (their places come from :mod:`bot.core.when`). Nothing is guessed from a bare verb;
what is unclear stays empty or leaves ``sure`` False, and the user confirms a card in any case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import re2

from bot.core.lines import calls
from bot.core.lines.beside import beside
from bot.core.lines.cities import city_in
from bot.core.lines.invites import is_invite, read_invite
from bot.core.lines.mails import is_mail, read_mail
from bot.core.lines.notices import current, notice
from bot.core.lines.parts import Line
from bot.core.lines.people import Met
from bot.core.lines.times import understood
from bot.core.lines.typed import read_typed
from bot.core.naming import capitals

__all__ = ["Line", "Met", "current", "notice", "read_line", "understood"]

_GREETED = re2.compile(r"(?i)^(\s*(?:dear|hi|hello) [^,\n]{1,40},) ")
_CLOSED = re2.compile(
    r"(?i)([.!?]) ((?:(?:kind|best|warm|many) )?(?:regards|wishes|thanks|sincerely|yours sincerely),) "
)


def read_line(text: str, spans: Sequence[tuple[int, int]]) -> Line:
    """Reads a typed line, a pasted mail or a calendar's invitation; ``spans`` are the character ranges of time, zone
    and length in it."""
    return _read_line(text, tuple(spans))


@lru_cache(maxsize=8)  # several parts of one turn ask about the same message
def _read_line(text: str, spans: tuple[tuple[int, int], ...]) -> Line:
    text = _unfolded(text)
    if not is_invite(text) and not is_mail(text):
        return _typed(text, spans)
    line = read_invite(text, spans) if is_invite(text) else read_mail(text, spans)
    return replace(line, link=calls.link_in(text), dial_in=calls.dial_in(text))


def _typed(text: str, spans: tuple[tuple[int, int], ...]) -> Line:
    """A typed line without what stands beside the interview, where that names an employer still; else all of it."""
    city = city_in(text, spans)
    bare = ((city.start, city.end),) if city is not None and city.bare else ()
    apart = beside(text, spans)
    line = read_typed(text, (*spans, *bare, *apart)) if apart else Line()
    line = line if line.employer else read_typed(text, (*spans, *bare))
    return replace(line, place=_with_city(line.place, city.name)) if city is not None and bare else line


def _with_city(place: str, city: str) -> str:
    """The place with its city at the end; a link stays alone."""
    if "/" in place or city.casefold() in place.casefold():
        return place
    return f"{place}, {capitals(city)}" if place else capitals(city)


def _unfolded(text: str) -> str:
    """A mail that lost its line ends has them again after the greeting and around the closing; as long as before."""
    if "\n" in text.strip() or not _GREETED.search(text) or not _CLOSED.search(text):
        return text
    return str(_CLOSED.sub("\\1\n\\2\n", _GREETED.sub("\\1\n", text)))

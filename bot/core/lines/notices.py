"""Pasted invitations that say that something known has changed: moved, or called off."""

from __future__ import annotations

import re2

from bot.core.lines.invites import is_invite

_HEAD = 600  # characters that say what a message is about
_OFF = re2.compile(
    r"(?i)\b(?:cancell?ed\s*(?:event|meeting)?\s*:|(?:has|have|had|was|were|is|been) (?:now )?cancell?ed"
    r"|cancell?ed event|called off|event cancellation|meeting cancellation)"
)
_MOVED = re2.compile(
    r"(?i)\b(?:re-?scheduled|updated(?: invitation| event| meeting)?\s*:|(?:has|have|was|is|been) (?:been )?"
    r"(?:updated|moved|changed|postponed)|new (?:date|time|slot)\b|time changed|changed\s*:\s*(?:time|date))"
)
_FORMER = r"(?:former(?:ly)?|old|previous(?:ly)?|original(?:ly)?|was|before)"
_OLD = tuple(
    re2.compile(pattern)
    for pattern in (
        rf"(?im)^[ \t>*•-]*{_FORMER}\b[^\n:]{{0,30}}:[ \t*]*\n?[^\n]*$",
        r"(?i)\((?:was|previously|formerly|originally|instead of|old)\b[^)\n]{1,90}\)",
        r"(?i)\b(?:moved|re-?scheduled|changed|postponed) (?:from|away from) [^\n]{1,90}? to\b",
        r"(?i)\binstead of [^\n.;]{1,90}",
    )
)


def notice(text: str) -> str:
    """ "cancelled" or "moved" where a pasted invitation says so at its head; "" elsewhere. What somebody writes in a
    letter is another matter: a vacancy is cancelled too."""
    if not is_invite(text):
        return ""
    head = text[:_HEAD]
    if _OFF.search(head):
        return "cancelled"
    return "moved" if _MOVED.search(head) else ""


def current(text: str) -> str:
    """The text of such a message with the times that hold no more made blank; its length stays."""
    if not notice(text):
        return text
    for pattern in _OLD:
        text = str(pattern.sub(_blank, text))
    return text


def _blank(found: re2._Match) -> str:
    """As long as it was; line ends stay."""
    return "".join(sign if sign == "\n" else " " for sign in found.group(0))

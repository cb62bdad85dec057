"""Right after an interview was saved: what a few words put right on it opens its card again with that on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import re2
from telegram import Update

from bot.core.lines.corrected import corrected
from bot.core.model import Interview, Job, Undo
from bot.telegram.turn import Context, Turn
from handlers import employers, interview_saved
from handlers import interview_draft as drafts
from handlers import interview_draft_time as times
from handlers.common import job_of, upcoming

FRESH = timedelta(minutes=30)  # so long a correction that names nothing means what was saved last
LONGEST = 16  # words of one
_CUE = re2.compile(
    r"(?i)^\W*(?:no|nope|not|wait|oh|oops|ah|sorry|actually|i mean|i meant|hang on|its|it's|it is|that's wrong|wrong)\b"
)
_RENAME = re2.compile(
    r"(?i)^\W*(?:(?:can you|can i|could you|please|pls|i want to) )*(?:rename (?:it|that|this|them|the \w+)"
    r"|change the (?:name|employer|company|firm)|(?:the )?(?:name|employer) is wrong"
    r"|wrong (?:name|employer|company))\W*$"
)
_MINE = re2.compile(
    r"(?i)^\W*(?:(?:and|but|so|well) )*my \w+(?: \w+)? (?:says?|said|thinks?|told|wants?|means?|asks?|asked)\b"
)
_NO_TIME = re2.compile(r"(?i)\bcan'?t\b|\bcannot\b|\bbusy\b|\bhours?\b|\bpay\b|[£$€]|\bminutes?\b|\bof (?:them|it)\b")


def told(turn: Turn) -> Interview | None:
    """The interview that a short message puts right; None where it is no such message."""
    if turn.dialog is not None or "?" in turn.said or len(turn.said.split()) > LONGEST:
        return None
    if _MINE.search(turn.said):
        return None
    last = _last_saved(turn)
    named = employers.told_of(turn, upcoming(turn), turn.said)
    row = named[0] if len(named) == 1 else last
    if row is None or last is None:
        return None
    return row if _RENAME.search(turn.said) or any(_says(turn, row, text) for text in _texts(turn.said)) else None


async def start(update: Update, context: Context) -> str:
    """Opens the card of that interview with what was said on it; a step of the interview's conversation."""
    turn = context.turn
    row = told(turn)
    if row is None:
        return "line"
    turn.begin("interview", "confirm", **interview_saved.draft_of(turn, row))
    if _RENAME.search(turn.said):
        return "employer"
    for text in _texts(turn.said):
        if _says(turn, row, text):
            if not drafts.put_right(turn.draft, text):
                times.retime(turn, turn.draft, text)
            return drafts.next_step(turn, turn.draft)
    return "confirm"


def _last_saved(turn: Turn) -> Interview | None:
    """The interview that was saved or changed last, where that is not long ago, and is still to come."""
    rows = [row for row in turn.work.all(Undo) if turn.now - row.created_at <= FRESH]
    for row in sorted(rows, key=lambda row: row.created_at, reverse=True):
        ids = [id for kind, id, _, after in row.data["rows"] if kind == Interview.__name__ and after]
        found = turn.work.get(Interview, ids[0]) if ids else None
        if found is not None and found.state == "planned" and found.start > turn.now:
            return found
    new = [row for row in upcoming(turn) if turn.now - row.created_at <= FRESH]
    return max(new, key=lambda row: row.created_at, default=None)


def _texts(said: str) -> Iterator[str]:
    """The message, and what stands behind its first comma: "the Tesco one too, it's by phone"."""
    yield said
    if "," in said:
        yield said.partition(",")[2].strip()


def _says(turn: Turn, row: Interview, text: str) -> bool:
    """Whether a text puts the name, the job, a person, the place or the time right."""
    cue, employer = bool(_CUE.search(turn.said)), job_of(turn, row).employer
    found = corrected(text, employer, bare=cue)
    known = any(found.employer and found.employer.casefold() == job.employer.casefold() for job in turn.work.all(Job))
    if found and not known:
        return True
    draft = interview_saved.draft_of(turn, row)
    timed = cue and any(c.isdigit() for c in text) and not _NO_TIME.search(text)
    return timed and len(text.split()) <= LONGEST // 2 and times.retime(turn, draft, text)

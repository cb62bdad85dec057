"""A question put to the bot while a talk is told: answered in a line, and never noted as what they said."""

from __future__ import annotations

from bot.core import to_bot
from bot.core.model import Interview
from bot.telegram.turn import Turn
from handlers import debrief_told
from handlers.asking import wording
from handlers.common import numbered, open_questions, short

MOST = 5  # questions that are named
LINE = 120  # characters of one
KEYS = {"yes": "debrief.yes_after", "rehearse": "debrief.me_rehearse"} | dict.fromkeys(
    ("judge", "may", "best"), "debrief.me_judge"
)


def take(turn: Turn, interview: Interview | None) -> bool:
    """Whether the bot is asked something: then it is answered above the step, which stays."""
    if interview is None:
        return False
    kind, what = to_bot.about(turn.said), to_bot.what_of(turn.said)
    if kind == "open":
        _still_open(turn, interview)
    elif kind:
        turn.note(turn.t(KEYS[kind]))
    elif what:
        kept = dict.fromkeys(filter(None, (debrief_told.quoted(interview, one) for one in what)))
        if not kept and turn.said not in interview.note:
            interview.note = f"{interview.note}\n{turn.said}".strip()  # it may tell something all the same
        turn.note(turn.t("debrief.me_kept", words="”, “".join(kept)) if kept else turn.t("debrief.me_not_told"))
    return bool(kind or what)


def _still_open(turn: Turn, interview: Interview) -> None:
    rows = open_questions(turn, interview.job_id)[:MOST]
    if not rows:
        return turn.note(turn.t("debrief.me_none_open"))
    turn.note(turn.t("debrief.me_open", questions=numbered(short(wording(turn, q), LINE) for q in rows)))

"""Which of the router's guesses may be meant as things stand with this user: nobody says no before there is a job to
say it to, compares with fewer than two, or asks where he is without a word of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import re2

from bot.core import discretion, when
from bot.core.model import Interview, Job, Offer, Wish
from bot.core.patterns import any_of
from bot.core.route import flat, told_no, yes_no
from bot.telegram.turn import Turn
from handlers.common import past, upcoming
from handlers.employers import open_jobs

DEPTH = 7  # guesses; what stands further down is too unlikely to be offered
_SIGNS: dict[str, re2._Regexp] = {
    "decline": any_of(r"no|not|dont|wont|cant|never|decline|refuse|withdraw|cancel|pull out|out of it|turn\w*"),
    "current_job": any_of(r"""
        my (?:own |present |current |old )?(?:boss|job|work|employer|manager|company|team|shift|place)|
        where i (?:am|work)
        current(?:ly)?|present|now|stay(?:ing)?|a raise|i (?:already )?work|leav(?:e|ing) here
    """),
    "compare": any_of(r"compare|better|both|versus|vs|which|between|other|side by side|than"),
    "data": any_of(r"""
        data|privacy|private|delete|erase|export|copy|read(?:s|ing)? (?:this|it|my)|sees? (?:this|my)|safe
    """),
    "settings": any_of(r"""
        settings?|remind\w*|messages?|notif\w*|quiet|silent|time ?zone|evening|morning|clock|wording|tone|stop|
        less|fewer|
        write|text|send|language|turn (?:on|off)
    """),
    "offer": any_of(r"""
        offers?|offered|contract|letter|pay|paid|salary|wages?|job|sign(?:ed|ing)?|terms|hours?|holidays?|leave|notice|
        probation|bonus|pension|percent|an hour|a year|a month
    """),
    "follow_up": any_of(r"""
        write|wrote|mail|e-?mail|letter|message|thank\w*|chase|reply|replied|answer\w*|heard|hear|word|contact|
        call\w*|tell
    """),
    "mindset": any_of(r"""
        ask\w*|questions?|may i|can i|should i|could i|allowed|rude|dare|hope|pick|choose|good enough|impress\w*
    """),
    "debrief": any_of(r"""
        interview(?:ed)?|talk(?:ed)?|met|call|went|was|were|said|told|asked|had|did|came|gave|showed|yesterday|today
    """),
    "add_interview": any_of(r"interviews?|talk|call|meet\w*|invit\w*|round|trial|appointment|see me|screening"),
    "signal": any_of(r"""
        they|he|she|them|him|her|boss|manager|recruiter|hr|company|firm|employer|owner|late|rude|nobody|no one
    """),
    "change_interview": any_of(r"""
        mov(?:e|ed|ing)|chang\w*|cancel\w*|other|another|later|earlier|instead|days?|time|wrong|off|postpon\w*|shift\w*|
        resched\w*|cant (?:make|come|go)|monday|tuesday|wednesday|thursday|friday|saturday|sunday
    """),
    "skills": any_of(r"i|im|ive|my|me"),
}  # fmt: skip


def likely(turn: Turn, ranked: Sequence[str]) -> list[str]:
    """Of the guesses, likeliest first, those that this user can mean by this message."""
    known = [name for name in ranked[:DEPTH] if _FITS.get(name, _always)(turn, _says(turn, name))]
    if "question_ideas" in known and "prepare" in known and not upcoming(turn):
        known.remove("prepare")  # without a talk both show the same
    return known


def _says(turn: Turn, name: str) -> bool:
    return name not in _SIGNS or bool(_SIGNS[name].search(flat(turn.said)))


def _always(turn: Turn, says: bool) -> bool:
    return says


def _decline(turn: Turn, says: bool) -> bool:
    """With an offer on the table, or words of a no about a talk that is near."""
    if told_no.who_said_no(turn.said) or yes_no.is_no_no(turn.said) or discretion.holds_one(turn.said):
        return False  # it is somebody else's no, or what he keeps to himself
    near = bool(upcoming(turn) or past(turn))
    return _has_offer(turn) or (says and near)


def _has_offer(turn: Turn) -> bool:
    return any(job.stage == "offer" for job in open_jobs(turn)) or bool(turn.work.all(Offer))


def _compare(turn: Turn, says: bool) -> bool:
    return says and sum(job.closed_at is None for job in turn.work.all(Job)) > 1


def _current_job(turn: Turn, says: bool) -> bool:
    return says or any(job.present for job in turn.work.all(Job)) or bool(turn.work.all(Wish))


def _change_interview(turn: Turn, says: bool) -> bool:
    return says and bool(upcoming(turn) or past(turn))


def _debrief(turn: Turn, says: bool) -> bool:
    return bool(past(turn)) or (says and not upcoming(turn))


def _add_interview(turn: Turn, says: bool) -> bool:
    return says or when.understand(turn.said, turn.now, turn.zone).kind != "nothing"


def _offer(turn: Turn, says: bool) -> bool:
    return says or _has_offer(turn)


def _follow_up(turn: Turn, says: bool) -> bool:
    return says and bool(open_jobs(turn))


def _signal(turn: Turn, says: bool) -> bool:
    return says and (bool(open_jobs(turn)) or not turn.work.all(Interview))


_FITS: dict[str, Callable[[Turn, bool], bool]] = {
    "decline": _decline,
    "compare": _compare,
    "current_job": _current_job,
    "change_interview": _change_interview,
    "debrief": _debrief,
    "add_interview": _add_interview,
    "offer": _offer,
    "follow_up": _follow_up,
    "signal": _signal,
}

"""What is typed where a yes is about to be written: the buttons in words."""

from __future__ import annotations

import re2

from bot.core.model import Offer
from bot.core.offer_remarks import TO_BOT, Remark, remark
from bot.core.patterns import any_of
from bot.core.route import flat, yes_no
from bot.core.route.hints import hint, said_no_to, said_yes_to
from bot.telegram.turn import Turn
from handlers import employers
from handlers.common import yes_or_no

SHORT = 9  # words
ASKS = ("question", "about", "gap", "ask", "worry", "limit", "need", "pay")
ANSWERED = (*TO_BOT, "want", "waive")  # by the bot itself
_TIME = any_of(r"""
    (?:more|some|a bit of|ask for|need|want) time|
    (?:\d{1,2}|one|two|three|four|five|a few|some) (?:more )?(?:working )?days?|
    (?:a|one|another) (?:more )?(?:day|week)|not (?:yet|now)|later|
    (?:let me|need to|want to|must) (?:think|sleep)|wait
""")
_NUMBERS = {word: n for n, word in enumerate("one two three four five six seven".split(), 1)}
_DAYS = re2.compile(
    rf"\b(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)}|an?|another) (?:more )?(?:working |business )?(?P<unit>day|week)s?\b"
)
_ASK = any_of(r"""
    ask (?:them|these|those|this|that|it|her|him|about|first|the)|^ask$|(?:want|need|like) to ask|
    (?:questions?|answers?) first
""")
_NO = any_of(r"""
    (?:not|dont|wont|do not|will not|cant|never) (?:\w+ )?(?:accept\w*|tak(?:e|ing)|sign\w*|say yes)
    decline|(?:dont|do not) want (?:it|that|the job)|say no|no to (?:it|them|that|the)
""")
_YES = any_of(r"""
    ^(?:\w+ )?accept(?: it| anyway| now| then| please| the (?:job|offer))?[.! ]*$|(?:say|write)(?: \w+)? yes|
    (?:write|send) (?:it|the yes)|(?:go ahead|do it)
""")


def days(said: str) -> int:
    """How many working days of time a text asks for; 0 where it does not say."""
    found = _DAYS.search(flat(said))
    if found is None:
        return 0
    number = int(found["number"]) if found["number"].isdigit() else _NUMBERS.get(found["number"], 1)
    return min(number * (5 if found["unit"] == "week" else 1), 10)


def way(turn: Turn) -> str:
    """Which button a short text means: "time", "ask", "no" or "yes"; empty where it is none, or speaks of another
    job."""
    said, line = turn.said, flat(turn.said)
    if yes_no.wants_time(said) and not _other(turn):
        return "time"
    if len(line.split()) > SHORT or "?" in said or _other(turn):
        return ""
    ways = (("no", _NO), ("time", _TIME), ("ask", _ASK), ("yes", _YES))
    found = next((name for name, pattern in ways if pattern.search(line)), "")
    plainly = yes_or_no(said)
    if found or plainly is not None:
        return found or ("yes" if plainly else "no")
    return {"accept": "yes", "decline": "no"}.get(hint(said), "yes" if yes_no.says_yes(said, offered=True) else "")


def asks(turn: Turn) -> Remark | None:
    """A question on the offer or to the bot, a limit or a want of his own, typed before the yes; None where it is
    none."""
    job = employers.chosen(turn)
    read = any(offer.read for offer in turn.work.all(Offer) if offer.job_id == job.id)
    found = remark(turn.said) if read else None
    return found if found and found.kinds & {*ASKS, *ANSWERED} else None


def _other(turn: Turn) -> bool:
    rows = employers.picked(turn, said_yes_to(turn.said) or said_no_to(turn.said))
    return bool(rows) and employers.chosen(turn) not in rows

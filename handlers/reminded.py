"""What is typed under a reminder instead of tapping its button: "done, sent", "they answered", "all good", what did not
hold after the start."""

from __future__ import annotations

from datetime import timedelta

import re2
from telegram import Update

from bot.core.model import Interview, Job, Reminder
from bot.core.patterns import any_of
from bot.telegram.turn import Context, Turn
from handlers import check, remind_doors
from handlers.intents import Act

FRESH = timedelta(days=2)  # so long after it was sent a text is the answer to a reminder
LITTLE = 8  # words of "done, I sent it this morning"
MOST = 40  # words of what did not hold
_LEAD = (
    r"(?:(?:ok|okay|yes|yep|yeah|ya|oh|so|well|it|its|is|i|ive|have|had|hi|hey|just|all|now|already|allready)[\s,.!]+)*"
)
_SENT = re2.compile(
    rf"(?i)^\W*{_LEAD}(?:done|sent|send|sended|mailed|emailed|e-mailed|texted|wrote|written|posted|finished|did)\b"
    r"(?:[\s,.!]+(?:it|that|this|them|him|her|the|my|a|one|mail|email|message|note|letter|thank|thanks|you|off|already"
    r"|today|now|yesterday|this|morning|ok|done|sent|send|just|to|both|yes|reminder|chaser|of|was|is|last|night|and|also))*\W*$"
)
_HEARD = any_of(r"""
    (?:they|she|he|hr|the \w+) (?:have |has |had |just |finally |already )*(?:answered|replied|wrote back|written back|
    called(?: back| me)?|rang(?: back| me)?|got back|came back|responded)
    (?:i )?(?:got|had|have|received) (?:an|their|his|her|a) (?:answer|reply|response|call)|heard (?:back )?from them
""")
_HELD = re2.compile(
    rf"(?i)^\W*{_LEAD}(?:(?:all|everything|it all|they|what they said|so far|as|is|was|it) )*(?:good|fine|ok|okay|great"
    r"|true|right|kept|held|holds|hold|same as (?:they )?said|as (?:they )?(?:said|promised|agreed)|kept it"
    r"|kept their word|like (?:they|he|she) said)"
    r"(?:[\s,.!]+(?:so far|here|thanks|thank you|thx|with (?:them|it)|till now|until now|at work|good))*\W*$"
)
_BROKEN = any_of(r"""
    not|no|never|nothing|isnt|arent|wasnt|werent|dont|doesnt|didnt|wont|cant|havent|hasnt|nobody|none|without
    less|worse|instead(?: of)?|lied|lies|broke|broken|wrong|only|still waiting|longer|unpaid|shout\w*|missing|different
    more than|no more|but|changed|forgot|late|overtime|wait(?:ing)?
""")
_OPENS = re2.compile(r"(?i)^\W*(?:(?:no|wait|actually|well|hm+|ok|oh|so|hi|hey|but|and)\b[\s,.:!-]*)+")
_ELSE = any_of(r"""
    interview|offer|offered|applied|appl(?:y|ied) (?:to|for)|rejected|remind(?:er)?s?|delete|settings|new job|cancel\w*
    start over|want to|need to (?:find|ask|talk)|how do|what (?:do|should)
""")
_NO = re2.compile(r"(?i)^\W*(?:no|nope|nah|not (?:all|really|everything|all of it)|no not(?: all| really)?)\W*$")


def answers(turn: Turn) -> str:
    """Which of ACTS a text is that answers the newest reminder; empty where it answers none."""
    row = _waiting(turn)
    if row is None or "?" in turn.said:
        return ""
    flat = " ".join(turn.said.replace("’", "'").replace("'", "").split())
    return _of_start(flat) if row.kind == "check" else _of_talk(flat)


def _of_talk(flat: str) -> str:
    if len(flat.split()) > LITTLE:
        return ""
    return "sent" if _SENT.search(flat) else "heard" if _HEARD.search(flat) else ""


def _of_start(flat: str) -> str:
    if len(flat.split()) > MOST:
        return ""
    if _HELD.search(flat):
        return "held"
    if _NO.search(flat):
        return "not"
    return "broken" if _BROKEN.search(flat) and not _ELSE.search(flat) else ""


def _waiting(turn: Turn) -> Reminder | None:
    rows = [row for row in turn.work.all(Reminder) if row.sent_at is not None and turn.now - row.sent_at < FRESH]
    last = max(rows, key=lambda row: row.sent_at or turn.now, default=None)
    if last is None or last.state != "sent" or last.kind not in ("thanks", "chaser", "check"):
        return None
    return last if _about(turn, last) is not None else None


def _about(turn: Turn, row: Reminder) -> Interview | Job | None:
    return turn.work.get(Job, row.job_id) if row.kind == "check" else turn.work.get(Interview, row.interview_id)


def _taken(turn: Turn) -> tuple[Reminder, Interview | None, Job | None]:
    """The reminder that is answered, marked so, and what it is about."""
    row = _waiting(turn)
    if row is None:
        raise RuntimeError("no reminder waits")
    row.state = "done"
    return row, turn.work.get(Interview, row.interview_id), turn.work.get(Job, row.job_id)


async def _sent(update: Update, context: Context) -> None:
    row, interview, _ = _taken(context.turn)
    if interview is not None:
        remind_doors.mark_sent(context.turn, interview, row.kind)


async def _heard(update: Update, context: Context) -> None:
    _, interview, _ = _taken(context.turn)
    if interview is not None:
        remind_doors.mark_heard(context.turn, interview)


async def _held(update: Update, context: Context) -> None:
    _, _, job = _taken(context.turn)
    if job is not None:
        check.held(context.turn, job)


async def _ask_broken(update: Update, context: Context) -> str:
    _, _, job = _taken(context.turn)
    return check.did_not(context.turn, job or Job())


async def _broken(update: Update, context: Context) -> None:
    _, _, job = _taken(context.turn)
    check.keep_broken(context.turn, job or Job(), str(_OPENS.sub("", context.turn.said)))


ACTS = {
    "sent": Act(_sent),
    "heard": Act(_heard),
    "held": Act(_held),
    "not": Act(_ask_broken, check.CONVERSATION),
    "broken": Act(_broken),
}

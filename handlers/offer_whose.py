"""Whose offer it is: asked where the letter names nobody, and put right where the wrong job was named."""

from __future__ import annotations

import re
from datetime import date

from telegram import Update

from bot.core import route, when
from bot.core.model import Job, Offer, Promise, Question, Reminder
from bot.core.naming import capitals, is_name
from bot.core.offer import check, keeping
from bot.core.offer.employer import likely_employer
from bot.core.offer.glance import is_offer
from bot.core.patterns import any_of
from bot.core.route.hints import hint
from bot.telegram.buttons import Button
from bot.telegram.conversation import State
from bot.telegram.inputs import Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers, offer_remarks, small
from handlers import offer_pieces as parts
from handlers import offer_reading as reading
from handlers.common import yes_or_no
from handlers.offer_report import job_of, offer_of

_IS_FROM = re.compile(
    r"(?:(?i:no,? |sorry,? |actually,? )*(?i:this|it|that|the (?:offer|letter|employer|company|school|firm))(?i: one)?"
    r"(?i:'s|’s|s| is| was)(?i: from| called| named| with| at)?(?i: the)?) "
    r"(?P<name>[A-Z][\w&'’.-]*(?: [\w&'’.-]+){0,4})[.!]?$"
)
_JOB = re.compile(
    r"(?i)^(?:(?:no|ok|and|so|well|sorry),? )*(?:it'?s|it’s|it is|the job is|job is|the role is|role is|that'?s|"
    r"the offer is|this is|its for|it'?s for)"
    r"(?: for| from| as)?(?: an?| the)? (?P<role>[a-z][\w '/-]{2,40}?)(?P<place>,? (?:in|near|based in|"
    r"over in) [a-z][\w '-]{1,30}?)?,? "
    r"(?:for|with|at) (?:the )?(?P<name>[\w&][\w&'’.-]*(?: [\w&'’.-]+){0,4}?)[.!]?$"
)
"""Who, what and where of an offer in one line: "its reach truck driver in Naas for Pennyhill Logistics"."""
_NO_JOB = frozenset(
    "one boss team people guy lady nice good great best them me us kids family pay money friend life".split()
)
_ANOTHER = any_of(
    r"(?:another|an other|other|different|new|second|two|2|separate)(?: \w+){0,2}|not (?:the |that )?(?:same|one)"
    r"|(?:isnt|isn't|wasnt) (?:the )?same|two of them"
)
_SAME = any_of(r"same|that one|this one")
NAME = 40  # characters of a name on a button
SHORT_NAME = 4  # words of a name that nobody asked for
LINKS = ("of", "and", "&", "for", "the")  # written small in a name
NAME_WORDS = 7  # a longer text is no name
TERMS = 3  # so many clear topics make an offer
NONE = ("none", "none of these", "none of them", "neither", "skip", "no idea", "don't know", "i don't know", "not sure")


def ask(turn: Turn) -> Screen:
    """The open jobs; and a name that stands in the letter, where none of them has it."""
    name = _read_name(turn)
    known = {job.employer.casefold() for job in employers.open_jobs(turn)}
    new = ((Button(name[:NAME], "named"),),) if name and name.casefold() not in known else ()
    return Screen(turn.t("offer.which"), (*employers.choices(turn), *new), sort="picker")


def _read_name(turn: Turn) -> str:
    """The employer's name as it stands in what waits, else in the offer that was read."""
    pending = bool(turn.draft.get("pending"))
    return likely_employer(parts.whole(turn, "pending").text) if pending else offer_of(turn).read.get("employer", "")


async def took(update: Update, context: Context) -> str | None:
    """A name, or whatever tells which of them; "none of these" skips; another offer begins anew, and this one is read
    as one of a job without a name."""
    turn = context.turn
    if is_other(turn):
        if turn.draft.get("pending"):
            reading.open_for(turn, None)
        return begin_other(turn)
    if len(turn.said) > employers.LONGEST:
        turn.note(turn.t("common.too_long", limit=employers.LONGEST, length=len(turn.said)))
        return None
    if turn.said.casefold().strip(" .!") in NONE:
        return _is_of(turn, None)
    job = employers.answered(turn)
    return _is_of(turn, job) if job is not None else None


async def chose(update: Update, context: Context) -> str | None:
    job = context.turn.work.get(Job, context.turn.arg)
    return _is_of(context.turn, job) if job is not None else None


async def named(update: Update, context: Context) -> str | None:
    """The name that was read in the letter: a job of its own."""
    name = _read_name(context.turn)
    return _is_of(context.turn, employers.named(context.turn, name)) if name else None


def is_other(turn: Turn) -> bool:
    """Whether what came instead of a name plainly is an offer."""
    if len(turn.said.split()) <= NAME_WORDS:
        return False
    clear = sum(verdict == "stated" for verdict in check(turn.said).values())
    return clear >= TERMS or (clear > 0 and is_offer(turn.said))


def told_name(turn: Turn) -> str:
    """The name of its employer that a text beside the report gives: "this is Acme", or a few words with capitals, where
    none is known or the one that is known was only read in the offer. Empty where it gives none."""
    job = job_of(turn, offer_of(turn))
    if not job.id or job.employer not in ("", offer_of(turn).read.get("employer", "")):
        return ""
    if name := names_employer(turn.said):
        return name
    return turn.said if _is_short_name(turn) else ""


def names_employer(said: str) -> str:
    """The name that a line gives to an employer: "the employer is Pennyhill Logistics"; empty where it gives none."""
    found = _IS_FROM.match(said)
    return str(found["name"]).strip(" .!") if found and is_name(found["name"]) else ""


def told_job(turn: Turn) -> tuple[str, str] | None:
    """The employer and the role that a line beside the report gives; None where it is no such line, or one is known."""
    found, job = _JOB.match(turn.said.strip()), job_of(turn, offer_of(turn))
    if found is None or not job.id or job.employer not in ("", offer_of(turn).read.get("employer", "")):
        return None
    name, role = str(found["name"]), str(found["role"]).strip().removesuffix(" job").removesuffix(" role")
    if {*name.casefold().split(), *role.casefold().split()} & _NO_JOB:
        return None
    sure = bool(found["place"]) or any(word[0].isupper() for word in name.split()) or bool(likely_employer(turn.said))
    return (capitals(name), role) if sure and is_name(name) and len(name) > 2 else None


def _is_short_name(turn: Turn) -> bool:
    said = turn.said
    words = said.split()
    fits = 0 < len(words) <= SHORT_NAME and all(word[0].isupper() or word in LINKS for word in words)
    fits = fits and said[-1] not in "?!:" and not any(char.isdigit() for char in said) and is_name(said)
    if not fits or keeping.terms_in(said) or words[0].casefold() in ("my", "our", "your"):
        return False
    return said.casefold().strip(" .") not in NONE and yes_or_no(said) is None and _is_nothing_else(turn)


def _is_nothing_else(turn: Turn) -> bool:
    """Whether the words are none that the bot is told otherwise: "Compare", "Help", "Great"."""
    said = turn.said
    kind = route.kind(said, when.understand(said, turn.now, turn.zone), turn.content)
    first = route.intents(said)[0]  # of a bare name it says small talk, for want of anything in it
    return kind == "other" and first in ("other", "offer", "smalltalk") and not hint(said) and not small.is_small(said)


def _same_or_not(turn: Turn) -> str:
    """The answer in words: "two different companies!", "no its the same"; empty where it is none."""
    said = turn.said.casefold()
    if len(said.split()) > NAME_WORDS + 1 or any(map(str.isdigit, said)) or keeping.terms_in(said):
        return ""
    if _ANOTHER.search(said) or yes_or_no(said) is False:
        return "another"
    return "same" if _SAME.search(said) else ""  # a bare yes to "the same, or another?" is neither


async def more_pending(update: Update, context: Context) -> str | None:
    """What comes while it is asked whether it is the same offer: a further part, or a second offer, which is never
    mixed into what waits."""
    turn = context.turn
    if way := _same_or_not(turn):
        return await (reading.another if way == "another" else reading.same)(update, context)
    asked_of = turn.work.get(Offer, turn.draft.get("before", ""))
    if asked_of is not None and offer_remarks.beside_question(turn, asked_of):
        return None
    waits = keeping.reading(parts.whole(turn, "pending").text, turn.content.offer_topics)
    if not keeping.is_second(waits, keeping.reading(turn.said, turn.content.offer_topics)):
        return await reading.more_pending(update, context)
    before = turn.work.get(Offer, turn.draft.get("before", ""))
    if before is not None and keeping.is_part(before.read, waits):
        reading.join_pending(turn)
    else:
        reading.open_for(turn, employers.named(turn, waits["employer"]) if waits["employer"] else None)
    turn.finish()
    turn.begin("offer", "paste", another=True)
    step, job = reading.take(turn), job_of(turn, offer_of(turn))
    job.employer = job.employer or offer_of(turn).read.get("employer", "")  # two without a name are hard to tell apart
    return step


def begin_other(turn: Turn) -> str:
    """Begins with what came; it is asked whether it is the same offer only where it names no other pay or job."""
    known = offer_of(turn).read
    apart = bool(known) and not keeping.is_part(known, keeping.reading(turn.said, turn.content.offer_topics))
    turn.finish()
    turn.begin("offer", "paste", **({"another": True} if apart else {}))
    return reading.take(turn)


async def skip(update: Update, context: Context) -> str:
    return _is_of(context.turn, None)


def _is_of(turn: Turn, job: Job | None) -> str:
    """A new offer of that job; where he came back to name another one, the offer that was read is of that one."""
    if turn.draft.get("pending"):
        return reading.open_for(turn, job)
    offer = offer_of(turn)
    mine, (_, known, stage, *told) = job_of(turn, offer), turn.draft["whose"]
    if job is mine or (job is None and not known):
        return "report"
    _leave_day(turn, offer, "".join(told))
    there = [job.id, job.stage, _take_day(turn, offer, job)] if job is not None else ["", "", ""]
    turn.draft["whose"] = [offer.id, *there]
    move(turn, offer, job or turn.work.add(Job(stage="offer", created_at=turn.now)), whole=not known)
    let_go(turn, mine)
    if known and not any(other.job_id == mine.id and other.read for other in turn.work.all(Offer)):
        mine.stage = stage
    reading.settle(turn, offer)
    return "report"


def _leave_day(turn: Turn, offer: Offer, told: str) -> None:
    """The day to answer that the job had been told before the letter came stays with the job."""
    if not told:
        return
    day = date.fromisoformat(told)
    turn.work.add(Offer(job_id=offer.job_id, answer_by=day, created_at=turn.now))
    if offer.answer_by == day:
        offer.answer_by = None


def _take_day(turn: Turn, offer: Offer, job: Job) -> str:
    """The letter takes the place of an offer of which only that day was known. Gives the day, ISO; empty: none."""
    bare = [other for other in turn.work.all(Offer) if other.job_id == job.id and not other.read]
    if not bare:
        return ""
    turn.work.remove(bare[-1])
    day = bare[-1].answer_by
    offer.answer_by = offer.answer_by or day
    return day.isoformat() if day else ""


def move(turn: Turn, offer: Offer, job: Job, *, whole: bool) -> None:
    """The offer and its questions go to that job; ``whole``: all that hangs on the job that it had, for that one had
    no name. A promise that stays behind is not held against this letter any more."""
    others = {other.id for other in turn.work.all(Offer) if other is not offer}
    for question in turn.work.all(Question):
        mine = question.about == offer.id or (whole and question.about not in others)
        if question.job_id == offer.job_id and mine:
            question.job_id = job.id
    for promise in turn.work.all(Promise):
        if promise.job_id == offer.job_id and whole:
            promise.job_id = job.id
        elif promise.job_id == offer.job_id:
            promise.letter = ""
    offer.job_id = job.id


def let_go(turn: Turn, job: Job) -> None:
    """A job without a name goes where nothing hangs on it any more."""
    hangs = any(getattr(row, "job_id", "") == job.id for row in turn.work.every() if not isinstance(row, Reminder))
    if job.id and not (job.employer or job.role or hangs):
        turn.work.remove(job)


def _is_open(turn: Turn) -> bool:
    """Whether a new offer waits for its name, or one that was named here can be named anew."""
    draft, offer = turn.draft, offer_of(turn)
    named_here = draft.get("whose", [""])[0] == offer.id
    return bool(draft.get("pending")) or (named_here and bool(job_of(turn, offer).id))


STATES = {
    "which": State(
        ask,
        Said(took, reading.MOST),
        Tapped("job", chose),
        Tapped("named", named),
        Tapped("skip", skip),
        ready=_is_open,
    )
}

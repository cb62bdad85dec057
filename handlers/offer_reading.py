"""Reading an offer: whose it is, the same as before or another, one or several, from one message or many."""

from __future__ import annotations

import re
from datetime import date, timedelta

from telegram import Update

from bot import intake
from bot.core.model import Job, Offer, Promise
from bot.core.offer import due, keeping
from bot.core.offer.employer import likely_employer
from bot.core.offer.masking import masked
from bot.core.patterns import any_of
from bot.telegram.buttons import Button
from bot.telegram.screen import Screen
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers import employers, offer_letter
from handlers import offer_pieces as parts
from handlers import offer_report as reports
from handlers.common import bullets, job_words
from handlers.offer_report import job_of, offer_of

MOST = parts.MOST
LATELY = timedelta(days=1)  # so long a second offer may be the same one
ASKED = timedelta(days=60)  # so long an answer to what was asked may come
_WHO = (
    r"^(?:(?:ok|so|and|btw|oh|well|hey|right|update|news),? )*(?:they|he|she|it|the (?:boss|manager|owner|"
    r"recruiter|letter|offer))"
)
_UPDATE = any_of(
    _WHO + r"(?:'?ve|'?s| have| has)? (?:now|just|since|finally|even|meanwhile)(?: also)? (?:says?|said|told|tell|"
    r"confirm(?:s|ed)?|wrote|writes?|"
    r"offer(?:s|ed)?|agreed?|added|raised|put|changed|clarified|explained|answered|replied|pays?|gives?|gave)",
    _WHO + r"(?:'?ve| have| has)? (?:came back|come back|got back|changed|corrected|upped|raised|added|forgot) ",
    r"^update\b|(?:for|to|of|about|in) (?:this|that|the same) offer|^(?:i )?(?:forgot(?: to (?:say|add|mention))?|"
    r"what i forgot)\b",
)
"""How a text says by itself that it tells more of the offer that is known."""
BEFORE = ("applied", "interviewing", "references")
_SECOND = any_of(
    r"(?:second|2nd|third|3rd|another|other|one more|different) (?:one|offer|job|contract|company|firm|employer|place)"
)


_TOO = re.compile(  # "quay stores offered me a job too"; "they offer me a car too" is of the same one
    r"(?i)^(?:(?:and|so|ok|also|now|btw|oh) )*(?!(?:they|he|she|it|we|the (?:boss|manager|"
    r"owner))\b)\w[\w&' ]{1,40} (?:has |have |just |also )*offer(?:ed|s)?"
    r" (?:me|us) .*\b(?:too|as well|also)\b"
    r"|^(?:(?:and|so|ok|also|now|btw|oh) )*(?:i )?(?:also|now also) (?:have|got|had) (?:an offer|a call|a job|one) from"
)


def take(turn: Turn) -> str:
    """Begins with what came, however it came: typed, forwarded, or read from files. The talk "offer" must have begun.
    Gives the next step.
    """
    if len(turn.said) > MOST:
        turn.note(turn.t("common.too_long", limit=MOST, length=len(turn.said)))
        return "paste"
    if not keeping.terms_in(turn.said):
        if turn.event.kind != "text" or turn.draft.get("comment") or len(turn.said) > parts.COMMENT:
            turn.note(turn.t("offer.not_offer"))  # else it is the news: "they offer me the job!!"
        turn.draft["comment"] = turn.said[: parts.COMMENT]  # "from Acme", and the letter comes next
        return "paste"
    parts.put(turn, "pending", parts.came(turn))
    return go_on(turn)


def go_on(turn: Turn) -> str:
    """The next step with what came: first are the sums right that were read from pictures; then what it is; then the
    report."""
    draft = turn.draft
    if parts.unsure(turn):
        return "sums"
    if draft.pop("reply", False) and draft.get("pending"):
        return offer_letter.answered(turn, parts.whole(turn, "pending").text)
    if draft.get("pending"):
        return _next(turn)
    read_pieces(turn)
    return "report"


def _next(turn: Turn) -> str:
    """The first thing that is not known yet: is it the one sent before, is it several, whose is it."""
    draft = turn.draft
    text = parts.whole(turn, "pending").text
    said = f"{draft.get('comment', '')}\n{parts.comments(parts.held(turn, 'pending'))}\n{text}"
    job = _meant(turn, said)
    named = job if job and job.employer and job.employer.casefold() in said.casefold() else None
    before = None if draft.get("another") or is_another(turn, text) else _before(turn, named)
    if before is not None:
        draft["before"] = before.id
        return join_pending(turn) if _is_added(turn, before, text) else "same"
    if len(keeping.offers_in(text)) > 1:
        return _open_several(turn, text)
    taken = {offer.job_id for offer in turn.work.all(Offer) if offer.read}
    job = job if named or (job and job.id not in taken) else None
    if job is None and any(row.id not in taken for row in employers.open_jobs(turn)):
        return "which"
    return open_for(turn, job)


def made(turn: Turn) -> list[Offer]:
    """The offers that were read; the terms of the present job are none."""
    return [offer for offer in turn.work.all(Offer) if offer.read and not job_of(turn, offer).present]


def is_another(turn: Turn, text: str) -> bool:
    """Whether a text says by itself that it is of none of the offers that came before: "a second one is 48k", or an
    employer that none of them has."""
    found = keeping.reading(text, turn.content.offer_topics)
    kept = made(turn)
    names = [job_of(turn, offer).employer or offer.read.get("employer", "") for offer in kept]
    strange = bool(names) and all(name and keeping.other_employer(name, found) for name in names)
    second = bool(_SECOND.search(text) or _TOO.search(text))
    another = second and any(map(str.isdigit, text)) and bool(found["topics"])
    return bool(kept) and (strange or another)


def _is_added(turn: Turn, before: Offer, text: str) -> bool:
    """Whether a line told by the user names the employer of that offer: "Brennan pays 15.90 now" changes what is known
    of Brennan's, and no other is meant."""
    name = job_of(turn, before).employer.casefold()
    short = turn.event.file is None and len(text) <= parts.COMMENT
    return short and ((bool(name) and name in text.casefold()) or (is_update(text) and len(made(turn)) == 1))


def is_update(text: str) -> bool:
    """Whether it says by itself that it tells more of an offer: "they now say overtime is time and a half"."""
    return len(text) <= parts.COMMENT and bool(_UPDATE.search(text.casefold()))


def _meant(turn: Turn, said: str) -> Job | None:
    """The job that the letter names, else the only open one: its other names are of people and places."""
    rows = employers.open_jobs(turn)
    named = [job for job in rows if job.employer and job.employer.casefold() in said.casefold()]
    if len(named) == 1:
        return named[0]
    return rows[0] if len(rows) == 1 and not named else None


def _before(turn: Turn, named: Job | None) -> Offer | None:
    """The offer that this may be a part of, a newer version of, or an answer about."""
    rows = made(turn)
    if named is not None:
        rows = [offer for offer in rows if offer.job_id == named.id or not job_of(turn, offer).employer]
    for offer in reversed(rows):
        age = turn.now - offer.created_at
        if age < LATELY or (offer.read.get("asked") and age < ASKED) or (named and offer.job_id == named.id):
            return offer
    return None


def open_for(turn: Turn, job: Job | None) -> str:
    """A new offer of that job, or of one that has no name yet."""
    draft, was = turn.draft, [job.id, job.stage] if job is not None else ["", ""]
    offer = new_offer(turn, job or turn.work.add(Job(employer=_read_name(turn), stage="offer", created_at=turn.now)))
    # As the job was, with the day to answer that was told before: for whoever named the wrong one.
    draft["whose"] = [offer.id, *was, offer.answer_by.isoformat() if offer.answer_by else ""]
    draft.update(pieces=draft["pending"], pending=[], another=False)
    _about(turn, offer)
    return go_on(turn)


def _read_name(turn: Turn) -> str:
    """The employer's name as the text has it, for a job that has none; the report shows it, and a line changes it."""
    name = likely_employer(parts.whole(turn, "pending").text)
    known = {job.employer.casefold() for job in turn.work.all(Job)}
    return "" if name.casefold() in known else masked(name)


def _about(turn: Turn, offer: Offer) -> None:
    """From here on the talk is about that offer; what was asked about another one is not of it."""
    turn.draft.update(offer=offer.id, rest=False, base={}, chosen=[], settled={})


def new_offer(turn: Turn, job: Job) -> Offer:
    """One of which only the day to answer was known is the one that comes now."""
    bare = [o for o in turn.work.all(Offer) if o.job_id == job.id and not o.read]
    return bare[-1] if bare else turn.work.add(Offer(job_id=job.id, created_at=turn.now))


def read_pieces(turn: Turn) -> None:
    """Reads what has come so far as one text; what was read before and is no longer here stays."""
    draft, offer = turn.draft, offer_of(turn)
    whole = parts.whole(turn, "pieces")
    found = keeping.reading(whole.text, turn.content.offer_topics, len(whole.pieces))
    base = draft.get("base") or {}
    kept: dict[str, object] = {key: offer.read[key] for key in ("asked", "wished", "unwanted") if key in offer.read}
    offer.read = {**(keeping.merged(base, found) if base else found), **kept}
    files = any(piece.read for piece in whole.pieces)
    draft["summary"] = [str(line) for line in intake.summary(whole, turn.t)] if files else []
    if offer.text:
        before = [offer.text] if base else []
        new = [parts.words(piece) for piece in whole.pieces]
        offer.text = "\n\n".join([*before, *(text for text in new if not base or text not in offer.text)])
    settle(turn, offer)


def settle(turn: Turn, offer: Offer) -> None:
    """What follows from what was read: the day to answer, the job's stage, which promises are in it."""
    offer.answer_by = _day(turn, offer.read.get("deadline", ""), offer.read.get("written", "")) or offer.answer_by
    job = turn.work.get(Job, offer.job_id)
    if job is not None and job.stage in BEFORE:
        job.stage = "offer"
    for line in reports.report_on(turn, offer).lines:
        promise = turn.work.get(Promise, line.heard.promise_id) if line.heard else None
        if promise is not None:
            promise.letter, promise.topic = line.letter, promise.topic or line.topic


def _day(turn: Turn, words: str, written: str = "") -> date | None:
    return due.answer_day(words, turn.now, turn.zone, turn.user.weekend, written)


def _open_several(turn: Turn, text: str) -> str:
    """Each of several offers for itself."""
    ids = []
    for part in keeping.offers_in(text):
        job = employers.named(turn, keeping.employer_of(part)[:80])
        offer = new_offer(turn, job)
        offer.read = keeping.reading(part.text, turn.content.offer_topics)
        settle(turn, offer)
        ids.append(offer.id)
    turn.draft.update(offers=ids, pending=[], another=False, offer=ids[0])
    return "several"


# -- the same, and several ------------------------------------------------------------------------------------------


def ask_same(turn: Turn) -> Screen:
    label = turn.t.label
    before = turn.work.get(Offer, turn.draft.get("before", "")) or Offer(job_id="")
    row = (Button(label("offer.button_same"), "same"), Button(label("offer.button_another"), "another"))
    reply = (Button(label("offer.button_their_answer"), "reply"),) if before.read.get("asked") else ()
    return Screen(turn.t("offer.same", job=job_in(turn, before)), (row, reply))


def job_in(turn: Turn, offer: Offer) -> Html:
    job = job_of(turn, offer)
    return turn.t("offer.same_job", job=job_words(turn, job)) if job.employer or job.role else Html("")


async def same(update: Update, context: Context) -> str | None:
    """Where that one was forgotten or undone meanwhile, it is a new one."""
    turn = context.turn
    known = turn.work.get(Offer, turn.draft.get("before", "")) is not None
    return join_pending(turn) if known and turn.draft.get("pending") else await another(update, context)


def join_pending(turn: Turn) -> str:
    """Joined with what came before: as a text while that is here, else by what was read in it."""
    draft = turn.draft
    before = turn.work.get(Offer, draft["before"]) or Offer(job_id="")
    if draft.get("offer") != before.id or not draft.get("pieces"):
        draft.update(offer=before.id, pieces=[], base=before.read)
    draft.update(pieces=[*draft["pieces"], *draft["pending"]], pending=[], rest=False)
    return go_on(turn)


async def another(update: Update, context: Context) -> str | None:
    draft = context.turn.draft
    if not draft.get("pending"):
        return None
    draft.update(another=True)
    return go_on(context.turn)


async def reply(update: Update, context: Context) -> str | None:
    turn, draft = context.turn, context.turn.draft
    before = turn.work.get(Offer, draft.get("before", ""))
    if before is None or not draft.get("pending"):
        return None
    draft.update(offer=before.id, reply=True)
    return go_on(turn)


async def more_pending(update: Update, context: Context) -> str | None:
    """A further part while that is still open; a short text without a term of an offer is none."""
    turn = context.turn
    if turn.event.file is None and len(turn.said) <= parts.COMMENT and not keeping.terms_in(turn.said):
        turn.note(turn.t("offer.not_offer"))
        return None
    parts.put(turn, "pending", [*parts.held(turn, "pending"), *parts.came(turn)])
    return None


def show_several(turn: Turn) -> Screen:
    rows = [turn.work.get(Offer, id) for id in turn.draft.get("offers", [])]
    offers = [offer for offer in rows if offer is not None]
    lines = [_several_line(turn, offer) for offer in offers]
    buttons = tuple((Button(job_words(turn, job_of(turn, offer))[:40], "offer", offer.id),) for offer in offers)
    return Screen(turn.t("offer.several", count=len(lines), offers=bullets(lines)), buttons, sort="report")


def _several_line(turn: Turn, offer: Offer) -> Html:
    lines = reports.report_on(turn, offer).lines
    opened = sum(line.open for line in lines)
    name = job_words(turn, job_of(turn, offer))
    return turn.t("offer.several_line", name=name, clear=len(lines) - opened, open=opened)


async def chose_offer(update: Update, context: Context) -> str | None:
    turn = context.turn
    offer = turn.work.get(Offer, turn.arg)
    if offer is None:
        return None
    turn.draft["pieces"] = []
    _about(turn, offer)
    return "report"

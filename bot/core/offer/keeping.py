"""What is kept of an offer: findings, facts and short quotes; the letter itself only where the user wants it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import re2

from bot.core.hears import heard, plain
from bot.core.model import Dialog, Job
from bot.core.model import Offer as Kept
from bot.core.offer.aspects import is_minor, other_part
from bot.core.offer.due import written_on
from bot.core.offer.employer import likely_employer, signed_by
from bot.core.offer.facts import find
from bot.core.offer.glance import is_on_site, kind_of_job
from bot.core.offer.left_open import Half, left_open, still_open
from bot.core.offer.masking import masked, quote
from bot.core.offer.money import pay_of
from bot.core.offer.parts import Part, parts
from bot.core.offer.pieces import pieces
from bot.core.offer.reading import Finding, Offer, findings, read
from bot.core.offer.sentences import clean
from bot.core.offer.week import weekly_hours
from content import OfferTopic

LETTER = timedelta(days=90)  # a letter that the user keeps stays so long at most, or until the decision
HALF_SENT = timedelta(days=1)  # so long the text of an offer waits in a talk for its next part
PASSING = ("pieces", "pending", "comment")  # where a talk holds that text
DECIDED = ("accepted", "started", "declined", "rejected", "withdrawn")
FACTS = 4
CLEAR = 2  # the rank of a finding that leaves nothing open
BESIDE = 2  # quotes of further parts of a topic that are kept
WHOLE = 6  # topics; a reply seldom speaks of so many and names the pay or the job anew
SAME_PAY = 0.01  # of a pay; so far two may be apart that are the same by the month and by the year
_HEADING = re2.compile(
    r"(?i)^(?:the )?(?:(?:first|second|third|fourth|other)(?: one| offer)?|(?:offer|option|company|employer|job) ?"
    r"(?:#|no\.? ?)?(?:[a-d]|[1-6]|one|two|three))\b"
)

_LESS = 0.5  # of a pay; a figure further off is another thing
_FIGURE = re2.compile(
    r"(?i)(?P<no>\b(?:not|from|instead of|was) )?(?P<figure>[£$€]?\d[\d.,]*\d(?: ?k\b)?|[£$€]?\d+ ?k?\b)"
)
_COUNT = re2.compile(
    r"(?i)\b(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|eight|twelve) (?:days?|weeks?|months?|hours?|hrs|%|percent)"
)
_LATER = re2.compile(
    r"(?i)^[\s.,;]{0,3}(?:and )?((?:thereafter|afterwards|after that|then|rising to|increasing to)\b[^.;\n]{0,80})"
)

Read = dict[str, Any]
"""One offer as JSON, as ``Offer.read`` holds it:

``topics``: topic id -> {"verdict": stated | vague, "quote", "words", "facts", "blank", and where more parts of it are
told "also": their quotes, and where a part of one that is stated is left to them "half": {"quote", "words"}} (one
that is missing is not there); ``pay``: {"words", "least", "most", "currency", "period", "yearly"} or None;
``deadline``: its words; ``written``: the letter's date, where the deadline counts from it; ``kind``: contract,
hourly, senior or salaried; ``site``: whether such a job is done on a site; ``employer``: a guess at its name;
``signer``: [name, role] of who signs; ``length`` in characters; ``messages``: how many; ``asked``: the topics that
the message to the employer asks for.
"""


def reading(text: str, topics: Mapping[str, OfferTopic], messages: int = 1) -> Read:
    """Reads one offer, for those ``topics``; the text itself is not in what comes out."""
    found, signed, left = read(text), signed_by(text), left_open(text)
    return {
        "topics": {
            id: {**_found(finding, topics[id], text), **_half(finding, left.get(id))}
            for id, finding in found.findings.items()
            if finding.verdict != "missing" and id in topics
        },
        "pay": _pay(found),
        "deadline": masked(found.deadline.strip(" .,")),
        "written": written_on(text, found.findings["answer_by"].sentence),
        "kind": kind_of_job(text),
        "site": is_on_site(text),
        "employer": masked(likely_employer(text)),
        "signer": [masked(signed.name), masked(signed.role)] if signed else [],
        "length": len(text),
        "messages": messages,
        "asked": [],
    }


def offers_in(text: str) -> list[Part]:
    """The offers of a text that tells of several, by name; empty where it tells of one."""
    return parts(text)


def employer_of(part: Part) -> str:
    """Whose offer one of several is: its heading without "Offer A:"."""
    return str(_HEADING.sub("", part.name)).strip(" :-–()") or part.name


def terms_in(text: str) -> bool:
    """Whether there is anything of an offer in it."""
    return any(finding.verdict != "missing" for finding in findings(text).values())


def is_part(old: Read, new: Read) -> bool:
    """Whether a text that follows soon is a part of the same offer: it names no other pay, job or employer."""
    both = old.get("topics", {}).keys() & new.get("topics", {}).keys()
    return not other_employer(old.get("employer", ""), new) and not both & {"base_pay", "title"}


def other_employer(known: str, new: Read) -> bool:
    """Whether a text names an employer that is not the ``known`` one, which may be ""."""
    one, two = known.casefold(), new.get("employer", "").casefold()
    return bool(one and two) and one not in two and two not in one


def is_second(old: Read, new: Read) -> bool:
    """Whether a text tells of another offer than the one before it: it names another employer or another pay."""
    return other_employer(old.get("employer", ""), new) or _other_pay(old.get("pay"), new.get("pay"))


def is_apart(old: Read, new: Read, asked: Sequence[str]) -> bool:
    """Whether a text that follows the questions ``asked`` about an offer reads as another offer and no reply to them:
    it names another pay, which nobody asked for, or it speaks of the pay or the job anew and of much beside."""
    again = old.get("topics", {}).keys() & new.get("topics", {}).keys() & {"base_pay", "title"}
    other_pay = "base_pay" in again and "base_pay" not in asked and _other_pay(old.get("pay"), new.get("pay"))
    return other_pay or (bool(again) and len(new["topics"]) >= WHOLE)


def _other_pay(old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> bool:
    """Compared by the year, where both can be; else by their figures, where both are of the same period."""
    if not old or not new:
        return False
    if old["yearly"] and new["yearly"]:
        one, two = old["yearly"], new["yearly"]
    elif old["period"] == new["period"]:
        one, two = ([pay["least"], pay["most"]] for pay in (old, new))
    else:
        return False
    return any(abs(a - b) > SAME_PAY * max(a, b) for a, b in zip(one, two, strict=True))


def _found(finding: Finding, topic: OfferTopic, text: str) -> dict[str, Any]:
    near = (*finding.vague_words, *finding.facts, *topic.hears)
    sentence = _whole(finding, text) if finding.sentence.endswith(";") else _part(finding, topic)
    later = _thereafter(sentence, text) if finding.facts and finding.verdict == "stated" else ""
    return {
        "verdict": finding.verdict,
        "quote": quote(f"{sentence.rstrip(' .,;')}, {later}" if later else sentence, near),
        "words": [word for word in finding.vague_words if word in sentence.lower()],
        "facts": [masked(fact.strip(" .,;")) for fact in [*_week_first(finding)[:FACTS], *filter(None, [later])]],
        "blank": finding.blank,
    }


def _thereafter(sentence: str, text: str) -> str:
    """What holds later, where it follows and has its own figure: "one week, thereafter four weeks"."""
    _, found, rest = clean(text).partition(sentence.rstrip(" .,;"))
    later = _LATER.match(rest) if found else None
    return str(later.group(1)).strip() if later and _has_fact(str(later.group(1))) else ""


def _week_first(finding: Finding) -> list[str]:
    """Of the hours those of the week stand before a shift and a time of day."""
    week = weekly_hours(finding.sentence) if finding.topic == "hours" and finding.verdict == "stated" else ""
    others = [fact for fact in finding.facts if fact.strip(" .,;") != week]
    return [week, *others] if week else others


def _half(finding: Finding, left: Half | None) -> dict[str, Any]:
    """The part of a topic that is left to the employer; of one that is vague as a whole it is no half."""
    if left is None or finding.verdict != "stated":
        return {}
    return {"half": {"quote": quote(left.sentence, (left.words,)), "words": [left.words]}}


def _part(finding: Finding, topic: OfferTopic) -> str:
    """Of a sentence that tells much, the part between commas that speaks of the topic and holds what decides it."""
    clauses = [clause.strip() for clause in finding.sentence.replace(";", ",").split(", ")]
    for clause in clauses if len(clauses) > 1 else ():
        facts = all(fact.strip(" .,;") in clause for fact in finding.facts)
        vague = not finding.vague_words or any(word in clause.lower() for word in finding.vague_words)
        if facts and vague and (any(heard(topic.hears, plain(clause))) or _says(clause, finding)):
            return clause
    return finding.sentence


def _says(clause: str, finding: Finding) -> bool:
    """Whether a part of a list ("40 hours, 3,900 a month") says by itself what the whole says on the topic."""
    return _has_fact(clause) and findings(clause)[finding.topic].verdict == finding.verdict


def _has_fact(words: str) -> bool:
    return any(fact.kind != "NUM" for fact in find(words))


def _whole(finding: Finding, text: str) -> str:
    """A sentence that goes on behind its semicolon with the figures and with no topic of its own: both parts."""
    one = finding.sentence.rstrip(" ;")
    _, found, rest = clean(text).partition(finding.sentence)
    after = " ".join(next(pieces(rest.strip().split("\n", 1)[0]), "").split()) if found else ""
    others = {id for id, told in findings(after).items() if told.verdict != "missing"} - {finding.topic}
    return f"{one}; {after}" if not finding.facts and _has_fact(after) and not others else one


def _pay(found: Offer) -> dict[str, Any] | None:
    pay = found.pay
    if pay is None:
        return None
    return {
        "words": masked(pay.words), "least": pay.least, "most": pay.most, "currency": pay.currency,
        "period": pay.period, "yearly": list(pay.yearly) if pay.yearly else None,
    }  # fmt: skip


def merged(old: Read, new: Read) -> Read:
    """Two parts of one offer, or a newer version of it: the clearer finding counts, of equals the newer."""
    topics = dict(old.get("topics", {}))
    for id, found in new.get("topics", {}).items():
        if id not in topics or _rank(found) >= _rank(topics[id]):
            topics[id] = _with_parts(id, topics.get(id), found)
    return {
        **old,
        "topics": topics,
        "pay": _in_terms_of(old.get("pay"), new.get("pay")) or old.get("pay"),
        "deadline": new.get("deadline") or old.get("deadline", ""),
        "written": (new if new.get("deadline") else old).get("written", ""),
        "site": bool(old.get("site") or new.get("site")),
        "employer": old.get("employer") or new.get("employer", ""),
        "signer": old.get("signer") or new.get("signer", []),
        "length": old.get("length", 0) + new.get("length", 0),
        "messages": old.get("messages", 1) + new.get("messages", 1),
    }


def _in_terms_of(old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """A newer pay of much the same size, told without its period or its currency, is meant in those of the older."""
    if not (old and new) or not _LESS <= new["least"] / old["least"] <= 1 / _LESS or new["period"]:
        return new
    ratio = new["least"] / old["least"]
    yearly = [amount * ratio for amount in old["yearly"]] if old["yearly"] else None
    return {**new, "period": old["period"], "currency": new["currency"] or old["currency"], "yearly": yearly}


def repriced(read: Read, text: str) -> Read | None:
    """The offer with another pay, where a short line names one of much the same size ("it's 15.90 now, not 16.20")."""
    old = read.get("pay")
    for found in _FIGURE.finditer(text) if old else ():
        pay = pay_of(found["figure"], "")
        if pay is None or not old or not _LESS <= pay.least / old["least"] <= 1 / _LESS or found["no"]:
            continue
        if pay.least != old["least"]:
            told = {"verdict": "stated", "quote": quote(text), "words": [], "facts": [found["figure"]], "blank": False}
            new = {"words": pay.words, "least": pay.least, "most": pay.most, "currency": pay.currency, "period": ""}
            topics = {**read.get("topics", {}), "base_pay": told}
            return {**read, "topics": topics, "pay": _in_terms_of(old, {**new, "yearly": None})}
    return None


def retold(read: Read, text: str, last: str) -> tuple[str, str, str] | None:
    """Of a short line with one figure ("they now say 29 days") the topic that it changes, its figure and the figure
    that was known: the topic ``last`` asked about, else the only one told in that unit. None where neither is."""
    figures = [found.group(0) for found in _COUNT.finditer(text)]
    if len(figures) != 1:
        return None
    unit = figures[0].split()[-1].casefold().rstrip("s")
    rows = [(id, known) for id, found in read.get("topics", {}).items() if (known := _counted(found, unit))]
    fitting = [row for row in rows if row[0] == last] or (rows if len(rows) == 1 else [])
    return (fitting[0][0], figures[0], fitting[0][1]) if fitting and fitting[0][1] != figures[0] else None


def _counted(found: Mapping[str, Any], unit: str) -> str:
    """The figure in that unit by which a topic is told; empty where there is none, or more than one."""
    known = {
        one.group(0) for fact in found["facts"] for one in _COUNT.finditer(fact) if unit in one.group(0).casefold()
    }
    return known.pop() if len(known) == 1 else ""


def _with_parts(topic: str, old: Mapping[str, Any] | None, new: dict[str, Any]) -> dict[str, Any]:
    """The newer finding; where the older tells another part of the topic, the one that decides it with the other."""
    if old is None or _rank(old) < CLEAR or _rank(new) < CLEAR:
        return new
    half = old.get("half")
    if half and "half" not in new and still_open(topic, half, new["quote"]):
        new = {**new, "half": half}
    old = {key: value for key, value in old.items() if key != "half"}
    beside = [words for words in old.get("also", []) if words != new["quote"]]
    if not other_part(topic, old, new):
        return {**new, "also": beside} if beside else new
    first, second = (new, old) if is_minor(topic, old["quote"]) else (old, new)
    return {**first, "also": [*beside, second["quote"]][-BESIDE:]}


def _rank(found: Mapping[str, Any]) -> int:
    return 0 if found["verdict"] == "vague" else 1 if found["blank"] else CLEAR


# -- how long -----------------------------------------------------------------------------------------------------


def letter_is_over(offer: Kept, job: Job | None, now: datetime) -> bool:
    """Whether the letter itself goes: the user has decided, or 90 days are over. What was read in it stays."""
    decided = job is None or job.closed_at is not None or job.stage in DECIDED
    return bool(offer.text) and (decided or now - offer.created_at >= LETTER)


def let_go(offers: Iterable[Kept], jobs: Sequence[Job], dialogs: Iterable[Dialog], now: datetime) -> bool:
    """Empties the letters that are over, and texts left in a talk that nobody went on with. Whether there were any."""
    by_id, found = {job.id: job for job in jobs}, False
    for offer in offers:
        if letter_is_over(offer, by_id.get(offer.job_id), now):
            offer.text, found = "", True
    for dialog in dialogs:
        left = [key for key in PASSING if dialog.data.get(key)]
        if dialog.flow == "offer" and left and now - dialog.updated_at >= HALF_SENT:
            for key in left:
                dialog.data[key] = [] if key == "pieces" else ""
            found = True
    return found

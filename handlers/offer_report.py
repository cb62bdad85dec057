"""The report on an offer in words, and what is known around it. Nothing here changes a record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from bot.core.drafts import on
from bot.core.model import Answer, Job, Offer, Person, Priority, Promise, Question
from bot.core.offer import due
from bot.core.offer import report as core
from bot.core.offer.keeping import LETTER, Read
from bot.core.offer.masking import quote
from bot.telegram import undo
from bot.telegram.buttons import Button
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, escape, join
from bot.telegram.turn import Turn
from handlers.common import bullets, job_words, person_words, within

WORDS = 70  # characters of a clear line's own words
LABEL = 4  # words before a colon that are a label
QUOTED, QUOTED_REST = 120, 90
_LINKS = re.compile(r"(?i)^\W*(?:(?:and|but|so|also|then|plus)\b\W*)+(?=\w)")  # that join a quote to what is not shown
MOST_REST = 2200  # characters of the rest's lines, markup too


def offer_of(turn: Turn) -> Offer:
    """The offer of the talk; an empty one where it is gone."""
    return turn.work.get(Offer, turn.draft.get("offer", "")) or Offer(job_id="")


def job_of(turn: Turn, offer: Offer) -> Job:
    return turn.work.get(Job, offer.job_id) or Job(id="")


def told(turn: Turn, job_id: str) -> list[core.Heard]:
    """What they said at that job that an offer could hold."""
    work = turn.work
    return core.said_to_me(work.all(Promise), work.all(Question), work.all(Answer), turn.content, job_id)


def report_on(turn: Turn, offer: Offer) -> core.Report:
    """The report, by what is known of the user now: another priority, another order."""
    said = told(turn, offer.job_id)
    cares = core.interests(turn.work.all(Priority), turn.work.all(Question), said, turn.content, offer.job_id)
    return core.report(offer.read, cares, said, turn.content.offer_topics)


# -- the screen ---------------------------------------------------------------------------------------------------


def show(turn: Turn) -> Screen:
    """First what was read, then at most three, the rest in a line, the day to answer."""
    offer = offer_of(turn)
    found = report_on(turn, offer)
    head = turn.t("offer.first_mine" if found.mine else "offer.first_usual")
    first = join([head, bullets(line_words(turn, offer.read, line, QUOTED) for line in found.first)], "\n")
    rest = _rest(turn, offer, found) if turn.draft.get("rest") else _other(turn, found)
    parts = [what_was_read(turn, offer), first, rest, deadline_words(turn, offer), _kept(turn, offer)]
    return Screen(join(parts), _rows(turn, offer, found), sort="report")


def what_was_read(turn: Turn, offer: Offer) -> Html:
    t, read, job = turn.t, offer.read, job_of(turn, offer)
    length, count = f"{read.get('length', 0):,}", read.get("messages", 1)
    said = turn.draft.get("summary") or []  # what was read of files says it in lines of its own
    head = join([Html(line) for line in said], " ") if said else t("offer.read", length=length)
    if not said and count > 1:
        head = t("offer.read_many", count=count, length=length)
    return head + t("offer.about", job=job_words(turn, job)) if job.employer or job.role else head


def _rest(turn: Turn, offer: Offer, found: core.Report) -> Html:
    """The others: each that says something in a line of its own, those that are not in it by name."""
    bare = [line.topic for line in found.rest if line.state == "missing" and line.heard is None]
    lines = [line_words(turn, offer.read, line, QUOTED_REST) for line in found.rest if line.topic not in bare]
    names = ", ".join(turn.content.offer_topics[id].name for id in bare)
    parts = [bullets(within(lines, MOST_REST)), turn.t("offer.not_in_it", names=names) if bare else Html("")]
    return turn.t("offer.rest", lines=join(parts, "\n")) if found.rest else Html("")


def _other(turn: Turn, found: core.Report) -> Html:
    """ "Also 8 clear, 2 unclear, 3 not in it that such jobs usually settle." """
    counts = {"clear": found.clear, "unclear": found.unclear, "usual": found.usual(turn.content.offer_topics)}
    words = [turn.t(f"offer.other_{name}", count=count) for name, count in counts.items() if count]
    return turn.t("offer.other_many", parts=join(words, ", ")) if words else Html("")


def _kept(turn: Turn, offer: Offer) -> Html:
    until = (offer.created_at + LETTER).astimezone(ZoneInfo(turn.zone)).date()
    return turn.t("offer.kept_until", day=on(until)) if offer.text else Html("")


def _rows(turn: Turn, offer: Offer, found: core.Report) -> tuple[tuple[Button, ...], ...]:
    label = turn.t.label
    asking = sum(line.open for line in found.first)
    key = "one" if asking == 1 else "many" if asking else "any"
    write = [Button(label(f"offer.button_write_{key}", count=asking), "write")] if found.to_ask else []
    rest = [] if turn.draft.get("rest") or not found.rest else [Button(label("offer.button_rest"), "rest")]
    more = [Button(label("offer.button_more"), "more")]
    keep = [Button(label("offer.button_keep"), "keep")] if turn.draft.get("pieces") and not offer.text else []
    keep = [Button(label("offer.button_drop"), "drop")] if offer.text else keep
    forget = [Button(label("offer.button_forget"), "forget")]
    time = Button(label("offer.button_time"), "time")
    taken = [undo.button(turn)] if turn.draft.get("named_in") == turn.undo_id else []  # a name that nobody asked for
    return tuple(write), (*rest, *more), (*keep, *forget), (Button(label("offer.button_fine"), "fine"), time, *taken)


# -- one line -----------------------------------------------------------------------------------------------------


def line_words(turn: Turn, read: Read, line: core.Line, most: int) -> Html:
    """One topic: what it says, and beside it what was said."""
    t = turn.t
    found = line.found
    if line.state == "clear":
        rest = _clear(turn, read, line)
    elif line.state == "missing":
        rest = t("offer.missing")
    else:
        left = found.get("half", found)
        words = quote(left["quote"], left["words"], most).rstrip(".")
        rest = t(f"offer.{line.state}", quote=_marked(words, left["words"]))
        rest += t("offer.clear_half", words=", ".join(found["facts"])) if "half" in found and found["facts"] else ""
    name = turn.content.offer_topics[line.topic].name
    return t("offer.line", name=name, rest=rest) + _beside(turn, line, most)


def _clear(turn: Turn, read: Read, line: core.Line) -> Html:
    pay = read.get("pay")
    if line.topic == "base_pay" and pay and pay["words"] in (*line.found["facts"], line.found["quote"]):
        return turn.t("offer.clear_pay", pay=pay["words"], yearly=_yearly(turn, pay))
    words = ", ".join(line.found["facts"]) or _own_words(turn, line)
    beside = [quote(_LINKS.sub("", part), (), WORDS).rstrip(".;") for part in line.found.get("also", [])]
    return turn.t("offer.clear", words=words) + join([turn.t("offer.also", quote=part) for part in beside], "")


def _own_words(turn: Turn, line: core.Line) -> str:
    """The letter's words on it, without a label before them ("Reporting to: ...")."""
    label, colon, rest = line.found["quote"].partition(": ")
    words = rest if colon and len(label.split()) <= LABEL else line.found["quote"]
    return quote(words, turn.content.offer_topics[line.topic].hears, WORDS).rstrip(".;, ")


def _yearly(turn: Turn, pay: Read) -> Html:
    """What it comes to in a year, with how that was reckoned; nothing where it is a year's pay already."""
    if not pay["yearly"] or pay["period"] in ("", "year"):
        return Html("")
    least, most = pay["yearly"]
    sums = f"{least:,.0f}" if round(least) == round(most) else f"{least:,.0f} to {most:,.0f}"
    hours = f"{least / pay['least'] / 52:g}" if pay["least"] else ""
    basis = turn.t(f"offer.basis_{pay['period']}", hours=hours)
    made = turn.t("offer.yearly", sum=f"{pay['currency']} {sums}".strip())
    return made + turn.t("offer.yearly_basis", basis=basis)


def _marked(words: str, vague: Iterable[str]) -> Html:
    """The quote with the words that make it vague in bold."""
    shown = str(escape(words))
    for word in vague:
        shown = re.sub(rf"(?i)\b({re.escape(str(escape(word)))})\b", r"<b>\1</b>", shown, count=1)
    return Html(shown)


def _beside(turn: Turn, line: core.Line, most: int) -> Html:
    """What people said beside what is written: shown, not judged."""
    said = line.heard
    if said is None:
        return Html("")
    words = quote(said.words, (), most)
    if said.condition:
        return turn.t("offer.wished", words=words)
    key = (
        line.letter if line.letter in ("in", "open") else "told" if line.state in ("unclear", "blank") else line.letter
    )
    if key == "in" and turn.work.get(Person, said.person_id) is None:
        return turn.t("offer.told_in_unknown")
    return turn.t("offer.told" if key == "told" else f"offer.told_{key}", who=who_said(turn, said), words=words)


def who_said(turn: Turn, said: core.Heard) -> str:
    """ "Anna (manager), 12 Nov"; "You were told" where it is not known who said it."""
    person = turn.work.get(Person, said.person_id)
    if person is None:
        return turn.t.label("offer.who_unknown")
    who = person_words(person.name, person.title)
    return turn.t.label("offer.who_on", who=who, day=f"{said.day.day} {said.day:%b}") if said.day else who


# -- the day to answer --------------------------------------------------------------------------------------------


def deadline_words(turn: Turn, offer: Offer) -> Html:
    """The day by which they want an answer, and when the words about it come; their own words where it is no day."""
    if offer.answer_by is None:
        words = quote(offer.read.get("deadline", ""), (), QUOTED)
        return turn.t("offer.deadline_words", words=words) if words else Html("")
    return turn.t("offer.deadline", day=on(offer.answer_by)) + _reminds(turn, offer, offer.answer_by)


def _reminds(turn: Turn, offer: Offer, by: date) -> Html:
    zone, user = ZoneInfo(turn.zone), turn.user
    days = due.reminder_days(offer.created_at.astimezone(zone).date(), by, turn.now.astimezone(zone).date())
    if not days or not user.reminders:
        return Html("")
    key = "offer.reminds_one" if len(days) == 1 else "offer.reminds_two"
    return turn.t(key, day=on(days[0]), last=on(days[-1]))

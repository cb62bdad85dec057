"""Acts of an employer as they are kept, whoever tells of them: dated, explained, with what follows for the talk."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from bot.core import conduct, deadlines
from bot.core.model import Interview, Job, Offer, Signal
from bot.telegram.texts import Html
from bot.telegram.turn import Turn
from handlers import planning
from handlers.common import job_words, short

QUOTED = 80  # characters of the user's own words on a line


def keep_deadline(turn: Turn, job: Job, said: str) -> str:
    """ "Sign by tonight" is a deadline too: kept with the offer, and given in words; empty where none is told."""
    day = deadlines.answer_by(said, turn.now, turn.zone)
    if day is None:
        return ""
    offers = [offer for offer in turn.work.all(Offer) if offer.job_id == job.id and offer.state == "open"]
    offer = offers[-1] if offers else turn.work.add(Offer(job_id=job.id, created_at=turn.now))
    offer.answer_by = day
    return day_words(day)


def note(turn: Turn, job: Job, kind: str, interview_id: str = "") -> Signal:
    """Keeps one act of that employer, dated today in the user's zone."""
    today = turn.now.astimezone(ZoneInfo(turn.zone)).date()
    return turn.work.add(Signal(job_id=job.id, interview_id=interview_id, kind=kind, day=today, created_at=turn.now))


def set_word(turn: Turn, kept: Signal, word: str) -> None:
    """How they explained it; a new date that came with it may have been kept since."""
    kept.word = word if word in conduct.WORDS else ""
    kept.kept = conduct.kept_word(kept, turn.work.all(Interview))


def missed(turn: Turn, kept: Signal) -> None:
    """The talk of that day at which nobody came is over: nothing asks how it went, nothing thanks for it.

    Where the act turns out to be another one, the talk counts again.
    """
    linked = turn.work.get(Interview, kept.interview_id)
    if kept.kind != "no-show":
        if linked is not None and linked.state == "missed":
            linked.state = "planned"
        return
    rows = [i for i in turn.work.all(Interview) if i.job_id == kept.job_id and i.state == "planned"]
    found = linked or next((i for i in rows if i.local.date() == kept.day and i.start <= turn.now), None)
    if found is not None:
        kept.interview_id, found.state = found.id, "missed"
        planning.release(turn, found)


def held(turn: Turn, interview: Interview) -> list[Signal]:
    """That talk took place: acts whose new date was kept by it count no more. Returns them."""
    rows, interviews = turn.work.all(Signal), turn.work.all(Interview)
    found = [s for s in rows if not s.kept and conduct.next_held(s, interviews) is interview]
    found = [s for s in found if conduct.kept_word(s, interviews)]
    for signal in found:
        signal.kept = True
    return found


# -- in words ---------------------------------------------------------------------------------------------------


def employer_words(turn: Turn, job: Job) -> str:
    """The employer; the job where the employer is not known."""
    return job.employer or job_words(turn, job)


def act_name(turn: Turn, signal: Signal) -> str:
    """ "late", or the user's own words where no kind fits; with the question that they would not answer."""
    act = turn.content.acts.get(signal.kind)
    if act is None:
        return short(signal.note, QUOTED)
    if signal.kind == "dodged" and signal.note:
        return turn.t.label("signal.act_dodged", act=act.name.lower(), question=short(signal.note, QUOTED))
    return act.name.lower()


def act_line(turn: Turn, signal: Signal) -> Html:
    name = f"{signal.word}_kept" if signal.word == "unasked" and signal.kept else signal.word
    word = turn.t(f"signal.act_{name}") if name else Html("")
    return turn.t("signal.act_line", day=day_words(signal.day), act=act_name(turn, signal), word=word)


def day_words(day: date | None) -> str:
    return f"{day:%a} {day.day} {day:%b}" if day else ""

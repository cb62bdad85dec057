"""Acts of an employer as they are kept, whoever tells of them: dated, explained, with what follows for the talk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from telegram import Update

from bot.core import conduct, deadlines
from bot.core.model import Interview, Job, Signal
from bot.telegram.inputs import Callback
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers import planning
from handlers.common import day_words, job_of, job_words, short, today
from handlers.employers import offer_of

QUOTED = 80  # characters of the user's own words on a line


def keep_deadline(turn: Turn, job: Job, said: str) -> str:
    """ "Sign by tonight" is a deadline too: kept with the offer, and given in words; empty where none is told."""
    day = deadlines.answer_by(said, turn.now, turn.zone)
    if day is None:
        return ""
    offer_of(turn, job).answer_by = day
    return day_words(day)


def note(turn: Turn, job: Job, kind: str, interview_id: str = "") -> Signal:
    """Keeps one act of that employer, dated today in the user's zone."""
    act = Signal(job_id=job.id, interview_id=interview_id, kind=kind, day=today(turn), created_at=turn.now)
    return turn.work.add(act)


def set_word(turn: Turn, kept: Signal, word: str) -> None:
    """How they explained it; a new date that came with it may have been kept since."""
    kept.word = word if word in conduct.WORDS else ""
    kept.kept = conduct.kept_word(kept, turn.work.all(Interview))


def took_word(then: Callable[[Turn], str]) -> Callback:
    """A button's answer to whether they gave word: it waits in the draft as "word", and ``then`` goes on."""

    async def took(update: Update, context: Context) -> str | None:
        turn = context.turn
        if turn.arg not in conduct.WORDS:
            return None
        turn.draft["word"] = turn.arg
        return then(turn)

    return took


# -- nobody came ------------------------------------------------------------------------------------------------


def nobody_came(turn: Turn, interview: Interview, words: str = "", word: str = "") -> Signal:
    """Keeps it, once for that talk, in the user's ``words``; ``word``: how they explained it. What is not told anew
    stays as it was told first."""
    act = missed_act(turn, interview) or note(turn, job_of(turn, interview), "no-show", interview.id)
    act.day, act.note = interview.local.date(), words or act.note
    if word:
        set_word(turn, act, word)
    missed(turn, act)
    return act


def missed_act(turn: Turn, interview: Interview) -> Signal | None:
    """That nobody came to that talk, as it is noted."""
    rows = turn.work.all(Signal)
    return next((act for act in rows if (act.interview_id, act.kind) == (interview.id, "no-show")), None)


def missed_on(turn: Turn, job: Job, day: date | None) -> Signal | None:
    """The same of that employer's talk of that day (None: today)."""
    talk = _talk_of(turn, job.id, day or today(turn))
    return missed_act(turn, talk) if talk is not None else None


def missed(turn: Turn, kept: Signal) -> None:
    """The talk of that day at which nobody came is over: nothing asks how it went, nothing thanks for it.

    Where the act turns out to be another one, the talk counts again.
    """
    linked = turn.work.get(Interview, kept.interview_id)
    if linked is not None and linked.job_id != kept.job_id:
        kept.interview_id = ""  # told of the wrong employer at first
        came(turn, linked)
        linked = None
    if kept.kind != "no-show":
        return came(turn, linked)
    found = linked or _talk_of(turn, kept.job_id, kept.day)
    if found is not None:
        kept.interview_id, found.state = found.id, "missed"
        planning.release(turn, found)


def _talk_of(turn: Turn, job_id: str, day: date | None) -> Interview | None:
    rows = [i for i in turn.work.all(Interview) if i.job_id == job_id and i.state in ("planned", "missed")]
    return next((i for i in rows if i.local.date() == day and i.start <= turn.now), None)


def came(turn: Turn, interview: Interview | None) -> None:
    """Somebody came after all: the talk counts again, unless an act still says that nobody did."""
    if interview is not None and interview.state == "missed" and missed_act(turn, interview) is None:
        interview.state = "planned"


def remove(turn: Turn, act: Signal) -> None:
    """Takes the act off; the talk at which nobody came counts again."""
    turn.work.remove(act)
    came(turn, turn.work.get(Interview, act.interview_id))


# -- it took place ----------------------------------------------------------------------------------------------


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

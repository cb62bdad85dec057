"""What a tale of a talk holds beside answers: who somebody is, that they were late, that they made an offer, and what
they kept asking about. Each is kept where it belongs, and said in a line."""

from __future__ import annotations

from bot.core import debrief_words, tale_parts
from bot.core.lines.people import Met
from bot.core.model import Interview, Person, Signal
from bot.core.route.hints import kept_asking_about
from bot.telegram.turn import Turn
from handlers.common import job_of, people_of, person_words, short
from handlers.debrief_end import act_of
from handlers.gap import open_gap
from handlers.kept_acts import keep_deadline, set_word

MOST_QUOTED = 80
MOST_MET = 8  # people of one talk


def take(turn: Turn, interview: Interview, tale: str) -> None:
    """Keeps what a tale holds of these, and says so."""
    _meet(turn, interview, tale)
    _late(turn, interview, tale)
    take_offer(turn, interview, tale)


def clue(turn: Turn, interview: Interview, asked_me: tuple[str, ...]) -> None:
    """What they kept asking about is a clue: three questions about it are opened."""
    for line in asked_me:
        if what := kept_asking_about(line) or debrief_words.came_back_to(line):
            open_gap(turn, job_of(turn, interview), what, asked=True)
            turn.note(turn.t("debrief.heard_clue", what=what))


def take_people(turn: Turn, interview: Interview, text: str) -> bool:
    """Who is named in it, kept with the talk; whether anybody was."""
    return bool(_meet(turn, interview, text))


def _meet(turn: Turn, interview: Interview, text: str) -> list[Person]:
    found = [person for met in tale_parts.people(text) if (person := _met(turn, interview, met)) is not None]
    if found:
        names = ", ".join(person_words(person.name, person.title) for person in found)
        turn.note(turn.t("debrief.heard_people", people=names))
    return found


def _met(turn: Turn, interview: Interview, met: Met) -> Person | None:
    """The person as he is known there, with what is new of him; None where nothing is."""
    known = [p for p in turn.work.all(Person) if p.job_id == interview.job_id]
    first = met.name.casefold().split()[0]
    person = next((p for p in known if p.name and p.name.casefold().split()[0] == first), None)
    if person is None:
        untold = [p for p in people_of(turn, interview) if not p.name and p.audience == met.audience and met.title]
        person = untold[0] if len(untold) == 1 else None
    if person is not None:
        before = (person.name, person.title)
        person.name, person.title = person.name or met.name, met.title or person.title
        person.audience = met.audience or person.audience
        return person if before != (person.name, person.title) else None
    if len(interview.people) >= MOST_MET:
        return None
    made = Person(job_id=interview.job_id, name=met.name, title=met.title, audience=met.audience, created_at=turn.now)
    interview.people = (*interview.people, turn.work.add(made).id)
    return made


def _late(turn: Turn, interview: Interview, tale: str) -> None:
    """They were late: noted at once, with how they explained it. "Nothing odd" takes it back."""
    words = tale_parts.late(tale)
    known = any((s.interview_id, s.kind) == (interview.id, "late") for s in turn.work.all(Signal))
    if not words or known:
        return
    act = act_of(turn, interview, "late")
    act.note = words
    set_word(turn, act, debrief_words.word_told(words))
    turn.draft["late"] = act.id


def not_odd(turn: Turn) -> None:
    """He says that nothing was odd: what was noted by itself is taken off."""
    act = turn.work.get(Signal, turn.draft.pop("late", ""))
    if act is not None:
        turn.work.remove(act)


def take_offer(turn: Turn, interview: Interview, tale: str) -> bool:
    """An offer told of, and the day by which they want an answer; whether there was one. It is looked at when the rest
    is told."""
    if not tale_parts.told_offer(tale):
        return False
    job = job_of(turn, interview)
    job.stage = "offer"
    by = keep_deadline(turn, job, tale)
    turn.draft["offered"] = True
    turn.note(turn.t("debrief.heard_offer_by", day=by) if by else turn.t("debrief.heard_offer"))
    return True


def quoted(interview: Interview, about: str) -> str:
    """The part of what was told of a talk that speaks of something; "" for none."""
    wanted = tale_parts.told_of(interview.note, about)
    return short(wanted, MOST_QUOTED)

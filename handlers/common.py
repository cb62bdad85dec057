"""What several conversations need: which interviews come or are over, and words for them, for people and for times."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core import ledger
from bot.core.model import Interview, Job, Person, Question
from bot.core.when import echo
from bot.telegram.texts import Html, escape
from bot.telegram.turn import Turn

MOST_LIST = 3500  # characters of a list, markup too: Telegram takes 4096, and a head and a foot come with it
LONG_AGO = timedelta(days=14)  # an interview that nobody debriefed by then is let go


def open_questions(turn: Turn, job_id: str) -> list[Question]:
    """What is still to ask that employer: starred first, then oldest first."""
    rows = [q for q in ledger.of_job(turn.work.all(Question), job_id) if q.state in ledger.OPEN]
    return sorted(rows, key=lambda q: (not q.starred, q.created_at))


def upcoming(turn: Turn) -> list[Interview]:
    """Interviews still to come, the nearest first."""
    rows = [i for i in turn.work.all(Interview) if i.state == "planned" and i.start > turn.now]
    return sorted(rows, key=lambda interview: interview.start)


def past(turn: Turn) -> list[Interview]:
    """Interviews that have begun not long ago and are not debriefed, the latest first."""
    rows = [i for i in turn.work.all(Interview) if i.state == "planned" and turn.now - LONG_AGO < i.start <= turn.now]
    return sorted(rows, key=lambda interview: interview.start, reverse=True)


def job_of(turn: Turn, interview: Interview) -> Job:
    """The interview's job; an empty one where it is gone."""
    return turn.work.get(Job, interview.job_id) or Job(id=interview.job_id)


def people_of(turn: Turn, interview: Interview) -> list[Person]:
    """Who is met there."""
    found = (turn.work.get(Person, id) for id in interview.people)
    return [person for person in found if person is not None]


def person_words(name: str, title: str) -> str:
    """ "Anna (manager)", "Anna", "the manager"."""
    return f"{name} ({title})" if name and title else name or title


def when_words(turn: Turn, interview: Interview) -> str:
    """ "Thu 26 Nov, 15:00 (Berlin, UTC+1)"."""
    return echo(interview.start.astimezone(ZoneInfo(interview.zone)), turn.zone, turn.now)


def local_words(turn: Turn, instant: datetime) -> str:
    """ "Wed 25 Nov, 19:00" in the user's zone."""
    local = instant.astimezone(ZoneInfo(turn.zone))
    return f"{day_words(local)}, {local:%H:%M}"


def today(turn: Turn) -> date:
    """The date where the user is."""
    return turn.now.astimezone(ZoneInfo(turn.zone)).date()


def day_words(day: date | None) -> str:
    """ "Wed 2 Dec"; empty for none."""
    return f"{day:%a} {day.day} {day:%b}" if day else ""


def job_words(turn: Turn, job: Job) -> str:
    """ "Acme, ops lead"."""
    return ", ".join(part for part in (job.employer, job.role) if part) or str(turn.t("interview.employer_none"))


YES = (
    "yes", "y", "yep", "yeah", "yes please", "ok", "okay", "sure", "right", "correct", "that's right", "fine", "do it",
    "yes delete everything", "delete everything", "delete it all",
)  # fmt: skip
AGREEING = (
    "yes", "y", "yep", "yup", "yeah", "ok", "okay", "sure", "right", "correct", "fine", "good", "save", "perfect",
    "exactly", "great", "agreed", "confirm", "confirmed",
)  # fmt: skip
FILLING = (
    "that's", "thats", "that", "is", "it", "it's", "its", "all", "looks", "look", "please", "pls", "thanks", "thank",
    "you", "now", "then", "so", "this", "the", "card", "there", "yea",
)  # fmt: skip
NO = ("no", "n", "nope", "keep", "keep it", "no thanks", "no keep it", "don't", "do not", "not now", "cancel")


def yes_or_no(said: str) -> bool | None:
    """A typed yes or no; None for anything else, since a yes cannot always be taken back."""
    words = " ".join(said.casefold().replace("’", "'").replace(",", " ").split()).strip(" .!")
    return True if words in YES else False if words in NO else None


def agrees(said: str) -> bool:
    """Whether a text says yes to a card and nothing else: "yes thats right", "ok save it". Not for what cannot be
    taken back."""
    words = said.casefold().replace("’", "'").replace(",", " ").replace("!", " ").replace(".", " ").split()
    return bool(words) and {*words} <= {*AGREEING, *FILLING} and bool({*words} & {*AGREEING})


def short(text: str, most: int) -> str:
    """The text in one line; a longer one ends in a dot-dot-dot."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def within(lines: Iterable[str], most: int = MOST_LIST) -> list[str]:
    """The first lines that fit in one message together; at least one."""
    kept: list[str] = []
    room = most
    for line in lines:
        room -= len(line) + 2
        if room < 0 and kept:
            break
        kept.append(line)
    return kept


def bullets(lines: Iterable[object]) -> Html:
    """Lines with a dot before each."""
    return Html("\n".join(f"• {escape(line)}" for line in lines))


def numbered(lines: Iterable[object]) -> Html:
    """Lines with their number."""
    return Html("\n".join(f"{number}. {escape(line)}" for number, line in enumerate(lines, 1)))

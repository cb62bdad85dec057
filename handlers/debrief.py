"""/debrief in three steps: how did it go, what the answers are worth, how they treated you. The rest waits."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from telegram import Update

from bot.core import conduct, debrief_words, when
from bot.core.lines import read_line
from bot.core.model import Answer, Interview, Note, Question
from bot.core.naming import is_name
from bot.core.patterns import any_of
from bot.telegram.buttons import Button
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import debrief_asked, debrief_heard, debrief_odd, debrief_tale, debrief_told, employers, planning
from handlers.common import bullets, job_of, job_words, numbered, past, upcoming, when_words
from handlers.debrief_after import start_asked_me, start_word, took_asked_me, took_word
from handlers.debrief_answer import answered, ask_answer, balked, skip_answer
from handlers.debrief_end import current, keep_only, keep_word
from handlers.interview_screens import next_row

MOST_NAME = 80  # characters; more is a story
_HELD = any_of(
    r"was|were|went|had|said|told|asked|came|showed|yesterday|ago|last (?:week|month|night)|this morning|earlier"
)
MOST_ANSWERS = 3  # asked about at once; the rest waits on the list


# -- entry points -----------------------------------------------------------------------------------------------


async def start(update: Update, context: Context) -> str:
    """/debrief for the latest interview that is over; a reminder's button names its own."""
    turn = context.turn
    interview = turn.work.get(Interview, turn.arg) if turn.arg else next(iter(past(turn)), None)
    if interview is None:
        return await start_free(update, context)
    if interview.start > turn.now:
        turn.say("debrief.not_over", next_row(turn), when=when_words(turn, interview))
        return END
    turn.begin("debrief", "how", interview=interview.id, asked=ticked(turn, interview))
    if turn.said and turn.event.kind == "command":
        return _hear(turn, turn.said)
    return "how"


async def start_free(update: Update, context: Context) -> str:
    """A debrief told freely: to the latest interview that is over, or to one that the bot did not know of."""
    return tell(context.turn, next(iter(past(context.turn)), None))


def tell(turn: Turn, interview: Interview | None) -> str:
    """A debrief told freely about that interview; None: one that the bot does not know of."""
    said = turn.said if turn.event.kind in ("text", "command") else ""
    turn.begin("debrief", "how", interview=interview.id if interview else "", asked=[], note=said)
    if interview is None:
        job = employers.meant(turn, said)
        if job is None or not job.employer or any(i.job_id == job.id for i in upcoming(turn)):
            return "who"
        turn.note(turn.t("debrief.taken_as", job=job.employer))
        return held_at(turn, job.employer)
    turn.draft["asked"] = ticked(turn, interview)
    return _hear(turn, said) if said else "how"


def ticked(turn: Turn, interview: Interview) -> list[str]:
    """Questions already ticked on the card."""
    return [a.question_id for a in turn.work.all(Answer) if a.interview_id == interview.id]


# -- steps ------------------------------------------------------------------------------------------------------


def _job(turn: Turn) -> str:
    interview = current(turn)
    return job_words(turn, job_of(turn, interview)) if interview else ""


async def took_who(update: Update, context: Context) -> str:
    """An interview that the bot did not know of: it becomes a record, held just now.

    A whole story instead of a name is kept as the debrief; only the name is asked again where it holds none.
    """
    turn = context.turn
    short_name = len(turn.said) <= MOST_NAME and is_name(turn.said)
    employer = turn.said if short_name else named_in(turn)
    if not short_name and (employer or len(turn.said) > MOST_NAME):
        turn.draft["note"] = f"{turn.draft.get('note', '')}\n{turn.said}".strip()
    if not employer:
        turn.note(turn.t("debrief.kept_name" if turn.draft.get("note") else "common.no_name"))
        return "who"
    return held_at(turn, employer)


def named_in(turn: Turn) -> str:
    """The employer that a story names: "it was Monday at Fernhill school, ..."; empty where it names none."""
    return read_line(turn.said, when.understand(turn.said, turn.now, turn.zone).spans).employer


def tells_of_one(turn: Turn) -> bool:
    """Whether a story that names its employer was told where the name is asked for, and not a talk to come."""
    start = when.understand(turn.said, turn.now, turn.zone).start
    return bool(_HELD.search(turn.said) and named_in(turn)) and (start is None or start <= turn.now)


def held_at(turn: Turn, employer: str) -> str:
    """A talk with that employer that the bot did not know of is told of."""
    if (before := current(turn)) is not None:  # Back, and the name once more
        job_of(turn, before).employer = employer
        return "how"
    known = [job for job in employers.open_jobs(turn) if job.employer.casefold() == employer.casefold()]
    known = known or employers.picked(turn, employer)  # "maple" is Maple House
    job = known[0] if len(known) == 1 else employers.named(turn, employer)
    local = turn.now.astimezone(ZoneInfo(turn.zone)).replace(tzinfo=None, second=0, microsecond=0)
    interview = turn.work.add(
        Interview(job_id=job.id, local=local, zone=turn.zone, start=turn.now, length=0, created_at=turn.now)
    )
    turn.draft["interview"] = interview.id
    return _hear(turn, turn.draft["note"]) if turn.draft.get("note") else "how"


def ask_how(turn: Turn) -> Screen:
    interview = current(turn)
    rows = planning.planned(turn, interview) if interview else []
    if interview is None or not rows:
        notes = _notes(turn, interview) if interview else Html("")
        text = join([notes, turn.t("debrief.how_bare", job=_job(turn))])
        return Screen(text, ((Button(turn.t.label("debrief.next"), "next"),),), sort="report" if notes else "turn")
    asked = turn.draft["asked"]
    ticks = tuple(
        Button(f"{'☑' if q.id in asked else '☐'} {number}", "untick" if q.id in asked else "tick", q.id)
        for number, q in enumerate(rows, 1)
    )
    listed = numbered(planning.planned_words(turn, q, interview) for q in rows)
    label = "debrief.next" if asked else "debrief.asked_none"
    text = join([_notes(turn, interview), turn.t("debrief.how", job=_job(turn), questions=listed)])
    return Screen(text, (ticks, (Button(turn.t.label(label), "next"),)), sort="report")


def _notes(turn: Turn, interview: Interview) -> Html:
    """What was noted during the talk and put to no question yet."""
    rows = [n for n in turn.work.all(Note) if n.interview_id == interview.id and n.words and not n.question_id]
    return turn.t("debrief.notes", notes=bullets(note.words for note in rows)) if rows else Html("")


async def tick(update: Update, context: Context) -> None:
    turn = context.turn
    if turn.work.get(Question, turn.arg) and turn.arg not in turn.draft["asked"]:
        turn.draft["asked"] = [*turn.draft["asked"], turn.arg]


async def untick(update: Update, context: Context) -> None:
    turn = context.turn
    turn.draft["asked"] = [id for id in turn.draft["asked"] if id != turn.arg]


async def told(update: Update, context: Context) -> str:
    turn = context.turn
    return "how" if debrief_asked.take(turn, current(turn)) else _hear(turn, turn.said)


def _hear(turn: Turn, said: str) -> str:
    """How it went; a short line that nobody came is no debrief."""
    if conduct.nobody_came(said, turn.content.acts):
        return debrief_odd.took(turn, "no-show", said)
    return _keep_note(turn, said)


def _keep_note(turn: Turn, note: str) -> str:
    interview = current(turn)
    if interview is not None:
        _note_down(turn, interview, note)
        keep_word(turn, interview, note)
        if debrief_words.went_badly(note):
            turn.note(turn.t("debrief.went_badly"))
        if not turn.user.coaching:
            return keep_only(turn, interview)
    if interview is not None:
        _put_tale(turn, interview, note)
        debrief_told.take(turn, interview, note)
        debrief_heard.take(turn, interview, note)
    return _after_how(turn)


def _put_tale(turn: Turn, interview: Interview, tale: str) -> None:
    """What the tale answers is noted. Where that leaves nothing to go back to, the most important question is asked
    for by name: once, and not of one who says that he asked nothing."""
    draft, ticked = turn.draft, turn.draft["asked"]
    found = debrief_tale.put(turn, interview, tale)
    draft["asked"] = list(dict.fromkeys([*ticked, *found.answers]))
    debrief_told.clue(turn, interview, found.asked_me)
    first = [q.id for q in planning.planned(turn, interview)[:1] if q.id not in (*draft["asked"], *found.left)]
    if first and not (ticked or draft["more"] or found.unasked):
        draft["asked"], draft["told"] = [*draft["asked"], *first], True


def _note_down(turn: Turn, interview: Interview, note: str) -> None:
    """Adds it to what is noted; told anew in the same talk it takes the place of what was told first."""
    before = turn.draft.get("kept", "")
    if before and before in interview.note:
        interview.note = interview.note.replace(before, note, 1)
    elif note not in interview.note:
        interview.note = f"{interview.note}\n{note}".strip()
    turn.draft["kept"] = note


async def go_on(update: Update, context: Context) -> str:
    return _after_how(context.turn)


def _after_how(turn: Turn) -> str:
    """Of what was asked, the most important answers are noted first; one that the tale left vague is gone back to."""
    draft = turn.draft
    tale, more = draft.get("tale", []), draft.get("more", "")
    mine = [a for a in turn.work.all(Answer) if a.interview_id == draft["interview"] and (a.note or a.balked)]
    done = [a.question_id for a in mine if a.question_id in tale or a.question_id not in draft.get("ask", [])]
    rest = [id for id in _by_weight(turn, draft["asked"]) if id not in done]
    draft["ask"] = [*([more] if more else []), *rest][:MOST_ANSWERS]
    turn.draft["at"] = 0
    return "answer" if turn.draft["ask"] else "odd"


def _by_weight(turn: Turn, ids: list[str]) -> list[str]:
    rows = [q for q in (turn.work.get(Question, id) for id in ids) if q is not None]
    return [q.id for q in sorted(rows, key=lambda q: (not q.starred, q.rank or 99))]


CONVERSATION = Conversation(
    "debrief",
    entry_points=[
        Command("debrief", start),
        Door("debrief", "open", start),
        Door("debrief", "word", start_word),
        Door("debrief", "asked_me", start_asked_me),
    ],
    states={
        "how": State(
            ask_how,
            Said(told, 4000),
            Tapped("tick", tick),
            Tapped("untick", untick),
            Tapped("next", go_on),
            lenient=True,
        ),
        "who": State(asks("debrief.who"), Said(took_who, 4000)),
        "answer": State(ask_answer, Said(answered, 2000), Tapped("balked", balked), Tapped("skip", skip_answer)),
        **debrief_odd.STATES,
        "asked_me": State(asks("debrief.asked_me"), Said(took_asked_me, 2000)),
        "word": State(asks("debrief.ask_word"), Said(took_word, 80)),
    },
)

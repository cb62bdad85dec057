"""/debrief in three steps: how did it go, what the answers are worth, how they treated you. The rest waits."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from telegram import Update

from bot.core import questions as core
from bot.core.days import day_of
from bot.core.lines import read_line
from bot.core.model import Answer, Dialog, Interview, Job, Note, Priority, Question, Signal
from bot.core.notes import asked_about
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Command, Conversation, Door, Said, State, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import planning
from handlers.answering import note_answer
from handlers.asking import keep, wording
from handlers.common import bullets, job_of, job_words, numbered, open_questions, past, when_words
from handlers.interview_screens import next_row

ODD = ("late", "no-show", "rude", "unprepared", "dodged", "pressed")
MOST_NAME = 80  # characters; more is a story
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
        return _keep_note(turn, turn.said)
    return "how"


async def start_free(update: Update, context: Context) -> str:
    """A debrief told freely: to the latest interview that is over, or to one that the bot did not know of."""
    turn = context.turn
    over, said = past(turn), turn.said if turn.event.kind in ("text", "command") else ""
    turn.begin("debrief", "how", interview=over[0].id if over else "", asked=[], note=said)
    if not over:
        return "who"
    turn.draft["asked"] = ticked(turn, over[0])
    return _keep_note(turn, said) if said else "how"


def ticked(turn: Turn, interview: Interview) -> list[str]:
    """Questions already ticked on the card."""
    return [a.question_id for a in turn.work.all(Answer) if a.interview_id == interview.id]


# -- steps ------------------------------------------------------------------------------------------------------


def current(turn: Turn) -> Interview | None:
    return turn.work.get(Interview, turn.draft.get("interview", ""))


def _job(turn: Turn) -> str:
    interview = current(turn)
    return job_words(turn, job_of(turn, interview)) if interview else ""


def ask_who(turn: Turn) -> Screen:
    return Screen(turn.t("debrief.who"))


async def took_who(update: Update, context: Context) -> str:
    """An interview that the bot did not know of: it becomes a record, held just now.

    A whole story instead of a name is kept as the debrief; only the name is asked again where it holds none.
    """
    turn = context.turn
    employer = turn.said if len(turn.said) <= MOST_NAME else read_line(turn.said, ()).employer
    if len(turn.said) > MOST_NAME:
        turn.draft["note"] = f"{turn.draft.get('note', '')}\n{turn.said}".strip()
    if not employer:
        turn.note(turn.t("debrief.kept_name"))
        return "who"
    if (before := current(turn)) is not None:  # Back, and the name once more
        job_of(turn, before).employer = employer
        return "how"
    known = [j for j in turn.work.all(Job) if j.employer.casefold() == employer.casefold() and j.closed_at is None]
    job = known[0] if known else turn.work.add(Job(employer=employer, created_at=turn.now))
    local = turn.now.astimezone(ZoneInfo(turn.zone)).replace(tzinfo=None, second=0, microsecond=0)
    interview = turn.work.add(
        Interview(job_id=job.id, local=local, zone=turn.zone, start=turn.now, length=0, created_at=turn.now)
    )
    turn.draft["interview"] = interview.id
    return _keep_note(turn, turn.draft["note"]) if turn.draft.get("note") else "how"


def ask_how(turn: Turn) -> Screen:
    interview = current(turn)
    rows = planning.planned(turn, interview) if interview else []
    if interview is None or not rows:
        notes = _notes(turn, interview) if interview else Html("")
        text = join([notes, turn.t("debrief.how_bare", job=_job(turn))])
        return Screen(text, ((Button(turn.t.label("debrief.next"), "next"),),))
    asked = turn.draft["asked"]
    ticks = tuple(
        Button(f"{'☑' if q.id in asked else '☐'} {number}", "untick" if q.id in asked else "tick", q.id)
        for number, q in enumerate(rows, 1)
    )
    listed = numbered(planning.planned_words(turn, q, interview) for q in rows)
    label = "debrief.next" if asked else "debrief.asked_none"
    text = join([_notes(turn, interview), turn.t("debrief.how", job=_job(turn), questions=listed)])
    return Screen(text, (ticks, (Button(turn.t.label(label), "next"),)))


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
    return _keep_note(context.turn, context.turn.said)


def _keep_note(turn: Turn, note: str) -> str:
    interview = current(turn)
    if interview is not None and note not in interview.note:
        interview.note = f"{interview.note}\n{note}".strip()
    if interview is not None and not turn.draft["asked"]:
        # Told freely: the answer to the most important question is asked for by name.
        turn.draft["asked"] = [q.id for q in planning.planned(turn, interview)[:1]]
        turn.draft["told"] = True
    return _after_how(turn)


async def go_on(update: Update, context: Context) -> str:
    return _after_how(context.turn)


def _after_how(turn: Turn) -> str:
    """Of what was asked, the most important answers are noted first."""
    done = [a.question_id for a in turn.work.all(Answer) if a.interview_id == turn.draft["interview"] and a.note]
    turn.draft["ask"] = [id for id in _by_weight(turn, turn.draft["asked"]) if id not in done][:MOST_ANSWERS]
    return "answer" if turn.draft["ask"] else "odd"


def _by_weight(turn: Turn, ids: list[str]) -> list[str]:
    rows = [q for q in (turn.work.get(Question, id) for id in ids) if q is not None]
    return [q.id for q in sorted(rows, key=lambda q: (not q.starred, q.rank or 99))]


def ask_answer(turn: Turn) -> Screen:
    if not turn.draft["ask"]:  # Back from what came after: all answers are noted
        return ask_odd(turn)
    question, interview = turn.work.get(Question, turn.draft["ask"][0]), current(turn)
    words = planning.planned_words(turn, question, interview) if question and interview else ""
    return Screen(turn.t("debrief.ask_answer", question=words))


async def answered(update: Update, context: Context) -> str:
    """Judged at once; the follow-up is shown for the first vague one only, the others wait on the list."""
    turn = context.turn
    question, interview = turn.work.get(Question, turn.draft["ask"][0]), current(turn)
    if question is not None and interview is not None:
        person = interview.people[0] if len(interview.people) == 1 else ""
        line = note_answer(turn, question, turn.said, interview.id, person)
        vague = core.most_important_vague(
            topics=turn.content.topics,
            priorities=turn.work.all(Priority),
            questions=turn.work.all(Question),
            answers=turn.work.all(Answer),
            interview_id=interview.id,
        )
        if vague is None or (vague[0].id == question.id and not turn.draft.get("followed")):
            turn.draft["followed"] = vague is not None
            turn.note(line)
    return _next_answer(turn)


async def skip_answer(update: Update, context: Context) -> str:
    draft = context.turn.draft
    if draft.get("told"):  # nobody said that it was asked
        draft["asked"] = [id for id in draft["asked"] if id != draft["ask"][0]]
    return _next_answer(context.turn)


def _next_answer(turn: Turn) -> str:
    turn.draft["ask"] = turn.draft["ask"][1:]
    turn.draft["turns"] = turn.draft.get("turns", 0) + 1
    return "answer" if turn.draft["ask"] else "odd"


def ask_odd(turn: Turn) -> Screen:
    label = turn.t.label
    buttons = [Button(label(f"debrief.odd_{kind.replace('-', '_')}"), "odd", kind) for kind in ODD]
    return Screen(
        turn.t("debrief.odd"), ((Button(label("debrief.odd_none"), "none"),), tuple(buttons[:3]), tuple(buttons[3:]))
    )


async def odd(update: Update, context: Context) -> str | None:
    return _finish(context.turn, context.turn.arg, "") if context.turn.arg in ODD else None


async def odd_told(update: Update, context: Context) -> str:
    words = context.turn.said
    nothing = words.casefold().strip(" .!") in ("no", "nope", "nothing", "none", "all fine", "nothing odd")
    return _finish(context.turn, "" if nothing else "note", words)


async def odd_none(update: Update, context: Context) -> str:
    return _finish(context.turn, "", "")


def _finish(turn: Turn, kind: str, note: str) -> str:
    interview = current(turn)
    if interview is None:
        turn.say("interview.not_found", next_row(turn))
        return END
    known = [s for s in turn.work.all(Signal) if s.interview_id == interview.id and s.kind == kind != "note"]
    if kind and not known:
        turn.work.add(
            Signal(
                job_id=interview.job_id,
                interview_id=interview.id,
                kind=kind,
                note=note,
                day=interview.local.date(),
                created_at=turn.now,
            )
        )
    missed = close(turn, interview, turn.draft["asked"])
    if kind == "no-show":
        return _nobody_came(turn, interview)
    count = len(open_questions(turn, interview.job_id))
    turn.say(
        "debrief.done",
        (
            door(turn.t.label("debrief.button_word"), "debrief", "word", interview.id),
            door(turn.t.label("debrief.button_thanks"), "remind", "thanks", interview.id),
        ),
        (
            door(turn.t.label("debrief.button_asked_me"), "debrief", "asked_me", interview.id),
            door(turn.t.label("call.button_bad"), "call", "bad", interview.job_id),
        ),
        (door(turn.t.label("next.button_questions"), "questions"), *next_row(turn)),
        open=turn.t("debrief.done_open", count=count) if count else "",
        missed=turn.t("debrief.done_missed") if missed else "",
    )
    return END


def _nobody_came(turn: Turn, interview: Interview) -> str:
    """No thank-you for a talk that did not take place."""
    interview.state = "missed"
    turn.say("debrief.missed", next_row(turn))
    return END


def close(turn: Turn, interview: Interview, asked: list[str]) -> int:
    """The interview is debriefed: what was asked stays on record, what was not is open for the next talk.

    Returns how many planned questions were not asked.
    """
    interview.state = "debriefed"
    noted = {a.question_id for a in turn.work.all(Answer) if a.interview_id == interview.id}
    for id in asked:
        if id not in noted:
            turn.work.add(Answer(question_id=id, interview_id=interview.id, created_at=turn.now))
    for dialog in turn.work.all(Dialog):
        if dialog.data.get("interview") == interview.id and dialog.flow == "prepare":
            turn.work.remove(dialog)  # there is nothing to prepare any more
    missed = [question for question in planning.planned(turn, interview) if question.state == "planned"]
    planning.release(turn, interview)
    return len([question for question in missed if question.id not in asked])


# -- what they asked the user -----------------------------------------------------------------------------------


async def start_asked_me(update: Update, context: Context) -> str:
    turn = context.turn
    interview = turn.work.get(Interview, turn.arg)
    if interview is None:
        turn.say("interview.not_found", next_row(turn))
        return END
    turn.begin("debrief", "asked_me", interview=interview.id, asked=[])
    return "asked_me"


def ask_asked_me(turn: Turn) -> Screen:
    return Screen(turn.t("debrief.asked_me"))


async def took_asked_me(update: Update, context: Context) -> str:
    """Their questions tell what the job is about: what they came back to raises a question of the user's own."""
    turn, interview = context.turn, current(context.turn)
    lines = [line.strip(" -•") for line in turn.said.splitlines() if line.strip(" -•")]
    if interview is None:
        turn.say("interview.not_found", next_row(turn))
        return END
    interview.asked_me = "\n".join(dict.fromkeys([*interview.asked_me.splitlines(), *lines]))
    gap_door = door(turn.t.label("gap.button_add"), "gap", "open", interview.job_id)
    found = asked_about(interview.asked_me.splitlines(), turn.content.topics)
    if not found:
        turn.say("debrief.asked_me_kept", (gap_door,), next_row(turn))
        return END
    topic_id, count = found[0]
    [question] = keep(turn, [topic_id], "bank", interview.job_id)
    name = turn.content.topics[topic_id].name.lower()
    key = "debrief.asked_me_often" if count > 1 else "debrief.asked_me_once"
    row = (door(turn.t.label("next.button_questions"), "questions"), gap_door)
    turn.say(key, row, next_row(turn), name=name, count=count, question=wording(turn, question))
    return END


# -- when they said they would be in touch ----------------------------------------------------------------------


async def start_word(update: Update, context: Context) -> str:
    turn = context.turn
    interview = turn.work.get(Interview, turn.arg)
    if interview is None:
        turn.say("interview.not_found", next_row(turn))
        return END
    turn.begin("debrief", "word", interview=interview.id, asked=[])
    return "word"


def ask_word(turn: Turn) -> Screen:
    return Screen(turn.t("debrief.ask_word"))


async def took_word(update: Update, context: Context) -> str | None:
    turn = context.turn
    # "Next Friday" may be one of two days; the earlier one only means that the chaser is offered sooner.
    day, interview = day_of(turn.said, turn.now, turn.zone), current(turn)
    if day is None or interview is None:
        turn.note(turn.t("debrief.word_unclear"))
        return None
    interview.word_by = day
    turn.say("debrief.word_set", next_row(turn), day=datetime.combine(day, datetime.min.time()).strftime("%a %d %b"))
    return END


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
        "who": State(ask_who, Said(took_who, 4000)),
        "answer": State(ask_answer, Said(answered, 2000), Tapped("skip", skip_answer)),
        "odd": State(ask_odd, Tapped("odd", odd), Tapped("none", odd_none), Said(odd_told, 2000)),
        "asked_me": State(ask_asked_me, Said(took_asked_me, 2000)),
        "word": State(ask_word, Said(took_word, 80)),
    },
)

"""/signal: what an employer did, noted with its date; the pattern is shown, not judged; a question can follow."""

from __future__ import annotations

from telegram import Update

from bot.core import conduct, deadlines
from bot.core.model import Job, Question, Signal
from bot.core.past_days import past_day
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Command, Conversation, Door, Handler, Said, State, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.common import bullets, job_words, numbered, short
from handlers.employers import chosen
from handlers.interview_screens import next_row
from handlers.kept_acts import act_line, act_name, day_words, employer_words, keep_deadline, missed, note, set_word

MOST = 1000
LISTED = 20  # acts on one list; each has its button
LINE = 120  # characters of a thought, shown again
SHOWN = 2  # acts of a pattern in one turn
FIRST = ("late", "no-show", "moved", "no-notice", "silent", "rude", "dodged", "pressed")
REST = ("unprepared", "changed-terms", "unpaid-work", *conduct.ALARMS, *conduct.GOOD)


# -- entry points -----------------------------------------------------------------------------------------------


async def start(update: Update, context: Context) -> str:
    """/signal, with or without what happened after it; the same for a free message that tells of it."""
    turn = context.turn
    said, job = employers.told(turn), employers.first(turn)
    turn.begin("signal", "which", note=said, job=job.id if job else "")
    return _next(turn)


def _next(turn: Turn) -> str:
    """The first thing that is not known yet."""
    draft = turn.draft
    if not draft["job"]:
        return "which"
    if not draft.get("kind") and draft["note"]:
        heard = conduct.guess(draft["note"], turn.content.acts)
        draft["kind"] = "" if heard == "note" else heard
    if not draft.get("kind"):
        return "kind"
    if draft["kind"] in conduct.MISSES and not draft.get("word"):
        return "word"
    return _keep(turn)


def _keep(turn: Turn) -> str:
    """Keeps the act, once: whoever goes back and says it otherwise corrects it."""
    draft, job = turn.draft, chosen(turn)
    kept = turn.work.get(Signal, draft.get("signal", "")) or note(turn, job, draft["kind"])
    kept.job_id, kept.kind, kept.note = job.id, draft["kind"], draft["note"]
    kept.day = past_day(deadlines.without(kept.note), turn.now, turn.zone) or kept.day
    set_word(turn, kept, draft.get("word", ""))
    missed(turn, kept)
    _keep_more(turn, kept)
    draft["signal"], draft["answer_by"] = kept.id, keep_deadline(turn, job, kept.note)
    return "result"


def _keep_more(turn: Turn, kept: Signal) -> None:
    """Money and papers in one message are two acts; those of the first telling go where it is corrected."""
    for id in turn.draft.get("more", []):
        if (row := turn.work.get(Signal, id)) is not None:
            turn.work.remove(row)
    told = conduct.alarms(kept.note, turn.content.acts) if kept.kind in conduct.ALARMS else ()
    rows = [note(turn, chosen(turn), kind) for kind in told if kind != kept.kind]
    for row in rows:
        row.note, row.day = kept.note, kept.day
    turn.draft["more"] = [row.id for row in rows]


# -- steps ------------------------------------------------------------------------------------------------------


def ask_kind(turn: Turn) -> Screen:
    kinds = REST if turn.draft.get("rest") else FIRST
    buttons = [Button(turn.content.acts[kind].name, "kind", kind) for kind in kinds]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    more = () if turn.draft.get("rest") else (Button(turn.t.label("signal.more"), "more"),)
    other = (Button(turn.t.label("signal.other"), "kind", "note"),) if turn.draft["note"] else ()
    return Screen(turn.t("signal.kind", job=job_words(turn, chosen(turn))), (*rows, (*more, *other)), sort="picker")


async def more_kinds(update: Update, context: Context) -> None:
    context.turn.draft["rest"] = True


async def took_kind(update: Update, context: Context) -> str:
    """Words that no kind is heard in stay what they are: a note."""
    turn = context.turn
    turn.draft["note"], turn.draft["kind"] = turn.said, conduct.guess(turn.said, turn.content.acts)
    return _next(turn)


async def chose_kind(update: Update, context: Context) -> str | None:
    turn = context.turn
    if turn.arg not in (*turn.content.acts, "note"):
        return None
    turn.draft["kind"] = turn.arg
    return _next(turn)


def ask_word(turn: Turn) -> Screen:
    label = turn.t.label
    buttons = (
        Button(label("signal.word_before"), "word", "before"),
        Button(label("signal.word_after"), "after"),
        Button(label("signal.word_none"), "word", "none"),
    )
    return Screen(turn.t("signal.word"), (buttons,))


def ask_asked(turn: Turn) -> Screen:
    label = turn.t.label
    buttons = (
        Button(label("signal.asked_self"), "word", "unasked"),
        Button(label("signal.asked_me"), "word", "asked"),
    )
    return Screen(turn.t("signal.asked"), (buttons,))


async def afterwards(update: Update, context: Context) -> str:
    return "asked"


async def took_word(update: Update, context: Context) -> str | None:
    turn = context.turn
    if turn.arg not in conduct.WORDS:
        return None
    turn.draft["word"] = turn.arg
    return _keep(turn)


async def skip_word(update: Update, context: Context) -> str:
    context.turn.draft["word"] = "unknown"
    return _keep(turn=context.turn)


# -- what it adds up to -----------------------------------------------------------------------------------------


def show_result(turn: Turn) -> Screen:
    kept = turn.work.get(Signal, turn.draft.get("signal", ""))
    if kept is None:  # taken back
        return ask_kind(turn)
    label = turn.t.label
    row = [Button(label("signal.button_question"), "question"), Button(label("signal.button_pause"), "pause")]
    more = [door(label("signal.button_words"), "remind", "missed", kept.interview_id)] if _nobody(kept) else []
    more += [door(label("signal.button_decide"), "decide", "open", kept.job_id)] if turn.draft.get("answer_by") else []
    done = Button(label("button.done"), "done")
    rows = ((*([] if kept.kind in conduct.GOOD else row), done), tuple(more))
    return Screen(result_words(turn, chosen(turn), kept, turn.draft.get("answer_by", "")), rows, sort="picker")


def _nobody(kept: Signal) -> bool:
    return kept.kind == "no-show" and bool(kept.interview_id)


async def done(update: Update, context: Context) -> str:
    turn = context.turn
    show_all(turn, chosen(turn))
    return END


def result_words(turn: Turn, job: Job, kept: Signal, answer_by: str = "") -> Html:
    """One miss is noted, never judged; what adds up is shown with its dates. ``answer_by``: a deadline in words."""
    found = conduct.pattern(turn.work.all(Signal), job.id)
    facts = {"job": employer_words(turn, job), "act": act_name(turn, kept), "day": day_words(kept.day)}
    by = turn.t("signal.answer_by", day=answer_by) if answer_by else Html("")
    if found is not None and kept in found.acts:
        acts = bullets(act_line(turn, act) for act in found.acts[-SHOWN:])
        return turn.t(f"signal.{found.reason}", job=facts["job"], count=len(found.acts), acts=acts) + by
    if kept.kind in conduct.GOOD:
        return turn.t("signal.good", **facts) + by
    return turn.t("signal.once" if kept.kind in conduct.MISSES else "signal.noted", **facts) + by


# -- thinking it through, and the question that follows ---------------------------------------------------------


async def pause(update: Update, context: Context) -> str:
    return "conclude"


async def start_pause(update: Update, context: Context) -> str:
    """The same later on, from the page of one act."""
    turn = context.turn
    act = turn.work.get(Signal, turn.arg)
    if act is None:
        turn.say("act.gone", next_row(turn))
        return END
    turn.begin("signal", "conclude", signal=act.id, job=act.job_id)
    return "conclude"


def pause_door(turn: Turn, act: Signal) -> Button:
    return door(turn.t.label("signal.button_pause"), "signal", "pause", act.id)


def ask_conclude(turn: Turn) -> Screen:
    return Screen(turn.t("signal.conclude"))


async def took_conclude(update: Update, context: Context) -> str:
    turn = context.turn
    kept = turn.work.get(Signal, turn.draft.get("signal", ""))
    if kept is not None:
        kept.conclusion = turn.said
    return "instead"


def ask_instead(turn: Turn) -> Screen:
    return Screen(turn.t("signal.instead"))


async def took_instead(update: Update, context: Context) -> str:
    turn = context.turn
    kept = turn.work.get(Signal, turn.draft.get("signal", ""))
    if kept is not None:
        kept.instead = turn.said
    return "thought"


def show_thought(turn: Turn) -> Screen:
    kept = turn.work.get(Signal, turn.draft.get("signal", "")) or Signal(job_id="")
    text = turn.t("signal.thought", conclusion=short(kept.conclusion, LINE), instead=short(kept.instead, LINE))
    return Screen(text, ((Button(turn.t.label("signal.button_question"), "question"),),))


async def ask_them(update: Update, context: Context) -> str:
    """The conduct as a polite question on how they deal with each other, kept on the list."""
    turn = context.turn
    kept, job = turn.work.get(Signal, turn.draft.get("signal", "")), chosen(turn)
    act = turn.content.acts.get(kept.kind if kept else "")
    text = (act.direct if turn.user.tone == "direct" else act.soft) if act else turn.content.acts["silent"].soft
    known = [q for q in turn.work.all(Question) if q.job_id == job.id and q.text == text]
    if not known and kept is not None:
        question = Question(job_id=job.id, text=text, origin="signal", about=kept.id, created_at=turn.now)
        turn.work.add(question)
    row = (door(turn.t.label("next.button_questions"), "questions"), log_door(turn, job))
    turn.say("signal.question", row, next_row(turn), question=text)
    return END


# -- all that was noted -----------------------------------------------------------------------------------------


def log_door(turn: Turn, job: Job) -> Button:
    return door(turn.t.label("signal.button_log"), "signal", "log", job.id)


async def show_log(update: Update, context: Context) -> None:
    turn = context.turn
    show_all(turn, turn.work.get(Job, turn.arg))


def show_all(turn: Turn, job: Job | None) -> None:
    """Everything noted about that employer, by date; the newest where it is much. A number opens the act's page."""
    rows = [s for s in turn.work.all(Signal) if job is not None and s.job_id == job.id]
    add = (door(turn.t.label("signal.button_note"), "signal", "open", job.id if job else ""),)
    if job is None:
        return turn.say("signal.log_empty", add, next_row(turn))
    if not rows:
        return turn.say("signal.log_none", add, next_row(turn), job=job_words(turn, job))
    listed = sorted(rows, key=lambda s: s.day or s.created_at.date())[-LISTED:]
    doors = [door(str(number), "act", "open", signal.id) for number, signal in enumerate(listed, 1)]
    numbers = tuple(tuple(doors[i : i + 6]) for i in range(0, len(doors), 6))
    acts = numbered(act_line(turn, signal) for signal in listed)
    text = turn.t("signal.log", job=employer_words(turn, job), acts=acts)
    turn.show(Screen(text, (*numbers, add, next_row(turn)), sort="report"))


HANDLERS: list[Handler] = [Door("signal", "log", show_log)]
CONVERSATION = Conversation(
    "signal",
    entry_points=[Command("signal", start), Door("signal", "open", start), Door("signal", "pause", start_pause)],
    states={
        "which": employers.which("signal.which", _next),
        "kind": State(ask_kind, Said(took_kind, MOST), Tapped("kind", chose_kind), Tapped("more", more_kinds)),
        "word": State(ask_word, Tapped("word", took_word), Tapped("after", afterwards), Tapped("skip", skip_word)),
        "asked": State(ask_asked, Tapped("word", took_word), Tapped("skip", skip_word)),
        "result": State(show_result, Tapped("question", ask_them), Tapped("pause", pause), Tapped("done", done)),
        "conclude": State(ask_conclude, Said(took_conclude, MOST)),
        "instead": State(ask_instead, Said(took_instead, MOST)),
        "thought": State(show_thought, Tapped("question", ask_them)),
    },
)

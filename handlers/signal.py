"""/signal: what an employer did, noted with its date; the pattern is shown, not judged; a question can follow."""

from __future__ import annotations

from datetime import date

from telegram import Update

from bot.core import conduct, deadlines, debrief_words
from bot.core.model import Job, Signal
from bot.core.past_days import past_day
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Command, Door, Said, Tapped, leads_to
from bot.telegram.screen import Screen
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers import at_the_door, employers, signal_log, signal_thought
from handlers.common import bullets, day_words, job_words, short
from handlers.employers import chosen
from handlers.kept_acts import (
    act_line,
    act_name,
    employer_words,
    keep_deadline,
    missed,
    missed_on,
    note,
    remove,
    set_word,
    took_word,
)

MOST = 1000
QUOTED = 80  # characters said back
SHOWN = 2  # acts of a pattern in one turn
FIRST = ("late", "no-show", "moved", "no-notice", "silent", "rude", "dodged", "pressed")
REST = ("unprepared", "changed-terms", "unpaid-work", *conduct.ALARMS, *conduct.GOOD)


# -- entry points -----------------------------------------------------------------------------------------------


async def start(update: Update, context: Context) -> str:
    """/signal, with or without what happened after it; the same for a free message that tells of it."""
    turn = context.turn
    if employers.begin(turn, "signal", note=employers.told(turn)) is None and (row := at_the_door.waited_for(turn)):
        turn.draft["job"] = row.job_id
        heard = conduct.guess(turn.draft["note"], turn.content.acts)
        turn.draft["kind"] = "late" if heard == "note" and row.start <= turn.now else ""
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
    if draft["kind"] != "no-show" and not draft.get("word"):
        draft["word"] = debrief_words.word_told(draft["note"]) if draft["kind"] in conduct.MISSES else ""
    if draft["kind"] in conduct.MISSES and draft["kind"] != "silent" and not draft.get("word"):
        return "word"
    return _keep(turn)


def _keep(turn: Turn) -> str:
    """Keeps the act, once: whoever goes back and says it otherwise corrects it."""
    draft, job = turn.draft, chosen(turn)
    day = past_day(deadlines.without(draft["note"]), turn.now, turn.zone)
    kept = _act(turn, job, day)
    kept.job_id, kept.kind, kept.note = job.id, draft["kind"], draft["note"] or kept.note
    kept.day = day or kept.day
    set_word(turn, kept, draft.get("word", ""))
    missed(turn, kept)
    _keep_more(turn, kept)
    draft["signal"], draft["answer_by"] = kept.id, keep_deadline(turn, job, kept.note)
    return "result"


def _act(turn: Turn, job: Job, day: date | None) -> Signal:
    """The act that is told: the one told here before, else the same one as it was noted earlier, else a new one. What
    was noted earlier is never made another one: corrected, it stands again as it was."""
    draft = turn.draft
    mine = turn.work.get(Signal, draft.get("signal", ""))
    known = missed_on(turn, job, day) if draft["kind"] == "no-show" else None
    before = draft.get("noted_before")
    if mine is not None and before is not None and (mine.job_id, mine.kind) != (job.id, draft["kind"]):
        mine.note, mine.word, mine.kept = before
        mine = None
    if known is not None and mine is not None and known is not mine:
        remove(turn, mine)
        mine = None
    if mine is None:
        draft["noted_before"] = [known.note, known.word, known.kept] if known is not None else None
    return mine or known or note(turn, job, draft["kind"])


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


async def word_said(update: Update, context: Context) -> str | None:
    turn = context.turn
    said = debrief_words.word_answered(turn.said)
    if not said:
        turn.note(turn.t("common.odd_text"))
        return None
    turn.draft["word"] = said
    return _keep(turn)


async def more_told(update: Update, context: Context) -> str:
    """More of the same act, under what was noted of it."""
    turn, kept = context.turn, signal_thought.told_act(context.turn)
    if kept is not None and turn.said not in kept.note:
        kept.note = turn.draft["note"] = f"{kept.note}; {turn.said}".strip("; ")
        turn.note(turn.t("signal.added", words=short(turn.said, QUOTED)))
    return "result"


async def skip_word(update: Update, context: Context) -> str:
    context.turn.draft["word"] = "unknown"
    return _keep(context.turn)


# -- what it adds up to -----------------------------------------------------------------------------------------


def show_result(turn: Turn) -> Screen:
    kept = signal_thought.told_act(turn)
    if kept is None:
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
    signal_log.show_all(turn, chosen(turn))
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


CONVERSATION = Conversation(
    "signal",
    entry_points=[Command("signal", start), Door("signal", "open", start), signal_thought.ENTRY],
    states={
        "which": employers.which("signal.which", _next),
        "kind": State(ask_kind, Said(took_kind, MOST), Tapped("kind", chose_kind), Tapped("more", more_kinds)),
        "word": State(
            ask_word,
            Said(word_said, MOST),
            Tapped("word", took_word(_keep)),
            Tapped("after", leads_to("asked")),
            Tapped("skip", skip_word),
        ),
        "asked": State(ask_asked, Tapped("word", took_word(_keep)), Tapped("skip", skip_word)),
        "result": State(
            show_result,
            Said(more_told, MOST),
            Tapped("question", signal_thought.ask_them),
            Tapped("pause", leads_to("conclude")),
            Tapped("done", done),
        ),
        **signal_thought.STATES,
    },
)

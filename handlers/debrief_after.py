"""Later on, about one talk: which questions they put, and the day by which they want to be in touch."""

from __future__ import annotations

from telegram import Update

from bot.core.days import day_of
from bot.core.debrief_words import came_back_to
from bot.core.drafts import on
from bot.core.model import Interview
from bot.core.notes import asked_about
from bot.core.wants import inside
from bot.telegram import undo
from bot.telegram.buttons import door
from bot.telegram.conversation import END
from bot.telegram.turn import Context, Turn
from handlers.about import about, gone
from handlers.asking import keep, wording
from handlers.common import job_of
from handlers.debrief_end import current
from handlers.gap import open_gap, question_on
from handlers.interview_screens import next_row

# -- what they asked the user -----------------------------------------------------------------------------------


start_asked_me = about(Interview, "debrief", "asked_me", name="interview")


async def took_asked_me(update: Update, context: Context) -> str:
    """Their questions tell what the job is about: what they came back to raises a question of the user's own."""
    turn, interview = context.turn, current(context.turn)
    lines = [line.strip(" -•") for line in turn.said.splitlines() if line.strip(" -•")]
    if interview is None:
        gone(turn, Interview)
        return END
    interview.asked_me = "\n".join(dict.fromkeys([*interview.asked_me.splitlines(), *lines]))
    if what := next(filter(None, map(came_back_to, lines)), ""):
        return _clue(turn, interview, what)
    gap_door = door(turn.t.label("gap.button_add"), "gap", "open", interview.job_id)
    found = asked_about(interview.asked_me.splitlines(), turn.content.topics)
    if not found:
        turn.say("debrief.asked_me_kept", (gap_door,), next_row(turn))
        return END
    topic_id, count = found[0]
    [question] = keep(turn, [topic_id], "bank", interview.job_id)
    name = inside(turn.content.topics[topic_id].name)
    key = "debrief.asked_me_often" if count > 1 else "debrief.asked_me_once"
    row = (door(turn.t.label("next.button_questions"), "questions"), gap_door)
    turn.say(key, row, next_row(turn), name=name, count=count, question=wording(turn, question))
    return END


def _clue(turn: Turn, interview: Interview, what: str) -> str:
    """What they keep coming back to is a clue: how much of the job it is, by when, who teaches it."""
    open_gap(turn, job_of(turn, interview), what, asked=True)
    row = (door(turn.t.label("next.button_questions"), "questions"), undo.button(turn))
    turn.say("debrief.asked_me_clue", row, next_row(turn), what=what, question=question_on(turn, what, "weight"))
    return END


# -- when they said they would be in touch ----------------------------------------------------------------------


start_word = about(Interview, "debrief", "word", name="interview")


async def took_word(update: Update, context: Context) -> str | None:
    turn = context.turn
    # "Next Friday" may be one of two days; the earlier one only means that the chaser is offered sooner.
    day, interview = day_of(turn.said, turn.now, turn.zone), current(turn)
    if day is None or interview is None:
        turn.note(turn.t("debrief.word_unclear"))
        return None
    interview.word_by = day
    turn.say("debrief.word_set", next_row(turn), day=on(day))
    return END

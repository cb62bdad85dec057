"""The scoreboard of a job and the pocket card as pictures; their words stand with them."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Interview, Job, Question
from bot.core.picture import Block, Picture, Row
from bot.telegram.buttons import door
from bot.telegram.inputs import Door, Handler
from bot.telegram.screen import shown
from bot.telegram.turn import Context, Turn
from handlers import card, pictures, planning, scoreboard, side_by_side
from handlers.about import on_one
from handlers.common import job_of, job_words, people_of, person_words, when_words
from handlers.want import want_name
from handlers.where import where


def _show_board(turn: Turn, job: Job) -> None:
    words = scoreboard.board(turn, job)
    drawn = board(turn, job)
    if drawn is None:  # nothing is wanted any more
        return turn.show(words)
    back = door(turn.t.label("picture.button_words"), "job", "board", job.id)
    pictures.show(turn, [words.text], drawn, turn.t("picture.board", job=job_words(turn, job)), back)


def board(turn: Turn, job: Job) -> Picture | None:
    """Both sides; None without anything that the user wants."""
    label = turn.t.label
    rows = tuple(
        Row(want_name(turn, row.priority), (side_by_side.graded(turn, row),))
        for row in scoreboard.graded(turn, job)[: scoreboard.MOST_WANTS]
    )
    if not rows:
        return None
    mine = tuple(Row(line) for line in scoreboard.asked_of(turn, job))
    blocks = [Block("grades", rows, label("picture.board_heading"))]
    blocks += [Block("list", mine, label("picture.mine_heading"))] if mine else []
    return Picture(job_words(turn, job), tuple(blocks))


async def opened_card(update: Update, context: Context) -> None:
    turn = context.turn
    taken = card.to_take(turn)
    if taken is None:
        return
    interview, rows = taken
    words = [card.words(turn, interview, rows)]
    back = door(turn.t.label("picture.button_words"), "card", "open", interview.id)
    pictures.show(turn, words, pocket(turn, interview, rows), turn.t("picture.card"), back, "card")


def pocket(turn: Turn, interview: Interview, rows: list[Question]) -> Picture:
    """The card to take along."""
    label, asked = turn.t.label, card.ticked(turn, interview)
    listed = tuple(
        Row(planning.planned_words(turn, question, interview), lead=str(number), done=question.id in asked)
        for number, question in enumerate(rows, 1)
    )
    besides = tuple(Row(shown(part)) for part in card.besides(turn, interview, rows) if part)
    people = ", ".join(person_words(person.name, person.title) for person in people_of(turn, interview))
    place = shown(where(turn, interview.place, interview.link, interview.dial_in)).splitlines()
    about = (job_words(turn, job_of(turn, interview)), people, *place)
    blocks = [Block("list", listed, label("picture.card_heading"))]
    blocks += [Block("text", besides)] if besides else []
    return Picture(when_words(turn, interview), tuple(blocks), " · ".join(part for part in about if part))


HANDLERS: list[Handler] = [
    *(Door("job", look, on_one(Job, _show_board)) for look in ("light", "dark")),
    *(Door("card", look, opened_card) for look in ("light", "dark")),
]

"""What somebody says that he wants of a job, in a free message: heard as one of the sixteen, else kept in his words."""

from __future__ import annotations

from telegram import Update

from bot.core import wants
from bot.core.model import Priority
from bot.core.wants_said import WantSaid, is_told, said_want
from bot.telegram.buttons import door
from bot.telegram.conversation import END
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import priorities
from handlers.common import short
from handlers.interview_screens import next_row
from handlers.want import want_name

LONGEST = 120  # characters of a want in own words
SHOWN = 60


async def start(update: Update, context: Context) -> str:
    """Keeps it, says so, and has the ways on: why it matters, and all that is kept."""
    turn = context.turn
    new, left = add(turn)
    label, rows = turn.t.label, [row for row in turn.work.all(Priority) if row in new]
    why = (
        (door(label("priorities.button_recall"), "want", "because", rows[0].id),)
        if rows and not rows[0].because and not is_told(rows[0])
        else ()
    )
    ways = (*why, door(label("next.button_priorities"), "priorities"))
    names = ", ".join(short(want_name(turn, row), SHOWN) for row in new)
    kept = turn.t("meaning.want_kept", names=names) if new else Html("")
    full = full_words(turn, left) if left else Html("")
    turn.show(Screen(join([kept, full]) or turn.t("meaning.want_known"), (ways, next_row(turn))))
    return END


def full_words(turn: Turn, left: list[str]) -> Html:
    """That there is no room for these, and what to do about it."""
    names = ", ".join(short(name, SHOWN) for name in left)
    return turn.t("meaning.want_full", names=names, count=len(turn.work.all(Priority)))


def add(turn: Turn) -> tuple[list[Priority], list[str]]:
    """The wants that are new or told anew, at the end of the list; and the names of those that found no room on it."""
    picks, said = priorities.picks_of(turn), priorities.heard_in(turn)
    if not said:  # a tale rather than a list: what it touches, else its first words
        heard = wants.from_days(turn.said, "", turn.content.priorities)
        said = [WantSaid(found.topic) for found in heard] or [WantSaid("", said_want(turn.said)[:LONGEST])]
    added = [one for one in said if priorities.pick_of(one) not in picks]
    room = max(0, priorities.MOST_LATER - len(picks))
    known = {row.id for row in turn.work.all(Priority)}
    priorities.keep_picks(turn, [*picks, *map(priorities.pick_of, added[:room])], {})
    told = priorities.word(turn, said)
    new = [row for row in turn.work.all(Priority) if row.id not in known or row in told]
    return new, [one.words or priorities.name(turn, priorities.pick_of(one)) for one in added[room:]]

"""What comes without a command and outside a conversation, and everything that nothing else took."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from telegram import Update

from bot.core import route, when
from bot.core.lines import read_line
from bot.core.model import Reminder
from bot.core.route.hints import hint
from bot.telegram.buttons import door
from bot.telegram.conversation import END, Callback, Conversation, Handler, Said
from bot.telegram.turn import TURN, Context, Turn
from handlers import (
    belief,
    call,
    colleagues,
    compare,
    debrief,
    decide,
    gap,
    interview,
    no,
    notes,
    offer,
    prepare,
    priorities,
    signal,
    skills,
    stay,
    told,
    worry,
)
from handlers.agenda import home
from handlers.common import yes_or_no
from handlers.dialogs import gone
from handlers.interview_screens import next_row
from handlers.start import doors

REST = timedelta(days=1)
BEGINS: dict[str, Callback] = {
    "interview": interview.start,
    "offer": offer.start,
    "worry": worry.start,
    "debrief": debrief.start_free,
    "signal": signal.start,
    "prepare": prepare.start,
    "priorities": priorities.start,
    "skills": skills.start,
    "no": no.start,
    "compare": compare.start,
    "stay": stay.start,
}
MEANS = {  # what the learned router is sure of -> what is done about it; the others are left to the rules
    "add_interview": "interview",
    "change_interview": "moved",
    "debrief": "debrief",
    "worry": "worry",
    "offer": "offer",
    "signal": "signal",
    "prepare": "prepare",
    "priorities": "priorities",
    "skills": "skills",
    "decline": "no",
    "compare": "compare",
    "current_job": "stay",
    "agenda": "next",
}
GUESSED = ("other", "interview", "offer", "worry", "debrief", "moved")  # kinds that the rules often get wrong
HINTED: dict[str, tuple[str, Callback]] = {
    "references": ("call", call.start_references),
    "accept": ("decide", decide.start),
    "gap": ("gap", gap.start),
    "badly": ("call", call.start_bad),
    "doubt": ("skills", skills.start_doubt),
    "cancel": ("skills", skills.start_doubt),
    "belief": ("belief", belief.start),
    "decline": ("no", no.start),
    "colleagues": ("colleagues", colleagues.start),
}
STORIES = ("gap", "badly", "references", "belief")
SHORT = 12  # words; a longer message tells more than the one thing that it was led by
STRONGER = ("interview", "moved", "rejected")  # what is done about these is plainer than any hint
OPEN_ENDED = ("worry", "offer")  # conversations whose steps take any text
CARDS = (("interview", "confirm"), ("interview", "cancel"), ("interview", "close"), ("interview", "same"))
NEVER_AN_ANSWER = ("rejected", "data", "quiet", "remind", "next", "offer")
ELSEWHERE = ("interview", "offer", "moved", "rejected", "data", "quiet", "remind", "next")
ROWS: dict[str, tuple[tuple[str, str], ...]] = {
    "data": (("free.button_privacy", "privacy"), ("free.button_delete", "delete")),
    "quiet": (("free.button_settings", "settings"),),
    "remind": (("free.button_settings", "settings"), ("next.button_add", "interview")),
    "mindset": (("questions.button_ask", "ask"), ("next.button_questions", "questions")),
}


class Crisis(Handler):
    """A cry of crisis is seen before anything else, in the middle of a conversation too."""

    def __init__(self) -> None:
        super().__init__(crisis)

    def check_update(self, update: object) -> bool:
        turn = TURN.get()
        return turn.event.kind in ("text", "command", "media", "edited") and route.is_crisis(turn.said)


async def crisis(update: Update, context: Context) -> None:
    """Short, kind, points to people, keeps nothing; reminders rest for a day."""
    turn = context.turn
    for row in turn.work.all(Reminder):
        if row.state == "planned" and row.due < turn.now + REST:
            row.due, row.expires, row.snoozed = turn.now + REST, max(row.expires, turn.now + 2 * REST), True
    turn.pause()  # what he writes next is no answer to an open step
    turn.say("common.crisis", () if turn.discard else next_row(turn))  # a stranger's button would lead nowhere


def _kind(turn: Turn) -> str:
    """What a message is about: as the rules say, unless the learned router is sure of something else.

    An employer beside a time is an interview, although no word says so.
    """
    reading = when.understand(turn.said, turn.now, turn.zone)
    kind = route.kind(turn.said, reading, turn.content)
    if kind in GUESSED and route.sure(turn.said):
        kind = MEANS.get(route.intents(turn.said)[0], kind)
    if kind == "other" and reading.kind != "nothing" and read_line(turn.said, reading.spans).employer:
        return "interview"
    return kind


class Fallback(Handler):
    """The last in the list: it takes everything, so that nobody is left without an answer."""

    def __init__(self, conversations: Mapping[str, Conversation]) -> None:
        super().__init__(self.answer)
        self._conversations = conversations

    def check_update(self, update: object) -> bool:
        return TURN.get().event.kind not in ("member", "none")

    async def answer(self, update: Update, context: Context) -> None:
        turn = context.turn
        kind = turn.event.kind
        if kind == "text":
            await self._route(update, context)
        elif kind == "tap":
            gone(turn)
        elif kind == "command":
            turn.say("common.unknown_command", turn.way_back(), next_row(turn), command=turn.event.command[:32])
        elif kind == "edited":
            turn.say("common.edited", turn.way_back(), next_row(turn))
        else:
            turn.say("common.media", turn.way_back(), next_row(turn))

    async def _route(self, update: Update, context: Context) -> None:
        turn = context.turn
        kind, said = _kind(turn), hint(turn.said)
        hinted = HINTED.get(said)
        # "I want to cancel, why would they want me" is a doubt before it is a change of the interview.
        if hinted is not None and (kind not in STRONGER or (kind, said) == ("moved", "doubt")):
            if said in STORIES and len(turn.said.split()) > SHORT:
                notes.keep(turn, turn.said)  # the conversation takes one thing out of it: the rest must not be lost
                turn.note(turn.t("notes.kept_all"))
            return await self._begin(hinted[1], hinted[0], update, context)
        if kind in ("other", "debrief", "thanks") and offer.awaits(turn) is not None:
            return await self._begin(offer.start_reply, "offer", update, context)
        if kind in ("other", "debrief", "thanks") and told.asked_about(turn) is not None and len(turn.said) > 3:
            kind = "debrief"  # "How did it go?" was the last thing asked
        if kind == "other" and notes.under_way(turn) is not None:
            return notes.take(turn, turn.said)  # a line during the day of a talk
        if kind in BEGINS:
            await self._begin(BEGINS[kind], kind, update, context)
        elif kind == "moved":
            told.moved(turn, self._conversations["interview"])
        else:
            self._point(turn, kind)

    async def _begin(self, entry: Callback, flow: str, update: Update, context: Context) -> None:
        step = await entry(update, context)
        if step is not None and step != END:
            self._conversations[flow].enter(context.turn, step)

    def _point(self, turn: Turn, kind: str) -> None:
        """One line that says what can be done, with the door that fits."""
        label = turn.t.label
        if kind == "rejected":
            return told.rejected(turn)
        if kind in ("next", "help"):
            return turn.show(home(turn))
        if kind == "thanks" and not turn.work.new_user:
            return turn.say("free.thanks", next_row(turn), turn.way_back())
        if kind in ("hello", "thanks"):
            return turn.show(doors(turn, "start.hello" if turn.work.new_user else "common.hello"))
        row = ROWS.get(kind)
        if row is None:
            return turn.show(doors(turn, "common.other"))
        return turn.say(f"free.{kind}", tuple(door(label(key), flow) for key, flow in row), turn.way_back())


class Digression(Fallback):
    """Something quite different, typed into a step that takes any text: it goes where it belongs."""

    def check_update(self, update: object) -> bool:
        turn = TURN.get()
        if turn.event.kind != "text" or turn.dialog is None:
            return False
        if yes_or_no(turn.said) is not None:
            return False
        flow, step = turn.dialog.flow, turn.dialog.step
        if not self._takes_text(flow, step):
            return bool(hint(turn.said)) or _kind(turn) in ELSEWHERE
        if flow == "offer" and offer.takes(turn, step):
            return False
        if flow in OPEN_ENDED:
            return _kind(turn) in ELSEWHERE and _kind(turn) != flow
        return (flow, step) in CARDS and _kind(turn) in NEVER_AN_ANSWER

    def _takes_text(self, flow: str, step: str) -> bool:
        state = self._conversations[flow].states.get(step) if flow in self._conversations else None
        return state is None or any(isinstance(handler, Said) for handler in state.handlers)

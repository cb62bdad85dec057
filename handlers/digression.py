"""Something quite different, typed in the middle of a conversation: it goes where it belongs, with a way back."""

from __future__ import annotations

from collections.abc import Mapping

from telegram import Update

from bot.core import asked, route, when
from bot.core.lines.corrected import corrected
from bot.core.naming import is_name
from bot.core.offer.glance import is_offer
from bot.core.route import asides, plain, told_no, yes_no
from bot.core.route.hints import HINTS, hint
from bot.core.wants_said import is_unknown
from bot.telegram.conversation import MOVES, Conversation, stop_screen
from bot.telegram.inputs import Handler, Said
from bot.telegram.turn import TURN, Context, Turn
from handlers import (
    came_after_all,
    classify,
    debrief,
    decide,
    decide_asked,
    decide_said,
    discreet,
    employers,
    free,
    intents,
    interview_city,
    interview_decisions,
    interview_when,
    list_orders,
    no,
    offer,
    plainly,
    prepare_asked,
    rejected,
    small,
    unsure,
)
from handlers.common import agrees, yes_or_no
from handlers.expects import (
    ANSWERED,
    CARDS,
    CHANGES,
    CLOCKS,
    ELSEWHERE,
    FACTS,
    LOOSE,
    NAMES,
    NEVER_AN_ANSWER,
    OPEN_ENDED,
    OWN,
    QUESTIONS,
    REPLIES,
    RESTS,
    UNTIMED,
    YES_GIVEN,
)

Place = tuple[str, str]  # a conversation and its step
BARE = 2  # words; beside a report of an offer a short question is one too
NOTE = 16  # words; a longer text where a reply is expected is the reply
OWN_VOICE = tuple(name for name in HINTS if name not in ("references", "gap"))  # what no employer writes
KEEPING = {"offer": ("offer",), "compare": ("compare",)}  # what waits there would be lost with a new beginning
LISTS = ("prepare", "ask")  # what is typed there goes on a list of questions
TELLING = ("debrief", "signal", "act", "note", "answer", "prepare", "interview", "letter", "call")
ASKED_BESIDE = ("signal", "act", "belief", "skills", "letter", "need", "stay", "posting", "gap")
"""Where "what should I ask them?" is no answer."""
CHOOSING = ("decide", "interview", "talk", "compare", "priorities", "want", "settings", "delete")
"""Where "I'll take it" may mean a day, a button, or a yes that is asked for."""
STOPS = ("stop", "stop it", "stop this", "quit", "exit", "enough", "never mind", "nevermind", "forget it", "leave it")


class Digression(Handler):
    """Before the steps: takes what is no answer to the open one."""

    def __init__(self, conversations: Mapping[str, Conversation]) -> None:
        super().__init__(self.answer)
        self._conversations = conversations

    def check_update(self, update: object) -> bool:
        turn = TURN.get()
        if turn.event.kind != "text" or turn.dialog is None:
            return False
        if turn.dialog.flow == unsure.FLOW:
            return not self._names_button(turn)
        if stops(turn.said):
            return True
        if turn.said.casefold().strip(" .!") in MOVES or self._names_button(turn):
            return False
        return yes_or_no(turn.said) is None and self._digresses(turn, turn.dialog.flow, turn.dialog.step)

    def _names_button(self, turn: Turn) -> bool:
        flow = turn.dialog.flow if turn.dialog is not None else ""
        return flow in self._conversations and self._conversations[flow].named(turn) is not None

    def _digresses(self, turn: Turn, flow: str, step: str) -> bool:
        if discreet.beside(turn) or (flow not in CHOOSING and plainly.says_yes(turn)):
            return True
        if flow in ("offer", "first") and plainly.says_no(turn):
            return True
        if told_no.who_said_no(turn.said) and classify.kind_of(turn) == "rejected":
            return True
        if flow == "no" and classify.kind_of(turn) in ("interview", "moved"):
            return True
        if flow in ("no", "learned") and (classify.kind_of(turn) == "rejected" or rejected.sighed(turn)):
            return True
        if flow == "offer" and offer.takes(turn, step) and not asides.has_sign(turn.said):
            return False
        if flow not in ("interview", "offer") and classify.tells_interview(turn):
            return True
        if _answers(turn, (flow, step)):
            return False
        if flow == "no" and hint(turn.said) == "accept":
            return True
        if flow in ("signal", "debrief") and came_after_all.meant(turn) is not None:
            return True
        place, kind = (flow, step), classify.kind_of(turn)
        if flow in TELLING and (_is_over(turn, kind) or (is_offer(turn.said) and plainly.tells_terms(turn.said))):
            return True  # whatever was being told of them, this is more
        if flow == "debrief" and step != "how" and "offer" in turn.said.casefold() and plainly.tells_terms(turn.said):
            return True
        return _is_aside(turn, place, kind) or _is_unfit(turn, place, kind) or self._is_idle(turn, place, kind)

    def _is_idle(self, turn: Turn, place: Place, kind: str) -> bool:
        """Whether the step cannot use a text, or only takes it since it takes any."""
        flow, said = place[0], turn.said
        own = OWN.get(flow, ()) if flow in (*ANSWERED, *OPEN_ENDED) else ()
        if not self._takes_text(*place):
            return kind in ELSEWHERE or _is_more(turn, own)
        if flow in OPEN_ENDED:
            return kind in ELSEWHERE and kind != flow and route.intents(said)[0] not in own
        return place in CARDS and kind in NEVER_AN_ANSWER

    def _takes_text(self, flow: str, step: str) -> bool:
        state = self._conversations[flow].states.get(step) if flow in self._conversations else None
        return state is None or any(isinstance(handler, Said) for handler in state.handlers)

    async def answer(self, update: Update, context: Context) -> None:
        turn = context.turn
        if stops(turn.said):
            return stop_screen(turn, turn.pause())
        if turn.dialog is not None and turn.dialog.flow != unsure.FLOW and discreet.beside(turn):
            return await self._keep_apart(update, context)
        if turn.dialog is not None and turn.dialog.flow == unsure.FLOW:
            said = yes_or_no(turn.said)
            if said is not None:
                return await unsure.answered(update, context, said)
            if _says_little(turn):
                turn.note(turn.t("common.odd_text"))
                return unsure.CONVERSATION.redraw(turn)
            picked = unsure.typed(turn, plainly=bool(plainly.hinted(turn)))
            if picked:
                return await intents.begin(intents.act(turn, picked), update, context)
        turn.retell(asides.bare(turn.said))
        await free.hear(update, context)

    async def _keep_apart(self, update: Update, context: Context) -> None:
        """What somebody must not know is kept for the user alone; what else is said answers the open step."""
        turn = context.turn
        step = self._conversations[turn.dialog.flow if turn.dialog else ""]
        if discreet.told(turn):
            discreet.keep(turn, turn.said)
            turn.note(turn.t("free.secret"))
            return step.redraw(turn)
        discreet.set_aside(turn)
        taken = step.check_update(update)
        if taken is None or self.check_update(update):
            return await self.answer(update, context)
        await step.handle_update(update, None, taken, context)


def _is_over(turn: Turn, kind: str) -> bool:
    """Whether it tells that a job is lost; "they said no" alone may be the answer to what was asked there."""
    return kind == "rejected" and len(turn.said.split()) <= NOTE and not told_no.is_bare_no(turn.said)


def _answers(turn: Turn, place: Place) -> bool:
    """Whether a text says in its own words what a button of the step would, or orders something of its list."""
    if place[0] == "prepare":
        return bool(list_orders.read(turn)) or prepare_asked.takes(turn)
    if place in NAMES:
        return employers.is_answer(turn)
    if place in YES_GIVEN:
        return plain.takes_back_yes(turn.said) or yes_no.is_sent(turn.said)
    if place == ("interview", "confirm"):
        return agrees(turn.said) or bool(corrected(turn.said, turn.draft.get("employer", "")))
    if place[0] == "interview" and place[1] in ("city", "when", "which", "employer"):
        return interview_when.answers(turn)
    if place == ("debrief", "who"):
        return debrief.tells_of_one(turn)
    if place == ("interview", "cancel"):
        return interview_decisions.off_or_on(turn) is not None
    if place == ("first", "asked"):
        return decide_asked.takes(turn)
    if place == ("no", "how"):
        return no.kind_of(turn.said) != ""
    if place == ("decide", "mirror") and plainly.says_yes(turn):
        return True
    return place == ("decide", "mirror") and (decide_said.way(turn) != "" or decide_said.asks(turn) is not None)


def _is_cry(turn: Turn, kind: str) -> bool:
    """Whether somebody fears or doubts where a question to an employer is asked for: "they all have degrees"."""
    if hint(turn.said) in ("doubt", "cancel"):
        return True
    first = route.intents(turn.said)[0]
    if is_unknown(turn.said):
        return False
    return not asked.is_asking(turn.said) and (
        kind == "mindset" or (first in ("worry", "mindset") and route.sure(turn.said))
    )


def stops(text: str) -> bool:
    """Whether it means the Stop button."""
    return text.casefold().strip(" .!") in STOPS


def _is_aside(turn: Turn, place: Place, kind: str) -> bool:
    """Whether the text itself says that it is beside the point, or plainly is."""
    if kind == "thanks" and small.says_thanks(turn.said) and place not in FACTS:
        return True
    if place[0] in LISTS and _is_cry(turn, kind):
        return True
    if place[0] in ASKED_BESIDE and plain.asks_what_to_ask(turn.said):
        return True
    own = (*OWN.get(place[0], ()), *CHANGES.get(place, ()))
    fact, question, loose = place in FACTS, place in QUESTIONS, place[0] in LOOSE
    return asides.goes_elsewhere(turn.said, own, fact=fact, question=question, loose=loose)


def _is_unfit(turn: Turn, place: Place, kind: str) -> bool:
    """Whether the step expects something that the text is not: a question, a name, a time, or nothing."""
    if place in QUESTIONS and kind in ("interview", "moved") and "?" not in turn.said and not _no_time(turn):
        return True
    if place == ("interview", "city") and interview_city.asks_aside(turn.said):
        return True
    if place in NAMES and _no_name(turn, KEEPING.get(place[0], ())):
        return True
    if place in CLOCKS and _no_time(turn) and not any(map(str.isdigit, turn.said)):
        return _is_more(turn, OWN["settings"])
    if place in UNTIMED and _no_time(turn):
        return _is_more(turn, (*OWN["interview"], "change_interview"))
    if place in REPLIES:
        own = hint(turn.said) in OWN_VOICE or asides.is_plain(turn.said, ("offer",))
        return own and len(turn.said.split()) <= NOTE and not asides.is_their_voice(turn.said)
    return place in RESTS and not _asks(turn, place) and _leaves(turn, kind, RESTS[place])


def _asks(turn: Turn, place: Place) -> bool:
    """Whether a screen that rests asks for something just now: why, where questions stay open behind a yes."""
    return place == ("decide", "yes") and decide.asks_why(turn)


def _is_more(turn: Turn, own: tuple[str, ...]) -> bool:
    return bool(plainly.hinted(turn)) or asides.may_be_other(turn.said, own)


def _no_name(turn: Turn, own: tuple[str, ...]) -> bool:
    """Whether an answer to "which employer?" is neither one that is known nor reads like a name."""
    fits = employers.candidates(turn, turn.said)
    known = bool(fits) and len(fits) < len(employers.open_jobs(turn))
    return not known and not is_name(turn.said) and asides.may_be_other(turn.said, own)


def _no_time(turn: Turn) -> bool:
    return when.understand(turn.said, turn.now, turn.zone).kind == "nothing"


def _leaves(turn: Turn, kind: str, own: tuple[str, ...]) -> bool:
    """Whether a text at a screen that asks for nothing is a message of its own."""
    kinds = (*ELSEWHERE, "mindset", "help")
    one_more = asides.has_sign(turn.said) and "offer" in route.intents(asides.bare(turn.said))[:2]
    least = BARE if own == ("offer",) else asides.FEWEST
    return one_more or bool(plainly.hinted(turn)) or kind in kinds or asides.may_be_other(turn.said, own, least)


def _says_little(turn: Turn) -> bool:
    """A word or two that name no button and nothing else: the question stays."""
    return (
        not unsure.names_one(turn.said)
        and not plainly.hinted(turn)
        and classify.kind_of(turn) not in ELSEWHERE
        and len(turn.said.split()) < asides.FEWEST
        and not classify.intent_of(turn, classify.kind_of(turn))
        and route.intents(turn.said)[0] not in turn.draft["picks"]
    )

"""/prepare and the evening message: three to five questions for the next talk, best first."""

from __future__ import annotations

import re

from telegram import Update

from bot.core import asked, orders, remarks, to_bot, wants
from bot.core.model import Interview, Priority
from bot.core.orders import Order
from bot.core.wants_said import is_unknown
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Callback, Command, Door, Said, Tapped, leads_to
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers, list_orders, planning, prepare_again, prepare_asked, prepare_list, prepare_said
from handlers.common import agrees, short, upcoming, yes_or_no
from handlers.interview_screens import next_row
from handlers.prepare_list import current
from handlers.want import want_name

ORDINALS = ("first", "second", "third", "fourth", "fifth")
MOST_LEARN = 60  # characters of the one thing to learn where it is said back
SHORTEST_QUESTION = 12  # characters; a shorter text is no question of one's own


_OF_LIST = re.compile(r"(?i)\b(?:my|the|list|questions?|of mine)\b")


def _interview(turn: Turn) -> Interview | None:
    """The interview of the button, the one that the message names, or the next one."""
    if turn.event.kind == "tap" and turn.arg:
        return turn.work.get(Interview, turn.arg)
    rows = upcoming(turn)
    named = employers.talks(turn, rows, turn.said) if turn.event.kind == "text" else []
    return next(iter(named or rows), None)


def _enter(step: str) -> Callback:
    """Opens the list at that step; the evening message's buttons lead straight to theirs."""

    async def begin(update: Update, context: Context) -> str:
        turn = context.turn
        interview = _interview(turn)
        if interview is None or interview.state == "cancelled":
            turn.say("prepare.none", (door(turn.t.label("next.button_add"), "interview", "new"),), next_row(turn))
            return END
        turn.begin(
            "prepare", "list", interview=interview.id, items=planning.items(turn, interview), tone=turn.user.tone
        )
        if step == "soft":
            prepare_list.worded(turn, "soft" if turn.user.tone == "direct" else "direct")
            return "list"
        if step == "learn":
            planning.settle(turn, interview, turn.draft["items"])
        return step

    return begin


start = _enter("list")


async def start_ordered(update: Update, context: Context) -> str:
    """ "Give me only 3 questions": the list of the next talk, as it was ordered."""
    step = await start(update, context)
    if step == "list":
        list_orders.obey(context.turn)
    return str(step)


def show_list(turn: Turn) -> Screen:
    t, draft = turn.t, turn.draft
    other = "softer" if draft["tone"] == "direct" else "direct"
    row = (
        Button(t.label("prepare.mine"), "keep"),
        Button(t.label("prepare.swap"), "swap"),
        Button(t.label(f"prepare.{other}"), "tone", other),
    )
    text = planning.list_text(turn, current(turn), draft["items"], draft["tone"])
    return Screen(text, (*_number_rows(turn), prepare_asked.proposed(turn), row), sort="report")


def _number_rows(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    """For a number that was typed alone: what can be done with that question."""
    at = [n for n in turn.draft.pop("at", []) if n <= len(turn.draft["items"])][:1]
    acts = ("off", "first", "explain")
    return tuple(
        tuple(
            Button(turn.t.label(f"prepare.one_{act}", number=n), act, planning.key(turn.draft["items"][n - 1]))
            for act in acts
        )
        for n in at
    )


async def ordered(update: Update, context: Context) -> None:
    """A button of one question: as if the order were typed."""
    turn = context.turn
    places = [n for n, item in enumerate(turn.draft["items"], 1) if planning.key(item) == turn.arg]
    action = turn.event.pressed.action if turn.event.pressed else ""
    if places:
        list_orders.do(turn, [Order(action, tuple(places))])


async def added(update: Update, context: Context) -> None:
    """The question that was just proposed goes on the list."""
    turn = context.turn
    item = turn.draft.pop("proposed", None)
    if item:
        prepare_list.add(turn, [item])
        prepare_list.hold(turn)


async def changed_tone(update: Update, context: Context) -> None:
    prepare_list.worded(context.turn, "direct" if context.turn.arg == "direct" else "soft")


async def own_words(update: Update, context: Context) -> str | None:
    """An order is done, a question goes to the top of the list, a yes keeps it; what is neither changes nothing."""
    turn = context.turn
    if yes_or_no(turn.said) or orders.is_enough(turn.said) or agrees(_OF_LIST.sub(" ", turn.said)):
        return await keep(update, context)
    if prepare_asked.takes(turn):
        prepare_asked.answer(turn)
        return "list"
    if to_bot.is_lost(turn.said):
        turn.note(turn.t("prepare.lost"))
        return "list"
    known = list_orders.obey(turn) or list_orders.beyond(turn) or prepare_again.likes(turn)
    if known or prepare_said.tells_of_person(turn):
        return "list"
    if remarks.is_remark(turn.said) or orders.is_complaint(turn.said):
        prepare_said.remarked(turn)
        return "list"
    if orders.is_order(turn.said):
        turn.note(turn.t("prepare.which"))
        return "list"
    if prepare_said.asks_again(turn):
        return "list"
    if not _is_topic(turn):
        if len(turn.said) < SHORTEST_QUESTION and not asked.topics_in(turn.said, turn.content):
            turn.note(turn.t("prepare.no_question"))
            return None
        prepare_said.add_own(turn)
    return "list"


def _is_topic(turn: Turn) -> bool:
    """ "What about the rota", "training and the pension": the bank asks that better than two words."""
    whole = asked.is_asking(turn.said) and not asked.about(turn.said) and len(turn.said) >= SHORTEST_QUESTION
    named = [] if whole else asked.topics_in(turn.said, turn.content)
    found = [prepare_list.add_topic(turn, one) for one in reversed(named)]
    if any(found):
        prepare_list.hold(turn)
    return any(found)


def which_swap(turn: Turn) -> Screen:
    numbers = range(1, len(turn.draft["items"]) + 1)
    words = planning.list_text(turn, current(turn), turn.draft["items"], turn.draft["tone"])
    return Screen(
        words + "\n\n" + turn.t("prepare.swap_which"),
        (tuple(Button(str(n), "out", str(n)) for n in numbers),),
        sort="report",
    )


def _number(said: str) -> str:
    """ "2", "number 2" or "the second" as "2"; anything else as it is."""
    words = said.casefold().replace(".", " ").split()
    named = [str(ORDINALS.index(word) + 1) for word in words if word in ORDINALS]
    return next((word for word in [*words, *named] if word.isdigit()), said)


async def swapped(update: Update, context: Context) -> str | None:
    """The chosen one goes, the next best comes in its place."""
    turn = context.turn
    items = turn.draft["items"]
    number = turn.arg or _number(turn.said)
    if not number.isdigit() or not 1 <= int(number) <= len(items):
        return None if turn.arg else await own_words(update, context)
    list_orders.do(turn, [Order("swap", (int(number),))])
    return "list"


async def keep(update: Update, context: Context) -> str:
    turn = context.turn
    planning.settle(turn, current(turn), turn.draft["items"])
    turn.user.tone = turn.draft["tone"]
    return "learn"


async def learned(update: Update, context: Context) -> str:
    turn = context.turn
    if prepare_asked.takes(turn):
        prepare_asked.answer(turn)
        return "learn"
    if any(order.act not in ("number", "more") for order in list_orders.read(turn)) and list_orders.obey(turn):
        return "list"
    if remarks.wants_off(turn.said) and remarks.is_remark(turn.said):
        prepare_said.remarked(turn)
        return "list"
    if not _says_none(turn.said):
        current(turn).learn = turn.said
    return _kept(turn)


def _says_none(said: str) -> bool:
    """ "No", "nothing", "idk" to what he wants to know when he leaves."""
    bare = said.casefold().strip(" .!")
    return yes_or_no(said) is False or is_unknown(said) or bare in ("nothing", "none", "nothing really", "not yet")


async def skipped(update: Update, context: Context) -> str:
    return _kept(context.turn)


def _kept(turn: Turn) -> str:
    interview = current(turn)
    learn = turn.t("prepare.kept_learn", learn=short(interview.learn, MOST_LEARN)) if interview.learn else ""
    recall = _recall(turn)
    turn.say(
        "prepare.kept",
        (door(turn.t.label("interview.button_card"), "card", "open", interview.id), *recall),
        (door(turn.t.label("prepare.button_behind"), "prepare", "behind", interview.id), *next_row(turn)),
        lead=planning.lead(turn, interview),
        learn=learn,
    )
    return END


async def show_behind(update: Update, context: Context) -> None:
    turn = context.turn
    interview = _interview(turn)
    if interview is None:
        return turn.say("prepare.none", next_row(turn))
    card = (door(turn.t.label("interview.button_card"), "card", "open", interview.id),)
    turn.show(Screen(planning.behind(turn, interview), (card, next_row(turn), turn.way_back()), sort="report"))


def _recall(turn: Turn) -> tuple[Button, ...]:
    """A want without a reason is recalled once, where the reason would help: before a talk."""
    want = wants.without_reason(turn.work.all(Priority)) if turn.user.coaching else None
    if want is None:
        return ()
    want.recalled = True
    turn.note(turn.t("priorities.recall", name=want_name(turn, want)))
    return (door(turn.t.label("priorities.button_recall"), "want", "because", want.id),)


CONVERSATION = Conversation(
    "prepare",
    entry_points=[
        Command("prepare", start),
        Door("prepare", "open", start),
        Door("prepare", "keep", _enter("learn")),
        Door("prepare", "swap", _enter("swap")),
        Door("prepare", "soft", _enter("soft")),
        Door("prepare", "behind", show_behind),
    ],
    states={
        "list": State(
            show_list,
            Tapped("keep", keep),
            Tapped("swap", leads_to("swap")),
            Tapped("tone", changed_tone),
            Tapped("add", added),
            *(Tapped(act, ordered) for act in ("off", "first", "explain")),
            Said(own_words, 300),
        ),
        "swap": State(which_swap, Tapped("out", swapped), Said(swapped, 300)),
        "learn": State(asks("prepare.learn"), Said(learned, 300), Tapped("skip", skipped)),
    },
)

"""/prepare and the evening message: three to five questions for the next talk, best first."""

from __future__ import annotations

from telegram import Update

from bot.core import remarks, wants
from bot.core.model import Interview, Priority, Question
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Callback, Command, Door, Said, Tapped, leads_to
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers, planning
from handlers.common import bullets, short, upcoming, yes_or_no
from handlers.interview_screens import next_row
from handlers.want import want_name

ORDINALS = ("first", "second", "third", "fourth", "fifth")
MOST_LEARN = 60  # characters of the one thing to learn where it is said back
SHORTEST_QUESTION = 12  # characters; a shorter text is no question of one's own


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
            turn.draft["tone"] = "soft" if turn.user.tone == "direct" else "direct"
            return "list"
        if step == "learn":
            planning.settle(turn, interview, turn.draft["items"])
        return step

    return begin


start = _enter("list")


def _current(turn: Turn) -> Interview:
    """The interview of the conversation; an empty one where it was deleted meanwhile."""
    found = turn.work.get(Interview, turn.draft["interview"])
    return found or Interview(job_id="", local=turn.now.replace(tzinfo=None), zone=turn.zone, start=turn.now)


def show_list(turn: Turn) -> Screen:
    t, draft = turn.t, turn.draft
    other = "softer" if draft["tone"] == "direct" else "direct"
    row = (
        Button(t.label("prepare.mine"), "keep"),
        Button(t.label("prepare.swap"), "swap"),
        Button(t.label(f"prepare.{other}"), "tone", other),
    )
    return Screen(planning.list_text(turn, _current(turn), draft["items"], draft["tone"]), (row,), sort="report")


async def changed_tone(update: Update, context: Context) -> None:
    context.turn.draft["tone"] = "direct" if context.turn.arg == "direct" else "soft"


async def own_words(update: Update, context: Context) -> str | None:
    """A typed question goes to the top of the list; a yes keeps the list, and what is no question changes nothing."""
    turn = context.turn
    if yes_or_no(turn.said):
        return await keep(update, context)
    if len(turn.said) < SHORTEST_QUESTION:
        turn.note(turn.t("prepare.no_question"))
        return None
    if remarks.is_remark(turn.said):
        return _remarked(turn)
    interview = _current(turn)
    question = turn.work.add(Question(text=turn.said, origin="own", job_id=interview.job_id, created_at=turn.now))
    turn.draft["items"] = [["", "", question.id], *turn.draft["items"]][: planning.MOST]
    return "list"


def _remarked(turn: Turn) -> str:
    """A remark is no question: the ones that it speaks of go, and the next best come; else the list stays as it is."""
    interview, items = _current(turn), turn.draft["items"]
    words = [planning.item_words(turn, item, interview, turn.draft["tone"]) for item in items]
    places = remarks.meant(turn.said, words) if remarks.wants_off(turn.said) else []
    if not places:
        turn.note(turn.t("prepare.remark"))
        return "list"
    settled = bool(planning.planned(turn, interview))
    for item in [items[place - 1] for place in places]:
        _replace(turn, item)
    if settled:  # what is sent unasked and the card follow it at once
        planning.settle(turn, interview, turn.draft["items"])
    turn.note(turn.t("prepare.taken_off", questions=bullets(words[place - 1] for place in places)))
    return "list"


def _replace(turn: Turn, item: planning.Item) -> None:
    """It is put away, and the next best one comes in its place, if there is one."""
    items, draft, interview = turn.draft["items"], turn.draft, _current(turn)
    question = turn.work.get(Question, item[2]) if item[2] else None
    if question is None:
        made = Question(topic=item[0], bank=item[1], job_id=interview.job_id, created_at=turn.now)
        question = turn.work.add(made)
    question.state, question.interview_id, question.rank = "parked", "", 0
    draft["refused"] = [*draft.get("refused", []), planning.key(item)]
    best = planning.next_best(turn, interview, items, draft["refused"])
    at = items.index(item)
    draft["items"] = [*items[:at], *([best] if best is not None else []), *items[at + 1 :]]


def which_swap(turn: Turn) -> Screen:
    numbers = range(1, len(turn.draft["items"]) + 1)
    words = planning.list_text(turn, _current(turn), turn.draft["items"], turn.draft["tone"])
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
    refused = [*turn.draft.get("refused", []), planning.key(items[int(number) - 1])]
    best = planning.next_best(turn, _current(turn), items, refused)
    if best is None:
        turn.note(turn.t("prepare.swap_none"))
        return "list"
    turn.draft["refused"] = refused
    turn.draft["items"] = [best if place == int(number) else item for place, item in enumerate(items, 1)]
    return "list"


async def keep(update: Update, context: Context) -> str:
    turn = context.turn
    planning.settle(turn, _current(turn), turn.draft["items"])
    turn.user.tone = turn.draft["tone"]
    return "learn"


async def learned(update: Update, context: Context) -> str:
    turn = context.turn
    if remarks.wants_off(turn.said) and remarks.is_remark(turn.said):
        return _remarked(turn)
    _current(turn).learn = turn.said
    return _kept(turn)


async def skipped(update: Update, context: Context) -> str:
    return _kept(context.turn)


def _kept(turn: Turn) -> str:
    interview = _current(turn)
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
            Said(own_words, 300),
        ),
        "swap": State(which_swap, Tapped("out", swapped), Said(swapped, 300)),
        "learn": State(asks("prepare.learn"), Said(learned, 300), Tapped("skip", skipped)),
    },
)

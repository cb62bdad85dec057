"""One want of the user: how much, which way, why, not if; said aloud as one line, and kept as a question."""

from __future__ import annotations

from telegram import Update

from bot.core import wants
from bot.core.ledger import OPEN
from bot.core.model import Priority, Question
from bot.core.wants_said import aloud, aloud_name, can_be_said, ends, other_named
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Door, Handler, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers.about import about
from handlers.common import numbered, short
from handlers.interview_screens import next_row

SHORT = 80
PARTS = {"because": 300, "not_if": 200, "words": 60}  # what is typed, with the most characters


def want_name(turn: Turn, want: Priority) -> str:
    known = turn.content.priorities.get(want.topic)
    return want.words or (known.name if known else want.topic)


# -- all of them ------------------------------------------------------------------------------------------------


def listing(turn: Turn) -> Screen:
    """What the user wants, best first, each with its page."""
    t, label, rows = turn.t, turn.t.label, wants.in_order(turn.work.all(Priority))
    numbers = [door(str(n), "want", "open", want.id) for n, want in enumerate(rows, 1)]
    pages = tuple(tuple(numbers[i : i + 6]) for i in range(0, len(numbers), 6))
    ways = (
        door(label("priorities.button_picks"), "priorities", "pick"),
        door(label("priorities.button_pairs"), "pairs"),
    )
    stay = (door(label("priorities.button_stay"), "stay"),)
    text = t("priorities.list", list=numbered(_line(turn, want) for want in rows))
    return Screen(text, (*pages, ways, stay, next_row(turn), turn.way_back()), sort="report")


def _line(turn: Turn, want: Priority) -> Html:
    because = short(want.because, SHORT)
    return turn.t(
        "priorities.line",
        name=want_name(turn, want),
        level=turn.t(f"priorities.level_{want.level}"),
        way=_way(turn, want),
        because=turn.t("priorities.line_why", because=because) if because else Html(""),
    )


def _way(turn: Turn, want: Priority) -> Html:
    return turn.t(f"priorities.way_{want.direction}") if want.direction in wants.WAYS else Html("")


# -- one of them ------------------------------------------------------------------------------------------------


def page(turn: Turn, want: Priority) -> Screen:
    """Its facts, the line with which to say it, and a door to change each."""
    t, label = turn.t, turn.t.label
    level = t(f"priorities.level_{want.level}")
    parts = [
        t("priorities.page", rank=want.rank, name=want_name(turn, want), level=level, way=_way(turn, want)),
        t("priorities.page_why", because=want.because) if want.because else t("priorities.page_no_why"),
        t("priorities.page_not_if", not_if=want.not_if) if want.not_if else Html(""),
        t("priorities.page_say", line=said) if (said := line(turn, want)) else Html(""),
    ]

    def act(name: str, arg: str = "", mark: bool = False) -> Button:
        text = label(f"priorities.button_{arg or name}")
        return door(f"• {text}" if mark else text, "want", name, f"{want.id}.{arg}" if arg else want.id)

    rows = (
        tuple(act("level", name, want.level == name) for name in wants.LEVELS),
        tuple(act("way", name, want.direction == name) for name in wants.WAYS),
        tuple(act(name) for name in PARTS),
        (*((act("line"),) if said else ()), *((act("up"),) if want.rank > 1 else ()), act("off")),
        (door(label("priorities.button_all"), "priorities"), *((undo.button(turn),) if undo.has_changes(turn) else ())),
    )
    return Screen(join(parts), rows, sort="report")


def line(turn: Turn, want: Priority) -> str:
    """The want, the reason and the question as one line to say to the one who would be the boss; empty where the want
    is told in a sentence that nobody could say so ("dont want to be alone at night")."""
    way = want.direction if want.direction in wants.WAYS else "plain"
    because = wants.reason(aloud(want.because))
    topic = turn.content.priorities.get(want.topic)
    said = want.words if can_be_said(want.words) else topic.name if topic else ""
    name = aloud_name(want, topic) if way in ("plain", "keep") else said
    if not name:
        return ""
    return turn.t.label(f"priorities.say_{way}", want=wants.inside(name), because=f", {because}" if because else "")


def lined(turn: Turn, want: Priority) -> list[Question]:
    """The questions that were made of that line (one, and a copy for each job)."""
    return [q for q in turn.work.all(Question) if q.about == want.id and q.facet == wants.LINE]


def keep_line(turn: Turn, want: Priority) -> None:
    """The line becomes an own question for the boss, once."""
    if not line(turn, want):
        return
    known = lined(turn, want)
    general = next((q for q in known if not q.job_id), None)
    made = Question(origin="priority", audience="M", about=want.id, facet=wants.LINE, created_at=turn.now)
    question = general or (known[0] if known else turn.work.add(made))
    question.text = line(turn, want)
    question.state = question.state if question.state in OPEN else "open"


def take_because(turn: Turn, asked: Priority) -> Priority:
    """Why a want matters, as typed; it goes to another want where that one is named. Returns the one it went to."""
    rows = wants.in_order(turn.work.all(Priority))
    want, why = other_named(turn.said.strip(), asked, rows, turn.content.priorities)
    want.because = why[8:] if why.casefold().startswith("because ") else why
    if want is not asked:
        turn.note(turn.t("learned.because", name=want_name(turn, want), words=short(want.because, SHORT)))
    return want


def changed(turn: Turn, want: Priority) -> None:
    """What was made of a want follows it."""
    for question in lined(turn, want):
        if question.state in OPEN and (said := line(turn, want)):
            question.text = said
        elif question.state in OPEN:
            turn.work.remove(question)


def _shaped(turn: Turn, want: Priority) -> str:
    """What is to be shaped, as a message can name it; empty where it is told in a sentence of one's own."""
    topic = turn.content.priorities.get(want.topic)
    return want.words if can_be_said(want.words) else topic.name if topic else ""


def settle_with_offer(turn: Turn, job_id: str, want_id: str, *, wanted: bool) -> None:
    """What can be shaped there is asked for when the offer comes; one question a job, gone where it is fixed after
    all, unless it was answered."""
    want = turn.work.get(Priority, want_id)
    known = [
        q
        for q in turn.work.all(Question)
        if (q.job_id, q.about, q.facet) == (job_id, want_id, wants.SHAPE) and q.origin == "priority"
    ]
    if not wanted:
        for question in known:
            if question.state in OPEN:
                turn.work.remove(question)
    elif want is not None and not known and (name := _shaped(turn, want)):
        text = turn.t.label("priorities.shape", want=name)
        made = Question(job_id=job_id, origin="priority", audience="M", about=want_id, facet=wants.SHAPE, text=text)
        made.created_at = turn.now
        turn.work.add(made)
        turn.note(turn.t("priorities.shape_kept", question=text))


def _set_level(turn: Turn, want: Priority, value: str) -> None:
    want.level = value if value in wants.LEVELS else want.level


def _set_way(turn: Turn, want: Priority, value: str) -> None:
    if value in wants.WAYS:
        want.direction = value
        changed(turn, want)


def _keep(turn: Turn, want: Priority, value: str) -> None:
    keep_line(turn, want)
    if lined(turn, want):
        turn.note(turn.t("priorities.kept_line"))


def _up(turn: Turn, want: Priority, value: str) -> None:
    rows = wants.in_order(turn.work.all(Priority))
    at = rows.index(want)
    rows.insert(max(at - 1, 0), rows.pop(at))
    for rank, row in enumerate(rows, 1):
        row.rank = rank


def _off(turn: Turn, want: Priority, value: str) -> None:
    turn.work.remove(want)
    for rank, row in enumerate(wants.in_order(turn.work.all(Priority)), 1):
        row.rank = rank
    turn.say("priorities.off", (door(turn.t.label("priorities.button_all"), "priorities"), undo.button(turn)))


ACTS = {"open": None, "level": _set_level, "way": _set_way, "line": _keep, "up": _up, "off": _off}


async def opened(update: Update, context: Context) -> None:
    """A door of the page: its action sets one thing. Pressed twice it changes nothing more (but "up", which moves)."""
    turn = context.turn
    id, _, value = turn.arg.partition(".")
    want = turn.work.get(Priority, id)
    if want is None:
        return turn.say("priorities.gone", (door(turn.t.label("priorities.button_all"), "priorities"),), next_row(turn))
    act = ACTS.get(turn.event.pressed.action if turn.event.pressed else "")
    if act is not None:
        act(turn, want, value)
    if not turn.screens:
        turn.show(page(turn, want))


# -- in words ---------------------------------------------------------------------------------------------------


def _want(turn: Turn) -> Priority:
    return turn.work.get(Priority, turn.draft.get("want", "")) or Priority(topic="OWN")


def _state(part: str) -> State:
    def show(turn: Turn) -> Screen:
        want = _want(turn)
        topic = turn.content.priorities.get(want.topic)
        ask = topic.because if part == "because" and topic else turn.t(f"priorities.ask_{part}")
        return Screen(turn.t("priorities.ask_about", name=want_name(turn, want), question=ask))

    async def took(update: Update, context: Context) -> str:
        turn, want = context.turn, _want(context.turn)
        if ends(turn.said):
            return _back_to(turn, want)
        if part == "because":
            want = take_because(turn, want)
        else:
            setattr(want, part, wants.bare(turn.said) if part == "not_if" else turn.said.strip())
        changed(turn, want)
        return _back_to(turn, want)

    async def skipped(update: Update, context: Context) -> str:
        return _back_to(context.turn, _want(context.turn))

    return State(show, Said(took, PARTS[part]), Tapped("skip", skipped))


def _back_to(turn: Turn, want: Priority) -> str:
    turn.finish()
    turn.show(page(turn, want) if turn.work.get(Priority, want.id) else listing(turn))
    return END


HANDLERS: list[Handler] = [Door("want", action, opened) for action in ACTS]
CONVERSATION = Conversation(
    "want",
    entry_points=[Door("want", part, about(Priority, "want", part)) for part in PARTS],
    states={part: _state(part) for part in PARTS},
)

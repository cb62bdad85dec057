"""/priorities: three picks and one because, in under a minute; whoever has no idea yet starts from two days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from telegram import Update

from bot.core import wants
from bot.core.discretion import holds_one
from bot.core.model import Priority
from bot.core.wants_said import WantSaid, ends, is_unknown, wants_in
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Said, Tapped, leads_to
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, escape
from bot.telegram.turn import Context, Turn
from handlers.common import numbered, short, upcoming
from handlers.interview_screens import next_row
from handlers.want import listing, take_because, want_name

MOST = 3
MOST_WORDS = 120  # characters of a want in own words
MOST_LATER = 12  # once the first pass is over there may be more
FEWEST_DAY = 4  # words of a day that tell something of it
MOST_DAY = 60  # characters of a day that stands among the picks
MOST_NAME, MOST_WHY = 36, 50  # characters of a want and of its reason on the screen that shows three of them
OWN = "own"  # a pick in own words: ["own", words]; else [topic, ""]


async def start(update: Update, context: Context) -> str | None:
    """/priorities: the first pass, or what is kept already; text after the command is taken as own words."""
    turn = context.turn
    typed_already = bool(turn.said) and turn.event.kind == "command"
    if turn.work.all(Priority) and not typed_already:
        turn.show(listing(turn))
        return None
    await begin(update, context)
    return await typed(update, context) or "pick" if typed_already else "pick"


async def begin(update: Update, context: Context) -> str:
    """The picks, to be changed."""
    turn = context.turn
    turn.begin("priorities", "pick", first=not turn.work.all(Priority))
    return "pick"


async def start_no_idea(update: Update, context: Context) -> str:
    """ "I don't know what I want": from a day he liked."""
    await begin(update, context)
    return "liked"


def picks_of(turn: Turn) -> list[list[str]]:
    """What is kept already, in order."""
    rows = wants.in_order(turn.work.all(Priority))
    return [[OWN, p.words] if p.topic == "OWN" else [p.topic, ""] for p in rows]


def _picks(turn: Turn) -> list[list[str]]:
    """The picks of this talk: what was heard and is not agreed to yet, else what is kept, whoever kept it since."""
    return turn.draft.get("proposed") or picks_of(turn)


def _most(turn: Turn) -> int:
    return MOST if turn.draft.get("first", True) else MOST_LATER


def name(turn: Turn, pick: list[str]) -> str:
    return pick[1] if pick[0] == OWN else turn.content.priorities[pick[0]].name


def ask(turn: Turn) -> Screen:
    picks = _picks(turn)
    places = {pick[0]: number for number, pick in enumerate(picks, 1) if pick[0] != OWN}
    buttons = []
    for topic in turn.content.priorities.values():
        place = places.get(topic.id)
        # The button says what to set, not what to flip: a double tap does no harm.
        buttons.append(
            Button(f"{place} · {topic.name}" if place else topic.name, "take_out" if place else "pick", topic.id)
        )
    buttons += [
        Button(f"{number} · {pick[1]}"[:40], "take_out", f"own{number}")
        for number, pick in enumerate(picks, 1)
        if pick[0] == OWN
    ]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    label = turn.t.label
    done = (Button(label("priorities.done"), "done") if picks else Button(label("priorities.no_idea"), "no_idea"),)
    listed = numbered(name(turn, pick) for pick in picks)
    text = turn.t("priorities.ask_again", list=listed) if picks else turn.t("priorities.ask")
    return Screen(text, (*rows, done), sort="picker" if len(picks) <= MOST else "report")


def _add(turn: Turn, pick: list[str]) -> bool:
    picks = _picks(turn)
    if pick in picks:
        return True
    if len(picks) >= _most(turn):
        turn.note(turn.t("priorities.too_many", most=_most(turn)))
        return False
    _keep(turn, [*picks, pick])  # counts at once, even if the rest is never answered
    return True


def _keep(turn: Turn, picks: list[list[str]]) -> None:
    """What was heard counts from here on, with the words it was heard in."""
    turn.draft.pop("proposed", None)
    keep_picks(turn, picks, turn.draft.get("said", {}))


def _full(turn: Turn) -> bool:
    """The first pass has its three: on to the because."""
    return bool(turn.draft.get("first", True)) and len(_picks(turn)) == MOST


async def picked(update: Update, context: Context) -> str | None:
    turn = context.turn
    if turn.arg not in turn.content.priorities:
        return None
    new = [turn.arg, ""] not in _picks(turn)
    _add(turn, [turn.arg, ""])
    return _after(turn) if new and _full(turn) else None


async def taken_out(update: Update, context: Context) -> None:
    turn = context.turn
    _keep(turn, [pick for n, pick in enumerate(_picks(turn), 1) if turn.arg not in (pick[0], f"own{n}")])


async def typed(update: Update, context: Context) -> str | None:
    """Own words, several at once too; where they name one of the sixteen, that one is meant."""
    turn = context.turn
    if is_unknown(turn.said):
        return "liked"
    if _picks(turn) and ends(turn.said):
        return _after(turn)
    said = heard_in(turn)
    added = [_add(turn, pick_of(one)) for one in said]
    word(turn, said)
    if not (any(added) and _full(turn)):
        return None
    names = [short(want_name(turn, row), MOST_NAME) for row in _kept(turn)]
    turn.note(turn.t("priorities.all_three", names="; ".join(names)))
    return _after(turn)


def heard_in(turn: Turn) -> list[WantSaid]:
    """The wants in what was typed; each in so few words that it can stand on a list."""
    rows = [one for one in wants_in(turn.said, turn.content.priorities) if not holds_one(one.words)]
    return [one for one in rows if len(one.words) <= MOST_WORDS]


def pick_of(said: WantSaid) -> list[str]:
    return [said.topic, ""] if said.topic else [OWN, said.words]


def word(turn: Turn, said: Sequence[WantSaid]) -> list[Priority]:
    """What was told of each: in his words, why, and where it would be out of the question. What he said before stays.
    Returns those about which something is new."""
    rows = {row.topic if row.topic != "OWN" else row.words: row for row in turn.work.all(Priority)}
    told = [(row, one) for one in said if (row := rows.get(one.topic or one.words)) is not None]
    return [row for row, one in told if _worded(row, one)]


def _worded(row: Priority, said: WantSaid) -> bool:
    before = (row.words, row.because, row.not_if)
    more = f"{row.words}, {said.words}"
    if said.words and said.words.casefold() not in row.words.casefold():
        row.words = said.words if not row.words else more if len(more) <= MOST_WORDS else row.words
    row.because, row.not_if = row.because or said.because, row.not_if or said.not_if
    return (row.words, row.because, row.not_if) != before


async def done(update: Update, context: Context) -> str | None:
    turn = context.turn
    if not _picks(turn):
        turn.note(turn.t("priorities.nothing"))
        return None
    return _after(turn)


# -- no idea yet: a day he liked and one he hated ---------------------------------------------------------------


async def took_liked(update: Update, context: Context) -> str:
    context.turn.draft["liked"] = context.turn.said
    return "hated"


async def took_hated(update: Update, context: Context) -> str:
    context.turn.draft["hated"] = context.turn.said
    return _propose(context.turn)


async def skip_hated(update: Update, context: Context) -> str:
    return _propose(context.turn)


def _propose(turn: Turn) -> str:
    """What is heard in the two days joins the picks, his own words the because; he changes them as he likes."""
    draft, kept = turn.draft, picks_of(turn)
    heard = wants.from_days(draft.get("liked", ""), draft.get("hated", ""), turn.content.priorities)
    new = [pick for found in heard if (pick := [found.topic, ""]) not in kept]
    own = [] if heard else _own_days(turn)
    draft["proposed"] = [*kept, *new, *own][: _most(turn)]
    draft["said"] = {found.topic: found.words for found in heard}
    turn.note(turn.t("priorities.heard" if heard else "priorities.heard_own" if own else "priorities.heard_none"))
    return "pick"


def _own_days(turn: Turn) -> list[list[str]]:
    """Where none of the sixteen is heard in the two days they stand there in his own words, if these tell anything."""
    told = (turn.draft.get(key, "") for key in ("liked", "hated"))
    liked, hated = (short(day, MOST_DAY) if len(day.split()) >= FEWEST_DAY else "" for day in told)
    never = turn.t.label("priorities.never", words=hated) if hated else ""
    return [[OWN, words] for words in (liked, never) if words]


# -- why --------------------------------------------------------------------------------------------------------


def _after(turn: Turn) -> str:
    """Asks why for the most important one of which no reason is known."""
    _keep(turn, _picks(turn))
    return _save(turn) if _unexplained(turn) is None else "because"


def _unexplained(turn: Turn) -> Priority | None:
    return next((row for row in _kept(turn)[:MOST] if not row.because), None)


def _kept(turn: Turn) -> list[Priority]:
    return wants.in_order(turn.work.all(Priority))


def _asked(turn: Turn) -> Priority:
    """Of which the reason is asked; the first where each has one and he came back to change it."""
    return _unexplained(turn) or _kept(turn)[0]


def ask_because(turn: Turn) -> Screen:
    want = _asked(turn)
    topic = turn.content.priorities.get(want.topic)
    if topic is None:
        return Screen(turn.t("priorities.because_own", words=want.words))
    return Screen(turn.t("priorities.because", name=topic.name, question=topic.because))


async def because(update: Update, context: Context) -> str:
    """Why it matters; that there is no more to say is no reason."""
    turn = context.turn
    if not (ends(turn.said) or is_unknown(turn.said)):
        take_because(turn, _asked(turn))
    return _save(turn)


async def skipped(update: Update, context: Context) -> str:
    return _save(context.turn)


def _save(turn: Turn) -> str:
    first = turn.draft.get("first", True)
    turn.finish()
    coming = upcoming(turn)
    label = turn.t.label
    way = (
        door(label("priorities.button_prepare"), "prepare", "open", coming[0].id)
        if coming
        else door(label("priorities.button_interview"), "interview", "new")
    )
    # Offered once: the present boss may be able to grant some of it.
    stay = ((door(label("priorities.button_stay"), "stay"),),) if first else ()
    turn.say(
        "priorities.saved",
        (way, door(label("priorities.button_change"), "priorities")),
        *stay,
        next_row(turn),
        list=numbered(_line(turn, row) for row in _kept(turn)[:MOST]),
    )
    return END


def _line(turn: Turn, row: Priority) -> Html:
    """ "Pay, because my rent went up": cut, so that three stay within one screen."""
    name = short(want_name(turn, row), MOST_NAME)
    because = short(wants.reason(row.because) or row.because, MOST_WHY)
    return turn.t("priorities.line_because", name=name, because=because) if because else escape(name)


def keep_picks(turn: Turn, picks: Sequence[Sequence[str]], said: Mapping[str, str]) -> None:
    """Writes the picks as records; what was known of a topic that stays (its because) stays. ``said``: topic -> the
    words that it was heard in, its because where there is none."""
    known = {(p.topic, p.words if p.topic == "OWN" else ""): p for p in turn.work.all(Priority)}
    for rank, (topic, words) in enumerate(picks, 1):
        key = ("OWN" if topic == OWN else topic, words)
        row = known.pop(key, None) or turn.work.add(Priority(topic=key[0], words=words, created_at=turn.now))
        row.rank, row.because = rank, row.because or said.get(topic, "")
    for row in known.values():
        turn.work.remove(row)


CONVERSATION = Conversation(
    "priorities",
    entry_points=[
        Command("priorities", start),
        Door("priorities", "open", start),
        Door("priorities", "pick", begin),
    ],
    states={
        "pick": State(
            ask,
            Tapped("pick", picked),
            Tapped("take_out", taken_out),
            Tapped("done", done),
            Tapped("no_idea", leads_to("liked")),
            Said(typed, 120),
            lenient=True,
        ),
        "liked": State(asks("priorities.liked"), Said(took_liked, 1000), Tapped("skip", leads_to("hated"))),
        "hated": State(asks("priorities.hated"), Said(took_hated, 1000), Tapped("skip", skip_hated)),
        "because": State(
            ask_because, Said(because, 300), Tapped("skip", skipped), ready=lambda turn: bool(turn.work.all(Priority))
        ),
    },
)

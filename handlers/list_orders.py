"""Orders typed at the list of a talk ("take off 2", "weekends first", "only 3"), each done by what it is called."""

from __future__ import annotations

from collections.abc import Callable

from bot.core import asked, orders
from bot.core.ledger import MOST_STARS, OPEN
from bot.core.model import Question
from bot.core.orders import Order
from bot.core.questions import bank_wording
from bot.telegram.texts import Html
from bot.telegram.turn import Turn
from handlers import planning, prepare_again
from handlers.common import bullets, short
from handlers.planning import Item
from handlers.prepare_list import about_of, add_topic, current, fill, hold, swap, take_off, to_top, worded, words_of

LATER = ("count", "fewer", "keep")  # how many are to stay is counted after what goes where
TALK = {"explain", "number", "soft", "direct", "simpler"}  # after these the list has the same questions as before
MOST_NAMED = 60


def read(turn: Turn) -> list[Order]:
    """The orders in what was typed at the list."""
    about = [about_of(turn, item) for item in turn.draft["items"]]
    return orders.read(turn.said, words_of(turn), about)


def obey(turn: Turn) -> bool:
    """Does what was ordered; False where nothing was, or where it speaks of nothing that is known."""
    return do(turn, read(turn))


def do(turn: Turn, found: list[Order]) -> bool:
    """Does the orders, and whether any of them changed or said something. Places are those on the screen."""
    rows = list(turn.draft["items"])
    in_turn = sorted(found, key=lambda order: order.act in LATER)
    done = [ACTS[o.act](turn, o, [rows[n - 1] for n in o.places if n <= len(rows)]) for o in in_turn]
    if any(done) and {order.act for order in found} - TALK:
        hold(turn)
    return any(done)


def beyond(turn: Turn) -> bool:
    """ "Take off 7" of five: says how many there are."""
    count = len(turn.draft["items"])
    numbers = [place for order in orders.read(turn.said) for place in order.places]
    if min(numbers, default=0) <= count:
        return False
    turn.note(turn.t("prepare.no_number", count=count))
    return True


# -- one order each: what is done, and whether anything was ------------------------------------------------------


def _off(turn: Turn, order: Order, meant: list[Item]) -> bool:
    take_off(turn, meant)
    prepare_again.room_again(turn)
    return bool(meant)


def _first(turn: Turn, order: Order, meant: list[Item]) -> bool:
    if not meant:
        return _topic_first(turn, order.about)
    to_top(turn, meant)
    return True


def _topic_first(turn: Turn, about: str) -> bool:
    """Nothing on the list speaks of it: the bank's question on it goes to the top, where there is one."""
    topic = asked.topic_of(about, turn.content)
    if not topic:
        turn.note(turn.t("prepare.not_listed", words=short(about, MOST_NAMED)))
        return True
    return add_topic(turn, about)


def _move(turn: Turn, order: Order, meant: list[Item]) -> bool:
    if len(meant) != 2 or len(order.places) != 2:
        return False
    rows = [item for item in turn.draft["items"] if item != meant[0]]
    rows.insert(order.places[1] - 1, meant[0])
    turn.draft["items"] = rows
    return True


def _trade(turn: Turn, order: Order, meant: list[Item]) -> bool:
    if len(meant) != 2:
        return False
    one, other = meant
    turn.draft["items"] = [other if row == one else one if row == other else row for row in turn.draft["items"]]
    return True


def _last(turn: Turn, order: Order, meant: list[Item]) -> bool:
    turn.draft["items"] = [*(item for item in turn.draft["items"] if item not in meant), *meant]
    return bool(meant)


def _swap(turn: Turn, order: Order, meant: list[Item]) -> bool:
    for item in meant:
        swap(turn, item)
    return bool(meant)


def _count(turn: Turn, order: Order, meant: list[Item]) -> bool:
    most = max(1, min(order.count, planning.MOST))
    turn.draft["most"], turn.draft["items"] = most, turn.draft["items"][:most]
    fill(turn, most)
    return True


def _fewer(turn: Turn, order: Order, meant: list[Item]) -> bool:
    return _count(turn, Order("count", count=min(order.count, max(1, len(turn.draft["items"]) - 1))), meant)


def _keep(turn: Turn, order: Order, meant: list[Item]) -> bool:
    turn.draft["items"] = [item for item in turn.draft["items"] if item in meant] or turn.draft["items"]
    turn.draft["most"] = len(turn.draft["items"])
    return bool(meant)


def _more(turn: Turn, order: Order, meant: list[Item]) -> bool:
    full = len(turn.draft["items"]) >= planning.MOST
    if full or not fill(turn, len(turn.draft["items"]) + 1):
        turn.note(turn.t("prepare.enough" if full else "prepare.swap_none"))
    return True


def _explain(turn: Turn, order: Order, meant: list[Item]) -> bool:
    for number, item in zip(order.places, meant, strict=False):
        turn.note(_other_words(turn, number, item))
    return bool(meant)


def _other_words(turn: Turn, number: int, item: Item) -> Html:
    topic = turn.content.topics.get(item[0])
    own = turn.work.get(Question, item[2] or "")
    if topic is None or not item[1] or (own is not None and own.text):
        return turn.t("prepare.explain_own", number=number)
    other = "soft" if turn.draft["tone"] == "direct" else "direct"
    words = bank_wording(item[1], turn.content, other)
    return turn.t("prepare.explain", number=number, name=topic.name, question=words, why=topic.why)


def _simpler(turn: Turn, order: Order, meant: list[Item]) -> bool:
    turn.note(turn.t("prepare.simplest" if turn.draft["tone"] == "direct" else "prepare.simpler"))
    worded(turn, "direct")
    return True


def _soft(turn: Turn, order: Order, meant: list[Item]) -> bool:
    worded(turn, order.act)
    return True


def _renew(turn: Turn, order: Order, meant: list[Item]) -> bool:
    """Other ones for all of them."""
    for item in list(turn.draft["items"]):
        swap(turn, item)
    turn.notes = list(dict.fromkeys(turn.notes))  # that there is no better one is said once
    return True


def _star(turn: Turn, order: Order, meant: list[Item]) -> bool:
    keys = [planning.key(item) for item in meant]
    hold(turn)
    rows = [q for q in planning.planned(turn, current(turn)) if (q.topic or q.id) in keys]
    for question in rows:
        room = sum(q.starred and q.state in OPEN for q in turn.work.all(Question)) < MOST_STARS
        question.starred = question.starred or room
    words = bullets(planning.planned_words(turn, q, current(turn)) for q in rows if q.starred)
    key = "prepare.star_which" if not meant else "prepare.starred" if words else "questions.full_stars"
    turn.note(turn.t(key, questions=words))
    return True


def _number(turn: Turn, order: Order, meant: list[Item]) -> bool:
    """A bare number: what can be done with that question stands below the list."""
    if prepare_again.in_place_of(turn, meant):
        hold(turn)
        return True
    turn.draft["at"] = list(order.places)
    return bool(meant)


ACTS: dict[str, Callable[[Turn, Order, list[Item]], bool]] = {
    "off": _off, "first": _first, "move": _move, "trade": _trade, "last": _last, "swap": _swap, "keep": _keep,
    "count": _count, "fewer": _fewer, "more": _more, "explain": _explain, "simpler": _simpler, "soft": _soft,
    "direct": _soft, "renew": _renew, "star": _star, "number": _number,
    "back": prepare_again.back, "unadd": prepare_again.unadd,
}  # fmt: skip

"""A question put to the bot where questions for a talk are typed: answered in a line, and never put on the list."""

from __future__ import annotations

from collections.abc import Callable

from bot.core import ideas, to_bot
from bot.core.orders import Order
from bot.core.stems import stems
from bot.telegram.buttons import Button
from bot.telegram.turn import Turn
from handlers import list_orders, planning
from handlers.planning import Item
from handlers.prepare_list import current, words_of


def takes(turn: Turn) -> bool:
    """Whether the text asks the bot something."""
    return to_bot.about(turn.said) in ANSWERS


def answer(turn: Turn) -> None:
    """Answers it in a line above the list, which stays as it is."""
    ANSWERS[to_bot.about(turn.said)](turn)


def _may(turn: Turn) -> None:
    """That it may be asked, with the words in which it sounds well; by a button they go on the list."""
    what = to_bot.meant_to_ask(turn.said)
    topic = next(iter(ideas.wanted(what, turn.content).topics), "")
    rows = zip(turn.draft["items"], words_of(turn), strict=True)
    if place := next((n for n, (item, words) in enumerate(rows, 1) if _asks(item, words, topic, what)), 0):
        return turn.note(turn.t("prepare.may_listed", number=place))
    if not topic:
        return turn.note(turn.t("prepare.may"))
    made = turn.content.topics[topic].questions[0]
    turn.draft["proposed"] = [topic, made.id, None]
    words = planning.item_words(turn, [topic, made.id, None], current(turn), turn.draft["tone"])
    risk = made.risk or turn.content.topics[topic].risk
    key = "prepare.may_risk" if risk else "prepare.may_as"
    turn.note(turn.t(key, question=words, risk=risk or ""))


def _asks(item: Item, words: str, topic: str, what: str) -> bool:
    """Whether a question of the list is on that topic; one in own words asks it where it says the same word."""
    return item[0] == topic if item[0] else bool(stems(words) & stems(what))


def proposed(turn: Turn) -> tuple[Button, ...]:
    """For what was just proposed: the button that puts it on the list."""
    item = turn.draft.get("proposed")
    return (Button(turn.t.label("prepare.button_add"), "add"),) if item else ()


def _more(turn: Turn) -> None:
    list_orders.do(turn, [Order("more")])


def _says(key: str) -> Callable[[Turn], None]:
    return lambda turn: turn.note(turn.t(key))


ANSWERS: dict[str, Callable[[Turn], None]] = {
    "may": _may,
    "rehearse": _says("prepare.rehearse"),
    "open": _more,
    "yes": _says("prepare.yes_later"),
    "best": _says("prepare.best_first"),
    "judge": _says("prepare.judged"),
}

"""What was on the list of a talk before: a question that gave way or was taken off comes back, one that was just added
goes again."""

from __future__ import annotations

from bot.core import asked, remarks
from bot.core.model import Question
from bot.core.orders import Order, liked
from bot.telegram.texts import Html
from bot.telegram.turn import Turn
from handlers import planning
from handlers.common import bullets
from handlers.planning import Item
from handlers.prepare_list import about_of, add, add_topic, current, drop, put_away

MOST = 5  # questions that are named where one is to be chosen


def back(turn: Turn, order: Order, meant: list[Item]) -> bool:
    """ "Put the training one back instead of 2": it comes in the place that is told, else to the top. What was never
    there is asked for anew where the bank has a question on it; else it is asked which one is meant."""
    item = _gone(turn, order.about) or (_listed(turn, order.about) if order.unclear else None)
    if item is None and not order.unclear and _made(turn, order.about, meant):
        return True
    if item is None:
        turn.note(_which(turn))
        return True
    if order.unclear:
        turn.draft["instead"] = item
        turn.note(turn.t("prepare.instead_which", question=_words(turn, item)))
        return True
    _put(turn, item, meant[:1])
    turn.note(turn.t("prepare.back", questions=bullets([_words(turn, item)])))
    return True


def in_place_of(turn: Turn, meant: list[Item]) -> bool:
    """The bare number of the one that goes for it, where that was asked."""
    item = turn.draft.pop("instead", None)
    if item is None or not meant:
        return False
    if _is_there(turn, item):
        put_away(turn, meant[0])
    else:
        _put(turn, item, meant[:1])
        turn.note(turn.t("prepare.back", questions=bullets([_words(turn, item)])))
    return True


def likes(turn: Turn) -> bool:
    """ "The one about training was good": it comes back, where it is one that went."""
    about = liked(turn.said)
    item = _gone(turn, about) if about else None
    if item is None or _listed(turn, about):
        return False
    return back(turn, Order("back", about=about), [])


def unadd(turn: Turn, order: Order, meant: list[Item]) -> bool:
    """What was added last goes, and what gave way to it comes back; where nothing was, it is asked which one."""
    draft = turn.draft
    added = [item for item in draft["items"] if planning.key(item) in draft.pop("added", [])]
    if not added:
        turn.note(turn.t("prepare.which"))
        return True
    turn.note(turn.t("prepare.taken_off", questions=bullets(_words(turn, item) for item in added)))
    for item in added:
        question = turn.work.get(Question, item[2] or "")
        if question is not None and question.origin == "own":
            drop(turn, item)
            turn.work.remove(question)
        else:
            put_away(turn, item)
    room_again(turn)
    return True


def room_again(turn: Turn) -> None:
    """What gave way for want of room comes back where there is room again, the last that went first."""
    draft, back = turn.draft, []
    while draft.get("gave_way") and len(draft["items"]) < draft.get("most", planning.MOST):
        *draft["gave_way"], item = draft["gave_way"]
        if _is_there(turn, item) or planning.key(item) in draft.get("refused", []):
            continue
        draft["items"] = [*draft["items"], item]
        back.append(_words(turn, item))
    if back:
        turn.note(turn.t("prepare.back", questions=bullets(back)))


def _put(turn: Turn, item: Item, instead: list[Item]) -> None:
    draft = turn.draft
    draft["refused"] = [key for key in draft.get("refused", []) if key != planning.key(item)]
    draft["gone"] = [row for row in draft.get("gone", []) if planning.key(row) != planning.key(item)]
    draft["gave_way"] = [row for row in draft.get("gave_way", []) if planning.key(row) != planning.key(item)]
    if not instead:
        return add(turn, [item])
    draft["items"] = [item if row == instead[0] else row for row in draft["items"]]
    put_away(turn, instead[0])


def _gone(turn: Turn, about: str) -> Item | None:
    """The question that went and is spoken of: the last one, where no words tell; None where it may be several."""
    rows = [row for row in turn.draft.get("gone", []) if not _is_there(turn, row)]
    rows = [row for row in rows if row[1] or turn.work.get(Question, row[2] or "")]
    if not about:
        return rows[-1] if rows else None
    places = remarks.meant(about, [_told_of(turn, row) for row in rows])
    return rows[places[0] - 1] if len(places) == 1 else None


def _listed(turn: Turn, about: str) -> Item | None:
    """The one on the list that is spoken of; None where it may be several or none."""
    rows = turn.draft["items"]
    places = remarks.meant(about, [_told_of(turn, row) for row in rows]) if about else []
    return rows[places[0] - 1] if len(places) == 1 else None


def _from_bank(turn: Turn, about: str, instead: list[Item]) -> bool:
    """The bank's question on it, in the place of the one that is told."""
    before, items = [planning.key(row) for row in turn.draft["items"]], list(turn.draft["items"])
    if instead:
        turn.draft["items"] = [row for row in items if row != instead[0]]
    if not about or not add_topic(turn, about) or planning.key(turn.draft["items"][0]) in before:
        turn.draft["items"] = items
        return False
    if instead:
        new = turn.draft["items"][0]
        turn.draft["items"] = [new if row == instead[0] else row for row in items]
        put_away(turn, instead[0])
    return True


def _made(turn: Turn, about: str, instead: list[Item]) -> bool:
    return _from_bank(turn, about, instead) or _in_own_words(turn, about, instead)


def _in_own_words(turn: Turn, about: str, instead: list[Item]) -> bool:
    """ "Something about parking instead of 3": asked in a few words; "the parking one" speaks of one that was there."""
    if not instead or not about or set(about.split()) & {"the", "my", "that", "one", "question", "old"}:
        return False
    text = asked.questions(f"what about {about}")[0]
    own = Question(text=text, origin="own", job_id=current(turn).job_id, created_at=turn.now)
    _put(turn, ["", "", turn.work.add(own).id], instead)
    return True


def _which(turn: Turn) -> Html:
    words = dict.fromkeys(_words(turn, row) for row in turn.draft.get("gone", []) if not _is_there(turn, row))
    if not words:
        return turn.t("prepare.which")
    return turn.t("prepare.back_which", questions=bullets([*words][-MOST:]))


def _is_there(turn: Turn, item: Item) -> bool:
    return planning.key(item) in [planning.key(row) for row in turn.draft["items"]]


def _words(turn: Turn, item: Item) -> str:
    return planning.item_words(turn, item, current(turn), turn.draft["tone"])


def _told_of(turn: Turn, item: Item) -> str:
    """Its words, and those that its topic is called by and heard by."""
    return f"{_words(turn, item)} {about_of(turn, item)}"

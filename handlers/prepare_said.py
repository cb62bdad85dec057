"""What is typed at the list of a talk and is no order: a remark, who somebody is, a question that is there already, one
of the user's own."""

from __future__ import annotations

from bot.core import asked, orders, remarks
from bot.core.lines.people import audience
from bot.core.model import Question
from bot.telegram.turn import Turn
from handlers.common import people_of, person_words
from handlers.prepare_again import room_again
from handlers.prepare_list import add, current, hold, take_off, to_top, words_of


def remarked(turn: Turn) -> None:
    """A remark is no question: the ones that it speaks of go; else the list stays as it is."""
    rows = turn.draft["items"]
    places = remarks.meant(turn.said, words_of(turn)) if remarks.wants_off(turn.said) else []
    if not places:
        return turn.note(turn.t("prepare.which" if orders.is_order(turn.said) else "prepare.remark"))
    take_off(turn, [rows[place - 1] for place in places])
    room_again(turn)
    hold(turn)


def tells_of_person(turn: Turn) -> bool:
    """ "Grace is the boss": noted of the one who is met there."""
    known = people_of(turn, current(turn))
    found = orders.person_told(turn.said, [person.name for person in known if person.name])
    side = audience(found[1]) if found else ""
    if found is None or not side:
        return False
    for person in known:
        if person.name == found[0]:
            person.title, person.audience = found[1], side
            turn.note(turn.t("prepare.person_noted", person=person_words(person.name, person.title)))
    return True


def asks_again(turn: Turn) -> bool:
    """A short question that one on the list asks already, or a bare topic: that one goes to the top."""
    topics = [item[0] for item in turn.draft["items"]]
    place = asked.asked_already(turn.said, topics, words_of(turn), turn.content)
    if place:
        turn.note(turn.t("prepare.asked_already", number=place))
        to_top(turn, [turn.draft["items"][place - 1]])
        hold(turn)
    return bool(place)


def add_own(turn: Turn) -> None:
    """Typed questions go to the top of the list, each in words that can be said."""
    made = [
        Question(text=text, origin="own", job_id=current(turn).job_id, created_at=turn.now)
        for text in asked.questions(turn.said)
    ]
    add(turn, [["", "", turn.work.add(question).id] for question in made])
    hold(turn)

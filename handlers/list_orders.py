"""Orders typed at the list of a talk ("take off 2", "weekends first", "only 3") done, and the list held as changed."""

from __future__ import annotations

from collections.abc import Callable

from bot.core import asked, ideas, orders, remarks
from bot.core.ledger import MOST_STARS, OPEN
from bot.core.lines.people import audience
from bot.core.model import Interview, Question
from bot.core.orders import Order
from bot.core.questions import bank_wording
from bot.telegram.texts import Html
from bot.telegram.turn import Turn
from handlers import planning
from handlers.common import bullets, job_of, people_of, person_words, short
from handlers.planning import Item

FEWEST = 3  # a shorter list than that only where a number is told
LATER = ("count", "fewer", "keep")  # how many are to stay is counted after what goes where
TALK = {"explain", "number", "soft", "direct", "simpler"}  # after these the list has the same questions as before
MOST_NAMED = 60


def current(turn: Turn) -> Interview:
    """The interview of the conversation; an empty one where it was deleted meanwhile."""
    found = turn.work.get(Interview, turn.draft["interview"])
    return found or Interview(job_id="", local=turn.now.replace(tzinfo=None), zone=turn.zone, start=turn.now)


def words_of(turn: Turn) -> list[str]:
    """The questions of the list as they stand on the screen."""
    draft = turn.draft
    return [planning.item_words(turn, item, current(turn), draft["tone"]) for item in draft["items"]]


def read(turn: Turn) -> list[Order]:
    """The orders in what was typed at the list."""
    topics = [turn.content.topics.get(item[0]) for item in turn.draft["items"]]
    about = [f"{topic.name} {' '.join(topic.hears)}" if topic else "" for topic in topics]
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


def hold(turn: Turn) -> None:
    """What the user has changed is his list: the evening message and the card show it so."""
    interview = current(turn)
    if interview.job_id:
        planning.settle(turn, interview, turn.draft["items"])
        turn.draft["items"] = planning.items(turn, interview)


# -- one order each: what is done, and whether anything was ------------------------------------------------------


def _off(turn: Turn, order: Order, meant: list[Item]) -> bool:
    take_off(turn, meant)
    return bool(meant)


def take_off(turn: Turn, meant: list[Item]) -> None:
    """They are put away. The list gets shorter, but not below three by itself: there the next best come."""
    words = [planning.item_words(turn, item, current(turn), turn.draft["tone"]) for item in meant]
    for item in meant:
        _put_away(turn, item)
        if len(turn.draft["items"]) < min(FEWEST, turn.draft.get("most", FEWEST)):
            _fill(turn, len(turn.draft["items"]) + 1)
    if words:
        turn.note(turn.t("prepare.taken_off", questions=bullets(words)))


def _put_away(turn: Turn, item: Item) -> None:
    draft, question = turn.draft, turn.work.get(Question, item[2]) if item[2] else None
    if question is None:
        made = Question(topic=item[0], bank=item[1], job_id=current(turn).job_id, created_at=turn.now)
        question = turn.work.add(made)
    question.state, question.interview_id, question.rank = "parked", "", 0
    draft["refused"] = [*draft.get("refused", []), planning.key(item)]
    draft["items"] = [row for row in draft["items"] if row != item]


def _fill(turn: Turn, most: int) -> bool:
    """The next best questions, up to so many; False where there is none."""
    draft, before = turn.draft, len(turn.draft["items"])
    while len(draft["items"]) < most:
        best = planning.next_best(turn, current(turn), draft["items"], draft.get("refused", []))
        if best is None:
            break
        draft["items"] = [*draft["items"], best]
    return len(draft["items"]) > before


def _first(turn: Turn, order: Order, meant: list[Item]) -> bool:
    if not meant:
        return _topic_first(turn, order.about)
    to_top(turn, meant)
    return True


def to_top(turn: Turn, meant: list[Item]) -> None:
    turn.draft["items"] = [*meant, *(item for item in turn.draft["items"] if item not in meant)]


def _topic_first(turn: Turn, about: str) -> bool:
    """Nothing on the list speaks of it: the bank's question on it goes to the top, where there is one."""
    topic = asked.topic_of(about, turn.content)
    if not topic:
        turn.note(turn.t("prepare.not_listed", words=short(about, MOST_NAMED)))
        return True
    return add_topic(turn, about)


def add_topic(turn: Turn, about: str) -> bool:
    """The bank's question that speaks of what is named, for who is met there and what the job is, at the top; False
    where it has none that does."""
    interview, topic = current(turn), asked.topic_of(about, turn.content)
    there = next((p.audience for p in people_of(turn, interview) if p.audience), "")
    role = job_of(turn, interview).role
    found = [*ideas.ideas(about, turn.content, role=role, audience=there), *ideas.ideas(about, turn.content, role=role)]
    rows = {id: turn.content.question(id) for id in found if _of(id) == topic}
    said = [id for id, made in rows.items() if made and asked.speaks_of(about, topic, made, turn.content)]
    if said:
        add(turn, [[topic, said[0], None]])
    return bool(said)


def _of(bank: str) -> str:
    return bank.rpartition("/")[2].partition(".")[0]


def add(turn: Turn, new: list[Item]) -> None:
    """At the top; beyond five the last ones give way, and that is said."""
    rows = [*new, *(item for item in turn.draft["items"] if planning.key(item) not in {planning.key(n) for n in new})]
    for item in rows[planning.MOST :]:
        left = planning.item_words(turn, item, current(turn), turn.draft["tone"])
        turn.note(turn.t("prepare.gave_way", most=planning.MOST, question=left))
    turn.draft["items"] = rows[: planning.MOST]


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


def swap(turn: Turn, item: Item) -> None:
    """The next best one comes in its place; where there is none the list stays."""
    draft = turn.draft
    refused = [*draft.get("refused", []), planning.key(item)]
    best = planning.next_best(turn, current(turn), draft["items"], refused)
    if best is None:
        return turn.note(turn.t("prepare.swap_none"))
    draft["refused"] = refused
    draft["items"] = [best if row == item else row for row in draft["items"]]


def _count(turn: Turn, order: Order, meant: list[Item]) -> bool:
    most = max(1, min(order.count, planning.MOST))
    turn.draft["most"], turn.draft["items"] = most, turn.draft["items"][:most]
    _fill(turn, most)
    return True


def _fewer(turn: Turn, order: Order, meant: list[Item]) -> bool:
    return _count(turn, Order("count", count=min(order.count, max(1, len(turn.draft["items"]) - 1))), meant)


def _keep(turn: Turn, order: Order, meant: list[Item]) -> bool:
    turn.draft["items"] = [item for item in turn.draft["items"] if item in meant] or turn.draft["items"]
    turn.draft["most"] = len(turn.draft["items"])
    return bool(meant)


def _more(turn: Turn, order: Order, meant: list[Item]) -> bool:
    full = len(turn.draft["items"]) >= planning.MOST
    if full or not _fill(turn, len(turn.draft["items"]) + 1):
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


def worded(turn: Turn, tone: str) -> None:
    """How all questions are worded from here on: on the evening before and on the card as well."""
    turn.draft["tone"] = turn.user.tone = tone


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
    turn.draft["at"] = list(order.places)
    return bool(meant)


ACTS: dict[str, Callable[[Turn, Order, list[Item]], bool]] = {
    "off": _off, "first": _first, "move": _move, "trade": _trade, "last": _last, "swap": _swap, "keep": _keep,
    "count": _count, "fewer": _fewer, "more": _more, "explain": _explain, "simpler": _simpler, "soft": _soft,
    "direct": _soft, "renew": _renew, "star": _star, "number": _number,
}  # fmt: skip


def beyond(turn: Turn) -> bool:
    """ "Take off 7" of five: says how many there are."""
    count = len(turn.draft["items"])
    numbers = [place for order in orders.read(turn.said) for place in order.places]
    if min(numbers, default=0) <= count:
        return False
    turn.note(turn.t("prepare.no_number", count=count))
    return True


# -- what is no order ---------------------------------------------------------------------------------------------


def remarked(turn: Turn) -> None:
    """A remark is no question: the ones that it speaks of go; else the list stays as it is."""
    rows = turn.draft["items"]
    places = remarks.meant(turn.said, words_of(turn)) if remarks.wants_off(turn.said) else []
    if not places:
        return turn.note(turn.t("prepare.remark"))
    take_off(turn, [rows[place - 1] for place in places])
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

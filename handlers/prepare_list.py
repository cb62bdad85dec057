"""The list of questions for a talk while it is changed: what goes off, to the top, or in another's place."""

from __future__ import annotations

from bot.core import asked, ideas
from bot.core.model import Interview, Question
from bot.telegram.turn import Turn
from handlers import planning
from handlers.common import bullets, job_of, people_of
from handlers.planning import Item

FEWEST = 3  # a shorter list than that only where a number is told


def current(turn: Turn) -> Interview:
    """The interview of the conversation; an empty one where it was deleted meanwhile."""
    found = turn.work.get(Interview, turn.draft["interview"])
    return found or Interview(job_id="", local=turn.now.replace(tzinfo=None), zone=turn.zone, start=turn.now)


def words_of(turn: Turn) -> list[str]:
    """The questions of the list as they stand on the screen."""
    draft = turn.draft
    return [planning.item_words(turn, item, current(turn), draft["tone"]) for item in draft["items"]]


def about_of(turn: Turn, item: Item) -> str:
    """What the topic of a question is called and heard by; of one in own words the topic that it speaks of."""
    question = turn.work.get(Question, item[2] or "")
    own = ideas.wanted(question.text, turn.content).topics[:1] if question is not None and question.text else ()
    topic = turn.content.topics.get(next(iter(own), item[0]))
    return f"{topic.name} {' '.join(topic.hears)}" if topic else ""


def hold(turn: Turn) -> None:
    """What the user has changed is his list: the evening message and the card show it so."""
    interview = current(turn)
    if interview.job_id:
        planning.settle(turn, interview, turn.draft["items"])
        turn.draft["items"] = planning.items(turn, interview)


def take_off(turn: Turn, meant: list[Item]) -> None:
    """They are put away. The list gets shorter, but not below three by itself: there the next best come."""
    words = [planning.item_words(turn, item, current(turn), turn.draft["tone"]) for item in meant]
    for item in meant:
        put_away(turn, item)
        if not turn.draft.get("gave_way") and len(turn.draft["items"]) < min(FEWEST, turn.draft.get("most", FEWEST)):
            fill(turn, len(turn.draft["items"]) + 1)
    if words:
        turn.note(turn.t("prepare.taken_off", questions=bullets(words)))


def put_away(turn: Turn, item: Item) -> None:
    """It goes off the list and is not proposed again for this talk; it can be brought back."""
    draft, question = turn.draft, turn.work.get(Question, item[2]) if item[2] else None
    if question is None:
        made = Question(topic=item[0], bank=item[1], job_id=current(turn).job_id, created_at=turn.now)
        question = turn.work.add(made)
    question.state, question.interview_id, question.rank = "parked", "", 0
    draft["refused"] = [*draft.get("refused", []), planning.key(item)]
    drop(turn, item)
    draft["gone"] = [*draft.get("gone", []), [item[0], item[1], question.id]]


def drop(turn: Turn, item: Item) -> None:
    turn.draft["items"] = [row for row in turn.draft["items"] if row != item]


def fill(turn: Turn, most: int) -> bool:
    """The next best questions, up to so many; False where there is none."""
    draft, before = turn.draft, len(turn.draft["items"])
    while len(draft["items"]) < most:
        best = planning.next_best(turn, current(turn), draft["items"], draft.get("refused", []))
        if best is None:
            break
        draft["items"] = [*draft["items"], best]
    return len(draft["items"]) > before


def to_top(turn: Turn, meant: list[Item]) -> None:
    turn.draft["items"] = [*meant, *(item for item in turn.draft["items"] if item not in meant)]


def add(turn: Turn, new: list[Item]) -> None:
    """At the top; beyond five the last ones give way, and that is said. They come back where there is room again."""
    draft, keys = turn.draft, {planning.key(item) for item in new}
    rows = [*new, *(item for item in draft["items"] if planning.key(item) not in keys)]
    left = rows[planning.MOST :]
    if left:
        words = bullets(planning.item_words(turn, item, current(turn), draft["tone"]) for item in left)
        turn.note(turn.t("prepare.gave_way", most=planning.MOST, questions=words))
    draft["gone"], draft["gave_way"] = [*draft.get("gone", []), *left], [*draft.get("gave_way", []), *reversed(left)]
    draft["items"], draft["added"] = rows[: planning.MOST], [planning.key(item) for item in new]


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


def swap(turn: Turn, item: Item) -> None:
    """The next best one comes in its place; where there is none the list stays."""
    draft = turn.draft
    refused = [*draft.get("refused", []), planning.key(item)]
    best = planning.next_best(turn, current(turn), draft["items"], refused)
    if best is None:
        return turn.note(turn.t("prepare.swap_none"))
    draft["refused"], draft["gone"] = refused, [*draft.get("gone", []), item]
    draft["items"] = [best if row == item else row for row in draft["items"]]


def worded(turn: Turn, tone: str) -> None:
    """How all questions are worded from here on: on the evening before and on the card as well."""
    turn.draft["tone"] = turn.user.tone = tone

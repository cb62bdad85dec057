"""/questions: what is still to ask. Five are shown; each has a page: star, put away, fine without it."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update

from bot.core import ledger, orders
from bot.core import questions as core
from bot.core.ledger import MOST_STARS, OPEN
from bot.core.model import Answer, Interview, Priority, Question
from bot.core.route import plain
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.inputs import Callback, Command, Door, Handler
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import employers, forms
from handlers.about import on_page
from handlers.asking import whom, wording
from handlers.common import numbered, people_of, upcoming
from handlers.interview_screens import next_row

SHOWN = 5
PAGE = 10
MOST_NOTE = 1000
OF_PLAN = ("swap", "simpler", "explain", "move", "trade", "last", "keep")  # after the evening message nothing is open
LINE = 160  # characters of a question on a list; its page has all of it


def still_to_ask(turn: Turn) -> list[Question]:
    """All open ones: starred first, then those planned, then oldest first."""
    rows = ledger.once(turn.work.all(Question), [job.id for job in employers.open_jobs(turn)])
    return sorted(rows, key=lambda q: (not q.starred, q.state != "planned", q.rank, q.origin != "own", q.created_at))


def fill_up(turn: Turn) -> None:
    """Where fewer than five are open, the bank adds what the user's priorities and every job ask for."""
    rows = turn.work.all(Question)
    if sum(q.state in OPEN for q in rows) >= SHOWN or not [*turn.work.all(Priority), *turn.work.all(Interview)]:
        return
    interview = next(iter(upcoming(turn)), None) or Interview(
        job_id="", local=turn.now.replace(tzinfo=None), zone="UTC", start=turn.now, round="1"
    )
    asked = {q.topic for q in rows}  # of another employer too: one question stands on the list once
    plan = core.choose(
        topics={id: topic for id, topic in turn.content.topics.items() if id not in asked},
        priorities=turn.work.all(Priority),
        questions=rows,
        interview=interview,
        people=people_of(turn, interview),
        answers=turn.work.all(Answer),
        limit=SHOWN,
    )
    for ask in plan.asks:
        if ask.question_id is None:
            turn.work.add(_from_bank(turn, ask, interview.job_id))


def _from_bank(turn: Turn, ask: core.Ask, job_id: str) -> Question:
    """What the plan takes from the bank, as a question of the user's list."""
    made = turn.content.question(ask.bank) or turn.content.topics[ask.topic_id].questions[0]
    return Question(
        topic=ask.topic_id,
        bank=ask.bank,
        origin="priority" if ask.why.startswith("priority") else "bank",
        audience=made.audience[0],
        job_id=job_id,
        created_at=turn.now,
    )


async def show_list(update: Update, context: Context) -> None:
    turn = context.turn
    fill_up(turn)
    turn.show(listing(turn, page=int(turn.arg) if turn.arg.isdigit() else 0))


def listing(turn: Turn, *, page: int = 0) -> Screen:
    """The first five (page 0), or a page of all (from 1), with a number button for each."""
    t, rows = turn.t, still_to_ask(turn)
    parked = sum(q.state == "parked" for q in turn.work.all(Question))
    own = door(t.label("questions.button_ask"), "ask")
    away = (door(t.label("questions.button_parked", count=parked), "questions", "parked"),) if parked else ()
    if not rows:
        wants = door(t.label("next.button_priorities"), "priorities")
        return Screen(t("questions.none"), ((wants, own), away, next_row(turn), turn.way_back()))
    first = PAGE * (page - 1) if page else 0
    shown = rows[first : first + (PAGE if page else SHOWN)] or rows[:SHOWN]
    text = join([t("questions.title"), numbered(_line(turn, q) for q in shown)])
    left = len(rows) > first + len(shown)
    label = t.label("questions.button_more") if page else t.label("questions.button_all", count=len(rows))
    more = (door(label, "questions", "open", str(page + 1)),) if left else ()
    rows_below = ((*more, *away, own), next_row(turn), turn.way_back())
    return Screen(text, (*number_rows(shown), *rows_below), sort="report")


def number_rows(rows: list[Question]) -> tuple[tuple[Button, ...], ...]:
    buttons = [door(str(number), "question", "open", q.id) for number, q in enumerate(rows, 1)]
    return tuple(tuple(buttons[i : i + 6]) for i in range(0, len(buttons), 6))


def _line(turn: Turn, question: Question) -> Html:
    star = "★ " if question.starred else ""
    return turn.t(
        "questions.line_for", star=star, question=_short(wording(turn, question)), whom=whom(turn, question.audience)
    )


def _short(text: str) -> str:
    return text if len(text) <= LINE else text[: LINE - 1] + "…"


async def show_parked(update: Update, context: Context) -> None:
    turn = context.turn
    rows = [q for q in turn.work.all(Question) if q.state == "parked"][-PAGE:]
    back = (door(turn.t.label("questions.button_list"), "questions"),)
    if not rows:
        return turn.say("questions.parked_none", back)
    text = join([turn.t("questions.parked"), numbered(_short(wording(turn, q)) for q in rows)])
    turn.show(Screen(text, (*number_rows(rows), back), sort="report"))


# -- one question -----------------------------------------------------------------------------------------------


def page(turn: Turn, question: Question, tone: str = "") -> Screen:
    """One question: how to say it, whom to ask, why, and what can be done with it."""
    t = turn.t
    tone = tone or turn.user.tone
    topic = turn.content.topics.get(question.topic)
    parts = [t("questions.page", question=wording(turn, question, tone), whom=whom(turn, question.audience))]
    if topic is not None:
        parts.append(t("questions.page_why", why=topic.why))
        made = turn.content.question(question.bank)
        risk = (made and made.risk) or topic.risk
        parts += [t("questions.page_risk", risk=risk)] if risk else []
        parts += [t("questions.page_research", research=topic.research)] if topic.research else []
        parts.append(t("questions.page_follow", follow_up=topic.follow_up))
    told = _told(turn, question)
    parts += [t("questions.page_answer", note=a.note[:MOST_NOTE]) for a in told[-1:]]
    if any(a.balked for a in turn.work.all(Answer) if a.question_id == question.id):
        parts.append(t("questions.page_balked"))
    state = {"parked": "parked", "waived": "waived", "answered": "answered"}.get(
        question.state, "starred" if question.starred else ""
    )
    parts += [t(f"questions.page_{state}")] if state else []
    return Screen(join(parts), _page_rows(turn, question, tone), sort="report")


def _told(turn: Turn, question: Question) -> list[Answer]:
    return [a for a in turn.work.all(Answer) if a.question_id == question.id and a.note]


def _undo(turn: Turn) -> tuple[Button, ...]:
    return (undo.button(turn),) if undo.has_changes(turn) else ()


def _page_rows(turn: Turn, question: Question, tone: str) -> tuple[tuple[Button, ...], ...]:
    def act(name: str) -> Button:
        return door(turn.t.label(f"questions.button_{name}"), "question", name, question.id)

    back = door(turn.t.label("questions.button_list"), "questions")
    looks = tuple(door(turn.t.label("answers.button_look"), "answer", "open", a.id) for a in _told(turn, question)[-1:])
    if question.state == "parked":
        return ((act("unpark"), act("fine")), (*looks, back, *_undo(turn)))
    if question.state in ("waived", "answered"):
        return ((act("reopen"), *looks), (back, *_undo(turn)))
    other = () if question.text else (act("soft" if tone == "direct" else "direct"),)
    star = act("unstar" if question.starred else "star")
    ways = forms.ways(turn, question, tone)
    return (
        (star, act("note"), *looks),
        (act("park"), act("fine"), *other),
        (*ways, back, *_undo(turn)),
        turn.way_back(),
    )


def _show_forms(turn: Turn, question: Question, rest: str) -> None:
    turn.show(forms.page(turn, question, rest or turn.user.tone))


def _choose_form(turn: Turn, question: Question, rest: str) -> None:
    turn.show(page(turn, question, forms.choose(turn, question, rest)))


def _on_page(change: Callable[[Turn, Question], None]) -> Callback:
    """A door of the page: changes the question and shows it again. Pressed twice it changes nothing more."""
    return _on_forms(lambda turn, question, rest: change(turn, question))


def _on_forms(change: Callable[[Turn, Question, str], None]) -> Callback:
    """The same where more than the question's id stands in the button."""
    return on_page(Question, lambda turn, question: change(turn, question, turn.arg.partition(".")[2]), page)


def _star(turn: Turn, question: Question) -> None:
    if not question.starred and sum(q.starred and q.state in OPEN for q in turn.work.all(Question)) >= MOST_STARS:
        turn.toast = turn.t.label("questions.full_stars")
        return
    question.starred = True


def _unstar(turn: Turn, question: Question) -> None:
    question.starred = False


def _state(name: str) -> Callable[[Turn, Question], None]:
    def change(turn: Turn, question: Question) -> None:
        question.state, question.interview_id, question.rank = name, "", 0
        question.starred = question.starred and name == "open"

    return change


def _tone(name: str) -> Callable[[Turn, Question], None]:
    def change(turn: Turn, question: Question) -> None:
        turn.show(page(turn, question, name))

    return change


async def start_drop(update: Update, context: Context) -> None:
    """ "Remove question 2" puts it away, with a way back; "delete this one" is asked about where there are several."""
    turn = context.turn
    rows, place = still_to_ask(turn), plain.dropped_question(turn.said) or 0
    rows = rows[:SHOWN] if place < 0 else rows  # the last that is shown
    at = place - 1 if place > 0 else place
    if rows and (place or len(rows) == 1) and at < len(rows):
        _state("parked")(turn, rows[at])
        return turn.show(page(turn, rows[at]))
    if rows:
        turn.note(turn.t("questions.which_away"))
    turn.show(listing(turn))


def ordered(turn: Turn) -> str:
    """Which order about questions a message is, wherever it is typed: "star" one of the list, "plan" something of the
    list for the next talk; empty where it is none."""
    order, coming = orders.of_questions(turn.said), upcoming(turn)
    if order is None:
        first = next(iter(orders.read(turn.said)), None) if coming and turn.dialog is None else None
        settled = coming and any(q.interview_id == coming[0].id and q.rank for q in turn.work.all(Question))
        return "plan" if first and settled and first.act in OF_PLAN else ""
    if order.act == "star":
        return "star"
    return "plan" if coming and ("question" in turn.said.casefold() or turn.dialog is None) else ""


async def start_star(update: Update, context: Context) -> None:
    """ "Star 2" of the list; "mark it important" where only one can be meant, else it is asked which."""
    turn = context.turn
    rows, order = still_to_ask(turn)[:SHOWN], orders.of_questions(turn.said)
    places = order.places if order else ()
    chosen = [rows[place - 1] for place in places if place <= len(rows)] or (rows if len(rows) == 1 else [])
    for question in chosen:
        _star(turn, question)
    if turn.toast:
        turn.note(Html(turn.toast))
    if len(chosen) == 1:
        return turn.show(page(turn, chosen[0]))
    if not chosen:
        turn.note(turn.t("prepare.star_which"))
    turn.show(listing(turn))


HANDLERS: list[Handler] = [
    Command("questions", show_list),
    Door("questions", "open", show_list),
    Door("questions", "parked", show_parked),
    Door("question", "open", _on_page(lambda turn, question: None)),
    Door("question", "star", _on_page(_star)),
    Door("question", "unstar", _on_page(_unstar)),
    Door("question", "park", _on_page(_state("parked"))),
    Door("question", "fine", _on_page(_state("waived"))),
    Door("question", "unpark", _on_page(_state("open"))),
    Door("question", "reopen", _on_page(_state("open"))),
    Door("question", "soft", _on_page(_tone("soft"))),
    Door("question", "direct", _on_page(_tone("direct"))),
    Door("question", "forms", _on_forms(_show_forms)),
    Door("question", "form", _on_forms(_choose_form)),
]

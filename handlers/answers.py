"""One answer: what it counts as, corrected by a tap; who said it; and the two ways in which it can be read."""

from __future__ import annotations

from telegram import Update

from bot.core import ledger
from bot.core.model import Answer, Interview, Person, Priority, Question
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Door, Handler, Said, Tapped, leads_to
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers.about import about, gone, on_one
from handlers.answering import judge, known_reading
from handlers.asking import wording
from handlers.common import person_words
from handlers.interview_screens import next_row

VERDICTS = ("concrete", "vague", "none")
KINDS = ("claim", "evidence")
SITS = ("met", "partly", "not")
FIELDS = {**dict.fromkeys(VERDICTS, "verdict"), **dict.fromkeys(KINDS, "kind"), **dict.fromkeys(SITS, "sits")}
QUOTED = 90


def page(turn: Turn, answer: Answer) -> Screen:
    """What was said, what it counts as, and everything that can be corrected on it."""
    t, label = turn.t, turn.t.label
    question = turn.work.get(Question, answer.question_id) or Question()
    person = turn.work.get(Person, answer.person_id)
    who = person_words(person.name, person.title) if person else label("jobs.said_unknown")
    facts = {name: _part(turn, name, getattr(answer, name)) for name in ("kind", "sits")}
    facts["worth"] = _part(turn, "verdict", answer.verdict)
    parts = [t("answers.page", question=wording(turn, question), who=who, note=answer.note, **facts)]
    if answer.verdict == "concrete" and answer.kind == "claim":
        parts.append(t("answers.second"))
    if answer.mine or answer.other:
        parts.append(t("answers.readings", mine=answer.mine, other=answer.other))

    def act(name: str) -> Button:
        return door(label(f"answers.button_{name}"), "answer", name, answer.id)

    rows = (
        tuple(act(name) for name in VERDICTS),
        (*(act(name) for name in KINDS), act("readings")),
        tuple(act(name) for name in SITS),
        (act("words"), act("who"), act("remove")),
        (door(label("answers.button_question"), "question", "open", question.id), *_undo(turn)),
    )
    return Screen(join(parts), rows, sort="report")


def _part(turn: Turn, name: str, value: str) -> Html:
    if name == "verdict":
        return turn.t(f"answers.verdict_{value or 'vague'}")
    return turn.t(f"answers.{name}_{value}") if value else Html("")


def _undo(turn: Turn) -> tuple[Button, ...]:
    return (undo.button(turn),) if undo.has_changes(turn) else ()


def _opened(turn: Turn, answer: Answer) -> None:
    """A door of the page: its action sets one thing. Pressed twice it changes nothing more."""
    action = turn.event.pressed.action if turn.event.pressed else ""
    if action in FIELDS:
        setattr(answer, FIELDS[action], action)
        settle(turn, answer)
    turn.show(page(turn, answer))


def settle(turn: Turn, answer: Answer) -> None:
    """The question follows its answers: closed where one of them settles it, open again where none does."""
    question = turn.work.get(Question, answer.question_id)
    if question is None or question.state in ("waived", "parked"):
        return
    given = [a for a in turn.work.all(Answer) if a.question_id == question.id]
    if any(_settles(turn, question, a) for a in given):
        question.state, question.interview_id, question.rank = "answered", "", 0
    elif question.state == "answered":
        question.state = "open"


def _settles(turn: Turn, question: Question, answer: Answer) -> bool:
    person = turn.work.get(Person, answer.person_id)
    return ledger.settles(question, answer, person, turn.content.topics, turn.work.all(Priority))


def _removed(turn: Turn, answer: Answer) -> None:
    turn.work.remove(answer)
    settle(turn, answer)
    back = door(turn.t.label("answers.button_question"), "question", "open", answer.question_id)
    turn.say("answers.removed", (back, undo.button(turn)), next_row(turn))


# -- corrected in words -----------------------------------------------------------------------------------------


def _enter(step: str) -> Handler:
    return Door("answer", step, about(Answer, "answer", step))


def _answer(turn: Turn) -> Answer:
    return turn.work.get(Answer, turn.draft.get("answer", "")) or Answer(question_id="")


def _question(turn: Turn) -> Question:
    return turn.work.get(Question, _answer(turn).question_id) or Question()


def _show(turn: Turn) -> str:
    answer = _answer(turn)
    turn.finish()
    turn.show(page(turn, answer))
    return END


def ask_words(turn: Turn) -> Screen:
    return Screen(turn.t("answers.words_ask", question=wording(turn, _question(turn))))


async def took_words(update: Update, context: Context) -> str:
    turn, answer = context.turn, _answer(context.turn)
    judge(turn, _question(turn), answer, turn.said)
    settle(turn, answer)
    return _show(turn)


def ask_who(turn: Turn) -> Screen:
    buttons = [Button(person_words(p.name, p.title)[:40], "person", p.id) for p in _people(turn)[:6]]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Screen(turn.t("answers.who_ask"), rows, sort="picker")


async def chose_who(update: Update, context: Context) -> str | None:
    turn = context.turn
    return _said_by(turn, turn.arg) if turn.work.get(Person, turn.arg) is not None else None


async def took_who(update: Update, context: Context) -> str:
    turn = context.turn
    known = [person for person in _people(turn) if person.name.casefold() == turn.said.casefold()]
    made = Person(job_id=_job_id(turn), name=turn.said, created_at=turn.now)
    return _said_by(turn, (known[0] if known else turn.work.add(made)).id)


def _people(turn: Turn) -> list[Person]:
    """Those of the employer at whom it was said; all where nobody knows."""
    job_id = _job_id(turn)
    return [person for person in turn.work.all(Person) if not job_id or person.job_id == job_id]


def _job_id(turn: Turn) -> str:
    """Where it was said, whoever said it: that is what is asked."""
    answer, interview = _answer(turn), turn.work.get(Interview, _answer(turn).interview_id)
    of = {answer.question_id: _question(turn).job_id, **({interview.id: interview.job_id} if interview else {})}
    return ledger.said_at(answer, of)


def _said_by(turn: Turn, person_id: str) -> str:
    """What matters most stays open until the boss has answered it, so who said it may settle a question or open it."""
    answer = _answer(turn)
    answer.person_id = person_id
    settle(turn, answer)
    return _show(turn)


# -- two readings -----------------------------------------------------------------------------------------------


async def start_readings(update: Update, context: Context) -> str:
    """Both readings are offered where the phrase is known, else asked for."""
    turn = context.turn
    answer = turn.work.get(Answer, turn.arg)
    if answer is None:
        gone(turn, Answer)
        return END
    found = known_reading(turn, answer.note)
    turn.begin("answer", "mine", answer=answer.id)
    if found is None:
        return "mine"
    turn.draft.update(mine=found.mine, other=found.other, ask=found.ask)
    return "force"


def ask_mine(turn: Turn) -> Screen:
    return Screen(turn.t("answers.mine_ask", note=_answer(turn).note[:QUOTED]))


async def took_mine(update: Update, context: Context) -> str:
    context.turn.draft["mine"] = context.turn.said.strip(" .")
    return "other"


async def took_other(update: Update, context: Context) -> str:
    turn = context.turn
    turn.draft["other"] = turn.said.strip(" .")
    turn.draft["ask"] = turn.t.label("answers.force_question", note=_answer(turn).note[:QUOTED], **_two(turn))
    return "force"


def _two(turn: Turn) -> dict[str, str]:
    return {"mine": turn.draft.get("mine", ""), "other": turn.draft.get("other", "")}


def show_force(turn: Turn) -> Screen:
    text = turn.t("answers.force", note=_answer(turn).note[:QUOTED], question=turn.draft.get("ask", ""), **_two(turn))
    row = (Button(turn.t.label("answers.button_keep"), "keep"), Button(turn.t.label("answers.button_mine"), "own"))
    return Screen(text, (row,), sort="card")


async def kept(update: Update, context: Context) -> str:
    """The question that forces the choice, kept once for this answer."""
    turn, answer = context.turn, _answer(context.turn)
    answer.mine, answer.other = turn.draft.get("mine", ""), turn.draft.get("other", "")
    about = _question(turn)
    known = [q for q in turn.work.all(Question) if q.about == answer.id]
    question = known[0] if known else Question(job_id=about.job_id, about=answer.id, created_at=turn.now)
    question.text, question.origin, question.audience = turn.draft.get("ask", ""), "contradiction", about.audience
    turn.work.add(question)
    turn.say(
        "answers.kept",
        (door(turn.t.label("next.button_questions"), "questions"),),
        next_row(turn),
        question=question.text,
    )
    return END


HANDLERS: list[Handler] = [
    *(Door("answer", name, on_one(Answer, _opened)) for name in ("open", *FIELDS)),
    Door("answer", "remove", on_one(Answer, _removed)),
]
CONVERSATION = Conversation(
    "answer",
    entry_points=[_enter("words"), _enter("who"), Door("answer", "readings", start_readings)],
    states={
        "words": State(ask_words, Said(took_words, 2000)),
        "who": State(ask_who, Said(took_who, 60), Tapped("person", chose_who)),
        "mine": State(ask_mine, Said(took_mine, 90)),
        "other": State(asks("answers.other_ask"), Said(took_other, 90)),
        "force": State(show_force, Tapped("keep", kept), Tapped("own", leads_to("mine"))),
    },
)

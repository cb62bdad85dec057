"""What they keep asking about, or what the user cannot do yet: how much, by when, who teaches it."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Answer, Gap, Job, Question
from bot.core.route.hints import kept_asking_about
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Handler, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.common import job_words, numbered, short, within
from handlers.employers import chosen
from handlers.interview_screens import next_row

FACETS = ("weight", "when", "who")
MOST = 60
LONGEST = 160  # characters of an answer on a card


async def start(update: Update, context: Context) -> str:
    """/gap, with or without what it is about; the same for "they kept asking about"."""
    turn = context.turn
    said = employers.told(turn)
    employers.begin(turn, "gap", what=kept_asking_about(said) or said * (len(said) <= MOST))
    return _next(turn)


def _next(turn: Turn) -> str:
    if not turn.draft["job"]:
        return "which"
    return "card" if turn.draft["what"] else "what"


async def took_what(update: Update, context: Context) -> str:
    turn = context.turn
    turn.draft["what"] = turn.said.strip(" .?!")
    return "card"


def question_on(turn: Turn, what: str, facet: str, tone: str = "") -> str:
    return turn.t.label(f"gap.{facet}_{tone or turn.user.tone}", what=what)


def show_card(turn: Turn) -> Screen:
    what = turn.draft["what"]
    questions = numbered(question_on(turn, what, facet) for facet in FACETS)
    text = turn.t("gap.card", what=what, line=turn.t.label("gap.line", what=what), questions=questions)
    return Screen(text, ((Button(turn.t.label("gap.button_keep"), "keep"),),), sort="card")


def open_gap(turn: Turn, job: Job, what: str, *, asked: bool = False) -> Gap:
    """The gap with its three questions; telling of it twice keeps one."""
    known = [gap for gap in turn.work.all(Gap) if gap.job_id == job.id and gap.words.casefold() == what.casefold()]
    gap = known[0] if known else turn.work.add(Gap(job_id=job.id, words=what, asked=asked, created_at=turn.now))
    there = {q.facet for q in turn.work.all(Question) if q.about == gap.id}
    for facet in FACETS:
        if facet not in there:
            text = question_on(turn, what, facet)
            question = Question(
                job_id=job.id,
                text=text,
                origin="skill",
                about=gap.id,
                facet=facet,
                audience="M",
                created_at=turn.now,
            )
            turn.work.add(question)
    return gap


async def kept(update: Update, context: Context) -> str:
    turn = context.turn
    open_gap(turn, chosen(turn), turn.draft["what"], asked=True)
    row = (door(turn.t.label("next.button_questions"), "questions"), gaps_door(turn, chosen(turn)))
    turn.say("gap.kept", row, next_row(turn), what=turn.draft["what"])
    return END


# -- the cards --------------------------------------------------------------------------------------------------


def gaps_door(turn: Turn, job: Job) -> Button:
    return door(turn.t.label("gap.button_gaps"), "gap", "list", job.id)


def card_of(turn: Turn, gap: Gap) -> Html:
    """How much, by when, who teaches it: as the answers say, newest first."""
    facts = {}
    for facet in FACETS:
        ids = {q.id for q in turn.work.all(Question) if (q.about, q.facet) == (gap.id, facet)}
        notes = [a.note for a in turn.work.all(Answer) if a.question_id in ids and a.note and a.verdict != "none"]
        facts[facet] = short(notes[-1], LONGEST) if notes else turn.t.label("gap.unknown")
    return turn.t("gap.line_card", what=gap.words, **facts)


async def show_list(update: Update, context: Context) -> None:
    turn = context.turn
    job = turn.work.get(Job, turn.arg) or Job()
    rows = [gap for gap in turn.work.all(Gap) if gap.job_id == job.id]
    tail = (
        door(turn.t.label("gap.button_add"), "gap", "open", job.id),
        door(turn.t.label("jobs.button_job"), "job", "open", job.id),
    )
    if not rows:
        return turn.say("gap.list_none", tail, next_row(turn), job=job_words(turn, job))
    text = turn.t(
        "gap.list",
        job=job_words(turn, job),
        gaps=join([Html(card) for card in within(card_of(turn, gap) for gap in reversed(rows))]),
    )
    turn.show(Screen(text, (tail, next_row(turn)), sort="report"))


HANDLERS: list[Handler] = [Door("gap", "list", show_list)]
CONVERSATION = Conversation(
    "gap",
    entry_points=[Command("gap", start), Door("gap", "open", start)],
    states={
        "which": employers.which("gap.which", _next),
        "what": State(asks("gap.what"), Said(took_what, MOST)),
        "card": State(show_card, Tapped("keep", kept)),
    },
)

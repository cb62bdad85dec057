"""What the user heard about an employer: kept with its source, checked with the boss and a colleague."""

from __future__ import annotations

from telegram import Update

from bot.core import sources
from bot.core.model import Belief, Job, Question
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Command, Door, Handler, Said, Tapped, leads_to
from bot.telegram.screen import Screen
from bot.telegram.texts import Html
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.about import on_one
from handlers.common import job_words, numbered
from handlers.employers import chosen
from handlers.interview_screens import next_row

STATES = ("confirmed", "contradicted", "unchecked")
FACETS = {"boss": "M", "peer": "P"}
MOST = 160
LISTED = 12


async def start(update: Update, context: Context) -> str:
    """/belief, with or without what was heard; the same for a message that begins "I heard that they"."""
    turn = context.turn
    employers.begin(turn, "belief", **_heard(employers.told(turn)))
    return _next(turn)


def _heard(said: str) -> dict[str, str]:
    """The words without their source: an employer who is asked about them is not told who talked."""
    words, source = sources.apart(said)
    return {"words": words[:MOST], "source": source}


def _next(turn: Turn) -> str:
    if not turn.draft["job"]:
        return "which"
    return _keep(turn) if turn.draft["words"] else "tell"


def _belief(turn: Turn) -> Belief:
    return turn.work.get(Belief, turn.draft.get("belief", "")) or Belief(job_id=chosen(turn).id)


def _keep(turn: Turn) -> str:
    """Kept at once, one for this talk: whoever says it anew corrects it."""
    belief = turn.work.get(Belief, turn.draft.get("belief", ""))
    if belief is None:
        belief = turn.work.add(Belief(job_id=chosen(turn).id, created_at=turn.now))
        turn.draft["belief"] = belief.id
    belief.job_id, belief.words = chosen(turn).id, turn.draft["words"].rstrip(" .")
    if not turn.draft.get("source"):
        return "source"
    belief.source = turn.draft["source"]
    return "checks"


def ask_tell(turn: Turn) -> Screen:
    return Screen(turn.t("belief.tell", job=job_words(turn, chosen(turn))))


async def took_tell(update: Update, context: Context) -> str:
    turn = context.turn
    turn.draft.update(_heard(turn.said))
    return _keep(turn)


def ask_source(turn: Turn) -> Screen:
    return Screen(turn.t("belief.source", words=_belief(turn).words))


async def took_source(update: Update, context: Context) -> str:
    turn = context.turn
    _belief(turn).source = turn.said
    return "checks"


def check_question(turn: Turn, belief: Belief, facet: str) -> str:
    """The check of one belief as it is asked of the boss or a peer."""
    return turn.t.label(f"belief.{facet}_question", words=belief.words)


def show_checks(turn: Turn) -> Screen:
    boss, peer = (check_question(turn, _belief(turn), facet) for facet in FACETS)
    source = _belief(turn).source
    kept = turn.t("belief.checks_source", source=source) if source else Html("")
    text = turn.t("belief.checks", source=kept, job=job_words(turn, chosen(turn)), boss=boss, peer=peer)
    return Screen(text, ((Button(turn.t.label("belief.keep"), "keep"),),), sort="card")


async def kept(update: Update, context: Context) -> str:
    turn = context.turn
    keep_checks(turn, _belief(turn))
    row = (door(turn.t.label("next.button_questions"), "questions"), list_door(turn, chosen(turn)))
    turn.say("belief.kept", row, next_row(turn))
    return END


def keep_checks(turn: Turn, belief: Belief) -> None:
    """Opens the questions that check it, once: one for the boss, one for a colleague."""
    there = {(q.about, q.facet) for q in turn.work.all(Question)}
    for facet, audience in FACETS.items():
        if (belief.id, facet) not in there:
            text = check_question(turn, belief, facet)
            turn.work.add(
                Question(
                    job_id=belief.job_id,
                    text=text,
                    origin="belief",
                    about=belief.id,
                    facet=facet,
                    audience=audience,
                    created_at=turn.now,
                )
            )


# -- what was heard, and whether it is so -----------------------------------------------------------------------


def list_door(turn: Turn, job: Job) -> Button:
    return door(turn.t.label("belief.button_heard"), "belief", "list", job.id)


async def show_list(update: Update, context: Context) -> None:
    turn = context.turn
    job = turn.work.get(Job, turn.arg) or Job()
    rows = [belief for belief in turn.work.all(Belief) if belief.job_id == job.id]
    tail = (door(turn.t.label("belief.button_add"), "belief", "open", job.id), _job_door(turn, job))
    if not rows:
        return turn.say("belief.list_none", tail, next_row(turn), job=job_words(turn, job))
    rows = rows[-LISTED:]
    lines = numbered(_line(turn, belief) for belief in rows)
    numbers = [door(str(n), "belief", "page", belief.id) for n, belief in enumerate(rows, 1)]
    doors = tuple(tuple(numbers[i : i + 6]) for i in range(0, len(numbers), 6))
    text = turn.t("belief.list", job=job_words(turn, job), beliefs=lines)
    turn.show(Screen(text, (*doors, tail, next_row(turn)), sort="report"))


def _job_door(turn: Turn, job: Job) -> Button:
    return door(turn.t.label("jobs.button_job"), "job", "open", job.id)


def _source(turn: Turn, belief: Belief) -> Html:
    return turn.t("belief.line_source", source=belief.source) if belief.source else Html("")


def _line(turn: Turn, belief: Belief) -> Html:
    state = turn.t(f"belief.state_{belief.state}")
    return turn.t("belief.line", state=state, words=belief.words, source=_source(turn, belief))


def _show_page(turn: Turn, belief: Belief) -> None:
    """One belief: it is so, it is not, not known. The mark can be changed at any time."""
    state = turn.arg.partition(".")[2]
    if state in STATES:
        belief.state = state
    job = turn.work.get(Job, belief.job_id) or Job()
    marks = tuple(
        door(
            f"{'• ' if belief.state == s else ''}{turn.t.label(f'belief.button_{s}')}",
            "belief",
            "page",
            f"{belief.id}.{s}",
        )
        for s in STATES
    )
    back = (
        door(turn.t.label("belief.button_list"), "belief", "list", job.id),
        *((undo.button(turn),) if state else ()),
    )
    text = turn.t("belief.page", words=belief.words, source=_source(turn, belief), job=job_words(turn, job))
    turn.show(Screen(text, (marks[:2], marks[2:], back), sort="report"))


HANDLERS: list[Handler] = [Door("belief", "list", show_list), Door("belief", "page", on_one(Belief, _show_page))]
CONVERSATION = Conversation(
    "belief",
    entry_points=[Command("belief", start), Door("belief", "open", start)],
    states={
        "which": employers.which("belief.which", _next),
        "tell": State(ask_tell, Said(took_tell, MOST)),
        "source": State(ask_source, Said(took_source, 120), Tapped("skip", leads_to("checks"))),
        "checks": State(show_checks, Tapped("keep", kept)),
    },
)

"""What stands open before a yes: the starred questions, what nobody has made clear, and what the user said himself."""

from __future__ import annotations

from bot.core import conduct, ledger, wants
from bot.core.model import Job, Offer, Priority, Promise, Question, Signal
from bot.telegram.buttons import Button
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Turn
from handlers.asking import wording
from handlers.common import job_words, numbered, short
from handlers.employers import chosen
from handlers.kept_acts import act_name
from handlers.said import differences, said_there, topic_name
from handlers.scoreboard import graded
from handlers.want import want_name

STATES = {"tasks": "duties", "boss": "manager", "first_month": "success_measures", "judged": "success_measures"}
"""The topic of the offer check that settles each of the blanks."""
SHOWN = 3  # questions that are named
NAME = 60  # characters of a question's name


def mirror(turn: Turn) -> Screen:
    """What stands open before a yes, and the three ways on."""
    t, label, job = turn.t, turn.t.label, chosen(turn)
    rows = ledger.before_yes(turn.work.all(Question), job.id)
    words = numbered(wording(turn, question) for question in rows)
    key = "decide.starred_one" if len(rows) == 1 else "decide.starred_many"
    text = t(key, job=named(turn, job), count=len(rows), questions=words) if rows else _unstarred(turn, job)
    unclear = [t(f"decide.blank_{facet.name}") for facet in blanks(turn, job)]
    ask = [Button(label("decide.button_ask"), "ask")] if rows else []
    ask += [Button(label("decide.button_blanks"), "blanks")] if unclear and not rows else []
    yes = Button(label("decide.button_yes" if rows else "decide.button_write"), "yes")
    parts = [text, t("decide.blank", blanks=", ".join(unclear)) if unclear else Html("")]
    ways = ((*ask, Button(label("decide.button_time"), "time")), (yes,))
    return Screen(join([*parts, *_recalled(turn, job)]), ways, sort="report")


def _unstarred(turn: Turn, job: Job) -> Html:
    """Where no star is open: what else is still to ask, by name; hardly anybody stars, and it must not read as all
    clear."""
    names, more = open_names(turn, job)
    key = "decide.open_more" if more else "decide.open" if names else "decide.clear"
    return turn.t(key, job=named(turn, job), names=names, more=more)


def open_names(turn: Turn, job: Job) -> tuple[str, int]:
    """The first questions that are open there, by name, and how many more there are."""
    rows = sorted(ledger.still_to_ask(turn.work.all(Question), job.id), key=lambda q: (q.origin != "own", q.rank or 99))
    names = dict.fromkeys(name_of(turn, question) for question in rows)
    return "; ".join([*names][:SHOWN]), max(0, len(names) - SHOWN)


def name_of(turn: Turn, question: Question) -> str:
    """A question's topic, of the bank or of the offer check; his own words where it has none."""
    topic = turn.content.topics.get(question.topic) or turn.content.offer_topics.get(question.facet)
    return wants.inside(topic.name) if topic else short(wording(turn, question), NAME).rstrip("?. ")


def named(turn: Turn, job: Job) -> str:
    """The job inside a sentence; "this job" where neither employer nor role is known."""
    return job_words(turn, job) if job.employer or job.role else turn.t.label("decide.this_job")


def blanks(turn: Turn, job: Job) -> list[ledger.Facet]:
    """What nobody has said concretely about that job, and its offer does not state."""
    offers = [offer.read for offer in turn.work.all(Offer) if offer.job_id == job.id]
    clear = {
        id
        for read in offers
        for id, found in read.get("topics", {}).items()
        if found["verdict"] == "stated" and not found["blank"] and "half" not in found
    }
    rows = ledger.not_understood(turn.work.all(Question), said_there(turn, job), job.id)
    return [facet for facet in rows if STATES[facet.name] not in clear]


def _recalled(turn: Turn, job: Job) -> list[Html]:
    """What the user said of his floor and of what he would overlook, and answers that differ."""
    t = turn.t
    asked = (turn.work.get(Question, found.question_id) for found in differences(turn, job))
    topics = dict.fromkeys(topic_name(turn, question) for question in asked)
    conditions = [p for p in turn.work.all(Promise) if p.job_id == job.id and p.sort == "condition"]
    return [
        *(t("decide.condition", words=p.words) for p in conditions if p.letter != "in"),
        *_deal_breakers(turn, job),
        _treated(turn, job),
        t("decide.differ", topics=", ".join(topics)) if topics else Html(""),
        t("decide.floor", floor=job.floor) if job.floor else Html(""),
        t("decide.overlook", overlook=job.overlook) if job.overlook else Html(""),
    ]


def _deal_breakers(turn: Turn, job: Job) -> list[Html]:
    """The musts that nobody has shown to be met there, and the user's own "not if" lines."""
    t, rows = turn.t, wants.not_met(graded(turn, job))
    names = ", ".join(
        turn.t.label("decide.must_line", name=want_name(turn, row.priority), grade=t.label(f"decide.must_{row.grade}"))
        for row in rows
    )
    lines = [want.not_if for want in wants.in_order(turn.work.all(Priority)) if want.not_if]
    return [
        t("decide.musts", names=names) if rows else Html(""),
        *(t("decide.not_if", words=words) for words in lines),
    ]


def _treated(turn: Turn, job: Job) -> Html:
    """What their conduct adds up to; a question that they would not answer stands even where it makes no pattern."""
    rows = [s for s in turn.work.all(Signal) if s.job_id == job.id]
    found = conduct.pattern(rows, job.id)
    dodged = tuple(s for s in rows if s.kind == "dodged")
    parts = [("decide.treated", found.acts if found else ()), ("decide.balked", dodged[-SHOWN:])]
    lines = [(key, ", ".join(dict.fromkeys(act_name(turn, act) for act in acts))) for key, acts in parts if acts]
    return join([turn.t(key, acts=words) for key, words in lines], "\n")

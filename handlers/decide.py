"""/decide: before a yes, what the user starred and nobody has answered. A mirror, never a barrier: one tap passes."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from telegram import Update

from bot.core import conduct, contradictions, ledger, wants
from bot.core.days import day_of
from bot.core.drafts import letter, listed, on
from bot.core.model import Answer, Decision, Job, Offer, Person, Priority, Promise, Question, Signal
from bot.core.reminders.clock import workdays
from bot.telegram.buttons import Button
from bot.telegram.conversation import END, Command, Conversation, Door, Said, State, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import employers
from handlers.asking import keep, wording
from handlers.common import job_words, numbered, yes_or_no
from handlers.employers import chosen
from handlers.interview_screens import next_row
from handlers.kept_acts import act_name
from handlers.scoreboard import graded
from handlers.want import want_name

SHOWN = 3  # questions that they would not answer
DAYS = 2  # working days that "ask for time" asks for
MOST_ASKED = 5  # questions of one message
CHECKS = (30, 90)  # days after the start


async def start(update: Update, context: Context) -> str:
    """/decide, with or without words after it; the same for a message that says yes to an offer."""
    turn = context.turn
    job = employers.first(turn) or _offered(turn)
    turn.begin("decide", "which", job=job.id if job else "")
    return "mirror" if job else "which"


def _offered(turn: Turn) -> Job | None:
    """Of several that may be meant the only one that has made an offer."""
    rows = [job for job in employers.candidates(turn, employers.told(turn)) if job.stage == "offer"]
    return rows[0] if len(rows) == 1 else None


# -- what is open -----------------------------------------------------------------------------------------------


def mirror(turn: Turn) -> Screen:
    """What stands open before a yes, and the three ways on."""
    t, label, job = turn.t, turn.t.label, chosen(turn)
    rows = ledger.before_yes(turn.work.all(Question), job.id)
    words = numbered(wording(turn, question) for question in rows)
    key = "decide.clear" if not rows else "decide.starred_one" if len(rows) == 1 else "decide.starred_many"
    text = t(key, job=job_words(turn, job), count=len(rows), questions=words)
    blanks = [t(f"decide.blank_{facet.name}") for facet in _blanks(turn, job)]
    ask = [Button(label("decide.button_ask"), "ask")] if rows else []
    ask += [Button(label("decide.button_blanks"), "blanks")] if blanks and not rows else []
    yes = Button(label("decide.button_yes" if rows else "decide.button_write"), "yes")
    parts = [text, t("decide.blank", blanks=", ".join(blanks)) if blanks else Html("")]
    ways = ((*ask, Button(label("decide.button_time"), "time")), (yes,))
    return Screen(join([*parts, *_recalled(turn, job)]), ways, sort="report")


def _blanks(turn: Turn, job: Job) -> list[ledger.Facet]:
    return ledger.not_understood(turn.work.all(Question), turn.work.all(Answer), job.id)


def _recalled(turn: Turn, job: Job) -> list[Html]:
    """What the user said of his floor and of what he would overlook, and answers that differ."""
    t = turn.t
    found = contradictions.find(turn.work.all(Question), turn.work.all(Answer), job.id)
    topics = dict.fromkeys(_name(turn, difference.question_id) for difference in found)
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


def _name(turn: Turn, question_id: str) -> str:
    question = turn.work.get(Question, question_id) or Question()
    topic = turn.content.topics.get(question.topic)
    return wants.inside(topic.name) if topic else question.text.rstrip("?. ")


# -- the three ways on ------------------------------------------------------------------------------------------


def _letter(turn: Turn, id: str, **facts: str) -> str:
    job = chosen(turn)
    people = [p for p in turn.work.all(Person) if p.job_id == job.id and p.audience in ("R", "H", "M", "X")]
    return letter(turn.content.drafts, id, turn.user.tone, job, people[0] if people else None, **facts)


async def ask_first(update: Update, context: Context) -> str:
    """The questions in one courteous message, what is not understood among them; they stay open until answered."""
    turn, job = context.turn, chosen(context.turn)
    rows = ledger.before_yes(turn.work.all(Question), job.id)
    blanks = keep(turn, [facet.topics[0] for facet in _blanks(turn, job)], "bank", job.id)
    rows += [question for question in blanks if question not in rows][: max(MOST_ASKED - len(rows), 0)]
    words = _letter(turn, "offer_questions", questions=listed([wording(turn, question) for question in rows]))
    _not_yet(turn)
    turn.show(Screen(turn.t("decide.ask", words=words), (next_row(turn),), sort="card"))
    return END


async def ask_blanks(update: Update, context: Context) -> str:
    """What is not understood becomes questions on the list."""
    turn = context.turn
    job = chosen(turn)
    opened = keep(turn, [facet.topics[0] for facet in _blanks(turn, job)], "bank", job.id)
    words = _letter(turn, "offer_questions", questions=listed([wording(turn, question) for question in opened]))
    _not_yet(turn)
    turn.show(Screen(turn.t("decide.ask", words=words), (next_row(turn),), sort="card"))
    return END


async def ask_time(update: Update, context: Context) -> str:
    turn = context.turn
    day = workdays(_today(turn), DAYS, turn.user.weekend)
    _not_yet(turn)
    offers = [offer for offer in turn.work.all(Offer) if offer.job_id == chosen(turn).id]
    offer = offers[-1] if offers else turn.work.add(Offer(job_id=chosen(turn).id, created_at=turn.now))
    offer.answer_by = day
    words = _letter(turn, "ask_time", day=on(day))
    turn.show(Screen(turn.t("decide.time", words=words, day=on(day)), (next_row(turn),), sort="card"))
    return END


def _not_yet(turn: Turn) -> None:
    turn.work.add(Decision(job_id=chosen(turn).id, kind="not_yet", created_at=turn.now))


def _today(turn: Turn) -> date:
    return turn.now.astimezone(ZoneInfo(turn.zone)).date()


async def say_yes(update: Update, context: Context) -> str:
    """The draft at once; what stood open is kept with the decision, the reason is asked afterwards and may stay out."""
    turn, job = context.turn, chosen(context.turn)
    waived = tuple(q.id for q in ledger.before_yes(turn.work.all(Question), job.id))
    decision = turn.work.get(Decision, turn.draft.get("decision", ""))
    if decision is None:  # else he went back and came again
        decision = turn.work.add(Decision(job_id=job.id, kind="yes", created_at=turn.now))
    decision.waived, turn.draft["decision"] = waived, decision.id
    return "yes"


def show_yes(turn: Turn) -> Screen:
    """The draft; where something was starred since, what stands open comes first once more."""
    label = turn.t.label
    decision = turn.work.get(Decision, turn.draft.get("decision", ""))
    starred = {question.id for question in ledger.before_yes(turn.work.all(Question), chosen(turn).id)}
    if decision is None or starred - {*decision.waived}:
        return mirror(turn)
    parts = [turn.t("decide.yes", words=_letter(turn, "yes"))]
    if asks_why(turn):
        parts.append(turn.t("decide.why"))
    row = (Button(label("decide.button_sent"), "sent"), Button(label("decide.button_wait"), "wait"))
    return Screen(join(parts), (row,), sort="card")


def asks_why(turn: Turn) -> bool:
    """Whether the reason for going on with open questions is still asked for."""
    decision = turn.work.get(Decision, turn.draft.get("decision", ""))
    return decision is not None and bool(decision.waived) and not decision.reasons


async def took_why(update: Update, context: Context) -> str:
    turn = context.turn
    decision = turn.work.get(Decision, turn.draft.get("decision", ""))
    if decision is not None:
        decision.reasons = turn.said
    turn.note(turn.t("decide.kept"))
    return "yes"


async def wait(update: Update, context: Context) -> str:
    context.turn.say("decide.kept", next_row(context.turn))
    return END


# -- after the yes ----------------------------------------------------------------------------------------------


async def sent(update: Update, context: Context) -> str:
    """The yes is out: that employer's reminders stop."""
    turn = context.turn
    chosen(turn).stage = "accepted"
    return "starts"


def ask_starts(turn: Turn) -> Screen:
    return Screen(turn.t("decide.accepted", job=job_words(turn, chosen(turn))))


async def took_starts(update: Update, context: Context) -> str | None:
    turn = context.turn
    day = day_of(turn.said, turn.now, turn.zone)
    if day is None:
        turn.note(turn.t("decide.start_unclear"))
        return None
    chosen(turn).starts = day
    return "checks"


async def skip_starts(update: Update, context: Context) -> str:
    context.turn.say("decide.no_checks", next_row(context.turn))
    return END


def ask_checks(turn: Turn) -> Screen:
    label, starts = turn.t.label, chosen(turn).starts or _today(turn)
    row = (Button(label("decide.button_check"), "check"), Button(label("decide.button_no_check"), "no_check"))
    return Screen(turn.t("decide.starts", day=on(starts)), (row,))


async def check(update: Update, context: Context) -> str:
    turn = context.turn
    turn.user.check_ins = True
    starts = chosen(turn).starts or _today(turn)
    first, second = (on(starts + timedelta(days=days)) for days in CHECKS)
    turn.say("decide.checks", next_row(turn), first=first, second=second)
    return END


async def no_check(update: Update, context: Context) -> str:
    context.turn.say("decide.no_checks", next_row(context.turn))
    return END


async def typed_check(update: Update, context: Context) -> str | None:
    """ "Yes, ask me then"."""
    wanted = yes_or_no(context.turn.said.partition(",")[0])
    if wanted is None:
        context.turn.note(context.turn.t("common.odd_text"))
        return None
    return await (check if wanted else no_check)(update, context)


WAYS = (Tapped("ask", ask_first), Tapped("blanks", ask_blanks), Tapped("time", ask_time), Tapped("yes", say_yes))
CONVERSATION = Conversation(
    "decide",
    entry_points=[Command("decide", start), Door("decide", "open", start)],
    states={
        "which": employers.which("decide.which", lambda turn: "mirror"),
        "mirror": State(mirror, *WAYS),
        "yes": State(show_yes, Tapped("sent", sent), Tapped("wait", wait), Said(took_why, 1000), *WAYS),
        "starts": State(ask_starts, Said(took_starts, 80), Tapped("skip", skip_starts)),
        "checks": State(ask_checks, Tapped("check", check), Tapped("no_check", no_check), Said(typed_check, 80)),
    },
)

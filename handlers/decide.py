"""/decide: before a yes, what the user starred and nobody has answered. A mirror, never a barrier: one tap passes."""

from __future__ import annotations

from telegram import Update

from bot.core import ledger
from bot.core.days import day_of
from bot.core.drafts import letter, on
from bot.core.model import Decision, Job, Person, Question
from bot.core.reminders.clock import workdays
from bot.core.route import plain, yes_no
from bot.core.route.hints import said_yes_to
from bot.telegram.buttons import Button
from bot.telegram.conversation import END, Conversation, State
from bot.telegram.inputs import Command, Door, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import join
from bot.telegram.turn import Context, Turn
from handlers import decide_after, decide_asked, decide_said, employers, in_hand, no, offer_asked
from handlers.asking import keep
from handlers.common import today
from handlers.decide_mirror import blanks, mirror
from handlers.decide_mirror import named as named_job
from handlers.employers import chosen, offer_of
from handlers.interview_screens import next_row

DAYS = 2  # working days that "ask for time" asks for
MOST_ASKED = 5  # questions of one message


async def start(update: Update, context: Context) -> str:
    """/decide, with or without words after it; the same for a message that says yes to an offer."""
    turn = context.turn
    job = _accepted(turn) or in_hand.on_screen(turn) or employers.known_first(turn) or in_hand.only_offer(turn)
    turn.begin("decide", "which", job=job.id if job else "")
    if job is not None and job.stage == "offer" and yes_no.has_said_yes(employers.told(turn)):
        return await _is_done(update, context)
    return "mirror" if job else "which"


async def _is_done(update: Update, context: Context) -> str:
    """ "I signed with them": it is said to them already; what stood open is kept with the yes."""
    await say_yes(update, context)
    return await decide_after.sent(update, context)


async def start_sent(update: Update, context: Context) -> str:
    """ "Yes, I sent it already", some time after the yes was written."""
    turn, yes = context.turn, decide_after.written(context.turn) or Decision(job_id="", kind="yes")
    turn.begin("decide", "which", job=yes.job_id, decision=yes.id)
    return await decide_after.sent(update, context)


async def start_time(update: Update, context: Context) -> str:
    """ "I need more time till Friday", as a free message."""
    turn = context.turn
    job = in_hand.on_screen(turn) or in_hand.only_offer(turn)
    turn.begin("decide", "which", job=job.id if job else "")
    return await ask_time(update, context) if job else "which"


def _accepted(turn: Turn) -> Job | None:
    """The one job that the yes names; of two of that name the one that has made an offer."""
    rows = employers.picked(turn, said_yes_to(employers.told(turn)))
    offers = [job for job in rows if job.stage == "offer"]
    rows = offers or rows
    return rows[0] if len(rows) == 1 else None


async def start_denied(update: Update, context: Context) -> str:
    """ "I didn't accept anything", some time after the yes was noted."""
    turn, job = context.turn, decide_after.denied(context.turn) or Job()
    yes = [row for row in turn.work.all(Decision) if row.job_id == job.id and row.kind == "yes"]
    turn.begin("decide", "which", job=job.id, decision=yes[-1].id if yes else "")
    decide_after.unsay(turn)
    turn.note(turn.t("decide.taken_back", job=named_job(turn, job)))
    return "mirror"


# -- the three ways on ------------------------------------------------------------------------------------------


def _letter(turn: Turn, id: str, **facts: str) -> str:
    job = chosen(turn)
    people = [p for p in turn.work.all(Person) if p.job_id == job.id and p.audience in ("R", "H", "M", "X")]
    return letter(turn.content.drafts, id, turn.user.tone, job, people[0] if people else None, **facts)


async def ask_first(update: Update, context: Context) -> None:
    """What is starred, and what nobody has made clear, in one courteous message; it stays open until answered."""
    turn, job = context.turn, chosen(context.turn)
    rows = ledger.before_yes(turn.work.all(Question), job.id)
    asked = {question.topic for question in rows}  # a starred one on that topic is the question: a copy would hide it
    unclear = keep(turn, [f.topics[0] for f in blanks(turn, job) if not asked & {*f.topics}], "bank", job.id)
    rows += [question for question in unclear if question not in rows][: max(MOST_ASKED - len(rows), 0)]
    _not_yet(turn)
    turn.finish()
    decide_asked.open_for(turn, job, rows)


async def ask_time(update: Update, context: Context) -> str:
    """Words that ask for more time: counted from the day they named, which stays theirs until they name another."""
    turn = context.turn
    offer = offer_of(turn, chosen(turn))
    asked = decide_said.days(turn.said) or DAYS
    named = day_of(yes_no.time_until(turn.said), turn.now, turn.zone)
    counted = workdays(max(today(turn), offer.answer_by or today(turn)), asked, turn.user.weekend)
    day = named if named is not None and named > today(turn) else counted
    _not_yet(turn)
    offer.answer_by = offer.answer_by if offer.answer_by and offer.answer_by >= today(turn) else day
    words = _letter(turn, "ask_time", day=on(day))
    theirs = offer.answer_by < day
    shown = turn.t("decide.time_theirs" if theirs else "decide.time", words=words, day=on(offer.answer_by))
    turn.show(Screen(shown, (next_row(turn),), sort="card"))
    return END


def _not_yet(turn: Turn) -> None:
    turn.work.add(Decision(job_id=chosen(turn).id, kind="not_yet", created_at=turn.now))


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


async def took_why(update: Update, context: Context) -> str | None:
    """Why that is fine; "wait, I want to ask first" is no reason, it takes the yes back."""
    turn = context.turn
    if plain.takes_back_yes(turn.said):
        return await decide_after.taken_back(update, context)
    if yes_no.is_sent(turn.said):
        return await decide_after.sent(update, context)
    decision = turn.work.get(Decision, turn.draft.get("decision", ""))
    if decision is not None:
        decision.reasons = turn.said
    turn.note(turn.t("decide.kept"))
    return "yes"


async def wait(update: Update, context: Context) -> str:
    context.turn.say("decide.kept", next_row(context.turn))
    return END


async def said_way(update: Update, context: Context) -> str | None:
    """One of the ways in words: "accept", "ask them first", "I need two days"; a no leads to /no."""
    way = decide_said.way(context.turn)
    if chosen(context.turn).stage == "offer" and yes_no.has_said_yes(context.turn.said):
        return await _is_done(update, context)
    if not way and yes_no.asks_whether(context.turn.said):
        return None  # what stands open is the answer
    if not way and decide_said.asks(context.turn):
        _say_more(context.turn)
        return None
    if not way:
        context.turn.note(context.turn.t("common.odd_text"))
        return None
    return await {"yes": say_yes, "time": ask_time, "ask": ask_first, "no": _say_no}[way](update, context)


def _say_more(turn: Turn) -> None:
    """What the letter says on what he asks or cannot take; the rest joins what is asked of them."""
    found, offer = decide_said.asks(turn), offer_of(turn, chosen(turn))
    turn.draft["offer"] = offer.id
    if found is not None:
        turn.note(offer_asked.words(turn, offer, offer_asked.put(turn, offer, found)))


async def _say_no(update: Update, context: Context) -> None:
    """What was typed beside the no is its reason."""
    turn = context.turn
    reason = no.reason_in(turn.said)
    turn.begin("no", "which", job=chosen(turn).id, reasons=[reason] if reason else [], plain=True)
    no.CONVERSATION.enter(turn, "draft" if reason else "why")


WAYS = (Tapped("ask", ask_first), Tapped("blanks", ask_first), Tapped("time", ask_time), Tapped("yes", say_yes))
CONVERSATION = Conversation(
    "decide",
    entry_points=[Command("decide", start), Door("decide", "open", start)],
    states={
        "which": employers.which("decide.which", lambda turn: "mirror", none="decide.which_none"),
        "mirror": State(mirror, *WAYS, Said(said_way, 1000), again=decide_after.unsay),
        "yes": State(
            show_yes,
            Tapped("sent", decide_after.sent),
            Tapped("wait", wait),
            Said(took_why, 1000),
            *WAYS,
            again=decide_after.unsend,
        ),
        **decide_after.STATES,
    },
)

"""/no: the right to say no, at any stage. Reasons are kept for the user alone; the letter names none of them."""

from __future__ import annotations

import re

from telegram import Update

from bot.core.drafts import letter
from bot.core.hears import plain
from bot.core.model import Decision, Job, Person, Priority
from bot.core.naming import is_name
from bot.core.patterns import any_of, only
from bot.core.route import flat, yes_no
from bot.core.route.hints import hint, said_no_to
from bot.telegram.buttons import Button
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Said, Tapped, leads_to
from bot.telegram.screen import Screen
from bot.telegram.turn import Context, Turn
from handlers import employers, in_hand
from handlers.common import job_words, short
from handlers.employers import chosen
from handlers.interview_decisions import put_away
from handlers.interview_screens import next_row

SHOWN = 4
SHOWN_WORDS = 80  # characters of a reason that is said back
MOST_WORDS = 40  # of a reason
SMALL = ("of", "and", "&", "for", "the")  # words of a name that are written small
_CLAUSES = re.compile(r"[,;!?\n]+|\.(?:\s|$)|\s(?:because|cause|cos|since)\s")
_NO = only(
    r"(?:(?:a |clear |definite(?:ly)? |then |so |ok |its |it is |thats )*(?:no|nope|decline|never)(?: thanks|"
    r" thank you| please| then)*"
    r"|i (?:dont|do not|wont|will not) (?:want|take|accept)(?: it| that| this| the (?:job|offer))?(?: any ?more)?"
    r"|(?:its |this is )?not for me)"
)
_NOT_YET = any_of(
    r"not yet|maybe (?:if|when|later)|(?:only|yes|ok|but) if|unless|^if|would (?:go on|take it|stay) if|"
    r"depends on|later"
)
_IF = re.compile(r"(?i)\b(?:if|unless|when)\b (?P<what>.+)$")
_SENT = only(
    r"(?:(?:ok|okay|done|yes|and|i|ive|have|just|it|is|its|already|them|that|now|off) ?)*(?:sent|mailed|done|"
    r"posted)(?: it| that| off| now)*"
)


async def start(update: Update, context: Context) -> str:
    """/no, with or without words after it: the employer's name and the reason, or one of them."""
    turn = context.turn
    said, job = employers.told(turn), in_hand.on_screen(turn) or employers.first(turn) or _only_offer(turn)
    if job is None and turn.event.kind == "command":
        job, said = _named(turn, said)
    reason = reason_in(said) if turn.event.kind == "text" else _without(job, said)
    clear = turn.event.kind == "text" and yes_no.says_no(said)  # it is not asked again whether it is one
    turn.begin("no", "which", job=job.id if job else "", reasons=[reason] if reason else [], plain=clear)
    return await decline(update, context) if clear and job and reason else _next(turn)


def _only_offer(turn: Turn) -> Job | None:
    """Where the words are of an offer: "decline it", "no to the offer"."""
    return in_hand.only_offer(turn) if yes_no.says_no(employers.told(turn)) else None


def _named(turn: Turn, said: str) -> tuple[Job | None, str]:
    """The job that a name at the head of the words is of ("Cedar House, the pay is a joke"), and what comes after it:
    the only offer without a name gets it; where there is none such, or there are several, it is a job of its own."""
    head, _, rest = (part.strip() for part in said.partition(","))
    known = employers.picked(turn, head)
    if len(known) == 1:
        return known[0], rest
    if known or not is_name(head) or not all(word[0].isupper() or word in SMALL for word in head.split()):
        return None, said
    bare = [job for job in employers.open_jobs(turn) if job.stage == "offer" and not job.employer]
    job = bare[0] if len(bare) == 1 else employers.named(turn, head)
    job.employer = job.employer or head
    return job, rest


def _without(job: Job | None, said: str) -> str:
    """The words after the command without the name that leads them."""
    head, _, rest = said.partition(",")
    name = plain(job.employer).strip() if job and job.employer else ""
    if name and plain(head).strip() == name:
        return rest.strip()
    return said


def reason_in(said: str) -> str:
    """Of a no in words the reason; empty where it is a no and nothing else."""
    clauses = [clause.strip() for clause in _CLAUSES.split(said) if clause and clause.strip(" .!")]
    left = [clause for clause in clauses if not _is_no(clause)]
    return ", ".join(left).strip(" .!")


def _is_no(clause: str) -> bool:
    told = bool(_NO.match(flat(clause))) or bool(said_no_to(clause)) or hint(clause) == "decline"
    return told or yes_no.says_no(clause)


def _next(turn: Turn) -> str:
    if not turn.draft["job"]:
        return "which"
    return "how" if turn.draft["reasons"] else "why"


# -- why --------------------------------------------------------------------------------------------------------


def ask_why(turn: Turn) -> Screen:
    """The user's own wants as reasons; a letter never names them."""
    wants = sorted(turn.work.all(Priority), key=lambda want: want.rank or 99)[:SHOWN]
    names = [_name(turn, want) for want in wants]
    reasons = turn.draft["reasons"]
    ticks = [
        Button(f"{'☑' if name in reasons else '☐'} {name}"[:40], "untick" if name in reasons else "tick", want.id)
        for name, want in zip(names, wants, strict=True)
    ]
    rows = tuple(tuple(ticks[i : i + 2]) for i in range(0, len(ticks), 2))
    go_on = ((Button(turn.t.label("debrief.next"), "next"),),) if reasons else ()
    text = turn.t("no.why" if wants else "no.why_bare", job=job_words(turn, chosen(turn)))
    return Screen(text, (*rows, *go_on), sort="picker")


def _name(turn: Turn, want: Priority) -> str:
    known = turn.content.priorities.get(want.topic)
    return want.words or (known.name if known else want.topic)


async def tick(update: Update, context: Context) -> None:
    turn = context.turn
    want = turn.work.get(Priority, turn.arg)
    if want is not None and _name(turn, want) not in turn.draft["reasons"]:
        turn.draft["reasons"] = [*turn.draft["reasons"], _name(turn, want)]


async def untick(update: Update, context: Context) -> None:
    turn = context.turn
    want = turn.work.get(Priority, turn.arg)
    if want is not None:
        turn.draft["reasons"] = [reason for reason in turn.draft["reasons"] if reason != _name(turn, want)]


async def took_why(update: Update, context: Context) -> str:
    """The reason; who has said plainly that it is a no is not asked again whether it is one."""
    turn = context.turn
    turn.draft["reasons"] = [*turn.draft["reasons"], turn.said]
    return await decline(update, context) if turn.draft.get("plain") else "how"


# -- how --------------------------------------------------------------------------------------------------------


def ask_how(turn: Turn) -> Screen:
    label = turn.t.label
    row = (Button(label("no.button_no"), "decline"), Button(label("no.button_not_yet"), "not_yet"))
    return Screen(turn.t("no.how" if turn.draft["reasons"] else "no.how_bare"), (row,))


def _decided(turn: Turn, kind: str) -> None:
    """One decision a talk: whoever goes back and chooses otherwise changes it."""
    decision = turn.work.get(Decision, turn.draft.get("decision", ""))
    if decision is None:
        decision = turn.work.add(Decision(job_id=chosen(turn).id, kind=kind, created_at=turn.now))
        turn.draft["decision"] = decision.id
    decision.kind, decision.reasons = kind, "\n".join(turn.draft["reasons"])


def kind_of(said: str) -> str:
    """What is typed at "a no, or not yet?": "no", "not yet", or "why": the reason, in a few words."""
    line = flat(said)
    if _NOT_YET.search(line):
        return "not yet"
    return "no" if _is_no(said) else "why" if len(line.split()) <= MOST_WORDS else ""


def _turned(words: str) -> str:
    """Of them as "you", since they read it."""
    return re.sub(r"(?i)\bthey\b", "you", re.sub(r"(?i)\btheir\b", "your", words)).strip(" .!")


async def said_how(update: Update, context: Context) -> str | None:
    """The buttons in words; a reason is kept, and it is a no that can still be turned into a "not yet"."""
    turn, kind = context.turn, kind_of(context.turn.said)
    if kind == "not yet":
        found = _IF.search(turn.said)
        turn.draft["missing"] = f"that {_turned(found['what'])}" if found else ""
        _decided(turn, "not_yet")
        return "draft" if turn.draft["missing"] else "missing"
    reason = reason_in(turn.said)
    if reason:
        turn.draft["reasons"] = [*turn.draft["reasons"], reason]
        turn.note(turn.t("no.reason_kept", words=short(reason, SHOWN_WORDS)))
    return await decline(update, context)


async def said_draft(update: Update, context: Context) -> str | None:
    """Beside the message: that it is sent, that it is not yet a no, or one more reason."""
    turn, line = context.turn, flat(context.turn.said)
    if _SENT.match(line) or yes_no.is_sent(turn.said):
        return await sent(update, context)
    if _NOT_YET.search(line) and not turn.draft.get("missing"):
        return await said_how(update, context)
    turn.draft["reasons"] = [*turn.draft["reasons"], turn.said]
    _decided(turn, "not_yet" if turn.draft.get("missing") else "no")
    turn.note(turn.t("no.reason_kept", words=short(turn.said, SHOWN_WORDS)))
    return None


async def decline(update: Update, context: Context) -> str:
    _decided(context.turn, "no")
    return "draft"


async def not_yet(update: Update, context: Context) -> str:
    _decided(context.turn, "not_yet")
    return "missing"


async def took_missing(update: Update, context: Context) -> str:
    turn = context.turn
    turn.draft["missing"] = turn.said.rstrip(" .!")
    return "draft"


def show_draft(turn: Turn) -> Screen:
    t, draft, job = turn.t, turn.draft, chosen(turn)
    tone = draft.get("tone", turn.user.tone)
    missing = draft.get("missing", "")
    people = [p for p in turn.work.all(Person) if p.job_id == job.id]
    early = "" if job.stage == "offer" else "_early"
    name = f"not_yet{early}" if missing else "decline"
    words = letter(turn.content.drafts, name, tone, job, people[0] if people else None, missing=missing)
    other = "soft" if tone == "direct" else "direct"
    change = Button(t.label("no.button_longer" if other == "soft" else "no.button_shorter"), "tone", other)
    key = "no.draft_not_yet" if missing else "no.draft"
    text = t(key, words=words, job=job_words(turn, job))
    yet = () if missing else (Button(t.label("no.button_not_yet"), "not_yet"),)
    return Screen(text, ((Button(t.label("no.button_sent"), "sent"), change, *yet),), sort="card")


async def changed_tone(update: Update, context: Context) -> None:
    if context.turn.arg in ("soft", "direct"):
        context.turn.draft["tone"] = context.turn.arg


async def sent(update: Update, context: Context) -> str:
    """A no that is out closes the job: its reminders stop, what was learned stays."""
    turn, job = context.turn, chosen(context.turn)
    if turn.draft.get("missing"):
        turn.say("remind.sent", next_row(turn))
        return END
    job.stage = "declined" if job.stage == "offer" else "withdrawn"
    put_away(turn, job)
    turn.say("no.sent", next_row(turn), job=job_words(turn, job))
    return END


CONVERSATION = Conversation(
    "no",
    entry_points=[Command("no", start), Door("no", "open", start)],
    states={
        "which": employers.which("no.which", _next),
        "why": State(
            ask_why,
            Said(took_why, 1000),
            Tapped("tick", tick),
            Tapped("untick", untick),
            Tapped("next", leads_to("how")),
            Tapped("skip", leads_to("how")),
            lenient=True,
        ),
        "how": State(ask_how, Tapped("decline", decline), Tapped("not_yet", not_yet), Said(said_how, 1000)),
        "missing": State(asks("no.missing"), Said(took_missing, 200)),
        "draft": State(
            show_draft,
            Tapped("sent", sent),
            Tapped("tone", changed_tone),
            Tapped("not_yet", not_yet),
            Said(said_draft, 1000),
        ),
    },
)

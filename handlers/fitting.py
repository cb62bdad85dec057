"""The user's skills at one job: used, grown, unknown; and a job advert held against them."""

from __future__ import annotations

from telegram import Update

from bot.core import posting
from bot.core.model import Job, Question, Skill, SkillFit
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Handler, Said, Tapped
from bot.telegram.screen import Screen
from bot.telegram.texts import join
from bot.telegram.turn import Context, Turn
from handlers import employers, gap
from handlers.about import gone, on_one
from handlers.common import job_words, numbered
from handlers.employers import chosen
from handlers.interview_screens import next_row
from handlers.skills import rows_of

LONGEST = 12_000
SHORTEST = 40


def _fit(turn: Turn, job: Job, skill: Skill) -> SkillFit:
    known = [f for f in turn.work.all(SkillFit) if (f.job_id, f.skill_id) == (job.id, skill.id)]
    return known[0] if known else SkillFit(job_id=job.id, skill_id=skill.id, created_at=turn.now)


def _known(turn: Turn, mark: str) -> str:
    return turn.t.label(f"skills.{mark or 'unknown'}")


def _show_skills(turn: Turn, job: Job) -> None:
    """Every key skill at that job; what is not known can be asked."""
    rows = rows_of(turn)
    back = (door(turn.t.label("jobs.button_job"), "job", "open", job.id),)
    if not rows:
        return turn.say("skills.list_none", (door(turn.t.label("skills.button_add"), "skills", "add"),), back)
    lines = []
    for skill in rows:
        fit = _fit(turn, job, skill)
        used, grown = _known(turn, fit.used), _known(turn, fit.grown)
        lines.append(turn.t("skills.job_line", skill=skill.words, used=used, grown=grown))
    doors = [door(str(n), "fitting", "page", f"{job.id}.{skill.id}") for n, skill in enumerate(rows, 1)]
    numbers = tuple(tuple(doors[i : i + 6]) for i in range(0, len(doors), 6))
    text = turn.t("skills.job_list", job=job_words(turn, job), skills=numbered(lines))
    advert = (door(turn.t.label("skills.button_posting"), "posting", "open", job.id),)
    turn.show(Screen(text, (*numbers, advert, back), sort="report"))


def _show_page(turn: Turn, job: Job) -> None:
    """One skill at one job. Its argument: job, skill and, where a mark was tapped, its name."""
    job_id, skill_id, mark = [*turn.arg.split("."), "", ""][:3]
    skill = turn.work.get(Skill, skill_id)
    if skill is None:
        return gone(turn, Skill)
    fit = _fit(turn, job, skill)
    if mark in ("used_yes", "used_no", "grown_yes", "grown_no"):
        field, value = mark.split("_")
        setattr(fit, field, value)
        turn.work.add(fit)
    label = turn.t.label

    def act(name: str) -> Button:
        return door(label(f"skills.button_{name}"), "fitting", "page", f"{job_id}.{skill_id}.{name}")

    ask = door(label("skills.button_ask_them"), "fitting", "ask", f"{job_id}.{skill_id}")
    back = door(label("skills.button_skills"), "fitting", "open", job_id)
    text = turn.t(
        "skills.job_page",
        skill=skill.words,
        job=job_words(turn, job),
        used=_known(turn, fit.used),
        grown=_known(turn, fit.grown),
    )
    rows = ((act("used_yes"), act("used_no")), (act("grown_yes"), act("grown_no")), (ask, back))
    turn.show(Screen(text, (*rows, (undo.button(turn),)) if mark else rows, sort="picker"))


def _ask_them(turn: Turn, job: Job) -> None:
    """What nobody has said of a skill becomes a question; asking for it twice keeps one."""
    job_id, skill_id = [*turn.arg.split("."), ""][:2]
    skill = turn.work.get(Skill, skill_id)
    if skill is None:
        return gone(turn, Skill)
    text = turn.t.label("skills.ask_them", skill=skill.words)
    known = [q for q in turn.work.all(Question) if (q.job_id, q.about) == (job_id, skill_id)]
    if not known:
        turn.work.add(
            Question(job_id=job_id, text=text, origin="skill", about=skill_id, audience="M", created_at=turn.now)
        )
    row = (door(turn.t.label("skills.button_skills"), "fitting", "open", job_id), undo.button(turn))
    turn.say("skills.asked", row, next_row(turn), question=text)


# -- a job advert -----------------------------------------------------------------------------------------------


async def start(update: Update, context: Context) -> str:
    turn = context.turn
    said = employers.told(turn)
    job = turn.work.get(Job, turn.arg) if turn.arg else employers.meant(turn, said[:200])
    turn.begin("posting", "which", job=job.id if job else "")
    if said:
        turn.draft["needs"] = posting.needs(said)
    return _next(turn)


def _next(turn: Turn) -> str:
    if not turn.draft["job"]:
        return "which"
    return "result" if "needs" in turn.draft else "paste"


async def took_paste(update: Update, context: Context) -> str | None:
    turn = context.turn
    if len(turn.said) < SHORTEST:
        turn.note(turn.t("skills.posting_short"))
        return None
    turn.draft["needs"] = posting.needs(turn.said)
    return "result"


def show_result(turn: Turn) -> Screen:
    """Which of the user's skills meet what they ask for; what none meets leads to a gap."""
    t, found = turn.t, turn.draft["needs"]
    if not found:
        return Screen(t("skills.posting_none"))
    lines, open_needs = [], []
    for number, need in enumerate(found):
        skill = posting.meets(need, turn.work.all(Skill))
        if skill is None:
            open_needs.append((number, need))
        lines.append(
            t("skills.posting_met", need=need, skill=skill.words) if skill else t("skills.posting_open", need=need)
        )
    text = t("skills.posting", job=job_words(turn, chosen(turn)), lines=join(lines, "\n"))
    buttons = [
        Button(t.label("skills.button_gap", need=need)[:40], "gap", str(number)) for number, need in open_needs[:6]
    ]
    rows = tuple((button,) for button in buttons)
    return Screen(text, (*rows, (Button(t.label("button.done"), "done"),)), sort="report")


async def chose_gap(update: Update, context: Context) -> str | None:
    """A need that no skill meets: three questions fill its card (how much, when, who teaches it)."""
    turn = context.turn
    found = turn.draft["needs"]
    if not (turn.arg.isdigit() and int(turn.arg) < len(found)):
        return None
    _keep(turn)
    job, need = chosen(turn), found[int(turn.arg)]
    gap.open_gap(turn, job, need)
    turn.note(turn.t("gap.opened", what=need))
    return None


async def told_gap(update: Update, context: Context) -> str | None:
    turn = context.turn
    turn.draft["needs"] = [*turn.draft["needs"], turn.said]
    return None


def _keep(turn: Turn) -> None:
    job = chosen(turn)
    skills = turn.work.all(Skill)
    pairs = [(need, posting.meets(need, skills)) for need in turn.draft["needs"]]
    job.needs = {"needs": [[need, skill.id if skill else ""] for need, skill in pairs]}


async def done(update: Update, context: Context) -> str:
    turn = context.turn
    _keep(turn)
    turn.say(
        "skills.posting_kept", (door(turn.t.label("jobs.button_job"), "job", "open", chosen(turn).id),), next_row(turn)
    )
    return END


HANDLERS: list[Handler] = [
    Door("fitting", "open", on_one(Job, _show_skills)),
    Door("fitting", "page", on_one(Job, _show_page)),
    Door("fitting", "ask", on_one(Job, _ask_them)),
]
CONVERSATION = Conversation(
    "posting",
    entry_points=[Command(("posting", "advert"), start), Door("posting", "open", start)],
    states={
        "which": employers.which("belief.which", _next),
        "paste": State(asks("skills.posting_ask"), Said(took_paste, LONGEST)),
        "result": State(show_result, Tapped("gap", chose_gap), Tapped("done", done), Said(told_gap, 80)),
    },
)

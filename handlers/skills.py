"""/skills: from a proud result to a skill and its proof; doubt answered from the user's own record."""

from __future__ import annotations

from telegram import Update

from bot.core.model import Skill
from bot.core.patterns import any_of
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Handler, Said, Tapped, leads_to
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, escape, join
from bot.telegram.turn import Context, Turn
from handlers.about import on_one
from handlers.common import numbered, short, upcoming, within
from handlers.interview_screens import interview_door, next_row

ENOUGH = 8
MOST = 20
MOST_WORDS = 80
LONGEST = 80  # characters of a proof on the list
PROVING = 6  # words; less is no tale that proves anything
_ALONE = any_of(r"alone|on my own|by myself|single-?handed\w*|for the first time|without (?:any )?help|the only one")
WANTS = ("use", "grow", "both", "rest")


async def start(update: Update, context: Context) -> str | None:
    """/skills: the list; the first result is asked for where there is none. Text after it is such a result."""
    turn = context.turn
    if turn.said and turn.event.kind in ("text", "command"):
        turn.begin("skills", "proud", proud=turn.said[:300])
        return "name"
    if turn.work.all(Skill) and turn.event.kind == "command":
        show_list(turn)
        return END
    turn.begin("skills", "proud")
    return "proud"


async def start_ask(update: Update, context: Context) -> str | None:
    """ "I don't know if my skills count": the list where there is one, else the first result is asked for."""
    turn = context.turn
    if turn.work.all(Skill):
        show_list(turn)
        return END
    turn.begin("skills", "proud")
    turn.note(turn.t("skills.count_anywhere"))
    return "proud"


def ask_proud(turn: Turn) -> Screen:
    key = "skills.ask_more" if turn.work.all(Skill) else "skills.ask"
    return Screen(turn.t(key), ((Button(turn.t.label("skills.button_stuck"), "stuck"),),))


def show_stuck(turn: Turn) -> Screen:
    """No record yet: words to somebody who has seen the user work."""
    return Screen(turn.t("skills.stuck", words=escape(turn.t.label("skills.stuck_words"))), sort="card")


async def took_proud(update: Update, context: Context) -> str:
    context.turn.draft["proud"] = context.turn.said
    return "name"


async def took_name(update: Update, context: Context) -> str:
    """Kept at once, with what was told as its proof; naming it anew corrects it."""
    turn, draft = context.turn, context.turn.draft
    skill = turn.work.get(Skill, draft.get("skill", ""))
    if skill is None:
        skill = turn.work.add(Skill(created_at=turn.now))
        draft["skill"] = skill.id
    skill.words = turn.said.rstrip(" .")
    skill.proof = skill.proof or draft.get("proud", "")
    return "use" if _proves(skill.proof) else "proof"


def _proves(told: str) -> bool:
    """Whether what was told has a figure or a deed of one's own in it already: nothing more to ask."""
    return len(told.split()) >= PROVING and (any(map(str.isdigit, told)) or bool(_ALONE.search(told)))


def ask_proof(turn: Turn) -> Screen:
    skill = turn.work.get(Skill, turn.draft.get("skill", "")) or Skill()
    return Screen(turn.t("skills.proof", skill=skill.words))


async def took_proof(update: Update, context: Context) -> str:
    turn = context.turn
    skill = turn.work.get(Skill, turn.draft.get("skill", ""))
    if skill is not None:
        proud = turn.draft.get("proud", "")
        skill.proof = f"{proud} ({turn.said})" if proud else turn.said
    return "use"


def ask_use(turn: Turn) -> Screen:
    skill = turn.work.get(Skill, turn.draft.get("skill", "")) or Skill()
    row = tuple(Button(turn.t.label(f"skills.button_{want}"), "want", want) for want in WANTS[:3])
    return Screen(turn.t("skills.use", skill=skill.words), (row,))


async def took_use(update: Update, context: Context) -> str | None:
    turn = context.turn
    skill = turn.work.get(Skill, turn.draft.get("skill", ""))
    if turn.arg not in WANTS or skill is None:
        return None
    skill.want_use, skill.want_grow = turn.arg in ("use", "both"), turn.arg in ("grow", "both")
    return _finish(turn)


async def skip_use(update: Update, context: Context) -> str:
    return _finish(context.turn)


def _finish(turn: Turn) -> str:
    """The list; whoever came with a doubt hears the answer to it."""
    doubted = turn.draft.get("doubt")
    turn.finish()
    if not (doubted and _answer_doubt(turn)):
        show_list(turn)
    return END


# -- the list, and one skill ------------------------------------------------------------------------------------


def rows_of(turn: Turn) -> list[Skill]:
    """What the user wants to use or grow first, then oldest first."""
    return sorted(turn.work.all(Skill), key=lambda s: (not (s.want_use or s.want_grow), s.created_at))[:MOST]


def mark_of(turn: Turn, skill: Skill) -> Html:
    name = (
        "both" if skill.want_use and skill.want_grow else "use" if skill.want_use else "grow" if skill.want_grow else ""
    )
    name = name or ("idle" if skill.idle else "")
    return turn.t(f"skills.mark_{name}") if name else Html("")


def show_list(turn: Turn) -> None:
    t, rows = turn.t, rows_of(turn)
    add = door(t.label("skills.button_add"), "skills", "add")
    own = door(t.label("skills.button_line"), "skills", "missed")
    if not rows:
        return turn.say("skills.list_none", (add,), next_row(turn))
    kept = within(
        t("skills.line", skill=skill.words, mark=mark_of(turn, skill), proof=_proof(turn, skill)) for skill in rows
    )
    lines, rows = numbered(Html(line) for line in kept), rows[: len(kept)]
    text = t("skills.list", skills=lines)
    if len(rows) < ENOUGH:
        text = join([text, t("skills.count", count=len(rows))])
    doors = [door(str(n), "skills", "page", skill.id) for n, skill in enumerate(rows, 1)]
    numbers = tuple(tuple(doors[i : i + 6]) for i in range(0, len(doors), 6))
    turn.show(Screen(text, (*numbers, (add, own), next_row(turn), turn.way_back()), sort="report"))


def _proof(turn: Turn, skill: Skill) -> Html:
    return turn.t("skills.line_proof", proof=short(skill.proof, LONGEST)) if skill.proof else Html("")


def page(turn: Turn, skill: Skill) -> Screen:
    label = turn.t.label
    idle = "skills.button_not_idle" if skill.idle else "skills.button_idle"
    return Screen(
        turn.t("skills.page", skill=skill.words, mark=mark_of(turn, skill), proof=skill.proof),
        sort="report",
        rows=(
            tuple(door(label(f"skills.button_{want}"), "skill", want, skill.id) for want in WANTS),
            (
                door(label(idle), "skill", "idle" if not skill.idle else "awake", skill.id),
                door(label("skills.button_remove"), "skill", "remove", skill.id),
            ),
            (
                door(label("skills.button_list"), "skills", "list"),
                *((undo.button(turn),) if undo.has_changes(turn) else ()),
            ),
        ),
    )


async def show_all(update: Update, context: Context) -> None:
    show_list(context.turn)


def _on_page(turn: Turn, skill: Skill) -> None:
    """A door of the page: sets one thing and shows it again. Pressed twice it changes nothing more."""
    action = turn.event.pressed.action if turn.event.pressed else ""
    if action == "remove":
        turn.work.remove(skill)
        back = (door(turn.t.label("skills.button_list"), "skills", "list"), undo.button(turn))
        return turn.say("skills.removed", back, next_row(turn), skill=skill.words)
    if action in WANTS:
        skill.want_use, skill.want_grow = action in ("use", "both"), action in ("grow", "both")
    if action in ("idle", "awake"):
        skill.idle = action == "idle"
    turn.show(page(turn, skill))


# -- doubt, and the line for the card ---------------------------------------------------------------------------


async def start_missed(update: Update, context: Context) -> str:
    context.turn.begin("skills", "missed")
    return "missed"


def ask_missed(turn: Turn) -> Screen:
    line = turn.user.missed_line
    return Screen(turn.t("skills.missed_ask_again" if line else "skills.missed_ask", line=line))


async def took_missed(update: Update, context: Context) -> str:
    turn = context.turn
    turn.user.missed_line = turn.said
    turn.say(
        "skills.missed_kept",
        (door(turn.t.label("skills.button_list"), "skills", "list"),),
        next_row(turn),
        line=turn.said,
    )
    return END


async def start_doubt(update: Update, context: Context) -> str:
    """ "Why would they want me": two facts from the user's own record; with none the first one is asked for."""
    turn = context.turn
    if _answer_doubt(turn):
        return END
    turn.begin("skills", "doubt", doubt=True)
    return "doubt"


def _answer_doubt(turn: Turn) -> bool:
    """Shows two facts and what the talk is good for; False where the record holds none."""
    rows = [skill for skill in rows_of(turn) if skill.proof][:2]
    if not rows:
        return False
    most = 120 // len(rows)  # characters of a proof
    facts = numbered(
        turn.t("skills.doubt_line", skill=short(skill.words, 40), proof=short(skill.proof, most)) for skill in rows
    )
    turn.say(
        "skills.doubt",
        (door(turn.t.label("skills.button_keep_going"), "mindset", "find"),),
        tuple(interview_door(turn, interview) for interview in upcoming(turn)[:1]),  # where it can be called off
        next_row(turn),
        facts=facts,
    )
    return True


def show_doubt(turn: Turn) -> Screen:
    return Screen(turn.t("skills.doubt_none"), ((Button(turn.t.label("skills.button_stuck"), "stuck"),),))


SKILL_ACTIONS = ("open", *WANTS, "idle", "awake", "remove")
HANDLERS: list[Handler] = [
    Door("skills", "list", show_all),
    Door("skills", "page", on_one(Skill, _on_page)),
    *(Door("skill", action, on_one(Skill, _on_page)) for action in SKILL_ACTIONS),
]
CONVERSATION = Conversation(
    "skills",
    entry_points=[
        Command("skills", start),
        Door("skills", "open", start),
        Door("skills", "add", start),
        Door("skills", "missed", start_missed),
        Door("skills", "doubt", start_doubt),
    ],
    states={
        "proud": State(ask_proud, Said(took_proud, 300), Tapped("stuck", leads_to("stuck"))),
        "stuck": State(show_stuck, Said(took_proud, 300)),
        "name": State(asks("skills.name"), Said(took_name, MOST_WORDS)),
        "proof": State(ask_proof, Said(took_proof, 200), Tapped("skip", leads_to("use"))),
        "use": State(ask_use, Tapped("want", took_use), Tapped("skip", skip_use)),
        "missed": State(ask_missed, Said(took_missed, 160)),
        "doubt": State(show_doubt, Said(took_proud, 300), Tapped("stuck", leads_to("stuck"))),
    },
)

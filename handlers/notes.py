"""Notes sent during the day: a line lands on the question it speaks to; a voice note is kept and played back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from telegram import Update

from bot.core import notes as core
from bot.core.answers import vague_words
from bot.core.model import Answer, Dialog, Interview, Note, Person, Question
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END, Conversation, State, asks
from bot.telegram.inputs import Command, Door, Handler, Said
from bot.telegram.screen import Screen
from bot.telegram.turn import TURN, Context, Turn
from handlers import planning
from handlers.about import gone, on_one
from handlers.answering import note_answer
from handlers.asking import wording
from handlers.common import job_of, local_words, numbered, people_of, short
from handlers.debrief_tale import follow_up
from handlers.interview_screens import next_row
from handlers.said import difference

AROUND = timedelta(hours=10)  # after an interview has begun its day goes on for so long
SHOWN = 8
LONGEST = 300  # characters of one note on the list


def under_way(turn: Turn) -> Interview | None:
    """The interview that runs just now or was held in the last hours and is not debriefed."""
    rows = [i for i in turn.work.all(Interview) if i.state == "planned" and i.start <= turn.now < i.start + AROUND]
    return max(rows, key=lambda interview: interview.start, default=None)


async def start(update: Update, context: Context) -> str | None:
    """/note, with or without the line after it."""
    turn = context.turn
    if turn.said and turn.event.kind in ("text", "command"):
        take(turn, turn.said)
        return END
    turn.begin("note", "tell")
    return "tell"


async def told(update: Update, context: Context) -> str:
    turn = context.turn
    turn.finish()
    take(turn, turn.said)
    return END


def take(turn: Turn, words: str) -> None:
    """Keeps a line. Where it speaks to one question of the talk it is the answer to it, else it waits."""
    interview, note = under_way(turn), keep(turn, words)
    listed = _asked_there(turn, interview) if interview else []
    found = core.belongs_to(words, listed, {q.id: wording(turn, q) for q in listed}, turn.content.topics)
    row = (door(turn.t.label("notes.button_list"), "notes"), undo.button(turn))
    if found is None or interview is None:
        return turn.say("notes.kept", row, next_row(turn), turn.way_back())
    put(turn, note, found, interview)
    _say_vague(turn, found, interview)
    other = (door(turn.t.label("notes.button_other"), "notes", "which", note.id),)
    words = wording(turn, found)
    if (differs := difference(turn, found, job_of(turn, interview))) is not None:
        rows = (*differs.rows, (*other, *row), next_row(turn), turn.way_back())
        return turn.show(Screen(differs.text, rows, sort="report"))
    turn.say("notes.kept_for", (*other, *row), next_row(turn), turn.way_back(), question=words)


def _say_vague(turn: Turn, question: Question, interview: Interview) -> None:
    """Which words leave the answer open, while there is time to ask."""
    rows = [a for a in turn.work.all(Answer) if (a.question_id, a.interview_id) == (question.id, interview.id)]
    words = "”, “".join(vague_words(rows[-1].note)[:2]) if rows and rows[-1].verdict == "vague" else ""
    if words:
        asks_more = follow_up(turn, question, rows[-1].note)
        turn.note(turn.t("notes.vague", words=words, follow_up=asks_more))


def _asked_there(turn: Turn, interview: Interview) -> list[Question]:
    """What is planned for that talk, and what somebody has answered there: the next one may say otherwise."""
    told = {answer.question_id for answer in turn.work.all(Answer) if answer.interview_id == interview.id}
    there = planning.planned(turn, interview)
    return [*there, *(q for q in turn.work.all(Question) if q.id in told and q not in there)]


def keep(turn: Turn, words: str = "", file_id: str = "") -> Note:
    """The note as it is, with the talk that is under way."""
    interview = under_way(turn)
    return turn.work.add(
        Note(
            job_id=interview.job_id if interview else "",
            interview_id=interview.id if interview else "",
            words=words,
            file_id=file_id,
            created_at=turn.now,
        )
    )


def put(turn: Turn, note: Note, question: Question, interview: Interview | None) -> None:
    """The note becomes what was said to that question."""
    person = core.said_by(note.words, people_of(turn, interview) if interview else [])
    note.question_id = question.id
    whose = turn.work.get(Person, person)
    said = core.bare(note.words, whose.name if whose else "")
    note_answer(turn, question, said, interview.id if interview else "", person)


class VoiceNote(Handler):
    """A voice note, wherever it comes: kept by its file id, since the bot cannot hear it."""

    def __init__(self, conversations: Mapping[str, Conversation]) -> None:
        super().__init__(self.keep)
        self._conversations = conversations

    def check_update(self, update: object) -> bool:
        return bool(TURN.get().event.voice)

    async def keep(self, update: Update, context: Context) -> None:
        turn = context.turn
        keep(turn, file_id=turn.event.voice)
        dialog = turn.dialog
        if dialog is not None and dialog.flow == CONVERSATION.name:
            turn.finish()  # it is the note that was asked for
        elif dialog is not None and self._takes_text(dialog):
            turn.note(turn.t("notes.kept_unheard"))
            return self._conversations[dialog.flow].redraw(turn)
        row = (door(turn.t.label("notes.button_list"), "notes"), undo.button(turn))
        return turn.say("notes.kept_voice", row, turn.way_back(), next_row(turn))

    def _takes_text(self, dialog: Dialog) -> bool:
        flow = self._conversations.get(dialog.flow)
        state = flow.states.get(dialog.step) if flow is not None else None
        return state is not None and any(isinstance(handler, Said) for handler in state.handlers)


# -- the list ---------------------------------------------------------------------------------------------------


async def show_list(update: Update, context: Context) -> None:
    turn = context.turn
    rows = turn.work.all(Note)[-SHOWN:]
    if not rows:
        return turn.say("notes.list_none", next_row(turn))
    t = turn.t
    lines = [
        t(
            "notes.line",
            when=local_words(turn, note.created_at),
            words=short(note.words, LONGEST) or t.label("notes.voice"),
        )
        for note in rows
    ]
    plays = [
        door(t.label("notes.button_play", number=n), "notes", "play", note.id)
        for n, note in enumerate(rows, 1)
        if note.file_id
    ]
    takes = [door(t.label("notes.remove", number=n), "notes", "remove", note.id) for n, note in enumerate(rows, 1)]
    doors: list[Button] = [*plays, *takes]
    pairs = tuple(tuple(doors[i : i + 3]) for i in range(0, len(doors), 3))
    turn.show(Screen(t("notes.list", notes=numbered(lines)), (*pairs, next_row(turn)), sort="report"))


def _play(turn: Turn, note: Note) -> None:
    if not note.file_id:
        return gone(turn, Note)
    turn.show(
        Screen(
            turn.t("notes.line", when=local_words(turn, note.created_at), words=""),
            (next_row(turn),),
            voice=note.file_id,
        )
    )


def _which(turn: Turn, note: Note) -> None:
    """The other questions of that talk, to put the note to."""
    interview = turn.work.get(Interview, note.interview_id)
    rows = [q for q in turn.work.all(Question) if q.job_id == note.job_id and q.id != note.question_id]
    listed = sorted(rows, key=lambda q: (q.interview_id != (interview.id if interview else ""), q.rank or 99))[:6]
    text = turn.t("notes.which") + "\n" + numbered(wording(turn, q) for q in listed)
    numbers = tuple(door(str(n), "notes", "put", f"{note.id}.{q.id}") for n, q in enumerate(listed, 1))
    turn.show(Screen(text, (numbers, (door(turn.t.label("notes.button_list"), "notes"),)), sort="report"))


def _put_to(turn: Turn, note: Note) -> None:
    question = turn.work.get(Question, turn.arg.partition(".")[2])
    if question is None:
        return gone(turn, Question)
    put(turn, note, question, turn.work.get(Interview, note.interview_id))
    row = (door(turn.t.label("notes.button_list"), "notes"), undo.button(turn))
    turn.say("notes.moved", row, next_row(turn), question=wording(turn, question))


def _remove(turn: Turn, note: Note) -> None:
    turn.work.remove(note)
    turn.say("notes.removed", (door(turn.t.label("notes.button_list"), "notes"), undo.button(turn)), next_row(turn))


HANDLERS: list[Handler] = [
    Command("notes", show_list),
    Door("notes", "open", show_list),
    Door("notes", "play", on_one(Note, _play)),
    Door("notes", "which", on_one(Note, _which)),
    Door("notes", "put", on_one(Note, _put_to)),
    Door("notes", "remove", on_one(Note, _remove)),
]
CONVERSATION = Conversation(
    "note",
    entry_points=[Command("note", start), Door("note", "open", start)],
    states={"tell": State(asks("notes.ask"), Said(told, 1000))},
)

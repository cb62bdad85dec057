"""The end of a debrief: what is kept of the talk, what moves on to the next one, and what can go by mail."""

from __future__ import annotations

from telegram import Update

from bot.core import fit
from bot.core import questions as core
from bot.core.after_talk import word_by
from bot.core.drafts import letter, listed
from bot.core.ledger import OPEN
from bot.core.model import Answer, Dialog, Interview, Priority, Question, Signal
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.conversation import END
from bot.telegram.inputs import Door, Handler
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, join
from bot.telegram.turn import Context, Turn
from handlers import debrief_tale, planning
from handlers.about import gone
from handlers.common import day_words, job_of, open_questions, people_of, short
from handlers.interview_screens import next_row
from handlers.kept_acts import held, keep_deadline, nobody_came, note, set_word
from handlers.remind import missed as missed_screen
from handlers.want import want_name

MOST_MAIL = 3  # questions in one mail
MOST_NOTE = 80  # characters of an answer that is weighed
WEIGHTS = ("met", "partly", "not")


def current(turn: Turn) -> Interview | None:
    return turn.work.get(Interview, turn.draft.get("interview", ""))


def act_of(turn: Turn, interview: Interview, kind: str) -> Signal:
    """The act of that kind in that talk, once."""
    known = [s for s in turn.work.all(Signal) if (s.interview_id, s.kind) == (interview.id, kind)]
    act = known[0] if known and kind != "note" else note(turn, job_of(turn, interview), kind, interview.id)
    act.day = interview.local.date()
    return act


def keep_word(turn: Turn, interview: Interview, said: str) -> bool:
    """ "They call on Wednesday": by then they want to be in touch. Whether the words tell of such a day."""
    day = word_by(said, turn.now, turn.zone)
    if day is not None and day != interview.word_by:
        interview.word_by = day
        turn.note(turn.t("debrief.word_noted", day=day_words(day)))
    return day is not None


def finish(turn: Turn) -> str:
    interview, draft = current(turn), turn.draft
    if interview is None:
        gone(turn, Interview)
        return END
    kind, words = draft.get("kind", ""), draft.get("odd", "")
    if kind == "no-show":
        return _nobody_came(turn, interview, words, draft.get("word", ""))
    by = ""
    if kind:
        act = act_of(turn, interview, kind)
        act.note = words or act.note
        set_word(turn, act, draft.get("word", ""))
        by = keep_deadline(turn, job_of(turn, interview), words)
    missed = close(turn, interview, draft["asked"])
    turn.show(_end(turn, interview, missed, kept=bool(held(turn, interview)), by=by))
    return END


def keep_only(turn: Turn, interview: Interview) -> str:
    """Who wants reminders and nothing else is asked nothing more about it."""
    close(turn, interview, [])
    turn.say("debrief.kept_only", (undo.button(turn), *next_row(turn)))
    return END


def _nobody_came(turn: Turn, interview: Interview, words: str, word: str) -> str:
    """No thank-you for a talk that did not take place; the words to write come with it."""
    close(turn, interview, [])
    nobody_came(turn, interview, words, word)
    turn.show(missed_screen(turn, interview, turn.t("debrief.missed")))
    return END


def _end(turn: Turn, interview: Interview, missed: list[Question], *, kept: bool, by: str) -> Screen:
    """What is noted, what is still open, and the ways on."""
    t, label, id = turn.t, turn.t.label, interview.id
    count = len(open_questions(turn, interview.job_id))
    parts = [
        t("debrief.done"),
        t("debrief.done_open", count=count) if count else Html(""),
        t("debrief.done_missed") if missed else Html(""),
        t("debrief.done_kept") if kept else Html(""),
        t("debrief.done_by", day=by) if by else Html(""),
        _follow_up(turn, interview),
    ]
    weigh = _to_weigh(turn, interview)
    parts.append(weigh[0])
    mail = ".".join([id, *(question.id for question in missed[:MOST_MAIL])])
    rest = (door(label("debrief.button_mail"), "debrief", "mail", mail),) if missed else ()
    offered = job_of(turn, interview).stage == "offer" and bool(turn.draft.get("offered"))
    rows = (
        (door(label("debrief.button_offer"), "offer"), door(label("debrief.button_yes"), "decide")) if offered else (),
        weigh[1],
        (
            door(label("debrief.button_word"), "debrief", "word", id),
            door(label("debrief.button_thanks"), "remind", "thanks", id),
        ),
        (
            door(label("debrief.button_asked_me"), "debrief", "asked_me", id),
            door(label("call.button_bad"), "call", "bad", interview.job_id),
        ),
        rest,
        (door(label("next.button_questions"), "questions"), *next_row(turn)),
    )
    return Screen(join(parts, ""), rows, sort="picker")


def _to_weigh(turn: Turn, interview: Interview) -> tuple[Html, tuple[Button, ...]]:
    """Whether what was said is what the user wants: without that the scoreboard knows nothing of it."""
    work = turn.work
    found = fit.to_weigh(
        work.all(Priority), work.all(Question), work.all(Answer), turn.content.topics, interview_id=interview.id
    )
    if found is None:
        return Html(""), ()
    row = tuple(door(turn.t.label(f"answers.button_{sits}"), "answer", sits, found[1].id) for sits in WEIGHTS)
    note = short(found[1].note, MOST_NOTE)
    return turn.t("debrief.weigh", name=want_name(turn, found[0]), note=note), row


def close(turn: Turn, interview: Interview, asked: list[str]) -> list[Question]:
    """The interview is debriefed: what was asked stays on record, what was not is open for the next talk.

    Returns the planned questions that were not asked.
    """
    interview.state = "debriefed"
    noted = {a.question_id for a in turn.work.all(Answer) if a.interview_id == interview.id}
    for id in asked:
        if id not in noted:
            turn.work.add(Answer(question_id=id, interview_id=interview.id, created_at=turn.now))
    for dialog in turn.work.all(Dialog):
        if dialog.data.get("interview") == interview.id and dialog.flow == "prepare":
            turn.work.remove(dialog)  # there is nothing to prepare any more
    missed = [question for question in planning.planned(turn, interview) if question.state == "planned"]
    planning.release(turn, interview)
    return [question for question in missed if question.id not in asked]


def _follow_up(turn: Turn, interview: Interview) -> Html:
    """What to ask next: one, for the vague answer that matters most."""
    vague = core.most_important_vague(
        topics=turn.content.topics,
        priorities=turn.work.all(Priority),
        questions=turn.work.all(Question),
        answers=turn.work.all(Answer),
        interview_id=interview.id,
    )
    if vague is None:
        return Html("")
    if vague[0].text:
        return turn.t("debrief.done_follow_own", question=vague[0].text)
    return turn.t("debrief.done_follow", follow_up=debrief_tale.follow_up(turn, vague[0], vague[1].note))


async def by_mail(update: Update, context: Context) -> None:
    """What was not asked, as one mail. ``arg``: the interview and up to three questions."""
    turn = context.turn
    id, *ids = turn.arg.split(".")
    interview = turn.work.get(Interview, id)
    rows = [q for q in (turn.work.get(Question, one) for one in ids) if q is not None and q.state in OPEN]
    if interview is None or not rows:
        return turn.say("debrief.mail_none", next_row(turn))
    now = turn.event.pressed.action if turn.event.pressed else ""
    tone = {"mail": turn.user.tone}.get(now, now.removeprefix("mail_"))
    person = next((person for person in people_of(turn, interview) if person.name), None)
    questions = listed([planning.item_words(turn, [q.topic, q.bank, q.id], interview, tone) for q in rows])
    words = letter(turn.content.drafts, "by_mail", tone, job_of(turn, interview), person, questions=questions)
    other = "soft" if tone == "direct" else "direct"
    row = (door(turn.t.label(f"remind.button_{other}"), "debrief", f"mail_{other}", turn.arg),)
    turn.show(Screen(turn.t("debrief.mail", words=words), (row, next_row(turn)), sort="card"))


HANDLERS: list[Handler] = [Door("debrief", action, by_mail) for action in ("mail", "mail_soft", "mail_direct")]

"""What each reminder shows when it falls due. Every button of it is a door into its conversation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.core import conduct, reminders
from bot.core import thanks as thanks_for
from bot.core.drafts import letter
from bot.core.model import Answer, Interview, Job, Reminder, Signal
from bot.telegram import undo
from bot.telegram.buttons import Button, door
from bot.telegram.screen import Screen
from bot.telegram.texts import Html, escape, join
from bot.telegram.turn import Turn
from handlers import dated, planning
from handlers.card import card
from handlers.common import bullets, job_of, people_of, person_words, short
from handlers.interview_screens import next_row
from handlers.kept_acts import act_line, employer_words, missed_act
from handlers.signal_thought import pause_door

Rows = tuple[tuple[Button, ...], ...]
LEFT_OPEN = timedelta(minutes=10)  # a talk that lies idle so long is not in the middle of a sentence
PATIENCE = timedelta(minutes=15)  # after the start: then it is time to write
QUOTED = 80  # characters of a detail in a letter
LETTERS = ("thanks", "chaser", "chaser_again", "missed_call", "missed_again")
SORTS = {"evening": "report", "card": "card", "thanks": "card", "chaser": "card"}
NUDGES = ("evening", "gaps", "retry", "thanks", "chaser")
Shown = tuple[Html, Rows]


def show(turn: Turn, row: Reminder, late: bool) -> Screen | None:
    """The screen of a reminder; None where there is nothing to say any more."""
    interview = turn.work.get(Interview, row.interview_id)
    if row.kind in dated.SHOWS:
        shown = dated.SHOWS[row.kind](turn, row)
    else:
        shown = SHOWS[row.kind](turn, row, interview) if interview is not None and row.kind in SHOWS else None
    if shown is None:
        return None
    text, rows = shown
    ask = _unwanted(turn, row)
    parts = [
        turn.t("remind.late") if late else Html(""),
        text,
        _why(turn, row),
        turn.t("remind.streak") if ask else Html(""),
    ]
    below = (*rows, *(_fewer_rows(turn, row.kind) if ask else ()), _moving(turn, row))
    return Screen(join(parts), below, fresh=True, sort=SORTS.get(row.kind, "picker" if ask else "turn"))


def sent(turn: Turn, row: Reminder) -> None:
    """After the sending: a talk left open gives way to what the reminder asks, and the list that was shown counts."""
    dialog = turn.dialog
    if dialog is not None and turn.now - dialog.updated_at > LEFT_OPEN:
        turn.pause(interrupted=True)
    interview = turn.work.get(Interview, row.interview_id)
    if row.kind == "evening" and interview is not None and turn.user.coaching:
        for one in _of_that_day(turn, row, interview):
            if not planning.planned(turn, one):
                planning.settle(turn, one, planning.items(turn, one))


def _of_that_day(turn: Turn, row: Reminder, interview: Interview) -> list[Interview]:
    found = reminders.evening_interviews(row, turn.user, turn.work.all(Job), turn.work.all(Interview), turn.now)
    return found or [interview]


def _unwanted(turn: Turn, row: Reminder) -> bool:
    """Whether to ask, this once, if the user still wants this kind: the last three found no answer.

    Only nudges are asked about; they are sent all the same, and never thinned out in silence.
    """
    if row.kind not in NUDGES or row.snoozed or row.kind in turn.user.kept:
        return False
    sent = [r for r in turn.work.all(Reminder) if r.kind == row.kind and r.sent_at]
    sent.sort(key=lambda r: r.sent_at or r.due)
    return reminders.ignored_streak(row.kind, sent) and not reminders.ignored_streak(row.kind, sent[:-1])


def _why(turn: Turn, row: Reminder) -> Html:
    name = reminders.why(row, turn.user, turn.work.all(Interview))
    return turn.t("remind.why", reason=turn.t(f"remind.why_{name}"))


def _moving(turn: Turn, row: Reminder) -> tuple[Button, ...]:
    """Snooze, done, fewer: under each reminder. A card is over in an hour, so it has no snooze."""
    label = turn.t.label
    buttons = [] if row.kind == "card" else [door(label("remind.button_snooze"), "remind", "snooze", row.id)]
    return (
        *buttons,
        door(label("remind.button_done"), "remind", "done", row.id),
        door(label("remind.button_fewer"), "remind", "fewer", row.kind),
    )


def _job(turn: Turn, interview: Interview) -> str:
    return employer_words(turn, job_of(turn, interview))


def _doors(turn: Turn, flow: str, interview: Interview, *actions: tuple[str, str]) -> tuple[Button, ...]:
    return tuple(door(turn.t.label(key), flow, action, interview.id) for key, action in actions)


# -- before -----------------------------------------------------------------------------------------------------


def gaps(turn: Turn, row: Reminder, interview: Interview) -> Shown:
    return (
        turn.t("remind.gaps", job=_job(turn, interview)),
        (_doors(turn, "prepare", interview, ("remind.button_prepare", "open")),),
    )


def evening(turn: Turn, row: Reminder, interview: Interview) -> Shown:
    """The lists of all interviews of that day; with one interview its buttons change the list at once."""
    todays = _of_that_day(turn, row, interview)
    if not turn.user.coaching:
        return join([plain(turn, one) for one in todays]), ()
    texts = [planning.list_text(turn, one, planning.items(turn, one), turn.user.tone) for one in todays]
    if len(todays) > 1:
        rows = tuple(
            (
                door(
                    f"{turn.t.label('interview.button_prepare')}: {job_of(turn, one).employer}"[:60],
                    "prepare",
                    "open",
                    one.id,
                ),
            )
            for one in todays
        )
        return join(texts), rows
    tone = "prepare.softer" if turn.user.tone == "direct" else "prepare.direct"
    mine = () if planning.planned(turn, interview) else (("prepare.mine", "keep"),)  # said once, it is not asked again
    learn = turn.t("card.learn", learn=interview.learn) if interview.learn else Html("")
    ways = (*mine, ("prepare.swap", "swap"), (tone, "soft"))
    return join([texts[0], learn]), (_doors(turn, "prepare", interview, *ways),)


def plain(turn: Turn, interview: Interview) -> Html:
    """ "Just remind me": when, who, where; no questions."""
    people = ", ".join(person_words(p.name, p.title) for p in people_of(turn, interview))
    days = (interview.local.date() - turn.now.astimezone(ZoneInfo(interview.zone)).date()).days
    head = turn.t("remind.evening" if days else "remind.today", clock=f"{interview.local:%H:%M}")
    return turn.t(
        "remind.plain",
        head=head,
        job=_job(turn, interview),
        people=turn.t("remind.plain_people", people=people) if people else "",
    )


def pocket(turn: Turn, row: Reminder, interview: Interview) -> Shown:
    minutes = max(1, round((interview.start - turn.now).total_seconds() / 60))
    shown = card(turn, interview)
    hours, rest = divmod(minutes, 60)
    key = "remind.card_soon" if rest or hours < 2 else "remind.card_soon_hours"
    return join([turn.t(key, minutes=minutes, hours=hours), shown.text]), shown.rows[:-1]


# -- after ------------------------------------------------------------------------------------------------------


def debrief(turn: Turn, row: Reminder, interview: Interview) -> Shown:
    if not turn.user.coaching:
        return turn.t("remind.debrief_plain", job=_job(turn, interview)), ()
    return (
        turn.t(f"remind.{row.kind}", job=_job(turn, interview)),
        (_doors(turn, "debrief", interview, ("remind.button_debrief", "open")),),
    )


def thanks(turn: Turn, row: Reminder, interview: Interview) -> Shown:
    return thanks_text(turn, interview), (_beside(turn, "thanks", interview, turn.user.tone),)


def thanks_text(turn: Turn, interview: Interview) -> Html:
    return turn.t("remind.thanks", job=_job(turn, interview), words=draft(turn, "thanks", interview, turn.user.tone))


def chaser(turn: Turn, row: Reminder, interview: Interview) -> Shown:
    name = reminders.why(row, turn.user, turn.work.all(Interview))
    kind = "chaser_again" if name == "chaser_again" else "chaser"
    words = draft(turn, kind, interview, turn.user.tone)
    text = turn.t(f"remind.{name}", job=_job(turn, interview), words=words)
    return text, (_beside(turn, kind, interview, turn.user.tone),)


def waiting(turn: Turn, row: Reminder, interview: Interview) -> Shown:
    return (
        turn.t("remind.waiting", job=_job(turn, interview)),
        (_doors(turn, "remind", interview, ("remind.button_yes", "begun"), ("remind.button_no", "nobody")),),
    )


def missed(turn: Turn, interview: Interview, said: Html | None = None) -> Screen:
    """Nobody came: words to send; the second time without word the user chooses to chase, to wait or to withdraw.

    ``said`` stands above the words.
    """
    mine, acts = missed_act(turn, interview), conduct.twice(turn.work.all(Signal), interview.job_id)
    came = door(turn.t.label("remind.button_came"), "remind", "came", interview.id)
    word = (_word_door(turn, mine),) if mine is not None else ()
    if mine is not None and mine in acts:
        listed = bullets(act_line(turn, act) for act in acts[-2:])
        text = turn.t("remind.again", job=_job(turn, interview), count=len(acts), acts=listed)
        rows = (_choices(turn, interview), (came, *word), (pause_door(turn, mine),), (*_undo(turn), *next_row(turn)))
        return Screen(text, rows, fresh=True, sort="picker")
    soon = turn.now < interview.start + PATIENCE
    words = draft(turn, "missed_call", interview, turn.user.tone)
    text = turn.t("remind.waiting_no" if soon else "remind.missed", words=words)
    rest = (_beside(turn, "missed_call", interview, turn.user.tone), word, (*_undo(turn), *next_row(turn)))
    return Screen(join([said or Html(""), text]), rest, fresh=True, sort="card")


def _undo(turn: Turn) -> tuple[Button, ...]:
    return (undo.button(turn),) if undo.has_changes(turn) else ()


def _choices(turn: Turn, interview: Interview) -> tuple[Button, ...]:
    chase, wait = _doors(turn, "remind", interview, ("remind.button_chase", "chase"), ("remind.button_wait", "wait"))
    return chase, wait, door(turn.t.label("remind.button_withdraw"), "no", "open", interview.job_id)


# -- words to copy ----------------------------------------------------------------------------------------------


def copy(turn: Turn, kind: str, interview: Interview, tone: str) -> Screen:
    """One letter by itself, in that tone."""
    text = turn.t("remind.copy", words=draft(turn, kind, interview, tone))
    act = missed_act(turn, interview) if kind == "missed_call" else None
    word = (_word_door(turn, act),) if act is not None else ()
    return Screen(text, (_beside(turn, kind, interview, tone), word, next_row(turn)), sort="card")


def _word_door(turn: Turn, act: Signal) -> Button:
    return door(turn.t.label("act.button_given"), "act", "given", act.id)


def _beside(turn: Turn, kind: str, interview: Interview, tone: str) -> tuple[Button, ...]:
    """What can be said about a letter, and the other tone."""
    label, other = turn.t.label, "soft" if tone == "direct" else "direct"
    action = {"thanks": "sent", "chaser": "heard", "chaser_again": "heard"}.get(kind, "came")
    return (
        door(label(f"remind.button_{action}"), "remind", action, interview.id),
        door(label(f"remind.button_{other}"), "remind", "tone", f"{kind}.{interview.id}.{other}"),
    )


def draft(turn: Turn, kind: str, interview: Interview, tone: str) -> Html:
    """Words to copy, with the user's own facts in them; of several people to the one who would be the boss."""
    named = [person for person in people_of(turn, interview) if person.name]
    person = min(named, key=lambda person: person.audience != "M", default=None)
    facts = {"clock": f"{interview.local:%H:%M}", "detail": _detail(turn, interview)}
    return escape(letter(turn.content.drafts, kind, tone, job_of(turn, interview), person, **facts))


def _detail(turn: Turn, interview: Interview) -> str:
    """What stayed with the user; his to word."""
    kind, words = thanks_for.detail(turn.work.all(Answer), interview, turn.content.acts)
    return turn.t.label(f"remind.{kind}", words=short(words, QUOTED))


SHOWS: dict[str, Callable[[Turn, Reminder, Interview], Shown]] = {
    "gaps": gaps,
    "evening": evening,
    "card": pocket,
    "waiting": waiting,
    "debrief": debrief,
    "retry": debrief,
    "thanks": thanks,
    "chaser": chaser,
}


def fewer(turn: Turn, kind: str, text: Html) -> Screen:
    """Keep, only the evening before, or stop: asked on tap."""
    return Screen(text, (*_fewer_rows(turn, kind), next_row(turn)))


def _fewer_rows(turn: Turn, kind: str) -> Rows:
    label = turn.t.label
    keep = door(label("remind.fewer_keep"), "remind", "keep", kind)
    only = door(label("remind.fewer_evening"), "remind", "only", kind)
    return ((keep,), (only, door(label("remind.fewer_stop"), "remind", "stop", kind)))

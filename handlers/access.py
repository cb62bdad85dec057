"""The door: who may use the bot, invitations, and how much one person may send and keep.

The gate stands before all other handlers (in PTB's group -1) and lets an update through or answers it itself; the
caps stand behind them (group 1) and take a turn back that would keep too much.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NoReturn

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from bot.core.access import INVITE, LASTS, OWNER, NowAndThen, Quota, Verdict, new_code, read_code
from bot.core.model import Dialog, Interview, Job, Question, Reminder, User
from bot.core.record import Record
from bot.store.base import Codes, KnownCode
from bot.store.work import Code, Work
from bot.telegram.buttons import door
from bot.telegram.inputs import Command, Door, Handler
from bot.telegram.screen import Screen
from bot.telegram.texts import Html
from bot.telegram.turn import TURN, Context, Turn
from handlers.crisis import Crisis

AGAIN = timedelta(minutes=10)  # so often a stranger is told that the bot is private
QUOTED = 40  # characters of the first message that is not read
GUESSES = (5, 20)  # codes one person may try in a minute and a day


@dataclass(frozen=True, slots=True)
class Rules:
    """What the host has set. ``link``: the bot's address, up to the code."""

    owner_id: int | None = None
    by_invitation: bool = False
    a_minute: int = 0
    a_day: int = 0
    files_a_day: int = 0
    operator_name: str = ""
    operator_contact: str = ""
    link: str = ""

    def is_owner(self, user: User) -> bool:
        """OWNER_ID decides; without it, who sent the owner's code."""
        return user.role == OWNER if self.owner_id is None else user.id == self.owner_id


class Gate(Handler):
    """Asked about every update first; Stop (of PTB) where it is answered here."""

    def __init__(self, codes: Codes, rules: Rules) -> None:
        super().__init__(self.ask)
        self._codes, self._rules = codes, rules
        self._quota, self._guesses = Quota(rules.a_minute, rules.a_day), Quota(*GUESSES)
        self._files = Quota(0, rules.files_a_day)
        self._told = NowAndThen(AGAIN)
        self._crisis = Crisis()

    def check_update(self, update: object) -> bool:
        return TURN.get().event.kind not in ("member", "none")

    async def ask(self, update: Update, context: Context) -> None:
        turn, rules = context.turn, self._rules
        turn.owner = rules.is_owner(turn.user)
        turn.by_invitation = rules.by_invitation and turn.user.id != rules.owner_id
        turn.discard = turn.by_invitation and turn.work.new_user
        if self._crisis.check_update(update):
            return  # answered before anything else, a stranger's too; of him nothing is kept
        if not turn.owner:
            await self._code(turn, update.update_id)
        if turn.discard:
            self._stranger(turn, update.update_id)
        elif not turn.owner:
            self._count(turn, self._quota.take(turn.user.id, update.update_id, turn.now))

    async def may_read(self, work: Work, update_id: int, part_id: int, now: datetime) -> bool:
        """Asked before the turn whether a file is read, which costs us something: not those of strangers, nor of one
        who sends more than he may. ``update_id`` is the update's as the turn counts it, ``part_id`` the file's own."""
        user = work.user
        if self._rules.is_owner(user):
            return True
        if self._rules.by_invitation and user.id != self._rules.owner_id and work.new_user:
            return False
        if self._quota.take(user.id, update_id, now).wait is not None:
            return False
        return self._files.take(user.id, part_id, now).wait is None

    # -- codes --------------------------------------------------------------------------------------------------

    async def _code(self, turn: Turn, update_id: int) -> None:
        """A code lets somebody in and then counts as /start; what is no code goes on as it is."""
        text = read_code(turn.said) if _may_hold_code(turn) else ""
        if not text:
            return
        tried = self._guesses.take(turn.user.id, update_id, turn.now)
        known = await self._codes.find_code(text, turn.now) if tried.wait is None else None
        if known is not None and known.kind == OWNER:
            self._owners(turn, text, known)
        elif turn.discard:
            self._invited(turn, text, known, tried)
        elif known is not None and known.state == "open" and turn.by_invitation:
            _begin(turn, "access.already")

    def _owners(self, turn: Turn, text: str, known: KnownCode) -> None:
        if known.state != "open" or self._rules.owner_id is not None:
            _stop(turn, turn.t("access.owner_gone"))
        turn.work.redeemed, turn.user.role = text, OWNER
        turn.owner, turn.discard = True, False
        _begin(turn, "access.owner")

    def _invited(self, turn: Turn, text: str, known: KnownCode | None, tried: Verdict) -> None:
        if tried.wait is not None:
            _stop(turn, turn.t("access.guessed", wait=_words(turn, tried.wait)) if tried.first else None)
        if known is None or known.state != "open":
            _stop(turn, turn.t(f"access.{known.state if known else 'wrong'}", who=self._who(turn)))
        turn.work.redeemed, turn.discard = text, False
        _begin(turn)

    # -- who is not let in, or not now --------------------------------------------------------------------------

    def _stranger(self, turn: Turn, update_id: int) -> None:
        """One short line, now and then; /privacy is for everybody (Telegram asks it of every bot)."""
        if turn.event.command == "privacy":
            return
        line = turn.t("access.private", who=self._who(turn))
        turn.toast = turn.t.label("access.private", who=self._who(turn))
        _stop(turn, line if self._told.may(turn.user.id, update_id, turn.now) else None)

    def _count(self, turn: Turn, verdict: Verdict) -> None:
        if verdict.wait is None:
            if verdict.missed:
                key = "access.missed_one" if verdict.missed == 1 else "access.missed_many"
                turn.note(turn.t(key, count=verdict.missed))
            return
        turn.discard = True
        words, wait = " ".join(turn.said.split())[:QUOTED], _words(turn, verdict.wait)
        turn.toast = turn.t.label("access.rest_tap", wait=wait)
        line = turn.t("access.rest", words=words, wait=wait) if words else turn.t("access.rest_tap", wait=wait)
        _stop(turn, line if verdict.first else None)

    def _who(self, turn: Turn) -> str:
        name, contact = self._rules.operator_name, self._rules.operator_contact
        if name and contact:
            return turn.t.label("access.who", name=name, contact=contact)
        return name or contact or turn.t.label("access.who_nobody")


def _may_hold_code(turn: Turn) -> bool:
    return turn.event.kind == "text" or turn.event.command == "start"


def _begin(turn: Turn, note: str = "") -> None:
    """The code has done its work: what follows is a first hello."""
    turn.event = dataclasses.replace(turn.event, kind="command", command="start", text="")
    if note:
        turn.note(turn.t(note))


def _stop(turn: Turn, line: Html | None) -> NoReturn:
    """Answers with that line (None: with nothing) and ends the turn here."""
    if line is not None:
        turn.show(Screen(line, fresh=True))
    raise ApplicationHandlerStop


def _words(turn: Turn, wait: timedelta) -> str:
    """ "2 minutes", "5 hours"; rounded up."""
    minutes = max(1, -(-int(wait.total_seconds()) // 60))
    if minutes == 1:
        return turn.t.label("access.minute")
    if minutes <= 90:
        return turn.t.label("access.minutes", count=minutes)
    return turn.t.label("access.hours", count=-(-minutes // 60))


# -- /invite ----------------------------------------------------------------------------------------------------


class _OwnerCommand(Command):
    """A command that others do not have: to them it is an unknown one."""

    def check_update(self, update: object) -> bool:
        return TURN.get().owner and super().check_update(update)


class _OwnerDoor(Door):
    def check_update(self, update: object) -> bool:
        return TURN.get().owner and super().check_update(update)


def owners(codes: Codes, rules: Rules) -> list[Handler]:
    """What only the owner can do."""

    async def invite(update: Update, context: Context) -> None:
        """A message to forward, and below it what else can be done. Nothing is shown again of older links."""
        turn, label = context.turn, context.turn.t.label
        if not rules.by_invitation:
            return turn.say("invite.open", link=rules.link.partition("?")[0])
        code = Code(new_code(), INVITE, turn.now + LASTS[INVITE])
        turn.work.issued.append(code)
        day = f"{code.expires.day} {code.expires:%b}"
        turn.show(Screen(turn.t("invite.card", link=f"{rules.link}{code.text}", day=day), fresh=True))
        count = await codes.open_codes(INVITE, turn.now) + 1
        row = (door(label("invite.button_more"), "invite"), door(label("invite.button_revoke"), "invite", "revoke"))
        turn.show(Screen(turn.t("invite.said", count=count), (row,), fresh=True))

    async def revoke(update: Update, context: Context) -> None:
        turn = context.turn
        turn.work.revoked = INVITE
        row = (door(turn.t.label("invite.button_more"), "invite"),)
        turn.say("invite.taken_back", row, count=await codes.open_codes(INVITE, turn.now))

    return [
        _OwnerCommand("invite", invite),
        _OwnerDoor("invite", "open", invite),
        _OwnerDoor("invite", "revoke", revoke),
    ]


# -- how much is kept -------------------------------------------------------------------------------------------

Counts = Callable[[Any], bool]
CAPS: tuple[tuple[type[Record], int, Counts], ...] = (
    (Job, 40, lambda job: job.closed_at is None),
    (Interview, 100, lambda interview: interview.state == "planned"),
    (Question, 200, lambda question: question.state in ("open", "planned")),
)
MOST_ROWS = 3000
NOT_COUNTED = (Reminder, Dialog)  # made by the program, which bounds them itself


def too_much(work: Work) -> tuple[str, int] | None:
    """The cap that this turn's new records break: (its name, the most)."""
    for kind, most, counts in CAPS:
        rows = [row for row in work.all(kind) if counts(row)]
        if len(rows) > most and any(map(work.is_new, rows)):
            return kind.__name__.lower(), most
    rows = [row for row in work.every() if not isinstance(row, NOT_COUNTED)]
    return ("rows", MOST_ROWS) if len(rows) > MOST_ROWS and any(map(work.is_new, rows)) else None


class Caps(Handler):
    """Takes a turn back that would keep more than there is room for, and says so."""

    def __init__(self) -> None:
        super().__init__(self.take_back)

    def check_update(self, update: object) -> tuple[str, int] | None:
        turn = TURN.get()
        return None if turn.discard or turn.erase else too_much(turn.work)

    async def handle_update(self, update: Update, application: Any, check_result: Any, context: Context) -> str | None:
        await self.take_back(update, context)
        return None

    async def take_back(self, update: Update, context: Context) -> None:
        turn = context.turn
        name, most = too_much(turn.work) or ("rows", MOST_ROWS)
        turn.forget()
        turn.say(f"caps.{name}", turn.way_back(), most=most)

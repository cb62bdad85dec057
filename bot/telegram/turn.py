"""One turn of the talk: a user's update, his records, and what is answered. Handlers see Telegram only through it."""

from __future__ import annotations

import dataclasses
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot, Contact, Location, Message, Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.core.model import Dialog, User
from bot.core.record import new_id
from bot.store.work import Work
from bot.telegram.buttons import Button, Pressed, door, unpack
from bot.telegram.files import Files, command_in
from bot.telegram.screen import Call, Screen, answer_call, edit_call, send_call
from bot.telegram.texts import Html, Texts, join
from content import Content

TURN: ContextVar[Turn] = ContextVar("turn")
RESUMABLE = timedelta(days=30)  # a stopped conversation can be taken up again for so long
MOST_STOPPED = 8
# What can be sent beside words, by the names of Telegram's fields; an animation is a document too.
MEDIA = (
    "animation", "sticker", "dice", "video_note", "voice", "video", "audio", "game", "story", "poll", "photo",
    "document",
)  # fmt: skip
INTERRUPTED = timedelta(hours=12)  # so long a conversation that something else interrupted is offered again


@dataclass(frozen=True, slots=True)
class Event:
    """What the user did, read once from the update.

    ``kind``: text, command, tap, edited, file (``text`` is then its caption, ``command`` one in it), media (what is
    not read: ``media`` names it), location, contact, member, none (a reminder's turn). ``number`` is the message's:
    parts go in its order.
    """

    kind: str
    text: str = ""
    command: str = ""
    pressed: Pressed | None = None
    query_id: str = ""
    message_id: int | None = None
    location: Location | None = None
    voice: str = ""  # file id of a voice note
    number: int = 0
    file: Files | None = None
    own: int | None = None  # the id of a message that is all in one piece: an edit of it can correct it
    meant: Event | None = None  # of an edit: the message as it stands now; None where it is no text
    contact: Contact | None = None
    place: str = ""  # of a shared venue: its name and address
    media: str = ""  # which sort of media it is, as Telegram names it


def read_event(update: Update, text: str | None = None, file: Files | None = None) -> Event:
    """The event of an update; ``text`` replaces the message's own where several pieces were joined; ``file`` is what
    was read of its files."""
    if update.callback_query is not None:
        query = update.callback_query
        tapped = query.message.message_id if query.message else None
        return Event("tap", pressed=unpack(query.data), query_id=query.id, message_id=tapped)
    if update.edited_message is not None:
        return _edited_event(update.edited_message)
    message = update.message
    if message is None:
        return Event("member")
    event = _message_event(message, text)
    own = message.message_id if text is None and file is None and event.kind in ("text", "command") else None
    return dataclasses.replace(_file_event(event, file) if file else event, number=message.message_id, own=own)


def _file_event(event: Event, file: Files) -> Event:
    command, said = (event.command, event.text) if event.kind == "command" else command_in(event.text)
    return Event("file", text=said, command=command, file=file)


def _message_event(message: Message, text: str | None) -> Event:
    said = text if text is not None else (message.text or "")
    said = said.replace("\x00", "").strip()
    if said.startswith("/") and not message.forward_origin:
        name, *rest = said.split(None, 1)
        return Event("command", text="".join(rest).strip(), command=name[1:].split("@")[0].lower())
    if said:
        return Event("text", text=said)
    return _shared_event(message)


def _shared_event(message: Message) -> Event:
    """A message without a text. A poll that somebody else wrote is read like any other text."""
    if message.location is not None:
        venue = message.venue
        place = ", ".join(part.strip() for part in (venue.title, venue.address) if part.strip()) if venue else ""
        return Event("location", location=message.location, place=place.replace("\x00", ""))
    if message.contact is not None:
        return Event("contact", contact=message.contact)
    if message.poll is not None and message.forward_origin:
        return Event("text", text="\n".join([message.poll.question, *(o.text for o in message.poll.options)]))
    media = next((name for name in MEDIA if getattr(message, name)), "")
    voice = message.voice.file_id if message.voice is not None else ""
    return Event("media", text=(message.caption or ""), voice=voice, media=media)


def _edited_event(message: Message) -> Event:
    """An edit is read as the message stands now; a place that moves on is no edit of anything said."""
    now = dataclasses.replace(_message_event(message, None), own=message.message_id)
    meant = now if now.kind in ("text", "command") else None
    return Event("edited", text=now.text, meant=meant, own=message.message_id, location=message.location)


class Turn:
    """The user's records, the time, what he did, and what we answer."""

    def __init__(self, work: Work, now: datetime, content: Content, texts: Texts, event: Event) -> None:
        self.work = work
        self.now = now
        self.content = content
        self.t = texts
        self.event = event
        self.arrived = event  # as it came in, whatever it turns out to mean
        self.notes: list[Html] = []
        self.screens: list[tuple[Screen, str, int | None]] = []
        self.toast = ""
        self.undo_id = new_id()  # under which what this turn changes can be taken back
        self.for_good = False  # what this turn removes is not kept for undo
        self.dropped = ""  # the id of the conversation that this turn throws away: undo brings it back
        self.corrects: list[list[Any]] = []  # what the first version of an edited message had done
        self.erase = False  # set by /delete: instead of a commit everything is removed
        # Set by the gate (handlers/access.py), which is asked first:
        self.discard = False  # nothing of this turn is kept, nor who it was
        self.owner = False  # this is who runs the bot
        self.by_invitation = False  # once deleted, this user needs an invitation to come back
        self.error: Exception | None = None

    @property
    def user(self) -> User:
        return self.work.user

    @property
    def zone(self) -> str:
        """The user's IANA zone; UTC while it is unknown."""
        return self.user.zone or "UTC"

    @property
    def said(self) -> str:
        """What the user typed (after the command, where there was one)."""
        return self.event.text

    def retell(self, text: str) -> None:
        """From here on this turn goes as if the user had typed that text (again): a tap has said what it meant."""
        self.event = dataclasses.replace(self.event, kind="text", text=text, pressed=None)

    @property
    def arg(self) -> str:
        """The argument of the button that was tapped."""
        return self.event.pressed.arg if self.event.pressed else ""

    # -- the dialog ---------------------------------------------------------------------------------------------

    @property
    def dialog(self) -> Dialog | None:
        """The conversation the user is in."""
        return next((d for d in self.work.all(Dialog) if d.active), None)

    @property
    def draft(self) -> dict[str, Any]:
        """What is half typed in the current conversation; empty and lost where there is none."""
        return self.dialog.data if self.dialog else {}

    def begin(self, flow: str, step: str, **data: Any) -> Dialog:
        """Starts a conversation; one that was under way is stopped and can be taken up again."""
        self.pause(interrupted=True)
        self._tidy()
        # With what and where the conversation began: "start over" begins there once more.
        kept = {**data, "again": data, "from": step}
        dialog = Dialog(flow=flow, step=step, data=kept, created_at=self.now, updated_at=self.now)
        return self.work.add(dialog)

    def _tidy(self) -> None:
        """Old stopped conversations go: nobody takes them up any more."""
        stopped = sorted((d for d in self.work.all(Dialog) if not d.active), key=lambda d: d.updated_at, reverse=True)
        for dialog in stopped:
            if self.now - dialog.updated_at >= RESUMABLE or dialog in stopped[MOST_STOPPED:]:
                self.work.remove(dialog)

    def pause(self, *, interrupted: bool = False) -> Dialog | None:
        """Stops the current conversation; its draft stays."""
        dialog = self.dialog
        if dialog is not None and interrupted and dialog.data.get("passing"):
            self.work.remove(dialog)  # a question about one message: another message takes its place for good
        elif dialog is not None:
            dialog.active = False
            dialog.data["interrupted"] = interrupted
            dialog.updated_at = self.now
        return dialog

    def stopped(self, flow: str = "") -> Dialog | None:
        """The conversation that was stopped last (of that flow, where one is named)."""
        found = [d for d in self.work.all(Dialog) if not d.active and (not flow or d.flow == flow)]
        found = [d for d in found if self.now - d.updated_at < RESUMABLE]
        return max(found, key=lambda d: d.updated_at, default=None)

    def resume(self, dialog: Dialog) -> None:
        """Goes on with a stopped conversation; nothing changes for the one that is open."""
        if dialog is not self.dialog:
            self.pause(interrupted=True)
        dialog.active = True
        dialog.data.pop("interrupted", None)

    def finish(self) -> None:
        """Ends the current conversation: its draft is not needed any more."""
        if self.dialog is not None:
            self.work.remove(self.dialog)

    # -- the answer ---------------------------------------------------------------------------------------------

    def note(self, text: Html) -> None:
        """A line above the next screen."""
        self.notes.append(text)

    def show(self, screen: Screen) -> None:
        """Answers with that screen."""
        self.screens.append((screen, "", None))

    def say(self, key: str, *rows: tuple[Button, ...], sort: str = "turn", **values: object) -> None:
        """Answers with a text and rows of doors; ``sort``: what the screen is declared to be."""
        self.show(Screen(self.t(key, **values), rows, sort=sort))

    def show_step(self, screen: Screen, flow: str) -> None:
        """Answers with a screen of the current conversation; its buttons get a fresh number."""
        self.user.screen += 1
        if self.dialog is not None:
            self.dialog.screen = self.user.screen
            self.dialog.updated_at = self.now
        self.screens.append((screen, flow, self.user.screen))

    def interrupted(self) -> Dialog | None:
        """The conversation that something else took the place of not long ago; a question about one message is none."""
        stopped = [d for d in self.work.all(Dialog) if not d.active and not d.data.get("passing")]
        last = max(stopped, key=lambda d: d.updated_at, default=None)
        fresh = last is not None and self.now - last.updated_at <= INTERRUPTED
        return last if last is not None and fresh and last.data.get("interrupted") else None

    def way_back(self) -> tuple[Button, ...]:
        """A door back into a conversation that is open or was interrupted, for screens that stand beside it."""
        dialog = self.dialog
        if dialog is None or dialog.data.get("passing"):
            dialog = self.interrupted() or dialog
        if dialog is None:
            return ()
        return (
            door(
                self.t.label("button.back_to", what=self.t.label(f"flow.{dialog.flow}")), "dialog", "resume", dialog.id
            ),
        )

    def forget(self) -> None:
        """Takes back what was changed and said in this turn; that the user wrote stays true."""
        self.work.undo()
        self.notes.clear()
        self.screens.clear()
        self.toast = ""
        self.user.seen_at, self.user.blocked = self.now, False
        if self.work.new_user:
            self.user.created_at = self.now

    def calls(self) -> list[Call]:
        """The Bot API calls that answer this turn, in order."""
        chat, calls = self.user.id, []
        if self.event.query_id:
            calls.append(answer_call(self.event.query_id, self.toast))
        for index, (screen, flow, number) in enumerate(self.screens):
            if index == 0 and self.notes:
                screen = dataclasses.replace(screen, text=join([*self.notes, screen.text]))
            over = self.event.message_id if index == 0 and not screen.fresh and not screen.is_file else None
            calls.append(
                send_call(chat, screen, flow, number) if over is None else edit_call(chat, over, screen, flow, number)
            )
        return calls


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """PTB's context with the turn: ``context.turn``."""

    @property
    def turn(self) -> Turn:
        return TURN.get()


App = Application[Bot, Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], Any]

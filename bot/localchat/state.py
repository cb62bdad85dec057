"""Everything the local chat knows: users, chats, messages, commands. In memory; a small file keeps who was here."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.localchat import keep
from bot.localchat.call import Call
from bot.localchat.clock import Clock
from bot.localchat.errors import ControlError
from bot.localchat.events import Events
from bot.localchat.files import Files
from bot.localchat.updates import Updates
from bot.localchat.watchers import Watchers

FIRST_USER = 1001
MAX_MESSAGES = 5_000
MAX_CALLS = 5_000
# Ids start at eight per second since this moment (2026-01-01 UTC): rising over restarts, below 2**31 until 2034.
ID_EPOCH = 1_767_225_600
IDS_PER_SECOND = 8

Message = dict[str, Any]


@dataclass(slots=True)
class Stored:
    """A message in a chat. `data` is replaced on every change, never altered; `out` if a user wrote it."""

    data: Message
    out: bool

    def shown(self) -> Message:
        """The message as the page gets it."""
        return {**self.data, "out": self.out, "edited": "edit_date" in self.data}


@dataclass(slots=True)
class Chat:
    """A chat of the bot: with one user, or a group that a test brought in."""

    id: int
    data: dict[str, Any]
    messages: OrderedDict[int, Stored] = field(default_factory=OrderedDict)
    left: bool = False

    @property
    def private(self) -> bool:
        return bool(self.data["type"] == "private")


@dataclass(slots=True)
class User:
    """A person at the page. `started` once he wrote to the bot: before that the bot cannot write to him."""

    id: int
    first_name: str
    username: str
    language_code: str = "en"
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def described(self) -> dict[str, Any]:
        """The Bot API's User object."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "username": self.username,
            "language_code": self.language_code,
        }


@dataclass(slots=True)
class Tap:
    """A press on a button that the bot may answer; `at` in chat time."""

    user: int
    message_id: int
    data: str
    at: float


class State:
    """The whole state of one local Telegram with one bot."""

    def __init__(self, token: str, clock_file: Path | None, names: Sequence[str]) -> None:
        self.token = token
        kept = keep.read(clock_file)
        self.clock_file = clock_file
        first = max(int((time.time() - ID_EPOCH) * IDS_PER_SECOND), kept.last_id + 1, keep.highest_id + 1)
        self.next_message_id = first
        self.clock = Clock(kept.offset)
        self.clock.on_change = self._clock_changed
        self.updates = Updates(self.clock, first)
        self.events = Events()
        self.files = Files(first)
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.taps: OrderedDict[str, Tap] = OrderedDict()
        self.next_tap = first
        self.calls: deque[tuple[int, Call, list[int]]] = deque(maxlen=MAX_CALLS)
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.profile: dict[str, str] = {}
        self.planned: dict[int, list[dict[str, Any]]] = {}
        self.watchers = Watchers()
        bot_id = token.split(":", maxsplit=1)[0]
        self.bot: dict[str, Any] = {
            "id": int(bot_id) if bot_id.isdecimal() else 1,
            "is_bot": True,
            "first_name": "Two-Way Street",
            "username": "local_chat_bot",
        }
        for facts in kept.users:
            self._enter(User(**{name: facts[name] for name in User.__slots__ if name in facts}))
        for name in names:
            if not any(user.first_name == name for user in self.users.values()):
                self.add_user(name)

    def add_user(self, first_name: str) -> User:
        """A new user with a chat of his own."""
        number = max([FIRST_USER - 1, *(user for user in self.users if user < 1_000_000)]) + 1
        letters = "".join(char for char in first_name.lower() if char.isascii() and char.isalnum())
        user = User(number, first_name, f"{letters or 'user'}_{number}")
        self._enter(user)
        return user

    def user(self, number: Any) -> User:
        """The user with this id; ControlError if there is none."""
        user = self.users.get(number) if isinstance(number, int) else None
        if user is None:
            raise ControlError("There is no such user in this local chat.", 404)
        return user

    def learn(self, chat: dict[str, Any], sender: dict[str, Any] | None = None) -> Chat:
        """The chat with this Bot API description; an unknown one (from a test) is entered."""
        known = self.chats.get(chat["id"])
        if known:
            if known.private:
                self.users[known.id].started = True
            return known
        if chat.get("type") == "private":
            facts = {**chat, **(sender or {})}
            user = User(chat["id"], facts.get("first_name", "User"), facts.get("username", ""), started=True)
            return self._enter(user)
        self.chats[chat["id"]] = Chat(chat["id"], chat)
        return self.chats[chat["id"]]

    def last_message(self, user: int) -> Message | None:
        """The newest message of a user's chat as the page gets it; None if there is none."""
        messages = self.chats[user].messages
        return messages[next(reversed(messages))].shown() if messages else None

    def take_message_id(self) -> int:
        """The next message id; ids rise over all chats of the bot."""
        self.next_message_id += 1
        return self.next_message_id - 1

    def store(self, chat: Chat, message: Message, out: bool) -> None:
        """Puts a new message into its chat and tells the page."""
        stored = Stored(message, out)
        chat.messages[message["message_id"]] = stored
        if len(chat.messages) > MAX_MESSAGES:
            chat.messages.popitem(last=False)
        if chat.private:
            self.events.add(chat.id, "message", {"message": stored.shown()})

    def replace(self, chat: Chat, stored: Stored, message: Message) -> None:
        """Puts a new version of a message in the place of the old one and tells the page."""
        stored.data = message
        if chat.private:
            self.events.add(chat.id, "edited", {"message": stored.shown()})

    def write_down(self) -> None:
        """Keeps the clock's offset, the users and the highest id in the clock file, if there is one."""
        keep.highest_id = max(self.next_message_id, self.updates.next_id, keep.highest_id)
        if self.clock_file:
            users = [user for user in self.users.values() if user.id < 1_000_000]
            keep.write(self.clock_file, self.clock.offset, keep.highest_id, users)

    def _enter(self, user: User) -> Chat:
        self.users[user.id] = user
        chat = {"id": user.id, "first_name": user.first_name, "username": user.username, "type": "private"}
        self.chats[user.id] = Chat(user.id, {name: value for name, value in chat.items() if value})
        return self.chats[user.id]

    def _clock_changed(self) -> None:
        for user in self.users:
            self.events.add(user, "clock", {"clock": self.clock.describe()})
        self.write_down()

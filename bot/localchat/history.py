"""What a user does with messages that are there: send one on, delete one, forget the whole chat."""

from __future__ import annotations

from typing import Any

from bot.localchat.editing import remove
from bot.localchat.errors import ControlError
from bot.localchat.people import write
from bot.localchat.sending import CONTENT
from bot.localchat.state import State, Stored, User


def forward(state: State, user: User, message_id: int) -> dict[str, int | None]:
    """Forwards a message of this chat to the bot; gives message_id and update_id.

    Its origin is who wrote it first: a forward of a forward keeps the first one.
    """
    message = _message(state, user, message_id).data
    direct = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    content = {name: message[name] for name in CONTENT if name in message}
    return write(state, user, content, {"forward_origin": message.get("forward_origin", direct)})


def delete(state: State, user: User, message_id: int) -> None:
    """Deletes a message for both sides. A bot hears nothing of it at Telegram, so it hears nothing here."""
    _message(state, user, message_id)
    remove(state, state.chats[user.id], [message_id])


def forget(state: State, user: User) -> None:
    """Forgets this user's chat with its files, and the copies in the records of events, updates, taps and calls."""
    state.chats[user.id].messages.clear()
    state.files.forget(user.id)
    state.updates.forget(user.id)
    for query_id in [name for name, tap in state.taps.items() if tap.user == user.id]:
        del state.taps[query_id]
    kept = [entry for entry in state.calls if entry[1].integer("chat_id") != user.id]
    state.calls.clear()
    state.calls.extend(kept)
    state.events.forget(user.id)
    state.events.add(user.id, "forgotten", {})


def _message(state: State, user: User, message_id: Any) -> Stored:
    stored = state.chats[user.id].messages.get(message_id)
    if stored is None:
        raise ControlError("This message is not there any more.", 404)
    return stored

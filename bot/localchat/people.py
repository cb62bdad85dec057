"""What users do in the chat: write, send files, tap, edit, block. Each becomes an update for the bot."""

from __future__ import annotations

from typing import Any

from bot.localchat.call import Upload
from bot.localchat.errors import ControlError
from bot.localchat.files import FOLDERS, content
from bot.localchat.state import Chat, Message, State, Stored, Tap, User
from bot.localchat.targets import answering, quote_of
from bot.localchat.text import MAX_CAPTION, MAX_TEXT, typed
from bot.localchat.utf16 import split, units

MAX_TAPS = 5_000
TEXT_FIELDS = ("text", "entities", "caption", "caption_entities")
ORIGIN_FIELDS = ("forward_origin", "reply_to_message", "quote")
ALBUM = 10  # files; a client makes several albums of more
TIMED = ("voice", "audio", "video")
Sent = dict[str, Any]


def say(state: State, user: User, text: str, extra: dict[str, Any]) -> list[Sent]:
    """A text; one of more than 4096 UTF-16 units goes out as several, as Telegram's clients do it."""
    pieces = split(text.strip(), MAX_TEXT)
    if not pieces:
        raise ControlError("There is nothing to send.")
    return [write(state, user, _text(piece), extra) for piece in pieces]


def send_files(state: State, user: User, kind: str, uploads: list[Upload], facts: dict[str, Any]) -> list[Sent]:
    """Files of one kind; several with a media_group become albums of at most ten: one update each.

    The caption goes on the first; one that is too long follows as a text, as Telegram's clients do it.
    """
    if kind not in FOLDERS:
        raise ControlError(f"A file cannot be sent as {kind or 'nothing'}.")
    if not uploads:
        raise ControlError("There is no file in the request.")
    extra: dict[str, Any] = {name: facts[name] for name in ORIGIN_FIELDS if name in facts}
    caption = str(facts.get("caption", ""))
    fits = units(caption) <= MAX_CAPTION
    length = str(facts.get("duration", ""))
    known = {"duration": int(length)} if length.isdecimal() and kind in TIMED else {}
    sent = []
    for number, upload in enumerate(uploads):
        stored = state.files.add(kind, upload, user.id)
        captioned = _caption(caption) if number == 0 and fits else {}
        album = _album(str(facts.get("media_group", "")), number // ALBUM)
        sent.append(write(state, user, {**content(stored, known), **captioned}, extra | album))
    return sent if fits else [*sent, *say(state, user, caption, {})]


def _album(name: str, number: int) -> dict[str, str]:
    return {"media_group_id": f"{name}-{number}" if number else name} if name else {}


def write(state: State, user: User, parts: dict[str, Any], extra: dict[str, Any]) -> Sent:
    """A message of the user with this content; gives its message_id and update_id."""
    if user.blocked:
        raise ControlError(f"{user.first_name} has blocked the bot.", 409)
    chat = state.chats[user.id]
    if not user.started:
        user.started = True
        state.write_down()
    message = _head(state, user, chat) | extra | parts
    state.store(chat, message, True)
    update_id = state.updates.push("message", message, user.id)
    return {"message_id": message["message_id"], "update_id": update_id}


def tap(state: State, user: User, message_id: int, data: str, forged: bool) -> int | None:
    """A press on a button; gives the update_id. A forged one needs neither the message nor the button."""
    stored = state.chats[user.id].messages.get(message_id)
    if not forged and (stored is None or data not in _buttons(stored)):
        raise ControlError("There is no such button on this message.", 404)
    query_id = str(state.next_tap)
    state.next_tap += 1
    state.taps[query_id] = Tap(user.id, message_id, data, state.clock.time())
    if len(state.taps) > MAX_TAPS:
        state.taps.popitem(last=False)
    chat = state.chats[user.id].data
    message = stored.data if stored else {"chat": chat, "message_id": message_id, "date": 0}
    query = {"id": query_id, "from": user.described(), "message": message, "chat_instance": str(user.id), "data": data}
    return state.updates.push("callback_query", query, user.id)


def edit(state: State, user: User, message_id: int, text: str) -> int | None:
    """The user changes a text or caption of his own; gives the update_id."""
    chat = state.chats[user.id]
    stored = chat.messages.get(message_id)
    if stored is None or not stored.out:
        raise ControlError("Only your own messages can be edited.", 404)
    parts = _text(text) if "text" in stored.data else _caption(text)
    if not text.strip() and "text" in stored.data:
        raise ControlError("A message cannot be empty.")
    kept = {name: value for name, value in stored.data.items() if name not in TEXT_FIELDS}
    message = kept | {"edit_date": int(state.clock.time())} | parts
    state.replace(chat, stored, message)
    return state.updates.push("edited_message", message, user.id)


def block(state: State, user: User, blocked: bool) -> int | None:
    """The user blocks or unblocks the bot; gives the update_id, None if nothing changed."""
    if user.blocked == blocked:
        return None
    user.blocked = blocked
    state.write_down()
    state.events.add(user.id, "blocked", {"blocked": blocked})
    member, kicked = {"status": "member", "user": state.bot}, {"status": "kicked", "user": state.bot, "until_date": 0}
    change = {
        "chat": state.chats[user.id].data,
        "from": user.described(),
        "date": int(state.clock.time()),
        "old_chat_member": member if blocked else kicked,
        "new_chat_member": kicked if blocked else member,
    }
    return state.updates.push("my_chat_member", change, user.id)


def forward_origin(state: State, name: str) -> dict[str, Any]:
    """A forward from somebody who hides his account: only the name is known."""
    return {"type": "hidden_user", "sender_user_name": name, "date": int(state.clock.time())}


def reply_part(state: State, user: User, message_id: int, quoted: str) -> Message:
    """The fields that say which message the user answers, and which part of it he quotes ("" for all of it)."""
    stored = state.chats[user.id].messages.get(message_id)
    if stored is None:
        raise ControlError("The message to answer is not there any more.", 404)
    part = quote_of(stored.data, quoted) if quoted else None
    return answering(stored.data) | ({"quote": part} if part else {})


def _head(state: State, user: User, chat: Chat) -> Message:
    return {
        "message_id": state.take_message_id(),
        "from": user.described(),
        "chat": chat.data,
        "date": int(state.clock.time()),
    }


def _text(text: str) -> dict[str, Any]:
    entities = typed(text)
    return {"text": text, "entities": entities} if entities else {"text": text}


def _caption(text: str) -> dict[str, Any]:
    if not text:
        return {}
    entities = typed(text)
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def _buttons(stored: Stored) -> set[str]:
    rows = stored.data.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["callback_data"] for row in rows for button in row if "callback_data" in button}

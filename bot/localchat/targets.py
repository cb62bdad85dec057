"""Finding the chat and the message that a call means, with Telegram's refusals."""

from __future__ import annotations

from typing import Any

from bot.localchat.call import Call
from bot.localchat.errors import bad_request, forbidden
from bot.localchat.state import Chat, Message, State, Stored
from bot.localchat.utf16 import units

MAX_QUOTE = 1024
NOT_REPEATED = ("reply_to_message", "quote")


def any_chat(state: State, call: Call, name: str = "chat_id") -> Chat:
    """The chat of a call, whether or not the bot may write there."""
    text = call.text(name)
    if not text:
        raise bad_request(f"{name} is empty")
    chat = state.chats.get(int(text)) if text.lstrip("-").isdecimal() else None
    if chat is None:
        raise bad_request("Chat not found")
    return chat


def editable_chat(state: State, call: Call) -> Chat:
    """The chat of a call if the bot is still in it."""
    chat = any_chat(state, call)
    if chat.left:
        raise forbidden(f"bot is not a member of the {chat.data['type']} chat")
    if chat.private and state.users[chat.id].deactivated:
        raise forbidden("user is deactivated")
    return chat


def writable_chat(state: State, call: Call) -> Chat:
    """The chat of a call if the bot may send to it."""
    chat = editable_chat(state, call)
    if chat.private:
        user = state.users[chat.id]
        if user.blocked:
            raise forbidden("bot was blocked by the user")
        if not user.started:
            raise forbidden("bot can't initiate conversation with a user")
    return chat


def message_in(chat: Chat, message_id: int, what: str) -> Stored:
    """The message with this id; `what` names it in the error text."""
    stored = chat.messages.get(message_id)
    if stored is None:
        raise bad_request(f"{what} not found")
    return stored


def message_to_edit(state: State, call: Call) -> tuple[Chat, Stored]:
    """The bot's own message that an edit means."""
    if not call.text("chat_id") and not call.integer("message_id"):
        if call.text("inline_message_id"):
            raise bad_request("MESSAGE_ID_INVALID")
        raise bad_request("Message identifier is not specified")
    chat = editable_chat(state, call)
    stored = message_in(chat, call.integer("message_id"), "message to edit")
    if stored.out:
        raise bad_request("Message can't be edited")
    return chat, stored


def replied_to(chat: Chat, call: Call) -> Message:
    """The fields of a new message that say what it answers: the message and, if given, the quoted part of it."""
    given = call.json("reply_parameters", "Can't parse reply parameters JSON object")
    if given is not None and not isinstance(given, dict):
        raise bad_request("Object expected as reply parameters")
    wanted, optional = _reply_target(call, given)
    stored = chat.messages.get(wanted)
    if stored is None:
        if wanted and not optional:
            raise bad_request("message to be replied not found")
        return {}
    quoted = str((given or {}).get("quote") or "")
    part = quote_of(stored.data, quoted) if quoted else None
    if quoted and part is None:
        raise bad_request("QUOTE_TEXT_INVALID")
    return answering(stored.data) | ({"quote": part} if part else {})


def answering(message: Message) -> Message:
    """The field of a message that holds the one it answers; answers of answers are cut off there."""
    return {"reply_to_message": {name: value for name, value in message.items() if name not in NOT_REPEATED}}


def quote_of(message: Message, quoted: str) -> dict[str, Any] | None:
    """The quoted part of a text or caption; None where it is no exact part of it."""
    text = message.get("text") or message.get("caption") or ""
    at = text.find(quoted)
    if at < 0 or len(quoted) > MAX_QUOTE:
        return None
    return {"text": quoted, "position": units(text[:at]), "is_manual": True}


def _reply_target(call: Call, given: dict[str, Any] | None) -> tuple[int, bool]:
    if given is None:
        return call.integer("reply_to_message_id"), call.flag("allow_sending_without_reply")
    wanted = given.get("message_id")
    if wanted is not None and not isinstance(wanted, int):
        raise bad_request('Can\'t parse reply parameters: Field "message_id" must be of type Number')
    return wanted or 0, bool(given.get("allow_sending_without_reply"))

"""Edits and deletions of messages, and answers to taps on buttons."""

from __future__ import annotations

from typing import Any

from bot.localchat.call import Call
from bot.localchat.errors import bad_request
from bot.localchat.markup import Markup, inline_markup
from bot.localchat.sending import caption, message_text
from bot.localchat.state import Chat, Message, State, Stored
from bot.localchat.targets import message_in, message_to_edit, writable_chat

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content"
    " and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
ANSWER_TIME = 15 * 60.0
DELETE_TIME = 48 * 3600.0
MAX_ANSWER = 200
WITH_CAPTION = ("photo", "document", "voice", "audio", "video")


def edit_message_text(state: State, call: Call) -> Message:
    """editMessageText."""
    text, entities = message_text(call)
    markup = inline_markup(call) if "reply_markup" in call.params else None
    chat, stored = message_to_edit(state, call)
    if "text" not in stored.data:
        raise bad_request("There is no text in the message to edit")
    content: dict[str, Any] = {"text": text, "entities": entities} if entities else {"text": text}
    return _change(state, chat, stored, ("text", "entities"), content, markup)


def edit_message_caption(state: State, call: Call) -> Message:
    """editMessageCaption; an empty caption takes it away."""
    content = caption(call)
    markup = inline_markup(call)
    chat, stored = message_to_edit(state, call)
    if not any(kind in stored.data for kind in WITH_CAPTION):
        raise bad_request("There is no caption in the message to edit")
    return _change(state, chat, stored, ("caption", "caption_entities"), content, markup)


def edit_message_reply_markup(state: State, call: Call) -> Message:
    """editMessageReplyMarkup; without a markup the keyboard goes. The message does not count as edited."""
    markup = inline_markup(call)
    chat, stored = message_to_edit(state, call)
    return _change(state, chat, stored, (), {}, markup, edited=False)


def _change(
    state: State,
    chat: Chat,
    stored: Stored,
    fields: tuple[str, ...],
    content: dict[str, Any],
    markup: Markup | None,
    edited: bool = True,
) -> Message:
    old = stored.data
    same_content = all(old.get(name) == content.get(name) for name in fields)
    if same_content and old.get("reply_markup") == markup:
        raise bad_request(NOT_MODIFIED)
    message = {name: value for name, value in old.items() if name not in fields and name != "reply_markup"}
    if edited:
        message["edit_date"] = int(state.clock.time())
    message.update(content)
    if markup:
        message["reply_markup"] = markup
    state.replace(chat, stored, message)
    return message


def delete_message(state: State, call: Call) -> bool:
    """deleteMessage: the bot's or the user's, for two days."""
    if not call.text("chat_id"):
        raise bad_request("Chat identifier is not specified")
    if not call.integer("message_id"):
        raise bad_request("Message identifier is not specified")
    chat = writable_chat(state, call)
    stored = message_in(chat, call.integer("message_id"), "message to delete")
    if stored.data["date"] < state.clock.time() - DELETE_TIME:
        raise bad_request("Message can't be deleted for everyone")
    remove(state, chat, [stored.data["message_id"]])
    return True


def delete_messages(state: State, call: Call) -> bool:
    """deleteMessages: up to 100 at once; those that are not there are passed over."""
    wanted = call.json("message_ids", "Can't parse message_ids JSON object")
    if not wanted:
        raise bad_request("Message identifiers are not specified")
    if not isinstance(wanted, list):
        raise bad_request("Expected an Array of message identifiers")
    if len(wanted) > 100:
        raise bad_request("Too many message identifiers specified")
    chat = writable_chat(state, call)
    oldest = state.clock.time() - DELETE_TIME
    found = [number for number in wanted if isinstance(number, int) and number in chat.messages]
    remove(state, chat, [number for number in found if chat.messages[number].data["date"] >= oldest])
    return True


def remove(state: State, chat: Chat, message_ids: list[int]) -> None:
    """Takes messages out of a chat and tells the page."""
    for message_id in message_ids:
        del chat.messages[message_id]
        state.events.add(chat.id, "deleted", {"message_id": message_id})


def answer_callback_query(state: State, call: Call) -> bool:
    """answerCallbackQuery: possible for 15 minutes of chat time after the tap."""
    tap = state.taps.get(call.text("callback_query_id"))
    if tap is None or tap.at < state.clock.time() - ANSWER_TIME:
        raise bad_request(TOO_OLD)
    text = call.text("text")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    toast = {"text": text or None, "alert": call.flag("show_alert"), "message_id": tap.message_id, "data": tap.data}
    if url := call.text("url"):
        toast["url"] = url
    state.events.add(tap.user, "toast", toast)
    return True

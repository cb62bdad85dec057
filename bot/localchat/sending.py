"""sendMessage, copies and forwards: new messages of the bot."""

from __future__ import annotations

from typing import Any

from bot.localchat.call import Call
from bot.localchat.errors import bad_request
from bot.localchat.html_entities import Entity
from bot.localchat.markup import Markup, on_message, reply_markup
from bot.localchat.state import Chat, Message, State
from bot.localchat.targets import any_chat, message_in, replied_to, writable_chat
from bot.localchat.text import MAX_CAPTION, formatted

# What a copy takes over from the message; the rest belongs to the sender and the place.
CONTENT = ("text", "entities", "caption", "caption_entities", "photo", "document", "voice", "audio", "video", "sticker",
           "contact", "location", "venue", "poll", "dice")  # fmt: skip
CHAT_ACTIONS = frozenset(
    {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
     "choose_sticker", "find_location", "record_video_note", "upload_video_note", "record_audio", "upload_audio",
     "pick_up_location", "cancel"}
)  # fmt: skip


def message_text(call: Call) -> tuple[str, list[Entity]]:
    """Text and entities of sendMessage and editMessageText."""
    source = call.text("text")
    if not source:
        raise bad_request("Message text is empty")
    params = call.params
    given = call.json("entities", "Can't parse entities JSON object") if "entities" in params else None
    text, entities = formatted(source, call.text("parse_mode"), given)
    if not text:
        raise bad_request("text must be non-empty")
    return text, entities


def caption(call: Call) -> dict[str, Any]:
    """The fields of a message that hold the caption of a call; none if it has no caption."""
    given = call.json("caption_entities", "Can't parse caption entities JSON object")
    return caption_fields(call.text("caption"), call.text("parse_mode"), given)


def caption_fields(source: str, parse_mode: str, given: Any) -> dict[str, Any]:
    """The caption fields of a message, checked and parsed."""
    text, entities = formatted(source, parse_mode, given, MAX_CAPTION)
    fields: dict[str, Any] = {"caption": text} if text else {}
    if entities:
        fields["caption_entities"] = entities
    return fields


def send_message(state: State, call: Call) -> Message:
    """sendMessage."""
    text, entities = message_text(call)
    content: dict[str, Any] = {"text": text}
    if entities:
        content["entities"] = entities
    return deliver(state, call, content)


def deliver(state: State, call: Call, content: dict[str, Any]) -> Message:
    """Sends checked content to the chat of the call and gives the message."""
    markup = reply_markup(call) if "reply_markup" in call.params else None
    chat = writable_chat(state, call)
    return post(state, chat, content, replied_to(chat, call), markup)


def post(
    state: State, chat: Chat, content: dict[str, Any], reply: Message | None = None, markup: Markup | None = None
) -> Message:
    """Puts a message of the bot into a chat where it may write; `reply` are the fields that say what it answers."""
    message: Message = {
        "message_id": state.take_message_id(),
        "from": state.bot,
        "chat": chat.data,
        "date": int(state.clock.time()),
    }
    message.update(reply or {})
    message.update(content)
    if shown := on_message(markup):
        message["reply_markup"] = shown
    state.store(chat, message, False)
    return message


def forward_message(state: State, call: Call) -> Message:
    """forwardMessage: a copy that names its origin."""
    source = _source(state, call, "message to forward")
    origin = source.get("forward_origin") or {
        "type": "user",
        "sender_user": source["from"],
        "date": source["date"],
    }
    content = {name: source[name] for name in CONTENT if name in source}
    return post(state, writable_chat(state, call), {"forward_origin": origin, **content})


def copy_message(state: State, call: Call) -> dict[str, int]:
    """copyMessage: the content again, without the origin and the keyboard."""
    source = _source(state, call, "message to copy")
    content = {name: source[name] for name in CONTENT if name in source}
    return {"message_id": deliver(state, call, content)["message_id"]}


def send_chat_action(state: State, call: Call) -> bool:
    """sendChatAction: shows "typing" and the like on the page."""
    action = call.text("action")
    if action not in CHAT_ACTIONS:
        raise bad_request("Wrong parameter action in request")
    chat = writable_chat(state, call)
    state.events.add(chat.id, "typing", {"action": action})
    return True


def _source(state: State, call: Call, what: str) -> Message:
    call.required("from_chat_id")
    return message_in(any_chat(state, call, "from_chat_id"), call.integer("message_id"), what).data

"""sendPhoto, sendDocument, sendVoice, sendMediaGroup and getFile: files of the bot."""

from __future__ import annotations

import re
from typing import Any

from bot.localchat.call import Call, Upload
from bot.localchat.errors import ApiError, bad_request
from bot.localchat.files import MAX_DOWNLOAD, StoredFile, content, picture_size
from bot.localchat.sending import caption, caption_fields, deliver, post
from bot.localchat.state import Message, State
from bot.localchat.targets import replied_to, writable_chat

ALBUM_KINDS = frozenset({"photo", "video", "document", "audio"})
MAX_ALBUM = 10
MAX_PHOTO = 10 << 20
MAX_UPLOAD = 50 << 20
MAX_SIDES = 10_000  # width and height of a photo together, in pixels
MAX_RATIO = 20  # of its longer side to the shorter one


def send_media(state: State, call: Call) -> Message:
    """sendPhoto, sendDocument, sendVoice, sendAudio, sendVideo and sendSticker."""
    kind = call.method.removeprefix("send")
    stored = _file(state, call, kind, call.text(kind), call.files.get(kind))
    if stored is None:
        raise bad_request(f"There is no {kind} in the request")
    facts = {"duration": call.integer("duration", 0, 0)} if call.text("duration") else {}
    return deliver(state, call, {**content(stored, facts), **caption(call)})


def send_media_group(state: State, call: Call) -> list[Message]:
    """sendMediaGroup: two to ten files under one media_group_id."""
    call.required("media")
    media = call.json("media", "Can't parse media JSON object")
    if not isinstance(media, list):
        raise bad_request("Expected an Array of InputMedia")
    contents = [_album_item(state, call, item) for item in media]
    chat = writable_chat(state, call)
    if not contents:
        raise bad_request("There are no messages to send")
    if len(contents) > MAX_ALBUM:
        raise bad_request("Too many messages to send as an album")
    _refuse_mixture(contents)
    reply = replied_to(chat, call)
    group = {"media_group_id": str(state.next_message_id)}
    return [post(state, chat, group | item, reply) for item in contents]


def get_file(state: State, call: Call) -> dict[str, Any]:
    """getFile: bots may fetch up to 20 MB."""
    file_id = call.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = state.files.by_id(file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.data) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {**stored.described(), "file_path": stored.path}


def _refuse_mixture(contents: list[dict[str, Any]]) -> None:
    """Photos and videos share an album; documents and audio files stay among themselves."""
    for kind in ("document", "audio"):
        if 0 < sum(kind in content for content in contents) < len(contents):
            raise bad_request(f"{kind} can't be mixed with other media types")


def _album_item(state: State, call: Call, item: Any) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise bad_request("Can't parse InputMedia: expected an Object")
    kind = item.get("type")
    caption_part = caption_fields(
        str(item.get("caption") or ""), str(item.get("parse_mode") or ""), item.get("caption_entities")
    )
    if kind == "animation":
        raise bad_request("Can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup")
    if kind not in ALBUM_KINDS:
        raise bad_request(f'Can\'t parse InputMedia: type "{kind}" is unsupported')
    stored = _file(state, call, str(kind), str(item.get("media") or ""), None)
    if stored is None:
        raise bad_request("Can't parse InputMedia: media not found")
    return {**content(stored, {}), **caption_part}


def _file(state: State, call: Call, kind: str, value: str, upload: Upload | None) -> StoredFile | None:
    """The file that a parameter means: sent along, attached under a name, or known by its file_id."""
    if value.startswith("attach://"):
        upload = call.files.get(value.removeprefix("attach://"))
        value = ""
    if upload:
        return _uploaded(state, kind, upload, call.integer("chat_id"))
    if not value:
        return None
    return _known(state, kind, value)


def _uploaded(state: State, kind: str, upload: Upload, chat: int) -> StoredFile:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > MAX_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    if kind == "photo":
        _refuse_picture(upload.data)
    return state.files.add(kind, upload, chat)


def _refuse_picture(data: bytes) -> None:
    if len(data) > MAX_PHOTO:
        raise bad_request("PHOTO_SAVE_FILE_INVALID")
    if not _is_picture(data):
        raise bad_request("IMAGE_PROCESS_FAILED")
    short, long = sorted(picture_size(data))
    if short + long > MAX_SIDES or long > short * MAX_RATIO:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _known(state: State, kind: str, file_id: str) -> StoredFile:
    if re.match(r"https?://", file_id):
        raise bad_request("Failed to get HTTP URL content")
    stored = state.files.by_id(file_id)
    if stored is None:
        raise bad_request("Wrong file identifier/HTTP URL specified")
    if stored.kind != kind and "document" not in {stored.kind, kind}:
        raise bad_request(f"can't use file of type {stored.kind.capitalize()} as {kind.capitalize()}")
    return stored


def _is_picture(data: bytes) -> bool:
    return data.startswith((b"\x89PNG", b"\xff\xd8", b"GIF8", b"BM", b"RIFF"))

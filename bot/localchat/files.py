"""Files that users and the bot sent, held in memory, and the Bot API objects that describe them."""

from __future__ import annotations

import hashlib
import mimetypes
import struct
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from bot.localchat.call import Upload

MAX_DOWNLOAD = 20 << 20
MAX_HELD = 512 << 20
FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "audio": "music", "video": "videos",
           "sticker": "stickers"}  # fmt: skip
DEFAULT_MIME = {"photo": "image/jpeg", "voice": "audio/ogg", "sticker": "image/webp", "video": "video/mp4",
                "audio": "audio/mpeg"}  # fmt: skip
_JPEG_SIZE_MARKS = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})


@dataclass(slots=True)
class StoredFile:
    """A file with the names that the Bot API gives it; ``chat`` is where it was sent first."""

    file_id: str
    unique_id: str
    path: str
    kind: str
    name: str
    mime: str
    data: bytes
    chat: int = 0

    def described(self) -> dict[str, Any]:
        """The fields that all Bot API file objects share."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.data)}


class Files:
    """All files; the oldest are forgotten when they take more than half a gigabyte."""

    def __init__(self, first_number: int) -> None:
        self._by_id: OrderedDict[str, StoredFile] = OrderedDict()
        self._by_path: dict[str, StoredFile] = {}
        self._number = first_number
        self._held = 0

    def add(self, kind: str, upload: Upload, chat: int = 0) -> StoredFile:
        """Keeps an upload as `kind` (photo, document, voice, audio, video or sticker)."""
        self._number += 1
        unique = hashlib.sha256(upload.data).hexdigest()[:15]
        mime = _mime(kind, upload)
        suffix = PurePosixPath(upload.name).suffix or mimetypes.guess_extension(mime) or ".bin"
        path = f"{FOLDERS[kind]}/file_{self._number}{suffix if suffix[1:].isalnum() else '.bin'}"
        file_id = f"local{self._number:x}-{unique}"
        stored = StoredFile(file_id, f"AQ{unique}", path, kind, upload.name, mime, upload.data, chat)
        self._by_id[stored.file_id] = self._by_path[path] = stored
        self._held += len(stored.data)
        self._forget_oldest()
        return stored

    def by_id(self, file_id: str) -> StoredFile | None:
        """The file with this file_id."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """The file with this file_path."""
        return self._by_path.get(path)

    def forget(self, chat: int) -> None:
        """Lets go of every file that was sent first in this chat."""
        for stored in [file for file in self._by_id.values() if file.chat == chat]:
            self._drop(stored)

    def _forget_oldest(self) -> None:
        while self._held > MAX_HELD and len(self._by_id) > 1:
            self._drop(next(iter(self._by_id.values())))

    def _drop(self, stored: StoredFile) -> None:
        del self._by_id[stored.file_id], self._by_path[stored.path]
        self._held -= len(stored.data)


def content(stored: StoredFile, facts: dict[str, Any]) -> dict[str, Any]:
    """The part of a message that holds this file; `facts` are extra fields such as duration."""
    described = stored.described()
    if stored.kind == "photo":
        width, height = picture_size(stored.data)
        return {"photo": [{**described, "width": width, "height": height}]}
    if stored.kind == "sticker":
        width, height = picture_size(stored.data)
        shape = {"type": "regular", "width": width, "height": height, "is_animated": False, "is_video": False}
        return {"sticker": {**described, **shape, **facts}}
    described["mime_type"] = stored.mime
    if stored.kind in {"voice", "audio", "video"}:
        described["duration"] = 0
    if stored.kind == "video":
        described |= {"width": 320, "height": 240}
    if stored.kind != "voice" and stored.name:
        described["file_name"] = stored.name
    return {stored.kind: {**described, **facts}}


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG, GIF or JPEG; 512 x 512 for anything else."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data.startswith(b"GIF8") and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    return _jpeg_size(data) if data.startswith(b"\xff\xd8") else (512, 512)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    position = 2
    while position + 9 < len(data) and data[position] == 0xFF:
        if data[position + 1] in _JPEG_SIZE_MARKS:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return 512, 512


def _mime(kind: str, upload: Upload) -> str:
    named = mimetypes.guess_type(upload.name)[0]
    if kind == "photo" and not (named or "").startswith("image/"):
        return DEFAULT_MIME["photo"]
    given = upload.mime if upload.mime != "application/octet-stream" else ""
    return given or named or DEFAULT_MIME.get(kind, "application/octet-stream")

"""MSG: Outlook's own file of a mail ([MS-OXMSG]), read from its compound file's streams."""

from __future__ import annotations

import io
import re
import struct
from typing import Any

import olefile

from bot.intake.model import DAMAGED, OLD_WORD, PASSWORD, TOO_BIG, UNKNOWN, LeftOut, Unreadable
from bot.intake.readers import html, lzfu, rtf
from bot.intake.readers.job import Job, Text
from bot.intake.readers.plain import decode

_BROKEN = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    struct.error,
    AttributeError,
    TypeError,
    RecursionError,
    OverflowError,
)
_BODY, _BODY_HTML, _BODY_RTF = "1000", "1013", "1009"
_LONG_NAME, _SHORT_NAME, _DATA = "3707", "3704", "3701"
_CODEPAGES = (0x3FDE, 0x3FFD)
_TOP_HEAD, _NESTED_HEAD = 32, 24  # bytes before the properties
_SMALL_PICTURE = 30_000
_FROM_HTML = re.compile(r"\\fromhtml1\b")


def read(data: bytes, job: Job) -> Text:
    """A mail of Outlook; other compound files are refused by what they are."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            names = {"/".join(path).lower() for path in ole.listdir(streams=True)}
            if "__properties_version1.0" in names:
                return _Message(ole, [], job).read()
    except _BROKEN as error:
        raise Unreadable(DAMAGED) from error
    if "encryptedpackage" in names or "encryptioninfo" in names:
        raise Unreadable(PASSWORD)
    raise Unreadable(OLD_WORD if "worddocument" in names else UNKNOWN)


class _Message:
    """One message in the file: the file's root, or a message that is attached."""

    def __init__(self, ole: Any, path: list[str], job: Job) -> None:
        self._ole, self._path, self._job = ole, path, job
        self._numbers = self._properties(path, _NESTED_HEAD if path else _TOP_HEAD)
        page = next((self._numbers[key] & 0xFFFF for key in _CODEPAGES if self._numbers.get(key)), 1252)
        self._charset = "utf-8" if page == 65001 else f"cp{page}"

    def read(self) -> Text:
        whole = Text("msg", self._body())
        for name in self._attachments():
            self._attach(whole, [*self._path, name])
        return whole

    def _properties(self, path: list[str], head: int) -> dict[int, int]:
        """The values that fit into eight bytes, by property id."""
        data = self._stream([*path, "__properties_version1.0"])
        found = {}
        for at in range(head, len(data) - 15, 16):
            _, id, _, value = struct.unpack_from("<HHIQ", data, at)
            found[id] = value
        return found

    def _stream(self, path: list[str]) -> bytes:
        if not self._ole.exists(path):
            return b""
        if self._ole.get_size(path) > self._job.limits.part:
            raise Unreadable(TOO_BIG)
        with self._ole.openstream(path) as stream:
            return bytes(stream.read())

    def _string(self, id: str, path: list[str] | None = None) -> str:
        """A text property: as UTF-16, or in the message's code page."""
        at = self._path if path is None else path
        wide = self._stream([*at, f"__substg1.0_{id}001F"])
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        return decode(self._stream([*at, f"__substg1.0_{id}001E"]), self._charset).rstrip("\x00")

    def _body(self) -> str:
        text = self._string(_BODY)
        if text.strip():
            return text
        page = self._stream([*self._path, f"__substg1.0_{_BODY_HTML}0102"])
        source = decode(page, self._charset) if page else self._string(_BODY_HTML)
        if source.strip():
            return html.plain(source, self._job.limits)
        packed = self._stream([*self._path, f"__substg1.0_{_BODY_RTF}0102"])
        return self._from_rtf(lzfu.unpack(packed)) if packed else ""

    def _from_rtf(self, data: bytes) -> str:
        """Outlook wraps a page's tags into RTF ([MS-OXRTFEX]); then the page is what we read."""
        source = data.decode("latin-1")
        if not _FROM_HTML.search(source[:2000]):
            return rtf.plain(data)
        source = re.sub(r"\\htmlrtf\b(?!0) ?.{0,100000}?\\htmlrtf0 ?", "", source, flags=re.DOTALL)
        source = re.sub(r"\{\\\*\\htmltag\d* ?", r"{", source)
        return html.plain(_page(source, self._charset), self._job.limits)

    def _attachments(self) -> list[str]:
        depth = len(self._path)
        found = {
            path[depth]
            for path in self._ole.listdir(streams=True, storages=True)
            if path[:depth] == self._path and len(path) > depth and path[depth].startswith("__attach_version1.0_")
        }
        return sorted(found)

    def _attach(self, whole: Text, path: list[str]) -> None:
        self._job.parts_left -= 1
        if self._job.parts_left < 0:
            raise Unreadable(TOO_BIG)
        name = self._string(_LONG_NAME, path) or self._string(_SHORT_NAME, path)
        inner = [*path, f"__substg1.0_{_DATA}000D"]
        if self._ole.exists(inner):
            self._nest(whole, inner, name)
            return
        data = self._stream([*path, f"__substg1.0_{_DATA}0102"])
        small = data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8")) and len(data) < _SMALL_PICTURE
        if data and not small:
            self._job.attach(whole, name, data)

    def _nest(self, whole: Text, path: list[str], name: str) -> None:
        if self._job.level >= self._job.limits.nested:
            whole.left_out.append(LeftOut(name or "mail", TOO_BIG))
            return
        self._job.level += 1
        found = _Message(self._ole, path, self._job).read()
        self._job.level -= 1
        whole.take(found)


_ESCAPE = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(-?\d+) ?\??|\\([a-z]+)(-?\d+)? ?|\\([{}\\~_-])|[{}]|[\r\n]+")
_WORDS = {"par": "\n", "line": "\n", "tab": "\t", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"}
_WORDS |= {"bullet": "•", "endash": "–", "emdash": "—"}


def _page(source: str, charset: str) -> str:
    """The tags and text that are left when RTF's own words are taken away."""
    start = max(source.find("<"), 0)
    bytes_run = re.compile(r"(?:\\'[0-9a-fA-F]{2})+")
    source = bytes_run.sub(lambda run: decode(bytes.fromhex(run[0].replace("\\'", "")), charset), source[start:])

    def plain(found: re.Match[str]) -> str:
        if found[2]:
            return chr(int(found[2]) % 65536)
        if found[3]:
            return _WORDS.get(found[3], "")
        return {"~": "\u00a0", "_": "-", "-": ""}.get(found[5], found[5]) if found[5] else ""

    return _ESCAPE.sub(plain, source)

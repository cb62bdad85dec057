"""Mails: EML by the standard library, MSG by a compound file writer of our own."""

from __future__ import annotations

import itertools
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import TypeVar

T = TypeVar("T")
SECTOR, SHORT, CUTOFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def eml(
    text: str, html: str = "", attached: Sequence[tuple[str, str, bytes]] = (), subject: str = "Your offer"
) -> EmailMessage:
    """``attached``: name, MIME type and bytes."""
    message = EmailMessage()
    message["From"] = "Anna Keller <anna@brunnen.example>"
    message["To"] = "marta@home.example"
    message["Date"] = "Fri, 20 Nov 2026 10:15:00 +0100"
    message["Subject"] = subject
    message.set_content(text or "See below.")
    if html:
        message.add_alternative(html, subtype="html")
    for name, kind, data in attached:
        main, sub = kind.split("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message


@dataclass
class Storage:
    """A folder of a compound file: streams and folders by name."""

    streams: dict[str, bytes] = field(default_factory=dict)
    storages: dict[str, Storage] = field(default_factory=dict)


def message(
    text: str = "", *, html: bytes = b"", rtf: bytes = b"", head: int = 32, wide: bool = True, **more: bytes
) -> Storage:
    """The folder of one Outlook message with one of the three kinds of body; ``more`` are attachments by their kind."""
    found = Storage({"__properties_version1.0": bytes(head) + struct.pack("<HHIQ", 3, 0x3FFD, 6, 1252)})
    put = found.streams
    put["__substg1.0_001A001F"] = "IPM.Note".encode("utf-16-le")
    put["__substg1.0_0037001F"] = "Your offer".encode("utf-16-le")
    if text:
        name, data = ("1000001F", text.encode("utf-16-le")) if wide else ("1000001E", text.encode("cp1252"))
        put[f"__substg1.0_{name}"] = data
    if html:
        put["__substg1.0_10130102"] = html
    if rtf:
        put["__substg1.0_10090102"] = rtf
    for number, (name, data) in enumerate(more.items()):
        attach(found, number, name.replace("_", "."), data)
    return found


def attach(to: Storage, number: int, name: str, data: bytes | Storage) -> None:
    """A file or a message inside a message."""
    inner = Storage({"__properties_version1.0": bytes(8), "__substg1.0_3707001F": name.encode("utf-16-le")})
    if isinstance(data, Storage):
        inner.storages["__substg1.0_3701000D"] = data
    else:
        inner.streams["__substg1.0_37010102"] = data
    to.storages[f"__attach_version1.0_#{number:08X}"] = inner


def packed_rtf(data: bytes) -> bytes:
    """RTF in Outlook's packing, every letter as itself."""
    body = b"".join(b"\x00" + data[start : start + 8] for start in range(0, len(data), 8))
    return struct.pack("<IIII", len(body) + 12, len(data), 0x75465A4C, 0) + body


class Compound:
    """Writes a compound file ([MS-CFB], version 3): header, sectors, allocation table, directory, short streams."""

    def __init__(self, root: Storage) -> None:
        self._sectors: list[bytes] = []
        self._fat: list[int] = []
        self._short = bytearray()
        self._short_fat: list[int] = []
        self._entries: list[bytearray] = []
        self._add("Root Entry", 5, root)

    def data(self) -> bytes:
        short_start = self._store(bytes(self._short))
        struct.pack_into("<I", self._entries[0], 116, short_start)
        struct.pack_into("<I", self._entries[0], 120, len(self._short))
        directory = self._store(b"".join(self._entries))
        table = b"".join(struct.pack("<I", x) for x in self._short_fat)
        short_fat = self._store(table.ljust(-(-len(table) // SECTOR) * SECTOR, b"\xff")) if table else END
        return self._whole(directory, short_fat, -(-len(table) // SECTOR))

    def _whole(self, directory: int, short_fat: int, short_sectors: int) -> bytes:
        count = 1
        while count * (SECTOR // 4) < len(self._fat) + count:
            count += 1
        assert count <= 109, "larger than this writer's header can say"
        first = len(self._fat)
        self._fat += [FAT] * count
        table = b"".join(struct.pack("<I", x) for x in self._fat).ljust(count * SECTOR, b"\xff")
        head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
        head += struct.pack("<IIIII", 0, count, directory, 0, CUTOFF)
        head += struct.pack("<IIII", short_fat, short_sectors, END, 0)
        head += b"".join(struct.pack("<I", first + n) for n in range(count)).ljust(436, b"\xff")
        return head + b"".join(self._sectors) + table

    def _store(self, data: bytes) -> int:
        """Puts a stream into sectors; returns the first one's number."""
        if not data:
            return END
        start, count = len(self._fat), -(-len(data) // SECTOR)
        self._sectors += [data[n * SECTOR : (n + 1) * SECTOR].ljust(SECTOR, b"\x00") for n in range(count)]
        self._fat += [start + n + 1 for n in range(count - 1)] + [END]
        return start

    def _store_short(self, data: bytes) -> int:
        start, count = len(self._short_fat), -(-len(data) // SHORT)
        self._short += data.ljust(count * SHORT, b"\x00")
        self._short_fat += [start + n + 1 for n in range(count - 1)] + [END]
        return start

    def _entry(self, name: str, kind: int) -> int:
        entry, wide = bytearray(128), name.encode("utf-16-le") + b"\x00\x00"
        entry[: len(wide)] = wide
        struct.pack_into("<HBBIII", entry, 64, len(wide), kind, 1, FREE, FREE, FREE)
        struct.pack_into("<I", entry, 116, END)
        self._entries.append(entry)
        return len(self._entries) - 1

    def _add(self, name: str, kind: int, storage: Storage) -> int:
        """A folder and what is in it; its children hang on one another as a list, each the right one's neighbour."""
        number = self._entry(name, kind)
        children = [self._stream(n, data) for n, data in _sorted(storage.streams)]
        names = list(dict(_sorted(storage.streams)))
        for n, inner in _sorted(storage.storages):
            children.append(self._add(n, 1, inner))
            names.append(n)
        order = [child for _, child in sorted(zip(names, children, strict=True), key=lambda item: _key(item[0]))]
        for one, after in itertools.pairwise(order):
            struct.pack_into("<I", self._entries[one], 72, after)
        if order:
            struct.pack_into("<I", self._entries[number], 76, order[0])
        return number

    def _stream(self, name: str, data: bytes) -> int:
        number = self._entry(name, 2)
        if data:
            start = self._store(data) if len(data) >= CUTOFF else self._store_short(data)
            struct.pack_into("<I", self._entries[number], 116, start)
            struct.pack_into("<I", self._entries[number], 120, len(data))
        return number


def _key(name: str) -> tuple[int, str]:
    return len(name), name.upper()


def _sorted(parts: dict[str, T]) -> list[tuple[str, T]]:
    return sorted(parts.items(), key=lambda item: _key(item[0]))

"""The packing of RTF bodies in Outlook messages ([MS-OXRTFCP])."""

from __future__ import annotations

import struct

from bot.intake.model import DAMAGED, TOO_BIG, Unreadable

_START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_WINDOW = 4096
_MOST = 8 * 1024 * 1024
_PLAIN, _PACKED = 0x414C454D, 0x75465A4C


def unpack(data: bytes) -> bytes:
    """The RTF; Unreadable where the packing is broken."""
    if len(data) < 16:
        raise Unreadable(DAMAGED)
    _, size, kind, _ = struct.unpack_from("<IIII", data)
    if size > _MOST:
        raise Unreadable(TOO_BIG)
    if kind == _PLAIN:
        return data[16 : 16 + size]
    if kind != _PACKED:
        raise Unreadable(DAMAGED)
    return _inflate(data, size)


def _inflate(data: bytes, size: int) -> bytes:
    """Runs of eight: a bit of the control byte says whether a letter follows, or a place and length in the window."""
    window = bytearray(_START.ljust(_WINDOW, b"\x00"))
    at, write, out = 16, len(_START), bytearray()
    while at < len(data) and len(out) < size:
        control, at = data[at], at + 1
        for bit in range(8):
            if at + (control >> bit & 1) >= len(data):
                return bytes(out[:size])
            if control >> bit & 1:
                pair, at = data[at] << 8 | data[at + 1], at + 2
                start, length = pair >> 4, (pair & 15) + 2
                if start == write:
                    return bytes(out[:size])
            else:
                window[write] = data[at]
                start, length, at = write, 1, at + 1
            for step in range(length):
                letter = window[(start + step) % _WINDOW]
                out.append(letter)
                window[write] = letter
                write = (write + 1) % _WINDOW
    return bytes(out[:size])

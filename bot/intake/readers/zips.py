"""Parts of a zip, unpacked in pieces and counted while they come: what the directory claims is not believed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from bot.intake.model import DAMAGED, HOSTILE, PASSWORD, TOO_BIG, Limits, Unreadable

_PIECE = 64 * 1024
_RATIO = 200  # text packs 5 to 20 times; beyond this and 4 MB it is a bomb
_RATIO_FROM = 4 * 1024 * 1024
_ENCRYPTED = 0x1
# Whatever zipfile raises where the bytes are not as it expects; NotImplementedError is its word for a way of packing
# that it does not know.
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, KeyError)


class Zip:
    """A zip that is opened for reading some of its parts. Names are looked up, never used as paths."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.unpacked
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise Unreadable(DAMAGED) from error
        infos = self._zip.infolist()
        if len(infos) > limits.entries:
            raise Unreadable(HOSTILE)
        self._infos = {info.filename: info for info in infos}
        self.names = list(self._infos)

    def read(self, name: str) -> bytes:
        """One part; Unreadable where it is broken, locked or larger than a part may be."""
        info = self._infos.get(name)
        if info is None:
            raise Unreadable(DAMAGED)
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable(PASSWORD)
        if info.file_size > self._limits.part or info.file_size > self._left:
            raise Unreadable(self._kind_of_big(info))
        try:
            return self._stream(info)
        except _BROKEN as error:
            raise Unreadable(DAMAGED) from error

    def _stream(self, info: zipfile.ZipInfo) -> bytes:
        pieces: list[bytes] = []
        size = 0
        with self._zip.open(info) as part:
            while piece := part.read(_PIECE):
                pieces.append(piece)
                size += len(piece)
                self._left -= len(piece)
                if size > self._limits.part or self._left < 0 or self._bomb(size, info.compress_size):
                    raise Unreadable(HOSTILE)
        return b"".join(pieces)

    @staticmethod
    def _bomb(size: int, packed: int) -> bool:
        return size > _RATIO_FROM and size > packed * _RATIO

    def _kind_of_big(self, info: zipfile.ZipInfo) -> str:
        return HOSTILE if self._bomb(info.file_size, info.compress_size) else TOO_BIG

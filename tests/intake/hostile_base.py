"""What is right to answer to a hostile file, and what several kinds of them are made from.

``TEXT`` stands for: read, with words. Files are made when they are asked for, since some are large.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.intake import make_office, make_pdf
from tests.intake.make_mail import Compound, message
from tests.intake.offer import AFTER, BEFORE, PLAIN, TABLE

TEXT, PASSWORD, DAMAGED, EMPTY = "", "intake.password", "intake.damaged", "intake.empty"
TOO_BIG, UNKNOWN, OLD_WORD, PICTURE_KIND = "intake.too_big", "intake.unknown", "intake.old_word", "intake.picture_kind"
HOSTILE, TIME, MEMORY = "intake.hostile", "intake.time", "intake.memory"

Maker = Callable[[], bytes]
Files = dict[str, tuple[Maker, tuple[str, ...]]]

LINES = make_pdf.lay(BEFORE, TABLE, AFTER)
LETTER = make_pdf.plain([LINES, LINES])
WORDS = make_office.p("We offer you 31,400 a year.")
DOCX = make_office.docx(WORDS)
RTF = make_office.rtf(BEFORE)
MSG = Compound(message(PLAIN)).data()


def patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def flipped(data: bytes, seed: int, every: int = 150) -> bytes:
    chance, out = random.Random(seed), bytearray(data)
    for _ in range(len(data) // every):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)

"""All hostile files by name, with the answers that are right for each; here pictures and what is no document."""

from __future__ import annotations

import gzip
import random

from tests.intake.hostile_base import DAMAGED, EMPTY, HOSTILE, MEMORY, PICTURE_KIND, TEXT, TIME, TOO_BIG, UNKNOWN, Files
from tests.intake.hostile_mail import MAILS
from tests.intake.hostile_office import OFFICE
from tests.intake.hostile_pdf import PDF, pdf_huge_picture
from tests.intake.make_picture import letter, png_claiming, saved
from tests.intake.offer import BEFORE


def heic() -> bytes:
    return b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(500)


OTHERS: Files = {
    "png of 3.6 billion pixels": (lambda: png_claiming(60_000, 60_000), (HOSTILE,)),
    "png of 41 million pixels": (lambda: png_claiming(6_400, 6_420), (HOSTILE,)),
    "png of one pixel": (lambda: png_claiming(1, 1, b"\x00\x00\x00\x00"), (EMPTY,)),
    "png of a head alone": (lambda: b"\x89PNG\r\n\x1a\n", (DAMAGED,)),
    "jpeg of a head alone": (lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", (DAMAGED,)),
    "webp of nothing": (lambda: b"RIFF\x20\x00\x00\x00WEBPVP8 " + bytes(20), (DAMAGED,)),
    "heic": (heic, (PICTURE_KIND,)),
    "gif": (lambda: b"GIF89a\xff\xff\xff\xff" + bytes(50), (PICTURE_KIND,)),
    "tiff": (lambda: b"II*\x00" + bytes(50), (PICTURE_KIND,)),
    "bmp": (lambda: b"BM\x00\x00\x00\x10\x00\x00\x00\x00" + bytes(50), (PICTURE_KIND,)),
    "video": (lambda: b"\x00\x00\x00\x18ftypmp42" + bytes(500), (UNKNOWN,)),
    "program": (lambda: b"MZ\x90\x00\x03" + bytes(5_000), (UNKNOWN,)),
    "gzip bomb": (lambda: gzip.compress(bytes(20_000_000)), (UNKNOWN,)),
    "noise": (lambda: random.Random(1).randbytes(50_000), (UNKNOWN,)),
    "zeros": (lambda: bytes(50_000), (EMPTY, UNKNOWN)),
    "nothing": (lambda: b"", (EMPTY,)),
    "blanks": (lambda: b" \r\n\t" * 1_000, (EMPTY,)),
    "21 MB": (lambda: b"a" * 22_000_000, (TOO_BIG,)),
    "text of 20 MB": (lambda: b"We offer 31,400. " * 1_200_000, (TEXT,)),
    "text with a mark and half a letter": (lambda: b"\xff\xfe" + "We offer".encode("utf-16-le") + b"a", (TEXT,)),
    "text of odd signs": ("We offer \u202e31,400\u200b a\x00 year\ud7ff.".encode, (TEXT,)),
    "shell script": (lambda: b"#!/bin/sh\nrm -rf /\n", (TEXT,)),
}

PICTURES: Files = {
    "png whose picture is cut": (lambda: saved(letter(BEFORE))[:9_000], (DAMAGED, TEXT)),
    "png of 36 million empty pixels": (lambda: png_claiming(6_000, 6_000, bytes(6_000 * 18_001)), (EMPTY,)),
    "pdf with a picture of 3.6 billion pixels": (pdf_huge_picture, (EMPTY, MEMORY, TIME, DAMAGED)),
}

TEXT_KINDS = OFFICE | PDF | MAILS | OTHERS

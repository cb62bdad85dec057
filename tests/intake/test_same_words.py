"""The same offer in every kind of file gives the same words, and the same verdicts of the check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot import intake
from bot.core.offer import check
from tests.chromium import find
from tests.intake import make_mail, make_office, make_pdf
from tests.intake.make_picture import font_file, letter, on_a4, photo, saved
from tests.intake.offer import AFTER, BEFORE, PLAIN, ROWS, TABLE, words, words_read

pytestmark = pytest.mark.anyio

VERDICTS = check(PLAIN)
SURE = 26  # of 28 verdicts that a picture must give
LINES = make_pdf.lay(BEFORE, TABLE, AFTER)
PAGE = make_office.html(BEFORE, TABLE, AFTER)
WORD = "".join(map(make_office.p, BEFORE)) + make_office.word_table(TABLE) + "".join(map(make_office.p, AFTER))
ODT = "".join(f"<text:p>{line}</text:p>" for line in BEFORE) + make_office.odt_table(TABLE)
ODT += "".join(f"<text:p>{line}</text:p>" for line in AFTER)
RTF = make_office.rtf(BEFORE, TABLE, AFTER)
MSG = make_mail.message


def compound(message: make_mail.Storage) -> bytes:
    return make_mail.Compound(message).data()


TEXTS = {
    "txt utf-8": (PLAIN.encode(), "txt"),
    "txt utf-8 with mark": (PLAIN.encode("utf-8-sig"), "txt"),
    "txt utf-16": (PLAIN.encode("utf-16"), "txt"),
    "txt utf-16 without mark": (PLAIN.encode("utf-16-le"), "txt"),
    "txt utf-16 the other way": (PLAIN.encode("utf-16-be"), "txt"),
    "txt windows": (PLAIN.replace("\n", "\r\n").encode("cp1252"), "txt"),
    "pdf by hand": (make_pdf.plain([LINES]), "pdf"),
    "pdf by columns": (make_pdf.plain([make_pdf.by_columns(LINES)]), "pdf"),
    "pdf by pdfium": (make_pdf.by_pdfium(LINES, font_file()), "pdf"),
    "docx": (make_office.docx(WORD), "docx"),
    "odt": (make_office.odt(ODT), "odt"),
    "rtf": (RTF, "rtf"),
    "html": (PAGE.encode(), "html"),
    "html windows": (PAGE.replace("utf-8", "windows-1252").encode("cp1252"), "html"),
    "eml text": (make_mail.eml(PLAIN).as_bytes(), "eml"),
    "eml html": (make_mail.eml("Please use a newer program.", PAGE).as_bytes(), "eml"),
    "eml pdf": (make_mail.eml(" ", attached=[("o.pdf", "application/pdf", make_pdf.plain([LINES]))]).as_bytes(), "eml"),
    "msg text": (compound(MSG(PLAIN)), "msg"),
    "msg windows": (compound(MSG(PLAIN, wide=False)), "msg"),
    "msg html": (compound(MSG(html=PAGE.encode("cp1252"))), "msg"),
    "msg rtf": (compound(MSG(rtf=make_mail.packed_rtf(RTF))), "msg"),
    "msg docx": (compound(MSG(offer_docx=make_office.docx(WORD))), "msg"),
    "msg in msg": (compound(MSG(head=32)), "msg"),
}
_outer = MSG()
make_mail.attach(_outer, 0, "inner", MSG(PLAIN, head=24))
TEXTS["msg in msg"] = (compound(_outer), "msg")


@pytest.mark.parametrize("name", sorted(TEXTS))
async def test_text_kinds_give_the_same_words_and_rows(name: str) -> None:
    data, kind = TEXTS[name]
    read = await intake.read(data, f"offer.{kind}")
    assert (read.kind, read.problem, read.left_out, read.from_picture) == (kind, "", (), False)
    assert words(read.text) == words(PLAIN)
    assert check(read.text) == VERDICTS
    if kind not in ("pdf", "eml"):
        assert [row for row in ROWS if row not in read.text] == []


@pytest.mark.browser
async def test_pdf_by_chromium(tmp_path: Path) -> None:
    chromium = find()
    assert chromium is not None
    read = await intake.read(make_pdf.by_chromium(PAGE, chromium, tmp_path), "offer.pdf")
    assert (read.kind, read.pages, read.pages_total) == ("pdf", 1, 1)
    assert words(read.text) == words(PLAIN)
    assert check(read.text) == VERDICTS


SHEET = letter(PLAIN.split("\n"))
NIGHT = letter(PLAIN.split("\n"), dark=True)
TILTED = photo(SHEET, 4)
PICTURES = {
    "screenshot, light": (saved(SHEET), "png"),
    "screenshot, dark": (saved(NIGHT, "WEBP", quality=85), "webp"),
    "photo, tilted": (saved(TILTED, "JPEG", quality=80), "jpeg"),
    "scanned pdf": (make_pdf.scan([saved(on_a4(SHEET), "JPEG")], [on_a4(SHEET).size]), "pdf"),
}


@pytest.mark.ocr
@pytest.mark.parametrize("name", sorted(PICTURES))
async def test_pictures_give_nearly_all_words(name: str) -> None:
    data, kind = PICTURES[name]
    patient = replace(intake.LIMITS, picture_wall=180)  # idle priority beside other tests takes its time
    read = await intake.read(data, f"offer.{kind}", f"image/{kind}" if kind != "pdf" else "", limits=patient)
    assert (read.kind, read.problem, read.pages, read.from_picture) == (kind, "", 1, True)
    assert words_read(read.text) >= 0.95, read.text
    found = check(read.text)
    assert sum(found[topic] == verdict for topic, verdict in VERDICTS.items()) >= SURE, found


@pytest.mark.ocr
@pytest.mark.parametrize("degrees", [180, 270])
async def test_a_photo_is_turned_upright(degrees: int) -> None:
    page = letter(BEFORE, 20, width=560)
    read = await intake.read(saved(page.rotate(degrees, expand=True), "JPEG"), "photo.jpg", "image/jpeg")
    assert words(read.text) == words("\n".join(BEFORE))

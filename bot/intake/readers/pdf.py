"""PDF by PDFium: text, filled-in forms, and scanned pages by OCR, decided page by page."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from bot.intake.model import DAMAGED, PASSWORD, TIME, Unreadable
from bot.intake.readers.job import Job, Text
from bot.intake.readers.pdf_rows import page_text

if TYPE_CHECKING:
    from PIL.Image import Image

_FEW = 15  # letters: below that a page with a picture on it is a scan
_DPI = 150
_LONGEST = 1600
_FLATTENED = 1


def read(data: bytes, job: Job) -> Text:
    """The pages in order. Pages that could not be read are named; late or beyond the limit they are left."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "assword" in str(error)
        raise Unreadable(PASSWORD if locked else DAMAGED) from error
    total = len(document)
    if total <= 0:
        raise Unreadable(DAMAGED)
    if document.get_formtype() != raw.FORMTYPE_NONE:
        document.init_forms()
    return _pages(document, total, job)


def _pages(document: Any, total: int, job: Job) -> Text:
    whole = Text("pdf", pages_total=total)
    texts: list[str] = []
    letters = 0
    for index in range(min(total, job.limits.pages)):
        if job.late or letters > job.limits.text:
            break
        text = _page(document, index, whole, job)
        letters += len(text)
        texts.append(text)
        whole.pages = len(texts) - len(whole.unreadable)
    whole.text = "\n\n".join(texts)
    if job.late and not whole.text.strip():
        raise Unreadable(TIME)
    return whole


def _page(document: Any, index: int, whole: Text, job: Job) -> str:
    """One page's text. A broken page is named and the rest is read; an empty one is not worth a word."""
    try:
        page = document[index]
        if document.formenv and page.flatten() == _FLATTENED:
            page = document[index]  # what was filled in is part of the page only when it is opened again
        text = page_text(page)
        if sum(map(str.isalnum, text)) < _FEW and _has_picture(page):
            return _scan(page, index, whole, job)
    except pdfium.PdfiumError:
        whole.unreadable.append(index + 1)
        return ""
    return text


def _has_picture(page: Any) -> bool:
    found = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
    return any(True for _ in itertools.islice(found, 1))


def _scan(page: Any, index: int, whole: Text, job: Job) -> str:
    if not job.ocr or job.pages_left <= 0:
        job.wants_ocr = job.wants_ocr or not job.ocr
        whole.unreadable.append(index + 1)
        return ""
    job.pages_left -= 1
    from bot.intake.readers import ocr

    text = ocr.words(_draw(page))
    whole.from_picture = whole.from_picture or bool(text)
    if not text.strip():
        whole.unreadable.append(index + 1)
    return text


def _draw(page: Any) -> Image:
    longest = max(page.get_width(), page.get_height(), 1.0)
    image: Image = page.render(scale=min(_DPI / 72, _LONGEST / longest)).to_pil().convert("RGB")
    return image

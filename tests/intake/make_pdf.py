"""PDFs: by a small writer of our own, by PDFium, by Chromium; and the broken and hostile ones."""

from __future__ import annotations

import ctypes
import io
import subprocess
import zlib
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

Line = tuple[float, float, str]  # x and y in points from the lower left, and the text
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def lay(paragraphs: Sequence[str], table: Sequence[Sequence[str]], after: Sequence[str]) -> list[Line]:
    """Where the lines of a letter stand, drawn row by row."""
    lines: list[Line] = [(60, 780 - 24 * row, text) for row, text in enumerate(paragraphs)]
    top = 780 - 24 * len(paragraphs)
    lines += [
        (60 + 160 * column, top - 22 * row, cell)
        for row, cells in enumerate(table)
        for column, cell in enumerate(cells)
    ]
    top -= 22 * len(table)
    return lines + [(60, top - 24 * row, text) for row, text in enumerate(after)]


def by_columns(lines: list[Line]) -> list[Line]:
    """The same page, drawn column by column, as some programs do."""
    return sorted(lines, key=lambda line: line[0])


def assemble(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first of them the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        trailer,
        start,
    )


def stream(data: bytes, extra: bytes = b"", *, pack: bool = True) -> bytes:
    """A stream object, packed unless told otherwise."""
    body = zlib.compress(data, 9) if pack else data
    kind = b"/Filter /FlateDecode " if pack else b""
    return b"<< %b%b /Length %d >>\nstream\n%b\nendstream" % (kind, extra, len(body), body)


def content(lines: Sequence[Line]) -> bytes:
    """The drawing of lines of text."""
    parts = []
    for x, y, text in lines:
        escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        parts.append(b"BT /F1 10 Tf %.1f %.1f Td (%b) Tj ET" % (x, y, escaped))
    return b"\n".join(parts)


def plain(pages: Sequence[Sequence[Line]], count: int | None = None, extra: bytes = b"") -> bytes:
    """A PDF of our own writer; ``count`` is what its page tree claims."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * index) for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %b >>" % extra,
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(pages) if count is None else count),
        FONT,
    ]
    for index, lines in enumerate(pages):
        objects.append(page(5 + 2 * index))
        objects.append(stream(content(lines)))
    return assemble(objects)


def page(contents: int, resources: bytes = b"<< /Font << /F1 3 0 R >> >>", size: bytes = b"0 0 595 842") -> bytes:
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [%b] /Resources %b /Contents %d 0 R >>" % (
        size,
        resources,
        contents,
    )


def by_pdfium(lines: Sequence[Line], font: Path) -> bytes:
    """The same page written by PDFium, its font inside."""
    document = pdfium.PdfDocument.new()
    sheet = document.new_page(595, 842)
    data = font.read_bytes()
    buffer = (ctypes.c_ubyte * len(data)).from_buffer_copy(data)
    face = raw.FPDFText_LoadFont(document, buffer, len(data), raw.FPDF_FONT_TRUETYPE, 1)
    for x, y, text in lines:
        thing = raw.FPDFPageObj_CreateTextObj(document, face, 10)
        wide = (ctypes.c_ushort * (len(text) + 1))(*map(ord, text), 0)
        raw.FPDFText_SetText(thing, wide)
        raw.FPDFPageObj_Transform(thing, 1, 0, 0, 1, x, y)
        raw.FPDFPage_InsertObject(sheet, thing)
    sheet.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def by_chromium(page: str, chromium: str, folder: Path) -> bytes:
    """An HTML page, printed to PDF."""
    source, target = folder / "letter.html", folder / "letter.pdf"
    source.write_text(page, encoding="utf-8")
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=50)
    return target.read_bytes()


def form(label: str, value: str) -> bytes:
    """A form that was filled in: the value stands in a field's appearance only."""
    drawing = b"/Tx BMC BT /F1 10 Tf 2 4 Td (%b) Tj ET EMC" % value.encode("cp1252")
    box = b"/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 3 0 R >> >>"
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (salary) /V (%b) /DA (/F1 10 Tf 0 g) /F 4 /Rect [200 700 400 720] "
        b"/AP << /N 7 0 R >> /P 4 0 R >>"
    ) % value.encode("cp1252")
    sheet = page(5)[:-3] + b" /Annots [6 0 R] >>"
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /DR << /Font << /F1 3 0 R >> >> >> >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            FONT,
            sheet,
            stream(content([(60, 704, label)])),
            field,
            stream(drawing, box),
        ]
    )


def scan(pictures: Sequence[bytes], sizes: Sequence[tuple[int, int]]) -> bytes:
    """A PDF whose pages are JPEGs and nothing else."""
    kids = b" ".join(b"%d 0 R" % (3 + 3 * index) for index in range(len(pictures)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(pictures)),
    ]
    for index, (picture, (width, height)) in enumerate(zip(pictures, sizes, strict=True)):
        first = 3 + 3 * index
        about = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8" % (
            width,
            height,
        )
        objects.append(page(first + 1, b"<< /XObject << /I %d 0 R >> >>" % (first + 2)))
        objects.append(stream(b"q 595 0 0 842 0 0 cm /I Do Q"))
        objects.append(stream(picture, about + b" /Filter /DCTDecode", pack=False))
    return assemble(objects)

"""PDFs that are broken, locked, lying or built to hurt."""

from __future__ import annotations

import zlib

from tests.intake import make_pdf
from tests.intake.hostile_base import DAMAGED, DOCX, EMPTY, LETTER, LINES, MEMORY, PASSWORD, TEXT, TIME, Files, flipped
from tests.intake.make_pdf import FONT, assemble, content, page, stream


def one_page(
    *more: bytes, catalogue: bytes = b"", contents: bytes | None = None, resources: bytes = b"", size: bytes = b""
) -> bytes:
    inside = b"<< /Font << /F1 3 0 R >> %b >>" % resources
    drawing = stream(content(LINES)) if contents is None else contents
    pages = b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>"
    sheet = page(5, inside, size or b"0 0 595 842")
    return assemble([b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalogue, pages, FONT, sheet, drawing, *more])


def pdf_flate_bomb() -> bytes:
    inner = zlib.compress(b"BT " + b" " * 200_000_000, 9)
    twice = zlib.compress(inner, 9)
    body = b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n%b\nendstream" % (len(twice), twice)
    return one_page(contents=body)


def pdf_own_form() -> bytes:
    form = stream(
        b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    )
    return one_page(form, contents=stream(b"/X Do"), resources=b"/XObject << /X 6 0 R >>")


def pdf_forms_of_forms() -> bytes:
    """24 levels, each draws the next one twice."""
    about = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    forms = [stream(b"/X Do /X Do", about % (7 + level)) for level in range(24)]
    forms.append(stream(b"BT (x) Tj ET", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"))
    return one_page(*forms, contents=stream(b"/X Do"), resources=b"/XObject << /X 6 0 R >>")


def pdf_locked() -> bytes:
    """Standard security with a password that nobody knows."""
    lock = b"<< /Filter /Standard /V 1 /R 2 /O <%b> /U <%b> /P -44 >>" % (b"ab" * 32, b"cd" * 32)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>", lock]
    return assemble(
        objects, b"/Encrypt 3 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    )


def pdf_huge_picture() -> bytes:
    about = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    picture = stream(bytes(1_000_000), about)
    return one_page(picture, contents=stream(b"q 595 0 0 842 0 0 cm /I Do Q"), resources=b"/XObject << /I 6 0 R >>")


def pdf_self_tree() -> bytes:
    return assemble([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])


def pdf_own_past() -> bytes:
    start = LETTER.rindex(b"xref\n0")
    return LETTER.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


SCRIPTS = (
    b"/OpenAction << /S /JavaScript /JS (while (true) app.alert\\(1\\)) >> /AA << /WC << /S /Launch /F (/bin/sh) >> >>"
)

PDF: Files = {
    "pdf of a billion pages": (lambda: make_pdf.plain([LINES], count=10**9), (TEXT, DAMAGED)),
    "pdf whose pages hold themselves": (pdf_self_tree, (DAMAGED, EMPTY)),
    "pdf that unpacks to 200 MB": (pdf_flate_bomb, (EMPTY, MEMORY, TIME)),
    "pdf that draws itself": (pdf_own_form, (EMPTY, MEMORY, TIME)),
    "pdf of 2^24 forms": (pdf_forms_of_forms, (EMPTY, MEMORY, TIME)),
    "pdf with a password": (pdf_locked, (PASSWORD,)),
    "pdf with scripts": (lambda: one_page(catalogue=SCRIPTS), (TEXT,)),
    "pdf with a size of a million": (lambda: one_page(size=b"0 0 1000000 1000000"), (TEXT,)),
    "pdf whose past is itself": (pdf_own_past, (TEXT, DAMAGED)),
    "pdf with endless brackets": (lambda: one_page(contents=stream(b"[" * 1_000_000)), (EMPTY, DAMAGED, MEMORY)),
    "pdf with a line of 2 MB": (
        lambda: one_page(contents=stream(b"BT /F1 1 Tf (" + b"ab " * 700_000 + b") Tj ET")),
        (TEXT, TIME),
    ),
    "pdf that is a name only": (lambda: b"%PDF-1.7\n", (DAMAGED,)),
    "pdf of zeros": (lambda: b"%PDF-1.7\n" + bytes(100_000), (DAMAGED,)),
    "pdf after a page of dirt": (lambda: b"\r\n dirt \x00" * 20 + LETTER, (TEXT, DAMAGED)),
    "pdf that is a zip too": (lambda: LETTER + DOCX, (TEXT,)),
    **{
        f"pdf cut at {tenth} of 11": (lambda tenth=tenth: LETTER[: len(LETTER) * tenth // 11], (TEXT, DAMAGED, EMPTY))  # type: ignore[misc]
        for tenth in range(1, 11)
    },
    **{f"pdf, bits flipped {n}": (lambda n=n: flipped(LETTER, n), (TEXT, DAMAGED, EMPTY, MEMORY)) for n in range(4)},  # type: ignore[misc]
}

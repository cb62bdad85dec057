"""DOCX and ODT of the smallest kind that office programs open, RTF and HTML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)  # fmt: skip
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(body: str, **parts: str | bytes) -> bytes:
    """A Word file around ``body``; further parts are named by their place below word/, with _ for the dot."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W} {MC}><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document} | {
        f"word/{name.replace('_', '.')}": data for name, data in parts.items()
    })  # fmt: skip


def p(*texts: str) -> str:
    """A paragraph of Word, each text a run of its own."""
    return f"<w:p>{''.join(run(text) for text in texts)}</w:p>"


def run(text: str, properties: str = "") -> str:
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def word_table(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def odt(body: str, styles: str = "", **parts: str | bytes) -> bytes:
    content = f'<?xml version="1.0"?><office:document-content {ODF}>{styles}<office:body><office:text>{body}'
    content += "</office:text></office:body></office:document-content>"
    return zipped({"mimetype": ODT_TYPE, "content.xml": content} | {k.replace("_", "."): v for k, v in parts.items()})


def odt_table(rows: Sequence[Sequence[str]]) -> str:
    def cell(text: str) -> str:
        return f"<table:table-cell><text:p>{escape(text)}</text:p></table:table-cell>"

    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    return f"<table:table>{lines}</table:table>"


def rtf(paragraphs: Sequence[str], rows: Sequence[Sequence[str]] = (), after: Sequence[str] = ()) -> bytes:
    """Letters beyond ASCII once as \\'hh and once as \\u, as writers do."""

    def plain(text: str) -> str:
        return "".join(
            c if c < "\x80" else (f"\\u{ord(c)}?" if c == "€" else f"\\'{c.encode('cp1252').hex()}") for c in text
        )

    lines = [f"\\pard {plain(text)}\\par" for text in paragraphs]
    for row in rows:
        edges = "".join(f"\\cellx{3000 * number}" for number in range(1, len(row) + 1))
        lines.append(f"\\trowd{edges} " + "".join(f"\\intbl {plain(cell)}\\cell " for cell in row) + "\\row")
    lines += [f"\\pard {plain(text)}\\par" for text in after]
    body = "\n".join(lines)
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0 Helvetica;}}}}\n{body}\n}}".encode("ascii")


def html(paragraphs: Sequence[str], rows: Sequence[Sequence[str]] = (), after: Sequence[str] = ()) -> str:
    table = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    lines = [f"<p>{escape(text)}</p>" for text in paragraphs]
    lines += [f"<table cellpadding=6>{table}</table>" if rows else "", *(f"<p>{escape(text)}</p>" for text in after)]
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Offer</title></head><body>{"".join(lines)}</body></html>'

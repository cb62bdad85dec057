"""DOCX: what the final letter says. Deleted and hidden text stays out, inserted text and text boxes are in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.intake.model import Unreadable
from bot.intake.readers.job import Job, Text
from bot.intake.readers.tidy import row
from bot.intake.readers.xmltree import Node, parse
from bot.intake.readers.zips import Zip

_SKIPPED = {
    "w:del",
    "w:moveFrom",
    "mc:Fallback",
    "w:instrText",
    "w:delText",
    "w:pPr",
    "w:rPr",
    "w:sdtPr",
    "w:delInstrText",
}
_SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": "\t"}
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
_PICTURE = re.compile(r"word/media/[^/]+\.(?:png|jpe?g|webp)", re.IGNORECASE)
_OFF = ("0", "false", "off")
_FEW = 15  # letters: below that the page is a picture


def is_docx(names: list[str]) -> bool:
    return "word/document.xml" in names


def read(archive: Zip, job: Job) -> Text:
    """The document with its headers before and its footers after it, each once."""
    notes = {kind: _notes(archive, kind, job) for kind in _NOTES.values()}
    reader = _Reader(notes)
    body = reader.lines(parse(archive.read("word/document.xml"), job.limits))
    edges = {kind: _edges(archive, kind, reader, job) for kind in ("header", "footer")}
    whole = Text("docx", "\n".join([*edges["header"], *body, *edges["footer"]]))
    if len("".join(body).strip()) < _FEW:
        for name in [name for name in archive.names if _PICTURE.fullmatch(name)]:
            job.attach(whole, name.rpartition("/")[2], archive.read(name))
    return whole


def _notes(archive: Zip, kind: str, job: Job) -> dict[str, Node]:
    name = f"word/{kind}.xml"
    if name not in archive.names:
        return {}
    return {node.get("id"): node for node in parse(archive.read(name), job.limits).children if not node.get("type")}


def _edges(archive: Zip, kind: str, reader: _Reader, job: Job) -> list[str]:
    """A broken header is no reason to refuse a letter."""
    texts: list[str] = []
    for name in sorted(name for name in archive.names if re.fullmatch(rf"word/{kind}\d*\.xml", name)):
        try:
            text = "\n".join(reader.lines(parse(archive.read(name), job.limits))).strip()
        except Unreadable:
            continue
        texts += [text] if text and text not in texts else []
    return texts


class _Reader:
    def __init__(self, notes: dict[str, dict[str, Node]]) -> None:
        self._notes = notes
        self._boxes: list[Node] = []

    def lines(self, node: Node) -> list[str]:
        """The lines of everything below, in reading order."""
        return list(self._lines(node))

    def _lines(self, node: Node) -> Iterator[str]:
        for child in node.children:
            if child.tag == "w:p":
                yield "".join(self._words(child))
                yield from self._boxed()
            elif child.tag == "w:tbl":
                yield from self._table(child)
            elif child.tag not in _SKIPPED:
                yield from self._lines(child)

    def _boxed(self) -> Iterator[str]:
        """Text boxes come after the paragraph that they hang on."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self._lines(box)

    def _table(self, table: Node) -> Iterator[str]:
        for line in _down_to(table, "w:tr"):
            if not any(node.tag == "w:del" for part in line.children if part.tag == "w:trPr" for node in part.children):
                yield row(["\n".join(self._lines(cell)) for cell in _down_to(line, "w:tc")])

    def _words(self, node: Node) -> Iterator[str]:
        for child in node.children:
            if child.tag in ("w:t", "m:t"):
                yield child.text()
            elif child.tag in _SIGNS:
                yield _SIGNS[child.tag]
            elif child.tag in _NOTES:
                yield from self._note(_NOTES[child.tag], child.get("id"))
            elif child.tag == "w:txbxContent":
                self._boxes.append(child)
            elif child.tag not in _SKIPPED and not (child.tag == "w:r" and _hidden(child)):
                yield from self._words(child)

    def _note(self, kind: str, id: str) -> Iterator[str]:
        note = self._notes.get(kind, {}).pop(id, None)  # once: a note may refer to itself
        if note is not None:
            yield f" ({' '.join(self._lines(note)).strip()})"


def _down_to(node: Node, tag: str) -> Iterator[Node]:
    """The rows of a table or cells of a row, also where a content control or a change wraps them."""
    for child in node.children:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED and child.tag not in ("w:tbl", "w:p"):
            yield from _down_to(child, tag)


def _hidden(run: Node) -> bool:
    properties = run.first("w:rPr")
    vanish = properties.first("w:vanish") if properties else None
    return vanish is not None and vanish.get("val") not in _OFF

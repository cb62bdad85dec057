"""ODT: the same rules as for DOCX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.intake.model import PASSWORD, Unreadable
from bot.intake.readers.job import Job, Text
from bot.intake.readers.tidy import row
from bot.intake.readers.xmltree import Node, parse
from bot.intake.readers.zips import Zip

_SKIPPED = {
    "text:tracked-changes", "office:annotation", "office:annotation-end", "text:note-citation", "office:forms",
    "text:sequence-decls", "text:variable-decls", "office:event-listeners", ":desc", ":title", "text:hidden-text",
}  # fmt: skip
_PARAGRAPHS = ("text:p", "text:h")
_MOST_BLANKS = 40
_PICTURE = re.compile(r"Pictures/[^/]+\.(?:png|jpe?g|webp)", re.IGNORECASE)
_FEW = 15


def is_odt(names: list[str]) -> bool:
    return "content.xml" in names and ("mimetype" in names or "META-INF/manifest.xml" in names)


def read(archive: Zip, job: Job) -> Text:
    """The document with its header before and its footer after it."""
    _refuse_locked(archive, job)
    root = parse(archive.read("content.xml"), job.limits)
    reader = _Reader(_hidden_styles(root))
    body = [line for part in root.all("office:body") for line in reader.lines(part)]
    whole = Text("odt", "\n".join([*_edge(archive, "header", job), *body, *_edge(archive, "footer", job)]))
    if len("".join(body).strip()) < _FEW:
        for name in [name for name in archive.names if _PICTURE.fullmatch(name)]:
            job.attach(whole, name.rpartition("/")[2], archive.read(name))
    return whole


def _refuse_locked(archive: Zip, job: Job) -> None:
    name = "META-INF/manifest.xml"
    if name in archive.names:
        entries = parse(re.sub(rb"<!DOCTYPE[^\[>]{0,200}>", b"", archive.read(name)), job.limits)
        if any(True for _ in entries.all("manifest:encryption-data")):
            raise Unreadable(PASSWORD)


def _hidden_styles(root: Node) -> set[str]:
    """Names of the text styles that show nothing."""
    styles = root.all("style:style")
    return {s.get("name") for s in styles if any(p.get("display") == "none" for p in s.all("style:text-properties"))}


def _edge(archive: Zip, kind: str, job: Job) -> list[str]:
    if "styles.xml" not in archive.names:
        return []
    try:
        root = parse(archive.read("styles.xml"), job.limits)
    except Unreadable:  # a broken header is no reason to refuse a letter
        return []
    lines = [line for node in root.all(f"style:{kind}") for line in _Reader(set()).lines(node)]
    return list(dict.fromkeys(line for line in lines if line.strip()))


class _Reader:
    def __init__(self, hidden: set[str]) -> None:
        self._hidden = hidden
        self._boxes: list[Node] = []

    def lines(self, node: Node) -> Iterator[str]:
        """The lines of everything below, in reading order."""
        for child in node.children:
            if child.tag in _PARAGRAPHS:
                yield "".join(self._words(child))
                boxes, self._boxes = self._boxes, []
                for box in boxes:
                    yield from self.lines(box)
            elif child.tag == "table:table":
                yield from self._table(child)
            elif child.tag not in _SKIPPED and child.get("display") != "none":
                yield from self.lines(child)

    def _table(self, table: Node) -> Iterator[str]:
        for child in table.children:
            if child.tag == "table:table-row":
                cells = [cell for cell in child.children if cell.tag == "table:table-cell"]
                yield row(["\n".join(self.lines(cell)) for cell in cells])
            elif child.tag.startswith("table:"):
                yield from self._table(child)

    def _words(self, node: Node) -> Iterator[str]:
        for part in node.parts:
            if isinstance(part, str):
                yield re.sub(r"\s+", " ", part)
            elif part.tag == "text:s":
                yield " " * min(int(part.get("c")) if part.get("c").isdecimal() else 1, _MOST_BLANKS)
            elif part.tag in ("text:tab", "text:line-break"):
                yield "\t" if part.tag == "text:tab" else "\n"
            elif part.tag == "text:note":
                yield from self._note(part)
            elif part.tag in ("draw:frame", "draw:text-box", "draw:custom-shape"):
                self._boxes.append(part)
            elif part.tag not in _SKIPPED and part.get("style-name") not in self._hidden:
                yield from self._words(part)

    def _note(self, note: Node) -> Iterator[str]:
        body = note.first("text:note-body")
        if body is not None:
            yield f" ({' '.join(self.lines(body)).strip()})"

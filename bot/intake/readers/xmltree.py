"""XML as a small tree, with neither DOCTYPE nor entities, and no deeper or larger than a letter is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from bot.intake.model import DAMAGED, HOSTILE, Limits, Unreadable

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
}
_LOCAL = re.compile(r"^.*\}")


@dataclass(slots=True)
class Node:
    """An element: ``tag`` as prefix:name with our own prefixes, its parts in order (texts and nodes)."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[Node | str] = field(default_factory=list)

    @property
    def children(self) -> Iterator[Node]:
        return (part for part in self.parts if isinstance(part, Node))

    def first(self, tag: str) -> Node | None:
        """The first child of that tag."""
        return next((node for node in self.children if node.tag == tag), None)

    def all(self, tag: str) -> Iterator[Node]:
        """All nodes of that tag below this one, in order."""
        for node in self.children:
            if node.tag == tag:
                yield node
            yield from node.all(tag)

    def get(self, name: str) -> str:
        """An attribute by its name without prefix; "" where there is none."""
        return self.attributes.get(name, "")

    def text(self) -> str:
        """All text below."""
        return "".join(part if isinstance(part, str) else part.text() for part in self.parts)


def parse(data: bytes, limits: Limits) -> Node:
    """The root of ``data``; Unreadable where it is broken or built to hurt."""
    return _Builder(limits).parse(data)


class _Builder:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._stack = [Node("")]
        self._count = 0
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse

    def parse(self, data: bytes) -> Node:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            raise Unreadable(DAMAGED) from error
        return next(self._stack[0].children)

    def _refuse(self, *_: object) -> None:
        raise Unreadable(HOSTILE)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._stack) > self._limits.depth or self._count > self._limits.nodes:
            raise Unreadable(HOSTILE)
        space, _, local = name.rpartition("}")
        # a child of its parent gives the same attribute with and without a prefix; the local name is enough for us
        node = Node(
            f"{_SPACES.get(space, '')}:{local}", {_LOCAL.sub("", key): value for key, value in attributes.items()}
        )
        self._stack[-1].parts.append(node)
        self._stack.append(node)

    def _end(self, name: str) -> None:
        self._stack.pop()

    def _data(self, text: str) -> None:
        self._stack[-1].parts.append(text)

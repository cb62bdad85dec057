"""Reads a story's script: a heading, two sentences on the person, then one act a line.

say: what is typed          (lines that are indented belong to the message, "|" is an empty one)
tap: a button's label       (the newest button whose label holds these words)
clock: next                 (until the bot writes by itself)
clock: 2026-11-26 15:00     (the person's own time)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_ACT = re.compile(r"(say|tap|clock): ?(.*)")
_FACT = re.compile(r"(name|zone): (.*)")


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that the person does: ``kind`` is the word before the colon."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Script:
    """A story as it is written down."""

    title: str
    name: str
    zone: str
    about: str
    acts: tuple[Act, ...]


def read(path: Path) -> Script:
    """The script in that file; a line that is neither act nor part of one is an error."""
    head, _, body = path.read_text("utf-8").partition("\n\n")
    title, *lines = head.splitlines()
    facts = {found[1]: found[2] for found in map(_FACT.fullmatch, lines) if found}
    about = " ".join(line for line in lines if not _FACT.fullmatch(line))
    return Script(title, facts["name"], facts["zone"], about, tuple(_acts(body)))


def _acts(body: str) -> list[Act]:
    acts: list[Act] = []
    for line in filter(None, (line.rstrip() for line in body.splitlines())):
        found = _ACT.fullmatch(line)
        if found:
            acts.append(Act(found[1], found[2]))
        elif line.startswith("  ") and acts:
            more = line.strip().removeprefix("|")
            acts[-1] = Act(acts[-1].kind, f"{acts[-1].words}\n{more}".lstrip("\n"))
        elif not line.startswith("#"):
            raise ValueError(f"neither an act nor part of one: {line!r}")
    return acts

"""One line of what the doctor says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How bad it is."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at and what came of it; with a warning or a problem the text says what to do."""

    level: Level
    about: str
    text: str

    def __str__(self) -> str:
        return f"{self.level.value:<8} {self.about}: {self.text}"


def ok(about: str, text: str) -> Finding:
    """All is well with that."""
    return Finding(Level.OK, about, text)


def warning(about: str, text: str) -> Finding:
    """The bot works, but somebody should look at it."""
    return Finding(Level.WARNING, about, text)


def problem(about: str, text: str) -> Finding:
    """The bot cannot work like that."""
    return Finding(Level.PROBLEM, about, text)

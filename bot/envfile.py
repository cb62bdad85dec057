"""The .env file, read line by line: a damaged line is reported by its number and never shown."""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import Collection
from pathlib import Path

from dotenv.parser import parse_stream

_NAME = re.compile(r"(?:export\s+)?([A-Z][A-Z0-9_]{0,63})\s*=")


class DotenvError(Exception):
    """The file cannot be used; the text is one line for the person who runs the bot, without any value."""


def read(path: Path) -> dict[str, tuple[int, str]]:
    """Every NAME=value of the file as name -> (line number, value); {} when there is no such file.

    Names are capitals, digits and underscores; a value is on one line, quoted or not, and is taken as it stands.
    Raises DotenvError for a file that cannot be read and for a line that is neither a pair, a comment nor empty.
    """
    found: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(_lines(path), 1):
        if not line or line.startswith("#"):
            continue
        pair = _pair(line)
        if pair is None:
            raise DotenvError(f"{path.name} line {number} cannot be read: expected NAME=value")
        found[pair[0]] = (number, pair[1])
    return found


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise DotenvError(f"{path.name} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise DotenvError(f"{path.name} cannot be read: it is not UTF-8 text") from None
    return [line.strip() for line in text.split("\n")]


def _pair(line: str) -> tuple[str, str] | None:
    """A lone secret pasted without its name may end in "=": only a name in capitals makes a pair."""
    name = _NAME.match(line)
    bindings = list(parse_stream(io.StringIO(line)))
    if name is None or "\0" in line or len(bindings) != 1 or bindings[0].error:
        return None
    return name[1], bindings[0].value or ""


def strangers(found: dict[str, tuple[int, str]], path: Path, known: Collection[str]) -> tuple[str, ...]:
    """One line for each name that is not a setting, with the setting that was probably meant."""
    lines = []
    for name, (number, _) in found.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f", did you mean {near[0]}?" if near else ""
            lines.append(f"{path.name} line {number}: {name} is not a setting of this bot{hint}")
    return tuple(lines)

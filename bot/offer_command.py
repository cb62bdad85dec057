"""python -m bot check FILE...: the check of offers on the terminal."""

from __future__ import annotations

import asyncio
import json
import mimetypes
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot import intake
from bot.core.offer import Finding, Offer, read
from bot.telegram.texts import Texts
from content import load

BAD_FILE = 2  # the exit code where a file cannot be read
_WIDTH = 150  # characters of a quoted sentence


def main(files: Sequence[str], as_json: bool) -> int:
    """Prints what each file states, leaves vague and misses; returns the exit code. Files of every kind that the chat
    takes are read as there, each in a process of its own."""
    found: dict[str, tuple[intake.Joined, Offer]] = {}
    for name in files:
        try:
            whole = _read(Path(name))
        except (OSError, ValueError) as error:
            print(f"{name}: cannot be read: {error}", file=sys.stderr)
            return BAD_FILE
        found[name] = whole, read(whole.text)
    if as_json:
        print(json.dumps({name: _as_json(*each) for name, each in found.items()}, ensure_ascii=False, indent=2))
        return 0
    for name, (whole, offer) in found.items():
        print("\n".join(lines(name, offer, _said(whole))))
    return 0


def _read(path: Path) -> intake.Joined:
    """What stands in the file; ValueError with the chat's own line where nothing can be read."""
    if path.stat().st_size > intake.LIMITS.size:
        raise ValueError(Texts(load().texts).label(intake.TOO_BIG, name=path.name))
    claimed = mimetypes.guess_type(path.name)[0] or ""
    found = asyncio.run(intake.read(path.read_bytes(), path.name, claimed))
    if not found.text:
        problem = found.problem or "intake.empty"
        raise ValueError(Texts(load().texts).label(problem, name=found.name))
    return intake.joined([intake.Piece(1, read=found)])


def _said(whole: intake.Joined) -> list[str]:
    """What was read and what not; nothing about a plain text that was read whole."""
    said = intake.summary(whole, Texts(load().texts).label)
    return said if len(said) > 1 or whole.pieces[0].read is None or whole.pieces[0].read.kind != "txt" else []


def _as_json(whole: intake.Joined, offer: Offer) -> dict[str, Any]:
    return {**asdict(offer), "read": _said(whole), "from_picture": whole.from_picture}


def lines(name: str, offer: Offer, said: Sequence[str] = ()) -> list[str]:
    """The report of one offer, line by line; ``said``: what was read of the file."""
    names = {topic.id: topic.name for topic in load().offer_topics.values()}
    out = [f"{name}", *said, *_summary(offer)]
    for title, chosen in (("Clear", _clear), ("Still open", _open), ("Not in the text", _missing)):
        rows = [found for found in offer.findings.values() if chosen(found)]
        out.append(f"{title} ({len(rows)})")
        out.extend(f"  {names[found.topic]}{_evidence(found)}" for found in rows)
    return [*out, ""]


def _summary(offer: Offer) -> list[str]:
    out = []
    if offer.pay:
        yearly = (
            f", {offer.pay.yearly[0]:,.0f} {offer.pay.currency} a year".replace("  ", " ") if offer.pay.yearly else ""
        )
        out.append(f"Pay: {offer.pay.words}{yearly}")
    if offer.deadline:
        out.append(f"Answer by: {offer.deadline}")
    if offer.several:
        out.append(f"Offers told apart: {'; '.join(name for name, _ in offer.several)}")
    return out


def _clear(found: Finding) -> bool:
    return found.verdict == "stated" and not found.blank


def _open(found: Finding) -> bool:
    return found.verdict == "vague" or found.blank


def _missing(found: Finding) -> bool:
    return found.verdict == "missing"


def _evidence(found: Finding) -> str:
    if not found.sentence:
        return ""
    quoted = found.sentence if len(found.sentence) <= _WIDTH else f"{found.sentence[: _WIDTH - 1]}…"
    why = (
        ", still to be filled in"
        if found.blank
        else f", leaves open: {', '.join(found.vague_words)}"
        if found.vague_words
        else ""
    )
    return f': "{quoted}"{why}'

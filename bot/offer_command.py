"""python -m bot check FILE...: the check of offers on the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bot.core.offer import Finding, Offer, read
from content import load

BAD_FILE = 2  # the exit code where a file cannot be read
_WIDTH = 150  # characters of a quoted sentence
_MOST = 4_000_000  # bytes of a file


def main(files: Sequence[str], as_json: bool) -> int:
    """Prints what each text file states, leaves vague and misses; returns the exit code."""
    reports = {}
    for name in files:
        try:
            reports[name] = read(_text(Path(name)))
        except (OSError, ValueError) as error:
            print(f"{name}: cannot be read: {error}", file=sys.stderr)
            return BAD_FILE
    if as_json:
        print(json.dumps({name: asdict(offer) for name, offer in reports.items()}, ensure_ascii=False, indent=2))
        return 0
    for name, offer in reports.items():
        print("\n".join(lines(name, offer)))
    return 0


def _text(path: Path) -> str:
    if path.stat().st_size > _MOST:
        raise ValueError("the file is too large")
    return path.read_bytes().decode("utf-8-sig", errors="replace")


def lines(name: str, offer: Offer) -> list[str]:
    """The report of one offer, line by line."""
    names = {topic.id: topic.name for topic in load().offer_topics.values()}
    out = [f"{name}", *_summary(offer)]
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

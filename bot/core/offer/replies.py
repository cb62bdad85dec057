"""The employer's reply to the questions about an offer: which of them it settles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import re2

from bot.core.answers import verdict as answer_verdict
from bot.core.offer.keeping import Read, reading
from bot.core.offer.masking import quote
from bot.core.offer.reading import findings
from content import OfferTopic

_NUMBER = re2.compile(r"^\s*(?:q|question |re )?(?P<number>\d{1,2})\s*[.):/-]+\s*(?P<rest>.{0,600})$")
SHORT = 12  # words; so short a reply to the one question is the answer to it


@dataclass(frozen=True, slots=True)
class Reply:
    """``closed``: topic -> the words that settle it; ``unclear``: topic -> the words that leave it open; ``silent``:
    topics that the reply does not speak of; ``read``: all that was found in it, to be joined with the offer."""

    closed: dict[str, str]
    unclear: dict[str, str]
    silent: tuple[str, ...]
    read: Read


def settled(asked: Sequence[str], text: str, topics: Mapping[str, OfferTopic]) -> Reply:
    """Checks a reply against the topics that were asked for, in the order of the questions.

    An answer may give no more than "2. 25 days": a line with a question's number is read as one about its topic.
    """
    read = reading(text, topics)
    for topic, line in _numbered(asked, text).items():
        known, found = read["topics"].get(topic), _as_answer(topics[topic], line, asked)
        if known and known["verdict"] == "stated":
            known["quote"] = quote(line) if known["quote"].strip(" .") in line else known["quote"]
        elif found:
            read["topics"][topic] = found
    told = {id: read["topics"][id] for id in asked if id in read["topics"]}
    closed = {id: found["quote"] for id, found in told.items() if _is_settled(found)}
    unclear = {id: found.get("half", found)["quote"] for id, found in told.items() if id not in closed}
    return Reply(closed, unclear, tuple(id for id in asked if id not in told), read)


def _is_settled(found: Mapping[str, Any]) -> bool:
    return found["verdict"] == "stated" and not found["blank"] and "half" not in found


def answers_one(asked: Sequence[str], text: str) -> bool:
    """Whether a text that nobody announced settles one of the topics by its own words."""
    found = findings(text)
    return any(found[id].verdict == "stated" and not found[id].blank for id in asked if id in found)


def _numbered(asked: Sequence[str], text: str) -> dict[str, str]:
    """The line that answers each topic, by the number of its question; a short reply to the only question is one."""
    found = [m for m in (_NUMBER.match(line) for line in text.splitlines()) if m]
    lines = {asked[int(m["number"]) - 1]: str(m["rest"]) for m in found if 1 <= int(m["number"]) <= len(asked)}
    if not lines and len(asked) == 1 and len(text.split()) <= SHORT:
        return {asked[0]: text}
    return lines


def _as_answer(topic: OfferTopic, line: str, asked: Sequence[str]) -> dict[str, object] | None:
    """What a line says on the topic, read under its name; by the plain rules for answers where that says nothing.

    None for a line that speaks of another of the questions: the reply has numbers of its own.
    """
    alone = {id for id, found in findings(line).items() if found.verdict != "missing"}
    if alone & set(asked) and topic.id not in alone:
        return None
    found = reading(f"{topic.name}: {line}", {topic.id: topic})["topics"].get(topic.id)
    worth, words = answer_verdict(topic.ask_direct, line), quote(line)
    bare = {"words": [], "facts": [], "blank": False, "quote": words}
    if worth == "concrete" or (found and found["verdict"] == "stated" and found["facts"]):
        return {**bare, "facts": found["facts"] if found else [], "verdict": "stated"}
    return {**bare, "verdict": "vague"} if found or worth == "vague" else None

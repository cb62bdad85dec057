"""The time of a half-typed interview: read from words, half said, chosen among several, said anew."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.core import when
from bot.core.lines import read_line, understood
from bot.core.lines.retimed import retimed
from bot.telegram.turn import Turn
from handlers.common import day_words

_SAME = re.compile(r"(?i)\b(?:at )?(?:the )?same (?:time|hour)(?: as before)?\b")


def stored(start: datetime) -> list[str]:
    """An aware datetime as a draft keeps it: its wall time and its IANA zone (UTC for any other offset)."""
    zone = getattr(start.tzinfo, "key", None) or "UTC"
    return [start.astimezone(ZoneInfo(zone)).replace(tzinfo=None).isoformat(), zone]


def instant(stored: list[str]) -> datetime:
    """A stored wall time with its zone, as an aware datetime."""
    return datetime.fromisoformat(stored[0]).replace(tzinfo=ZoneInfo(stored[1]))


def start_of(draft: dict[str, Any]) -> datetime:
    """When it is, as an aware datetime; only for a draft that has a time ("local")."""
    return instant([draft["local"], draft["zone"]])


def told_words(turn: Turn, draft: dict[str, Any]) -> str:
    """The time in the user's words, since a day like "tomorrow" waits for the city; one of a calendar in the bot's."""
    if draft.get("local"):
        start = start_of(draft)
        return f"{day_words(start)}, {start:%H:%M}"
    text = str(draft.get("when_text") or "")
    if text[:4].isdigit():
        found = understood(text, turn.now, turn.zone).start
        return f"{day_words(found)}, {found:%H:%M}" if found else ""
    return " ".join(text[start:end].strip() for start, end in understood(text, turn.now, turn.zone).spans)


def take_when(turn: Turn, draft: dict[str, Any], text: str) -> None:
    """Reads a time. Without the user's zone it is only kept: "tomorrow" depends on where he is."""
    pending = bool(draft.get("when_text") and (draft.get("day") or draft.get("clock")))
    text = _same_time(turn, draft, text)
    reading = _read(turn, draft, text)
    if reading.kind == "nothing":
        draft["why"] = draft.get("why") or "nothing"
        return
    if draft.get("local") and reading.kind == "ask":
        draft["was"] = [draft["local"], draft["zone"]]  # its clock may still be meant: "same time"
    for name in ("choices", "why", "local", "day", "clock"):
        draft.pop(name, None)
    if not (pending and reading.kind == "ask"):  # half an answer does not replace what it answers
        draft["when_text"] = text
    hopeless = reading.kind == "ask" and not reading.choices and reading.day is None and reading.clock is None
    if reading.zone is None and not turn.user.zone and not hopeless:
        draft["need_city"] = True
        return
    take_reading(draft, reading)


def _same_time(turn: Turn, draft: dict[str, Any], text: str) -> str:
    """ "Saturday, same time": with the clock that the interview had, in the user's zone."""
    was = [draft["local"], draft["zone"]] if draft.get("local") else draft.get("was")
    if not was or not turn.user.zone:
        return text
    return _SAME.sub(f"{instant(was).astimezone(ZoneInfo(turn.zone)):%H:%M}", text)


def _read(turn: Turn, draft: dict[str, Any], text: str) -> when.Reading:
    """The text by itself or, where only the day or only the clock was known, together with that."""
    pending = draft.get("when_text")
    if pending and (draft.get("day") or draft.get("clock")):
        return when.follow_up(text, understood(pending, turn.now, turn.zone), turn.now, turn.zone)
    if draft.get("local") and draft.get("interview_id"):  # saved: what is not told anew stays
        return retimed(text, _known(turn, draft), turn.now, turn.zone)
    return understood(text, turn.now, turn.zone)


def take_reading(draft: dict[str, Any], reading: when.Reading) -> None:
    """Keeps an instant, or what is left to choose."""
    if reading.kind == "instant" and reading.start is not None:
        take_instant(draft, reading.start)
        if reading.end is not None:
            draft["length"] = int((reading.end - reading.start).total_seconds() // 60)
        return
    draft["why"] = reading.why
    draft["choices"] = [stored(choice.start) for choice in reading.choices]
    draft["day"] = reading.day.isoformat() if reading.day else None
    draft["clock"] = reading.clock.isoformat("minutes") if reading.clock else None


def take_instant(draft: dict[str, Any], start: datetime) -> None:
    """Keeps the wall time and its zone."""
    local, zone = stored(start)
    draft.pop("was", None)
    draft.update(local=local, zone=zone, choices=[], why="", day=None, clock=None)


def tells_a_time(turn: Turn) -> bool:
    """Whether what was typed is a time of the interview, or a part of it and nothing else: "tomorrow", "Acme, fri 9",
    and "3" where the day is known. "Sunday Times" is a name."""
    reading, own = _read(turn, turn.draft, turn.said), understood(turn.said, turn.now, turn.zone)
    bare = not read_line(turn.said, reading.spans).employer
    return bool(reading.spans) and (bare or bool(own.start or own.clock or own.clocks))


def retime(turn: Turn, draft: dict[str, Any], text: str) -> bool:
    """Another time for a draft that has one: only a clock means the same day, only a day the same clock. False where
    no time can be read."""
    if _SAME.fullmatch(text.strip(" .!")):
        return True  # as it is on the card
    reading = retimed(text, _known(turn, draft), turn.now, turn.zone)
    if reading.kind == "nothing" or (reading.kind == "ask" and not reading.choices):
        return False
    was = [draft["local"], draft["zone"]]
    take_reading(draft, reading)
    if reading.kind == "ask":
        draft.update(local=None, was=was)
    return True


def _known(turn: Turn, draft: dict[str, Any]) -> datetime:
    """The time that the draft has, in the zone in which people speak of it: an event's own is often UTC."""
    start = start_of(draft)
    return start.astimezone(ZoneInfo(turn.zone)) if draft["zone"] == "UTC" else start


def has_time(draft: dict[str, Any]) -> bool:
    """Whether there is a time, or was one before another was half said."""
    return bool(draft.get("local") or draft.get("was"))


def as_before(draft: dict[str, Any]) -> None:
    """What was half said of another time is dropped: the one that was known counts."""
    if not draft.get("local") and draft.get("was"):
        take_instant(draft, instant(draft["was"]))


def place_anew(draft: dict[str, Any]) -> None:
    """The city is asked again: what was read by the clock of the former one waits for it."""
    if draft.get("when_text"):
        draft.update(local=None, was=None, choices=[], need_city=True)


def city_known(turn: Turn, draft: dict[str, Any]) -> None:
    """The zone has come in: read the time that waited for it."""
    draft.pop("need_city", None)
    if draft.get("local") and draft.get("zone") == "UTC":  # as an event stores it; people think in their own zone
        take_instant(draft, instant([draft["local"], "UTC"]).astimezone(ZoneInfo(turn.zone)))
    if draft.get("when_text") and not draft.get("local"):
        take_when(turn, draft, draft["when_text"])

"""The child process: shut in, reads one file from standard input, answers on standard output, ends."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import fields
from typing import Any, BinaryIO

from bot.intake import cage, frames
from bot.intake.model import (
    EMPTY,
    HOSTILE,
    MB,
    MEMORY,
    PICTURE_KIND,
    PICTURES,
    TIME,
    UNKNOWN,
    LeftOut,
    Limits,
    Read,
    Unreadable,
)
from bot.intake.names import shown
from bot.intake.readers.job import Job, Text
from bot.intake.sniff import sniff


def main() -> None:
    """Reads the request's header, takes on its limits, then reads the file itself."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)  # what a library prints is not an answer
    header = frames.unpack(_head(source)) or {}
    limits = Limits(**{field.name: header["limits"][field.name] for field in fields(Limits)})
    ocr = bool(header["ocr"])
    memory, cpu = (limits.picture_memory, limits.picture_cpu) if ocr else (limits.text_memory, limits.text_cpu)
    cage.shut_in(memory, cpu, idle=ocr)
    answer = _answer(source.read(int(header["size"])), ocr, limits)
    sink.write(frames.pack(answer))
    sink.flush()
    os._exit(0)  # nothing to tidy up, and libraries take their time over it


def _head(source: BinaryIO) -> bytes:
    head = source.read(frames.HEAD.size)
    return head + source.read(frames.HEAD.unpack(head)[0])


def _answer(data: bytes, ocr: bool, limits: Limits) -> dict[str, Any]:
    """What the parent gets: a ``Read`` as JSON, and whether pictures wait to be read."""
    from bot.intake.readers.tidy import tidy

    wall = limits.picture_wall if ocr else limits.text_wall
    job = Job(limits, ocr, time.monotonic() + wall * 0.7, _inside)
    job.parts_left, job.pictures_left, job.pages_left = limits.parts, limits.pictures, limits.picture_pages
    events: list[dict[str, Any]] = []
    try:
        found = _inside(data, job)
        found.text = tidy(found.text[: limits.text * 4])
        events = _events(found)
        problem = "" if found.text or job.wants_ocr else _why_empty(found)
    except Unreadable as error:
        found, problem = Text(_known(data)), error.problem
    except MemoryError:
        found, problem = Text(""), MEMORY
    except RecursionError:
        found, problem = Text(""), HOSTILE
    return {"read": _as_read(found, problem, limits, events).as_json(), "wants_ocr": job.wants_ocr}


def _events(found: Text) -> list[dict[str, Any]]:
    """What stands in the calendar; one that is hostile does not spoil the mail around it."""
    if not found.calendar:
        return []
    from bot.intake import calendars

    try:
        return calendars.events(found.calendar)
    except Unreadable:
        if found.text:
            return []
        raise


def _known(data: bytes) -> str:
    """The kind of a file that was not read, where its first bytes say it."""
    kind = sniff(data)
    return "" if kind in ("zip", "ole", "picture", "binary") else kind


def _why_empty(found: Text) -> str:
    if found.calendar:
        return ""
    return found.left_out[0].problem if found.left_out else EMPTY


def _as_read(found: Text, problem: str, limits: Limits, events: list[dict[str, Any]]) -> Read:
    return Read(
        kind=found.kind,
        text=found.text[: limits.text],
        pages=found.pages,
        pages_total=found.pages_total,
        unreadable=tuple(found.unreadable),
        from_picture=found.from_picture,
        problem=problem,
        left_out=tuple(LeftOut(shown(part.name), part.problem) for part in found.left_out[:20]),
        cut=len(found.text) > limits.text,
        pictures=found.pictures,
        calendar=bool(found.calendar),
        events=tuple(events),
    )


def _inside(data: bytes, job: Job) -> Text:
    """Reads a file, or one that is inside another, by what it is."""
    if not data.strip():
        raise Unreadable(EMPTY)
    if job.late:
        raise Unreadable(TIME)
    kind = sniff(data)
    if kind in PICTURES:
        from bot.intake.readers import picture

        return picture.read(data, kind, job)
    refused = {"picture": PICTURE_KIND, "binary": UNKNOWN}.get(kind)
    if refused:
        raise Unreadable(refused)
    return _text_kinds(data, kind, job)


def _text_kinds(data: bytes, kind: str, job: Job) -> Text:
    """Each reader is imported only when it is needed: half of the time is imports."""
    if kind == "ics":
        from bot.intake.readers.plain import decode

        return Text("ics", calendar=decode(data[: 2 * MB]))
    if kind == "txt":
        from bot.intake.readers.plain import decode

        return Text("txt", decode(data))
    if kind == "zip":
        return _zipped(data, job)
    if kind == "ole":
        from bot.intake.readers import msg

        return msg.read(data, job)
    from importlib import import_module

    return import_module(f"bot.intake.readers.{kind}").read(data, job)  # type: ignore[no-any-return]


def _zipped(data: bytes, job: Job) -> Text:
    from bot.intake.readers import docx, odt
    from bot.intake.readers.zips import Zip

    archive = Zip(data, job.limits)
    if docx.is_docx(archive.names):
        return docx.read(archive, job)
    if odt.is_odt(archive.names):
        return odt.read(archive, job)
    raise Unreadable(UNKNOWN)

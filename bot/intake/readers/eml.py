"""EML: the words of a mail, then what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from typing import Any

from bot.intake.model import DAMAGED, HOSTILE, TOO_BIG, LeftOut, Unreadable
from bot.intake.readers import html
from bot.intake.readers.job import Job, Text
from bot.intake.readers.plain import decode

_MOST_HEADERS = 64 * 1024
_CONTAINER = re.compile(rb"^content-type:\s*(?:multipart/|message/rfc822)", re.IGNORECASE | re.MULTILINE)
_MOST_CONTAINERS = 20
_SMALL_PICTURE = 30_000  # bytes: logos and signatures are smaller than a photographed letter
_WEIRD = (MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError, AssertionError)
_ICS = ("text/calendar", "application/ics")


def read(data: bytes, job: Job) -> Text:
    """Text where the mail has it, else its HTML; attachments are read too."""
    if len(_CONTAINER.findall(data)) > _MOST_CONTAINERS:
        raise Unreadable(HOSTILE)
    try:
        message = message_from_bytes(_cut_headers(data), policy=policy.compat32)
    except (*_WEIRD, RecursionError) as error:
        raise Unreadable(DAMAGED) from error
    return _mail(message, job)


def _cut_headers(data: bytes) -> bytes:
    """A mail's headers end at the first empty line; what goes on for ever without one is no header."""
    data = re.sub(rb"\A(?:\s*\n|From [^\n]{0,200}\n)+", b"", data)
    end = re.search(rb"\r?\n[ \t]*\r?\n", data[: _MOST_HEADERS * 4])
    if end is None or end.start() <= _MOST_HEADERS:
        return data
    last = data.rfind(b"\n", 0, _MOST_HEADERS)
    return data[: max(last, 0)] + data[end.start() :]


def _mail(message: Any, job: Job) -> Text:
    body, attached = _split(message, job)
    whole = Text("eml", body)
    for part in attached:
        _attach(whole, part, job)
    return whole


def _split(message: Any, job: Job) -> tuple[str, list[Any]]:
    """The body's text, and the parts that are attachments, in order."""
    texts: list[str] = []
    attached: list[Any] = []
    for part in _leaves(message, job):
        job.parts_left -= 1
        if job.parts_left < 0:
            raise Unreadable(TOO_BIG)
        kind = part.get_content_type()
        named = bool(_name(part)) or str(part.get("content-disposition", "")).lower().startswith("attachment")
        if kind.startswith("text/") and kind not in _ICS and not named:
            texts.append(_text(part, kind, job))
        else:
            attached.append(part)
    return "\n\n".join(text for text in texts if text.strip()), attached


def _leaves(message: Any, job: Job) -> Iterator[Any]:
    """Parts that hold something. Of alternatives the plain one, if it says anything; a mail within is one leaf."""
    if not message.is_multipart() or message.get_content_maintype() == "message":
        yield message
        return
    parts = message.get_payload()
    if message.get_content_subtype() == "alternative":
        parts = _best(parts, job)
    for part in parts:
        yield from _leaves(part, job)


def _best(parts: list[Any], job: Job) -> list[Any]:
    plain = [p for p in parts if p.get_content_type() == "text/plain" and len(_text(p, "text/plain", job).strip()) > 40]
    rich = [p for p in parts if p.get_content_type() != "text/plain" and p.get_content_type() not in _ICS]
    calendars = [p for p in parts if p.get_content_type() in _ICS]
    return [*(plain[:1] or rich[-1:] or parts[:1]), *calendars]


def _text(part: Any, kind: str, job: Job) -> str:
    text = decode(_payload(part), _param(part, "charset"))
    if kind == "text/html":
        return html.plain(text, job.limits)
    if _param(part, "format").lower() == "flowed":
        return _unfold(text, _param(part, "delsp").lower() == "yes")
    return text


def _unfold(text: str, delete: bool) -> str:
    """Lines that end in a blank go on in the next one (RFC 3676); the signature's "-- " does not."""
    lines: list[str] = []
    going = False
    for line in text.splitlines():
        line = line.removeprefix(" ")
        lines[-1:] = [lines[-1] + line] if going and lines else [*lines[-1:], line]
        going = line.endswith(" ") and line != "-- "
        if going and delete:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def _attach(whole: Text, part: Any, job: Job) -> None:
    kind, name = part.get_content_type(), _name(part)
    if kind == "message/rfc822" or part.get_content_maintype() == "message":
        _nest(whole, part, name, job)
        return
    data = _payload(part)
    picture = kind.startswith("image/")
    if not data or (picture and len(data) < _SMALL_PICTURE):
        return
    job.attach(whole, name or kind, data)


def _nest(whole: Text, part: Any, name: str, job: Job) -> None:
    inner = part.get_payload()
    if not isinstance(inner, list):
        return
    if job.level >= job.limits.nested:
        whole.left_out.append(LeftOut(name or "mail", TOO_BIG))
        return
    job.level += 1
    for message in [message for message in inner if isinstance(message, Message)]:
        whole.take(_mail(message, job))
    job.level -= 1


def _payload(part: Any) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except _WEIRD:
        data = None
    return data if isinstance(data, bytes) else b""


def _name(part: Any) -> str:
    try:
        return str(part.get_filename() or "")
    except _WEIRD:
        return ""


def _param(part: Any, name: str) -> str:
    try:
        return str(part.get_param(name) or "")
    except _WEIRD:
        return ""

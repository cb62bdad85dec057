"""How one joins by wire: the link of a video call, and the number with its code to call in."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import re2

CAP = 8000
URL = re2.compile(
    r"(?i)\b(?:https?://|www\.)[^\s<>\"]+|\b(?:[a-z0-9-]+\.)?(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com)/[^\s<>\"]+"
)
_CALL = re2.compile(
    r"(?i)^(?:https?://)?(?:"
    r"[a-z0-9.-]*zoom(?:gov)?\.(?:us|com)/(?:j|my|w|s|wc)/|meet\.google\.com/[a-z]|teams\.(?:microsoft|live)\.com/"
    r"(?:l/meetup-join|meet|_#/l/meetup-join|dl/launcher)|[a-z0-9.-]*webex\.com/|whereby\.com/|meet\.jit\.si/"
    r"|meet\.goto\.com/|(?:global\.|app\.)?gotomeeting\.com/|join\.skype\.com/|meet\.lync\.com/|chime\.aws/"
    r"|[a-z0-9.-]*bluejeans\.com/|v\.ringcentral\.com/join|calendly\.com/events/|[a-z0-9.-]*\.daily\.co/"
    r"|facetime\.apple\.com/join|[a-z0-9.-]*livestorm\.co/|[a-z0-9.-]*hirevue\.com/)"
)
# Links that invitations carry beside the one to join by.
_BESIDE = re2.compile(
    r"(?i)cancel|re-?schedul|unsubscrib|/privacy|/terms|/support|/help|maps\.|/maps|calendar/(?:event|render|r/)"
    r"|aka\.ms/|meetingoptions|dialin\.|tel\.meet|zoom\.us/u/|zoom\.us/(?:download|test)|/download|localnumbers|\.ics\b"
    r"|linkedin\.com|facebook\.com|twitter\.com|instagram\.com|/calendar\?|addevent|learn\.more|eventedit"
)
_SHIELDS = ("safelinks.protection.outlook.com", "www.google.com", "urldefense.com")
_NUMBER = re2.compile(r"(\+\d[\d ()./-]{5,22}\d|\b0\d[\d ()/-]{6,18}\d|\b1[ -]\d{3}[ -]\d{3}[ -]\d{4})")
_CUE = re2.compile(
    r"(?i)\b(?:dial(?:[ -]?in)?|call in|join by (?:phone|telephone)|by (?:phone|telephone)|one[ -]tap|audio only"
    r"|phone conference|conference call|telephone number|phone numbers?|dial by|or dial|or call|telefon)\b"
)
_TAPPED = re2.compile(r"(\+?\d[\d ()-]{6,20}\d)\s*,,\s*(\d[\d ]{3,14})#?(?:[,*\s]*\*?(\d{3,10})#)?")
_CODE = re2.compile(
    r"(?i)\b(?:(?:phone )?conference id|conference code|access code|participant code|pin|meeting id|konferenz-id)"
    r"\s*[:#]?\s*(\d[\d ]{2,16}\d)"
)
_MEETING = re2.compile(r"(?i)\bmeeting id\s*:?\s*(\d[\d -]{6,18}\d)")
_PASSCODE = re2.compile(r"(?i)\b(?:pass ?code|password)\s*:\s*([^\s,;]{3,20})")


def links(text: str) -> Iterator[str]:
    """Every link of the text, unwrapped where a mail program put it into one of its own."""
    for found in URL.finditer(text[:CAP]):
        yield _unwrapped(str(found.group(0)).rstrip(".,;:)>]*_'’”"))


def _unwrapped(link: str) -> str:
    if not host(link).endswith(_SHIELDS):
        return link
    asked = parse_qs(link.partition("?")[2])
    inner = next((asked[name][0] for name in ("url", "q", "u") if asked.get(name)), "")
    return inner if inner.startswith("https://") and host(inner) else link


def host(link: str) -> str:
    """Where a link leads; "" where that cannot be read."""
    try:
        return urlsplit(link if "://" in link else f"https://{link}").hostname or ""
    except ValueError:
        return ""


def link_in(text: str) -> str:
    """The link to join by: that of a known kind of call, else the first that is nothing else; "" without one."""
    found = [link for link in links(text) if not _BESIDE.search(link)]
    return next((link for link in found if is_call(link)), found[0] if found else "")


def is_call(link: str) -> bool:
    """Whether the link is that of a video call of a known kind."""
    return bool(_CALL.search(link.strip()))


def is_link(text: str) -> bool:
    """Whether the text is a link and nothing else."""
    return " " not in text.strip() and bool(URL.match(text.strip()))


def dial_in(text: str) -> str:
    """Number and code to call in ("+49 69 1234567, 123 456 789#"); without a number, but with the ID of a meeting that
    needs a code, "ID 123 456 789, passcode x7"; "" where neither is told."""
    text = text[:CAP].replace("\u00a0", " ").replace("\x00", " ")
    number, code = _called(text)
    if number:
        return f"{number}, {code}#" if code else number
    meeting, passcode = _MEETING.search(text), _PASSCODE.search(text)
    if meeting is None or link_has_code(text):
        return ""
    words = f"ID {_blanks(meeting.group(1))}"
    return f"{words}, passcode {passcode.group(1)}" if passcode else words


def link_has_code(text: str) -> bool:
    """Whether there is a link that carries the code in it: then nobody types an ID."""
    return any(is_call(link) and ("pwd=" in link or "zoom" not in link) for link in links(text))


def _called(text: str) -> tuple[str, str]:
    """(the first number to call, its code), as the text has them; only near words that say it is one to call in."""
    tapped = _TAPPED.search(text)
    rows = text.splitlines()
    near = [number for number, row in enumerate(rows) if _CUE.search(row)]
    shown = next((found for at in near for row in rows[at : at + 5] if (found := _number(row))), "")
    if tapped is None and not shown:
        return "", ""
    after = text[text.find(shown) :] if shown else text
    code = tapped.group(2) if tapped else ""
    told = _CODE.search(after) or _CODE.search(text)
    return shown or _blanks(tapped.group(1)), _blanks(code or (told.group(1) if told else ""))


def _number(row: str) -> str:
    """The number to call in a row; the ID of a meeting is none."""
    meeting = _MEETING.search(row)
    found = _NUMBER.search(row[: meeting.start()] if meeting else row)
    return _blanks(found.group(1)) if found else ""


def _blanks(text: str) -> str:
    return " ".join(text.split())

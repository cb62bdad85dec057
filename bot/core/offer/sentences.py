"""The sentences of whatever was sent: a letter, a mail, a chat, notes, a table; each with the heading above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import re2

from bot.core.offer.pieces import pieces, unnumbered
from bot.core.offer.scan import raw

CAP = 80_000  # characters that are read
_STRAIGHT = {
    "’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "\u200b": "", "\ufeff": "", "\u00ad": "", "\r": "", "\f": "\n", "\u2028": "\n", "✅": "•", "➡": "•", "→": ":",
    "●": "•", "▪": "•", "◦": "•", "‣": "•", "∙": "•", "·": "•", "\uf0b7": "•", "✔": "•", "✓": "•", "\x00": "",
}  # fmt: skip
_CROOKED = re.compile(f"[{re.escape(''.join(_STRAIGHT))}]")
_BULLET = re.compile(r"^\s*(?:[•*+>|]+|-{1,2}(?:\s|$)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|#{1,6}\s)\s*")
_LABEL = re2.compile(
    r"^\s*([A-Za-z][A-Za-z0-9 /&'()+.-]{0,44}?)\s*(?:\t+|\s\|\s|\.{3,}\s?|\s{3,}|\s?=\s|:\s|:$|\s-{1,2}\s)\s*(\S.*)?$"
)
_LABEL_SIGNS = (":", "\t", " |", "...", "   ", "=", " -")  # one of them ends a label
_TITLED = re2.compile(  # "Base pay. You will be paid ..."
    r"^\s*([A-Z][A-Za-z]+(?: [A-Za-z]+){0,3})\.\s+([A-Z0-9£$€\"'(].{10,})$"
)
_SHORT_FORM = ("St", "Mt", "Ft", "Dr", "Mr", "Mrs", "Ms", "Prof", "Sr")  # "St. Brigid": no title
_CLOSING = re.compile(
    r"(?i)^\W*(?:(?:kind|best|warm|warmest|many|with)\s+(?:kind\s+|best\s+|warm\s+)?(?:regards|wishes|thanks)"
    r"|regards|sincerely|yours|best|cheers|yours (?:sincerely|faithfully|truly)"
    r"|respectfully|thanks|thank you|sent from my .*|on behalf of .*|for and on behalf.*|warmly|mit freundlichen .*"
    r"|br|kr|rgds),?\W*$"
)
_SIGNED = re.compile(  # "Best, Tom (director)" at the end of a line
    r"^\W*(?i:(?:(?:kind|best|warm|warmest|many|with)\s+)*(?:regards|wishes|thanks|greetings|sincerely|best|cheers|yours)"
    r"(?:\s+(?:sincerely|faithfully|truly))?(?:\s+(?:from|again)\b[^,]{0,30})?)\s*[,!-]?\s+[A-ZÀ-Þ][^\d:?]{0,70}$"
)
_BY_HAND = r"(?: (?:for|of|on behalf of|by (?:the|you|us|me)\b)[\w' ]{0,25})?\s*[:.]?\s*[_.…]{3,}"
_FORM = re.compile(  # "I accept: ____ Date: ____", the slip at the end of a letter
    r"(?i)^\W*(?:i,? )?(?:(?:hereby|do|wish to) )*(?:(?:accept|agree to|decline)(?: (?:this|the|your|these|above))*"
    r"(?: (?:offer|position|job|terms))?|accepted(?: and agreed)?|acceptance|agreed|acknowledged|signed|signature|name"
    rf"|print(?:ed)? name|date|place|witness){_BY_HAND}"
    rf"(?:\s*(?:signed|signature|name|print(?:ed)? name|date|place|witness|time){_BY_HAND})*\W*$"
)
_DEAR = re.compile(r"(?i)^\W*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|to whom)\b.{0,50}$")
_HEADER = re.compile(r"(?i)^\W*(?:from|to|cc|bcc|sent|date|reply-to|received|message-id|x-\w+|importance)\s*:")
_SUBJECT = re.compile(r"(?i)^\W*(?:subject|re|fwd?|betreff|sub)\s*:\s*")
_STAMP = re.compile(  # a sum of money is none
    r"^[^\w£$€¥₹₽₦₱₪₺₩฿₫₵₴]*(?:\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+)?\[?\(?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?\]?\)?\s*-?\s+"
)
_WAGED = re.compile(
    r"(?i)^\W*\d{1,2}[.:]\d\d(?:\s*(?:-|to|till|until)|\s?(?:an?|per|each|every|for (?:each|every|an)|/|ph"
    r"|p\.h|basic|base|euro|pound|start|plus|net"
    r"|gross|on|h\b|\w+ly\b))"
)
_SPEAKER = re2.compile(r"^\W{0,3}([A-Za-z][A-Za-z .'()&-]{0,36}?)\s*(?:\([^)]{0,20}\))?\s*:\s+")
_MINE = frozenset("me i myself candidate applicant us".split())
_NAMED = frozenset(("candidate", "applicant"))
_THEIRS = frozenset("recruiter hr hm them hiring recruiting talent headhunter".split())
_ROLES = frozenset("manager employer company agent agency owner boss".split())  # in notes they are mostly labels
_NOW = re2.compile(
    r"(?i)^\W*(?:(?:my|your|his|her|at|in|on|for) )*(?:current(?:ly)?|present(?:ly)?|existing|previous(?:ly)?|old|last"
    r"|former|prior|before|was(?: on)?|today|(?:right |as of )?now|(?:me|mine) (?:now|today|currently)|mine"
    r"|at the moment|ex|status quo|stay(?:ing)?|(?:what|where) i(?: am|'m|m)(?: on| at)?(?: now| today)?"
    r"|what i (?:have|get|earn)(?: now| today| currently)?|coming from|from"
    r"|(?:as )?you(?:'ve| have| had)? (?:told|gave|said|informed|mentioned|wrote|stated)(?: to)?(?: us| me)?)"
    r"(?: (?:job|role|company|employer|salary|comp|tc|pay|base|position|package|offer|on|place|gig|situation|work"
    r"|terms|deal|one|ctc|compensation|post|year|contract|status|conditions))*"
    r"(?:\s*\([^)]{0,40}\))?(?:\s+(?:at|with|in|for)\s+.{1,30})?\W*$"
)

_UNSAID = re2.compile(  # over or before what was not told: "Still to ask:"
    r"(?i)^\W*(?:(?:and|also|still|my|our|the|things?|stuff|points?|what|open|other|remaining|last|to|i|we|must"
    r"|should|need) )*(?:ask(?: them| her| him| hr)?|questions?|qs|clarify|check|be (?:clarified|asked)(?: by \w+)?"
    r"|unclear|unknowns?|unanswered|not (?:yet )?(?:told|said|mentioned|discussed|known|clear|covered|asked)|find out"
    r"|(?:they|she|he|nobody) (?:haven't|hasn't|didn't|did not|have not|never) (?:tell|told|say|said|mention|mentioned"
    r"|name|named)(?: me| us)?|(?:couldn't|could not|didn't|did not|forgot to) (?:find out|ask|get))(?: yet)?\W*$"
)


@dataclass(slots=True)
class Sentence:
    """One sentence or table row. ``heading`` says what it is about; ``mine``: the candidate's own words in a chat;
    ``asked``: a question; ``present``: of the present job, or still to be asked; ``head``: stands in a letterhead or
    signature."""

    words: str
    heading: str = ""
    mine: bool = False
    asked: bool = False
    present: bool = False
    head: bool = False
    line: int = 0
    label: str = ""


@dataclass(slots=True)
class _State:
    heading: str = ""
    heading_age: int = 0
    present: bool = False
    closing: int = 0
    spoken: bool = False
    mine: bool = False
    contents: bool = False  # the lines are a table of contents
    speakers: frozenset[str] = field(default_factory=frozenset)


def clean(text: str) -> str:
    """Straight quotes and dashes, plain blanks, no invisible characters; at most CAP characters."""
    return _CROOKED.sub(lambda found: _STRAIGHT[found.group(0)], text[:CAP])


def sentences(text: str) -> list[Sentence]:
    """All sentences of a text made by :func:`clean`, in order."""
    lines = _joined(text.split("\n")[:_LINES])
    state = _State(speakers=_speakers(lines))
    body = next((n for n, line in enumerate(lines[:25]) if _DEAR.match(line)), 0)
    found: list[Sentence] = []
    for number, line in enumerate(lines):
        found.extend(_of_line(line, number, number < body, state))
    return found


_LINES = 4000


def _joined(lines: list[str]) -> list[str]:
    """Lines that a mail program or a scan has wrapped are put together again; quote marks go."""
    lines = [_unmarked(line) for line in lines]
    width = _wrap_width(lines)
    out: list[str] = []
    size = 0
    for line in lines:
        if out and line.strip() and _goes_on(out[-1], size, line, width):
            out[-1] = f"{out[-1].rstrip()} {line.strip()}"[:20_000]
        else:
            out.append(line)
        size = len(line.rstrip())
    return out


def _unmarked(line: str) -> str:
    """Without quote marks, emphasis and the borders of a table."""
    line = line.lstrip("> ") if line.startswith(">") else line
    if "**" in line or "__" in line:
        line = line.replace("**", "").replace("__ ", " ") if "___" not in line else line.replace("**", "")
    if "|" in line:
        cells = [cell.strip() for cell in line.split("|") if cell.strip()]
        return ": ".join(cells) if len(cells) == 2 and len(cells[0].split()) <= 5 else " | ".join(cells)
    return line


def _wrap_width(lines: list[str]) -> int:
    """The width at which lines were wrapped; 0 where they were not."""
    sizes = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(sizes) < 5 or sizes[-1] > 130:
        return 0
    top = sizes[-1]
    return top if top >= 50 and sum(size > 0.8 * top for size in sizes) >= max(4, len(sizes) // 5) else 0


_DANGLING = re.compile(
    r"(?i)(?:[,&]|\b(?:the|a|an|of|to|and|or|with|for|in|on|at|by|from|your|our|per|is|are|be|will|as|that|which"
    r"|plus|any|not|than|us|this|between))$"
)


def _goes_on(last: str, size: int, line: str, width: int) -> bool:
    """The line goes on with the one before, whose last piece is ``size`` long."""
    last = last.rstrip()
    if (
        not last
        or last[-1] in ".:;!?|"
        or _BULLET.match(line)
        or _LABEL.match(line)
        or _SPEAKER.match(line)
        or _STAMP.match(line)
    ):
        return False
    small = not line.strip()[0].isupper()
    if _DANGLING.search(last[-24:]):
        return size > 24 and (small or not last.endswith(","))
    if not width or size < 0.7 * width:
        return False
    return small or (size > 0.8 * width and not _is_heading(line.strip()))


def _speakers(lines: list[str]) -> frozenset[str]:
    """Labels that are people: they come again and again, or are words for one."""
    seen: dict[str, int] = {}
    for line in lines:
        found = _SPEAKER.match(raw(_STAMP.sub("", line))) if ":" in line else None
        if found:
            name = _text(found.group(1)).lower()
            seen[name] = seen.get(name, 0) + 1
    theirs = any(name.split()[0] in _THEIRS | _ROLES for name in seen)
    for name in _NAMED & seen.keys():
        if seen[name] == 1 and not theirs:
            del seen[name]  # the head of a form: nobody answers him
    talk = bool(seen.keys() & _MINE)
    return frozenset(
        name
        for name, count in seen.items()
        if name in _MINE
        or name.split()[0] in _THEIRS
        or (talk and name.split()[0] in _ROLES)
        or (count > 1 and len(name.split()) < 5)
    )


def _of_line(line: str, number: int, before: bool, state: _State) -> Iterator[Sentence]:
    line = str(_STAMP.sub("", line)) if _STAMP.match(line) and not _WAGED.match(line) else line
    bullet = _BULLET.match(line)
    bare = line[bullet.end() :].strip() if bullet else line.strip()
    bare = unnumbered(bare)
    listed = bullet is not None and bullet.group(0).strip() in _POINTS and not bare.endswith((":", "*"))
    if not bare.strip("-=_*~ .#"):
        _rest(state, bool(line.strip("_ ")) and not bare)
        return
    state.contents = _is_entry(line) if state.contents else _begins_contents(line)
    if (
        state.contents
        or ("...." in line and _LEADERS.search(line))
        or (_HEADER.match(bare) and not _LABEL_DATE.match(bare))
    ):
        return
    if ("__" in bare or "..." in bare) and _FORM.match(bare):
        return
    if _DEAR.match(bare) and len(bare) < 40:
        state.closing = 0
        return
    if _CLOSING.match(bare):
        state.closing = 6
        return
    bare = _said(bare, state)
    subject = _SUBJECT.match(bare)
    if subject:
        bare, before = bare[subject.end() :], False
    state.closing = max(0, state.closing - 1) if len(bare) < 60 and not _LABEL.match(bare) else 0
    head = state.closing > 0 or before
    yield from _rows(bare.strip("*# "), number, head, state, listed)


_POINTS = ("-", "•", "*", "+", "--")  # an item of a list is no heading of the next
_CONTENTS = re.compile(r"(?i)^(?:[a-z ]{0,40}\W+)?(?:table of )?contents\W*$")
_LEADERS = re.compile(r"[a-zA-Z)]\s?\.{4,}\s?\d{1,3}\s*$")  # "Holidays .......... 4"
_ENTRY = re.compile(r"(?i)^\W*(?:(?:article|section|clause|part|schedule|annex|chapter)\s+)?\d{1,2}[.)]?\s+[A-Z]")


def _begins_contents(line: str) -> bool:
    """The heading of a table of contents."""
    return len(line) < 60 and line.rstrip(" :*#-_").lower().endswith("contents") and bool(_CONTENTS.match(line))


def _is_entry(line: str) -> bool:
    """A line of a table of contents: a number and a few words that say nothing."""
    return bool(_ENTRY.match(line)) and len(line.split()) <= 8 and line.rstrip()[-1] not in ".:;!?"


_LABEL_DATE = re2.compile(r"(?i)^\W*(?:from|date)\s*:\s*\W*(?:\d{1,2}|[a-z]{3,9} \d)")


def _rest(state: _State, ruled: bool) -> None:
    """An empty line ends the talk of the present job, and a heading some lines later."""
    state.present = False
    state.heading_age += 3
    if state.heading_age > 8 or ruled:
        state.heading = ""


def _said(line: str, state: _State) -> str:
    """The line without the name of who says it."""
    found = _SPEAKER.match(raw(line)) if state.speakers and ":" in line else None
    if not found or _text(found.group(1)).lower() not in state.speakers:
        return line
    state.mine = _text(found.group(1)).lower() in _MINE
    state.spoken = True
    return line[found.end() :]


def _rows(line: str, number: int, head: bool, state: _State, listed: bool) -> Iterator[Sentence]:
    if not line:
        return
    if not (listed or head or state.mine) and _is_heading(line):
        state.heading, state.heading_age = line.rstrip(": -"), 0
        state.present = _is_no_offer(line)
    label, rest = _label(line)
    words = f"{label}: {rest}" if rest else line
    present = state.present or bool(label and _is_no_offer(label))
    state.heading_age += 1
    heading = state.heading if state.heading and state.heading_age <= 9 and not line.startswith(state.heading) else ""
    for piece in pieces(words):
        signed = _is_signature(piece)
        yield Sentence(
            piece, heading, state.mine, _asks(piece), present, head or signed, number,
            label if rest and not signed else "",
        )  # fmt: skip


def _is_no_offer(heading: str) -> bool:
    """A heading or label of the present job, or of what is still to be asked."""
    data = raw(heading)
    return bool(_NOW.match(data) or _UNSAID.match(data))


def _label(line: str) -> tuple[str, str]:
    """The label that a line begins with, and what it labels; "" where there is none."""
    data = raw(line)
    found = _LABEL.match(data) if any(sign in line for sign in _LABEL_SIGNS) else None
    if not found and (". " in line or ".\t" in line):
        found = None if line.lstrip().split(".", 1)[0] in _SHORT_FORM else _TITLED.match(data)
    return (_text(found.group(1)).strip(), _text(found.group(2) or "")) if found else ("", "")


def _text(part: str | bytes) -> str:
    return part if isinstance(part, str) else part.decode()


_TELLING = frozenset("is are was were per as not yes only free included tbd tbc none nil no".split())


def _is_heading(line: str) -> bool:
    """A short line that names what follows: "Benefits:", "4. Notice period", "HOURS"; a row of a table does not."""
    words = line.split()
    if not words or len(words) > 6 or len(line) > 60 or line[-1] in ".!?;," or "   " in line or "\t" in line:
        return False
    if line.endswith(":"):
        return True
    if len(words) > 5 or any(c.isdigit() for c in line) or ":" in line or not line[0].isupper():
        return False
    return _TELLING.isdisjoint(words)


def _is_signature(words: str) -> bool:
    """A greeting and the one who greets: whoever signs is not the candidate, and his title is not on offer."""
    return len(words) < 110 and bool(_SIGNED.match(words))


def _asks(words: str) -> bool:
    return words.rstrip("\"') ").endswith("?")

"""HTML: what a reader of the page would see."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from bot.intake.model import TOO_BIG, Limits, Unreadable
from bot.intake.readers.job import Job, Text
from bot.intake.readers.plain import decode
from bot.intake.readers.tidy import row

_MOST = 8 * 1024 * 1024
_MOST_OPEN = 20
_VOID = set("area base br col embed hr img input link meta param source track wbr".split())
_BLOCK = set(
    "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "html li main nav ol p pre section table tbody tfoot thead title tr ul".split()
)
_UNSEEN = set("script style template noscript head object svg math iframe select textarea".split())
_CLOSES = {
    "li": {"li"}, "p": {"p"}, "td": {"td", "th"}, "th": {"td", "th"}, "tr": {"tr", "td", "th"}, "dt": {"dt", "dd"},
    "dd": {"dt", "dd"}, "body": {"head"}, "option": {"option"},
}  # fmt: skip
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)"
    r"|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


def read(data: bytes, job: Job) -> Text:
    """The visible text; rows of tables stay together."""
    found = _CHARSET.search(data[:4096])
    return Text("html", plain(decode(data, found[1].decode("ascii") if found else ""), job.limits))


def plain(source: str, limits: Limits) -> str:
    """The visible text of an HTML source."""
    if len(source) > _MOST:
        raise Unreadable(TOO_BIG)
    reader = _Reader(limits.text)
    reader.feed(_without_open_end(_without_comments(source)))
    reader.close()
    return reader.text()


def _without_comments(source: str) -> str:
    """In one pass: html.parser of older Pythons takes quadratic time over comments that never end."""
    kept, at = [], 0
    while (start := source.find("<!--", at)) >= 0:
        kept.append(source[at:start])
        end = source.find("-->", start + 4)
        if end < 0:
            return "".join(kept)
        at = end + 3
    return "".join([*kept, source[at:]])


def _without_open_end(source: str) -> str:
    """Cuts off tags that never close: html.parser looks for the end of each of them, again in quadratic time."""
    closed = source.rfind(">") + 1
    if source.count("<", closed) <= _MOST_OPEN:
        return source
    return source[: source.index("<", closed)]


class _Reader(HTMLParser):
    """Keeps a stack of open elements; each knows whether it hides what is in it."""

    def __init__(self, most: int) -> None:
        super().__init__(convert_charrefs=True)
        self._left = most * 2
        self._open: list[tuple[str, bool]] = []
        self._hiding = 0
        self._outs: list[list[str]] = [[]]  # the innermost one is a cell's
        self._rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_implied(tag)
        if tag == "br":
            self._put("\n")
        if tag in _BLOCK:
            self._break()
        if tag in _VOID:
            return
        hides = tag in _UNSEEN or _is_hidden(dict(attrs))
        self._open.append((tag, hides))
        self._hiding += hides
        if tag == "tr":
            self._rows.append([])
        if tag in ("td", "th"):
            self._outs.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCK:
            self._break()
        # an end without a beginning ends nothing; looked for in the innermost part only, which keeps it linear
        if any(name == tag for name, _ in self._open[-100:]):
            while self._pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._hiding:
            in_pre = any(name == "pre" for name, _ in self._open[-20:])
            self._put(data if in_pre else _BLANKS.sub(" ", data))

    def text(self) -> str:
        """What was visible."""
        while self._open:
            self._pop()
        return "".join(self._outs[0])

    def _put(self, text: str) -> None:
        if not self._hiding and self._left > 0:
            self._left -= len(text)
            self._outs[-1].append(text)

    def _break(self) -> None:
        if not (self._outs[-1] and self._outs[-1][-1].endswith("\n")):
            self._put("\n")

    def _close_implied(self, tag: str) -> None:
        implied = _CLOSES.get(tag, set())
        while self._open and self._open[-1][0] in implied:
            self._pop()

    def _pop(self) -> str:
        tag, hides = self._open.pop()
        if tag in ("td", "th") and len(self._outs) > 1:
            cell = "".join(self._outs.pop())
            if self._rows and not self._hiding:
                self._rows[-1].append(cell)
            else:
                self._put(cell)
        if tag == "tr" and self._rows:
            cells = self._rows.pop()
            self._break()
            self._put(row(cells) + "\n")
        self._hiding -= hides
        return tag


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = attributes.get("style") or ""
    return "hidden" in attributes or bool(_HIDING.search(style[:2000]))

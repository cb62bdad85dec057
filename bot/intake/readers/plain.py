"""Plain text in any encoding."""

from __future__ import annotations

import codecs
import re
import unicodedata

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_BYTES = ("cp1252", "cp1250", "cp1251", "koi8-r", "cp1253", "cp1254", "cp437", "mac_roman", "iso8859-15")
_DOUBLE = ("shift_jis", "gb18030", "euc_kr", "big5")
_SAMPLE = 4_000  # letters beyond ASCII that decide
_ODD = re.compile(r"[\x80-\x9f\ufffd]")
_USUAL = set("的是不了在人有我一年月日元工作公司薪资資合同期給与務時間一個月")  # tells Chinese and Japanese from noise
_GOOD_SIGNS = "€£₹¥§°–—‘’“”„«»•…·×½¼¾º²³©®ªµ¿¡"


def decode(data: bytes, charset: str = "") -> str:
    """The text of ``data``: by its mark, by the charset its sender claims, as UTF-8, else the likeliest guess."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    for name in (charset, _wide(data), "utf-8"):
        text = _try(data, name)
        if text is not None:
            return text
    # a stray byte or a cut at the end doesn't make UTF-8 something else
    text = data.decode("utf-8", "replace")
    return text if text.count("\ufffd") * 3 < sum(1 for sign in text if sign > "\x7f") else _guess(data)


def _try(data: bytes, name: str) -> str | None:
    """ASCII is what a sender claims who did not think; UTF-7 and the codecs that are no charsets are not for us."""
    try:
        known = codecs.lookup(name).name if name else "ascii"
        text = None if known in ("ascii", "utf-7", "latin-1", "iso8859-1") else data.decode(known)
    except (LookupError, ValueError, UnicodeError, AttributeError):
        return None
    return text


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte is zero."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return ""
    half = len(sample) // 2
    if sample[1::2].count(0) > half * 0.6 and sample[::2].count(0) < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > half * 0.6 and sample[1::2].count(0) < half * 0.1 else ""


def _guess(data: bytes) -> str:
    """The encoding whose letters form words: alike neighbours, no capitals inside, no signs inside."""
    names = [*_BYTES, *(name for name in _DOUBLE if _dense(data))]
    sample = re.sub(rb"[\x00-\x7f]{80,}", lambda run: run[0][:8] + b" " + run[0][-8:], data[:400_000])[:_SAMPLE]
    best = max(names, key=lambda name: (_likely(sample.decode(name, "replace")), -names.index(name)))
    return data.decode(best, "replace")


def _dense(data: bytes) -> bool:
    """East Asian text has its high bytes in pairs and runs; western text has them alone."""
    runs = re.findall(rb"[\x80-\xff][\x30-\xff]{3,}", data[:20_000])
    return sum(map(len, runs)) * 3 > len(re.findall(rb"[\x80-\xff]", data[:20_000])) * 2


def _likely(text: str) -> float:
    score = -4.0 * len(_ODD.findall(text))
    signs = 0
    for before, sign, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if sign > "\x7f":
            signs += 1
            score += _letter(before, sign, after) if sign.isalpha() else (1.0 if sign in _GOOD_SIGNS else -2.0)
    return score / max(signs, 1)


def _letter(before: str, sign: str, after: str) -> float:
    if sign in _USUAL or "\u3040" <= sign <= "\u30ff":
        return 3.0
    if _script(sign) == "CJK":
        if "\uac00" <= sign <= "\ud7a3":
            return 1.9
        return 1.5 if "CJK" in (_script(before), _script(after)) else -1.0
    score = 1.0
    for neighbour in (before, after):
        if neighbour.isalpha() and _script(neighbour) != _script(sign):
            score -= 1.5
        elif neighbour.isalpha() and neighbour > "\x7f" and _script(sign) in ("CYRILLIC", "GREEK"):
            score += 0.4
    return score - (2.0 if sign.isupper() and before.islower() else 0.0)


def _script(sign: str) -> str:
    name = unicodedata.name(sign, "")
    kind = name.split(" ", 1)[0]
    return "CJK" if kind in ("CJK", "HIRAGANA", "KATAKANA", "HANGUL") else kind

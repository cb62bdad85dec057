"""Who says so: what was heard about an employer, apart from the one it was heard from."""

from __future__ import annotations

import re2

_TOLD = r"(?:told (?:me|us)|tells (?:me|us)|warned me|wrote(?: me)?|says?|said|mentioned|swears|reckons|complained)"
_SOURCE = re2.compile(
    rf"(?i)^(?P<who>[^.,;:!?\n]{{2,60}}?) {_TOLD}(?: about (?:it|them))?"
    r"(?: (?:in|at|around) [^.,;:!?\n]{2,30}? that| that)?,? (?P<what>\S.+)$"
)
_FROM = re2.compile(
    r"(?i)^(?:i(?: have|'ve)? (?:heard|read|found)|i was told|heard)(?: it)? "
    r"(?:from|by|on|in|at) (?P<who>[^.,;:!?\n]{2,60}?)(?:,| that| how) (?P<what>\S.+)$"
)
_AFTER = re2.compile(
    r"(?i)^(?P<what>[^;:!?\n]+?),? (?:this |that |it )?"
    rf"(?P<who>(?:an?|the|my|one|some|somebody|someone) [^.,;:!?\n]{{2,60}}?) {_TOLD}(?: so| that| it| this)?$"
)
_BARE = re2.compile(r"(?i)^(?:i(?: have|'ve)? (?:heard|read)|i was told|heard|apparently),? (?:that )?(?P<what>\S.+)$")
_OPENS = re2.compile(r"(?i)^(?:(?:and|also|but|so|well|ok|btw|hm+|oh),? )+")
_ANYBODY = frozenset("they people everybody everyone somebody someone one many some it he she".split())
_SELF = (["i"], ["i'm"], ["i've"], ["we"])  # "I think they say ..." is the user's own thought
LEAST = 3  # words; less is no news


def apart(text: str) -> tuple[str, str]:
    """What was heard, and from whom, both in the user's words: ("they burn people out", "a friend who left").

    The source is "" where none is named ("people say"); a text that cannot be taken apart comes back whole.
    """
    line = _OPENS.sub("", " ".join(text.replace("’", "'").split())).strip(" .")
    for pattern in (_FROM, _AFTER, _SOURCE, _BARE):
        match = pattern.search(line)
        if match and len(match["what"].split()) >= LEAST:
            who = str(match["who"]) if pattern is not _BARE else ""
            if who.casefold().split()[:1] in _SELF:
                break
            return str(match["what"]), "" if who.casefold() in _ANYBODY else who
    return text.strip(" ."), ""

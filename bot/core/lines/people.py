"""Who is met in an interview: names and titles as typed, and on which side of the table they sit."""

from __future__ import annotations

from dataclasses import dataclass

import re2

from bot.core.lines.words import (
    AGENCIES,
    EXECUTIVE,
    FIRST_NAMES,
    HONORIFICS,
    LEADING,
    MODIFIERS,
    OCCUPATIONS,
    OTHERS,
    PARTICLES,
    PEERS,
    PERSONNEL,
    RECRUITING,
)

MOST = 8  # people in one interview
_MANY_PARTS = 8  # words of one name with all its titles and particles
_LONGEST = 80  # characters of a name or a title
_JOINTS = re2.compile(r"(?i)\s*(?:,?\s+and\s+|,?\s+plus\s+|\s+\+\s+|\s+&\s+|\s*,\s*|\s*;\s*|\s+then\s+)\s*")
_SKIP_LEVEL = re2.compile(r"(?i)\bboss(?:'s|’s|s)? boss\b|\b(?:his|her|their) (?:boss|manager)\b|\bskip[- ]level\b")
_PEOPLE_TEAM = re2.compile(
    r"(?i)\bhuman resources?\b|\bpeople (?:team|partner|ops|operations|manager|lead|and culture)\b"
)
_PEERS = re2.compile(
    r"(?i)\b(?:i'?d|i would|i'?ll|i will) (?:be )?work(?:ing)? with\b|\bfuture team\b|\b(?:from|of|in) the team\b"
)
_IN_PHRASES = re2.compile(r"(?i)human|people|boss|manager|skip|team|work")
"""Without one of these none of the three above is in a text: one search in place of three."""
_EXECUTIVES, _JOBS_OF_PEERS = EXECUTIVE - {"executive"}, OCCUPATIONS - OTHERS
_NO_END_OF_TITLE = MODIFIERS - {"lead", "chief"}
_AGAIN = re2.compile(r"(?i)(?:\s+(?:again|too|as well|also|both|this time|i think|lol))+[\s.!]*$")
_LEADS = LEADING | EXECUTIVE | RECRUITING | PERSONNEL
_SAID_OF = frozenset(
    "is was seems sounds looks will he she they hes he's shes she's who can and but again too also from there".split()
)
_LED = 8  # words in which a title with its name stands
_HIDDEN = str.maketrans(" ,;", "\x01\x02\x03")
_SHOWN = str.maketrans("\x01\x02\x03", " ,;")


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody met in an interview; ``audience`` is R, M, P, X or H, empty where the title does not tell."""

    name: str = ""
    title: str = ""
    audience: str = ""


def audience(title: str) -> str:
    """On which side somebody with this title sits: R recruiter, M would-be boss, P peer, X executive or skip-level,
    H HR; empty where the title does not tell. A bare occupation is a peer."""
    if not title:
        return ""
    lower = title.lower()[:_LONGEST]
    words = words_of(lower)
    words |= {word[:-1] for word in words if word.endswith("s")}
    in_phrase = _IN_PHRASES.search(lower)
    if PERSONNEL & words or (in_phrase and _PEOPLE_TEAM.search(lower)):
        return "H"
    if RECRUITING & words:
        return "R"
    if in_phrase and _SKIP_LEVEL.search(lower):
        return "X"
    if _leads_a_team(lower, words) or words == {"chief"}:  # alone it is a boss, as many languages say it
        return "M"
    if EXECUTIVE & words:
        return "X"
    if PEERS & words or (in_phrase and _PEERS.search(lower)) or words & _JOBS_OF_PEERS:
        return "P"
    return ""


def _leads_a_team(lower: str, words: frozenset[str]) -> bool:
    """A title of a boss; "managing director" and "vice president" are not, "head chef" and "team leader" are."""
    if words & _EXECUTIVES:
        return False
    if "lead" in words or "nurse in charge" in lower:
        return True
    return bool(words & LEADING) or "charge nurse" in lower


def words_of(text: str) -> frozenset[str]:
    """The lower-case words without outer punctuation; parts of hyphened or slashed words count too."""
    found: set[str] = set()
    for word in text.lower().split():
        bare = word.strip(".,;:!?()\"“”'’")
        found.add(bare)
        found.update(part for part in bare.replace("/", "-").split("-") if len(part) > 1)
    return frozenset(found)


def is_title(text: str) -> bool:
    """The phrase says what somebody is ("ward sister", "my would-be boss") and is short enough to be only that."""
    words = text.split()
    return 0 < len(words) <= 7 and bool(audience(text) or words_of(text) & OTHERS)


def is_name(text: str) -> bool:
    """The phrase looks like a person's name: an honorific or a known first name before at most three words."""
    words = text.split()
    if not 0 < len([w for w in words if _counts_in_name(w)]) <= 4 or len(words) > _MANY_PARTS:
        return False
    first = words[0].lower().rstrip(".")
    if first in HONORIFICS and len(words) > 1 and first != "sister":
        return True
    if first == "sister" and len(words) == 2:
        return words[1][:1].isupper()
    return first in FIRST_NAMES and all(w[:1].isupper() for w in words[1:])


def _counts_in_name(word: str) -> bool:
    """Honorifics and particles come on top: "Frau Dr. von der Heyden" counts one."""
    lower = word.lower().rstrip(".")
    return lower not in HONORIFICS and lower not in PARTICLES


def split_people(text: str) -> list[str]:
    """The members of a list like "Anna (manager), Tom and the site foreman", brackets kept with their name."""
    parts = [p for p in _JOINTS.split(_hide_brackets(text)) if p and p.strip()]
    return [p.translate(_SHOWN).strip() for p in parts][:MOST]


def _hide_brackets(text: str) -> str:
    """Commas, semicolons and "and" inside brackets do not part a list: they are made unreadable for a while."""
    if "(" not in text:
        return text
    out, depth = [], 0
    for char in text:
        depth += (char == "(") - (char == ")")
        out.append(char.translate(_HIDDEN) if depth > 0 else char)
    return "".join(out)


def read_person(text: str) -> Met | None:
    """One member of such a list: "Anna", "Anna (manager)", "the site foreman", "head chef Marco", "Tom the foreman",
    "Mrs Okafor". None where nothing in it looks like a person."""
    name, title = _bracketed(without_again(text).strip(" .,:;-–"))
    if not title:
        name, title = _apart(name)
    name, title = name.strip(" .,"), _bare(title)
    if not (name or title) or max(len(name), len(title)) > _LONGEST:
        return None
    return Met(name, title, audience(title))


def without_again(text: str) -> str:
    """ "Anna again", "Tom as well": the name alone."""
    return str(_AGAIN.sub("", text))


def led_by_title(text: str) -> Met | None:
    """ "manager Lena", "the boss Sam is nice": a title on the employer's side before a first name; what is said of
    that person is left out. None for anything else."""
    words = text.split()[:_LED]
    at = next((n for n, word in enumerate(words) if n and is_name(word)), 0)
    ends = len(words) == at + 1 or words[at + 1].lower() in _SAID_OF
    title = [word.lower() for word in words[:at] if word.lower() not in ("the", "my", "their", "a", "our")]
    if not title or not ends or title[-1] not in _LEADS or not all(word in _LEADS | MODIFIERS for word in title):
        return None
    return Met(words[at], " ".join(title) if title != ["hr"] else "HR", audience(" ".join(title)))


def _bracketed(text: str) -> tuple[str, str]:
    head, bracket, rest = text.partition("(")
    return (head.strip(), rest.partition(")")[0].strip()) if bracket else (text, "")


def _apart(text: str) -> tuple[str, str]:
    """A name and a title that stand side by side, in either order."""
    words = text.split()
    for joint in ("from", "the", "who", "of", "our", "their", "my", "a", "as"):
        head, _, tail = text.partition(f" {joint} ")
        bare = joint in ("from", "the") and len(head.split()) <= 2 and not is_title(head)
        if tail and (is_name(head) or (bare and audience(tail))):
            return head, _role_of(joint, tail)
    rest = words[1:]
    while rest and words[0].lower().rstrip(".") in HONORIFICS and rest[0].lower().rstrip(".") in HONORIFICS:
        rest.pop(0)  # "Herr Prof. Dr. Ode" is all name, though a professor leads a team
    if is_name(text) and not is_title(" ".join(rest)):
        return text, ""
    for cut in range(1, len(words)):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        if is_name(head) and is_title(tail):
            return head, tail
        if is_name(_named(tail)) and is_title(head) and words[cut - 1].lower() not in _NO_END_OF_TITLE:
            return _named(tail), head
    if len(words) > 1 and words[-1][:1].isupper() and not is_title(words[-1]) and _leads(words[:-1]):
        return words[-1], " ".join(words[:-1])  # "the manager Una", whatever her name
    return ("", text) if is_title(text) else (text, "")


def _leads(words: list[str]) -> bool:
    """Whether these are a title of somebody on the employer's side and nothing else, typed small."""
    bare = [word for word in words if word not in ("the", "a", "my", "their", "our")]
    return bool(bare) and bare[-1] in _LEADS and all(word in _LEADS | MODIFIERS for word in bare)


def _role_of(joint: str, tail: str) -> str:
    """ "from the team" keeps its "from"; "from HR" and "who is the chef" are a plain title."""
    if joint == "from" and tail.startswith("the "):
        return f"from {tail}"
    return tail.removeprefix("is ").removeprefix("was ").removeprefix("will be ")


def _named(text: str) -> str:
    return text.removeprefix("called ").removeprefix("named ").removeprefix("is ")


def _bare(title: str) -> str:
    """The title without its articles: "the site foreman" is "site foreman"; "my would-be boss" stays whole."""
    words = title.split()
    while words and words[0].lower() in ("a", "an", "the", "their", "also", "some"):
        words.pop(0)
    return " ".join(words)


def is_agency(name: str) -> bool:
    """A staffing agency by name: it is not the employer."""
    lower = f" {name.lower()} "
    return any(f" {agency} " in lower for agency in AGENCIES)

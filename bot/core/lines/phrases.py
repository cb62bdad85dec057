"""What a phrase of an interview line is: a place, the name of a job, an employer with a title, an employer."""

from __future__ import annotations

from bot.core.lines import people
from bot.core.lines.parts import GAP
from bot.core.lines.words import (
    ACTIVITIES,
    EMPLOYER_ENDS,
    FILLERS,
    FIRST_NAMES,
    GENERIC,
    HOUSES,
    LEADING,
    MEASURES,
    MODIFIERS,
    NOISE,
    OCCUPATIONS,
    OTHERS,
    PEERS,
    PERSONNEL,
    PLACES,
    RECRUITING,
    ROLE_TAILS,
    ROOMS,
    SENTENCE,
)

JOB_WORDS = OCCUPATIONS | LEADING | {"director", "head"}
_DANGLING = frozenset("on at this next from for by around about the of and to starting a an in with before is".split())
_NEVER = frozenset("i i'm me they we is was are have will because my".split())  # in no name, however typed
_NAME_STARTS = frozenset("post new next first job call meeting place good great one two three start time save".split())
_PRAISE = frozenset("dream small big new old good nice local little great huge tiny private public same other".split())
_ARTICLES = ("a", "an", "the")
# Joined here once and not for every word that is looked at.
BEFORE_ROLE = MODIFIERS | JOB_WORDS
_WORK = MODIFIERS | ACTIVITIES
_NO_ROLE = (OTHERS - {"receptionist", "secretary"}) | (PEERS - {"crew"}) | PERSONNEL
_HEADS_OF = LEADING | {"director", "vp"}
_NOISE_AT_END = NOISE - ROLE_TAILS
_TAILS = ROLE_TAILS | frozenset("positions roles posts jobs vacancies openings".split())
_TALK = SENTENCE | FILLERS | MEASURES
_HIRING = RECRUITING | PERSONNEL | {"talent", "people"}
_HIRING_TEAM = _HIRING | {"hiring"}
_NO_FIRM = FIRST_NAMES | {"their", "our", "my", "someone"}
_LONGEST = 80  # characters of a name


def is_place(text: str) -> bool:
    """An address, a room or "their Leeds office"; never a name of an employer."""
    words = text.lower().replace(",", " ").split()
    if not words:
        return False
    if any(w.strip(".") in PLACES for w in words) and (
        any(c.isdigit() for c in text) or words[-1] in PLACES or words[0] in ROOMS
    ):
        return not any(w in ROLE_TAILS for w in words) and words[-1] not in JOB_WORDS
    return words[0][0].isdigit() and len(words) > 1 and not any(w.strip(".") in MEASURES for w in words)


def is_house(text: str) -> bool:
    """ "Rosewood Court": a place, and the name of a home or a firm as well; no street, no room, no number."""
    words = text.split()
    named = 1 < len(words) <= 4 and all(word[:1].isupper() or word in ("of", "the", "&") for word in words)
    return named and words[-1].lower() in HOUSES and not any(c.isdigit() for c in text)


def role_in(text: str) -> str:
    """The name of a job in a phrase, or "": the words that end in an occupation, or stand before "post"."""
    words = text.split()
    lower = [w.lower().strip(".,()'’") for w in words]
    if lower[-1:] and lower[-1] in ROLE_TAILS and len(words) > 1:
        role = without_tail(text)
        return "" if is_talk(role.split()) or _ARTICLES[0] in role.split() else role
    if lower and lower[0] in _HEADS_OF and len(lower) > 2 and lower[1] == "of":
        return text
    ends = [n for n, w in enumerate(lower) if _is_job_word(w)]
    if not ends or (lower[-1] in EMPLOYER_ENDS and lower[-1] not in JOB_WORDS):
        return ""
    end = ends[-1]
    if end + 1 < len(words) and len(words) - end > 3:
        return ""
    return without_tail(" ".join(words[_start_of_role(words, lower, end) :]))


def _is_job_word(word: str) -> bool:
    if word in _NO_ROLE:
        return False
    parts = word.replace("/", "-").split("-")
    return any(p in JOB_WORDS or (p.endswith("s") and p[:-1] in JOB_WORDS) for p in (word, *parts))


def _start_of_role(words: list[str], lower: list[str], end: int) -> int:
    """Where the role begins: a capital name before lower-case role words is left outside."""
    start = end
    while start and (lower[start - 1] in BEFORE_ROLE or lower[start - 1] in ("&", "and", "/")):
        start -= 1
    before = words[:start]
    if before and words[end][:1].islower() and any(w[:1].isupper() for w in before):
        return start
    return 0 if not before or len(before) <= 2 else start


def activity_in(text: str) -> str:
    """Work named by its doing ("cleaning", "night cleaning"), typed small; "" for anything else."""
    words = text.split()
    small = bool(words) and text == text.lower()
    return text if small and words[-1] in ACTIVITIES and all(w in _WORK for w in words) else ""


def without_tail(text: str) -> str:
    """ "the night nurse post" is "night nurse"."""
    words = text.split()
    while words and words[0].lower() in (*_ARTICLES, "my", "their", "this", "new"):
        words.pop(0)
    while len(words) > 1 and words[-1].lower() in _TAILS:
        words.pop()
    return singular(" ".join(words))


def singular(role: str) -> str:
    """ "sales assistants" is the role of one: "sales assistant"."""
    last = role.rpartition(" ")[2].lower()
    many = last.endswith("s") and last not in JOB_WORDS and last[:-1] in JOB_WORDS
    return role[:-1] if many and role[-1:] == "s" else role


def company_title(part: str) -> tuple[str, str]:
    """ "Lidl HR" is an employer and a title; "Anna HR" is a person. ("", "") where it is neither."""
    words = part.split()
    last = words[-1].lower() if words else ""
    cut = len(words) - 1
    if len(words) > 2 and words[-2].lower() in _HIRING_TEAM:
        cut, last = len(words) - 2, words[-2].lower()
    if cut < 1 or last not in _HIRING:
        return "", ""
    head = [w for w in words[:cut] if w.lower() not in _ARTICLES]
    if not head or head[0].lower() in _NO_FIRM or people.is_agency(" ".join(head)):
        return "", ""
    return ("", "") if people.is_title(" ".join(head)) else (" ".join(head).removesuffix("'s"), " ".join(words[cut:]))


def trimmed(text: str) -> str:
    """Without dangling little words at the end and articles and blanks at the start."""
    words = text.replace(GAP, " ").strip(" .,;:-–!?").split()
    while words and words[-1].lower() in _DANGLING:
        words.pop()
    while words and words[0].lower() in (*_ARTICLES, "and", "to", "on", "is"):
        words.pop(0)
    return " ".join(words)


def without_noise(text: str) -> str:
    """Without the words of a sentence in front ("got an interview"); empty where only such words are there."""
    words = text.split()
    while words and words[0].lower().strip("'’.") in NOISE and not _is_part_of_name(words):
        words.pop(0)
    while words and words[-1].lower().strip("'’.") in _NOISE_AT_END:
        words.pop()
    return " ".join(words)


def _is_part_of_name(words: list[str]) -> bool:
    """ "Post AG", "New City Bank": a word of a sentence that begins a name, by its capital and the name's last word."""
    ends = words[-1].lower().strip(".") in EMPLOYER_ENDS and len(words) in (2, 3)
    return ends and words[0].lower() in _NAME_STARTS and all(w[:1].isupper() for w in words)


def is_talk(words: list[str]) -> bool:
    """A word of talk typed small ("wrong", "she"), or nothing but such words however typed: no name."""
    bare = [w.strip(".,!?'’\"") for w in words]
    named = len(bare) > 1 and all(w[:1].isupper() for w in bare)  # "Best Buy"
    if not named and all(w.lower() in _TALK for w in bare):
        return True
    if len(bare) == 1 and bare[0].islower() and (len(bare[0]) == 1 or (len(bare[0]) > 5 and bare[0].endswith("ed"))):
        return True
    if bare[-1] in GENERIC and all(w in _PRAISE for w in bare[:-1]):
        return True
    return any(w in SENTENCE or w.lower() in _NEVER for w in bare)


def employer_name(text: str) -> str:
    """The phrase as a name, or "" where it is too long, talk rather than a name, or names nobody ("their office")."""
    words = without_noise(trimmed(text)).split()
    inner = [w.lower() for w in words]
    if not words or len(text) > _LONGEST or len(words) > 7 or (len(words) == 1 and inner[0] in GENERIC):
        return ""
    if is_talk(words) or (inner[0][0].isdigit() and any(w in MEASURES for w in inner)):
        return ""
    return " ".join(words) if any(c.isalpha() for c in "".join(words)) else ""

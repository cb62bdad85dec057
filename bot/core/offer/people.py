"""People whom an offer names with their role."""

from __future__ import annotations

from dataclasses import dataclass

import re2

_NAME = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?[A-ZÀ-Þ][A-Za-zÀ-ÿ'-]+(?: (?:van|von|de|da|der|di|el|al)(?: der"
    r"| la)?)?(?: [A-ZÀ-Þ][A-Za-zÀ-ÿ'.-]+){0,2}"
)
_ROLE = r"(?:(?:our|the|your|my) )?[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ&/-]*(?: (?:[A-Za-zÀ-ÿ&/-]+)){0,4}"
_BOSS = (
    r"(?:[Rr]eport(?:s|ing)?(?: directly)? to|[Mm]anaged by|[Ss]upervised by|[Yy]our (?:line )?manager(?: will be"
    r"| is|:)|(?:[Ll]ine )?[Mm]anager:|[Bb]oss(?: would be| will be| is|:| =)|[Ss]upervisor:|[Ss]uperior:"
    r"|[Uu]nder the direction of|[Aa]nswer to)"
)
_NAMED = (
    re2.compile(rf"{_BOSS} (?P<name>{_NAME})(?:,? \(?(?P<role>{_ROLE})\)?)?"),
    re2.compile(rf"{_BOSS} (?:the|our|a|an) (?P<role>{_ROLE})(?:[,:]? \(?(?P<name>{_NAME})\)?)?"),
)
_SIGNED = re2.compile(rf"^(?P<name>{_NAME})(?:, | - |\n)(?P<role>[A-ZÀ-Þ][A-Za-zÀ-ÿ&/ -]{{3,40}})$")
_NO_NAME = frozenset(
    """
    Yours Kind Best Warm Many With Sincerely Regards Dear Thank Thanks The Your Our You We It This That They
    Human Department Head Board Chief
    """.split()
)
_STOP = frozenset("who and at in on for with from will is are would as based sits of".split()) - {"of"}


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the employer; ``name`` or ``role`` may be empty; ``boss``: the one to report to."""

    name: str
    role: str
    boss: bool


def people_in(sentence: str) -> list[Person]:
    """Those whom a sentence names as the one to report to."""
    for pattern in _NAMED:
        found = pattern.search(sentence)
        if found:
            name, role = str(found.group("name") or ""), _trimmed(str(found.group("role") or ""))
            if name.split(" ", maxsplit=1)[0] in _NO_NAME:
                name, role = "", name
            return [Person(name, role, True)]
    return []


def signer(line: str, following: str) -> Person | None:
    """The person who signs: a line with a name, the next one with a role."""
    found = _SIGNED.match(f"{line.strip()}\n{following.strip()}") or _SIGNED.match(line.strip())
    if not found or str(found.group("name")).split(" ")[0] in _NO_NAME:
        return None
    return Person(str(found.group("name")), str(found.group("role")), False)


def _trimmed(role: str) -> str:
    words: list[str] = []
    for word in role.split():
        if word.lower() in _STOP:
            break
        words.append(word)
    return " ".join(words)

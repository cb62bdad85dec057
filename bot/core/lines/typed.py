"""Reads a line about an interview as people type it, segment by segment; see :mod:`bot.core.lines`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.core.lines import people
from bot.core.lines.eased import eased
from bot.core.lines.introduced import without_self
from bot.core.lines.parts import Line, Segment, cut_times, segments, take_link, take_medium, take_round, tidied
from bot.core.lines.people import Met
from bot.core.lines.phrases import (
    BEFORE_ROLE,
    activity_in,
    company_title,
    employer_name,
    is_house,
    is_place,
    role_in,
    trimmed,
    without_noise,
    without_tail,
)
from bot.core.lines.words import EMPLOYER_ENDS, HONORIFICS, NOISE

_COUNTS = ("two", "three", "four", "five", "some", "another", "one", "2", "3", "4")
_OWNED = ("ceo", "cto", "cfo", "coo", "founder", "co-founder", "cofounder", "owner", "president", "md", "boss")


def read_typed(text: str, spans: Sequence[tuple[int, int]]) -> Line:
    """Reads a line as people type it; ``spans`` are the character ranges of time, zone and length in it."""
    link, rest = take_link(eased(without_self(tidied(cut_times(text, spans)))))
    letter, rest = take_round(rest)
    medium, rest = take_medium(rest, link)
    reader = _Reader(place=link)
    for segment in segments(rest):
        reader.read(segment)
    line = reader.line()
    if not medium and line.place:
        medium = "onsite"
    return replace(line, round=letter, medium=medium)


@dataclass(slots=True)
class _Reader:
    """What was found so far; segments come in the order of the text."""

    employer: str = ""
    role: str = ""
    place: str = ""
    met: list[Met] = field(default_factory=list)
    doubts: int = 0
    aside: list[str] = field(default_factory=list)  # what may turn out to be the beginning of an address
    strong: bool = False  # the employer was led in by a cue
    house: str = ""  # a place that may as well be a name: "Rosewood Court"

    def line(self) -> Line:
        if not self.employer and self.house and self.place == self.house:
            self.employer, self.place = self.house, ""
        if not self.employer:
            self._employer_from_role()
        sure = bool(self.employer) and not self.doubts and not self.aside
        return Line(self.employer, self.role, tuple(self.met), place=self.place, sure=sure)

    def read(self, segment: Segment) -> None:
        text = trimmed(segment.text)
        if text:
            getattr(self, f"_{segment.cue or 'free'}")(text, segment.after)

    # One method for each cue.

    def _with(self, text: str, after: str) -> None:
        parts = people.split_people(text)
        for part in parts:
            self._person_or_employer(part, alone=len(parts) == 1)

    def _at(self, text: str, after: str) -> None:
        if is_place(text) or self.strong:
            self._put_place(text)
        else:
            self._put_employer(text, strong=True)

    def _from(self, text: str, after: str) -> None:
        if self.met and after == "cue" and not self.met[-1].title:
            self._title_from(text)
        elif self.met and after == "cue" and not self.met[-1].name and people.audience(text) in ("H", "R"):
            title = f"{self.met[-1].title} from {text}"  # "someone from HR"
            self.met[-1] = Met("", title, people.audience(text))
        else:
            self._put_employer(text, strong=False)

    def _for(self, text: str, after: str) -> None:
        role = role_in(text) or (text if self.employer and text.islower() and employer_name(text) else "")
        if role:
            self.role = self.role or role
        else:
            self._put_employer(text, strong=True)

    def _in(self, text: str, after: str) -> None:
        if is_place(text) or text[:1].isupper() or after in (":", ","):
            self._put_place(text)

    def _by(self, text: str, after: str) -> None:
        self._with(text, after)

    def _role(self, text: str, after: str) -> None:
        self.role = self.role or without_tail(text)

    def _employer(self, text: str, after: str) -> None:
        self._put_employer(text, strong=True)

    def _free(self, text: str, after: str) -> None:
        """A segment without a cue: place, title of the person before it, role, person or employer."""
        if after == "," and self._belongs_to_person(text):
            return
        text = without_noise(text)
        if not text:
            return
        if is_place(text):
            self._put_place(text)
        elif met := people.led_by_title(text):
            self._add(met)
        elif activity := activity_in(text):
            self.role = self.role or activity
        elif role := role_in(text):
            self._role_and_employer(role, text)
        elif people.is_name(text) and (self.employer or self.met or text.split()[0].lower().strip(".") in HONORIFICS):
            self._add(people.read_person(text))
        elif self.strong and after in (",", "time") and text[:1].isupper():
            self.aside.append(text)
        else:
            self._put_employer(text, strong=text[:1].isupper() or len(text.split()) == 1)

    # What the cues have in common.

    def _belongs_to_person(self, text: str) -> bool:
        """ "Mrs Okafor, ward sister": the title of the one before; "Anna, Tom and Kim": one more person."""
        last = self.met[-1] if self.met else None
        if last and text.split(maxsplit=1)[0].lower() in _COUNTS and people.is_title(text):
            self._add(people.read_person(text))
            return True
        if last and " is " in text and people.is_title(text):
            return True  # "with Bob, the boss is nice" says how, not who
        if last and last.name and not last.title and people.is_title(text):
            kind = people.audience(text)
            if kind != "P" or self.role:
                self.met[-1] = Met(last.name, text, kind)
                return True
        parts = people.split_people(text)
        if last and len(parts) > 1 and all(people.is_name(p) or people.is_title(p) for p in parts):
            for part in parts:
                self._add(people.read_person(part))
            return True
        return False

    def _person_or_employer(self, part: str, *, alone: bool) -> None:
        if met := people.led_by_title(part):
            self._add(met)
            return
        employer, title = company_title(part)
        if employer:
            self._put_employer(employer, strong=True)
            self._add(Met("", title, people.audience(title)))
            return
        title, _, owned = part.partition(" of ")
        if owned and title.lower().split(" ")[-1] in _OWNED and owned[:1].isupper():
            self._put_employer(owned, strong=True)
            part = title
        person = people.read_person(part)
        if person and not person.title and alone and not self._is_person(part):
            self._put_employer(part, strong=True)
        else:
            self._add(person)

    def _is_person(self, part: str) -> bool:
        """A bare word after "with" is a person where it is a known name or the employer is known already."""
        if people.is_name(part):
            return True
        ends = people.words_of(part.rsplit(maxsplit=1)[-1]) & EMPLOYER_ENDS
        return bool(self.employer) and not ends and len(part.split()) <= 3

    def _title_from(self, text: str) -> None:
        """ "Anna from HR", "the recruiter from Hays", "Sam from Acme"."""
        last, text = self.met[-1], people.without_again(text)
        if people.is_title(text):
            title = text if people.audience(text) != "P" else f"from {text}"
            self.met[-1] = Met(last.name, title, people.audience(title))
        else:
            self._put_employer(text, strong=not people.is_agency(text))

    def _role_and_employer(self, role: str, text: str) -> None:
        """ "Bosch electrician": a name in front of the role in another case is the employer."""
        before = trimmed(text[: text.lower().find(role.lower())]) if role.lower() in text.lower() else ""
        if self.role:
            self.doubts += 1
        self.role = self.role or role
        if before and before.lower() not in NOISE:
            self._put_employer(before, strong=True)

    def _employer_from_role(self) -> None:
        """No employer anywhere: words before the role that no role has may be its name; the user has to look."""
        words = self.role.split()
        known = [w.lower() in BEFORE_ROLE for w in words]
        if known and not known[0] and any(known):
            cut = known.index(True)
            self.employer, self.role = " ".join(words[:cut]), " ".join(words[cut:])
            self.doubts += 1

    def _put_employer(self, text: str, *, strong: bool) -> None:
        name = employer_name(text)
        if not name:
            return
        strong = strong and not people.is_agency(name)
        if not self.employer or (strong and not self.strong):
            self.employer, self.strong = name, strong
        elif name.lower() != self.employer.lower():
            self.doubts += 1
        if not strong:
            self.doubts += 1

    def _put_place(self, text: str) -> None:
        if is_house(text):
            self.house = text
        text = ", ".join([*self.aside, text.strip(" .,")])
        self.aside.clear()
        if text and text.lower() not in self.place.lower():
            self.place = f"{self.place}, {text}" if self.place else text

    def _add(self, person: Met | None) -> None:
        if person and len(self.met) < people.MOST and person not in self.met:
            self.met.append(person)

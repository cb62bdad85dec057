"""A talk told as it comes: which parts answer open questions, what they asked the user, and what says nothing new."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import re2

from bot.core import asked, tale_parts
from bot.core.after_talk import in_touch
from bot.core.debrief_words import how_often, no_more, numbered
from bot.core.hears import heard, plain
from bot.core.model import Question
from bot.core.notes import belongs_to
from bot.core.patterns import any_of
from bot.core.stems import stems
from content import Topic

_SENTENCE = re2.compile(r"[.!?;…]+(?:\s|$)|\n+")
_CLAUSE = re2.compile(r"(?i),\s+(?:(?:and|but)\s+)?|\s+(?:and|but)\s+")
MOST = 4000  # characters of one tale
_OWN = 4  # so plainly a clause answers a question in own words
_HEAD = 3  # words: a word by itself names the subject only where it leads
_EDGES = " ,.:-–…"
_SUBJECT = re2.compile(r"(?i)^(?:i|we|you|she|he|they|nobody|no one|everybody|everyone|the|my|there)\b")
_ON_IT = re2.compile(
    r"(?i)^(?:(?:she|he|they|and|but|so) )*(?:said |says? |told me )?(?:that )?(?:it|its|it's|that)\b"
    r"|^(?:she|he|they) (?:said|says?|told me) (?:that )?(?:they|theyre|they're|those|these)\b"
)
_GROUP = re2.compile(r"(?i)^(?:they|we|you|people|everyone|everybody|staff|the team)\b")
_NEW = re2.compile(r"(?i)^(?:(?:my|the|a|his|her|their) )?(\w+) (?:is|are|was|were|has|have|had|will|does|do|gets?)\b")
_OF_IT = frozenset("most some all none one two three half others each which who that it this".split())
_FIGURES = re2.compile(r"\d[\d.,]*")
_JOINT = re2.compile(r"(?i)^(?:(?:and|but|also|then|so|oh|plus)\s+)+")
_LISTED = re2.compile(r"(^|\n)\s*([1-9])[.)]\s+")
_SAID = re2.compile(r"(?i)^(?:she|he|they) (?:said|says|told me)(?: so)?$")
_ASKED_ME = any_of(r"""
    (?:they|she|he|we|the \w+)(?: all| both| kept| also| then| even)* \
    (?:(?:asked|asking|asks?|quizzed|grilled) (?:me|us)|(?:asked|asking|asks?) (?:loads|lots|a lot|many|several|mostly|
    only|all|again|twice|first|questions|about|my|(?:if|whether|why|how|what|when|where) (?:i|im|my))|wanted to know|
    wondered)\b.*
    (?:i|we) (?:was|were|got) (?:also |even )?asked\b.*
    ^(?:and |also |then |kept |even )*(?:asked|asking) (?:(?:twice|again|a lot|loads|always|(?:\d|two|three) times) )?\
(?:me|(?:if|whether|why|how|what) (?:i|im|ive|my)|about my)\b.*
""")
_UNASKED = any_of(r"""
    (?:forgot|no time|didnt get(?: round| around)?|didnt manage|didnt dare|too (?:shy|nervous)|wanted|meant) to ask
    (?:didnt|did not|never|not|havent) ask(?:ed)?(?: \w+){0,2}|ran out of time
    no questions? (?:about|on) \w+
""")
_MINE = any_of(r"""
    i (?:was|am|feel|felt|forgot|think|thought|guess|hate|hated|like|liked|love|loved|want|wanted|hope|said|told|talked)
    im|i'm
""")
_MOOD = re2.compile(
    r"(?i)^\W*(?:(?:um+|uh+|er+|well|so|oh|and|ok|okay|honestly)\W+)*"
    r"(?:(?:she|he|they|it|all|everyone|everything|(?:the |my )?(?:\w+ )?(?:boss|manager|team|people|place|talk"
    r"|interview)) (?:was|were|is|are|went|seemed?|felt)|(?:it )?went) "
    r"(?:(?:all|so|very|really|quite|pretty|just) )*"
    r"(?:nice|ok|okay|fine|good|well|great|lovely|friendly|kind|alright|all right|cool|bad|so so|strange|weird|short"
    r"|long)(?: i (?:think|guess|suppose))?\W*$"
)
_COMPLAINT = re2.compile(
    r"(?i)^\W*(?:(?:but|well|hey|no|ugh|as|like|um+|again)\W+)*(?:i(?:'ve| have|ve)? |you (?:were )?)"
    r"(?:(?:just|already|literally|only) )*(?:told|said|wrote|typed|answered|mentioned|explained)\b"
    r"(?: (?:it|that|this|so|you|u|all|to|about|already|before|above|just|now|twice|a minute ago))*\W*"
)
_TO_OTHERS = re2.compile(r"(?i)^(?:her|him|them|my|the|no|yes)\b")
_READ = re2.compile(
    r"(?i)^\W*(?:(?:please )?read (?:it|that|what i (?:wrote|said))|see above|same as (?:above|before))\W*"
)
_SHRUG = any_of(r"""
    (?:i )?(?:dunno|dont know|do not know|have no idea|cant (?:say|remember))|idk|no idea|no clue|not sure
    (?:wouldnt|couldnt|would not|could not|didnt want to) (?:even |really )?(?:say|tell|name|answer)
    (?:she|he|they|nobody|no one) (?:never |also |really )*(?:didnt|did not|wouldnt|couldnt|hasnt|havent|never) \
    (?:even |really |actually )*(?:say|said|give|gave|tell|told|name|named|mention|mentioned)
""")
_OPEN = any_of(r"""
    depend(?:s|ed|ing)?|flexib\w+|varies|vary|varied|differs?|case by case|up to (?:the|you|each)|as needed
    as (?:you|we|they) go|sometimes|usually|normally|roughly|more or less|a bit of|a few|some of (?:it|them)|it changes
""")
_NEAR = stems(
    "then had have has got also still been went came one two only just nice friendly good great kind fine show shown"
    " day days time week weeks people talk"
)


@dataclass(frozen=True, slots=True)
class Told:
    """``answers``: the user's words by question id, in the order told; ``asked_me``: what they put to the user;
    ``unasked``: whether he says that he asked nothing more; ``left``: the questions of which he says that he did not
    ask about a part ("didn't ask about weekends")."""

    answers: dict[str, str] = field(default_factory=dict)
    asked_me: tuple[str, ...] = ()
    unasked: bool = False
    left: tuple[str, ...] = ()


def told(
    note: str,
    questions: Sequence[Question],
    words: Mapping[str, str],
    topics: Mapping[str, Topic],
    *,
    sure: bool = False,
) -> Told:
    """What a tale holds for these questions. ``words``: the wording of each by its id; ``sure``: only what is plain.

    A clause goes to the one question that it speaks to; what follows on it in the same sentence, or as "it …" in the
    next, goes along; so does what names a question by its place ("about 1 he said …"). What answers nothing (a
    refusal, a mood, what was not asked) is left out.
    """
    known, twins = _by_topic(questions, words, topics)
    tale = _Tale(questions, lambda clause: _speaks_to(clause, known, words, topics, sure))
    for sentence in filter(str.strip, _SENTENCE.split(str(_LISTED.sub(r"\1\2: ", note[:MOST])))):
        tale.begin(sentence.strip())
        for clause in filter(None, (part.strip(_EDGES) for part in _CLAUSE.split(sentence))):
            tale.take(clause)
    kept = {id: ", ".join(parts) for id, parts in tale.found.items()}
    kept = {id: said for id, said in kept.items() if not says_nothing(said) and not no_more(said)}
    kept |= {own: kept[id] for own, id in twins.items() if id in kept}
    return Told(kept, tuple(dict.fromkeys(tale.asked)), tale.unasked, tuple(dict.fromkeys(tale.left)))


def _by_topic(
    questions: Sequence[Question], words: Mapping[str, str], topics: Mapping[str, Topic]
) -> tuple[list[Question], dict[str, str]]:
    """Of own words that only name a topic ("what about the rota?") the topic; where a question of the bank is on the
    same one, what answers that answers both: the own one by the other's id."""
    rows: list[Question] = []
    twins: dict[str, str] = {}
    for question in questions:
        topic = "" if question.topic else _named(words.get(question.id, ""), topics)
        same = next((q.id for q in questions if topic and q.topic == topic), "")
        twins |= {question.id: same} if same else {}
        rows += [] if same else [replace(question, topic=topic) if topic else question]
    return rows, twins


def _named(text: str, topics: Mapping[str, Topic]) -> str:
    line = plain(asked.about(text))
    lengths = {id: max((len(p) for p in heard(topic.hears, line)), default=0) for id, topic in topics.items()}
    best = max(lengths, key=lambda id: lengths[id], default="")
    return best if best and lengths[best] else ""


class _Tale:
    """A tale read clause by clause: which question is spoken of just now (``current``), and whether it was only named
    so far (``waits``: "about 1,")."""

    def __init__(self, questions: Sequence[Question], speaks_to: Callable[[str], str]) -> None:
        self.found: dict[str, list[str]] = {}
        self.asked: list[str] = []
        self.left: list[str] = []
        self.unasked, self.current, self.waits = False, "", False
        self._questions, self._speaks_to = questions, speaks_to

    def begin(self, sentence: str) -> None:
        """The next sentence: what was spoken of goes on only as "it …", or where it was named and no more."""
        if not self.waits and not _ON_IT.search(sentence):
            self.current = ""

    def take(self, clause: str) -> None:
        flat = clause.replace("’", "'").replace("'", "")
        by_them = _ASKED_ME.search(flat)
        if by_them is not None or _UNASKED.search(flat):
            self.asked += [by_them.group(0).strip(_EDGES)] if by_them is not None else []
            what = "" if by_them is not None else tale_parts.unasked_about(clause)
            self.left += [id for id in [self._speaks_to(what)] if what and id]
            self.unasked, self.current, self.waits = self.unasked or (by_them is None and not what), "", False
            return
        if tale_parts.person_in(clause) or tale_parts.of_offer(clause) or tale_parts.late(clause):
            self.current, self.waits = "", False
            return
        place, clause = numbered(clause)
        if 1 <= place <= len(self._questions):
            self.current, self.waits = self._questions[place - 1].id, not clause
        else:
            self.current, self.waits = self._spoken_of(clause), False
        if self.current and clause and not _SAID.search(clause):
            self.found.setdefault(self.current, []).append(str(_JOINT.sub("", clause)))

    def _spoken_of(self, clause: str) -> str:
        """The question that a clause speaks to, or goes on with; "" for none."""
        if _MOOD.search(clause) or in_touch(clause) or _MINE.search(clause.replace("’", "'")):
            return ""
        return self._speaks_to(clause) or (self.current if self.waits or _goes_on(clause) else "")


def _goes_on(clause: str) -> bool:
    """Whether a clause says more of what was just spoken of: "it depends", "five a month", "she said roughly", "they
    often ask for more"; one with a subject of its own ("the boss is him") does not."""
    if _ON_IT.search(clause) or _SAID.search(clause) or is_open(clause):
        return True
    if how_often(clause) and _GROUP.search(clause):
        return True
    new = _NEW.search(clause)
    return not _SUBJECT.search(clause) and (new is None or new.group(1).lower() in _OF_IT)


def _speaks_to(
    clause: str, questions: Sequence[Question], words: Mapping[str, str], topics: Mapping[str, Topic], sure: bool
) -> str:
    """The id of the question; "" for none."""
    rated = ((tale_parts.answers_own(words.get(q.id, ""), clause), q.id) for q in questions if q.text)
    own = sorted(rated, reverse=True)
    if own and own[0][0] >= _OWN and (len(own) == 1 or own[1][0] < own[0][0]):
        return own[0][1]
    if (plainly := belongs_to(clause, questions, words, topics)) is not None:
        return plainly.id
    return "" if sure or len(clause.split()) < _HEAD else _led_by(clause, questions, words, topics)


def _led_by(clause: str, questions: Sequence[Question], words: Mapping[str, str], topics: Mapping[str, Topic]) -> str:
    """The only question that has the subject of the clause among its words: "training they do as you go"."""
    head = stems(" ".join(plain(clause).split()[:_HEAD])) - _NEAR
    known = {q.id: stems(" ".join((words.get(q.id, ""), *_leads(topics.get(q.topic))))) for q in questions}
    hits = [id for id, own in known.items() if head & own]
    return hits[0] if len(hits) == 1 else ""


def _leads(topic: Topic | None) -> tuple[str, ...]:
    return (topic.name, *(phrase for phrase in topic.hears if " " not in phrase)) if topic else ()


def without_complaint(text: str) -> str:
    """ "I just told you. It depends" as "It depends"; empty where nothing but the complaint was said."""
    rest = str(_COMPLAINT.sub("", text.strip()))
    if _TO_OTHERS.search(rest):
        return text.strip()
    return str(_READ.sub("", rest)).strip()


def says_nothing(text: str) -> bool:
    """Whether a line only says that there was no answer: "I dunno, she didn't say a number"."""
    return bool(_SHRUG.search(text.replace("’", "'").replace("'", "")))


def is_open(text: str) -> bool:
    """Whether words leave a thing open ("it depends", "flexible"): an answer, though a vague one."""
    return bool(_OPEN.search(text.replace("’", "'").replace("'", ""))) and not says_nothing(text)


def new_figures(before: str, said: str) -> bool:
    """Whether words name a figure that was not named before."""
    return bool(set(_FIGURES.findall(said)) - set(_FIGURES.findall(before)))


def adds(before: str, said: str) -> bool:
    """Whether the words hold something that was not noted before."""
    return bool(stems(said) - stems(before)) or any(char.isdigit() for char in said)

"""The words of the product: priorities, question bank, packs, offer topics and texts, as frozen data.

Everything lives in TOML files below content/<language>/ and is read once by `load`. Whatever breaks a rule of the
format stops the program at start with a line that names the file and the key; nothing is repaired in silence.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

Audience = Literal["R", "M", "P", "X", "H"]
"""Whom to ask: recruiter, hiring manager (the future boss), would-be peer, executive, HR."""
Round = Literal["s", "1", "2", "f", "o"]
"""When to ask: screen, first, second or on site, final, offer."""
Form = Literal["plain", "example", "regular", "predecessor", "six_months"]
Whom = Literal["HR", "recruiter", "manager"]
Kind = Literal["all", "salaried", "hourly", "senior", "contract"]

T = TypeVar("T")
Q = TypeVar("Q", "Priority", "Topic", "OfferTopic", "Pack", "Act", "Draft", "Lesson", "Reading", "Tradeoff")
F = TypeVar("F", bound="Frozen")


class ContentError(ValueError):
    """Bad content data; the message names the file and the key."""


def _distinct(values: tuple[T, ...]) -> tuple[T, ...]:
    if len(set(values)) < len(values):
        raise ValueError("has an entry twice")
    return values


def _is_phrase(text: str) -> str:
    if text != " ".join(text.lower().split()):
        raise ValueError(f"{text!r} must be lower case, without outer or double blanks")
    return text


def _is_question(text: str) -> str:
    if text.count("?") != 1 or not text.endswith("?"):
        raise ValueError("must hold exactly one question mark, at its end")
    return text


Text = Annotated[str, StringConstraints(min_length=1, strict=True)]
Line = Annotated[str, StringConstraints(min_length=1, strict=True, pattern=r"^\S[^\n]*\S$|^\S$")]
Phrase = Annotated[str, StringConstraints(min_length=2, max_length=40), AfterValidator(_is_phrase)]
Ask = Annotated[Line, StringConstraints(max_length=160), AfterValidator(_is_question)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Hears = Annotated[tuple[Phrase, ...], Field(min_length=8), AfterValidator(_distinct)]


class Frozen(BaseModel):
    """Data that nobody changes after the start; an unknown key is an error, most often a typo."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Priority(Frozen):
    """One of the 16 things that people want from a job; `name` is the text on its button."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]+$")]
    name: Annotated[Line, StringConstraints(max_length=24)]
    what: Annotated[Line, StringConstraints(max_length=90)]
    because: Annotated[Ask, StringConstraints(max_length=120)]
    hears: Annotated[Hears, Field(min_length=10)]


class Question(Frozen):
    """One question in two tones; `audience` begins with the person who can answer it best. `risk` is a note of its
    own, beside or instead of the topic's."""

    id: str
    audience: Annotated[tuple[Audience, ...], Field(min_length=1), AfterValidator(_distinct)]
    form: Form
    soft: Ask
    direct: Ask
    risk: Line | None = None


class Topic(Frozen):
    """One thing to find out about a job, the questions for it, and what the user hears and says around it."""

    id: Slug
    name: Annotated[Line, StringConstraints(max_length=40)]
    priorities: Annotated[tuple[str, ...], Field(min_length=1), AfterValidator(_distinct)]
    rounds: Annotated[tuple[Round, ...], Field(min_length=1), AfterValidator(_distinct)]
    offer_topics: Annotated[tuple[str, ...], AfterValidator(_distinct)]
    core: bool = False
    hears: Hears
    why: Annotated[Line, StringConstraints(max_length=140)]
    risk: Line | None = None
    research: Line | None = None
    follow_up: Ask
    questions: Annotated[tuple[Question, ...], Field(min_length=1, alias="question")]

    def question(self, index: int) -> Question:
        """The question with this 1-based index, the number behind the dot of its id."""
        if not 1 <= index <= len(self.questions):
            raise IndexError(f"{self.id} has no question {index}")
        return self.questions[index - 1]


class PackQuestion(Question):
    """A question of an occupation, about a topic of the bank; its id is "pack/topic.N", counted from 1 in the pack."""

    topic: Slug


class Pack(Frozen):
    """What decides in one occupation. `hears` are the words by which a role is known to belong to it, `ignores` those
    that only look like one of them. `rank` 1 (leading people) goes before a trade that is heard too, 2 is a trade,
    3 (a first job) comes after one."""

    id: Slug
    name: Annotated[Line, StringConstraints(max_length=30)]
    rank: Annotated[int, Field(ge=1, le=3)]
    hears: Hears
    ignores: Annotated[tuple[Phrase, ...], AfterValidator(_distinct)] = ()
    questions: Annotated[tuple[PackQuestion, ...], Field(min_length=1, alias="question")]

    def about(self, topic: str) -> tuple[PackQuestion, ...]:
        """Its questions about a topic of the bank, in order; often none."""
        return tuple(question for question in self.questions if question.topic == topic)


class OfferTopic(Frozen):
    """One of the 28 things that an offer must tell; `weight` 1-5 is how often it settles a decision."""

    id: Slug
    group: Line
    name: Annotated[Line, StringConstraints(max_length=30)]
    hears: Hears
    ask_soft: Ask
    ask_direct: Ask
    whom: Whom
    kinds: Annotated[tuple[Kind, ...], Field(min_length=1), AfterValidator(_distinct)]
    weight: Annotated[int, Field(ge=1, le=5)]


class Act(Frozen):
    """One kind of conduct of an employer; `soft` and `direct` ask politely how they deal with each other inside."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z-]+$")]
    name: Annotated[Line, StringConstraints(max_length=24)]
    hears: Hears
    soft: Ask
    direct: Ask


class Draft(Frozen):
    """A short letter in two tones; {places} in it are filled in by bot.core.drafts."""

    id: Slug
    soft: Annotated[Text, StringConstraints(max_length=400)]
    direct: Annotated[Text, StringConstraints(max_length=400)]


class Lesson(Frozen):
    """One short thought; `flow` and `action` name the door that it ends in."""

    id: Slug
    title: Annotated[Line, StringConstraints(max_length=40)]
    text: Annotated[Line, StringConstraints(max_length=260)]
    ask: Annotated[Ask, StringConstraints(max_length=80)]
    flow: Slug
    action: Slug
    button: Annotated[Line, StringConstraints(max_length=30)]


class Reading(Frozen):
    """Phrases that two people read in two ways, and the question that forces the choice."""

    id: Slug
    hears: Hears
    mine: Annotated[Line, StringConstraints(max_length=70)]
    other: Annotated[Line, StringConstraints(max_length=70)]
    ask: Ask


class Side(Frozen):
    """One of two good things: the priority that it stands for, what that is called then, and its direction."""

    label: Annotated[Line, StringConstraints(max_length=30)]
    topic: str
    words: Annotated[Line, StringConstraints(max_length=40)] | None = None
    way: Literal["more", "less", "keep", "new"] | None = None


class Tradeoff(Frozen):
    """A choice between two good things, by which somebody finds out what he wants more."""

    id: Slug
    ask: Annotated[Ask, StringConstraints(max_length=100)]
    first: Side
    second: Side


class Content(Frozen):
    """All data of one language, each by its id, in the order of the files."""

    priorities: dict[str, Priority]
    topics: dict[str, Topic]
    offer_topics: dict[str, OfferTopic]
    acts: dict[str, Act] = Field(default_factory=dict)
    drafts: dict[str, Draft] = Field(default_factory=dict)
    lessons: dict[str, Lesson] = Field(default_factory=dict)
    readings: dict[str, Reading] = Field(default_factory=dict)
    tradeoffs: dict[str, Tradeoff] = Field(default_factory=dict)
    texts: dict[str, str]
    packs: dict[str, Pack] = Field(default_factory=dict)

    def question(self, bank: str) -> Question | None:
        """The question with an id as users' rows keep it, "topic.N" or "pack/topic.N"; None where there is none."""
        pack, slash, rest = bank.rpartition("/")
        home = self.packs.get(pack) if slash else self.topics.get(rest.partition(".")[0])
        return next((question for question in home.questions if question.id == bank), None) if home else None


class Utterance(Frozen):
    """A message as a user may type it, and what it can mean, the best first (ids of bot.core.route.INTENTS)."""

    text: Text
    intents: Annotated[tuple[Slug, ...], Field(min_length=1), AfterValidator(_distinct)]


@cache
def load(language: str = "en") -> Content:
    """All content of a language; read once per process. Raises ContentError naming the file and the key."""
    return load_from(files(__name__) / language)


def utterances(language: str = "en") -> tuple[Utterance, ...]:
    """The messages that the router learns from, in the order of the files; not needed while the bot runs.

    A file is `intent` and `utterances`, one in a line; in a line "\\n" is a line break, and what stands after " || "
    are further intents that fit.
    """
    return tuple(
        row for file in _toml_files(files(__name__) / language / "utterances") for row in _utterances(file, _read(file))
    )


def model(name: str, language: str = "en") -> bytes:
    """The trained numbers models/NAME.bin; how they are read is the business of bot.core.linear."""
    file = files(__name__) / language / "models" / f"{name}.bin"
    try:
        return file.read_bytes()
    except OSError as error:
        raise ContentError(f"{file}: cannot be read: {error}") from error


def _utterances(file: Traversable, data: Mapping[str, Any]) -> Iterator[Utterance]:
    for number, line in enumerate(str(data.get("utterances", "")).strip().splitlines(), 1):
        text, _, more = line.partition(" || ")
        row = {"text": text.replace("\\n", "\n"), "intents": (data.get("intent"), *more.split())}
        yield _parsed(Utterance, row, file, f"utterances[{number}]")


def load_from(root: Traversable) -> Content:
    """All content below a folder that is laid out as content/en is."""
    priorities = _by_id([root / "priorities.toml"], "priority", Priority)
    offer_topics = _by_id([root / "offer_topics.toml"], "offer_topic", OfferTopic)
    acts = _by_id(_there(root / "conduct.toml"), "act", Act)
    drafts = _by_id(_there(root / "drafts.toml"), "draft", Draft)
    lessons = _by_id(_there(root / "lessons.toml"), "lesson", Lesson)
    readings = _by_id(_there(root / "readings.toml"), "reading", Reading)
    tradeoffs = _by_id(_there(root / "tradeoffs.toml"), "tradeoff", Tradeoff)
    bank = _toml_files(root / "bank")
    topics = _by_id(bank, "topic", Topic)
    packs = _by_id(_toml_files(root / "packs"), "", Pack)
    _check_references(topics, priorities, offer_topics)
    _check_packs(packs, topics)
    _check_tradeoffs(tradeoffs, priorities)
    texts = _texts(_toml_files(root / "texts"))
    return Content(
        priorities=priorities,
        topics=topics,
        offer_topics=offer_topics,
        acts=acts,
        drafts=drafts,
        lessons=lessons,
        readings=readings,
        tradeoffs=tradeoffs,
        texts=texts,
        packs=packs,
    )


def _there(file: Traversable) -> list[Traversable]:
    """The file, where there is one."""
    return [file] if file.is_file() else []


def _toml_files(folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    return sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)


def _read(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"{file}: cannot be read: {error}") from error


def _by_id(sources: Sequence[Traversable], table: str, model: type[Q]) -> dict[str, Q]:
    """The entries of [[table]] in all files (without a table each file is one entry), by id; an id may stand once."""
    found: dict[str, Q] = {}
    for file in sources:
        for place, row in _rows(file, table):
            item = _parsed(model, row, file, place)
            if item.id in found:
                raise ContentError(f"{file}: {place}.id: {item.id!r} is used twice")
            found[item.id] = item
    return found


def _rows(file: Traversable, table: str) -> Iterator[tuple[str, dict[str, Any]]]:
    data = _read(file)
    if not table:
        yield f"{data.get('id', 1)}", _numbered_by_topic(data)
        return
    rows = data.pop(table, None)
    if data:
        raise ContentError(f"{file}: {next(iter(data))}: not expected here, only [[{table}]]")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ContentError(f"{file}: {table}: must be an array of tables")
    for number, row in enumerate(rows, 1):
        yield f"{table}[{row.get('id', number)}]", _numbered(row)


def _numbered(row: dict[str, Any]) -> dict[str, Any]:
    """Gives each question its id: the topic's id, a dot, and its place from 1."""
    questions = row.get("question")
    if not isinstance(questions, list) or not all(isinstance(entry, dict) for entry in questions):
        return row
    return row | {"question": [{**entry, "id": f"{row.get('id')}.{n}"} for n, entry in enumerate(questions, 1)]}


def _numbered_by_topic(pack: dict[str, Any]) -> dict[str, Any]:
    """Gives each question of a pack its id: the pack's id, its topic's, and its place among those of the topic."""
    questions = pack.get("question")
    if not isinstance(questions, list) or not all(isinstance(entry, dict) for entry in questions):
        return pack
    seen: Counter[str] = Counter()
    numbered = []
    for entry in questions:
        topic = str(entry.get("topic"))
        seen[topic] += 1
        numbered.append({**entry, "id": f"{pack.get('id')}/{topic}.{seen[topic]}"})
    return pack | {"question": numbered}


def _parsed(model: type[F], row: dict[str, Any], file: Traversable, place: str) -> F:
    try:
        return model.model_validate(row)
    except ValidationError as error:
        raise ContentError(f"{file}: {place}{_first_fault(error)}") from error


def _first_fault(error: ValidationError) -> str:
    """Where inside the entry the first fault is, and what it is."""
    fault = error.errors()[0]
    return f"{''.join(f'.{part}' for part in fault['loc'])}: {fault['msg']}"


def _check_references(
    topics: Mapping[str, Topic], priorities: Mapping[str, Priority], offer_topics: Mapping[str, OfferTopic]
) -> None:
    """A topic may only name priorities and offer topics that exist."""
    for topic in topics.values():
        for key, named, known in (
            ("priorities", topic.priorities, set(priorities)),
            ("offer_topics", topic.offer_topics, set(offer_topics)),
        ):
            for unknown in set(named) - known:
                raise ContentError(f"bank: topic[{topic.id}].{key}: {unknown!r} does not exist")


def _check_packs(packs: Mapping[str, Pack], topics: Mapping[str, Topic]) -> None:
    """A pack may only ask about topics that exist."""
    for pack in packs.values():
        for question in pack.questions:
            if question.topic not in topics:
                raise ContentError(f"packs: {pack.id}.question[{question.id}].topic: {question.topic!r} does not exist")


def _check_tradeoffs(tradeoffs: Mapping[str, Tradeoff], priorities: Mapping[str, Priority]) -> None:
    """A choice may only be between priorities that exist."""
    for pair in tradeoffs.values():
        for unknown in {pair.first.topic, pair.second.topic} - set(priorities):
            raise ContentError(f"tradeoffs: tradeoff[{pair.id}]: {unknown!r} does not exist")


def _texts(sources: Sequence[Traversable]) -> dict[str, str]:
    """[flow] key = "text" becomes "flow.key"; a key may stand in one file only."""
    found: dict[str, str] = {}
    for file in sources:
        for flow, table in _read(file).items():
            if not isinstance(table, dict):
                raise ContentError(f"{file}: {flow}: must stand inside a [table]")
            for key, text in table.items():
                name = f"{flow}.{key}"
                if not isinstance(text, str) or not text:
                    raise ContentError(f"{file}: {name}: must be a text that is not empty")
                if name in found:
                    raise ContentError(f"{file}: {name}: is used twice")
                found[name] = text
    return found

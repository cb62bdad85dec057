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
from typing import Any, TypeVar

from pydantic import ValidationError

from content.schema import (
    Act,
    Content,
    Draft,
    Frozen,
    Lesson,
    OfferTopic,
    Pack,
    PackQuestion,
    Priority,
    Question,
    Reading,
    Side,
    Topic,
    Tradeoff,
    Utterance,
)

__all__ = [
    "Act", "Content", "ContentError", "Draft", "Frozen", "Lesson", "OfferTopic", "Pack", "PackQuestion",
    "Priority", "Question", "Reading", "Side", "Topic", "Tradeoff", "Utterance", "load", "load_from", "model",
    "utterances",
]  # fmt: skip

Q = TypeVar("Q", "Priority", "Topic", "OfferTopic", "Pack", "Act", "Draft", "Lesson", "Reading", "Tradeoff")
F = TypeVar("F", bound="Frozen")


class ContentError(ValueError):
    """Bad content data; the message names the file and the key."""


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

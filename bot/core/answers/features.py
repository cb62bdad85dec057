"""What the judge of answers sees in a question and a note: what the rules find, numbers and names and how they stand
to the question, words, letter sequences, and the shape of the sentences.

The trained numbers in content/<language>/models/answers.bin belong to exactly these features: after any change here, in
the rules or in the pairs, train anew (scripts/train_answers.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.answers.rules import CAP, FIELDS, SIGNS, flat, has, is_fact, kinds, other_subject, pieces, rule
from bot.core.answers.tokens import STOP, Token, shape, stem, tokens

_HARD = ("number", "money", "duration", "often", "day", "person", "event", "rule", "denial")
_OF_THE_FIRST = (*_HARD, "vague", "dodge")
_ASKED_BY = frozenset(
    "who whom whose how when where why what which many much often long do does did is are would can will".split()
)
_LENGTHS = (1, 2, 3, 4, 6, 9, 13, 20, 30)
_LETTERS = (4, 5)


def features(question: str, answer: str) -> list[str]:
    """Each feature once, as ``group:rest``; the groups are v, r (rules), n (numbers and names), q (question),
    w, b, t (words, twos, threes), g (letters), x and y (shapes), p and o (words and shapes by what was asked for)."""
    question, answer = question[:CAP], answer[:CAP]
    asked, said, sorts = flat(question), flat(answer), kinds(flat(question))
    words = tokens(answer)
    about = tokens(question)
    found = {
        *_by_rule(asked, said, answer, sorts),
        *_length(answer, words),
        *_numbers(about, words, sorts),
        *_relation(asked, said, about, words),
        *_words(words, sorts),
        *_letters(words),
        *_shapes(words),
    }
    found.update(f"q:{word}" for word, _ in about if word in _ASKED_BY)
    found.update(list(_crossed(found, sorts)))
    return sorted(found)


def _by_rule(asked: str, said: str, answer: str, sorts: Sequence[str]) -> Iterator[str]:
    shown = [sign for sign in SIGNS if has(sign, said)]
    judged = rule(asked, said, answer)
    parts = list(pieces(answer))
    facts = [is_fact(asked, sorts, part) for part in parts]
    yield f"v:{judged}"
    yield f"v:facts{min(sum(facts), 2)}"
    yield from (f"v:{sort}-{judged}" for sort in sorts)
    yield from (f"r:{sign}" for sign in shown)
    yield from (f"r:{sort}-{sign}" for sort in sorts for sign in shown)
    hard = [sign for sign in _HARD if sign in shown]
    yield f"r:hard{min(len(hard), 5)}"
    if not hard and "vague" not in shown:
        yield "r:plain"
    if facts:
        yield f"v:first{int(facts[0])}"
        low = parts[0].lower()
        yield from (f"r:first-{sign}" for sign in _OF_THE_FIRST if has(sign, low))


def _length(answer: str, words: Sequence[Token]) -> Iterator[str]:
    count = sum(word[0].isalnum() for word, _ in words)
    yield from (f"r:len{most}" for most in _LENGTHS if count <= most)
    yield from (f"r:has{sign}" for sign in '?"!:,)' if sign in answer)
    if answer.rstrip(' "”)').endswith("?"):
        yield "r:asks"


def _numbers(about: Sequence[Token], words: Sequence[Token], sorts: Sequence[str]) -> Iterator[str]:
    """Which classes of numbers and names there are, and what the numbers count."""
    named = [name for _, name in words if name]
    yield f"n:many{min(len(named), 5)}"
    for name in set(named) or {"none"}:
        yield f"n:{name}"
        yield from (f"n:{sort}-{name}" for sort in sorts)
    asked = {stem(word) for word, _ in about} - STOP
    for at, (_, name) in enumerate(words):
        if name.startswith("N") or name == "DEC":
            counted = _counted(words[at + 1 : at + 3], asked)
            yield f"n:of-{counted}"
            yield from (f"n:{sort}-of-{counted}" for sort in sorts)


def _counted(after: Sequence[Token], asked: set[str]) -> str:
    """What stands behind a number: nothing, a unit of time, a small word, what was asked for, or something else."""
    if not after or not after[0][0].isalpha():
        return "bare"
    if after[0][1] == "TU":
        return "time"
    if after[0][0] in STOP:
        return "small"
    return "asked" if any(stem(word) in asked for word, _ in after) else "other"


def _relation(asked: str, said: str, about: Sequence[Token], words: Sequence[Token]) -> Iterator[str]:
    """Whether question and answer speak of the same things."""
    if other_subject(asked, said):
        yield "r:other"
    mine = {stem(word) for word, _ in about if word.isalpha() and word not in STOP}
    theirs = {stem(word) for word, _ in words if word.isalpha() and word not in STOP}
    yield f"r:shared{min(len(mine & theirs), 3)}"
    fields = {name for name, pattern in FIELDS.items() if pattern.search(asked)}
    spoken = {name for name, pattern in FIELDS.items() if pattern.search(said)}
    if fields and spoken:
        yield "r:field" if fields & spoken else "r:field-other"


def _words(words: Sequence[Token], sorts: Sequence[str]) -> Iterator[str]:
    line = ["^", *(f"<{name}>" if name else word for word, name in words), "$"]
    yield from (f"w:{word}" for word, _ in words if word.isalpha())
    yield from (f"w:{word}" for word in line)
    yield from (f"b:{' '.join(line[at : at + 2])}" for at in range(len(line) - 1))
    yield from (f"t:{' '.join(line[at : at + 3])}" for at in range(len(line) - 2))
    yield from (f"q:{sort}-{line[1]}" for sort in sorts)


def _letters(words: Sequence[Token]) -> Iterator[str]:
    for word, name in words:
        if not name and len(word) > 3 and word.isalpha():
            padded = f"_{word}_"
            for size in _LETTERS:
                yield from (f"g:{padded[at : at + size]}" for at in range(len(padded) - size + 1))


def _shapes(words: Sequence[Token]) -> Iterator[str]:
    line = ["^", *(shape(token) for token in words), "$"]
    for group, size in (("x", 2), ("x", 3), ("y", 4)):
        yield from (f"{group}:{' '.join(line[at : at + size])}" for at in range(len(line) - size + 1))


def _crossed(found: set[str], sorts: Sequence[str]) -> Iterator[str]:
    """Words and short shapes once more for each sort of question: "about 40" answers "how many", not "how"."""
    for feature in found:
        group = {"w": "p", "x": "o"}.get(feature[0])
        if group:
            yield from (f"{group}:{sort}-{feature[2:]}" for sort in sorts)

"""The orders of a text, and which questions of the list each of them means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.core import remarks
from bot.core.orders.again import Wish, wish
from bot.core.orders.beside import is_enough
from bot.core.orders.clauses import CAP, clauses, flat, is_question
from bot.core.orders.words import (
    COUNTED,
    DISLIKE,
    EXCHANGE,
    FEWER,
    FIRST,
    HARD_FIT,
    HARSH,
    KEEP,
    KEEP_FIRST,
    LAST,
    LONE,
    MORE,
    NAMED,
    NOT,
    RENEW,
    REST,
    SIMPLER,
    SOFT,
    SOFTEN,
    STAR,
    SWAP,
    TO,
)

WORDED = ("simpler", "soft", "direct")  # how all of them are worded
FEW = 3  # so many stay where it is only said that they are too many
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
Places = Callable[[str], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Order:
    """One order.

    ``act``: off (these go), first (these go to the top), move (the first of them to the place of the second), trade
    (two change places), last, swap (another one for these), renew (others for all), keep (only these), count (so many
    stay), fewer, more, back (what is told in ``about`` comes back, in the place told), unadd (what was just added
    goes), explain (these in other words), simpler, soft, direct, star, number (a bare number).
    ``places``: of the list, from 1. ``about``: of "first" and "back" what is meant where nothing on the list is.
    ``unclear``: in whose place it comes back is told, and may be any of several.
    """

    act: str
    places: tuple[int, ...] = ()
    count: int = 0
    about: str = ""
    unclear: bool = False


def read(text: str, questions: Sequence[str] = (), about: Sequence[str] = ()) -> list[Order]:
    """The orders of a text typed at that list, in order; empty where it is none: a question, or a remark.

    ``about``: of each question what it is about in other words ("weekends" for one on the rota).
    """
    whole = flat(text[:CAP])
    asked = is_question(text, whole) and not HARD_FIT.fullmatch(whole) and not MORE.fullmatch(whole)
    if not whole or len(text) > CAP or asked or is_enough(text):
        return []
    if (rest := REST.fullmatch(whole)) and questions:
        kept = _places(rest["x"], questions, about)
        return [Order("swap", tuple(n for n in range(1, len(questions) + 1) if n not in kept))]
    if (told := wish(whole)) is not None and (order := _again(told, questions, about)):
        return [order]
    found: list[Order] = []
    for clause in clauses(text):
        if found and LONE.fullmatch(clause) and found[-1].places:
            found[-1] = replace(found[-1], places=(*found[-1].places, *_places(clause, questions, about)))
        elif order := _order(clause, questions, about):
            why = order.act in WORDED and found and found[-1].act in ("off", "swap")  # "4 off, it is rude"
            found += [] if why else [order]
    return found


def _again(told: Wish, questions: Sequence[str], about: Sequence[str]) -> Order | None:
    """What was on the list before comes back, or what was just added goes; two that stand there change places."""
    if told.act == "off":
        return Order("unadd")
    instead = _places(told.place, questions, about) if told.place else ()
    if told.place and len(instead) != 1:
        return Order("back", about=told.what, unclear=True)
    there = _places(told.what, questions, about) if instead else ()
    if len(there) == 1 and there != instead:
        return Order("trade", (*there, *instead))
    return Order("back", instead, about=told.what)


def of_questions(text: str) -> Order | None:
    """An order that speaks of questions wherever it is typed: "only 3 questions", "star 2"; None where it is none."""
    found = read(text)
    return found[0] if len(found) == 1 and found[0].act in ("star", "count") else None


def _order(clause: str, questions: Sequence[str], about: Sequence[str]) -> Order | None:
    """The order of one clause; the readings that say most come first."""

    def at(words: str) -> tuple[int, ...]:
        return _places(words, questions, about)

    for reader in (_listed, _moved, _put_first):
        if order := reader(clause, at):
            return order
    if (found := SWAP.fullmatch(clause)) and (places := at(found["x"] or found["y"] or found["z"])):
        return Order("swap", places)
    unliked = remarks.wants_off(clause) or NOT.fullmatch(clause) or DISLIKE.search(clause)
    if unliked and (places := at(str(DISLIKE.sub(" ", clause)))):
        return Order("off", places)
    return _worded(clause, at)


def _listed(clause: str, at: Places) -> Order | None:
    """A bare number, how many are to stay, or which."""
    if LONE.fullmatch(clause):
        return Order("number", at(clause))
    if found := STAR.fullmatch(clause):
        return Order("star", at(found["x"] or found["y"] or found["z"] or ""))
    if found := KEEP_FIRST.fullmatch(clause):
        return Order("keep", tuple(range(1, (_NUMBERS.get(found["n"]) or int(found["n"])) + 1)))
    kept, counted = KEEP.fullmatch(clause), COUNTED.fullmatch(clause)
    if kept and (counted is None or len(at(clause)) > 1):
        return Order("keep", at(str(kept["x"])))
    if counted:
        number = str(counted["n"] or counted["m"])
        return Order("count", count=_NUMBERS.get(number) or int(number))
    if RENEW.fullmatch(clause):
        return Order("renew")
    if FEWER.fullmatch(clause):
        return Order("fewer", count=FEW)
    return Order("more") if MORE.fullmatch(clause) else None


def _moved(clause: str, at: Places) -> Order | None:
    """What goes to another place."""
    if found := EXCHANGE.fullmatch(clause):
        return Order("trade", (*at(found["a"])[:1], *at(found["b"])[:1]))
    if found := NAMED.fullmatch(clause):
        one, other = at(found["a"]), at(found["b"])
        if len(one) == len(other) == 1 and one != other:
            return Order("trade", (*one, *other))
    if found := TO.fullmatch(clause):
        places = at(str(found["a"] or found["c"] or found["e"] or found["g"] or found["i"]))
        to = at(str(found["b"] or found["d"] or found["f"] or found["h"] or found["j"]))
        return Order("move", (places[0], to[0])) if places and to else None
    found = LAST.fullmatch(clause)
    places = at(str(found["x"])) if found else ()
    return Order("last", places) if places else None


def _put_first(clause: str, at: Places) -> Order | None:
    """What goes to the top; where nothing on the list is meant, what is told of."""
    for pattern in FIRST:
        found = pattern.fullmatch(clause)
        if found is None or str(found["x"]) in ("the", "my", "at", "in", "be"):
            continue
        words = str(found["x"])
        if places := at(words):
            return Order("first", places)
        if len(words.split()) <= 4:
            return Order("first", about=words)
    return None


def _worded(clause: str, at: Places) -> Order | None:
    """In other words: one of them, or all."""
    hard = HARD_FIT.fullmatch(clause)
    if hard and (places := at(clause)):
        return Order("explain", places)
    if SIMPLER.fullmatch(clause):
        return Order("simpler")
    if found := SOFT.fullmatch(clause):
        word, turned = str(found["w"]), "less " in clause or "too " in clause
        soft = (word in SOFTEN) != turned if word not in HARSH else True
        return Order("soft" if soft else "direct")
    return None


def _places(words: str, questions: Sequence[str], about: Sequence[str]) -> tuple[int, ...]:
    """The places that words speak of: by number, by "the second", else by a word that one question alone has."""
    last = len(questions)
    numbers = [int(n) for n in re.findall(r"\b[1-9]\b", words)]
    named = [_ORDINALS[word] for word in re.findall(r"\b(?:first|second|third|fourth|fifth)\b", words)]
    found = [*numbers, *named, *([last] if re.search(r"\blast\b", words) and last else [])]
    if not found and questions:
        found = remarks.meant(words, questions) or remarks.meant(
            words, [f"{q} {a}" for q, a in zip(questions, about, strict=False)]
        )
    return tuple(dict.fromkeys(place for place in found if 1 <= place <= (last or 9)))

"""The parts of an offer in a draft: what was typed and what was read of files, in the order of their messages.

``pending`` holds what came and is not taken yet, ``pieces`` what the offer was read from. A short caption without a
figure is the user's comment on a file: it may say whose offer it is, and is no part of it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from bot.core.offer.sums import digits, sums_in
from bot.intake import Joined, Piece, joined
from bot.telegram.turn import Turn

MOST = 40_000  # characters of one offer
COMMENT = 200  # characters at most of a comment


def came(turn: Turn) -> list[Piece]:
    """What this message brought. Of files the first part is taken where they are very long, and that is told."""
    if turn.event.file is None:
        return [Piece(turn.event.number, turn.said)]
    room, pieces = MOST, []
    for piece in turn.event.file.pieces:
        room -= len(piece.text)
        if piece.read is not None and len(piece.read.text) > max(room, 0):
            piece = dataclasses.replace(
                piece, read=dataclasses.replace(piece.read, text=piece.read.text[: max(room, 0)], cut=True)
            )
        room -= len(piece.read.text) if piece.read else 0
        pieces.append(piece)
    return pieces


def held(turn: Turn, key: str) -> list[Piece]:
    """The parts under that name in the draft."""
    return [Piece.from_json(row) for row in turn.draft.get(key) or []]


def put(turn: Turn, key: str, pieces: list[Piece]) -> None:
    turn.draft[key] = [piece.as_json() for piece in pieces]


def whole(turn: Turn, key: str) -> Joined:
    """The offer that these parts make."""
    return letter(held(turn, key))


def letter(pieces: Iterable[Piece]) -> Joined:
    """The parts as one text, without what was only said about them."""
    return joined([dataclasses.replace(piece, text="") if _comments(piece) else piece for piece in pieces])


def comments(pieces: Iterable[Piece]) -> str:
    """What was said about the files, in short captions."""
    return "\n".join(piece.text for piece in pieces if _comments(piece))


def _comments(piece: Piece) -> bool:
    return piece.read is not None and len(piece.text) <= COMMENT and not any(map(str.isdigit, piece.text))


def words(piece: Piece) -> str:
    return letter([piece]).text


def unsure(turn: Turn) -> list[str]:
    """The sums that stand only in a picture and that the user has not confirmed."""
    pieces = [*held(turn, "pieces"), *held(turn, "pending")]
    found = joined(pieces)
    if not found.from_picture:
        return []
    read = "\n".join(piece.read.text for piece in pieces if piece.read and piece.read.from_picture)
    sure = {digits(one) for one in turn.draft.get("sure", [])}
    return [one for one in sums_in(read) if digits(one) not in sure and found.only_in_picture(one)]


def drop_unsure(turn: Turn) -> bool:
    """Takes out the pictures whose sums nobody has confirmed; whether there were any."""
    sums, pieces = unsure(turn), held(turn, "pieces")
    sure = [p for p in pieces if p.read is None or not p.read.from_picture or not any(s in p.read.text for s in sums)]
    put(turn, "pieces", sure)
    return len(sure) < len(pieces)


def correct(turn: Turn, right: dict[str, str]) -> None:
    """Puts sums right in the text of pictures: what was read -> what the user says."""
    for key in ("pieces", "pending"):
        put(turn, key, [_corrected(piece, right) for piece in held(turn, key)])


def _corrected(piece: Piece, right: dict[str, str]) -> Piece:
    if piece.read is None or not piece.read.from_picture:
        return piece
    text = piece.read.text
    for read, said in right.items():
        text = text.replace(read, said)
    return dataclasses.replace(piece, read=dataclasses.replace(piece.read, text=text))

"""What a record is: one dataclass a thing, one field a fact. Which records there are stands in bot.core.model.

Rules that hold for all of them:

- ``id`` is a short random text made by :func:`new_id`; it may stand in a button.
- Instants are aware datetimes in UTC; a wall-clock time is a naive datetime beside an IANA zone.
- A field marked ``secret()`` holds words of the user or about people and is encrypted at rest.
- Fields hold only text, numbers, booleans, dates, datetimes, tuples of text and trees of JSON (``dict``),
  so that the store can write any record without knowing it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# No 0/O, 1/I/L: an id may be read aloud from a log line.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_id() -> str:
    """A random id of 8 characters (about 39 bits): unguessable enough beside the check of the owner."""
    # Of 64 random bits, so that the remainder favours none; secrets.randbelow asks the system more than once.
    number, letters = int.from_bytes(secrets.token_bytes(8)), ""
    for _ in range(8):
        number, place = divmod(number, len(_ALPHABET))
        letters += _ALPHABET[place]
    return letters


def secret(default: str = "") -> Any:
    """A text field that is encrypted at rest."""
    return field(default=default, metadata={"secret": True})


@dataclass(slots=True, kw_only=True)
class Record:
    """Something that belongs to one user."""

    id: str = field(default_factory=new_id)
    created_at: datetime = EPOCH

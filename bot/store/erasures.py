"""Who was erased: noted without his id, so that restoring an older backup does not bring him back.

Each erasing leaves one note: a random id, and a hash of the user's id made with a key of its own. That key lies sealed
in the database and in every backup. It is made once and stays when the encryption key is replaced, so that a note can
always be compared with the users of an older backup. Notes lie in the database and, since that may be lost, in a file
beside the encryption key.

A backup knows the notes that were there when it was made: all others are of people who left afterwards. No clock is
asked.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import logging
import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select

from bot.store.base import StoreError
from bot.store.crypto import Vault
from bot.store.tables import erasure, erasure_key

log = logging.getLogger(__name__)
SEALED = "erasure_key.sealed"
_PURPOSE = "two-way street: who was erased"


@dataclass(frozen=True, slots=True)
class Note:
    """One erasing. ``key_id`` names the key of the hash; ``at`` only informs."""

    id: str
    key_id: str
    digest: str
    at: datetime


def ensure_key(conn: Connection, vault: Vault) -> None:
    """Makes the key of the hashes where there is none."""
    if conn.execute(select(erasure_key.c.id)).first() is None:
        # From the encryption key: a database that was lost and begun anew makes the same one again.
        _keep_key(conn, vault, vault.derived(_PURPOSE)[0])


def _keep_key(conn: Connection, vault: Vault, key: bytes) -> None:
    conn.execute(insert(erasure_key), {"id": _id_of(key), "sealed": vault.encrypt(key.hex(), SEALED)})


def keys(conn: Connection, vault: Vault) -> dict[str, bytes]:
    """The keys of the hashes by their ids. VaultError where one does not open."""
    found = conn.execute(select(erasure_key.c.id, erasure_key.c.sealed).order_by(erasure_key.c.id))
    return {id: bytes.fromhex(vault.decrypt(sealed, SEALED)) for id, sealed in found}


def derived_keys(vault: Vault) -> dict[str, bytes]:
    """The keys that a database begun with one of the vault's keys would have."""
    return {_id_of(key): key for key in vault.derived(_PURPOSE)}


def _id_of(key: bytes) -> str:
    return hashlib.sha256(b"id of the key:" + key).hexdigest()[:8]


def digest(key: bytes, user_id: int) -> str:
    """The hash of a user's id."""
    return hmac.digest(key, str(user_id).encode(), "sha256").hex()[:32]


def note(conn: Connection, vault: Vault, user_id: int) -> Note:
    """Notes that this user is erased, in the transaction that erases him."""
    key_id, key = next(iter(keys(conn, vault).items()))
    made = Note(secrets.token_hex(8), key_id, digest(key, user_id), datetime.now(UTC))
    conn.execute(insert(erasure), asdict(made))
    return made


def notes(conn: Connection) -> list[Note]:
    """All that are noted, oldest first."""
    columns = erasure.c
    rows = conn.execute(select(columns.id, columns.key_id, columns.digest, columns.at).order_by(columns.at, columns.id))
    return [Note(*row) for row in rows]


def add(conn: Connection, more: Iterable[Note]) -> list[Note]:
    """Keeps notes from elsewhere; returns those that were new."""
    known = set(conn.scalars(select(erasure.c.id)))
    fresh = {given.id: given for given in more if given.id not in known}
    if fresh:
        conn.execute(insert(erasure), [asdict(given) for given in fresh.values()])
    return list(fresh.values())


def add_keys(conn: Connection, vault: Vault, more: dict[str, bytes]) -> None:
    """Keeps keys of hashes from elsewhere, so that their notes can be compared later too."""
    known = set(conn.scalars(select(erasure_key.c.id)))
    for id, key in more.items():
        if id not in known:
            _keep_key(conn, vault, key)


class Ledger:
    """The file of notes. It is only ever added to; a line cut off by a power cut is passed over."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, more: Iterable[Note]) -> bool:
        """Adds the notes that are not there yet. False, with a warning, where the file cannot be written."""
        try:
            known = {known.id for known in self.read()}
            lines = [_line(given) for given in more if given.id not in known]
            if lines:
                self._append("".join(lines))
        except (OSError, StoreError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            log.warning("who was erased cannot be noted in %s: %s; the database alone knows it", self.path, reason)
            return False
        return True

    def read(self) -> list[Note]:
        """All notes; none where there is no file. StoreError where it cannot be read."""
        try:
            text = self.path.read_text("ascii", errors="replace")
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StoreError(f"the file {self.path} cannot be read: {error.strerror}") from None
        return [found for line in text.splitlines() if (found := _parse(line))]

    def _append(self, text: str) -> None:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "r+b", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            whole = size == 0 or os.pread(handle, 1, size - 1) == b"\n"
            file.write(("" if whole else "\n").encode() + text.encode())
            os.fsync(handle)


def _line(given: Note) -> str:
    return f"1 {given.id} {given.key_id} {given.digest} {given.at.isoformat()}\n"


def _parse(line: str) -> Note | None:
    with contextlib.suppress(ValueError):
        version, id, key_id, hashed, at = line.split(" ")
        if version == "1" and len(hashed) == 32:
            return Note(id, key_id, hashed, datetime.fromisoformat(at))
    return None

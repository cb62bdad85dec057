"""Where the encryption key comes from: a setting, or a file made on the first run."""

from __future__ import annotations

import base64
import binascii
import contextlib
import logging
import os
import secrets
import stat
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.store.base import StoreError
from bot.store.crypto import KEY_BYTES

log = logging.getLogger(__name__)
SETTING = "ENCRYPTION_KEY"


@dataclass(frozen=True, slots=True)
class KeySource:
    """``setting``: keys as text, newest first, comma separated; empty: ``path`` holds them, one a line.

    ``erasures`` is the file that notes who was erased; None: beside the key, apart from the database.
    """

    path: Path
    setting: str = field(default="", repr=False)
    erasures: Path | None = None

    @property
    def ledger(self) -> Path:
        """Where it is noted who was erased."""
        return self.erasures or self.path.with_name(self.path.name + ".erasures")


def new_key() -> bytes:
    """A fresh random key."""
    return secrets.token_bytes(KEY_BYTES)


def read_keys(source: KeySource) -> list[bytes] | None:
    """The keys, newest first; None where there are none yet. StoreError where they cannot be read or understood."""
    if source.setting.strip():
        return _parse(source.setting, SETTING)
    try:
        text = source.path.read_text("ascii")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise StoreError(f"the key file {source.path} cannot be read: {reason}") from None
    _tighten(source.path)
    return _parse(text, str(source.path))


def write_keys(path: Path, keys: Sequence[bytes]) -> None:
    """Writes the key file in one step, readable by its owner only; a power cut leaves the old file or the new one."""
    lines = "".join(base64.urlsafe_b64encode(key).decode() + "\n" for key in keys)
    fresh = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        _write_private(fresh, lines)
        fresh.rename(path)
        sync(path.parent)
    except OSError as error:
        raise StoreError(f"the key file {path} cannot be written: {error.strerror}") from None


def missing(path: Path) -> StoreError:
    """What to say where the database holds data and its key is gone."""
    return StoreError(f"the database holds data but its key is missing: put it back at {path}, or set {SETTING}")


def _parse(text: str, origin: str) -> list[bytes]:
    parts = [part.strip() for part in text.replace("\n", ",").split(",")]
    keys = [_key(part, origin) for part in parts if part]
    if not keys:
        raise StoreError(f"{origin} holds no key")
    return keys


def _key(text: str, origin: str) -> bytes:
    try:
        # Both alphabets and a lost "=" are taken: keys travel through forms and shells.
        key = base64.b64decode(text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise StoreError(f"{origin} is not a key: {KEY_BYTES} bytes in base64 are expected (44 characters)")
    return key


def _tighten(path: Path) -> None:
    """Takes a key file away from other accounts."""
    if not stat.S_IMODE(path.stat().st_mode) & 0o077:
        return
    log.warning("other accounts could read the key file %s; it is set to mode 0600 where that is possible", path)
    # A mounted secret belongs to somebody else and cannot be changed; the warning stays.
    with contextlib.suppress(OSError):
        path.chmod(0o600)


def _write_private(path: Path, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def sync(path: Path) -> None:
    """Returns when that file, or the entries of that folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

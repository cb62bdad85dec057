"""Encryption of what users write: AES-256-GCM, several keys at once so that a key can be replaced.

A sealed text is: version (1 byte), id of its key (4 bytes), nonce (12 bytes), ciphertext with tag. The place it
belongs to ("table.column") is authenticated with it, so a value moved to another column does not open.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.store.base import StoreError

KEY_BYTES = 32
_VERSION = b"\x01"
_NONCE_BYTES = 12
PREFIX_BYTES = len(_VERSION) + 4


class VaultError(StoreError):
    """A sealed text does not open: another key, or damaged."""


def prefix_of(key: bytes) -> bytes:
    """How every text sealed with that key begins; tells nothing about the key."""
    return _VERSION + hashlib.sha256(b"id of the key:" + key).digest()[:4]


class Vault:
    """Seals with the first key, opens with any of them."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        if not keys or any(len(key) != KEY_BYTES for key in keys):
            raise ValueError("a vault needs keys of 32 bytes")
        self._ciphers = {prefix_of(key): AESGCM(key) for key in keys}
        self.newest = prefix_of(keys[0])
        self._keys = tuple(keys)

    def derived(self, purpose: str) -> list[bytes]:
        """A key for another purpose from each key, newest first; tells nothing about the keys."""
        return [hmac.digest(key, purpose.encode(), "sha256") for key in self._keys]

    def encrypt(self, text: str, context: str) -> bytes:
        """Seals a text for one place; two calls never give the same bytes."""
        nonce = os.urandom(_NONCE_BYTES)
        # Telegram's JSON may carry half of a surrogate pair; it has to come back as it was.
        data = text.encode("utf-8", "surrogatepass")
        return self.newest + nonce + self._ciphers[self.newest].encrypt(nonce, data, context.encode())

    def decrypt(self, sealed: bytes, context: str) -> str:
        """The text; VaultError where no key fits, the place is another one or a byte has changed."""
        cipher = self._ciphers.get(sealed[:PREFIX_BYTES])
        if cipher is None:
            raise VaultError(f"{context}: sealed with a key that is not at hand")
        nonce, data = sealed[PREFIX_BYTES : PREFIX_BYTES + _NONCE_BYTES], sealed[PREFIX_BYTES + _NONCE_BYTES :]
        try:
            return cipher.decrypt(nonce, data, context.encode()).decode("utf-8", "surrogatepass")
        except (InvalidTag, ValueError):
            raise VaultError(f"{context}: does not open; damaged, or moved from another place") from None

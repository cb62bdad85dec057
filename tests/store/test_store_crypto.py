"""The vault: opens only what it sealed, where it sealed it."""

from __future__ import annotations

import pytest

from bot.store.crypto import Vault, VaultError
from bot.store.keys import new_key

OLD, NEW = new_key(), new_key()


@pytest.mark.parametrize(
    "text", ["", "a", "\U0001f469\u200d\U0001f4bb", "a\x00b", "half \ud83d a pair", "x" * 1_000_000]
)
def test_a_text_comes_back(text: str) -> None:
    vault = Vault([NEW])
    assert vault.decrypt(vault.encrypt(text, "job.role"), "job.role") == text


def test_the_same_text_never_looks_the_same() -> None:
    vault = Vault([NEW])
    assert len({vault.encrypt("word", "job.role") for _ in range(100)}) == 100


def test_the_text_and_the_key_do_not_show() -> None:
    sealed = Vault([NEW]).encrypt("distinctive", "job.role")
    assert b"distinctive" not in sealed
    assert NEW[:4] not in sealed


def test_it_opens_only_in_its_place() -> None:
    vault = Vault([NEW])
    with pytest.raises(VaultError, match=r"^job\.employer: does not open"):
        vault.decrypt(vault.encrypt("word", "job.role"), "job.employer")


def test_a_changed_byte_is_noticed_wherever_it_is() -> None:
    vault = Vault([NEW])
    sealed = vault.encrypt("word", "job.role")
    for position in range(len(sealed)):
        changed = bytearray(sealed)
        changed[position] ^= 1
        with pytest.raises(VaultError):
            vault.decrypt(bytes(changed), "job.role")


@pytest.mark.parametrize("length", range(0, 33, 4))
def test_a_cut_text_is_noticed(length: int) -> None:
    vault = Vault([NEW])
    with pytest.raises(VaultError):
        vault.decrypt(vault.encrypt("word", "job.role")[:length], "job.role")


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(VaultError, match="not at hand"):
        Vault([NEW]).decrypt(Vault([OLD]).encrypt("word", "job.role"), "job.role")


def test_all_keys_open_and_the_first_seals() -> None:
    both = Vault([NEW, OLD])
    assert both.decrypt(Vault([OLD]).encrypt("word", "job.role"), "job.role") == "word"
    assert Vault([NEW]).decrypt(both.encrypt("word", "job.role"), "job.role") == "word"


@pytest.mark.parametrize("keys", [[], [b""], [b"x" * 16], [NEW, b"x" * 31]])
def test_a_key_has_32_bytes(keys: list[bytes]) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Vault(keys)


def test_nothing_secret_in_its_name() -> None:
    assert NEW.hex() not in repr(Vault([NEW]))

"""Keys from the setting and from the file."""

from __future__ import annotations

import base64
import logging
import stat
from pathlib import Path

import pytest

from bot.store.base import StoreError
from bot.store.keys import KeySource, read_keys, write_keys

ONE, TWO = bytes(range(32)), bytes(range(32, 64))  # the same in every worker of the tests


def text(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).decode()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_no_key_anywhere(tmp_path: Path) -> None:
    assert read_keys(KeySource(tmp_path / "no" / "key")) is None


@pytest.mark.parametrize("shape", ["{0}", " {0}\n", "{0},{1}", "{0} , {1},", "{0}\n{1}"])
def test_the_setting_holds_one_or_several(tmp_path: Path, shape: str) -> None:
    keys = read_keys(KeySource(tmp_path / "key", shape.format(text(ONE), text(TWO))))
    assert keys == [ONE, TWO][: 1 + ("{1}" in shape)]


def test_the_usual_alphabet_and_a_lost_sign_are_taken(tmp_path: Path) -> None:
    key = b"\xff\xfe" * 16
    usual = base64.b64encode(key).decode()
    assert "/" in usual
    assert read_keys(KeySource(tmp_path / "key", usual)) == [key]
    assert read_keys(KeySource(tmp_path / "key", text(key).rstrip("="))) == [key]


@pytest.mark.parametrize(
    "wrong", ["hunter2hunter2", text(ONE)[:-8], text(ONE) + "AAAA", text(ONE) + ",x", "\u00e9" * 44, ","]
)
def test_what_is_no_key_is_said_without_showing_it(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(StoreError, match="ENCRYPTION_KEY") as caught:
        read_keys(KeySource(tmp_path / "key", wrong))
    assert wrong == "," or wrong not in str(caught.value)


def test_the_setting_goes_before_the_file(tmp_path: Path) -> None:
    write_keys(tmp_path / "key", [ONE])
    assert read_keys(KeySource(tmp_path / "key", text(TWO))) == [TWO]
    assert read_keys(KeySource(tmp_path / "key", "  ")) == [ONE]


def test_a_key_is_not_shown_by_its_source(tmp_path: Path) -> None:
    assert text(ONE) not in repr(KeySource(tmp_path, text(ONE)))


def test_the_file_is_private(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "key"
    write_keys(path, [ONE, TWO])
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)
    assert read_keys(KeySource(path)) == [ONE, TWO]
    assert [p.name for p in path.parent.iterdir()] == ["key"]


def test_the_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.with_name("key.new").write_text("left by a crash")
    write_keys(path, [ONE])
    write_keys(path, [TWO, ONE])
    assert read_keys(KeySource(path)) == [TWO, ONE]


def test_a_file_that_others_can_read_is_tightened(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "key"
    write_keys(path, [ONE])
    path.chmod(0o644)
    with caplog.at_level(logging.WARNING):
        assert read_keys(KeySource(path)) == [ONE]
    assert mode(path) == 0o600
    assert [record.getMessage().count(str(path)) for record in caplog.records] == [1]
    caplog.clear()
    read_keys(KeySource(path))
    assert caplog.records == []


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe", b"not a key"])
def test_a_file_without_key_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "key"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=str(path)):
        read_keys(KeySource(path))


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=f"{tmp_path} cannot be read"):
        read_keys(KeySource(tmp_path))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        write_keys(tmp_path / "file" / "key", [ONE])

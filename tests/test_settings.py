"""Settings: what is taken, and that a wrong one gives one line with its name and without its value."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

from bot.settings import NAMES, Settings, SettingsError, config_folder, data_folder, load

TOKEN = "123456789:AAE_x-abcdefghijklmnopqrstuvwxyz012"
KEY = base64.b64encode(bytes(range(32))).decode()
SECRET = "s" * 32
HOOK = {"TELEGRAM_BOT_TOKEN": TOKEN, "WEBHOOK_URL": "https://bot.example.org/in", "WEBHOOK_SECRET": SECRET}


def read(tmp_path: Path, dotenv: str | bytes | None = None, **env: str) -> Settings:
    path = tmp_path / ".env"
    if dotenv is not None:
        path.write_bytes(dotenv.encode() if isinstance(dotenv, str) else dotenv)
    return load({"HOME": "/home/sam", **env}, path)


def complaint(tmp_path: Path, dotenv: str | bytes | None = None, **env: str) -> str:
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, dotenv, **env)
    assert caught.value.__cause__ is None
    line = str(caught.value)
    assert "\n" not in line
    return line


def database(settings: Settings) -> str:
    return settings.database_url.get_secret_value()


def test_nothing_set_is_the_local_chat(tmp_path: Path) -> None:
    settings = read(tmp_path)
    assert settings.local_chat
    assert database(settings).endswith("/two-way-street/local-chat.db")
    assert settings.encryption_key_file == Path("/home/sam/.config/two-way-street/local-chat.key")
    assert (settings.local_chat_port, settings.metrics_port, settings.webhook_port) == (8765, None, 8080)
    assert (settings.access, settings.log_level, settings.owner_id) == ("open", "INFO", None)
    assert (settings.messages_per_minute, settings.messages_per_day, settings.files_per_day) == (0, 0, 0)
    assert settings.notes == ()


def test_with_a_token_database_and_key_are_others_and_apart(tmp_path: Path) -> None:
    settings = read(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, XDG_DATA_HOME="/da ta%41", XDG_CONFIG_HOME="/config")
    assert not settings.local_chat
    assert (settings.access, settings.messages_per_minute, settings.messages_per_day) == ("invite", 30, 600)
    assert settings.files_per_day == 60
    assert settings.encryption_key_file == Path("/config/two-way-street/key")
    assert make_url(database(settings)).drivername == "sqlite+aiosqlite"
    assert (make_url(database(settings)).database or "").endswith("/two-way-street/bot.db")


def test_folders_of_each_platform() -> None:
    home = {"HOME": "/home/sam"}
    assert data_folder(home, "linux") == Path("/home/sam/.local/share/two-way-street")
    assert data_folder(home | {"XDG_DATA_HOME": "/data"}, "linux") == Path("/data/two-way-street")
    assert data_folder(home | {"XDG_DATA_HOME": "relative"}, "linux") == data_folder(home, "linux")
    assert data_folder(home, "darwin") == Path("/home/sam/Library/Application Support/two-way-street")
    assert config_folder(home) == Path("/home/sam/.config/two-way-street")
    assert data_folder({}, "linux") == Path.home() / ".local/share/two-way-street"


def test_no_home_is_said_only_where_it_matters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(SettingsError, match=r"^HOME is not set: set it, or DATABASE_URL and ENCRYPTION_KEY_FILE$"):
        load({}, tmp_path / ".env")
    assert load({"DATABASE_URL": "sqlite:///a.db", "ENCRYPTION_KEY_FILE": "k"}, tmp_path / ".env").local_chat


@pytest.mark.parametrize(
    "given, normal",
    [
        ("sqlite:///bot.db", "sqlite+aiosqlite:///bot.db"),
        ("sqlite+aiosqlite:////var/lib/bot.db", "sqlite+aiosqlite:////var/lib/bot.db"),
        ("sqlite:///~/bot.db", f"sqlite+aiosqlite:///{Path.home()}/bot.db"),
        ("sqlite:///file:bot.db?mode=ro&uri=true", "sqlite+aiosqlite:///file:bot.db?mode=ro&uri=true"),
        ("postgres://sam:pa%40ss@db:5433/bot", "postgresql+asyncpg://sam:pa%40ss@db:5433/bot"),
        ("postgresql://db/bot?sslmode=require", "postgresql+asyncpg://db/bot?ssl=require"),
        ("postgresql+asyncpg:///bot?host=/run/pg", "postgresql+asyncpg:///bot?host=/run/pg"),
    ],
)
def test_database_addresses_are_normalised(tmp_path: Path, given: str, normal: str) -> None:
    assert make_url(database(read(tmp_path, DATABASE_URL=given))) == make_url(normal)


def test_everything_can_be_set(tmp_path: Path) -> None:
    settings = read(
        tmp_path, **HOOK, WEBHOOK_PORT="9000", OWNER_ID="42", ACCESS="Open", OPERATOR_NAME=" Zoë R. ",
        OPERATOR_CONTACT="zoe@example.org", LOG_LEVEL="debug", METRICS_PORT="9100", LOCAL_CHAT_PORT="0",
        TELEGRAM_API_URL="http://127.0.0.1:8081/", ENCRYPTION_KEY=f"{KEY}, {KEY}",
    )  # fmt: skip
    assert settings.bot_url == "http://127.0.0.1:8081/bot"
    assert settings.file_url == "http://127.0.0.1:8081/file/bot"
    assert settings.encryption_key is not None
    assert settings.encryption_key.get_secret_value() == f"{KEY},{KEY}"
    assert (settings.owner_id, settings.operator_name, settings.log_level) == (42, "Zoë R.", "DEBUG")
    assert (settings.webhook_port, settings.metrics_port, settings.local_chat_port) == (9000, 9100, 0)


@pytest.mark.parametrize("key", [KEY, KEY.rstrip("="), base64.urlsafe_b64encode(b"\xff\xfe" * 16).decode(), f"{KEY},"])
def test_keys_in_either_alphabet(tmp_path: Path, key: str) -> None:
    taken = read(tmp_path, ENCRYPTION_KEY=key).encryption_key
    assert taken is not None
    assert taken.get_secret_value() == key.rstrip(",")


BAD: list[tuple[str, str, str]] = [
    ("TELEGRAM_BOT_TOKEN", "hunter2-not-a-token", "is not a bot token"),
    ("TELEGRAM_BOT_TOKEN", "123456789:hunter2 with blanks and some more", "is not a bot token"),
    ("TELEGRAM_API_URL", "hunter2.example.org", "must be a web address"),
    ("TELEGRAM_API_URL", "https://hunter2:99999", "must be a web address"),
    ("TELEGRAM_API_URL", "https://h/?hunter2", "must be a web address"),
    ("DATABASE_URL", "hunter2", "must be sqlite:///"),
    ("DATABASE_URL", "mysql://sam:hunter2@db/bot", "must be sqlite:///"),
    ("DATABASE_URL", "postgresql://sam:hunter2@db", "must be sqlite:///"),
    ("DATABASE_URL", "postgresql://sam@db:hunter2/bot", "must be sqlite:///"),
    ("DATABASE_URL", "sqlite://", "must name a file"),
    ("DATABASE_URL", "sqlite://hunter2/bot.db", "must name a file"),
    ("DATABASE_URL", "sqlite:///:memory:", "must name a file"),
    ("DATABASE_URL", "sqlite:///file:hunter2?mode=memory&uri=true", "must name a file"),
    ("DATABASE_URL", "sqlite:///~hunter2/bot.db", "begins with ~"),
    ("ENCRYPTION_KEY", "hunter2", "must be 32 random bytes"),
    ("ENCRYPTION_KEY", KEY + ",hunter2", "must be 32 random bytes"),
    ("ENCRYPTION_KEY", ",", "must be 32 random bytes"),
    ("ENCRYPTION_KEY", "hünter2", "must be 32 random bytes"),
    ("ENCRYPTION_KEY_FILE", "~hunter2/key", "begins with ~"),
    ("WEBHOOK_URL", "hunter2", "must be a web address"),
    ("WEBHOOK_SECRET", "hunter2", "must have 32 to 256"),
    ("WEBHOOK_SECRET", "hunter2 " * 8, "must have 32 to 256"),
    ("WEBHOOK_PORT", "hunter2", "must be a port number"),
    ("WEBHOOK_PORT", "0", "must be a port number"),
    ("METRICS_PORT", "65536", "must be a port number"),
    ("LOCAL_CHAT_PORT", "-1", "must be a port number"),
    ("OWNER_ID", "@hunter2", "must be a Telegram user id"),
    ("ACCESS", "hunter2", "must be invite"),
    ("MESSAGES_PER_MINUTE", "hunter2", "must be a whole number"),
    ("MESSAGES_PER_DAY", "-1", "must be a whole number"),
    ("FILES_PER_DAY", "ten", "must be a whole number"),
    ("OPERATOR_NAME", "hunter2\nx", "must be one line"),
    ("OPERATOR_CONTACT", "hunter2" * 30, "must be one line"),
    ("LOG_LEVEL", "hunter2", "must be DEBUG"),
]


@pytest.mark.parametrize("name, value, reason", BAD)
def test_a_wrong_value_is_named_and_not_shown(tmp_path: Path, name: str, value: str, reason: str) -> None:
    line = complaint(tmp_path, **{name: value})
    assert line.startswith(f"{name} {reason}")
    assert "hunter2" not in line


def test_settings_that_need_each_other(tmp_path: Path) -> None:
    without: dict[str, Any] = {name: {k: v for k, v in HOOK.items() if k != name} for name in HOOK}
    assert complaint(tmp_path, **without["WEBHOOK_SECRET"]).startswith("WEBHOOK_SECRET is missing")
    assert complaint(tmp_path, **without["TELEGRAM_BOT_TOKEN"]).startswith("TELEGRAM_BOT_TOKEN is missing")
    plain = HOOK | {"WEBHOOK_URL": "http://bot.example.org"}
    assert complaint(tmp_path, **plain).startswith("WEBHOOK_URL must begin with https://")
    assert read(tmp_path, **plain, TELEGRAM_API_URL="http://127.0.0.1:8081").webhook_url == "http://bot.example.org"
    both = complaint(tmp_path, ENCRYPTION_KEY=KEY, ENCRYPTION_KEY_FILE="k")
    assert both == "ENCRYPTION_KEY and ENCRYPTION_KEY_FILE are both set: keep one of them"


def test_secrets_show_in_no_repr(tmp_path: Path) -> None:
    settings = read(tmp_path, **HOOK, ENCRYPTION_KEY=KEY, DATABASE_URL="postgres://sam:hunter2@db/bot")
    for text in (repr(settings), str(settings), f"{settings}", repr(settings.model_dump()), settings.model_dump_json()):
        for secret in (TOKEN, TOKEN[10:], KEY, SECRET, "hunter2"):
            assert secret not in text


def test_env_file_and_environment(tmp_path: Path) -> None:
    text = (
        "\ufeff# a comment\r\n"
        "\r\n"
        "OPERATOR_NAME = 'Sam # Reed'  # comment\r\n"
        'export OPERATOR_CONTACT="sam@example.org"\r\n'
        "LOG_LEVEL=ERROR\r\n"
        "METRICS_PORT=9100\r\n"
        "OWNER_ID="
    )
    settings = read(tmp_path, text, LOG_LEVEL="WARNING", METRICS_PORT="")
    assert (settings.operator_name, settings.operator_contact) == ("Sam # Reed", "sam@example.org")
    assert (settings.log_level, settings.metrics_port, settings.owner_id) == ("WARNING", None, None)


@pytest.mark.parametrize(
    "damaged",
    ["hunter2", f"{TOKEN}", "hunter2=", "aHVudGVyMg==", 'LOG_LEVEL="hunter2', "LOG_LEVEL='a' hunter2", "=hunter2",
     "LOG_LEVEL: hunter2", "LOG LEVEL=hunter2", "LOG_LEVEL=hunter2\0", f"{'X' * 65}=hunter2", "'LOG_LEVEL'=hunter2"],
)  # fmt: skip
def test_a_damaged_line_is_given_by_its_number(tmp_path: Path, damaged: str) -> None:
    line = complaint(tmp_path, f"# first\nOWNER_ID=1\n{damaged}\nLOG_LEVEL=INFO\n")
    assert line == ".env line 3 cannot be read: expected NAME=value"


def test_an_env_file_that_is_no_text_or_not_readable(tmp_path: Path) -> None:
    assert complaint(tmp_path, b"OWNER_ID=\xff\xfe") == ".env cannot be read: it is not UTF-8 text"
    (tmp_path / ".env").unlink()
    (tmp_path / ".env").mkdir()
    assert complaint(tmp_path) == f".env cannot be read: {os.strerror(21)}"


def test_unknown_names_in_the_env_file_are_noted(tmp_path: Path) -> None:
    settings = read(tmp_path, "TELEGRAM_TOKEN=hunter2\n\nZZZ=hunter2\n")
    assert settings.notes == (
        ".env line 1: TELEGRAM_TOKEN is not a setting of this bot, did you mean TELEGRAM_BOT_TOKEN?",
        ".env line 3: ZZZ is not a setting of this bot",
    )


def test_names_are_those_of_the_fields() -> None:
    assert {name.lower() for name in NAMES} | {"notes"} == set(Settings.model_fields)

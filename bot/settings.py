"""What can be set from outside: the environment first, then the file .env; all names are in .env.example."""

from __future__ import annotations

import base64
import binascii
import os
import re
import sys
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import BeforeValidator, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot import envfile

FOLDER = "two-way-street"
TELEGRAM = "https://api.telegram.org"

_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{30,64}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")


class SettingsError(Exception):
    """One line for the person who runs the bot: it names the setting and never its value."""


def _token(text: str) -> str:
    if not _TOKEN.fullmatch(text):
        raise ValueError("is not a bot token: expected digits, a colon and about 35 letters, digits, - or _")
    return text


def _webhook_secret(text: str) -> str:
    if not _WEBHOOK_SECRET.fullmatch(text):
        raise ValueError("must have 32 to 256 characters out of A-Z, a-z, 0-9, _ and -")
    return text


def _web_address(text: str) -> str:
    wrong = ValueError(f"must be a web address such as {TELEGRAM}")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise wrong from None
    if parts.scheme not in ("http", "https") or not host or port == 0 or re.search(r"[\s?#]", text):
        raise wrong
    return text.rstrip("/")


def _encryption_key(text: str) -> str:
    """Several keys, newest first, are separated by commas: the first one writes, all of them read."""
    keys = [part.strip() for part in text.split(",") if part.strip()]
    if not keys or any(_key_length(key) != 32 for key in keys):
        raise ValueError("must be 32 random bytes in base64 (44 characters); separate several keys by commas")
    return ",".join(keys)


def _key_length(key: str) -> int:
    """How many bytes the base64 text stands for, in either alphabet and with or without the "=" at its end."""
    padded = key.replace("-", "+").replace("_", "/") + "=" * (-len(key) % 4)
    try:
        return len(base64.b64decode(padded, validate=True))
    except (binascii.Error, ValueError):
        return 0


def _number(text: str, low: int, high: int, wanted: str) -> int:
    if not re.fullmatch(r"[0-9]{1,18}", text) or not low <= int(text) <= high:
        raise ValueError(f"must be {wanted}")
    return int(text)


def _port(text: str) -> int:
    return _number(text, 1, 65535, "a port number from 1 to 65535")


def _port_or_any(text: str) -> int:
    return _number(text, 0, 65535, "a port number from 1 to 65535, or 0 for any free one")


def _address(text: str) -> str:
    try:
        return str(ip_address(text))
    except ValueError:
        raise ValueError("must be an IP address of this machine, such as 127.0.0.1, or 0.0.0.0 for all") from None


def _user_id(text: str) -> int:
    return _number(text, 1, 10**18, "a Telegram user id, a number such as 123456789")


def _count(text: str) -> int:
    return _number(text, 0, 1_000_000, "a whole number, or 0 for no limit")


def _line(text: str) -> str:
    if len(text) > 200 or not text.isprintable():
        raise ValueError("must be one line of at most 200 characters")
    return text


def _level(text: str) -> str:
    if text.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError("must be DEBUG, INFO, WARNING or ERROR")
    return text.upper()


def _access(text: str) -> str:
    if text.lower() not in ("invite", "open"):
        raise ValueError("must be invite (you, and whom you invite) or open (everybody who finds the bot)")
    return text.lower()


def _file(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise ValueError("begins with ~, but no home folder is known: write the whole path") from None


def _database(text: str) -> str:
    """The address in SQLAlchemy's form with the asynchronous driver."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        url = URL.create("unreadable")
    if url.drivername in ("sqlite", "sqlite+aiosqlite"):
        url = _sqlite(url)
    elif url.drivername in ("postgres", "postgresql", "postgresql+asyncpg") and url.database:
        url = _postgresql(url)
    else:
        raise ValueError("must be sqlite:///path/to/file.db or postgresql://user:password@host/database")
    return url.render_as_string(hide_password=False)


def _sqlite(url: URL) -> URL:
    path = url.database or ""
    if not path or url.host or ":memory:" in path or url.query.get("mode") == "memory":
        raise ValueError("must name a file, such as sqlite:///path/to/file.db: a database in memory forgets everything")
    return url.set(drivername="sqlite+aiosqlite", database=str(_file(path)) if path.startswith("~") else path)


def _postgresql(url: URL) -> URL:
    """Hosting services write sslmode=..., which libpq knows; asyncpg takes the same words under the name ssl."""
    query = {("ssl" if name == "sslmode" else name): value for name, value in url.query.items()}
    return url.set(drivername="postgresql+asyncpg", query=query)


class Settings(BaseSettings):
    """Checked values, ready to use; made by `load`. Field names are the settings' names in small letters."""

    model_config = SettingsConfigDict(frozen=True, hide_input_in_errors=True, validate_default=False)

    telegram_bot_token: Annotated[SecretStr | None, BeforeValidator(_token)] = None
    telegram_api_url: Annotated[str, BeforeValidator(_web_address)] = TELEGRAM
    database_url: Annotated[SecretStr, BeforeValidator(_database)]
    encryption_key: Annotated[SecretStr | None, BeforeValidator(_encryption_key)] = None
    encryption_key_file: Annotated[Path, BeforeValidator(_file)]
    erasures_file: Annotated[Path | None, BeforeValidator(_file)] = None
    webhook_url: Annotated[str | None, BeforeValidator(_web_address)] = None
    webhook_secret: Annotated[SecretStr | None, BeforeValidator(_webhook_secret)] = None
    webhook_port: Annotated[int, BeforeValidator(_port)] = 8080
    owner_id: Annotated[int | None, BeforeValidator(_user_id)] = None
    access: Annotated[Literal["invite", "open"], BeforeValidator(_access)]
    messages_per_minute: Annotated[int, BeforeValidator(_count)]
    messages_per_day: Annotated[int, BeforeValidator(_count)]
    files_per_day: Annotated[int, BeforeValidator(_count)]
    operator_name: Annotated[str, BeforeValidator(_line)] = ""
    operator_contact: Annotated[str, BeforeValidator(_line)] = ""
    log_level: Annotated[str, BeforeValidator(_level)] = "INFO"
    metrics_port: Annotated[int | None, BeforeValidator(_port)] = None
    metrics_host: Annotated[str, BeforeValidator(_address)] = "127.0.0.1"
    local_chat_port: Annotated[int, BeforeValidator(_port_or_any)] = 8765
    local_chat_host: Annotated[str, BeforeValidator(_address)] = "127.0.0.1"
    notes: tuple[str, ...] = ()  # not a setting: lines worth a warning at the start, such as a misspelt name in .env

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """`load` has merged the sources already, with a stricter reading of .env."""
        return (init_settings,)

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        if self.webhook_url is None:
            return self
        if self.telegram_bot_token is None:
            raise ValueError("TELEGRAM_BOT_TOKEN is missing: WEBHOOK_URL is of use only with a token")
        if self.webhook_secret is None:
            raise ValueError("WEBHOOK_SECRET is missing: WEBHOOK_URL needs it, 32 or more random characters")
        if self.telegram_api_url == TELEGRAM and not self.webhook_url.startswith("https://"):
            raise ValueError("WEBHOOK_URL must begin with https://: Telegram sends updates nowhere else")
        return self

    @property
    def local_chat(self) -> bool:
        """Without a token the bot serves the local chat instead of Telegram."""
        return self.telegram_bot_token is None

    @property
    def hosted(self) -> bool:
        """Somebody runs the bot for others: he is to be known as its owner."""
        return not self.local_chat or self.access == "invite" or self.owner_id is not None

    @property
    def bot_url(self) -> str:
        """Where Bot API methods are called, up to the token."""
        return f"{self.telegram_api_url}/bot"

    @property
    def file_url(self) -> str:
        """Where files are fetched, up to the token."""
        return f"{self.telegram_api_url}/file/bot"


NAMES: tuple[str, ...] = tuple(name.upper() for name in Settings.model_fields if name != "notes")


def load(env: Mapping[str, str] = os.environ, dotenv: Path = Path(".env")) -> Settings:
    """Settings from `env`, which wins, and the file `dotenv`, which need not exist; an empty value means not set.

    Raises SettingsError with one line that names the wrong or missing setting, or the damaged line of the file.
    """
    try:
        found = envfile.read(dotenv)
    except envfile.DotenvError as error:
        raise SettingsError(str(error)) from None
    given = {name: value for name, (_, value) in found.items()} | dict(env)
    values = {name.lower(): given[name].strip() for name in NAMES if given.get(name, "").strip()}
    values = _places(values, env) | _doors(values) | values
    try:
        return Settings(notes=envfile.strangers(found, dotenv, NAMES), **values)  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingsError(_first_line(error)) from None


def _first_line(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    reason = str(first.get("ctx", {}).get("error", "is not valid"))
    return f"{str(first['loc'][0]).upper()} {reason}" if first["loc"] else reason


def _doors(values: Mapping[str, str]) -> dict[str, str]:
    """Who may come in, and how often one person is answered, unless told: the local chat is the host's own."""
    if "telegram_bot_token" in values:
        return {"access": "invite", "messages_per_minute": "30", "messages_per_day": "600", "files_per_day": "60"}
    return {"access": "open", "messages_per_minute": "0", "messages_per_day": "0", "files_per_day": "0"}


def _places(values: Mapping[str, str], env: Mapping[str, str]) -> dict[str, str]:
    """Where database and key lie unless told: in two folders, so that a copy of one is not a copy of both.

    The local chat has its own, so that trying the bot out never touches what people told the real one.
    """
    if "encryption_key" in values and "encryption_key_file" in values:
        raise SettingsError("ENCRYPTION_KEY and ENCRYPTION_KEY_FILE are both set: keep one of them")
    database, key = ("bot.db", "key") if "telegram_bot_token" in values else ("local-chat.db", "local-chat.key")
    places: dict[str, str] = {}
    if "database_url" not in values:
        path = str(data_folder(env) / database)
        places["database_url"] = URL.create("sqlite", database=path).render_as_string()
    if "encryption_key_file" not in values:
        places["encryption_key_file"] = str(config_folder(env) / key)
    return places


def revealed(secret: SecretStr | None) -> str:
    """The secret's text; empty where there is none."""
    return secret.get_secret_value() if secret is not None else ""


def data_folder(env: Mapping[str, str], platform: str = sys.platform) -> Path:
    """The user's folder for this program's data; it need not exist yet."""
    if platform == "darwin":
        return _home(env) / "Library" / "Application Support" / FOLDER
    return _base(env, "XDG_DATA_HOME", ".local/share") / FOLDER


def config_folder(env: Mapping[str, str]) -> Path:
    """The user's folder for this program's key; it need not exist yet."""
    return _base(env, "XDG_CONFIG_HOME", ".config") / FOLDER


def _base(env: Mapping[str, str], variable: str, otherwise: str) -> Path:
    """The XDG base directory rules: a relative path there counts as not set."""
    named = Path(env.get(variable, ""))
    return named if named.is_absolute() else _home(env) / otherwise


def _home(env: Mapping[str, str]) -> Path:
    home = Path(env.get("HOME", ""))
    if home.is_absolute():
        return home
    try:
        return Path.home()
    except RuntimeError:
        raise SettingsError("HOME is not set: set it, or DATABASE_URL and ENCRYPTION_KEY_FILE") from None

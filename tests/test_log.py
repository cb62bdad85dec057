"""Logs: readable, and the token, passwords and users' words never in them, whatever goes wrong."""

from __future__ import annotations

import io
import logging
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest, RequestData

from bot import log
from tests.e2e.process import logging_at_debug

TOKEN = "123456789:AAE_x-abcdefghijklmnopqrstuvwxyz012"
ODD = "my~own+token"
HALF = TOKEN.partition(":")[2]

Read = Callable[[], str]


@pytest.fixture
def read(capsys: pytest.CaptureFixture[str]) -> Iterator[Read]:
    """Logging set up at DEBUG; gives what was logged since the last call. All as before afterwards."""
    with logging_at_debug(TOKEN):
        yield lambda: capsys.readouterr().err


def without_token(text: str) -> str:
    assert text
    assert HALF not in text
    return text


def test_a_line_of_pairs(read: Read) -> None:
    log.get("bot.app").info("started", mode="polling", note='two "words"')
    line = read()
    assert re.fullmatch(
        r'timestamp=20[\d:T.-]+Z level=info event=started logger=bot.app mode=polling note="two \\"words\\""\n', line
    )


def test_a_value_cannot_forge_a_line(read: Read) -> None:
    log.get("bot").warning("odd_name", name="Sam\nlevel=error event=forged")
    assert read().count("\n") == 1


def test_level_and_the_quiet_libraries(read: Read) -> None:
    for name in log.QUIET:
        logging.getLogger(name).info("every request, with its address")
        logging.getLogger(name + ".child").info("every request, with its address")
    assert read() == ""
    logging.getLogger("httpx").warning("something is wrong")
    assert "something is wrong" in read()
    log.configure("ERROR", TOKEN)
    log.get("bot").warning("not_this")
    logging.getLogger("telegram.ext").warning("nor this")
    log.get("bot").error("this %s", "one")
    assert re.search(r'event="this one"', read())


def test_configuring_twice_writes_once(read: Read) -> None:
    log.configure("INFO", TOKEN)
    log.get("bot").info("once")
    assert read().count("event=once") == 1


@pytest.mark.parametrize(
    "text",
    [
        TOKEN,
        f"https://api.telegram.org/bot{TOKEN}/getMe",
        f"https://api.telegram.org/file/bot{TOKEN}/photos/1.jpg",
        f"/bot{TOKEN.replace(':', '%3A')}/getMe",
        f"The token `{TOKEN}` was rejected by the server.",
        f"only the second half: {HALF}",
    ],
)
def test_redact_takes_the_token_out(text: str) -> None:
    assert HALF not in log.redact(text, TOKEN)
    if TOKEN in text:
        assert HALF not in log.redact(text)


def test_redact_knows_the_token_whatever_it_looks_like_and_passwords_in_addresses() -> None:
    assert log.redact(f"a {ODD} b", ODD) == "a <token> b"
    assert log.redact("at postgresql://sam:hunter2@db:5432/bot") == "at postgresql://sam:<password>@db:5432/bot"
    assert log.redact("at 12:30 on port 127.0.0.1:8080, user=5:x") == "at 12:30 on port 127.0.0.1:8080, user=5:x"


def test_records_of_libraries_are_redacted_in_message_and_arguments(read: Read) -> None:
    logging.getLogger("somebody").error("POST %s failed with %r", f"https://h/bot{TOKEN}/getMe", {"token": TOKEN})
    assert "bot<token>/getMe" in without_token(read())


def test_a_record_that_cannot_be_written_shows_no_arguments(read: Read) -> None:
    record = logging.LogRecord("somebody", logging.ERROR, __file__, 1, "%d updates", (TOKEN,), None)
    logging.getLogger().handlers[0].handle(record)
    assert without_token(read()) == "a log record of somebody could not be written: TypeError\n"


def deep(error: BaseException) -> None:
    try:
        raise KeyError(f"their words and {TOKEN}")
    except KeyError as first:
        raise error from first


@pytest.mark.parametrize(
    "error",
    [
        ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe and their words"),
        InvalidToken(f"The token `{TOKEN}` was rejected by the server."),
        OSError(2, f"no host for bot{TOKEN}", "their words.pdf"),
        ExceptionGroup("their words", [ValueError(f"bot{TOKEN}"), OSError(f"their words bot{TOKEN}")]),
    ],
    ids=lambda error: type(error).__name__,
)
def test_tracebacks_tell_types_and_places_only(read: Read, error: BaseException) -> None:
    try:
        deep(error)
    except Exception as raised:
        log.get("bot").exception("update_failed", incident=log.incident())
        logging.getLogger("telegram.ext").exception("no error handlers: %s", type(raised).__name__)
    log.get("bot").error("again", exc_info=error)
    text = without_token(read())
    assert "their words" not in text.replace('raise KeyError(f"their words and {TOKEN}")', "")
    assert text.count(f".{type(error).__name__}") == text.count("builtins.KeyError") == 3
    assert text.count("in deep") == 6


def test_an_error_and_its_context_without_a_loop_for_ever(read: Read) -> None:
    first, second = ValueError("a"), sqlite3.OperationalError("database is locked")
    first.__context__, second.__context__ = second, first
    log.get("bot").error("odd", exc_info=first)
    text = read()
    assert text.count("builtins.ValueError") == 1
    assert text.count("sqlite3.OperationalError: database is locked") == 1


class Refusing(BaseRequest):
    """Telegram's answer to a wrong token, or a network error that names the address."""

    def __init__(self, status: int) -> None:
        self.status = status

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: object, **kwargs: object
    ) -> tuple[int, bytes]:
        if not self.status:
            raise OSError(f"cannot connect to {url}")
        return self.status, b'{"ok":false,"error_code":401,"description":"Unauthorized"}'


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.parametrize("status", [401, 404, 0])
async def test_a_failed_start_of_the_library_shows_no_token(read: Read, status: int) -> None:
    bot = Bot(TOKEN, request=Refusing(status), get_updates_request=Refusing(status))
    with pytest.raises(TelegramError) as caught:
        await bot.initialize()
    error = caught.value
    assert TOKEN in str(error), "else this test shows nothing"
    log.get("bot").error("start_failed", error=str(error), form=repr(error), exc_info=error)
    logging.getLogger("telegram").error("start failed: %r", error, exc_info=error)
    without_token(read())


@pytest.mark.parametrize(
    "code",
    [
        "raise ValueError(url)",
        "import threading; t = threading.Thread(target=lambda: 1 / 0 if not open(url) else None); t.start(); t.join()",
        "class A:\n  def __del__(self): raise ValueError(url)\nA()",
        "import asyncio\nasync def main(): raise ConnectionError(url)\nasyncio.run(main())",
        "import sys; sys.excepthook(ValueError, ValueError(url), None)",
        "import warnings; warnings.warn(url)",
    ],
)
def test_what_nobody_caught_is_redacted_too(code: str) -> None:
    start = f"from bot import log\ntoken = '{TOKEN[:12]}' + '{TOKEN[12:]}'\nlog.configure('INFO', token)\n"
    program = f"{start}url = f'https://api.telegram.org/bot{{token}}/getMe'\n{code}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert re.search(
        r"(event=(uncaught_exception|uncaught_exception_in_thread|ignored_exception)|logger=py.warnings)", done.stderr
    )
    without_token(done.stderr)


def test_standard_error_may_be_closed(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", closed)
        log.get("bot").info("lost")
    log.get("bot").info("kept")
    assert "event=kept" in read()


def test_an_interrupt_from_the_keyboard_is_left_to_the_interpreter(read: Read) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "event=" not in read()


def test_incidents_are_short_and_differ() -> None:
    assert len({log.incident() for _ in range(100)}) == 100
    assert re.fullmatch(r"[0-9a-f]{8}", log.incident())

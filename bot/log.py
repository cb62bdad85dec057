"""Logs: one line of key=value pairs for each event on standard error, without secrets and without users' words.

Every record, our own or a library's, passes the one handler on the root logger. What it writes is redacted as a
whole, after message, arguments and traceback have become text, so that nothing can slip in beside the filter. The
text of an exception may quote what somebody wrote: a traceback keeps types and places, and the text only where the
exception comes from the operating system or from SQLite.
"""

from __future__ import annotations

import contextlib
import logging
import re
import secrets
import sqlite3
import sys
import threading
import traceback
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Final

import structlog
from structlog.typing import EventDict, Processor

# Below a warning these write every request, address or bound value, or news that help nobody.
QUIET: Final = (
    "aiohttp.access", "aiosqlite", "alembic", "apscheduler", "asyncio", "httpcore", "httpx", "sqlalchemy", "telegram",
)  # fmt: skip

_SECRETS: Final = (
    (re.compile(r"bot\d+(?::|%3A)[\w-]+", re.IGNORECASE), "bot<token>"),
    (re.compile(r"\d+(?::|%3A)[\w-]{30,}", re.IGNORECASE), "<token>"),
    (re.compile(r"(?<=://)([^\s/:@]*):[^\s/@]+@"), r"\1:<password>@"),
)


def redact(text: str, token: str = "") -> str:
    """`text` without anything that looks like a bot token or a password in an address, and without `token`."""
    for pattern, stand_in in _SECRETS:
        text = pattern.sub(stand_in, text)
    for known in (token, token.partition(":")[2]):
        text = text.replace(known, "<token>") if known else text
    return text


def incident() -> str:
    """A short random id that stands in a user's error message and in the log, to find the one by the other."""
    return secrets.token_hex(4)


def get(name: str) -> structlog.stdlib.BoundLogger:
    """The logger of a module: `log = get(__name__)`; then `log.info("event_in_words", user=..., outcome=...)`."""
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return logger


def configure(level: str, token: str = "") -> None:
    """Sends every record of `level` and above to standard error, and uncaught exceptions with them.

    `token` is the bot's own: it is taken out wherever it stands, whatever it looks like. May be called again.
    """
    shared = _shared_processors()
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    root = logging.getLogger()
    for old in [handler for handler in root.handlers if isinstance(handler, _Handler)]:
        root.removeHandler(old)
    root.addHandler(_Handler(_Formatter(shared, token)))
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(root.level, logging.WARNING))
    logging.captureWarnings(True)
    _catch_the_uncaught()


def _shared_processors() -> list[Processor]:
    return [
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """Our records and the libraries' alike: one line, then the traceback if there is one, all of it redacted."""

    def __init__(self, shared: list[Processor], token: str) -> None:
        remove_meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
        super().__init__(processors=[remove_meta, _render], foreign_pre_chain=shared)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record), self._token)


class _Handler(logging.Handler):
    """Writes to standard error as it is now. Where the standard library would print a record it cannot format with
    its arguments, which may be secret, this tells only whose it was."""

    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__()
        self.setFormatter(formatter)

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = self.format(record)
        except Exception as error:
            line = f"a log record of {record.name} could not be written: {type(error).__name__}"
        with contextlib.suppress(OSError, ValueError):  # standard error may be closed or full: no reason to fall
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()


_line = structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event", "logger"], drop_missing=True)


def _render(logger: Any, name: str, event: EventDict) -> str:
    event.pop("stack_info", None)
    error = _exception(event.pop("exc_info", None))
    lines = [str(_line(logger, name, event))]
    if error is not None:
        lines += [f"    {line}" for line in describe(error)]
    return "\n".join(lines)


def _exception(exc_info: Any) -> BaseException | None:
    """logging and structlog hand over True, a tuple or the exception itself."""
    if isinstance(exc_info, BaseException):
        return exc_info
    found = exc_info[1] if isinstance(exc_info, tuple) else sys.exc_info()[1] if exc_info else None
    return found if isinstance(found, BaseException) else None


def describe(error: BaseException) -> Iterator[str]:
    """The lines of a traceback, causes first, without the texts of exceptions that may quote a user."""
    for one in reversed(list(_chain(error))):
        for block in traceback.format_tb(one.__traceback__):
            yield from block.rstrip().splitlines()
        yield f"{type(one).__module__}.{type(one).__qualname__}{_safe_text(one)}"
        if isinstance(one, BaseExceptionGroup):
            for part in one.exceptions:
                yield from (f"  | {line}" for line in describe(part))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _safe_text(error: BaseException) -> str:
    """An OSError without its file name; SQLite's own words name tables and columns, never values."""
    if isinstance(error, OSError):
        return f": {error.strerror}" if error.strerror else ""
    return f": {error}" if isinstance(error, (ImportError, sqlite3.Error)) else ""


def _catch_the_uncaught() -> None:
    """What nobody caught is printed by the interpreter itself, past every handler, unless it is caught here."""
    log = get("bot.uncaught")

    def main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            log.critical("uncaught_exception", exc_info=error)

    def thread(args: threading.ExceptHookArgs) -> None:
        if not isinstance(args.exc_value, SystemExit):
            log.critical("uncaught_exception_in_thread", exc_info=args.exc_value)

    def unraisable(args: sys.UnraisableHookArgs) -> None:
        log.error("ignored_exception", exc_info=args.exc_value)

    sys.excepthook, threading.excepthook, sys.unraisablehook = main, thread, unraisable

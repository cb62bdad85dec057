"""A plugin of pytest: plays scripts while what they prove is taken away, and writes down how each of them ended.

``pytest -p tests.taken_away --away=FILE SCRIPT...``: the file holds {"path::script": "module:name"} and gets beside it
FILE.out with {"path::script": Ending}. Taken away are

- a conversation or a list of handlers: no update reaches it, as if it were not registered;
- a function: wherever it is imported, one stands that answers "nothing": [], "", False or None, by what it returns.
"""

from __future__ import annotations

import collections.abc
import inspect
import json
import sys
import types
import typing
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from bot import log
from bot.telegram.conversation import Conversation

Ending = dict[str, Any]  # "failed": the error's name, "" where it passed; "broken": what broke in the bot meanwhile
OURS = (AssertionError, LookupError, ValueError, StopIteration)  # how a script says that it missed something
NOTHING: dict[Any, Callable[[], Any]] = {
    **{kind: kind for kind in (list, tuple, dict, set, frozenset, str, bool, int)},
    types.NoneType: lambda: None,
    collections.abc.Mapping: dict,
    collections.abc.Iterator: lambda: iter(()),
}


def fault(ending: Ending) -> str:
    """What is wrong with how a script ended while its core was away; "" where it failed as it should."""
    if not ending["failed"]:
        return "it passes although this is away: the script is too weak, or this is not what it is about"
    if not ending["ours"]:
        return f"it ended with {ending['failed']}, which says nothing about what it missed"
    return f"the bot broke instead of doing without: {ending['broken']}" if ending["broken"] else ""


@contextmanager
def away(target: str) -> Iterator[None]:
    """Takes "module:name" (or "module:Class.method") away while it lasts."""
    module, _, path = target.partition(":")
    thing = attrgetter(path)(import_module(module))
    with pytest.MonkeyPatch.context() as patch:
        if isinstance(thing, types.FunctionType):
            nothing = neutral(thing)
            for place in _places(module):
                for label in [key for key, value in vars(place).items() if value is thing]:
                    patch.setattr(place, label, nothing)
        else:
            for handler in [thing] if isinstance(thing, Conversation) else thing:
                patch.setattr(handler, "check_update", lambda update: None)
        yield


def _places(module: str) -> list[Any]:
    """Where a function of that module may stand: its classes, and whatever of the house is loaded."""
    house = [there for name, there in sys.modules.items() if name.partition(".")[0] in ("bot", "handlers")]
    return [*house, *(value for value in vars(import_module(module)).values() if inspect.isclass(value))]


def neutral(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function that answers "nothing" in the kind of what that one returns. TypeError where there is no such."""
    kind = typing.get_type_hints(function).get("return", types.NoneType)
    kinds = typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,)
    if types.NoneType in kinds:
        kind = types.NoneType
    found = NOTHING.get(typing.get_origin(kind) or kind)
    if found is None:
        found = next((make for base, make in NOTHING.items() if inspect.isclass(kind) and issubclass(kind, base)), None)
    if found is None:
        raise TypeError(f"{function.__name__} has no answer that says nothing")
    return lambda *args, **more: found()


class TakenAway:
    """Takes away what stands in the file for each script, and notes the endings."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.targets: dict[str, str] = json.loads(file.read_text())
        self.endings: dict[str, Ending] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None]:
        id = item.nodeid.partition("[")[0]
        broken: list[str] = []
        error: BaseException | None = None
        with away(self.targets[id]), _noticing(broken):
            try:
                yield
            except Exception as raised:
                error = raised
        ending = {"failed": type(error).__name__ if error else "", "ours": isinstance(error, OURS), "broken": broken}
        if id not in self.endings or not ending["failed"]:  # of several runs of one script the worst counts
            self.endings[id] = ending

    def pytest_sessionfinish(self) -> None:
        self.file.with_name(self.file.name + ".out").write_text(json.dumps(self.endings))


@contextmanager
def _noticing(broken: list[str]) -> Iterator[None]:
    """Notes whenever the bot gives a failure of its own a code."""
    real = log.incident

    def noticed() -> str:
        broken.append(repr(sys.exception()))
        return real()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(log, "incident", noticed)
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--away", type=Path, required=True)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(TakenAway(config.getoption("--away")))

"""What all tests share."""

from __future__ import annotations

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

# Its tests stand alone and are many: any worker may take those of any step, so that all workers end together.
SPREAD = "test_matrix.py"
# What takes longest begins first: a worker that began one of these last would end long after the others.
LONG = (
    "test_crash.py", "test_processes.py", "test_bad_start.py", "test_backup.py", "test_undo_everywhere.py",
    "test_robust.py", "test_webhook.py", "test_drill.py", "test_taken_away.py", "test_hostile.py", "test_same_words.py",
)  # fmt: skip


class ByFile(LoadScopeScheduling):  # type: ignore[misc]  # xdist says no types
    """A file stays in one worker: its tests share a server, a browser or a long run."""

    def _split_scope(self, nodeid: str) -> str:
        file, _, test = nodeid.partition("::")
        return f"{file}::{test.rpartition('-')[0]}" if file.endswith(SPREAD) else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    """Not xdist's own groups: they go into the tests' ids, and what failed could not be run again by its id."""
    config.option.loadscopereorder = False  # the order is ours: not the most tests first, but what takes longest
    return ByFile(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long files first, what can be spread last, all else as it was found between them."""
    items.sort(key=lambda item: _place(item.path.name))


def _place(file: str) -> int:
    if file == SPREAD:
        return len(LONG) + 1
    return LONG.index(file) if file in LONG else len(LONG)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what tests have counted (``record_property("figure", ...)``), from whichever worker they ran in."""
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])]
    figures = [value for report in reports for name, value in report.user_properties if name == "figure"]
    for figure in figures:
        terminalreporter.write_line(str(figure))


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"

"""What all tests share."""

from __future__ import annotations

import pytest

SPREAD = ("test_matrix.py",)  # files whose tests stand alone and are many: any worker may take any of them


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All other files stay in one worker each: they share a server, a browser or a long run."""
    for item in items:
        if item.path.name not in SPREAD:
            item.add_marker(pytest.mark.xdist_group(str(item.path)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what tests have counted (``record_property("figure", ...)``), from whichever worker they ran in."""
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])]
    figures = [value for report in reports for name, value in report.user_properties if name == "figure"]
    for figure in figures:
        terminalreporter.write_line(str(figure))


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"

"""What the tests of commands share: settings and a database in a folder of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.homes import Home


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    return Home(tmp_path, request.param)


@pytest.fixture
def sqlite_home(tmp_path: Path) -> Home:
    return Home(tmp_path)

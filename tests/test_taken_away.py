"""Each script of docs/capabilities.md fails where what it proves is taken away: so it proves it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.taken_away import Ending, fault
from tests.test_capabilities import ROOT, ROWS

SCRIPTS = {f"{file}::{name}": without for *_, file, name, without in ROWS}
# Scripts from which something is taken that they do not need, or without which nothing works: the check must see it.
BESIDE = "tests/e2e/coach/test_questions.py::test_a2_told_in_two_messages_it_adds_up_and_back_loses_nothing"
BREAKS = "tests/e2e/coach/test_wants.py::test_b1_pairs_taken_back_and_taken_again"
DUMMIES = {BESIDE: "bot.core.compare:named", BREAKS: "handlers.tradeoffs:_pairs"}


MOST = 300  # seconds; 30 where nothing else runs


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ending]:
    """How the scripts ended, each without its core. They are played in a process of their own, one after another."""
    rows = tmp_path_factory.mktemp("away") / "rows.json"
    rows.write_text(json.dumps({**SCRIPTS, **DUMMIES}))
    command = [sys.executable, "-m", "pytest", "-p", "tests.taken_away", f"--away={rows}", "-p", "no:cacheprovider"]
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    command += ["-q", "--tb=line", *SCRIPTS, *DUMMIES]
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=MOST, check=False)
    out = Path(f"{rows}.out")
    assert out.is_file(), run.stdout[-3000:] + run.stderr[-3000:]
    found: dict[str, Ending] = json.loads(out.read_text())
    return found


@pytest.mark.parametrize("script", SCRIPTS, ids=[row[0] for row in ROWS])
def test_a_script_fails_without_what_it_proves(endings: dict[str, Ending], script: str) -> None:
    assert script in endings, f"{SCRIPTS[script]} cannot be taken away"
    assert not fault(endings[script]), SCRIPTS[script]


def test_what_a_script_does_not_need_is_noticed(endings: dict[str, Ending]) -> None:
    assert "passes although" in fault(endings[BESIDE])


def test_a_bot_that_breaks_is_no_proof(endings: dict[str, Ending]) -> None:
    assert "broke" in fault(endings[BREAKS])

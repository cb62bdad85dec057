"""python -m bot check FILE."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.offer_command import BAD_FILE, main

TEXT = "Your salary is £30,000 a year. Bonus: discretionary. Start date: [date]. Please reply by 4 May."


def test_the_report_on_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "offer.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert main([str(file)], as_json=False) == 0
    out = capsys.readouterr().out
    assert "Pay: £30,000 a year, 30,000 GBP a year" in out
    assert "Answer by: 4 May" in out
    assert "still to be filled in" in out
    assert "leaves open: discretionary" in out


def test_the_report_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "offer.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert main([str(file)], as_json=True) == 0
    report = json.loads(capsys.readouterr().out)[str(file)]
    assert report["findings"]["base_pay"]["verdict"] == "stated"
    assert len(report["findings"]) == 28


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.txt")], as_json=False) == BAD_FILE
    assert "cannot be read" in capsys.readouterr().err

"""python -m bot check FILE."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.offer_command import BAD_FILE, main
from tests.intake.make_mail import eml
from tests.intake.make_office import docx, p

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


def test_files_of_every_kind_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word, mail = tmp_path / "offer.docx", tmp_path / "offer.eml"
    word.write_bytes(docx(p(TEXT)))
    mail.write_bytes(eml(TEXT).as_bytes())
    assert main([str(word), str(mail)], as_json=True) == 0
    reports = json.loads(capsys.readouterr().out)
    assert [report["read"] for report in reports.values()] == [["I read 1 document."], ["I read 1 mail."]]
    assert {report["findings"]["base_pay"]["verdict"] for report in reports.values()} == {"stated"}
    assert main([str(word)], as_json=False) == 0
    assert capsys.readouterr().out.startswith(f"{word}\nI read 1 document.\nPay: £30,000 a year")


def test_a_file_that_cannot_be_read_says_what_to_send_instead(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "offer.pdf"
    file.write_bytes(b"%PDF-1.7 and nothing more")
    assert main([str(file)], as_json=False) == BAD_FILE
    assert "“offer.pdf” is damaged" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.txt")], as_json=False) == BAD_FILE
    assert "cannot be read" in capsys.readouterr().err

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.cli import main
from quizapp.formats.bank import read_bank
from quizapp.paths import QUESTIONS

SLUG = "brzesc-litewski-1917"


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)


def test_the_bank_is_written_as_folders_that_are_read_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--format", "bank", str(tmp_path / "out")]) == 0

    assert read_bank(tmp_path / "out" / SLUG) == read_bank(QUESTIONS / SLUG)
    assert "Comments of files written by hand are not kept" in capsys.readouterr().out


def test_an_unknown_source_is_refused_with_those_that_are_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--format", "bank", str(tmp_path / "out"), "--source", "nie-ma"]) == 1

    assert SLUG in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("tekst")

    assert main(["export", "--format", "bank", str(tmp_path / "out")]) == 1

    assert "cannot be written" in capsys.readouterr().err

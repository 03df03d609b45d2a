"""The commands that bring questions in and send them out."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.formats.gift import read_gift
from tests.formats.reading import FILES
from tests.test_commands import refused, run

SOURCE = "brzesc-litewski-1917"


def test_the_bank_goes_out_and_comes_back_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "bank.gift"

    out = run("export", "--format", "gift", "--source", SOURCE, str(file), data=tmp_path)
    back = run("import", str(file), data=tmp_path)

    assert (out.returncode, out.stderr) == (0, b""), out.stderr
    count = len(read_gift(file.read_bytes()).items)
    assert count > 40
    assert back.returncode == 0, back.stderr
    assert back.stdout.decode() == f"{SOURCE}: 0 ready, 0 drafts, 0 updated, {count} skipped, 0 left out\n"


def test_what_is_brought_in_and_what_is_not_is_told(tmp_path: Path) -> None:
    given = (FILES / "broken.gift").read_bytes()

    done = run("import", "-", "--format", "gift", data=tmp_path, given=given)

    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0, done.stderr
    assert lines[0] == "left out: line 1: It has no answers in braces: a description, not a question."
    assert lines[-1] == f"{SOURCE}: 0 ready, 1 drafts, 0 updated, 0 skipped, 12 left out"


def test_what_a_format_cannot_hold_is_told(tmp_path: Path) -> None:
    done = run("export", "--format", "aiken", data=tmp_path)

    assert done.returncode == 0
    assert done.stdout.decode().count("ANSWER:") > 20
    assert "not held: rozejm-data: Aiken holds only questions" in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "given", "status", "says"),
    [
        (("import", "-"), b"", 1, "The file is empty."),
        (("import", "-"), b"nic tu nie ma", 1, "none of the formats"),
        (("import", "-", "--format", "moodle"), b"<quiz>", 1, "line 1"),
        (("import", "-", "--all-or-nothing"), b"Dobre?{T}\n\nEsej {}", 1, "line 3: It asks for an essay"),
        (("import", "-"), b"Esej {}", 1, "nothing came in"),
        (("import", "no-such-file"), b"", 1, "no such file"),
        (("import", "-", "--format", "word"), b"", 2, "--format must be one of: moodle,"),
        (("import", "-", "--source", "nie-ma"), b"Dobre?{T}", 1, SOURCE),
        (("export",), b"", 2, "--format must be one of: bank, moodle"),
        (("export", "--format", "gift", "--source", "nie-ma"), b"", 1, SOURCE),
        (("export", "--format", "gift", "/no/such/folder/x"), b"", 1, "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(
    tmp_path: Path, arguments: tuple[str, ...], given: bytes, status: int, says: str
) -> None:
    assert says in refused(run(*arguments, data=tmp_path, given=given), status)

"""94, 95: what stands in the environment, and what is typed in a terminal or broken off there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_commands import refused, run

AS_IN_A_TERMINAL = ("env", "--default-signal=INT")
"""Whatever runs the tests in the background lets its programs ignore Ctrl-C."""
MORE_THAN_A_PIPE_HOLDS = 1_000_000


def test_94_a_data_folder_of_any_name_and_by_a_link_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "żółte dane 1%"
    (tmp_path / "link").symlink_to(folder)
    folder.mkdir()

    done = run("forget", data=tmp_path / "link")

    assert (done.returncode, done.stderr) == (0, b"")
    assert (folder / "quizapp.sqlite3").exists()


def test_95_a_command_that_is_broken_off_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*AS_IN_A_TERMINAL, sys.executable, "-m", "quizapp", "import", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "QUIZAPP_DATA": str(tmp_path)},
    )
    assert process.stdin is not None
    process.stdin.write(b"x" * MORE_THAN_A_PIPE_HOLDS)  # which ends when it reads; then it waits for the rest
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=60)

    assert (process.returncode, out) == (1, b"")
    assert said.decode().strip().splitlines()[-1] == "quizapp: Stopped."
    assert b"Traceback" not in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("generate", "x", "--limit", "1e3"), 2, "--limit"),
        (("annotate", "\udcff"), 1, "there is no such file"),
        (("annotate", "a\nb" * 2000), 1, "cannot be read"),
    ],
    ids=["a number", "bytes", "a name without end"],
)
def test_95_wrong_usage_and_wrong_files_are_told_in_a_line(
    tmp_path: Path, arguments: tuple[str, ...], status: int, says: str
) -> None:
    assert says in refused(run(*arguments, data=tmp_path), status)
    assert not (tmp_path / "quizapp.sqlite3").exists()

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_no_module_imports_what_its_row_may_not_know() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "module", ["quizapp.text.annotate", "quizapp.generate.propose", "quizapp.items.grading"]
)
def test_the_inside_starts_without_the_outside(module: str) -> None:
    look = f"import sys, {module}; print(*({{'flask', 'sqlalchemy', 'quizapp.web'}} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""

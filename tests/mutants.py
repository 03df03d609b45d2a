"""How many small changes to the pure core its tests notice: `python -m tests.mutants 300` (drawn of each package).

Without a number every change is tried, which takes hours. Who survived is written to `mutants/survivors`;
`mutmut show NAME` shows one.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from mutmut.stats import status_by_exit_code

from quizapp.analysis.intervals import wilson_interval

FOLDER = Path("mutants")
SMALLEST = "quizapp.text.spans.*"
"""Tried first, since the tool makes all mutants and measures all tests before it tries any."""
NOTICED = {"killed", "timeout", "segfault"}
SEED = 2


def main(of_each: int) -> None:
    """Make the mutants, try them, and print the score of each package with its 95 % interval."""
    run = [sys.executable, "-m", "mutmut", "run"]
    subprocess.run([*run, SMALLEST], check=True)
    packages: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(verdicts()):
        packages[name.split(".")[1]].append(name)
    chosen = {
        package: random.Random(SEED).sample(names, min(of_each or len(names), len(names)))
        for package, names in packages.items()
    }
    subprocess.run([*run, *(name for names in chosen.values() for name in names)], check=True)
    found = verdicts()
    survivors = []
    for package, names in chosen.items():
        survived = [name for name in names if found[name] not in NOTICED]
        survivors += [f"{name} {found[name]}" for name in survived]
        noticed = len(names) - len(survived)
        low, high = wilson_interval(noticed, len(names))
        sys.stdout.write(
            f"{package}: {noticed} of {len(names)} noticed, {noticed / len(names):.3f} ({low:.3f} to {high:.3f}), "
            f"drawn of {len(packages[package])}\n"
        )
    (FOLDER / "survivors").write_text("\n".join(survivors), encoding="utf-8")


def verdicts() -> dict[str, str]:
    """What became of each mutant."""
    return {
        name: status_by_exit_code[code]
        for file in FOLDER.glob("quizapp/**/*.meta")
        for name, code in json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"].items()
    }


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 0)

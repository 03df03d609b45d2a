"""Every bad input has its row in docs/bad-inputs.md, and every test that a table of the documents names is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TOP = HERE.parents[1]
HOW_MANY = 95
TABLES = ("bad-inputs", "security")
_NAMED = re.compile(r"`(tests/[\w/]+\.py)?(?:::(\w+))?`")


def rows(table: str) -> list[list[str]]:
    """The numbered rows, each as its cells."""
    lines = (TOP / "docs" / f"{table}.md").read_text(encoding="utf-8").splitlines()
    return [line.strip("| ").split(" | ") for line in lines if re.match(r"\| \d+ \|", line)]


def named_in(row: list[str]) -> list[tuple[str, str]]:
    """The file and the test, "" for the whole file, of each test that a row names.

    `::test` is of the file before it, or else of any file here.
    """
    named, file = [], str(HERE.relative_to(TOP))
    for found in _NAMED.finditer(" ".join(row)):
        if found[1] or found[2]:
            file = found[1] or file
            named.append((file, found[2] or ""))
    return named


@cache
def names_in(place: str) -> set[str]:
    """The functions of a file, or of every file in a folder."""
    files = sorted((TOP / place).glob("*.py")) if (TOP / place).is_dir() else [TOP / place]
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    return {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_bad_input_has_its_row_in_order_and_a_test() -> None:
    found = rows("bad-inputs")

    assert [int(row[0]) for row in found] == list(range(1, HOW_MANY + 1))
    assert all(named_in([row[-1]]) for row in found)


@pytest.mark.parametrize("table", TABLES)
def test_every_test_that_is_named_is_there(table: str) -> None:
    named = [one for row in rows(table) for one in named_in(row)]

    assert len(named) > 50
    assert [(file, test) for file, test in named if not (TOP / file).exists()] == []
    assert [(file, test) for file, test in named if test and test not in names_in(file)] == []


def test_every_number_in_the_name_of_a_test_is_that_of_a_row_that_names_it() -> None:
    of_rows = {(int(row[0]), test) for row in rows("bad-inputs") for _, test in named_in(row)}

    for test in names_in(str(HERE.relative_to(TOP))):
        numbers = re.match(r"test_((?:\d\d_)+)", test)
        for number in numbers[1].split("_")[:-1] if numbers else ():
            assert (int(number), test) in of_rows, f"{test} is not in row {int(number)}"

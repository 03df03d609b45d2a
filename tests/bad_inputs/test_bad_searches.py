"""84–87: what is searched for, and what a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import io
import time
import unicodedata

import pytest
from flask import Flask

from tests.bad_inputs.conftest import in_polish
from tests.web.conftest import choose, joined
from tests.web.test_learning import RIGHT_DATE
from tests.web.visitor import Visitor

pytestmark = pytest.mark.databases("sqlite")

FOUND = ("UNIĘ", "unie", "lubelską?", unicodedata.normalize("NFD", "unię lubelską"), "  zawarto  unię ")
NOT_FOUND = (
    "%",
    "_",
    "\\",
    "*",
    '"',
    "(a+)+$",
    "'; DROP TABLE item; --",
    "uni_ ",
    "x" * 5000,
    "NEAR(",
    "\x01%",
)
NICKNAMES = {
    "=1+1": "'=1+1",
    "+1": "'+1",
    "-1": "'-1",
    "@SUM(A1)": "'@SUM(A1)",
    "\t=2+2": "'=2+2",
    "\x00=3+3": "'=3+3",
    "＝4": "'＝4",
    'a;b"c': 'a;b"c',
    "a\nb": "a b",
}


def test_84_a_search_is_for_the_very_signs_in_any_letters(
    anna: Visitor, code: str, subtests: pytest.Subtests
) -> None:
    for words in (*FOUND, *NOT_FOUND):
        with subtests.test(ascii(words)[:20]):
            begun = time.process_time()
            page = anna.open("/teach/bank", query_string={"words": words})
            assert page.status == 200
            assert bool(page.soup.select("[data-item]")) == (words in FOUND)
            assert time.process_time() - begun < 5


def test_85_86_87_no_name_is_a_formula_and_no_sign_breaks_a_row_of_the_file(
    app: Flask, anna: Visitor, code: str
) -> None:
    for nickname in NICKNAMES:
        pupil = in_polish(joined(app, code, nickname))
        choose(pupil, RIGHT_DATE)

    file = anna.client.get("/teach/scores.csv").get_data()

    assert file.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(file.decode("utf-8-sig")), delimiter=";"))
    assert sorted(row["Uczeń"] for row in rows) == sorted(NICKNAMES.values())
    assert {row["Punkty"] for row in rows} == {"1"}

from __future__ import annotations

from typing import Any

import pytest

from quizapp.formats.exchange import UnreadableFile, WrittenItem
from quizapp.formats.options import as_listed
from quizapp.formats.own_table import read_own_table
from quizapp.formats.wayground import HEAD, read_wayground, write_wayground
from quizapp.items.item import Item, Option
from quizapp.text.cleaning import clean_line
from tests.formats.sheets import a_sheet, shipped_items

EXPLAINED = ("Text of the question\n\n(required)", "Question Type\n\n(default is Multiple Choice)", *[""] * 9)


def a_row(**cells: Any) -> tuple[Any, ...]:
    usual = {"Question Text": "Co?", "Option 1": "a", "Option 2": "b", "Correct Answer": 2}
    return tuple(
        (usual | {name.replace("_", " "): cell for name, cell in cells.items()}).get(name) for name in HEAD
    )


def test_every_kind_that_has_a_right_answer_is_read() -> None:
    rows = [
        a_row(Question_Type="Multiple Choice", Answer_explanation="Bo tak.\nDowód w tekście: „b jest”"),
        a_row(Question_Type="Checkbox", Option_3="c", Correct_Answer="1,3"),
        a_row(Question_Type="Fill-in-the-Blank", Correct_Answer=None),
        a_row(),
    ]
    reading = read_wayground(a_sheet([HEAD, EXPLAINED, *rows]))
    assert reading.left_out == ()
    assert [(read.where, read.item.type, read.item.answer) for read in reading.items] == [
        ("row 3", "single", ("b",)),
        ("row 4", "multiple", ("a", "c")),
        ("row 5", "typed", ("a", "b")),
        ("row 6", "single", ("b",)),
    ]
    assert (reading.items[0].item.feedback, reading.items[0].excerpts) == ("Bo tak.", ("b jest",))


@pytest.mark.parametrize("kind", ["Poll", "Open-Ended", "Draw"])
def test_what_has_no_right_answer_is_named(kind: str) -> None:
    (lost,) = read_wayground(a_sheet([HEAD, a_row(Question_Type=kind)])).left_out
    assert (lost.where, lost.stem) == ("row 2", "Co?")
    assert kind in str(lost.reason)


def test_pictures_and_times_are_told() -> None:
    (read,) = read_wayground(
        a_sheet([HEAD, a_row(Time_in_seconds=30, Image_Link="https://x.pl/a.png")])
    ).items
    assert [str(told) for told in read.remarks] == [
        "A question has no time limit of its own here: 30 s.",
        "The picture was left out: https://x.pl/a.png",
    ]


def test_tables_made_after_its_example_are_read_too() -> None:
    head = ("Question", "Option1", "Option2", "CorrectAnswer", "Time Limit", "Points")
    reading = read_wayground(a_sheet([head, ("Co?", "a", "b", "B", 20, 5)]))
    assert [read.item.answer for read in reading.items] == [("b",)]
    assert [str(lost.reason) for lost in reading.left_out] == [
        "Column F (“Points”) is none of this table, so it was not read."
    ]


def test_another_table_is_refused_and_this_one_by_the_own_reader() -> None:
    with pytest.raises(UnreadableFile, match="no Wayground"):
        read_wayground(a_sheet([("treść", "klucz"), ("Co?", "a")]))
    with pytest.raises(UnreadableFile, match="No row names the columns"):
        read_own_table(a_sheet([HEAD, a_row()]))


def test_the_shipped_bank_comes_back_with_its_evidence() -> None:
    items = shipped_items()
    writing = write_wayground(items)
    assert {lost.where for lost in writing.left_out} == {
        each.id for each in items if each.item.type in ("order", "match")
    }
    kept = [each for each in items if each.item.type not in ("order", "match")]
    for each, read in zip(kept, read_wayground(writing.content).items, strict=True):
        came = as_listed(read.item)
        assert (came.stem, came.feedback) == (each.item.stem, each.item.feedback)
        assert set(came.answer) == set(each.item.answer)
        assert {option.text for option in came.options} == {option.text for option in each.item.options}
        assert read.excerpts == tuple(map(clean_line, each.excerpts))


def test_six_answers_are_too_many() -> None:
    item = Item("single", "event", "Co?", tuple(Option(text, text == "a") for text in "abcdef"), ("a",), ())
    (lost,) = write_wayground([WrittenItem(item, "x")]).left_out
    assert "It has 6 answers; Wayground takes from 2 to 5." in str(lost.reason)

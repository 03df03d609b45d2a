from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from quizapp.formats.exchange import ReadItem, UnreadableFile, WrittenItem
from quizapp.formats.kahoot import read_kahoot, write_kahoot
from quizapp.formats.options import as_listed
from quizapp.items.item import Item, Option
from tests.formats.sheets import a_sheet, shipped_items

HEAD = (
    None, "Question - max 120 characters",
    "Answer 1 - max 75 characters", "Answer 2 - max 75 characters",
    "Answer 3 - max 75 characters", "Answer 4 - max 75 characters",
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one",
)  # fmt: skip
ABOVE: list[tuple[Any, ...]] = [
    (), (None, "Quiz template"), (None, "Add questions, at least two answer alternatives"),
    (None, "Remember: questions have a limit of 120 characters"), (), (), (),
]  # fmt: skip


def a_quiz(*rows: tuple[Any, ...], head: tuple[Any, ...] = HEAD) -> bytes:
    above = [row or (None, "x") for row in ABOVE]
    return a_sheet([*above, head, *((number, *row) for number, row in enumerate(rows, start=1))])


def right_of(read: ReadItem) -> list[str]:
    return [option.text for option in read.item.options if option.correct]


@pytest.mark.parametrize(
    ("key", "right"),
    [
        (2, ["b"]),
        ("1,3", ["a", "c"]),
        (1.3, ["a", "c"]),
        ("1, 3, 4", ["a", "c", "d"]),
        ("4;2", ["b", "d"]),
        ("b", ["b"]),
    ],
)
def test_the_right_answers_are_told_by_their_numbers(key: Any, right: list[str]) -> None:
    (read,) = read_kahoot(a_quiz(("Co?", "a", "b", "c", "d", 20, key))).items
    assert right_of(read) == right
    assert read.item.type == ("single" if len(right) == 1 else "multiple")
    assert read.where == "row 9"
    assert [str(told) for told in read.remarks] == ["A question has no time limit of its own here: 20 s."]


def test_numbers_and_truths_are_answers_too() -> None:
    years, truth = read_kahoot(
        a_quiz(("Kiedy?", 1385, 1386, 1410, None, None, 1), ("Tak?", True, False, None, None, 5, 2))
    ).items
    assert [option.text for option in years.item.options] == ["1385", "1386", "1410"]
    assert (truth.item.type, truth.item.answer) == ("boolean", ("Fałsz",))


def test_the_numbered_rows_that_nobody_filled_in_are_no_questions() -> None:
    reading = read_kahoot(a_quiz(("Co?", "a", "b", None, None, 20, 1), (), ()))
    assert (len(reading.items), reading.left_out) == (1, ())


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("Co?", "a", "b", None, None, 20, None), "Which answer is right is not said clearly"),
        (("Co?", "a", "b", None, None, 20, 3), "Answer 3 is said to be right, but there is none"),
        (("Co?", "a", "b", None, None, 20, "wszystkie"), "not said clearly: “wszystkie”"),
        (("Co?", "a", None, None, None, 20, 1), "Fewer than two answers"),
        (("Co?", "a", "a", None, None, 20, 1), "Two of the answers are the same"),
        ((None, "a", "b", None, None, 20, 1), "It asks nothing"),
    ],
)
def test_a_bad_row_is_named(row: tuple[Any, ...], reason: str) -> None:
    reading = read_kahoot(a_quiz(row, ("Kto?", "a", "b", None, None, 20, 1)))
    assert [read.where for read in reading.items] == ["row 10"]
    assert [lost.where for lost in reading.left_out] == ["row 9"]
    assert reason in str(reading.left_out[0].reason)


def test_names_in_another_language_are_known_by_their_limits() -> None:
    head = (
        "",
        "Frage – max. 120 Zeichen",
        *(f"Antwort {n} – max. 75 Zeichen" for n in range(1, 5)),
        "Zeit: 5, 10, 240",
        "Richtig",
    )
    (read,) = read_kahoot(a_quiz(("Co?", "a", "b", None, None, 20, 2), head=head)).items
    assert right_of(read) == ["b"]


def test_a_column_beyond_the_template_is_told() -> None:
    reading = read_kahoot(a_quiz(("Co?", "a", "b", None, None, 20, 1, "trudne"), head=(*HEAD, "Uwagi")))
    assert len(reading.items) == 1
    assert [(lost.where, str(lost.reason)) for lost in reading.left_out] == [
        ("row 8", "Column I (“Uwagi”) is none of this table, so it was not read.")
    ]


def test_another_table_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no Kahoot"):
        read_kahoot(a_sheet([("treść", "klucz"), ("Co?", "a")]))


def test_what_is_written_lies_where_kahoot_looks_for_it() -> None:
    item = Item(
        "multiple", "event", "Które?", tuple(Option(text, text < "c") for text in "abcd"), ("a", "b"), ()
    )
    sheet: Any = load_workbook(io.BytesIO(write_kahoot([WrittenItem(item, "x")]).content)).active
    assert [cell.value for cell in sheet[8]][1:] == list(HEAD[1:])
    number, stem, *answers, seconds, key = (cell.value for cell in sheet[9])
    assert (number, stem, sorted(answers)) == (1, "Które?", ["a", "b", "c", "d"])
    assert seconds in (5, 10, 20, 30, 60, 90, 120, 240)
    assert {answers[int(place) - 1] for place in key.split(",")} == {"a", "b"}


def test_what_kahoot_cannot_hold_is_left_out_and_never_cut() -> None:
    def chosen(stem: str, *texts: str) -> Item:
        return Item(
            "single", "event", stem, tuple(Option(text, text == texts[0]) for text in texts), texts[:1], ()
        )

    items = [
        chosen("x" * 121, "a", "b"),
        chosen("Co?", "a", "y" * 76),
        chosen("Co?", *"abcde"),
        Item("typed", "event", "Co?", (), ("a",), ()),
        chosen("x" * 120, "a", "y" * 75),
    ]
    writing = write_kahoot(WrittenItem(item, f"i{n}") for n, item in enumerate(items))
    assert [(lost.where, str(lost.reason).split(";")[0]) for lost in writing.left_out] == [
        ("i0", "The question has 121 characters"),
        ("i1", f"The answer “{'y' * 60}…” has 76 characters"),
        ("i2", "It has 5 answers"),
        ("i3", "Kahoot! has no questions of the type “wpisywana”."),
    ]
    (read,) = read_kahoot(writing.content).items
    assert as_listed(read.item) == items[4]


def test_the_shipped_bank_comes_back_as_far_as_kahoot_holds_it() -> None:
    items = shipped_items()
    writing = write_kahoot(items)
    left_out = {lost.where for lost in writing.left_out}
    kept = [each for each in items if each.id not in left_out]
    assert {each.item.type for each in kept} == {"single", "multiple", "boolean", "cloze"}
    assert left_out == {
        each.id for each in items
        if each.item.is_typed or each.item.type in ("order", "match") or len(each.item.options) > 4
        or len(each.item.stem) > 120
    }  # fmt: skip
    for each, read in zip(kept, read_kahoot(writing.content).items, strict=True):
        came = as_listed(read.item)
        bare = {(option.text, option.correct) for option in each.item.options}
        assert (came.type, came.stem, set(came.answer)) == (
            each.item.type,
            each.item.stem,
            set(each.item.answer),
        )
        assert {(option.text, option.correct) for option in came.options} == bare

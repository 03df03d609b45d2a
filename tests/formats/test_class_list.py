from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.class_list import CALLINGS, read_class_list
from quizapp.items.nicknames import is_reserved, nickname_key, told_apart


@pytest.mark.parametrize(
    ("line", "number", "name"),
    [
        ("Jan Nowak", 1, "Jan N."),
        ("Nowak Jan", 1, "Jan N."),
        ("Nowak, Jan", 1, "Jan N."),
        ("NOWAK JAN", 1, "Jan N."),
        ("7. Kowalska Zofia", 7, "Zofia K."),
        ("7) Kowalska Zofia", 7, "Zofia K."),
        ("12\tKowalska\tZofia", 12, "Zofia K."),
        ("3;Wiśniewski;Kacper", 3, "Kacper W."),
        ("Kowalska-Nowak, Anna Maria", 1, "Anna Maria K."),
        ("Anna Maria Kowalska", 1, "Anna Maria K."),
        ("Adam Stefan", 1, "Adam S."),
        ("Zielony Smok", 1, "Zielony Smok"),
        ("Łosiu", 1, "Łosiu"),
        ("- Ola", 1, "Ola"),
        ("17", 17, "17"),
        ("17.", 17, "17"),
        ("7zwerg", 1, "7zwerg"),
    ],
)
def test_a_line_is_a_pupil_however_the_register_writes_it(line: str, number: int, name: str) -> None:
    read = read_class_list(line)

    assert [(pupil.number, pupil.name) for pupil in read.pupils] == [(number, name)]
    assert read.left_out == ()


def test_names_may_stay_whole_or_give_way_to_numbers() -> None:
    listed = "1. Nowak Jan\n2. Ola\n"

    assert [pupil.name for pupil in read_class_list(listed, "whole").pupils] == ["Jan Nowak", "Ola"]
    assert [pupil.name for pupil in read_class_list(listed, "number").pupils] == ["1", "2"]


def test_one_pupil_written_twice_is_one_line_too_many() -> None:
    read = read_class_list("Nowak, Jan\nOla\nJan Nowak\nÓLA\nnowak jan")

    assert [pupil.name for pupil in read.pupils] == ["Jan N.", "Ola"]
    assert [(left.line, left.reason, left.same_as) for left in read.left_out] == [
        (3, "twice", "1"),
        (4, "twice", "2"),
        (5, "twice", "1"),
    ]


def test_two_pupils_who_would_be_called_alike_are_told_apart() -> None:
    read = read_class_list("Jan Nowak\nJan Nowicki")

    assert [pupil.name for pupil in read.pupils] == ["Jan N.", "Jan N. 2"]


def test_who_is_in_the_class_already_is_not_added_again() -> None:
    read = read_class_list("Nowak Jan\nKowalska Zofia", names=["Jan N."], numbers=[1])

    assert [(left.reason, left.same_as) for left in read.left_out] == [("present", "Jan N.")]
    assert [(pupil.number, pupil.name) for pupil in read.pupils] == [(2, "Zofia K.")]


def test_a_number_that_is_taken_gives_way_to_the_next() -> None:
    assert [pupil.number for pupil in read_class_list("4. Ola\n4. Ela\nIga").pupils] == [4, 5, 6]


@pytest.mark.parametrize(
    ("listed", "reason"),
    [
        ("Lp.\tNazwisko i imię\n1\tNowak Jan", "heading"),
        ("x" * 41, "long"),
        ("Nauczyciel", "reserved"),
        ("...", "nameless"),
    ],
)
def test_a_line_that_makes_no_pupil_says_why(listed: str, reason: str) -> None:
    assert [left.reason for left in read_class_list(listed).left_out] == [reason]


def test_three_hundred_lines_are_a_list_and_four_hundred_pupils_the_most() -> None:
    read = read_class_list("\n".join(f"{number}. Uczeń {number}x" for number in range(1, 402)))

    assert len(read.pupils) == 400
    assert [left.reason for left in read.left_out] == ["many"]


@given(st.text(), st.sampled_from(CALLINGS))
def test_whatever_is_pasted_each_line_is_a_pupil_or_is_named(text: str, calling: str) -> None:
    read = read_class_list(text, calling)  # type: ignore[arg-type] # sampled from all there are

    lines = [line for line, written in enumerate(text.splitlines(), start=1) if written.split()]
    assert sorted(each.line for each in (*read.pupils, *read.left_out)) == lines
    assert len({nickname_key(pupil.name) for pupil in read.pupils}) == len(read.pupils)
    assert len({pupil.number for pupil in read.pupils}) == len(read.pupils)


@pytest.mark.parametrize("twin", ["OLA ", "óla", "О́ла", "Оlа", "O\u200bla", "Οla"])
def test_nicknames_that_look_alike_have_one_key(twin: str) -> None:
    assert nickname_key(twin) == nickname_key("Ola")


@pytest.mark.parametrize("name", ["Admin", "NAUCZYCIEL", "аdmin", "administrator."])
def test_nobody_is_called_like_who_runs_the_place(name: str) -> None:
    assert is_reserved(name)
    assert not is_reserved("Ola")


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert told_apart("Ola", {"ola", "ola 2"}) == "Ola 3"

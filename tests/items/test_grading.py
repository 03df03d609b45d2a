from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from time import process_time
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.items.answers.notes import Note, say_note
from quizapp.items.grading import grade
from quizapp.items.item import CATEGORIES, FALSE, ITEM_TYPES, TRUE, Item, ItemType, Option, Response
from quizapp.items.wording import normalised
from quizapp.text.spans import Span


def read_table(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


TABLE = read_table("graded_answers.toml")
DATES = read_table("graded_dates.toml")
CHOICES = read_table("graded_choices.toml")
POINTS = {"full": Fraction(1), "none": Fraction(0)}


def typed_item(question: dict[str, Any], kind: ItemType = "typed") -> Item:
    evidence = Span(0, len(question["evidence"]), question["evidence"])
    answer = (question["key"], *question.get("accepted", ()))
    return Item(kind, "person", "Kto?", (), answer, (evidence,))


def judged_answers() -> Iterator[tuple[dict[str, Any], str, Fraction]]:
    for question in TABLE["question"]:
        for verdict, points in POINTS.items():
            for answer in question[verdict]:
                yield question, answer, points


@pytest.mark.parametrize(("question", "answer", "points"), list(judged_answers()))
def test_a_typed_answer_earns_what_the_table_says(
    question: dict[str, Any], answer: str, points: Fraction
) -> None:
    assert grade(typed_item(question), (answer,)).points == points
    assert grade(typed_item(question, "cloze"), (answer,)).points == points


def judged_dates() -> Iterator[tuple[dict[str, Any], str, Fraction]]:
    for question in DATES["question"]:
        for points in question.keys() - {"key", "accepted", "evidence"}:
            for answer in question[points]:
                yield question, answer, Fraction(points)


@pytest.mark.parametrize(("question", "answer", "points"), sorted(judged_dates(), key=str))
def test_a_typed_date_earns_what_the_table_says(
    question: dict[str, Any], answer: str, points: Fraction
) -> None:
    assert grade(typed_item(question, "date"), (answer,)).points == points


@pytest.mark.parametrize(
    ("answer", "accepted_as", "note"),
    [
        ("15.08.1920", "", ""),
        ("sierpień 1920", "15 sierpnia 1920", "coarser"),
        ("16 sierpnia 1920", "15 sierpnia 1920", "day_near"),
        ("15 sierpnia 1921", "15 sierpnia 1920", "wrong_year"),
        ("1 maja 1920", "", ""),
    ],
)
def test_a_date_that_is_nearly_right_is_told_what_is_right(answer: str, accepted_as: str, note: str) -> None:
    score = grade(typed_item(DATES["question"][0], "date"), (answer,))
    assert (score.accepted_as, score.note) == (accepted_as, note)


@pytest.mark.parametrize(
    ("answer", "accepted_as", "note"),
    [
        ("Bema", "Bem", "form"),
        ("generał Bem", "Bem", ""),
        ("Bem", "", ""),
        ("bem.", "", ""),
    ],
)
def test_what_was_typed_otherwise_is_said_to_be_accepted_as_the_key(
    answer: str, accepted_as: str, note: str
) -> None:
    bem = next(question for question in TABLE["question"] if question["key"] == "Bem")
    score = grade(typed_item(bem), (answer,))
    assert (score.accepted_as, score.note) == (accepted_as, note)


def test_each_note_is_worded_in_both_languages() -> None:
    assert say_note("typo", "pl") == "Uznano mimo literówki."
    assert say_note("typo", "en") == "Accepted in spite of a slip of the pen."
    assert say_note("", "pl") == ""
    for note in set(get_args(Note)) - {""}:
        assert say_note(note, "pl").endswith(".")
        assert say_note(note, "en").endswith(".")
        assert say_note(note, "pl") != say_note(note, "en")


@pytest.mark.parametrize(
    ("key", "answer", "note"),
    [
        ("Zamoyski", "Zamojski", "spelling"),
        ("Zamoyski", "zamoyski", ""),
        ("15 dni", "piętnaście dni", ""),
        ("Stefan Batory", "Batory Stefan", ""),
        ("Kościuszko", "Kosciuszko", "bare"),
        ("Kościuszko", "Kościuskzo", "typo"),
    ],
)
def test_a_learner_is_told_why_other_words_were_accepted(key: str, answer: str, note: str) -> None:
    score = grade(Item("typed", "person", "Kto?", (), (key,), ()), (answer,))
    assert (score.points, score.note) == (1, note)


@pytest.mark.parametrize(
    ("key", "answer", "points", "note"),
    [
        ("25 października 1917 st. st.", "7 listopada 1917 n. st.", 1, "new_style_marked"),
        ("25 października 1917 st. st.", "7 listopada 1917", Fraction(1, 2), "new_style"),
        ("7 listopada 1917", "25 października 1917", Fraction(1, 2), "old_style_unmarked"),
        ("7 listopada 1917", "25 X 1917 st. st.", 1, "old_style"),
        ("5-16 grudnia 1917", "grudzień 1917", Fraction(3, 5), "coarser"),
        ("5-16 grudnia 1917", "7 grudnia 1917", Fraction(1, 2), "inside"),
        ("XVI wiek", "1600", Fraction(4, 5), "finer"),
    ],
)
def test_a_learner_is_told_what_a_date_is_worth(key: str, answer: str, points: Fraction, note: str) -> None:
    score = grade(Item("date", "date", "Kiedy?", (), (key,), ()), (answer,))
    assert (score.points, score.note) == (points, note)


def test_a_learner_is_told_why_part_of_the_points() -> None:
    assert grade(ORDER, ("b", "a", "c", "d")).note == "pairs_in_order"
    assert grade(ORDER, ("a", "b", "c", "d")).note == ""
    assert grade(TWO_OF_FIVE, ("a", "b", "c")).note == "picks"
    assert grade(TWO_OF_FIVE, ("a",)).note == ""


def test_a_word_of_the_evidence_is_no_slip_of_another() -> None:
    text = "Pod Maciejowicami walczyli Fersen i Ferssen."
    item = Item("typed", "person", "Kto wygrał?", (), ("Fersen",), (Span(0, len(text), text),))
    assert grade(item, ("Ferssen",)).points == 0
    assert grade(item, ("Fferssen",)).points == 0
    assert grade(item, ("Fersenn",)).points == 1


def options(right: str, wrong: str) -> tuple[Option, ...]:
    return (*(Option(t, True) for t in right), *(Option(t, False) for t in wrong))


SINGLE = Item("single", "event", "Co?", options("a", "bc"), ("a",), ())
BOOLEAN = Item("boolean", "event", "Czy?", (Option(TRUE, False), Option(FALSE, True)), (FALSE,), ())
GAP = Item("cloze", "event", "To ____.", options("a", "bc"), ("a",), ())
TWO_OF_FIVE = Item("multiple", "event", "Które?", options("ab", "cde"), ("a", "b"), ())
THREE_OF_FOUR = Item("multiple", "event", "Które?", options("abc", "d"), ("a", "b", "c"), ())
ORDER = Item("order", "event", "Ułóż.", options("abcd", ""), ("a", "b", "c", "d"), ())
PAIRS = Item(
    "match",
    "person",
    "Połącz.",
    (Option("1", True, "x"), Option("2", True, "y"), Option("3", True, "z"), Option("4", False)),
    ("x – 1", "y – 2", "z – 3"),
    (),
)


@pytest.mark.parametrize(
    ("item", "response", "points"),
    [
        (SINGLE, ("a",), "1"),
        (SINGLE, ("b",), "0"),
        (SINGLE, (), "0"),
        (SINGLE, ("a", "b"), "0"),
        (SINGLE, ("A",), "0"),
        (SINGLE, ("obce",), "0"),
        (BOOLEAN, (FALSE,), "1"),
        (BOOLEAN, (TRUE,), "0"),
        (BOOLEAN, (), "0"),
        (GAP, ("a",), "1"),
        (GAP, ("c",), "0"),
        (TWO_OF_FIVE, ("a", "b"), "1"),
        (TWO_OF_FIVE, ("b", "a"), "1"),
        (TWO_OF_FIVE, ("a",), "1/2"),
        (TWO_OF_FIVE, ("a", "a"), "1/2"),
        (TWO_OF_FIVE, ("a", "c"), "0"),
        (TWO_OF_FIVE, ("a", "b", "c"), "1/2"),
        (TWO_OF_FIVE, ("a", "b", "c", "d"), "0"),
        (TWO_OF_FIVE, ("a", "b", "c", "d", "e"), "0"),
        (TWO_OF_FIVE, ("c",), "0"),
        (TWO_OF_FIVE, (), "0"),
        (THREE_OF_FOUR, ("a", "b"), "2/3"),
        (THREE_OF_FOUR, ("a", "b", "c", "d"), "2/3"),
        (THREE_OF_FOUR, ("a", "d"), "0"),
        (ORDER, ("a", "b", "c", "d"), "1"),
        (ORDER, ("b", "a", "c", "d"), "2/3"),
        (ORDER, ("a", "c", "b", "d"), "2/3"),
        (ORDER, ("b", "a", "d", "c"), "1/3"),
        (ORDER, ("d", "a", "b", "c"), "0"),
        (ORDER, ("b", "c", "d", "a"), "0"),
        (ORDER, ("d", "c", "b", "a"), "0"),
        (ORDER, ("a", "b", "c"), "1/2"),
        (ORDER, ("a",), "0"),
        (ORDER, (), "0"),
        (ORDER, ("a", "b", "c", "d", "x"), "1"),
        (PAIRS, ("1", "2", "3"), "1"),
        (PAIRS, ("1", "3", "2"), "1/3"),
        (PAIRS, ("1", "2", "4"), "2/3"),
        (PAIRS, ("1", "", ""), "1/3"),
        (PAIRS, ("4", "4", "4"), "0"),
        (PAIRS, ("1", "2", "3", ""), "1"),
        (PAIRS, (), "0"),
    ],
)
def test_a_choice_earns_what_the_table_says(item: Item, response: Response, points: str) -> None:
    assert grade(item, response).points == Fraction(points)


def chosen_item(question: dict[str, Any]) -> Item:
    if question["type"] == "match":
        right = tuple(Option(text, True, left) for left, text in question["key"])
    else:
        right = tuple(Option(text, True) for text in question["key"])
    wrong = tuple(Option(text, False) for text in question.get("others", ()))
    return Item(question["type"], "event", "Co?", right + wrong, ("klucz",), ())


def judged_choices() -> Iterator[tuple[dict[str, Any], Response, Fraction]]:
    for question in CHOICES["question"]:
        for points in question.keys() - {"type", "key", "others"}:
            for answer in question[points]:
                yield question, tuple(answer), Fraction(points)


@pytest.mark.parametrize(("question", "response", "points"), sorted(judged_choices(), key=str))
def test_a_chosen_answer_earns_what_the_teachers_table_says(
    question: dict[str, Any], response: Response, points: Fraction
) -> None:
    assert grade(chosen_item(question), response).points == points


any_letter = st.characters(exclude_categories=())  # control characters and lone surrogates too
LIKELY = [
    "3 grudnia 1917",
    "20 XI/3 XII",
    "1791",
    "XVI wiek",
    "zima",
    "Bem",
    "J. Bem",
    "Jan III",
    "15 dni",
    "",
    "a",
    "pięć",
]
texts = st.text(any_letter, max_size=10) | st.sampled_from(LIKELY)
any_item = st.builds(
    Item,
    st.sampled_from(ITEM_TYPES),
    st.sampled_from(CATEGORIES),
    texts,
    st.lists(st.builds(Option, texts, st.booleans(), texts), max_size=4).map(tuple),
    st.lists(texts, max_size=3).map(tuple),
    texts.map(lambda text: (Span(0, len(text), text),)),
)


@given(any_item, st.lists(texts, max_size=4).map(tuple))
def test_no_item_and_no_response_earns_less_than_nothing_or_more_than_all(
    item: Item, response: Response
) -> None:
    score = grade(item, response)
    assert 0 <= score.points <= 1
    assert grade(item, response) == score


@pytest.mark.parametrize("kind", ["typed", "date", "cloze"])
@given(st.lists(texts.filter(normalised), min_size=1, max_size=3), st.lists(texts, max_size=2))
def test_every_accepted_answer_earns_the_point(kind: ItemType, accepted: list[str], said: list[str]) -> None:
    evidence = tuple(Span(0, len(text), text) for text in said)
    item = Item(kind, "event", "Co?", (), tuple(accepted), evidence)
    assert [grade(item, (answer,)).points for answer in accepted] == [1] * len(accepted)


several = st.lists(texts, min_size=2, max_size=6, unique=True)


@given(st.sampled_from(ITEM_TYPES), several)
def test_the_key_of_what_is_chosen_earns_the_point(kind: ItemType, given_texts: list[str]) -> None:
    only = kind in ("single", "boolean", "cloze", "typed", "date")
    options = tuple(Option(text, not (only and at), str(at)) for at, text in enumerate(given_texts))
    item = Item(kind, "event", "Co?", options, ("klucz",), ())
    keys = tuple(option.text for option in options if option.correct)
    assert grade(item, ("klucz",) if kind in ("typed", "date") else keys).points == 1


LONG = (
    "a " * 50_000,
    "3 " * 50_000,
    "XVI" * 33_333,
    "Jan " * 25_000,
    "\x00" * 100_000,
    "-" * 100_000,
    "1.000" * 20_000,
)


@pytest.mark.parametrize(
    ("response", "points", "note"),
    [
        ("abc", Fraction(1), ""),
        ("bac", Fraction(1, 3), "pairs_in_order"),
        ("cba", Fraction(0), ""),
        ("", Fraction(0), ""),
    ],
)
def test_only_an_order_that_is_partly_right_is_told_how_it_was_counted(
    response: str, points: Fraction, note: str
) -> None:
    item = Item("order", "event", "Ułóż.", tuple(Option(text, True) for text in "abc"), tuple("abc"), ())
    score = grade(item, tuple(response))
    assert (score.points, score.note) == (points, note)


@pytest.mark.parametrize("kind", ITEM_TYPES)
def test_a_long_response_is_judged_at_once(kind: ItemType) -> None:
    options = tuple(Option(text, True, text) for text in "abc")
    text = "Jan III Sobieski, a nie Jan II. " * 1_000
    for key in ("Jan III Sobieski", "3 grudnia 1917", "XVI wiek"):
        item = Item(kind, "event", "Co?", options, (key, "Jan III", "XII 1917"), (Span(0, len(text), text),))
        begun = process_time()
        for long in LONG:
            grade(item, (long,))
            grade(item, (long[:500],))
            grade(item, tuple(long))
        assert process_time() - begun < 5


@pytest.mark.parametrize("digit", "0123456789")
def test_a_number_is_never_read_with_a_slip(digit: str) -> None:
    item = Item("typed", "event", "Ilu?", (), ("3500 jeźdźców",), ())
    for answer in (f"{digit}500 jeźdźców", f"350{digit} jeźdźców", f"3500{digit} jeźdźców"):
        assert grade(item, (answer,)).points == (answer == "3500 jeźdźców")


def test_an_answer_of_a_hundred_thousand_letters_is_wrong() -> None:
    assert grade(typed_item(TABLE["question"][0]), ("Kościuszko" * 10_000,)).points == 0

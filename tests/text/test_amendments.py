"""A person corrects the marks in a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.text.amendments import Amendment, Change, amended, date_value
from quizapp.text.annotate import annotate
from quizapp.text.annotations import Annotations, Person
from quizapp.text.serial import (
    amendment_from_json,
    amendment_to_json,
    annotations_from_json,
    annotations_to_json,
)

TEXT = (
    "W maju 1569 roku król Zygmunt August zwołał sejm. Unię zawarto 1 lipca. Sejmowi przewodniczył Zygmunt August. "
    "Na czele poselstwa litewskiego stanął Mikołaj Radziwiłł. "
    "„Z trzech serc jedno uczynić pragnę” – mówił król Zygmunt August. Pokój podpisano 5 stycznia 1582 roku."
)
READINGS = sorted((Path(__file__).parent / "readings").glob("*.txt"))


@pytest.fixture(scope="module")
def known() -> Annotations:
    return annotate(TEXT)


def place(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def change(known: Annotations, what: Change, words: str, value: str = "", other: str = "") -> Annotations:
    return amended(known, [Amendment(what, place(words), value, place(other) if other else None)])


def person(annotations: Annotations, name: str) -> Person:
    return next(person for person in annotations.persons if person.name == name)


def test_a_name_is_mended_wherever_it_stands(known: Annotations) -> None:
    mended = change(known, "name", "Zygmunt August", "Zygmunt II August")

    assert len(person(mended, "Zygmunt II August").mentions) == len(person(known, "Zygmunt August").mentions)
    assert mended.person(mended.quotations[0].speaker or "").name == "Zygmunt II August"


def test_two_names_become_one_person(known: Annotations) -> None:
    mended = change(known, "same_person", "Zygmunt August", other="Mikołaj Radziwiłł")

    assert [found.name for found in mended.persons] == ["Mikołaj Radziwiłł"]
    assert len(mended.persons[0].mentions) == sum(len(found.mentions) for found in known.persons)
    assert mended.quotations[0].speaker == mended.persons[0].id


def test_a_date_gets_another_value_with_the_place_that_says_its_year(known: Annotations) -> None:
    mended = change(known, "date", "1 lipca", "1 lipca 1582")

    date = next(found for found in mended.dates if found.span.text == "1 lipca")
    assert (date.edtf, date.precision, date.inferred) == ("1582-07-01", "day", ("year",))
    assert date.inferred_from is not None
    assert "1582" in date.inferred_from.text


def test_a_quotation_gets_another_speaker_or_none(known: Annotations) -> None:
    words = "Z trzech serc jedno uczynić pragnę"

    mended = change(known, "speaker", words, other="Mikołaj Radziwiłł")

    assert mended.quotations[0].speaker == person(known, "Mikołaj Radziwiłł").id
    assert change(known, "speaker", words).quotations[0].speaker is None


def test_a_false_mark_goes(known: Annotations) -> None:
    assert len(change(known, "no_date", "1 lipca").dates) == len(known.dates) - 1
    assert not change(known, "no_quotation", "Z trzech serc jedno uczynić pragnę").quotations
    assert [found.name for found in change(known, "no_person", "Zygmunt August").persons] == [
        "Mikołaj Radziwiłł"
    ]
    assert change(known, "no_person", "Zygmunt August").quotations[0].speaker is None
    fewer = change(known, "no_mention", "Zygmunt August")
    assert len(person(fewer, "Zygmunt August").mentions) == len(person(known, "Zygmunt August").mentions) - 1
    assert len(change(known, "no_mention", "Mikołaj Radziwiłł").persons) == len(known.persons) - 1


def test_what_finds_no_mark_changes_nothing(known: Annotations) -> None:
    everything: tuple[Change, ...] = (
        *("name", "same_person", "date", "speaker", "no_date", "no_person", "no_mention", "no_quotation"),
    )
    for what in everything:
        assert amended(known, [Amendment(what, (3, 4), "1569", (5, 6))]) == known


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1569-07-01", ("1569-07-01", "day")),
        ("1569-07", ("1569-07", "month")),
        ("1569", ("1569", "year")),
        ("-0043", ("-0043", "year")),
        ("XXXX-05-03", ("XXXX-05-03", "day")),
        ("18XX", ("18XX", "century")),
        ("197X", ("197X", "decade")),
        ("1 lipca 1569", ("1569-07-01", "day")),
        ("44 p.n.e.", ("-0043", "year")),
        ("XVIII w.", ("17XX", "century")),
        ("1914–1918", ("1914/1918", "interval")),
        ("ok. 966", ("0966~", "year")),
        ("1569-02-30", None),
        ("31 kwietnia 1569", None),
        ("wtorek", None),
        ("", None),
    ],
)
def test_a_date_is_typed_in_figures_or_words(typed: str, value: tuple[str, str] | None) -> None:
    assert date_value(typed) == value


@pytest.mark.parametrize("reading", READINGS, ids=lambda path: path.stem)
def test_annotations_come_back_as_they_were_kept(reading: Path) -> None:
    known = annotate(reading.read_text(encoding="utf-8"))

    assert annotations_from_json(known.text, annotations_to_json(known)) == known


def test_an_amendment_comes_back_as_it_was_kept() -> None:
    for amendment in (Amendment("name", (1, 2), "Ala"), Amendment("speaker", (1, 2), other=(3, 4))):
        assert amendment_from_json(amendment_to_json(amendment)) == amendment

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.text.annotations import DateMention
from quizapp.text.dates.mentions import find_dates
from quizapp.text.spans import Span

WORDINGS = (Path(__file__).parent / "date_wordings.txt").read_text(encoding="utf-8").splitlines()
DAY = ("day", "month", "year")
CASES = [line.partition(" >")[::2] for line in WORDINGS if not line.startswith("#")]


def found(text: str) -> list[tuple[str, str]]:
    return [(date.span.text, date.edtf) for date in find_dates(text, ())]


def date_of(text: str, words: str) -> DateMention:
    return next(date for date in find_dates(text, ()) if date.span.text == words)


@pytest.mark.parametrize(("text", "dates"), CASES, ids=[text for text, _ in CASES])
def test_a_wording_is_read_as_the_date_it_says(text: str, dates: str) -> None:
    expected = [
        tuple(part.strip() for part in date.split(" = ")) for date in dates.split(";") if date.strip()
    ]
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("3 maja 1791 r.", "3 maja 1791 r.", "day"),
        ("w maju 1791 r.", "maju 1791 r.", "month"),
        ("w 1791 r.", "1791 r.", "year"),
        ("w latach 90. XVIII w.", "latach 90. XVIII w.", "decade"),
        ("w XVIII w.", "XVIII w.", "century"),
        ("w latach 1788–1792", "1788–1792", "interval"),
        ("wiosną 1791 r.", "wiosną 1791 r.", "interval"),
    ],
)
def test_a_date_is_as_precise_as_its_words(text: str, words: str, precision: str) -> None:
    assert date_of(text, words).precision == precision


@pytest.mark.parametrize(
    ("text", "words", "calendar"),
    [
        ("19 lutego 1861 r. starego stylu", "19 lutego 1861 r.", "julian"),
        ("19 lutego 1861 r. (st. st.)", "19 lutego 1861 r.", "julian"),
        ("3 marca 1861 r. nowego stylu", "3 marca 1861 r.", "gregorian"),
        ("według kalendarza juliańskiego 19 lutego 1861 r.", "19 lutego 1861 r.", "julian"),
        ("19 lutego (3 marca) 1861 r.", "19 lutego (3 marca) 1861 r.", "gregorian"),
        ("19 lutego 1861 r.", "19 lutego 1861 r.", "unstated"),
        ("Wg st. st. 12 marca, wg n. st. 24 marca 1812 r.", "12 marca", "julian"),
        ("5 grudnia 1867 (według starego stylu: 23 listopada)", "5 grudnia 1867", "unstated"),
        ("5 grudnia 1867 (według starego stylu: 23 listopada)", "23 listopada", "julian"),
        ("29 lutego 1900 r. st. st.", "29 lutego 1900 r.", "julian"),
        ("30 maja 1434 r. Nazajutrz", "Nazajutrz", "unstated"),
    ],
)
def test_a_calendar_is_stated_only_where_the_text_states_it(text: str, words: str, calendar: str) -> None:
    assert date_of(text, words).calendar == calendar


QUIET = "Las szumiał cicho i nic się w nim nie działo, a rzeka płynęła dalej. "


@pytest.mark.parametrize("apart", ["", "\n\n"])
@pytest.mark.parametrize(("sentences", "reaches"), [(0, True), (70, True), (73, False)])
def test_a_year_reaches_five_thousand_letters_and_no_farther_however_far_in(
    sentences: int, reaches: bool, apart: str
) -> None:
    text = (
        QUIET * 100
        + "Wojna zaczęła się w 1683 r."
        + apart
        + " "
        + QUIET * sentences
        + "Bito się 12 września."
    )
    text += " Las. " * 200 + "Był rok 1700."  # so that no year is the only one
    assert (
        date_of(QUIET * 100 + "30 maja 1434 r. ruszono. Nazajutrz wrócono.", "Nazajutrz").edtf == "1434-05-31"
    )
    assert date_of(text, "12 września").edtf == ("1683-09-12" if reaches else "XXXX-09-12")


@pytest.mark.parametrize(
    ("text", "words", "edtf", "inferred", "inferred_from"),
    [
        ("Zjazd trwał. 5 maja uchwalono akt. Był rok 1848.", "5 maja", "1848-05-05", ("year",), "rok 1848"),
        ("W 1410 r. ruszono. 15 lipca zwyciężono.", "15 lipca", "1410-07-15", ("year",), "1410 r."),
        ("15 lipca walczono. W 1414 r. i 15 lipca 1410 r.", "15 lipca", "1410-07-15", ("year",), "15 lipca 1410 r."),
        ("3 maja i 5 czerwca 1920 r. W 1930 r.", "3 maja", "1920-05-03", ("year",), "5 czerwca 1920 r."),
        ("14 i 20 maja 1920 r.", "14", "1920-05-14", ("month", "year"), "20 maja 1920 r."),
        ("12 grudnia 1812 r. Odwrót. 5 lutego", "5 lutego", "1813-02-05", ("year",), "12 grudnia 1812 r."),
        ("W 1683 r. Wiedeń. 12 września tegoż roku", "12 września tegoż roku", "1683-09-12", ("year",), "1683 r."),
        ("W 1517 r. ślub. 18 maja roku następnego", "18 maja roku następnego", "1518-05-18", ("year",), "1517 r."),
        ("W 1683 r. Wiedeń. 7 maja następnego roku", "7 maja następnego roku", "1684-05-07", ("year",), "1683 r."),
        ("W 1920 r. W latach trzydziestych", "latach trzydziestych", "193X", ("century",), "1920 r."),
        ("30 maja 1434 r. Nazajutrz", "Nazajutrz", "1434-05-31", DAY, "30 maja 1434 r."),
        ("30 maja 1434 r. Nazajutrz. 5 czerwca", "5 czerwca", "1434-06-05", ("year",), "30 maja 1434 r."),
        ("28 lutego 1499 r. Dwa dni później", "Dwa dni później", "1499-03-02", DAY, "28 lutego 1499 r."),
        ("We wrześniu 1499 r. Pięć miesięcy później", "Pięć miesięcy później", "1500-02", DAY[1:], "wrześniu 1499 r."),
        ("30 maja 1434 r. Wyruszono nazajutrz", "nazajutrz", "1434-05-31", DAY, "30 maja 1434 r."),
        ("W 1434 r. W następnym roku", "następnym roku", "1435", ("year",), "1434 r."),
        ("31 stycznia 1434 r. Tydzień później", "Tydzień później", "1434-02-07", DAY, "31 stycznia 1434 r."),
        ("1 maja 1434 r. Rok wcześniej", "Rok wcześniej", "1433", ("year",), "1 maja 1434 r."),
        ("W I 1386 elekcja, 12 II chrzest", "12 II", "1386-02-12", ("year",), "I 1386"),
        ("W 133 r. p.n.e. ustawa. W 121 roku wojna", "121 roku", "-0120", ("year",), "133 r. p.n.e."),
        ("15 III 44 r. p.n.e. zabójstwo. W 42 r. bitwa", "42 r.", "-0041", ("year",), "15 III 44 r. p.n.e."),
        ("15 marca 44 r. p.n.e. Dwa lata później", "Dwa lata później", "-0041", ("year",), "15 marca 44 r. p.n.e."),
    ],
)  # fmt: skip
def test_a_missing_part_is_taken_from_where_the_text_says_it(
    text: str, words: str, edtf: str, inferred: tuple[str, ...], inferred_from: str
) -> None:
    date = date_of(text, words)
    assert (date.edtf, date.inferred) == (edtf, inferred)
    assert date.inferred_from is not None
    assert date.inferred_from.text == inferred_from


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Panował od 27 r. p.n.e., a zmarł w 14 r.", "14 r.", "0014"),
        ("Urodzony w 43 r. p.n.e. poeta umarł w 17 roku", "17 roku", "0017"),
        ("W 133 r. p.n.e. ustawa. W 121 r. n.e. wał", "121 r. n.e.", "0121"),
        ("Rzym założono w 753 r. p.n.e. Upadł w 476 roku", "476 roku", "0476"),
    ],
)
def test_a_year_after_christ_stays_so(text: str, words: str, edtf: str) -> None:
    assert date_of(text, words).edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "5 maja uchwalono akt.",
        "5 maja uchwalono akt. W 1848 r. i w 1849 r. było inaczej.",
        "29 lutego zmarł. Był rok 1899.",
        "5 maja świętowano.\n\nW 1848 r.\n\nW 1849 r.",
    ],
)
def test_a_year_that_nothing_settles_stays_open(text: str) -> None:
    first = find_dates(text, ())[0]
    assert first.edtf.startswith("XXXX-")
    assert (first.inferred, first.inferred_from) == ((), None)


@pytest.mark.parametrize(
    "text",
    [
        "W XV w. było inaczej. Rok później",
        "W latach 1410–1411 wojowano. Rok później",
        "W 1410 r. wojowano. Nazajutrz",
        "W 1410 r. wojowano. Kilka lat później",
        "W 1410 r. wojowano. Ponad rok później",
        "W 1410 r. wojowano w dwa lata później",
        "W 1410 r. wojowano.\n\nRok później",
    ],
)
def test_words_that_count_from_an_uncertain_date_are_none(text: str) -> None:
    assert len(found(text)) == 1


def test_words_count_from_a_date_of_this_sentence_or_the_one_before() -> None:
    sentences = ("W 1410 r. wojowano.", "Potem był pokój.", "Rok później wrócono.")
    text = " ".join(sentences)
    spans = tuple(Span.of(text, text.index(words), text.index(words) + len(words)) for words in sentences)
    assert [date.span.text for date in find_dates(text, spans)] == ["1410 r."]
    assert [
        date.span.text for date in find_dates(text, (spans[0], Span.of(text, spans[1].start, len(text))))
    ] == [
        "1410 r.",
        "Rok później",
    ]


def test_a_year_later_that_nobody_can_count_leaves_the_days_after_it_without_a_year() -> None:
    told = "W 1383 r. zmarł brat. W 1410 r. wojowano.\n\nJuż w następnym roku zawarto pokój 7 grudnia. W 1412 r. ustał."
    assert [date.edtf for date in find_dates(told, ())] == ["1383", "1410", "XXXX-12-07", "1412"]

"""1–36: texts that questions are to be made from."""

from __future__ import annotations

import json
import re
import time
import unicodedata

import pytest
from flask import Flask

from tests import cast
from tests.bad_inputs.conftest import assert_refused, nothing_written, page_of, rows
from tests.test_commands import run
from tests.web.test_workbench_uploads import send_file
from tests.web.visitor import Page, Visitor

pytestmark = pytest.mark.databases("sqlite")

LONGEST = 1_600_000
MORE = " i jeszcze kilka innych słów."
FAMILY, FLAG, THUMB = "👨‍👩‍👧‍👦", "🇵🇱", "👍🏽"
NONE = {
    "01-empty": ("", "Wklej tekst albo wybierz plik"),
    "01-blank": (" \n\u00a0\t ", "Wklej tekst albo wybierz plik"),
    "02-a-letter": ("A", "potrzeba co najmniej 5 słów"),
    "02-a-word": ("wojna", "potrzeba co najmniej 5 słów"),
}
KEPT = {
    "09-four-scripts": ("Иван III, Ἀλέξανδρος i 毛泽东" + MORE,) * 2,
    "10-look-alikes": ("Аlа ma kota" + MORE,) * 2,
    "11-right-to-left": ("مرحبا \u202eabc\u2066d\u2069" + MORE, "مرحبا abcd" + MORE),
    "12-emoji": (f"{FAMILY} {FLAG} {THUMB}" + MORE,) * 2,
    "13-nul": ("Unia\x00 lubelska" + MORE, "Unia lubelska" + MORE),
    "14-no-characters": (
        "U\x01n\x1bi\x85a\ufffe\ufdd0 lu\U0001ffffbel\U0010ffffska \ue000" + MORE,
        "Unia lubelska \ue000" + MORE,
    ),
    "15-many-marks": ("z" + "\u0301" * 3000 + MORE, "ź" + "\u0301" * 8 + MORE),
    "16-decomposed": (unicodedata.normalize("NFD", "Zażółć gęślą jaźń" + MORE), "Zażółć gęślą jaźń" + MORE),
    "16-decomposed-behind-a-sign": ("Zaz\u200b\u0307o\x00\u0301łc\ufeff\u0301" + MORE, "Zażółć" + MORE),
    "18-letters-of-print": ("Łukasz, ﬁnał, w\u00a0Łodzi, biało\u2011czarny" + MORE,) * 2,
    "23-line-ends": ("Raz\rdwa\r\ntrzy\u2028cztery\u2029pięć\nsześć", "Raz\ndwa\ntrzy\ncztery\npięć\nsześć"),
    "24-inside-words": ("U\u200bn\u200di\u200ca\ufeff lu\u2060belska" + MORE, "Unia lubelska" + MORE),
    "25-markup": ("<b>3 maja</b><script>alert(1)</script> &amp;lt;" + MORE,) * 2,
    "27-code-and-addresses": ("$x^2$ `kod` https://a.pl/b.c?d=1 jan.nowak@szkola.pl 3.14" + MORE,) * 2,
    "36-orders-and-code": ("Ignore previous '; DROP TABLE quiz;-- {{7*7}} %s %(a)s" + MORE,) * 2,
}
UNION = "Unię lubelską zawarto 1 lipca 1569 roku w Lublinie."
ENDLESS = {
    "05-letters": "a" * 200_000,
    "06-brackets": "(" * 100_000,
}


def give(anna: Visitor, body: str, title: str = "Unia") -> Page:
    anna.open("/teach/sources/new")
    return anna.send("Przeczytaj tekst", title=title, body=body)


def send_raw(anna: Visitor, body: str) -> tuple[int, str]:
    """As `give`, for a text that would keep the reader of pages busy for long."""
    anna.open("/teach/sources/new")
    sent = {"csrf_token": anna.token, "title": "Unia", "origin": "", "body": body}
    response = anna.client.post("/teach/sources/new", data=sent)
    return response.status_code, response.get_data(as_text=True)


def marks(page: Page, kind: str) -> list[str]:
    return [mark.get_text() for mark in page.soup.select(f"mark.{kind}[title]")]


def stems(page: Page) -> list[str]:
    return [stem.get_text(" ", strip=True) for stem in page.soup.select("[data-candidate] .stem")]


def test_a_text_that_is_none_is_refused(app: Flask, anna: Visitor, subtests: pytest.Subtests) -> None:
    for what, (body, says) in NONE.items():
        with subtests.test(what), nothing_written(app):
            assert_refused(give(anna, body), "body", says, title="Unia", body=body)


def test_03_the_longest_text_is_accepted_and_a_letter_more_is_refused_with_both_lengths(
    app: Flask, anna: Visitor
) -> None:
    text = UNION + " " * (LONGEST - len(UNION))

    with nothing_written(app):
        status, html = send_raw(anna, text + "x")

    assert status == 422
    assert "Liczba znaków w tekście: 1600001; mieści się najwyżej 1600000. Podziel tekst" in html
    assert UNION in html
    assert send_raw(anna, text)[0] == 303


def test_04_five_megabytes_are_refused_with_their_length_pasted_or_as_a_file(
    app: Flask, anna: Visitor
) -> None:
    book = (UNION + " ") * 100_000

    with nothing_written(app):
        status, html = send_raw(anna, book)
        send_file(anna, book.encode(), title="Unia")

    assert (status, "Liczba znaków w tekście: 5200000" in html) == (422, True)
    assert_refused(page_of(anna), "file", "Liczba znaków w tekście: 5200000", "Podziel tekst", title="Unia")


@pytest.mark.parametrize("what", ENDLESS)
def test_what_has_no_sentence_gives_no_question_and_is_told_so(what: str) -> None:
    done = run("generate", "-", "--format", "json", given=ENDLESS[what].encode())

    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["candidates"] == []


def test_a_text_is_kept_as_it_was_written_without_what_nobody_sees(
    anna: Visitor, subtests: pytest.Subtests
) -> None:
    for what, (typed, kept) in KEPT.items():
        with subtests.test(what):
            page = give(anna, typed)
            assert page.status == 200
            assert anna.open(f"{page.path}/text").typed("body") == kept


def test_07_a_quotation_that_is_never_closed_takes_nothing_with_it(anna: Visitor) -> None:
    for opened in ("„Ala ma kota.", "Ala” ma kota.", "Rzekł „a „b” c.", 'Rzekł "a„ i tyle.'):
        page = give(anna, f"{opened} {UNION}\n\n{UNION.replace('lubelską', 'horodelską')}")
        assert len(marks(page, "date")) == 2, opened
        assert opened in page.soup.get_text()
        assert all(len(quoted) < 10 for quoted in marks(page, "quotation")), opened


def test_17_one_sentence_in_two_encodings_of_its_letters_is_asked_once(anna: Visitor) -> None:
    once = stems(give(anna, UNION))

    assert once
    assert stems(give(anna, f"{UNION}\n\n{unicodedata.normalize('NFD', UNION)}")) == once


def test_22_letters_of_a_file_that_are_no_letters_are_counted_and_shown(app: Flask, anna: Visitor) -> None:
    text = "Unię zawarto wtedy, a sejm zebrał się właśnie w Lublinie; przewodniczył mu król Zygmunt August, ę"

    send_file(anna, text.encode()[:-1], title="Unia")

    page = page_of(anna)
    assert "1 litery nie dało się odczytać; stoi w jej miejscu \ufffd." in page.words
    assert page.typed("body") == text[:-1] + "\ufffd"
    assert rows(app)["source"] == 0, "nothing is kept before it is confirmed"


def test_28_29_30_a_day_that_no_calendar_has_is_no_date(anna: Visitor) -> None:
    page = give(
        anna,
        "Rewolucja wybuchła 31 lutego 1917 roku w Piotrogrodzie. Zjazd zebrał się 30 grudnia 0 roku w Rzymie. "
        "Pokój zawarto 1 stycznia 0000 roku w Rzymie. Sejm zebrał się 29 lutego 1900 roku w Krakowie. "
        "Umowę podpisano 32.13.2020 w Łodzi. Układ zawarto 2020-02-30 w Gdańsku. Zjazd odbył się 12/11/10 w Toruniu. "
        "Zjazd rozpoczął się 29 lutego 2000 roku w Warszawie.",
    )

    assert marks(page, "date") == ["29 lutego 2000 roku"]
    assert not re.search("1917|1900|0000|2020|12/11", " ".join(stems(page)))


def test_31_a_year_keeps_its_era_and_its_doubt(anna: Visitor) -> None:
    page = give(
        anna,
        "Cezar zginął w 44 r. p.n.e. w Rzymie. Mieszko przyjął chrzest ok. 966 r. w Gnieźnie. "
        "Sejm działał w XVIII w. w Warszawie. Wojna trwała w latach 1918–1921 na Kresach.",
    )

    assert marks(page, "date") == ["44 r. p.n.e.", "ok. 966 r.", "XVIII w.", "1918–1921"]
    assert "-44" not in page.words


def test_32_numbers_of_any_kind_and_length_break_nothing(anna: Visitor) -> None:
    numbers = f"1 000 000, 1.000,5, 3,14, ½, ², ٣, Ⅷ, {'9' * 400} r., {'1' * 5000} lat, {'٣' * 5000} roku"

    page = give(anna, f"Miasto liczyło {numbers}. ² maja 1791 roku, przed ² laty, w XVIII² wieku. {UNION}")

    assert page.status == 200
    assert "1 lipca 1569 roku" in marks(page, "date")
    assert not re.search(r"9{9}|inf|e\+", " ".join(stems(page)))


def test_33_one_sentence_ten_thousand_times_is_one_question() -> None:
    done = run(
        "generate",
        "-",
        "--format",
        "json",
        given="Unię lubelską zawarto 1 lipca 1569 roku. ".encode() * 10_000,
    )

    assert len(json.loads(done.stdout)["candidates"]) == 1


def test_34_a_text_of_names_or_of_one_case_of_letters_makes_no_key_of_a_capital(anna: Visitor) -> None:
    for text in ("Kowalski " * 30, cast.TEXT.upper(), cast.TEXT.lower()):
        begun = time.process_time()
        page = give(anna, text)
        assert page.status == 200
        assert time.process_time() - begun < 10
        assert stems(page) or page.soup.select(".empty")
        assert not [stem for stem in stems(page) if stem.startswith("Kto")]

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from flask import Flask
from flask_babel import force_locale

from quizapp.paths import PACKAGE, TEMPLATES, TRANSLATIONS
from quizapp.web.languages import say_points

PO = TRANSLATIONS / "pl" / "LC_MESSAGES" / "messages.po"


def test_the_compiled_words_are_those_of_the_catalogue() -> None:
    with PO.open("rb") as written, PO.with_suffix(".mo").open("rb") as compiled:
        words, told = _words(read_po(written)), _words(read_mo(compiled))

    assert told == words


def test_every_word_is_translated_and_keeps_its_places() -> None:
    with PO.open("rb") as written:
        for message in read_po(written):
            forms = message.string if isinstance(message.string, tuple) else (message.string,)
            assert all(forms), message.id
            source = message.id if isinstance(message.id, str) else message.id[-1]
            if isinstance(message.id, str) and message.id:
                assert _places(forms[0]) == _places(source), message.id


def test_every_word_of_the_pages_is_in_the_catalogue() -> None:
    keywords = {**DEFAULT_KEYWORDS, "lazy_gettext": None}
    said = {
        words
        for folder, method, options in (
            (PACKAGE, [("**.py", "python")], {}),
            (TEMPLATES, [("**.html", "jinja2")], {"**.html": {"encoding": "utf-8"}}),
        )
        for _, _, words, _, _ in extract_from_dir(str(folder), method, options, keywords)
    }
    with PO.open("rb") as written:
        known = {_tuple(message.id) for message in read_po(written)}

    assert {_tuple(words)[:2] for words in said} <= known


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (0, "0 punktów"),
        (1, "1 punkt"),
        (2, "2 punkty"),
        (4, "4 punkty"),
        (5, "5 punktów"),
        (11, "11 punktów"),
        (12, "12 punktów"),
        (21, "21 punktów"),
        (22, "22 punkty"),
        (25, "25 punktów"),
        (112, "112 punktów"),
        (Fraction(3, 2), "1,5 punktu"),
        (Fraction(33, 100), "0,33 punktu"),
    ],
)
def test_points_are_said_in_the_right_form(app: Flask, points: Fraction, said: str) -> None:
    with app.test_request_context(), force_locale("pl"):
        assert say_points(Fraction(points)) == said


def _places(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)", text))


def _words(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {_tuple(message.id): _tuple(message.string) for message in catalogue if message.id}


def _tuple(words: object) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)  # type: ignore[arg-type] # one form or several

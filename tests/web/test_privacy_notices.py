"""What the school tells of data and accessibility; and that no page fetches anything from elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask import Flask

from quizapp.config import Settings
from quizapp.paths import STATIC, TEMPLATES
from quizapp.web import create_app
from tests.web import canaries
from tests.web.conftest import choose
from tests.web.test_answer_key import a_case, answer_all
from tests.web.visitor import Visitor

NOTICES = ("/privacy", "/privacy/teachers", "/accessibility")
HARMLESS = ("http://www.w3.org/", "http://localhost/", "http://localhost:8000/")
"""Names of XML vocabularies, which nothing fetches; and this site."""


@pytest.mark.parametrize("path", NOTICES)
@pytest.mark.parametrize("lang", ["pl", "en"])
def test_each_notice_is_there_in_both_languages(visitor: Visitor, path: str, lang: str) -> None:
    page = visitor.open(path, headers={"Accept-Language": lang})

    assert page.status == 200
    assert page.soup.html["lang"] == lang
    assert ("do uzupełnienia" if lang == "pl" else "to be filled in") in page.words


def test_every_page_leads_to_the_notices(anna: Visitor, ula: Visitor, visitor: Visitor) -> None:
    pages = [visitor.open("/"), visitor.open("/sign-in"), visitor.open("/nothing"), ula.page]
    pages += [anna.open("/teach/quizzes"), anna.open("/teach/scores")]
    for page in pages:
        links = {link["href"] for link in page.soup.select("footer a")}
        assert {"/privacy", "/accessibility"} <= links, page.path


def test_the_school_and_its_contact_stand_where_they_were_set(app: Flask, settings: Settings) -> None:
    named = create_app(replace(settings, school="SP nr 3 w Jaśle", contact="iod@sp3.example"))

    for path in NOTICES:
        page = Visitor(named).open(path)
        assert "SP nr 3 w Jaśle" in page.words, path
        assert "iod@sp3.example" in page.words, path


def test_the_notice_names_the_day_of_the_next_erasure(visitor: Visitor) -> None:
    assert "1 Oct 2027" in visitor.open("/privacy").words


@pytest.mark.parametrize("lang", ["pl", "en"])
def test_pupils_are_told_in_short_sentences(visitor: Visitor, lang: str) -> None:
    """A child of twelve reads it: 12 words a sentence on average and few of more than 25; two pages at most."""
    page = visitor.open("/privacy", headers={"Accept-Language": lang})
    said = "\n".join(tag.get_text(" ", strip=True) for tag in page.soup.main.find_all(["p", "li", "h2"]))
    lengths = [len(one.split()) for one in re.split(r"[.?!:;]\s+|\n", said) if one.strip()]

    assert sum(lengths) < 500
    assert sum(lengths) / len(lengths) < 12
    assert sum(length > 25 for length in lengths) <= 2


def test_no_address_of_another_host_is_on_any_page(app: Flask, anna: Visitor) -> None:
    """Every address of the site, by a pupil and by the teacher: nothing is loaded, linked or sent elsewhere."""
    case = a_case(app, "at_once")
    answer_all(app)
    found = []
    for who in (case.ula, anna, Visitor(app)):
        for _, method, path in canaries.addresses(app, case.known):
            if method == "GET":
                response = who.client.get(path)
                if response.mimetype.startswith("text/") or "json" in response.mimetype:
                    found += [(path, one) for one in foreign(response.get_data(as_text=True))]

    assert found == []


def test_no_address_of_another_host_is_in_a_script_a_style_or_a_template() -> None:
    files = [*STATIC.rglob("*.js"), *STATIC.rglob("*.css"), *STATIC.rglob("*.svg"), *TEMPLATES.rglob("*.*")]

    assert len(files) > 50
    assert [(file.name, one) for file in files for one in foreign(file.read_text(encoding="utf-8"))] == []


def test_no_cookie_but_that_of_the_session_and_nothing_readable_of_a_person_in_it(ula: Visitor) -> None:
    choose(ula, "1 lipca 1569 roku")

    cookies = ula.client._cookies.values()

    assert [cookie.key for cookie in cookies] == ["quizapp"]
    assert all(cookie.http_only for cookie in cookies)
    with ula.client.session_transaction() as kept:
        assert "Ula" not in str(dict(kept))


def test_joining_asks_for_a_nickname_and_nothing_else(app: Flask, visitor: Visitor, code: str) -> None:
    page = visitor.open(f"/q/{code}")

    form = page.soup.select_one("main form")
    asked = [field["name"] for field in form.select("input, select, textarea") if field["type"] != "hidden"]
    assert asked == ["nickname"]
    assert "no surname" in page.words


def foreign(text: str) -> list[str]:
    """Addresses of other hosts; what teachers type as a question or a text is not among them here."""
    found = re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}[^\s\"'<>)]*|https?://[^\s\"'<>)]+", text)
    return [one for one in found if not one.startswith(HARMLESS) and not one.startswith("//www.w3.org/")]

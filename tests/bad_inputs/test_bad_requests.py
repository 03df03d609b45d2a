"""79–83: addresses, queries, headers and bodies that no page of the site sends."""

from __future__ import annotations

import gzip

import pytest
from flask import Flask

from tests.bad_inputs.conftest import nothing_written, page_of
from tests.web.visitor import Page, Visitor

pytestmark = pytest.mark.databases("sqlite")

PLACES = ("0", "-1", "1.5", "²", "٣", "１", "003", "1" + "0" * 22, "9" * 5000, "..%2f", "%00", "%ff")
QUERIES = (
    *("page=-1", "page=0", "page=1" + "0" * 20, "page=²", "page=٣", "page=1&page=2", "per_page=1000000000"),
    *("sort=;--", "order=x", "lang=../..", "lang=xx", "status=x", "a=%zz", "since=٢٠٢٦-٠١-٠١"),
)
LANGUAGES = ("pl;q=x", "*", "en-GB", "zz", "x" * 10_000, "pl;q=9", ";;;,,,", "en;q=0")
HEADERS = (
    {"Host": "a..b"},
    {"Host": "a" * 64},
    {"Host": "a b"},
    {"Host": "x:99999"},
    {"Cookie": "quizapp=" + "x" * 64_000},
    {"Cookie": "quizapp=broken.cookie.x; ;;=,"},
    {"Range": "bytes=9999-1,abc"},
    {"If-Modified-Since": "junk", "If-None-Match": '"""*', "If-Range": "x"},
    {"Accept": "junk;;q=,", "Authorization": "Basic !!!"},
    {"X-Forwarded-Host": "evil.example", "X-Forwarded-For": "1.2.3.4", "X-Forwarded-Proto": "https"},
)
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data"
BODIES = {
    "JSON": ("application/json", b'{"code": "x"}', 415),
    "parts without a boundary": (PARTS, b"x", 400),
    "parts cut off": (
        f"{PARTS}; boundary=b",
        b'--b\r\nContent-Disposition: form-data; name="code"\r\n\r\na',
        400,
    ),
    "a head that is no text": (
        f"{PARTS}; boundary=b",
        b"--b\r\nContent-Disposition: \xff\r\n\r\nx\r\n--b--",
        400,
    ),
    "100 000 parts": (f"{PARTS}; boundary=b", b"--b\r\n\r\n" * 100_000, 400),
    "UTF-7": (f"{FORM}; charset=utf-7", b"csrf_token=TOKEN&code=+ADw-", 422),
    "half a letter": (FORM, b"csrf_token=TOKEN&code=%c4", 422),
    "bytes that are no text": (FORM, b"csrf_token=\xff\xfe&code=x", 400),
    "compressed": (FORM, gzip.compress(b"csrf_token=TOKEN&code=x"), 400),
    "100 000 fields": (
        FORM,
        b"csrf_token=TOKEN" + b"".join(b"&a%d=" % number for number in range(100_000)),
        413,
    ),
}


def test_79_a_place_in_an_address_is_a_plain_number_from_one(
    anna: Visitor, ula: Visitor, quiz: str, subtests: pytest.Subtests
) -> None:
    attempt = page_of(ula).path.rsplit("/", 1)[0]

    for place in PLACES:
        with subtests.test(place[:20]):
            pages = [
                ula.open(f"{attempt}/{place}"),
                anna.open(f"{quiz}/analysis/{place}"),
                anna.open(f"{quiz}/preview/{place}"),
                anna.open(f"/teach/items/{place}"),
            ]
            assert {page.status for page in pages} <= {400, 404}
            assert {page.heading for page in pages} <= {
                "Tu niczego nie ma",
                "Nie udało się odczytać przesłanych danych",
            }


def test_80_a_query_that_means_nothing_shows_the_page_as_without_it(
    anna: Visitor, subtests: pytest.Subtests
) -> None:
    for query in QUERIES:
        with subtests.test(query[:20]):
            for path in ("/teach/bank", "/teach/scores", "/"):
                page = anna.open(f"{path}?{query}")
                assert page.status == 200
                assert page.soup.html is not None
                assert page.soup.html["lang"] == "pl"
    too_long = anna.open("/teach/bank?" + "&".join(f"a{number}=1" for number in range(1500)))
    assert (too_long.status, too_long.heading) == (414, "Nie udało się odczytać przesłanych danych")


def test_81_a_strange_wish_for_a_language_gets_one_of_the_two_and_says_which(
    visitor: Visitor, subtests: pytest.Subtests
) -> None:
    for asked in LANGUAGES:
        with subtests.test(asked[:20]):
            page = visitor.open("/", headers={"Accept-Language": asked})
            assert page.status == 200
            assert page.soup.html is not None
            assert (page.soup.html["lang"], page.heading) in {
                ("pl", "Quizy z dowodem w tekście"),
                ("en", "Quizzes proved by the text"),
            }


def test_82_junk_in_a_header_is_refused_or_passed_over(app: Flask, subtests: pytest.Subtests) -> None:
    for headers in HEADERS:
        with subtests.test(str(headers)[:30]):
            response = Visitor(app).client.get("/", headers=headers)
            assert response.status_code in (200, 400)
            assert response.get_data()
            assert b"evil" not in response.get_data()


def test_83_a_body_that_is_no_whole_form_is_refused(
    app: Flask, visitor: Visitor, subtests: pytest.Subtests
) -> None:
    visitor.open("/")
    token = visitor.token.encode()

    for what, (kind, body, status) in BODIES.items():
        with subtests.test(what), nothing_written(app):
            sent = body.replace(b"TOKEN", token)
            page = Page(visitor.client.post("/join", data=sent, content_type=kind))
            assert page.status == status
            assert page.heading
            assert "Traceback" not in page.html

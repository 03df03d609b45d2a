"""What the annotations look like as JSON, as a report and as a page."""

from __future__ import annotations

import hashlib
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quizapp.text.annotate import annotate
from quizapp.text.annotations import Annotations, DateMention, Person, Quotation, Role
from quizapp.text.marked_page import Mark, page
from quizapp.text.rendering import to_html, to_json, to_text
from quizapp.text.spans import Span

TEXT = (
    "W 1683 r. na pomoc Wiedniowi ruszył król Jan III Sobieski. „Przybyliśmy, zobaczyliśmy, Bóg zwyciężył” – "
    "napisał Sobieski 13 września. Nazwano to „odsieczą & <cudem>”."
)
SPAN = {"type": "object", "required": ["start", "end", "text"]}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["schema", "source", "dates", "persons", "quotations"],
    "additionalProperties": False,
    "properties": {
        "schema": {"const": 1},
        "source": {"type": "object", "required": ["chars", "sha256"]},
        "dates": {
            "items": {
                "required": ["start", "end", "text", "edtf", "precision", "calendar", "inferred"],
                "properties": {
                    "precision": {"enum": ["day", "month", "year", "decade", "century", "interval"]},
                    "calendar": {"enum": ["gregorian", "julian", "unstated"]},
                    "inferred": {"items": {"enum": ["day", "month", "year", "century"]}},
                    "inferred_from": SPAN,
                },
            }
        },
        "persons": {
            "items": {
                "required": ["id", "name", "mentions", "roles"],
                "properties": {
                    "gender": {"enum": ["m", "f", "unknown"]},
                    "mentions": {"minItems": 1, "items": SPAN},
                    "roles": {"items": SPAN},
                },
            }
        },
        "quotations": {
            "items": {
                "required": ["start", "end", "text", "speaker", "cue", "kind"],
                "properties": {
                    "kind": {"enum": ["speech", "phrase"]},
                    "speaker": {"type": ["string", "null"]},
                    "cue": {"anyOf": [SPAN, {"type": "null"}]},
                },
            }
        },
    },
}


@pytest.fixture(scope="module", name="annotations")
def _annotations() -> Annotations:
    return annotate(TEXT)


def test_the_json_says_what_was_found_and_where(annotations: Annotations) -> None:
    told = to_json(annotations)
    Draft202012Validator(SCHEMA).validate(told)
    assert told["source"] == {"chars": len(TEXT), "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}
    assert [date["edtf"] for date in told["dates"]] == ["1683", "1683-09-13"]
    assert told["dates"][1]["inferred"] == ["year"]
    assert told["dates"][1]["inferred_from"]["text"] == "1683 r."
    assert [(person["name"], len(person["mentions"])) for person in told["persons"]] == [
        ("Jan III Sobieski", 2)
    ]
    assert told["quotations"][0]["speaker"] == told["persons"][0]["id"]
    assert told["quotations"][1]["speaker"] is told["quotations"][1]["cue"] is None


def test_a_date_that_stands_in_full_names_no_other_place(annotations: Annotations) -> None:
    assert "inferred_from" not in to_json(annotations)["dates"][0]


def test_the_report_names_dates_persons_and_speakers(annotations: Annotations) -> None:
    report = to_text(annotations)
    assert "- 13 września = 1683-09-13 (dzień); z innego miejsca: rok" in report
    assert "- Jan III Sobieski, król; wzmianki: 2" in report
    assert "- „Przybyliśmy, zobaczyliśmy, Bóg zwyciężył” (Jan III Sobieski, „napisał”)" in report
    assert "- „odsieczą & <cudem>” (zwrot)" in report


def test_the_report_of_a_text_without_any_says_so() -> None:
    assert to_text(annotate("Las szumiał.")).splitlines() == ["Daty: 0", "", "Osoby: 0", "", "Cytaty: 0"]


def test_the_page_holds_the_text_and_marks_each_find(annotations: Annotations) -> None:
    main = BeautifulSoup(to_html(annotations), "html.parser").main
    assert main is not None
    assert main.get_text() == TEXT
    marked = [(mark["class"][0], mark.get_text()) for mark in main.find_all("mark")]
    assert ("date", "13 września") in marked
    assert ("person", "Jan III Sobieski") in marked
    assert ("person", "król") in marked
    assert ("quotation", "odsieczą & <cudem>") in marked


def test_the_page_needs_nothing_from_elsewhere(annotations: Annotations) -> None:
    html = to_html(annotations)
    assert '<html lang="pl">' in html
    assert not re.search(r"<script|<link|<img|@import|url\(|https?:", html)


def test_what_a_text_says_in_html_is_only_text() -> None:
    html = to_html(annotate('W 1683 r. Sobieski <script>alert("x")</script> & {text} „<b>"a" b c d</b>”.'))
    assert "<script" not in html
    assert "<b>" not in html
    assert "{text}" in html


def test_an_office_held_by_several_is_marked_once() -> None:
    text = "posłowie Jan i Piotr"
    role = Role(Span.of(text, 0, 8), "poseł")
    names = [("p1", Span.of(text, 9, 12)), ("p2", Span.of(text, 15, 20))]
    persons = tuple(Person(key, name.text, "m", (name,), (role,)) for key, name in names)
    html = to_html(Annotations(text, (), (), persons, ()))
    assert html.count(">posłowie<") == 1
    assert 'title="Jan, poseł; wzmianki: 1\nPiotr, poseł; wzmianki: 1"' in html


def test_letters_that_utf_8_cannot_write_do_no_harm() -> None:
    text = "Jan \ud800"
    annotations = Annotations(
        text,
        (),
        (DateMention(Span.of(text, 4, 5), "1410", "year", "unstated"),),
        (),
        (Quotation(Span.of(text, 0, 3), "phrase"),),
    )
    assert len(to_json(annotations)["source"]["sha256"]) == 64
    assert (to_text(annotations) + to_html(annotations)).encode().decode().count("\ufffd") >= 2


@given(st.data(), st.text('aą<&"', min_size=1, max_size=20))
def test_marks_that_cross_or_hold_each_other_leave_the_text_whole(data: st.DataObject, text: str) -> None:
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(
        lambda at: at[0] < at[1]
    )
    marks = [
        Mark(Span.of(text, *at), data.draw(st.sampled_from(["date", "person"])), "znak")
        for at in data.draw(st.lists(places, max_size=6))
    ]
    soup = BeautifulSoup(page(text, marks), "html.parser")
    assert soup.main is not None
    assert soup.main.get_text() == text
    assert all(mark.get_text() for mark in soup.main.find_all("mark"))
    assert page(text, marks).count("<mark") == page(text, marks).count("</mark>")

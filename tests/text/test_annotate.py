"""A whole text read: that it never fails, and that every mark stands where the text as given says so."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.text.annotate import annotate
from quizapp.text.annotations import Annotations
from quizapp.text.spans import Span

TEXT = (
    "W 1683 r. na pomoc Wiedniowi ruszył król Jan III Sobieski. „Zwyciężyliśmy wielkiego wezyra” – napisał "
    "Sobieski 13 września.\n\nPóźniej wrócił do Żółkwi."
)


def spans_of(annotations: Annotations) -> Iterator[Span]:
    yield from annotations.sentences
    for date in annotations.dates:
        yield from filter(None, (date.span, date.inferred_from))
    for person in annotations.persons:
        yield from (*person.mentions, *(role.span for role in person.roles))
    for quotation in annotations.quotations:
        yield from filter(None, (quotation.span, quotation.cue))


def told(annotations: Annotations) -> tuple[list[str], ...]:
    """What is found, apart from where it stands."""
    return (
        [date.edtf for date in annotations.dates],
        [f"{person.name} {len(person.mentions)} {len(person.roles)}" for person in annotations.persons],
        [f"{quotation.kind} {quotation.speaker}" for quotation in annotations.quotations],
        ["." for _ in annotations.sentences],
    )


def test_a_text_is_marked_with_all_that_stands_in_it() -> None:
    assert told(annotate(TEXT)) == (
        ["1683", "1683-09-13"],
        ["Jan III Sobieski 2 1"],
        ["speech p1"],
        [".", ".", "."],
    )


@pytest.mark.parametrize(
    "changed",
    [
        unicodedata.normalize("NFD", TEXT),
        TEXT.replace(" ", "\xa0"),
        TEXT.replace("ś", "ś\u00ad").replace("ki", "\u200bki"),
        TEXT.replace("13 w", "13\u202f\ufeffw"),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        TEXT.replace("\n", "\u2028"),
        "\u202e" + TEXT,
    ],
    ids=["decomposed", "no-break", "soft hyphen", "narrow", "CRLF", "CR", "U+2028", "override"],
)
def test_a_text_written_otherwise_in_unicode_is_read_as_the_same(changed: str) -> None:
    annotations = annotate(changed)
    assert annotations.text == changed
    assert told(annotations) == told(annotate(TEXT))
    assert all(span.is_verbatim_in(changed) for span in spans_of(annotations))


def test_a_mark_covers_whole_letters_of_a_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", TEXT)
    date = annotate(text).dates[1]
    assert unicodedata.normalize("NFC", date.span.text) == "13 września"


def test_a_ligature_stays_one_letter() -> None:
    text = "o\ufb01ara z 1683 r."
    assert annotate(text).dates[0].span == Span(8, 15, "1683 r.")


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "\u200b", "\ud800", "\0", "A", "ـ", "👩‍👩‍👧 🇵🇱", "z" + "\u0301" * 3000],
    ids=lambda text: ascii(text)[:12],
)
def test_a_text_with_nothing_to_mark_has_no_marks(text: str) -> None:
    annotations = annotate(text)
    assert (annotations.dates, annotations.persons, annotations.quotations) == ((), (), ())


PIECES = [
    "Jan", "Sobieski", "król", "13", "września", "1683 r.", "powiedział:", "„", "”", "»", "«", "(", ")", ".", "–", "\r",
    "\n\n", "\xa0", "\u00ad", "\u200d", "e\u0301", "z\u0307", "\ud800", "\0", "\u1100\u1161\u11a8", "\ufb01",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(st.characters(), max_size=60))
def test_any_text_is_read_alike_twice_with_every_mark_verbatim_and_in_order(text: str) -> None:
    annotations = annotate(text)
    assert annotate(text) == annotations
    assert all(span.text and span.is_verbatim_in(text) for span in spans_of(annotations))
    for found in (
        [sentence.start for sentence in annotations.sentences],
        [date.span.start for date in annotations.dates],
        [person.mentions[0].start for person in annotations.persons],
        [quotation.span.start for quotation in annotations.quotations],
    ):
        assert all(one <= other for one, other in pairwise(found))

"""Where sentences end; add a line to `sentence_breaks.txt` wherever a text was cut wrongly."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.text.sentences import find_sentences

LINES = (Path(__file__).parent / "sentence_breaks.txt").read_text(encoding="utf-8").splitlines()
CASES = [line for line in LINES if not line.startswith("#")]


def cut(text: str) -> list[str]:
    return [sentence.text for sentence in find_sentences(text)]


@pytest.mark.parametrize("marked", CASES)
def test_a_text_is_cut_where_its_sentences_end(marked: str) -> None:
    expected = [sentence.strip() for sentence in marked.replace("/n", "\n").split("|")]
    assert cut(marked.replace("| ", "").replace("/n", "\n")) == expected


PIECES = [
    "Jan", "wojna", "trwała", "r.", "1410", "w.", "gen.", "J.", "III.", "„", "”", "»", "«", "(", ")", "[...]", ".",
    "?!", "…", "–", "\n", "\r\n", "\n\n", "\xa0", "\u2029", "\x0c", "15.", "XII.",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=80))
def test_sentences_hold_every_visible_letter_once_and_in_order(text: str) -> None:
    sentences = find_sentences(text)
    assert all(
        sentence.is_verbatim_in(text) and sentence.text == sentence.text.strip() != ""
        for sentence in sentences
    )
    assert all(one.end <= other.start for one, other in pairwise(sentences))
    assert "".join("".join(sentence.text.split()) for sentence in sentences) == "".join(text.split())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_an_empty_line_parts_sentences_whatever_the_line_ends(end: str) -> None:
    assert cut(f"Początki państwa{end}{end}Mieszko przyjął chrzest") == [
        "Początki państwa",
        "Mieszko przyjął chrzest",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "." * 200_000,
        ". " * 100_000,
        "(" * 100_000,
        "„a” " * 30_000,
        "J. " * 50_000,
        "w 1410 r. Jan " * 10_000,
        "a\n" * 50_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_text_made_to_be_slow_is_cut_to_its_end(text: str) -> None:
    assert find_sentences(text)[-1].end == len(text.rstrip())


def test_a_page_long_quotation_does_not_make_one_endless_sentence() -> None:
    text = "Pisał: „" + "Wojsko jest bose i głodne. " * 200 + "Koniec.”"
    assert len(cut(text)) > 100

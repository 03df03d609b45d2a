"""The whole way from a text to its candidates, on texts of many centuries; one sentence stands on a line."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.generate.candidate import Proposal
from quizapp.generate.propose import propose
from quizapp.items.checks import check
from quizapp.items.item import GAP
from quizapp.text.annotations import Annotations
from quizapp.text.dates.mentions import find_dates
from quizapp.text.persons import find_persons
from quizapp.text.quotations import find_quotations
from quizapp.text.spans import Span

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
EVERY_TEXT = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


@cache
def read(path: Path) -> Annotations:
    text = path.read_text("utf-8")
    lines = tuple(Span(found.start(), found.end(), found.group()) for found in re.finditer(r"[^\n]+", text))
    persons = find_persons(text, lines)
    return Annotations(text, lines, find_dates(text, lines), persons, find_quotations(text, lines, persons))


@cache
def proposal(path: Path) -> Proposal:
    return propose(read(path))


@EVERY_TEXT
def test_no_candidate_has_a_flaw_that_forbids_it(path: Path) -> None:
    for candidate in proposal(path).candidates:
        assert not [found for found in check(candidate.item, read(path).text) if found.level == "error"]


@EVERY_TEXT
def test_the_text_gives_enough_questions_and_most_are_no_gaps(path: Path) -> None:
    found = proposal(path).candidates
    assert len(found) * 100 >= 3 * len(read(path).text.split())
    assert sum(candidate.item.type == "cloze" for candidate in found) * 2 <= len(found)


def test_all_texts_together_give_ten_questions_in_a_hundred_words() -> None:
    words = sum(len(read(path).text.split()) for path in TEXTS)
    assert sum(len(proposal(path).candidates) for path in TEXTS) * 100 >= 10 * words


@EVERY_TEXT
def test_no_stem_gives_away_its_key(path: Path) -> None:
    for candidate in proposal(path).candidates:
        item = candidate.item
        if item.type in ("single", "typed", "date"):
            assert item.answer[0].casefold() not in item.stem.casefold()


@EVERY_TEXT
def test_stems_are_tidy_sentences(path: Path) -> None:
    for candidate in proposal(path).candidates:
        stem = candidate.item.stem
        assert stem == " ".join(stem.split())
        assert stem[0].isupper() or stem[0].isdigit() or stem.startswith(GAP)
        assert stem[-1] in "?.!”"
        assert not re.search(r" [,.;:?!]|,,|\.\.$|\( ", stem)


@EVERY_TEXT
def test_every_wrong_option_says_why(path: Path) -> None:
    for candidate in proposal(path).candidates:
        assert all(option.why for option in candidate.item.options if not option.correct)


@EVERY_TEXT
def test_a_second_reading_gives_the_same(path: Path) -> None:
    assert propose(read(path)) == proposal(path)


@EVERY_TEXT
def test_statements_are_sometimes_true_and_sometimes_false(path: Path) -> None:
    answers = [found.item.answer for found in proposal(path).candidates if found.item.type == "boolean"]
    assert len(answers) < 4 or len(set(answers)) == 2


WORDS = sorted({word for path in TEXTS for word in path.read_text("utf-8").split()})


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_no_heap_of_words_makes_it_fail_or_ask_without_proof(words: list[str]) -> None:
    text = " ".join(words)
    lines = (Span(0, len(text), text),) if text else ()
    persons = find_persons(text, lines)
    annotations = Annotations(
        text, lines, find_dates(text, lines), persons, find_quotations(text, lines, persons)
    )
    for candidate in propose(annotations).candidates:
        assert all(span.is_verbatim_in(text) for span in candidate.item.evidence)

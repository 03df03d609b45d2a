"""The bank that comes with the program is sound, and its text is the text that was given."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

import pytest

from quizapp.formats.bank import Bank, read_bank
from quizapp.items.checks import check, check_quiz
from quizapp.items.correction import corrections_touching
from quizapp.items.grading import grade
from quizapp.items.item import ITEM_TYPES
from quizapp.items.wording import normalised
from quizapp.paths import QUESTIONS

FOLDER = QUESTIONS / "brzesc-litewski-1917"
GIVEN = "33edb7b91bb083dd794df4a8eff0b973afc0d80132d607954bac8daa7b49f77d"


@pytest.fixture(scope="module")
def bank() -> Bank:
    return read_bank(FOLDER)


def test_the_text_is_byte_for_byte_as_it_was_given() -> None:
    assert sha256((FOLDER / "source.txt").read_bytes()).hexdigest() == GIVEN


def test_there_are_enough_questions_of_every_kind(bank: Bank) -> None:
    ready = [entry.item for entry in bank.items if entry.status == "ready"]
    categories, types = Counter(item.category for item in ready), Counter(item.type for item in ready)

    assert len(ready) >= 32
    assert categories["date"] >= 10
    assert categories["person"] >= 10
    assert categories["quotation"] >= 6
    assert categories["event"] + categories["place"] >= 6
    assert all(types[kind] >= 2 for kind in ITEM_TYPES)


def test_every_question_is_proved_and_explained(bank: Bank) -> None:
    for entry in bank.items:
        assert entry.item.evidence, entry.id
        assert all(span.is_verbatim_in(bank.text) for span in entry.item.evidence), entry.id
        assert entry.item.feedback, entry.id
        if entry.item.is_chosen or entry.item.type == "multiple":
            assert all(option.why for option in entry.item.options), entry.id


def test_no_check_finds_an_error(bank: Bank) -> None:
    errors = [
        (entry.id, finding.code, finding.facts)
        for entry in bank.items
        for finding in check(entry.item, bank.text, bank.corrections)
        if finding.level == "error"
    ]

    assert errors == []


@pytest.mark.parametrize(
    "truth", ["7 grudnia", "17 grudnia", "na 10 dni", "Zeki", "Czernin", "Max Hoffmann", "Pokorny"]
)
def test_no_corrected_value_is_a_wrong_answer(bank: Bank, truth: str) -> None:
    wrong = [o.text for entry in bank.items for o in entry.item.options if not o.correct]

    assert truth not in wrong


def test_no_correction_is_a_wrong_answer(bank: Bank) -> None:
    right = {normalised(note.corrected) for note in bank.corrections if note.corrected}
    wrong = {normalised(o.text) for entry in bank.items for o in entry.item.options if not o.correct}

    assert not right & wrong


def test_what_other_sources_contradict_is_asked_as_the_text_has_it(bank: Bank) -> None:
    contradicted = [note for note in bank.corrections if note.kind == "contradicted"]
    resting = [entry.item for entry in bank.items if corrections_touching(entry.item, contradicted)]

    assert resting
    assert all("według tekstu" in normalised(item.stem) for item in resting)


@pytest.mark.parametrize(
    ("item_id", "typed"),
    [
        ("hrabia", "Czernin"),
        ("hrabia", "Czerenin"),
        ("general", "Max Hoffmann"),
        ("general", "Max von Hoffmann"),
        ("rozejm-data", "15.12.1917"),
        ("miesiace-wojny", "czterdziestu"),
    ],
)
def test_an_answer_counts_as_the_text_and_as_the_sources_spell_it(
    bank: Bank, item_id: str, typed: str
) -> None:
    (item,) = (entry.item for entry in bank.items if entry.id == item_id)

    assert grade(item, (typed,)).points == 1


def test_the_errors_of_the_text_are_told(bank: Bank) -> None:
    kinds = Counter(note.kind for note in bank.corrections)

    assert kinds["contradicted"] >= 4
    assert kinds["name"] >= 2
    assert kinds["language"] >= 3
    assert kinds["unverified"] >= 2
    assert kinds["imprecise"] >= 1
    assert kinds["evaluative"] >= 1
    assert all(note.note for note in bank.corrections)
    assert all(len(note.sources) >= 1 for note in bank.corrections if note.kind in ("contradicted", "name"))


def test_the_quiz_of_the_first_start_gives_no_answer_away(bank: Bank) -> None:
    by_id = {entry.id: entry.item for entry in bank.items}
    chosen = [by_id[item_id] for item_id in bank.quizzes[0].items]

    assert len(chosen) >= 10
    assert len({item.type for item in chosen}) >= 3
    assert check_quiz(chosen) == ()

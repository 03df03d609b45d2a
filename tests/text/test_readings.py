"""Whole passages, read as a careful reader reads them: how much is found, and how much of it is right.

The floors lie a little below what is reached, so that a rule that breaks more than it mends is noticed.
"""

from __future__ import annotations

import pytest
from marked import READINGS, Marked, read, sentences

from quizapp.text.annotations import Person, Quotation
from quizapp.text.persons import find_persons
from quizapp.text.quotations import find_quotations

PASSAGES = sorted(READINGS.glob("*.txt"))


def read_by_program(marked: Marked) -> tuple[tuple[Person, ...], tuple[Quotation, ...]]:
    lines = sentences(marked.text)
    persons = find_persons(marked.text, lines)
    return persons, find_quotations(marked.text, lines, persons)


def whom_it_means(marked: Marked, persons: tuple[Person, ...]) -> dict[str, str]:
    """The reader's key of each person that the program found."""
    return {
        person.id: marked.mentions[span.start, span.end]
        for person in persons
        for span in person.mentions
        if (span.start, span.end) in marked.mentions
    }


@pytest.fixture(scope="module", params=PASSAGES, ids=lambda path: path.stem)
def passage(request: pytest.FixtureRequest) -> tuple[Marked, tuple[Person, ...], tuple[Quotation, ...]]:
    marked = read(request.param)
    return marked, *read_by_program(marked)


def test_names_are_found_where_they_stand_and_nowhere_else(passage):
    marked, persons, _ = passage
    found = {(span.start, span.end) for person in persons for span in person.mentions}
    both = len(found & set(marked.mentions))
    assert 2 * both / (len(found) + len(marked.mentions)) >= 0.85


def test_persons_are_called_by_their_full_name_in_the_nominative(passage):
    marked, persons, _ = passage
    meant = whom_it_means(marked, persons)
    known = [person for person in persons if person.id in meant]
    right = [p for p in known if (p.name, p.gender) == marked.names[meant[p.id]]]
    assert len(right) >= len(known) - 1


def test_offices_are_found_with_their_holders(passage):
    marked, persons, _ = passage
    meant = whom_it_means(marked, persons)
    found = {
        (meant.get(p.id, p.id), role.span.start, role.span.end, role.nominative)
        for p in persons
        for role in p.roles
    }
    expected = set(marked.roles)
    assert len(found & expected) >= 0.65 * len(expected)
    assert len(found - expected) <= 1


def test_quotations_are_told_from_phrases_and_given_to_their_speakers(passage):
    marked, persons, quotations = passage
    meant = whom_it_means(marked, persons)
    found = {(q.span.start, q.span.end): (meant.get(q.speaker or "", q.speaker), q.kind) for q in quotations}
    assert set(found) == set(marked.quotations)
    wrong = {span for span, said in found.items() if said[0] and said != marked.quotations[span]}
    assert not wrong, "no speaker is better than a wrong one"
    right = [span for span, said in found.items() if said == marked.quotations[span]]
    assert len(right) >= 0.5 * len(found) - 0.5


def test_all_passages_together_keep_to_the_figures_reached():
    found = mentions = offices = expected_offices = speakers = expected_speakers = 0
    for path in PASSAGES:
        marked = read(path)
        persons, quotations = read_by_program(marked)
        meant = whom_it_means(marked, persons)
        found += sum((s.start, s.end) in marked.mentions for p in persons for s in p.mentions)
        mentions += len(marked.mentions)
        roles = {(meant.get(p.id), r.span.start, r.span.end) for p in persons for r in p.roles}
        offices += sum((holder, start, end) in roles for holder, start, end, _ in marked.roles)
        expected_offices += len(marked.roles)
        given = {(q.span.start, q.span.end): meant.get(q.speaker or "") for q in quotations}
        said = {span: speaker for span, (speaker, _) in marked.quotations.items() if speaker}
        speakers += sum(given.get(span) == speaker for span, speaker in said.items())
        expected_speakers += len(said)
    assert found / mentions >= 0.97
    assert offices / expected_offices >= 0.96
    assert speakers / expected_speakers >= 0.90

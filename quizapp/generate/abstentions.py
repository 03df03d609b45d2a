"""What was seen in the text and not asked about, each with the reason in Polish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.generate.candidate import Abstention, Candidate
from quizapp.generate.facts.gathered import Facts
from quizapp.text.spans import Span

_NOTHING = "W tekście nie znaleziono dat, osób ani cytatów, o które można zapytać."
_LOOSE_DATE = "data nie określa czasu wydarzenia nazwanego w zdaniu"


def abstentions(facts: Facts, candidates: Sequence[Candidate]) -> Iterator[Abstention]:
    """The dates, quotations and persons without a question of their own; of a text without any, the text."""
    annotations = facts.annotations
    if not (annotations.dates or annotations.persons or annotations.quotations):
        yield Abstention(annotations.sentences[0] if annotations.sentences else Span(0, 0, ""), _NOTHING)
        return
    yield from _dates(facts, candidates)
    yield from _quotations(facts)
    yield from _persons(facts, candidates)


def _dates(facts: Facts, candidates: Sequence[Candidate]) -> Iterator[Abstention]:
    asked = {span for found in candidates if found.item.category == "date" for span in found.item.evidence}
    reasons = {clause.sentence.index: why for clause, why in reversed(facts.unasked)}
    seen: set[int] = set()
    for date in facts.annotations.dates:
        sentence = facts.sentence_at(date.span.start)
        if sentence is None or sentence.index in seen or sentence.span in asked:
            continue
        seen.add(sentence.index)
        yield Abstention(sentence.span, f"O datę nie zapytano: {reasons.get(sentence.index, _LOOSE_DATE)}.")


def _quotations(facts: Facts) -> Iterator[Abstention]:
    asked = {speech.quotation.span for speech in facts.speeches}
    for quotation in facts.annotations.quotations:
        if quotation.kind == "speech" and quotation.span not in asked:
            yield Abstention(
                quotation.span, "O autora słów nie zapytano: zdanie nie nazywa go jednoznacznie."
            )


def _persons(facts: Facts, candidates: Sequence[Candidate]) -> Iterator[Abstention]:
    named = {answer for found in candidates for answer in found.item.answer}
    stems = " ".join(found.item.stem for found in candidates)
    for person in facts.annotations.persons:
        if person.mentions and person.name not in named and person.name not in stems:
            why = f"O tę osobę ({person.name}) nie zapytano: żadne zdanie nie daje o nią pewnego pytania."
            yield Abstention(person.mentions[0], why)

"""What was seen in the text and not asked about, each with the reason in Polish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizapp.generate.candidate import Abstention, Candidate
from quizapp.generate.facts import Facts
from quizapp.text.spans import Span


def abstentions(facts: Facts, candidates: Iterable[Candidate]) -> Iterator[Abstention]:
    """What has no question of its own; a text without dates, persons and quotations as a whole."""
    annotations = facts.annotations
    if not (annotations.dates or annotations.persons or annotations.quotations):
        whole = annotations.sentences[0] if annotations.sentences else Span(0, 0, "")
        yield Abstention(whole, "W tekście nie znaleziono dat, osób ani cytatów, o które można zapytać.")
        return
    asked = {span for candidate in candidates for span in candidate.item.evidence}
    yield from _unasked_dates(facts, asked)


def _unasked_dates(facts: Facts, asked: set[Span]) -> Iterator[Abstention]:
    for clause, why in facts.unasked:
        if clause.sentence.span not in asked:
            yield Abstention(clause.sentence.span, f"O datę nie zapytano: {why}.")

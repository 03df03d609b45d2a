"""What the generator asks about a text annotated by hand, in the words of the tests."""

from __future__ import annotations

from handmade import annotated

from quizapp.generate.candidate import Candidate
from quizapp.generate.propose import propose


def candidates(marked: str, rule: str) -> list[Candidate]:
    """The candidates that one rule makes of the text."""
    return [candidate for candidate in propose(annotated(marked)).candidates if candidate.rule == rule]


def stems(marked: str, rule: str) -> list[str]:
    """The stems that one rule makes of the text, in the order of the text."""
    found = sorted(candidates(marked, rule), key=lambda candidate: candidate.item.evidence[0].start)
    return [candidate.item.stem for candidate in found]


def reasons(marked: str) -> list[str]:
    """Why things of the text were not asked about."""
    return [abstention.why for abstention in propose(annotated(marked)).abstained]

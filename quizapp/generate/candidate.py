from __future__ import annotations

from dataclasses import dataclass

from quizapp.items.item import Item
from quizapp.text.spans import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed item: the rule that made it, how good it looks (0 to 1), the checks that it trips.

    The id is made of the source, the evidence and the rule, so that it survives a new run.
    """

    id: str
    item: Item
    rule: str
    score: float
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Abstention:
    """What the generator saw and would not ask about, and why."""

    evidence: Span
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Candidates, best first, and what was left out."""

    candidates: tuple[Candidate, ...]
    abstained: tuple[Abstention, ...]

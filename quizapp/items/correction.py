from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from quizapp.items.item import Item
from quizapp.text.spans import Span

CorrectionKind = Literal["language", "name", "imprecise", "contradicted", "unverified", "evaluative"]

CORRECTION_KINDS: tuple[CorrectionKind, ...] = get_args(CorrectionKind)


@dataclass(frozen=True, slots=True)
class Correction:
    """What is wrong with a place of the source, the right reading ("" if none is known), and who says so.

    language: a slip of spelling or grammar; name: a misspelt name; imprecise: true as far as it goes;
    contradicted: other sources say otherwise; unverified: nobody else has it; evaluative: an opinion.
    The note is shown to learners beside the evidence that it touches.
    """

    span: Span
    kind: CorrectionKind
    corrected: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


def corrections_touching(item: Item, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections that concern words of the item's evidence, in the order given."""
    return tuple(
        correction
        for correction in corrections
        if any(correction.span.overlaps(evidence) for evidence in item.evidence)
    )

"""Questions beside what is known to be wrong in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizapp.generate.draft import Draft
from quizapp.items.correction import Correction, corrections_touching

_BY_THE_TEXT = "Według tekstu: "
_DOUBTED = frozenset({"imprecise", "contradicted", "unverified"})


def respecting(draft: Draft, corrections: Sequence[Correction]) -> Draft | None:
    """The draft as it may be asked beside the corrections.

    None if a wrong option is a corrected value, or if the evidence is an opinion; „Według tekstu” stands
    in the stem where other sources say otherwise.
    """
    item = draft.item
    right = {correction.corrected.casefold() for correction in corrections if correction.corrected}
    if any(option.text.casefold() in right for option in item.options if not option.correct):
        return None
    kinds = {correction.kind for correction in corrections_touching(item, corrections)}
    if "evaluative" in kinds:
        return None
    if not kinds & _DOUBTED or "tekst" in item.stem.casefold():
        return draft
    stem = _BY_THE_TEXT + item.stem[0].lower() + item.stem[1:]
    return replace(draft, item=replace(item, stem=stem))

"""Questions beside what is known to be wrong in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.generate.draft import Draft
from quizapp.items.correction import Correction, corrections_touching

_QUESTION = re.compile(
    r"(?:Kto|Kogo|Komu|Co|Który|Kiedy|Gdzie|Którego dnia|W którym (?:roku|mieście|miesiącu i roku)|Połącz"
    r"|W jakich (?:latach|dniach)|(?:Od|Do) którego (?:roku|dnia)|Od kiedy do kiedy|W jakiej kolejności"
    r"|Które (?:państwo|wydarzenie)|Czyim|Czyją)(?= )"
)
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
    return replace(draft, item=replace(item, stem=_by_the_text(item.stem)))


def _by_the_text(stem: str) -> str:
    """The stem with „według tekstu” after the word that asks, or before a statement."""
    asking = _QUESTION.match(stem)
    if asking is None:
        return f"Według tekstu: {stem}"
    return f"{asking.group()} według tekstu{stem[asking.end() :]}"

"""The last gate: what no candidate may break, whatever rule made it."""

from __future__ import annotations

from quizapp.generate.draft import Draft
from quizapp.items.item import GAP, Item

_FEWEST = {"single": 3, "multiple": 3, "boolean": 2, "order": 3, "match": 3}


def is_sound(draft: Draft, text: str) -> bool:
    """Whether the evidence is verbatim, the options differ and suffice, and the stem reads as one."""
    item = draft.item
    return (
        all(span.is_verbatim_in(text) for span in item.evidence)
        and bool(item.evidence and item.answer and all(item.answer))
        and _options_differ(item)
        and len(item.options) >= _FEWEST.get(item.type, 0)
        and _stem_is_whole(item)
    )


def _options_differ(item: Item) -> bool:
    texts = [option.text.casefold() for option in item.options]
    return len(set(texts)) == len(texts)


def _stem_is_whole(item: Item) -> bool:
    stem = item.stem
    gaps = stem.count(GAP)
    return (
        "  " not in stem
        and "\n" not in stem
        and gaps == (1 if item.type == "cloze" else 0)
        and stem.count("„") == stem.count("”")
        and stem.count("(") == stem.count(")")
    )

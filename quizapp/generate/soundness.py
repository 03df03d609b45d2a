"""The last gate before the item-writing checks: what no rule may hand on."""

from __future__ import annotations

from quizapp.generate.words import PREPOSITION, has, is_noun
from quizapp.items.item import GAP, Item

_FEWEST = {"single": 3, "multiple": 3, "boolean": 2, "order": 3, "match": 3}


def reads_well(item: Item) -> bool:
    """Whether the stem is one tidy sentence, and the options differ and are enough for the type."""
    texts = {option.text.casefold() for option in item.options}
    enough = len(item.options) >= _FEWEST.get(item.type, 0)
    return bool(item.answer) and enough and len(texts) == len(item.options) and _is_tidy(item)


def _is_tidy(item: Item) -> bool:
    stem = item.stem
    pairs = (("„", "”"), ("(", ")"))
    balanced = all(stem.count(opening) == stem.count(closing) for opening, closing in pairs)
    words = stem.rstrip("?.!”").split()
    breaks_off = bool(words) and has(words[-1].casefold(), PREPOSITION) and not is_noun(words[-1].casefold())
    gaps = {"cloze": (1,), "date": (0, 1)}.get(item.type, (0,))
    return balanced and not breaks_off and "  " not in stem and stem.count(GAP) in gaps

"""Items and corrections as JSON: what the store keeps and the commands print.

What is empty in an option or a correction is left out, so that a field added later changes no stored item.
"""

from __future__ import annotations

from typing import Any

from quizapp.items.correction import Correction
from quizapp.items.item import Item, Option
from quizapp.text.spans import Span

Json = dict[str, Any]


def item_to_json(item: Item) -> Json:
    """The item in values that JSON knows; `item_from_json` gives the equal item back."""
    return {
        "type": item.type,
        "category": item.category,
        "stem": item.stem,
        "options": [_option_to_json(option) for option in item.options],
        "answer": list(item.answer),
        "evidence": [span_to_json(span) for span in item.evidence],
        "feedback": item.feedback,
        "tags": list(item.tags),
    }


def item_from_json(stored: Json) -> Item:
    """The item that `item_to_json` wrote; KeyError where a field is missing."""
    return Item(
        type=stored["type"],
        category=stored["category"],
        stem=stored["stem"],
        options=tuple(Option(**option) for option in stored["options"]),
        answer=tuple(stored["answer"]),
        evidence=tuple(Span(**span) for span in stored["evidence"]),
        feedback=stored["feedback"],
        tags=tuple(stored["tags"]),
    )


def correction_to_json(correction: Correction) -> Json:
    """The correction in values that JSON knows; `correction_from_json` gives the equal one back."""
    told = {
        "corrected": correction.corrected,
        "note": correction.note,
        "sources": list(correction.sources),
    }
    return {
        "span": span_to_json(correction.span),
        "kind": correction.kind,
        **{name: value for name, value in told.items() if value},
    }


def correction_from_json(stored: Json) -> Correction:
    """The correction that `correction_to_json` wrote; KeyError where a field is missing."""
    return Correction(
        span=Span(**stored["span"]),
        kind=stored["kind"],
        corrected=stored.get("corrected", ""),
        note=stored.get("note", ""),
        sources=tuple(stored.get("sources", ())),
    )


def span_to_json(span: Span) -> Json:
    """The span as the contract writes one."""
    return {"start": span.start, "end": span.end, "text": span.text}


def _option_to_json(option: Option) -> Json:
    told = {"left": option.left, "why": option.why}
    return {
        "text": option.text,
        "correct": option.correct,
        **{name: value for name, value in told.items() if value},
    }

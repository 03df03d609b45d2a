"""A proposal as the JSON of the contract and as a report to read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from quizapp.generate.candidate import Candidate, Proposal
from quizapp.items.item import Option
from quizapp.items.serial import span_to_json

Json = dict[str, Any]

_TYPES = {
    "single": "jednokrotny wybór",
    "multiple": "wielokrotny wybór",
    "boolean": "prawda czy fałsz",
    "cloze": "luka",
    "typed": "odpowiedź wpisywana",
    "date": "data wpisywana",
    "order": "kolejność",
    "match": "dopasowanie",
}


def proposal_to_json(text: str, proposal: Proposal) -> Json:
    """The proposal as `candidates.schema.json` has it; `text` is the source that it was made from."""
    return {
        "schema": 1,
        "source": {
            "chars": len(text),
            "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        },
        "candidates": [_candidate_to_json(candidate) for candidate in proposal.candidates],
        "abstained": [
            {"evidence": span_to_json(abstention.evidence), "why": abstention.why}
            for abstention in proposal.abstained
        ],
    }


def _candidate_to_json(candidate: Candidate) -> Json:
    item = candidate.item
    return {
        "id": candidate.id,
        "type": item.type,
        "category": item.category,
        "stem": item.stem,
        "options": [_option_to_json(option) for option in item.options],
        "answer": list(item.answer),
        "evidence": [span_to_json(span) for span in item.evidence],
        "rule": candidate.rule,
        "score": candidate.score,
        "flags": list(candidate.flags),
        "feedback": item.feedback,
    }


def _option_to_json(option: Option) -> Json:
    shown: Json = {"text": option.text, "correct": option.correct}
    return {**shown, **{name: value for name, value in (("left", option.left), ("why", option.why)) if value}}


def proposal_to_text(proposal: Proposal) -> str:
    """The proposal as a report in Polish: each question with its options, answer and evidence."""
    lines = [
        line for place, candidate in enumerate(proposal.candidates, 1) for line in _told(place, candidate)
    ]
    if not proposal.candidates:
        lines.append("Brak propozycji pytań.")
    if proposal.abstained:
        lines += ["", "O co nie zapytano:"]
        lines += [f"- „{' '.join(left.evidence.text.split())}”: {left.why}" for left in proposal.abstained]
    return "\n".join(lines) + "\n"


def _told(place: int, candidate: Candidate) -> Iterator[str]:
    item = candidate.item
    yield f"{place}. {item.stem}"
    for option in item.options:
        left = f"{option.left} – " if option.left else ""
        yield f"   {'*' if option.correct else '-'} {left}{option.text}"
    if not item.options:
        yield f"   * {' / '.join(item.answer)}"
    yield f"   {_TYPES[item.type]}; reguła: {candidate.rule}; ocena: {candidate.score:.2f}"
    for span in item.evidence:
        yield f"   dowód: {' '.join(span.text.split())}"
    yield ""

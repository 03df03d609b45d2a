"""`Jaką funkcję pełnił X?`, `Jaki tytuł nosił X?`: the office of a person among the offices of others."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.distractors import ENOUGH
from quizapp.generate.facts import Facts
from quizapp.generate.finding import Finding, chosen
from quizapp.generate.offices import Holding, is_kind, other_offices
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import Item, Option

_QUESTIONS = {
    "functions": "Jaką funkcję pełnił",
    "rulers": "Jaki tytuł nosił",
    "ranks": "Jaki stopień wojskowy miał",
}


def findings(facts: Facts) -> Iterator[Finding]:
    """One question for each office that the text gives to a person and that two others do not share."""
    for holding in facts.holdings:
        kind = next((kind for kind in _QUESTIONS if is_kind(holding.office, kind)), None)
        item = _item(facts, holding, kind) if kind else None
        if item:
            yield Finding(item, f"office:{holding.person.id}:{holding.office}", 0.85)


def _item(facts: Facts, holding: Holding, kind: str) -> Item | None:
    near = facts.people_near(holding.sentence.span)
    others = other_offices(near, holding, kind, ENOUGH)
    if not others:
        return None
    sentence = holding.sentence.span
    right = Option(holding.office, True, why=f"Tak mówi tekst: {quoted(sentence.text)}")
    wrong = [Option(office, False, why=f"{person.name} to w tekście {office}.") for person, office in others]
    options = tuple(sorted([right, *wrong], key=lambda option: option.text))
    ending = "a" if holding.person.gender == "f" else ""
    stem = f"{_QUESTIONS[kind]}{ending} {holding.person.name}?"
    return chosen("single", "person", stem, options, (sentence,), sentence_feedback(sentence.text))

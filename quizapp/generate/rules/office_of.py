"""`Jaką funkcję pełnił X?`, `Jaki stopień wojskowy miał X?`: the office of a person among the offices of others.

Thrones are not asked so: whom a text calls a duke may have been a king too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizapp.generate.distractors import ENOUGH
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts import Facts
from quizapp.generate.offices import (
    Holding,
    is_all_that_is_said,
    is_kind,
    names_a_nation,
    other_offices,
    says_enough,
)
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.generate.years import date_of_holding, in_the_year
from quizapp.items.item import Item, Option
from quizapp.text.annotations import DateMention

_QUESTIONS = {
    "functions": "Jaką funkcję pełnił",
    "ranks": "Jaki stopień wojskowy miał",
}


_OF_A_KIND = 2
"""With the same few offices as answers each time, a third question answers itself."""


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each person and kind of office, where two others hold other offices of that kind."""
    asked: set[tuple[str, str]] = set()
    of_kind: Counter[str] = Counter()
    for holding in facts.holdings:
        kind = next((kind for kind in _QUESTIONS if is_kind(holding.office, kind)), "")
        known = (holding.person.id, kind)
        known_by_it = is_all_that_is_said(holding) and facts.acts(holding.person)
        tells = says_enough(holding.office) and known_by_it and (kind == "ranks" or " " in holding.office)
        date = date_of_holding(facts, holding)
        fit = kind and known not in asked and tells and of_kind[kind] < _OF_A_KIND
        item = _item(facts, holding, kind, date) if fit and date else None
        if item:
            asked.add(known)
            of_kind[kind] += 1
            yield Draft(item, f"office:{holding.person.id}:{holding.office}", 0.75)


def _said(holding: Holding, kind: str) -> str:
    """The office; a rank without what stands before it („hiszpański admirał”)."""
    words = holding.office.split()
    head = next((at for at, word in enumerate(words) if is_kind(word, kind)), 0) if kind == "ranks" else 0
    return " ".join(words[head:])


def _item(facts: Facts, holding: Holding, kind: str, date: DateMention) -> Item | None:
    others = other_offices(facts.holdings_near(holding), holding, kind, ENOUGH)
    said = {_said(one, kind) for one in (holding, *others)}
    if not others or any(names_a_nation(office) for office in said):  # a foreign name would tell
        return None
    sentence = holding.sentence.span
    right = Option(_said(holding, kind), True, why=f"Tak mówi tekst: {quoted(sentence.text)}")
    wrong = [
        Option(_said(other, kind), False, why=f"{other.person.name} to w tekście {other.office}.")
        for other in others
    ]
    options = tuple(sorted([right, *wrong], key=lambda option: option.text))
    ending = "a" if holding.person.gender == "f" else ""
    stem = f"{_QUESTIONS[kind]}{ending} {in_the_year(date)} {holding.person.name}?"
    proof = tuple(dict.fromkeys((sentence, date.span)))
    return chosen("single", "person", stem, options, proof, sentence_feedback(sentence.text))

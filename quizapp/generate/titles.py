"""The titles and descriptions that stand before a name and belong to it."""

from __future__ import annotations

from quizapp.generate.clauses import Clause
from quizapp.generate.material import Sentence, Unit
from quizapp.generate.words import ADJECTIVES, NOUNS, PREPOSITION, has


def in_role(sentence: Sentence, unit: Unit) -> bool:
    """Whether the unit is a word of an office, rank or title."""
    return unit.person is None and any(role.span.contains(unit.span) for _, role in sentence.roles)


def start_of_titles(clause: Clause, at: int, gender: str, floor: int = 0) -> int:
    """Where the titles of the name at that place begin: not before `floor`, the verb, a preposition."""
    start = place = at
    while place > floor:
        place -= 1
        unit = clause.units[place]
        if in_role(clause.sentence, unit):
            start = place
        elif unit.text == "," and place > floor and in_role(clause.sentence, clause.units[place - 1]):
            continue
        elif place == clause.verb or not _is_nominal(unit):
            if (
                start == place + 1
                and has(unit.lower, PREPOSITION)
                and not in_role(clause.sentence, clause.units[start])
            ):
                return at  # „na cały Kościół papież …”
            break
        elif has(unit.lower, NOUNS | ADJECTIVES, "nom", "sg", gender):
            start = place
    while start < at and _is_in_another_case(clause.units[start]):
        start += 1
    as_what = start > 0 and clause.units[start - 1].lower == "jako"  # „jako mistrz krajowy Herman Balk”
    return at if as_what else start


def _is_in_another_case(unit: Unit) -> bool:
    """„(z polecenia) cesarza Hozjusz”: whose order it was, and no title of his."""
    known = unit.kind == "word" and has(unit.lower, NOUNS | ADJECTIVES)
    return known and not has(unit.lower, NOUNS | ADJECTIVES, "nom")


def _is_nominal(unit: Unit) -> bool:
    return unit.kind == "word" and has(unit.lower, NOUNS | ADJECTIVES) and not has(unit.lower, PREPOSITION)

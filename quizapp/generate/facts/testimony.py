"""Who tells of the past and took no part in it: the chroniclers and historians that a text names as its sources."""

from __future__ import annotations

from quizapp.generate.material import Sentence, Unit
from quizapp.generate.words import readings, word_list
from quizapp.text.annotations import Person

_BY = frozenset({"według", "wg", "zdaniem", "podług", "za"})
_NEAR = 2


def is_told_by(sentence: Sentence, person: Person) -> bool:
    """Whether the sentence names the person only as its source: „według Liwiusza”, „pisze Liwiusz”."""
    places = [at for at, unit in enumerate(sentence.units) if unit.person and unit.person.id == person.id]
    return bool(places) and all(_is_source(sentence.units, at) for at in places)


def _is_source(units: tuple[Unit, ...], at: int) -> bool:
    if at and units[at - 1].lower in _BY:
        return True
    beside = units[max(0, at - _NEAR) : at + _NEAR + 1]
    return any(unit.kind == "word" and _tells_now(unit.lower) for unit in beside)


def _tells_now(form: str) -> bool:
    """Whether it is a verb of telling in the present tense: in a history that is how sources are cited."""
    verbs = word_list("verbs_of_testimony")
    return any(reading.pos == "fin" and reading.lemma in verbs for reading in readings(form))

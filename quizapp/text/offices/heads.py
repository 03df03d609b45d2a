"""Which words are heads of offices: the nouns of the lexicon, those too that the dictionary does not know."""

from __future__ import annotations

from functools import cache, lru_cache

from quizapp.text import lexicon
from quizapp.text.words import Reading, readings

PERSON_SLOTS = frozenset(
    ("sg", case, gender)
    for case in ("nom", "gen", "dat", "acc", "inst", "loc", "voc")
    for gender in ("m1", "f")
)


@lru_cache(maxsize=20_000)
def head_reading(form: str) -> Reading | None:
    """The form as a noun of the lexicon of offices, in the singular; None if it is none."""
    heads = lexicon.words("offices")
    last = form.replace("‑", "-").rpartition("-")[2]
    fitting = [
        reading
        for reading in (*readings(last), *_unknown_to_the_dictionary().get(last.lower(), ()))
        if reading.lemma in heads
        if reading.pos == "subst" and reading.slots & PERSON_SLOTS
    ]
    if not fitting:
        return None
    declined = [reading for reading in fitting if len(reading.slots) < 14] or fitting
    lemmas = {reading.lemma for reading in declined}
    slots = frozenset(slot for reading in declined for slot in reading.slots)
    best = min(
        declined, key=lambda reading: ("m1" not in {slot[2] for slot in reading.slots}, reading.lexeme)
    )
    return Reading(best.lemma, best.lexeme, best.pos, slots, best.labels) if len(lemmas) == 1 else best


_IN_A = (("a", "nom"), ("y", "gen"), ("i", "gen"), ("ze", "dat"), ("ze", "loc"), ("dze", "dat"), ("dze", "loc"),
         ("ę", "acc"), ("ą", "inst"), ("o", "voc"))  # fmt: skip
_IN_A_CONSONANT = (("", "nom"), ("a", "gen"), ("a", "acc"), ("owi", "dat"), ("em", "inst"), ("iem", "inst"),
                   ("u", "voc"), ("u", "loc"), ("ie", "loc"), ("ie", "voc"))  # fmt: skip


@cache
def _unknown_to_the_dictionary() -> dict[str, tuple[Reading, ...]]:
    """The forms of the offices that the dictionary lacks, masculine all: „beotarchę”, „efora”."""
    slots: dict[tuple[str, str], set[tuple[str, str, str]]] = {}
    for lemma in sorted(lexicon.words("offices")):
        if not any(reading.lemma == lemma for reading in readings(lemma)):
            stem, endings = (lemma[:-1], _IN_A) if lemma.endswith("a") else (lemma, _IN_A_CONSONANT)
            for ending, case in endings:
                slots.setdefault((_softened(stem, ending), lemma), set()).add(("sg", case, "m1"))
    found: dict[str, list[Reading]] = {}
    for (form, lemma), fitting in slots.items():
        found.setdefault(form, []).append(Reading(lemma, lemma, "subst", frozenset(fitting), frozenset()))
    return {form: tuple(known) for form, known in found.items()}


def _softened(stem: str, ending: str) -> str:
    """„polemarch-” and „kałg-” before -e: polemarsze, kałdze."""
    if ending == "ze" and stem.endswith("ch"):
        return stem[:-2] + "sze"
    if ending == "dze" and stem.endswith("g"):
        return stem[:-1] + ending
    return stem + ending

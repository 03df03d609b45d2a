"""What a word that the dictionary does not know may come from, by its ending."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.text import lexicon
from quizapp.text.words import Slot

CASES = ("nom", "gen", "dat", "acc", "inst", "loc", "voc")
PERSON_SLOTS = frozenset(("sg", case, gender) for case in CASES for gender in ("m1", "f"))
_DECLINED = ("owi", "ego", "emu", "uszem")
"""Endings of other cases than the nominative, which no name of a person ends in by itself."""
_LONG = "āēīōū"
"""Vowels of the East that Polish gives no endings to: „Itō”, „Chōshū”."""
VOWELS = "aeiouyąęóéáíőöüô"
# Murray, Percey, Dupuy, Enlai: declined as if they ended in a consonant
_CONSONANTAL = ("ay", "ey", "oy", "uy", "ai")
_APOSTROPHE_CASES = {
    "a": ("gen", "acc"),
    "go": ("gen", "acc"),
    "ego": ("gen", "acc"),
    "owi": ("dat",),
    "mu": ("dat",),
    "emu": ("dat",),
    "ym": ("inst", "loc"),
    "em": ("inst",),
    "m": ("inst", "loc"),
    "ie": ("loc",),
    "u": ("loc",),
}


@dataclass(frozen=True, slots=True)
class Origin:
    """A dictionary form that a word may come from, where the word then fits, and how doubtful that is."""

    nominative: str
    slots: frozenset[Slot]
    doubt: float


def guessed(word: str) -> Iterable[Origin]:
    """Origins of a word that the dictionary does not know, by its ending."""
    stem, apostrophe, ending = word.replace("’", "'").rpartition("'")
    if apostrophe and ending in _APOSTROPHE_CASES:
        slots = frozenset(("sg", case, "m1") for case in _APOSTROPHE_CASES[ending])
        yield Origin(word[: len(stem)], slots, 0.1)
        return
    if word[-1] in _LONG:
        yield Origin(word, PERSON_SLOTS, 0.5)
        return
    is_declined = word.endswith(_DECLINED)
    if word.endswith("bury"):  # Salisbury, Shaftesbury: never declined
        yield Origin(word, PERSON_SLOTS, 0.8)
        return
    if word[-1] not in "aęąy" and not is_declined:
        yield Origin(word, frozenset({("sg", "nom", "m1")}), 0.8)
    yield Origin(word, PERSON_SLOTS, 6.0 if word[-1] in "ąę" or is_declined else 3.0)
    for ending, nominative, slots, doubt in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            made = word[: len(word) - len(ending)] + nominative
            if nominative or made[-1].lower() not in VOWELS or made[-2:] in _CONSONANTAL:
                yield Origin(made, slots, doubt)


def _endings() -> tuple[tuple[str, str, frozenset[Slot], float], ...]:
    found = []
    for line in lexicon.lines("name_endings"):
        ending, _, rest = line.partition(" = ")
        nominative, cases, gender, doubt = rest.split()
        slots = frozenset(("sg", case, gender) for case in cases.split(","))
        found.append((ending, "" if nominative == "-" else nominative, slots, float(doubt)))
    return tuple(found)


_ENDINGS = _endings()

"""Names of persons and of offices in other cases than the nominative; None where that is not certain.

The order of trust: the dictionary, then the rules for surnames of Polish grammars, then nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.text.adjectives import declined_adjective
from quizapp.text.annotations import Gender
from quizapp.text.names.nominative import undeclined_from
from quizapp.text.offices.complements import adjective_slots
from quizapp.text.offices.heads import head_reading
from quizapp.text.offices.origins import NAME_LABELS, STAYING
from quizapp.text.words import Reading, inflected, readings

_CASES = frozenset(("nom", "gen", "dat", "acc", "inst", "loc"))
_SOFTENED = (
    ("ch", "chu"), ("cz", "czu"), ("sz", "szu"), ("rz", "rzu"), ("st", "ście"), ("zd", "ździe"), ("sł", "śle"),
    ("b", "bie"), ("c", "cu"), ("d", "dzie"), ("f", "fie"), ("g", "gu"), ("h", "hu"), ("j", "ju"), ("k", "ku"),
    ("l", "lu"), ("ł", "le"), ("m", "mie"), ("n", "nie"), ("p", "pie"), ("r", "rze"), ("s", "sie"), ("t", "cie"),
    ("w", "wie"), ("x", "xie"), ("z", "zie"),
)  # fmt: skip
_SOFTENED_BEFORE_A = {
    "k": "ce", "g": "dze", "ch": "sze", "r": "rze", "ł": "le", "t": "cie", "d": "dzie", "b": "bie", "p": "pie",
    "w": "wie", "f": "fie", "m": "mie", "n": "nie", "s": "sie", "z": "zie",
}  # fmt: skip
_VOWELS = "aeiouyąęóéáíőöüô"


def decline_name(name: str, gender: Gender, case: str) -> str | None:
    """A person's name in another case ("gen", "dat", "acc", "inst", "loc"); None to abstain.

    `name` is in the nominative, as `Person.name` is. Particles, initials, regnal numbers and places of
    origin stay as they are. ValueError if there is no such case.
    """
    _check(case)
    if case == "nom":
        return name
    if gender == "unknown":
        return None
    words = name.split()
    fixed = undeclined_from(words)
    married = fixed + 2 if _is_maiden_name(words[fixed : fixed + 2]) else len(words)
    places = (*range(fixed), *range(married, len(words)))
    said = {place: _declined_word(words, place, gender, case) for place in places}
    return None if None in said.values() else " ".join(said.get(at) or word for at, word in enumerate(words))


def decline_office(office: str, case: str) -> str | None:
    """An office, rank or title in another case; None to abstain.

    Only the head and the adjectives that agree with it are declined: `szefem sztabu armii`. ValueError if
    there is no such case.
    """
    _check(case)
    if case == "nom":
        return office
    words = office.split()
    head = next((place for place, word in enumerate(words) if _nominative_head(word)), None)
    if head is None:
        return None
    reading = _nominative_head(words[head])
    gender = "f" if reading and ("sg", "nom", "f") in reading.slots else "m1"
    end = _agreeing_end(words, head, gender)
    said = [_declined_in_office(word, gender, case) for word in words[:end]]
    return None if None in said else " ".join([*filter(None, said), *words[end:]])


def _is_maiden_name(words: Sequence[str]) -> bool:
    """„Irena z Krzyżanowskich Sendlerowa”: of what family she was stays, her surname after it does not."""
    return len(words) > 1 and words[0] in ("z", "ze") and words[1].endswith(("ich", "ych"))


def _check(case: str) -> None:
    if case not in _CASES:
        raise ValueError(f"no such case: {case!r}; known are {', '.join(sorted(_CASES))}")


def _declined_word(words: Sequence[str], place: int, gender: Gender, case: str) -> str | None:
    word = words[place]
    if word.endswith(".") or word.islower() or not any(map(str.islower, word)) or word in STAYING:
        return word
    parts = [_declined_part(part, place == 0, gender, case) for part in word.split("-")]
    if None in parts:
        return None
    after_de = place > 0 and words[place - 1] in ("de", "du", "d'")
    if after_de and not readings(word) and word[-1] in _VOWELS:
        return None
    return "-".join(filter(None, parts))


SHORTEST_NAME = 3
"""Letters of a name that a rule may decline: of a shorter one nothing would be left to put an ending to."""


def _declined_part(word: str, is_first: bool, gender: Gender, case: str) -> str | None:
    wanted = ("sg", case, "f" if gender == "f" else "m1")
    if word.endswith("x"):
        return _masculine_by_rule(word, case) if gender == "m" else word
    for reading in _as_name(word, is_first, gender):
        forms = inflected(reading.lexeme, reading.pos, wanted)
        if forms:
            return _like(word, _customary(forms))
    if gender == "f" and word.endswith("a") and _as_name(word, is_first, "m"):
        return _declined_part(word, is_first, "m", case)  # Sforza: in -a, alike for men and women
    return _by_rule(word, gender, case)


def _as_name(word: str, is_first: bool, gender: Gender) -> list[Reading]:
    """The nouns that the word is the nominative of, likelier ones first, undeclined ones last."""
    nominative = ("sg", "nom", "f" if gender == "f" else "m1")
    label = "imię" if is_first else "nazwisko"
    fitting = [
        reading
        for reading in readings(word)
        if reading.pos == "subst" and nominative in reading.slots and reading.lemma.lower() == word.lower()
        if reading.labels & NAME_LABELS or reading.lemma[0].islower()
    ]
    return sorted(
        fitting,
        key=lambda r: (len(r.slots) >= 7, label not in r.labels, not r.labels & NAME_LABELS, r.lexeme),
    )


def _by_rule(word: str, gender: Gender, case: str) -> str | None:
    if len(word) < SHORTEST_NAME:
        return None
    if _is_adjectival(word, gender):
        return declined_adjective(word, "f" if gender == "f" else "m1", case)
    if gender == "f":
        if word.endswith("ówna"):
            return word[:-1] + {"gen": "y", "dat": "ie", "acc": "ę", "inst": "ą", "loc": "ie"}[case]
        return _in_a(word, case) if word.endswith("a") else word  # „Lise”, „Ingrid”
    return _masculine_by_rule(word, case)


def _is_adjectival(word: str, gender: Gender) -> bool:
    if gender == "f" and word.endswith(("ska", "cka", "dzka", "owa")):
        return True
    if gender == "m" and word.endswith(("ski", "cki", "dzki")):
        return True
    nominative = ("sg", "nom", "f" if gender == "f" else "m1")
    return any(reading.pos in ("adj", "ppas") and nominative in reading.slots for reading in readings(word))


def _masculine_by_rule(word: str, case: str) -> str | None:
    last = word[-1].lower()
    if last == "a":
        return _in_a(word, case)
    if word.endswith("ko"):
        return _in_a(word[:-1] + "a", case)
    if word.endswith(("ffe", "tke", "dke")):
        return word + {"gen": "go", "dat": "mu", "acc": "go", "inst": "m", "loc": "m"}[case]
    is_in_a_vowel = last in _VOWELS and not word.endswith("uy")  # Dupuya
    if is_in_a_vowel or word.endswith(("ec", "ek", "eń", "ń", "ć", "ś", "ź", "dź", "el", "oł", "eł")):
        return None
    if case == "loc":
        if word.endswith("uy"):
            return word + "u"
        ending, softened = next(pair for pair in (*_SOFTENED, ("", "")) if word.endswith(pair[0]))
        return word[: len(word) - len(ending)] + softened if ending else None
    if case == "inst":
        return word + ("iem" if last in "kg" else "em")
    return word + {"gen": "a", "acc": "a", "dat": "owi"}[case]


def _in_a(word: str, case: str) -> str | None:
    """Mustafa, Kościuszko (as if in -a); names in -ia and -ja are left to the dictionary."""
    stem = word[:-1]
    if stem[-1] in "ijlcż" or stem.endswith(("sz", "cz", "rz")):
        return None
    if case in ("acc", "inst"):
        return stem + ("ę" if case == "acc" else "ą")
    if case == "gen":
        return stem + ("i" if stem[-1] in "kg" else "y")
    end = "ch" if stem.endswith("ch") else stem[-1]
    return stem[: len(stem) - len(end)] + _SOFTENED_BEFORE_A[end] if end in _SOFTENED_BEFORE_A else None


def _nominative_head(word: str) -> Reading | None:
    reading = head_reading(word)
    is_nominative = reading and any(slot[1] == "nom" for slot in reading.slots)
    return (
        reading if is_nominative and reading and reading.lemma.lower() == _last_part(word).lower() else None
    )


def _last_part(word: str) -> str:
    return word.rpartition("-")[2]


def _agreeing_end(words: Sequence[str], head: int, gender: str) -> int:
    """The place after the adjectives (or a second rank) that follow the head in the nominative."""
    end = head + 1
    while end < len(words):
        is_proper = words[end][0].isupper() and not words[head][0].isupper()  # „król Polski”
        agrees = ("sg", "nom", gender) in adjective_slots(words[end]) and not is_proper
        rank = _nominative_head(words[end])
        if not agrees and not (rank and not any(slot[1] == "gen" for slot in rank.slots)):
            break
        end += 1
    return end


def _declined_in_office(word: str, gender: str, case: str) -> str | None:
    first, hyphen, second = word.partition("-")
    if hyphen:
        halves = [_declined_in_office(half, gender, case) for half in (first, second)]
        return None if None in halves else "-".join(filter(None, halves))
    head = _nominative_head(word)
    if head:
        forms = inflected(head.lexeme, "subst", ("sg", case, gender))
        return _like(word, _customary(forms)) if forms else None
    if ("sg", "nom", gender) in adjective_slots(word):
        return declined_adjective(word, gender, case)
    return word if word.isupper() else None


def _customary(forms: Sequence[str]) -> str:
    """Hrabiego, hrabiemu, sędziego: where the dictionary gives two forms, the one in use."""
    return next((form for form in forms if form.endswith(("iego", "iemu"))), forms[0])


def _like(word: str, form: str) -> str:
    return form[0].upper() + form[1:] if word[0].isupper() else form

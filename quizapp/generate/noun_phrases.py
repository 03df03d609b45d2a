"""Noun phrases put into another case: „Komitet Tymczasowy Dumy” becomes „Komitetowi Tymczasowemu Dumy”."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quizapp.generate.material import Sentence, Unit
from quizapp.generate.wording import lowered
from quizapp.generate.words import (
    ADJECTIVES,
    CASES,
    GENDERS,
    NOUNS,
    PREPOSITION,
    Reading,
    agree,
    forms,
    has,
    is_finite,
    is_roman,
    readings,
)

_FORMS = frozenset({"pos", "com", "sup", "aff", "neg"})
_LONGEST = 10
_OUTSIDE = frozenset({"praet", "imps", "conj", "comp", "qub", "ppron3", "ppron12"})
_SMALL = frozenset({"prep", "conj", "part", "comp"})
NOBODY = frozenset({"nikt", "nic", "kto", "co", "ktoś", "coś"})
"""Nouns by the dictionary that no participle can tell apart."""
_OF_PEOPLE = frozenset({"imię", "nazwisko"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun with what describes it before and after; `units[head]` is the noun, `reading` how it is read."""

    sentence: Sentence
    units: tuple[Unit, ...]
    head: int
    reading: Reading

    def in_case(self, case: str) -> tuple[str, ...]:
        """Its words with the noun and its adjectives in that case; () if a form of one is not known."""
        words = [self._word(at, case) for at in range(len(self.units))]
        return tuple(words) if all(words) else ()

    def _word(self, at: int, case: str) -> str:
        unit, noun = self.units[at], self.units[self.head].lower
        own = [self.reading] if at == self.head else []
        if unit.kind == "word" and (at < self.head or self._describes(at)):
            own += [r for r in _known(unit) if r.pos in ADJECTIVES and agree(unit.lower, noun)]
        if not own:
            return lowered(unit, self.sentence)
        found = [
            form
            for reading in own
            for form in forms(reading.lemma, reading.pos, *self._wanted(reading, case))
        ]
        said = lowered(unit, self.sentence)
        first, hyphen, _ = said.rpartition("-")  # „polsko-szwedzka”: only the last part is inflected
        if not found:
            return ""
        genitive_of_a_thing = case == "gen" and "m3" in self.reading.marks  # „programu”, not „programa”
        in_u = [form for form in found if form.endswith("u")] if genitive_of_a_thing else []
        return _capital_of(said, first + hyphen + (in_u or found)[0])

    def _describes(self, at: int) -> bool:
        """Whether nothing but adjectives of the noun stands between it and the place after it."""
        noun = self.units[self.head].lower
        return all(
            unit.kind == "word" and agree(unit.lower, noun) for unit in self.units[self.head + 1 : at + 1]
        )

    def _wanted(self, reading: Reading, case: str) -> tuple[str, ...]:
        number = "pl" if "pl" in self.reading.marks else "sg"
        gender = min(self.reading.marks & GENDERS)
        return (number, case, gender, *(reading.marks & _FORMS))


def _known(unit: Unit) -> tuple[Reading, ...]:
    return readings(unit.text) or readings(unit.lower)


def _capital_of(said: str, form: str) -> str:
    return form[0].upper() + form[1:] if said[0].isupper() else form


def phrase_at_end(
    sentence: Sentence, units: Sequence[Unit], of_it: Sequence[Reading], *, in_case: bool = False
) -> Phrase | None:
    """The noun phrase that ends the units and agrees with one of these readings of a pronoun; None if unsure which.

    So a relative pronoun finds its noun: „Rada Delegatów Robotniczych, której …” is the council. A participle
    agrees with its noun in case too (`in_case`).
    """
    if (
        not units or units[-1].person or _is_unknown(units, len(units) - 1)
    ):  # which may be the noun that is meant
        return None
    fitting, joint = _nouns_that_fit(units, of_it, in_case=in_case)
    if len({(at, noun.lemma, "pl" in noun.marks) for at, noun in fitting}) != 1:
        return None
    head, reading = next(
        (found for found in fitting if "m3" in found[1].marks), fitting[0]
    )  # „batalion”, no bird
    if head < joint:
        return None
    start = head
    while start and _opens(units[start - 1], units[head]):
        start -= 1
    joined_to_another = start > 0 and units[start - 1].lower in ("i", "oraz", "a", ",")
    if joined_to_another or not _is_dependent(units[head + 1 :], units[head]):
        return None
    return Phrase(sentence, tuple(units[start:]), head - start, reading)


def phrase_at_start(sentence: Sentence, units: Sequence[Unit], of_it: Sequence[Reading]) -> Phrase | None:
    """The noun phrase that the units are, begun by its noun or the adjectives of it, which agrees with a participle."""
    for at, unit in enumerate(units):
        fitting = [
            noun
            for noun in _nouns(units, at)
            if any(agree_in_form(noun, one) and noun.marks & one.marks & CASES for one in of_it)
        ]
        if fitting:
            kinds = {(noun.lemma, "pl" in noun.marks) for noun in fitting}
            whole = all(_opens(one, unit) for one in units[:at]) and _is_dependent(units[at + 1 :], unit)
            alone = not any(one.lower in ("i", "oraz", "a") or one.date for one in units)
            return (
                Phrase(sentence, tuple(units), at, fitting[0])
                if whole and alone and len(kinds) == 1
                else None
            )
        if unit.kind != "word" or not has(unit.lower, ADJECTIVES):
            return None
    return None


def _nouns_that_fit(
    units: Sequence[Unit], of_it: Sequence[Reading], *, in_case: bool
) -> tuple[list[tuple[int, Reading]], int]:
    """The nouns at the end of the units that agree with one of the readings, and the place of an „i” among them."""
    fitting: list[tuple[int, Reading]] = []
    joint = 0
    for at in range(len(units) - 1, max(len(units) - _LONGEST, 0) - 1, -1):
        governed = at > 0 and has(units[at - 1].lower, PREPOSITION) and _nouns(units, at)  # „w układzie”
        if _joins_what_is_of_a_noun(units, at):
            joint = at
            continue
        if not (governed or _may_belong(units[at])):
            break
        fitting += [
            (at, noun)
            for noun in _nouns(units, at)
            if any(
                agree_in_form(noun, one) and (not in_case or noun.marks & one.marks & CASES) for one in of_it
            )
        ]
    return fitting, joint


def _joins_what_is_of_a_noun(units: Sequence[Unit], at: int) -> bool:
    """Whether „i” joins two genitives of a noun before them: „konwencja w sprawie ścigania i karania zbrodni”."""
    near = [unit for unit in (*units[max(0, at - 1) : at], *units[at + 1 : at + 2]) if unit.kind == "word"]
    return (
        units[at].lower in ("i", "oraz")
        and len(near) == 2
        and all(has(unit.lower, NOUNS | ADJECTIVES, "gen") for unit in near)
    )


def _is_unknown(units: Sequence[Unit], at: int) -> bool:
    placed = at > 0 and has(units[at - 1].lower, PREPOSITION)  # „bitwa nad Antietam”
    return units[at].kind == "word" and not _known(units[at]) and not placed


def phrase_before(sentence: Sentence, end: int, heads: Collection[str]) -> Phrase | None:
    """The noun phrase that ends before that unit of the sentence, with one of these lemmas as its noun."""
    units = sentence.units
    for at in range(end - 1, max(end - _LONGEST, 0) - 1, -1):
        if not _may_belong(units[at]):
            return None
        found = next((noun for noun in _nouns(units, at) if noun.lemma in heads), None)
        if found:
            start = at
            while start and _opens(units[start - 1], units[at]):
                start -= 1
            whole = _is_dependent(units[at + 1 : end], units[at])
            return Phrase(sentence, units[start:end], at - start, found) if whole else None
    return None


def _nouns(units: Sequence[Unit], at: int) -> list[Reading]:
    """The readings of the unit as a noun that is nobody's name and that the adjectives beside it fit."""
    unit = units[at]
    found = _known(unit) if unit.kind == "word" else ()
    described = {reading.lemma for reading in found if reading.pos in ADJECTIVES}  # „druga”, „ranny”
    if any(reading.pos in _SMALL for reading in found) or (described and _goes_on(units, at)):
        return []
    beside = [reading for other in units[max(0, at - 1) : at + 2] for reading in _adjectives(other, unit)]
    return [
        reading
        for reading in found
        if reading.pos in NOUNS
        and reading.lemma not in described | NOBODY
        and not reading.labels & _OF_PEOPLE
        and (
            not beside
            or any(agree_in_form(reading, one) and reading.marks & one.marks & CASES for one in beside)
        )
    ]


def _goes_on(units: Sequence[Unit], at: int) -> bool:
    """Whether it describes the noun before it: „traktatem pokojowym”."""
    before = units[at - 1] if at else None
    return (
        before is not None
        and before.kind == "word"
        and has(before.lower, NOUNS)
        and agree(units[at].lower, before.lower)
    )


def _adjectives(unit: Unit, noun: Unit) -> list[Reading]:
    """The readings of a unit beside a noun as its adjective."""
    if unit.kind != "word" or unit is noun or not agree(unit.lower, noun.lower):
        return []
    return [reading for reading in readings(unit.lower) if reading.pos in ADJECTIVES]


def agree_in_form(one: Reading, other: Reading) -> bool:
    """Whether two readings agree in number and gender."""
    shared = one.marks & other.marks
    return bool(shared & {"sg", "pl"}) and bool(shared & GENDERS)


def _may_belong(unit: Unit) -> bool:
    """Whether the unit may be of a noun phrase: no verb, pronoun for a person, mark or date stands in one."""
    if unit.kind in ("person", "quotation"):
        return True
    return unit.kind == "word" and not has(unit.lower, _OUTSIDE) and not is_finite(unit.lower)


def _opens(unit: Unit, noun: Unit) -> bool:
    """Whether the unit before the noun describes it: an adjective of its case, or a number like „II”."""
    described = agree(unit.lower, noun.lower) and not is_finite(unit.lower)
    return unit.kind == "word" and (is_roman(unit.text) or described)


def _is_dependent(after: Sequence[Unit], noun: Unit) -> bool:
    """Whether what follows the noun is of it: adjectives, nouns in the genitive, a place with its preposition."""
    governed = False
    for unit in after:
        if unit.kind == "word" and has(unit.lower, PREPOSITION) and not has(unit.lower, NOUNS):
            governed = True
        elif unit.kind == "word" and not governed:
            of_it = has(unit.text, NOUNS | ADJECTIVES, "gen") or agree(unit.lower, noun.lower)
            if not of_it and readings(unit.text):
                return False
    return True

"""Persons whom something was done to, or for: names in an oblique case that a question may leave out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from quizapp.generate.accepted_names import accepted_names
from quizapp.generate.clauses import Clause
from quizapp.generate.material import Unit, is_a_national, is_nominative
from quizapp.generate.standing import judges, why_not_alone
from quizapp.generate.subjects import is_cut_off, subject_of
from quizapp.generate.titles import in_role
from quizapp.generate.wording import without_particles
from quizapp.generate.words import ADJECTIVES, NOUNS, PREPOSITION, has, is_finite, lemmas
from quizapp.text import lexicon
from quizapp.text.annotations import Person
from quizapp.text.names.declension import decline_name

_NAMING = frozenset({"tytuł", "imię", "nazwa", "przydomek", "nazwisko", "pseudonim"})
_MAKING = frozenset(
    {"obwołać", "ogłosić", "proklamować", "okrzyknąć", "mianować", "obrać", "wybrać", "koronować"}
)
_PARTS = frozenset({"część", "połowa", "większość", "reszta"})
_NOUN = frozenset({"subst"})
_HEADS_OF_LANDS = frozenset({"regent", "prezydent", "kanclerz", "premier", "elektor"})
_JOINTS = frozenset({",", "i", "oraz"})
_AND = frozenset({"i", "oraz"})
_STEM = 5
_NOMINAL = NOUNS | ADJECTIVES
_CASES = ("gen", "dat", "acc", "inst", "loc")


@dataclass(frozen=True, slots=True)
class Oblique:
    """A person named in a clause in a case that is sure.

    `units` are those of the clause, `key` is the name in its case, `titles` are the words of an office before it.
    """

    clause: Clause
    unit: Unit
    person: Person
    titles: tuple[Unit, ...]
    case: str
    key: str
    units: tuple[Unit, ...]

    @property
    def answers(self) -> tuple[str, ...]:
        """What is taken when it is typed: the name in its case, in the nominative, and what is short for either."""
        named = accepted_names(self.person)
        short = [self.key.split()[-1]] if self.person.name.split()[-1] in named else []
        return tuple(dict.fromkeys((self.key, *named, *short)))

    @property
    def asks_whom(self) -> str:
        """`komu`, `kogo` or `któremu królowi`, where the verb surely governs the name; else ""."""
        at = self.clause.units.index(self.unit) - len(self.titles)
        before = self.clause.units[at - 1] if at else None
        if before is None or (before.kind == "word" and has(before.lower, PREPOSITION)):
            return ""
        if any(_is_said_of_him(unit, self.case) for unit in _last_noun(self.clause.units[:at], self.case)):
            return ""
        if self.makes:
            return "kogo" if self.left_out == (self.unit,) and at - 1 == self.clause.verb else ""
        if self.case == "dat":
            return self._which("któremu", "której") or "komu"
        if self.case != "acc" or at - 1 != self.clause.verb:
            return ""
        return self._which("którego", "którą") or "kogo"

    @property
    def makes(self) -> bool:
        """Whether the person became what stands before the name: „(szlachta obwołała) królową Annę”."""
        said = any(
            unit.lower == "na" or (unit.kind == "word" and has(unit.lower, NOUNS, "inst"))
            for unit in self.clause.units
            if unit not in self.titles
        )  # „na dowódcę wybrano króla Jana”
        return bool(self.titles and not said and lemmas(self.clause.verb_form) & _MAKING)

    @property
    def left_out(self) -> tuple[Unit, ...]:
        """What a question for the person leaves out: name and titles, but not „królową” where she became that."""
        became = self.makes and all(has(unit.lower, _NOMINAL, "inst") for unit in self.titles)
        return (self.unit,) if became else (self.unit, *self.titles)

    def _which(self, of_men: str, of_women: str) -> str:
        """„któremu królowi”, where a land might have been the one as well, and „któremu Niemcowi”."""
        office = self.titles[0].text if self.titles else ""
        known = lexicon.words("ruler_nouns") | _HEADS_OF_LANDS
        national = len(self.titles) == 1 and is_a_national(self.titles[0])
        if not (lemmas(office) & known or national) or self.person.gender not in ("m", "f"):
            return ""
        return f"{of_men if self.person.gender == 'm' else of_women} {office if national else office.lower()}"

    @property
    def is_kin_of_another(self) -> bool:
        """Whether another name of the clause begins like the surname: a wife gives away her husband's."""
        own = self.person.name.split()[-1][:_STEM]
        others = (u for u in self.clause.units if u.person and u.person.id != self.person.id)
        return any(own in word for unit in others for word in unit.text.split())


def obliques_of(clause: Clause) -> Iterator[Oblique]:
    """The names in the second half of a clause that can stand alone, of two at most."""
    units = tuple(without_particles(clause.units))
    if not _can_be_asked_of(clause) or judges(units) or why_not_alone(units, clause.sentence):
        return
    for at, unit in enumerate(clause.units):
        person = unit.person
        if (
            person is None
            or is_nominative(unit)
            or at * 2 < len(clause.units)
            or _names_something(clause, at)
        ):
            continue
        case = _case(unit, person)
        key = decline_name(person.name, person.gender, case) if case else None
        if key and not _is_one_of_several(clause, unit, case):
            said = unit.text if len(unit.text.split()) == len(key.split()) else key
            yield Oblique(clause, unit, person, _titles_before(clause, at, case), case, said, units)


def _can_be_asked_of(clause: Clause) -> bool:
    named = [unit for unit in clause.units if unit.person]
    said = any(unit.quotation and len(unit.text.split()) > 2 for unit in clause.units)
    if any(lemmas(unit.lower) & _PARTS and has(unit.lower, _NOUN, "nom") for unit in clause.units):
        return False  # „część szlachty poparła Jana” – and another part somebody else
    alone = clause.antecedent is None and subject_of(clause).kind != "unsaid" and not clause.negated
    return alone and not said and 0 < len(named) <= 2 and not is_cut_off(clause)


def _is_one_of_several(clause: Clause, named: Unit, case: str) -> bool:
    """Whether the text goes on with others to whom it was done: „wybrano Jana Lisa, jego brata Piotra i …”."""
    units = clause.sentence.units
    at = next((at for at, unit in enumerate(units) if unit.span.start == named.span.start), len(units))
    pairs = (units[at + 1 : at + 3], units[max(0, at - 2) : at][::-1])
    beside = any(len(pair) == 2 and pair[0].text in _JOINTS and pair[1].text[0].isupper() for pair in pairs)
    return beside or any(_lists_another(run, case) for run in (units[at + 1 :], units[:at][::-1]))


def _lists_another(units: Sequence[Unit], case: str) -> bool:
    """Whether up to the next verb somebody else stands in that case, and something is joined."""
    run = list(takewhile(lambda unit: unit.text in _JOINTS or not _ends_a_list(unit), units))
    joined = any(unit.lower in _AND for unit in run)
    return joined and any(_may_stand_in(unit, case) for unit in run)


def _may_stand_in(unit: Unit, case: str) -> bool:
    """Whether what is said of the name, be it the first name alone, stands so in that case."""
    declined = decline_name(unit.person.name, unit.person.gender, case) if unit.person else None
    return declined is not None and not is_nominative(unit) and {*unit.text.split()} <= {*declined.split()}


def _ends_a_list(unit: Unit) -> bool:
    return unit.kind in ("mark", "date") or unit.lower in ("a", "ale", "lecz") or is_finite(unit.lower)


def _names_something(clause: Clause, at: int) -> bool:
    """„pod imieniem Jana”: nobody is meant."""
    return at > 0 and bool(lemmas(clause.units[at - 1].lower) & _NAMING)


def _titles_before(clause: Clause, at: int, case: str) -> tuple[Unit, ...]:
    """The words of an office right before the name, from the first that stands in the case of the name."""
    start = at
    while start and in_role(clause.sentence, clause.units[start - 1]):
        start -= 1
    if start == at and start and is_a_national(clause.units[start - 1]):  # „(powierzono armię) Niemcowi”
        start -= 1
    titles = clause.units[start:at]
    first = next((place for place, unit in enumerate(titles) if has(unit.lower, _NOMINAL, case)), len(titles))
    return titles[first:]


def _last_noun(units: Sequence[Unit], case: str) -> Sequence[Unit]:
    """The last word, with the one before where it is an adjective: „królowi czeskiemu (Janowi)”."""
    last = units[-1:]
    describes = bool(last) and last[0].kind == "word" and has(last[0].lower, ADJECTIVES, case)
    return [unit for unit in units[-2 if describes else -1 :] if unit.kind == "word"]


def _is_said_of_him(unit: Unit, case: str) -> bool:
    """Whether the word before a name may be a noun for the one who bears it: „(powierzył armię) zbiegowi”."""
    women = lexicon.words("people") | lexicon.words("relatives") | lexicon.words("occupations")
    human = has(unit.lower, NOUNS, case, "m1") or (
        lemmas(unit.lower) & women and has(unit.lower, NOUNS, case)
    )
    return bool(human) and not has(unit.lower, NOUNS, "acc" if case == "dat" else "nom")


def _case(unit: Unit, person: Person) -> str:
    """The case of a name, if only one fits what stands there; genitive and accusative of men look alike."""
    fitting = [case for case in _CASES if _stands_in(unit.text.split(), person, case)]
    if fitting == ["gen", "acc"]:
        return "acc"
    return fitting[0] if len(fitting) == 1 else ""


def _stands_in(words: list[str], person: Person, case: str) -> bool:
    """Whether the end of the name stands so in that case; a surname may stay as it is („mianowano Nikołaja Hrynko”)."""
    declined = (decline_name(person.name, person.gender, case) or "").split()[-len(words) :]
    own = person.name.split()[-len(words) :]
    if len(declined) != len(words) or words == own:
        return False
    return all(word in pair for word, pair in zip(words, zip(declined, own, strict=True), strict=True))

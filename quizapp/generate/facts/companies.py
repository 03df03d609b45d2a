"""Several persons who by the text did something together."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.generate.clauses import Clause
from quizapp.generate.material import Unit, is_nominative
from quizapp.generate.sense import Content, content
from quizapp.generate.standing import judges, why_not_alone
from quizapp.generate.subjects import verb_reading
from quizapp.generate.titles import in_role, start_of_titles
from quizapp.generate.wording import joined, without_particles
from quizapp.generate.words import NOUNS, forms, has
from quizapp.text.annotations import Person

_BESIDE = frozenset({"obok", "wraz", "razem", "boku", "oprócz", "in"})
"""What names others who did it too."""
_JOINING = frozenset({"i", "oraz", "a", "także", ","})


@dataclass(frozen=True, slots=True)
class Company:
    """The persons of an enumeration that is the subject of a clause, and the rest of the clause."""

    clause: Clause
    members: tuple[Person, ...]
    before: tuple[Unit, ...]
    after: tuple[Unit, ...]

    @property
    def content(self) -> Content:
        """The words that carry the sense of what they did."""
        return content(self.before + self.after)


def company_of(clause: Clause) -> Company | None:
    """The persons who did it together; None unless each is named and nothing else can be the subject."""
    verb = verb_reading(clause)
    if verb is None or not {"pl", "m1"} <= verb.marks or clause.antecedent or clause.negated:
        return None
    units = clause.units + clause.tail
    named = [at for at, unit in enumerate(units) if unit.person and is_nominative(unit)]
    if len(named) < 2 or (named[0] < clause.verb) != (named[-1] < clause.verb):
        return None
    start, end = _reach(clause, units, named)
    if not _is_enumeration(clause, units[start:end]):
        return None
    before, after = without_particles(units[:start]), without_particles(units[end:])
    if any(unit.lower in _BESIDE or _may_be_they(unit) for unit in (*before, *after)):
        return None
    if judges((*before, *after)) or why_not_alone((*before, *after), clause.sentence):
        return None
    members = {
        unit.person.id: unit.person for unit in units[start:end] if unit.person and is_nominative(unit)
    }
    return Company(clause, tuple(members.values()), tuple(before), tuple(after))


def _may_be_they(unit: Unit) -> bool:
    """Whether the word may be the subject that the names only explain: „wysłannicy Pragi: A i B”."""
    return unit.kind == "word" and has(unit.lower, NOUNS, "nom", "pl", "m1")


def _reach(clause: Clause, units: tuple[Unit, ...], named: list[int]) -> tuple[int, int]:
    """From the first title of the first person to the verb, or to the end where they stand after it."""
    if named[-1] < clause.verb:
        return start_of_titles(clause, named[0], "m1"), clause.verb
    if named[0] < len(clause.units):
        return start_of_titles(clause, named[0], "m1", clause.verb + 1), len(units)
    titled = (at for at in range(clause.verb + 1, named[0]) if in_role(clause.sentence, units[at]))
    return next(titled, named[0]), len(units)


def _is_enumeration(clause: Clause, units: tuple[Unit, ...]) -> bool:
    """Whether nothing stands there but names in the nominative, their titles, and what joins them."""
    return all(
        unit.lower in _JOINING
        or in_role(clause.sentence, unit)
        or (unit.person is not None and is_nominative(unit))
        for unit in units
    )


def asked_with_ktore(company: Company) -> str:
    """The question `Które z tych osób …?`; "" if the verb has no certain feminine plural."""
    verb = verb_reading(company.clause)
    found = set(forms(verb.lemma, "praet", "pl", "f")) if verb else set()
    if len(found) != 1:
        return ""
    sentence, own = company.clause.sentence, company.clause.units[company.clause.verb]
    rest = [*company.before, *company.after]
    at = next(place for place, unit in enumerate(rest) if unit is own)
    clitic = rest[at + 1 : at + 2] if rest[at + 1 : at + 2] and rest[at + 1].lower == "się" else []
    parts = [
        found.pop(),
        joined(clitic, sentence),
        joined(rest[:at], sentence),
        joined(rest[at + 1 + len(clitic) :], sentence),
    ]
    return f"Które z tych osób {' '.join(part for part in parts if part)}?"

"""Stretches of time that a clause lasted by the text, from one date to another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.generate.clauses import Clause
from quizapp.generate.dating import proof_of_year, says_year, year_of
from quizapp.generate.facts.actors import STAYING
from quizapp.generate.facts.dated import date_phrases, dates_a_deed, dates_a_participle
from quizapp.generate.facts.motion import goes_nowhere
from quizapp.generate.material import Unit
from quizapp.generate.order.arranged import in_good_order
from quizapp.generate.standing import takes_a_bare_office, why_not_alone
from quizapp.generate.subjects import is_cut_off, lacks_its_object, subject_of, verb_reading
from quizapp.generate.wording import joined, without_particles
from quizapp.generate.words import has, lemmas
from quizapp.text.spans import Span

_YEARS = re.compile(r"-?\d{4}/-?\d{4}\Z")
_VERBAL_NOUN = frozenset({"ger"})
_LEFT_OVER = frozenset({"latach", "dniach"})
_LEADS = (("w", "dniach", "od"), ("w", "latach"), ("w", "dniach"), ("w", "nocy", "z"), ("nocą", "z"), ("od",))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A clause with the time that it lasted, as the text words it (`lead` before the `span` of the date)."""

    clause: Clause
    date: Unit
    lead: tuple[str, ...]
    units: tuple[Unit, ...]

    @property
    def question(self) -> str:
        """What asks for the time."""
        if self.date.date and _YEARS.match(self.date.date.edtf):
            return "W jakich latach"
        verb = verb_reading(self.clause)
        done = verb is not None and "perf" in verb.marks
        return (
            "W jakich dniach" if "dniach" in self.lead or (done and self._is_of_days) else "Od kiedy do kiedy"
        )

    @property
    def is_a_night(self) -> bool:
        """Whether it is one night, which has two dates."""
        return bool({"nocy", "nocą"} & set(self.lead))

    @property
    def _is_of_days(self) -> bool:
        return self.date.date is not None and len(self.date.date.edtf.split("/")[0]) == len("1944-08-05")

    @property
    def words(self) -> str:
        """The clause without the time, as it stands in the question."""
        return joined(in_good_order(self.clause, self.units), self.clause.sentence)

    @property
    def answers(self) -> tuple[str, ...]:
        """The time as the text words it, with its lead and, where that makes sense, without."""
        whole = " ".join([*self.lead, self.date.text])
        plain = {"latach", "dniach"} & set(self.lead)
        said = (whole, *((self.date.text,) if plain else ()), *self._in_years)
        date = self.date.date
        if date and "year" in date.inferred and says_year(date):
            return (f"{whole} {year_of(date)} roku", *said)
        return tuple(dict.fromkeys(said))

    @property
    def _in_years(self) -> tuple[str, ...]:
        """„1921–1933”, where it lasted from one year after Christ to another."""
        bounds = self.date.date.edtf.split("/") if self.date.date else []
        years = [bound[:4] for bound in bounds]
        spans = len(years) == 2 and all(map(str.isdigit, years)) and years[0] != years[1]
        return (f"{int(years[0])}–{int(years[1])}",) if spans else ()

    @property
    def evidence(self) -> tuple[Span, ...]:
        """What proves the stretch, with its year."""
        year = proof_of_year(self.date.date) if self.date.date else ()
        return tuple(dict.fromkeys((*self.clause.evidence, *year)))


def stretch_of(clause: Clause) -> Stretch | None:
    """The clause with its stretch of time; None unless it has one only and can stand without it."""
    phrases = date_phrases(clause)
    verb = verb_reading(clause)
    if len(phrases) != 1 or verb is None or clause.negated or clause.antecedent:
        return None
    at = phrases[0].end - 1
    date = clause.units[at]
    lead = next((lead for lead in _LEADS if _stands_before(clause.units, at, lead)), None)
    if lead is None or date.date is None or "/" not in date.date.edtf or set(date.date.inferred) - {"year"}:
        return None
    rest = tuple(without_particles(clause.units[: at - len(lead)] + clause.units[at + 1 :]))
    goes_on = at + 1 < len(clause.units) and clause.units[at + 1].lower == "do"
    if goes_on or any(unit.lower in _LEFT_OVER for unit in rest):
        return None
    if lemmas(clause.verb_form) & STAYING:  # where somebody stayed is seldom worth a question
        return None
    of_its_subject = at < clause.verb and has(clause.units[0].lower, _VERBAL_NOUN, "nom")
    if (
        ("perf" in verb.marks and _is_one_year_of_two(date.date.edtf))
        or of_its_subject  # „Zagarnięcie Pomorza w latach 1308–1309 stało się …”
        or dates_a_deed(clause, date.date)
        or goes_nowhere(clause, rest)
        or takes_a_bare_office(rest)
        or dates_a_participle(clause, at - len(lead))
    ):
        return None
    if subject_of(clause).kind == "unsaid" or is_cut_off(clause) or lacks_its_object(clause):
        return None
    if why_not_alone(rest, clause.sentence):
        return None
    return Stretch(clause, date, lead, rest)


def _is_one_year_of_two(edtf: str) -> bool:
    """„w latach 508–507 p.n.e. nadał ustrój”: in the one or the other."""
    first, last = edtf.split("/")
    return bool(_YEARS.match(edtf)) and abs(int(first) - int(last)) == 1


def _stands_before(units: tuple[Unit, ...], at: int, lead: tuple[str, ...]) -> bool:
    return tuple(unit.lower for unit in units[max(0, at - len(lead)) : at]) == lead

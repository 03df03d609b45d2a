"""`Które państwo …?`: the state or land that did something by the text, typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.clauses import Clause
from quizapp.generate.draft import Draft
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.material import Unit
from quizapp.generate.standing import why_not_alone
from quizapp.generate.subjects import fitting_nouns, is_cut_off, subject_of, takes_no_object, verb_reading
from quizapp.generate.vagueness import is_proper
from quizapp.generate.wording import joined, sentence_feedback, without_particles, without_relative_dates
from quizapp.generate.words import NOUNS, agree, forms, has, lemmas, readings, word_list
from quizapp.generate.years import told_with_year
from quizapp.items.item import Item

_FEWEST = 3
_OF_MANY = frozenset({"ratyfikować", "uznać", "przystąpić", "podpisać", "poprzeć"})
"""What one state does after another."""


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each clause in which one state does something once."""
    for clause in facts.clauses:
        state = _state(clause)
        item = _item(facts, clause, state) if state else None
        if item:
            yield Draft(item, f"who:{clause.units[clause.verb].span.start}", 0.5)


def _state(clause: Clause) -> Unit | None:
    """The land that is the whole subject of a clause, next to its verb or before all else but a date."""
    verb = verb_reading(clause)
    if verb is None or "perf" not in verb.marks or "sg" not in verb.marks or takes_no_object(clause):
        return None
    if verb.lemma in _OF_MANY or any("ratyfikacyjny" in lemmas(unit.lower) for unit in clause.units):
        return None
    if subject_of(clause).kind != "thing" or clause.negated or clause.antecedent or is_cut_off(clause):
        return None
    acting = fitting_nouns(clause, verb)
    if len(acting) != 1 or not _is_land(acting[0]):
        return None
    at = clause.units.index(acting[0])
    beside = [*clause.units[max(0, at - 1) : at], *clause.units[at + 1 : at + 2]]
    whole = not any(unit.text[0].isupper() or agree(unit.lower, acting[0].lower) for unit in beside)
    return acting[0] if whole and clause.verb in (at - 1, at + 1) else None


def _is_land(unit: Unit) -> bool:
    return unit.text[0].isupper() and any(
        reading.lemma in word_list("lands") and "nom" in reading.marks for reading in readings(unit.text)
    )


def _item(facts: Facts, clause: Clause, state: Unit) -> Item | None:
    verb, own = verb_reading(clause), clause.units[clause.verb]
    neuter = set(forms(verb.lemma, "praet", "sg", "n")) if verb else set()
    rest = without_relative_dates(without_particles(unit for unit in clause.units if unit is not state))
    if len(neuter) != 1 or why_not_alone(rest, clause.sentence) or len(rest) < _FEWEST:
        return None
    at = next(place for place, unit in enumerate(rest) if unit is own)
    objects = [unit for unit in rest if unit.kind == "word" and has(unit.text, NOUNS, "acc")]
    if not objects or any(_is_land(unit) for unit in rest):
        return None
    sentence = clause.sentence
    parts = (neuter.pop(), joined(rest[:at], sentence), joined(rest[at + 1 :], sentence))
    told = told_with_year(facts, clause, rest, " ".join(part for part in parts if part))
    named = any(unit.person or unit.quotation or is_proper(unit, sentence) for unit in rest)
    if told is None or not (told.says_year and named):  # others may have done the like
        return None
    answer = next(reading.lemma for reading in readings(state.text) if reading.lemma in word_list("lands"))
    proof = tuple(dict.fromkeys((*clause.evidence, *told.proof)))
    feedback = sentence_feedback(sentence.span.text)
    return Item("typed", "event", f"Które państwo {told.words}?", (), (answer,), proof, feedback)

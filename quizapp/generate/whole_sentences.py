"""Whether a sentence of the text, whole and word for word, is clear beside the heading of its page.

A gap keeps the author's grammar, so it is the fallback where no question of its own is sure. What makes it unclear is
what ties it to the sentences before: a pronoun, a subject left out, „wtedy”, „rok później”, „w tym samym roku”.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from quizapp.generate.clauses import Clause, told_in_main_clauses
from quizapp.generate.dating import counts_its_year, points_elsewhere
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.material import Sentence, Unit, is_nominative, names_another_like
from quizapp.generate.standing import is_doubted, why_not_alone
from quizapp.generate.subjects import fitting_nouns, subject_of, verb_reading
from quizapp.generate.words import (
    GENDERS,
    NOUNS,
    Reading,
    has,
    is_finite,
    is_ordinal,
    lemmas,
    readings,
    word_list,
)
from quizapp.text.annotations import Person

_LONGEST = 36
_OPENING = 3
_COUNTED = frozenset({"dwaj"})
_MEN, _PLURAL = frozenset({"m1", "m2", "m3"}), frozenset({"pl"})
_THEN, _WHEN = frozenset({"wtedy", "wówczas"}), frozenset({"gdy", "kiedy"})
_BREAKS = frozenset(",;:–(")
_NUMBERS = frozenset({"sg", "pl"})
_OF_A_TIME = frozenset({"już", "jeszcze", "dopiero"})
_TYING = frozenset(
    {"natomiast", "zaś", "jednak", "też", "także", "również", "tymczasem", "ponownie", "znów", "nowo",
     "wcześniej", "później", "więc", "zatem"}
)  # fmt: skip
"""What goes on from a sentence before, where it stands before the first break."""
_HIM = frozenset({"go", "mu", "nim", "niego", "niemu", "ją", "nią", "niej"})
_PRONOUNS = {
    **dict.fromkeys(("go", "jego", "niego", "mu", "niemu", "nim", "on"), "m"),
    **dict.fromkeys(("ją", "jej", "nią", "niej", "ona"), "f"),
    **dict.fromkeys(("ich", "im", "nich", "nimi"), "pl"),
}


def is_clear_on_its_page(facts: Facts, sentence: Sentence, told: Sequence[Clause]) -> bool:
    """Whether the sentence can be read alone, or under the heading that is said before it."""
    units = sentence.units[:-1]
    text = sentence.span.text
    if len(text.split()) > _LONGEST or "\n" in text or text.endswith(("?", "!")):
        return False
    if any(unit.quotation and unit.quotation.kind == "speech" for unit in units) or _goes_on(units):
        return False
    if sentence.index in facts.trifles or text == facts.heading:
        return False
    if not any(is_finite(unit.lower) for unit in told_in_main_clauses(sentence) if unit.kind == "word"):
        return False  # a heading, or cut off: „Jan Kos, który …”
    hero = _hero_of_heading(facts, sentence)
    if not all(_names_its_subject(hero, clause) for clause in told if not clause.antecedent):
        return False
    if not why_not_alone(units[:_LONGEST], sentence):
        return True
    if hero and any(_is_beside_another(clause) for clause in told):
        return False
    headed = sentence.is_headed and facts.label_of(sentence.span.text) is not None
    genders = {hero.gender} if hero else _gender_of_body(facts)
    return headed and not is_doubted(units) and not _points_outside(genders, units)


def _goes_on(units: Sequence[Unit]) -> bool:
    """Whether a word or a time goes on from what was said before: „Wkrótce …”, „rok później …”."""
    times = [unit.date for unit in units if unit.date]
    counted = bool(times) and (points_elsewhere(times[0]) or counts_its_year(times[0]))
    first = list(takewhile(lambda unit: unit.text not in _BREAKS, units))
    opening = {unit.lower for unit in first[:_OPENING]} - _OF_A_TIME
    words = {unit.lower for unit in units}
    then = bool(words & _THEN) and not words & _WHEN
    return (
        counted
        or then
        or _leaves_out_its_noun(units)
        or bool(opening & word_list("particles"))
        or any(u.lower in _TYING for u in first)
    )


def _leaves_out_its_noun(units: Sequence[Unit]) -> bool:
    """„Pierwszym był …”, „Drugi podpisał …”: a number that opens the sentence, with the verb right after it."""
    first = [unit.lower for unit in units[:2] if unit.kind == "word"]
    return len(first) > 1 and is_ordinal(first[0]) and is_finite(first[1])


def _names_its_subject(hero: Person | None, clause: Clause) -> bool:
    """Whether the sentence has said by then of whom or what the clause tells, or it is the hero of the heading."""
    verb = verb_reading(clause)
    if verb is None or (not clause.named_in and subject_of(clause).kind != "unsaid"):
        return True
    if not clause.named_in and any(not has(one.text, NOUNS, "acc") for one in fitting_nouns(clause, verb)):
        return True
    place = clause.units[clause.verb].span.start
    if any(_may_act(unit, verb) for unit in clause.sentence.units if unit.span.start < place):
        return True
    return hero is not None and "sg" in verb.marks and _is_of_gender(verb.marks, hero.gender)


def _may_act(unit: Unit, verb: Reading) -> bool:
    """Whether a name, or a noun that can be nothing else, stands in the nominative and agrees with the verb."""
    if unit.person:
        return is_nominative(unit) and "sg" in verb.marks and _is_of_gender(verb.marks, unit.person.gender)
    if unit.kind != "word" or has(unit.text, NOUNS, "acc"):
        return False
    nominatives = (one.marks for one in readings(unit.text) if one.pos in NOUNS and "nom" in one.marks)
    return any(verb.marks & marks & _NUMBERS and verb.marks & marks & GENDERS for marks in nominatives)


def _hero_of_heading(facts: Facts, sentence: Sentence) -> Person | None:
    """Whom the heading names, if the page is about a person and the sentence, which bears no such name, is under it."""
    theme = facts.theme
    hero = facts.hero
    if theme is None or not theme.is_person or theme.is_named_in(sentence.span.text) or hero is None:
        return None
    return None if _goes_on_with_another(facts, sentence, hero) else hero


def _is_beside_another(clause: Clause) -> bool:
    """„(legion) … bronił z nim miasta”: a subject left out and „him” are two."""
    unsaid = subject_of(clause).kind == "unsaid" and not clause.named_in
    return unsaid and any(unit.lower in _HIM for unit in clause.units)


def _goes_on_with_another(facts: Facts, sentence: Sentence, hero: Person) -> bool:
    """Whether the sentence before, of the same paragraph, tells of somebody else of that sex, who may be „he” here."""
    if sentence.opens_paragraph or not sentence.index:
        return False
    before = facts.sentences[sentence.index - 1]
    return names_another_like(before, hero) and hero.id not in before.people


def _gender_of_body(facts: Facts) -> set[str]:
    """„f” where the page is about a body like „Liga Narodów” and names no woman who may be meant as well."""
    theme = facts.theme
    head = theme.name.split()[0].casefold() if theme and not theme.is_person else ""
    body = bool(lemmas(head) & word_list("institutions")) and has(head, NOUNS, "nom", "sg", "f")
    women = any(person.gender == "f" for person in facts.annotations.persons)
    return {"f"} if body and not women else set()


def _is_of_gender(marks: frozenset[str], gender: str) -> bool:
    return bool(marks & _MEN) if gender == "m" else gender in marks


def _points_outside(headed: Collection[str], units: Sequence[Unit]) -> bool:
    """Whether a pronoun means what neither the sentence names before it nor the heading, of such a gender, does."""
    for at, unit in enumerate(units):
        if unit.lower not in word_list("anaphora"):
            continue
        if unit.lower in _COUNTED and at + 1 < len(units) and has(units[at + 1].text, NOUNS, "pl"):
            continue
        gender = _PRONOUNS.get(unit.lower)
        if gender is None:
            return True
        if gender in headed:
            continue
        if not any(_may_be_meant(other, gender) for other in units[:at]):
            return True
    return False


def _may_be_meant(unit: Unit, gender: str) -> bool:
    if unit.person:
        return unit.person.gender == gender
    known = (reading.marks for reading in readings(unit.text) if unit.kind == "word" and reading.pos in NOUNS)
    if gender == "pl":
        return any(marks & _PLURAL for marks in known)
    return any("sg" in marks and marks & GENDERS & (_MEN if gender == "m" else {gender}) for marks in known)

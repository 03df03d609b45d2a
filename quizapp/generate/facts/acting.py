"""The thing that acts in a clause, with the words that belong to it."""

from __future__ import annotations

from quizapp.generate.clauses import Clause
from quizapp.generate.material import Unit, is_nominative
from quizapp.generate.order.parts import PLACING
from quizapp.generate.subjects import fitting_nouns, subject_of, verb_reading
from quizapp.generate.words import (
    ADJECTIVES,
    NOUNS,
    NUMERAL,
    PREPOSITION,
    agree,
    has,
    is_roman,
    lemmas,
    readings,
    word_list,
)
from quizapp.text.names.declension import decline_name


def thing_that_acts(clause: Clause, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The thing that is the subject with what describes it („rząd Francji”); () where its end is not sure."""
    verb = verb_reading(clause)
    if verb is None or subject_of(clause).kind != "thing":
        return ()
    fitting = [unit for unit in fitting_nouns(clause, verb) if unit in units]
    bodies = [unit for unit in fitting if lemmas(unit.lower) & word_list("institutions")]
    alone = [unit for unit in fitting if not has(unit.text, NOUNS, "acc")]  # „kamień położył namiestnik”
    if len(nouns := bodies or alone or fitting) != 1:
        return ()
    noun = nouns[0]
    start = end = units.index(noun)
    while start and (_agrees(units[start - 1], noun) or _counts(units[start - 1])):
        start -= 1
    end += 1
    own = clause.units[clause.verb]
    while end < len(units) and units[end] is not own and (step := _more_of_it(units, end, noun)):
        end += step
    end += _place_of_meeting(units, end, noun)
    if end < len(units) and _is_in_genitive(units[end]):
        if end > units.index(own):
            return ()  # „zabiła kula Jana Nowaka”
        end += 1
    after = units[end] if end < len(units) else None
    if (
        start
        and units[start - 1].lower in ("i", "oraz")
        and units[start - 1] is not clause.units[clause.verb]
    ):
        return ()  # „zapaść gospodarcza i dwie fale strajków”
    sure = (
        after is None
        or after.kind != "word"
        or after is clause.units[clause.verb]
        or has(after.lower, PREPOSITION)
        or has(after.lower, NOUNS | ADJECTIVES, "acc")
    )
    return units[start:end] if sure else ()


def _agrees(unit: Unit, noun: Unit) -> bool:
    return unit.kind == "word" and agree(unit.lower, noun.lower)


def _go_together(adjective: Unit, noun: Unit) -> bool:
    """„(przybycie eskadry) amerykańskiego komodora”, and the name that follows its bearer: „komodora Perry’ego”."""
    if noun.kind == "person":
        return adjective.kind == "word" and not is_nominative(noun) and has(adjective.lower, NOUNS, "gen")
    if noun.kind != "word" or adjective.kind != "word":
        return False
    named = noun.text[0].isupper() and not has(noun.text, NOUNS, "nom") and not has(noun.lower, PREPOSITION)
    if not readings(noun.text):
        return named
    either = (adjective, noun), (noun, adjective)  # „spraw zagranicznych” too
    genitive = any(
        has(one.lower, ADJECTIVES, "gen") and has(other.lower, NOUNS, "gen") for one, other in either
    )
    return genitive and agree(adjective.lower, noun.lower)


def _is_in_genitive(unit: Unit) -> bool:
    """„(rząd) Jana Nowaka”: whose it is, or whom something was done to."""
    if unit.person is None or is_nominative(unit):
        return False
    whose = (decline_name(unit.person.name, unit.person.gender, "gen") or "").split()
    said = unit.text.split()
    return whose[-len(said) :] == said or whose[: len(said)] == said


def _more_of_it(units: tuple[Unit, ...], end: int, noun: Unit) -> int:
    """How many units that begin at the end still tell of the noun."""
    if _counts_its_own(units[end : end + 2]) or (
        units[end - 1] is not noun and _goes_on(units[end - 1 : end + 2])
    ):
        return 2
    if end < len(units) and _goes_on_its_name(units, end, noun):
        return 1
    alone = end < len(units) and (_describes(units[end], noun) or _go_together(units[end - 1], units[end]))
    return int(alone)


def _place_of_meeting(units: tuple[Unit, ...], at: int, noun: Unit) -> int:
    """How many units say where what met or was signed had its name from: „pokój (w Oliwie)”, „sejm (w Grodnie)”."""
    end = at + 1
    while end < len(units) and units[end].kind == "word" and units[end].text[0].isupper():
        end += 1
    placed = at < len(units) and units[at - 1] is noun and units[at].lower in PLACING
    return end - at if placed and end > at + 1 and lemmas(noun.lower) & word_list("themes") else 0


def _goes_on_its_name(units: tuple[Unit, ...], at: int, noun: Unit) -> bool:
    """„spółka Polskie Radio”: a name in the nominative, in two words, right after its noun."""
    start = at if units[at - 1] is noun else at - 1
    pair = units[start : start + 2]
    whole = len(pair) == 2 and start > 0 and units[start - 1] is noun and noun.text.islower()
    return whole and all(
        unit.kind == "word" and unit.text.istitle() and has(unit.text, NOUNS | ADJECTIVES, "nom")
        for unit in pair
    )


def _goes_on(units: tuple[Unit, ...]) -> bool:
    """Whether „i” joins another genitive to the one before it: „ministrowie spraw zagranicznych i finansów”."""
    joined = len(units) > 2 and units[1].lower in ("i", "oraz")
    return joined and all(
        unit.kind == "word" and has(unit.lower, NOUNS | ADJECTIVES, "gen", "pl") for unit in units[::2]
    )


def _counts_its_own(units: tuple[Unit, ...]) -> bool:
    """„(ministrowie) dwunastu państw”."""
    if [unit.kind for unit in units] != ["word", "word"] or not has(units[0].lower, NUMERAL, "gen"):
        return False
    return has(units[1].lower, NOUNS, "gen", "pl") and not has(units[1].lower, NOUNS, "acc", "pl")


def _counts(unit: Unit) -> bool:
    """„II powstanie śląskie”, „dwie fale strajków”."""
    return unit.kind == "word" and (is_roman(unit.text) or has(unit.lower, NUMERAL))


def _describes(unit: Unit, noun: Unit) -> bool:
    """Whether the unit after a noun belongs to it: an adjective of its case, or a noun in the genitive alone."""
    if unit.kind != "word":
        return False
    number = "sg" if has(unit.lower, NOUNS | ADJECTIVES, "gen", "sg") else "pl"
    of_it = has(unit.lower, NOUNS | ADJECTIVES, "gen", number) and not has(unit.lower, NOUNS, "acc", number)
    return agree(unit.lower, noun.lower) or of_it

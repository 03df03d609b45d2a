"""What was done by somebody, told by a participle, made into a clause: „kasata, ogłoszona przez X” tells who did it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.generate.clauses import Clause
from quizapp.generate.material import Sentence, Unit, is_nominative
from quizapp.generate.noun_phrases import Phrase, phrase_at_end
from quizapp.generate.titles import in_role
from quizapp.generate.words import (
    ADJECTIVES,
    NOUNS,
    Reading,
    forms,
    has,
    is_finite,
    lemmas,
    readings,
    word_list,
)
from quizapp.text.annotations import Person
from quizapp.text.spans import Span

_PASSIVE = frozenset({"ppas"})
_WHERE = frozenset({"w", "we", "na", "pod", "nad", "dla", "za"})
_JOINING = frozenset({"conj", "ppron12", "ppron3", "siebie"})
_BY = "przez"
_LONGEST, _NEAR = 12, 4
_MORE = frozenset({"i", "oraz", "a", "wraz"})


def passive_clauses(sentence: Sentence) -> Iterator[Clause]:
    """The clauses „X ogłosił kasatę …” that the participles of a sentence tell.

    Nothing is made where the thing, the doer or the form of the verb is not sure, or several did it.
    """
    units = sentence.units
    for at, unit in enumerate(units):
        if at and unit.kind == "word" and has(unit.lower, _PASSIVE):
            clause = _done_by(sentence, at)
            if clause:
                yield clause


def _done_by(sentence: Sentence, at: int) -> Clause | None:
    units = sentence.units
    end = next((end for end in range(at + 1, min(len(units), at + _LONGEST)) if _ends(units[end])), at)
    by = next((place for place in range(at + 1, end) if units[place].lower == _BY), None)
    named = next((place for place in range(by or end, end) if units[place].person), None)
    person = units[named].person if named is not None else None
    if (
        by is None
        or named is None
        or person is None
        or not _is_all_that_is_said(sentence, at, by, named, end)
    ):
        return None
    participle = [reading for reading in readings(units[at].lower) if reading.pos in _PASSIVE]
    comma = units[at - 1].text == ","
    phrase = phrase_at_end(sentence, units[: at - comma], participle, in_case=True)
    verb = _past(participle, person)
    if phrase is None or not verb or units[at].lower.startswith("nie") or not _says_which(phrase):
        return None
    words = phrase.in_case("inst" if lemmas(units[at].lower) & word_list("verbs_with_inst") else "acc")
    if not words:
        return None
    start = units[at].span.start
    name = Unit("person", Span(start, start, person.name), person=person)
    done = [Unit("word", Span(start, start, word)) for word in (verb, *words)]
    return Clause(sentence, (name, *done, *units[at + 1 : by], *units[named + 1 : end]), 1)


def _ends(unit: Unit) -> bool:
    return unit.text in ",;:.–—" or (unit.kind == "word" and is_finite(unit.lower))


def _is_all_that_is_said(sentence: Sentence, at: int, by: int, named: int, end: int) -> bool:
    """Whether nothing but titles stands before the one name, and nothing but a time or a place after it."""
    units = sentence.units
    titles = all(in_role(sentence, unit) or _may_be_title(unit) for unit in units[by + 1 : named])
    after = [unit for unit in units[named + 1 : end + 2] if unit.kind != "aside"]
    several = any(unit.lower in _MORE for unit in after[:2]) or any(
        unit.person for unit in units[end : end + _NEAR]
    )
    rest = units[named + 1 : end]
    plain = not rest or rest[0].date is not None or rest[0].lower in _WHERE
    joined = any(unit.kind == "word" and has(unit.lower, _JOINING) for unit in units[at + 1 : by])
    return titles and plain and not several and not joined and not is_nominative(units[named])


def _says_which(phrase: Phrase) -> bool:
    """Whether the thing has a name of its own or is described: not „wyrok” or „Rosjanie”."""
    head = phrase.units[phrase.head].text
    named = head[0].isupper() and not lemmas(head.casefold()) & word_list("nations")
    return len(phrase.units) > 1 or (named and has(head, NOUNS) and not has(head, NOUNS, "m1"))


def _may_be_title(unit: Unit) -> bool:
    return unit.kind == "word" and has(unit.lower, NOUNS | ADJECTIVES, "acc")


def _past(participle: Sequence[Reading], person: Person) -> str:
    """The past form of the verb for the one who did it; "" if it is not sure."""
    gender = {"m": "m1", "f": "f"}.get(person.gender)
    found = {
        form
        for reading in participle
        for form in forms(reading.lemma, "praet", "sg", gender or "n")[:1]
        if gender
    }
    return found.pop() if len(found) == 1 else ""

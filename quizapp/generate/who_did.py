"""What stands between `Kto` and the question mark: when it was, the verb, to whom or where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.generate.facts.actors import Actor
from quizapp.generate.facts.objects import start_of_last_object
from quizapp.generate.material import Unit, is_nominative
from quizapp.generate.order.parts import SHORT, is_governed_throughout
from quizapp.generate.subjects import verb_reading
from quizapp.generate.wording import (
    joined,
    lowered,
    without_inserts,
    without_particles,
)
from quizapp.generate.words import (
    ADJECTIVES,
    ADVERB,
    NOUNS,
    PREPOSITION,
    cases,
    forms,
    has,
)

_CLITIC = "się"
_WHERE = frozenset({"w", "we", "na", "pod", "nad", "u", "koło", "przy", "do", "z", "ze"})
_LEADING = 6


def done_by_whom(actor: Actor) -> str:
    """What stands between `Kto` and the question mark; "" if the verb has no certain masculine form."""
    verb = _masculine(actor)
    done = " ".join(part for part in _parts(actor, verb) if part) if verb else ""
    told = actor.clause.complement
    return f"{done}, {joined(told, actor.clause.sentence)}" if done and told else done


def _parts(actor: Actor, verb: str) -> Iterator[str]:
    """When it was, the verb, what stood before it, what stood after it."""
    sentence, units = actor.clause.sentence, actor.clause.units
    own = units[actor.clause.verb]
    rest = without_inserts(without_particles(actor.rest))
    at = next(place for place, unit in enumerate(rest) if unit is own)
    end = next(
        (place for place in range(at + 1, len(rest)) if not _goes_with_the_verb(rest[place])), len(rest)
    )
    whole = (
        _subject_first(actor) and not _opens_with_object(rest[:at]) and not any(map(is_nominative, rest[:at]))
    )
    dated = _opening_date(rest)
    adverbs = next((back for back in range(at, 0, -1) if not has(rest[back - 1].lower, ADVERB)), 0)
    whole = whole and at - dated <= _LEADING and not _says_where(rest[dated:adverbs])
    holds_object = start_of_last_object(rest[:adverbs], actor.clause.verb_form) > 0
    whole = whole or (not holds_object and _parts_verb_and_complement(rest[:adverbs], rest[end:]))
    lead = adverbs if whole else min(dated, adverbs)
    yield _with_closing_comma(joined(rest[:lead], sentence), rest[:lead])
    said = [
        *(lowered(unit, sentence) for unit in rest[adverbs:at]),
        verb,
        *(u.text for u in rest[at + 1 : end]),
    ]
    yield " ".join(said)
    before, after = rest[lead:adverbs], rest[end:]
    alone = _says_where(before) and [unit.kind for unit in after] == ["word"]  # „złożył broń w Krakowie”
    start = start_of_last_object(before, actor.clause.verb_form)
    if start and not alone:
        before, after = before[start:], [*before[:start], *after]
    elif start := start_of_last_object(after, actor.clause.verb_form):
        after = [*after[start:], *after[:start]]
    complemented = any(has(unit.lower, PREPOSITION) for unit in before)
    first, last = (after, before)
    if not (alone or (complemented and _opens_with_object(before))):
        first, last = (before, after)
    yield _with_closing_comma(joined(first, sentence), first if last else ())
    yield joined(last, sentence)


def _with_closing_comma(words: str, units: Sequence[Unit]) -> str:
    """The words with the comma after what explains a name in them: „w Breslau, dzisiejszym Wrocławiu, …”."""
    closes = bool(units) and units[-1].text == "," and words.count(",") % 2 == 1
    return f"{words}," if closes else words


def _says_where(units: Sequence[Unit]) -> bool:
    """„w Paryżu”, „na krakowskim Rynku”, „na szczyt w Kopenhadze”; not „na początku maja”."""
    named = any(unit.kind == "word" and unit.text[0].isupper() for unit in units[1:])
    return named and units[0].lower in _WHERE


def _parts_verb_and_complement(before: Sequence[Unit], after: Sequence[Unit]) -> bool:
    """Whether what stood before the verb is too long to come between it and „z Kartaginą” or the like."""
    circumstance = len(before) > SHORT and is_governed_throughout([u for u in before if not u.date])
    return circumstance and bool(after) and has(after[0].lower, PREPOSITION)


def _goes_with_the_verb(unit: Unit) -> bool:
    return unit.lower == _CLITIC or (unit.kind == "word" and has(unit.lower, ADVERB))


def _opens_with_object(before: Sequence[Unit]) -> bool:
    """Whether what is done something to stands first: „Dzieciństwo spędził w Krakowie”."""
    first = before[0] if before else None
    return (
        first is not None and first.kind == "word" and bool(cases(first.lower, NOUNS | ADJECTIVES) & {"acc"})
    )


def _subject_first(actor: Actor) -> bool:
    return actor.clause.antecedent is not None or actor.start < actor.clause.verb


def _opening_date(units: list[Unit]) -> int:
    """How many units at the beginning say when."""
    for place, unit in enumerate(units[:3]):
        if unit.kind == "date":
            return place + 1
        if not has(unit.lower, PREPOSITION) and unit.lower not in ("dnia", "dniu"):
            return 0
    return 0


def _masculine(actor: Actor) -> str:
    """The verb as it stands after `Kto`."""
    verb = verb_reading(actor.clause)
    if actor.person.gender != "f" or (verb and verb.pos == "fin"):
        return actor.clause.verb_form
    found = set(forms(verb.lemma, "praet", "sg", "m1")) if verb else set()
    return found.pop() if len(found) == 1 else ""

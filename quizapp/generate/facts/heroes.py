"""Whom a text is all about: the one person of a biography."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quizapp.generate.clauses import told_in_main_clauses
from quizapp.generate.facts.actors import Actor
from quizapp.generate.facts.lives import aside_after_name
from quizapp.generate.material import Sentence, Unit, is_nominative
from quizapp.generate.titles import in_role
from quizapp.generate.words import Reading, is_finite, lemmas, readings
from quizapp.text.annotations import Annotations, Person

_BIRTH = frozenset({"urodzić", "rodzić", "urodzony", "ur"})
_LIFE = frozenset({"życie", "życiorys", "żywot", "biografia", "losy", "los"})
_OPENING, _OFTEN = 16, 3


def hero_of_text(annotations: Annotations, sentences: tuple[Sentence, ...], heading: str) -> Person | None:
    """Whom the text is about: presented by its first sentence, alone in its heading, or far the most often named."""
    if sentences and (presented := hero_of(sentences[0])):
        return presented
    born = (hero_born_in(sentence, sentences[:at]) for at, sentence in enumerate(sentences[:_OPENING]))
    if (first_born := next(filter(None, born), None)) is not None:
        return first_born
    people = [person for person in annotations.persons if person.mentions]
    headed = [person for person in people if any(mention.start < len(heading) for mention in person.mentions)]
    if len(headed) == 1:
        return headed[0]
    first = min(people, key=lambda person: person.mentions[0].start, default=None)
    others = max((len(person.mentions) for person in people if person is not first), default=0)
    often = first is not None and len(first.mentions) >= max(_OFTEN, 2 * others)
    return first if often else None


def hero_of(sentence: Sentence) -> Person | None:
    """The person with whose dates of life, or birth, or bare name a text or a part of it opens a biography."""
    units = sentence.units
    at = next((place for place, unit in enumerate(units) if unit.person), None)
    if at is not None and _is_heading_of_a_life(units, at):
        return units[at].person
    if at is None or not is_nominative(units[at]) or any(unit.kind == "mark" for unit in units[:at]):
        return None
    after = units[at + 1 : at + _OPENING]
    aside = aside_after_name(units, at)
    lived = aside is not None and any(map(str.isdigit, aside.text))
    born = any(unit.kind == "word" and lemmas(unit.lower) & _BIRTH for unit in after) or _comes_to_be(after)
    heading = all(unit is units[at] or in_role(sentence, unit) for unit in units) or _is_defined(sentence, at)
    heading = heading or _heads_the_text(sentence)
    return units[at].person if lived or born or heading else None


def hero_born_in(sentence: Sentence, before: Sequence[Sentence]) -> Person | None:
    """The one person of that sex named before, where the sentence begins „Urodzona w Wiedniu …” or „Urodził się …”."""
    opening = sentence.units[:2]
    if len(before) > _OPENING or not before or any(map(is_nominative, opening)):
        return None
    sexes = {sex for sex in map(_sex_of_one_born, readings(opening[0].lower) if opening else ()) if sex}
    named = {unit.person.id: unit.person for told in before for unit in told.units if unit.person}
    fitting = [person for person in named.values() if person.gender in sexes]
    return fitting[0] if len(fitting) == 1 else None


def _sex_of_one_born(reading: Reading) -> str:
    """Whether „urodzony”, „urodziła” is said of a man or of a woman; "" of any other word."""
    born = (
        reading.lemma in _BIRTH
        and "sg" in reading.marks
        and (reading.pos == "praet" or "nom" in reading.marks)
    )
    return ("f" if "f" in reading.marks else "m" if "m1" in reading.marks else "") if born else ""


def who_does_most(actors: tuple[Actor, ...]) -> Person | None:
    """The one who does more than half of what persons do in the text, if that is much."""
    counted = Counter(actor.person.id for actor in actors)
    most, deeds = counted.most_common(1)[0] if counted else ("", 0)
    found = deeds > _OFTEN and deeds * 2 > len(actors)
    return next(actor.person for actor in actors if actor.person.id == most) if found else None


def _is_heading_of_a_life(units: Sequence[Unit], at: int) -> bool:
    """„Życie Marii Skłodowskiej-Curie”, „Losy króla Jana”: a sentence without a verb that promises a biography."""
    lives = at > 0 and any(lemmas(unit.lower) & _LIFE for unit in units[max(0, at - 3) : at])
    return lives and at == len(units) - 1


def _comes_to_be(after: Sequence[Unit]) -> bool:
    """„przyszła na świat”."""
    words = [unit.lower for unit in after]
    return any("przyjść" in lemmas(one) and rest[:2] == ["na", "świat"] for one, *rest in _tails(words))


def _tails(words: list[str]) -> Iterator[list[str]]:
    return (words[at:] for at in range(len(words)))


def _heads_the_text(sentence: Sentence) -> bool:
    """„CZARTORYSKI Adam Jerzy, książę (1770–1861), polityk”: the one name that begins a first line without a verb."""
    people = {unit.person.id for unit in sentence.units if unit.person}
    verbal = any(unit.kind == "word" and is_finite(unit.lower) for unit in sentence.units)
    units = sentence.units
    named = (
        bool(units) and units[0].person is not None and all(u.kind in ("mark", "aside") for u in units[1:2])
    )
    return sentence.index == 0 and len(people) == 1 and named and not verbal


def _is_defined(sentence: Sentence, at: int) -> bool:
    """Whether the name opens a sentence without a verb that says who it is: „Jan Nowak – inżynier, który …”."""
    after = sentence.units[at + 1 : at + 2]
    dash = bool(after) and after[0].text in "–—-"
    verbal = (unit.kind == "word" and is_finite(unit.lower) for unit in told_in_main_clauses(sentence))
    return dash and not any(verbal)

"""Towns in which, by the text, something happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.generate.clauses import Clause
from quizapp.generate.facts.actors import description_of_subject, named_subject
from quizapp.generate.facts.lives import tells_of_a_life
from quizapp.generate.material import Sentence, Unit, is_nominative
from quizapp.generate.order.arranged import in_good_order
from quizapp.generate.sense import Content, alike, content
from quizapp.generate.standing import why_not_alone
from quizapp.generate.strangers import land_of
from quizapp.generate.subjects import is_cut_off, lacks_its_object, subject_of, verb_reading
from quizapp.generate.wording import is_inserted, joined, without_particles
from quizapp.generate.words import ADJECTIVES, has, is_noun, readings, word_list

_ENOUGH, _NEAR, _BARE, _STEM, _LONGEST = 2, 20, 2, 4, 20
_PASSIVE = frozenset({"ppas"})
_IN = frozenset({"w", "we"})
_LISTING = frozenset({",", "i", "oraz"})
_NEAR_TO = frozenset({"pod", "nad", "koło"})
_FOR_A_WHILE = frozenset({"początkowo", "najpierw", "jako"})
"""„jako uczeń mieszkał w Wilnie”: it may have been somewhere else later."""
_OF_AN_ENTRY = frozenset({"ur", "zm"})
"""„Ur. 7 XI w Warszawie, była …” begins an entry of an encyclopaedia."""


@dataclass(frozen=True, slots=True)
class Place:
    """A town after `w`: its units [start:end] in the sentence, the phrase, and its dictionary form."""

    sentence: Sentence
    start: int
    end: int
    phrase: str
    town: str


@dataclass(frozen=True, slots=True)
class Located:
    """A clause that can stand alone without the place that it names."""

    clause: Clause
    place: Place
    units: tuple[Unit, ...]

    @property
    def words(self) -> str:
        """The clause without the place, as it would stand inside a sentence."""
        return joined(in_good_order(self.clause, self.units), self.clause.sentence)


def places_of(sentence: Sentence) -> Iterator[Place]:
    """The towns of a sentence that stand after `w`; lands are left out, since towns lie in them."""
    units = sentence.units
    for at in range(len(units) - 1):
        if units[at].lower in _IN and (town := _town(units[at + 1])):
            end = at + 3 if at + 2 < len(units) and _is_byname(units[at + 2]) else at + 2
            if end < len(units) and units[end].text[0].isupper() and units[end].kind == "word":
                continue
            phrase = " ".join(unit.text for unit in units[at:end])
            yield Place(sentence, at, end, phrase[0].lower() + phrase[1:], town if end == at + 2 else "")


def _town(unit: Unit) -> str:
    """The dictionary form of a town in the locative; "" if the unit is none."""
    if unit.kind != "word" or not unit.text[0].isupper():
        return ""
    if unit.text.isupper():
        return ""
    towns = {
        reading.lemma
        for reading in readings(unit.text)
        if "nazwa_geograficzna" in reading.labels and "loc" in reading.marks
    }
    return towns.pop() if len(towns) == 1 and not towns & word_list("lands") else ""


def _is_byname(unit: Unit) -> bool:
    return unit.kind == "word" and unit.text[0].isupper() and has(unit.lower, ADJECTIVES, "loc", "sg")


def located_of(clause: Clause, places: Sequence[Place]) -> Located | None:
    """The clause with its place; None where it has none or two, or where the place may belong to a noun."""
    verb = verb_reading(clause)
    inside = [place for place in places if clause.sentence.units[place.start] in clause.units]
    if len(inside) != 1 or verb is None or clause.negated or clause.antecedent:
        return None
    if verb.lemma in word_list("verbs_of_causing"):
        return None  # „wzbudziło w Berlinie obawę”: of those who govern there
    if tells_of_a_life(clause) and named_subject(clause) is None:
        return None
    place = inside[0]
    left_out = clause.sentence.units[place.start : place.end]
    start = clause.units.index(left_out[0])
    if (
        is_inserted(clause.units, start)
        or _is_followed_by_another(place)
        or not _says_where_it_happened(clause, start, len(left_out))
        or _is_told_twice(clause, start, start + len(left_out))
        or subject_of(clause).kind == "unsaid"
        or any(unit.lower in _FOR_A_WHILE | _OF_AN_ENTRY for unit in clause.units)
        or is_cut_off(clause)
        or lacks_its_object(clause)
    ):
        return None
    out = (*left_out, *description_of_subject(clause))
    rest = tuple(without_particles(unit for unit in clause.units if unit not in out))
    lasts = "perf" not in verb.marks and len(rest) <= _BARE
    winding = len(rest) > _LONGEST or any(unit.text == ";" for unit in rest)
    return None if lasts or winding or why_not_alone(rest, clause.sentence) else Located(clause, place, rest)


def _is_followed_by_another(place: Place) -> bool:
    """„w Wiedniu, w Warszawie pod kierunkiem …”: it was there too."""
    after = place.sentence.units[place.end : place.end + 3]
    listed = len(after) == 3 and after[0].text in _LISTING and after[1].lower in _IN
    return listed and after[2].kind == "word" and after[2].text[0].isupper()


def _is_told_twice(clause: Clause, start: int, end: int) -> bool:
    """Whether another place with a name stands beside it: „na placu Bankowym w Warszawie”."""
    beside = [*clause.units[max(0, start - 3) : start], *clause.units[end : end + 2]]
    named = (unit for unit in beside if unit.kind == "word" and unit is not clause.sentence.units[0])
    if any(_names_a_place(clause.units, at) for at in range(len(clause.units) - 1)):
        return True  # „w Bengalu zwyciężył pod Palasi”
    goes_on = [unit.lower for unit in clause.units[end : end + 2]] in (["i", "w"], ["i", "we"])
    return goes_on or any(unit.text[0].isupper() for unit in named)


def _names_a_place(units: Sequence[Unit], at: int) -> bool:
    """„pod Wiedniem”, „nad Bugiem”."""
    return units[at].lower in _NEAR_TO and units[at + 1].kind == "word" and units[at + 1].text[0].isupper()


def _says_where_it_happened(clause: Clause, start: int, length: int) -> bool:
    """Whether the place stands beside the verb, a date, or at the beginning: there it is no noun's own."""
    before = clause.units[start - 1] if start else None
    if any(
        unit.kind == "word" and has(unit.lower, _PASSIVE) for unit in clause.units[: min(start, clause.verb)]
    ):
        return False  # „traktat zawarty w 1466 roku w Toruniu zakończył wojnę”
    subject = before is not None and is_nominative(before)
    opens = before is None or before.kind == "date" or before.lower == "się" or subject
    follows_verb = start - 1 == clause.verb
    leads_to_verb = start + length == clause.verb and before is not None and not is_noun(before.lower)
    return opens or follows_verb or leads_to_verb


def other_places(places: Sequence[Place], contents: Sequence[Content], located: Located) -> list[Place]:
    """Other towns of the text, in sentences that tell of something else."""
    asked = content(located.units)
    own = located.place
    at = next(place for place, other in enumerate(places) if other is own)
    near = sorted(range(max(0, at - _NEAR), min(len(places), at + _NEAR)), key=lambda place: abs(place - at))
    kept: dict[str, Place] = {}
    for place in (places[place] for place in near):
        elsewhere = (
            place.sentence.index != own.sentence.index and place.town[:_STEM] not in own.sentence.span.text
        )
        if elsewhere and _are_of_one_land(place, own) and not alike(asked, contents[place.sentence.index]):
            kept.setdefault(place.phrase, place)
    return list(kept.values())[:_ENOUGH] if len(kept) >= _ENOUGH else []


def _are_of_one_land(one: Place, other: Place) -> bool:
    """Whether both towns are known to lie in one land: the only town of its land would give itself away."""
    return land_of(one.town) == land_of(other.town) != ""

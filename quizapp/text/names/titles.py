"""What stands before a name and says that it is one: offices, occupations, relatives; the cases they agree in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from quizapp.text import lexicon
from quizapp.text.names.guesses import PERSON_SLOTS
from quizapp.text.names.kinds import kind_of
from quizapp.text.names.peoples import countryman_slots
from quizapp.text.offices.phrases import find_offices
from quizapp.text.words import Slot, Word, readings

_OF_THE_MOTHER = frozenset((("sg", "gen", "f"),))
_LONGEST_NAME = 3
# „brat Jan”, „bratem Janem”; but „córka Jana”, „brata Jana”: the genitive would be whose relative one is
_OF_KIN = frozenset(("sg", case, gender) for case in ("dat", "inst", "loc") for gender in ("m1", "f")) | {
    ("sg", "nom", "m1"),
    ("sg", "acc", "f"),
}
_WHOSE = frozenset((("sg", "gen", "m1"), ("sg", "gen", "f")))


def titles_before(words: tuple[Word, ...], name_starts: set[int]) -> dict[int, frozenset[Slot]]:
    """Where a title, an office or an occupation has just ended, and the cases that it stands in."""
    titles: dict[int, frozenset[Slot]] = {}
    for office in find_offices(words, name_starts):
        has_comma = office.last + 1 < len(words) and words[office.last + 1].text == ","
        titles[office.last + 1 + has_comma] = office.slots
    for place, word in enumerate(words[:-1]):
        apart = _relative_set_off(words, place) or _several_set_off(words, place)
        if apart:
            titles.setdefault(place + 2, apart)
        slots = _occupation_slots(word.text) or _slots_of_somebody(words, place)
        if not slots and place and kind_of(word.text).unknown:
            slots = countryman_slots(word.text)
        after = place + 1 + (words[place + 1].text in ("jego", "jej"))
        if slots and after < len(words) and not words[after].joined:
            titles.setdefault(after, slots)
        parent = _second_parent(words, place) if slots else 0
        if parent:
            is_mother = words[parent].text.endswith(("i", "y"))
            titles.setdefault(parent, _OF_THE_MOTHER if is_mother else _WHOSE)
        whose = _kin_of_somebody(words, place)
        if whose:
            titles.setdefault(place + 3, whose)
    return titles


@lru_cache(maxsize=50_000)
def _occupation_slots(form: str) -> frozenset[Slot]:
    """The cases of a noun that may stand before a name: an occupation, or whose countryman one is."""
    known = lexicon.words("occupations")
    is_countryman = form[0].isupper() and kind_of(form).people
    nouns = [reading for reading in readings(form) if reading.pos == "subst" and len(reading.slots) < 14]
    slots = {
        slot
        for noun in nouns
        if noun.lemma in known or (is_countryman and noun.lemma[0].isupper())
        for slot in noun.slots
    }
    relatives = lexicon.words("relatives") | lexicon.words("relatives_besides")
    kin = {slot for noun in nouns if noun.lemma in relatives for slot in noun.slots}
    is_one = any(slot[0] == "sg" for slot in kin)
    return PERSON_SLOTS & (slots | kin & _OF_KIN | (_WHOSE if is_one else frozenset()))


def _slots_of_somebody(words: Sequence[Word], place: int) -> frozenset[Slot]:
    """The cases of „niejaki” in „niejaki X Y”; the nominative after „imieniem” in „Gal imieniem X”."""
    form = words[place].text.lower()
    if form in ("imieniem", "nazwiskiem"):
        return frozenset(slot for slot in PERSON_SLOTS if slot[1] == "nom")
    known = (reading for reading in readings(form) if reading.lemma == "niejaki")
    return PERSON_SLOTS & {slot for reading in known for slot in reading.slots}


def _relative_set_off(words: Sequence[Word], place: int) -> frozenset[Slot]:
    """The cases of „syn” in „jego syn, Wacław, …”: the name stands between two marks."""
    if place + 3 >= len(words) or words[place + 1].text != ",":
        return frozenset()
    if not any(word.text in (",", ".", ")", ";", "–") for word in words[place + 3 : place + 6]):
        return frozenset()
    kin = lexicon.words("relatives")
    return PERSON_SLOTS & {
        slot for noun in readings(words[place].text) if noun.lemma in kin for slot in noun.slots
    }


def _kin_of_somebody(words: Sequence[Word], place: int) -> frozenset[Slot]:
    """The cases of „syn” in „syn Nowaka, Wacław, …”, „syn malarki, Wacław”: whose he is stands between."""
    if place + 4 >= len(words) or words[place + 4].text not in (",", "."):
        return frozenset()
    whose = words[place + 1]
    is_whose = whose.is_capital or any(
        one.pos == "subst" and _WHOSE & one.slots for one in readings(whose.text)
    )
    if not is_whose or not (whose.is_capital or words[place + 3].is_capital):
        return frozenset()
    return _relative_set_off((words[place], *words[place + 2 :]), 0)


def _second_parent(words: Sequence[Word], place: int) -> int:
    """The place of „Laodiki” in „synem Antiocha I i Laodiki”; 0 if no two names follow."""
    if not any(reading.lemma in lexicon.words("relatives") for reading in readings(words[place].text)):
        return 0
    joint = place + 1
    while joint < len(words) and joint <= place + _LONGEST_NAME and words[joint].is_capital:
        joint += 1
    is_joined = place + 1 < joint < len(words) - 1 and words[joint].text in ("i", "oraz")
    return joint + 1 if is_joined and words[joint + 1].is_capital else 0


def _several_set_off(words: Sequence[Word], place: int) -> frozenset[Slot]:
    """The case of each name in „oligarchów, Kritona i Glaukona”: a plural, a comma, joined names."""
    after = place + 3
    if after + 1 >= len(words) or words[place + 1].text != "," or words[after].text not in ("i", "oraz", ","):
        return frozenset()
    if not (words[place].text.islower() and words[place + 2].is_capital and words[after + 1].is_capital):
        return frozenset()
    cases = {
        slot[1]
        for noun in readings(words[place].text)
        if noun.pos == "subst"
        for slot in noun.slots
        if slot[0] == "pl" and slot[2] == "m1"
    }
    return PERSON_SLOTS & {("sg", case, gender) for case in cases for gender in ("m1", "f")}

"""Where names of persons stand in a sentence: runs of capitalised words, cut where they do not agree."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from quizapp.text import lexicon
from quizapp.text.name_extent import may_begin, name_ends, name_words
from quizapp.text.name_kinds import Kind, is_name_word, kind_of
from quizapp.text.nominative import Naming, likeliest
from quizapp.text.origins import PERSON_SLOTS, is_first_name
from quizapp.text.words import Slot, Word, readings

_SUBJECT_OR_OBJECT = frozenset(("sg", case, gender) for case in ("nom", "acc") for gender in ("m1", "f"))
_UNDECLINED = 3.0  # the doubt of taking an unknown form for one that is not declined
_OF_A_PERSON = tuple(
    ending
    for stem in ("sk", "ck", "wicz")
    for ending in (
        (stem, stem + "a", stem + "owi", stem + "em")
        if stem == "wicz"
        else (stem + "i", stem + "iego", stem + "iemu", stem + "im")
    )
)


@dataclass(frozen=True, slots=True)
class Found:
    """Words that may name a person: which ones of the sentence, what they say, how sure that is.

    A full name has a first name and more; a sure one needs no support from the rest of the text.
    """

    first: int
    last: int
    words: tuple[str, ...]
    naming: Naming
    is_sure: bool

    @property
    def is_full(self) -> bool:
        """More than a surname or a first name alone."""
        return len(self.words) > 1


def find_names(
    words: Sequence[Word], attested: Collection[str], titles: dict[int, frozenset[Slot]]
) -> Iterator[Found]:
    """Names in the words of one sentence, from left to right.

    `titles` says of the place of a word whether a title or office ends right before it, and in which
    cases the two may agree.
    """
    place = 0
    while place < len(words):
        found = _name_at(words, place, attested, titles.get(place))
        if found and not _belongs_to_a_thing(words, found):
            yield found
        place = found.last + 1 if found else place + 1


def _name_at(
    words: Sequence[Word], place: int, attested: Collection[str], title: frozenset[Slot] | None
) -> Found | None:
    if not may_begin(words, place):
        return None
    best = None
    for last in name_ends(words, place):
        naming = _agreed(name_words(words, place, last), attested, title)
        if naming is None:
            break
        best = Found(place, last, name_words(words, place, last), naming, False)
    if best is None or not _is_name(words, best, title):
        return None
    return Found(best.first, best.last, best.words, best.naming, _is_sure(words, best, title))


def _agreed(said: tuple[str, ...], attested: Collection[str], title: frozenset[Slot] | None) -> Naming | None:
    """The name as it agrees with a title before it, or as what somebody is made („cesarzem X-a”)."""
    agreeing = likeliest(said, attested, title) if title else None
    if agreeing and agreeing.doubt < _UNDECLINED:
        return agreeing
    is_made = title is not None and {slot[1] for slot in title} == {"inst"}
    free = likeliest(said, attested, _SUBJECT_OR_OBJECT if is_made else PERSON_SLOTS)
    return free or agreeing or likeliest(said, attested)


def _is_name(words: Sequence[Word], found: Found, title: frozenset[Slot] | None) -> bool:
    """Whether the words can be a name at all: not merely capitalised strangers."""
    if not found.is_full:
        return True
    kinds = [kind_of(word.text) for word in words[found.first : found.last + 1] if is_name_word(word)]
    if title or words[found.first + 1].text == "." or _has_regnal_number(words, found, kinds[0]):
        return True
    if kinds[0].first_name or is_first_name(found.naming.words[0]):
        return True
    if any(kind.is_plainly_a_name for kind in kinds):
        return not (kinds[0].place or kinds[0].common)
    return all(kind.unknown for kind in kinds) and _stands_like_a_person(words, found)


def _has_regnal_number(words: Sequence[Word], found: Found, first: Kind) -> bool:
    is_numbered = found.words[1].isupper() and found.last == found.first + 1
    return is_numbered and not (first.place or first.common or first.people)


def _stands_like_a_person(words: Sequence[Word], found: Found) -> bool:
    """Whether what comes before unknown words lets them be a person: no preposition of place, no noun."""
    before = words[found.first - 1].text if found.first else ""
    if before in (",", "–", "—", "(", "z", "ze", "przez", "od", "przeciw", "wobec"):
        return True
    return any(reading.pos in ("conj", "praet", "fin", "imps") for reading in readings(before or "."))


def _is_sure(words: Sequence[Word], found: Found, title: frozenset[Slot] | None) -> bool:
    kind = kind_of(words[found.first].text)
    if found.is_full:
        return True
    if title and _goes_with(title, found.naming.case) and _bears_a_title(words, found, kind):
        return True
    if found.last + 1 < len(words) and words[found.last + 1].text.isdigit():
        return False
    if _is_said_to_act(words, found) and not (kind.common or kind.place or kind.people):
        return True
    if kind.unknown and found.first and words[found.first].text.endswith(_OF_A_PERSON):
        return not _has_capital_neighbour(words, found)
    is_eponym = kind.surname and not (kind.place or kind.office) and _is_eponym(words[found.first].text)
    return (kind.is_plainly_a_name or is_eponym) and not _has_capital_neighbour(words, found)


def _goes_with(title: frozenset[Slot], case: str) -> bool:
    """Whether a title and a name agree, or the title is what the one named became or was made."""
    cases = {slot[1] for slot in title}
    return case in cases or (cases == {"inst"} and case in ("nom", "acc"))


def _bears_a_title(words: Sequence[Word], found: Found, kind: Kind) -> bool:
    """Whether a single word after a title names its bearer, and not the country or body of the office."""
    if kind.people or (kind.place and not kind.first_name):
        return False
    return not kind.common or kind.first_name or _is_person_noun(words[found.first].text)


def _is_eponym(form: str) -> bool:
    """Whether the only common noun that the form may be is the name itself in small letters: „galileusz”."""
    lemmas = {reading.lemma for reading in readings(form)}
    return _is_person_noun(form) and len({lemma.lower() for lemma in lemmas}) == 1


def _is_person_noun(form: str) -> bool:
    """Whether all common nouns that the form may be are for men: „stańczyk”, „zawisza”."""
    common = [reading for reading in readings(form) if reading.lemma[0].islower()]
    return all(
        reading.pos == "subst" and any(slot[2] == "m1" for slot in reading.slots) for reading in common
    )


def _is_said_to_act(words: Sequence[Word], found: Found) -> bool:
    """„według X”, „zdobyty przez X”, „mówił X”."""
    if not found.first:
        return False
    before = words[found.first - 1].text.lower()
    if before == "przez" and found.first > 1:
        return any(reading.pos in ("ppas", "imps") for reading in readings(words[found.first - 2].text))
    if before in lexicon.lines("attributing_prepositions"):
        return True
    verbs = lexicon.words("speech_verbs")
    return found.naming.case == "nom" and any(
        reading.lemma in verbs and ("sg", "nom", "m1") in reading.slots and reading.pos == "praet"
        for reading in readings(before)
    )


def _has_capital_neighbour(words: Sequence[Word], found: Found) -> bool:
    """A capitalised word that stands right beside: the name may be part of a longer proper name."""
    before, after = found.first - 1, found.last + 1
    return (before > 0 and words[before].is_capital and words[before].text.isalpha()) or (
        after < len(words) and words[after].is_capital and words[after].text.isalpha()
    )


def _belongs_to_a_thing(words: Sequence[Word], found: Found) -> bool:
    """„ulica Jana Matejki”, „im. Kopernika”: named after a person, who does nothing there."""
    before = found.first - 1
    if before < 0:
        return False
    if words[before].text in '„«»“"' and found.last + 1 < len(words) and words[found.last + 1].text in '”»«"':
        return True  # a title, the name of a ship
    if words[before].text == ".":
        return before > 0 and words[before - 1].text in ("im", "ul", "pl", "al")
    heads = lexicon.words("place_heads")
    things = [reading for reading in readings(words[before].text) if reading.lemma in heads]
    cases = {slot[1] for thing in things for slot in thing.slots if slot[0] == "sg"}
    if any(reading.lemma in lexicon.words("named_things") for reading in readings(words[before].text)):
        return found.naming.case == "nom"
    return bool(things) and (found.naming.case == "gen" or {"nom", found.naming.case} <= cases)

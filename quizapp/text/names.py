"""Where names of persons may stand in a sentence: runs of capitalised words, cut where they do not agree."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizapp.text import lexicon
from quizapp.text.nominative import NAME_LABELS, Naming, likeliest
from quizapp.text.words import Slot, Word, readings

_REGNAL = re.compile(r"[IVX]{1,6}")
_INITIAL = re.compile(r"[^\W\d_]|Ch|Th|Ph|St|Wł|Fr|Cz|Sz|Dz|Zb|Zdz|Kaz|Tad|Al|Ed|Jul|Lud|Woj")
_LEADING_PARTICLES = frozenset(("von", "van", "de", "di", "du", "della", "da", "del"))
_LONGEST_NAME = 6
_PLACE_LABELS = frozenset(("nazwa_geograficzna", "człon_nazwy_geograficznej"))
_PERSON_SLOTS = frozenset(
    ("sg", case, gender)
    for case in ("nom", "gen", "dat", "acc", "inst", "loc", "voc")
    for gender in ("m1", "f")
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


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the dictionary knows a capitalised word as."""

    first_name: bool
    surname: bool
    place: bool
    people: bool
    common: bool
    adjective: bool
    unknown: bool
    office: bool

    @property
    def is_plainly_a_name(self) -> bool:
        return (self.first_name or self.surname) and not (self.place or self.people or self.common)


@lru_cache(maxsize=50_000)
def kind_of(word: str) -> _Kind:
    """What a capitalised word may be, by the dictionary; of a hyphenated word, what its last part may be."""
    known = readings(word.replace("‑", "-").rpartition("-")[2])
    labels = frozenset(label for reading in known for label in reading.labels)
    heads = lexicon.words("offices") | lexicon.words("occupations")
    return _Kind(
        first_name="imię" in labels or word in lexicon.words("foreign_first_names"),
        surname=bool(labels & (NAME_LABELS - {"imię"})),
        place=bool(labels & _PLACE_LABELS),
        people=any(_is_people(reading.lemma, reading.labels) for reading in known),
        common=any(reading.lemma[0].islower() for reading in known),
        adjective=any(reading.pos in ("adj", "ppas") for reading in known),
        unknown=not known,
        office=any(reading.lemma in heads for reading in known),
    )


def _is_people(lemma: str, labels: frozenset[str]) -> bool:
    return lemma[0].isupper() and labels <= {"nazwa_pospolita"} and bool(labels)


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
    if not _may_begin(words, place):
        return None
    best = None
    for last in _ends(words, place):
        naming = _agreed(name_words(words, place, last), attested, title)
        if naming is None:
            break
        best = Found(place, last, name_words(words, place, last), naming, False)
    if best is None or not _is_name(words, best, title):
        return None
    return Found(best.first, best.last, best.words, best.naming, _is_sure(words, best, title))


def _agreed(said: tuple[str, ...], attested: Collection[str], title: frozenset[Slot] | None) -> Naming | None:
    return (title and likeliest(said, attested, title)) or likeliest(said, attested)


def name_words(words: Sequence[Word], first: int, last: int) -> tuple[str, ...]:
    """What a name says, an initial with its point, a nickname in quotation marks left out."""
    said: list[str] = []
    nickname = False
    for word in words[first : last + 1]:
        if word.text in "„”“\"»«'’‘":
            nickname = not nickname
        elif word.text == "." and said and not nickname:
            said[-1] += "."
        elif not nickname:
            said.append(word.text)
    return tuple(said)


def is_name_word(word: Word) -> bool:
    """Whether a word is written as a name is: a capital first, small letters after."""
    bare = word.text[2:] if word.text[:2].lower() in ("d'", "d’") else word.text
    if word.text.startswith(("al-", "ibn-")):
        bare = word.text.partition("-")[2]
    return bool(bare) and bare[0].isupper() and any(map(str.islower, bare))


def _may_begin(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if _initial_end(words, place):
        follower = _initial_end(words, place) + 1
        return follower < len(words) and (
            is_name_word(words[follower]) or bool(_initial_end(words, follower))
        )
    if word.text in _LEADING_PARTICLES:
        return place + 1 < len(words) and is_name_word(words[place + 1])
    if not is_name_word(word) or (place and words[place - 1].text.isdigit()):
        return False
    kind = kind_of(word.text)
    return kind.first_name or kind.surname or kind.unknown or (kind.adjective and not _opens(words, place))


def _precedes_surname(words: Sequence[Word], place: int) -> bool:
    return place < len(words) and (is_name_word(words[place]) or bool(_initial_end(words, place)))


def _opens(words: Sequence[Word], place: int) -> bool:
    """Whether a sentence or quoted words begin there, where every word has its capital."""
    return place == 0 or not (words[place - 1].text[0].isalnum() or words[place - 1].text in ",.)”")


def _initial_end(words: Sequence[Word], place: int) -> int:
    """The place of the point of an initial that begins here; 0 if none does."""
    if place + 1 >= len(words) or words[place + 1].text != "." or not words[place + 1].joined:
        return 0
    return place + 1 if words[place].is_capital and _INITIAL.fullmatch(words[place].text) else 0


def _ends(words: Sequence[Word], place: int) -> Iterator[int]:
    """Places where a name that begins here may end, nearer ones first."""
    last = _initial_end(words, place) or place
    if words[place].text not in _LEADING_PARTICLES and not _initial_end(words, place):
        yield last
    for _ in range(_LONGEST_NAME):
        longer = _continued(words, place, last)
        if longer is None:
            return
        last = longer
        yield last


def _continued(words: Sequence[Word], first: int, last: int) -> int | None:
    """Where the name ends that takes in what follows `last`; None if it does not go on."""
    after = last + 1
    if after >= len(words) or (words[after].joined and words[last].text != "."):
        return None
    word = words[after]
    if word.text in lexicon.words("particles"):
        return _after_particles(words, after)
    if _REGNAL.fullmatch(word.text):
        return after if kind_of(words[last].text).first_name or kind_of(words[last].text).unknown else None
    if _initial_end(words, after):
        end = _initial_end(words, after)
        return end if end + 1 < len(words) and is_name_word(words[end + 1]) else None
    if word.text in '„»"“':
        return _after_nickname(words, after)
    if word.text in ("z", "ze"):
        return _after_place_of_origin(words, first, last)
    byname = _fixed_byname(words, after)
    if byname:
        return byname
    return after if is_name_word(word) and _may_continue(words, first, after) else None


def _after_particles(words: Sequence[Word], place: int) -> int | None:
    while place < len(words) and words[place].text in lexicon.words("particles"):
        place += 1
    return place if place < len(words) and is_name_word(words[place]) else None


def _after_nickname(words: Sequence[Word], mark: int) -> int | None:
    for close in (mark + 2, mark + 3):
        if close + 1 < len(words) and words[close].text in '”“"«':
            follows = words[close + 1]
            if is_name_word(follows) and not follows.joined and is_name_word(words[mark + 1]):
                return close + 1
    return None


def _after_place_of_origin(words: Sequence[Word], first: int, last: int) -> int | None:
    """„Jan z Tęczyna”: the place belongs to a first name, or to a first name with a byname."""
    named = words[first : last + 1]
    begins = kind_of(named[0].text)
    if not (begins.first_name or begins.surname or begins.unknown) or len(named) > 2:
        return None
    if len(named) == 2 and not kind_of(named[1].text).adjective:
        return None
    origin = last + 2
    if origin >= len(words) or not is_name_word(words[origin]):
        return None
    if first and any(reading.pos == "praet" for reading in readings(words[first - 1].text)):
        return None
    kind = kind_of(words[origin].text)
    return origin if kind.place or kind.unknown else None


def _fixed_byname(words: Sequence[Word], place: int) -> int | None:
    for byname in lexicon.lines("bynames"):
        parts = byname.split()
        if [word.text for word in words[place : place + len(parts)]] == parts:
            return place + len(parts) - 1
    return None


def _may_continue(words: Sequence[Word], first: int, place: int) -> bool:
    kind = kind_of(words[place].text)
    if kind.first_name or kind.surname:
        return not (kind.office and kind.common)
    if kind.unknown:
        return True
    begins = kind_of(words[first].text)
    if kind.office or kind.people or not begins.first_name:
        return False
    return kind.adjective or (kind.common and _is_masculine_person(words[place].text))


def _is_masculine_person(word: str) -> bool:
    return any(slot[2] == "m1" for reading in readings(word) for slot in reading.slots)


def _is_name(words: Sequence[Word], found: Found, title: frozenset[Slot] | None) -> bool:
    """Whether the words can be a name at all: not merely capitalised strangers."""
    if not found.is_full:
        return True
    kinds = [kind_of(word.text) for word in words[found.first : found.last + 1] if is_name_word(word)]
    if title or words[found.first + 1].text == ".":
        return True
    if kinds[0].first_name or kind_of(found.naming.words[0]).first_name:
        return True
    return any(kind.is_plainly_a_name for kind in kinds) and not (kinds[0].place or kinds[0].common)


def _is_sure(words: Sequence[Word], found: Found, title: frozenset[Slot] | None) -> bool:
    kind = kind_of(words[found.first].text)
    if found.is_full:
        return True
    if title and any(slot[1] == found.naming.case for slot in title) and _bears_a_title(words, found, kind):
        return True
    if _has_capital_neighbour(words, found):
        return False
    if _is_cited(words, found) and not (kind.common or kind.place or kind.people):
        return True
    return kind.is_plainly_a_name


def _bears_a_title(words: Sequence[Word], found: Found, kind: _Kind) -> bool:
    """Whether a single word after a title names its bearer, and not the country or body of the office."""
    if kind.people or (kind.place and not kind.first_name):
        return False
    return not kind.common or kind.first_name or _is_person_noun(words[found.first].text)


def _is_person_noun(form: str) -> bool:
    """Whether all common nouns that the form may be are for men: „stańczyk”, „zawisza”."""
    common = [reading for reading in readings(form) if reading.lemma[0].islower()]
    return all(
        reading.pos == "subst" and any(slot[2] == "m1" for slot in reading.slots) for reading in common
    )


def _is_cited(words: Sequence[Word], found: Found) -> bool:
    before = words[found.first - 1].text.lower() if found.first else ""
    return before in lexicon.lines("attributing_prepositions")


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
    if words[before].text == ".":
        return before > 0 and words[before - 1].text in ("im", "ul", "pl", "al")
    heads = lexicon.words("place_heads")
    things = [reading for reading in readings(words[before].text) if reading.lemma in heads]
    cases = {slot[1] for thing in things for slot in thing.slots if slot[0] == "sg"}
    return bool(things) and (found.naming.case == "gen" or {"nom", found.naming.case} <= cases)

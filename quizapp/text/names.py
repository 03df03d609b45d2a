"""Where names of persons stand in a sentence: runs of capitalised words, cut where they do not agree."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from quizapp.text import lexicon
from quizapp.text.name_extent import may_begin, name_ends, name_words
from quizapp.text.name_kinds import Kind, is_name_word, kind_of
from quizapp.text.nominative import Naming, is_first_name, likeliest
from quizapp.text.words import Slot, Word, readings


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
    return (title and likeliest(said, attested, title)) or likeliest(said, attested)


def _is_name(words: Sequence[Word], found: Found, title: frozenset[Slot] | None) -> bool:
    """Whether the words can be a name at all: not merely capitalised strangers."""
    if not found.is_full:
        return True
    kinds = [kind_of(word.text) for word in words[found.first : found.last + 1] if is_name_word(word)]
    if title or words[found.first + 1].text == ".":
        return True
    if kinds[0].first_name or is_first_name(found.naming.words[0]):
        return True
    return any(kind.is_plainly_a_name for kind in kinds) and not (kinds[0].place or kinds[0].common)


def _is_sure(words: Sequence[Word], found: Found, title: frozenset[Slot] | None) -> bool:
    kind = kind_of(words[found.first].text)
    if found.is_full:
        return True
    if title and any(slot[1] == found.naming.case for slot in title) and _bears_a_title(words, found, kind):
        return True
    if _is_cited(words, found) and not (kind.common or kind.place or kind.people):
        return True
    return kind.is_plainly_a_name and not _has_capital_neighbour(words, found)


def _bears_a_title(words: Sequence[Word], found: Found, kind: Kind) -> bool:
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

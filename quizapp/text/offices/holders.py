"""Who is meant by an office or a title that stands alone: „odparł premier”."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from quizapp.text import lexicon
from quizapp.text.annotations import Person
from quizapp.text.names.kinds import kind_of
from quizapp.text.words import Word, readings

_MOST = 20  # mentions of holders that are looked through

Mentioned = list[tuple[int, str]]
"""Offsets at which persons are named, in order."""


class Holders:
    """The persons of a text by the offices that it gives them."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self._persons = {person.id: person for person in persons}
        self._at = {
            offset: person.id
            for person in persons
            for role in person.roles
            for offset in range(role.span.start, role.span.end)
        }
        self._given: dict[str, Mentioned] = defaultdict(list)
        for person in persons:
            for role in person.roles:
                for noun in _nouns(role.nominative):
                    self._given[noun].append((role.span.start, person.id))
        for given in self._given.values():
            given.sort()
        self._first = {
            (noun, who): start for noun, given in self._given.items() for start, who in reversed(given)
        }
        self._mentioned = {
            noun: _mentions([self._persons[who] for who in dict.fromkeys(who for _, who in given)])
            for noun, given in self._given.items()
        }
        self._rulers = [person for person in persons if _goes_by_first_name(person) and not person.roles]
        self._numbered = {
            gender: _mentions([p for p in self._rulers if p.gender == gender and " " in p.name])
            for gender in ("m", "f")
        }

    def holder(self, noun: Word, lemma: str, complement: Sequence[str]) -> str | None:
        """The holder last spoken of before the noun whose office does not speak against the complement.

        For a ruler's title also a ruler whose title the text has not said: „Elżbieta I”.
        """
        if noun.start in self._at:
            return self._at[noun.start]
        known = self._mentioned.get(lemma, [])
        last, holder = self._last_holder(known, noun.start, lemma, complement)
        if complement or lemma not in lexicon.words("ruler_nouns"):
            return holder
        numbered = self._numbered[_gender(lemma)]
        at = bisect_left(numbered, (noun.start, ""))
        if at and numbered[at - 1][0] > last:
            return numbered[at - 1][1]
        is_known = any(start < noun.start for start, _ in self._given.get(lemma, [])[:1])
        return holder if holder or is_known else self._only_ruler(noun.start, lemma)

    def is_given(self, noun: Word) -> bool:
        """Whether the text gives the office that the noun stands in to somebody named."""
        return noun.start in self._at

    def last_given(self, lemma: str, start: int, end: int) -> str | None:
        """Whom the stretch of text gives that office, the last if several."""
        given = self._given.get(lemma, [])
        at = bisect_left(given, (end, ""))
        return given[at - 1][1] if at and given[at - 1][0] >= start else None

    def held_before(self, person: str, lemma: str, offset: int) -> bool:
        """Whether the text has said by then that the person holds that office."""
        return self._first.get((lemma, person), offset) < offset

    def _last_holder(
        self, known: Mentioned, offset: int, lemma: str, complement: Sequence[str]
    ) -> tuple[int, str | None]:
        at = bisect_left(known, (offset, ""))
        for start, who in reversed(known[max(at - _MOST, 0) : at]):
            if self.held_before(who, lemma, offset) and self._may_be(who, lemma, complement):
                return start, who
        return -1, None

    def _may_be(self, person: str, lemma: str, complement: Sequence[str]) -> bool:
        """„prezydent Francji” is not who has been called „prezydent Polski”, nor just „prezydent”."""
        if not complement:
            return True
        said = {
            word
            for role in self._persons[person].roles
            if lemma in _nouns(role.nominative)
            for word in role.nominative.split()
        }
        return bool(said & set(complement)) or not any(map(str.istitle, complement))

    def _only_ruler(self, offset: int, lemma: str) -> str | None:
        """The only person known so far by a first name alone, as rulers are."""
        gender = _gender(lemma)
        fitting = [person for person in self._rulers if person.gender == gender][:2]
        known = [person.id for person in fitting if person.mentions[0].start < offset]
        return known[0] if len(known) == 1 else None


def _mentions(persons: Sequence[Person]) -> Mentioned:
    return sorted((span.start, person.id) for person in persons for span in person.mentions)


def _gender(lemma: str) -> str:
    return "f" if any(slot[2] == "f" for reading in readings(lemma) for slot in reading.slots) else "m"


def _goes_by_first_name(person: Person) -> bool:
    first, *rest = person.name.split()
    return kind_of(first).first_name and all(word.isupper() and "." not in word for word in rest[:1])


def _nouns(office: str) -> Iterator[str]:
    """The noun that an office goes by, and others that mean the same."""
    heads = lexicon.words("offices") | lexicon.words("occupations") | lexicon.words("relatives")
    head = next((word.lower() for word in office.split() if word.lower() in heads), None)
    if head:
        yield head
    for noun, phrases in lexicon.table("office_synonyms").items():
        if office.lower().startswith(tuple(phrases.split("; "))):
            yield noun

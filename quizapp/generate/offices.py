"""Offices of the text with the persons who held them: what can be asked, and what else would be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizapp.generate.material import Sentence
from quizapp.generate.words import lemmas, word_list
from quizapp.text.annotations import Person, Role


@dataclass(frozen=True, slots=True)
class Holding:
    """A person with an office in the nominative, and the sentence that gives it to the person."""

    person: Person
    role: Role
    sentence: Sentence

    @property
    def office(self) -> str:
        """The office in the nominative."""
        return self.role.nominative

    @property
    def words(self) -> frozenset[str]:
        """The words of the office in lower case."""
        return frozenset(self.office.casefold().split())


def holdings_of(sentences: Sequence[Sentence]) -> Iterator[Holding]:
    """The offices that stand, by their own name, in a sentence that also names the person."""
    for sentence in sentences:
        for person, role in sentence.roles:
            if person.id in sentence.people and _stands_there(role):
                yield Holding(person, role, sentence)


def _stands_there(role: Role) -> bool:
    """Whether the office is said, not only meant: „na czele armii” is no „dowódca”."""
    said = frozenset().union(*(lemmas(word.casefold()) for word in role.span.text.split()))
    return bool(role.nominative) and all(lemmas(word.casefold()) & said for word in role.nominative.split())


def is_kind(office: str, name: str) -> bool:
    """Whether the office has a head on the list („functions”, „rulers”, „ranks”)."""
    return any(lemmas(word.casefold()) & word_list(name) for word in office.split()[:4])


def may_be_same(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether one office may be the other said shorter."""
    first, second = set(one), set(other)
    return first <= second or second <= first


def offices_of(person: Person) -> list[str]:
    """All offices of the person in the nominative."""
    return [role.nominative for role in person.roles if role.nominative]


def holds(person: Person, office: str) -> bool:
    """Whether the text gives the person this office, or one that may be the same."""
    return any(may_be_same(own.casefold().split(), office.casefold().split()) for own in offices_of(person))


def other_offices(
    near: Iterable[Person], holding: Holding, kind: str, enough: int
) -> list[tuple[Person, str]]:
    """Offices of the same kind that the text gives to others and not to this person, each once."""
    kept: list[tuple[Person, str]] = []
    for person in near:
        for office in offices_of(person):
            if (
                len(kept) < enough
                and person.id != holding.person.id
                and _is_other(holding, kept, office, kind)
            ):
                kept.append((person, office))
    return kept if len(kept) == enough else []


def _is_other(holding: Holding, kept: Sequence[tuple[Person, str]], office: str, kind: str) -> bool:
    if not is_kind(office, kind) or holds(holding.person, office):
        return False
    return not any(may_be_same(office.casefold().split(), other.casefold().split()) for _, other in kept)

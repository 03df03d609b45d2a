"""Full names gathered by whose they are: the shorter and the other names of one person, and namesakes apart."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quizapp.text import lexicon
from quizapp.text.annotations import Gender
from quizapp.text.names.found import Found
from quizapp.text.names.namesakes import is_another_name, is_foretold, kin_before, office_before
from quizapp.text.offices.origins import ARABIC_ARTICLES
from quizapp.text.words import Word

Place = tuple[int, int]
"""The number of a sentence, and of a name in it."""
_REMEMBERED = 100  # mentions
_FAR = 2  # sentences between two names of whom different offices are told


@dataclass(slots=True)
class Group:
    """The nominative of a name, and the places where its bearer is named."""

    words: tuple[str, ...]
    gender: Gender
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Context:
    """The names of all sentences, and the words around them."""

    names: Sequence[Sequence[Found]]
    words: Sequence[Sequence[Word]]

    def at(self, place: Place) -> tuple[Sequence[Word], Found]:
        """The words of the sentence, and the name in it."""
        return self.words[place[0]], self.names[place[0]][place[1]]

    def before(self, place: Place) -> Found | None:
        """The name before it in the sentence."""
        return self.names[place[0]][place[1] - 1] if place[1] else None

    def is_only_a_relative(self, group: Group) -> bool:
        """Whether the text names somebody only as a relative of another."""
        return all(kin_before(*self.at(place)) for place in group.places)

    def is_only_by_the_way(self, group: Group) -> bool:
        """Whether the text names somebody only as a relative of another, or by the name of later days."""
        return all(
            kin_before(*said) or is_foretold(*said) for said in map(self.at, group.places[:_REMEMBERED])
        )

    def offices_of(self, group: Group) -> set[str]:
        """The heads of the offices right before the name where the text names somebody."""
        return set(filter(None, (office_before(*self.at(place)) for place in group.places[:_REMEMBERED])))

    def tells_of(self, group: Group, place: Place | None = None) -> bool:
        """Whether (by then) the text has made the person its subject, and not as a relative of another."""
        end = len(group.places) if place is None else bisect_left(group.places, place)
        earlier = map(self.at, group.places[max(end - _REMEMBERED, 0) : end])
        return any(found.naming.case == "nom" and not kin_before(line, found) for line, found in earlier)


def full_names(context: Context) -> list[Group]:
    """The persons named in full, each with the shorter and the other names by which the text calls them."""
    groups = _as_written(context.names)
    _merge_shorter_forms(groups, context)
    _merge_other_names(groups, context)
    return groups


def _as_written(names: Sequence[Sequence[Found]]) -> list[Group]:
    groups: dict[tuple[str, ...], Group] = {}
    for sentence, line in enumerate(names):
        for number, found in enumerate(line):
            if found.is_full and found.is_sure:
                group = groups.setdefault(found.naming.words, Group(found.naming.words, found.naming.gender))
                group.places.append((sentence, number))
                if found.naming.gender == "f":  # an unknown name is a man's until a verb tells that it is not
                    group.gender = "f"
    return list(groups.values())


def _merge_shorter_forms(groups: list[Group], context: Context) -> None:
    """Join „J. Nowak” and „Zygmunt Stary” to the one fuller name that holds them."""
    known = by_word(groups)
    for group in sorted(groups, key=lambda group: len(group.words)):
        fuller = [
            other
            for other in known[group.words[-1]]
            if other is not group and other.places and _shortens(group.words, other.words)
            if not _are_namesakes(group, other, context)
        ]
        if len(fuller) == 1:
            fuller[0].places = sorted(fuller[0].places + group.places)
            group.places = []


def _are_namesakes(short: Group, full: Group, context: Context) -> bool:
    """„ojciec króla Piotra Kosa” in a life of Jan Piotr Kos; chancellor Jan Kos, much later judge Jan Adam Kos."""
    if short.words[0] != full.words[0] and not short.words[0].endswith("."):
        return any(kin_before(*context.at(place)) for place in short.places)
    kin = [{kin_before(*context.at(place)) for place in group.places} for group in (short, full)]
    if None not in kin[0] | kin[1] and not kin[0] & kin[1]:
        return True
    one, other = office_before(*context.at(short.places[0])), office_before(*context.at(full.places[0]))
    if any(map(str.isupper, full.words[1:])) or one is None or other is None or one == other:
        return False
    is_ruler = one in lexicon.words("ruler_nouns") and other not in lexicon.words("ruler_nouns")
    return is_ruler or full.places[0][0] - short.places[0][0] > _FAR


def _merge_other_names(groups: list[Group], context: Context) -> None:
    """Join „znana jako Anna Kos” to Anna Wilk, of whom that is said."""
    at = {place: group for group in groups for place in group.places}
    for group in groups:
        first = group.places[0] if group.places else (0, 0)
        place = next(((first[0], n) for n in range(first[1] - 1, -1, -1) if (first[0], n) in at), first)
        before = at.get(place)
        if before is None or before is group or before.words[0] != group.words[0]:
            continue
        if is_another_name(*context.at(first), context.at(place)[1]):
            before.places = sorted(before.places + group.places)
            group.places = []


def by_word(groups: Iterable[Group]) -> dict[str, list[Group]]:
    """The persons by each word of their names."""
    found: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        bare = (word.partition("-")[2] for word in group.words if word.startswith(ARABIC_ARTICLES))
        for word in dict.fromkeys((*group.words, *bare)):
            found[word].append(group)
    return found


def _shortens(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether each word of the short name stands, in order, in the full one, an initial for its word."""
    if len(short) > len(full) or short == full:
        return False
    rest = iter(full)
    return all(any(_stands_for(word, other) for other in rest) for word in short)


def _stands_for(word: str, other: str) -> bool:
    return word == other or (word.endswith(".") and other.startswith(word[:-1]))

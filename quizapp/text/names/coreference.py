"""Which names are one person's: a full name and the surname, first name or initials that stand for it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from quizapp.text import lexicon
from quizapp.text.annotations import Gender
from quizapp.text.names.evidence import is_ruled
from quizapp.text.names.found import Found
from quizapp.text.names.groups import Context, Group, Place, by_word, full_names
from quizapp.text.names.guesses import CASES
from quizapp.text.names.kinds import kind_of
from quizapp.text.names.namesakes import (
    is_after_capitals,
    is_another_name,
    is_part_of_another,
    kin_before,
    office_before,
)
from quizapp.text.names.nominative import origin_from
from quizapp.text.names.recurrence import recurring_names
from quizapp.text.offices.origins import origins
from quizapp.text.sentence_words import is_finite_verb
from quizapp.text.words import Slot, Word, readings

_NEAR = 4  # sentences
_BEGINNING = 4  # sentences, those of a heading among them


@dataclass(frozen=True, slots=True)
class Named:
    """One person: the fullest name in the nominative, and where it is named, in which cases."""

    name: str
    gender: Gender
    places: tuple[Place, ...]
    cases: tuple[frozenset[str], ...]


def gather(
    names: Sequence[Sequence[Found]], words: Sequence[Sequence[Word]], attested: Collection[str]
) -> list[Named]:
    """The persons that the names of all sentences speak of; names that nothing supports are left out."""
    names = _without_lands(names, words)
    context = Context(names, words)
    known = _Known(full_names(context), context)
    recurring = recurring_names(names, words)
    for sentence, line in enumerate(names):
        for number, found in enumerate(line):
            if not found.is_full:
                if (sentence, number) in recurring:
                    found = replace(found, is_sure=True)
                known.add(found, (sentence, number), words[sentence])
    _add_companions(known, names, words)
    return [_named(group, names) for group in known.groups if group.places]


def _without_lands(
    names: Sequence[Sequence[Found]], words: Sequence[Sequence[Word]]
) -> Sequence[Sequence[Found]]:
    """The names; „Lidia” alone is not sure to be a woman's in a text that has a „namiestnik Lidii”."""
    lands = {
        found.naming.words[0]
        for line, said in zip(names, words, strict=True)
        for found in line
        if is_ruled(said, found)
    }
    return [
        [
            replace(found, is_sure=found.is_sure and (found.is_full or found.naming.words[0] not in lands))
            for found in line
        ]
        for line in names
    ]


def _add_companions(known: _Known, names: Sequence[Sequence[Found]], words: Sequence[Sequence[Word]]) -> None:
    """Give a second look to single names: who is joined to a person, or named further on, is one too."""
    placed = {place for group in known.groups for place in group.places}
    for sentence, line in enumerate(names):
        for number, found in enumerate(line):
            if (sentence, number) in placed or found.is_full:
                continue
            beside = [
                line[other]
                for other in (number - 1, number + 1)
                if (sentence, other) in placed and 0 <= other < len(line)
            ]
            if any(are_joined(words[sentence], found, other) for other in beside):
                found = replace(found, is_sure=True)
            known.add(found, (sentence, number), words[sentence])


def are_joined(words: Sequence[Word], found: Found, other: Found) -> bool:
    """Whether „i” or a comma joins an unsure single name to another name in the same case."""
    first, second = sorted((found, other), key=lambda name: name.first)
    joint = first.last + 1
    is_next = joint < second.first and words[joint].text in ("i", "oraz", ",")
    between = words[joint + 1 : second.first]
    if (
        not is_next
        or len(between) > 1
        or not all(_describes(word, second) for word in between)
        or found.naming.case != other.naming.case
    ):
        return False
    kind = kind_of(words[found.first].text)
    return kind.unknown or kind.is_plainly_a_name or (kind.first_name and not kind.place)


def _describes(word: Word, name: Found) -> bool:
    """„ostrożny Glaukon”: an adjective in the case of the name."""
    cases = {
        slot[1] for reading in readings(word.text) if reading.pos in ("adj", "ppas") for slot in reading.slots
    }
    return word.text.islower() and name.naming.case in cases


class _Known:
    """The persons found so far, to be asked whom a single name means."""

    def __init__(self, groups: list[Group], context: Context) -> None:
        self.groups = groups
        self._context = context
        self._by_word = by_word(group for group in groups if group.places)
        self._single: dict[str, Group] = {}
        self._opening = min(filter(lambda g: g.places, groups), key=lambda g: g.places, default=None)

    def add(self, found: Found, place: Place, words: Sequence[Word]) -> None:
        """Give a single name to the person it means, or to a new one if it is sure to be a name."""
        group = self._meant(found, place, words)
        if group and is_part_of_another(words, found, group.words):
            return
        group = group or self._only_bearer(found, place, words)
        if group is None and found.is_sure and not self._is_said_of_another(found, place, words):
            group = self._new(found)
        if group is not None:
            insort(group.places, place)

    def _meant(self, found: Found, place: Place, words: Sequence[Word]) -> Group | None:
        fitting: dict[int, Group] = {}
        for origin in origins(found.words[0], True) + origins(found.words[0]):
            for group in self._by_word.get(origin.nominative, ()):
                may_be = _is_called(origin.nominative, group) and (
                    self._is_hero(group) or _is_near(origin.nominative, group, place)
                )
                if (
                    may_be
                    and not self._comes_later(group, place)
                    and _genders(origin.slots) & {group.gender, "unknown"}
                ):
                    fitting[id(group)] = group
        kin = kin_before(words, found)
        if kin:  # „Karol Ludwik, syn Ludwika”
            named = {origin.nominative for origin in origins(found.words[0], True)}
            fitting = {
                number: group
                for number, group in fitting.items()
                if named & {group.words[0], group.words[-1]} and group is not self._opening
            }
        fitting = (not kin and self._titled_alike(found, words)) or fitting  # „syn cesarza Tytus”
        if not fitting or (not found.is_sure and _describes_a_noun(found, words)):
            return None
        if len(fitting) == 1:
            return next(iter(fitting.values()))
        rulers = {number: group for number, group in fitting.items() if _goes_by_first_name(found, group)}
        fitting = (rulers if kin else self._without_those_by_the_way(rulers)) or fitting
        if len(fitting) == 1:
            return next(iter(fitting.values()))
        return self._likeliest(list(fitting.values()), place)

    def _only_bearer(self, found: Found, place: Place, words: Sequence[Word]) -> Group | None:
        """The only one named so before, whom a foreign first name alone means far on too: „Wallis”."""
        if (
            not kind_of(found.words[0]).foreign_first_name
            or kin_before(words, found)
            or office_before(words, found)
        ):
            return None
        bearers = [
            group
            for group in self._by_word.get(found.naming.words[0], ())
            if group.words[0] == found.naming.words[0] and group.places and group.places[0] < place
        ]
        return bearers[0] if len(bearers) == 1 else None

    def _is_hero(self, group: Group) -> bool:
        """Whether the text begins with the person, whose first name alone then means nobody else for long."""
        return group is self._opening and group.places[0][0] <= _BEGINNING

    def _titled_alike(self, found: Found, words: Sequence[Word]) -> dict[int, Group]:
        """The one whom the text has called by the same office and name: „książę Adam”, not the other Adam."""
        office = office_before(words, found)
        named = {origin.nominative for origin in origins(found.words[0], True)}
        titled = {
            id(group): group
            for group in self.groups
            if office and group.words[0] in named and office in self._context.offices_of(group)
        }
        return titled if len(titled) == 1 else {}

    def _likeliest(self, fitting: Sequence[Group], place: Place) -> Group | None:
        """The only one whom the text has made its subject, or else the one named last.

        Nobody, where another has been spoken of since and the text does not open with the first.
        """
        before = [group for group in fitting if group.places[0] < place]
        last = max(before, key=lambda group: _last_before(group, place), default=None)
        told = [
            group for group in before or fitting if self._context.tells_of(group, place if before else None)
        ]
        if len(told) != 1 or last is None:
            return told[0] if len(told) == 1 else last
        is_since = _last_before(told[0], place)[0] < _last_before(last, place)[0]
        return None if is_since and told[0] is not self._opening else told[0]

    def _without_those_by_the_way(self, fitting: dict[int, Group]) -> dict[int, Group]:
        """„Jan III … jego syn, późniejszy Jan IV … Jan odszedł”: those of whom the text tells, if there are any."""
        told = {
            number: group for number, group in fitting.items() if not self._context.is_only_by_the_way(group)
        }
        return told or fitting

    def _comes_later(self, group: Group, place: Place) -> bool:
        """„X … Wnuk poety, X Młodszy”: a namesake whom the text brings in later on as a relative."""
        return place < group.places[0] and self._context.is_only_a_relative(group)

    def _is_said_of_another(self, found: Found, place: Place, words: Sequence[Word]) -> bool:
        """„X (zwany Y)”; „KOWALSKI Jan” before „Kowalski Jan (1901–1980)”."""
        another = is_another_name(words, found, self._context.before(place))
        return another or is_after_capitals(words, found, self._by_word)

    def _new(self, found: Found) -> Group:
        name = found.naming.words[0]
        for origin in origins(found.words[0], True):
            if origin.nominative in self._single:
                return self._single[origin.nominative]
        group = Group((name,), found.naming.gender)
        self._single[name] = group
        self._by_word[name].append(group)
        self.groups.append(group)
        return group


def _is_called(nominative: str, group: Group) -> bool:
    """Whether the word is the person's own, and not that of the place in „Jan z Tęczyna”."""
    own = origin_from(group.words)
    return nominative in group.words[:own] or nominative not in group.words[own:]


def _is_near(nominative: str, group: Group, place: Place) -> bool:
    """A first name alone means who has a surname only where that person was spoken of just before."""
    if len(group.words) == 1 or group.words[0] != nominative or _is_ruler(group):
        return True
    at = bisect_left(group.places, place)
    if at > 0 and group.words[1] in ("z", "ze", "de"):  # „Renald de Dammartin”, later on „Renald”
        return True
    return at > 0 and place[0] - group.places[at - 1][0] <= _NEAR


def _is_ruler(group: Group) -> bool:
    has_byname = " ".join(group.words[1:]) in lexicon.lines("bynames")  # „Jan bez Ziemi”
    return has_byname or group.words[1].isupper() or kind_of(group.words[1]).adjective


def _last_before(group: Group, place: Place) -> Place:
    return group.places[bisect_left(group.places, place) - 1]


def _goes_by_first_name(found: Found, group: Group) -> bool:
    """A ruler, whom a text may call by the first name alone: Aleksander I, Otton."""
    by_first = group.words[0] in {origin.nominative for origin in origins(found.words[0], True)}
    return by_first and (len(group.words) == 1 or group.words[1].isupper())


def _genders(slots: Iterable[Slot]) -> set[str]:
    return {"f" if slot[2] == "f" else "m" for slot in slots}


def _describes_a_noun(found: Found, words: Sequence[Word]) -> bool:
    """„Wielki książę”: a byname that here is but an adjective of what follows."""
    after = found.last + 1
    if after >= len(words) or not kind_of(words[found.first].text).adjective:
        return False
    known = readings(words[after].text)
    is_deed = any(reading.pos == "praet" for reading in known) and any(r.pos == "adj" for r in known)
    if is_deed or is_finite_verb(words[after].text):
        return False  # „Zaleski miał rację”, „Zaleska zmarła”
    slots = {slot for reading in readings(words[found.first].text) for slot in reading.slots}
    return any(slots & reading.slots for reading in known if reading.pos == "subst")


def _named(group: Group, names: Sequence[Sequence[Found]]) -> Named:
    found = [names[sentence][number] for sentence, number in group.places]
    first_name = group.words[:1]  # „Bertha pisała”
    womans = any(name.naming.gender == "f" and name.words == first_name for name in found)
    gender: Gender = "f" if womans else group.gender
    cases = tuple(
        cases_of(name.words, group.words, gender) or frozenset((name.naming.case,)) for name in found
    )
    return Named(" ".join(group.words), gender, tuple(group.places), cases)


def cases_of(said: Sequence[str], nominative: Collection[str], gender: Gender) -> frozenset[str]:
    """The cases that words of a name may stand in, given the nominatives that they come from."""
    wanted = "f" if gender == "f" else "m1"
    possible = frozenset(CASES)
    for place, word in enumerate(said):
        slots = {
            slot
            for first in {place == 0, False}
            for origin in origins(word, first)
            if origin.nominative in nominative or word.endswith(".")
            for slot in origin.slots
        }
        possible &= {slot[1] for slot in slots if slot[2] == wanted}
    return possible - {"voc"}

"""Known persons and towns: rulers of another time as wrong answers, where the text names too few.

A ruler is taken who had died before the event, or was a child or unborn: so the answer is surely wrong, yet
of the same land and no more than a grown-up life away. The other persons of the list tell what calling somebody
was of. The lists say where they come from.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from quizapp.generate.facts.offices import is_kind
from quizapp.generate.words import ADJECTIVES, has, is_roman, readings
from quizapp.text.annotations import Gender, Person

_GROWN_UP_LIFE = 40
_NEAR = 10
_TWO = 2
_GROWN_UP = 14
_HOME = "Polska"
_OF_TWO = frozenset({"Młodszy", "Młodsza", "Starszy", "Starsza"})
_OF_HOME = ("Pol", "polsk")
"""„król Polski”, „polska królowa”."""
_DYNASTIES = frozenset({"Lancaster", "York", "Tudor", "Stuart", "Windsor", "Romanow", "Bernadotte", "Wettyn"})
_RULERS = frozenset({"ruler", "consort"})


@dataclass(frozen=True, slots=True)
class Stranger:
    """A known person: years of public life (negative B.C.), of birth and death if certain, calling and land."""

    name: str
    gender: Gender
    begin: int
    end: int
    born: int | None
    died: int | None
    kind: str
    land: str

    def is_out_of(self, year: int) -> bool:
        """Whether the person cannot have acted in that year."""
        dead = self.died is not None and self.died < year
        too_young = self.born is not None and self.born + _GROWN_UP > year
        return dead or too_young or (self.born is None and self.begin - _GROWN_UP > year)

    def distance(self, year: int) -> int:
        """Years between the year and the public life of the person."""
        return max(self.begin - year, year - self.end, 0)


@dataclass(frozen=True, slots=True)
class Town:
    """A town, and the land in which it lies today."""

    name: str
    land: str


@cache
def strangers() -> tuple[Stranger, ...]:
    """All known persons."""
    return tuple(
        Stranger(
            name, "f" if gender == "f" else "m", int(begin), int(end), _year(born), _year(died), kind, land
        )
        for name, gender, begin, end, born, died, kind, land in _rows("persons")
    )


@cache
def towns() -> tuple[Town, ...]:
    """All known towns."""
    return tuple(Town(name, land) for name, land in _rows("places"))


@lru_cache(maxsize=1_000)
def _who_may_be_meant(name: str) -> tuple[Stranger, ...]:
    """The known persons of that name, whole or in short."""
    words = name.split()
    return tuple(known for known in strangers() if _is_shorter(words, known.name.split()))


@lru_cache(maxsize=1_000)
def known_names(name: str, times: tuple[int, ...], *, reigns: bool = False) -> tuple[str, ...]:
    """What else the one known person of that name is called: „Iwan IV Groźny”, „Iwan Groźny”, „Sobieski” for „Jan III”.

    `times` are years in which the text tells of the person, `reigns` is whether it calls the person a ruler. Without
    times the first name and a number, or a first name alone, are not enough: many a land had its „Fryderyk I”.
    () if unsure.
    """
    words = name.split()
    alike = [known for known in _who_may_be_meant(name) if known.kind in _RULERS or not reigns]
    if len(words) == 1 and len(alike) > 1 and not reigns:
        return ()
    near = 0 if len(words) == 1 and len(alike) > 1 else _NEAR  # „król Karol” is no Charles who reigned later
    found = [known for known in alike if any(known.distance(year) <= near for year in times)]
    if not times and len(words) > 1 and not is_roman(words[-1]):
        found = [known for known in alike if known.name != name]
    return tuple(dict.fromkeys(_called(found[0].name.split()))) if len(found) == 1 else ()


def _called(whole: Sequence[str]) -> Iterator[str]:
    """A known name whole, without its number, up to its number, and its surname alone."""
    yield " ".join(whole)
    unnumbered = [word for word in whole if not is_roman(word)]
    if len(unnumbered) > 1 and not _is_dynasty(unnumbered):
        yield " ".join(unnumbered)
    if len(whole) > _TWO and is_roman(whole[1]):
        yield " ".join(whole[:2])
        if _is_a_surname_of_one(whole[-1]):
            yield whole[-1]


def _is_a_surname_of_one(word: str) -> bool:
    """„Sobieski”: no dynasty, and no epithet that others bear."""
    labels = {label for reading in readings(word) for label in reading.labels}
    surname = "nazwisko" in labels and "imię" not in labels and word not in _DYNASTIES
    bearers = sum(known.name.endswith(f" {word}") for known in strangers())
    return surname and bearers == 1 and not has(word.casefold(), ADJECTIVES)


def _is_shorter(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a name is the other one, or leaves out some of it: not „Fryderyk II” of „Fryderyk Wilhelm II”."""
    if not set(words) <= set(whole) or words[0] != whole[0] or _OF_TWO & (set(whole) - set(words)):
        return False
    number = next((at for at, word in enumerate(words) if is_roman(word)), None)
    return number is None or words[:number] == whole[:number]


def _is_dynasty(words: Sequence[str]) -> bool:
    """Whether the first name and the dynasty are all: „Rudolf Habsburg”."""
    last = (label for reading in readings(words[-1]) for label in reading.labels)
    return len(words) == _TWO and "nazwa_członka_rodu" in last


def was_another_time(name: str, times: Sequence[int], year: int) -> bool:
    """Whether the one known person of that name in those times did not live then, or as a ruler did not reign."""
    known = _who_may_be_meant(name)
    near = [one for one in known if any(one.distance(time) <= _NEAR for time in times)]
    if len(near) != 1:
        return False
    return near[0].is_out_of(year) or (near[0].kind == "ruler" and near[0].distance(year) > 0)


def first_name_of_one_ruler(name: str) -> tuple[str, ...]:
    """„Justynian” for „Justynian I”: the first name that only one known ruler with a number bears; () for any other."""
    first, *rest = name.split()
    known = [one.name for one in strangers() if one.kind == "ruler" and one.name.startswith(f"{first} ")]
    numbered = [other for other in known if any(map(is_roman, other.split()))]
    alone = len(numbered) == 1 and set(name.split()) <= set(numbered[0].split())
    return (first,) if alone and any(map(is_roman, rest[:1])) else ()


def known_as(name: str) -> str:
    """What kind of person of that name is known: „ruler”, „clergy”; "" for any other."""
    return next((known.kind for known in strangers() if known.name == name), "")


def land_of(town: str) -> str:
    """The land in which a known town lies today; "" for any other."""
    return next((known.land for known in towns() if known.name == town), "")


def _rows(name: str) -> Iterator[list[str]]:
    table = files("quizapp.generate").joinpath("lexicon", f"{name}.tsv").read_text("utf-8")
    lines = (line for line in table.splitlines() if line and not line.startswith("#"))
    return csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _year(said: str) -> int | None:
    return int(said) if said else None


def people_of_another_time(person: Person, year: int, text: str, enough: int) -> list[Stranger]:
    """The nearest known rulers like this one who had no part in that year and whom the text does not name."""
    kind, land = _calling(person)
    if kind not in _RULERS:
        return []
    fitting = (
        known
        for known in strangers()
        if (known.kind, known.land, known.gender) == (kind, land, person.gender)
        and known.is_out_of(year)
        and known.distance(year) <= _GROWN_UP_LIFE
        and not _is_named_in(known.name, text)
    )
    return _of_different_names(sorted(fitting, key=lambda known: (known.distance(year), known.name)), enough)


def _calling(person: Person) -> tuple[str, str]:
    """What kind of person it is, and of what land; ("", "") if that is not known."""
    known = next((known for known in strangers() if known.name == person.name), None)
    if known:
        return known.kind, known.land
    offices = (role.nominative for role in person.roles if role.nominative)
    at_home = (office for office in offices if any(word.startswith(_OF_HOME) for word in office.split()))
    return ("ruler", _HOME) if any(is_kind(office, "rulers") for office in at_home) else ("", "")


def _is_named_in(name: str, text: str) -> bool:
    """Whether the text has a word that begins like a word of the name."""
    return any(word[:5] in text for word in name.split() if len(word) > 3)


def _of_different_names(people: Sequence[Stranger], enough: int) -> list[Stranger]:
    kept: list[Stranger] = []
    for person in people:
        words = set(person.name.split())
        if len(kept) < enough and not any(words & set(other.name.split()) for other in kept):
            kept.append(person)
    return kept if len(kept) == enough else []

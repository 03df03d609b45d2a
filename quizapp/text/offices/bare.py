"""Whom an office means that stands without a name: „król”, „premier”, where the text has said who that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from quizapp.text import lexicon
from quizapp.text.annotations import Gender
from quizapp.text.names.coreference import Named
from quizapp.text.offices.phrases import Office
from quizapp.text.offices.predication import is_predicative
from quizapp.text.telling.clauses import Line, Mention, holder, is_finite
from quizapp.text.words import readings

_RULERS = {
    "m": frozenset(("król", "cesarz", "car", "sułtan", "monarcha", "szach", "chan")),
    "f": frozenset(("królowa", "cesarzowa", "caryca", "monarchini")),
}
_PRINCES = {"książę": "m", "księżna": "f"}
_LADIES = _RULERS["f"] | {"księżna", "hrabina", "regentka", "prezydentka"}
_ONE_AT_A_TIME = lexicon.words("offices_of_one")
_NOT_FAR = 4  # sentences
_NEAR = 2  # sentences; there are many ministers and generals
_REMEMBERED = 60  # persons
_FAR = 60
_ORDINALS = {"i": "pierwszy", "ii": "drugi", "iii": "trzeci"}


@dataclass(slots=True)
class _Known:
    """What the text has said of a person so far."""

    name: tuple[str, ...]
    gender: Gender
    offices: dict[tuple[str, frozenset[str]], None] = field(default_factory=dict)
    seen: tuple[int, int] | None = None
    is_dead: bool = False


class Holders:
    """Who has held which office so far; asked sentence by sentence in the order of the text."""

    def __init__(self, everybody: Sequence[Named]) -> None:
        self._known = [_Known(tuple(named.name.split()), named.gender) for named in everybody]
        self._opening = min(range(len(everybody)), key=lambda who: everybody[who].places, default=None)
        self._met: dict[int, _Known] = {}  # whom it spoke of last stands last
        self._ladies: set[int] = set()
        self._sentence = 0

    def of_sentence(self, line: Line, linked: dict[Office, Mention]) -> Iterator[tuple[Office, int]]:
        """The offices of the sentence with their holders, the bare ones with whom they mean."""
        events: list[tuple[int, int, Office | Mention]] = [
            *((mention.first, 0, mention) for mention in line.mentions),
            *((office.first, 1, office) for office in line.offices),
        ]
        self._sentence += 1
        for place, _, event in sorted(events, key=lambda event: event[:2]):
            if isinstance(event, Mention):
                self._see(event.person, place)
                continue
            named = linked.get(event)
            person = named.person if named else self._meant(line, event)
            if named:
                self.hold(named.person, event.lemma, event.nominative)
            if person is not None:
                self._see(person, place)
                yield event, person
        for person in _dying(line):
            self._known[person].is_dead = True

    def hold(self, person: int, lemma: str, nominative: str) -> None:
        """Note that a person holds an office with that head."""
        self._known[person].offices[lemma, _words(nominative)] = None

    def lead(self, person: int, nominative: str) -> None:
        """Note that a person is at the head of something: who leads a government is its premier too."""
        if nominative:
            self.hold(person, nominative.split()[0], nominative)
        if nominative in ("szef rządu", "szef gabinetu"):
            self.hold(person, "premier", "premier")

    def _see(self, person: int, place: int) -> None:
        self._known[person].seen = (self._sentence, place)
        self._met.pop(person, None)
        self._met[person] = self._known[person]
        if self._known[person].gender == "f":
            self._ladies.add(person)

    def _lately(self) -> Iterator[tuple[int, _Known]]:
        """Those whom the text has spoken of, the last ones first, as many as a reader keeps in mind."""
        return islice(reversed(self._met.items()), _REMEMBERED)

    def _meant(self, line: Line, office: Office) -> int | None:
        if not _may_refer(line, office):
            return None
        wanted = _words(office.nominative)
        fitting = [
            person
            for person, known in self._lately()
            if any(
                _is_same(lemma, office.lemma) and (len(wanted) == 1 or wanted <= words)
                for lemma, words in known.offices
            )
            or (len(wanted) == 1 and _rules(known, office.lemma))
        ]
        if len(wanted) == 1 and self._may_be_the_opening_prince(office, fitting):
            return None
        if not fitting and len(wanted) == 1:
            fitting = self._the_only_lady(office.lemma) or self._called_by_one_name(office.lemma)
        living = [person for person in fitting if not self._known[person].is_dead]
        if not living and "nom" not in office.cases:
            living = fitting  # „pogrzeb prezydenta”
        if office.lemma not in _ONE_AT_A_TIME:
            living = [person for person in living if self._is_near(person, _NEAR)]
        return self._nearest(self._own_first(living, office))

    def _may_be_the_opening_prince(self, office: Office, fitting: Sequence[int]) -> bool:
        """„książę” may be the ruler with whom the text opens, though it has given that title to others only."""
        if self._opening is None or office.lemma not in _PRINCES or self._opening in fitting:
            return False
        known = self._known[self._opening]
        return known.gender == _PRINCES[office.lemma] and any(map(_is_regnal, known.name[1:]))

    def _own_first(self, persons: Sequence[int], office: Office) -> Sequence[int]:
        """„król” is the one that the text calls so without a country, unless a foreign one was just spoken of.

        A ruler with a number whom it gives no title may be meant as well; a foreign one far back is not.
        """
        just_now = [person for person in persons if self._is_near(person, 1)]
        own = [person for person in persons if self._is_called_so(person, office.lemma)]
        if just_now:
            return [person for person in just_now if person in own] or just_now
        untitled = [person for person in persons if not self._known[person].offices]
        return [*own, *untitled] or [person for person in persons if self._is_near(person, _NOT_FAR)]

    def _is_called_so(self, person: int, lemma: str) -> bool:
        return any(_is_same(held, lemma) and len(words) == 1 for held, words in self._known[person].offices)

    def _is_near(self, person: int, sentences: int) -> bool:
        seen = self._known[person].seen
        return seen is not None and self._sentence - seen[0] <= sentences

    def _nearest(self, persons: Sequence[int]) -> int | None:
        """Who was spoken of last; nobody where one sentence before spoke of two."""
        latest = sorted(persons, key=lambda person: self._known[person].seen or (0, 0))
        if len(latest) > 1:
            one, other = (self._known[person].seen or (0, 0) for person in latest[-2:])
            if one[0] == other[0] != self._sentence:
                return None
        return latest[-1] if latest else None

    def _the_only_lady(self, lemma: str) -> list[int]:
        return list(self._ladies) if lemma in _LADIES and len(self._ladies) == 1 else []

    def _called_by_one_name(self, lemma: str) -> list[int]:
        """Rulers go by one name: Otton, Wacław; a person of another office is none."""
        if lemma not in ("król", "cesarz", "car", "sułtan", "monarcha"):
            return []
        return [
            person
            for person, known in self._lately()
            if len(known.name) == 1
            and known.gender == "m"
            and not known.offices
            and _is_first_name(known.name[0])
        ]


def _is_same(held: str, said: str) -> bool:
    """One head, or „monarcha” for a king or emperor."""
    return held == said or (said == "monarcha" and held in _RULERS["m"])


def _words(nominative: str) -> frozenset[str]:
    return frozenset(_ORDINALS.get(word, word) for word in nominative.casefold().split())


def _is_regnal(word: str) -> bool:
    return word.isupper() and word.strip("IVX") == ""


def _rules(known: _Known, lemma: str) -> bool:
    """Whether a number after the name makes a ruler of who is given no other crown."""
    rulers = _RULERS["f" if known.gender == "f" else "m"]
    if lemma not in rulers or not any(map(_is_regnal, known.name)):
        return False
    names = lexicon.table("names_of_crowned").get(lemma)
    if names is not None and known.name[0] not in names.split():
        return False  # no sultan is called Jan
    return not any(own in rulers | {"papież"} for own, _ in known.offices)


def _is_first_name(name: str) -> bool:
    return any("imię" in reading.labels and reading.lemma == name for reading in readings(name))


def _may_refer(line: Line, office: Office) -> bool:
    """Whether the office may mean somebody known: not made or given there, nobody new, no name after it."""
    if office.is_abbreviated or office.lemma in lexicon.words("never_bare_offices"):
        return False
    if is_predicative(line, office) or _is_of_another(line, office):
        return False
    if _is_quoted(line, office) and not office.cases & {"nom", "voc"}:
        return False
    after = line.words[office.last + 1] if office.last + 1 < len(line.words) else None
    is_free = after is None or not after.is_capital or after.joined
    return is_free or line.mention_from(office.last + 1) is not None


def _is_quoted(line: Line, office: Office) -> bool:
    """Whether the office stands inside quotation marks, where „serce króla” may be anybody's."""
    for place in range(office.first - 1, max(office.first - _FAR, -1), -1):
        mark = line.words[place].text
        if mark in "„«»”“":
            return mark in "„«" or (mark == "»" and not line.words[place].joined)
    return False


def _is_of_another(line: Line, office: Office) -> bool:
    """„inny król”, „przyszły premier”, „każdy poseł”."""
    before = line.words[max(office.reach - 1, 0) : office.first]
    others = lexicon.words("adjectives_of_others")
    return any(reading.lemma in others for word in before for reading in readings(word.text))


def _past_apposition(line: Line, place: int) -> int:
    """Where the name begins in „śmierć ojca, króla X”."""
    nouns = lexicon.words("relatives") | lexicon.words("offices")
    while place < len(line.words) and line.mention_from(place) is None:
        known = readings(line.words[place].text)
        if line.words[place].text != "," and not any(r.lemma in nouns or r.pos == "adj" for r in known):
            break
        place += 1
    return place


def _dying(line: Line) -> Iterator[int]:
    """Who dies in the sentence."""
    for place, word in enumerate(line.words):
        if is_finite(word.text) and any(
            reading.lemma in ("umrzeć", "zemrzeć", "zginąć", "polec", "skonać")
            for reading in readings(word.text)
        ):
            who = holder(line, place, place, place, frozenset(("nom",)))
            if who:
                yield who.person
        elif any(reading.lemma in ("śmierć", "zgon") for reading in readings(word.text)):
            mourned = line.mention_from(_past_apposition(line, place + 1))
            if mourned and "gen" in mourned.cases:
                yield mourned.person

"""A sentence with its names and offices, and who in it goes with a verb."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizapp.text import lexicon
from quizapp.text.annotations import Gender
from quizapp.text.offices.phrases import Office
from quizapp.text.telling.told import Clause, clauses_of
from quizapp.text.words import Word, readings

_REACH = 60
_MARKS = frozenset((",", ";", ":", "–", "—"))
FINITE = frozenset(("praet", "fin", "imps", "bedzie", "winien"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence: its words, whose it is, and the cases that it may stand in."""

    first: int
    last: int
    person: int
    cases: frozenset[str]
    gender: Gender


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its names and offices in order."""

    words: Sequence[Word]
    mentions: Sequence[Mention]
    offices: Sequence[Office]

    def mention_from(self, place: int) -> Mention | None:
        """The name whose first word stands there."""
        at = bisect_left(self.mentions, place, key=lambda mention: mention.first)
        return self.mentions[at] if at < len(self.mentions) and self.mentions[at].first == place else None

    def mention_up_to(self, place: int) -> Mention | None:
        """The name whose last word stands there."""
        at = bisect_left(self.mentions, place, key=lambda mention: mention.last)
        return self.mentions[at] if at < len(self.mentions) and self.mentions[at].last == place else None

    def mentions_near(self, first: int, last: int) -> Sequence[Mention]:
        """The names not further from the words than a clause reaches."""
        start = bisect_left(self.mentions, first - _REACH, key=lambda mention: mention.first)
        return self.mentions[start : bisect_left(self.mentions, last + _REACH, key=lambda m: m.first)]

    def office_from(self, place: int) -> Office | None:
        """The office whose first word, or what describes its holder, stands there."""
        at = bisect_left(self.offices, place, key=lambda office: office.reach)
        return self.offices[at] if at < len(self.offices) and self.offices[at].reach == place else None


@lru_cache(maxsize=50_000)
def is_finite(form: str) -> bool:
    """Whether the form may be a finite verb; with a capital, whether it can be nothing else."""
    known = readings(form)
    if any(reading.lemma in lexicon.words("times") for reading in known):
        return False  # „dwa lata później”
    if form[0].islower():
        return any(reading.pos in FINITE for reading in known)
    return bool(known) and all(reading.pos in FINITE for reading in known)


def holder(line: Line, first: int, last: int, verb: int, wanted: frozenset[str]) -> Mention | None:
    """Who, in one of the wanted cases, goes with a verb and what it says in the words `first` to `last`.

    The name nearest to them with no other verb between; the antecedent of a relative clause; the subject
    of the verb that this one is joined to.
    """
    left, right = min(first, verb), max(last, verb)
    fitting = [mention for mention in line.mentions_near(left, right) if mention.cases & wanted]
    at_once = next((mention for mention in fitting if mention.first == last + 1), None)
    relative = at_once or _antecedent(line, left, verb, wanted)
    if relative:
        return relative
    reachable = [mention for mention in fitting if _is_reachable(line, mention, left, right, verb)]
    nearest = min(reachable, key=lambda mention: _distance(mention, left, right), default=None)
    return nearest or (_subject_shared(line, verb) if "nom" in wanted else None)


def _subject_shared(line: Line, verb: int) -> Mention | None:
    """„X przybył i objął urząd …”: the subject of the verb before, which this one is joined to."""
    place = verb - 1
    while place > 0 and line.words[place].text in ("się", "potem", "następnie", "wtedy", "wkrótce", "tam"):
        place -= 1
    if place < 1 or line.words[place].text not in ("i", "a", "oraz", "lecz", "ale", ","):
        return None
    before = [
        mention
        for mention in line.mentions_near(place, place)
        if mention.last < place and "nom" in mention.cases
    ]
    if before and line.words[place].text == "," and _is_subordinate(line, before[-1]):
        return None  # „gdy X wrócił, objął urząd”: he or another
    return before[-1] if before and agrees_with_verb(line, verb, before[-1]) else None


def clause_of(line: Line, mention: Mention) -> Clause | None:
    """The clause that the name stands in; None in brackets."""
    start = line.words[mention.first].start
    return next((c for c in clauses_of(line.words) if any(word.start == start for word in c.words)), None)


def _is_subordinate(line: Line, mention: Mention) -> bool:
    """Whether the name stands in a clause that depends on another: „gdy X wrócił”."""
    clause = clause_of(line, mention)
    return clause is not None and bool(clause.opener)


def agrees_with_verb(line: Line, verb: int, person: Mention) -> bool:
    """Whether the verb is a singular that may be said of the person."""
    gender = "f" if person.gender == "f" else "m1"
    known = readings(line.words[verb].text)
    return any(reading.pos in FINITE and ("sg", "nom", gender) in reading.slots for reading in known)


def _distance(mention: Mention, left: int, right: int) -> int:
    return max(left - mention.last, mention.first - right, 0)


def _is_reachable(line: Line, mention: Mention, left: int, right: int, verb: int) -> bool:
    first, last = min(left, mention.first), max(right, mention.last)
    between = (
        place
        for place in range(first, last + 1)
        if place != verb and not mention.first <= place <= mention.last
    )
    return not any(
        line.words[place].text in (";", ":") or is_finite(line.words[place].text) for place in between
    )


def _antecedent(line: Line, left: int, verb: int, wanted: frozenset[str]) -> Mention | None:
    """„X, którego wybrano …”: the name that the relative clause belongs to."""
    for place in range(left, max(left - 8, 0), -1):
        text = line.words[place].text
        if is_finite(text) and place != verb:
            return None
        if text.startswith("któr") and line.words[place - 1].text == ",":
            named = line.mention_up_to(place - 2)
            return named if named and _suits_relative(text, named, wanted) else None
    return None


def _suits_relative(pronoun: str, mention: Mention, wanted: frozenset[str]) -> bool:
    slots = {slot for reading in readings(pronoun) for slot in reading.slots}
    gender = "f" if mention.gender == "f" else "m1"
    return any(("sg", case, gender) in slots for case in wanted)


def may_be_subject(line: Line, verb: int, person: Mention, office: Office) -> bool:
    """A verb without a subject of its own, in the person's gender, in a clause that opens the sentence."""
    if not agrees_with_verb(line, verb, person):
        return False
    if any(mention.last < verb and "nom" in mention.cases for mention in line.mentions_near(verb, verb)):
        return False
    first, end = _clause_around(line, verb)
    opening = line.words[first]
    subordinate = lexicon.words("subordinators")
    if first and any(reading.lemma in subordinate for reading in readings(opening.text)):
        return False
    if any(place != verb and is_finite(line.words[place].text) for place in range(first, end)):
        return False
    said = range(office.first, office.last + 1)
    return not any(
        _may_name_a_subject(line.words[place].text) for place in range(first, end) if place not in said
    )


def _clause_around(line: Line, verb: int) -> tuple[int, int]:
    """The words between the marks before and after a verb."""
    first = end = verb
    while first and verb - first < _REACH and line.words[first - 1].text not in _MARKS:
        first -= 1
    while end < len(line.words) and end - verb < _REACH and line.words[end].text not in _MARKS:
        end += 1
    return first, end


def _may_name_a_subject(form: str) -> bool:
    known = readings(form)
    if any(reading.pos in ("prep", "conj", "adv", "part") for reading in known):
        return False
    return any(
        reading.pos == "subst"
        and any(slot[1] == "nom" and slot[0] == "sg" and slot[2] in ("m1", "f") for slot in reading.slots)
        for reading in known
    )

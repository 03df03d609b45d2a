"""Whose office it is: by apposition, by a verb, by standing at the head of something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.text import lexicon
from quizapp.text.annotations import Gender
from quizapp.text.offices import Office
from quizapp.text.words import Word, readings

_DASHES = frozenset(("–", "—", "-"))
_APPOSITION_ENDS = frozenset((",", ".", ";", ")", "–", "—", ":", "?", "!", "…", "i", "oraz", "a"))
_BEING = frozenset(("być", "zostać", "zostawać", "stać", "pozostać", "pozostawać", "okazać", "bywać"))
_BECOMING = _BEING | lexicon.words("appointing_verbs")
_HOLDING_NOUNS = frozenset(
    ("urząd", "stanowisko", "funkcja", "godność", "tytuł", "teka", "stopień", "ranga", "obowiązek", "tron")
)
_FINITE = frozenset(("praet", "fin", "imps", "bedzie", "winien"))


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


def apposed(line: Line) -> dict[Office, Mention]:
    """Offices that stand beside the name of their holder, commas and enumerations included."""
    linked: dict[Office, Mention] = {}
    for office in reversed(line.offices):
        holder = _right_after(line, office, linked)
        if holder:
            linked[office] = holder
    for office in line.offices:
        if office not in linked:
            holder = _beside_a_comma(line, office, linked)
            if holder:
                linked[office] = holder
    return linked


def _right_after(line: Line, office: Office, linked: dict[Office, Mention]) -> Mention | None:
    """The name that follows at once, or after another office of the same person."""
    for mention in line.mentions:
        if mention.first == office.last + 1:
            return mention if _agree(office, mention) else None
    for other in line.offices:
        if other.reach == office.last + 1 and other in linked and _agree(office, linked[other]):
            return linked[other]
    return None


def _agree(office: Office, mention: Mention) -> bool:
    if office.is_abbreviated:
        return True
    genders = {slot[2] for slot in office.slots}
    suits = mention.gender == "unknown" or ("f" if mention.gender == "f" else "m1") in genders
    return bool(office.cases & mention.cases) and (suits or genders == {"m1"})


def _beside_a_comma(line: Line, office: Office, linked: dict[Office, Mention]) -> Mention | None:
    before, after = _name_before(line, office), _name_after(line, office, linked)
    if before and after:
        return after if _goes_on_to_the_right(line, office, before, linked) else before
    return before or after


def _name_before(line: Line, office: Office) -> Mention | None:
    """„X, minister …,”, „X (król …)”, „X – wódz …”: the name ends right before the mark."""
    mark = office.reach - 1
    if mark < 1 or line.words[mark].text not in {",", "(", *_DASHES}:
        return None
    if line.words[mark].text != "(" and not _ends_there(line, office):
        return None
    for mention in line.mentions:
        if mention.last == mark - 1:
            return mention if _agree(office, mention) else None
    return None


def _ends_there(line: Line, office: Office) -> bool:
    return office.last + 1 >= len(line.words) or line.words[office.last + 1].text in _APPOSITION_ENDS


def _name_after(line: Line, office: Office, linked: dict[Office, Mention]) -> Mention | None:
    """„minister …, X”: the name, or an office with its name, begins right after the comma."""
    comma = office.last + 1
    if comma >= len(line.words) or line.words[comma].text != ",":
        return None
    for mention in line.mentions:
        if mention.first == comma + 1:
            return mention if _agree(office, mention) else None
    for other in line.offices:
        if other.reach == comma + 1 and other in linked and linked[other].first == other.last + 1:
            return linked[other] if _agree(office, linked[other]) else None
    return None


def _goes_on_to_the_right(line: Line, office: Office, before: Mention, linked: dict[Office, Mention]) -> bool:
    """In an enumeration all go the same way: to the right if the name before has its office on its left."""
    return any(
        holder == before and other.last < before.first and line.words[other.last + 1].text == ","
        for other, holder in linked.items()
    )


def by_verb(line: Line, office: Office, previous: Mention | None) -> Mention | None:
    """Who is said to be, to become or to be made what the office says.

    `previous` is who the sentence before was about, for a sentence that names no subject.
    """
    for verb in _linking_verbs(line, office):
        wanted = _wanted_cases(line, verb)
        holder = _nearest(line, office, verb, wanted)
        if holder:
            return holder
        if previous and _may_be_subject(line, verb, previous) and "nom" in wanted:
            return previous
    return None


def _linking_verbs(line: Line, office: Office) -> Iterator[int]:
    """Places of verbs that may give the office to somebody, the nearest only."""
    how = _way_of_saying(line, office)
    if how is None:
        return
    for place in _outward(line, office):
        text = line.words[place].text
        if text in (";", ":") or not _is_finite(text):
            continue
        lemmas = {reading.lemma for reading in readings(text) if reading.pos in _FINITE}
        if how == "holding" or how == "as" or lemmas & _BECOMING:
            yield place
        return


def _way_of_saying(line: Line, office: Office) -> str | None:
    before = line.words[office.reach - 1].text if office.reach else ""
    if before.lower() == "jako" and office.cases & {"nom", "acc"}:
        return "as"
    if "inst" in office.cases:
        return "being"
    if before == "na" and "acc" in office.cases:
        return "being"
    if "gen" in office.cases and any(reading.lemma in _HOLDING_NOUNS for reading in readings(before or ".")):
        return "holding"
    return None


def _outward(line: Line, office: Office) -> Iterator[int]:
    """Places around the office by their distance from it, up to eight words away."""
    for distance in range(1, 9):
        for place in (office.reach - distance, office.last + distance):
            if 0 <= place < len(line.words):
                yield place


def _is_finite(form: str) -> bool:
    return form[0].islower() and any(reading.pos in _FINITE for reading in readings(form))


def _wanted_cases(line: Line, verb: int) -> frozenset[str]:
    """Whether the holder is the subject of the verb or its object."""
    known = readings(line.words[verb].text)
    lemmas = {reading.lemma for reading in known}
    if any(reading.pos == "imps" for reading in known):
        return frozenset(("acc", "gen"))
    if lemmas & _BEING or not lemmas & _BECOMING or _is_reflexive(line, verb):
        return frozenset(("nom",))
    return frozenset(("acc",))


def _is_reflexive(line: Line, verb: int) -> bool:
    return any(word.text == "się" for word in line.words[max(verb - 2, 0) : verb + 3])


def _nearest(line: Line, office: Office, verb: int, wanted: frozenset[str]) -> Mention | None:
    """The nearest name in one of the cases with no other verb between it and the statement."""
    left, right = min(office.reach, verb), max(office.last, verb)
    fitting = [mention for mention in line.mentions if mention.cases & wanted]
    at_once = next((mention for mention in fitting if mention.first == office.last + 1), None)
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
    before = [mention for mention in line.mentions if mention.last < place and "nom" in mention.cases]
    return before[-1] if before and _agrees_with_verb(line, verb, before[-1]) else None


def _agrees_with_verb(line: Line, verb: int, person: Mention) -> bool:
    gender = "f" if person.gender == "f" else "m1"
    known = readings(line.words[verb].text)
    return any(reading.pos in _FINITE and ("sg", "nom", gender) in reading.slots for reading in known)


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
        line.words[place].text in (";", ":") or _is_finite(line.words[place].text) for place in between
    )


def _antecedent(line: Line, left: int, verb: int, wanted: frozenset[str]) -> Mention | None:
    """„X, którego wybrano …”: the name that the relative clause belongs to."""
    for place in range(left, max(left - 8, 0), -1):
        text = line.words[place].text
        if _is_finite(text) and place != verb:
            return None
        if text.startswith("któr") and line.words[place - 1].text == ",":
            for mention in line.mentions:
                if mention.last == place - 2 and _suits_relative(text, mention, wanted):
                    return mention
            return None
    return None


def _suits_relative(pronoun: str, mention: Mention, wanted: frozenset[str]) -> bool:
    slots = {slot for reading in readings(pronoun) for slot in reading.slots}
    gender = "f" if mention.gender == "f" else "m1"
    return any(("sg", case, gender) in slots for case in wanted)


def _may_be_subject(line: Line, verb: int, person: Mention) -> bool:
    """A verb without a subject of its own, in the person's gender, in a clause that opens the sentence."""
    if not _agrees_with_verb(line, verb, person):
        return False
    before = line.words[:verb]
    if any(word.text in (",", ":", ";") or _is_finite(word.text) for word in before):
        return False
    return not any(_may_name_a_subject(word.text) for word in line.words)


def _may_name_a_subject(form: str) -> bool:
    return any(
        reading.pos == "subst"
        and any(slot[1] == "nom" and slot[0] == "sg" and slot[2] in ("m1", "f") for slot in reading.slots)
        for reading in readings(form)
    )

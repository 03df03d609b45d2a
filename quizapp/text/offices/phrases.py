"""Offices, ranks and titles as noun phrases: a head from the lexicon, its adjectives, its complement."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quizapp.text import lexicon
from quizapp.text.adjectives import adjective_in_nominative
from quizapp.text.offices.complements import adjective_slots, complement_end, slots_of
from quizapp.text.offices.heads import PERSON_SLOTS, head_reading
from quizapp.text.words import Reading, Slot, Word, readings

_SPACE_AT_A_MARK = re.compile(r" (?=[.,”»])|(?<=[„«]) ")
_NUMBERED = frozenset(("sekretarz", "konsul", "minister", "lord", "radca"))


@dataclass(frozen=True, slots=True)
class Office:
    """The words of a sentence that say an office: `reach` is where they begin with what merely describes.

    `slots` are the cases and genders that the phrase may stand in; `nominative` is "" where unsure.
    """

    reach: int
    first: int
    head: int
    last: int
    slots: frozenset[Slot]
    nominative: str
    lemma: str
    is_abbreviated: bool = False

    @property
    def cases(self) -> frozenset[str]:
        """The cases that the phrase may stand in."""
        return frozenset(slot[1] for slot in self.slots)


_OF_NAMES = frozenset({"de", "du", "von", "van", "di", "da"})


def find_offices(words: Sequence[Word], name_starts: Collection[int]) -> Iterator[Office]:
    """Offices in the words of a sentence, from left to right; none reaches into a name."""
    place = 0
    while place < len(words):
        office = _abbreviated(words, place) or _spelled_out(words, place, name_starts)
        if office:
            yield office
        place = office.last + 1 if office else place + 1


def _abbreviated(words: Sequence[Word], place: int) -> Office | None:
    for said, meant in _abbreviations().get(words[place].text.lower(), ()):
        end = place + len(said)
        if [word.text.lower() for word in words[place:end]] == list(said) and _precedes_a_name(words, end):
            return Office(place, place, place, end - 1, PERSON_SLOTS, meant, meant, is_abbreviated=True)
    return None


@cache
def _abbreviations() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Abbreviations by their first word, as the words and points that they are made of, longer ones first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, meant in sorted(lexicon.table("title_abbreviations").items(), key=lambda entry: -len(entry[0])):
        said = tuple(key.replace(".", " .").split())
        found.setdefault(said[0], []).append((said, meant))
    return found


def _precedes_a_name(words: Sequence[Word], place: int) -> bool:
    if place >= len(words) or words[place].joined:
        return False
    return words[place].is_capital or words[place].text in _abbreviations()


def _spelled_out(words: Sequence[Word], place: int, name_starts: Collection[int]) -> Office | None:
    if place in name_starts:
        return None
    head = head_reading(words[place].text)
    if head is None:
        return None
    slots = frozenset(slot for slot in head.slots if slot in PERSON_SLOTS)
    first, slots = _with_adjectives_before(words, place, slots)
    agreeing_end, slots = _with_adjectives_after(words, place, slots, name_starts)
    last = complement_end(words, agreeing_end + 1, name_starts, head.lemma) - 1
    while last > place and words[last].text in _OF_NAMES:  # „książę de Ligne”
        last -= 1
    if last == place == first and head.lemma in lexicon.words("relational_offices"):
        return None
    nominative = _nominative(words, first, place, agreeing_end, last, slots, head)
    return Office(_reach(words, first, slots), first, place, last, slots, nominative, head.lemma)


def _with_adjectives_before(
    words: Sequence[Word], head: int, slots: frozenset[Slot]
) -> tuple[int, frozenset[Slot]]:
    first = head
    while first > 0 and not words[first - 1].joined:
        before = words[first - 1].text
        if before in ("I", "II", "III", "IV"):  # „II sekretarz”, not „na Józefie I król szwedzki”
            numbers_a_name = first > 1 and words[first - 2].is_capital
            return first - (not numbers_a_name), slots
        agreed = slots & adjective_slots(before)
        numbers = _is_ordinal(before) and head_reading(words[head].text)
        if numbers and agreed and numbers.lemma in _NUMBERED:
            return first - 1, agreed
        if not agreed or _is_verb_to_be(words, first - 1):
            break
        if _describes(before) or _belongs_to_noun_before(words, first - 1):
            break
        first, slots = first - 1, agreed
    return first, slots


def _is_ordinal(form: str) -> bool:
    return any(reading.lemma in ("pierwszy", "drugi", "trzeci") for reading in readings(form))


def _reach(words: Sequence[Word], first: int, slots: frozenset[Slot]) -> int:
    """Where the phrase begins with the adjectives that describe the holder: „dotychczasowy minister”."""
    while first > 0 and slots & adjective_slots(words[first - 1].text):
        if _is_verb_to_be(words, first - 1):
            break
        first -= 1
    adverb = first - _adverbs_before(words, first)
    return adverb if adverb and words[adverb - 1].text in (",", "i", "oraz") else first


def _adverbs_before(words: Sequence[Word], place: int) -> int:
    """How many words before that place say when the office is held: „niegdyś”, „do niedawna”."""
    if [word.text for word in words[max(place - 2, 0) : place]] == ["do", "niedawna"]:
        return 2
    return int(place > 0 and words[place - 1].text in lexicon.words("adverbs_of_office"))


def _is_verb_to_be(words: Sequence[Word], place: int) -> bool:
    """„Przeciwna była królowa”: no former queen."""
    return words[place].text == "była" and place > 0 and words[place - 1].text[0].isalnum()


def _describes(form: str) -> bool:
    merely = lexicon.words("evaluative_adjectives")
    known = readings(form)
    if any(reading.lemma in merely for reading in known) or form.lower() in merely:
        return True
    return any(reading.pos in ("adj", "ppas", "pact") and _tells_a_state(reading) for reading in known)


def _tells_a_state(reading: Reading) -> bool:
    """„mianowany”, „owdowiały”, „dwudziestoletni”: what happened to the holder, or the age."""
    if reading.pos in ("ppas", "pact"):
        return True
    return reading.lemma.endswith("letni") or (
        reading.lemma.endswith("ły") and reading.lemma not in ("były", "stały", "mały", "biały")
    )


def _belongs_to_noun_before(words: Sequence[Word], place: int) -> bool:
    """„po przewrocie pałacowym wódz…”: the adjective agrees with the noun on its left."""
    if place == 0 or words[place].is_capital:
        return False
    adjective = slots_of(words[place].text, ("adj", "ppas", "pact"))
    before = readings(words[place - 1].text)
    if any(reading.pos in ("praet", "imps", "prep", "conj", "adj") for reading in before):
        return False
    return any(reading.pos in ("subst", "ger") and reading.slots & adjective for reading in before)


def _with_adjectives_after(
    words: Sequence[Word], head: int, slots: frozenset[Slot], name_starts: Collection[int]
) -> tuple[int, frozenset[Slot]]:
    last = head
    while last + 1 < len(words) and last + 1 not in name_starts and not words[last + 1].joined:
        agreed = slots & (adjective_slots(words[last + 1].text) | _second_head(words, head, last + 1))
        capital = words[last + 1].is_capital and not words[head].is_capital
        if not agreed or capital or _describes(words[last + 1].text):
            break
        last, slots = last + 1, agreed
    return last, slots


def _second_head(words: Sequence[Word], head: int, place: int) -> frozenset[Slot]:
    """The cases of „admirał” in „lord admirał”, of „major” in „generał major”: one office in two nouns."""
    second = _second_noun(words, head, place)
    return second.slots if second else frozenset()


def _second_noun(words: Sequence[Word], head: int, place: int) -> Reading | None:
    first = head_reading(words[head].text)
    if place != head + 1 or not first:
        return None
    pairs = lexicon.lines("offices_of_two_nouns")
    nouns = (reading for reading in readings(words[place].text) if reading.pos == "subst")
    return next((noun for noun in nouns if f"{first.lemma} {noun.lemma}" in pairs), None)


def _nominative(
    words: Sequence[Word],
    first: int,
    head: int,
    agreeing: int,
    last: int,
    slots: frozenset[Slot],
    noun: Reading,
) -> str:
    genders = {slot[2] for slot in slots}
    if len(genders) != 1 or not slots:
        genders = {"m1"} if "m1" in genders else genders
    if not genders:
        return ""
    gender = genders.pop()
    said = []
    for place in range(first, last + 1):
        form = words[place].text
        if place == head:
            said.append(_head_in_nominative(form, noun))
        elif place == head + 1 <= agreeing and _second_noun(words, head, place):
            said.append(_head_in_nominative(form, _second_noun(words, head, place) or noun))
        elif place <= agreeing and adjective_slots(form):
            said.append(adjective_in_nominative(form, gender))
        else:
            said.append(form)
    phrase = _SPACE_AT_A_MARK.sub("", " ".join(said))
    lowered = _starts_a_sentence(words, first) and not phrase.split()[0].isupper()
    return phrase[0].lower() + phrase[1:] if lowered else phrase


def _head_in_nominative(form: str, noun: Reading) -> str:
    prefix = form.replace("‑", "-").rpartition("-")[0]
    lemma = noun.lemma.capitalize() if form[0].isupper() and not prefix else noun.lemma
    return f"{prefix}-{lemma}" if prefix else lemma


def _starts_a_sentence(words: Sequence[Word], place: int) -> bool:
    return place == 0 or words[place - 1].text in '.!?:„"»«“('

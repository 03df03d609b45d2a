"""What completes an office: the genitives after its head, and for some heads a place; its adjectives."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from quizapp.text import lexicon
from quizapp.text.names.listed_places import listed_places
from quizapp.text.offices.estates import estate_end
from quizapp.text.offices.heads import PERSON_SLOTS, head_reading
from quizapp.text.words import Reading, Slot, Word, readings

_UNKNOWN_ADJECTIVE = tuple(
    (letter + ending, cases, gender)
    for letter in "sc"
    for ending, cases, gender in (
        ("ki", ("nom",), "m1"),
        ("kiego", ("gen", "acc"), "m1"),
        ("kiemu", ("dat",), "m1"),
        ("kim", ("inst", "loc"), "m1"),
        ("ka", ("nom",), "f"),
        ("kiej", ("gen", "dat", "loc"), "f"),
        ("ką", ("acc", "inst"), "f"),
    )
)
_LITTLE_WORDS_AND_VERBS = frozenset(("prep", "conj", "comp", "praet", "fin", "imps", "part", "adv"))
_SENT_TO = frozenset(
    ("poseł", "posłanka", "deputowany", "deputowana", "delegat", "delegatka", "senator", "poseł-sprawozdawca")
)
_EXILE = frozenset(("uchodźstwie", "wygnaniu", "emigracji", "obczyźnie"))
_LONGEST_QUOTED = 8
_PAIR = 2
_TIMES = lexicon.words("times")


def adjective_slots(form: str) -> frozenset[Slot]:
    """Where an adjective fits beside a noun for a person; also one in -ski that is known as a surname at most."""
    if any(reading.lemma in lexicon.words("pronoun_adjectives") for reading in readings(form)):
        return frozenset()
    if not form.islower() or any(reading.lemma[0].islower() for reading in readings(form)):
        return slots_of(form, ("adj", "ppas")) & PERSON_SLOTS
    for ending, cases, gender in _UNKNOWN_ADJECTIVE:
        if form.endswith(ending):
            return frozenset(("sg", case, gender) for case in cases)
    return frozenset()


@lru_cache(maxsize=50_000)
def slots_of(form: str, kinds: tuple[str, ...]) -> frozenset[Slot]:
    """Where a form fits, read as one of the parts of speech."""
    return frozenset(slot for reading in readings(form) if reading.pos in kinds for slot in reading.slots)


def complement_end(words: Sequence[Word], place: int, name_starts: Collection[int], head: str = "") -> int:
    """The place after the genitives (and for some heads the whereabouts) that complete an office."""
    if head not in lexicon.words("relational_offices") and _titles_a_name(words, place, name_starts):
        return place
    end = _land_end(words, place)
    end = _quoted_end(words, _genitives_end(words, end, name_starts), place)
    while end < len(words) and not words[end].joined:
        longer = end
        if words[end].text in ("i", "oraz") and end > place:
            longer = _genitives_end(words, end + 1, name_starts, strict=True)
            longer = longer if longer > end + 1 else end
        elif words[end].text == "do" and end + 1 < len(words) and words[end + 1].text in ("spraw", "Spraw"):
            longer = _genitives_end(words, end + 1, name_starts)
        elif words[end].text in ("do", "na") and head in _SENT_TO:
            longer = _assembly_end(words, end, name_starts)
        if longer == end and words[end].text in ("w", "we", "przy", "na"):
            longer = _whereabouts_end(words, end, name_starts, head)
        if longer == end:
            break
        end = longer
    return end


def _whereabouts_end(words: Sequence[Word], place: int, name_starts: Collection[int], head: str) -> int:
    """„ambasador w Paryżu”; for other offices only where the name comes next: „prezydent na uchodźstwie | X”."""
    end = _locatives_end(words, place + 1, name_starts)
    if end == place + 1:
        return place
    if head in lexicon.words("offices_with_place"):
        return end
    if words[place + 1].text not in _EXILE and not words[place + 1].is_capital:
        return place
    after = end + 1 if end < len(words) and words[end].text == "," else end
    return end if after in name_starts else place


def _assembly_end(words: Sequence[Word], place: int, name_starts: Collection[int]) -> int:
    """„poseł na Sejm Krajowy”, „delegat do Ligi Narodów”: `place` if no assembly follows."""
    case, end = "gen" if words[place].text == "do" else "acc", place + 1
    while end < len(words) and words[end].is_capital and end not in name_starts and not words[end].joined:
        if not any(slot[1] == case for slot in slots_of(words[end].text, ("subst", "adj"))):
            break
        end += 1
    if end == place + 1:
        return place
    return _genitives_end(words, end, name_starts)


def _quoted_end(words: Sequence[Word], end: int, place: int) -> int:
    """The place after a name in quotation marks: „redaktor naczelny „Tygodnika””, „przywódca partii „X””."""
    if end + 2 >= len(words) or words[end].text not in '„«"“' or not words[end + 1].is_capital:
        return end
    for close in range(end + 2, min(end + _LONGEST_QUOTED, len(words))):
        if words[close].text in '”»"“':
            is_owned = end > place or _is_genitive(words[end + 1].text)
            return close + 1 if is_owned else end
        if words[close].text in ".,!?:;":
            break
    return end


def rules_a_land(form: str) -> bool:
    """Whether a word is a man's office over a land, so that „Lidii” after it is no woman."""
    rulers = lexicon.words("rulers_of_lands")
    return any(
        one.pos == "subst" and one.lemma in rulers and any(slot[::2] == ("sg", "m1") for slot in one.slots)
        for one in readings(form)
    )


def _land_end(words: Sequence[Word], place: int) -> int:
    """The place after „Lidii” in „namiestnik Lidii”: a land that women are called like; `place` if none is."""
    is_alone = place + 1 >= len(words) or not words[place + 1].is_capital
    if (
        not is_alone
        or place >= len(words)
        or not words[place].is_capital
        or not rules_a_land(words[place - 1].text)
    ):
        return place
    is_land = any(
        "imię" in one.labels and ("sg", "gen", "f") in one.slots for one in readings(words[place].text)
    )
    return place + is_land


def _titles_a_name(words: Sequence[Word], place: int, name_starts: Collection[int]) -> bool:
    """„premiera | generała Nowaka”: an office of its own, and no genitive of the one before."""
    if place + 1 >= len(words) or words[place].joined or words[place].is_capital:
        return False
    return place + 1 in name_starts and head_reading(words[place].text) is not None


def _genitives_end(
    words: Sequence[Word], place: int, name_starts: Collection[int], *, strict: bool = False
) -> int:
    start = place
    while place < len(words) and place not in name_starts and not words[place].joined:
        end = estate_end(words, place)
        if end > place:
            return end
        if place > start and (_is_whose(words[place].text) or _are_undeclined(words[place : place + 2])):
            break
        if _is_number_of_a_unit(words, place) or _is_numbered(words, place):
            place += 1
        elif not _is_genitive(words[place].text) or (strict and head_reading(words[place].text)):
            break
        place += 1
    return place


def _are_undeclined(words: Sequence[Word]) -> bool:
    """„minister wojny | Sutsu Arimitsu”: two words in -u that nobody knows are no land, but a name."""
    return len(words) == _PAIR and all(
        word.is_capital and word.text.endswith("u") and not readings(word.text) for word in words
    )


def _is_whose(form: str) -> bool:
    """„król Persów | swego posła”: what begins another phrase."""
    return any(reading.lemma in lexicon.words("pronoun_adjectives") for reading in readings(form))


def _is_number_of_a_unit(words: Sequence[Word], place: int) -> bool:
    """„dowódca 2 Korpusu”, „szef II Oddziału”."""
    word = words[place].text
    numbered = word.isdigit() or word in ("I", "II", "III", "IV", "V", "VI")
    return (
        numbered
        and place + 1 < len(words)
        and words[place + 1].is_capital
        and _is_genitive(words[place + 1].text)
    )


def _is_numbered(words: Sequence[Word], place: int) -> bool:
    """„dowódca misji Apollo 11”, „komendant Stalagu 308”."""
    return words[place].is_capital and place + 1 < len(words) and words[place + 1].text.isdigit()


@lru_cache(maxsize=50_000)
def _is_genitive(form: str) -> bool:
    """Whether the form may go on a chain of genitives: no name of a person, no verb, no little word."""
    known = readings(form) or readings(form.rpartition("-")[2].lower() if "-" in form else form)
    if len(form) > 1 and form.isupper():
        return True
    if not known:
        return form in listed_places() or (form[0].isupper() and form.endswith(("u", "ii", "ji")))
    if not form[0].isupper() and any(reading.pos in _LITTLE_WORDS_AND_VERBS for reading in known):
        return False
    if form in lexicon.foreign_first_names():
        return False
    if form[0].isupper() and (any(map(_is_first_name_of_a_man, known)) or _is_womans_name(known)):
        return False
    if form[0].isupper() and _is_undeclined_surname(form, known):
        return False
    return any(
        slot[1] == "gen" and reading.pos in ("subst", "adj", "ger", "ppas", "pact", "depr")
        for reading in known
        for slot in reading.slots
    )


def _is_undeclined_surname(form: str, known: Sequence[Reading]) -> bool:
    """„kardynał Richelieu”: a surname whose genitive is the nominative, and no place."""
    said = [reading for reading in known if {slot[1] for slot in reading.slots} != {"voc"}]
    is_surname = any("nazwisko" in reading.labels and reading.lemma == form for reading in said)
    return is_surname and all(reading.lemma.lower() == form.lower() for reading in said)


def _is_first_name_of_a_man(reading: Reading) -> bool:
    is_never = reading.lemma in lexicon.words("never_first_names")  # „premier Izraela”
    return (
        "imię" in reading.labels
        and not is_never
        and any(slot[0] == "sg" and slot[2] == "m1" for slot in reading.slots)
    )


def _is_womans_name(known: Sequence[Reading]) -> bool:
    """„księżna | Kinga”: a first name, of which no place is called."""
    labels = frozenset(label for reading in known for label in reading.labels)
    return "imię" in labels and "nazwa_geograficzna" not in labels


def _locatives_end(words: Sequence[Word], place: int, name_starts: Collection[int]) -> int:
    start = place
    while place < len(words) and place not in name_starts and not words[place].joined:
        form = words[place].text
        if any(reading.lemma in _TIMES for reading in readings(form)):
            return start
        if not any(slot[1] == "loc" for slot in slots_of(form, ("subst", "adj", "ger"))):
            break
        place += 1
    if _titles_a_name(words, place, name_starts):
        return place  # „w rządzie | prezydenta Nowaka”
    return _genitives_end(words, place, name_starts) if place > start else start

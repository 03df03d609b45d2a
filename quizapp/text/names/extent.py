"""How far a name reaches: where it may begin, and what may follow in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from quizapp.text import lexicon
from quizapp.text.names.kinds import Kind, is_name_word, kind_of
from quizapp.text.names.peoples import is_countryman
from quizapp.text.offices.origins import STAYING, may_be_first_name, origins
from quizapp.text.words import Word, readings

_REGNAL = re.compile(r"[IVX]{1,6}")
_INITIAL = re.compile(r"[^\W\d_]|Ch|Th|Ph|St|Wł|Fr|Cz|Sz|Dz|Zb|Zdz|Kaz|Tad|Al|Ed|Jul|Lud|Woj")
_LEADING_PARTICLES = frozenset(("von", "van", "de", "di", "du", "della", "da", "del"))
_LANDS = frozenset({"stan", "prowincja", "hrabstwo", "departament", "okręg", "księstwo", "kraina"})
_OF_SURNAMES = tuple(letter + "k" + ending for letter in "sc" for ending in ("i", "iego", "iemu", "im"))
_LONGEST_NAME = 6
_LONGEST_HEADING = 2
_FIRST_AND_LAST = 2


def may_begin(words: Sequence[Word], place: int) -> bool:
    """Whether the word there may be the first of a name."""
    word = words[place]
    if initial_end(words, place):
        follower = initial_end(words, place) + 1
        return follower < len(words) and (is_name_word(words[follower]) or bool(initial_end(words, follower)))
    if word.text in _LEADING_PARTICLES:
        return place + 1 < len(words) and is_name_word(words[place + 1])
    if not is_name_word(word) or (place and _numbers_a_thing(words[place - 1].text)):
        return False
    if not place and len(words) > _LONGEST_HEADING and (_is_himself(word.text) or _is_shortened(words)):
        return False
    kind = kind_of(word.text)
    if kind.unknown and place and _names_a_place(words, place):
        return False
    is_declined = place > 0 and kind.common and may_be_first_name(word.text)  # „Juana”, of no money
    return kind.first_name or kind.surname or kind.unknown or kind.adjective or is_declined


def _is_shortened(words: Sequence[Word]) -> bool:
    """„Ur. 4 lutego …”: an abbreviation opens the sentence."""
    return words[1].text == "." and words[0].text.lower() in lexicon.words("abbreviations_leading")


def _is_himself(form: str) -> bool:
    """„Sam Jan …”, „Sama Anna …”: the pronoun opens the sentence, though some bear it as their name."""
    return any(reading.lemma == "sam" for reading in readings(form))


def _names_a_place(words: Sequence[Word], place: int) -> bool:
    """Whether a word that nobody knows is that of a place or a people, before a name as it may be."""
    is_people = is_countryman(words[place].text) and any(map(is_name_word, words[place + 1 : place + 2]))
    return (
        is_people
        or _names_a_land(words, place)
        or _is_fought_at(words, place)
        or _is_where_another_acts(words, place)
    )


def _is_where_another_acts(words: Sequence[Word], place: int) -> bool:
    """„w Gonzales Juan Kos przemówił”, „zwyciężył pod Lubomirą Jan Kos”: the name begins after that of the place."""
    before = words[place - 1].text.lower()
    after = words[place + 1 : place + 3]
    is_name = len(after) == _FIRST_AND_LAST and all(is_name_word(word) and not word.joined for word in after)
    is_named = is_name and kind_of(after[0].text).first_name
    return is_named and (before in ("w", "we") or (before in ("pod", "nad") and _is_subject(after[0].text)))


def _is_subject(first_name: str) -> bool:
    """Whether a first name stands in the nominative, and so does not go on a name in another case."""
    return any(
        one.nominative == first_name and ("sg", "nom", "m1") in one.slots for one in origins(first_name, True)
    )


def _is_fought_at(words: Sequence[Word], place: int) -> bool:
    """„pod Ausculum Pyrrus zwyciężył”: a place that is not declined; of a person it would be the instrumental."""
    declined = words[place].text.endswith(("em", "ą", "im", "ym"))
    return words[place - 1].text.lower() in ("pod", "nad") and not declined


def _names_a_land(words: Sequence[Word], place: int) -> bool:
    """„gubernator stanu Coahuila Venustiano Carranza”: the name begins after that of the land."""
    land = any(reading.lemma in _LANDS for reading in readings(words[place - 1].text))
    after = words[place + 1 : place + 3]
    return land and len(after) == 2 and all(map(is_name_word, after)) and kind_of(after[0].text).first_name


def _numbers_a_thing(before: str) -> bool:
    """„3 Maja”, „2 Korpus”; but „w 1936 Jan Nowak” tells a year."""
    return before.isdigit() and len(before) < 3


def initial_end(words: Sequence[Word], place: int) -> int:
    """The place of the point of an initial that begins here; 0 if none does."""
    if place + 1 >= len(words) or words[place + 1].text != "." or not words[place + 1].joined:
        return 0
    return place + 1 if words[place].is_capital and _INITIAL.fullmatch(words[place].text) else 0


def name_ends(words: Sequence[Word], place: int) -> Iterator[int]:
    """Places where a name that begins here may end, nearer ones first."""
    last = initial_end(words, place) or place
    if words[place].text not in _LEADING_PARTICLES and not initial_end(words, place):
        yield last
    for _ in range(_LONGEST_NAME):
        longer = _continued(words, place, last)
        if longer is None:
            return
        last = longer
        yield last


def _continued(words: Sequence[Word], first: int, last: int) -> int | None:
    """Where the name ends that takes in what follows `last`; None if it does not go on."""
    after = last + 1
    if after >= len(words) or (words[after].joined and words[last].text != "."):
        return None
    word = words[after]
    if word.text in lexicon.words("particles") or _is_capital_particle(words, first, after):
        return _after_particles(words, after)
    if _REGNAL.fullmatch(word.text):
        numbered = kind_of(words[last].text)
        return after if numbered.first_name or numbered.surname or numbered.unknown else None
    if initial_end(words, after):
        end = initial_end(words, after)
        return end if end + 1 < len(words) and is_name_word(words[end + 1]) else None
    if word.text in '„»"“':
        return _after_nickname(words, after)
    if word.text in ("z", "ze"):
        return _after_place_of_origin(words, first, last)
    byname = (
        _after_mystery(words, first, after) or _fixed_byname(words, after) or _after_arms(words, first, after)
    )
    if byname:
        return byname
    return after if is_name_word(word) and _may_continue(words, first, after) else None


def _after_particles(words: Sequence[Word], place: int) -> int | None:
    while place < len(words) and words[place].text.lower() in lexicon.words("particles"):
        place += 1 + _is_apostrophe(words, place + 1)
    if place + 1 < len(words) and words[place].text in STAYING and is_name_word(words[place + 1]):
        place += 1
    return place if place < len(words) and is_name_word(words[place]) else None


def _is_apostrophe(words: Sequence[Word], place: int) -> bool:
    """The mark of „de’ Medici”, a word of its own."""
    return place < len(words) and words[place].text in "'’" and words[place].joined


def _is_capital_particle(words: Sequence[Word], first: int, place: int) -> bool:
    """„Carlo De Santis”, „Jan De la Roche”: a particle of the surname, though written with a capital."""
    if place + 1 >= len(words) or words[place].text.lower() not in lexicon.words("particles"):
        return False
    after = words[place + 1]
    goes_on = is_name_word(after) or after.text in lexicon.words("particles")
    begins = kind_of(words[first].text)
    return goes_on and (begins.first_name or not begins.place)


def _after_nickname(words: Sequence[Word], mark: int) -> int | None:
    for close in (mark + 2, mark + 3):
        if close + 1 < len(words) and words[close].text in '”“"«':
            follows = words[close + 1]
            if is_name_word(follows) and not follows.joined and is_name_word(words[mark + 1]):
                return close + 1
    return None


def _after_place_of_origin(words: Sequence[Word], first: int, last: int) -> int | None:
    """„Jan z Tęczyna”: the place belongs to a first name, or to a first name with a byname."""
    named = words[first : last + 1]
    begins = kind_of(named[0].text)
    if not (begins.first_name or begins.surname or begins.unknown) or len(named) > 2:
        return None
    origin = last + 2
    if len(named) == _FIRST_AND_LAST and not _is_second_name(named[1].text, words[origin : origin + 1]):
        return None
    if origin >= len(words) or not is_name_word(words[origin]):
        return None
    if _comes_from_there(words, first):
        return None
    kind = kind_of(words[origin].text)
    if kind.first_name and not kind.place and origin + 1 < len(words) and _goes_on_a_name(words[origin + 1]):
        return None  # „w Guayaquil z José de San Martínem”
    if kind.place and words[origin].text.endswith(("em", "ą")):
        return None  # „Argos z Koryntem”
    return origin if kind.place or kind.unknown or _may_be_genitive(words[origin].text) else None


def _is_second_name(form: str, place: Sequence[Word]) -> bool:
    """„Jan Srogi z Tęczyna”, and „Jan Adam z Nassau”, if the place is none where many come from."""
    kind = kind_of(form)
    return kind.adjective or (kind.first_name and bool(place) and kind_of(place[0].text).unknown)


def _after_mystery(words: Sequence[Word], first: int, place: int) -> int | None:
    """„Jan od Krzyża”, „Anna od Dzieciątka Jezus”: a name in religion goes on with what is revered."""
    if words[place].text != "od":
        return None
    mysteries = lexicon.words("mysteries")
    end = place + 1
    while end < len(words) and words[end].text in mysteries and not words[end].joined:
        end += 1
    return end - 1 if end > place + 1 and kind_of(words[first].text).first_name else None


def _after_arms(words: Sequence[Word], first: int, place: int) -> int | None:
    """„Jan Bogoria Wolski”: between a first name and a surname in -ski stand the arms, called like a place."""
    said = words[first : place + 2]
    if first + 1 != place or len(said) != _LONGEST_HEADING + 1 or said[1].joined or said[2].joined:
        return None
    given, arms, surname = (word.text for word in said)
    is_placed = kind_of(arms).place and kind_of(given).first_name and is_name_word(said[1])
    looks_so = surname.endswith(_OF_SURNAMES) and surname[0].isupper()
    agree = _shares_a_case(given, surname) and _shares_a_case(given, arms)
    return place + 1 if is_placed and looks_so and agree else None


def _goes_on_a_name(word: Word) -> bool:
    return word.text in lexicon.words("particles") or is_name_word(word)


def _comes_from_there(words: Sequence[Word], first: int) -> bool:
    """„powrót Jana z Elby”, „wrócił król Jan z wyprawy”: the place is whence he came."""
    before = first - 1
    while before > 0 and any(r.lemma in lexicon.words("offices") for r in readings(words[before].text)):
        before -= 1
    return before >= 0 and any(
        reading.lemma in lexicon.words("motion_verbs") for reading in readings(words[before].text)
    )


def _may_be_genitive(form: str, numbers: Collection[str] = ("sg", "pl")) -> bool:
    return form.endswith("u") or any(
        slot[1] == "gen" and slot[0] in numbers for reading in readings(form) for slot in reading.slots
    )


def _shares_a_case(form: str, other: str) -> bool:
    """Whether two words may stand in one case of the singular: a name and its apposition."""
    cases = {slot[:2] for reading in readings(form) for slot in reading.slots if slot[0] == "sg"}
    return any(slot[:2] in cases for reading in readings(other) for slot in reading.slots)


def _fixed_byname(words: Sequence[Word], place: int) -> int | None:
    for parts in _bynames().get(words[place].text, ()):
        if [word.text for word in words[place : place + len(parts)]] == parts:
            return place + len(parts) - 1
    return None


@cache
def _bynames() -> dict[str, list[list[str]]]:
    """The words of each byname, by the first of them."""
    found: dict[str, list[list[str]]] = {}
    for byname in lexicon.lines("bynames"):
        parts = byname.split()
        found.setdefault(parts[0], []).append(parts)
    return found


def _may_continue(words: Sequence[Word], first: int, place: int) -> bool:
    kind = kind_of(words[place].text)
    begins = kind_of(words[first].text)
    if kind.first_name or kind.surname:
        return not (kind.office and kind.common) or _is_name_and_rank(words, first, place)
    if kind.unknown or (begins.unknown and _is_byname(kind, words[place].text)):
        return True
    if kind.office or not (begins.first_name or may_be_first_name(words[first].text)):
        return False
    if kind.people:
        return _shares_a_case(words[first].text, words[place].text)
    if _is_surname_by_its_place(words, first, place, kind):
        return True
    if begins.foreign_first_name and (kind.place or kind.common):
        return True
    if kind.place and not kind.common and not _may_be_genitive(words[place].text, {"sg"}):
        return not _shares_a_case(words[first].text, words[place].text)
    return kind.adjective or (kind.common and _is_masculine_person(words[place].text))


def is_title_after_a_name(form: str) -> bool:
    """„Savfet Pasza”: a title of the East that is written as a part of the name."""
    return any(one.lemma in lexicon.words("titles_after_names") for one in readings(form))


def _is_name_and_rank(words: Sequence[Word], first: int, place: int) -> bool:
    """„Piotr Patrycjusz”, „Savfet Pasza”: what is a rank too goes on a first name."""
    one, other = words[first].text, words[place].text
    if first + 1 == place and kind_of(one).unknown and is_title_after_a_name(other):
        return True
    are_given = kind_of(one).first_name and kind_of(other).first_name
    return are_given and first + 1 == place and _shares_a_case(one, other)


def _is_surname_by_its_place(words: Sequence[Word], first: int, place: int, kind: Kind) -> bool:
    """A noun for a thing right after a first name and in its case, with no proper name going on: „Jan Sałata”."""
    form = words[place].text
    if not kind.common or kind.adjective or not _shares_a_case(words[first].text, form):
        return False
    if any(reading.lemma in lexicon.table("bodies") for reading in readings(form)):
        return False
    genders = {slot[2] for reading in readings(form) for slot in reading.slots}
    is_thing = form.endswith("ę") or bool(genders & {"m2", "m3"})
    return is_thing and not (place + 1 < len(words) and words[place + 1].is_capital)


def _is_byname(kind: Kind, form: str) -> bool:
    """„Maksym Wyznawca”: what an unknown first name may go on with is a capitalised noun for a man."""
    if not kind.common or kind.office or kind.people or kind.place:
        return False
    return all(
        reading.pos == "subst" and any(slot[2] == "m1" for slot in reading.slots)
        for reading in readings(form)
    )


def _is_masculine_person(word: str) -> bool:
    return any(slot[2] == "m1" for reading in readings(word) for slot in reading.slots)


def name_words(words: Sequence[Word], first: int, last: int) -> tuple[str, ...]:
    """What a name says, an initial with its point, a nickname in quotation marks left out."""
    said: list[str] = []
    nickname = False
    for word in words[first : last + 1]:
        if word.text in "„”“\"»«'’‘" and not (word.text in "'’" and said and said[-1].islower()):
            nickname = not nickname
        elif word.text in "'’" and word.joined and said and said[-1].islower():
            said[-1] += word.text
        elif word.text == "." and said and not nickname:
            said[-1] += "."
        elif not nickname:
            said.append(word.text)
    return tuple(said)

"""What makes a single capitalised word sure to be a person: a title, a deed, a relative, the spelling."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from quizapp.text import lexicon
from quizapp.text.names.found import Found
from quizapp.text.names.kinds import Kind, kind_of
from quizapp.text.names.neighbours import bears_title, is_described, is_met, is_told
from quizapp.text.names.peoples import is_countryman
from quizapp.text.offices.complements import adjective_slots, rules_a_land
from quizapp.text.offices.heads import head_reading
from quizapp.text.words import Slot, Word, readings

_OF_A_PERSON = tuple(
    ending
    for stem in ("sk", "ck", "wicz", "iusz", "jusz")
    for ending in (
        (stem, stem + "a", stem + "owi", stem + "em")
        if stem.endswith("z")
        else (stem + "i", stem + "iego", stem + "iemu", stem + "im")
    )
)
_BETWEEN_NAME_AND_VERB = frozenset(
    ("się", "mu", "jej", "go", "ją", "im", "też", "także", "zaś", "jednak", "sam", "już")
)
_BEFORE_PERSONS = frozenset(("przeciw", "przeciwko", "wobec", "dla", "u", "względem"))
_OF_AGE = ("letni", "letniego", "letniemu", "letnim", "letnia", "letniej", "letnią")
_BE_AND_WHAT = 2
_MARKS = frozenset("„”»«\"“‘’'")


def is_sure(words: Sequence[Word], found: Found, title: frozenset[Slot] | None) -> bool:
    """Whether a name needs no support from the rest of the text."""
    if found.is_full:
        return True
    return not _is_of_a_land(words, found) and _is_somebody(words, found, title)


def _is_somebody(words: Sequence[Word], found: Found, title: frozenset[Slot] | None) -> bool:
    """Whether a single word is sure to name a person, by its title, by what it does or by itself."""
    kind = kind_of(words[found.first].text)
    if title and _goes_with(title, found.naming.case) and _bears_a_title(words, found, kind):
        return True
    if bears_title(words, found.first, title):
        return True
    if _is_numbered(words, found.last + 1):
        return False
    if _is_said_to_act(words, found) and not (kind.common or kind.place or kind.people):
        return True
    if _has_capital_neighbour(words, found):
        return False
    if _is_womans_name_described(words, found) and found.words[0] not in lexicon.words("never_first_names"):
        return True
    return _is_a_name_by_itself(words, found, kind) or _is_somebody_there(words, found, kind)


def _is_of_a_land(words: Sequence[Word], found: Found) -> bool:
    """„w Andromedzie”, „namiestnik Lidii”: what bears the first name of a woman there is no woman."""
    if found.naming.gender != "f" or not found.first:
        return False
    before = words[found.first - 1].text
    if before.lower() in ("w", "we", "na"):
        felt = lexicon.words("verbs_of_feeling")
        is_felt = any(one.lemma in felt for word in words for one in readings(word.text))
        return _may_stand_in(words[found.first].text, "loc") and not is_felt
    return is_ruled(words, found)


def is_ruled(words: Sequence[Word], found: Found) -> bool:
    """„namiestnik Lidii”: a land, of whose name women are called."""
    is_hers = found.first > 0 and not found.is_full and _may_stand_in(words[found.first].text, "gen")
    return is_hers and rules_a_land(words[found.first - 1].text)


def _may_stand_in(form: str, case: str) -> bool:
    return any(("sg", case, "f") in one.slots and "imię" in one.labels for one in readings(form))


def _is_numbered(words: Sequence[Word], place: int) -> bool:
    """„Apollo 11”, but not „Jan 3 maja wyjechał”."""
    if place >= len(words) or not words[place].text.isdigit():
        return False
    return place + 1 >= len(words) or words[place + 1].text not in lexicon.table("months")


def _goes_with(title: frozenset[Slot], case: str) -> bool:
    """Whether a title and a name agree, or the title is what the one named became or was made."""
    cases = {slot[1] for slot in title}
    return case in cases or (cases == {"inst"} and case in ("nom", "acc"))


def _bears_a_title(words: Sequence[Word], found: Found, kind: Kind) -> bool:
    """Whether a single word after a title names its bearer, and not the country or body of the office."""
    is_people = kind.people or (kind.unknown and is_countryman(words[found.first].text))
    if is_people or (kind.place and not kind.first_name):
        return False
    return not kind.common or kind.first_name or kind.surname or _is_person_noun(words[found.first].text)


def _is_a_name_by_itself(words: Sequence[Word], found: Found, kind: Kind) -> bool:
    """Whether the dictionary or the look of the word leaves nothing else that it could be."""
    form = words[found.first].text
    if kind.unknown and found.first and form.endswith(_OF_A_PERSON):
        return True
    is_eponym = kind.surname and not (kind.place or kind.office) and _is_eponym(form)
    is_eponym = is_eponym and not (_opens(words, found.first) and _is_somebody_of_a_kind(form))
    return kind.is_plainly_a_name or is_eponym or (_is_byname(form) and not _opens(words, found.first))


def _is_somebody_there(words: Sequence[Word], found: Found, kind: Kind) -> bool:
    """Whether what stands around a first name, or a word that nobody knows, tells that it is a person."""
    if kind.people or not (kind.unknown or is_mans_first_name(words[found.first].text)):
        return False
    before = words[found.first - 1].text.lower() if found.first else ""
    if before == "do" and is_described(words, found):
        return True
    if _is_in_such_a_place(words, found.first):
        return False
    things = lexicon.words("place_prepositions") | lexicon.words("named_things")
    if before in things or any(reading.lemma in things for reading in readings(before or ".")):
        return False
    if is_of_a_human(words, found):
        return True
    if kind.unknown or kind.office:
        return False
    if kind.place:
        is_with = before in ("z", "ze") and found.naming.case == "inst"  # „z Kazimierza” would be whence
        return is_with or (before in _BEFORE_PERSONS and found.naming.case != "nom")
    return found.first > 0 and before not in _MARKS and not _is_sentence_end(before)


def _is_in_such_a_place(words: Sequence[Word], place: int) -> bool:
    """„we frygijskiej Apamei”."""
    before = [word.text.lower() for word in words[max(place - 2, 0) : place]]
    return before[:1] in (["w"], ["we"]) and any(one.pos == "adj" for one in readings(before[-1]))


def _is_womans_name_described(words: Sequence[Word], found: Found) -> bool:
    """„małoletniej Jadwigi”: a first name of women after an adjective in its case."""
    if found.first == 0 or found.naming.gender != "f" or not kind_of(words[found.first].text).first_name:
        return False
    before = words[found.first - 1].text
    return before.islower() and any(
        reading.pos in ("adj", "ppas", "pact") and ("sg", found.naming.case, "f") in reading.slots
        for reading in readings(before)
    )


def is_of_a_human(words: Sequence[Word], found: Found) -> bool:
    """Whether the name does what only people do, or an apposition calls it somebody's relative or a tradesman."""
    return (
        _acts(words, found)
        or is_described(words, found)
        or _is_made(words, found.last + 1)
        or _has_an_age(words, found)
        or _is_characterised(words, found)
        or _bears_a_title_after(words, found)
        or _belongs_to_persons(words, found)
        or is_told(words, found)
        or is_met(words, found)
    )


def _has_an_age(words: Sequence[Word], found: Found) -> bool:
    """„X miała niespełna sześć lat”, „siedemdziesięcioletni X”."""
    aged = words[found.first - 1].text if found.first else "."
    gender = "f" if found.naming.gender == "f" else "m1"
    if aged.endswith(_OF_AGE) and ("sg", found.naming.case, gender) in adjective_slots(aged.lower()):
        return True
    verb = words[found.last + 1].text if found.last + 1 < len(words) else ""
    counted = {word.text for word in words[found.last + 2 : found.last + 7]}
    return any(reading.lemma == "mieć" for reading in readings(verb or ".")) and bool(
        counted & {"lat", "lata"}
    )


def _bears_a_title_after(words: Sequence[Word], found: Found) -> bool:
    """„Mahmud pasza”, „Abazego paszy”: a title of the East, in the case of the name."""
    after = words[found.last + 1].text if found.last + 1 < len(words) else "."
    titles = lexicon.words("titles_after_names")
    return after.islower() and any(
        one.lemma in titles and any(slot[1] == found.naming.case for slot in one.slots)
        for one in readings(after)
    )


def _is_characterised(words: Sequence[Word], found: Found) -> bool:
    """„Leon był uparty”, „Leonowi, odciętemu od …”: what is said of a first name that is a thing's too."""
    form = words[found.first].text
    kind = kind_of(form)
    if not is_mans_first_name(form) or (kind.place and not kind.common):
        return False
    after = [word.text for word in words[found.last + 1 : found.last + 3]]
    slot = ("sg", found.naming.case, "m1")
    if len(after) < _BE_AND_WHAT:
        return False
    if after[0] == ",":
        return any(one.pos == "ppas" and slot in one.slots for one in readings(after[1]))
    return (
        slot[1] == "nom"
        and after[0] == "był"
        and any(one.pos in ("adj", "pact") and slot in one.slots for one in readings(after[1]))
    )


def _belongs_to_persons(words: Sequence[Word], found: Found) -> bool:
    """„pod wodzą X”, „po śmierci X”: the noun before is one of people."""
    if found.first == 0 or found.naming.case not in ("gen", "acc"):
        return False
    nouns = lexicon.words("nouns_of_persons")
    return any(
        reading.pos == "subst" and reading.lemma in nouns for reading in readings(words[found.first - 1].text)
    )


def _is_made(words: Sequence[Word], place: int) -> bool:
    """„uznano X za cesarza”, „X wybrano na króla”."""
    if place < len(words) and any(reading.pos == "imps" for reading in readings(words[place].text)):
        place += 1
    if place + 1 >= len(words) or words[place].text not in ("za", "na"):
        return False
    office = head_reading(words[place + 1].text)
    return office is not None and any(slot[1] == "acc" for slot in office.slots)


def _is_sentence_end(before: str) -> bool:
    return before in (".", ":", "!", "?", "(", "–", "—", "-")


@lru_cache(maxsize=20_000)
def is_mans_first_name(form: str) -> bool:
    """Whether the dictionary has the form as a first name of men, whatever else it may be."""
    if form in lexicon.words("never_first_names"):
        return False
    return any(
        "imię" in reading.labels and any(slot[0] == "sg" and slot[2] == "m1" for slot in reading.slots)
        for reading in readings(form)
    )


def _acts(words: Sequence[Word], found: Found) -> bool:
    """„X umarł”, „odparł X”: the subject of a verb that only people are the subject of."""
    if found.naming.case != "nom":
        return False
    gender = "f" if found.naming.gender == "f" else "m1"
    is_known = not kind_of(words[found.first].text).unknown
    return any(_is_human_deed(words[place].text, gender, is_known) for place in _beside(words, found))


def _beside(words: Sequence[Word], found: Found) -> list[int]:
    """The places next to the name where its verb may stand, little words left out."""
    before, after = found.first - 1, found.last + 1
    while before > 0 and words[before].text in _BETWEEN_NAME_AND_VERB:
        before -= 1
    while after < len(words) - 1 and words[after].text in _BETWEEN_NAME_AND_VERB:
        after += 1
    return [place for place in (before, after) if 0 <= place < len(words)]


@lru_cache(maxsize=20_000)
def _is_human_deed(form: str, gender: str, or_of_states: bool) -> bool:
    deeds = lexicon.words("human_deeds")
    if or_of_states:
        deeds |= lexicon.words("speech_verbs") | lexicon.words("motion_verbs")
    return any(
        reading.pos == "praet" and reading.lemma in deeds and ("sg", "nom", gender) in reading.slots
        for reading in readings(form)
    )


def _opens(words: Sequence[Word], place: int) -> bool:
    """Whether a word owes its capital to its place: it opens a sentence or what is said."""
    return not place or words[place - 1].text in _MARKS or _is_sentence_end(words[place - 1].text)


def _is_somebody_of_a_kind(form: str) -> bool:
    """„Żołnierz, który …”: a noun for people of a kind, though some bear it as their name."""
    nouns = lexicon.words("occupations") | lexicon.words("people") | lexicon.words("relatives")
    return any(reading.lemma in nouns for reading in readings(form))


@lru_cache(maxsize=20_000)
def _is_byname(form: str) -> bool:
    """„Łokietek”: a noun that the dictionary knows as what a ruler was called besides."""
    known = readings(form)
    return any("przydomek" in one.labels for one in known) and all(one.pos == "subst" for one in known)


def _is_eponym(form: str) -> bool:
    """Whether the only common noun that the form may be is the name itself in small letters: „galileusz”."""
    lemmas = {reading.lemma for reading in readings(form)}
    return _is_person_noun(form) and len({lemma.lower() for lemma in lemmas}) == 1


def _is_person_noun(form: str) -> bool:
    """Whether all common nouns that the form may be are for men: „stańczyk”, „zawisza”."""
    common = [reading for reading in readings(form) if reading.lemma[0].islower()]
    return all(
        reading.pos == "subst" and any(slot[2] == "m1" for slot in reading.slots) for reading in common
    )


def _is_said_to_act(words: Sequence[Word], found: Found) -> bool:
    """„według X”, „zdobyty przez X”, „mówił X”."""
    if not found.first:
        return False
    before = words[found.first - 1].text.lower()
    if before == "przez" and found.first > 1:
        return any(reading.pos in ("ppas", "imps") for reading in readings(words[found.first - 2].text))
    if before in lexicon.lines("attributing_prepositions"):
        return True
    verbs = lexicon.words("speech_verbs")
    return found.naming.case == "nom" and any(
        reading.lemma in verbs and ("sg", "nom", "m1") in reading.slots and reading.pos == "praet"
        for reading in readings(before)
    )


def _has_capital_neighbour(words: Sequence[Word], found: Found) -> bool:
    """A capitalised word that stands right beside: the name may be part of a longer proper name."""
    before, after = found.first - 1, found.last + 1
    return (before > 0 and words[before].is_capital and words[before].text.isalpha()) or (
        after < len(words) and words[after].is_capital and words[after].text.isalpha()
    )

"""Names of persons that things bear: streets, schools, ships, titles of works, churches of saints."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.text import lexicon
from quizapp.text.names.found import Found
from quizapp.text.names.kinds import kind_of
from quizapp.text.offices.heads import head_reading
from quizapp.text.offices.origins import origins
from quizapp.text.words import Reading, Word, readings

_OPENING, _CLOSING = '„«»“"', '”»«"'
_LONGEST_TITLE = 3
_ENDS_OF_APPOSITION = frozenset(",.;:)–—")


def belongs_to_a_thing(words: Sequence[Word], found: Found) -> bool:
    """„ulica Jana Matejki”, „im. Kopernika”: named after a person, who does nothing there."""
    before = found.first - 1
    if before < 0:
        return False
    if [word.text for word in words[before - 1 : before + 1]] == ["z", "domu"]:
        return True
    if (
        _is_called_room(words, found)
        or _is_title_of_a_work(words, found)
        or _is_where(words, found)
        or _is_town(words, found)
    ):
        return True
    before = _before_title(words, before)
    if words[before].text == ".":
        return _after_abbreviation(words, before - 1, found.naming.case)
    return _after_noun(words, before, found.naming.case)


def _is_called_room(words: Sequence[Word], found: Found) -> bool:
    """„w Sali Zegarowej”: a noun for a building or town and its adjective, both with capitals."""
    heads = lexicon.words("place_heads") | lexicon.words("towns")
    is_head = any(one.lemma in heads for one in readings(words[found.first].text))
    is_pair = found.last == found.first + 1
    return (
        is_head
        and is_pair
        and kind_of(words[found.last].text).adjective
        and not kind_of(words[found.last].text).surname
    )


def _before_title(words: Sequence[Word], place: int) -> int:
    """The place of what a saint or ruler is named with: „forcie świętego Jana”, „Wyspie Księcia Edwarda”."""
    title = words[place].text
    is_rulers = title[0].isupper() and words[place - 1].is_capital and head_reading(title) is not None
    return place - 1 if place and (title.lower().startswith("święt") or is_rulers) else place


def _is_where(words: Sequence[Word], found: Found) -> bool:
    """„w Erfurcie”, „na Polu Marsowym”: a place, though some bear its name; „na Hitlerze” is a person."""
    before = words[found.first - 1].text.lower()
    case = found.naming.case
    if before in ("świętej", "świętym") and found.first > 1 and words[found.first - 2].text.lower() == "na":
        return words[found.first - 1].is_capital  # „na Świętej Łucji”
    if case not in ("loc", "nom") or _is_polish_first_name(words[found.first].text, case):
        return False
    if found.first == found.last or case == "nom":  # „w Camp David”
        return before in ("w", "we")
    ends_in_adjective = kind_of(words[found.last].text).adjective and found.last == found.first + 1
    return before in ("w", "we", "na") and case == "loc" and ends_in_adjective


def _is_town(words: Sequence[Word], found: Found) -> bool:
    """„pochodził z Ciudad Barrios, niewielkiego miasteczka”: the words after the comma say what it is."""
    if found.first == found.last and is_named_as_town(words, found.first):
        return True
    after = words[found.last + 1 : found.last + 4]
    placed = words[found.first - 1].text.lower() in ("z", "ze", "do", "od", "w", "we", "koło", "pod", "nad")
    named = any(
        reading.lemma in lexicon.words("towns") for word in after[1:] for reading in readings(word.text)
    )
    return placed and bool(after) and after[0].text == "," and named


def is_named_as_town(words: Sequence[Word], place: int) -> bool:
    """„ich warownię, X, zburzono”: a word that nobody knows in apposition to a noun for a town."""
    if place < len(("town", ",")) or words[place - 1].text != "," or not kind_of(words[place].text).unknown:
        return False
    ends = place + 1 >= len(words) or words[place + 1].text in _ENDS_OF_APPOSITION
    return ends and any(
        reading.lemma in lexicon.words("towns") for reading in readings(words[place - 2].text)
    )


def _is_polish_first_name(form: str, case: str) -> bool:
    return any(
        "imię" in reading.labels and any(slot[1] == case for slot in reading.slots)
        for reading in readings(form)
    )


def _is_title_of_a_work(words: Sequence[Word], found: Found) -> bool:
    """A ship or a work in quotation marks: „Stefan Batory”, „Pan Tadeusz”."""
    after = found.last + 1
    if after >= len(words) or words[after].text not in _CLOSING:
        return False
    for place in range(found.first - 1, max(found.first - _LONGEST_TITLE, 0) - 1, -1):
        if words[place].text in _OPENING:
            return True
        if not _is_of_a_title(words[place].text):
            return False
    return False


def _is_of_a_title(form: str) -> bool:
    """Whether a capitalised word may stand before a name in a title: „Pan”, „Ksiądz”, „Młodego”."""
    return form[0].isupper() and any(
        reading.pos == "adj"
        or (reading.pos == "subst" and any(slot[2] in ("m1", "f") for slot in reading.slots))
        for reading in readings(form)
    )


def _after_abbreviation(words: Sequence[Word], place: int, case: str) -> bool:
    """„im. X”, „ul. X”; „kościół św. X”, „Góra św. X”."""
    if place < 0 or words[place].text in ("im", "ul", "pl", "al"):
        return place >= 0
    return words[place].text.lower() == "św" and place > 0 and _after_noun(words, place - 1, case)


def _is_adjective_of_a_place(known: Sequence[Reading], form: str) -> bool:
    """„na placu Wilhelmowskim”: a name in -ski after the place and in its case."""
    cases = {
        slot[1] for one in origins(form) if one.nominative.endswith(("ski", "cki")) for slot in one.slots
    }
    places = (one for one in known if one.lemma in lexicon.words("place_heads"))
    return any(
        slot[0] == "sg" and slot[1] in cases and slot[2] != "f" for one in places for slot in one.slots
    )


def _after_noun(words: Sequence[Word], place: int, case: str) -> bool:
    if place and [word.text.lower() for word in words[place - 1 : place + 1]] == ["w", "imieniu"]:
        return False
    known = readings(words[place].text)
    if any(reading.lemma in lexicon.words("named_things") for reading in known):
        return case == "nom"
    heads = lexicon.words("place_heads")
    if place and words[place].is_capital:  # „Związek Walki Czynnej”
        heads |= lexicon.words("organizations")
    if _is_adjective_of_a_place(known, words[place + 1].text):
        return True
    cases = {slot[1] for thing in known if thing.lemma in heads for slot in thing.slots if slot[0] == "sg"}
    return bool(cases) and (case in ("gen", "acc") or {"nom", case} <= cases)

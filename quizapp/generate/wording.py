"""Stems and sentences put together out of units of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from quizapp.generate.dating import counts_its_year, points_elsewhere, worded
from quizapp.generate.material import Sentence, Unit
from quizapp.generate.words import (
    ADJECTIVES,
    ADVERB,
    PREPOSITION,
    agree,
    has,
    is_finite,
    is_noun,
    lemmas,
    readings,
    word_list,
)

_PARTICIPLES = frozenset({"pact", "ppas"})
_ACTIVE = frozenset({"pact"})
_AT_THAT_TIME = frozenset({"wówczas", "wtedy"})
_FIGURES = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}")
_OF_AGE = re.compile(r"[\w-]{4,}letni(?:a|ego|ej|emu|ą|m)?")
_OF_A_PLACE = re.compile(r"(?:[sc]|dz)k(?:i|a|ie)$")
_FEW = 2
_NO_SPACE_BEFORE = frozenset(",.;:!?)]”")
_YEARS_CUT = re.compile(r"\b([Ww]) l\. (?=\d)")
"""„w l. 1907–10”, as encyclopaedias shorten it."""
_NESTED = str.maketrans({"„": "»", "”": "«", "“": "»"})
_INSTITUTIONS = frozenset({"sejm"})
_IN_REPLY = frozenset(
    {"odpowiedzi", "zamian", "rezultacie", "efekcie", "konsekwencji", "następstwie", "wyniku"}
)
PARTS_OF_A_TIME = frozenset({"późnym", "wczesnym", "późną", "wczesną", "głęboką"})
_TO_WHAT = frozenset({"na", "za"})
_AT_AN_HOUR = frozenset({"o", "około", "ok", "przed", "po", "od", "do"})
_NAME_LABELS = frozenset({"nazwa_geograficzna", "imię", "nazwisko"})


def joined(units: Iterable[Unit], sentence: Sentence) -> str:
    """The units as one phrase: blanks as in the text, the first word of the sentence in lower case."""
    parts: list[str] = []
    previous: Unit | None = None
    for unit in _tidy(list(units)):
        if parts and not _touch(previous, unit) and unit.text[0] not in _NO_SPACE_BEFORE:
            parts.append(" ")
        parts.append(lowered(unit, sentence))
        previous = unit
    return _YEARS_CUT.sub(r"\1 latach ", " ".join("".join(parts).split()))


def _touch(previous: Unit | None, unit: Unit) -> bool:
    """Whether nothing stands between the two in the text; a name that was put in touches nothing."""
    if previous is None or unit.span.start == unit.span.end:
        return False
    return previous.span.start < previous.span.end == unit.span.start


def _tidy(units: list[Unit]) -> list[Unit]:
    """Without commas that would stand first, last, or twice in a row."""
    kept: list[Unit] = []
    opened = False  # by a comma whose words before it were taken out: its partner goes too
    for unit in units:
        if unit.text == "," and (not kept or opened):
            opened = not kept
            continue
        if unit.text == "," and kept[-1].text == ",":  # what stood between them was taken out
            kept.pop()
            continue
        kept.append(unit)
    while kept and kept[-1].text in ",;:–—":
        kept.pop()
    return kept


def lowered(unit: Unit, sentence: Sentence) -> str:
    """The unit as it would stand inside a sentence: a common word that only opened one loses its capital.

    A day in figures („16.04.2003”) is said with the name of its month, a bare year with „r.”.
    """
    if unit.date and _FIGURES.match(unit.text):
        return worded(unit.date, unit.date)
    if unit.date and unit.date.precision == "year" and unit.text.isdigit():
        return f"{unit.text} r."
    first = sentence.units[0]
    if unit is not first or unit.kind not in ("word", "date") or not unit.text[:1].isupper():
        return unit.text
    if unit.kind == "word" and (sentence.opens_with_name or _keeps_capital(unit.text, sentence.units[1:2])):
        return unit.text
    return unit.text[0].lower() + unit.text[1:]


def _keeps_capital(word: str, following: Sequence[Unit]) -> bool:
    """Whether the first word of a sentence is a name, or begins one („Rada Państwa”, „Czerwona Armia”)."""
    common = [reading for reading in readings(word.lower()) if reading.lemma[:1].islower()]
    people = any(one.lemma[0].isupper() and {"m1", "pl", "nom"} <= one.marks for one in readings(word))
    if not common or people or (word.isupper() and len(word) > 1):  # „Anglicy”
        return True
    after = following[0].text if following and following[0].kind == "word" else ""
    if word.lower() in _INSTITUTIONS:  # „Sejm uchwalił”, but „sejm czteroletni”
        return not (after.islower() and agree(after, word.lower()))
    if "nagroda" in lemmas(word.lower()) and after[:1].isupper():  # „Nagroda Nobla”
        return True
    tie = "związek" in lemmas(word.lower()) and any(r.lemma in word_list("lands") for r in readings(after))
    if has(word.lower(), PREPOSITION) or tie:  # „związek Danii z Norwegią”
        return False
    if after[:1].isupper():
        opens = any(reading.lemma in word_list("institutions") for reading in common)
        if has(word.lower(), _PARTICIPLES):  # „odrodzona Polska”
            return False
        described = agree(after.lower(), word.lower())  # „Stolica Apostolska”, not „działalność Komisji”
        return opens or described or _begins_a_name(word, after)
    if any(reading.lemma in word_list("lands") for reading in readings(word)) and not is_noun(after):
        return True
    named = any(reading.labels & _NAME_LABELS for reading in readings(word))
    describes = has(word.lower(), ADJECTIVES) and is_noun(after)
    return named and not describes and all(reading.pos in ADJECTIVES for reading in common)


def _begins_a_name(word: str, after: str) -> bool:
    """Whether an adjective belongs to the capital after it: „Wielki Wybuch”, „Czarny Piątek”, not „polski Sejm”."""
    common = [reading for reading in readings(word.lower()) if reading.lemma[:1].islower()]
    if all(reading.pos in ADJECTIVES for reading in common):
        return True
    named = any(one.lemma == after and one.labels & _NAME_LABELS for one in readings(after))
    of_a_land = _OF_A_PLACE.search(word.lower())
    return agree(word.lower(), after.lower()) and not named and not of_a_land


def capitalized(phrase: str) -> str:
    """The phrase with a capital at its beginning."""
    return phrase[:1].upper() + phrase[1:]


def without_particles(units: Iterable[Unit]) -> list[Unit]:
    """The units without the words that only tie the sentence to the one before; „rok później” stays whole."""
    kept: list[Unit] = []
    told = _without_in_reply(list(units))
    for at, unit in enumerate(told):
        if _OF_AGE.fullmatch(unit.text) and any(one.person for one in told[at + 1 : at + 3]):
            continue  # an age gives the year away
        counts = bool(kept) and (measures_time(kept[-1]) or kept[-1].lower == "raz")  # „raz jeszcze”
        one_more = unit.lower == "jeszcze" and any(
            "jeden" in lemmas(one.lower) for one in told[at + 1 : at + 2]
        )
        if counts or one_more or unit.lower not in word_list("particles"):
            kept.append(unit)
        elif kept and unit.lower in _AT_THAT_TIME and has(kept[-1].lower, _ACTIVE):
            kept.pop()  # „obradujący wówczas sejm”
    return kept


def _without_in_reply(units: list[Unit]) -> list[Unit]:
    """The units without „w odpowiedzi”, „w rezultacie” and the like where it is not said to what."""
    for at in range(len(units) - 2):
        if (
            units[at].lower == "w"
            and units[at + 1].lower in _IN_REPLY
            and units[at + 2].lower not in _TO_WHAT
        ):
            return [*units[:at], *units[at + 2 :]]
    return units


def without_relative_dates(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units without „dwa dni później”, „nazajutrz” and „w następnym roku”: who did it needs no such date."""
    kept: list[Unit] = []
    for unit in units:
        if unit.date and (points_elsewhere(unit.date) or counts_its_year(unit.date)):
            if kept and has(kept[-1].lower, PREPOSITION):
                kept.pop()
            continue
        kept.append(unit)
    return tuple(kept)


def without_times_of_day(units: Sequence[Unit]) -> list[Unit]:
    """The units without „o świcie”, „wieczorem” and the like: what remains of a date that was taken out."""
    kept: list[Unit] = []
    place = 0
    while place < len(units):
        length = _length_of_time_of_day(units, place)
        if not length and units[place].lower in PARTS_OF_A_TIME and _length_of_time_of_day(units, place + 1):
            length = 1  # „późnym (wieczorem)”
        if not length:
            kept.append(units[place])
        place += length or 1
        if length and [unit.lower for unit in units[place : place + 1]] == ["czasu"]:  # „czasu brukselskiego”
            place += 2
    return kept


def _length_of_time_of_day(units: Sequence[Unit], place: int) -> int:
    if place >= len(units):
        return 0
    if [unit.lower for unit in units[place + 1 : place + 2]] == ["minut"] and place + 2 < len(units):
        rest = _length_of_time_of_day(units, place + 2)  # „parę minut po godzinie 9”
        return 2 + rest if rest else 0
    if units[place].lower in _AT_AN_HOUR and (hours := _length_of_hour(units[place + 1 : place + 6])):
        return 1 + hours
    for length in (3, 2, 1):
        said = " ".join(unit.lower for unit in units[place : place + length])
        if said in word_list("times_of_day"):
            return length
    return 0


def _length_of_hour(units: Sequence[Unit]) -> int:
    """How many units say an hour: „szóstej”, „godzinie 21”, „godz. 8:30”; 0 if they say none."""
    said = [unit.lower for unit in units]
    named = 2 if said[:2] == ["godz", "."] else int(bool(said) and "godzina" in lemmas(said[0]))
    if named:
        hour, minutes = said[named : named + 1], said[named + 1 : named + 3]
        with_minutes = len(minutes) == 2 and minutes[0] in ".:" and minutes[1].isdigit()
        return named + len(hour) + 2 * with_minutes
    counts_a_thing = len(said) > 1 and agree(said[0], said[1])  # „od pierwszej wojny”
    return int(bool(said) and said[0] in word_list("hours") and not counts_a_thing)


def without_inserts(units: Sequence[Unit]) -> list[Unit]:
    """The units without what a participle adds between two commas: „Nowak, będący w Paryżu, …”, „w dniu zwanym …”."""
    kept = list(units)
    commas = [place for place, unit in enumerate(kept) if unit.text == ","]
    for opening, closing in reversed(list(pairwise(commas))):
        inside = kept[opening + 1 : closing]
        participle = any(unit.kind == "word" and has(unit.lower, _PARTICIPLES) for unit in inside[:3])
        if participle or only_describes(inside):
            del kept[opening : closing + 1]
    return kept


def only_describes(units: Sequence[Unit]) -> bool:
    """„ciężko chory”: an adjective in the nominative with its adverb, and nothing else."""
    words = [unit for unit in units if unit.kind == "word"]
    last = words[-1].lower if words else ""
    plain = len(words) == len(units) <= _FEW and all(has(unit.lower, ADVERB) for unit in words[:-1])
    return (
        bool(last)
        and plain
        and has(last, ADJECTIVES, "nom", "sg")
        and (len(words) == _FEW or not is_noun(last))
    )


def is_inserted(units: Sequence[Unit], at: int) -> bool:
    """Whether the unit belongs to what a participle adds between commas: „pokój, narzucony Turcji 3 marca, …”."""
    commas = [place for place, unit in enumerate(units) if unit.text == ","]
    opening = max((place for place in commas if place < at), default=None)
    if opening is None:
        return False
    closing = min((place for place in commas if place > at), default=len(units))
    inside = [unit.lower for unit in units[opening + 1 : closing] if unit.kind == "word"]
    adds = any(has(form, _PARTICIPLES) for form in inside[:3])
    return adds and not any(is_finite(form) for form in inside)


def measures_time(unit: Unit) -> bool:
    """Whether the unit is a noun like „rok” or „dzień”, outside a date."""
    return unit.kind == "word" and bool(lemmas(unit.lower) & word_list("time_nouns"))


def quoted(words: str, limit: int = 160) -> str:
    """The words in Polish quotation marks, inner marks changed to »«, cut at a word if long."""
    inner = " ".join(words.split()).translate(_NESTED)
    if len(inner) > limit:
        inner = inner[:limit].rsplit(" ", 1)[0].rstrip(",;:–") + " […]"
    return f"„{inner}”"


def sentence_feedback(sentence: str) -> str:
    """The feedback that shows the sentence of the text."""
    return f"W tekście czytamy: {quoted(sentence, 300)}"

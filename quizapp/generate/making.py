"""What a participle with a date tells: „rozejm zawarty 15 stycznia 1582 roku” says when it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from quizapp.generate.dating import (
    YEAR_IN_FIGURES,
    moment,
    points_elsewhere,
    proof_of_year,
    says_year,
    year_of,
)
from quizapp.generate.facts.dated import DatePhrase, date_phrase_at, is_season
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.material import Sentence, Unit
from quizapp.generate.noun_phrases import Phrase
from quizapp.generate.standing import says_where_or_when, why_not_alone
from quizapp.generate.wording import joined, sentence_feedback
from quizapp.generate.words import (
    ADJECTIVES,
    GENDERS,
    NOUNS,
    PREPOSITION,
    agree,
    forms,
    has,
    is_finite,
    lemmas,
    readings,
    word_list,
)
from quizapp.generate.years import asked_by
from quizapp.items.item import Item
from quizapp.text.spans import Span

PASSIVE = frozenset({"ppas"})
OF_A_COURSE = frozenset({"rozpocząć", "zakończyć", "zacząć", "skończyć"})
_OF_A_RESULT = frozenset({"odnieść", "ponieść"})
_WITH_GENITIVE = frozenset({"dokonać", "udzielić"})
_UNFIT = frozenset({"urodzić", "zrodzić", "datować", "antydatować"})
"""What is dated was made before."""
_PLACES = frozenset({"w", "we", "na", "pod", "przy"})
_BETWEEN = frozenset({"między", "pomiędzy"})
_ENDS = frozenset({",", ".", ";", "–", "—", ":"})
_BY, _ITSELF = "przez", "się"
_WINTER = "-24"
_SHORT_PLACE, _SHORT_SUBJECT = 3, 1


@dataclass(frozen=True, slots=True)
class Making:
    """A participle with the one date of what it tells, the words between the two, and those after the date.

    By whom it was done is left out: the thing is the same.
    """

    participle: str
    phrase: DatePhrase
    before: tuple[Unit, ...]
    after: tuple[Unit, ...]


def making_at(units: tuple[Unit, ...], at: int, *, of_heading: bool = False) -> Making | None:
    """The participle at that place, with what is of it; None where that has no date with a known year, or more.

    Of what the heading tells the day is enough (`of_heading`).
    """
    inside = words_of_participle(units, at)
    dated = [(place, unit.date) for place, unit in enumerate(inside) if unit.date]
    phrase = date_phrase_at(inside, *dated[0]) if len(dated) == 1 else None
    if (
        phrase is None
        or phrase.relation != "at"
        or not (_is_told(phrase) or (of_heading and _is_a_day(phrase)))
    ):
        return None
    before, after = _without_doer(inside[1 : phrase.start]), _without_doer(inside[phrase.end :])
    while before and before[-1].lower in word_list("particles"):  # „ogłoszona jeszcze w 1713 roku”
        before = before[:-1]
    return Making(inside[0].lower, phrase, before, after)


def _is_told(phrase: DatePhrase) -> bool:
    """Whether its year is known, and one year: no winter lies in one."""
    date = phrase.date
    season = is_season(date) and not date.edtf.endswith(_WINTER) and "year" not in date.inferred
    return (season or moment(date) is not None) and says_year(date) and not points_elsewhere(date)


def _is_a_day(phrase: DatePhrase) -> bool:
    return phrase.date.precision == "day" and moment(phrase.date) is not None and not phrase.date.inferred


def is_of_heading(facts: Facts, thing: Sequence[Unit]) -> bool:
    """Whether a noun alone is the one that heads the text: „traktat” under „Traktat w Gnieźnie”."""
    theme = facts.theme
    if theme is None or theme.is_person or len(thing) != 1 or thing[0].kind != "word":
        return False
    head = theme.name.split()[0].casefold()
    return bool(lemmas(thing[0].lower) & lemmas(head)) and has(head, NOUNS, "nom") and thing[0].lower == head


def name_of_heading(facts: Facts, thing: Phrase) -> Phrase | None:
    """The name that heads the text, where a noun alone is short for it."""
    theme = facts.theme
    if theme is None or not is_of_heading(facts, thing.units):
        return None
    units = words_as_units(theme.name)
    return Phrase(replace(thing.sentence, units=units, opens_with_name=False), units, 0, thing.reading)


def words_as_units(words: str) -> tuple[Unit, ...]:
    """Words that stand elsewhere as units that can be declined."""
    return tuple(Unit("word", Span(0, len(word), word)) for word in words.split())


def where_or_how(made: Making) -> tuple[Unit, ...]:
    """What is said beside the date; not by what something ended: „zakończona w 1878 roku pokojem”."""
    rest = (*made.before, *made.after)
    by_itself = lemmas(made.participle) & OF_A_COURSE
    return () if by_itself and rest and not has(rest[0].lower, PREPOSITION) else rest


def _without_doer(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The words up to „przez papieża”."""
    return tuple(takewhile(lambda unit: unit.lower != _BY, units))


def words_of_participle(units: tuple[Unit, ...], at: int) -> tuple[Unit, ...]:
    """The participle at that place with what follows it, up to a mark, a verb or a conjunction.

    The conjunction of „między Prusami a Austrią” or „w Bytomiu i Będzinie” ends nothing.
    """
    between = False
    for end in range(at + 1, len(units)):
        if ends(units[end]) or (joins(units[end]) and not between and not joins_towns(units, end)):
            return units[at:end]
        between = goes_between(units, end) or (between and not joins(units[end]))
    return units[at:]


def goes_between(units: Sequence[Unit], at: int) -> bool:
    """Whether it opens „między Prusami a Austrią”."""
    return units[at].lower in _BETWEEN


def ends(unit: Unit) -> bool:
    """Whether a mark, a verb or its „się” ends the words of a noun or of a participle."""
    told = unit.kind == "word" and is_finite(unit.lower)
    return unit.text in _ENDS or told or unit.lower == _ITSELF


def joins(unit: Unit) -> bool:
    """Whether it is a conjunction between words."""
    return unit.lower in ("i", "oraz", "a", "lecz", "ale")


def joins_towns(units: tuple[Unit, ...], at: int) -> bool:
    """Whether it is the „i” of „w Bytomiu i Będzinie”."""
    pair = (*units[max(0, at - 1) : at], *units[at + 1 : at + 2])
    named = all(unit.kind == "word" and unit.text[0].isupper() for unit in pair)
    return (
        units[at].lower in ("i", "oraz")
        and len(pair) == 2
        and named
        and all(has(unit.text, NOUNS, "loc") or not readings(unit.text) for unit in pair)
    )


def is_unfit(participle: str) -> bool:
    """Whether nothing was made by what the participle tells."""
    return bool(lemmas(participle) & _UNFIT)


def takes_its_own_words(participle: str) -> bool:
    """Whether nobody says that the thing „zostało” so: of a victory „odniesione”, of a murder „dokonane”."""
    return bool(lemmas(participle) & (_OF_A_RESULT | _WITH_GENITIVE))


def impersonal(participle: str) -> str:
    """„zawarto” of „zawarty”; "" of what begins or ends, which does so by itself, and of an unfit verb."""
    verbs = lemmas(participle) - OF_A_COURSE - _OF_A_RESULT - _UNFIT
    found = (form for verb in verbs for form in forms(verb, "imps") if participle.startswith(form[:-1]))
    return next(found, "")


def told_of(thing: Phrase, participle: str) -> tuple[str, str]:
    """„zawarto” and „pokój westfalski” in the case that it wants; ("", "") where a form is not known.

    A war „zakończyła się”, a victory „miało miejsce”, of a murder „dokonano”.
    """
    verbs = lemmas(participle)
    by_itself = next(iter(verbs & OF_A_COURSE), "mieć" if verbs & _OF_A_RESULT else "")
    marks = ("pl" if "pl" in thing.reading.marks else "sg", *sorted(thing.reading.marks & GENDERS)[:1])
    if by_itself:
        found = forms(by_itself, "praet", *marks)
        done = f"{found[0]} {_ITSELF if verbs & OF_A_COURSE else 'miejsce'}" if found else ""
    else:
        done = impersonal(participle)
    case = "nom" if by_itself else "gen" if verbs & _WITH_GENITIVE else "acc"
    words = thing.in_case(case)
    return (done, " ".join(words)) if done and words else ("", "")


def question(
    facts: Facts,
    sentence: Sentence,
    subject: tuple[Unit, ...],
    rest: tuple[Unit, ...],
    phrase: DatePhrase,
    done: str,
    thing: str,
) -> Item | None:
    """When the thing was made, `rest` being where or how; None where that does not say which thing it is."""
    years = {int(year) for year in YEAR_IN_FIGURES.findall(facts.heading)}
    if years and is_of_heading(facts, subject) and year_of(phrase.date) not in years:
        return None  # under „Traktat wersalski 1783” another treaty, of 1794
    placed = bool(rest) and rest[0].lower in _PLACES
    if placed and says_where_or_when(subject, sentence) and why_not_alone((*subject, *rest), sentence):
        rest, placed = (), False  # „zabójstwo Jana, dokonane w 1419 roku na moście”
    by_what = bool(rest) and _says_by_what(rest, of_somebody=subject[0].person is not None)
    adds = rest and not by_what and not has(rest[0].lower, PREPOSITION)
    if (
        adds
        or why_not_alone((*subject, *rest), sentence)
        or not (sentence.is_headed or says_where_or_when((*subject, *rest) if placed else subject, sentence))
    ):
        return None
    where = joined(rest, sentence)
    located = any(has(unit.text, NOUNS | ADJECTIVES, "loc") for unit in rest[1:])
    place_first = located and len(rest) <= _SHORT_PLACE and len(subject) > _SHORT_SUBJECT
    words = " ".join(filter(None, [done, where, thing] if place_first else [done, thing, where]))
    evidence = tuple(dict.fromkeys((sentence.span, *proof_of_year(phrase.date))))
    feedback = sentence_feedback(sentence.span.text)
    by_year = is_season(phrase.date) or facts.says_enough_by_year(phrase.date)
    asked, answers = asked_by(phrase.date, year=by_year)
    return Item("date", "date", f"{asked} {words}?", (), answers, evidence, feedback)


def _says_by_what(rest: Sequence[Unit], *, of_somebody: bool) -> bool:
    """„mianowany dowódcą”, „nagrodzony złotym medalem”: of a thing it cannot be the dative, to whom it was given."""
    if of_somebody:
        return has(rest[0].lower, NOUNS, "inst", "m1")  # not „trafiony kulą”
    described = has(rest[0].lower, ADJECTIVES) and len(rest) > 1
    noun = rest[described].lower
    return (
        has(noun, NOUNS, "inst")
        and not has(noun, NOUNS, "dat")
        and (not described or agree(rest[0].lower, noun))
    )

"""`Kiedy zawarto rozejm w …?`: what a participle after the subject of a sentence dates; typed.

„Rozejm w Jamie Zapolskim, zawarty 15 stycznia 1582 roku, oddał …” tells of two events; this is the one that
no clause tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate.capitals import in_small_letters
from quizapp.generate.dating import moment, points_elsewhere, proof_of_year, says_year
from quizapp.generate.draft import Draft
from quizapp.generate.facts.dated import DatePhrase, date_phrase_at
from quizapp.generate.facts.events import tells_of_a_book
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.material import Sentence, Unit, is_nominative
from quizapp.generate.noun_phrases import Phrase, phrase_at_end
from quizapp.generate.standing import says_where_or_when, why_not_alone
from quizapp.generate.theme import is_definition
from quizapp.generate.wording import joined, sentence_feedback
from quizapp.generate.words import (
    ADJECTIVES,
    NOUNS,
    PREPOSITION,
    agree,
    cases,
    forms,
    has,
    is_finite,
    lemmas,
    readings,
    word_list,
)
from quizapp.generate.years import asked_by
from quizapp.items.item import Item
from quizapp.text import lexicon
from quizapp.text.annotations import Person
from quizapp.text.names.declension import decline_name

_PASSIVE = frozenset({"ppas"})
_PLACES = frozenset({"w", "we", "na", "pod", "przy"})
_BETWEEN = frozenset({"między", "pomiędzy"})
_UNFIT = frozenset(
    {"urodzić", "zrodzić", "ponieść", "odnieść", "datować", "antydatować", "dokonać", "udzielić"}
)
"""Nobody says „klęska została poniesiona”; what is dated was made before; „dokonano” wants another case."""
_PRIVATE = frozenset({"małżeństwo", "ślub"})
_OF_A_COUPLE = frozenset({"poślubić", "zaręczyć", "zaślubić"})
_OF_A_COURSE = frozenset({"rozpocząć", "zakończyć", "zacząć", "skończyć"})
_MARKS_OF = {
    "został": ("sg", "m3"),
    "została": ("sg", "f"),
    "zostało": ("sg", "n"),
    "zostali": ("pl", "m1"),
    "zostały": ("pl", "f"),
}
_LONGEST_SUBJECT, _SHORT_PLACE, _SHORT_SUBJECT = 8, 3, 1
_DASHES = frozenset({"–", "—", "-"})
_ENDS = frozenset({",", ".", ";", "–", "—", ":"})


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each thing that is told of so."""
    for sentence in facts.sentences:
        if facts.is_of_a_thing and tells_of_a_book(sentence.units):
            continue
        for at, unit in enumerate(sentence.units):
            if at and unit.kind == "word" and has(unit.lower, _PASSIVE):
                nominative = has(unit.lower, _PASSIVE, "nom")
                item = (
                    _of_subject(facts, sentence, at) or _of_person(facts, sentence, at)
                    if nominative
                    else _of_another(facts, sentence, at)
                )
                if item:
                    yield Draft(item, f"made:{unit.span.start}", 0.75)


def _of_subject(facts: Facts, sentence: Sentence, at: int) -> Item | None:
    """The question about the participle at that place, with what stands before it and after it."""
    units = sentence.units
    defined = _defined(sentence, at)
    if not defined and _is_apposed(units, at):
        return None
    subject = defined or _thing_before(units, at)
    if subject and not defined and units[at - 1].text == "," and _explains(units, subject):
        return None
    inside = _inside(units, at)
    after = units[at + len(inside) :][:2]
    cut = len(after) == 2 and _joins(after[0]) and not has(after[1].lower, _PASSIVE)
    auxiliary = _auxiliary(subject, inside[0])
    if not auxiliary or (cut and not defined):  # „między królem a zakonem”
        return None
    done, thing = _somebody_did(subject, sentence, inside[0].lower)
    if not done:
        done, thing = _done(auxiliary, inside[0].lower), in_small_letters(joined(subject, sentence))
    phrase = _date_of(inside)
    rest = () if defined or not phrase else (*inside[1 : phrase.start], *inside[phrase.end :])
    return _item(facts, sentence, subject, rest, phrase, done, thing)


def _is_apposed(units: tuple[Unit, ...], at: int) -> bool:
    """Whether what stands before the participle only explains: „Eryk, władca trzech królestw, koronowany …”."""
    opening = next((place for place in range(at - 2, 0, -1) if _ends(units[place])), 0)
    explained = units[at - 1].text == "," and opening > 0 and units[opening].text == ","
    return explained and not _ends(units[opening - 1])


def _of_person(facts: Facts, sentence: Sentence, at: int) -> Item | None:
    """The question about somebody named before the participle: „Eryk, władca trzech królestw, koronowany w 1397 r.”."""
    named, inside = _person_before(sentence.units, at), _inside(sentence.units, at)
    person = named.person if named else None
    name = decline_name(person.name, person.gender, "acc") if person else None
    done, phrase = _impersonal(inside[0].lower), _date_of(inside)
    if named is None or person is None or not name or not done or phrase is None:
        return None
    rest = (*inside[1 : phrase.start], *inside[phrase.end :])
    lesser = any(lemmas(unit.lower) & word_list("lesser_offices") for unit in rest)
    if lesser or not _fits(inside[0].lower, person) or lemmas(inside[0].lower) & _OF_A_COUPLE:
        return None
    item = _item(facts, sentence, (named,), rest, phrase, done, name)
    return replace(item, evidence=facts.proof(item.evidence, person)) if item else None


def _fits(participle: str, person: Person) -> bool:
    return has(participle, _PASSIVE, "nom", "sg", "f" if person.gender == "f" else "m1")


def _person_before(units: tuple[Unit, ...], at: int) -> Unit | None:
    """The name that a participle set off by a comma tells of, right before it or before what commas set off."""
    if at < 2 or units[at - 1].text != ",":
        return None
    opening = next((place for place in range(at - 2, 0, -1) if _ends(units[place])), 0)
    described = opening > 0 and units[opening].text == "," and not units[at - 2].person
    named = units[opening - 1] if described else units[at - 2]
    return named if is_nominative(named) else None


def _of_another(facts: Facts, sentence: Sentence, at: int) -> Item | None:
    """The question where the thing is not the subject: „w układzie zawartym w Alcáçovas 4 września 1479 roku”."""
    units = sentence.units
    comma = units[at - 1].text == ","
    participle = [reading for reading in readings(units[at].lower) if reading.pos in _PASSIVE]
    thing = phrase_at_end(sentence, units[: at - comma], participle, in_case=True)
    done, inside = _impersonal(units[at].lower), _inside(units, at)
    words, phrase = thing.in_case("acc") if thing else (), _date_of(inside)
    if thing is None or not done or not words or phrase is None:
        return None
    if not any("perf" in reading.marks for reading in participle) or lemmas(thing.units[thing.head].lower) & (
        _PRIVATE | lexicon.words("relatives")
    ):
        return None
    before, after = inside[1 : phrase.start], inside[phrase.end :]
    both = bool(after) and after[0].lower in _BETWEEN
    ends = (at for at, unit in enumerate(after) if at and not _goes_on_the_place(after, at))
    named = len(after) if both else next(ends, len(after))
    placed = named > 1 and has(after[0].lower, PREPOSITION)
    rest = before or (after[:named] if placed else ())
    if (comma and _explains(units, thing.units)) or (not rest and _is_of_many(thing)):
        return None
    return _item(facts, sentence, thing.units, rest, phrase, done, " ".join(words))


def _explains(units: tuple[Unit, ...], thing: tuple[Unit, ...]) -> bool:
    """Whether a comma parts the words from what they explain: „przymierze z Francją, dzieło kanclerza, zawarte …”."""
    start = units.index(thing[0])
    return start > 0 and units[start - 1].text == ","


def _is_of_many(thing: Phrase) -> bool:
    """Whether some things of a kind are meant, and nothing says which: „w ustawach ogłoszonych w 1783 roku”."""
    return len(thing.units) == 1 and "pl" in thing.reading.marks


def _inside(units: tuple[Unit, ...], at: int) -> tuple[Unit, ...]:
    """The participle at that place with what follows it, up to a mark, a verb or a conjunction.

    The conjunction of „między Prusami a Austrią” or „w Bytomiu i Będzinie” ends nothing.
    """
    between = False
    for end in range(at + 1, len(units)):
        if _ends(units[end]) or (_joins(units[end]) and not between and not _joins_towns(units, end)):
            return units[at:end]
        between = units[end].lower in _BETWEEN or (between and not _joins(units[end]))
    return units[at:]


def _date_of(inside: tuple[Unit, ...]) -> DatePhrase | None:
    """The one date on which it was done, with its year; None where there is none, or more."""
    dated = [(place, unit.date) for place, unit in enumerate(inside) if unit.date]
    phrase = date_phrase_at(inside, *dated[0]) if len(dated) == 1 else None
    if phrase is None or phrase.relation != "at" or moment(phrase.date) is None:
        return None
    return phrase if says_year(phrase.date) and not points_elsewhere(phrase.date) else None


def _item(
    facts: Facts,
    sentence: Sentence,
    subject: tuple[Unit, ...],
    rest: tuple[Unit, ...],
    phrase: DatePhrase | None,
    done: str,
    thing: str,
) -> Item | None:
    """When the thing was made, `rest` being where or how; None where that does not say which thing it is."""
    office = bool(rest and subject[0].person) and has(rest[0].lower, NOUNS, "inst")  # „mianowany dowódcą”
    by = rest and not office and (not has(rest[0].lower, PREPOSITION) or rest[0].lower == "przez")
    placed = (*subject, *rest) if rest and rest[0].lower in _PLACES else subject
    if (
        phrase is None
        or by
        or why_not_alone((*subject, *rest), sentence)
        or not (sentence.is_headed or says_where_or_when(placed, sentence))
    ):
        return None
    where = joined(rest, sentence)
    located = any(has(unit.text, NOUNS | ADJECTIVES, "loc") for unit in rest[1:])
    place_first = located and len(rest) <= _SHORT_PLACE and len(subject) > _SHORT_SUBJECT
    words = " ".join(filter(None, [done, where, thing] if place_first else [done, thing, where]))
    evidence = tuple(dict.fromkeys((sentence.span, *proof_of_year(phrase.date))))
    feedback = sentence_feedback(sentence.span.text)
    question, answers = asked_by(phrase.date, year=facts.says_enough_by_year(phrase.date))
    return Item("date", "date", f"{question} {words}?", (), answers, evidence, feedback)


def _somebody_did(subject: tuple[Unit, ...], sentence: Sentence, participle: str) -> tuple[str, str]:
    """„zawarto” and „pokój westfalski” in the accusative; ("", "") where a form is not known, or a person is meant."""
    if any(unit.person and is_nominative(unit) for unit in subject):  # „król Władysław IV, wybrany w 1632 r.”
        return "", ""
    nouns = [at for at, unit in enumerate(subject) if unit.kind == "word" and has(unit.lower, NOUNS, "nom")]
    head = next(
        (at for at in nouns if not has(subject[at].lower, ADJECTIVES)), nouns[0]
    )  # „jedyny egzemplarz”
    of_thing = [one for one in readings(subject[head].lower) if one.pos in NOUNS and "nom" in one.marks]
    done = _impersonal(participle)
    printed = joined(subject, sentence).isupper()  # the head of an entry: „EDYKT NANTEJSKI”
    words = () if printed else Phrase(sentence, subject, head, of_thing[0]).in_case("acc")
    return (done, " ".join(words)) if done and words else ("", "")


def _impersonal(participle: str) -> str:
    """„zawarto” of „zawarty”; "" of what begins or ends, which does so by itself, and of an unfit verb."""
    verbs = lemmas(participle) - _OF_A_COURSE - _UNFIT
    found = (form for verb in verbs for form in forms(verb, "imps") if participle.startswith(form[:-1]))
    return next(found, "")


def _done(auxiliary: str, participle: str) -> str:
    """„został zawarty”; what begins or ends does so by itself: „rozpoczęła się”."""
    lemma = next(iter(lemmas(participle) & _OF_A_COURSE), "")
    said = forms(lemma, "praet", *_MARKS_OF[auxiliary]) if lemma else ()
    return f"{said[0]} się" if said else f"{auxiliary} {participle}"


def _ends(unit: Unit) -> bool:
    return unit.text in _ENDS or (unit.kind == "word" and is_finite(unit.lower))


def _thing_before(units: tuple[Unit, ...], at: int) -> tuple[Unit, ...]:
    """The words before the participle back to a verb, a mark or the beginning; a comma may stand between."""
    end = at - 1 if units[at - 1].text == "," else at
    start = end
    while start > 0 and end - start < _LONGEST_SUBJECT and not _ends(units[start - 1]):
        start -= 1
    alone = not any(_joins(unit) or unit.date for unit in units[start:end])
    return units[start:end] if alone else ()


def _defined(sentence: Sentence, at: int) -> tuple[Unit, ...]:
    """What a sentence without a verb explains: „Pokój westfalski – układ …, zawarty 24 października 1648 r.”."""
    units = sentence.units
    dash = next((place for place, unit in enumerate(units[:_LONGEST_SUBJECT]) if unit.text in _DASHES), 0)
    comma = next((place for place, unit in enumerate(units[:_LONGEST_SUBJECT]) if unit.text == ","), 0)
    end = dash or (comma if is_definition(sentence) else 0)
    told = any(unit.date or _ends(unit) for unit in units[:end])
    verbal = any(unit.kind == "word" and is_finite(unit.lower) for unit in units[:at])
    return units[:end] if end < at - 1 and not told and not verbal else ()


def _goes_on_the_place(units: tuple[Unit, ...], at: int) -> bool:
    """Whether it is more of „w Nowym Jorku”: not „w Bytomiu Maksymilian (zrzekł się korony)”."""
    unit = units[at]
    if unit.person or not unit.text[0].isupper():
        return _joins_towns(units, at)
    found = cases(unit.text, NOUNS | ADJECTIVES)
    foreign = not found or not readings(units[at - 1].text)
    return foreign or bool(found & {"gen", "loc", "inst"})


def _joins_towns(units: tuple[Unit, ...], at: int) -> bool:
    """Whether it is the „i” of „w Bytomiu i Będzinie”."""
    pair = (*units[max(0, at - 1) : at], *units[at + 1 : at + 2])
    named = all(unit.kind == "word" and unit.text[0].isupper() for unit in pair)
    return (
        units[at].lower in ("i", "oraz")
        and len(pair) == 2
        and named
        and all(has(unit.text, NOUNS, "loc") or not readings(unit.text) for unit in pair)
    )


def _joins(unit: Unit) -> bool:
    return unit.lower in ("i", "oraz", "a", "lecz", "ale")


def _auxiliary(subject: tuple[Unit, ...], participle: Unit) -> str:
    """The form of „zostać” that the subject wants; "" unless its first noun surely is what the participle tells of."""
    head = next((unit for unit in subject if unit.kind == "word" and has(unit.lower, NOUNS, "nom")), None)
    before = subject[: subject.index(head)] if head else ()
    if head is None or not all(agree(unit.lower, head.lower) for unit in before):
        return ""
    if not agree(participle.lower, head.lower) or lemmas(participle.lower) & _UNFIT:
        return ""
    marks = [
        reading.marks for reading in readings(head.lower) if reading.pos in NOUNS and "nom" in reading.marks
    ]
    if not any("sg" in found for found in marks):
        return "zostali" if all("m1" in found for found in marks) else "zostały"
    gender = {mark for found in marks if "sg" in found for mark in found & {"m1", "m2", "m3", "f", "n"}}
    return {"f": "została", "n": "zostało"}.get(
        "".join(gender), "został" if gender <= {"m1", "m2", "m3"} else ""
    )

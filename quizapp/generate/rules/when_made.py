"""`Kiedy zawarto rozejm w …?`: what a participle after the name of a thing dates; typed.

„Rozejm w Jamie Zapolskim, zawarty 15 stycznia 1582 roku, oddał …” tells of two events; this is the one that
no clause tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate.capitals import in_small_letters
from quizapp.generate.draft import Draft
from quizapp.generate.facts.events import tells_of_a_book
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.making import (
    OF_A_COURSE,
    PASSIVE,
    Making,
    ends,
    goes_between,
    impersonal,
    is_of_heading,
    is_unfit,
    joins,
    joins_towns,
    making_at,
    name_of_heading,
    question,
    takes_its_own_words,
    told_of,
    where_or_how,
    words_of_participle,
)
from quizapp.generate.material import Sentence, Unit, is_nominative
from quizapp.generate.noun_phrases import NOBODY, Phrase, phrase_at_end
from quizapp.generate.standing import why_not_alone
from quizapp.generate.theme import is_definition
from quizapp.generate.wording import joined
from quizapp.generate.words import (
    ADJECTIVES,
    CASES,
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
from quizapp.items.item import Item
from quizapp.text import lexicon
from quizapp.text.names.declension import decline_name

_PRIVATE = frozenset({"małżeństwo", "ślub"})
_OF_A_COUPLE = frozenset({"poślubić", "zaręczyć", "zaślubić"})
_MARKS_OF = {
    "został": ("sg", "m3"),
    "została": ("sg", "f"),
    "zostało": ("sg", "n"),
    "zostali": ("pl", "m1"),
    "zostały": ("pl", "f"),
}
_APPOINTED = frozenset({"wybrać", "obrać", "mianować", "powołać", "wyznaczyć", "wynieść"})
_OPENERS = frozenset({"mimo", "to"})
_LONGEST_SUBJECT = 8
_DASHES = frozenset({"–", "—", "-"})


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each thing that is told of so."""
    for sentence in facts.sentences:
        if facts.is_of_a_thing and tells_of_a_book(sentence.units):
            continue
        for at, unit in enumerate(sentence.units):
            if at and unit.kind == "word" and has(unit.lower, PASSIVE):
                made = making_at(
                    sentence.units, at, of_heading=is_of_heading(facts, _bare(sentence.units, at))
                )
                item = _asked(facts, sentence, at, made) if made else None
                if item:
                    yield Draft(item, f"made:{unit.span.start}", 0.75)


def _bare(units: tuple[Unit, ...], at: int) -> tuple[Unit, ...]:
    """The noun alone between a mark or the beginning and the comma before the participle: „Traktat, podpisany …”."""
    closed = at > 1 and units[at - 1].text == ","
    return units[at - 2 : at - 1] if closed and (at == 2 or ends(units[at - 3])) else ()


def _asked(facts: Facts, sentence: Sentence, at: int, made: Making) -> Item | None:
    """The question about a subject or a person, or about a thing in another case, before the participle."""
    found = None
    if has(made.participle, PASSIVE, "nom"):
        found = _of_subject(facts, sentence, at, made)
    return found or _of_person(facts, sentence, at, made) or _of_another(facts, sentence, at, made)


def _of_subject(facts: Facts, sentence: Sentence, at: int, made: Making) -> Item | None:
    """The question about the participle at that place, with what stands before it and after it."""
    units = sentence.units
    defined = _defined(sentence, at)
    if not defined and _is_apposed(units, at):
        return None
    subject = defined or _thing_before(units, at)
    if subject and not defined and units[at - 1].text == "," and _explains(units, subject):
        return None
    auxiliary = _auxiliary(subject, units[at])
    if not auxiliary or (_is_cut(units, at, made) and not defined):
        return None
    done, thing = _somebody_did(facts, subject, sentence, made.participle)
    if not done and takes_its_own_words(made.participle):
        return None
    if not done:
        done, thing = _done(auxiliary, made.participle), in_small_letters(joined(subject, sentence))
    rest = () if defined else where_or_how(made)
    return question(facts, sentence, subject, rest, made.phrase, done, thing)


def _is_cut(units: tuple[Unit, ...], at: int, made: Making) -> bool:
    """Whether a conjunction goes on what is said of it: „między królem a zakonem”; not „przez Jana i Adama”."""
    inside = words_of_participle(units, at)
    after = units[at + len(inside) :][:2]
    goes_on = len(after) == 2 and joins(after[0]) and not has(after[1].lower, PASSIVE)
    last = (*made.before, *made.after)[-1:] or (units[at], *(unit for unit in inside if unit.date))
    return goes_on and inside[-1] in last


def _is_apposed(units: tuple[Unit, ...], at: int) -> bool:
    """Whether what stands before the participle only explains: „Eryk, władca trzech królestw, koronowany …”."""
    opening = next((place for place in range(at - 2, 0, -1) if ends(units[place])), 0)
    explained = units[at - 1].text == "," and opening > 0 and units[opening].text == ","
    return explained and not ends(units[opening - 1])


def _of_person(facts: Facts, sentence: Sentence, at: int, made: Making) -> Item | None:
    """The question about somebody named before the participle: „Eryk, władca trzech królestw, koronowany w 1397 r.”."""
    named = _person_before(sentence.units, at)
    person = named.person if named else None
    name = decline_name(person.name, person.gender, "acc") if person else None
    done, rest = impersonal(made.participle), (*made.before, *made.after)
    if named is None or person is None or not name or not done:
        return None
    if lemmas(made.participle) & _APPOINTED and (not rest or why_not_alone((named, *rest), sentence)):
        return None  # „wybrany na ten urząd”
    lesser = any(lemmas(unit.lower) & word_list("lesser_offices") for unit in rest)
    if lesser or not _fits(made.participle, named) or lemmas(made.participle) & _OF_A_COUPLE:
        return None
    item = question(facts, sentence, (named,), rest, made.phrase, done, name)
    return replace(item, evidence=facts.proof(item.evidence, person)) if item else None


def _fits(participle: str, named: Unit) -> bool:
    """Whether it can be said of the person as the name is declined there."""
    person = named.person
    if person is None:
        return False
    gender = "f" if person.gender == "f" else "m1"
    said = {
        case
        for reading in readings(participle)
        if reading.pos in PASSIVE and {"sg", gender} <= reading.marks
        for case in reading.marks & CASES
    }
    if is_nominative(named):
        return "nom" in said
    declined = (decline_name(person.name, person.gender, case) for case in said - {"nom"})
    return any(set(named.text.split()) <= set(name.split()) for name in declined if name)


def _person_before(units: tuple[Unit, ...], at: int) -> Unit | None:
    """The name that a participle set off by a comma tells of, right before it or before what commas set off."""
    if at < 2 or units[at - 1].text != ",":
        return None
    if units[at - 2].person:
        return units[at - 2]
    opening = next((place for place in range(at - 2, 0, -1) if ends(units[place])), 0)
    described = opening > 0 and units[opening].text == ","
    return units[opening - 1] if described and is_nominative(units[opening - 1]) else None


def _of_another(facts: Facts, sentence: Sentence, at: int, made: Making) -> Item | None:
    """The question where the thing is not the subject: „w układzie zawartym w Alcáçovas 4 września 1479 roku”."""
    units = sentence.units
    comma = units[at - 1].text == ","
    participle = [reading for reading in readings(made.participle) if reading.pos in PASSIVE]
    thing = phrase_at_end(sentence, units[: at - comma], participle, in_case=True)
    if thing is None or is_unfit(made.participle):
        return None
    done, words = told_of(thing, made.participle)
    if not done or not any("perf" in reading.marks for reading in participle):
        return None
    if lemmas(thing.units[thing.head].lower) & (_PRIVATE | lexicon.words("relatives")):
        return None
    both = bool(made.after) and goes_between(made.after, 0)
    closing = (at for at, _ in enumerate(made.after) if at and not _goes_on_the_place(made.after, at))
    named = len(made.after) if both else next(closing, len(made.after))
    placed = named > 1 and has(made.after[0].lower, PREPOSITION)
    rest = made.before or (made.after[:named] if placed else ())
    if (comma and _explains(units, thing.units)) or (not rest and _is_of_many(thing)):
        return None
    return question(facts, sentence, thing.units, rest, made.phrase, done, words)


def _explains(units: tuple[Unit, ...], thing: tuple[Unit, ...]) -> bool:
    """Whether a comma parts the words from what they explain: „przymierze z Francją, dzieło kanclerza, zawarte …”."""
    start = units.index(thing[0])
    return start > 0 and units[start - 1].text == ","


def _is_of_many(thing: Phrase) -> bool:
    """Whether some things of a kind are meant, and nothing says which: „w ustawach ogłoszonych w 1783 roku”."""
    return len(thing.units) == 1 and "pl" in thing.reading.marks


def _somebody_did(
    facts: Facts, subject: tuple[Unit, ...], sentence: Sentence, participle: str
) -> tuple[str, str]:
    """„zawarto” and „pokój westfalski” in the accusative; ("", "") where a form is not known, or a person is meant."""
    if any(unit.person and is_nominative(unit) for unit in subject):  # „król Władysław IV, wybrany w 1632 r.”
        return "", ""
    nouns = [at for at, unit in enumerate(subject) if unit.kind == "word" and has(unit.lower, NOUNS, "nom")]
    head = next(
        (at for at in nouns if not has(subject[at].lower, ADJECTIVES)), nouns[0]
    )  # „jedyny egzemplarz”
    of_thing = [one for one in readings(subject[head].lower) if one.pos in NOUNS and "nom" in one.marks]
    if joined(subject, sentence).isupper():  # the head of an entry: „EDYKT NANTEJSKI”
        return "", ""
    lifeless = next((one for one in of_thing if "m3" in one.marks), of_thing[0])  # „batalion” is a bird too
    thing = Phrase(sentence, subject, head, lifeless)
    return told_of(name_of_heading(facts, thing) or thing, participle)


def _done(auxiliary: str, participle: str) -> str:
    """„został zawarty”; what begins or ends does so by itself: „rozpoczęła się”."""
    lemma = next(iter(lemmas(participle) & OF_A_COURSE), "")
    said = forms(lemma, "praet", *_MARKS_OF[auxiliary]) if lemma else ()
    return f"{said[0]} się" if said else f"{auxiliary} {participle}"


def _thing_before(units: tuple[Unit, ...], at: int) -> tuple[Unit, ...]:
    """The words before the participle back to a verb, a mark or the beginning; a comma may stand between."""
    end = at - 1 if units[at - 1].text == "," else at
    start = end
    while start > 0 and end - start < _LONGEST_SUBJECT and not ends(units[start - 1]):
        start -= 1
    while start < end and units[start].lower in _OPENERS | word_list("particles"):
        start += 1
    alone = not any(
        unit.date or (joins(unit) and not _is_between(units[start:end], unit)) for unit in units[start:end]
    )
    return units[start:end] if alone else ()


def _is_between(units: tuple[Unit, ...], conjunction: Unit) -> bool:
    """Whether it is the „a” of „traktat między Prusami a Austrią”."""
    before = units[: units.index(conjunction)]
    opened = any(goes_between(before, place) for place in range(len(before)))
    return opened and not any(map(joins, before))


def _defined(sentence: Sentence, at: int) -> tuple[Unit, ...]:
    """What a sentence without a verb explains: „Pokój westfalski – układ …, zawarty 24 października 1648 r.”."""
    units = sentence.units
    dash = next((place for place, unit in enumerate(units[:_LONGEST_SUBJECT]) if unit.text in _DASHES), 0)
    comma = next((place for place, unit in enumerate(units[:_LONGEST_SUBJECT]) if unit.text == ","), 0)
    end = dash or (comma if is_definition(sentence) else 0)
    told = any(unit.date or ends(unit) for unit in units[:end])
    verbal = any(unit.kind == "word" and is_finite(unit.lower) for unit in units[:at])
    return units[:end] if end < at - 1 and not told and not verbal else ()


def _goes_on_the_place(units: tuple[Unit, ...], at: int) -> bool:
    """Whether it is more of „w Nowym Jorku”: not „w Bytomiu Maksymilian (zrzekł się korony)”."""
    unit = units[at]
    if unit.person or not unit.text[0].isupper():
        return joins_towns(units, at)
    found = cases(unit.text, NOUNS | ADJECTIVES)
    foreign = not found or not readings(units[at - 1].text)
    return foreign or bool(found & {"gen", "loc", "inst"})


def _auxiliary(subject: tuple[Unit, ...], participle: Unit) -> str:
    """The form of „zostać” that the subject wants; "" unless its first noun surely is what the participle tells of."""
    head = next((unit for unit in subject if unit.kind == "word" and has(unit.lower, NOUNS, "nom")), None)
    before = subject[: subject.index(head)] if head else ()
    if head is None or lemmas(head.lower) & NOBODY or not all(agree(one.lower, head.lower) for one in before):
        return ""
    if not agree(participle.lower, head.lower) or is_unfit(participle.lower):
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

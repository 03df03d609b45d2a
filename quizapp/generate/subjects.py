"""Who or what a clause is about: its grammatical subject, where it is certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from quizapp.generate.clauses import Clause
from quizapp.generate.material import Unit, is_nominative
from quizapp.generate.titles import in_role
from quizapp.generate.vagueness import is_of_a_land
from quizapp.generate.words import (
    ADJECTIVES,
    ADVERB,
    GENDERS,
    NOUNS,
    NUMERAL,
    PAST,
    PREPOSITION,
    Reading,
    agree,
    has,
    is_noun,
    lemmas,
    past,
    readings,
    word_list,
)
from quizapp.text import lexicon
from quizapp.text.annotations import Person

SubjectKind = Literal["person", "thing", "impersonal", "unsaid"]

_ACTIVE = frozenset({"pact"})
_LINKS = frozenset({"być", "zostać"})
_VERBAL_NOUN = frozenset({"ger"})
_LANDED = frozenset(
    {"republika", "królestwo", "państwo", "wyspa", "prowincja", "stan", "kraina", "cesarstwo"}
)
_NEE = ["z", "domu"]
_SURNAME = frozenset({"nazwisko"})
_OF_PEOPLE = _SURNAME | {"imię"}
_AND = frozenset({"i", "oraz", "a"})
_JOINTS = frozenset({",", "i", "oraz"})
_DATIVES = ("owi", "emu")
_NOMINAL = NOUNS | {"ppron3"}
_FUNCTION = frozenset({"prep", "conj", "comp", "adv", "part"})


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause; `unit` is its place where it is a person named in the nominative."""

    kind: SubjectKind
    unit: int | None = None


def subject_of(clause: Clause) -> Subject:
    """The subject of the clause; `unsaid` also where it cannot be told from the object."""
    verb = verb_reading(clause)
    if verb is None:
        return Subject("unsaid")
    if verb.pos == "imps" or _comes_to_pass(clause, verb):
        return Subject("impersonal")
    named = [at for at, unit in enumerate(clause.units) if is_named_subject(clause, at, verb)]
    if len(named) == 1:
        return Subject("person", named[0])
    if named or _thing_is_subject(clause, verb):
        return Subject("thing")
    return Subject("unsaid")


def _comes_to_pass(clause: Clause, verb: Reading) -> bool:
    """Whether something happened, said without a subject: „doszło do bitwy pod Kannami”."""
    return verb.lemma == "dojść" and "n" in verb.marks and any(unit.lower == "do" for unit in clause.units)


def is_cut_off(clause: Clause) -> bool:
    """Whether the subject goes on after a break: „podpisali A, B i C”, „metropolitą został Rusin, Hilarion”."""
    verb = verb_reading(clause)
    if verb is None or (clause.tail and clause.tail[0].text == ":"):
        return False
    if is_joined_before_its_verb(clause):
        return True
    last = clause.units[-2:]  # „nastąpiło zaćmienie Księżyca i Nikiasz, posłuszny …”
    if "sg" in verb.marks and len(last) > 1 and last[0].lower in _AND and is_nominative(last[1]):
        return True
    if "sg" in verb.marks and _is_joined_to_another(clause):
        return True
    named = [unit for unit in clause.tail if is_nominative(unit)]
    if "pl" in verb.marks:
        return bool(named)
    if not clause.tail and (_is_followed_by_name(clause) or shares_a_later_object(clause)):
        return True
    explained = bool(fitting_nouns(clause, verb)) or is_nominative(clause.units[-1])
    return explained and bool(named) and named[0] in clause.tail[1:2]


def is_joined_before_its_verb(clause: Clause) -> bool:
    """Whether another clause without a verb of its own stands first: „senat w Rzymie, a w maju do Kapui wszedł Jan”."""
    before = clause.units[: clause.verb]
    return any(mark.text == "," and joint.lower in ("a", "ale", "lecz") for mark, joint in pairwise(before))


def _is_joined_to_another(clause: Clause) -> bool:
    """Whether after the verb one is named and another only described: „umowę podpisał Jan Nowak i poseł litewski”."""
    after = clause.units[clause.verb + 1 :]
    return any(
        is_nominative(person) and joint.lower in _AND and has(other.lower, NOUNS | ADJECTIVES, "nom", "sg")
        for person, joint, other in zip(after, after[1:], after[2:], strict=False)
    )


def _is_followed_by_name(clause: Clause) -> bool:
    """Whether commas set a name off right after the clause: „ustąpił następca Nowaka, Jan Kos, a urząd objął …”."""
    units = clause.sentence.units
    end = clause.units[-1].span.end
    after = [unit for unit in units if unit.span.start >= end][:3]
    marks = [unit.text for unit in after[::2]]
    return len(after) == 3 and marks == [",", ","] and is_nominative(after[1])


def shares_a_later_object(clause: Clause) -> bool:
    """Whether what was done to stands after the next verb: „(Nowak) pobił i pojmał hetmana”."""
    if clause.verb != len(clause.units) - 1 or takes_no_object(clause):
        return False
    end = clause.units[clause.verb].span.end
    after = [unit for unit in clause.sentence.units if unit.span.start >= end][:2]
    joined = len(after) > 1 and after[0].lower in _AND and past(after[1].lower) is not None
    return joined and not any(
        _is_surely_an_object(unit) and not is_governed(clause, at) for at, unit in enumerate(clause.units)
    )


def _is_surely_an_object(unit: Unit) -> bool:
    """Whether the form is of no nominative: „gminę”, „Jana”, „ją”."""
    if unit.person:
        return not is_nominative(unit)
    return unit.kind == "word" and has(unit.text, _NOMINAL, "acc") and not has(unit.text, _NOMINAL, "nom")


def verb_reading(clause: Clause) -> Reading | None:
    """The reading of the clause's verb as a past form, or as a present one that tells of a day; else None.

    Chronicles tell in the present („8 listopada Niemcy zwalniają więźniów”): done once, by anybody.
    """
    known = readings(clause.verb_form)
    past = next((reading for reading in known if reading.pos in PAST), None)
    if past or not any(unit.date and unit.date.precision == "day" for unit in clause.units):
        return past
    told = next((reading for reading in known if reading.pos == "fin" and "ter" in reading.marks), None)
    return replace(told, marks=told.marks | GENDERS | {"perf"}) if told else None


def is_oblique_beside(units: Sequence[Unit], at: int) -> bool:
    """Whether the noun before a name that is not declined shows its case: „z córką Irène”."""
    before = units[at - 1] if at else None
    return (
        before is not None
        and before.kind == "word"
        and is_noun(before.lower)
        and not has(before.lower, ADJECTIVES)
        and not has(before.lower, NOUNS, "nom")
    )


def agrees(person: Person, verb: Reading) -> bool:
    """Whether the past verb form fits one person of that gender."""
    wanted = {"m": "m1", "f": "f"}.get(person.gender)
    return wanted is not None and {"sg", wanted} <= verb.marks


def is_named_subject(clause: Clause, at: int, verb: Reading) -> bool:
    """Whether the unit is a person in the nominative, governed by nothing, whom the verb fits."""
    unit = clause.units[at]
    if unit.person is None or not is_nominative(unit):
        return False
    governed = at > 0 and (
        has(clause.units[at - 1].lower, PREPOSITION)
        or _names_a_thing(clause, at)
        or _bears_an_oblique_title(clause, at)
        or [unit.lower for unit in clause.units[max(0, at - 2) : at]] == _NEE
    )
    plural = {"pl", "m1"} <= verb.marks
    return not governed and (agrees(unit.person, verb) or plural)


def _names_a_thing(clause: Clause, at: int) -> bool:
    """Whether the name is that of the thing before it, in whatever case: „na wyspę Lampedusa”.

    Whom the text names more than once is a person: „Po powrocie Nansen …”.
    """
    before, person = clause.units[at - 1], clause.units[at].person
    if person is not None and len(person.mentions) > 1:
        return False
    if before.kind != "word" or before.text[0].isupper() or in_role(clause.sentence, before):
        return False
    return (
        is_noun(before.lower) and not has(before.lower, NOUNS, "nom") and not has(before.lower, NOUNS, "gen")
    )


def _bears_an_oblique_title(clause: Clause, at: int) -> bool:
    """Whether the office before stands in another case: „wraz z ministrem Jiřím Novákem”, not „król Czech Jan”."""
    if not is_oblique_beside(clause.units, at) or has(clause.units[at - 1].lower, NOUNS, "gen"):
        return False
    return in_role(clause.sentence, clause.units[at - 1])


def _thing_is_subject(clause: Clause, verb: Reading) -> bool:
    """Whether some common noun must be the subject.

    A form that can only be nominative decides; one that may be accusative too counts before the verb,
    or after a verb that takes no object.
    """
    if "pl" in verb.marks and several_act(clause):
        return True
    intransitive = takes_no_object(clause) or verb.lemma in word_list("verbs_without_accusative")
    if "sg" not in verb.marks or not {"m1", "f"} & verb.marks:  # a person left out would be one man or woman
        return bool(fitting_nouns(clause, verb)) or _counts(clause, verb)
    if _words_in_marks_act(clause):
        return True
    if any(_does_it_as_the_first(clause.units, at) for at in range(1, len(clause.units))):
        return False
    fitting = [noun for noun in fitting_nouns(clause, verb) if not _is_listed_with_an_object(clause, noun)]
    for unit in (noun for noun in fitting if not _is_done_to_in_a_set_phrase(noun, verb)):
        opens = clause.units.index(unit) < clause.verb
        if intransitive or not has(unit.text, NOUNS, "acc") or (opens and has_an_object(clause, unit)):
            return True
        if _has_a_sure_object(clause, unit, verb):
            return True
    return False


def _is_listed_with_an_object(clause: Clause, noun: Unit) -> bool:
    """„(odzyskał) Jerozolimę, Betlejem i Nazaret”: what the list begins with tells that it was done to."""
    at = clause.units.index(noun)
    while at > 1 and clause.units[at - 1].lower in _JOINTS:
        at -= 2
        if _is_surely_an_object(clause.units[at]):
            return True
    return False


def _is_done_to_in_a_set_phrase(noun: Unit, verb: Reading) -> bool:
    """„ślub z Anną wziął w Krakowie”: the noun says what somebody does."""
    known = {f"{verb.lemma} {lemma}" for lemma in lemmas(noun.lower)}
    return has(noun.text, NOUNS, "acc") and bool(known & word_list("set_phrases"))


def _does_it_as_the_first(units: Sequence[Unit], at: int) -> bool:
    """„jako pierwszy przeszedł lądolód”: somebody left out did."""
    return units[at - 1].lower == "jako" and bool(lemmas(units[at].lower) & {"pierwszy", "jedyny"})


def _has_a_sure_object(clause: Clause, subject: Unit, verb: Reading) -> bool:
    """Whether another noun can only be the object: „rozpoczął działalność Bank Polski”."""
    fitting = fitting_nouns(clause, verb)
    return len(fitting) == 1 and any(
        unit is not subject
        and unit.kind == "word"
        and at != clause.verb
        and not is_governed(clause, at)
        and has(unit.text, NOUNS, "acc")
        and not has(unit.text, NOUNS, "gen")
        and not has(unit.lower, ADJECTIVES | PREPOSITION | ADVERB)
        and not _names_the_noun_before(clause, at)
        and not _goes_with(clause, at, subject)
        for at, unit in enumerate(clause.units)
    )


def _goes_with(clause: Clause, at: int, noun: Unit) -> bool:
    """Whether the word is joined to that noun, or to its participle: „chrzest i imię”, „układ powołujący Legiony”."""
    before = clause.units[max(0, at - 2) : at]
    joined = len(before) > 1 and before[1].lower in _AND and before[0] is noun
    return joined or (noun in before and has(before[-1].lower, _ACTIVE))


def several_act(clause: Clause) -> bool:
    """Whether nouns joined by „i” before the verb are its subject: „Austria i Francja zawarły przymierze”."""
    before = clause.units[: clause.verb]
    joints = [at for at, unit in enumerate(before) if unit.lower in _AND and 0 < at < len(before) - 1]
    return any(
        _may_act(clause, at - 1)
        and any(_may_act(clause, after) for after in (at + 1, at + 2) if after < clause.verb)
        for at in joints
    )


def _may_act(clause: Clause, at: int) -> bool:
    """Whether the word is a noun in the nominative that nothing governs: a land, or „radio (i telewizja)”."""
    unit = clause.units[at]
    if unit.person is not None:
        return is_nominative(unit)
    verb = verb_reading(clause)
    common = verb is not None and "pl" in verb.marks and not has(unit.text, NOUNS, "gen")
    named = unit.kind == "word" and (unit.text[0].isupper() or common)
    return named and has(unit.text, NOUNS, "nom", "sg") and not is_governed(clause, at)


def _counts(clause: Clause, verb: Reading) -> bool:
    """Whether a number is the subject: „zginęło 18 osób”, „dwanaście państw przyjęło …”."""
    return {"n", "sg"} <= verb.marks and any(
        unit.kind == "number" or (has(unit.lower, NUMERAL, "nom") and not is_governed(clause, at))
        for at, unit in enumerate(clause.units)
    )


def _words_in_marks_act(clause: Clause) -> bool:
    """Whether a name in quotation marks stands right before the verb: „»Gazeta Wyborcza« ogłosiła …”."""
    before = clause.units[clause.verb - 1] if clause.verb else None
    alone = clause.verb < 2 or clause.units[clause.verb - 2].kind != "word"
    return before is not None and before.quotation is not None and alone


def has_an_object(clause: Clause, subject: Unit) -> bool:
    """Whether, beside what may be subject or object („Manifest podpisał …”), the clause has another object."""
    return bool(clause.complement) or any(
        unit is not subject and at != clause.verb and _may_be_object(clause, at)
        for at, unit in enumerate(clause.units)
    )


def fitting_nouns(clause: Clause, verb: Reading) -> list[Unit]:
    """The words governed by nothing that by their form may be the subject."""
    return [
        unit
        for at, unit in enumerate(clause.units)
        if unit.kind == "word"
        and at != clause.verb
        and not is_governed(clause, at)
        and not _follows_as(clause, at)
        and not _says_what_somebody_is(clause, at)
        and _fits(clause, at, verb)
    ]


def _follows_as(clause: Clause, at: int) -> bool:
    """Whether it says as what somebody did it: „jako podporucznik”, „jako druga Polka”."""
    own = clause.units[at - 1].lower if at else ""
    if own in _AND and at > 1 and _follows_as(clause, at - 2):  # „jako wicepremier i minister”
        return True
    return any(
        unit.lower == "jako" and all(agree(other.lower, clause.units[at].lower) for other in between)
        for unit, between in (
            (clause.units[back], clause.units[back + 1 : at]) for back in range(max(0, at - 3), at)
        )
    )


def _says_what_somebody_is(clause: Clause, at: int) -> bool:
    """Whether the word may be the trade of the name after it, in its case: „poślubiła fizyka Piotra Curie”."""
    after = clause.units[at + 1] if at + 1 < len(clause.units) else None
    named = after is not None and after.person is not None and not is_nominative(after)
    return named and has(clause.units[at].lower, NOUNS, "acc", "sg", "m1")


def takes_no_object(clause: Clause) -> bool:
    """Whether the verb of the clause is reflexive or intransitive."""
    verb = verb_reading(clause)
    reflexive = any(unit.lower == "się" for unit in clause.units)
    return reflexive or (verb is not None and verb.lemma in word_list("intransitive_verbs"))


def lacks_its_object(clause: Clause) -> bool:
    """Whether a verb in -no, -to leaves unsaid what was done something to: „uroczyście podpisano w Londynie”."""
    verb = verb_reading(clause)
    if verb is None or verb.pos != "imps":
        return False
    if any(unit.lower == "się" for unit in clause.units):  # „spotkano się z Turkami”: who did?
        return True
    return not any(
        _may_be_object(clause, at) and not has(unit.lower, PREPOSITION | ADVERB)
        for at, unit in enumerate(clause.units)
    )


def _may_be_object(clause: Clause, at: int) -> bool:
    unit = clause.units[at]
    if unit.kind in ("date", "mark", "aside") or is_governed(clause, at):
        return False
    if unit.kind == "word" and (unit.lower == "wraz" or has(unit.lower, PREPOSITION)):
        return False
    if _describes_what_follows(clause.units, at):
        return False
    cases = ("acc", "gen") if at == clause.verb + 1 else ("acc",)
    named = unit.kind != "word" or not readings(unit.text)
    if unit.person and unit.text.endswith(_DATIVES):  # „przyznano Dunantowi”
        return False
    return at != clause.verb and (named or any(has(unit.text, NOUNS, case) for case in cases))


def _describes_what_follows(units: Sequence[Unit], at: int) -> bool:
    """Whether it is the adjective of a noun after it: „(obdarzył) pierwszą polską uczelnią”."""
    following = [unit.lower for unit in units[at + 1 : at + 3] if unit.kind == "word"]
    if len(following) > 1 and not agree(following[0], following[1]):
        following = following[:1]
    return any(agree(units[at].lower, noun) for noun in following)


def _fits(clause: Clause, at: int, verb: Reading) -> bool:
    unit = clause.units[at]
    known = _as_a_thing(unit)
    if not known:
        opens = at == 0 or clause.units[at - 1].kind != "word"
        return opens and at < clause.verb and unit.text[0].isupper() and len(unit.text) > 1
    if any(reading.pos in _FUNCTION for reading in known) or _names_the_noun_before(clause, at):
        return False
    if at and clause.units[at - 1].lower in lexicon.words("particles"):
        return False
    if len(unit.text) > 1 and unit.text.isupper() and at and clause.units[at - 1].kind == "word":
        return False
    if at and has(clause.units[at - 1].lower, _ACTIVE):  # what a participle is about: „mszę kończącą sobór”
        return False
    if at > clause.verb and verb.lemma in _LINKS and has(unit.lower, ADJECTIVES, "nom"):
        return False
    if _only_describes(known) or _is_described_in_another_case(clause, at):
        return False
    number = "pl" if "pl" in verb.marks else "sg"
    genders = verb.marks & {"m1", "m2", "m3", "f", "n"}
    return _may_be_described_so(clause, at, verb) and any(
        reading.pos in NOUNS and {"nom", number} <= reading.marks and genders & reading.marks
        for reading in known
    )


def _may_be_described_so(clause: Clause, at: int, verb: Reading) -> bool:
    """Whether the adjective after the noun fits the verb too: „prawa miejskie (Łódź otrzymała)” are many."""
    after = clause.units[at + 1] if at + 1 < len(clause.units) else None
    if after is None or after.kind != "word" or not agree(after.lower, clause.units[at].lower):
        return True
    if _describes_what_follows(clause.units, at + 1):  # „(wygasły) pełnomocnictwa drugiego rządu”
        return True
    number = "pl" if "pl" in verb.marks else "sg"
    return any(has(after.lower, ADJECTIVES, "nom", number, gender) for gender in verb.marks & GENDERS)


def _as_a_thing(unit: Unit) -> Sequence[Reading]:
    """The readings of the word; of a common one, or a place, not as a surname: „Szkole Sztuk Pięknych”, „Rzym”."""
    known = readings(unit.text)
    common = any(reading.lemma[0].islower() for reading in known)
    place = any(one.lemma == unit.text and "nazwa_geograficzna" in one.labels for one in known)
    others = _OF_PEOPLE if common else _SURNAME if place else frozenset()
    return [one for one in known if not (unit.text[0].isupper() and one.labels & others)]


def _only_describes(known: Sequence[Reading]) -> bool:
    """Whether the noun is an adjective used as one: „ranny dostał się do niewoli” does not name who."""
    described = {reading.lemma for reading in known if reading.pos in ADJECTIVES}
    return any(reading.pos in NOUNS and reading.lemma in described for reading in known)


def _is_described_in_another_case(clause: Clause, at: int) -> bool:
    """Whether the adjective before shows that the noun is no nominative: „najgłośniejszą powieść”.

    „(z pomocą) duńskiego fizyka” too, though „duński” may be a tongue.
    """
    before = clause.units[at - 1] if at else None
    if before is None or before.kind != "word" or not agree(before.lower, clause.units[at].lower):
        return False
    adjective = has(before.lower, ADJECTIVES) and (not is_noun(before.lower) or is_of_a_land(before.lower))
    return adjective and not has(before.lower, ADJECTIVES, "nom")


def _goes_on_a_name(clause: Clause, at: int) -> bool:
    """Whether a word in the genitive goes on a name before it: „w Szkole Sztuk Pięknych”."""
    before = clause.units[at - 1] if at > 1 else None
    named = before is not None and before.kind == "word" and before.text[0].isupper() and is_noun(before.text)
    return named and clause.units[at].text[0].isupper() and has(clause.units[at].lower, NOUNS, "gen")


def _names_the_noun_before(clause: Clause, at: int) -> bool:
    """Whether a capitalised noun is the name of the thing said before it, or goes on one: „rzeka Granik”."""
    first = clause.units[0]  # „Oblężenie Sarajewa”: a capital that only opens the sentence
    common = at == 1 and first is clause.sentence.units[0] and has(first.lower, _VERBAL_NOUN)
    dated = at > 0 and clause.units[at - 1].kind == "date"  # „w lipcu Sąd Najwyższy”
    before = (first.lower if common else clause.units[at - 1].text) if at and not dated else ""
    known = readings(clause.units[at].text)
    land = any(reading.lemma in word_list("lands") and "nom" in reading.marks for reading in known)
    explained = not land or bool(lemmas(before) & _LANDED)  # „wniosek o członkostwo Polska złożyła”
    named = clause.units[at].text[0].isupper() and before[:1].islower() and is_noun(before) and explained
    return named or _goes_on_a_name(clause, at)


def is_governed(clause: Clause, at: int) -> bool:
    """Whether a preposition stands before the word, with at most one adjective between."""
    if not at or clause.units[at - 1].kind != "word":
        return False
    before = clause.units[at - 1].lower
    if has(before, PREPOSITION):
        return True
    foreign = clause.units[at - 1].text[0].isupper() and clause.units[at].text[0].isupper()
    if foreign and not is_noun(clause.units[at - 1].text):  # „pod Santa Marta”
        return is_governed(clause, at - 1)
    return at > 1 and has(before, ADJECTIVES) and has(clause.units[at - 2].lower, PREPOSITION)

"""Clauses with a name put in where the text leaves it out, says an office instead, or a pronoun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizapp.generate.clauses import Clause
from quizapp.generate.material import Unit, is_a_national, is_nominative
from quizapp.generate.subjects import (
    agrees,
    fitting_nouns,
    has_an_object,
    is_governed,
    is_oblique_beside,
    subject_of,
    verb_reading,
)
from quizapp.generate.wording import only_describes
from quizapp.generate.words import (
    ADJECTIVES,
    NOUNS,
    PREPOSITION,
    Reading,
    agree,
    has,
    is_noun,
    lemmas,
    readings,
    word_list,
)
from quizapp.text import lexicon
from quizapp.text.annotations import Person, Role
from quizapp.text.names.declension import decline_name
from quizapp.text.spans import Span

_OBLIQUE = ("acc", "gen", "dat", "inst", "loc")
_ALONE = frozenset({"sam", "sama"})
_YOUNG = frozenset({"młodzieniec", "chłopiec", "dziewczyna", "dziewczynka", "osiemnastolatek"})
_OF_BODIES = frozenset({"ramię", "siedziba", "członek", "statut", "zarząd", "prezes", "struktura"})
"""What a body has, and no person: „z jego ramienia przybył …” is said of a society."""
_OWNER = {"m": "jego", "f": "jej"}
_OWNERS = frozenset({"jego", "jej", "ich"})
_CASES_OF_PRONOUNS = {"go": ("acc", "m"), "mu": ("dat", "m"), "ją": ("acc", "f")}


def lacks_a_subject(clause: Clause, verb: Reading) -> bool:
    """Whether the clause surely leaves a singular subject out: nothing in it could be one but the object."""
    if subject_of(clause).kind != "unsaid" or verb.pos != "praet" or "sg" not in verb.marks:
        return False
    places = range(len(clause.units))
    if any(is_nominative(clause.units[at]) and not is_oblique_beside(clause.units, at) for at in places):
        return False
    if any(_may_be_foreign_subject(clause, at) or _may_stand_for_a_subject(clause, at) for at in places):
        return False
    if verb.lemma == "być" and not any(has(unit.lower, NOUNS | ADJECTIVES, "inst") for unit in clause.units):
        return False  # „w Polsce był 21 lipca” tells of nobody
    fitting = fitting_nouns(clause, verb)
    return not fitting or (len(fitting) == 1 and _is_the_object(clause, fitting[0], verb))


def _is_the_object(clause: Clause, noun: Unit, verb: Reading) -> bool:
    """Whether the one noun that could be the subject is what something is done to.

    So it is where nothing else could be, or it is a thing said after the verb with what it is of, and the
    verb does something to a thing: „uzyskał doktorat prawa kanonicznego”.
    """
    at = clause.units.index(noun)
    deed = verb.lemma in word_list("human_deeds")
    if not has_an_object(clause, noun):
        return deed or at > clause.verb or not has(noun.text, NOUNS, "nom")
    lifeless = has(noun.text, NOUNS, "acc", "sg", "m3") and not has(noun.text, NOUNS, "nom", "sg", "m1")
    end = next((place for place in range(at + 1, len(clause.units)) if not _may_be_of(clause, place)), None)
    belonging = clause.units[at + 1 : end]
    others = [unit for unit in clause.units if unit is not noun and unit not in belonging]
    alone = not has_an_object(replace(clause, units=tuple(others), verb=clause.verb), noun)
    institution = bool(lemmas(noun.lower) & word_list("institutions"))
    return deed and at > clause.verb and lifeless and alone and not institution


def _may_be_of(clause: Clause, at: int) -> bool:
    unit = clause.units[at]
    return unit.person is not None or (unit.kind == "word" and has(unit.lower, NOUNS | ADJECTIVES, "gen"))


def _may_be_foreign_subject(clause: Clause, at: int) -> bool:
    """Whether a name that the dictionary does not know, an acronym, or words in marks may be the subject."""
    unit = clause.units[at]
    if is_governed(clause, at) or unit.kind not in ("word", "quotation"):
        return False
    if (
        unit.kind == "quotation"
        and at > clause.verb
        and lemmas(clause.verb_form) & lexicon.words("publishing_verbs")
    ):
        return False
    if unit.kind == "quotation" and _is_title_set_off(clause, at):
        return False
    if unit.kind == "quotation":
        return not at or clause.units[at - 1].kind != "word" or not has(clause.units[at - 1].lower, NOUNS)
    if not unit.text[0].isupper() or unit is clause.sentence.units[0]:
        return False
    before = clause.units[at - 1] if at else None
    acronym = unit.text.isupper() and before is not None and has(before.lower, NOUNS)  # „na zjeździe PPS”
    if acronym or (at and not readings(unit.text) and is_governed(clause, at - 1)):  # „w okolicach Arpinum”
        return False
    if before is not None and at > clause.verb and _is_named_by_what_follows(clause, before):
        return False
    may_be_object = at > clause.verb and has(unit.text, NOUNS, "acc")
    return not readings(unit.text) or (has(unit.text, NOUNS, "nom", "sg") and not may_be_object)


def _is_named_by_what_follows(clause: Clause, noun: Unit) -> bool:
    """Whether it is a noun that cannot be the subject: „zdobył twierdzę (Jotapata)”."""
    verb = verb_reading(clause)
    common = noun.kind == "word" and noun.text[0].islower() and is_noun(noun.lower)
    return common and verb is not None and noun not in fitting_nouns(clause, verb)


def _is_title_set_off(clause: Clause, at: int) -> bool:
    """„najgłośniejszą powieść, „Nad Niemnem”, wydała”: the words in marks name the noun before the comma."""
    before = clause.units[max(0, at - 2) : at]
    return len(before) == 2 and before[1].text == "," and has(before[0].lower, NOUNS)


def _may_stand_for_a_subject(clause: Clause, at: int) -> bool:
    """Whether an adjective before the verb is no noun's („najsłynniejszy z nich spiął brzegi rzeki”)."""
    unit = clause.units[at]
    if at >= clause.verb or unit.kind != "word" or is_governed(clause, at) or unit.lower in _ALONE:
        return False
    near = clause.units[max(0, at - 1) : at + 3]
    described = any(
        agree(unit.lower, other.lower) for other in near if other is not unit and other.kind == "word"
    )
    return has(unit.lower, ADJECTIVES, "nom", "sg") and not has(unit.lower, NOUNS) and not described


def with_subject_named(clause: Clause, person: Person, named_in: Span) -> Clause:
    """The clause with the person's name at its front."""
    offset = clause.sentence.span.start
    name = Unit("person", Span(offset, offset, person.name), person=person)
    first = _end_of_opening_state(clause.units[: clause.verb])
    return replace(
        clause, units=(name, *clause.units[first:]), verb=clause.verb + 1 - first, named_in=named_in
    )


def _end_of_opening_state(units: Sequence[Unit]) -> int:
    """The place after „ciężko chory,”, where the words begin with it; else 0."""
    comma = next((at for at, unit in enumerate(units) if unit.text == ","), 0)
    return comma + 1 if comma and only_describes(units[:comma]) else 0


def as_main_clause(clause: Clause) -> Clause:
    """A relative clause about a person with the person's name for its pronoun; any other clause as it is."""
    person = clause.antecedent.person if clause.antecedent else None
    if person is None:
        return clause
    return replace(with_subject_named(clause, person, clause.sentence.span), antecedent=None)


def with_apposed_name(clause: Clause) -> Clause:
    """The clause with a name for the description that it explains: „ukoronowano córkę króla, Jadwigę”."""
    if len(clause.tail) != 2 or clause.tail[0].text != "," or clause.tail[1].person is None:
        return clause
    name, last = clause.tail[1], len(clause.units)
    at = next((at for at in range(clause.verb + 1, last) if _is_person_meant(clause.units[at], name)), last)
    start = at
    while start > clause.verb + 1 and _describes(clause.units[start - 1], clause.units[at:]):
        start -= 1
    plain = all(unit.kind == "word" and not has(unit.lower, PREPOSITION) for unit in clause.units[start:])
    if start == last or not plain:
        return clause
    return replace(clause, units=(*clause.units[:start], name), tail=())


def _is_person_meant(unit: Unit, name: Unit) -> bool:
    """Whether the noun may be explained by the name: „(na głowę) siostrzeńca, Ludwika”."""
    case = _case_of(name)
    if not case or unit.kind != "word" or not has(unit.lower, NOUNS, case, "sg"):
        return False
    return has(unit.lower, NOUNS, case, "sg", "m1") or is_a_woman(unit)


def is_a_woman(unit: Unit) -> bool:
    """Whether the noun says who a woman is: „córka”, „lekarka”."""
    women = lexicon.words("people") | lexicon.words("relatives") | lexicon.words("offices")
    return has(unit.lower, NOUNS, "f") and bool(lemmas(unit.lower) & (women | lexicon.words("occupations")))


def _case_of(unit: Unit) -> str:
    """The case in which a name stands; "" for the nominative, or where it cannot be told."""
    person = unit.person
    return next(
        (c for c in _OBLIQUE if person and decline_name(person.name, person.gender, c) == unit.text), ""
    )


def _describes(unit: Unit, noun: Sequence[Unit]) -> bool:
    """Whether the word before the noun is its adjective, or says whose: „jego (siostrzeniec)”."""
    described = unit.kind == "word" and bool(noun) and agree(unit.lower, noun[0].lower)
    return described or unit.lower in _OWNERS


def with_office_named(clause: Clause, told_of: Person | None, *, reigns_alone: bool) -> Clause:
    """The clause with the holder's name for an office that is its subject: „Król poślubił …”.

    The holder is named right after, or is the one whom the text has been telling of; a throne tells who is meant
    only where no other ruler is named.
    """
    verb = verb_reading(clause)
    if verb is None or subject_of(clause).kind != "thing":
        return clause
    for unit in fitting_nouns(clause, verb):
        held = next((pair for pair in clause.sentence.roles if pair[1].span.contains(unit.span)), None)
        throne = bool(lemmas(unit.lower) & word_list("rulers"))
        meant = held is not None and held[0] is told_of and (reigns_alone or not throne)
        sure = held and (meant or _is_named(held[0], clause.tail))
        if held and sure and agrees(held[0], verb) and not _is_named(held[0], clause.units):
            return _with_office_replaced(clause, *held)
    return clause


def _is_named(person: Person, units: tuple[Unit, ...]) -> bool:
    return any(unit.person is person for unit in units)


def _with_office_replaced(clause: Clause, holder: Person, role: Role) -> Clause:
    at = [place for place, unit in enumerate(clause.units) if role.span.contains(unit.span)]
    before = [mention for mention in holder.mentions if mention.start < role.span.start]
    if clause.verb in range(at[0], at[-1] + 1) or not (before or _is_named(holder, clause.tail)):
        return clause
    name = Unit("person", Span(role.span.start, role.span.end, holder.name), person=holder)
    units = (*clause.units[: at[0]], name, *clause.units[at[-1] + 1 :])
    shift = len(clause.units) - len(units) if clause.verb > at[-1] else 0
    return replace(clause, units=units, verb=clause.verb - shift)


def with_trade_named(clause: Clause, hero: Person, named_in: Span, offices: frozenset[str]) -> Clause:
    """The clause with the hero's name for what the hero was: „Poetka zmarła …”, „Król powołał …”.

    `offices` are those that nobody else in the text holds.
    """
    at = _bare_subject(clause)
    if at is None:
        return clause
    meant = lemmas(clause.units[at].lower) & (lexicon.words("occupations") | _YOUNG | offices)
    if not meant and not is_a_national(clause.units[at]):
        return clause
    verb, span = verb_reading(clause), clause.units[at].span
    if verb is None or not agrees(hero, verb) or _is_named(hero, clause.units):
        return clause
    name = Unit("person", Span(span.start, span.end, hero.name), person=hero)
    return replace(clause, units=(*clause.units[:at], name, *clause.units[at + 1 :]), named_in=named_in)


def _bare_subject(clause: Clause) -> int | None:
    """The place of the one noun that is the subject, where nothing says which of many is meant."""
    verb = verb_reading(clause)
    if verb is None or subject_of(clause).kind != "thing":
        return None
    fitting = fitting_nouns(clause, verb)
    if len(fitting) != 1:
        return None
    at = next(place for place, unit in enumerate(clause.units) if unit is fitting[0])
    verb_itself = clause.units[clause.verb]
    before, after = clause.units[max(0, at - 1) : at], clause.units[at + 1 : at + 2]
    described = any(
        unit.kind in ("person", "quotation") or (unit.kind == "word" and agree(unit.lower, fitting[0].lower))
        for unit in (*before, *after)
        if unit is not verb_itself
    )
    owned = any(
        unit.kind == "word" and has(unit.lower, NOUNS, "gen") for unit in after if unit is not verb_itself
    )
    return None if described or owned else at


def with_full_name(clause: Clause, said_in: Mapping[str, Span]) -> Clause:
    """The clause with the whole name of its subject, where another sentence says it: `said_in` by the person's id."""
    at = subject_of(clause).unit
    unit = clause.units[at] if at is not None else None
    person = unit.person if unit else None
    if at is None or unit is None or person is None or unit.text == person.name or person.id not in said_in:
        return clause
    if at and clause.units[at - 1].text in person.name.split():  # the name was read too short
        return clause
    whole = replace(unit, span=Span(unit.span.start, unit.span.end, person.name))
    units = (*clause.units[:at], whole, *clause.units[at + 1 :])
    return replace(clause, units=units, named_in=clause.named_in or said_in[person.id])


def with_others_full_names(clause: Clause, said_in: Mapping[str, Span], hero: Person | None) -> Clause:
    """The clause with the whole name of one on whom it acts, where another sentence says it: „pokonał Łokietka”.

    In a biography the bare first name of its hero is the hero's.
    """
    for at, unit in enumerate(clause.units):
        person = hero if hero and unit.person and unit.person.name == hero.name.split()[0] else unit.person
        if person is None or clause.named_in is not None or is_nominative(unit) or person.id not in said_in:
            continue
        said = _in_full(unit, person)
        if said:
            whole = replace(unit, span=Span(unit.span.start, unit.span.end, said), person=person)
            units = (*clause.units[:at], whole, *clause.units[at + 1 :])
            return replace(clause, units=units, named_in=said_in[person.id])
    return clause


def _in_full(unit: Unit, person: Person) -> str:
    """The whole name in the case in which a part of it stands; "" where that is not sure."""
    words = unit.text.split()
    forms = (decline_name(person.name, person.gender, case) or "" for case in _OBLIQUE)
    fitting = {form for form in forms if words in (form.split()[: len(words)], form.split()[-len(words) :])}
    return fitting.pop() if len(fitting) == 1 and len(words) < len(person.name.split()) else ""


def with_pronoun_named(clause: Clause, person: Person, named_in: Span) -> Clause:
    """The clause with the person's name for „go”, „mu” or „ją”, where its verb is said of persons."""
    if not lemmas(clause.verb_form) & word_list("verbs_on_persons") or _is_named(person, clause.units):
        return clause
    for at, unit in enumerate(clause.units):
        case, gender = _CASES_OF_PRONOUNS.get(unit.lower, ("", ""))
        said = decline_name(person.name, person.gender, case) if gender == person.gender else None
        if said:
            name = Unit("person", Span(unit.span.start, unit.span.end, said), person=person)
            units = (*clause.units[:at], name, *clause.units[at + 1 :])
            return replace(clause, units=units, named_in=named_in)
    return clause


def with_owner_named(clause: Clause, person: Person, named_in: Span) -> Clause:
    """The clause with the person's name for „jego” or „jej”, where somebody else is said to be or do what is theirs.

    „Jego następcą został Jan Nowak” tells who succeeded him.
    """
    subject = subject_of(clause).unit
    whose = decline_name(person.name, person.gender, "gen")
    at = next((at for at, unit in enumerate(clause.units) if unit.lower == _OWNER.get(person.gender)), None)
    if at is None or whose is None or subject is None or subject < at or _is_named(person, clause.units):
        return clause
    end = at + 1
    while end < len(clause.units) - 1 and has(clause.units[end].lower, ADJECTIVES):
        end += 1
    noun = clause.units[end]
    if noun.kind != "word" or not has(noun.lower, NOUNS) or end >= subject or lemmas(noun.lower) & _OF_BODIES:
        return clause
    place = noun.span.end
    name = Unit("person", Span(place, place, whose), person=person)
    units = (*clause.units[:at], *clause.units[at + 1 : end + 1], name, *clause.units[end + 1 :])
    return replace(clause, units=units, verb=clause.verb - (at < clause.verb <= end), named_in=named_in)

"""The order of the words of a clause inside a question."""

from __future__ import annotations

from quizapp.generate.clauses import Clause
from quizapp.generate.facts.acting import thing_that_acts
from quizapp.generate.facts.actors import Actor, is_put_in, named_subject
from quizapp.generate.facts.lives import is_born_or_dies
from quizapp.generate.facts.objects import start_of_last_object
from quizapp.generate.material import Unit, is_a_national, is_nominative
from quizapp.generate.order.parts import (
    PLACING,
    SHORT,
    end_of_company,
    end_of_verb,
    ends_alone_with,
    is_after_its_object,
    is_all_of_it,
    is_before_its_object,
    is_given_to,
    is_governed_throughout,
    is_plain,
    is_several_lands,
    is_short_object,
    opens_with_adverbial,
    opens_with_what_was_done,
    says_how,
    says_where,
    says_why_or_after,
    start_of_state,
    tells_how_it_was_done,
    turns_into,
    with_verb_whole,
    without_commas_around,
    without_commas_before,
    without_first_commas,
)
from quizapp.generate.subjects import (
    fitting_nouns,
    several_act,
    subject_of,
    takes_no_object,
    verb_reading,
)
from quizapp.generate.titles import in_role
from quizapp.generate.words import (
    ADJECTIVES,
    ADVERB,
    NOUNS,
    PREPOSITION,
    cases,
    has,
    lemmas,
)
from quizapp.text import lexicon

_INFINITIVE = frozenset({"inf"})
_GERUND = frozenset({"ger"})
_DESCRIBING = frozenset({"ppas", "pact"})
_WITH = frozenset({"z", "ze"})
_COURSE = frozenset({"rozpocząć", "zacząć", "zakończyć", "skończyć", "odbyć", "toczyć"})
_HAPPENING = frozenset(
    {
        "wybuchnąć",
        "nastąpić",
        "powstać",
        "upaść",
        "paść",
        "dojść",
        "zapaść",
        "wygasnąć",
        "trwać",
        "ukazać",
        "ruszyć",
        "wyjść",
    }
)


def in_good_order(clause: Clause, units: tuple[Unit, ...], *, telling: bool = False) -> list[Unit]:
    """The verb before a subject that is a thing („rozpoczęła się wojna”), and never last in a question.

    Whoever „umówił się z królem na wspólny pochód” stands before his verb.

    Of births and deaths nothing but the person is kept: „urodziła się Maria” in a question, „Maria
    urodziła się” where it is told; not where.
    """
    verb = clause.units[clause.verb]
    units = with_verb_whole(without_commas_before(units, units.index(verb)), verb)
    at = units.index(verb)
    end = end_of_verb(units, at)
    end += tells_how_it_was_done(units, end) and end_of_company(units, end) == end
    actor = named_subject(clause)
    if is_born_or_dies(clause) and actor:
        return _of_a_life(actor, units, at, end, telling=telling)
    if has(units[0].lower, _DESCRIBING, "nom") and not named_subject(clause):
        return list(units)  # „zebrane w Paryżu stany zatwierdziły traktat”
    if end < len(units) and several_act(clause):  # „Bundestag oraz Izba Ludowa przyjęły rezolucje”
        return list(units)
    named = [unit for unit in clause.units[actor.start : actor.end] if unit in units] if actor else []
    ordered = (
        _with_person_first(clause, units, named, at, end)
        or _with_actors_first(clause, units, at, end, telling=telling)
        or _with_verb_first(clause, units, at, end, telling=telling)
        or (not telling and _with_subject_before_opening(clause, units, named, at))
        or list(units)
    )
    return _with_object_near(ordered, verb)


def _with_object_near(units: list[Unit], verb: Unit) -> list[Unit]:
    """What something was done to right after the verb, where a long phrase parts the two."""
    end = units.index(verb) + 1
    end += end < len(units) and units[end].lower == "się"
    place, company = units.index(verb), end_of_company(units, end)
    if company > end:  # „wraz z bratem zabił prawnika”
        follows = company < len(units) and has(units[company].text, NOUNS, "acc")
        return (
            [*units[:place], *units[end:company], *units[place:end], *units[company:]] if follows else units
        )
    if end + 1 < len(units) and says_how(units[end]):  # „pośmiertnie odznaczyła Jana”
        return _with_object_near([*units[:place], units[end], *units[place:end], *units[end + 1 :]], verb)
    start = start_of_last_object(units[end:], verb.lower) or start_of_state(units[end:], verb.lower)
    return [*units[:end], *units[end + start :], *units[end : end + start]] if start else units


def _with_person_first(
    clause: Clause, units: tuple[Unit, ...], named: list[Unit], at: int, end: int
) -> list[Unit]:
    """The person before the verb, where the object or nothing but the verb would follow; else nothing."""
    before = [unit for unit in units[:at] if unit not in named]
    after = [unit for unit in units[end:] if unit not in named]
    is_last = end == len(units) and not clause.complement
    opening = without_first_commas(before)
    follows = named and list(units[end : end + 1]) == named[:1]
    parted = start_of_last_object(opening, clause.verb_form) if follows else 0
    if parted:  # „w pobliżu wyspy bunt wszczął bosman”
        return [*named, *units[at:end], *opening[parted:], *opening[:parted], *after]
    alone = bool(named) and ends_alone_with(named, units)
    governs = bool(opening) and has(opening[0].lower, PREPOSITION)
    if governs and named and named[0] in units[end:] and not alone:
        between, tail = units[end : units.index(named[0])], units[units.index(named[-1]) + 1 :]
        if is_governed_throughout(tail) and (not between or is_governed_throughout(between)):
            return [*named, *units[at:end], *between, *opening, *tail]  # „wyruszył z Akry król z wojskiem”
    if alone and governs:  # „na Pomorzu wylądował król”
        places = opening[0].lower in PLACING or not after
        return [*named, *units[at:end], *((*opening, *after) if places else (*after, *opening))]
    far = alone and not units[:at] and len(after) >= SHORT
    if named and (before or after) and (_opens_with_object(clause, units[:at]) or is_last or far):
        explained = any(has(unit.lower, PREPOSITION) for unit in before)  # „wniosek o członkostwo”
        placed = explained and bool(after) and has(after[0].lower, PREPOSITION)
        return [*named, *units[at:end], *((*after, *before) if placed else (*before, *after))]
    if is_put_in(clause) and named and units[0] is named[0] and is_plain(units[1:at]):
        together = end_of_company(units, 1) == at  # „wspólnie z siłami Ligi pobił”
        if units[1].lower == "jako" or together or says_why_or_after(units[1:at]):  # „po śmierci ojca pobił”
            return list(units)
        adverbial = opens_with_adverbial(units[1:at]) or not opens_with_adverbial(units[end:])
        adverbial = adverbial and not (says_where(units[end:]) and at > SHORT)  # „w drodze stanął w Krakowie”
        rest = (*units[1:at], *units[end:]) if adverbial else (*units[end:], *units[1:at])
        return [units[0], *units[at:end], *rest]
    return []


def _with_subject_before_opening(
    clause: Clause, units: tuple[Unit, ...], named: list[Unit], at: int
) -> list[Unit]:
    """Who acts first, what says where right after the verb („król ogłosił w Krakowie edykt”); else nothing."""
    acting = named or list(thing_that_acts(clause, units))
    start = units.index(acting[0]) if acting and acting[0] in units else 0
    while start and has(units[start - 1].lower, ADJECTIVES, "nom", "sg"):  # „ranny król”
        start -= 1
    opening = without_commas_around(units[:start])
    governs = len(opening) > 1 and has(opening[0].lower, PREPOSITION)
    plain = all(unit.kind == "word" or unit.text == "–" for unit in opening)
    if not (governs and plain and start < at):
        return []
    end = end_of_verb(units, at)
    if end < len(units) and is_governed_throughout(units[end:]):  # „zwyciężył pod Palasi w Bengalu”
        return [*units[start:], *opening]
    if says_why_or_after(opening):
        misread = len(opening) > SHORT and units[at - 1].text.islower()  # „po zwycięstwie Polski rozmowy”
        return [*opening, *units[start:]] if misread else [*units[start:at], *opening, *units[at:]]
    if [unit.kind for unit in units[end:]] == ["word"] and not clause.complement:  # „złożył broń w Krakowie”
        return [*units[start:], *opening]
    if (
        end < len(units) and units[end].person and not is_nominative(units[end])
    ):  # „skazał Jana za spisek na śmierć”
        end += 1
    return [*units[start:end], *opening, *units[end:]]


def _with_actors_first(
    clause: Clause, units: tuple[Unit, ...], at: int, end: int, *, telling: bool
) -> list[Unit]:
    """Several persons, or a thing, before the verb, where the object stands first or right after them; else nothing."""
    before, after = units[:at], units[end:]
    people = _several_persons(clause, after)
    if people and not clause.complement and opens_with_what_was_done(before):
        return [*people, *units[at:end], *after[: -len(people)], *before]
    if telling and not before and is_several_lands(after):
        return [*after, *units[at:end]]
    if (last := _subject_at_the_end(clause, units, at)) is not None:
        return [last, *(unit for unit in units if unit is not last)]
    acting = () if takes_no_object(clause) else thing_that_acts(clause, units)
    if acting and before[-len(acting) :] == acting and is_after_its_object(acting, before[: -len(acting)]):
        done_to = before[: -len(acting)]  # „propozycję układu rząd przedstawił Polsce”
        held = bool(after) and after[0].lower == "za"  # „uznały oblężenie za zakończone”
        rest = (*after, *done_to) if len(after) < SHORT and not held else (*done_to, *after)
        return [*acting, *units[at:end], *rest]
    follows, rest = after[: len(acting)] == acting, after[len(acting) :]
    if acting and follows and is_after_its_object(acting, before) and says_where(rest):
        return [*acting, *units[at:end], *rest, *before]  # „klęskę ponieśli Rzymianie pod Kannami”
    alone = not after or after == acting or (follows and is_all_of_it(rest))
    if acting and alone and is_after_its_object(acting, before):
        acting = after or acting
    if acting and ((alone and is_after_its_object(acting, before)) or is_before_its_object(acting, after)):
        return [*acting, *units[at:end], *(unit for unit in (*before, *after) if unit not in acting)]
    return _with_far_subject_first(clause, units, at, end)


def _with_far_subject_first(clause: Clause, units: tuple[Unit, ...], at: int, end: int) -> list[Unit]:
    """The thing first that stands at the end, far from its verb, or after a place: „do miasta wojsko weszło”."""
    if at and units[0].lower == "do" and "dojść" in lemmas(clause.verb_form):
        acting = thing_that_acts(clause, units)  # „do porozumienia z Brytyjczykami doszła Hiszpania”
        return [*acting, *units[at:end], *units[:at]] if acting and units[end:] == acting else []
    if lemmas(clause.verb_form) & (_HAPPENING | _COURSE):
        return []
    acting, before, after = thing_that_acts(clause, units), units[:at], units[end:]
    if acting and len(after) > len(acting) and after[-len(acting) :] == acting:
        return [*acting, *units[at:end], *before, *after[: -len(acting)]]
    start = after.index(acting[0]) if acting and acting[0] in after else 0
    told = after[start + len(acting) :]  # „(przekroczyły granicę) wozy (z amunicją)”
    if start and told and told[0].lower in _WITH and is_governed_throughout(told):
        return [*after[start:], *units[at:end], *before, *after[:start]]
    if acting and acting[0] in before[1:] and not after and has(before[0].lower, PREPOSITION):
        start = before.index(acting[0])
        return [*before[start:], *units[at:end], *before[:start]]
    return []


def _with_verb_first(
    clause: Clause, units: tuple[Unit, ...], at: int, end: int, *, telling: bool
) -> list[Unit]:
    """The verb before all else, where something begins or happens, or nobody is said to do it; else nothing."""
    while at and has(units[at - 1].lower, ADVERB):  # „tymczasowo powierzono”, „na krótko obalono”
        at -= 2 if at > 1 and units[at - 2].lower == "na" else 1
    while end < len(units) and has(units[end].lower, ADVERB):
        end += 1
    before, after = units[:at], units[end:]
    start = start_of_last_object(before, clause.verb_form)
    before = without_commas_around((*before[start:], *before[:start]))
    starts = _tells_of_a_thing(clause) and _begins_or_ends(clause, after) and not turns_into(after)
    one_does_it = len(before) == 1 and has(units[end - 1].lower, _INFINITIVE)  # „senat przestał obradować”
    is_last = not (after or clause.complement or one_does_it)
    impersonal = _is_impersonal(clause)
    placed = bool(before) and has(before[0].lower, PREPOSITION)
    came_to = "dojść" in lemmas(clause.verb_form)
    to_pass = impersonal and came_to and placed and before[0].lower == "do"  # „doszło do bitwy pod Warną”
    if not (starts or to_pass or (is_last and impersonal) or (not telling and (is_last or impersonal))):
        return []
    for_what = placed and before[0].lower == "do" and has(before[1].lower, _GERUND) and not came_to
    if impersonal and after and placed and (for_what or says_why_or_after(before)):
        return list(units)  # „po początkowym niepowodzeniu pobito Turków”
    where_follows = bool(after) and has(after[0].lower, PREPOSITION)
    long = impersonal and placed and len(before) > SHORT
    if long and where_follows:
        return list(units)  # „pod naciskiem Ligi Narodów zawarto w Suwałkach umowę”
    on_somebody = len(after) == 1 and (after[0].person or is_given_to(after[0]))  # „nadano Gdyni prawa”
    if (
        (starts and where_follows and len(after) <= SHORT)
        or (impersonal and before and on_somebody)
        or (impersonal and len(before) > SHORT and says_where(after))
        or (long and is_short_object(after))
    ):
        return [*units[at:end], *after, *before]
    return [*units[at:end], *before, *after]


def _of_a_life(actor: Actor, units: tuple[Unit, ...], at: int, end: int, *, telling: bool) -> list[Unit]:
    """Who was born or died, with the verb units[at:end]."""
    named = [
        unit
        for unit in actor.clause.units[actor.start : actor.end]
        if unit in units and not lemmas(unit.lower) & lexicon.words("relatives")
    ]
    said = [unit.lower for unit in units[end : end + 2]]
    world = list(units[end : end + 2]) if said == ["na", "świat"] else []
    return [*named, *units[at:end], *world] if telling else [*units[at:end], *world, *named]


def _several_persons(clause: Clause, after: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The two or more persons who end the words, with nothing but a place or date before them; () if none do.

    „(wyniki przedstawili) w Londynie premier Jan Nowak i Maria Lis”.
    """
    start = len(after)
    while start and (
        after[start - 1].person
        or after[start - 1].lower in ("i", "oraz", ",")
        or after[start - 1].quotation
        or in_role(clause.sentence, after[start - 1])
        or is_a_national(after[start - 1])
    ):
        start -= 1
    people = [unit for unit in after[start:] if unit.person]
    placed = not start or (start <= SHORT and (after[0].date or has(after[0].lower, PREPOSITION)))
    return after[start:] if placed and len(people) > 1 and all(map(is_nominative, people)) else ()


def _subject_at_the_end(clause: Clause, units: tuple[Unit, ...], at: int) -> Unit | None:
    """The thing that did it, where it alone comes after verb and object: „aresztowało Marię gestapo”."""
    verb = verb_reading(clause)
    if verb is None or at or len(units) < 3 or subject_of(clause).kind != "thing":
        return None
    fitting = [unit for unit in fitting_nouns(clause, verb) if unit in units]
    after_a_person = units[-2].person is not None and not is_nominative(units[-2])
    return units[-1] if fitting == [units[-1]] and after_a_person else None


def _is_impersonal(clause: Clause) -> bool:
    return subject_of(clause).kind == "impersonal"


def _opens_with_object(clause: Clause, before: tuple[Unit, ...]) -> bool:
    """Whether what is done something to stands before who did it: „wniosek złożył minister”, „wniosek Nowak złożył”."""
    subject = subject_of(clause).unit
    first = next((unit for unit in before if not has(unit.lower, ADVERB)), None)
    if first is not None and subject is not None and first.kind in ("quotation", "person"):
        return not is_nominative(first)
    if first is None or subject is None or first.kind != "word":
        return False
    if subject < clause.verb:
        return bool(cases(first.lower, NOUNS) & {"acc"}) and not has(first.lower, PREPOSITION)
    return bool(cases(first.lower, NOUNS | ADJECTIVES) & {"acc", "inst", "gen", "dat"})


def _begins_or_ends(clause: Clause, after: tuple[Unit, ...]) -> bool:
    lemma = lemmas(clause.verb_form)
    if any(unit.lower == "się" for unit in clause.units):
        return bool(lemma & (_COURSE | _HAPPENING))
    return bool(lemma & _HAPPENING)


def _tells_of_a_thing(clause: Clause) -> bool:
    opening = [unit for unit in clause.units[:2] if unit.kind == "word"]
    starts_with_place = any(has(unit.lower, PREPOSITION) for unit in opening[:1])
    return subject_of(clause).kind == "thing" and not starts_with_place

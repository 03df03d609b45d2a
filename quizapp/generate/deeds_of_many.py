"""What others may have done too, so that to ask who did it has no one answer: „uczył się w Szkole”, „zaprotestował”."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quizapp.generate.facts.actors import Actor
from quizapp.generate.material import Unit
from quizapp.generate.subjects import verb_reading
from quizapp.generate.words import ADJECTIVES, NOUNS, PREPOSITION, has, is_ordinal, lemmas, word_list

_HAD_BY_MANY = frozenset({"udział", "część", "strona", "stopień", "ranga"})
"""„otrzymał część Numidii”: the other part somebody else got."""
_BEGINNING_OR_ENDING = frozenset({"rozpocząć", "zacząć", "podjąć", "odbyć", "ukończyć", "przerwać"})
_CLITIC = "się"
_PRIZES = frozenset({"pokojowy", "literacki", "literatura", "fizyka", "chemia", "medycyna", "ekonomia"})
_TREATIES = frozenset({"traktat", "układ", "pokój", "rozejm", "umowa", "porozumienie", "konwencja", "pakt"})
_BECOMING = frozenset({"zostać", "być"})
_CABINETS = frozenset({"rząd", "gabinet"})
_OF_TROOPS = frozenset({"brygada", "dywizja", "broń", "armia", "wojsko"})
_COMMANDING = frozenset({"dowodzić", "walczyć"})


def is_done_by_many(actor: Actor) -> bool:
    """Whether others may have done it too: „wziął udział”, „dowodził w bitwie”, not „kierował Szkołą”."""
    told = {lemma for unit in actor.rest if unit.kind == "word" for lemma in lemmas(unit.lower)}
    prize = "nobel" in told and not told & _PRIZES  # of several each year
    studied = "studia" in told and told & _BEGINNING_OR_ENDING
    shared = prize or studied or told & _HAD_BY_MANY or {"otrzymać", "tytuł"} <= told
    return (
        bool(shared)
        or _is_of_many(actor)
        or _signs_for_one_side(actor)
        or _commands_nobody(actor)
        or _only_came(actor)
        or _takes_an_office_of_many(actor)
    )


def _is_of_many(actor: Actor) -> bool:
    """Whether the verb itself tells of what more than one does: „sprzeciwił się”, „uczył się”."""
    verb = verb_reading(actor.clause)
    if verb is None:
        return False
    reflexive = any(unit.lower == _CLITIC for unit in actor.rest)
    said = {verb.lemma, f"{verb.lemma} {_CLITIC}"} if reflexive else {verb.lemma}
    if said & word_list("deeds_of_many"):
        return True
    only_stood = verb.lemma == "stać" and not any(unit.lower == "czele" for unit in actor.rest)
    return "imperf" in verb.marks and (only_stood or verb.lemma not in word_list("deeds_of_one"))


def _takes_an_office_of_many(actor: Actor) -> bool:
    """„został trybunem ludowym”, „generałem brygady”, „ministrem rządu”; not „pierwszym konsulem”."""
    became = bool(lemmas(actor.clause.verb_form) & _BECOMING)
    one_of = any(one.lower == "jednym" and other.lower in ("z", "ze") for one, other in pairwise(actor.rest))
    return became and (one_of or any(_is_held_by_many(actor.rest, at) for at in range(len(actor.rest))))


def _is_held_by_many(units: Sequence[Unit], at: int) -> bool:
    before, after = units[:at][-1:], units[at + 1 : at + 2]
    held = lemmas(units[at].lower)
    if not has(units[at].lower, NOUNS, "inst") or any(
        has(unit.lower, PREPOSITION) or is_ordinal(unit.lower) for unit in before
    ):
        return False
    of = frozenset().union(
        *(lemmas(unit.lower) for unit in after if has(unit.lower, NOUNS | ADJECTIVES, "gen"))
    )
    double = any(has(unit.lower, NOUNS, "inst") for unit in after)  # „generałem gubernatorem”
    ranked = bool(held & word_list("ranks")) and not double and (not of or bool(of & _OF_TROOPS))
    return (
        ranked or bool(held & word_list("offices_of_many")) or ("minister" in held and bool(of & _CABINETS))
    )


def _signs_for_one_side(actor: Actor) -> bool:
    """„podpisał traktat”: so did the other side; not „podpisał traktat w imieniu Rosji”."""
    told = {lemma for unit in actor.rest if unit.kind == "word" for lemma in lemmas(unit.lower)}
    signed = "podpisać" in lemmas(actor.clause.verb_form) and bool(told & _TREATIES)
    return signed and "imię" not in told and not actor.title


def _commands_nobody(actor: Actor) -> bool:
    """„dowodził w bitwie pod Lützen”: on the other side somebody did so too."""
    verb = verb_reading(actor.clause)
    commands = verb is not None and verb.lemma in _COMMANDING
    return commands and not any(unit.kind == "word" and has(unit.lower, NOUNS, "inst") for unit in actor.rest)


def _only_came(actor: Actor) -> bool:
    """„w 1679 roku przybył do Gdańska”: so did many in that year."""
    day = any(unit.date and unit.date.precision == "day" for unit in actor.rest)
    with_whom = any(unit.person for unit in actor.rest)
    came = bool(lemmas(actor.clause.verb_form) & word_list("verbs_of_motion"))
    dated = {at - 1 for at, unit in enumerate(actor.rest) if unit.date}
    where = [at for at, unit in enumerate(actor.rest) if has(unit.lower, PREPOSITION) and at not in dated]
    return came and len(where) < 2 and not (day or with_whom or actor.title or actor.clause.complement)

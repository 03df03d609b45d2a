"""What others may have done too, so that to ask who did it has no one answer: „uczył się w Szkole”, „zaprotestował”."""

from __future__ import annotations

from quizapp.generate.facts.actors import Actor
from quizapp.generate.subjects import verb_reading
from quizapp.generate.words import NOUNS, PREPOSITION, has, lemmas, word_list

_HAD_BY_MANY = frozenset({"udział", "część", "strona", "stopień", "ranga"})
"""„otrzymał część Numidii”: the other part somebody else got."""
_BEGINNING_OR_ENDING = frozenset({"rozpocząć", "zacząć", "podjąć", "odbyć", "ukończyć", "przerwać"})
_CLITIC = "się"
_PRIZES = frozenset({"pokojowy", "literacki", "literatura", "fizyka", "chemia", "medycyna", "ekonomia"})
_TREATIES = frozenset({"traktat", "układ", "pokój", "rozejm", "umowa", "porozumienie", "konwencja", "pakt"})
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

"""What a run of words in a clause is: where or why it was, to whom, an object, the verb as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.generate.material import Unit
from quizapp.generate.words import (
    ADJECTIVES,
    ADVERB,
    NOUNS,
    NUMERAL,
    PREPOSITION,
    agree,
    cases,
    has,
    is_noun,
    lemmas,
)

SHORT = 3
"""More words than this are a long phrase."""
PLACING = frozenset({"w", "we", "na", "pod", "nad", "u", "koło", "przy"})
"""Prepositions that say where."""

_ADVERBIAL = frozenset({"jako", "wraz", "razem", "dzięki"})
_PARTICIPLES = frozenset({"ppas", "pact"})
_LEAD = frozenset({"wodza", "przewodnictwo", "dowództwo", "kierownictwo", "komenda"})
_CIRCUMSTANCES = frozenset({"po", "przed", "mimo", "wobec", "wskutek", "dzięki", "podczas"})
_CAUSES = frozenset(
    {
        "odpowiedź",
        "polecenie",
        "rozkaz",
        "wniosek",
        "żądanie",
        "inicjatywa",
        "zgoda",
        "nacisk",
        "prośba",
        "okazja",
        "wynik",
        "sprawa",
        "wola",
    }
)
_INFINITIVE = frozenset({"inf"})
_PASSIVE = frozenset({"zostać", "być"})
_PASSIVE_PARTICIPLE = frozenset({"ppas"})
_TOGETHER, _WITH = frozenset({"wspólnie", "wraz", "razem"}), frozenset({"z", "ze"})
_MANNER, _IN_RESPECT = ("nie", "ście"), "cznie"


def says_how(unit: Unit) -> bool:
    """„uroczyście”, „osobiście”, „pośmiertnie”; not „dyplomatycznie”."""
    return _is_of_manner(unit) and not unit.lower.endswith(_IN_RESPECT)


def _is_of_manner(unit: Unit) -> bool:
    return unit.kind == "word" and unit.lower.endswith(_MANNER) and has(unit.lower, ADVERB)


def tells_how_it_was_done(units: tuple[Unit, ...], at: int) -> bool:
    """Whether an adverb of the verb stands there: „(ogłosił) publicznie”, not „wybitnie zdolny”."""
    told = units[at + 1 : at + 2]
    other = any(unit.kind == "number" or has(unit.lower, ADJECTIVES | ADVERB | NUMERAL) for unit in told)
    return at < len(units) and _is_of_manner(units[at]) and not other


def end_of_company(units: Sequence[Unit], at: int) -> int:
    """Where „wspólnie z wojskami cesarskimi” ends that begins there; that place if nothing of the kind does."""
    said = [unit.lower for unit in units[at : at + 2]]
    if len(said) < 2 or said[0] not in _TOGETHER or said[1] not in _WITH:
        return at
    end = at + 2
    while end < len(units) and (units[end].person or has(units[end].lower, NOUNS | ADJECTIVES, "inst")):
        end += 1
    return end


def start_of_state(units: list[Unit], verb: str) -> int:
    """Where „ciężko ranny” begins that ends „(został) w nieudanym ataku na wyspę ciężko ranny”; 0 if nothing does."""
    if len(units) <= SHORT or "zostać" not in lemmas(verb) or not has(units[0].lower, PREPOSITION):
        return 0
    if units[-1].kind != "word" or not has(units[-1].lower, ADJECTIVES | _PARTICIPLES, "nom"):
        return 0
    return len(units) - 1 - has(units[-2].lower, ADVERB)


def ends_alone_with(named: list[Unit], units: tuple[Unit, ...]) -> bool:
    """Whether the person stands last, with nothing joined before: „zgodził się opłacić wyprawę Jan Nowak”."""
    before = units[-len(named) - 1]
    return bool(named) and list(units[-len(named) :]) == named and before.text not in ("i", "oraz", ",")


def says_why_or_after(opening: tuple[Unit, ...]) -> bool:
    """„po bitwie”, „na polecenie króla”, „w odpowiedzi na ustawę”: what stands before the verb."""
    caused = len(opening) > 1 and has(opening[0].lower, PREPOSITION) and lemmas(opening[1].lower) & _CAUSES
    return opening[0].lower in _CIRCUMSTANCES or bool(caused)


def end_of_verb(units: tuple[Unit, ...], at: int) -> int:
    """Where the verb ends that begins there, with „się”, the participle of „został raniony” or „zaczął budować”."""
    follows = units[at + 1].lower if at + 1 < len(units) and units[at + 1].kind == "word" else ""
    passive = bool(lemmas(units[at].lower) & _PASSIVE) and has(follows, _PARTICIPLES, "nom")
    end = at + 2 if follows == "się" or passive else at + 1
    return end + (end < len(units) and units[end].kind == "word" and has(units[end].lower, _INFINITIVE))


def is_governed_throughout(units: Sequence[Unit]) -> bool:
    """Whether nothing but phrases with prepositions stands there: „do niewoli”, not „w Krakowie akademię”."""
    wanted: frozenset[str] = frozenset()
    opened = False
    for unit in units:
        if unit.kind != "word" or (not opened and not wanted and not has(unit.lower, PREPOSITION)):
            return False
        if has(unit.lower, PREPOSITION):
            wanted, opened = cases(unit.lower, PREPOSITION), True
            continue
        found = cases(unit.text, NOUNS | ADJECTIVES)
        if found and not found & (wanted if opened else wanted | {"gen"}):
            return False
        wanted, opened = (found & wanted) or wanted, False
    return bool(units)


def without_first_commas(units: list[Unit]) -> list[Unit]:
    """The units without the pair of commas that they open with, where a date before them was taken out."""
    if not units or units[0].text != ",":
        return units
    closing = next((at for at in range(1, len(units)) if units[at].text == ","), len(units))
    return [*units[1:closing], *units[closing + 1 :]]


def without_commas_before(units: tuple[Unit, ...], verb: int) -> tuple[Unit, ...]:
    """The units without the pair of commas around what stands right before the verb: „Jan, po chorobie, abdykował”."""
    commas = [place for place in range(verb) if units[place].text == ","]
    if len(commas) != 2 or commas[1] != verb - 1 or not commas[0]:
        return units
    named = units[commas[0] - 1].person is not None or (commas[0] == 1 and units[0].text[0].isupper())
    if not named or not has(units[commas[0] + 1].lower, PREPOSITION):
        return units
    return tuple(unit for place, unit in enumerate(units) if place not in commas)


def with_verb_whole(units: tuple[Unit, ...], verb: Unit) -> tuple[Unit, ...]:
    """The participle or infinitive that ends the clause right after its verb: „została (konferencja) otwarta”."""
    at = units.index(verb)
    last = units[-1].lower if units[-1].kind == "word" else ""
    auxiliary = bool(lemmas(verb.lower) & _PASSIVE)
    if auxiliary and at and units[at - 1].kind == "word" and has(units[at - 1].lower, _PARTICIPLES, "nom"):
        return (*units[: at - 1], verb, units[at - 1], *units[at + 1 :])  # „konferencja otwarta została”
    if auxiliary and (place := _far_participle(units, at)):  # „została pod Gdowem rozbita przez Austriaków”
        return (*units[: at + 1], units[place], *units[at + 1 : place], *units[place + 1 :])
    passive = auxiliary and has(last, _PARTICIPLES, "nom")
    joined = any(unit.lower in ("i", "oraz") or unit.text == "," for unit in units[at + 1 : -1])
    parted = len(units) - at > 2 and [unit.lower for unit in units[at + 1 : -1]] != ["się"]
    if joined or not parted or not (passive or has(last, _INFINITIVE)):
        return units
    end = at + 1 + (units[at + 1].lower == "się")
    return (*units[:end], units[-1], *units[end:-1])


def _far_participle(units: tuple[Unit, ...], at: int) -> int:
    """The place of a participle that a phrase with a preposition parts from its auxiliary; 0 if none is so far."""
    for place in range(at + 3, len(units) - 1):
        unit = units[place]
        if not is_governed_throughout(units[at + 1 : place]):
            return 0
        if unit.kind == "word" and has(unit.lower, _PASSIVE_PARTICIPLE, "nom") and not _goes_on(units, place):
            return place
    return 0


def _goes_on(units: tuple[Unit, ...], place: int) -> bool:
    """Whether more of the same follows: „(został) w Paryżu uwięziony i skazany”."""
    return units[place + 1].lower in ("i", "oraz", ",")


def is_given_to(unit: Unit) -> bool:
    """„(nadano) Gdyni”: a name that only the dative explains where nothing governs it."""
    name = unit.kind == "word" and unit.text[0].isupper()
    return name and has(unit.text, NOUNS, "dat") and not has(unit.text, NOUNS, "acc")


def says_where(units: tuple[Unit, ...]) -> bool:
    """„pod Kannami”, „w Londynie”, and nothing else."""
    named = len(units) > 1 and units[0].lower in PLACING and units[1].text[0].isupper()
    return named and all(unit.kind == "word" and unit.text[0].isupper() for unit in units[1:])


def without_commas_around(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units without commas that they would begin or end with."""
    start, end = 0, len(units)
    while start < end and units[start].text == ",":
        start += 1
    while start < end and units[end - 1].text == ",":
        end -= 1
    return units[start:end]


def opens_with_adverbial(before: tuple[Unit, ...]) -> bool:
    """Whether the words say where, how or with whom: „z więzienia wydostała się dzięki łapówce”."""
    return bool(before) and (has(before[0].lower, PREPOSITION) or before[0].lower in _ADVERBIAL)


def is_plain(before: tuple[Unit, ...]) -> bool:
    """Whether it says something, and has no mark in it."""
    says_more = len(before) > 1 or any(is_noun(unit.lower) for unit in before)
    return says_more and not any(unit.kind == "mark" for unit in before)


def is_all_of_it(rest: tuple[Unit, ...]) -> bool:
    """Whether nothing but what it is of, or who led it, follows a noun: „ministrowie (finansów dwunastu państw)”."""
    led = [unit.lower for unit in rest[:1]] == ["pod"] and any(lemmas(u.lower) & _LEAD for u in rest[1:2])
    return led or all(
        unit.lower in ("i", "oraz", ",") or has(unit.lower, NOUNS | ADJECTIVES | NUMERAL, "gen")
        for unit in rest
        if unit.kind != "person"
    )


def is_several_lands(after: tuple[Unit, ...]) -> bool:
    """Whether nothing but lands or the like, joined, stands there: „(porozumiały się) Rosja i Austria”."""
    named = [unit for unit in after if unit.kind == "word" and unit.text[0].isupper()]
    rest = [unit for unit in after if unit not in named]
    nominative = all(has(unit.text, NOUNS | ADJECTIVES, "nom") for unit in named)
    return len(named) > 1 and bool(rest) and nominative and all(u.lower in ("i", "oraz", ",") for u in rest)


def opens_with_what_was_done(before: tuple[Unit, ...]) -> bool:
    """Whether the object comes first, or right after a place: „(pod Gdowem) oddział pokonały wojska”."""
    if len(before) > 2 and has(before[0].lower, PREPOSITION) and before[1].text[0].isupper():
        before = before[2:]
    first = before[0] if before else None
    governing = first is None or has(first.lower, PREPOSITION)
    return first is not None and not governing and bool(cases(first.lower, NOUNS | ADJECTIVES) & {"acc"})


def is_after_its_object(acting: tuple[Unit, ...], before: tuple[Unit, ...]) -> bool:
    """Whether the object opens, and who acts comes later: „sprawozdanie przyjęło zgromadzenie”."""
    described = before and any(
        agree(before[0].lower, unit.lower) or agree(unit.lower, before[0].lower) for unit in before[1:2]
    )  # „pierwszy kamień”, „prawa miejskie”
    own = bool(before) and (
        before[0] in acting or (not described and any(_describes(before[0], unit) for unit in acting))
    )
    return opens_with_what_was_done(before) and not own


def _describes(unit: Unit, other: Unit) -> bool:
    return has(other.lower, NOUNS | ADJECTIVES, "nom") and agree(unit.lower, other.lower)


def is_before_its_object(acting: tuple[Unit, ...], after: tuple[Unit, ...]) -> bool:
    """Whether the verb stands first, then who acts, then the object: „wyraził rząd Francji zgodę”."""
    told = after[len(acting) : len(acting) + 2]
    objects = any(unit.kind == "word" and has(unit.lower, NOUNS, "acc") for unit in told)
    governed = bool(told) and has(told[0].lower, PREPOSITION)
    return after[: len(acting)] == acting and objects and not governed


def turns_into(after: tuple[Unit, ...]) -> bool:
    """Whether what the verb needs follows it: „zmieniła się w panikę”."""
    if len(after) < 2 or not has(after[0].lower, PREPOSITION):
        return False
    return (
        after[1].kind == "word"
        and after[1].text[0].islower()
        and bool(cases(after[1].lower, NOUNS) & {"acc"})
    )


def is_short_object(after: tuple[Unit, ...]) -> bool:
    """Whether nothing but what was made or done stands there: „(powołano) Towarzystwo do Ksiąg Elementarnych”."""
    first = after[0] if after else None
    plain = all(unit.kind == "word" and not has(unit.lower, _PARTICIPLES) for unit in after)
    return (
        first is not None and plain and len(after) <= 2 * SHORT and has(first.text, NOUNS | ADJECTIVES, "acc")
    )

"""Nouns that name nothing certain where they stand bare: „miasto”, „traktat”, „król”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from quizapp.generate.material import Sentence, Unit
from quizapp.generate.words import (
    ADJECTIVES,
    NOUNS,
    NUMERAL,
    PREPOSITION,
    agree,
    forms,
    has,
    is_finite,
    is_noun,
    lemmas,
    past,
    readings,
    word_list,
)
from quizapp.text import lexicon

_ONLY_ONE = frozenset({"sejm", "senat", "duma", "konwent", "liga"})
"""Bodies of which one land has one: „ostatnie Zgromadzenie” may be anybody's."""
_BECOMING = frozenset({"zostać", "być", "mianować", "ogłosić", "obrać", "wybrać", "koronować", "obwołać"})
_PROPER = re.compile(r"(?:[sc]|dz)k(?:i|a|ie|iego|iej|iemu|im|imi|ich|ą)$")
_EXPLAINING = frozenset({"o", "między", "pomiędzy", "przeciw", "przeciwko"})
_SUCCEEDING = frozenset({"nowy", "kolejny", "następny", "ówczesny", "pierwszy", "ostatni"})
_ACTS = frozenset(
    {
        "budowa",
        "odbudowa",
        "rozbudowa",
        "przebudowa",
        "podział",
        "likwidacja",
        "członkostwo",
        "wystąpienie",
        "przystąpienie",
        "zniesienie",
        "zjednoczenie",
    }
)
_CHANGES = frozenset(
    {"reforma", "zmiana", "poprawa", "poprawka", "rozszerzenie", "ograniczenie", "pogłębienie", "unowocześnienie",
     "modernizacja", "naprawa", "usprawnienie"}
)  # fmt: skip
_HOW_FAR = frozenset({"stopniowy", "całkowity", "zasadniczy", "częściowy", "natychmiastowy"})
_ADDING = frozenset({"do", "w", "we"})
_OF_ORIGIN = frozenset({"z", "ze", "od", "do", "przy", "o"})
_OF_A_LAND = frozenset({"niepodległość", "suwerenność", "autonomia"})
"""„deklaracja niepodległości” does not say of which land."""
_OF_SOMEBODY = frozenset({"sukces", "zwycięstwo", "klęska", "porażka"})
_MANY_IN_A_LAND = frozenset(
    {"uczelnia", "wyprawa", "reprezentacja", "rezydencja", "drużyna", "wieś", "partia"}
)
"""„polska wyprawa”: one of many."""
_PARTICIPLES = frozenset({"ppas", "pact"})
_RELATIVE = "któr"
_OF_MANY_ON_A_PAGE = frozenset(
    {
        "bitwa",
        "miasto",
        "kraj",
        "gmach",
        "wojna",
        "walka",
        "bój",
        "starcie",
        "ustawa",
        "dekret",
        "tura",
        "etap",
        "prochy",
        "zwłoki",
        "szczątki",
        "dzieło",
        "odpowiedź",
        "niedomówienie",
        "sprawa",
        "kwestia",
        "proceder",
        "bank",
        "spółka",
        "towarzystwo",
    }
)
"""Of these a page tells of several, or they are somebody's: a heading does not say which."""
_AGED = ("letni", "letnia", "letniego", "letniej", "letnią", "letniemu", "letnim")
_NEAR = frozenset({"okoliczny", "pobliski", "sąsiedni", "lokalny", "miejscowy"})
_OWN = frozenset(
    {
        "swój",
        "własny",
        "dawny",
        "nowy",
        "słynny",
        "uroczysty",
        "wspólny",
        "specjalny",
        "ostateczny",
        "osobny",
        "kolejny",
        "ostatni",
        "odpowiedni",
        "właściwy",
        "złożony",
        "dotychczasowy",
        "obecny",
        "były",
        "poprzedni",
        "ówczesny",
    }
)
_ANOTHER = frozenset({"odpowiedni", "osobny", "kolejny", "następny", "podobny"})
_FIGHTS = frozenset({"rozstrzygnięcie", "bitwa", "starcie", "potyczka"})
_FOUGHT = frozenset({"pod", "nad", "u", "koło"})
_TREATIES = frozenset({"traktat", "pokój", "rozejm", "konwencja", "pakt"})
_SIGNING = frozenset({"podpisać", "zawrzeć"})
_WITH = frozenset({"z", "ze"})
_KIN = frozenset({"syn", "córka", "wnuk", "wnuczka", "wdowa", "podsekretarz", "sekretarz"})
_OF_THE_DEAD = frozenset({"prochy", "zwłoki", "szczątki", "ciało"})
_RANKED = frozenset({"stopień", "ranga", "tytuł", "godność"})


def is_proper(unit: Unit, sentence: Sentence) -> bool:
    """Whether a capital letter, and not the beginning of the sentence, makes the word a name."""
    return unit.kind == "word" and unit.text[0].isupper() and unit is not sentence.units[0]


def is_of_a_land(form: str) -> bool:
    """Whether the word is an adjective of a land or town: „mazowiecki”."""
    return bool(_PROPER.search(form)) and has(form, ADJECTIVES)


def is_vague(units: Sequence[Unit], at: int, sentence: Sentence) -> bool:
    """Whether a general noun („miasto”, „król”) stands here without anything that says which one."""
    unit = units[at]
    if unit.kind != "word" or not _is_general(unit):
        return False
    body = bool(lemmas(unit.lower) & word_list("institutions")) and not is_described(units, at)
    if is_proper(unit, sentence) and not (body and not lemmas(unit.lower) & _ONLY_ONE):
        return False
    if past(unit.lower):  # „zmarła” is what she did
        return False
    another = at > 0 and lemmas(units[at - 1].lower) & _ANOTHER and not is_described(units, at)
    named = is_proper(unit, sentence) or (unit is sentence.units[0] and sentence.opens_with_name)
    whole = not (body and named) and not _is_a_change_of_nobody(units, at)
    headed = whole and _is_clear_under_heading(unit, sentence)
    clear = headed or bool(lemmas(unit.lower) & sentence.theme)
    if clear and not another:
        return False
    if any(
        unclear(units, at) for unclear in (_is_an_act_of_nobody, _is_never_clear, _is_kin_of_nobody_named)
    ):
        return True
    if (
        _says_which_rank(units, at)
        or _says_whose_kind(units, at)
        or (_complements_a_noun(units, at) and not _is_cut_off_after_a_name(units, at, sentence))
        or is_an_office_taken(units, at)
        or _is_any_such_thing(units, at)
        or _is_a_change_of_something(units, at)
        or _is_fought_somewhere(units, at)
        or _is_signed_somewhere(units, at)
    ):
        return False
    if at and lemmas(units[at - 1].lower) & _SUCCEEDING:
        return not is_told_apart(units[_end_of_adjectives(units, at) :][:2])
    return not is_described(units, at)


def _is_kin_of_nobody_named(units: Sequence[Unit], at: int) -> bool:
    """„(bramę zamknął) wnuk założyciela”: whose kin somebody is, the phrase does not say either."""
    place = at + 1
    while any(agree(units[place].lower, other.lower) for other in units[place + 1 : place + 2]):
        place += 1
    whose, after = units[place : place + 1], units[place + 1 : place + 3]
    if not whose or whose[0].kind != "word" or whose[0].text[0].isupper() or is_told_apart(after):
        return False
    kin = has(units[at].lower, NOUNS, "nom") and lemmas(units[at].lower) & lexicon.words("relatives")
    before = units[:at][-1:]
    added = bool(before) and before[0].text == ","  # „Jan, syn kupca, …”
    return bool(kin) and not added and has(whose[0].lower, NOUNS, "gen", "m1", "sg")


def _end_of_adjectives(units: Sequence[Unit], at: int) -> int:
    """The place after the adjectives that follow the noun: „pierwszą linię kolejową (między …)”."""
    end = at + 1
    while end < len(units) and agree(units[end].lower, units[at].lower):
        end += 1
    return end


def _is_general(unit: Unit) -> bool:
    """Whether the noun is a general one, or names an act of its own: „zaprzysiężenie”."""
    known = readings(unit.lower)
    act = any(reading.pos == "ger" for reading in known) and not any(
        reading.pos == "subst" for reading in known
    )
    return act or bool(lemmas(unit.lower) & (_vague_nouns() | _ACTS | _CHANGES))


def _is_never_clear(units: Sequence[Unit], at: int) -> bool:
    """„dokonał rzeczy niemożliwej”; not „na rzecz”."""
    governed = at > 0 and has(units[at - 1].lower, PREPOSITION)
    return "rzecz" in lemmas(units[at].lower) and not governed


def _is_an_act_of_nobody(units: Sequence[Unit], at: int) -> bool:
    """Whether it is not said what was built or made: „ustawa o budowie”, „wniosek o głębszą reformę”."""
    acts = bool(lemmas(units[at].lower) & (_ACTS | _CHANGES))
    return acts and not _says_of_what(units, at)


def _says_of_what(units: Sequence[Unit], at: int) -> bool:
    """„reformę skarbu”, „reformę rolną”, „poprawki do konstytucji”; not „głębszą reformę”."""
    beside, after = (*units[:at][-1:], *units[at + 1 : at + 2]), units[at + 1 : at + 3]
    added = bool(after) and after[0].lower in _ADDING and is_noun(after[-1].lower)
    graded = any(agree(unit.lower, units[at].lower) and is_graded(unit.lower) for unit in beside)
    return added or is_told_apart(after) or (not graded and is_described(units, at))


def is_graded(form: str) -> bool:
    """Whether the adjective says how much, and not of what: „głębszy”, „szeroki”, „dalszy”."""
    return any(forms(lemma, "adj", "com") for lemma in lemmas(form)) or bool(lemmas(form) & _HOW_FAR)


def _is_a_change_of_something(units: Sequence[Unit], at: int) -> bool:
    """„uchwalił poprawki do konstytucji”."""
    return bool(lemmas(units[at].lower) & _CHANGES) and _says_of_what(units, at)


def _is_a_change_of_nobody(units: Sequence[Unit], at: int) -> bool:
    """„domagał się zmian”, „głębszej przebudowy”: no heading says of what; it does in „rozpoczęto przebudowę”."""
    beside = (*units[:at][-1:], *units[at + 1 : at + 2])
    graded = any(agree(unit.lower, units[at].lower) and is_graded(unit.lower) for unit in beside)
    far = graded or bool(lemmas(units[at].lower) & _CHANGES)
    return far and _is_an_act_of_nobody(units, at)


def _is_any_such_thing(units: Sequence[Unit], at: int) -> bool:
    """Whether no certain thing is meant: „odniósł zwycięstwo”, „z ogromną armią i flotą”, „jako syn garbarza”."""
    before = [unit.lower for unit in units[max(0, at - 5) : at]]
    near = set(before[-2:])
    verbs = {
        lemma for unit in units if unit.kind == "word" and past(unit.lower) for lemma in lemmas(unit.lower)
    }
    phrases = {f"{verb} {noun}" for verb in verbs for noun in lemmas(units[at].lower)}
    with_him = bool(_WITH & set(before)) and has(units[at].lower, NOUNS, "inst")
    related = bool(before) and bool(lemmas(before[-1]) & _KIN)
    counted = bool(before) and (before[-1].isdigit() or has(before[-1], NUMERAL))
    return bool(phrases & word_list("set_phrases")) or "jako" in near or with_him or related or counted


def _is_fought_somewhere(units: Sequence[Unit], at: int) -> bool:
    """Whether a place tells the battle from others: „do bitwy doszło pod Warną”, „starcie u przylądka Akcjum”."""
    named = (
        unit.lower in _FOUGHT and any(other.text[0].isupper() for other in units[place + 1 : place + 3])
        for place, unit in enumerate(units)
    )
    return bool(lemmas(units[at].lower) & _FIGHTS) and any(named)


def _is_signed_somewhere(units: Sequence[Unit], at: int) -> bool:
    """Whether a town tells the treaty from others: „traktat podpisano w Kanagawie”."""
    known = {lemma for unit in units if past(unit.lower) for lemma in lemmas(unit.lower)}
    signed = bool(lemmas(units[at].lower) & _TREATIES and known & _SIGNING)
    named = (one.lower in ("w", "we") and other.text[0].isupper() for one, other in pairwise(units))
    return signed and any(named)


def _is_clear_under_heading(unit: Unit, sentence: Sentence) -> bool:
    """Whether the heading says which „miasto” is meant; which „król”, or whose „prochy”, it does not say."""
    if not sentence.is_headed or not lemmas(unit.lower) & word_list("vague_nouns"):
        return False
    if lemmas(unit.lower) & _OF_MANY_ON_A_PAGE or _is_explained_after(unit, sentence):
        return False
    people = lexicon.words("offices") | lexicon.words("occupations") | lexicon.words("people")
    people |= lexicon.words("relatives")
    return not has(unit.lower, NOUNS, "m1") and not lemmas(unit.lower) & (people | _OF_THE_DEAD)


def _is_explained_after(unit: Unit, sentence: Sentence) -> bool:
    """„(postawiło go) przed pytaniem, którego …”: what says which one is cut off."""
    at = sentence.units.index(unit) if unit in sentence.units else len(sentence.units)
    after = [other.lower for other in sentence.units[at + 1 : at + 4]]
    return after[:1] == [","] and any(word.startswith(_RELATIVE) for word in after[1:3])


def _is_cut_off_after_a_name(units: Sequence[Unit], at: int, sentence: Sentence) -> bool:
    """„(postawiło) Litwę przed pytaniem”: it is the verb that wants the noun, and what says which one is cut off."""
    governed = at > 2 and has(units[at - 3].lower, PREPOSITION)
    return units[at - 2].text[0].isupper() and not governed and _is_explained_after(units[at], sentence)


@cache
def _vague_nouns() -> frozenset[str]:
    """General nouns for things, and every noun for an office, a trade or a relative."""
    return (
        word_list("vague_nouns")
        | lexicon.words("offices")
        | lexicon.words("occupations")
        | lexicon.words("relatives")
        | lexicon.words("people")
    )


def is_described(units: Sequence[Unit], at: int) -> bool:
    """Whether an adjective beside the noun, or what follows it, says which one; „oblężone miasto” does not."""
    unit, before, after = units[at], units[:at][-1:], units[at + 1 : at + 3]
    if (
        at > 1
        and after
        and has(units[at - 2].lower, _PARTICIPLES)
        and agree(units[at - 2].lower, after[0].lower)
    ):
        after = ()  # „mieszkających w mieście kupców”
    if unit.kind != "word" or not is_noun(unit.lower):
        return False
    beside = [*before, *after[:1]]
    if has(unit.lower, NOUNS, "m1") and _is_only_placed(after):
        after = ()
    if lemmas(unit.lower) & word_list("relations") and after and has(after[0].lower, PREPOSITION):
        after = ()  # „rywala ze Spytkowic” says no more than where
    best = at > 1 and has(units[at - 2].lower, ADJECTIVES, "sup")  # „najstarsza polska uczelnia”
    one_of_many = not best and lemmas(unit.lower) & _MANY_IN_A_LAND
    described = any(
        agree(other.lower, unit.lower)
        and not past(other.lower)
        and not _tells_nothing(other.lower)
        and not (other.lower.endswith(_AGED) and _is_human(unit))  # „dwudziestoletnia hrabianka”
        and not (other in before and has(other.lower, _PARTICIPLES))
        and (not _is_a_relation(unit) or is_of_a_land(other.lower))
        and not (one_of_many and is_of_a_land(other.lower))
        for other in beside
        if other.kind == "word"
    )
    return described or is_told_apart(after)


def _is_human(unit: Unit) -> bool:
    return has(unit.lower, NOUNS, "m1") or bool(lemmas(unit.lower) & lexicon.words("people"))


def _tells_nothing(form: str) -> bool:
    """„pobliskie miasto”, „swoją decyzję”, „słynnej księgi”: it does not say which it is."""
    return bool(lemmas(form) & (_NEAR | _OWN))


def _is_only_placed(after: Sequence[Unit]) -> bool:
    """Whether of people nothing but where they were follows: „powstańców pod Gdowem”, not „posła z Krakowa”."""
    return bool(after) and has(after[0].lower, PREPOSITION) and after[0].lower not in _OF_ORIGIN


def _is_a_relation(unit: Unit) -> bool:
    """Whether the noun says what somebody is to another („rywal”, „księżna”), which an adjective does not tell."""
    return bool(lemmas(unit.lower) & (lexicon.words("relatives") | word_list("relations")))


def is_told_apart(after: Sequence[Unit]) -> bool:
    """Whether what follows says which: a name, a noun in the genitive, or „o pokoju”, „pod Wiedniem”."""
    if not after:
        return False
    unit = after[0]
    if unit.text == "nad" or (
        unit.text[0].isdigit() and not unit.date
    ):  # „dowództwo nad armią”, „10 Brygady”
        return len(after) > 1
    if any("który" in lemmas(other.lower) for other in after[:2] if other.kind == "word"):
        return True
    if unit.kind in ("person", "quotation") or (unit.kind == "word" and unit.text[0].isupper()):
        return True
    if unit.kind != "word" or is_finite(unit.lower):
        return False
    if has(unit.lower, PREPOSITION):
        named = len(after) > 1 and (after[1].text[0].isupper() or after[1].person is not None)
        return named or unit.lower in _EXPLAINING
    whose = has(unit.lower, NOUNS | ADJECTIVES | NUMERAL, "gen") and not _is_rather_nominative(unit.lower)
    return whose and (not lemmas(unit.lower) & _OF_A_LAND or is_told_apart(after[1:]))


def _is_rather_nominative(form: str) -> bool:
    """Whether only a rare word has the form in the genitive: „pierwiastek” of many „pierwiastki”."""
    known = [reading for reading in readings(form) if reading.pos in NOUNS]
    first = {one.lemma for one in known if {"nom", "sg"} <= one.marks}
    return bool(first) and all(
        "pl" in one.marks and one.lemma not in first for one in known if "gen" in one.marks
    )


def _says_which_rank(units: Sequence[Unit], at: int) -> bool:
    """„otrzymał stopień generała brygady”, „tytuł księcia”: no certain holder is meant."""
    before = [unit for unit in units[max(0, at - 2) : at] if unit.kind == "word"]
    return any(lemmas(unit.lower) & _RANKED for unit in before) and has(units[at].lower, NOUNS, "gen")


def _says_whose_kind(units: Sequence[Unit], at: int) -> bool:
    """„zjazd możnych”, „bunt niewolników”: a kind of people, none of them certain."""
    many = has(units[at].lower, NOUNS, "gen", "pl") and not has(units[at].lower, NOUNS, "gen", "sg")
    before = at - 1
    while before > 0 and has(
        units[before].lower, _PARTICIPLES, "gen", "pl"
    ):  # „drukowanie zakazanych książek”
        before -= 1
    own = has(units[before].lower, ADJECTIVES, "nom") and has(units[at].lower, NOUNS, "nom", "sg")
    described = own or has(units[before].lower, PREPOSITION)  # „ostatni akt”, which is no „of files”
    return many and at > 0 and is_noun(units[before].lower) and not described


def _complements_a_noun(units: Sequence[Unit], at: int) -> bool:
    """„umowa o rozejmie”: what stands before says which one; „wiadomość o sukcesie” does not say whose."""
    if lemmas(units[at].lower) & _OF_SOMEBODY:
        return False
    return at >= 2 and has(units[at - 1].lower, PREPOSITION) and is_noun(units[at - 2].lower)


def is_an_office_taken(units: Sequence[Unit], at: int) -> bool:
    """„został premierem”: the noun says what somebody became, not who."""
    before = units[at - 1].lower if at else ""
    if lemmas(before) & _SUCCEEDING and not is_told_apart(units[at + 1 : at + 3]):
        return False
    becoming = any(lemmas(unit.lower) & _BECOMING for unit in units)
    governed = at > 0 and has(units[at - 1].lower, PREPOSITION)
    return becoming and not governed and has(units[at].lower, NOUNS, "inst")

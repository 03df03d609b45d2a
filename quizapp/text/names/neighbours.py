"""What the words beside an unknown word tell: that only a person is called, told or addressed like that."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.text import lexicon
from quizapp.text.names.found import Found
from quizapp.text.names.guesses import CASES
from quizapp.text.names.kinds import is_name_word, kind_of
from quizapp.text.offices.heads import head_reading
from quizapp.text.words import Slot, Word, readings

_MARKS = frozenset("„”»«\"“‘’'")
_OF_PLACES = ("u", "ach")  # „książę na Xu i Yach, dowódca …”
_PLURAL = ("i", "y", "owie")
_LITTLE = frozenset(("się", "nie", "też", "już", ",", "–", "—"))
_TWO, _NEAR = 2, 4
_CLAUSE = 6
_WITH = frozenset(("z", "ze"))
_CASES_AFTER = {
    preposition: frozenset(cases.split())
    for cases, said in (
        ("acc", "przez"),
        ("gen", "od do dla u bez według wobec oprócz"),
        ("dat", "ku dzięki przeciw przeciwko wbrew"),
        ("gen inst", "z ze"),
    )
    for preposition in said.split()
}
_BOTH = frozenset({"m1", "f"})
_OF_PRONOUNS = {form: frozenset({"m1"}) for form in ("który", "którego", "któremu")} | {
    form: frozenset({"f"}) for form in ("która", "której", "którą")
}
_DASHES = frozenset("–—")
_GUESSED = 2.5  # the doubt of a form that may be any case


def cases_after(words: Sequence[Word], place: int) -> frozenset[str]:
    """The cases that a preposition before the name lets it stand in; all, if none stands there."""
    return _CASES_AFTER.get(words[place - 1].text.lower() if place else "", frozenset(CASES))


def genders_before(words: Sequence[Word], last: int) -> frozenset[str]:
    """The gender that „który”, „która” after a comma says the name to have; both, if it says none."""
    after = [word.text for word in words[last + 1 : last + 3]]
    if after[:1] == [","] and after[1:]:
        return _OF_PRONOUNS.get(after[1], _BOTH)
    return _BOTH


def is_described(words: Sequence[Word], found: Found) -> bool:
    """„X, syn Y”, „X, gdański drukarz”, „X, były tyran Y”: in apposition stands a noun for a person."""
    comma = found.last + 1
    if comma < len(words) and words[comma].text in _MARKS:
        comma += 1
    opens = found.first == 0 and words[comma : comma + 1] and words[comma].text in _DASHES
    if comma >= len(words) or not (words[comma].text == "," or opens) or found.naming.doubt > _GUESSED:
        return False
    if found.naming.case == "nom" and found.words[0].endswith(_OF_PLACES):
        return False
    if _is_of_a_life(words[comma + 1 : comma + 2], found) or _is_foremost(words, comma + 1, found):
        return True
    for word in words[comma + 1 : comma + 4]:
        cases = _cases_of_a_person(word.text)
        if cases:
            return found.naming.case in cases
        if not any(reading.pos in ("adj", "adv") for reading in readings(word.text)):
            return False
    return False


def _is_of_a_life(after: Sequence[Word], found: Found) -> bool:
    """„X, urodzony …”, „X, ochrzczony …”: what happens to people only, in the case of the name."""
    gender = "f" if found.naming.gender == "f" else "m1"
    return any(
        reading.pos in ("ppas", "adj")
        and reading.lemma in lexicon.words("events_of_a_life")
        and ("sg", found.naming.case, gender) in reading.slots
        for word in after
        for reading in readings(word.text)
    )


def _is_foremost(words: Sequence[Word], place: int, found: Found) -> bool:
    """„X, najlepszy z wodzów”: a superlative in the case of the name, and those whom he excels."""
    said = words[place : place + _NEAR]
    if len(said) < _NEAR - 1 or not said[0].text.startswith("naj") or said[1].text not in ("z", "spośród"):
        return False
    slot = ("sg", found.naming.case, "f" if found.naming.gender == "f" else "m1")
    agrees = any(one.pos == "adj" and slot in one.slots for one in readings(said[0].text))
    return agrees and any(
        one.pos == "subst" and ("pl", "gen", "m1") in one.slots
        for word in said[2:]
        for one in readings(word.text)
    )


def _cases_of_a_person(form: str) -> frozenset[str]:
    """The cases of the singular that a relative, an occupation or an office stands in."""
    nouns = lexicon.words("relatives") | lexicon.words("occupations")
    office = head_reading(form) if form.islower() else None
    known = [reading for reading in readings(form) if reading.pos == "subst" and reading.lemma in nouns]
    return frozenset(
        slot[1]
        for reading in (*known, *([office] if office else []))
        for slot in reading.slots
        if slot[0] == "sg"
    )


def is_womans(words: Sequence[Word], found: Found) -> bool:
    """„Fenenna zmarła”, „Fenenna kujawska”, „Fenenna, królowa”: a word in -a with what is said of a woman."""
    after = found.last + 1
    while after < len(words) - 1 and words[after].text in _LITTLE:
        after += 1
    form = words[found.first].text
    unknown, womans = kind_of(form).unknown, _may_be_a_womans(form)
    if not form.endswith("a") or not (unknown or womans):
        return False
    if _follows_a_womans_verb(words, found.first):
        return True
    if after >= len(words) or (womans and _is_governed(words, found.first)):
        return False
    kinds = ("subst",) if words[after - 1].text in {",", *_DASHES} else ("praet", "adj", "ppas")
    said = [reading for reading in readings(words[after].text) if reading.pos in kinds]
    is_said = words[after].text.islower() and bool(said)
    return is_said and all(("sg", "nom", "f") in reading.slots for reading in said)


def _may_be_a_womans(form: str) -> bool:
    """„Krystyna”, which may be the genitive of „Krystyn” too."""
    return any("imię" in one.labels and ("sg", "nom", "f") in one.slots for one in readings(form))


def _is_governed(words: Sequence[Word], place: int) -> bool:
    """Whether a noun, its adjective or a preposition stands before: „rządy Krystyna”."""
    before = readings(words[place - 1].text) if place else ()
    return any(one.pos in ("subst", "ger", "prep", "adj") for one in before)


def _follows_a_womans_verb(words: Sequence[Word], place: int) -> bool:
    """„zapewniała w 1649 roku Fenenna”: nothing between the verb and the name could be who did it."""
    near = words[max(place - _NEAR, 0) : place]
    for at in range(len(near) - 1, -1, -1):
        known = readings(near[at].text)
        if any(reading.pos == "praet" for reading in known):
            apart = at + 1 < len(near) and not any(one.pos == "prep" for one in readings(near[at + 1].text))
            return not apart and all(("sg", "nom", "f") in reading.slots for reading in known)
        if not near[at].text.isalnum() or any(("sg", "nom", "f") in reading.slots for reading in known):
            return False
    return False


def is_told(words: Sequence[Word], found: Found) -> bool:
    """„kazał Xowi wracać”, „powierzył Xowi flotę”: what only people are told or trusted with."""
    if not found.first or found.naming.case != "dat":
        return False
    before = words[found.first - 1].text
    verbs = lexicon.words("verbs_to_persons")
    return before[0].islower() and any(
        reading.lemma in verbs and reading.pos in ("praet", "fin", "imps", "inf", "pcon", "pant")
        for reading in readings(before)
    )


def is_met(words: Sequence[Word], found: Found) -> bool:
    """„spotkał się w mieście z X-em”: whom one meets, marries or talks with."""
    if found.naming.case != "inst" or not found.first or words[found.first - 1].text not in _WITH:
        return False
    verbs = lexicon.words("verbs_with_persons")
    return any(
        reading.pos in ("praet", "fin", "inf", "pcon", "pant") and reading.lemma in verbs
        for word in words[max(found.first - _CLAUSE, 0) : found.first - 1]
        for reading in readings(word.text)
    )


def are_datives(words: Sequence[Word], found: Found) -> bool:
    """„Xowi Yowi”: two unknown words in the masculine dative, which names of places seldom stand in."""
    named = words[found.first : found.last + 1]
    return len(named) == _TWO and all(word.text.endswith("owi") for word in named)


def act_together(words: Sequence[Word], one: Found, other: Found) -> bool:
    """„prowadzili X i Y”: two unknown words, joined, with a verb that is said of men."""
    unknown = all(not name.is_full and kind_of(name.words[0]).unknown for name in (one, other))
    if not unknown or {one.naming.case, other.naming.case} != {"nom"}:
        return False
    if other.first != one.last + 2 or words[one.last + 1].text not in ("i", "oraz"):
        return False
    if any(
        words[name.last].text.endswith(_PLURAL) and words[name.last].text[-2:] != "ni"
        for name in (one, other)
    ):
        return False
    beside = [*words[max(one.first - 1, 0) : one.first], *words[other.last + 1 : other.last + 2]]
    return any(_is_said_of_men(word.text) for word in beside)


def _is_said_of_men(form: str) -> bool:
    return any(
        reading.pos == "praet" and {slot[:1] + slot[2:] for slot in reading.slots} == {("pl", "m1")}
        for reading in readings(form)
    )


def bears_title(words: Sequence[Word], place: int, title: frozenset[Slot] | None) -> bool:
    """„jego syn Kimon”: a capitalised word that the dictionary knows but as a plural, of kimonos."""
    if title is None or ("sg", "nom", "m1") not in title or not is_name_word(words[place]):
        return False
    kind = kind_of(words[place].text)
    if not kind.common or kind.place or kind.people or kind.adjective or kind.office:
        return False
    slots = [slot for reading in readings(words[place].text) for slot in reading.slots]
    return bool(slots) and all(slot[0] == "pl" for slot in slots)

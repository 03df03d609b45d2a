"""`Kto był ojcem X?`, `Czyim wnukiem był X?`: whose kin a person was by the text, typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.accepted_names import accepted_names
from quizapp.generate.draft import Draft
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.material import Sentence, Unit
from quizapp.generate.titles import in_role
from quizapp.generate.wording import sentence_feedback
from quizapp.generate.words import NOUNS, has, lemmas, readings
from quizapp.items.item import Item
from quizapp.text.annotations import Person
from quizapp.text.names.declension import decline_name

_OF_ONE = {
    "syn": "był",
    "córka": "była",
    "wnuk": "Czyim wnukiem był",
    "wnuczka": "Czyją wnuczką była",
    "prawnuk": "Czyim prawnukiem był",
    "bratanek": "Czyim bratankiem był",
    "bratanica": "Czyją bratanicą była",
    "siostrzeniec": "Czyim siostrzeńcem był",
    "siostrzenica": "Czyją siostrzenicą była",
    "zięć": "Czyim zięciem był według tekstu",
    "żona": "Czyją żoną była według tekstu",
}
"""The kin of whom one person is named; an aunt or a brother may be so to many. Of a child the parent is asked."""

_PARENTS = {"m": "Kto był ojcem", "f": "Kto był matką"}

_GENDERS = {"był": "m", "była": "f"}
_STEM, _TWO = 4, 2


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each name followed by „syn króla …” and a name in the genitive."""
    for sentence in facts.sentences:
        for at, unit in enumerate(sentence.units):
            found = _kin_after(sentence, at) if unit.person else None
            if unit.person and found:
                asked, other = found
                stem, first = _question(asked, unit.person, other)
                known = facts.is_told_of(unit.person) or " " in unit.person.name or bool(unit.person.roles)
                named = " " in other.name or bool(other.roles) or asked not in _GENDERS  # not „Józef” alone
                if (
                    known
                    and named
                    and stem
                    and other is not facts.hero
                    and not _share_a_name(unit.person, other)
                ):
                    item = _item(facts, sentence, stem, unit.person, other, first)
                    yield Draft(item, f"kin:{unit.person.id}", 0.4)


def _question(asked: str, person: Person, other: Person) -> tuple[str, str]:
    """The stem, and the answer that it wants; ("", "") where a name cannot be declined."""
    if asked in _GENDERS:  # a son or a daughter, who has one father and one mother
        whose = decline_name(person.name, person.gender, "gen")
        parent = _PARENTS.get(other.gender, "")
        return (f"{parent} {whose}?", other.name) if whose and parent else ("", "")
    genitive = decline_name(other.name, other.gender, "gen")
    return (f"{asked} {person.name}?", genitive) if genitive else ("", "")


def _kin_after(sentence: Sentence, at: int) -> tuple[str, Person] | None:
    """The question and the kin, known by more than a first name: „, <syn> [króla] <imię>” and a mark follow."""
    comma, kin, *rest = (*sentence.units[at + 1 : at + 7], None, None)
    asked = next((_OF_ONE[word] for word in lemmas(kin.lower) if word in _OF_ONE), "") if kin else ""
    if comma is None or comma.text != "," or kin is None or not asked or not has(kin.lower, NOUNS, "sg"):
        return None
    person = sentence.units[at].person
    own = _GENDERS[next(word for word in asked.split() if word in _GENDERS)]
    other, after = _named_after_titles(sentence, rest)
    told = person is not None and person.gender == own
    known = other is not None and (len(other.name.split()) > 1 or other.roles)
    if not told or not known or (after and after.text not in ",.;)–—"):
        return None
    return asked, other


def _named_after_titles(sentence: Sentence, units: list[Unit | None]) -> tuple[Person | None, Unit | None]:
    """The first name in the genitive, with nothing but titles before it, and what stands after it."""
    for at, unit in enumerate(units):
        if unit is None:
            break
        if unit.person:
            genitive = decline_name(unit.person.name, unit.person.gender, "gen") or ""
            whole = genitive.endswith(unit.text)
            return (unit.person if whole else None), units[at + 1]
        if not in_role(sentence, unit):
            break
    return None, None


def _share_a_name(one: Person, other: Person) -> bool:
    """Whether a word of one name begins like one of the other: a son's surname gives away his father's."""
    mine, others = (
        {word[:_STEM] for word in person.name.split() if len(word) > 2} for person in (one, other)
    )
    return bool(mine & others)


def _item(facts: Facts, sentence: Sentence, stem: str, person: Person, other: Person, first: str) -> Item:
    whole = _with_the_surname(person, other)
    genitive = decline_name(whole, other.gender, "gen") if whole and first != other.name else ""
    names = accepted_names(other, facts.years_of(other))
    answers = tuple(dict.fromkeys(filter(None, (first, *names, whole, genitive))))
    proof = facts.proof((sentence.span,), person, other)
    return Item("typed", "person", stem, (), answers, proof, sentence_feedback(sentence.span.text))


def _with_the_surname(son: Person, father: Person) -> str:
    """A father named by his first name alone with the surname of his son: „Józef Pułaski”; "" for any other."""
    surname = son.name.split()[-1]
    bears = any("nazwisko" in reading.labels for reading in readings(surname))
    alone = len(son.name.split()) == _TWO and " " not in father.name
    men = (son.gender, father.gender) == ("m", "m")
    return f"{father.name} {surname}" if bears and alone and men else ""

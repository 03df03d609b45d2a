"""What a rule hands over: a question not yet numbered and ranked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.generate.facts.offices import reigns
from quizapp.generate.material import estates_of
from quizapp.generate.strangers import first_name_of_one_ruler, known_names
from quizapp.generate.words import ADJECTIVES, has, is_roman, readings
from quizapp.items.item import FALSE, TRUE, Category, Item, ItemType, Option
from quizapp.text import lexicon
from quizapp.text.annotations import Person
from quizapp.text.lexicon import foreign_first_names
from quizapp.text.spans import Span

Why = Literal["shape", "evidence", "unproved", "rival", "leak", "writing", "known"]
"""Why a question is not proposed: it cannot be read; its evidence is not in the text, or does not prove it;
another answer may be right too; it gives its answer away; an item-writing check forbids it; it is asked already."""

_APOSTROPHES = frozenset("'’")
_FROM = frozenset({"z", "ze"})
_ORIGINS = frozenset({"z", "ze", "of", "bez"})
_STEM, _OF_TWO_SURNAMES = 4, 3
_PATRONYMIC = ("owicz", "ewicz", "ówna", "owna", "ewna")
_ROMAN = ("us", "usz")
_LIKE_SURNAMES = ("ski", "ska", "cki", "cka", "dzki", "dzka")


@dataclass(frozen=True, slots=True)
class Draft:
    """A question with what it asks about and how much it is worth.

    `fact` names what is asked (two drafts of one fact do not belong side by side); `worth` is from 0 to 1,
    about the share of such questions that strict readers accepted.
    """

    item: Item
    fact: str
    worth: float


@dataclass(frozen=True, slots=True)
class Sound:
    """A draft that no check forbids, with the rule that made it and the codes of the checks that warn."""

    rule: str
    draft: Draft
    flags: tuple[str, ...]


def chosen(
    item_type: ItemType,
    category: Category,
    stem: str,
    options: tuple[Option, ...],
    evidence: tuple[Span, ...],
    feedback: str,
) -> Item:
    """An item answered by choosing; its answers are the right options."""
    answer = tuple(option.text for option in options if option.correct)
    return Item(item_type, category, stem, options, answer, evidence, feedback)


def true_or_false(
    category: Category, statement: str, is_true: bool, because: str, evidence: tuple[Span, ...], feedback: str
) -> Item:
    """A statement to be called true or false."""
    options = (Option(TRUE, is_true, why=because), Option(FALSE, not is_true, why=because))
    return chosen("boolean", category, statement, options, evidence, feedback)


def named_answers(person: Person, times: Sequence[int] = ()) -> tuple[str, ...]:
    """The answers that name a person when typed: the full name, and what the text calls the person alone.

    Where it never does so, the surname alone, a ruler without his number; a first name or an epithet alone would
    name many: „Adolf”, „Groźny”, „Mikołaj”. What schoolbooks call the one known by that name in those `times`
    (years) is taken too.
    """
    known = known_names(person.name, tuple(times))
    return tuple(dict.fromkeys((*_by_name(person), *_by_title(person), *known)))


def _by_title(person: Person) -> Iterator[str]:
    """„książę Norfolk”, „Norfolk”: the title by which the text calls the person, and the estate alone."""
    for estate in estates_of(person):
        titled = (role.nominative for role in person.roles if role.nominative.endswith(f" {estate}"))
        yield from (*titled, estate)


def _by_name(person: Person) -> tuple[str, ...]:
    """The names of the person that will do as an answer."""
    words = person.name.split()
    called = _called(person)
    numbered = any(map(is_roman, words))
    if len(words) == _OF_TWO_SURNAMES and words[1].istitle() and not numbered and reigns(person):
        called.append(" ".join(words[:2]))  # „Stanisław August”
    if len(words) == 2 and reigns(person) and words[-1].endswith(_PATRONYMIC):
        return (person.name, words[0])  # „Aleksy Michajłowicz”
    if called and reigns(person) and not numbered:
        called += [words[-1]] if _tells_apart(words[-1]) else []  # „Walezy”
        called += first_name_of_one_ruler(person.name)
        return tuple(dict.fromkeys((person.name, *called)))
    plain = [word for word in words if not is_roman(word)]
    foreign = len(plain) == 2 and not (reigns(person) or "imię" in _labels(plain[0]))
    told_apart = [
        word for word in plain[1:] if foreign or not _is_shared(word) or _is_a_family_name(person, word)
    ]
    surname = plain[-1] if plain[-1:] == told_apart[-1:] and plain == words else ""
    # „Albrecht Meklemburski”, not „Józef Poniatowski”
    of_land = (
        reigns(person) and has(surname.casefold(), ADJECTIVES, "nom") and "nazwisko" not in _labels(surname)
    )
    alone = (
        len(surname) > 2
        and (surname[0].isupper() or surname[1] in _APOSTROPHES)
        and words[-2] not in _ORIGINS
        and not of_land
    )
    # „Ludwik XVI” and „Jan Paweł II” need the number, „Gustaw II Adolf” does not
    one_of_several = len(plain) == 1 or is_roman(words[-1])
    shortened = "" if one_of_several and plain != words and not told_apart else " ".join(plain)
    named = (
        person.name,
        *first_name_of_one_ruler(person.name),
        surname if alone else "",
        shortened,
        _without_epithet(words),
        _without_praenomen(words),
    )
    family = [word for word in called if word != words[0] or numbered]
    if len(words) > 1 and words[-2] in lexicon.words("particles") and words[-2] not in _ORIGINS:
        family.append(" ".join(words[-2:]))  # „de Ligne”
    if len(words) > 2 and words[1] in _FROM:
        family.append(words[0])  # „Hugon z Arles”
    if len(words) == len(plain) == _OF_TWO_SURNAMES and _is_a_surname(words[1]) and alone:
        family.append(" ".join(words[1:]))  # „Salgueiro Maia”
    elif len(words) == len(plain) == _OF_TWO_SURNAMES and words[1].istitle() and alone:
        family.append(f"{words[0]} {words[-1]}")  # „Antoni Nowak” for „Antoni Bolesław Nowak”
    return tuple(dict.fromkeys((*filter(None, named), *family)))


def _is_a_family_name(person: Person, word: str) -> bool:
    """Whether of one who does not reign the last of two names is a surname, though some bear it as a first name."""
    last_of_two = person.name.split()[1:] == [word] and not has(word.casefold(), ADJECTIVES)
    only_first = any(reading.labels == {"imię"} for reading in readings(word))
    return last_of_two and not (reigns(person) or only_first) and "nazwisko" in _labels(word)


def _tells_apart(word: str) -> bool:
    known = not is_roman(word) and word[0].isupper() and len(word) > _STEM
    return known and not _is_shared(word)


def _is_a_surname(word: str) -> bool:
    """Whether the second of three names is no first name and no particle."""
    first_name = "imię" in _labels(word) or word in foreign_first_names()
    return word[0].isupper() and not first_name


def _called(person: Person) -> list[str]:
    """The words of the name by one of which alone the text calls the person: „Scypion”, „Albrecht”."""
    alone = {mention.text[:_STEM] for mention in person.mentions if " " not in mention.text}
    words = person.name.split()
    if len(words) < 2:
        return []
    named = [word for word in words if len(word) > 3 and word[:_STEM] in alone and not is_roman(word)]
    return [word for word in named if word in (words[0], words[-1]) or not _is_but_a_first_name(word)]


def _is_but_a_first_name(word: str) -> bool:
    """„Manuel” of „Tomás Manuel Elío”, not a Roman's „Fabiusz”."""
    return (bool(_labels(word) & {"imię"}) or word in foreign_first_names()) and not word.endswith(_ROMAN)


def _without_epithet(words: list[str]) -> str:
    """„Katon” for „Katon Starszy”, „Justynian I” for „Justynian I Wielki”; not „Jan” for „Jan Długi”."""
    numbered = next((at for at in range(1, len(words) - 1) if is_roman(words[at])), None)
    if numbered is not None:
        return " ".join(words[: numbered + 1])
    if len(words) < 2 or is_roman(words[-1]) or not _is_shared(words[-1]) or "imię" in _labels(words[-1]):
        return ""
    rest = words[:-1]
    if rest[-1].islower():
        return ""  # „Jan de Bourbon”
    return " ".join(rest) if len(rest) > 1 or "imię" not in _labels(rest[0]) else ""


def _without_praenomen(words: list[str]) -> str:
    """„Fabiusz Maksymus” for „Kwintus Fabiusz Maksymus”."""
    return " ".join(words[1:]) if len(words) == 3 and all(word.endswith(_ROMAN) for word in words[:2]) else ""


def _labels(word: str) -> frozenset[str]:
    return frozenset(label for reading in readings(word) for label in reading.labels)


def _is_shared(word: str) -> bool:
    """Whether many bear the word, as a first name, an epithet or a dynasty: „Wilhelm”, „Wielki”, „Habsburg”."""
    epithet = has(word.casefold(), ADJECTIVES, "nom", "sg") and not word.endswith(_LIKE_SURNAMES)
    first_name = any("imię" in reading.labels and reading.lemma == word for reading in readings(word))
    return epithet or first_name or "nazwa_członka_rodu" in _labels(word)

"""Which typed names are taken for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.generate.facts.offices import reigns
from quizapp.generate.material import estates_of
from quizapp.generate.strangers import first_name_of_one_ruler, known_as, known_names
from quizapp.generate.words import ADJECTIVES, has, is_roman, lemmas, readings, word_list
from quizapp.text import lexicon
from quizapp.text.annotations import Person
from quizapp.text.lexicon import foreign_first_names

_APOSTROPHES = frozenset("'’")
_FROM = frozenset({"z", "ze"})
_ORIGINS = frozenset({"z", "ze", "of", "bez"})
_STEM, _OF_TWO_SURNAMES, _SHORTEST, _WITH_COGNOMEN = 4, 3, 3, 3
_PATRONYMIC = ("owicz", "ewicz", "ówna", "owna", "ewna")
_ROMAN = ("us", "usz")
_LIKE_SURNAMES = ("ski", "ska", "cki", "cka", "dzki", "dzka")


def accepted_names(person: Person, times: Sequence[int] = ()) -> tuple[str, ...]:
    """The answers that name a person when typed: the full name, and what the text calls the person alone.

    Where it never does so, the surname alone, a ruler without his number; a first name or an epithet alone would
    name many: „Adolf”, „Groźny”, „Mikołaj”. What schoolbooks call the one known by that name in those `times`
    (years) is taken too.
    """
    known = known_names(person.name, tuple(times), reigns=reigns(person))
    return tuple(dict.fromkeys((*_by_name(person), *_by_title(person), *known)))


def is_a_ruler_whom_nobody_knows(person: Person, times: Sequence[int] = ()) -> bool:
    """Whether the text gives a ruler no number, byname or surname, and no list knows which „Ferdynand” it is."""
    alone = all(_is_first_name(word) for word in person.name.split())
    return alone and reigns(person) and not known_names(person.name, tuple(times), reigns=True)


def _by_title(person: Person) -> Iterator[str]:
    """„książę Norfolk”, „Norfolk”: the title by which the text calls the person, and the estate alone."""
    for estate in estates_of(person):
        titled = (role.nominative for role in person.roles if role.nominative.endswith(f" {estate}"))
        yield from (*titled, estate)


def _by_name(person: Person) -> Iterator[str]:
    """The names of the person that will do as an answer."""
    words = person.name.split()
    yield person.name
    if _is_an_estate(words):
        yield words[0]
    elif reigns(person) and not any(map(is_roman, words)) and (alone := list(_of_ruler(person))):
        yield from alone
    else:
        yield from _of_anybody(person)


def _is_an_estate(words: Sequence[str]) -> bool:
    """„Almodóvar del Río”: what stands after the particle says nothing alone."""
    return len(words) > 2 and words[1] in lexicon.words("particles") and not _is_first_name(words[0])


def _of_ruler(person: Person) -> Iterator[str]:
    """What a ruler without a number is called: „Aleksy”, „Stanisław August”, „Walezy”; nothing if the text does not."""
    words = person.name.split()
    if len(words) == 2 and words[-1].endswith(_PATRONYMIC):
        yield words[0]
        return
    called = _called(person)
    if len(words) == _OF_TWO_SURNAMES and words[1].istitle():
        called.append(" ".join(words[:2]))
    yield from called
    if called:
        yield from [words[-1]] if _tells_apart(words[-1]) else []
        yield from first_name_of_one_ruler(person.name)


def _of_anybody(person: Person) -> Iterator[str]:
    """The surname, what the text says alone, and the name without a number, an epithet or a middle name."""
    words = person.name.split()
    plain = [word for word in words if not (is_roman(word) or word.endswith("."))]
    foreign = len(plain) == 2 and not (reigns(person) or "imię" in _labels(plain[0]))
    told_apart = [
        word for word in plain[1:] if foreign or not _is_shared(word) or _is_a_family_name(person, word)
    ]
    unnumbered = not any(map(is_roman, words))
    surname = plain[-1] if plain[-1:] == told_apart[-1:] and unnumbered else ""
    stands_alone = _stands_alone(person, surname)
    yield from first_name_of_one_ruler(person.name)
    if stands_alone:
        yield surname
    # „Ludwik XVI” and „Jan Paweł II” need the number, „Gustaw II Adolf” does not
    one_of_several = len(plain) == 1 or is_roman(words[-1])
    if plain != words and not (one_of_several and not told_apart):
        yield " ".join(plain)
    yield from filter(None, (_without_epithet(words), _without_praenomen(words)))
    yield from (word for word in _called(person) if word != words[0] or plain != words)
    yield from _with_particle(words)
    if len(words) == len(plain) == _OF_TWO_SURNAMES and stands_alone:
        yield from _of_three_names(words)
    elif len(words) == len(plain) == _OF_TWO_SURNAMES and plain[-1] in foreign_first_names():
        yield " ".join(words[1:])  # „Lloyd George”


def _stands_alone(person: Person, surname: str) -> bool:
    """Whether a surname will do: „Poniatowski”, „d’Ailly”; not „Meklemburski”, „(Jan z) Kolna”."""
    if len(surname) < _SHORTEST or person.name.split()[-2] in _ORIGINS:
        return False
    of_land = has(surname.casefold(), ADJECTIVES, "nom") and "nazwisko" not in _labels(surname)
    national = bool(lemmas(surname.casefold()) & word_list("nations"))  # „Krystyna Duńska”
    called = any(mention.text == surname for mention in person.mentions)
    of_a_ruler = known_as(person.name) == "ruler" and surname.endswith(_LIKE_SURNAMES) and not called
    is_byname = of_a_ruler or (of_land and (national or reigns(person)))
    return (surname[0].isupper() or surname[1] in _APOSTROPHES) and not is_byname


def _with_particle(words: Sequence[str]) -> Iterator[str]:
    """„de Ligne” for „Karol de Ligne”, „Hugon” for „Hugon z Arles”."""
    if len(words) > 1 and words[-2] in lexicon.words("particles") and words[-2] not in _ORIGINS:
        yield " ".join(words[-2:])
    if len(words) > 2 and words[1] in _FROM:
        yield words[0]


def _of_three_names(words: Sequence[str]) -> Iterator[str]:
    """„Salgueiro Maia” of a man with two surnames, „Antoni Nowak” for „Antoni Bolesław Nowak”."""
    of_rome = all(word.endswith(_ROMAN) for word in words[:2])  # „Tyberiusz Grakchus”
    two_surnames = words[1][0].isupper() and not _is_first_name(words[1])
    if two_surnames:
        yield " ".join(words[1:])
    if of_rome or (words[1].istitle() and not two_surnames):
        yield f"{words[0]} {words[-1]}"


def _is_a_family_name(person: Person, word: str) -> bool:
    """Whether of one who does not reign the last of two names is a surname, though some bear it as a first name."""
    words = person.name.split()
    last_of_two = words[1:] == [word] and not has(word.casefold(), ADJECTIVES)
    only_first = any(reading.labels == {"imię"} for reading in readings(word))
    of_rome = last_of_two and words[0].endswith(_ROMAN)  # „Antoniusz Prymus”
    return of_rome or (last_of_two and not (reigns(person) or only_first) and "nazwisko" in _labels(word))


def _tells_apart(word: str) -> bool:
    known = not is_roman(word) and word[0].isupper() and len(word) > _STEM
    return known and not _is_shared(word)


def _called(person: Person) -> list[str]:
    """The words of the name by one of which alone the text calls the person: „Scypion”, „Albrecht”."""
    alone = {mention.text[:_STEM] for mention in person.mentions if " " not in mention.text}
    words = person.name.split()
    if len(words) < 2:
        return []
    named = [word for word in words if len(word) > 3 and word[:_STEM] in alone and not is_roman(word)]
    return [word for word in named if word in (words[0], words[-1]) or not _is_middle_name(word)]


def _is_middle_name(word: str) -> bool:
    """„Manuel” of „Tomás Manuel Elío”, not a Roman's „Fabiusz”."""
    return _is_first_name(word) and not word.endswith(_ROMAN)


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
    """„Fabiusz Maksymus” for „Kwintus Fabiusz Maksymus”, „Scypion Afrykański” for „Publiusz Scypion Afrykański”."""
    of_rome = len(words) == _WITH_COGNOMEN and words[0].endswith(_ROMAN) and not is_roman(words[1])
    return " ".join(words[1:]) if of_rome and words[-1][0].isupper() else ""


def _is_first_name(word: str) -> bool:
    return "imię" in _labels(word) or word in foreign_first_names()


def _labels(word: str) -> frozenset[str]:
    return frozenset(label for reading in readings(word) for label in reading.labels)


def _is_shared(word: str) -> bool:
    """Whether many bear the word, as a first name, an epithet or a dynasty: „Wilhelm”, „Wielki”, „Habsburg”."""
    epithet = has(word.casefold(), ADJECTIVES, "nom", "sg") and not word.endswith(_LIKE_SURNAMES)
    first_name = any("imię" in reading.labels and reading.lemma == word for reading in readings(word))
    return epithet or first_name or "nazwa_członka_rodu" in _labels(word)

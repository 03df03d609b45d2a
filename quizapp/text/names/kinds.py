"""What the dictionary and the spelling say of a single word that may be part of a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from quizapp.text import lexicon
from quizapp.text.names.listed_places import listed_places
from quizapp.text.offices.origins import ARABIC_ARTICLES, is_labelled_name
from quizapp.text.words import Word, readings

_PLACE_LABELS = frozenset(("nazwa_geograficzna", "człon_nazwy_geograficznej"))


@dataclass(frozen=True, slots=True)
class Kind:
    """What the dictionary knows a capitalised word as."""

    first_name: bool
    surname: bool
    place: bool
    people: bool
    common: bool
    adjective: bool
    unknown: bool
    office: bool
    foreign_first_name: bool

    @property
    def is_plainly_a_name(self) -> bool:
        """A name of persons and nothing else."""
        return (self.first_name or self.surname) and not (self.place or self.people or self.common)


@lru_cache(maxsize=50_000)
def kind_of(word: str) -> Kind:
    """What a capitalised word, or the last part of a hyphenated one, may be by the dictionary and the lists."""
    known = () if word.startswith(ARABIC_ARTICLES) else readings(word.replace("‑", "-").rpartition("-")[2])
    labels = frozenset(label for reading in known for label in reading.labels)
    places = {
        label for one in known if one.lemma not in lexicon.words("never_places") for label in one.labels
    }
    heads = lexicon.words("offices")
    never = lexicon.words("never_first_names")
    given = {one.lemma for one in known if "imię" in one.labels}
    if word in never or (given and given <= never):
        labels -= {"imię"}
    is_foreign = word in lexicon.foreign_first_names()
    is_listed_place = word in listed_places() or word in lexicon.words("bodies_of_other_lands")
    return Kind(
        first_name="imię" in labels or is_foreign,
        foreign_first_name=is_foreign and "imię" not in labels,
        surname=any(is_labelled_name(reading) and reading.labels != {"imię"} for reading in known),
        place=is_listed_place or bool(places & _PLACE_LABELS),
        people=any(_is_people(reading.lemma, reading.labels) for reading in known),
        common=any(reading.lemma[0].islower() for reading in known),
        adjective=any(reading.pos in ("adj", "ppas") for reading in known),
        unknown=not known and not is_listed_place,
        office=any(reading.lemma in heads for reading in known),
    )


def _is_people(lemma: str, labels: frozenset[str]) -> bool:
    return lemma[0].isupper() and labels <= {"nazwa_pospolita"} and bool(labels)


def is_name_word(word: Word) -> bool:
    """Whether a word is written as a name is: a capital first, small letters after."""
    return _is_name_form(word.text)


@lru_cache(maxsize=50_000)
def _is_name_form(form: str) -> bool:
    bare = form[2:] if form[:2].lower() in ("d'", "d’") else form
    if form.startswith((*ARABIC_ARTICLES, "ibn-")):
        bare = form.partition("-")[2]
    return bool(bare) and bare[0].isupper() and any(map(str.islower, bare))

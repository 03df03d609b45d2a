"""Words with their dictionary readings, and the few questions about them that the rules ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from quizapp.text import lexicon
from quizapp.text.morphology import analyse, inflect

NOUNS = frozenset({"subst", "ger", "depr"})
PREPOSITION = frozenset({"prep"})
ADVERB = frozenset({"adv"})
NUMERAL = frozenset({"num"})
ADJECTIVES = frozenset({"adj", "ppas", "pact"})
PAST = frozenset({"praet", "imps"})
_NUMBERS = frozenset({"sg", "pl"})
_NEUTER = "praet:sg:n:"
GENDERS = frozenset({"m1", "m2", "m3", "f", "n"})
CASES = frozenset({"nom", "gen", "dat", "acc", "inst", "loc"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word form: its lemma, part of speech, all marks of its tag, and its labels."""

    lemma: str
    pos: str
    marks: frozenset[str]
    labels: frozenset[str]


@lru_cache(maxsize=1 << 16)
def readings(form: str) -> tuple[Reading, ...]:
    """The dictionary readings of a form; () if the dictionary does not know it.

    Of what may be one word or two („tom”, „wyłom”) the one is read, of „polsko-bolszewicką” the last part; not of
    „miałem”, which a man says of himself.
    """
    found = analyse(form)
    last = max((end for _, end, *_ in found), default=1)
    said_of_oneself = any(tag.startswith("praet") and not tag.startswith(_NEUTER) for *_, tag, _ in found)
    whole = [] if last > 1 and said_of_oneself else found
    known = tuple(
        _reading(lemma, tag, labels) for start, end, lemma, tag, labels in whole if (start, end) == (0, last)
    )
    ending = form.rpartition("-")[2]
    if known or last == 1 or ending == form:
        return known
    return tuple(one for one in readings(ending) if one.pos == "adj")


def _reading(lemma: str, tag: str, labels: tuple[str, ...]) -> Reading:
    return Reading(lemma.split(":")[0], *_pos_and_marks(tag), frozenset(labels))


@cache  # the tags are some hundreds, the forms of a book are tens of thousands
def _pos_and_marks(tag: str) -> tuple[str, frozenset[str]]:
    pos, *fields = tag.split(":")
    return pos, frozenset(mark for field in fields for mark in field.split("."))


@lru_cache(maxsize=1 << 14)
def forms(lemma: str, pos: str, *marks: str) -> tuple[str, ...]:
    """The forms of a lemma whose tag has this part of speech and all these marks, commonest first."""
    wanted = set(marks)
    found = []
    for form, _, tag, _l, qualifiers in inflect(lemma):
        own, *rest = tag.split(":")
        if own == pos and wanted <= {m for f in rest for m in f.split(".")}:
            found.append((bool(qualifiers), form))
    return tuple(form for _, form in sorted(found, key=lambda pair: pair[0]))


def lemmas(form: str) -> frozenset[str]:
    """The lemmas of a form in lower case; the form itself if the dictionary does not know it."""
    return frozenset(reading.lemma.casefold() for reading in readings(form)) or frozenset({form.casefold()})


def past(form: str) -> Reading | None:
    """The reading of the form as a verb in the past tense or in -no, -to; None if it has none."""
    return next((reading for reading in readings(form) if reading.pos in PAST), None)


def is_finite(form: str) -> bool:
    """Whether the form is surely a finite verb (a present form only if it can be nothing else)."""
    found = readings(form)
    if form in word_list("nouns_like_verbs"):
        return False
    if any(reading.pos in PAST or reading.pos == "bedzie" for reading in found):
        return True
    return bool(found) and all(reading.pos in ("fin", "impt", "winien", "pred") for reading in found)


def is_noun(form: str) -> bool:
    """Whether the form can be a noun."""
    return any(reading.pos in NOUNS for reading in readings(form))


def has(form: str, pos: frozenset[str], *marks: str) -> bool:
    """Whether some reading of the form has one of the parts of speech and all the marks."""
    return any(reading.pos in pos and reading.marks.issuperset(marks) for reading in readings(form))


def cases(form: str, pos: frozenset[str]) -> frozenset[str]:
    """The cases that the form may stand in as one of the parts of speech."""
    return frozenset(
        case for reading in readings(form) if reading.pos in pos for case in reading.marks & CASES
    )


def is_ordinal(form: str) -> bool:
    """Whether the form says which one in a row: „drugiego”, „trzecia”."""
    return bool(lemmas(form) & _ordinals())


@cache
def _ordinals() -> frozenset[str]:
    return frozenset(f"{stem}{ending}" for stem in lexicon.table("ordinals") for ending in ("y", "i"))


@lru_cache(maxsize=1 << 14)
def agree(adjective: str, noun: str) -> bool:
    """Whether the first form can be an adjective of the second."""
    return any(
        one.pos in ADJECTIVES
        and other.pos in NOUNS
        and all(one.marks & other.marks & shared for shared in (_NUMBERS, CASES, GENDERS))
        for one in readings(adjective)
        for other in readings(noun)
    )


@cache
def word_list(name: str) -> frozenset[str]:
    """A list kept beside the code, one entry a line; lines that begin with # say where it comes from."""
    lines = files("quizapp.generate").joinpath("lists", f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def is_roman(word: str) -> bool:
    """Whether the word is a number in Roman figures, as those of rulers are: „XVI”."""
    return bool(word) and set(word) <= set("IVXL")

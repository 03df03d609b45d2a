"""Which words of a clause say that somebody spoke or wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizapp.text import lexicon
from quizapp.text.sentence_words import is_finite_verb
from quizapp.text.words import Word, readings

_PERSONAL = frozenset(("praet", "fin", "winien"))
_PARTICIPLES = ("pcon", "pant")
ADVERBS = frozenset(("wtedy", "wówczas", "potem", "później", "następnie", "kiedyś", "niegdyś", "wcześniej"))
_ASCRIBING = frozenset(("przypisywać", "przypisać", "wkładać", "włożyć"))  # words of another than the subject
_FAR = 8  # words between a verb that does not announce with a colon and the quotation


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute: the place of the verb among the words of the clause, and their offsets."""

    verb: int
    start: int
    end: int
    is_personal: bool
    genders: frozenset[str]
    is_naming: bool
    lemmas: frozenset[str] = frozenset()
    is_participle: bool = False

    def is_one_of(self, verbs: str) -> bool:
        """Whether the verb is in that list of the lexicon."""
        return bool(self.lemmas & lexicon.words(verbs))


def cue_at(words: Sequence[Word], place: int, *, any_verb: bool = False) -> Cue | None:
    """The cue whose verb stands at that place; None if the word there is no finite verb of saying.

    With `any_verb` every finite verb will do: after a quotation and a dash even „kpił” attributes.
    """
    form = words[place].text
    if not _is_written_as_a_verb(form):
        return None
    if may_be_finite(form) and not is_verb_of_saying(form):
        said = _infinitive_after(words, place)
        if said is not None:
            return _cue(words, place, said)
    if is_verb_of_saying(form) or (any_verb and may_be_finite(form)):
        cue = _cue(words, place, place)
        return None if cue.is_naming and cue.is_participle else cue
    return None


def _is_written_as_a_verb(form: str) -> bool:
    """„Miał”, „Dodał” at the beginning of a sentence are verbs still; what may be a name is none."""
    return form[0].islower() or (form[0].isupper() and (is_finite_verb(form) or form == "Miał"))


def _infinitive_after(words: Sequence[Word], place: int) -> int | None:
    for said in range(place + 1, min(place + _FAR + 4, len(words))):
        known = readings(words[said].text)
        if words[said].text in (",", ";", ":") or may_be_finite(words[said].text):
            return None
        if any(reading.pos == "inf" and reading.lemma in lexicon.words("speech_verbs") for reading in known):
            return said
    return None


def _cue(words: Sequence[Word], verb: int, last: int) -> Cue:
    known = [
        reading
        for reading in readings(words[verb].text)
        if reading.pos in (*_PERSONAL, "imps", *_PARTICIPLES)
    ]
    said = [
        reading
        for reading in readings(words[last].text)
        if reading.pos in ("inf", *_PERSONAL, "imps", *_PARTICIPLES)
    ]
    last = last if last <= verb + 1 else verb
    while last + 1 < len(words) and words[last + 1].text in ADVERBS | {"się"}:
        last += 1
    genders = frozenset(slot[2] for reading in known for slot in reading.slots if slot[0] == "sg")
    is_naming = any(reading.lemma in lexicon.words("naming_verbs") for reading in known)
    is_personal = any(reading.pos in (*_PERSONAL, *_PARTICIPLES) for reading in known)
    lemmas = frozenset(reading.lemma for reading in said)
    is_participle = bool(known) and all(reading.pos in _PARTICIPLES for reading in known)
    return Cue(
        verb, words[verb].start, words[last].end, is_personal, genders, is_naming, lemmas, is_participle
    )


@lru_cache(maxsize=20_000)
def is_verb_of_saying(form: str) -> bool:
    """Whether the form is a verb of saying, finite or a participle like „mówiąc”."""
    verbs = lexicon.words("speech_verbs")
    return any(
        reading.pos in (*_PERSONAL, "imps", *_PARTICIPLES) and reading.lemma in verbs
        for reading in readings(form)
    )


@lru_cache(maxsize=20_000)
def may_be_finite(form: str) -> bool:
    """Whether the form may be a finite verb."""
    known = readings(form)
    return any(reading.pos in (*_PERSONAL, "imps") for reading in known)


def last_cue(words: Sequence[Word], *, announced: bool) -> Cue | None:
    """The verb of saying nearest to a quotation that follows the words.

    With a colon (`announced`) it may stand anywhere in the clause; otherwise near, no other verb between.
    """
    end = len(words) if announced else _before_indirect_speech(words)
    distance = 0
    for place in range(end - 1, -1, -1):
        text = words[place].text
        distance += len(text) > 1
        if text == ";" or (not announced and distance > _FAR):
            return None
        cue = cue_at(words, place)
        if cue:
            return cue
        if text[0].islower() and may_be_finite(text) and not announced:
            return None
    return None


def leads_into(words: Sequence[Word], cue: Cue) -> bool:
    """Whether the words after the cue lead into what was said, not into another of its objects.

    „rozkazał odwrót i „…””, „ostrzegał przed „…””: a conjunction or preposition takes the marked words for
    itself, unless they go on a clause begun by „że”.
    """
    if any(word.text in ("że", "iż") for word in words[cue.verb + 1 :]):
        return True
    if cue.is_naming and words[-1].text in ("za", "jako", "mianem", "epitetem", "przydomkiem"):
        return True
    last = readings("" if words[-1].text == "to" else words[-1].text)
    return cue.verb == len(words) - 1 or not any(reading.pos in ("prep", "conj") for reading in last)


def _before_indirect_speech(words: Sequence[Word]) -> int:
    """„zanotował, że odpowiedź była „…””: the place of a „że” near the end, past which the verb is sought."""
    for place in range(len(words) - 1, max(len(words) - _FAR, 0), -1):
        if words[place].text in ("że", "iż"):
            return place
    return len(words)


def announcing_verb(words: Sequence[Word]) -> Cue | None:
    """The last finite verb before a colon, when it is none of saying: „powstrzymała go od ucieczki: „…””."""
    for place in range(len(words) - 1, -1, -1):
        if words[place].text == ";":
            return None
        if words[place].text[0].islower() and may_be_finite(words[place].text):
            lemmas = {reading.lemma for reading in readings(words[place].text)}
            return None if lemmas & _ASCRIBING else _cue(words, place, place)
    return None


def finite_verbs(words: Sequence[Word]) -> Iterator[Word]:
    """The finite verbs of the words."""
    return (word for word in words if word.text[0].isalpha() and may_be_finite(word.text))

"""Words other than a verb that say whose the quoted words are: „według X”, „słowa X”, „nazwany przez X”."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from quizapp.text import lexicon
from quizapp.text.speech.cues import finite_verbs
from quizapp.text.telling.narration import Speaking
from quizapp.text.telling.subject_forms import is_preposition
from quizapp.text.words import Word, readings

_FAR_IN_LETTERS = 40
_LONGEST_TITLE = 4  # words of an office between a preposition and a name
POSSESSIVE = {
    "jego": frozenset(("m1",)),
    "niego": frozenset(("m1",)),
    "jej": frozenset(("f",)),
    "niej": frozenset(("f",)),
}
_REWORDING = frozenset(("sparafrazować", "parafrazować", "strawestować"))
_NOT_ABOUT = frozenset(("na", "po", "o", "wobec", "mimo", "przed", "przeciw"))

Topic = Callable[[frozenset[str], int], str | None]
"""Whom a pronoun of a gender means at an offset."""


class Attribution(NamedTuple):
    """The offsets of the words that attribute, the id of the speaker, and how far both together reach."""

    start: int
    end: int
    speaker: str | None
    reach: int


def by_preposition(words: Sequence[Word], named: Iterable[Speaking], topic: Topic) -> Attribution | None:
    """„Według X”, „zdaniem ministra X”, „jej zdaniem”, with no verb between them and what follows."""
    for place in range(len(words) - 1, -1, -1):
        said = _attributing(words, place)
        if said is None or any(finite_verbs(words[place + 1 :])):
            continue
        first = words[place - said]
        pronoun = POSSESSIVE.get(words[place - said - 1].text.lower()) if place > said else None
        after = POSSESSIVE.get(words[place + 1].text) if place + 1 < len(words) else None
        if pronoun or after:
            owner = topic(pronoun or after or frozenset(), first.start)
            return Attribution(first.start, words[place].end, owner, words[place].end)
        owned = _named_after(words, place, named)
        if owned:
            return Attribution(first.start, words[place].end, owned.person, owned.end)
        if _is_somebody(words, place + 1):
            return Attribution(first.start, words[place].end, None, words[place].end)
    return None


def _attributing(words: Sequence[Word], last: int) -> int | None:
    """How many words before the last one belong to a preposition that attributes, if one ends there."""
    for size in (3, 2, 1):
        said = " ".join(word.text.lower() for word in words[max(last - size + 1, 0) : last + 1])
        if said in lexicon.lines("attributing_prepositions"):
            return min(size, last + 1) - 1
    return None


def _named_after(words: Sequence[Word], place: int, named: Iterable[Speaking]) -> Speaking | None:
    """The person in the genitive right after the word, an office or occupation perhaps between."""
    for person in named:
        between = [word for word in words[place + 1 :] if word.end <= person.start]
        if person.start > words[place].end and "gen" in person.cases:
            return person if len(between) <= _LONGEST_TITLE and all(map(_is_genitive, between)) else None
    return None


def _is_genitive(word: Word) -> bool:
    known = readings(word.text)
    is_short = word.text == "." or any(reading.pos == "brev" for reading in known)
    return is_short or any(slot[1] == "gen" for reading in known for slot in reading.slots)


def _is_somebody(words: Sequence[Word], place: int) -> bool:
    """Whether a person nobody knows stands there in the genitive: „według kronikarza”, „zdaniem Xa”."""
    if place >= len(words):
        return False
    known = readings(words[place].text)
    if not known:
        return words[place].is_capital
    return any(
        reading.pos == "subst" and slot[1] == "gen" and slot[2] == "m1"
        for reading in known
        for slot in reading.slots
    )


def owner_of_words(words: Sequence[Word], named: Iterable[Speaking], topic: Topic) -> Attribution | None:
    """„słowa X”, „odpowiedź X brzmiała”, „jej słowa”: the noun, and whose words they are, if it is said."""
    for place in range(len(words) - 1, -1, -1):
        noun = words[place]
        if not is_noun_of_words(noun):
            continue
        if any(reading.lemma in _REWORDING for word in words for reading in readings(word.text)):
            return Attribution(noun.start, noun.end, None, noun.end)
        pronoun = POSSESSIVE.get(words[place - 1].text.lower()) if place else None
        if pronoun:
            return Attribution(noun.start, noun.end, topic(pronoun, noun.start), noun.end)
        owner = None if place and words[place - 1].text.lower() in _NOT_ABOUT else _owner(words, noun, named)
        return Attribution(
            noun.start, noun.end, owner.person if owner else None, owner.end if owner else noun.end
        )
    return None


def _owner(words: Sequence[Word], noun: Word, named: Iterable[Speaking]) -> Speaking | None:
    """„słowa X”, „list od X”; but of „list do X” X is not the one."""
    for who in named:
        if 0 < who.start - noun.end < _FAR_IN_LETTERS and "gen" in who.cases:
            between = [word.text for word in words if noun.end <= word.start < who.start]
            return None if any(is_preposition(text) and text != "od" for text in between) else who
    return None


def is_noun_of_words(word: Word) -> bool:
    """Whether it is a noun like „słowa”, „okrzyk”, „list”."""
    nouns = lexicon.words("words_nouns")
    return any(reading.pos == "subst" and reading.lemma in nouns for reading in readings(word.text))


def is_instrumental(word: Word) -> bool:
    """Whether it says by what: „słowami”, „okrzykiem”."""
    return any(slot[1] == "inst" for reading in readings(word.text) for slot in reading.slots)


def by_agent(words: Sequence[Word], named: Iterable[Speaking]) -> Attribution | None:
    """„nazwany przez X „…””: a passive participle of saying or naming, and by whom."""
    verbs = lexicon.words("speech_verbs") | lexicon.words("naming_verbs")
    for place, word in enumerate(words):
        is_passive = any(r.pos == "ppas" and r.lemma in verbs for r in readings(word.text))
        if is_passive and not any(finite_verbs(words[place + 1 :])):
            by = next((other for other in words[place + 1 :] if other.text == "przez"), None)
            agent = next((who for who in named if by and 0 < who.start - by.end < _FAR_IN_LETTERS), None)
            if agent and "acc" in agent.cases:
                return Attribution(word.start, word.end, agent.person, agent.end)
    return None

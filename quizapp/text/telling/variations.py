"""„uczony”, „aktorka”, „starzec”: what a biography calls the person whom it is about, so as not to repeat the name."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.text import lexicon
from quizapp.text.telling.narration import Narration, Sex
from quizapp.text.words import Word, readings

_OLD = frozenset(("starzec", "staruszek", "staruszka"))
_BESIDE = 3  # words from a name to what its bearer is called


class Variations:
    """The nouns by which the opening of a biography describes its hero, and wider ones that hold them."""

    def __init__(self, narration: Narration, hero: tuple[Sex, str] | None) -> None:
        self._narration = narration
        self._hero = hero
        self._called = frozenset(self._of_the_opening()) if hero else frozenset()

    def meant(self, noun: Word, lemma: str) -> str | None:
        """The hero, if the noun can mean nobody else whom the text has named so far."""
        if self._hero is None or not self._is_of_the_hero(noun, lemma):
            return None
        return None if self._is_of_another(noun, lemma) else self._hero[1]

    def _of_the_opening(self) -> Iterator[str]:
        first = self._narration.first_named()
        if first is None:
            return
        called = {lemma for word in self._after(first.end) for lemma in _occupations(word)}
        yield from called
        for wider, narrower in lexicon.table("wider_nouns").items():
            if called & set(narrower.split()):
                yield from wider.split()

    def _after(self, offset: int) -> list[Word]:
        return self._narration.words(offset, self._narration.sentence_end(offset))

    def _is_of_the_hero(self, noun: Word, lemma: str) -> bool:
        return self._is_old_hero(noun) if lemma in _OLD else lemma in self._called

    def _is_old_hero(self, noun: Word) -> bool:
        """„starzec” right after the hero was spoken of, and no other man."""
        number = max(self._narration.sentence_at(noun.start) - 1, 0)
        start = self._narration.sentences[number].start
        sex, hero = self._hero or ("m", "")
        near = {
            who.person for who in self._narration.named(start, noun.start) if who.gender in (sex, "unknown")
        }
        words = self._narration.words(start, noun.start)
        is_called = any(lemma in self._called for word in words for lemma in _occupations(word))
        return near == {hero} or (not near and is_called)

    def _is_of_another(self, noun: Word, lemma: str) -> bool:
        """Whether somebody else has been called so beside the name: „poeta X”, „X, znany poeta”."""
        for who in self._narration.named(0, noun.start):
            if self._hero is None or who.person == self._hero[1]:
                continue
            before = self._narration.words(max(who.start - 40, 0), who.start)[-_BESIDE:]
            after = self._narration.words(who.end, who.end + 60)[: _BESIDE + 1]
            called = [*before, *(after if after and after[0].text == "," else ())]
            if any(lemma in _occupations(word) for word in called):
                return True
        return False


def _occupations(word: Word) -> Iterator[str]:
    known = lexicon.words("occupations")
    return (reading.lemma for reading in readings(word.text) if reading.lemma in known)

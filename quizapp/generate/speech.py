"""Quotations with a speaker whom the same sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generate.material import Sentence
from quizapp.generate.words import has, is_finite, lemmas, past, word_list
from quizapp.text.annotations import Annotations, Person, Quotation

_LONGEST, _SHORT = 24, 6
_INFINITIVE = frozenset({"inf"})
_SENTENCE_END = re.compile(r"(?<=[^\W\d]{3}[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that the text gives to a person, and the sentence that does."""

    quotation: Quotation
    speaker: Person
    sentence: Sentence

    @property
    def is_hearsay(self) -> bool:
        """Whether the text itself doubts it: „miał powiedzieć”, „według legendy”."""
        said = {lemma for unit in self.sentence.units if unit.kind == "word" for lemma in lemmas(unit.lower)}
        has_to = any(
            one.kind == "word"
            and "mieć" in lemmas(one.lower)
            and past(one.lower)
            and has(other.lower, _INFINITIVE)
            for at, one in enumerate(self.sentence.units)
            for other in self.sentence.units[at + 1 : at + 4]
            if other.kind == "word"
        )
        return has_to or bool(said & word_list("hearsay"))

    @property
    def is_reply(self) -> bool:
        """Whether the words only answer others („W moim także”)."""
        words = [word.strip(".,;:!?…").casefold() for word in self.words.split()]
        answers = bool({"także", "też", "również"} & set(words)) or words[0] in ("tak", "nie", "owszem")
        return len(words) <= _SHORT and answers

    @property
    def words(self) -> str:
        """The words without the full stop at their end, blanks made single."""
        return _unstopped(" ".join(self.quotation.span.text.split()))

    @property
    def shown(self) -> str:
        """The words as a question shows them: whole sentences while short, else the beginning."""
        words = self.words.split(" ")
        if len(words) <= _LONGEST:
            return self.words
        kept = ""
        for said in _SENTENCE_END.split(self.words):
            if len(f"{kept} {said}".split()) > _LONGEST:
                break
            kept = f"{kept} {said}".strip()
        return f"{kept or ' '.join(words[:_LONGEST]).rstrip(',;:–')} […]"

    @property
    def stands_alone(self) -> bool:
        """Whether the words are more than a phrase out of another sentence: they open one or hold a verb."""
        words = self.words.split()
        return words[0][0].isupper() or any(is_finite(word.strip(".,;:!?…").casefold()) for word in words)

    def names(self, person: Person) -> bool:
        """Whether the words hold the person's name."""
        stems = {word[:4] for word in person.name.split() if len(word) > 3 and word[0].isupper()}
        return any(word[:4] in stems for word in re.findall(r"\w+", self.quotation.span.text))


def _unstopped(words: str) -> str:
    return words[:-1].rstrip() if words.endswith(".") and not words.endswith("..") else words


def speeches_of(annotations: Annotations, sentences: tuple[Sentence, ...]) -> Iterator[Speech]:
    """The quotations that are speech and whose speaker is named beside them, in order."""
    people = {person.id: person for person in annotations.persons}
    for sentence in sentences:
        for unit in sentence.units:
            quotation = unit.quotation
            if quotation is None or quotation.kind != "speech" or quotation.speaker is None:
                continue
            if quotation.speaker in people and quotation.speaker in sentence.people:
                speech = Speech(quotation, people[quotation.speaker], sentence)
                if speech.words and speech.stands_alone:
                    yield speech

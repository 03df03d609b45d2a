"""Quotations with a speaker whom the same sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizapp.generate.facts.testimony import is_told_by
from quizapp.generate.material import Sentence
from quizapp.generate.words import NOUNS, has, is_finite, lemmas, past, word_list
from quizapp.text import lexicon
from quizapp.text.annotations import Annotations, Person, Quotation
from quizapp.text.spans import Span

_LONGEST, _LITTLE, _SHORT, _SENTENCE = 24, 6, 6, 3
_BY = frozenset({"według", "wg", "podług"})
_IMPERSONAL = frozenset({"imps"})
_INFINITIVE = frozenset({"inf"})
_SENTENCE_END = re.compile(r"(?<=[^\W\d]{3}[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that the text gives to a person, and the sentence that does; or the one before names the person."""

    quotation: Quotation
    speaker: Person
    sentence: Sentence
    named_in: Sentence | None = None

    @property
    def evidence(self) -> tuple[Span, ...]:
        """What proves who said it."""
        return (self.sentence.span, self.named_in.span) if self.named_in else (self.sentence.span,)

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
        return has_to or self._is_told_by_another() or bool(said & word_list("hearsay"))

    def _is_told_by_another(self) -> bool:
        """„Według kronikarza cesarz zawołał: „…”, not „według Długosza „…”” where he is the speaker."""
        units = self.sentence.units
        sources = (units[at + 1 : at + 3] for at, unit in enumerate(units) if unit.lower in _BY)
        return any(not any(unit.person is self.speaker for unit in source) for source in sources)

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
    def is_a_sentence(self) -> bool:
        """Whether a few words make a whole sentence: „Wypowiadamy wojnę nudzie”."""
        words = [word.strip(".,;:!?…").casefold() for word in self.words.split()]
        return len(words) == _SENTENCE and self.words[0].isupper() and any(map(is_finite, words))

    @property
    def is_a_name(self) -> bool:
        """Whether somebody only called something so: „»Grom z jasnego nieba« – tak określił to kardynał”."""
        called = any(
            lemmas(unit.lower) & lexicon.words("naming_verbs")
            for unit in self.sentence.units
            if unit.kind == "word"
        )
        return called and not any(is_finite(word.strip(".,;:!?…").casefold()) for word in self.words.split())

    @property
    def shown(self) -> str:
        """The words as a question shows them: whole sentences while short, else the beginning."""
        words = self.words.split(" ")
        if len(words) <= _LONGEST + _LITTLE:
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
        words = [word.strip(".,;:!?…") for word in self.words.split()]
        personal = is_finite(words[0]) and not has(words[0], _IMPERSONAL)
        reported = words[0][:1].islower() and personal  # „(chlubił się, że) zostawia miasto”
        first, *_ = self.words.split(",")  # „uczciwym maklerem, który pragnie zgody” is part of a clause
        told = any(is_finite(word.strip(".;:!?…").casefold()) for word in first.split())
        return not reported and (words[0][:1].isupper() or told)

    def names(self, person: Person) -> bool:
        """Whether the words hold the person's name."""
        stems = {word[:4] for word in person.name.split() if len(word) > 3 and word[0].isupper()}
        return any(word[:4] in stems for word in re.findall(r"\w+", self.quotation.span.text))


def _unstopped(words: str) -> str:
    return words[:-1].rstrip() if words.endswith(".") and not words.endswith("..") else words


def speeches_of(
    annotations: Annotations, sentences: tuple[Sentence, ...], hero: Person | None
) -> Iterator[Speech]:
    """The quotations that are speech and whose speaker is named beside them, in order.

    The speaker may also be named in the sentence before, where nobody else of that sex is near; in the life of
    a hero, the hero in any sentence before.
    """
    people = {person.id: person for person in annotations.persons}
    of_hero: Sentence | None = None
    for before, sentence in zip([None, *sentences], sentences, strict=False):
        of_hero = sentence if hero and hero.id in sentence.people else of_hero
        for unit in sentence.units:
            quotation = unit.quotation
            if quotation is None or quotation.kind != "speech" or quotation.speaker is None:
                continue
            speaker = people.get(quotation.speaker)
            if speaker is None:
                continue
            named_in = None if speaker.id in sentence.people else before
            if named_in and speaker is hero and of_hero and not _is_another_named(speaker, sentence, people):
                named_in = of_hero
            elif named_in and not _may_be_unnamed(speaker, named_in, sentence, people):
                continue
            speech = Speech(quotation, speaker, sentence, named_in)
            if speech.words and speech.stands_alone:
                yield speech


def _is_another_named(person: Person, sentence: Sentence, people: Mapping[str, Person]) -> bool:
    return any(people[found].gender == person.gender for found in sentence.people - {person.id})


def _may_be_unnamed(
    person: Person, before: Sentence, sentence: Sentence, people: Mapping[str, Person]
) -> bool:
    """Whether the sentence before names the person and nobody else of that sex, and no office tells of another."""
    named = {found for found in before.people | sentence.people if people[found].gender == person.gender}
    offices = {
        lemma
        for unit in sentence.units
        if unit.kind == "word" and has(unit.lower, NOUNS, "nom")
        for lemma in lemmas(unit.lower) & lexicon.words("offices")
    }
    elsewhere = [role for role in person.roles if not sentence.span.contains(role.span)]
    held = {lemma for role in elsewhere for word in role.nominative.split() for lemma in lemmas(word)}
    return named == {person.id} and offices <= held and not is_told_by(before, person)

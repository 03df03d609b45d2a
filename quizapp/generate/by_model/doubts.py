"""Whether the text bears out a question that no rule made: what code cannot see to be so, it doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.generate.draft import Why
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.material import Sentence, read_sentences
from quizapp.generate.sense import Content, alike, content, shares_words
from quizapp.items.checks.finding import Setting
from quizapp.items.checks.proof import key_is_proved
from quizapp.items.checks.reading import has_form_in_a_row, plain_words
from quizapp.items.checks.terms import is_term
from quizapp.items.correction import Correction
from quizapp.items.item import FALSE, Item
from quizapp.items.periods import Period, period_of
from quizapp.items.values import value_of
from quizapp.items.wording import without_diacritics, words_in
from quizapp.text.annotate import annotate
from quizapp.text.annotations import Annotations, Person

_ENOUGH = 2
_BEGINNING, _LONG_BEGINNING = 2, 5


@dataclass(frozen=True, slots=True)
class Reader:
    """A text read once, so that it is quick to find where it says a thing."""

    facts: Facts
    corrections: Sequence[Correction]
    spoken: tuple[tuple[Sentence, tuple[str, ...], frozenset[str]], ...]

    @classmethod
    def of(cls, facts: Facts, corrections: Sequence[Correction] = ()) -> Reader:
        """Read every sentence."""
        worded = ((sentence, plain_words(sentence.span.text)) for sentence in facts.sentences)
        return cls(facts, corrections, tuple((s, words, _beginnings(words)) for s, words in worded))

    def doubt(self, item: Item) -> Why | None:
        """Why the question may not be asked; None if the text bears it out."""
        stem = annotate(item.stem)
        asked = asked_in(stem)
        if item.type != "boolean" and any(_gives_away(item.stem, key) for key in item.answer):
            return "leak"
        if not self._is_proved(item, stem, asked):
            return "unproved"
        rivals = self._rivals(item, stem)
        return "rival" if any(self._may_be_right(rival, item, asked) for rival in rivals) else None

    def _is_proved(self, item: Item, stem: Annotations, asked: Content) -> bool:
        """Whether the evidence speaks of what is asked, and says every name and number of it.

        Of a true statement it says most of the words, of a false one all but a name or a date.
        """
        if item.answer == (FALSE,):
            return self._touches(asked, item, _ENOUGH) and any(self._unsaid(stem, item))
        if item.type == "boolean":
            return self._is_said(item.stem, item)
        names = " ".join(word for word in words_in(item.stem)[1:] if word[0].isupper() or word[0].isdigit())
        return self._is_said(names, item) and bool(names or not asked or self._touches(asked, item, 1))

    def _touches(self, asked: Content, item: Item, enough: int) -> bool:
        said = tuple(
            word for sentence in self._evidence(item) for word in self.facts.contents[sentence.index]
        )
        return shares_words(asked, said, enough)

    def _evidence(self, item: Item) -> list[Sentence]:
        return [sentence for sentence in self.facts.sentences if sentence.span in item.evidence]

    def _is_said(self, words: str, item: Item) -> bool:
        """Whether the words could be a key that the evidence proves."""
        setting = Setting(self.facts.annotations.text, tuple(self.corrections))
        return not any(key_is_proved(replace(item, type="typed", options=(), answer=(words,)), setting))

    def _rivals(self, item: Item, stem: Annotations) -> Iterator[str]:
        """The answers that must be wrong: the distractors; of a typed answer the others of its kind."""
        if item.answer == (FALSE,):
            yield from self._unsaid(stem, item)
        elif item.options:
            yield from (option.text for option in item.options if not option.correct)
        elif isinstance(key := value_of(item.answer[0]), Period):
            yield from (
                d.span.text for d in self.facts.dates_near(item.evidence[0]) if not _is_at(d.edtf, key)
            )
        else:
            near = self.facts.people_near(item.evidence[0])
            named = any(_is_named(person, item.answer[0]) for person in near)
            out = (item.answer[0], *(person.name for person in stem.persons))
            yield from (p.name for p in near if named and not any(_is_named(p, name) for name in out))

    def _unsaid(self, stem: Annotations, item: Item) -> Iterator[str]:
        """The dates and persons of a statement that the evidence does not name."""
        values = (*(date.span.text for date in stem.dates), *(person.name for person in stem.persons))
        return (value for value in values if not self._is_said(value, item))

    def _may_be_right(self, answer: str, item: Item, asked: Content) -> bool:
        """Whether the text says the answer in the evidence too, or where it tells of something alike."""
        value = value_of(answer)
        for sentence in self._saying(answer):
            said = self.facts.contents[sentence.index]
            if sentence.span in item.evidence:
                if item.options:
                    return True
            elif isinstance(value, Period):
                if alike(asked, said):
                    return True
            elif shares_words(asked, said, min(_ENOUGH, len(asked) or 1)):
                return True
        return False

    def _saying(self, answer: str) -> Iterator[Sentence]:
        """The sentences that say a date in any wording, a person by any name, anything else word for word."""
        value = value_of(answer)
        if isinstance(value, Period):
            dates = (date for date in self.facts.annotations.dates if _is_at(date.edtf, value))
            yield from filter(None, (self.facts.sentence_at(date.span.start) for date in dates))
            return
        for person in self.facts.annotations.persons:
            if _is_named(person, answer):
                yield from self.facts.sentences_of(person)
        words = plain_words(answer)
        beginnings = _beginnings(words)
        for sentence, said, begun in self.spoken:
            if beginnings <= begun and has_form_in_a_row(words, said):
                yield sentence


def asked_in(stem: Annotations) -> Content:
    """The words that carry the sense of a stem, without the one that asks."""
    units = (unit for sentence in read_sentences(stem) for unit in sentence.units)
    return content(unit for unit in units if not is_term(unit.lower, "interrogative"))


def _gives_away(stem: str, key: str) -> bool:
    """Whether the stem says the key, in any case, or a surname of it."""
    said, words = plain_words(stem), words_in(key)
    surnames = {
        word[:_LONG_BEGINNING].casefold() for word in words[1:] if word[0].isupper() and len(word) > 3
    }
    begun = {word[:_LONG_BEGINNING] for word in said if len(word) > 3}
    return has_form_in_a_row(plain_words(key), said) or bool(surnames & begun)


def _is_at(edtf: str, value: Period) -> bool:
    period = period_of(edtf)
    return period is not None and period.overlaps(value)


def _is_named(person: Person, name: str) -> bool:
    """Whether the name is the person's, in any case, or a part of it."""
    mine, theirs = plain_words(person.name), plain_words(name)
    if not _beginnings(mine) & _beginnings(theirs):
        return False
    return has_form_in_a_row(mine, theirs) or has_form_in_a_row(theirs, mine)


def _beginnings(words: Sequence[str]) -> frozenset[str]:
    return frozenset(without_diacritics(word)[:_BEGINNING] for word in words)

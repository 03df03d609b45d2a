"""Who is meant by a subject that is no name: an office, „ten”, a participle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from quizapp.text.offices.holders import Holders
from quizapp.text.offices.phrases import find_offices
from quizapp.text.telling.narration import MARKED, Narration, Sex, Speaking
from quizapp.text.telling.subject_forms import is_governed, is_object_of_that_sex
from quizapp.text.telling.subjects import Saying, Subject, subject_of, suits
from quizapp.text.telling.told import Clause
from quizapp.text.telling.variations import Variations
from quizapp.text.words import Word, readings

_FAR = 5  # sentences
_FAR_IN_LETTERS = 2_000
_JUST_BEFORE = 300  # letters
_LATELY = 3  # sentences
_MAKERS = frozenset(("autor", "autorka", "twórca", "twórczyni", "pisarz", "pisarka", "tłumacz", "tłumaczka"))
GENDER: dict[Sex, frozenset[str]] = {"m": frozenset(["m1"]), "f": frozenset(["f"])}


class Meanings:
    """A narration and its office holders, to be asked whom the subject of a clause means.

    `topic` tells whom the text goes on with in a gender at an offset, `hero` whom it is a biography of.
    """

    def __init__(
        self,
        narration: Narration,
        holders: Holders,
        topic: Callable[[frozenset[str], int], str | None],
        hero: tuple[Sex, str] | None,
    ) -> None:
        self._narration = narration
        self._holders = holders
        self._topic = topic
        self._hero = hero
        self._variations = Variations(narration, hero)

    def subject(self, saying: Saying) -> Subject:
        """The subject of a verb in its clause, turned into the person whom it means if that is known."""
        clause = saying.clause
        named = self._narration.named_in(clause.words, saying.verb)
        subject = subject_of(saying, named)
        if subject.noun is None:
            return subject
        if subject.kind == "noun":
            person = self._held(clause, subject.noun, subject.lemma, named)
            person = person or self._variations.meant(subject.noun, subject.lemma)
            return _person(subject.noun, person, _sex(subject.lemma)) or subject
        if subject.kind == "epithet":
            sex = _sex(subject.noun.text)
            person = self._only_one(subject.noun.start, sex) if suits(saying.genders, sex) else None
            return _person(subject.noun, person, sex) or Subject("doubt", noun=subject.noun)
        return self._meant_by_this(saying, subject.noun) if subject.kind == "this" else subject

    def acts_on(self, clause: Clause, sex: Sex) -> bool:
        """„kula trafiła admirała”: somebody whom the text does not name suffers what a thing does."""
        return any(
            not self._holders.is_given(word) and is_object_of_that_sex(word.text, sex)
            for place, word in enumerate(clause.words)
            if word.text.islower() and not is_governed(clause.words, place)
        )

    def _held(self, clause: Clause, noun: Word, lemma: str, named: Sequence[Speaking]) -> str | None:
        """The holder of the office; of „nowy premier” the latest, of „autorka „…”” the only one about."""
        at = clause.words.index(noun)
        if any(word.text in ("nowy", "nowa") for word in clause.words[max(at - 2, 0) : at]):
            return self._newly(noun, lemma)
        if lemma in _MAKERS and [word.text for word in clause.words[at + 1 : at + 2]] == [MARKED]:
            return self._only_one(noun.start, _sex(lemma))
        complement = tuple(_complement(clause, at, named))
        if not complement and self._has_namesake(noun, lemma):
            return None
        return self._holders.holder(noun, lemma, complement)

    def _has_namesake(self, noun: Word, lemma: str) -> bool:
        """„przyjął prezydenta Francji”: somebody else of that office, whom nothing names, just before."""
        number = max(self._narration.sentence_at(noun.start) - 1, 0)
        start = max(self._narration.sentences[number].start, noun.start - _JUST_BEFORE)
        words = self._narration.words(start, noun.start)
        return any(
            after.is_capital and not self._holders.is_given(word) and _is_form_of(word, lemma)
            for word, after in pairwise(words)
        )

    def _newly(self, noun: Word, lemma: str) -> str | None:
        """Who has just been given the office, or else who is told of and has not held it before."""
        lately = max(self._narration.sentence_at(noun.start) - _LATELY, 0)
        given = self._holders.last_given(lemma, self._narration.sentences[lately].start, noun.start)
        person = given or self._topic(GENDER[_sex(lemma)], noun.start)
        held = person and not given and self._holders.held_before(person, lemma, noun.start)
        return None if held else person

    def _only_one(self, offset: int, sex: Sex) -> str | None:
        """The only person of that sex of whom the last sentences spoke."""
        number = max(self._narration.sentence_at(offset) - _FAR, 0)
        start = max(self._narration.sentences[number].start, offset - _FAR_IN_LETTERS)
        named = self._narration.named(start, offset)
        fitting = {person.person for person in named if person.gender in (sex, "unknown")}
        told = self._topic(GENDER[sex], offset)
        fitting |= {told} if told else set()
        if self._hero and self._hero[0] == sex:
            fitting.add(self._hero[1])
        return fitting.pop() if len(fitting) == 1 else None

    def _meant_by_this(self, saying: Saying, this: Word) -> Subject:
        """„Ten odparł”: who of that sex was named last in the sentence before, and not as its subject.

        „Ten ostatni” may have been its subject.
        """
        after = (word.text for word in saying.clause.words if word.start > this.start)
        is_last = any(text in ("ostatni", "ostatnia") for text in after)
        number = self._narration.sentence_at(saying.clause.start)
        if number < 1:
            return Subject("doubt")
        start = max(self._narration.sentences[number - 1].start, this.start - _FAR_IN_LETTERS)
        named = self._narration.named(start, saying.clause.start)
        fitting = [person for person in named if suits(saying.genders, person.gender)]
        if not fitting or ("nom" in fitting[-1].cases and not is_last):
            return Subject("doubt")
        return Subject("person", fitting[-1])


def _is_form_of(word: Word, lemma: str) -> bool:
    return any(reading.pos == "subst" and reading.lemma == lemma for reading in readings(word.text))


def _person(noun: Word, person: str | None, sex: Sex) -> Subject | None:
    if person is None:
        return None
    return Subject("person", Speaking(noun.start, noun.end, person, frozenset(["nom"]), sex))


def _sex(form: str) -> Sex:
    """Whether the form, a nominative, is said of a man or a woman."""
    genders = {slot[2] for r in readings(form) for slot in r.slots if slot[:2] == ("sg", "nom")}
    return "f" if "f" in genders and "m1" not in genders else "m"


def _complement(clause: Clause, noun: int, named: Sequence[Speaking]) -> Iterator[str]:
    """The words that say of what the person is the head: „prezydent Francji”."""
    starts = {person.start for person in named}
    names = {place for place, word in enumerate(clause.words) if word.start in starts}
    for office in find_offices(clause.words, names):
        if office.head == noun:
            yield from (word.text for word in clause.words[office.head + 1 : office.last + 1])

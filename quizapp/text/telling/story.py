"""Of whom a clause without a subject of its own tells, clause by clause through a text.

Polish leaves a subject out where it is the one of the clause before. A biography goes on with its hero even
after others have acted on him, which a pronoun says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import NamedTuple

from quizapp.text import lexicon
from quizapp.text.offices.holders import Holders
from quizapp.text.telling.meant import Meanings
from quizapp.text.telling.narration import Narration, Sex, Speaking
from quizapp.text.telling.subject_forms import is_governed
from quizapp.text.telling.subjects import Saying, Subject, genders_of, suits
from quizapp.text.telling.told import Clause, clauses_of
from quizapp.text.words import Word, readings

_SEXES: tuple[Sex, Sex] = ("m", "f")
_BACK: dict[Sex, frozenset[str]] = {
    "m": frozenset({"go", "mu", "jego", "jemu", "niego", "niemu", "nim"}),
    "f": frozenset({"ją", "jej", "niej", "nią"}),
}
_FAR = 5  # sentences that a subject may be left out for
_FAR_IN_LETTERS = 2_000
_SET_OFF = 14  # words of an apposition, and the verb after it
_BIRTH = frozenset(("urodzić", "rodzić", "przyjść", "pochodzić"))


class _Topic(NamedTuple):
    """Who is told of (None where it is in doubt), the sentence that last did so, its paragraph."""

    person: str | None
    sentence: int
    paragraph: int


class Story:
    """Whom the text tells of at each place: one person of each sex at most."""

    def __init__(self, narration: Narration, holders: Holders) -> None:
        self._narration = narration
        self._hero = _hero(narration)
        self._meanings = Meanings(narration, holders, self.topic, self._hero)
        self._topics: dict[Sex, _Topic] = {}
        self._offsets: list[int] = []
        self._states: list[dict[Sex, _Topic]] = []
        self._clauses: dict[int, Clause] = {}
        for number in range(len(narration.sentences)):
            self._read(number)

    def clause_of(self, word: Word) -> Clause | None:
        """The clause that holds the word."""
        return self._clauses.get(word.start)

    def subject(self, clause: Clause, verb: Word, *, has_object: bool = False) -> Subject:
        """The subject of a verb in its clause; `has_object` if a quotation is the object of the verb."""
        opens = clause.start == self._narration.sentence_start(clause.start)
        return self._meanings.subject(Saying(clause, verb, genders_of(verb), opens, has_object))

    def topic(self, genders: Collection[str], offset: int) -> str | None:
        """Who the unsaid subject of a verb at that place is; None where the text leaves a doubt."""
        place = bisect_left(self._offsets, offset) - 1
        state = self._states[place] if place >= 0 else {}
        fitting = {sex: topic for sex, topic in state.items() if suits(genders, sex)}
        if not fitting:
            return self._only_one_named(genders, offset)
        sentence, paragraph = self._narration.sentence_at(offset), self._narration.paragraph_at(offset)
        told = [
            topic._replace(person=topic.person or self._hero_after(topic, sex, sentence))
            for sex, topic in fitting.items()
            if self._still_told(sex, topic, sentence, paragraph)
        ]
        latest = max((topic.sentence for topic in told), default=0)
        persons = {topic.person for topic in told if topic.sentence == latest}
        return persons.pop() if len(persons) == 1 else None

    def _only_one_named(self, genders: Collection[str], offset: int) -> str | None:
        """Where nobody has acted so far: the one person of that sex named there or in the sentence before."""
        fitting = {who.person for who in self._named_lately(offset) if suits(genders, who.gender)}
        return fitting.pop() if len(fitting) == 1 else None

    def _named_lately(self, offset: int) -> Sequence[Speaking]:
        """Who is named before the offset in the sentence, or in the one before it in the same paragraph."""
        number = max(self._narration.sentence_at(offset) - 1, 0)
        start = max(self._narration.sentences[number].start, offset - _FAR_IN_LETTERS)
        paragraph = self._narration.paragraph_at(offset)
        named = self._narration.named(start, offset)
        return [who for who in named if self._narration.paragraph_at(who.start) == paragraph]

    def by_pronoun(self, genders: Collection[str], offset: int) -> str | None:
        """Whom „jego zdaniem” means: who is told of, if nobody else of the sex has just been named."""
        named = {who.person for who in self._named_lately(offset) if suits(genders, who.gender)}
        topic = self.topic(genders, offset)
        return topic if named <= {topic} else None

    def _still_told(self, sex: Sex, topic: _Topic, sentence: int, paragraph: int) -> bool:
        if self._hero == (sex, topic.person):
            return True
        return topic.paragraph == paragraph and sentence - topic.sentence <= _FAR

    def _read(self, number: int) -> None:
        """Go through the clauses of a sentence; a subordinate one leads on only if it comes first."""
        sentence = self._narration.sentences[number]
        clauses = clauses_of(self._narration.words(sentence.start, sentence.end))
        main_seen = False
        for clause in sorted(clauses, key=lambda clause: (clause.verb or clause.words[0]).start):
            self._clauses |= {word.start: clause for word in clause.words}
            comes_first = not main_seen and not clause.is_relative and clause.opener != "jak"
            if clause.verb and (not clause.opener or comes_first) and not _is_of_a_source(clause, clauses):
                self._go_on(clause, clause.verb, number)
                self._offsets.append(clause.verb.start)
                self._states.append(dict(self._topics))
            main_seen = main_seen or not clause.opener
        if (
            self._hero
            and self._hero[0] not in self._topics
            and self._names_hero(sentence.start, sentence.end)
        ):
            self._topics[self._hero[0]] = _Topic(self._hero[1], number, 0)

    def _hero_after(self, topic: _Topic, sex: Sex, sentence: int) -> str | None:
        """The hero, to whom a life goes back in the sentence after one whose subject nobody knows."""
        unsure = topic.person is None and topic.sentence < sentence
        return self._hero[1] if unsure and self._hero and self._hero[0] == sex else None

    def _names_hero(self, start: int, end: int) -> bool:
        return any(self._hero == (who.gender, who.person) for who in self._narration.named(start, end))

    def _go_on(self, clause: Clause, verb: Word, number: int) -> None:
        genders = genders_of(verb)
        paragraph = self._narration.paragraph_at(verb.start)
        subject = self.subject(clause, verb) if genders else None
        for sex in _SEXES:
            if subject is None:
                topic = self._several(clause, verb, sex, number) or self._acted_on(clause, verb, sex, number)
            else:
                concerns = subject.kind == "thing" or suits(genders, sex)
                topic = self._next(sex, subject, clause, verb, number) if concerns else None
            if topic:
                self._topics[sex] = topic._replace(paragraph=paragraph)

    def _next(self, sex: Sex, subject: Subject, clause: Clause, verb: Word, number: int) -> _Topic | None:
        """Who is told of after a clause in the singular, if the clause changes or renews it."""
        before = self._topics.get(sex)
        if subject.kind == "unsaid":
            paragraph = self._narration.paragraph_at(clause.start)
            if before and (hero := self._hero_after(before, sex, number)):
                return _Topic(hero, number, paragraph)
            lasts = before and self._still_told(sex, before, number, paragraph)
            return _Topic(before.person, number, paragraph) if before and lasts else None
        if subject.kind == "thing":
            return self._acted_on(clause, verb, sex, number)
        if subject.person and subject.person.gender not in (sex, "unknown"):
            return None
        is_hero = before and self._hero == (sex, before.person)
        if (is_hero or clause.opener) and any(word.text in _BACK[sex] for word in clause.words):
            return None
        return _Topic(subject.person.person if subject.person else None, number, 0)

    def _several(self, clause: Clause, verb: Word, sex: Sex, number: int) -> _Topic | None:
        """Of two who act together neither is told of; one is, if the other is of the other sex."""
        acting = {
            who.person
            for who in self._narration.named_in(clause.words, verb)
            if "nom" in who.cases and who.gender == sex
        }
        if not acting:
            return None
        return _Topic(acting.pop() if len(acting) == 1 else None, number, 0)

    def _acted_on(self, clause: Clause, verb: Word, sex: Sex, number: int) -> _Topic | None:
        """„Strajk skłonił X do przyjazdu”, „wybrano X”: the text goes on with X, or nobody knows with whom."""
        before = self._topics.get(sex)
        others = [
            who
            for who in self._narration.named_in(clause.words, verb)
            if who.gender == sex and "nom" not in who.cases
        ]
        others = [who for who in others if before is None or who.person != before.person]
        if (
            not others
            and before
            and self._hero != (sex, before.person)
            and self._meanings.acts_on(clause, sex)
        ):
            return _Topic(None, number, 0)
        if not others or (before and (before.sentence == number or self._hero == (sex, before.person))):
            return None
        objects = {who.person for who in others if "acc" in who.cases and _is_object(clause.words, who)}
        only = objects.pop() if len(objects) == 1 else None
        return _Topic(only, number, 0) if only or before else None


def records(word: Word) -> bool:
    """Whether the word says that somebody wrote down what he tells of: „przekazał”."""
    return any(
        reading.pos == "praet" and reading.lemma in lexicon.words("recording_verbs")
        for reading in readings(word.text)
    )


def _is_of_a_source(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """„Swetoniusz przekazał, że …”, „opowiada, że August wołał”: the text does not go on to tell of him."""
    verb = clause.verb
    told = [other for other in clauses if verb and other.opener in ("że", "iż") and other.start > verb.start]
    if verb is None or not told:
        return False
    return records(verb) or (_says_now(verb) and any(map(_is_past, told)))


def _says_now(verb: Word) -> bool:
    said = lexicon.words("speech_verbs")
    return any(reading.pos == "fin" and reading.lemma in said for reading in readings(verb.text))


def _is_past(clause: Clause) -> bool:
    return clause.verb is not None and any(r.pos == "praet" for r in readings(clause.verb.text))


def _hero(narration: Narration) -> tuple[Sex, str] | None:
    """The person whose name is the heading, or with whose dates of life, or birth, the text opens."""
    first = narration.first_named()
    if first is None or first.gender == "unknown":
        return None
    if first.cases and "nom" not in first.cases:  # „BORZYM Jan” stands in no case
        return None
    if _heads_the_text(narration.text, first):
        return first.gender, first.person
    after = narration.words(first.end, min(narration.sentence_end(first.start), first.end + 120))
    if len(after) > 2 and after[0].text == "(":
        is_born = any(word.text.isdigit() for word in after[:8])
    else:
        reach = _SET_OFF if after and after[0].text == "," else 3
        is_born = any(reading.lemma in _BIRTH for word in after[:reach] for reading in readings(word.text))
    return (first.gender, first.person) if is_born else None


def _heads_the_text(text: str, first: Speaking) -> bool:
    """Whether the name opens a heading: „Jan Nowak”, „Jan Nowak – lekarz”, „Jan Nowak, który leczył”."""
    line, _, rest = text.lstrip().partition("\n")
    at = len(text) - len(text.lstrip())
    after = line[first.end - at :].strip()
    is_heading = rest.startswith("\n") and not line.endswith((".", "!", "?", "”"))
    goes_on = not after or after[0] in ",–—-(" or after.split()[0] in ("z", "ze")
    return is_heading and first.start == at and goes_on


def _is_object(words: Sequence[Word], person: Speaking) -> bool:
    """Whether a name, with the office before it, follows no preposition and no other noun."""
    offices = lexicon.words("offices")
    at = next(place for place, word in enumerate(words) if word.start == person.start)
    while at and any(reading.lemma in offices for reading in readings(words[at - 1].text)):
        at -= 1
    if not at or is_governed(words, at):
        return False
    return not any(reading.pos in ("subst", "ger", "prep") for reading in readings(words[at - 1].text))

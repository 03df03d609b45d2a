"""Of whom a clause without a subject of its own tells: the person whom the text goes on speaking of.

Polish leaves a subject out where it is the one of the clause before. A biography leaves it out even after
others have acted, and says by a pronoun that they acted on its hero. Wherever the clause might go on with
somebody or something else, it stays without a subject, and nothing is asked of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from quizapp.generate.clauses import Clause
from quizapp.generate.material import Sentence, Unit
from quizapp.generate.subjects import (
    agrees,
    fitting_nouns,
    is_governed,
    is_nominative,
    subject_of,
    verb_reading,
)
from quizapp.generate.words import NOUNS, Reading, has, lemmas, readings
from quizapp.text.annotations import Gender, Person
from quizapp.text.spans import Span

_BACK: dict[Gender, frozenset[str]] = {
    "m": frozenset({"go", "mu", "jego", "jemu", "niego", "niemu", "nim"}),
    "f": frozenset({"ją", "jej", "niej", "nią"}),
}
_BIRTH = frozenset({"urodzić", "rodzić"})
_RECENT = 2


@dataclass(slots=True)
class _Topic:
    """A person who may be the unsaid subject of the next clause, and the sentence that names the person."""

    person: Person
    named_in: Sentence
    last: int
    in_doubt: bool = False


@dataclass(slots=True)
class _Story:
    """Whom the text is telling of, one person of each gender at most; of a biography also its hero."""

    hero: Person | None = None
    topics: dict[Gender, _Topic] = field(default_factory=dict)

    def forget_far(self, index: int) -> None:
        """Let go of those whom the last sentences did not tell of, unless the text is their biography."""
        for gender, topic in list(self.topics.items()):
            if topic.person is not self.hero and index - topic.last > _RECENT:
                del self.topics[gender]

    def begin_with(self, person: Person, sentence: Sentence) -> None:
        """Tell of this person from here on."""
        self.topics[person.gender] = _Topic(person, sentence, sentence.index)


def with_topics(sentences: Sequence[Sentence], clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses, those without a subject with the name of the person whom they surely tell of at their front."""
    story = _Story()
    of_sentence = {
        index: list(group) for index, group in groupby(clauses, lambda clause: clause.sentence.index)
    }
    for sentence in sentences:
        hero = _hero(sentence)
        if hero and hero.gender != "unknown":
            story.hero = hero
            story.begin_with(hero, sentence)
        story.forget_far(sentence.index)
        yield from _told(story, sentence, of_sentence.get(sentence.index, []))


def _hero(sentence: Sentence) -> Person | None:
    """The person with whose dates of life, or birth, a sentence opens a biography."""
    units = sentence.units
    at = next((place for place, unit in enumerate(units) if unit.person), None)
    if at is None or any(unit.kind == "mark" for unit in units[:at]):
        return None
    lived = (
        at + 1 < len(units) and units[at + 1].kind == "aside" and any(map(str.isdigit, units[at + 1].text))
    )
    born = any(unit.kind == "word" and lemmas(unit.lower) & _BIRTH for unit in units[at + 1 : at + 3])
    return units[at].person if (lived or born) and is_nominative(units[at]) else None


def _told(story: _Story, sentence: Sentence, clauses: Sequence[Clause]) -> Iterator[Clause]:
    main = [clause for clause in clauses if clause.antecedent is None]
    subject: Person | None = None
    acting: set[str] = set()
    for clause in clauses:
        if clause.antecedent is not None:
            yield clause
            continue
        named = _with_subject(story, clause, subject)
        yield named
        subject = _person_of(named)
        acting |= {subject.id} if subject else set()
        _go_on(story, named)
    _note_others(story, sentence, acting if main else set())


def _person_of(clause: Clause) -> Person | None:
    at = subject_of(clause).unit
    return clause.units[at].person if at is not None else None


def _with_subject(story: _Story, clause: Clause, before: Person | None) -> Clause:
    """The clause with the person named whom it tells of: the subject of the clause before, or the topic."""
    verb = verb_reading(clause)
    if verb is None or "sg" not in verb.marks or not _lacks_a_subject(clause, verb):
        return clause
    gender: Gender = "f" if "f" in verb.marks else "m"
    topic = story.topics.get(gender)
    if before and agrees(before, verb):
        return _naming(
            clause, before, topic.named_in.span if topic and topic.person is before else clause.sentence.span
        )
    if before or topic is None or topic.in_doubt or not agrees(topic.person, verb):
        return clause
    topic.last = clause.sentence.index
    return _naming(clause, topic.person, topic.named_in.span)


def _lacks_a_subject(clause: Clause, verb: Reading) -> bool:
    """Whether the clause surely leaves its subject out: nothing in it could be one but the object."""
    if subject_of(clause).kind != "unsaid" or verb.pos != "praet":
        return False
    if any(_may_be_foreign_subject(clause, at) for at in range(len(clause.units))):
        return False
    return len(fitting_nouns(clause, verb)) <= 1


def _may_be_foreign_subject(clause: Clause, at: int) -> bool:
    """Whether a name that the dictionary does not know, an acronym, or words in marks may be the subject."""
    unit = clause.units[at]
    if is_governed(clause, at) or unit.kind not in ("word", "quotation"):
        return False
    if unit.kind == "quotation":
        return not at or clause.units[at - 1].kind != "word" or not has(clause.units[at - 1].lower, NOUNS)
    if not unit.text[0].isupper() or unit is clause.sentence.units[0]:
        return False
    may_be_object = at > clause.verb and has(unit.text, NOUNS, "acc")
    return not readings(unit.text) or (has(unit.text, NOUNS, "nom", "sg") and not may_be_object)


def _naming(clause: Clause, person: Person, named_in: Span) -> Clause:
    start = clause.sentence.span.start
    name = Unit("person", Span(start, start, person.name), person=person)
    return replace(clause, units=(name, *clause.units), verb=clause.verb + 1, named_in=named_in)


def _go_on(story: _Story, clause: Clause) -> None:
    """Note who or what the clause made the subject of what may follow."""
    verb, person = verb_reading(clause), _person_of(clause)
    if person is not None and verb is not None and "sg" in verb.marks:
        _now_tells_of(story, clause, person)
    elif verb is not None and "sg" in verb.marks and verb.pos == "praet":
        gender: Gender = "f" if "f" in verb.marks else "m"
        topic = story.topics.get(gender)
        if topic and subject_of(clause).kind == "thing":
            human = any(has(unit.lower, NOUNS, "nom", "sg", "m1") for unit in fitting_nouns(clause, verb))
            on_hero = topic.person is story.hero and gender == "m" and _points_back(clause, gender)
            topic.in_doubt = human or not on_hero


def _now_tells_of(story: _Story, clause: Clause, person: Person) -> None:
    topic = story.topics.get(person.gender)
    if clause.named_in is not None or (topic and topic.person is person):
        if topic and topic.person is person:
            topic.last, topic.in_doubt = clause.sentence.index, False
        return
    acts_on_another = person.gender in _BACK and _points_back(clause, person.gender)
    if topic and topic.person is story.hero:
        topic.in_doubt = not acts_on_another
    elif acts_on_another or person.gender == "unknown":
        story.topics.pop(person.gender, None)
    else:
        story.begin_with(person, clause.sentence)


def _points_back(clause: Clause, gender: Gender) -> bool:
    return any(unit.lower in _BACK[gender] for unit in clause.units)


def _note_others(story: _Story, sentence: Sentence, acting: set[str]) -> None:
    """Anybody else of the same sex in the sentence may be the next to act, except in a biography."""
    for gender, topic in list(story.topics.items()):
        others = [
            unit
            for unit in sentence.units
            if unit.person
            and unit.person.id not in acting | {topic.person.id}
            and unit.person.gender == gender
        ]
        if topic.person is story.hero:
            topic.in_doubt = topic.in_doubt or (not acting and any(map(is_nominative, others)))
        elif others:
            del story.topics[gender]

"""Of whom a clause tells that does not name its person: the one whom the text goes on speaking of.

Polish leaves a subject out where it is the one of the clause before. A biography leaves it out even after
others have acted, and says by a pronoun that they acted on its hero. Wherever the clause might go on with
somebody or something else, it stays as it is, and nothing is asked of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from quizapp.generate.clauses import Clause, told_in_main_clauses
from quizapp.generate.facts.heroes import hero_born_in, hero_of
from quizapp.generate.facts.lives import tells_of_death
from quizapp.generate.facts.offices import is_numbered, reigns
from quizapp.generate.facts.testimony import is_told_by
from quizapp.generate.material import Sentence, Unit, is_a_national, is_nominative
from quizapp.generate.naming import (
    is_a_woman,
    lacks_a_subject,
    with_apposed_name,
    with_full_name,
    with_office_named,
    with_others_full_names,
    with_owner_named,
    with_pronoun_named,
    with_subject_named,
    with_trade_named,
)
from quizapp.generate.subjects import (
    agrees,
    fitting_nouns,
    is_oblique_beside,
    subject_of,
    verb_reading,
)
from quizapp.generate.words import ADJECTIVES, NOUNS, has, is_finite, lemmas, readings, word_list
from quizapp.text import lexicon
from quizapp.text.annotations import Gender, Person
from quizapp.text.spans import Span

_BACK: dict[Gender, frozenset[str]] = {
    "m": frozenset({"go", "mu", "jego", "jemu", "niego", "niemu", "nim"}),
    "f": frozenset({"ją", "jej", "niej", "nią"}),
}
_JOINTS = frozenset({",", "a", "ale", "i", "lecz", "natomiast", "zaś"})
_RECENT = 2
_PARTICIPLES = frozenset({"ppas", "pact"})


@dataclass(slots=True)
class _Topic:
    """A person who may be the unsaid subject of the next clause, and the sentence that names the person."""

    person: Person
    named_in: Sentence
    last: int
    doubted: int | None = None  # the sentence after which somebody or something else may be meant
    by_a_thing: bool = False  # what else may be meant is no person

    def is_doubtful(self, index: int, verb: str = "") -> bool:
        """Whether in that sentence something or somebody else may be the unsaid subject (of that verb)."""
        doubted = self.doubted is not None and index <= self.doubted + 1
        return doubted and not (self.by_a_thing and verb in lexicon.words("human_deeds"))


_FOREVER = 1 << 40


@dataclass(slots=True)
class _Story:
    """Whom the text is telling of, one person of each gender; of a biography its hero, and what only the hero was.

    `alias` is the id of the person who is but the hero by another name; `only_hero` is whether nobody else has been
    named so far.
    """

    hero: Person | None = None
    alias: str = ""
    only_hero: bool = True
    offices: frozenset[str] = frozenset()
    rulers: frozenset[str] = frozenset()
    topics: dict[Gender, _Topic] = field(default_factory=dict)

    def forget_far(self, index: int) -> None:
        """Let go of those whom the last sentences did not tell of, unless the text is their biography."""
        for gender, topic in list(self.topics.items()):
            if topic.person is not self.hero and index - topic.last > _RECENT:
                del self.topics[gender]

    def begin_paragraph(self) -> None:
        """Come back to the hero: what a new paragraph of a biography leaves unsaid is its hero, and nobody else."""
        self.topics = {
            gender: replace(topic, doubted=None, by_a_thing=False)
            for gender, topic in self.topics.items()
            if topic.person is self.hero
        }

    def begin_with(self, person: Person, sentence: Sentence) -> None:
        """Tell of this person from here on."""
        self.topics[person.gender] = _Topic(person, sentence, sentence.index)


def with_topics(sentences: Sequence[Sentence], clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses, with the name of the person whom they surely tell of where they do not say it themselves."""
    story = _Story(rulers=_rulers(sentences))
    fullest, holders = _first_full_mentions(sentences), _holders(sentences)
    of_sentence = {
        index: list(group) for index, group in groupby(clauses, lambda clause: clause.sentence.index)
    }
    for at, sentence in enumerate(sentences):
        hero = hero_of(sentence) or hero_born_in(sentence, sentences[:at])
        if hero and story.hero and _is_the_same(hero, story.hero, sentence):
            story.alias = hero.id  # „Henryk Goldszmit, znany jako Janusz Korczak, urodził się …”
            hero = story.hero
        if hero and hero.gender != "unknown":
            story.hero = hero
            story.offices = _held_alone(hero, holders)
            story.begin_with(hero, sentence)
        story.forget_far(sentence.index)
        if sentence.opens_paragraph:
            story.begin_paragraph()
        story.only_hero &= story.hero is None or sentence.people <= {story.hero.id}
        for clause in _told(story, sentence, of_sentence.get(sentence.index, [])):
            yield with_others_full_names(with_full_name(clause, fullest), fullest, story.hero)


def _is_the_same(person: Person, hero: Person, sentence: Sentence) -> bool:
    """Whether somebody presented is but the hero by another name: of youth, of birth, or one said beside it."""
    words = person.name.split()
    enthroned = is_numbered(hero) and hero.name.split()[0] in words[1:]  # „Karol Ludwik Napoleon Bonaparte”
    maiden = words[0] == hero.name.split()[0] and len(words) > 2 and words[-2] in ("z", "ze")
    in_youth = (
        sentence.index == 1 and len(words) > 1 and words[-1] in hero.name.split()[-1].split("-")
    )  # „Hieronim Konarski”
    return maiden or enthroned or in_youth or any(unit.person is hero for unit in sentence.units)


def _first_full_mentions(sentences: Sequence[Sentence]) -> dict[str, Span]:
    """The first sentence that says a person's whole name, by the id of the person."""
    found: dict[str, Span] = {}
    for sentence in sentences:
        for unit in sentence.units:
            if unit.person and len(unit.text.split()) == len(unit.person.name.split()):
                found.setdefault(unit.person.id, sentence.span)
    return found


def _holders(sentences: Sequence[Sentence]) -> Mapping[str, frozenset[str]]:
    """Who holds an office in the text, by the first word of the office: „król”."""
    holders: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for sentence in sentences:
        for person, role in sentence.roles:
            if role.nominative:
                holders[role.nominative.split()[0].casefold()] |= {person.id}
    return holders


def _rulers(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The ids of those who reign by the text."""
    named = (unit.person for sentence in sentences for unit in sentence.units if unit.person)
    return frozenset(person.id for person in named if reigns(person))


def _held_alone(person: Person, holders: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The offices that nobody else holds; of one with a number in his name, those of rulers too."""
    own = frozenset(office for office, held in holders.items() if held == {person.id})
    return own | (word_list("rulers") - holders.keys()) if is_numbered(person) else own


def _told(story: _Story, sentence: Sentence, clauses: Sequence[Clause]) -> Iterator[Clause]:
    subject: Person | None = None
    said_at = sentence.span.start
    acting: set[str] = set()
    for clause in clauses:
        if clause.antecedent is not None:
            yield clause
            continue
        clause = _with_hero_named(story, sentence, with_apposed_name(clause))
        told_of = _told_of(story, clause)
        alone = told_of is story.hero or len(story.rulers) <= 1
        office = with_office_named(clause, told_of, reigns_alone=alone)
        if _is_thing_named_before(sentence, clause):
            _go_on(story, clause, office)
            subject, said_at = None, clause.units[clause.verb].span.start
            yield office
            continue
        if subject and _is_another_named(sentence, said_at, clause, subject):
            subject = None
        named = _with_object(story, _with_subject(story, office, subject))
        yield named
        if clause.is_subordinate:
            continue
        subject, said_at = _person_of(named), clause.units[clause.verb].span.start
        acting |= {subject.id} if subject else set()
        _go_on(story, clause, named)
    if not clauses:
        _note_hero(story, sentence)
    _note_others(story, sentence, acting)


def _note_hero(story: _Story, sentence: Sentence) -> None:
    """Where the hero speaks („… – powiedział Nowak”), the text goes on with the hero."""
    named = [unit.person for unit in sentence.units if is_nominative(unit)]
    topic = story.topics.get(story.hero.gender) if story.hero else None
    if topic and topic.person is story.hero and named == [story.hero]:
        topic.last, topic.doubted = sentence.index, None


def _with_hero_named(story: _Story, sentence: Sentence, clause: Clause) -> Clause:
    """In a biography, the clause with the name of its hero, where it speaks of „the poet”."""
    topic = story.topics.get(story.hero.gender) if story.hero else None
    hero = story.hero
    if hero is None or topic is None or topic.person is not hero:
        return clause
    if any(is_nominative(unit) and unit.person is not hero for unit in sentence.units):
        return clause
    return with_trade_named(clause, hero, topic.named_in.span, story.offices)


def _is_another_named(sentence: Sentence, start: int, clause: Clause, person: Person) -> bool:
    """Whether between two verbs somebody else stands in the nominative: „zmarł, a jego następca, X, porzucił plany”."""
    end = clause.units[clause.verb].span.start
    between = (unit for unit in sentence.units if start < unit.span.start < end)
    return any(unit.person and unit.person.id != person.id and is_nominative(unit) for unit in between)


def _is_thing_named_before(sentence: Sentence, clause: Clause) -> bool:
    """Whether something with a relative clause to it is the subject: „X odszedł, a Tyr, który …, poddał się”."""
    before = [unit for unit in sentence.units if unit.span.start < clause.units[0].span.start]
    commas = [at for at, unit in enumerate(before) if unit.text == ","]
    if len(commas) < 2 or commas[-1] != len(before) - 1:
        return False
    relative = before[commas[-2] + 1 : commas[-1]]
    named = before[commas[-2] - 1] if commas[-2] > 1 else None
    joint = before[commas[-2] - 2].lower if commas[-2] > 1 else ""
    describes = any("który" in lemmas(unit.lower) for unit in relative[:2])
    return describes and joint in _JOINTS and named is not None and _may_be_a_name(named)


def _may_be_a_name(unit: Unit) -> bool:
    nominative = has(unit.text, NOUNS, "nom") or not readings(unit.text)
    return unit.kind == "word" and unit.text[0].isupper() and nominative


def _told_of(story: _Story, clause: Clause) -> Person | None:
    """The one whom an office may mean here: a biography's hero, else the one of whom the text surely tells."""
    verb = verb_reading(clause)
    topic = story.topics.get("f" if verb and "f" in verb.marks else "m")
    if topic is None or (topic.is_doubtful(clause.sentence.index) and topic.person is not story.hero):
        return None
    return topic.person


def _person_of(clause: Clause) -> Person | None:
    at = subject_of(clause).unit
    return clause.units[at].person if at is not None else None


def _with_subject(story: _Story, clause: Clause, before: Person | None) -> Clause:
    """The clause with the person named whom it tells of: the subject of the clause before, or the topic."""
    verb = verb_reading(clause)
    if verb is None or not lacks_a_subject(clause, verb) or _only_says_what_day_it_was(clause):
        return clause
    if _describes_before(clause):
        return clause
    topic = story.topics.get("f" if "f" in verb.marks else "m")
    if before and agrees(before, verb):
        named_in = topic.named_in if topic and topic.person is before else clause.sentence
        return with_subject_named(clause, before, named_in.span)
    if before or topic is None or not agrees(topic.person, verb):
        return clause
    if topic.is_doubtful(clause.sentence.index, verb.lemma) or _names_another_before(clause, topic.person):
        return clause
    topic.last = clause.sentence.index
    return with_subject_named(clause, topic.person, topic.named_in.span)


def _describes_before(clause: Clause) -> bool:
    """Whether a participle set off by a comma tells of whom it is: „w maju wezwany przed sejm, stanął …”."""
    before = clause.units[: clause.verb]
    described = any(unit.kind == "word" and has(unit.lower, _PARTICIPLES, "nom") for unit in before)
    return described and any(unit.text == "," for unit in before)


def _only_says_what_day_it_was(clause: Clause) -> bool:
    """Whether nobody is meant at all: „był już 21 lipca”."""
    said = [unit for unit in clause.units if unit.kind == "word"]
    predicate = any(
        has(unit.lower, ADJECTIVES | _PARTICIPLES, "nom") or has(unit.lower, NOUNS, "inst") for unit in said
    )
    return "być" in lemmas(clause.verb_form) and any(unit.date for unit in clause.units) and not predicate


def _names_another_before(clause: Clause, person: Person) -> bool:
    """Whether the sentence tells of somebody else of the same sex before the clause: „aresztowano X; zmarł …”.

    „Ożeniony z córką X, zmarł …” tells of nobody else.
    """
    before = [unit for unit in clause.sentence.units if unit.span.start < clause.units[0].span.start]
    told = any(unit.kind == "word" and is_finite(unit.lower) for unit in before)
    return any(
        _is_another(unit, person.gender, {person.id}) and (told or is_nominative(unit)) for unit in before
    )


def _with_object(story: _Story, clause: Clause) -> Clause:
    """The clause with its hero named instead of „go”, „mu”, „ją”, where somebody else acts on the hero."""
    topic = story.topics.get(story.hero.gender) if story.hero else None
    if topic is None or topic.person is not story.hero or topic.is_doubtful(clause.sentence.index):
        return _with_topic_as_object(story, clause)
    named = with_pronoun_named(clause, topic.person, topic.named_in.span)
    return with_owner_named(named, topic.person, topic.named_in.span)


def _with_topic_as_object(story: _Story, clause: Clause) -> Clause:
    """The clause with the one named whom the sentence before told of: „Koronowano go”."""
    gender = next((gender for gender in _BACK if _points_back(clause, gender)), None)
    topic = story.topics.get(gender) if gender else None
    index = clause.sentence.index
    if topic is None or topic.is_doubtful(index) or index - topic.last > 1 or _is_named_there(clause, topic):
        return clause
    return with_pronoun_named(clause, topic.person, topic.named_in.span)


def _is_named_there(clause: Clause, topic: _Topic) -> bool:
    """Whether the clause names somebody of that sex, who may be the one meant."""
    return any(unit.person and unit.person.gender == topic.person.gender for unit in clause.units)


def _go_on(story: _Story, said: Clause, named: Clause) -> None:
    """Note who or what the clause, as the text has it, made the subject of what may follow."""
    verb, person = verb_reading(named), _person_of(named)
    if verb is None or "sg" not in verb.marks or (person and is_told_by(said.sentence, person)):
        return
    if person is not None:
        _now_tells_of(story, said, named, person)
    elif verb.pos == "praet" and "n" not in verb.marks and subject_of(named).kind == "thing":
        _doubt_after_another(story, said, "f" if "f" in verb.marks else "m")


def _doubt_after_another(story: _Story, clause: Clause, gender: Gender) -> None:
    """What else was the subject may be what the next clause goes on with; not where it acted on the hero."""
    topic, verb = story.topics.get(gender), verb_reading(clause)
    if topic is None or verb is None:
        return
    acting = fitting_nouns(clause, verb)
    if topic.person is story.hero and any(_calls_the_hero(story, clause, unit) for unit in acting):
        return
    human = any(has(unit.lower, NOUNS, "nom", "sg", "m1") or is_a_woman(unit) for unit in acting)
    by_a_thing = not human and (topic.doubted is None or topic.by_a_thing)
    if topic.person is not story.hero:
        topic.doubted, topic.by_a_thing = _FOREVER, by_a_thing
    elif human or gender == "f" or not _points_back(clause, gender):
        topic.doubted, topic.by_a_thing = max(topic.doubted or 0, clause.sentence.index), by_a_thing


def _calls_the_hero(story: _Story, clause: Clause, noun: Unit) -> bool:
    """„Austriaczka została lekarką”; before others are named „Biskup zmarł” too: so a biography calls its hero."""
    if _points_back(clause, "m") or _points_back(clause, "f"):
        return False
    kin = lemmas(noun.lower) & lexicon.words("relatives")
    return is_a_national(noun) or (story.only_hero and not kin and has(noun.lower, NOUNS, "m1"))


def _now_tells_of(story: _Story, said: Clause, named: Clause, person: Person) -> None:
    topic = story.topics.get(person.gender)
    if topic and (topic.person is person or (topic.person is story.hero and person.id == story.alias)):
        topic.last, topic.doubted = said.sentence.index, None
        return
    if topic and topic.person is story.hero and tells_of_death(said):
        topic.doubted = max(topic.doubted or 0, said.sentence.index)
        return  # of one who has died the text does not go on to tell
    acts_on_another = person.gender in _BACK and _points_back(said, person.gender)
    if topic and topic.person is story.hero:
        topic.doubted = None if acts_on_another else _FOREVER
    elif acts_on_another or person.gender == "unknown" or named.named_in is not None:
        story.topics.pop(person.gender, None)
    else:
        story.begin_with(person, said.sentence)


def _points_back(clause: Clause, gender: Gender) -> bool:
    return any(unit.lower in _BACK[gender] for unit in clause.units)


def _note_others(story: _Story, sentence: Sentence, acting: set[str]) -> None:
    """Anybody else of the same sex in the sentence may be the next to act, except in a biography."""
    main = told_in_main_clauses(sentence)
    for gender, topic in list(story.topics.items()):
        others = [
            unit
            for unit in sentence.units
            if _is_another(unit, gender, acting | {topic.person.id})
            and not (unit.person and is_told_by(sentence, unit.person))
        ]
        if topic.person is story.hero:
            nominative = [
                unit
                for unit in others
                if is_nominative(unit) and not is_oblique_beside(sentence.units, sentence.units.index(unit))
            ]
            if not acting and nominative and any(unit in main for unit in others):
                topic.doubted = _FOREVER
        elif others:
            del story.topics[gender]


def _is_another(unit: Unit, gender: Gender, known: set[str]) -> bool:
    return unit.person is not None and unit.person.gender == gender and unit.person.id not in known

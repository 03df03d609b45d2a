"""What the text says: its clauses and dated events, with what the rules need to find fast."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from statistics import median

from quizapp.generate.carried_on import with_things_carried_on
from quizapp.generate.clauses import Clause, clauses_of
from quizapp.generate.dating import moment, says_year, with_sure_years, year_of
from quizapp.generate.facts.actors import Actor, actor_of, named_subject, who_act_together
from quizapp.generate.facts.chronicle import entries_of
from quizapp.generate.facts.chronology import Happening
from quizapp.generate.facts.companies import Company, company_of
from quizapp.generate.facts.delegations import Delegation, delegations_of
from quizapp.generate.facts.events import TRIFLE, Event, event_of, rough_event_of, tells_of_a_book
from quizapp.generate.facts.heroes import hero_of, hero_of_text, who_does_most
from quizapp.generate.facts.lives import (
    LifeDate,
    LifeEvent,
    life_dates_of,
    life_of_hero,
    tells_of_a_life,
    tells_of_birth,
)
from quizapp.generate.facts.oblique import Oblique, obliques_of
from quizapp.generate.facts.offices import Holding, Post, holdings_of, posts_of, reigns
from quizapp.generate.facts.passives import passive_clauses
from quizapp.generate.facts.places import Located, Place, located_of, places_of
from quizapp.generate.facts.relatives import relative_clauses_of_things
from quizapp.generate.facts.speech import Speech, speeches_of
from quizapp.generate.facts.stretches import Stretch, stretch_of
from quizapp.generate.facts.testimony import is_told_by
from quizapp.generate.facts.told_lives import is_first_name_alone, lives_in_heading, told_lives
from quizapp.generate.material import Sentence, read_sentences
from quizapp.generate.sense import Content, content
from quizapp.generate.theme import Theme, by_its_heading, is_definition, theme_by_title, theme_of
from quizapp.generate.topics import with_topics
from quizapp.text.annotations import Annotations, DateMention, Person
from quizapp.text.spans import Span

_STEM, _FEW, _FIRST = 3, 4, 2
_GENERATION = 30
_OF_AGE = 18
_YEARS = 3
_PAGE = 80
"""Sentences of a page: in a longer text the heading no longer says which „miasto” is meant."""
_DEFINED = 2
_SPAN = re.compile(r"(-?\d{4})(?:-\d\d)*/(-?\d{4})(?:-\d\d)*")
_NEAR = 40
"""How many dates or names on either side are looked at for distractors: keeps the work linear."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The clauses and events of a text.

    `dates_of_year` counts the dates by their year; `grown_up` is the year from which the first whose birth it tells
    may act; `existed` are the first and the last year of what or whom the text is about, where its heading or
    definition says them; `is_dated` is whether it says any year, `is_of_many_years` whether a quarter of its dates
    lie a generation from the middle one;
    `hero` is the one person whom the text is all about, None where it is about a thing; `date_of_its_year` says
    the one year of all its dates;
    `label` is said before a question that does not say it: the theme, else the heading.
    `subjects` and `companions` are the ids of those who act, alone or together; `unasked` are clauses with a date
    that give no event, and why, `trifles` the sentences that tell what no lesson teaches; on `dates_of_lives` persons
    were born or died, when nothing else can be thought to have happened.
    """

    annotations: Annotations
    sentences: tuple[Sentence, ...]
    clauses: tuple[Clause, ...]
    contents: tuple[Content, ...]
    events: tuple[Event, ...]
    rough_events: tuple[Event, ...]
    entries: tuple[Happening, ...]
    happenings: tuple[Happening, ...]
    actors: tuple[Actor, ...]
    subjects: frozenset[str]
    companions: frozenset[str]
    companies: tuple[Company, ...]
    located: tuple[Located, ...]
    obliques: tuple[Oblique, ...]
    places: tuple[Place, ...]
    holdings: tuple[Holding, ...]
    delegations: tuple[list[Delegation], ...]
    speeches: tuple[Speech, ...]
    unasked: tuple[tuple[Clause, str], ...]
    trifles: frozenset[int]
    mentions: tuple[tuple[int, Person], ...]
    stretches: tuple[Stretch, ...]
    lives: tuple[LifeDate, ...]
    dates_of_lives: frozenset[Span]
    heading: str
    theme: Theme | None
    label: Theme | None
    hero: Person | None
    is_of_many_years: bool
    grown_up: int | None
    existed: tuple[int, int] | None
    dates_of_year: Counter[int]
    is_dated: bool
    date_of_its_year: DateMention | None
    posts: tuple[Post, ...]
    seed: int

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that the offset lies in."""
        place = bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1
        if place < 0 or offset >= self.sentences[place].span.end:
            return None
        return self.sentences[place]

    def sentences_of(self, person: Person, most: int = _NEAR) -> list[Sentence]:
        """The first sentences that name the person, each once."""
        found = (self.sentence_at(mention.start) for mention in islice(person.mentions, most))
        return list({sentence.index: sentence for sentence in found if sentence}.values())

    def is_witness(self, person: Person) -> bool:
        """Whether the text names the person only as one who tells of it: „według Liwiusza”, „pisze Liwiusz”."""
        told = self.sentences_of(person)
        return bool(told) and all(is_told_by(sentence, person) for sentence in told)

    @property
    def is_of_a_thing(self) -> bool:
        """Whether the text says what it is about, and that is no person."""
        return self.theme is not None and not self.theme.is_person

    def label_of(self, stem: str) -> Theme | None:
        """What is said before the question; nothing where it names the hero of a text whose heading does not."""
        named = self.hero is not None and self.hero.name.split()[-1][:_STEM] in stem
        return None if self.theme is None and named else self.label

    def is_headed_by(self, year: int) -> bool:
        """Whether the heading says the year."""
        return re.search(rf"(?<!\d){year}(?!\d)", self.heading) is not None

    def apart_by_heading(self, events: Sequence[Happening]) -> tuple[list[Happening], list[Happening]]:
        """The events of a year that the heading says, and the others: among these it would tell which are those."""
        headed = [event for event in events if self.is_headed_by(abs(year_of(event.date) or 0))]
        return headed, [event for event in events if event not in headed]

    def says_enough_by_year(self, date: DateMention) -> bool:
        """Whether the year alone is worth asking: the text tells of several years, and is not headed by this one.

        Of a day nothing else may be dated to the year; of a month, which nobody learns, not more than half of all.
        In a life nobody learns the day.
        """
        year = year_of(date)
        if year is None or len(self.dates_of_year) < _YEARS or self.is_headed_by(abs(year)):
            return False
        if self.theme is not None and self.theme.is_person:
            return True
        if date.precision == "month":
            return self.dates_of_year[year] * 2 <= self.dates_of_year.total()
        return self.dates_of_year[year] == 1

    def says_when(self, date: DateMention) -> bool:
        """Whether the year of the date is told, or the text tells none: beside others a bare day is half a date."""
        return says_year(date) or not self.is_dated

    def acts(self, person: Person) -> bool:
        """Whether the text tells what the person did, or names the person twice: more than a name in a list."""
        return self.is_told_of(person) or person.id in self.subjects

    def is_told_of(self, person: Person) -> bool:
        """Whether the text names the person twice, or among those who act together, as delegates do."""
        return len(person.mentions) > 1 or person.id in self.companions

    def years_of(self, person: Person) -> list[int]:
        """The years near the places that name the person."""
        found = (self.year_near(sentence) for sentence in self.sentences_of(person, _FEW))
        return [year for year in found if year is not None]

    def year_near(self, sentence: Sentence) -> int | None:
        """The year that the sentence tells of, by its own date or the nearest one before or after."""
        for date in self.dates_near(sentence.span):
            at = moment(date)
            if at is not None and at.year is not None:
                return at.year
        return None

    def proof(self, said: tuple[Span, ...], *people: Person) -> tuple[Span, ...]:
        """What was said, and the sentences with the full names of the persons where that lacks them."""
        spans = list(said)
        for person in people:
            if not any(_names_fully(span.text, person) for span in said):
                spans += [
                    other.span for other in self.sentences_of(person) if _names_fully(other.span.text, person)
                ][:1]
        return tuple(dict.fromkeys(spans))

    def holdings_near(self, holding: Holding) -> list[Holding]:
        """The offices around the place of one, nearest first."""
        place = holding.role.span.start
        at = bisect_left(self.holdings, place, key=lambda other: other.role.span.start)
        near = self.holdings[max(0, at - _NEAR) : at + _NEAR]
        return sorted(near, key=lambda other: abs(other.role.span.start - place))

    def posts_near(self, sentence: Sentence) -> tuple[Post, ...]:
        """The words for offices, outside the offices of named persons, in the sentences around."""
        start = bisect_left(self.posts, sentence.index - _NEAR, key=lambda post: post.sentence)
        end = bisect_left(self.posts, sentence.index + _NEAR, key=lambda post: post.sentence)
        return self.posts[start:end]

    def dates_near(self, span: Span) -> list[DateMention]:
        """The dates around a place of the text, nearest first."""
        dates = self.annotations.dates
        at = bisect_left(dates, span.start, key=lambda date: date.span.start)
        near = dates[max(0, at - _NEAR) : at + _NEAR]
        return sorted(near, key=lambda date: abs(date.span.start - span.start))

    def people_near(self, span: Span) -> list[Person]:
        """The persons named around a place of the text, nearest first."""
        at = bisect_left(self.mentions, span.start, key=lambda mention: mention[0])
        near = self.mentions[max(0, at - _NEAR) : at + _NEAR]
        ordered = sorted(near, key=lambda mention: abs(mention[0] - span.start))
        return list({person.id: person for _, person in ordered}.values())


def gather(annotations: Annotations, seed: int = 0, title: str = "") -> Facts:
    """Read the facts out of an annotated text; the time is linear in its length."""
    annotations = with_sure_years(annotations)
    heading = _heading(annotations.text)
    sentences = read_sentences(annotations)
    headed = _span_of_heading(annotations.text, heading)
    theme = theme_of(sentences, headed) or theme_by_title(title, annotations)
    label = theme or by_its_heading(headed)
    nouns = theme.nouns if theme and not theme.is_person else frozenset()
    is_headed = label is not None and len(sentences) <= _PAGE
    sentences = tuple(replace(sentence, theme=nouns, is_headed=is_headed) for sentence in sentences)
    body = [one for one in sentences if headed is None or one.span.start >= headed.end]
    read = [clause for sentence in body for clause in with_things_carried_on(clauses_of(sentence))]
    told = [*with_topics(sentences, read), *_told_by_the_way(sentences)]
    clauses = tuple(clause for clause in told if not clause.complement)
    places = [list(places_of(sentence)) for sentence in sentences]
    may_be_a_life = theme is None or theme.is_person
    worth_dating = [clause for clause in told if may_be_a_life or not tells_of_a_book(clause.units)]
    plain = [clause for clause in worth_dating if not clause.complement]
    dated = [(clause, event_of(clause)) for clause in worth_dating]
    events = tuple(event for _, event in dated if isinstance(event, Event))
    entries = tuple(entries_of(sentences))
    actors = tuple(actor for actor in map(actor_of, told) if isinstance(actor, Actor))
    hero = (hero_of_text(annotations, sentences, heading) or who_does_most(actors)) if may_be_a_life else None
    lives = tuple(life_dates_of(annotations, sentences))
    rough_events = tuple(filter(None, map(rough_event_of, plain)))
    if hero:
        lives += tuple(life_of_hero(hero, annotations, sentences))
        known = {life.kind for life in lives if life.person is hero} | set(
            _told_by_events((*events, *rough_events), hero)
        )
        lives += tuple(_lives_left_untold(hero, known, theme, sentences))
    clear = (Happening.of(event) for event in events if event.is_clear_without_heading)
    happenings = sorted([*clear, *entries], key=lambda told: told.date.span.start)
    return Facts(
        annotations,
        sentences,
        clauses,
        contents=tuple(content(sentence.units) for sentence in sentences),
        actors=actors,
        companions=frozenset(person.id for clause in told for person in who_act_together(clause)),
        subjects=frozenset(found.person.id for found in map(named_subject, told) if found),
        events=events,
        entries=entries,
        happenings=tuple(happenings),
        rough_events=rough_events,
        companies=tuple(filter(None, map(company_of, clauses))),
        located=tuple(filter(None, (located_of(clause, places[clause.sentence.index]) for clause in plain))),
        obliques=tuple(oblique for clause in clauses for oblique in obliques_of(clause)),
        places=tuple(place for found in places for place in found),
        holdings=tuple(holdings_of(sentences)),
        delegations=tuple(filter(None, map(delegations_of, sentences))),
        speeches=tuple(speeches_of(annotations, sentences, hero)),
        unasked=tuple((clause, why) for clause, why in dated if isinstance(why, str) and why),
        trifles=frozenset(clause.sentence.index for clause, why in dated if why == TRIFLE),
        stretches=tuple(filter(None, map(stretch_of, clauses))),
        lives=lives,
        dates_of_lives=frozenset(
            (
                *(event.date.span for event in events if tells_of_a_life(event.clause)),
                *(life.date.span for life in lives),
            )
        ),
        heading=heading,
        theme=theme,
        label=label,
        date_of_its_year=_date_of_its_year(annotations),
        is_of_many_years=_is_of_many_years(annotations),
        grown_up=_grown_up(events, lives),
        existed=_existed(annotations, sentences),
        dates_of_year=Counter(year for year in map(year_of, annotations.dates) if year is not None),
        is_dated=any(map(says_year, annotations.dates)),
        hero=hero,
        posts=tuple(post for sentence in sentences for post in posts_of(sentence)),
        mentions=tuple(sorted(_mentions(annotations), key=lambda pair: (pair[0], pair[1].id))),
        seed=seed,
    )


def _lives_left_untold(
    hero: Person, known: Set[LifeEvent], theme: Theme | None, sentences: Sequence[Sentence]
) -> Iterator[LifeDate]:
    """The birth and the death of the one whom the text is a biography of, where nothing else tells them."""
    presented = [one for one in map(hero_of, sentences[:_FIRST]) if one is not None]
    headed = theme is not None and theme.is_person and hero.name in theme.name
    unknown = is_first_name_alone(hero) and not reigns(hero)
    if not sentences or unknown or not (headed or presented[:1] == [hero]):
        return
    found = {
        life.kind: life for life in (*told_lives(hero, sentences), *lives_in_heading(hero, sentences[0]))
    }
    yield from (life for kind, life in found.items() if kind not in known)


def _told_by_events(events: Sequence[Event], hero: Person) -> Iterator[LifeEvent]:
    """What clauses tell of the birth and the death of the hero, where his name alone says who he is."""
    if is_first_name_alone(hero):
        return
    for event in events:
        actor = named_subject(event.clause) if tells_of_a_life(event.clause) else None
        if actor and actor.person is hero and "year" not in event.date.inferred:
            yield "birth" if tells_of_birth(event.clause) else "death"


def _told_by_the_way(sentences: tuple[Sentence, ...]) -> Iterator[Clause]:
    """The clauses that relative pronouns and participles tell."""
    for sentence in sentences:
        yield from relative_clauses_of_things(sentence)
        yield from passive_clauses(sentence)


def _heading(text: str) -> str:
    """The first line of the text where it is no sentence; else ""."""
    first = text.lstrip().partition("\n")[0].rstrip()
    return "" if first.endswith((".", "!", "?", "”", "…")) else first


def _span_of_heading(text: str, heading: str) -> Span | None:
    start = text.find(heading)
    return Span.of(text, start, start + len(heading)) if heading else None


def _date_of_its_year(annotations: Annotations) -> DateMention | None:
    """The date that says the year of a text all of whose dates are of one year."""
    years = {year_of(date) for date in annotations.dates}
    said = [date for date in annotations.dates if "year" not in date.inferred]
    return said[0] if said and len(years) == 1 and None not in years else None


def _grown_up(events: Sequence[Event], lives: Sequence[LifeDate]) -> int | None:
    births = [life.date for life in lives if life.kind == "birth"]
    births += [event.date for event in events if tells_of_birth(event.clause)]
    year = year_of(min(births, key=lambda date: date.span.start)) if births else None
    return year + _OF_AGE if year is not None else None


def _existed(annotations: Annotations, sentences: tuple[Sentence, ...]) -> tuple[int, int] | None:
    """„Liga Narodów – organizacja działająca w latach 1920–1946”, „Jan Nowak (1901–1980)”."""
    defined = list(takewhile(is_definition, sentences[:_DEFINED]))
    end = defined[-1].span.end if defined else 0
    spans = (_SPAN.fullmatch(date.edtf) for date in annotations.dates if date.span.end <= end)
    return next(((int(found[1]), int(found[2])) for found in spans if found), None)


def _is_of_many_years(annotations: Annotations) -> bool:
    years = [year for year in map(year_of, annotations.dates) if year is not None]
    if not years:
        return False
    middle = median(years)
    return 4 * sum(abs(year - middle) > _GENERATION for year in years) > len(years)


def _names_fully(words: str, person: Person) -> bool:
    """Whether the words hold something like every word of the name, in any case."""
    said = {word[:_STEM].casefold() for word in re.findall(r"[^\W\d_]+", words)}
    return all(word[:_STEM].casefold() in said for word in re.findall(r"[^\W\d_]+", person.name))


def _mentions(annotations: Annotations) -> Iterator[tuple[int, Person]]:
    for person in annotations.persons:
        for mention in person.mentions:
            yield mention.start, person

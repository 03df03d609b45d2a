"""Wrong options: of the kind of the key, from the text, and false by the text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from itertools import islice

from quizapp.generate.dating import BEFORE_CHRIST, moment, shown_moment, worded, year_of
from quizapp.generate.facts.chronology import SAME_TIMES
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.likeness import are_alike, are_of_one_time
from quizapp.generate.material import Sentence
from quizapp.generate.sense import Content, alike, shares_words
from quizapp.generate.strangers import people_of_another_time, was_another_time
from quizapp.generate.wording import quoted
from quizapp.items.item import Option
from quizapp.text.annotations import DateMention, Person

TWINS = 2
_FAR = 5
_YEARS_OF_DAYS = 8
"""A day many years off is told from the others by who lived then."""

ENOUGH = 2
"""Two good distractors beat three of which one is weak."""


def other_dates(
    facts: Facts, key: DateMention, asked: Content, sentence: Sentence, enough: int = ENOUGH
) -> list[DateMention]:
    """Dates of the text, worded like the key, on which by the text something else happened."""
    shown = [shown_moment(key, key)]
    kept: list[DateMention] = []
    for date in sorted(facts.dates_near(key.span), key=lambda date: _distance(date, key)):
        if len(kept) == enough:
            break
        at, where = shown_moment(date, key), facts.sentence_at(date.span.start)
        if at is None or where is None or where.index == sentence.index or not _fits(date, key):
            continue
        if (
            date.span in facts.dates_of_lives
            or _is_in_the_heading(facts, date, key)
            or _is_aside(date, where)
            or _is_of_a_child(facts, date, key)
            or _is_beyond_its_theme(facts, date, key)
            or _is_before_or_after_a_ruler(facts, date, key, sentence)
            or (_is_given_away(facts, key) and _distance(date, key)[0])
        ):
            continue
        if _distance(date, key)[0] > (SAME_TIMES if key.precision == "year" else _YEARS_OF_DAYS):
            break
        if any(are_twins(date, other) for other in kept):
            continue
        if alike(asked, facts.contents[where.index]) or any(at.meets(other) for other in shown if other):
            continue
        shown.append(at)
        kept.append(date)
    return kept if len(kept) == enough and not _stands_out(key, kept) else []


def _stands_out(key: DateMention, others: list[DateMention]) -> bool:
    """Whether the key is the only day of its year beside days of one other year, or a year far from near ones."""
    years = [year_of(date) for date in others]
    known = [year for year in years if year is not None]
    at = year_of(key)
    if (
        at is not None
        and len(known) > 1
        and min(abs(at - year) for year in known) > _FAR * (1 + max(known) - min(known))
    ):
        return True
    return key.precision != "year" and len(years) > 1 and len(set(years)) == 1 and year_of(key) != years[0]


def _is_of_a_child(facts: Facts, date: DateMention, key: DateMention) -> bool:
    """Whether the date lies before anybody told of was grown up, but the key does not."""
    mine, keys = year_of(date), year_of(key)
    if facts.grown_up is None or mine is None or keys is None or not (facts.theme and facts.theme.is_person):
        return False
    return mine < facts.grown_up <= keys


def _is_beyond_its_theme(facts: Facts, date: DateMention, key: DateMention) -> bool:
    """Whether the body or person that the text is about was not yet, or no more, but at the key was."""
    mine, keys = year_of(date), year_of(key)
    if facts.existed is None or mine is None or keys is None:
        return False
    first, last = facts.existed
    return first <= keys <= last and not first <= mine <= last


def _is_before_or_after_a_ruler(
    facts: Facts, date: DateMention, key: DateMention, sentence: Sentence
) -> bool:
    """Whether somebody whom the sentence names did not reign or live then, as schoolbooks know."""
    year, keys = year_of(date), year_of(key)
    if year is None or keys is None or year == keys:
        return False
    people = {unit.person.id: unit.person for unit in sentence.units if unit.person}
    return any(was_another_time(one.name, (*facts.years_of(one), keys), year) for one in people.values())


def _is_aside(date: DateMention, sentence: Sentence) -> bool:
    """Whether the date stands in brackets, as those of lives and reigns do."""
    asides = (unit.span for unit in sentence.units if unit.kind == "aside")
    return any(aside.start <= date.span.start < aside.end for aside in asides)


def _is_given_away(facts: Facts, key: DateMention) -> bool:
    """Whether the heading of the text says the year already."""
    year = year_of(key)
    return year is not None and facts.is_headed_by(year)


def _is_in_the_heading(facts: Facts, date: DateMention, key: DateMention) -> bool:
    """Whether the heading says the date, told as precisely as the key."""
    return _is_given_away(facts, date) if key.precision == "year" else worded(date, key) in facts.heading


def are_twins(one: DateMention, other: DateMention) -> bool:
    """Days so near each other that, side by side, they make the third option stand out."""
    mine, others = moment(one), moment(other)
    if mine is None or others is None or not (mine.day and others.day):
        return False
    return (mine.year, mine.month) == (others.year, others.month) and abs(mine.day - others.day) <= TWINS


def _fits(date: DateMention, key: DateMention) -> bool:
    """Whether the date can be worded like the key: as precise, with a year if the key says one."""
    if key.precision == "year":
        return date.precision in ("day", "month", "year") and says_known_year(date)
    return date.precision == key.precision and (says_known_year(date) or not says_known_year(key))


def says_known_year(date: DateMention) -> bool:
    """Whether the year of the date is known, said or not."""
    at = moment(date)
    return at is not None and at.year is not None


def _distance(date: DateMention, key: DateMention) -> tuple[int, int]:
    mine, keys = moment(date), moment(key)
    years = abs((mine.year or 0) - (keys.year or 0)) if mine and keys else 10_000
    return years, abs(date.span.start - key.span.start)


def date_options(
    facts: Facts, key: DateMention, others: list[DateMention], because: str
) -> tuple[Option, ...]:
    """The key among other dates, in the order of time."""
    right = (shown_moment(key, key), Option(worded(key, key), True, why=because))
    wrong = [
        (shown_moment(date, key), Option(worded(date, key), False, why=_why_other_date(facts, date)))
        for date in others
    ]
    ordered = sorted([right, *wrong], key=lambda pair: pair[0].order if pair[0] else (0, 0, 0))
    return _with_eras([option for _, option in ordered])


def _with_eras(options: list[Option]) -> tuple[Option, ...]:
    """The options; beside years before Christ those after say so too: „9 n.e.”."""
    if not any(BEFORE_CHRIST in option.text for option in options):
        return tuple(options)
    return tuple(
        option if BEFORE_CHRIST in option.text else replace(option, text=f"{option.text} n.e.")
        for option in options
    )


def _why_other_date(facts: Facts, date: DateMention) -> str:
    sentence = facts.sentence_at(date.span.start)
    said = quoted(sentence.span.text) if sentence else ""
    return f"Tekst łączy tę datę z czymś innym: {said}"


def other_people(
    facts: Facts,
    key: Person,
    asked: Content,
    sentence: Sentence,
    barred: Collection[str] = (),
    fits: Callable[[Person, Person], bool] = are_alike,
    enough: int = ENOUGH,
) -> list[Person]:
    """Persons of the text of whom it does not say what is asked, and who by `fits` could be taken for the key."""
    out = sentence.people | set(barred) | {key.id}
    year = facts.year_near(sentence)
    times = facts.years_of(key) if year is None else [year]
    found = (
        person
        for person in facts.people_near(sentence.span)
        if person.id not in out
        and person.gender == key.gender
        and person.name[0].isupper()
        and not facts.is_witness(person)
        and fits(person, key)
        and are_of_one_time(facts.years_of(person), times)
        and not _share_a_name(person, key)
        and not _may_have_done_it(facts, person, asked)
    )
    return _of_different_names(found, enough)


def _of_different_names(people: Iterator[Person], enough: int) -> list[Person]:
    kept: list[Person] = []
    for person in people:
        if not any(_share_a_name(person, other) for other in kept):
            kept.append(person)
        if len(kept) == enough:
            return kept
    return []


def _share_a_name(one: Person, other: Person) -> bool:
    return bool({*_name_words(one)} & {*_name_words(other)})


def _name_words(person: Person) -> list[str]:
    return [word for word in person.name.replace("-", " ").split() if word[:1].isupper() and len(word) > 2]


def _may_have_done_it(facts: Facts, person: Person, asked: Content) -> bool:
    return any(shares_words(asked, facts.contents[sentence.index]) for sentence in facts.sentences_of(person))


def person_options(facts: Facts, key: Person, others: list[Person], because: str) -> tuple[Option, ...]:
    """The key among other persons, in the order of the alphabet."""
    right = Option(key.name, True, why=because)
    wrong = [Option(person.name, False, why=why_other_person(facts, person)) for person in others]
    return tuple(sorted([right, *wrong], key=lambda option: option.text))


def stranger_options(facts: Facts, key: Person, sentence: Sentence, because: str) -> tuple[Option, ...]:
    """The key among known persons of another time whom the text does not name; () without enough, or a year."""
    year = None if key is facts.hero else facts.year_near(sentence)
    text = facts.annotations.text
    others = people_of_another_time(key, year, text, ENOUGH) if year is not None else []
    right = [Option(key.name, True, why=because)] if others else []
    wrong = [
        Option(other.name, False, why="Tej osoby tekst nie wymienia; działała w innym czasie.")
        for other in others
    ]
    return tuple(sorted([*right, *wrong], key=lambda option: option.text))


def why_other_person(facts: Facts, person: Person) -> str:
    """Why a person of the text is the wrong answer: what the text says of that person instead."""
    role = next((role.nominative for role in person.roles if role.nominative), "")
    if role:
        return f"{person.name} to w tekście {role}."
    sentence = next(islice(facts.sentences_of(person), 1), None)
    said = quoted(sentence.span.text) if sentence else ""
    return f"O tej osobie tekst mówi co innego: {said}"

"""`Kiedy …?`, `Którego dnia …?`, `W którym roku …?`: the date of an event, among others of the text or typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.dating import says_year
from quizapp.generate.distractors import date_options, other_dates
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.actors import named_subject
from quizapp.generate.facts.events import Event
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.lives import tells_of_a_life
from quizapp.generate.facts.offices import reigns
from quizapp.generate.facts.told_lives import is_first_name_alone
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.generate.words import lemmas
from quizapp.generate.years import asked_by
from quizapp.items.item import Item

_FEW = 3
_FALLING = frozenset({"zginąć", "polec"})


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each dated event; a month without a year is only chosen, never typed."""
    for event in facts.events:
        if tells_of_a_life(event.clause) and (
            "year" in event.date.inferred or not _is_of_somebody_known(facts, event)
        ):
            continue
        item = _item(facts, event)
        if facts.says_when(event.date) and (
            item.options or event.date.precision != "month" or says_year(event.date)
        ):
            yield Draft(item, f"when:{event.date.span.start}", _worth(event))


def _item(facts: Facts, event: Event) -> Item:
    sentence = event.clause.sentence
    words = event.words
    stem = f"{_question(event)} {words}?"
    feedback = sentence_feedback(sentence.span.text)
    others = other_dates(facts, event.date, event.content, sentence)
    of_a_life = tells_of_a_life(event.clause)
    if not others or of_a_life:  # no day on which somebody acted can be of birth or death
        question, answers = asked_by(event.date, year=of_a_life or facts.says_enough_by_year(event.date))
        return Item("date", "date", f"{question} {words}?", (), answers, event.evidence, feedback)
    because = f"Tak mówi tekst: {quoted(sentence.span.text)}"
    options = date_options(facts, event.date, others, because)
    return chosen("single", "date", stem, options, event.evidence, feedback)


def _is_of_somebody_known(facts: Facts, event: Event) -> bool:
    """Whether the one who was born or died is the hero or reigned, or fell with an office; or the text is short."""
    actor = named_subject(event.clause)
    if actor is None:
        return False
    person, first_name = actor.person, is_first_name_alone(actor.person)
    if person is facts.hero or len(facts.sentences) <= _FEW:
        return not first_name
    fell = bool(lemmas(event.clause.verb_form) & _FALLING) and bool(person.roles)
    return reigns(person) or (fell and not first_name)


def _question(event: Event) -> str:
    return "W którym roku" if event.date.precision == "year" else "Kiedy"


def _worth(event: Event) -> float:
    if tells_of_a_life(event.clause):
        return 0.95
    return 0.8

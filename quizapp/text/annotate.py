"""Reading a text: everything that is marked in it, at the places where it stands in the text as given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quizapp.text.annotations import Annotations, DateMention, Person, Quotation
from quizapp.text.dates.mentions import find_dates
from quizapp.text.persons import find_persons
from quizapp.text.plain_text import plain_text
from quizapp.text.quotations import find_quotations
from quizapp.text.sentences import find_sentences
from quizapp.text.spans import Span

_Relocate = Callable[[Span], Span]


def annotate(text: str) -> Annotations:
    """The sentences, dates, persons with offices, and quotations of a text; () of each for an empty one.

    No text is refused. The spans are verbatim in the text as given, however it is encoded in Unicode: it
    is read in its composed form, without what is invisible.
    """
    plain = plain_text(text)
    sentences = find_sentences(plain.text)
    dates = find_dates(plain.text, sentences)
    persons = find_persons(plain.text, sentences)
    quotations = find_quotations(plain.text, sentences, persons)
    return Annotations(
        text=text,
        sentences=tuple(map(plain.as_given, sentences)),
        dates=tuple(_moved_date(date, plain.as_given) for date in dates),
        persons=tuple(_moved_person(person, plain.as_given) for person in persons),
        quotations=tuple(_moved_quotation(quotation, plain.as_given) for quotation in quotations),
    )


def _moved_date(date: DateMention, relocate: _Relocate) -> DateMention:
    source = relocate(date.inferred_from) if date.inferred_from else None
    return replace(date, span=relocate(date.span), inferred_from=source)


def _moved_person(person: Person, relocate: _Relocate) -> Person:
    roles = tuple(replace(role, span=relocate(role.span)) for role in person.roles)
    return replace(person, mentions=tuple(map(relocate, person.mentions)), roles=roles)


def _moved_quotation(quotation: Quotation, relocate: _Relocate) -> Quotation:
    cue = relocate(quotation.cue) if quotation.cue else None
    return replace(quotation, span=relocate(quotation.span), cue=cue)

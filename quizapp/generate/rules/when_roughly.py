"""`Od którego roku …?`, `Około którego roku …?`: a time that is only a bound, a season or about a year; typed.

Centuries and decades are not asked: what happened in one went on in others (docs/figures.md).
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.dating import said_year, says_year, typed_answers
from quizapp.generate.draft import Draft
from quizapp.generate.facts.dated import DatePhrase, is_season
from quizapp.generate.facts.events import Event
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.subjects import subject_of
from quizapp.generate.wording import sentence_feedback
from quizapp.generate.words import lemmas
from quizapp.items.item import Item
from quizapp.text.annotations import DateMention

_BOUNDS = {
    ("from", "year"): "Od którego roku",
    ("from", "day"): "Od którego dnia",
    ("from", "month"): "Od którego roku",
    ("until", "year"): "Do którego roku",
    ("until", "day"): "Do którego dnia",
    ("until", "month"): "Do którego roku",
}
_OWNERS = frozenset({"właściciel", "właścicielka", "współwłaściciel"})
_GETTING_THROUGH = frozenset(
    {
        "przesiedzieć",
        "przeleżeć",
        "przespać",
        "przemieszkać",
        "przepracować",
        "przesłużyć",
        "przeczekać",
        "przeżyć",
    }
)
_LASTING = frozenset({"przetrwać"})
"""Of a thing „Do którego roku …?” can be asked of it, of a person not."""
_WINTER = "-24"


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each event that the text dates so."""
    for event in facts.rough_events:
        if _is_ownership(event) or _is_got_through(event) or not says_year(event.date):
            continue
        question, answers = _asked(event)
        if question:
            yield Draft(_item(event, question, answers), f"when:{event.date.span.start}", 0.68)


def _is_ownership(event: Event) -> bool:
    """Whether it only says since when somebody owned something, which is worth no question."""
    return any(lemmas(unit.lower) & _OWNERS for unit in event.units if unit.kind == "word")


def _is_got_through(event: Event) -> bool:
    """„(do 1227 roku) przesiedział w wieży”: the verb means a whole stretch, and wants no „Do którego roku”."""
    verb = lemmas(event.clause.verb_form)
    lasted = bool(verb & _LASTING) and subject_of(event.clause).kind == "person"
    return lasted or bool(verb & _GETTING_THROUGH)


def _asked(event: Event) -> tuple[str, tuple[str, ...]]:
    """What asks for the time, and the answers; nothing for a century, a decade or the half of one."""
    phrase, date = event.phrase, event.date
    if phrase.relation in ("from", "until"):
        said = (_said(event, phrase), *typed_answers(date))
        year = (_year(date),) if date.precision == "month" else ()
        return _BOUNDS.get((phrase.relation, date.precision), ""), (*year, *said)
    if date.precision == "year" and date.edtf.endswith("~"):
        return "Około którego roku", (_said(event, phrase), f"około {_year(date)}", _year(date))
    if date.edtf.endswith(_WINTER):  # which lies in two years
        return "", ()
    if is_season(date):  # a season without its year may be of the one after that said last
        said = (_year(date), _said(event, phrase))
        return ("", ()) if "year" in date.inferred else ("W którym roku", said)
    return ("Kiedy" if date.precision == "day" else ""), (_said(event, phrase),)


def _year(date: DateMention) -> str:
    return said_year(int(date.edtf[: 5 if date.edtf.startswith("-") else 4]))


def _said(event: Event, phrase: DatePhrase) -> str:
    words = " ".join(unit.text for unit in event.clause.units[phrase.start : phrase.end])
    if "year" in event.date.inferred and phrase.relation in ("from", "until"):
        words += f" {_year(event.date)} roku"  # „od maja” of which year
    return words[0].lower() + words[1:]


def _item(event: Event, question: str, answers: tuple[str, ...]) -> Item:
    stem = f"{question} {event.words}?"
    feedback = sentence_feedback(event.clause.sentence.span.text)
    return Item("date", "date", stem, (), tuple(dict.fromkeys(answers)), event.evidence, feedback)

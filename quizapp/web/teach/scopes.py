"""Which publications of a quiz a page of results is about, and which attempts at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request
from flask_babel import gettext

from quizapp.analysis.tally import Tally
from quizapp.store.quizzes import Publication, PublishedItem, Quiz
from quizapp.store.tallies import publications_by_form, tally, with_items
from quizapp.web.languages import say_moment


@dataclass(frozen=True, slots=True)
class Scope:
    """Publications that ask the same questions; `choices` are the other sets that could be looked at."""

    quiz: Quiz
    publications: Sequence[Publication]
    choices: Sequence[tuple[str, str]]
    only_first: bool

    @property
    def value(self) -> str:
        """The set as it is named in the address."""
        return _named(self.publications)

    @property
    def entries(self) -> Sequence[PublishedItem]:
        """The questions; nothing without a publication."""
        return self.publications[0].entries if self.publications else ()

    @property
    def query(self) -> dict[str, str]:
        """The address of the same scope on another page; what is usual is left out."""
        is_usual = not self.choices or self.value == self.choices[0][0]
        chosen = {} if is_usual else {"of": self.value}
        return chosen if self.only_first else {**chosen, "attempts": "all"}

    def tally(self) -> Tally:
        """The counts of the attempts."""
        return tally(self.publications, only_first=self.only_first)


def scope_of(quiz: Quiz) -> Scope:
    """What the address asks for, else all publications that ask the questions as they are now."""
    forms = publications_by_form(quiz.publications)
    sets = [
        one for form in forms for one in ([form, *([each] for each in form)] if len(form) > 1 else [form])
    ]
    asked = request.args.get("of", "")
    chosen = next((one for one in sets if _named(one) == asked), sets[0] if sets else [])
    if chosen:
        with_items(chosen[0])
    choices = [(_named(one), _label(one)) for one in sets]
    return Scope(quiz, chosen, choices, only_first=request.args.get("attempts") != "all")


def _named(publications: Sequence[Publication]) -> str:
    return "-".join(str(one.number) for one in publications)


def _label(publications: Sequence[Publication]) -> str:
    if len(publications) == 1:
        one = publications[0]
        return gettext("opened %(moment)s", moment=say_moment(one.opened_at))
    return gettext("all %(count)s openings with the same questions", count=len(publications))

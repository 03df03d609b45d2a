"""From which percent on which school grade is given."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext
from wtforms import StringField

from quizapp.analysis.grades import USUAL_SCALE, Scale, is_scale
from quizapp.store import scales as store
from quizapp.store.quizzes import Quiz
from quizapp.web.access import account, taught_quiz
from quizapp.web.forms import PlainForm, clean_line
from quizapp.web.teach import blueprint


class ScaleForm(PlainForm):
    """The five percents from which on the grades 2 to 6 are given."""

    percents = StringField(
        lazy_gettext("From how many percent: 2, 3, 4, 5, 6"),
        description=lazy_gettext(
            "Five whole numbers that rise, from 1 to 100; below the first the grade is 1."
        ),
        filters=[lambda typed: clean_line(typed)],
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )

    @property
    def scale(self) -> Scale | None:
        """What was typed; None with an error where it is no scale."""
        if not self.validate_on_submit():
            return None
        parts = self.percents.data.replace(",", " ").replace(";", " ").replace("%", " ").split()
        numbers = tuple(int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < 4)
        if len(numbers) != len(parts) or not is_scale(numbers):
            self.percents.errors = [
                gettext("Five whole numbers from 1 to 100, each greater than the one before: 30 50 70 85 95.")
            ]
            return None
        two, three, four, five, six = numbers
        return two, three, four, five, six


@blueprint.get("/grades")
def grades() -> ResponseReturnValue:
    return _page(None, ScaleForm(percents=_typed(store.scale_of(account()))))


@blueprint.post("/grades")
def set_grades() -> ResponseReturnValue:
    form = ScaleForm()
    scale = form.scale
    if scale is None:
        return _page(None, form, 422)
    store.set_scale(account(), scale)
    flash(gettext("Saved."))
    return redirect(url_for("teach.grades"), 303)


@blueprint.get("/quizzes/<quiz>/grades")
def quiz_grades(quiz: str) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    return _page(known, ScaleForm(percents=_typed(store.scale_for(known, account()))))


@blueprint.post("/quizzes/<quiz>/grades")
def set_quiz_grades(quiz: str) -> ResponseReturnValue:
    known, form = taught_quiz(quiz), ScaleForm()
    is_usual = "usual" in request.form
    scale = None if is_usual else form.scale
    if scale is None and not (is_usual and form.validate_on_submit()):
        return _page(known, form, 422)
    store.set_scale_of_quiz(known, scale)
    flash(gettext("Saved."))
    return redirect(url_for("teach.results", quiz=known.public_id), 303)


def _page(quiz: Quiz | None, form: ScaleForm, status: int = 200) -> ResponseReturnValue:
    has_own = quiz is not None and store.own_scale(quiz) is not None
    page = render_template(
        "teach/grades.html", quiz=quiz, form=form, has_own=has_own, usual=_typed(USUAL_SCALE)
    )
    return page, status


def _typed(scale: Scale) -> str:
    return " ".join(str(percent) for percent in scale)

"""What is wrong with a question, told by whoever has seen its key."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import reports
from quizapp.web.access import own_attempt
from quizapp.web.clock import now
from quizapp.web.learn import blueprint
from quizapp.web.learn.forms import ReportForm
from quizapp.web.learn.pages import QuestionPage
from quizapp.web.learn.taking import question_page
from quizapp.web.limits import REPORT, limited
from quizapp.web.words import REASON_WORDS, spoken


@blueprint.get("/a/<attempt>/<int:position>/report")
def report(attempt: str, position: int) -> ResponseReturnValue:
    page = _explained(attempt, position)
    return _show(page, ReportForm(obj=reports.open_report(page.attempt, position)))


@blueprint.post("/a/<attempt>/<int:position>/report")
@limited(REPORT)
def send_report(attempt: str, position: int) -> ResponseReturnValue:
    page, form = _explained(attempt, position), ReportForm()
    if not form.validate_on_submit():
        return _show(page, form, 422)
    reports.report(page.attempt, position, page.version, form.reason.data, form.words.data, now())
    flash(gettext("Thank you: your teacher will see it."))
    return redirect(_back(page), 303)


def _explained(attempt: str, position: int) -> QuestionPage:
    """A question whose key the learner has seen; 404 for one that is still to be answered."""
    page = question_page(own_attempt(attempt), position)
    is_seen = page.explains_at_once and position in page.attempt.answered
    return page if is_seen or page.attempt.is_explained else abort(404)


def _show(page: QuestionPage, form: ReportForm, status: int = 200) -> ResponseReturnValue:
    words = spoken(REASON_WORDS)
    return render_template("learn/report.html", page=page, form=form, reasons=words, back=_back(page)), status


def _back(page: QuestionPage) -> str:
    if page.attempt.is_finished:
        return url_for("learn.result", attempt=page.attempt.public_id)
    return url_for("learn.question", attempt=page.attempt.public_id, position=page.position)

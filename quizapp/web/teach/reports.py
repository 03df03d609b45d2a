"""What pupils report of questions."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import reports as store
from quizapp.web.access import account, taught_report
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.teach import blueprint
from quizapp.web.words import REASON_WORDS


@blueprint.get("/reports")
def reports() -> ResponseReturnValue:
    waiting = store.open_reports(account())
    return render_template("teach/reports.html", reports=waiting, reason_words=REASON_WORDS)


@blueprint.post("/reports/<report>/handled")
def handle_report(report: str) -> ResponseReturnValue:
    known = taught_report(report)
    if ActionForm().validate_on_submit():
        store.handle(known, account(), now())
        flash(gettext("Handled."))
    return redirect(url_for("teach.reports"), 303)

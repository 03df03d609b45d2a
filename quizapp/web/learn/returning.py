"""Going on later and on another device, by a personal code."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import learners
from quizapp.web.access import learner_or_none, resume_learner
from quizapp.web.learn import blueprint
from quizapp.web.learn.forms import ButtonForm, ReturnForm
from quizapp.web.limits import RETURN, limited


@blueprint.get("/return")
def come_back() -> ResponseReturnValue:
    return render_template("learn/come_back.html", form=ReturnForm())


@blueprint.post("/return")
@limited(RETURN)
def go_on() -> ResponseReturnValue:
    form = ReturnForm()
    if form.validate_on_submit():
        if resume_learner(form.code.data):
            return redirect(url_for("learn.scores"), 303)
        form.code.errors = [gettext("Nobody has this code. Check each sign; a newer code ends an older one.")]
    return render_template("learn/come_back.html", form=form), 422


@blueprint.get("/return-code")
def return_code() -> ResponseReturnValue:
    if learner_or_none() is None:
        return redirect(url_for("learn.come_back"))
    return render_template("learn/return_code.html", code="")


@blueprint.post("/return-code")
@limited(RETURN)
def new_return_code() -> ResponseReturnValue:
    """A fresh code, shown this once: only its fingerprint is kept."""
    learner = learner_or_none()
    if learner is None or not ButtonForm().validate_on_submit():
        return redirect(url_for("learn.come_back"), 303)
    return render_template("learn/return_code.html", code=learners.new_resume_code(learner.learner))

"""Joining a quiz, and leaving."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import attempts, quizzes, starting
from quizapp.web.access import begin_learner_session, forget_learner, learner_or_none
from quizapp.web.clock import now
from quizapp.web.learn import blueprint
from quizapp.web.learn.forms import JoinForm, LeaveForm, NicknameForm, StartForm
from quizapp.web.limits import JOIN, limited


@blueprint.context_processor
def running_score() -> dict[str, object]:
    learner = learner_or_none()
    return {"learner": learner, "session_score": attempts.session_score(learner) if learner else None}


@blueprint.get("/")
def home() -> ResponseReturnValue:
    return _home(JoinForm())


@blueprint.post("/join")
@limited(JOIN)
def join() -> ResponseReturnValue:
    form = JoinForm()
    if not form.validate_on_submit():
        return _home(form, 422)
    publication = quizzes.publication_by_code(form.code.data)
    if publication is None:
        form.code.errors = [gettext("No open quiz has this code. Check each sign with the board.")]
        return _home(form, 422)
    return redirect(url_for("learn.entrance", code=publication.quiz.join_code), 303)


@blueprint.get("/q/<code>")
def entrance(code: str) -> ResponseReturnValue:
    publication = quizzes.publication_by_code(code) or abort(404)
    form = StartForm() if learner_or_none() else NicknameForm()
    return render_template("learn/entrance.html", publication=publication, form=form)


@blueprint.post("/q/<code>")
@limited(JOIN)
def start(code: str) -> ResponseReturnValue:
    publication = quizzes.publication_by_code(code) or abort(404)
    learner = learner_or_none()
    form = StartForm() if learner else NicknameForm()
    if not form.validate_on_submit():
        return render_template("learn/entrance.html", publication=publication, form=form), 422
    learner = learner or begin_learner_session(form.nickname.data)
    attempt = starting.start_attempt(publication, learner, now())
    return redirect(url_for("learn.resume", attempt=attempt.public_id), 303)


@blueprint.post("/leave")
def leave() -> ResponseReturnValue:
    if LeaveForm().validate_on_submit():
        forget_learner()
        flash(gettext("Your session on this device has ended."))
    return redirect(url_for("learn.home"), 303)


def _home(form: JoinForm, status: int = 200) -> ResponseReturnValue:
    page = render_template("learn/home.html", form=form, publications=quizzes.listed_publications())
    return page, status

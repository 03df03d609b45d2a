from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import attempts, quizzes
from quizapp.store.bank import ItemVersion
from quizapp.web.access import (
    begin_learner_session,
    forget_learner,
    learner_or_none,
    own_attempt,
)
from quizapp.web.clock import now
from quizapp.web.learn import blueprint
from quizapp.web.learn.forms import (
    FinishForm,
    JoinForm,
    LeaveForm,
    NicknameForm,
    StartForm,
    response_form,
)
from quizapp.web.learn.pages import QuestionPage
from quizapp.web.limits import JOIN, limited
from quizapp.web.pages import verdict_on, verdicts_of


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
    attempt = attempts.start_attempt(publication, learner, now())
    return redirect(url_for("learn.resume", attempt=attempt.public_id), 303)


@blueprint.get("/a/<attempt>")
def resume(attempt: str) -> ResponseReturnValue:
    """Where the attempt stands: the next question, the review before the finish, or the result."""
    running = own_attempt(attempt)
    if running.is_finished:
        return redirect(url_for("learn.result", attempt=attempt))
    position = running.next_position
    if position is None:
        return redirect(url_for("learn.review", attempt=attempt))
    return redirect(url_for("learn.question", attempt=attempt, position=position))


@blueprint.get("/a/<attempt>/<int:position>")
def question(attempt: str, position: int) -> ResponseReturnValue:
    running = own_attempt(attempt)
    answered = running.answered.get(position)
    page = _question_page(running, position)
    if answered is not None:
        return render_template(
            "learn/feedback.html", page=page, verdict=verdict_on(position, answered.version, answered)
        )
    if running.is_finished:
        return redirect(url_for("learn.result", attempt=attempt))
    return render_template("learn/question.html", page=page, form=response_form(page.item, running.seed))


@blueprint.post("/a/<attempt>/<int:position>")
def answer(attempt: str, position: int) -> ResponseReturnValue:
    running = own_attempt(attempt)
    here = redirect(url_for("learn.question", attempt=attempt, position=position), 303)
    if position in running.answered:
        flash(gettext("This question was answered before; the first answer counts."))
        return here
    page = _question_page(running, position)
    form = response_form(page.item, running.seed)
    if not form.validate_on_submit():
        return render_template("learn/question.html", page=page, form=form), 422
    try:
        attempts.answer(running, position, _version(running, position), form.response(), now())
    except attempts.AttemptFinished:
        flash(gettext("This attempt was handed in; the answer was not counted."))
        return redirect(url_for("learn.result", attempt=attempt), 303)
    return here


@blueprint.get("/a/<attempt>/review")
def review(attempt: str) -> ResponseReturnValue:
    running = own_attempt(attempt)
    if running.is_finished:
        return redirect(url_for("learn.result", attempt=attempt))
    return render_template("learn/review.html", attempt=running, form=FinishForm())


@blueprint.post("/a/<attempt>/finish")
def finish(attempt: str) -> ResponseReturnValue:
    running = own_attempt(attempt)
    form = FinishForm()
    if form.validate_on_submit():
        attempts.finish(running, now())
    return redirect(url_for("learn.result", attempt=attempt), 303)


@blueprint.get("/a/<attempt>/result")
def result(attempt: str) -> ResponseReturnValue:
    done = own_attempt(attempt)
    if not done.is_finished:
        return redirect(url_for("learn.resume", attempt=attempt))
    return render_template(
        "learn/result.html",
        attempt=done,
        share=done.points / done.questions,
        verdicts_of_attempt=verdicts_of(done),
    )


@blueprint.post("/leave")
def leave() -> ResponseReturnValue:
    if LeaveForm().validate_on_submit():
        forget_learner()
        flash(gettext("Your session on this device has ended."))
    return redirect(url_for("learn.home"), 303)


def _home(form: JoinForm, status: int = 200) -> ResponseReturnValue:
    page = render_template("learn/home.html", form=form, publications=quizzes.listed_publications())
    return page, status


def _question_page(attempt: attempts.Attempt, position: int) -> QuestionPage:
    version = _version(attempt, position)
    return QuestionPage(attempt, position, version.item, version.bank_item.source.language)


def _version(attempt: attempts.Attempt, position: int) -> ItemVersion:
    if position > attempt.questions:  # before the database sees a number that it cannot hold
        abort(404)
    return attempts.version_at(attempt, position) or abort(404)

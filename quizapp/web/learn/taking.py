"""An attempt from its first question to its result."""

from __future__ import annotations

from flask import abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import answering, attempts, starting
from quizapp.web.access import learner_or_none, own_attempt
from quizapp.web.clock import now
from quizapp.web.forms import clean_line
from quizapp.web.learn import blueprint
from quizapp.web.learn.forms import ButtonForm, FinishForm, given_confidence
from quizapp.web.learn.pages import QuestionPage, overview, seconds_left, surprises_first
from quizapp.web.pages import verdict_on
from quizapp.web.response_forms import LONGEST_ANSWER, ResponseForm, response_form
from quizapp.web.words import CONFIDENCE_WORDS, spoken

MOST_VALUES = 50
"""Of one field of a draft."""


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
    page = question_page(own_attempt(attempt), position)
    answered = page.attempt.answered.get(position)
    if answered is not None and (page.explains_at_once or page.attempt.is_explained):
        verdict = verdict_on(position, answered.version, answered)
        return render_template("learn/feedback.html", page=page, verdict=verdict)
    if page.attempt.is_finished:
        return redirect(url_for("learn.result", attempt=attempt))
    form = response_form(page.item, page.attempt.seed, page.fields)
    return _ask(page, form, page.confidence)


@blueprint.post("/a/<attempt>/<int:position>")
def answer(attempt: str, position: int) -> ResponseReturnValue:
    page = question_page(own_attempt(attempt), position)
    refusal = _refusal(page)
    if refusal:
        flash(refusal)
        return _go("learn.resume" if page.attempt.is_finished else "learn.question", page)
    form = response_form(page.item, page.attempt.seed)
    if not form.validate_on_submit():
        return _ask(page, form, given_confidence() or "", 422)
    try:
        if page.explains_at_once:
            answering.answer(page.attempt, position, page.version, form.response(), now(), given_confidence())
            return _go("learn.question", page)
        _keep(page, form)
    except (answering.AttemptFinished, answering.StaleDraft) as error:
        flash(_why_not(error))
        return _go("learn.question", page)
    return _go("learn.review" if page.skip_to is None else "learn.question", page, page.skip_to)


@blueprint.post("/a/<attempt>/<int:position>/draft")
def save_draft(attempt: str, position: int) -> ResponseReturnValue:
    """Keep a half-given answer; asked by the page itself, so it is answered in JSON."""
    page = question_page(own_attempt(attempt), position)
    refusal = _refusal(page)
    if refusal:
        return jsonify(message=refusal), 409
    try:
        _keep(page, response_form(page.item, page.attempt.seed))
    except (answering.AttemptFinished, answering.StaleDraft) as error:
        return jsonify(message=_why_not(error)), 409
    return jsonify(saved=True)


@blueprint.post("/a/<attempt>/<int:position>/flag")
def flag(attempt: str, position: int) -> ResponseReturnValue:
    """Mark for later, or no longer; what was given of the answer is kept too."""
    page = question_page(own_attempt(attempt), position)
    if not _refusal(page):
        try:
            answering.flag(page.attempt, position, request.form.get("flagged") == "1", now())
            _keep(page, response_form(page.item, page.attempt.seed))
        except (answering.AttemptFinished, answering.StaleDraft) as error:
            flash(_why_not(error))
    return _go("learn.question", page)


@blueprint.get("/a/<attempt>/review")
def review(attempt: str) -> ResponseReturnValue:
    running = own_attempt(attempt)
    if running.is_finished:
        return redirect(url_for("learn.result", attempt=attempt))
    return render_template(
        "learn/review.html",
        attempt=running,
        places=overview(running),
        seconds_left=seconds_left(running, now()),
        form=FinishForm(),
    )


@blueprint.post("/a/<attempt>/finish")
def finish(attempt: str) -> ResponseReturnValue:
    running = own_attempt(attempt)
    if FinishForm().validate_on_submit():
        answering.finish(running, now())
    return redirect(url_for("learn.result", attempt=attempt), 303)


@blueprint.get("/a/<attempt>/result")
def result(attempt: str) -> ResponseReturnValue:
    done = own_attempt(attempt)
    if not done.is_finished:
        return redirect(url_for("learn.resume", attempt=attempt))
    if not done.is_explained:
        return render_template("learn/handed_in.html", attempt=done)
    surprises, others = surprises_first(done)
    return render_template(
        "learn/result.html",
        attempt=done,
        share=done.points / done.questions,
        surprises=surprises,
        others=others,
    )


@blueprint.post("/a/<attempt>/retry")
def retry(attempt: str) -> ResponseReturnValue:
    """Ask again what was missed."""
    done, learner = own_attempt(attempt), learner_or_none()
    again = (
        starting.start_retry(done, learner, now()) if learner and ButtonForm().validate_on_submit() else None
    )
    there = again or done
    return redirect(url_for("learn.resume", attempt=there.public_id), 303)


def question_page(attempt: attempts.Attempt, position: int) -> QuestionPage:
    """A question of an attempt; 404 for one that it does not ask."""
    version = attempts.version_at(attempt, position) or abort(404)
    return QuestionPage(attempt, position, version, attempts.draft_at(attempt, position), now())


def _ask(page: QuestionPage, form: ResponseForm, confidence: str, status: int = 200) -> ResponseReturnValue:
    levels = spoken(CONFIDENCE_WORDS) if page.explains_at_once else {}
    return (
        render_template("learn/question.html", page=page, form=form, confidence=confidence, levels=levels),
        status,
    )


def _refusal(page: QuestionPage) -> str:
    """Why an answer cannot be taken any more; empty when it can."""
    if page.attempt.is_finished:
        return _why_not(answering.AttemptFinished())
    if page.position in page.attempt.answered:
        return gettext("This question was answered before; the first answer counts.")
    return ""


def _why_not(error: Exception) -> str:
    if isinstance(error, answering.StaleDraft):
        return gettext(
            "You answered this in another window meanwhile: that answer stands, and is shown here."
        )
    return gettext("This attempt was handed in; the answer was not counted.")


def _keep(page: QuestionPage, form: ResponseForm) -> None:
    """Keep what the form holds; once it is a whole answer, that answer too."""
    given = {
        field.name: [
            clean_line(value)[:LONGEST_ANSWER] for value in request.form.getlist(field.name)[:MOST_VALUES]
        ]
        for field in form
        if field.name != "csrf_token"
    }
    confidence, window = given_confidence(), request.form.get("window", "")[:LONGEST_ANSWER]
    if confidence:
        given[attempts.CONFIDENCE] = [confidence]
    if form.validate_on_submit():
        given[attempts.RESPONSE] = list(form.response())
    given[attempts.WRITER] = [window]
    answering.keep_draft(page.attempt, page.position, given, (window, request.form.get("seen", "")), now())


def _go(endpoint: str, page: QuestionPage, position: int | None = None) -> ResponseReturnValue:
    """On to another page of the attempt: the page's own script is told where, a browser is sent there."""
    address = (
        url_for(endpoint, attempt=page.attempt.public_id, position=position or page.position)
        if endpoint == "learn.question"
        else url_for(endpoint, attempt=page.attempt.public_id)
    )
    if request.accept_mimetypes.best == "application/json":
        return jsonify(go=address)
    return redirect(address, 303)

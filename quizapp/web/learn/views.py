"""Joining a quiz, and leaving."""

from __future__ import annotations

from datetime import timedelta

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.items.nicknames import nickname_key, told_apart
from quizapp.store import attempts, groups, quizzes, starting
from quizapp.store.classroom import nicknames_since
from quizapp.web.access import begin_learner_session, forget_learner, learner_or_none, resume_learner
from quizapp.web.clock import now
from quizapp.web.learn import blueprint
from quizapp.web.learn.forms import JoinForm, LeaveForm, NicknameForm, StartForm
from quizapp.web.learn.pages import tasks_of
from quizapp.web.limits import JOIN, limited

SAME_LESSON = timedelta(hours=12)
"""For so long two who join one quiz are told apart where their names look alike."""


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
    """One field for every code: of a quiz, of a class, or a personal one."""
    form = JoinForm()
    if not form.validate_on_submit():
        return _home(form, 422)
    publication = quizzes.publication_by_code(form.code.data, now())
    if publication is not None:
        return redirect(url_for("learn.entrance", code=publication.quiz.join_code), 303)
    group = groups.group_by_code(form.code.data)
    if group is not None:
        return redirect(url_for("learn.class_entrance", code=group.join_code), 303)
    if resume_learner(form.code.data):
        return redirect(url_for("learn.home"), 303)
    form.code.errors = [gettext("No open quiz has this code. Check each sign with the board.")]
    return _home(form, 422)


@blueprint.get("/q/<code>")
def entrance(code: str) -> ResponseReturnValue:
    publication = quizzes.publication_by_code(code, now()) or abort(404)
    return _entrance(publication, StartForm() if learner_or_none() else NicknameForm())


@blueprint.post("/q/<code>")
@limited(JOIN)
def start(code: str) -> ResponseReturnValue:
    publication = quizzes.publication_by_code(code, now()) or abort(404)
    learner = learner_or_none()
    form = StartForm() if learner else NicknameForm()
    if not form.validate_on_submit():
        return _entrance(publication, form, 422)
    if learner is None:
        names = nicknames_since(publication, now() - SAME_LESSON)
        learner = begin_learner_session(
            told_apart(form.nickname.data, {nickname_key(name) for name in names})
        )
    try:
        attempt = starting.start_attempt(publication, learner, now())
    except starting.CannotStart:
        return _entrance(publication, form, 409)
    return redirect(url_for("learn.resume", attempt=attempt.public_id), 303)


@blueprint.post("/leave")
def leave() -> ResponseReturnValue:
    if LeaveForm().validate_on_submit():
        forget_learner()
        flash(gettext("Your session on this device has ended."))
    return redirect(url_for("learn.home"), 303)


def _home(form: JoinForm, status: int = 200) -> ResponseReturnValue:
    visit = learner_or_none()
    page = render_template(
        "learn/home.html",
        form=form,
        publications=quizzes.listed_publications(now()),
        places=groups.places_of(visit.learner) if visit else (),
        tasks=tasks_of(visit, now()) if visit else (),
    )
    return page, status


def _entrance(
    publication: quizzes.Publication, form: StartForm | NicknameForm, status: int = 200
) -> ResponseReturnValue:
    visit = learner_or_none()
    page = render_template(
        "learn/entrance.html",
        publication=publication,
        form=form,
        refusal=starting.why_not_start(publication, visit, now()) if visit else None,
    )
    return page, status

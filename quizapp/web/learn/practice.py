"""Questions that come back after days: what is due, one after another, each with its proof."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import practice as store
from quizapp.web.access import learner_or_none, own_learner
from quizapp.web.clock import now
from quizapp.web.languages import TIME_ZONE
from quizapp.web.learn import blueprint
from quizapp.web.learn.forms import given_confidence
from quizapp.web.learn.pages import PracticePage
from quizapp.web.pages import verdict_on
from quizapp.web.response_forms import ResponseForm, response_form
from quizapp.web.words import CONFIDENCE_WORDS


@blueprint.get("/practice")
def practice() -> ResponseReturnValue:
    visit = learner_or_none()
    plan = store.practice_of(visit.learner, here_and_now()) if visit else None
    return render_template("learn/practice.html", plan=plan, most=store.SITTING)


@blueprint.get("/practice/<item>")
def practice_question(item: str) -> ResponseReturnValue:
    """The question, or what the answer of today was worth."""
    page = _page(item)
    if page.answer is None:
        return _ask(page, _form(page))
    verdict = verdict_on(page.position, page.answer.version, page.answer)
    return render_template("learn/practice_feedback.html", page=page, verdict=verdict)


@blueprint.post("/practice/<item>")
def practise(item: str) -> ResponseReturnValue:
    page = _page(item)
    here = redirect(url_for("learn.practice_question", item=item), 303)
    if page.answer is not None:
        flash(gettext("This question was answered before; the first answer counts."))
        return here
    if request.form.get("version") != str(page.version.number):
        flash(gettext("The question was changed meanwhile. This is how it reads now."), "warning")
        return here
    form = _form(page)
    if not form.validate_on_submit():
        return _ask(page, form, 422)
    try:
        store.answer_practice(
            own_learner(), page.version, form.response(), given_confidence(), here_and_now()
        )
    except store.LearnerGone:
        abort(404)
    return here


@blueprint.get("/practice/done")
def practice_done() -> ResponseReturnValue:
    """The end of a sitting: what was remembered, and when it comes back."""
    plan = store.practice_of(own_learner(), here_and_now())
    if not plan.sitting:
        return redirect(url_for("learn.practice"))
    verdicts = [
        verdict_on(place, answer.version, answer) for place, answer in enumerate(plan.sitting, start=1)
    ]
    return render_template("learn/practice_done.html", plan=plan, verdicts_of_sitting=verdicts)


def here_and_now() -> datetime:
    """The moment of the request where the school is: its midnight begins a day of practice."""
    return now().astimezone(ZoneInfo(TIME_ZONE))


def _page(item: str) -> PracticePage:
    """A question that is due, or was answered today; nobody is told of any other."""
    plan = store.practice_of(own_learner(), here_and_now())
    for place, answer in enumerate(plan.answered):
        if answer.version.bank_item.public_id == item:
            return PracticePage(plan, place, answer.version, answer)
    due = next((known for known in plan.due if known.public_id == item), None) or abort(404)
    return PracticePage(plan, len(plan.answered), due.latest, None)


def _form(page: PracticePage) -> ResponseForm:
    return response_form(page.item, f"{own_learner().public_id} {page.plan.day}")


def _ask(page: PracticePage, form: ResponseForm, status: int = 200) -> ResponseReturnValue:
    question = render_template(
        "learn/practice_question.html",
        page=page,
        form=form,
        confidence_words=CONFIDENCE_WORDS,
        confidence=given_confidence(),
    )
    return question, status

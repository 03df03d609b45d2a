"""What a learner sees, takes away and erases of their own."""

from __future__ import annotations

from flask import flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store.erasure import erase
from quizapp.store.own_data import own_data
from quizapp.store.practice import practice_of
from quizapp.web import own_file
from quizapp.web.access import forget_learner, learner_or_none, own_learner
from quizapp.web.clock import now
from quizapp.web.learn import blueprint
from quizapp.web.learn.forms import EraseForm
from quizapp.web.learn.practice import here_and_now
from quizapp.web.learn.scores import scores_page
from quizapp.web.tables import as_file
from quizapp.web.words import CATEGORY_WORDS


@blueprint.get("/scores")
def scores() -> ResponseReturnValue:
    visit = learner_or_none()
    return render_template(
        "learn/scores.html",
        page=scores_page(own_data(visit.learner)) if visit else None,
        plan=practice_of(visit.learner, here_and_now()) if visit else None,
        category_words=CATEGORY_WORDS,
    )


@blueprint.get("/scores/my-data.json")
def own_json() -> ResponseReturnValue:
    content = own_file.write_json(own_data(own_learner()), now())
    return as_file(content, "application/json", "quizapp-my-data.json")


@blueprint.get("/scores/my-data.csv")
def own_csv() -> ResponseReturnValue:
    return as_file(own_file.write_csv(own_data(own_learner())), "text/csv", "quizapp-my-answers.csv")


@blueprint.get("/scores/erase")
def erasing() -> ResponseReturnValue:
    """What exactly goes, before it goes."""
    return render_template("learn/erase.html", own=own_data(own_learner()), form=EraseForm())


@blueprint.post("/scores/erase")
def erase_me() -> ResponseReturnValue:
    if not EraseForm().validate_on_submit():
        return redirect(url_for("learn.erasing"), 303)
    erase(own_learner(), now())
    forget_learner()
    flash(gettext("You have been erased. Nobody can come back under your nickname any more."))
    response = make_response(redirect(url_for("learn.home"), 303))
    response.headers["Clear-Site-Data"] = '"storage"'  # half-typed answers that the browser keeps
    return response

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import deeds, people, second_factor
from quizapp.store.engine import transaction
from quizapp.web.access import (
    await_second_step,
    awaiting_or_none,
    begin_account_session,
    end_account_session,
    go_on_as,
    safe_next,
    site_keys,
)
from quizapp.web.admin import blueprint
from quizapp.web.admin.forms import LONGEST_PASSWORD, NewAccountForm, SecondStepForm, SignInForm
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.limits import SECOND_STEP, SET_UP, SIGN_IN, forgive, knock, limited


@blueprint.route("/setup/<token>", methods=["GET", "POST"])
@limited(SET_UP)
def set_up(token: str) -> ResponseReturnValue:
    if not people.is_setup_open(token):
        abort(404)
    form = NewAccountForm()
    if not form.validate_on_submit():
        return render_template("admin/set_up.html", form=form), 422 if form.is_submitted() else 200
    try:
        made = people.set_up(token, form.login.data, form.name.data, form.password.data, now())
    except people.SetupClosed:
        abort(404)
    begin_account_session(made)
    flash(gettext("Your account is ready. Start with a text."))
    return redirect(url_for("teach.sources"), 303)


@blueprint.route("/sign-in", methods=["GET", "POST"])
@limited(SIGN_IN)
def sign_in() -> ResponseReturnValue:
    form = SignInForm()
    if not form.validate_on_submit():
        return render_template("admin/sign_in.html", form=form), 422 if form.is_submitted() else 200
    known = people.account_by_password(form.login.data, form.password.data[: LONGEST_PASSWORD + 1])
    if known is None:
        deeds.record_failed_sign_in(form.login.data, now())
        form.password.errors = [gettext("Login or password is wrong.")]
        return render_template("admin/sign_in.html", form=form), 422
    forgive(SIGN_IN)
    if second_factor.is_asked(known):
        await_second_step(known)
        return redirect(url_for("admin.second_step", next=request.args.get("next")), 303)
    begin_account_session(known)
    return redirect(safe_next(request.args.get("next"), url_for("teach.sources")), 303)


@blueprint.route("/sign-in/code", methods=["GET", "POST"])
def second_step() -> ResponseReturnValue:
    waiting = awaiting_or_none()
    if waiting is None:
        return redirect(url_for("admin.sign_in", next=request.args.get("next")), 303)
    form, known = SecondStepForm(), waiting.account
    if not form.validate_on_submit():
        return render_template("admin/second_step.html", form=form), 422 if form.is_submitted() else 200
    knock(SECOND_STEP, known.public_id)
    with transaction():
        token = second_factor.take_second_step(waiting, form.code.data, site_keys(), now())
        deeds.record(known, "signed in" if token else "gave a wrong code", "", now())
    if token is None:
        form.code.errors = [gettext("This code does not fit, or was used already. Wait for the next one.")]
        return render_template("admin/second_step.html", form=form), 422
    forgive(SECOND_STEP, known.public_id)
    go_on_as(token)
    return redirect(safe_next(request.args.get("next"), url_for("teach.sources")), 303)


@blueprint.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    if ActionForm().validate_on_submit():
        end_account_session()
        flash(gettext("You are signed out."))
    response = redirect(url_for("learn.home"), 303)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response

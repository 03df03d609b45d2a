from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import deeds, people
from quizapp.web.access import account, begin_account_session, end_account_session, safe_next
from quizapp.web.admin import blueprint
from quizapp.web.admin.forms import LONGEST_PASSWORD, NewAccountForm, SignInForm
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.limits import SET_UP, SIGN_IN, forgive, limited


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
        form.password.errors = [gettext("Login or password is wrong.")]
        return render_template("admin/sign_in.html", form=form), 422
    forgive(SIGN_IN)
    begin_account_session(known)
    deeds.record(account(), "signed in", "", now())
    return redirect(safe_next(request.args.get("next"), url_for("teach.sources")), 303)


@blueprint.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    if ActionForm().validate_on_submit():
        end_account_session()
        flash(gettext("You are signed out."))
    response = redirect(url_for("learn.home"), 303)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response

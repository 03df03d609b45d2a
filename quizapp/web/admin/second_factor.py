"""One's own second step at sign-in: begun with the password, shown to the device, confirmed by a code, ended."""

from __future__ import annotations

import pyotp
from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import login_required
from markupsafe import Markup

from quizapp.store import people, second_factor
from quizapp.store.engine import transaction
from quizapp.web.access import account, note, site_keys
from quizapp.web.admin import blueprint
from quizapp.web.admin.forms import LONGEST_PASSWORD, FirstCodeForm, PasswordForm
from quizapp.web.clock import now
from quizapp.web.forms import PlainForm
from quizapp.web.limits import OWN_PASSWORD, limited
from quizapp.web.qr_codes import qr_code


@blueprint.get("/account/second-step")
@login_required
def own_second_step() -> ResponseReturnValue:
    return _page()


@blueprint.post("/account/second-step")
@login_required
@limited(OWN_PASSWORD)
def begin_second_step() -> ResponseReturnValue:
    form = PasswordForm()
    if not _is_given(form):
        return _page(form)
    second_factor.begin(account())
    return redirect(url_for("admin.own_second_step"), 303)


@blueprint.post("/account/second-step/code")
@login_required
def confirm_second_step() -> ResponseReturnValue:
    """Show the recovery codes in the answer itself: nothing keeps them, not even a cookie."""
    form = FirstCodeForm()
    if not form.validate_on_submit():
        return _page(form)
    with transaction():
        codes = second_factor.confirm(account(), form.code.data, site_keys(), now())
        if codes is not None:
            note("began a second step")
    if codes is None:
        form.code.errors = [gettext("This code does not fit. Is the clock of the phone right?")]
        return _page(form)
    return render_template("admin/recovery_codes.html", codes=codes)


@blueprint.post("/account/second-step/end")
@login_required
@limited(OWN_PASSWORD)
def end_second_step() -> ResponseReturnValue:
    form = PasswordForm()
    if not _is_given(form):
        return _page(form)
    with transaction():
        second_factor.end(account())
        note("ended a second step")
    flash(gettext("From now on the password alone lets you in."))
    return redirect(url_for("admin.own_account"), 303)


def _is_given(form: PasswordForm) -> bool:
    if not form.validate_on_submit():
        return False
    if not people.is_password_of(account(), form.password.data[: LONGEST_PASSWORD + 1]):
        form.password.errors = [gettext("This is not your password.")]
        return False
    return True


def _page(form: PlainForm | None = None) -> ResponseReturnValue:
    """What there is to do next: to begin, to show the secret to a device, or to end."""
    me, factor = account(), second_factor.second_factor_of(account())
    status = 422 if form else 200
    if factor is None or factor.holds_since is not None:
        return render_template(
            "admin/own_second_step.html",
            form=form if isinstance(form, PasswordForm) else PasswordForm(formdata=None),
            factor=factor,
            left=second_factor.count_recovery_codes(me),
        ), status
    secret = second_factor.secret(factor, site_keys()[0])
    address = pyotp.TOTP(secret).provisioning_uri(name=me.login, issuer_name="quizapp")
    return render_template(
        "admin/new_second_step.html",
        form=form if isinstance(form, FirstCodeForm) else FirstCodeForm(formdata=None),
        secret=" ".join(secret[place : place + 4] for place in range(0, len(secret), 4)),
        address=address,
        picture=Markup(qr_code(address).decode()),  # noqa: S704 - drawn here
    ), status

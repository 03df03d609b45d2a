"""One's own account: the password, and where one is signed in."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from flask_login import current_user, login_required

from quizapp.store import people, second_factor, sign_ins
from quizapp.store.engine import transaction
from quizapp.web.access import account, note, one_of_own_sessions
from quizapp.web.admin import blueprint
from quizapp.web.admin.forms import LONGEST_PASSWORD, ChangePasswordForm
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.limits import OWN_PASSWORD, limited


@blueprint.get("/account")
@login_required
def own_account() -> ResponseReturnValue:
    return _page(ChangePasswordForm())


@blueprint.post("/account/password")
@login_required
@limited(OWN_PASSWORD)
def change_password() -> ResponseReturnValue:
    form = ChangePasswordForm()
    if not form.validate_on_submit():
        return _page(form, 422)
    old = form.old.data[: LONGEST_PASSWORD + 1]
    with transaction():
        is_changed = people.change_password(account(), old, form.password.data, current_user.token, now())
        if is_changed:
            note("changed own password")
    if not is_changed:
        form.old.errors = [gettext("This is not the password until now.")]
        return _page(form, 422)
    flash(gettext("The new password holds. Everywhere else you are signed out."))
    return redirect(url_for("admin.own_account"), 303)


@blueprint.post("/account/sessions")
@login_required
def end_sessions() -> ResponseReturnValue:
    if ActionForm().validate_on_submit():
        with transaction():
            ended = sign_ins.end_other_sessions(account(), current_user.token, now())
            note("ended sessions", str(ended))
        flash(ngettext("%(num)s other session ended.", "%(num)s other sessions ended.", ended))
    return redirect(url_for("admin.own_account"), 303)


@blueprint.post("/account/sessions/<session>/end")
@login_required
def end_session(session: str) -> ResponseReturnValue:
    found = one_of_own_sessions(session)
    if ActionForm().validate_on_submit():
        with transaction():
            sign_ins.end_session(found, now())
            note("ended sessions", "1")
        flash(gettext("The session has ended."))
    return redirect(url_for("admin.own_account"), 303)


def _page(form: ChangePasswordForm, status: int = 200) -> ResponseReturnValue:
    return render_template(
        "admin/own_account.html",
        form=form,
        me=account(),
        sessions=sign_ins.sessions_of(account(), now()),
        here=current_user.session,
        gives_a_code=second_factor.is_asked(account()),
    ), status

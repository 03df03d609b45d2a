"""The accounts of all teachers, for the administrator; and the links that let somebody in once."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import login_required

from quizapp.store import access_links, account_erasure, deeds, people, second_factor
from quizapp.store.engine import transaction
from quizapp.web.access import administrator, begin_account_session, known_account, note
from quizapp.web.admin import blueprint
from quizapp.web.admin.forms import DeleteAccountForm, NewAccountForm, NewPasswordForm, RoleForm
from quizapp.web.admin.words import DEED_WORDS, ROLE_WORDS
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.limits import LINK, limited

MOST_DEEDS = 200
MOST_FAILED = 50


@blueprint.get("/teachers")
@login_required
def teachers() -> ResponseReturnValue:
    return render_template(
        "admin/teachers.html",
        me=administrator(),
        teachers=people.accounts(),
        role_words=ROLE_WORDS,
        asked_for_a_code=second_factor.who_is_asked(),
    )


@blueprint.post("/teachers/invitations")
@login_required
def invite() -> ResponseReturnValue:
    me = administrator()
    if ActionForm().validate_on_submit():
        with transaction():
            token = access_links.invite(me, now())
            note("invited a teacher")
        flash(url_for("admin.accept_invitation", token=token, _external=True), "link")
    return redirect(url_for("admin.teachers"), 303)


@blueprint.post("/teachers/<teacher>/new-password")
@login_required
def let_reset(teacher: str) -> ResponseReturnValue:
    me, found = administrator(), known_account(teacher)
    if ActionForm().validate_on_submit():
        with transaction():
            token = access_links.let_reset(found, me, now())
            note("let reset a password", found.login)
        flash(url_for("admin.reset_password", token=token, _external=True), "link")
    return redirect(url_for("admin.teachers"), 303)


@blueprint.post("/teachers/<teacher>/role")
@login_required
def give_role(teacher: str) -> ResponseReturnValue:
    administrator()
    found, form = known_account(teacher), RoleForm()
    if form.validate_on_submit():
        try:
            with transaction():
                note("ended an access" if form.role.data == "former" else "changed a role", found.login)
                people.give_role(found, form.role.data, now())
        except people.LastAdministrator:
            flash(gettext("Somebody has to administer: make another administrator first."), "warning")
        else:
            flash(gettext("%(name)s: %(role)s.", name=found.name, role=ROLE_WORDS[form.role.data]))
    return redirect(url_for("admin.teachers"), 303)


@blueprint.post("/teachers/<teacher>/second-step")
@login_required
def reset_second_step(teacher: str) -> ResponseReturnValue:
    administrator()
    found = known_account(teacher)
    if ActionForm().validate_on_submit():
        with transaction():
            note("reset a second step", found.login)
            second_factor.reset(found, now())
        flash(
            gettext("%(name)s signs in by the password alone, and is signed out everywhere.", name=found.name)
        )
    return redirect(url_for("admin.teachers"), 303)


@blueprint.get("/teachers/<teacher>/deletion")
@login_required
def deleting_account(teacher: str) -> ResponseReturnValue:
    """What goes to whom, before it does."""
    administrator()
    found = known_account(teacher)
    if found.role != "former":
        return _access_first()
    return _deletion_page(found, DeleteAccountForm(formdata=None))


@blueprint.post("/teachers/<teacher>/deletion")
@login_required
def delete_account(teacher: str) -> ResponseReturnValue:
    administrator()
    found, form = known_account(teacher), DeleteAccountForm()
    heirs = _offer_heirs(form, found)
    is_sound = form.validate_on_submit()
    if not form.login.errors and people.login_key(form.login.data or "") != found.login_key:
        form.login.errors = [gettext("This is not the login of the account.")]
    if not is_sound or form.errors:
        return _deletion_page(found, form, 422)
    heir, name = heirs[form.heir.data], found.name
    try:
        with transaction():
            note("deleted an account", f"{found.login} → {heir.login}")
            account_erasure.erase_account(found, heir)
    except account_erasure.StillHasAccess:
        return _access_first()
    flash(gettext("The account of %(name)s is deleted; %(heir)s has what it had.", name=name, heir=heir.name))
    return redirect(url_for("admin.teachers"), 303)


@blueprint.get("/deeds")
@login_required
def all_deeds() -> ResponseReturnValue:
    administrator()
    return render_template(
        "admin/deeds.html",
        deeds=deeds.latest(MOST_DEEDS, now()),
        deed_words=DEED_WORDS,
        failed=deeds.failed_sign_ins(MOST_FAILED, now()),
    )


@blueprint.route("/invitation/<token>", methods=["GET", "POST"])
@limited(LINK)
def accept_invitation(token: str) -> ResponseReturnValue:
    _live_link(token, is_invitation=True)
    form = NewAccountForm()
    if not form.validate_on_submit():
        return _invitation_page(form)
    try:
        with transaction():
            made = access_links.accept_invitation(
                token, form.login.data, form.name.data, form.password.data, now()
            )
            deeds.record(made, "accepted an invitation", made.login, now())
    except people.LoginTaken:
        form.login.errors = [gettext("Somebody signs in by this login already. Take another.")]
        return _invitation_page(form)
    except access_links.LinkUsed:
        abort(410)
    begin_account_session(made)
    flash(gettext("Your account is ready. Start with a text."))
    return redirect(url_for("teach.sources"), 303)


@blueprint.route("/new-password/<token>", methods=["GET", "POST"])
@limited(LINK)
def reset_password(token: str) -> ResponseReturnValue:
    _live_link(token, is_invitation=False)
    form = NewPasswordForm()
    if not form.validate_on_submit():
        return render_template("admin/new_password.html", form=form), 422 if form.is_submitted() else 200
    try:
        with transaction():
            changed = access_links.reset_password(token, form.password.data, now())
            deeds.record(changed, "reset a password", changed.login, now())
    except access_links.LinkUsed:
        abort(410)
    flash(gettext("The new password holds. Sign in with it."))
    return redirect(url_for("admin.sign_in"), 303)


def _access_first() -> ResponseReturnValue:
    flash(gettext("End the access first: then nobody is in the middle of something."), "warning")
    return redirect(url_for("admin.teachers"), 303)


def _deletion_page(found: people.Account, form: DeleteAccountForm, status: int = 200) -> ResponseReturnValue:
    _offer_heirs(form, found)
    return render_template(
        "admin/delete_account.html",
        form=form,
        one=found,
        owned=account_erasure.belongings(found),
    ), status


def _offer_heirs(form: DeleteAccountForm, gone: people.Account) -> dict[str, people.Account]:
    """Everybody with an access who could take over, whoever asks first."""
    me = administrator()
    others = [one for one in people.accounts() if one.role != "former" and one.id not in (me.id, gone.id)]
    heirs = {one.public_id: one for one in [me, *others] if one.id != gone.id}
    form.heir.choices = [(public_id, f"{one.name} ({one.login})") for public_id, one in heirs.items()]
    return heirs


def _live_link(token: str, *, is_invitation: bool) -> None:
    link = access_links.link_by_token(token, now())
    if link is None or (link.account is None) is not is_invitation:
        abort(410)


def _invitation_page(form: NewAccountForm) -> ResponseReturnValue:
    return render_template("admin/invitation.html", form=form), 422 if form.is_submitted() else 200

"""Coming into a class: by a place on its list, or as one more."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import groups, joining
from quizapp.web.access import keep_learner, learner_or_none
from quizapp.web.clock import now
from quizapp.web.learn import blueprint
from quizapp.web.learn.forms import NicknameForm, PlaceForm, StartForm
from quizapp.web.limits import JOIN, PLACE, limited


@blueprint.get("/c/<code>")
def class_entrance(code: str) -> ResponseReturnValue:
    return _entrance(groups.group_by_code(code) or abort(404))


@blueprint.post("/c/<code>/place")
@limited(PLACE)
def take_place(code: str) -> ResponseReturnValue:
    group = groups.group_by_code(code) or abort(404)
    form = _place_form(group)
    if not form.validate_on_submit():
        return _entrance(group, place=form, status=422)
    member = next(one for one in group.members if one.public_id == form.place.data)
    try:
        keep_learner(*joining.take_place(member, form.code.data, now()))
    except joining.CodeNeeded:
        form.code.errors = [
            gettext(
                "This is not the personal code of %(name)s. It is on the slip from your teacher.",
                name=member.name,
            )
        ]
    except joining.PlaceTaken:
        form.place.errors = [
            gettext(
                "Somebody has come as %(name)s already. If that was you, ask your teacher for a personal code.",
                name=member.name,
            )
        ]
    else:
        return _welcome(group)
    return _entrance(group, place=form, status=422)


@blueprint.post("/c/<code>/new")
@limited(JOIN)
def come_in(code: str) -> ResponseReturnValue:
    """As one more than the list holds, where the teacher lets anyone in."""
    group = groups.group_by_code(code) or abort(404)
    if group.joining != "anyone":
        abort(404)
    visit = learner_or_none()
    form = StartForm() if visit else NicknameForm()
    if not form.validate_on_submit():
        return _entrance(group, newcomer=form, status=422)
    try:
        if visit:
            joining.come_in(group, visit.learner, now())
        else:
            keep_learner(*joining.come_in_anew(group, form.nickname.data, now()))
    except groups.NameTaken:
        says = gettext(
            "Somebody in the class is called so. Add a letter or a number, so that you are told apart."
        )
        if visit is None:
            form.nickname.errors = [says]
            return _entrance(group, newcomer=form, status=422)
        flash(says, "warning")
        return redirect(url_for("learn.class_entrance", code=group.join_code), 303)
    return _welcome(group)


def _welcome(group: groups.Group) -> ResponseReturnValue:
    flash(gettext("You are in the class %(name)s.", name=group.name))
    return redirect(url_for("learn.home"), 303)


def _place_form(group: groups.Group) -> PlaceForm:
    form = PlaceForm()
    form.place.choices = [("", gettext("– choose –")), *((one.public_id, one.label) for one in group.members)]
    return form


def _entrance(
    group: groups.Group,
    *,
    place: PlaceForm | None = None,
    newcomer: StartForm | NicknameForm | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    visit = learner_or_none()
    page = render_template(
        "learn/class_entrance.html",
        group=group,
        me=next((one for one in group.members if visit and one.learner_id == visit.learner_id), None),
        place=place or _place_form(group),
        newcomer=newcomer or (StartForm() if visit else NicknameForm()),
        failed=newcomer or place,
    )
    return page, status

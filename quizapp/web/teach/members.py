"""One pupil of a class: the name, the time, the personal code; one who joined twice; one who leaves."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from quizapp.store import assigning, groups, joining, merging
from quizapp.store.engine import transaction
from quizapp.web.access import note, taught_member
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.teach import blueprint
from quizapp.web.teach.group_forms import MemberForm, MergeForm


@blueprint.get("/members/<member>")
def member(member: str) -> ResponseReturnValue:
    known = taught_member(member)
    return _page(known, MemberForm(formdata=None, nickname=known.name, extra_time=known.extra_time))


@blueprint.post("/members/<member>")
def change_member(member: str) -> ResponseReturnValue:
    known, form = taught_member(member), MemberForm()
    if not form.validate_on_submit():
        return _page(known, form, status=422)
    try:
        groups.rename_member(known, form.nickname.data)
    except groups.NameTaken:
        form.nickname.errors = [gettext("Somebody in the class is called so, or looks as if.")]
        return _page(known, form, status=422)
    assigning.give_member_time(known, form.extra_time.data)
    flash(gettext("Saved."))
    return _to_group(known)


@blueprint.post("/members/<member>/code")
def new_code(member: str) -> ResponseReturnValue:
    known = taught_member(member)
    if not ActionForm().validate_on_submit():
        return _to(known)
    return render_template("teach/slips.html", group=known.group, codes=groups.give_codes([known]))


@blueprint.post("/members/<member>/freeing")
def free_place(member: str) -> ResponseReturnValue:
    known = taught_member(member)
    if ActionForm().validate_on_submit():
        joining.free_place(known)
        flash(gettext("%(name)s can be chosen once more.", name=known.label))
    return _to(known)


@blueprint.get("/members/<member>/merging")
def merging_members(member: str) -> ResponseReturnValue:
    """What moves, before it moves."""
    twin = taught_member(member)
    into = _other_of(twin, request.args.get("other", ""))
    if into is None:
        form = MergeForm().offer(twin, twin.group)
        form.other.errors = [gettext("Choose the other entry of the same pupil.")]
        return _page(twin, None, merge=form, status=422)
    return render_template(
        "teach/confirm.html",
        heading=gettext("%(twin)s is %(name)s", twin=twin.label, name=into.label),
        goes=[gettext("the entry %(twin)s of the list, and its place", twin=twin.label)],
        moves=gettext("What moves to %(name)s", name=into.label),
        moved=_said(merging.belongings(twin.learner)),
        stays=[gettext("the name, the number and the time of %(name)s", name=into.label)],
        warning=gettext("It cannot be undone: afterwards nobody can tell whose was which."),
        button=gettext("Make one pupil of both"),
        back=url_for("teach.member", member=twin.public_id),
        extra={"other": into.public_id},
    )


@blueprint.post("/members/<member>/merging")
def merge_members(member: str) -> ResponseReturnValue:
    twin = taught_member(member)
    into = _other_of(twin, request.form.get("other", ""))
    if into is None or not ActionForm().validate_on_submit():
        return _to(twin)
    with transaction():
        merging.merge(twin, into, now())
        note("joined two pupils", into.group.name)
    flash(gettext("They are one pupil now: %(name)s.", name=into.label))
    return _to_group(into)


@blueprint.get("/members/<member>/removal")
def removing_member(member: str) -> ResponseReturnValue:
    known = taught_member(member)
    theirs = merging.belongings(known.learner)
    return render_template(
        "teach/confirm.html",
        heading=gettext("Take %(name)s off the list", name=known.label),
        goes=[
            gettext("the place in the class, and the time that was given with it"),
            gettext("the quizzes of the class on the pupil's first page"),
        ],
        stays=[
            ngettext(
                "%(num)s attempt with its score, under Scores",
                "%(num)s attempts with their scores, under Scores",
                theirs.attempts,
            )
        ]
        if theirs.attempts
        else [],
        button=gettext("Take off the list"),
        back=url_for("teach.member", member=known.public_id),
    )


@blueprint.post("/members/<member>/removal")
def remove_member(member: str) -> ResponseReturnValue:
    known = taught_member(member)
    group, name = known.group, known.label
    if not ActionForm().validate_on_submit():
        return _to(known)
    with transaction():
        groups.remove_member(known)
        note("removed a pupil", group.name)
    flash(gettext("%(name)s was taken off the list.", name=name))
    return redirect(url_for("teach.group", group=group.public_id), 303)


def _page(
    member: groups.Member, form: MemberForm | None, *, merge: MergeForm | None = None, status: int = 200
) -> ResponseReturnValue:
    given = form or MemberForm(formdata=None, nickname=member.name, extra_time=member.extra_time)
    page = render_template(
        "teach/member.html",
        member=member,
        form=given,
        merge=merge or MergeForm().offer(member, member.group),
        failed=merge or given,
        theirs=merging.belongings(member.learner),
    )
    return page, status


def _said(theirs: merging.Belongings) -> list[str]:
    return [
        ngettext(
            "%(num)s attempt with its answers and score",
            "%(num)s attempts with their answers and scores",
            theirs.attempts,
        ),
        ngettext("%(num)s session on a device", "%(num)s sessions on devices", theirs.sessions),
        ngettext("%(num)s answer given in practice", "%(num)s answers given in practice", theirs.practice),
    ]


def _other_of(member: groups.Member, public_id: str) -> groups.Member | None:
    others = (one for one in member.group.members if one.id != member.id)
    return next((one for one in others if one.public_id == public_id), None)


def _to(member: groups.Member) -> ResponseReturnValue:
    return redirect(url_for("teach.member", member=member.public_id), 303)


def _to_group(member: groups.Member) -> ResponseReturnValue:
    return redirect(url_for("teach.group", group=member.group.public_id), 303)

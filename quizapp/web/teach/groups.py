"""Classes: their lists, what they are set, who has done it, and with whom they are shared."""

from __future__ import annotations

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from quizapp.formats.class_list import ClassList, read_class_list
from quizapp.store import answering, assigning, assignments, people, sharing
from quizapp.store import groups as store
from quizapp.store.engine import transaction
from quizapp.store.progress import work_of
from quizapp.store.quizzes import Quiz, quizzes_of
from quizapp.web.access import account, note, own_group, taught_group, taught_quiz
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.qr_codes import qr_code
from quizapp.web.teach import blueprint
from quizapp.web.teach.group_forms import AssignForm, GroupForm, GroupSettingsForm, ListForm, TeacherForm
from quizapp.web.teach.words import EXTRA_TIME_WORDS, LEFT_OUT_WORDS


@blueprint.get("/groups")
def groups() -> ResponseReturnValue:
    return render_template("teach/groups.html", groups=store.groups_of(account()), form=GroupForm())


@blueprint.post("/groups")
def add_group() -> ResponseReturnValue:
    form = GroupForm()
    if not form.validate_on_submit():
        return render_template("teach/groups.html", groups=store.groups_of(account()), form=form), 422
    group = store.add_group(form.name.data, account(), now())
    return redirect(url_for("teach.listing", group=group.public_id), 303)


@blueprint.get("/groups/<group>")
def group(group: str) -> ResponseReturnValue:
    return _page(taught_group(group))


@blueprint.get("/groups/<group>/code.svg")
def group_qr_code(group: str) -> ResponseReturnValue:
    return Response(qr_code(_way_in(taught_group(group))), mimetype="image/svg+xml")


@blueprint.post("/groups/<group>")
def settle_group(group: str) -> ResponseReturnValue:
    known, form = taught_group(group), GroupSettingsForm()
    if not form.validate_on_submit():
        return _page(known, settings=form, status=422)
    store.settle(known, form.name.data, form.joining.data)
    flash(gettext("Saved."))
    return _to(known)


@blueprint.post("/groups/<group>/new-code")
def reset_group_code(group: str) -> ResponseReturnValue:
    known = taught_group(group)
    if ActionForm().validate_on_submit():
        store.reset_group_code(known)
        flash(
            gettext("The class has a new code; the old one leads nowhere. Who is in the class stays in it.")
        )
    return _to(known)


@blueprint.get("/groups/<group>/pupils")
def listing(group: str) -> ResponseReturnValue:
    known = taught_group(group)
    return render_template("teach/listing.html", group=known, form=ListForm(), read=None, why=LEFT_OUT_WORDS)


@blueprint.post("/groups/<group>/pupils")
def add_pupils(group: str) -> ResponseReturnValue:
    """Show what a list says, and, once that was seen, take it."""
    known, form = taught_group(group), ListForm()
    if not form.validate_on_submit():
        return _listing(known, form, None, 422)
    read = read_class_list(
        form.pupils.data,
        form.calling.data,
        [member.name for member in known.members],
        [member.number for member in known.members],
    )
    if "take" not in request.form or not read.pupils:
        return _listing(known, form, read, 200)
    try:
        count = store.add_members(known, [(pupil.number, pupil.name) for pupil in read.pupils], now())
    except store.NameTaken:  # somebody joined between the preview and now
        return _listing(known, form, read, 409)
    flash(ngettext("%(num)s pupil added.", "%(num)s pupils added.", count))
    return _to(known)


@blueprint.post("/groups/<group>/codes")
def give_codes(group: str) -> ResponseReturnValue:
    """Personal codes for those without one, shown this once: only their fingerprints are kept."""
    known = taught_group(group)
    if not ActionForm().validate_on_submit():
        return _to(known)
    codes = store.give_codes([member for member in known.members if not member.has_code])
    return render_template("teach/slips.html", group=known, codes=codes)


@blueprint.post("/groups/<group>/assignments")
def assign(group: str) -> ResponseReturnValue:
    known = taught_group(group)
    form = AssignForm().offer(_quizzes_at_hand())
    if not form.validate_on_submit():
        return _page(known, assigning_form=form, status=422)
    quiz = taught_quiz(form.quiz.data)
    assigning.assign(quiz, known, form.opens_at.moment, form.due_at.moment, account(), now())
    flash(gettext("“%(title)s” is set for the class.", title=quiz.title))
    for told in filter(None, (form.opens_at.told, form.due_at.told)):
        flash(told, "warning")
    if quiz.open_publication is None:
        flash(gettext("It is not open yet: publish it, so that pupils can begin."), "warning")
    return _to(known)


@blueprint.post("/groups/<group>/assignments/<assignment>/removal")
def unassign(group: str, assignment: str) -> ResponseReturnValue:
    known = taught_group(group)
    found = assignments.assignment_in(known, assignment) or abort(404)
    if ActionForm().validate_on_submit():
        assigning.unassign(found)
        flash(
            gettext("The class does not see it any more. What was done stays; set it again to bring it back.")
        )
    return _to(known)


@blueprint.post("/groups/<group>/teachers")
def share_group(group: str) -> ResponseReturnValue:
    known, form = own_group(group), TeacherForm()
    teacher = people.account_by_login(form.login.data) if form.validate_on_submit() else None
    if teacher is None:
        form.login.errors = form.login.errors or [gettext("Nobody here signs in by this name.")]
        return _page(known, sharing_form=form, status=422)
    sharing.share(known, teacher)
    flash(gettext("%(name)s has the class too now.", name=teacher.name))
    return _to(known)


@blueprint.post("/groups/<group>/teachers/<teacher>/removal")
def unshare_group(group: str, teacher: str) -> ResponseReturnValue:
    known = own_group(group)
    if ActionForm().validate_on_submit():
        sharing.unshare(known, teacher)
        flash(gettext("Saved."))
    return _to(known)


@blueprint.get("/groups/<group>/deletion")
def deleting_group(group: str) -> ResponseReturnValue:
    known = own_group(group)
    came = sum(member.joined_at is not None for member in known.members)
    return render_template(
        "teach/confirm.html",
        heading=gettext("Delete the class %(name)s", name=known.name),
        goes=[
            ngettext("the list of %(num)s pupil", "the list of %(num)s pupils", len(known.members)),
            gettext("what was set for the class, with its deadlines, and the time that was given to pupils"),
            gettext("the code of the class"),
        ],
        stays=[
            ngettext(
                "attempts and scores of %(num)s pupil who has come, under Scores",
                "attempts and scores of %(num)s pupils who have come, under Scores",
                came,
            ),
            gettext("all quizzes"),
        ],
        button=gettext("Delete the class"),
        back=url_for("teach.group", group=known.public_id),
    )


@blueprint.post("/groups/<group>/deletion")
def delete_group(group: str) -> ResponseReturnValue:
    known = own_group(group)
    if not ActionForm().validate_on_submit():
        return _to(known)
    name = known.name
    with transaction():
        store.delete_group(known)
        note("deleted a class", name)
    flash(gettext("The class was deleted."))
    return redirect(url_for("teach.groups"), 303)


def _page(
    group: store.Group,
    *,
    settings: GroupSettingsForm | None = None,
    assigning_form: AssignForm | None = None,
    sharing_form: TeacherForm | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    answering.finish_all_over(now())
    page = render_template(
        "teach/group.html",
        group=group,
        is_own=group.owner_id == account().id,
        work=work_of(group),
        mine={quiz.id for quiz in quizzes_of(account())},
        failed=settings or assigning_form or sharing_form,
        settings=settings or GroupSettingsForm(obj=group),
        assigning=assigning_form or _assign_form(group).offer(_quizzes_at_hand()),
        sharing=sharing_form or TeacherForm(),
        way_in=_way_in(group),
        uncoded=sum(not member.has_code for member in group.members),
        extra_times=EXTRA_TIME_WORDS,
        at=now(),
    )
    return page, status


def _quizzes_at_hand() -> list[Quiz]:
    return [quiz for quiz in quizzes_of(account()) if quiz.archived_at is None]


def _assign_form(group: store.Group) -> AssignForm:
    """Empty, or with the hours of the quiz that the address names."""
    wanted = request.args.get("quiz", "")
    known = next((one for one in group.assignments if one.quiz.public_id == wanted), None)
    hours = {"opens_at": known.opens_at, "due_at": known.due_at} if known else {}
    return AssignForm(formdata=None, data={"quiz": wanted, **hours})


def _listing(group: store.Group, form: ListForm, read: ClassList | None, status: int) -> ResponseReturnValue:
    page = render_template("teach/listing.html", group=group, form=form, read=read, why=LEFT_OUT_WORDS)
    return page, status


def _way_in(group: store.Group) -> str:
    return url_for("learn.class_entrance", code=group.join_code, _external=True)


def _to(group: store.Group) -> ResponseReturnValue:
    return redirect(url_for("teach.group", group=group.public_id), 303)

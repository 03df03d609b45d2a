"""What is done with a quiz as a whole: a copy, a new code, sharing, the archive, the end."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from quizapp.store import people, sharing
from quizapp.store import quiz_keeping as store
from quizapp.store.engine import transaction
from quizapp.store.quizzes import Quiz
from quizapp.web.access import account, note, own_quiz, taught_quiz
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.teach import blueprint
from quizapp.web.teach.forms import LONGEST_TITLE
from quizapp.web.teach.group_forms import TeacherForm
from quizapp.web.teach.quizzes import quiz_page


@blueprint.post("/quizzes/<quiz>/copy")
def copy_quiz(quiz: str) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    if not ActionForm().validate_on_submit():
        return _to(known)
    title = gettext("%(title)s (copy)", title=known.title[: LONGEST_TITLE - 20])
    twin = store.copy_quiz(known, title, account(), now())
    flash(gettext("This is the copy: it has the questions and the rules, and a code of its own."))
    return _to(twin)


@blueprint.post("/quizzes/<quiz>/new-code")
def reset_join_code(quiz: str) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    if ActionForm().validate_on_submit():
        store.reset_join_code(known)
        flash(gettext("The quiz has a new code; the old one leads nowhere. Who has begun goes on."))
    return _to(known)


@blueprint.post("/quizzes/<quiz>/teachers")
def share_quiz(quiz: str) -> ResponseReturnValue:
    known, form = own_quiz(quiz), TeacherForm()
    teacher = people.account_by_login(form.login.data) if form.validate_on_submit() else None
    if teacher is None:
        form.login.errors = form.login.errors or [gettext("Nobody here signs in by this name.")]
        return quiz_page(known, sharing=form, status=422)
    sharing.share(known, teacher)
    flash(gettext("%(name)s may run, see, print and copy the quiz now.", name=teacher.name))
    return _to(known)


@blueprint.post("/quizzes/<quiz>/teachers/<teacher>/removal")
def unshare_quiz(quiz: str, teacher: str) -> ResponseReturnValue:
    known = own_quiz(quiz)
    if ActionForm().validate_on_submit():
        sharing.unshare(known, teacher)
        flash(gettext("Saved."))
    return _to(known)


@blueprint.post("/quizzes/<quiz>/archive")
def archive_quiz(quiz: str) -> ResponseReturnValue:
    known = own_quiz(quiz)
    if ActionForm().validate_on_submit():
        store.archive(known, account(), now())
        flash(gettext("“%(title)s” is closed and in the archive, with all its scores.", title=known.title))
    return redirect(url_for("teach.quizzes"), 303)


@blueprint.post("/quizzes/<quiz>/restoring")
def restore_quiz(quiz: str) -> ResponseReturnValue:
    known = own_quiz(quiz)
    if ActionForm().validate_on_submit():
        store.restore(known)
        flash(gettext("The quiz is out of the archive. It is closed until you publish it."))
    return _to(known)


@blueprint.get("/quizzes/<quiz>/deletion")
def deleting_quiz(quiz: str) -> ResponseReturnValue:
    """What goes; of a quiz that was attempted nothing does, and it is archived instead."""
    known = own_quiz(quiz)
    attempts = store.count_attempts(known)
    if attempts:
        return render_template(
            "teach/confirm.html",
            heading=gettext("Archive “%(title)s”", title=known.title),
            warning=ngettext(
                "It was attempted %(num)s time. What pupils have answered is not deleted: the quiz is closed and "
                "put away.",
                "It was attempted %(num)s times. What pupils have answered is not deleted: the quiz is closed and "
                "put away.",
                attempts,
            ),
            goes=[gettext("the way in by its code"), gettext("its place among the quizzes at hand")],
            stays=[gettext("all attempts, answers and scores"), gettext("the questions, in the bank")],
            button=gettext("Close and archive"),
            send_to=url_for("teach.archive_quiz", quiz=known.public_id),
            back=url_for("teach.quiz", quiz=known.public_id),
        )
    return render_template(
        "teach/confirm.html",
        heading=gettext("Delete “%(title)s”", title=known.title),
        goes=[
            gettext("the quiz with its settings, its code and the order of its questions"),
            gettext("what was set of it for classes"),
        ],
        stays=[
            ngettext(
                "its %(num)s question, in the bank", "its %(num)s questions, in the bank", len(known.entries)
            )
        ],
        button=gettext("Delete for good"),
        back=url_for("teach.quiz", quiz=known.public_id),
    )


@blueprint.post("/quizzes/<quiz>/deletion")
def delete_quiz(quiz: str) -> ResponseReturnValue:
    known = own_quiz(quiz)
    if not ActionForm().validate_on_submit():
        return _to(known)
    title = known.title
    try:
        with transaction():
            store.delete_quiz(known)
            note("deleted a quiz", title)
    except store.HasAttempts:
        flash(gettext("Somebody has attempted it meanwhile: archive it instead."), "warning")
        return redirect(url_for("teach.deleting_quiz", quiz=known.public_id), 303)
    flash(gettext("The quiz was deleted."))
    return redirect(url_for("teach.quizzes"), 303)


def _to(quiz: Quiz) -> ResponseReturnValue:
    return redirect(url_for("teach.quiz", quiz=quiz.public_id), 303)

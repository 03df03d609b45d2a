"""Choosing questions, ordering them, opening the quiz to pupils."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import bank as items
from quizapp.store import quiz_keeping
from quizapp.store import quizzes as store
from quizapp.store.sources import sources_of
from quizapp.web.access import account, own_quiz, taught_quiz
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.teach import blueprint
from quizapp.web.teach.group_forms import TeacherForm
from quizapp.web.teach.pages import publishing_problems, quiz_warnings
from quizapp.web.teach.quiz_forms import QuizForm, SettingsForm


@blueprint.get("/quizzes")
def quizzes() -> ResponseReturnValue:
    return _list(QuizForm())


@blueprint.post("/quizzes")
def add_quiz() -> ResponseReturnValue:
    form = QuizForm()
    if not form.validate_on_submit():
        return _list(form, 422)
    return _to(store.add_quiz(form.title.data, account(), now()))


@blueprint.get("/quizzes/<quiz>")
def quiz(quiz: str) -> ResponseReturnValue:
    return quiz_page(taught_quiz(quiz))


@blueprint.post("/quizzes/<quiz>")
def change_quiz(quiz: str) -> ResponseReturnValue:
    known, form = own_quiz(quiz), SettingsForm()
    form.closes_until_now = known.closes_at
    if not form.validate_on_submit():
        return quiz_page(known, form, status=422)
    store.rename(known, form.title.data, form.is_listed.data, form.shows_names.data)
    store.set_rules(known, form.feedback.data, form.minutes, shuffles=form.shuffles.data)
    quiz_keeping.set_hours(known, form.opens_at.moment, form.closes_at.moment, form.attempts)
    flash(gettext("Saved."))
    for told in filter(None, (form.opens_at.told, form.closes_at.told)):
        flash(told, "warning")
    return _to(known)


@blueprint.post("/quizzes/<quiz>/items")
def add_quiz_items(quiz: str) -> ResponseReturnValue:
    known = own_quiz(quiz)
    if ActionForm().validate_on_submit():
        chosen = items.items_by_public_id(account(), request.form.getlist("item"))
        added = store.append_items(known, [item for item in chosen if item.latest.status == "ready"])
        flash(gettext("Questions added: %(count)s.", count=added))
    return _to(known)


@blueprint.post("/quizzes/<quiz>/items/order")
def order_quiz_items(quiz: str) -> ResponseReturnValue:
    """The whole order at once, as it was dragged; asked by the page itself."""
    known = own_quiz(quiz)
    if ActionForm().validate_on_submit():
        quiz_keeping.reorder(known, request.form.getlist("item"))
    return _to(known)


@blueprint.post("/quizzes/<quiz>/items/<item>/up", defaults={"step": -1})
@blueprint.post("/quizzes/<quiz>/items/<item>/down", defaults={"step": 1})
def move_quiz_item(quiz: str, item: str, step: int) -> ResponseReturnValue:
    known = own_quiz(quiz)
    chosen = next((one for one in known.items if one.public_id == item), None)
    if chosen is not None and ActionForm().validate_on_submit():
        store.move_item(known, chosen, step)
    return _to(known, f"item-{item}")


@blueprint.post("/quizzes/<quiz>/items/<item>/removal")
def remove_quiz_item(quiz: str, item: str) -> ResponseReturnValue:
    known = own_quiz(quiz)
    chosen = next((one for one in known.items if one.public_id == item), None)
    if chosen is not None and ActionForm().validate_on_submit():
        store.remove_item(known, chosen)
        flash(gettext("The question was taken out of the quiz; it stays in the bank."))
    return _to(known)


@blueprint.post("/quizzes/<quiz>/publication")
def publish(quiz: str) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    if ActionForm().validate_on_submit() and not publishing_problems(known, now()):
        store.publish(known, account(), now())
        flash(gettext("The quiz is open. Give pupils the code."))
    return _to(known)


@blueprint.post("/quizzes/<quiz>/closing")
def close(quiz: str) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    if ActionForm().validate_on_submit():
        store.close(known, account(), now())
        flash(_what_closing_did(known))
    return _to(known)


def quiz_page(
    quiz: store.Quiz,
    form: SettingsForm | None = None,
    sharing: TeacherForm | None = None,
    *,
    status: int = 200,
) -> ResponseReturnValue:
    """The builder, or, where the quiz was shared with the teacher, what it holds."""
    chosen = {item.id for item in quiz.items}
    typed = {name: request.args.get(name, "")[:200] for name in ("words", "category", "type", "source")}
    ready = items.items_for(account(), items.BankFilter(status="ready", **typed))
    page = render_template(
        "teach/quiz.html",
        quiz=quiz,
        is_own=store.is_own(account(), quiz),
        form=form or SettingsForm(formdata=None, obj=quiz),
        sharing=sharing or TeacherForm(formdata=None),
        failed=form or sharing,
        problems=publishing_problems(quiz, now()),
        warnings=quiz_warnings(quiz),
        others=[item for item in ready if item.id not in chosen],
        usable=items.usable_among(account(), chosen),
        typed=typed,
        sources=sources_of(account()),
        attempts=quiz_keeping.count_attempts(quiz),
        at=now(),
    )
    return page, status


def _what_closing_did(quiz: store.Quiz) -> str:
    if quiz.publications and quiz.publications[-1].feedback == "after_closing":
        return gettext("The quiz is closed, what was answered is handed in, and pupils see what is right.")
    return gettext("The quiz is closed. Attempts under way may still be finished.")


def _to(quiz: store.Quiz, anchor: str | None = None) -> ResponseReturnValue:
    return redirect(url_for("teach.quiz", quiz=quiz.public_id, _anchor=anchor), 303)


def _list(form: QuizForm, status: int = 200) -> ResponseReturnValue:
    known = store.quizzes_of(account())
    page = render_template(
        "teach/quizzes.html",
        quizzes=[quiz for quiz in known if quiz.archived_at is None],
        archived=[quiz for quiz in known if quiz.archived_at is not None],
        me=account(),
        form=form,
    )
    return page, status

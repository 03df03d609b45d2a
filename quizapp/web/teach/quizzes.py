"""Choosing questions, ordering them, opening the quiz to pupils."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import bank as items
from quizapp.store import quizzes as store
from quizapp.web.access import account, taught_quiz, usable_item
from quizapp.web.clock import now
from quizapp.web.teach import blueprint
from quizapp.web.teach.forms import ActionForm, QuizForm, SettingsForm
from quizapp.web.teach.pages import publishing_problems, quiz_warnings


@blueprint.get("/quizzes")
def quizzes() -> ResponseReturnValue:
    return render_template("teach/quizzes.html", quizzes=store.quizzes_of(account()), form=QuizForm())


@blueprint.post("/quizzes")
def add_quiz() -> ResponseReturnValue:
    form = QuizForm()
    if not form.validate_on_submit():
        return render_template("teach/quizzes.html", quizzes=store.quizzes_of(account()), form=form), 422
    quiz = store.add_quiz(form.title.data, account(), now())
    return _to(quiz)


@blueprint.get("/quizzes/<quiz>")
def quiz(quiz: str) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    return _builder(known, SettingsForm(obj=known))


@blueprint.post("/quizzes/<quiz>")
def change_quiz(quiz: str) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    form = SettingsForm()
    if not form.validate_on_submit():
        return _builder(known, form, 422)
    store.rename(known, form.title.data, form.is_listed.data, form.shows_names.data)
    store.set_rules(known, form.feedback.data, form.minutes)
    flash(gettext("Saved."))
    return _to(known)


@blueprint.post("/quizzes/<quiz>/items")
def add_quiz_items(quiz: str) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    if ActionForm().validate_on_submit():
        chosen = items.items_by_public_id(account(), request.form.getlist("item"))
        added = store.append_items(known, [item for item in chosen if item.latest.status == "ready"])
        flash(gettext("Questions added: %(count)s.", count=added))
    return _to(known)


@blueprint.post("/quizzes/<quiz>/items/<item>/up", defaults={"step": -1})
@blueprint.post("/quizzes/<quiz>/items/<item>/down", defaults={"step": 1})
def move_quiz_item(quiz: str, item: str, step: int) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    if ActionForm().validate_on_submit():
        store.move_item(known, usable_item(item), step)
    return _to(known, f"item-{item}")


@blueprint.post("/quizzes/<quiz>/items/<item>/removal")
def remove_quiz_item(quiz: str, item: str) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    if ActionForm().validate_on_submit():
        store.remove_item(known, usable_item(item))
        flash(gettext("The question was taken out of the quiz; it stays in the bank."))
    return _to(known)


@blueprint.post("/quizzes/<quiz>/publication")
def publish(quiz: str) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    if ActionForm().validate_on_submit() and not publishing_problems(known):
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


def _what_closing_did(quiz: store.Quiz) -> str:
    if quiz.publications and quiz.publications[-1].feedback == "after_closing":
        return gettext("The quiz is closed, what was answered is handed in, and pupils see what is right.")
    return gettext("The quiz is closed. Attempts under way may still be finished.")


def _to(quiz: store.Quiz, anchor: str | None = None) -> ResponseReturnValue:
    return redirect(url_for("teach.quiz", quiz=quiz.public_id, _anchor=anchor), 303)


def _builder(quiz: store.Quiz, form: SettingsForm, status: int = 200) -> ResponseReturnValue:
    chosen = {item.id for item in quiz.items}
    ready = items.items_for(account(), items.BankFilter(status="ready"))
    page = render_template(
        "teach/quiz.html",
        quiz=quiz,
        form=form,
        action=ActionForm(),
        problems=publishing_problems(quiz),
        warnings=quiz_warnings(quiz),
        others=[item for item in ready if item.id not in chosen],
    )
    return page, status

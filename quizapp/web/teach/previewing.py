"""A quiz as a pupil meets it; what is answered here is graded and forgotten."""

from __future__ import annotations

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.store.answering import judged
from quizapp.store.bank import ItemVersion
from quizapp.web.access import taught_quiz
from quizapp.web.pages import verdict_on
from quizapp.web.response_forms import response_form
from quizapp.web.teach import blueprint


@blueprint.route("/quizzes/<quiz>/preview/<int:position>", methods=["GET", "POST"])
def preview(quiz: str, position: int) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    versions: list[ItemVersion] = [item.latest for item in known.items]
    if not 1 <= position <= len(versions):
        abort(404)
    version = versions[position - 1]
    form = response_form(version.item, known.public_id)
    is_answered = request.method == "POST" and form.validate_on_submit()
    page = render_template(
        "teach/preview.html",
        quiz=known,
        position=position,
        total=len(versions),
        item=version.item,
        language=version.bank_item.source.language,
        form=form,
        verdict=verdict_on(position, version, judged(version.item, form.response())) if is_answered else None,
    )
    return page, 422 if request.method == "POST" and not is_answered else 200

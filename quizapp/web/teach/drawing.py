"""Questions drawn at random, shown before they are taken."""

from __future__ import annotations

from secrets import randbelow
from urllib.parse import urlencode

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.items.shuffling import shuffled
from quizapp.store.bank import BankFilter, BankItem, items_for
from quizapp.store.difficulty import difficulties
from quizapp.store.quizzes import Quiz
from quizapp.web.access import account, own_quiz
from quizapp.web.teach import blueprint
from quizapp.web.teach.quiz_forms import DrawForm

USUAL_COUNT = "10"


@blueprint.get("/quizzes/<quiz>/draw")
def draw(quiz: str) -> ResponseReturnValue:
    """The same address draws the same questions, as long as the bank holds the same."""
    known = own_quiz(quiz)
    if not request.args.get("seed"):
        asked = {"count": USUAL_COUNT, **request.args.to_dict(), "seed": str(new_seed())}
        return redirect(f"{url_for('teach.draw', quiz=known.public_id)}?{urlencode(asked)}")
    form = DrawForm(request.args).offer()
    is_valid = form.validate()
    page = render_template(
        "teach/draw.html",
        quiz=known,
        form=form,
        drawn=drawn_items(known, form) if is_valid else [],
        again=urlencode({**request.args.to_dict(), "seed": new_seed()}),
    )
    return page, 200 if is_valid else 422


def drawn_items(quiz: Quiz, form: DrawForm) -> list[BankItem]:
    """Ready questions of the kind that are not in the quiz yet, by the number of the draw."""
    present = {item.id for item in quiz.items}
    wanted = BankFilter(status="ready", category=form.category.data, type=form.type.data)
    fitting = [item for item in items_for(account(), wanted) if item.id not in present]
    if form.difficulty.data:
        hard = difficulties(fitting)
        fitting = [item for item in fitting if hard[item.id] == form.difficulty.data]
    by_id = {item.public_id: item for item in fitting}
    return [by_id[public_id] for public_id in shuffled(by_id, form.seed.data)[: int(form.count.data)]]


def new_seed() -> int:
    return randbelow(100_000)

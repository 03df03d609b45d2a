"""The workbench: the candidates of a text are decided on, one by one or many at once, and become a quiz."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from quizapp.items.item import Status
from quizapp.store import bank, curation, readings
from quizapp.store import sources as store
from quizapp.web.access import account, usable_candidate, usable_source
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.teach import blueprint
from quizapp.web.teach.processes import start_reader
from quizapp.web.teach.suggestions import model_for
from quizapp.web.teach.workbench_page import Shown, candidates_shown, has_errors, part_at
from quizapp.web.teach.workbench_page import workbench as workbench_page


@blueprint.get("/")
def sources() -> ResponseReturnValue:
    start_reader()
    known = store.sources_of(account())
    return render_template(
        "teach/sources.html",
        sources=known,
        items=bank.count_items_by_source(),
        waiting=curation.count_waiting(known),
    )


@blueprint.get("/sources/<source>")
def workbench(source: str) -> ResponseReturnValue:
    found = usable_source(source)
    if reading := found.revision.reading:
        start_reader()
        has_failed = readings.has_failed(reading, now())
        return render_template("teach/reading.html", source=found, reading=reading, has_failed=has_failed)
    page = workbench_page(found, Shown.of(request.args), account())
    return render_template("teach/workbench.html", page=page, action=ActionForm(), model=model_for(found))


@blueprint.post("/sources/<source>/reading")
def read_again(source: str) -> ResponseReturnValue:
    found = usable_source(source)
    if ActionForm().validate_on_submit() and found.revision.reading:
        readings.read_anew(found.revision)
        start_reader()
    return redirect(url_for("teach.workbench", source=source), 303)


@blueprint.post("/candidates/<candidate>/acceptance")
def accept(candidate: str) -> ResponseReturnValue:
    proposed = usable_candidate(candidate)
    if ActionForm().validate_on_submit():
        item = proposed.candidate.item
        status: Status = "draft" if has_errors(item, proposed.revision.source) else "ready"
        bank.accept(proposed, item, status, account(), now())
    return _back_to(proposed)


@blueprint.post("/candidates/<candidate>/rejection")
def reject(candidate: str) -> ResponseReturnValue:
    proposed = usable_candidate(candidate)
    if ActionForm().validate_on_submit():
        bank.withdraw(proposed, account(), now())
        store.decide(proposed, "rejected", account(), now())
    return _back_to(proposed)


@blueprint.post("/candidates/<candidate>/reopening")
def reopen(candidate: str) -> ResponseReturnValue:
    proposed = usable_candidate(candidate)
    if ActionForm().validate_on_submit():
        bank.withdraw(proposed, account(), now())
    return _back_to(proposed)


@blueprint.post("/sources/<source>/acceptance")
def accept_clean(source: str) -> ResponseReturnValue:
    """Accept every candidate shown that no check objects to."""
    found, shown = usable_source(source), Shown.of(request.form)
    if ActionForm().validate_on_submit():
        clean = [card.proposed for card in candidates_shown(found, shown) if card.is_clean]
        count = curation.accept_all(clean, "ready", account(), now())
        flash(
            ngettext(
                "%(num)s question accepted. Undo takes it back.",
                "%(num)s questions accepted. Undo takes them back.",
                count,
            )
        )
    return _to_workbench(source, shown)


@blueprint.post("/sources/<source>/undoing")
def undo(source: str) -> ResponseReturnValue:
    """Take back what the teacher decided last, and show where it was."""
    found, shown = usable_source(source), Shown.of(request.form)
    undone = []
    if ActionForm().validate_on_submit():
        undone = curation.undo_last(found.revision, account(), now())
    if not undone:
        flash(gettext("There is nothing to take back."))
        return _to_workbench(source, shown)
    part = part_at(found.revision.body, undone[0].place)
    return _to_workbench(source, replace(shown, part=part, state=""), f"c{undone[0].position + 1}")


@blueprint.post("/sources/<source>/quiz")
def make_quiz(source: str) -> ResponseReturnValue:
    """A quiz of the teacher's own questions about the text, in its order."""
    found = usable_source(source)
    quiz = curation.quiz_of(found, account(), now()) if ActionForm().validate_on_submit() else None
    if quiz is None:
        flash(gettext("No question is ready yet: accept some first."), "warning")
        return redirect(url_for("teach.workbench", source=source), 303)
    return redirect(url_for("teach.quiz", quiz=quiz.public_id), 303)


def _back_to(proposed: store.ProposedItem) -> ResponseReturnValue:
    """The workbench as it was filtered, at the candidate decided on."""
    source = proposed.revision.source.public_id
    return _to_workbench(source, Shown.of(request.form), f"c{proposed.position + 1}")


def _to_workbench(source: str, shown: Shown, anchor: str | None = None) -> ResponseReturnValue:
    query: dict[str, Any] = shown.query
    return redirect(url_for("teach.workbench", source=source, _anchor=anchor, **query), 303)

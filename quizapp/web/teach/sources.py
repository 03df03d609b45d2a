"""A text is given, read, and its candidates are decided on."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.items.item import Status
from quizapp.store import bank
from quizapp.store import sources as store
from quizapp.web.access import account, usable_candidate, usable_source
from quizapp.web.clock import now
from quizapp.web.teach import blueprint
from quizapp.web.teach.forms import ActionForm, TextForm
from quizapp.web.teach.pages import has_errors
from quizapp.web.teach.pages import workbench as workbench_page
from quizapp.web.teach.suggestions import model_for


@blueprint.get("/")
def sources() -> ResponseReturnValue:
    return render_template(
        "teach/sources.html", sources=store.sources_of(account()), items=bank.count_items_by_source()
    )


@blueprint.get("/sources/new")
def new_source() -> ResponseReturnValue:
    return render_template("teach/new_source.html", form=TextForm())


@blueprint.post("/sources/new")
def add_source() -> ResponseReturnValue:
    form = TextForm()
    if not form.validate_on_submit():
        return render_template("teach/new_source.html", form=form), 422
    source = store.add_source(form.title.data, form.body.data, account(), now(), origin=form.origin.data)
    if form.encoding:
        flash(gettext("The file was read as %(encoding)s.", encoding=form.encoding))
    return redirect(url_for("teach.workbench", source=source.public_id), 303)


@blueprint.get("/sources/<source>")
def workbench(source: str) -> ResponseReturnValue:
    found = usable_source(source)
    page = workbench_page(found, request.args.get("category", ""), request.args.get("state", ""))
    return render_template("teach/workbench.html", page=page, action=ActionForm(), model=model_for(found))


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


def _back_to(proposed: store.ProposedItem) -> ResponseReturnValue:
    """The workbench as it was filtered, at the candidate decided on."""
    return redirect(
        url_for(
            "teach.workbench",
            source=proposed.revision.source.public_id,
            category=request.form.get("category") or None,
            state=request.form.get("state") or None,
            _anchor=f"c{proposed.position + 1}",
        ),
        303,
    )

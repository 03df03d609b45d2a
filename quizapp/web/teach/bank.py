"""Questions are added to the bank and mended, by a form."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import bank as store
from quizapp.store import sources
from quizapp.store.sources import Source
from quizapp.web.access import account, usable_candidate, usable_item, usable_source
from quizapp.web.clock import now
from quizapp.web.response_forms import previewed_form
from quizapp.web.teach import blueprint
from quizapp.web.teach.asking import asking_about
from quizapp.web.teach.item_form import ItemForm, form_of
from quizapp.web.teach.pages import item_page


@blueprint.get("/items/new")
def choose_source() -> ResponseReturnValue:
    return render_template("teach/choose_source.html", sources=sources.sources_of(account()))


@blueprint.get("/sources/<source>/items/new")
def new_item(source: str) -> ResponseReturnValue:
    known = usable_source(source)
    return _item_form(known, asking_about(known.revision, request.args.get("evidence", "")[:4000]))


@blueprint.post("/sources/<source>/items/new")
def add_item(source: str) -> ResponseReturnValue:
    known, form = usable_source(source), ItemForm()
    if "preview" in request.form:
        return _item_form(known, form)
    item = form.item_proved_by(known.revision)
    if item is None:
        return _item_form(known, form, 422)
    made = store.add_item(known, item, form.status.data, now(), owner=account())
    return _saved(made, form)


@blueprint.get("/items/<item>")
def item(item: str) -> ResponseReturnValue:
    known = usable_item(item)
    return _item_form(known.source, form_of(known.latest.item, known.latest.status), bank_item=known)


@blueprint.post("/items/<item>")
def change_item(item: str) -> ResponseReturnValue:
    known, form = usable_item(item), ItemForm()
    if "preview" in request.form:
        return _item_form(known.source, form, bank_item=known)
    changed = form.item_proved_by(known.source.revision)
    if changed is None:
        return _item_form(known.source, form, 422, bank_item=known)
    store.revise(known, changed, form.status.data, account(), now())
    return _saved(known, form)


@blueprint.get("/candidates/<candidate>")
def edit_candidate(candidate: str) -> ResponseReturnValue:
    proposed = usable_candidate(candidate)
    return _item_form(proposed.revision.source, form_of(proposed.candidate.item, "ready"))


@blueprint.post("/candidates/<candidate>")
def accept_edited(candidate: str) -> ResponseReturnValue:
    proposed, form = usable_candidate(candidate), ItemForm()
    source = proposed.revision.source
    if "preview" in request.form:
        return _item_form(source, form)
    item = form.item_proved_by(proposed.revision)
    if item is None:
        return _item_form(source, form, 422)
    store.accept(proposed, item, form.status.data, account(), now())
    _flash_saved(form)
    return redirect(
        url_for("teach.workbench", source=source.public_id, _anchor=f"c{proposed.position + 1}"), 303
    )


def _saved(bank_item: store.BankItem, form: ItemForm) -> ResponseReturnValue:
    _flash_saved(form)
    return redirect(url_for("teach.item", item=bank_item.public_id), 303)


def _flash_saved(form: ItemForm) -> None:
    flash(gettext("Saved."))
    for warning in form.warnings:
        flash(warning, "warning")


def _item_form(
    source: Source, form: ItemForm, status: int = 200, bank_item: store.BankItem | None = None
) -> ResponseReturnValue:
    look = form.look(source.revision)
    shown = previewed_form(look.item) if look.item else None
    if request.form.get("preview") == "parts":
        return render_template("teach/item_preview.html", source=source, form=form, look=look, shown=shown)
    page = item_page(source, bank_item, account())
    return render_template("teach/item.html", page=page, form=form, look=look, shown=shown), status

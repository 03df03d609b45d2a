"""Questions from files of other programs, and questions into them."""

from __future__ import annotations

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from quizapp.formats.own_table import template_xlsx
from quizapp.formats.registry import READABLE, WRITABLE, read_as
from quizapp.store import bank as items
from quizapp.store import bank_search, sources, waiting_files
from quizapp.store import exchange as store
from quizapp.web.access import account, own_waiting_file, taught_quiz, usable_source
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.tables import SHEETS, as_file
from quizapp.web.teach import blueprint
from quizapp.web.teach.bank_list import wanted_in
from quizapp.web.teach.exchange_forms import ConfirmForm, FileForm
from quizapp.web.teach.exchange_pages import draft_cards, export_page, preview_page


@blueprint.get("/import")
def choose_file() -> ResponseReturnValue:
    return _file_form(FileForm(formdata=None, source=request.args.get("source", "")))


@blueprint.get("/import/table.xlsx")
def table_template() -> ResponseReturnValue:
    """A table with examples, to be filled in with one's own questions."""
    return as_file(template_xlsx(), SHEETS, "quizapp-pytania.xlsx")


@blueprint.post("/import")
def read_file() -> ResponseReturnValue:
    form = FileForm()
    if not form.validate_on_submit():
        return _file_form(form, 422)
    file = waiting_files.keep_file(
        form.content, form.name, form.format.data, usable_source(form.source.data), account(), now()
    )
    return redirect(url_for("teach.preview_file", file=file.public_id), 303)


@blueprint.get("/import/<file>")
def preview_file(file: str) -> ResponseReturnValue:
    return _preview(own_waiting_file(file), ConfirmForm(formdata=None, ready=True))


@blueprint.post("/import/<file>")
def bring_in(file: str) -> ResponseReturnValue:
    known, form = own_waiting_file(file), ConfirmForm()
    reading = read_as(known.format, known.content)
    form.left_out = len(reading.left_out)
    if not form.validate_on_submit():
        return _preview(known, form, 422)
    source = known.source
    done = store.bring_in(
        source,
        store.compare(source, reading.items),
        form.known.data,
        form.ready.data,
        account(),
        now(),
        known,
    )
    if done is not None:
        flash(_what_came(done))
    if done is not None and done.drafts:
        return redirect(url_for("teach.drafts", source=source.public_id), 303)
    return redirect(url_for("teach.bank", source=source.public_id), 303)


@blueprint.post("/import/<file>/removal")
def forget_file(file: str) -> ResponseReturnValue:
    known = own_waiting_file(file)
    if ActionForm().validate_on_submit():
        waiting_files.forget_file(known)
        flash(gettext("The file is forgotten; nothing of it came in."))
    return redirect(url_for("teach.choose_file"), 303)


@blueprint.get("/sources/<source>/drafts")
def drafts(source: str) -> ResponseReturnValue:
    known = usable_source(source)
    found = items.items_for(account(), items.BankFilter(source=known.public_id, status="draft"))
    return render_template("teach/drafts.html", source=known, cards=draft_cards(found))


@blueprint.get("/export")
def export() -> ResponseReturnValue:
    """What the bank page showed, or the questions of a quiz, on their way out."""
    if "quiz" in request.args:
        quiz = taught_quiz(request.args["quiz"])
        return _export(quiz.items, quiz.title, "moodle")
    return _export(bank_search.all_found(account(), wanted_in(request.args)), "", "moodle")


@blueprint.post("/export")
def preview_export() -> ResponseReturnValue:
    chosen = items.items_by_public_id(account(), request.form.getlist("item"))
    name = request.form.get("wanted", "")
    if not ActionForm().validate_on_submit() or name not in WRITABLE:
        abort(400)
    return _export(chosen, request.form.get("title", "")[:200], name)


@blueprint.post("/export/file")
def export_file() -> ResponseReturnValue:
    chosen = items.items_by_public_id(account(), request.form.getlist("item"))
    known = WRITABLE.get(request.form.get("format", ""))
    if not ActionForm().validate_on_submit() or known is None or known.write is None or not chosen:
        abort(400)
    writing = known.write(store.as_written(chosen), request.form.get("title", "")[:200])
    response: Response = as_file(
        writing.content, known.mimetype, f"quizapp-{now():%Y-%m-%d}-{known.name}.{known.extension}"
    )
    return response


def _file_form(form: FileForm, status: int = 200) -> ResponseReturnValue:
    known = sources.sources_of(account())
    form.source.choices = [(source.public_id, source.title) for source in known]
    return render_template("teach/import.html", form=form, sources=known, formats=READABLE.values()), status


def _preview(file: waiting_files.WaitingFile, form: ConfirmForm, status: int = 200) -> ResponseReturnValue:
    page = preview_page(file)
    form.left_out = len(page.left_out)
    return render_template("teach/import_preview.html", page=page, form=form), status


def _export(chosen: list[items.BankItem], title: str, name: str) -> ResponseReturnValue:
    page = export_page(chosen, title, WRITABLE[name])
    return render_template("teach/export.html", page=page, formats=WRITABLE.values())


def _what_came(done: store.BroughtIn) -> str:
    told = [
        ngettext("%(num)s question is ready", "%(num)s questions are ready", done.ready)
        if done.ready
        else "",
        ngettext("%(num)s waits as a draft", "%(num)s wait as drafts", done.drafts) if done.drafts else "",
        ngettext("%(num)s was changed", "%(num)s were changed", done.updated) if done.updated else "",
        ngettext("%(num)s was left as it was", "%(num)s were left as they were", done.skipped)
        if done.skipped
        else "",
    ]
    return gettext(
        "The file is brought in: %(what)s.", what="; ".join(filter(None, told)) or gettext("nothing new")
    )

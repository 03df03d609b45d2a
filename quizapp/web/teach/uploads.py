"""A text is given, pasted or as a file; what was read of a file is shown before it becomes a source."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.formats.exchange import UnreadableFile
from quizapp.store import sources
from quizapp.store import uploads as store
from quizapp.web.access import account
from quizapp.web.clock import now
from quizapp.web.forms import clean_line, clean_text
from quizapp.web.teach import blueprint
from quizapp.web.teach.processes import read_file, start_reader
from quizapp.web.teach.text_forms import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    ConfirmForm,
    ReadAgainForm,
    TextForm,
    say_remark,
    say_too_long,
)
from quizapp.web.teach.words import KIND_WORDS

TELLING_WORDS = 12
_WITH_SIGNS = re.compile(r"[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*")


@blueprint.get("/sources/new")
def new_source() -> ResponseReturnValue:
    return render_template("teach/new_source.html", form=TextForm())


@blueprint.post("/sources/new")
def add_source() -> ResponseReturnValue:
    form = TextForm()
    if not form.validate_on_submit():
        return render_template("teach/new_source.html", form=form), 422
    if form.has_file:
        return _add_upload(form)
    source = sources.add_source(form.title.data, form.body.data, account(), now(), origin=form.origin.data)
    return _to(source)


@blueprint.get("/uploads/<upload>")
def upload(upload: str) -> ResponseReturnValue:
    found = _own_upload(upload)
    form = ConfirmForm(
        formdata=None, title=found.title, body=clean_text(found.document.text), origin=found.origin
    )
    return _upload_page(found, form)


@blueprint.post("/uploads/<upload>/reading")
def read_upload_again(upload: str) -> ResponseReturnValue:
    found, form = _own_upload(upload), ReadAgainForm()
    if form.validate_on_submit() and found.data is not None:
        try:
            store.read_again(found, read_file(found.data, form.encoding.data, form.kind.data))
        except UnreadableFile as error:
            flash(say_remark(error.remark), "warning")
    return redirect(url_for("teach.upload", upload=upload), 303)


@blueprint.post("/uploads/<upload>")
def confirm_upload(upload: str) -> ResponseReturnValue:
    found, form = store.upload_for(account(), upload), ConfirmForm()
    if found is None:
        return _already_there()
    if not form.validate_on_submit():
        return _upload_page(found, form, 422)
    try:
        source = store.confirm(found, form.title.data, form.body.data, form.origin.data, account(), now())
    except store.AlreadyConfirmed:
        return _already_there()
    return _to(source)


def _add_upload(form: TextForm) -> ResponseReturnValue:
    data: bytes = form.file.data.read()
    try:
        document = read_file(data)
    except UnreadableFile as error:
        return _refused(form, say_remark(error.remark))
    if len(document.text) > LONGEST_TEXT:  # so much could be shown, but not sent back
        return _refused(form, say_too_long(document.text))
    title = form.title.data or clean_line(document.title) or _named(form.file.data.filename)
    upload = store.keep_upload(account(), document, data, title[:LONGEST_TITLE], form.origin.data, now())
    return redirect(url_for("teach.upload", upload=upload.public_id), 303)


def _refused(form: TextForm, says: str) -> ResponseReturnValue:
    form.file.errors = [says]
    return render_template("teach/new_source.html", form=form), 422


def _named(filename: str) -> str:
    """What the file is called, without folders and ending: a proposal for the title, and never a path."""
    return clean_line(PurePosixPath(PureWindowsPath(filename).name).stem)


def _own_upload(public_id: str) -> store.Upload:
    found = store.upload_for(account(), public_id)
    if found is None:
        abort(404)
    return found


def _upload_page(upload: store.Upload, form: ConfirmForm, status: int = 200) -> ResponseReturnValue:
    document = upload.document
    telling = dict.fromkeys(_WITH_SIGNS.findall(document.text[:20_000]))
    page = render_template(
        "teach/upload.html",
        upload=upload,
        form=form,
        again=ReadAgainForm(formdata=None, encoding=document.encoding, kind=document.kind),
        kind=KIND_WORDS[document.kind],
        remarks=[say_remark(remark) for remark in document.remarks],
        telling=list(telling)[:TELLING_WORDS],
    )
    return page, status


def _already_there() -> ResponseReturnValue:
    flash(gettext("This text was confirmed already: look for it in the list."))
    return redirect(url_for("teach.sources"), 303)


def _to(source: sources.Source) -> ResponseReturnValue:
    start_reader()
    return redirect(url_for("teach.workbench", source=source.public_id), 303)

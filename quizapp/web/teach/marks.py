"""The marks of a text, corrected by a person: a name, a date, a speaker, or that there is none."""

from __future__ import annotations

import re
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.store import amendments as store
from quizapp.store.sources import Source, annotations_of
from quizapp.web.access import account, usable_source
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.teach import blueprint
from quizapp.web.teach.mark_forms import form_of_mark
from quizapp.web.teach.marks_page import MarkedPlace, mark_at, marks_page
from quizapp.web.teach.workbench_page import Shown, part_at

_REF = re.compile(r"(date|person|quotation)-(\d{1,8})-(\d{1,8})")


@blueprint.get("/sources/<source>/marks")
def marks(source: str) -> ResponseReturnValue:
    found = usable_source(source)
    page = marks_page(found, Shown.of(request.args))
    return render_template("teach/marks.html", page=page, action=ActionForm())


@blueprint.get("/sources/<source>/marks/<ref>")
def mark(source: str, ref: str) -> ResponseReturnValue:
    found = usable_source(source)
    place = _place(found, ref)
    return _mark_page(found, place, form_of_mark(place))


@blueprint.post("/sources/<source>/marks/<ref>")
def correct_mark(source: str, ref: str) -> ResponseReturnValue:
    found = usable_source(source)
    place = _place(found, ref)
    form = form_of_mark(place, typed=True)
    if not form.validate_on_submit():
        return _mark_page(found, place, form, 422)
    amendment = form.amendment(place, request.form.get("change", ""))
    if amendment:
        store.amend(found.revision, amendment, account(), now())
        flash(gettext("The mark is corrected, and the questions follow. What you decided stays."))
    return _to_workbench(found, place.start)


@blueprint.post("/sources/<source>/amendments/<amendment>/undoing")
def undo_amendment(source: str, amendment: str) -> ResponseReturnValue:
    found = usable_source(source)
    if ActionForm().validate_on_submit() and store.undo_amendment(found.revision, amendment, now()):
        flash(gettext("The correction is taken back, and the questions follow."))
    return redirect(url_for("teach.marks", source=source), 303)


def _place(source: Source, ref: str) -> MarkedPlace:
    named = _REF.fullmatch(ref)
    found = (
        mark_at(annotations_of(source.revision), named[1], (int(named[2]), int(named[3]))) if named else None
    )
    if found is None:
        abort(404)
    return found


def _mark_page(source: Source, place: MarkedPlace, form: Any, status: int = 200) -> ResponseReturnValue:
    return render_template("teach/mark.html", source=source, place=place, form=form), status


def _to_workbench(source: Source, place: int) -> ResponseReturnValue:
    part = part_at(source.revision.body, place) or None
    return redirect(url_for("teach.workbench", source=source.public_id, part=part), 303)

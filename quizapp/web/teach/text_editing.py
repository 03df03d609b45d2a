"""The words of a text are edited: a new revision, with the proofs of its questions found again."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from quizapp.store import revising
from quizapp.store.describing import LOST
from quizapp.store.sources import Source
from quizapp.web.access import account, own_source
from quizapp.web.clock import now
from quizapp.web.forms import clean_text
from quizapp.web.teach import blueprint
from quizapp.web.teach.text_forms import BodyForm


@blueprint.get("/sources/<source>/text")
def source_text(source: str) -> ResponseReturnValue:
    known = own_source(source)
    return _page(known, BodyForm(formdata=None, body=known.revision.body, seen=known.revision.number))


@blueprint.post("/sources/<source>/text")
def change_source_text(source: str) -> ResponseReturnValue:
    known, form = own_source(source), BodyForm()
    if not form.validate_on_submit():
        return _page(known, form, 422)
    if request.form.get("seen") != str(known.revision.number) and form.body.data != known.revision.body:
        form.body.errors = [
            gettext("The text was changed meanwhile. Look at it in another window, then save here again.")
        ]
        form.seen.data = str(known.revision.number)
        return _page(known, form, 422)
    revised = revising.revise_text(known, _as_before(known, form.body.data), account(), now())
    _tell(revised)
    if revised.lost:
        return redirect(url_for("teach.bank", flag=LOST, source=source), 303)
    return redirect(url_for("teach.workbench", source=source), 303)


def _tell(revised: revising.Revised) -> None:
    flash(gettext("Saved."))
    if revised.moved:
        flash(
            ngettext(
                "%(num)s proof moved with the text.", "%(num)s proofs moved with the text.", revised.moved
            )
        )
    if revised.lost:
        flash(
            ngettext(
                "The text does not say the proof of %(num)s question any more: mend it.",
                "The text does not say the proofs of %(num)s questions any more: mend them.",
                revised.lost,
            ),
            "warning",
        )


def _as_before(source: Source, typed: str) -> str:
    """A form neither keeps the line end at the close of a text nor changes anything else by being sent."""
    body = source.revision.body
    return body if typed == clean_text(body) else typed


def _page(source: Source, form: BodyForm, status: int = 200) -> ResponseReturnValue:
    return render_template("teach/source_text.html", source=source, form=form), status

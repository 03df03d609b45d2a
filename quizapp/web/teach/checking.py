"""What the checks say of a question while it is being typed."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from quizapp.web.access import usable_source
from quizapp.web.teach import blueprint
from quizapp.web.teach.item_form import ItemForm


@blueprint.post("/sources/<source>/checks")
def check_typed(source: str) -> ResponseReturnValue:
    """The findings alone, nothing kept; what is ready would be kept as it is."""
    form = ItemForm()
    form.item_proved_by(usable_source(source).revision)
    return render_template("teach/findings.html", form=form)

"""A language model is asked for questions, where whoever runs the site has named one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from flask import abort, current_app, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, gettext

from quizapp.config import ModelSettings
from quizapp.generate.by_model.prompting import conversations
from quizapp.generate.by_model.suggest import suggest
from quizapp.language_model import Answer, ask
from quizapp.store import sources as store
from quizapp.web.access import account, own_source
from quizapp.web.forms import ActionForm
from quizapp.web.teach import blueprint
from quizapp.web.teach.words import REFUSAL_WORDS, TROUBLE_WORDS


@blueprint.post("/sources/<source>/suggestions")
def suggest_more(source: str) -> ResponseReturnValue:
    found = own_source(source)
    model = model_for(found)
    if model is None:
        abort(404)
    if ActionForm().validate_on_submit():
        _suggest(found.revision, model)
    return redirect(url_for("teach.workbench", source=source), 303)


def model_for(source: store.Source) -> ModelSettings | None:
    """The model that the teacher may send this text to: there must be one, and the text be the teacher's own."""
    model: ModelSettings | None = current_app.config["LANGUAGE_MODEL"]
    return model if source.owner_id == account().id else None


def _suggest(revision: store.SourceRevision, model: ModelSettings) -> None:
    annotations = store.annotations_of(revision)
    answers = ask(model, conversations(annotations))
    replies = [answer.reply for answer in answers if not answer.trouble]
    known = [proposed.candidate for proposed in revision.candidates]
    suggested = suggest(annotations, replies, known, revision.correction_notes)
    added = store.add_candidates(revision, suggested.candidates)
    if replies:
        refused = sum(suggested.refused.values())
        flash(
            gettext(
                "From the language model: %(added)s added, %(refused)s refused.", added=added, refused=refused
            )
        )
    if suggested.refused:
        flash(gettext("Refused: %(why)s.", why=_counted(suggested.refused, REFUSAL_WORDS)), "warning")
    _flash_silence(answers)


def _flash_silence(answers: Sequence[Answer]) -> None:
    troubles = Counter(answer.trouble for answer in answers if answer.trouble)
    if troubles:
        flash(
            gettext(
                "Without an answer of the language model: %(silent)s of %(count)s parts of the text. Why: %(why)s.",
                silent=troubles.total(),
                count=len(answers),
                why=_counted(troubles, TROUBLE_WORDS),
            ),
            "warning",
        )


def _counted(found: Mapping[Any, int], words: Mapping[str, LazyString]) -> str:
    return "; ".join(f"{words[name]} ({count})" for name, count in sorted(found.items()))

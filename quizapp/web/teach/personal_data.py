"""What a pupil or a parent may ask the teacher for: a copy of what is kept, and that it goes."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from quizapp.store.data_of_others import data_for, is_theirs_alone
from quizapp.store.engine import transaction
from quizapp.store.erasure import erase
from quizapp.store.learners import Learner
from quizapp.store.own_data import OwnData
from quizapp.web import own_file
from quizapp.web.access import account, known_learner, note
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.tables import as_file
from quizapp.web.teach import blueprint


@blueprint.get("/learners/<learner>/data")
def personal_data(learner: str) -> ResponseReturnValue:
    return _page(known_learner(learner))


@blueprint.get("/learners/<learner>/data.json")
def personal_data_json(learner: str) -> ResponseReturnValue:
    content = own_file.write_json(data_for(account(), known_learner(learner)), now())
    note("took a pupil's data out", learner)
    return as_file(content, "application/json", "quizapp-learner.json")


@blueprint.get("/learners/<learner>/data.csv")
def personal_data_csv(learner: str) -> ResponseReturnValue:
    content = own_file.write_csv(data_for(account(), known_learner(learner)))
    note("took a pupil's data out", learner)
    return as_file(content, "text/csv", "quizapp-learner-answers.csv")


@blueprint.get("/learners/<learner>/erasure")
def erasing_learner(learner: str) -> ResponseReturnValue:
    """What exactly goes, before it goes."""
    known = known_learner(learner)
    if not is_theirs_alone(account(), known):
        return _page(known, 409)
    own = data_for(account(), known)
    return render_template(
        "teach/confirm.html",
        heading=gettext("Erase %(name)s", name=known.nickname),
        warning=_warning(own),
        goes=_goes(own),
        stays=[
            ngettext(
                "%(num)s attempt with its times, its score and the options chosen, without a name",
                "%(num)s attempts with their times, their scores and the options chosen, without a name",
                len(own.attempts),
            ),
            gettext("lists that were saved or printed before, and backups"),
        ],
        button=gettext("Erase for good"),
        back=url_for("teach.personal_data", learner=known.public_id),
    )


@blueprint.post("/learners/<learner>/erasure")
def erase_learner(learner: str) -> ResponseReturnValue:
    known = known_learner(learner)
    name = known.nickname
    if not is_theirs_alone(account(), known):
        return _page(known, 409)
    if not ActionForm().validate_on_submit():
        return redirect(url_for("teach.erasing_learner", learner=known.public_id), 303)
    with transaction():
        erase(known, now())
        note("erased a pupil")
    flash(gettext("%(name)s has been erased.", name=name))
    return redirect(url_for("teach.history"), 303)


def _page(known: Learner, status: int = 200) -> ResponseReturnValue:
    page = render_template(
        "teach/personal_data.html",
        learner=known,
        own=data_for(account(), known),
        is_theirs_alone=is_theirs_alone(account(), known),
    )
    return page, status


def _warning(own: OwnData) -> str:
    final = gettext("It cannot be undone.")
    if not own.running:
        return final
    titles = ", ".join(attempt.publication.title for attempt in own.running)
    begun = gettext(
        "%(name)s has begun what is not handed in yet: %(titles)s. It will be handed in as it stands.",
        name=own.learner.nickname,
        titles=titles,
    )
    return f"{begun} {final}"


def _goes(own: OwnData) -> list[str]:
    return [
        gettext("the nickname and the personal code"),
        ngettext("the way back to %(num)s session", "the way back to %(num)s sessions", len(own.sessions)),
        ngettext("the place in %(num)s class", "the places in %(num)s classes", len(own.places)),
        ngettext("%(num)s answer given in practice", "%(num)s answers given in practice", len(own.practice)),
        gettext("what was typed as an answer, half-given answers, and the words of reports"),
    ]

"""The states of a question, its versions, and the choice between what the file says and what a teacher wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.items.differing import Difference, differences
from quizapp.items.item import STATUSES
from quizapp.store import bank_changes, bank_files
from quizapp.store.bank import BankItem, ItemVersion
from quizapp.web.access import account, usable_item
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm
from quizapp.web.teach import blueprint
from quizapp.web.teach.words import PART_WORDS
from quizapp.web.teach.workbench_page import has_errors


@dataclass(frozen=True, slots=True)
class VersionCard:
    """A version, and how it differs from the one before; the first differs from none."""

    version: ItemVersion
    changes: Sequence[Difference]
    is_first: bool = False


@blueprint.post("/items/<item>/state")
def set_item_status(item: str) -> ResponseReturnValue:
    known = usable_item(item)
    status = next((status for status in STATUSES if status == request.form.get("state")), None)
    if status is None:
        abort(400)
    if ActionForm().validate_on_submit():
        if status == "ready" and has_errors(known.latest.item, known.source):
            flash(
                gettext("It cannot be asked like that yet: mend what is said beside the fields."), "warning"
            )
        else:
            bank_changes.set_status([known], status, account(), now())
            flash(gettext("Saved."))
    return _to(known)


@blueprint.get("/items/<item>/versions")
def versions(item: str) -> ResponseReturnValue:
    known = usable_item(item)
    first, *_ = known.versions
    later = [VersionCard(new, _changes(old, new)) for old, new in pairwise(known.versions)]
    cards = [VersionCard(first, (), is_first=True), *later]
    return render_template("teach/versions.html", bank_item=known, cards=cards[::-1], part_words=PART_WORDS)


@blueprint.post("/items/<item>/versions/<int:number>/restoration")
def restore_version(item: str, number: int) -> ResponseReturnValue:
    known = usable_item(item)
    version = next((version for version in known.versions if version.number == number), None)
    if version is None:
        abort(404)
    if ActionForm().validate_on_submit():
        bank_changes.restore(version, account(), now())
        flash(gettext("Version %(number)s is in force again, as a new version.", number=number))
    return redirect(url_for("teach.versions", item=item), 303)


@blueprint.get("/items/<item>/file")
def file_change(item: str) -> ResponseReturnValue:
    known = usable_item(item)
    change = bank_files.file_change_of(known)
    if change is None:
        return _to(known)
    latest = known.latest
    changes = differences(latest.item, latest.status, change.item, change.status)
    return render_template(
        "teach/file_change.html", bank_item=known, change=change, changes=changes, part_words=PART_WORDS
    )


@blueprint.post("/items/<item>/file")
def choose_file_change(item: str) -> ResponseReturnValue:
    known = usable_item(item)
    change = bank_files.file_change_of(known)
    if change is not None and ActionForm().validate_on_submit():
        if request.form.get("choice") == "file":
            bank_files.take_file(change, now())
            flash(gettext("The question is now as the file has it."))
        elif request.form.get("choice") == "own":
            bank_files.keep_own(change, account(), now())
            flash(gettext("The question stays as you have it."))
    return _to(known)


def _changes(old: ItemVersion, new: ItemVersion) -> tuple[Difference, ...]:
    return differences(old.item, old.status, new.item, new.status)


def _to(bank_item: BankItem) -> ResponseReturnValue:
    return redirect(url_for("teach.item", item=bank_item.public_id), 303)

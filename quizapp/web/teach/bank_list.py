"""The bank: questions are looked for, and many changed at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from werkzeug.datastructures import MultiDict

from quizapp.items.item import STATUSES
from quizapp.store import bank_changes, facility, quizzes, reports, sources
from quizapp.store import bank_search as store
from quizapp.store.bank import BankItem, items_by_public_id
from quizapp.store.describing import LONGEST_TAG, LOST
from quizapp.store.quizzes import Quiz
from quizapp.store.sources import Source
from quizapp.web.access import account, taught_quiz
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm, clean_line
from quizapp.web.teach import blueprint
from quizapp.web.teach.words import FACILITY_WORDS, FINDING_WORDS, SORT_WORDS
from quizapp.web.teach.workbench_page import has_errors

LONGEST_WORDS = 200
FIELDS = ("words", "source", "category", "type", "status", "tag", "flag", "facility", "sort")
FOUND_FLAGS = (LOST, store.FROM_FILE, store.ALIKE)


@dataclass(frozen=True, slots=True)
class BankView:
    """The bank as the page shows it: the filter as typed, what passes it, and what could be filtered by."""

    wanted: store.BankSearch
    found: store.BankPage
    facility: dict[int, facility.Facility]
    sources: Sequence[Source]
    tags: dict[str, int]
    flags: Sequence[str]
    quizzes: Sequence[Quiz]
    undo: str
    asked: MultiDict[str, str]
    """What was ticked and typed for a change that was refused."""

    @property
    def typed(self) -> dict[str, str]:
        return {name: value for name, value in asdict(self.wanted).items() if value}

    @property
    def is_narrowed(self) -> bool:
        return bool(self.typed.keys() - {"sort"})

    def share(self, item: BankItem) -> str:
        """How much of the points learners got, where enough of them answered."""
        known = self.facility.get(item.id)
        return f"{known.share:.0%}" if known and known.answers >= store.FEWEST_ANSWERS else ""


def wanted_in(typed: MultiDict[str, str]) -> store.BankSearch:
    """What a teacher looks for, as an address or a form says it."""
    return store.BankSearch(**{name: clean_line(typed.get(name, ""))[:LONGEST_WORDS] for name in FIELDS})


@blueprint.get("/bank")
def bank() -> ResponseReturnValue:
    return _bank_page(request.args)


def _bank_page(typed: MultiDict[str, str]) -> str:
    wanted, page = wanted_in(typed), typed.get("page", "1")
    found = store.search(
        account(), wanted, int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    )
    in_use = store.labels_in_use(account(), "flag")
    view = BankView(
        wanted,
        found,
        facility.facilities_of([item.id for item in found.items]),
        sources.sources_of(account()),
        store.labels_in_use(account(), "tag"),
        [flag for flag in FINDING_WORDS if flag in FOUND_FLAGS or flag in in_use],
        quizzes.quizzes_of(account()),
        typed.get("undo", "") if _moment(typed.get("undo", "")) else "",
        typed,
    )
    return render_template(
        "teach/bank.html",
        view=view,
        reported=reports.count_open_reports(account()),
        flag_words=FINDING_WORDS,
        facility_words=FACILITY_WORDS,
        sort_words=SORT_WORDS,
    )


@blueprint.post("/bank/changes")
def change_bank() -> ResponseReturnValue:
    chosen = items_by_public_id(account(), request.form.getlist("item")[: store.PAGE_SIZE])
    wish, at = request.form.get("do", ""), now()
    if not ActionForm().validate_on_submit():
        return _back()
    if not chosen:
        return _refuse(gettext("Tick the questions first."))
    if wish == "quiz":
        return _add_to_quiz(chosen)
    if wish in STATUSES:
        return _set_status(chosen, wish, at)
    if wish in ("tag", "untag"):
        return _set_tag(chosen, wish, at)
    return _back()


@blueprint.post("/bank/undoing")
def undo_bank_changes() -> ResponseReturnValue:
    moment = _moment(request.form.get("moment", ""))
    if ActionForm().validate_on_submit() and moment is not None:
        count = bank_changes.take_back(account(), moment, now())
        flash(ngettext("Undone for %(num)s question.", "Undone for %(num)s questions.", count))
    return _back()


def _add_to_quiz(chosen: list[BankItem]) -> ResponseReturnValue:
    if not request.form.get("quiz"):
        return _refuse(gettext("Choose a quiz first."))
    quiz = taught_quiz(request.form["quiz"])
    ready = [item for item in chosen if item.latest.status == "ready"]
    added = quizzes.append_items(quiz, ready)
    flash(
        ngettext(
            "%(num)s question was added to “%(title)s”.",
            "%(num)s questions were added to “%(title)s”.",
            added,
            title=quiz.title,
        )
    )
    if len(ready) < len(chosen):
        flash(gettext("Not ready, so not added: %(count)s.", count=len(chosen) - len(ready)), "warning")
    return _back()


def _set_status(chosen: list[BankItem], wish: str, at: datetime) -> ResponseReturnValue:
    status = next(known for known in STATUSES if known == wish)
    fit = [item for item in chosen if status != "ready" or not has_errors(item.latest.item, item.source)]
    if len(fit) < len(chosen):
        flash(
            gettext("To be mended first, so not made ready: %(count)s.", count=len(chosen) - len(fit)),
            "warning",
        )
    return _changed(bank_changes.set_status(fit, status, account(), at), at)


def _set_tag(chosen: list[BankItem], wish: str, at: datetime) -> ResponseReturnValue:
    tag = clean_line(request.form.get("new_tag", "")).replace(",", " ").strip()
    if not tag or len(tag) > LONGEST_TAG:
        return _refuse(gettext("Write a tag of at most %(most)s characters first.", most=LONGEST_TAG))
    change: Callable[..., int] = bank_changes.add_tag if wish == "tag" else bank_changes.remove_tag
    return _changed(change(chosen, tag, account(), at), at)


def _changed(count: int, at: datetime) -> ResponseReturnValue:
    flash(ngettext("%(num)s question changed.", "%(num)s questions changed.", count))
    return _back(undo=at.isoformat() if count else None)


def _back(**more: Any) -> ResponseReturnValue:
    """The list as it was filtered."""
    typed: dict[str, Any] = {
        name: request.form.get(name, "")[:LONGEST_WORDS] or None for name in (*FIELDS, "page")
    }
    return redirect(url_for("teach.bank", **typed, **more), 303)


def _refuse(why: str) -> ResponseReturnValue:
    """The list with what was ticked and typed, to be sent again."""
    flash(why, "warning")
    return _bank_page(request.form), 422


def _moment(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else None

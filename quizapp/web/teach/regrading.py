"""A wrong key mended after pupils have answered: first who would change, then the change, then its log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext, ngettext
from wtforms import RadioField, SelectMultipleField, TextAreaField
from wtforms.widgets import CheckboxInput, ListWidget

from quizapp.analysis.grades import Scale, grade_of
from quizapp.items.item import Item
from quizapp.items.mending import asks_the_same, may_be_rekeyed, with_answers, with_key
from quizapp.store import bank, regrades
from quizapp.store import regrading as store
from quizapp.store.bank import ItemVersion
from quizapp.store.engine import transaction
from quizapp.store.quizzes import Quiz
from quizapp.store.scales import scale_for
from quizapp.web.access import account, made_regrade, note, taught_quiz
from quizapp.web.clock import now
from quizapp.web.forms import ActionForm, PlainForm, Visible, clean_line, clean_text
from quizapp.web.teach import blueprint
from quizapp.web.teach.scopes import scope_of
from quizapp.web.teach.workbench_page import has_errors

LONGEST_REASON = 300
MOST_ANSWERS, LONGEST_ANSWER = 50, 200


class KeyForm(PlainForm):
    """What is right after all, and why."""

    way = RadioField(lazy_gettext("What was wrong"), validate_choice=False)
    right = SelectMultipleField(
        lazy_gettext("Right options"),
        description=lazy_gettext("Tick every option that is to count as right."),
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
        validate_choice=False,
    )
    answers = TextAreaField(
        lazy_gettext("Accepted answers"),
        description=lazy_gettext("One a line; the first is shown to pupils."),
        filters=[lambda typed: clean_text(typed)],
        render_kw={"rows": 5},
    )
    reason = TextAreaField(
        lazy_gettext("Why"),
        description=lazy_gettext("Pupils read it beside the question."),
        filters=[lambda typed: clean_line(typed)],
        validators=[Visible(LONGEST_REASON)],
        render_kw={"rows": 2},
    )

    def mended(self, version: ItemVersion) -> Item | None:
        """The item with its mended key; None where the question is struck, or with an error in the form."""
        item = version.item
        if self.way.data == "latest":
            return version.bank_item.latest.item
        if self.way.data != "key":
            return None
        return self._typed_key(item) if item.is_typed else self._chosen_key(item)

    def _chosen_key(self, item: Item) -> Item | None:
        numbers = {
            int(one) for one in self.right.data or () if one.isascii() and one.isdigit() and len(one) < 4
        }
        right = {option.text for place, option in enumerate(item.options) if place in numbers}
        if not right:
            self.right.errors = [gettext("Tick at least one option.")]
            return None
        return with_key(item, right)

    def _typed_key(self, item: Item) -> Item | None:
        answers = list(dict.fromkeys(filter(None, map(clean_line, self.answers.data.split("\n")))))
        if not answers:
            self.answers.errors = [gettext("Write at least one answer.")]
        elif len(answers) > MOST_ANSWERS or max(map(len, answers)) > LONGEST_ANSWER:
            self.answers.errors = [
                gettext(
                    "At most %(most)s answers of %(longest)s characters.",
                    most=MOST_ANSWERS,
                    longest=LONGEST_ANSWER,
                )
            ]
        return None if self.answers.errors else with_answers(item, answers)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One answer whose worth would change, and what that does to the whole score and the school grade."""

    change: store.Change
    scale: Scale

    @property
    def new(self) -> Fraction:
        return self.change.old + self.change.difference

    @property
    def total(self) -> Fraction:
        return self.change.attempt.points

    @property
    def new_total(self) -> Fraction:
        return self.total + self.change.difference

    @property
    def grades(self) -> tuple[int, int] | None:
        """Before and after; None while the attempt is under way, or for a retry."""
        attempt = self.change.attempt
        if not attempt.is_finished or attempt.is_retry:
            return None
        before, after = (total / attempt.questions for total in (self.total, self.new_total))
        return grade_of(before, self.scale), grade_of(after, self.scale)


@blueprint.get("/quizzes/<quiz>/analysis/<int:position>/key")
def mend_key(quiz: str, position: int) -> ResponseReturnValue:
    known, asked = _asked(quiz, position)
    item = _graded(known, asked)
    form = KeyForm(
        formdata=None,
        way="key" if may_be_rekeyed(item) else "struck",
        right=[str(place) for place, option in enumerate(item.options) if option.correct],
        answers="\n".join(item.answer),
    )
    return _form_page(known, asked, form)


@blueprint.post("/quizzes/<quiz>/analysis/<int:position>/key")
def regrade(quiz: str, position: int) -> ResponseReturnValue:
    """Without a confirmation only what would change is shown."""
    known, asked = _asked(quiz, position)
    form = KeyForm()
    _offer(form, asked)
    is_sound = form.validate_on_submit()
    if form.way.data not in dict(form.way.choices):
        form.way.errors = [gettext("Choose one.")]
    item = form.mended(asked)
    if not is_sound or form.errors or form.way.errors or form.right.errors or form.answers.errors:
        return _form_page(known, asked, form, 422)
    if "confirmed" not in request.form:
        return _dry_run(known, asked, form, item)
    with transaction():
        revised = _revise_bank(asked, item) if form.way.data == "key" else None
        done = store.regrade(asked, item, form.reason.data, account(), now(), revised)
        note("mended a key", done.public_id)
    flash(
        ngettext("Regraded: %(num)s answer changed.", "Regraded: %(num)s answers changed.", len(done.moved))
    )
    return redirect(url_for("teach.regraded", regrade=done.public_id), 303)


@blueprint.get("/regrades")
def all_regrades() -> ResponseReturnValue:
    return render_template("teach/regrades.html", regrades=regrades.regrades_by(account()))


@blueprint.get("/regrades/<regrade>")
def regraded(regrade: str) -> ResponseReturnValue:
    return render_template("teach/regraded.html", regrade=made_regrade(regrade))


@blueprint.post("/regrades/<regrade>/undoing")
def undo_regrade(regrade: str) -> ResponseReturnValue:
    known = made_regrade(regrade)
    if ActionForm().validate_on_submit():
        try:
            with transaction():
                store.undo(known, account(), now())
                _take_back_in_bank(known)
                note("took a mended key back", known.public_id)
        except store.NotTheLatest:
            flash(gettext("The key was mended again since, or this was undone already."), "warning")
        else:
            flash(gettext("Undone: every answer is worth what it was before."))
    return redirect(url_for("teach.regraded", regrade=known.public_id), 303)


def _asked(quiz: str, position: int) -> tuple[Quiz, ItemVersion]:
    """The version at a position of the publications that the address names."""
    scope = scope_of(taught_quiz(quiz))
    found = next((entry for entry in scope.entries if entry.position == position), None)
    return scope.quiz, found.version if found else abort(404)


def _graded(quiz: Quiz, version: ItemVersion) -> Item:
    """The item as it is graded now."""
    holding = regrades.regrade_of(quiz.id, version)
    return holding.item if holding else version.item


def _offer(form: KeyForm, version: ItemVersion) -> None:
    """The ways to mend this version."""
    latest = version.bank_item.latest
    ways = []
    if may_be_rekeyed(version.item):
        ways.append(("key", gettext("The key: other or further answers are right")))
    if latest.id != version.id and asks_the_same(version.item, latest.item):
        ways.append(("latest", gettext("The key, as it has been mended in the bank since")))
    ways.append(("struck", gettext("The question: strike it, everybody gets its point")))
    form.way.choices = ways
    form.right.choices = [(str(place), option.text) for place, option in enumerate(version.item.options)]


def _form_page(quiz: Quiz, version: ItemVersion, form: KeyForm, status: int = 200) -> ResponseReturnValue:
    _offer(form, version)
    page = render_template(
        "teach/mend_key.html",
        quiz=quiz,
        version=version,
        form=form,
        has_options=may_be_rekeyed(version.item) and bool(version.item.options),
    )
    return page, status


def _dry_run(quiz: Quiz, version: ItemVersion, form: KeyForm, item: Item | None) -> ResponseReturnValue:
    scale = scale_for(quiz, account())
    lines: Sequence[ChangeLine] = [
        ChangeLine(change, scale)
        for change in store.changes_by(version, item, account())
        if change.difference
    ]
    return render_template(
        "teach/regrade_preview.html",
        quiz=quiz,
        version=version,
        form=form,
        item=item,
        lines=lines,
        quizzes=regrades.quizzes_asking(version, account()),
    )


def _revise_bank(version: ItemVersion, item: Item | None) -> ItemVersion | None:
    """Mend the question in the bank too, for publications to come; None where it may not be asked like that."""
    latest = version.bank_item.latest
    if item is None or latest.id != version.id or has_errors(item, version.bank_item.source):
        return None
    return bank.revise(version.bank_item, item, latest.status, account(), now())


def _take_back_in_bank(known: regrades.Regrade) -> None:
    bank_item = known.version.bank_item
    if known.revised_to_id is not None and bank_item.latest.id == known.revised_to_id:
        bank.revise(bank_item, known.version.item, known.version.status, account(), now())

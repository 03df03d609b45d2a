from __future__ import annotations

from datetime import datetime

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, SelectField, StringField
from wtforms.validators import ValidationError

from quizapp.items.item import CATEGORIES, ITEM_TYPES
from quizapp.store.difficulty import DIFFICULTIES
from quizapp.store.quizzes import FEEDBACK
from quizapp.web.clock import now
from quizapp.web.forms import PlainForm, Visible, clean_line
from quizapp.web.moments import MomentField, ends_before
from quizapp.web.teach.forms import LONGEST_TITLE
from quizapp.web.teach.words import DIFFICULTY_WORDS, FEEDBACK_WORDS, TYPE_WORDS
from quizapp.web.words import CATEGORY_WORDS, spoken

MOST_MINUTES = 600
MOST_ATTEMPTS = 99
MOST_DRAWN = 100


def _as_typed(number: str | int | None) -> str:
    return "" if number is None else clean_line(str(number))


def _is_between(typed: str, least: int, most: int) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) < 6 and least <= int(typed) <= most


class QuizForm(PlainForm):
    """A quiz by its title, and where it is seen."""

    title = StringField(
        lazy_gettext("Title of the quiz"), filters=[clean_line], validators=[Visible(LONGEST_TITLE)]
    )
    is_listed = BooleanField(lazy_gettext("Show on the first page, for anybody without a code"))
    shows_names = BooleanField(lazy_gettext("Show nicknames on the projector"))


class SettingsForm(QuizForm):
    """A quiz, the rules of its next publication, and its hours."""

    feedback = SelectField(
        lazy_gettext("Feedback"),
        description=lazy_gettext("When pupils see the right answer and the words that prove it."),
        choices=lambda: list(spoken(FEEDBACK_WORDS).items()),
        validate_choice=False,
    )
    time_limit = StringField(
        lazy_gettext("Time limit in minutes"),
        description=lazy_gettext(
            "Empty: none. A pupil of a class can be given more, before or during an attempt."
        ),
        filters=[_as_typed],
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )
    attempts_limit = StringField(
        lazy_gettext("Attempts a pupil may make"),
        description=lazy_gettext("Empty: any number. Under another nickname somebody is another pupil."),
        filters=[_as_typed],
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )
    opens_at = MomentField(
        lazy_gettext("Opens"), description=lazy_gettext("Empty: as soon as it is published.")
    )
    closes_at = MomentField(
        lazy_gettext("Closes"),
        description=lazy_gettext("Then nobody can begin any more. Empty: when you close it."),
    )
    shuffles = BooleanField(lazy_gettext("Put the questions in another order for each pupil"))

    closes_until_now: datetime | None = None
    """When the quiz closes before the form is saved: a time that is past already may stay."""

    @property
    def minutes(self) -> int | None:
        return int(self.time_limit.data) if self.time_limit.data else None

    @property
    def attempts(self) -> int | None:
        return int(self.attempts_limit.data) if self.attempts_limit.data else None

    def validate_feedback(self, field: SelectField) -> None:
        if field.data not in FEEDBACK:
            raise ValidationError(gettext("Choose when pupils see what is right."))

    def validate_time_limit(self, field: StringField) -> None:
        if field.data and not _is_between(field.data, 1, MOST_MINUTES):
            raise ValidationError(
                gettext("Whole minutes from 1 to %(most)s, or nothing at all.", most=MOST_MINUTES)
            )

    def validate_attempts_limit(self, field: StringField) -> None:
        if field.data and not _is_between(field.data, 1, MOST_ATTEMPTS):
            raise ValidationError(
                gettext("A whole number from 1 to %(most)s, or nothing at all.", most=MOST_ATTEMPTS)
            )

    def validate_closes_at(self, field: MomentField) -> None:
        if ends_before(self.opens_at, field):
            raise ValidationError(gettext("It must close after it opens."))
        if field.moment and field.moment <= now() and field.moment != self.closes_until_now:
            raise ValidationError(gettext("This is past. To close the quiz now, use the button above."))


class DrawForm(PlainForm):
    """How many questions of what kind are drawn; the same number of the draw gives the same questions."""

    class Meta:
        csrf = False  # it only asks

    count = StringField(
        lazy_gettext("How many questions"), filters=[_as_typed], render_kw={"inputmode": "numeric"}
    )
    category = SelectField(lazy_gettext("Category"), validate_choice=False)
    type = SelectField(lazy_gettext("Type"), validate_choice=False)
    difficulty = SelectField(lazy_gettext("Difficulty"), validate_choice=False)
    seed = StringField(
        lazy_gettext("Number of the draw"),
        description=lazy_gettext("The same number draws the same questions."),
        filters=[_as_typed],
        render_kw={"inputmode": "numeric"},
    )

    def offer(self) -> DrawForm:
        """The kinds that can be drawn."""
        any_kind = ("", gettext("all"))
        self.category.choices = [any_kind, *((name, CATEGORY_WORDS[name]) for name in CATEGORIES)]
        self.type.choices = [any_kind, *((name, TYPE_WORDS[name]) for name in ITEM_TYPES)]
        self.difficulty.choices = [any_kind, *((name, DIFFICULTY_WORDS[name]) for name in DIFFICULTIES)]
        return self

    def validate_count(self, field: StringField) -> None:
        if not _is_between(field.data, 1, MOST_DRAWN):
            raise ValidationError(gettext("A whole number from 1 to %(most)s.", most=MOST_DRAWN))

    def validate_seed(self, field: StringField) -> None:
        if not _is_between(field.data, 0, 99_999):
            raise ValidationError(gettext("A whole number from 0 to 99999."))

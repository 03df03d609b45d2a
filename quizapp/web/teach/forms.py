from __future__ import annotations

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, SelectField, StringField
from wtforms.validators import ValidationError

from quizapp.store.quizzes import FEEDBACK
from quizapp.store.starting import EXTRA_TIMES
from quizapp.web.forms import PlainForm, Visible, clean_line
from quizapp.web.teach.words import EXTRA_TIME_WORDS, FEEDBACK_WORDS
from quizapp.web.words import spoken

LONGEST_TITLE = 200
MOST_MINUTES = 600


def _as_typed(minutes: str | int | None) -> str:
    return "" if minutes is None else clean_line(str(minutes))


class ActionForm(PlainForm):
    """A button: nothing but the token."""


class QuizForm(PlainForm):
    title = StringField(
        lazy_gettext("Title of the quiz"), filters=[clean_line], validators=[Visible(LONGEST_TITLE)]
    )
    is_listed = BooleanField(lazy_gettext("Show on the first page, for anybody without a code"))
    shows_names = BooleanField(lazy_gettext("Show nicknames on the projector"))


class SettingsForm(QuizForm):
    """A quiz and the rules of its next publication."""

    feedback = SelectField(
        lazy_gettext("Feedback"),
        description=lazy_gettext("When pupils see the right answer and the words that prove it."),
        choices=lambda: list(spoken(FEEDBACK_WORDS).items()),
        validate_choice=False,
    )
    time_limit = StringField(
        lazy_gettext("Time limit in minutes"),
        description=lazy_gettext("Empty: none. A pupil can be given more on the page of an attempt."),
        filters=[_as_typed],
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )

    @property
    def minutes(self) -> int | None:
        return int(self.time_limit.data) if self.time_limit.data else None

    def validate_feedback(self, field: SelectField) -> None:
        if field.data not in FEEDBACK:
            raise ValidationError(gettext("Choose when pupils see what is right."))

    def validate_time_limit(self, field: StringField) -> None:
        typed = field.data
        is_number = typed.isascii() and typed.isdigit() and len(typed) < 6
        if typed and not (is_number and 1 <= int(typed) <= MOST_MINUTES):
            raise ValidationError(
                gettext("Whole minutes from 1 to %(most)s, or nothing at all.", most=MOST_MINUTES)
            )


class TimeForm(PlainForm):
    """A learner's share of a time limit, in percent."""

    extra_time = SelectField(
        lazy_gettext("Time for this pupil"),
        coerce=int,
        choices=lambda: list(spoken(EXTRA_TIME_WORDS).items()),
        validate_choice=False,
    )

    def validate_extra_time(self, field: SelectField) -> None:
        if field.data not in EXTRA_TIMES:
            raise ValidationError(gettext("Choose one of the lengths of time."))

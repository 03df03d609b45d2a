from __future__ import annotations

from flask_babel import gettext, lazy_gettext
from wtforms import SelectField
from wtforms.validators import ValidationError

from quizapp.store.starting import EXTRA_TIMES
from quizapp.web.forms import PlainForm
from quizapp.web.teach.words import EXTRA_TIME_WORDS
from quizapp.web.words import spoken

LONGEST_TITLE = 200


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

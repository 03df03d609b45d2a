from __future__ import annotations

from flask_babel import gettext, lazy_gettext
from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField, Field, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import ValidationError

from quizapp.store.quizzes import FEEDBACK
from quizapp.store.starting import EXTRA_TIMES
from quizapp.text.decoding import Undecodable, decode
from quizapp.web.forms import PlainForm, Visible, clean_line, clean_text
from quizapp.web.teach.words import EXTRA_TIME_WORDS, FEEDBACK_WORDS
from quizapp.web.words import spoken

LONGEST_TITLE = 200
LONGEST_TEXT = 60_000
FEWEST_WORDS = 5
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


class BodyForm(PlainForm):
    """The words of a text that is there already; `seen` is the number of the revision that was edited."""

    body = TextAreaField(lazy_gettext("Text"), filters=[clean_text], render_kw={"rows": 24})
    seen = HiddenField()

    def validate_body(self, field: TextAreaField) -> None:
        _check_length(field.data)


class TextForm(PlainForm):
    """A text, pasted or as a file."""

    title = StringField(lazy_gettext("Title"), filters=[clean_line], validators=[Visible(LONGEST_TITLE)])
    body = TextAreaField(
        lazy_gettext("Text"),
        description=lazy_gettext("Paste it here, or choose a file below."),
        filters=[clean_text],
        render_kw={"rows": 14},
    )
    file = FileField(
        lazy_gettext("File .txt"),
        description=lazy_gettext("UTF-8, UTF-16, Windows-1250 and ISO 8859-2 are recognised."),
        render_kw={"accept": ".txt,text/plain"},
    )
    origin = StringField(
        lazy_gettext("Where the text is from"),
        description=lazy_gettext("Author, book, page or address; pupils see it under the text."),
        filters=[clean_line],
    )

    encoding = ""
    """How the uploaded file was read; empty for pasted text."""

    def validate_file(self, field: FileField) -> None:
        if not isinstance(field.data, FileStorage) or not field.data.filename:
            return
        if self.body.data.strip():
            raise ValidationError(
                gettext("There is a pasted text too: empty the field above, or leave out the file.")
            )
        try:
            decoded = decode(field.data.read())
        except Undecodable:
            raise ValidationError(
                gettext("This is not a text file. Save it as plain text (UTF-8) and choose it again.")
            ) from None
        self.encoding = decoded.encoding
        self.body.data = clean_text(decoded.text)
        _check_length(self.body.data)

    def validate_body(self, field: TextAreaField) -> None:
        has_file = isinstance(self.file.data, FileStorage) and self.file.data.filename
        if not has_file:
            _check_length(field.data)

    def validate_origin(self, field: Field) -> None:
        if len(field.data) > 500:
            raise ValidationError(
                gettext("At most %(most)s characters; these are %(found)s.", most=500, found=len(field.data))
            )


def _check_length(text: str) -> None:
    words = len(text.split())
    if not words:
        raise ValidationError(gettext("Paste a text, or choose a file."))
    if words < FEWEST_WORDS:
        raise ValidationError(
            gettext(
                "This is too short to ask about: at least %(least)s words, better a few paragraphs.",
                least=FEWEST_WORDS,
            )
        )
    if len(text) > LONGEST_TEXT:
        raise ValidationError(
            gettext(
                "The text has %(found)s characters; at most %(most)s fit. Divide it into parts.",
                found=len(text),
                most=LONGEST_TEXT,
            )
        )

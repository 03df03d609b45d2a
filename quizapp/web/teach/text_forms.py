"""The forms by which a text comes in: pasted or as a file, and then as it was read."""

from __future__ import annotations

from flask_babel import gettext, lazy_gettext
from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import ValidationError

from quizapp.formats.documents import ENCODINGS
from quizapp.formats.exchange import Remark
from quizapp.web.forms import AtMost, PlainForm, Visible, clean_line, clean_text
from quizapp.web.teach.words import PLAIN_KIND_WORDS
from quizapp.web.words import spoken

LONGEST_TITLE = 200
LONGEST_ORIGIN = 500
LONGEST_TEXT = 1_600_000
"""Characters: a book of 200 000 words."""
FEWEST_WORDS = 5


class TextForm(PlainForm):
    """A text, pasted or as a file; a file may name its own title."""

    title = StringField(
        lazy_gettext("Title"),
        description=lazy_gettext(
            "What the text is about, such as “The armistice of 1917”: it opens questions if the text does not."
        ),
        filters=[clean_line],
    )
    body = TextAreaField(
        lazy_gettext("Text"),
        description=lazy_gettext("Paste it here, or choose a file below."),
        filters=[clean_text],
        render_kw={"rows": 14},
    )
    file = FileField(
        lazy_gettext("File"),
        description=lazy_gettext(
            "Word (.docx), OpenDocument (.odt), PDF, a web page, Markdown or plain text; you see it first."
        ),
        render_kw={"accept": ".txt,.md,.html,.htm,.docx,.odt,.pdf"},
    )
    origin = StringField(
        lazy_gettext("Where the text is from"),
        description=lazy_gettext("Author, book, page or address; pupils see it under the text."),
        filters=[clean_line],
        validators=[AtMost(LONGEST_ORIGIN)],
    )

    @property
    def has_file(self) -> bool:
        return isinstance(self.file.data, FileStorage) and bool(self.file.data.filename)

    def validate_title(self, field: StringField) -> None:
        if field.data or not self.has_file:
            Visible(LONGEST_TITLE)(self, field)

    def validate_file(self, field: FileField) -> None:
        if self.has_file and self.body.data.strip():
            raise ValidationError(
                gettext("There is a pasted text too: empty the field above, or leave out the file.")
            )

    def validate_body(self, field: TextAreaField) -> None:
        if not self.has_file:
            check_length(field.data)


class BodyForm(PlainForm):
    """The words of a text that is there already; `seen` is the number of the revision that was edited."""

    body = TextAreaField(lazy_gettext("Text"), filters=[clean_text], render_kw={"rows": 24})
    seen = HiddenField()

    def validate_body(self, field: TextAreaField) -> None:
        check_length(field.data)


class ConfirmForm(PlainForm):
    """What was read of a file, to be mended and confirmed."""

    title = StringField(lazy_gettext("Title"), filters=[clean_line], validators=[Visible(LONGEST_TITLE)])
    body = TextAreaField(
        lazy_gettext("Text"),
        description=lazy_gettext("This is what questions will be made from: mend what was read wrong."),
        filters=[clean_text],
        render_kw={"rows": 20},
    )
    origin = StringField(
        lazy_gettext("Where the text is from"),
        description=lazy_gettext("Author, book, page or address; pupils see it under the text."),
        filters=[clean_line],
        validators=[AtMost(LONGEST_ORIGIN)],
    )

    def validate_body(self, field: TextAreaField) -> None:
        check_length(field.data)


class ReadAgainForm(PlainForm):
    """Another encoding, or another kind of plain text, for the same bytes."""

    encoding = SelectField(lazy_gettext("Encoding"), choices=lambda: list(ENCODINGS))
    kind = SelectField(lazy_gettext("Read as"), choices=lambda: list(spoken(PLAIN_KIND_WORDS).items()))


def say_remark(remark: Remark) -> str:
    """What a reader of files remarks, in the language of the page; what it names is in the catalogue too."""
    return str(gettext(remark.message, **{name: gettext(value) for name, value in remark.facts}))


def check_length(text: str) -> None:
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
        raise ValidationError(say_too_long(text))


def say_too_long(text: str) -> str:
    return gettext(
        "The text has %(found)s characters; at most %(most)s fit. Divide it into parts.",
        found=len(text),
        most=LONGEST_TEXT,
    )

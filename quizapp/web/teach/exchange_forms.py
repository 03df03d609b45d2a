"""The forms for files of other programs: which file, and what to do with what the bank has already."""

from __future__ import annotations

from flask_babel import gettext, lazy_gettext
from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField, SelectField
from wtforms.validators import ValidationError

from quizapp.formats.exchange import Reading, Remark, UnreadableFile
from quizapp.formats.registry import READABLE, read_as, recognise
from quizapp.store.exchange import KNOWN
from quizapp.text.cleaning import clean_line
from quizapp.web.forms import PlainForm
from quizapp.web.words import spoken

KNOWN_WORDS = {
    "skip": lazy_gettext("leave them as they are"),
    "update": lazy_gettext("change them to what the file says"),
    "copy": lazy_gettext("bring them in once more"),
}


def say_remark(remark: Remark) -> str:
    """A remark of a reader or writer in the language of the page."""
    return str(gettext(remark.message, **dict(remark.facts)))


class FileForm(PlainForm):
    """A file of questions, its format, and the text that is to prove them."""

    file = FileField(lazy_gettext("File"))
    format = SelectField(
        lazy_gettext("Format"),
        choices=lambda: [
            ("", gettext("recognise it")),
            *((known.name, known.title) for known in READABLE.values()),
        ],
        validate_choice=False,
    )
    source = SelectField(
        lazy_gettext("Text that proves the questions"),
        description=lazy_gettext("The words of proof that the file brings along are looked for in it."),
        validate_choice=False,
    )

    content = b""
    name = ""
    reading: Reading | None = None

    def validate_file(self, field: FileField) -> None:
        if not isinstance(field.data, FileStorage) or not field.data.filename:
            raise ValidationError(gettext("Choose a file."))
        self.name = clean_line(field.data.filename)[-200:]
        self.content = field.data.read()
        try:
            if self.format.data in READABLE:
                self.reading = read_as(self.format.data, self.content)
            else:
                known, self.reading = recognise(self.content)
                self.format.data = known.name
        except UnreadableFile as error:
            raise ValidationError(say_remark(error.remark)) from None


class ConfirmForm(PlainForm):
    """What becomes of the questions of a file."""

    known = SelectField(
        lazy_gettext("Questions that the bank has already"), choices=lambda: list(spoken(KNOWN_WORDS).items())
    )
    ready = BooleanField(
        lazy_gettext("What is proved by the text may be asked at once; the rest waits as drafts")
    )
    whole = BooleanField(lazy_gettext("Bring in nothing unless everything in the file can come in"))

    left_out = 0
    """How many questions of the file cannot come in."""

    def validate_known(self, field: SelectField) -> None:
        if field.data not in KNOWN:
            raise ValidationError(gettext("Choose one of the three."))

    def validate_whole(self, field: BooleanField) -> None:
        if field.data and self.left_out:
            raise ValidationError(
                gettext(
                    "Nothing came in, as not everything can (left out: %(count)s). Mend the file, or untick this.",
                    count=self.left_out,
                )
            )

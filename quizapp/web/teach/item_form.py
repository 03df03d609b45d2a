"""The form for a question of any type: typed lines to an item, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import Field, SelectField, StringField, TextAreaField
from wtforms.validators import ValidationError

from quizapp.formats.bank_items import read_items
from quizapp.formats.errors import (
    BankError,
    ExcerptMissing,
    FieldMissing,
    FieldOfOtherType,
    OptionMissing,
    UnknownWord,
    WrongValue,
)
from quizapp.formats.questions import LONGEST_FEEDBACK, LONGEST_OPTION, MOST_OPTIONS
from quizapp.formats.toml_fields import Fields
from quizapp.items.checks import check, say
from quizapp.items.item import Item, Option, Status
from quizapp.store.sources import SourceRevision
from quizapp.web.forms import AtMost, PlainForm, Visible, clean_line, clean_text
from quizapp.web.languages import language_code
from quizapp.web.teach.words import STATUS_WORDS, TYPE_WORDS
from quizapp.web.words import CATEGORY_WORDS, spoken

WHY_SIGN = "|"
PAIR_SIGN = "="


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check says beside a field; a grave one keeps the question from being asked."""

    field: str
    says: str
    is_grave: bool


@dataclass(frozen=True, slots=True)
class Look:
    """A question as far as it is written, and what is to be said of it."""

    item: Item | None
    remarks: tuple[Remark, ...]

    def beside(self, field: str) -> list[Remark]:
        return [remark for remark in self.remarks if remark.field == field]


class ItemForm(PlainForm):
    type = SelectField(lazy_gettext("Type"), choices=lambda: spoken(TYPE_WORDS))
    category = SelectField(lazy_gettext("Category"), choices=lambda: spoken(CATEGORY_WORDS))
    stem = TextAreaField(
        lazy_gettext("Question"),
        description=lazy_gettext("A question mark at the end, or a sentence with one gap written as ____"),
        filters=[clean_line],
        validators=[Visible(500)],
        render_kw={"rows": 2},
    )
    key = TextAreaField(
        lazy_gettext("Right answer"),
        filters=[clean_text],
        validators=[Visible(2000)],
        render_kw={"rows": 3},
    )
    distractors = TextAreaField(
        lazy_gettext("Wrong answers"),
        description=lazy_gettext("One a line; after a | you may say why it is wrong."),
        filters=[clean_text],
        render_kw={"rows": 3},
    )
    evidence = TextAreaField(
        lazy_gettext("Evidence"),
        description=lazy_gettext(
            "The words of the text that prove the answer: select them in the text, or paste."
        ),
        filters=[clean_text],
        validators=[Visible(4000)],
        render_kw={"rows": 3},
    )
    feedback = TextAreaField(
        lazy_gettext("Explanation"),
        description=lazy_gettext("Shown after the answer."),
        filters=[clean_text],
        validators=[AtMost(LONGEST_FEEDBACK)],
        render_kw={"rows": 2},
    )
    status = SelectField(lazy_gettext("State"), choices=lambda: spoken(STATUS_WORDS))
    tags = StringField(
        lazy_gettext("Tags"),
        description=lazy_gettext("Separated by commas."),
        filters=[clean_line],
        validators=[AtMost(LONGEST_OPTION)],
    )

    warnings: tuple[str, ...] = ()

    @property
    def key_hint(self) -> str:
        """What to write as the key of a question of the chosen type."""
        return str(_KEY_HINTS.get(self.type.data, ""))

    @property
    def has_no_distractors(self) -> bool:
        """Whether a question of the chosen type has none, and none are written either."""
        return (
            self.type.data in ("boolean", "typed", "date", "order")
            and not (self.distractors.data or "").strip()
        )

    def validate_key(self, field: TextAreaField) -> None:
        if too_much := _too_much(field.data):
            raise ValidationError(too_much)

    validate_distractors = validate_key

    def item_proved_by(self, revision: SourceRevision) -> Item | None:
        """The item as typed; None, with messages beside the fields, where it cannot be asked like that."""
        if not self.validate_on_submit():
            return None
        item, errors = self._read(revision)
        for error in errors:
            self._refuse(*_beside_a_field(error))
        if errors:
            return None
        findings = check(item, source_text=revision.body, corrections=revision.correction_notes)
        self.warnings = tuple(say(found, language_code()) for found in findings if found.level == "warning")
        if self.status.data == "ready":
            for found in findings:
                if found.level == "error":
                    self._refuse(found.field, say(found, language_code()))
        return None if any(field.errors for field in self) else item

    def look(self, revision: SourceRevision) -> Look:
        """How the question would be asked, and what is to be said of it while it is being written."""
        answers = ((field.name, _too_much(field.data or "")) for field in (self.key, self.distractors))
        if too_much := tuple(Remark(name, says, True) for name, says in answers if says):
            return Look(None, too_much)
        item, errors = self._read(revision)
        said = [_beside_a_field(error) for error in errors if not isinstance(error, FieldMissing)]
        remarks = [Remark(self._field_of(name).name, message, True) for name, message in said]
        unread = {error.field for error in errors if hasattr(error, "field")} | {name for name, _ in said}
        if unread & {"type", "category", "stem", "key", "distractors"} or not item.stem:
            return Look(None, tuple(remarks))
        for found in check(item, source_text=revision.body, corrections=revision.correction_notes):
            if found.field != "evidence" or item.evidence:
                field = self._field_of(found.field)
                remarks.append(Remark(field.name, say(found, language_code()), found.level == "error"))
        return Look(item, tuple(remarks))

    def _read(self, revision: SourceRevision) -> tuple[Item, list[BankError]]:
        errors: list[BankError] = []
        entries = read_items(Fields({"item": [self._typed()]}, "", "", errors), revision.body)
        return entries[0].item, errors

    def _typed(self) -> dict[str, Any]:
        """What was typed, in the form of a bank file: one reader and one set of rules for both."""
        keys, wrongs = _lines(self.key.data or ""), _lines(self.distractors.data or "")
        kind = self.type.data
        texts = [text for text, _ in keys]
        chosen = kind in ("single", "boolean", "multiple", "order", "match") or (kind == "cloze" and wrongs)
        values: dict[str, Any] = {
            "id": "typed",
            "type": kind,
            "category": self.category.data,
            "stem": self.stem.data or "",
            "key": _typed_key(kind, texts, bool(chosen)),
            "evidence": [line for line in (self.evidence.data or "").split("\n") if line.strip()],
            "feedback": (self.feedback.data or "").strip(),
            "tags": [tag.strip() for tag in (self.tags.data or "").split(",") if tag.strip()],
            "why": {text.split(f" {PAIR_SIGN} ")[-1]: why for text, why in [*keys, *wrongs] if why},
        }
        if wrongs and kind != "boolean":
            values["distractors"] = [text for text, _ in wrongs]
        if not chosen and len(texts) > 1:
            values["accepted"] = texts[1:]
        return values

    def _refuse(self, name: str, message: str) -> None:
        field = self._field_of(name)
        field.errors = [*field.errors, message]

    def _field_of(self, name: str) -> Field:
        return self._fields.get(_FIELD_OF_PART.get(name, name), self.stem)


def form_of(item: Item, status: Status) -> ItemForm:
    """The form filled in with an item."""
    keys = [_line(option, item) for option in item.options if option.correct] or list(item.answer)
    wrongs = [] if item.type == "boolean" else [_line(o, item) for o in item.options if not o.correct]
    return ItemForm(
        formdata=None,
        type=item.type,
        category=item.category,
        stem=item.stem,
        key="\n".join(keys),
        distractors="\n".join(wrongs),
        evidence="\n".join(" ".join(span.text.split()) for span in item.evidence),
        feedback=item.feedback,
        status=status,
        tags=", ".join(item.tags),
    )


def _typed_key(kind: str, texts: list[str], chosen: bool) -> Any:
    if kind == "match":
        return [[side.strip() for side in text.split(PAIR_SIGN, 1)] for text in texts]
    if kind in ("multiple", "order"):
        return texts
    if chosen and len(texts) > 1:
        return texts  # two keys where one belongs: the reader says so
    return texts[0] if texts else ""


def _lines(typed: str) -> list[tuple[str, str]]:
    """The lines that are not blank, each as a text and the reason behind the sign, "" where there is none."""
    split = (line.partition(WHY_SIGN) for line in typed.split("\n") if line.strip())
    return [(clean_line(text), clean_line(why)) for text, _, why in split]


def _too_much(typed: str) -> str:
    """Why there is more than fits into a question, as one from a file; "" where there is not.

    Asked before anything looks into the answers: the checks compare each with each.
    """
    lines = _lines(typed)
    if len(lines) > MOST_OPTIONS:
        return gettext("It has %(found)s answers; at most %(most)s fit.", found=len(lines), most=MOST_OPTIONS)
    if any(len(text) > LONGEST_OPTION for text, _ in lines):
        return gettext("An answer is longer than %(most)s characters.", most=LONGEST_OPTION)
    if any(len(why) > LONGEST_OPTION for _, why in lines):
        return gettext("A reason is longer than %(most)s characters.", most=LONGEST_OPTION)
    return ""


def _line(option: Option, item: Item) -> str:
    text = f"{option.left} {PAIR_SIGN} {option.text}" if item.type == "match" and option.left else option.text
    return f"{text} {WHY_SIGN} {option.why}" if option.why else text


def _beside_a_field(error: BankError) -> tuple[str, str]:
    """The field that an error of the reader belongs to, and what to say there."""
    if isinstance(error, ExcerptMissing):
        words = error.excerpt if len(error.excerpt) <= 80 else f"{error.excerpt[:80]}…"
        return "evidence", gettext("The text does not say “%(words)s”. Copy the words exactly.", words=words)
    if isinstance(error, FieldMissing):
        return error.field, gettext("Fill this in.")
    if isinstance(error, FieldOfOtherType):
        return error.field, gettext(
            "A question of this type has none: empty this field, or choose another type."
        )
    if isinstance(error, WrongValue | UnknownWord) and error.field == "key":
        return "key", _KEY_WORDS.get(getattr(error, "expected", "true_or_false"), _KEY_WORDS["text"])
    if isinstance(error, OptionMissing):
        return "distractors", gettext("A reason must stand behind an answer.")
    return getattr(error, "field", "stem"), gettext("This cannot be read.")


_KEY_HINTS = {
    "single": lazy_gettext("One right answer; after a | you may say why it is right."),
    "multiple": lazy_gettext("Every right answer on a line of its own, at least two."),
    "boolean": lazy_gettext("Prawda or Fałsz."),
    "cloze": lazy_gettext(
        "The words that fill the gap. With wrong answers it is chosen, without it is typed."
    ),
    "typed": lazy_gettext("The answer; other spellings that count as right on lines of their own."),
    "date": lazy_gettext("The date; other dates that count as right on lines of their own."),
    "order": lazy_gettext("The events in their right order, one a line, at least two."),
    "match": lazy_gettext("A pair a line: left = right. At least two."),
}
_FIELD_OF_PART = {"options": "distractors", "answer": "key", "accepted": "key", "why": "distractors"}
_KEY_WORDS = {
    "text": lazy_gettext("Exactly one right answer, on one line."),
    "true_or_false": lazy_gettext("Write Prawda or Fałsz."),
    "two_or_more": lazy_gettext("At least two lines."),
    "pairs": lazy_gettext("At least two lines, each: left = right."),
}

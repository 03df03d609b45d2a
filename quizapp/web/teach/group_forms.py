from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from flask_babel import gettext, lazy_gettext
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import ValidationError

from quizapp.formats.class_list import CALLINGS, LONGEST_NAME
from quizapp.items.nicknames import is_reserved
from quizapp.store.groups import JOININGS, Group, Member
from quizapp.store.quizzes import Quiz
from quizapp.web.forms import AtMost, PlainForm, Visible, clean_line, clean_text
from quizapp.web.languages import say_moment
from quizapp.web.moments import MomentField, ends_before
from quizapp.web.teach.forms import TimeForm
from quizapp.web.teach.words import CALLING_WORDS, JOINING_WORDS
from quizapp.web.words import spoken

LONGEST_LIST = 40_000


class GroupForm(PlainForm):
    """A new class, by name."""

    name = StringField(
        lazy_gettext("Name of the class"),
        description=lazy_gettext("For example 7b, or 7b history."),
        filters=[clean_line],
        validators=[Visible(100)],
    )


class GroupSettingsForm(GroupForm):
    """What a class is called, and whom its code lets in."""

    joining = SelectField(
        lazy_gettext("Who comes in by the code of the class"),
        choices=lambda: list(spoken(JOINING_WORDS).items()),
        validate_choice=False,
    )

    def validate_joining(self, field: SelectField) -> None:
        if field.data not in JOININGS:
            raise ValidationError(gettext("Choose whom the code lets in."))


class ListForm(PlainForm):
    """A pasted list of pupils."""

    pupils = TextAreaField(
        lazy_gettext("Pupils, one a line"),
        description=lazy_gettext(
            "A register number or a nickname is enough. Paste a list from the register if you like: numbers, "
            "tabs and commas are understood, and surnames need not be kept."
        ),
        filters=[clean_text],
        render_kw={"rows": 12},
    )
    calling = SelectField(
        lazy_gettext("What pupils are called where there are surnames"),
        choices=lambda: list(spoken(CALLING_WORDS).items()),
        validate_choice=False,
    )

    def validate_pupils(self, field: TextAreaField) -> None:
        if not field.data.strip():
            raise ValidationError(gettext("Write or paste at least one pupil."))
        AtMost(LONGEST_LIST)(self, field)

    def validate_calling(self, field: SelectField) -> None:
        if field.data not in CALLINGS:
            raise ValidationError(gettext("Choose what pupils are called."))


class AssignForm(PlainForm):
    """A quiz for a class, from when and until when."""

    quiz = SelectField(lazy_gettext("Quiz"), validate_choice=False)
    opens_at = MomentField(
        lazy_gettext("May be begun from"), description=lazy_gettext("Empty: as soon as the quiz is open.")
    )
    due_at = MomentField(
        lazy_gettext("Deadline"),
        description=lazy_gettext("What is under way then is handed in. Empty: no deadline."),
    )

    def offer(self, quizzes: Sequence[Quiz]) -> AssignForm:
        """The quizzes that can be chosen; those of one title are told apart by their day."""
        titles = Counter(quiz.title for quiz in quizzes)
        self.quiz.choices = [("", gettext("– choose –"))]
        for quiz in quizzes:
            day = f" ({say_moment(quiz.created_at)})" if titles[quiz.title] > 1 else ""
            self.quiz.choices.append((quiz.public_id, quiz.title + day))
        return self

    def validate_quiz(self, field: SelectField) -> None:
        if not field.data or field.data not in dict(field.choices or ()):
            raise ValidationError(gettext("Choose a quiz."))

    def validate_due_at(self, field: MomentField) -> None:
        if ends_before(self.opens_at, field):
            raise ValidationError(gettext("The deadline must come after the beginning."))


class TeacherForm(PlainForm):
    """Another teacher, by the name they sign in with."""

    login = StringField(
        lazy_gettext("Login of another teacher"),
        filters=[clean_line],
        validators=[Visible(254)],
        render_kw={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"},
    )


class MemberForm(TimeForm):
    """What a pupil is called, and how much time they have."""

    nickname = StringField(
        lazy_gettext("Nickname or register number"), filters=[clean_line], validators=[Visible(LONGEST_NAME)]
    )

    def validate_nickname(self, field: StringField) -> None:
        if is_reserved(field.data):
            raise ValidationError(gettext("This name could be taken for the teacher's. Choose another."))


class MergeForm(PlainForm):
    """Who the same pupil is, another time."""

    other = SelectField(lazy_gettext("The same pupil as"), validate_choice=False)

    def offer(self, member: Member, group: Group) -> MergeForm:
        """The others of the class."""
        others = [(one.public_id, one.label) for one in group.members if one.id != member.id]
        self.other.choices = [("", gettext("– choose –")), *others]
        return self

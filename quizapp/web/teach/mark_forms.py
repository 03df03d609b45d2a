"""The forms that correct a mark: each says what amendment is meant."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import SelectField, StringField
from wtforms.validators import ValidationError

from quizapp.text.amendments import Amendment, Place, date_value
from quizapp.text.annotations import Annotations, Person, Quotation
from quizapp.web.forms import PlainForm, Visible, clean_line
from quizapp.web.teach.marks_page import MarkedPlace

LONGEST_NAME = 120


class PersonForm(PlainForm):
    name = StringField(
        lazy_gettext("Name in the nominative"),
        description=lazy_gettext("As it would stand in an answer: “Zygmunt August”, not “Zygmunta Augusta”."),
        filters=[clean_line],
        validators=[Visible(LONGEST_NAME)],
    )
    same_as = SelectField(
        lazy_gettext("The same person as"),
        description=lazy_gettext("Two names of one person become one."),
        validate_choice=False,
    )

    def amendment(self, place: MarkedPlace, change: str) -> Amendment | None:
        if change in ("no_mention", "no_person"):
            return Amendment("no_mention" if change == "no_mention" else "no_person", place.at)
        other = _first_mention(place.annotations, self.same_as.data)
        if other:
            return Amendment("same_person", place.at, other=other)
        return Amendment("name", place.at, self.name.data) if self.name.data != place.read_as else None


class DateForm(PlainForm):
    value = StringField(
        lazy_gettext("What date it is"),
        description=lazy_gettext(
            "In words (1 lipca 1569, XVIII w., 44 p.n.e.) or as 1569-07-01, 1569-07, 17XX."
        ),
        filters=[clean_line],
        render_kw={"autocomplete": "off"},
    )

    def validate_value(self, field: StringField) -> None:
        if date_value(field.data or "") is None:
            raise ValidationError(
                gettext("No calendar has this date. Write it like 1 lipca 1569 or 1569-07-01.")
            )

    def amendment(self, place: MarkedPlace, change: str) -> Amendment | None:
        if change == "no_date":
            return Amendment("no_date", place.at)
        value = date_value(self.value.data)
        is_new = value is not None and value[0] != place.read_as
        return Amendment("date", place.at, value[0] if value else "") if is_new else None


class QuotationForm(PlainForm):
    speaker = SelectField(lazy_gettext("Who says it"), validate_choice=False)

    def amendment(self, place: MarkedPlace, change: str) -> Amendment | None:
        if change == "no_quotation":
            return Amendment("no_quotation", place.at)
        speaker = place.mark.speaker if isinstance(place.mark, Quotation) else None
        if (speaker or "") == self.speaker.data:
            return None
        return Amendment("speaker", place.at, other=_first_mention(place.annotations, self.speaker.data))


def form_of_mark(place: MarkedPlace, *, typed: bool = False) -> PersonForm | DateForm | QuotationForm:
    """The form for that kind of mark: as typed, or filled in with what the program takes the mark for."""
    filled: dict[str, Any] = {} if typed else {"formdata": None}
    if place.kind == "date":
        return DateForm(**filled, value=place.read_as)
    people = sorted((person.name, person.id) for person in place.annotations.persons)
    if isinstance(place.mark, Person):
        form = PersonForm(**filled, name=place.read_as, same_as="")
        own = place.mark.id
        form.same_as.choices = [("", "–"), *((key, name) for name, key in people if key != own)]
        return form
    quotation = QuotationForm(
        **filled, speaker=place.mark.speaker or "" if isinstance(place.mark, Quotation) else ""
    )
    quotation.speaker.choices = [
        ("", gettext("nobody that the text names")),
        *((key, name) for name, key in people),
    ]
    return quotation


def _first_mention(annotations: Annotations, person_id: str) -> Place | None:
    for person in annotations.persons:
        if person.id == person_id and person.mentions:
            return person.mentions[0].start, person.mentions[0].end
    return None

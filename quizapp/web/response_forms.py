"""The forms that answer an item of any type, for those who learn and for those who look how it will be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext, lazy_gettext
from werkzeug.datastructures import MultiDict
from wtforms import Field, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from quizapp.items.item import Item, Response
from quizapp.items.shuffling import letter, shown_order
from quizapp.web.forms import PlainForm, Visible, clean_line

LONGEST_ANSWER = 500
PREVIEW = "preview-"
"""What the names of a previewed question's fields begin with: they stand beside those of the form that makes it."""


class ResponseForm(PlainForm):
    """An answer to one item; what the browser sees of an option is a letter of its place on the page."""

    item: Item
    shown: tuple[int, ...]

    @property
    def options(self) -> dict[str, str]:
        """What can be chosen, by the letter of its place on the page."""
        return _by_letter(self.item, self.shown)

    def response(self) -> Response:
        """The answer in words, as the store keeps it."""
        raise NotImplementedError


class ChoiceForm(ResponseForm):
    answer = RadioField(lazy_gettext("Your answer"), validate_choice=False)

    def validate_answer(self, field: RadioField) -> None:
        if field.data not in self.options or _is_sent_twice(field):
            raise ValidationError(gettext("Choose one of the answers."))

    def response(self) -> Response:
        return (self.options[self.answer.data],)


class SeveralForm(ResponseForm):
    answer = SelectMultipleField(
        lazy_gettext("Your answer"),
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )

    def response(self) -> Response:
        return tuple(self.options[letter] for letter in self.answer.data)

    def validate_answer(self, field: SelectMultipleField) -> None:
        if not field.data or any(letter not in self.options for letter in field.data):
            raise ValidationError(gettext("Choose at least one answer."))


class TypedForm(ResponseForm):
    answer = StringField(
        lazy_gettext("Your answer"),
        filters=[clean_line],
        validators=[Visible(LONGEST_ANSWER)],
        render_kw={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"},
    )

    def response(self) -> Response:
        return (self.answer.data,)


class SelectsForm(ResponseForm):
    """One select for each thing to be placed or matched."""

    @property
    def selects(self) -> list[SelectField]:
        return [field for field in self if isinstance(field, SelectField)]


class OrderForm(SelectsForm):
    def validate(self, extra_validators: Any = None) -> bool:
        valid = super().validate(extra_validators)
        places = [field.data for field in self.selects if field.data]
        for field in self.selects:
            if field.data and places.count(field.data) > 1:
                field.errors = [*field.errors, gettext("Two events cannot have the same place.")]
                valid = False
        return valid

    def response(self) -> Response:
        placed = sorted((int(field.data), field.label.text) for field in self.selects)
        return tuple(text for _, text in placed)


class MatchForm(SelectsForm):
    def response(self) -> Response:
        return tuple(self.options[field.data] for field in self.selects)


def response_form(item: Item, seed: str, draft: Mapping[str, Sequence[str]] | None = None) -> ResponseForm:
    """The form that asks an item, its options in the order drawn from the seed, as far as a draft fills it in."""
    shown = shown_order(item, seed)
    kind = _form_class(item, shown)
    return _of_item(kind(formdata=MultiDict(draft)) if draft else kind(), item, shown)


def previewed_form(item: Item) -> ResponseForm:
    """The form that would ask an item, with nothing in it, and no part in what is sent."""
    shown = shown_order(item, "")
    return _of_item(_form_class(item, shown)(formdata=None, prefix=PREVIEW), item, shown)


def _of_item(form: ResponseForm, item: Item, shown: tuple[int, ...]) -> ResponseForm:
    form.item, form.shown = item, shown
    if isinstance(form, ChoiceForm | SeveralForm):
        form.answer.choices = _by_letter(item, shown)
    return form


def _form_class(item: Item, shown: tuple[int, ...]) -> type[ResponseForm]:
    if item.is_chosen:
        return ChoiceForm
    if item.is_typed:
        return TypedForm
    if item.type == "multiple":
        return SeveralForm
    if item.type == "order":
        places = {"": gettext("– place –"), **{str(n): str(n) for n in range(1, len(shown) + 1)}}
        return _with_selects(OrderForm, [item.options[index].text for index in shown], places)
    rights = {"": gettext("– choose –"), **_by_letter(item, shown)}
    return _with_selects(MatchForm, [option.left for option in item.options if option.left], rights)


def _with_selects(base: type[SelectsForm], labels: list[str], choices: dict[str, str]) -> type[SelectsForm]:
    fields = {
        f"answer_{number}": SelectField(label, choices=choices, validators=[_chosen])
        for number, label in enumerate(labels, start=1)
    }
    return type(base.__name__, (base,), fields)


def _is_sent_twice(field: Field) -> bool:
    """Whether there are two answers where the page takes one: which is meant, nobody knows."""
    return len(field.raw_data or ()) > 1


def _chosen(form: PlainForm, field: SelectField) -> None:
    if not field.data or _is_sent_twice(field):
        raise ValidationError(gettext("Choose here too."))


def _by_letter(item: Item, shown: tuple[int, ...]) -> dict[str, str]:
    texts = dict.fromkeys(item.options[index].text for index in shown)
    return {letter(place).lower(): text for place, text in enumerate(texts)}

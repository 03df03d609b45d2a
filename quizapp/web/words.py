"""What is called alike on the pages of all audiences."""

from collections.abc import Mapping
from typing import TypeVar

from flask_babel import LazyString, lazy_gettext

CATEGORY_WORDS = {
    "date": lazy_gettext("Dates"),
    "person": lazy_gettext("People"),
    "quotation": lazy_gettext("Quotations"),
    "event": lazy_gettext("Events"),
    "place": lazy_gettext("Places"),
}
REASON_WORDS = {
    "wrong_key": lazy_gettext("The answer given as right is wrong"),
    "two_right": lazy_gettext("More than one answer is right"),
    "unclear": lazy_gettext("I do not understand what is asked"),
    "not_in_text": lazy_gettext("The text does not say this"),
    "typo": lazy_gettext("A mistake in the spelling"),
    "other": lazy_gettext("Something else"),
}
CONFIDENCE_WORDS = {
    "guess": lazy_gettext("I am guessing"),
    "unsure": lazy_gettext("I think so"),
    "sure": lazy_gettext("I am sure"),
}

Name = TypeVar("Name")


def spoken(words: Mapping[Name, LazyString]) -> dict[Name, str]:
    """The words in the language of the request, as the choices of a field."""
    return {name: str(word) for name, word in words.items()}

"""What the pages of both audiences call things."""

from collections.abc import Mapping
from typing import TypeVar

from flask_babel import LazyString, lazy_gettext

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

"""What types, categories and states are called on the pages of the teacher."""

from collections.abc import Mapping

from flask_babel import LazyString, lazy_gettext

TYPE_WORDS = {
    "single": lazy_gettext("One right answer"),
    "multiple": lazy_gettext("Several right answers"),
    "boolean": lazy_gettext("True or false"),
    "cloze": lazy_gettext("A gap in a sentence"),
    "typed": lazy_gettext("Typed answer"),
    "date": lazy_gettext("Typed date"),
    "order": lazy_gettext("Put in order"),
    "match": lazy_gettext("Match pairs"),
}
CATEGORY_WORDS = {
    "date": lazy_gettext("Dates"),
    "person": lazy_gettext("People"),
    "quotation": lazy_gettext("Quotations"),
    "event": lazy_gettext("Events"),
    "place": lazy_gettext("Places"),
}
STATUS_WORDS = {
    "ready": lazy_gettext("Ready"),
    "draft": lazy_gettext("Draft"),
    "retired": lazy_gettext("Retired"),
}
STATE_WORDS = {
    "waiting": lazy_gettext("Waiting"),
    "accepted": lazy_gettext("Accepted"),
    "rejected": lazy_gettext("Rejected"),
}


def spoken(words: Mapping[str, LazyString]) -> dict[str, str]:
    """The words in the language of the request, as the choices of a field."""
    return {name: str(word) for name, word in words.items()}

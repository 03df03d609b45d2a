"""What is called alike on the pages of all audiences."""

from flask_babel import lazy_gettext

CATEGORY_WORDS = {
    "date": lazy_gettext("Dates"),
    "person": lazy_gettext("People"),
    "quotation": lazy_gettext("Quotations"),
    "event": lazy_gettext("Events"),
    "place": lazy_gettext("Places"),
}

CONFIDENCE_WORDS = {
    "guess": lazy_gettext("I am guessing"),
    "unsure": lazy_gettext("Not quite sure"),
    "sure": lazy_gettext("Sure"),
}

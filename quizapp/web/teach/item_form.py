"""The form for a question of any type: typed lines to an item, and back."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext, lazy_gettext
from wtforms import Field, SelectField, StringField, TextAreaField

from quizapp.items.checks import Finding, check, say
from quizapp.items.item import CATEGORIES, FALSE, GAP, ITEM_TYPES, STATUSES, TRUE, Item, Option
from quizapp.store.sources import SourceRevision
from quizapp.text.excerpts import find_excerpt
from quizapp.text.spans import Span
from quizapp.web.forms import PlainForm, Visible, clean_line, clean_text
from quizapp.web.languages import language_code

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
WHY_SIGN = "|"
PAIR_SIGN = "="
_FIELD_OF = {"stem": "stem", "answer": "key", "evidence": "evidence", "feedback": "feedback"}


class ItemForm(PlainForm):
    type = SelectField(lazy_gettext("Type"), choices=[(t, TYPE_WORDS[t]) for t in ITEM_TYPES])
    category = SelectField(lazy_gettext("Category"), choices=[(c, CATEGORY_WORDS[c]) for c in CATEGORIES])
    stem = TextAreaField(
        lazy_gettext("Question"),
        description=lazy_gettext("A question mark at the end, or a sentence with one gap written as ____"),
        filters=[clean_line],
        validators=[Visible(500)],
        render_kw={"rows": 2},
    )
    key = TextAreaField(
        lazy_gettext("Right answer"),
        description=lazy_gettext(
            "One a line. Several right answers, accepted spellings of a typed answer, or events in their "
            "order: a line each. Pairs: left = right. True or false: Prawda or Fałsz."
        ),
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
        render_kw={"rows": 2},
    )
    status = SelectField(lazy_gettext("State"), choices=[(s, STATUS_WORDS[s]) for s in STATUSES])
    tags = StringField(
        lazy_gettext("Tags"), description=lazy_gettext("Separated by commas."), filters=[clean_line]
    )

    warnings: tuple[str, ...] = ()

    def item_proved_by(self, revision: SourceRevision) -> Item | None:
        """The item as typed; None, with messages beside the fields, where it cannot be asked like that."""
        if not self.validate_on_submit():
            return None
        item = self._compose(self._find_evidence(revision.body))
        if self.errors:
            return None
        findings = check(item, source_text=revision.body, corrections=revision.correction_notes)
        self.warnings = tuple(say(found, language_code()) for found in findings if found.level == "warning")
        if self.status.data == "ready":
            self._refuse([found for found in findings if found.level == "error"])
        return None if self.errors else item

    def _find_evidence(self, text: str) -> tuple[Span, ...]:
        spans = []
        for excerpt in self.evidence.data.split("\n"):
            if not excerpt.strip():
                continue
            span = find_excerpt(text, excerpt)
            if span is None:
                _object(
                    self.evidence,
                    gettext(
                        "The text does not say “%(words)s”. Copy the words exactly.",
                        words=excerpt.strip()[:80],
                    ),
                )
            else:
                spans.append(span)
        return tuple(spans)

    def _compose(self, evidence: tuple[Span, ...]) -> Item:
        keys, wrongs = _read_lines(self.key.data), _read_lines(self.distractors.data)
        kind = self.type.data
        options = self._options(kind, keys, wrongs)
        has_options = bool(options)
        if kind in ("single", "boolean") or (kind == "cloze" and has_options):
            if len(keys) != 1:
                _object(self.key, gettext("Exactly one right answer, on one line."))
        return Item(
            type=kind,
            category=self.category.data,
            stem=self.stem.data,
            options=options,
            answer=tuple(line.text for line in keys),
            evidence=evidence,
            feedback=self.feedback.data.strip(),
            tags=tuple(tag.strip() for tag in self.tags.data.split(",") if tag.strip()),
        )

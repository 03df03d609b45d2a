"""The key against the text: proved by the evidence, and no wrong option proved with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.items.answers.forms import is_form_of, is_number, lemmas
from quizapp.items.checks.finding import Finding, Setting, error, evidence_text, shortened, warning
from quizapp.items.checks.reading import has_form_in_a_row, outside_quotes, plain_words, same_word
from quizapp.items.checks.terms import is_term, terms
from quizapp.items.correction import Correction, corrections_touching
from quizapp.items.item import Item
from quizapp.items.periods import Period, period_of
from quizapp.items.values import are_same, value_of
from quizapp.items.wording import normalised, without_diacritics, words_in
from quizapp.text.dates.mentions import find_dates
from quizapp.text.spans import Span

SHORTEST_PROVING_WORD = 4
_JOINING = frozenset(("i", "oraz", "a", "także", "jak", "też", "von", "van", "de", "di"))
_DASH = re.compile(r"\s[–—-]\s")
"""Parts a list into sides: „Rosję – Nowak i Zych, Francję – Maj”."""
_APOSTROPHE = re.compile("[’']")
"""Parts a foreign name from its ending: „Jules’a”."""
_ATTRIBUTED = ("imprecise", "contradicted", "unverified")


def evidence_is_verbatim(item: Item, setting: Setting) -> Iterator[Finding]:
    """C19, first half: there is evidence, and the text says it word for word."""
    if not item.evidence:
        yield error("C19", "evidence", "no_evidence")
    for span in item.evidence:
        if not span.is_verbatim_in(setting.text):
            yield error("C19", "evidence", "not_verbatim", shortened(span.text))


def key_is_proved(item: Item, setting: Setting) -> Iterator[Finding]:
    """C19, second half: names and numbers of the key stand in the evidence, and most of its other words.

    A corrected reading of the evidence proves too. Of a date the day counts, however it
    is written; its year may come from elsewhere in the text.
    """
    if not item.evidence or item.type in ("boolean", "order"):
        return
    corrected = [note.corrected for note in corrections_touching(item, setting.corrections)]
    said = plain_words(" ".join((evidence_text(item), *corrected)))
    for key in _keys(item):
        missing = [] if _is_dated(key, item) else _unproved(key, said)
        if missing:
            yield error("C19", "evidence", "key_not_in_evidence", key, ", ".join(missing))


def distractors_are_false(item: Item, setting: Setting) -> Iterator[Finding]:
    """C20: no distractor is what a correction calls right, or is named in one breath with the key."""
    if not item.is_chosen and item.type != "multiple":
        return
    touching = corrections_touching(item, setting.corrections)
    said = [words_in(part) for part in _DASH.split(outside_quotes(evidence_text(item)))]
    for option in item.options:
        if option.correct:
            continue
        for note in setting.corrections:
            if note.kind != "language" and _is_corrected_to(option.text, note, whole=note not in touching):
                yield error("C20", "options", "distractor_is_corrected_value", option.text, note.corrected)
        if any(_named_together(key, option.text, part) for key in _keys(item) for part in said):
            yield error("C20", "options", "distractor_beside_key", option.text)


def no_opinion_is_asked(item: Item, setting: Setting) -> Iterator[Finding]:
    """C26: what the text only judges is no fact to ask for, unless the stem ascribes it to the author."""
    if _is_attributed(item.stem):
        return
    notes = [n for n in corrections_touching(item, setting.corrections) if n.kind == "evaluative"]
    judged = [key for key in _keys(item) if _opinions(key)]
    if notes or judged:
        yield error("C26", "evidence", "opinion", shortened(notes[0].span.text if notes else judged[0]))
    elif opinions := _opinions(evidence_text(item)):
        yield warning("C26", "evidence", "opinion_nearby", opinions[0])


def doubtful_places_are_ascribed(item: Item, setting: Setting) -> Iterator[Finding]:
    """C28: what a correction doubts is asked "according to the text"; what it contradicts must be."""
    if _is_attributed(item.stem):
        return
    touching = [n for n in corrections_touching(item, setting.corrections) if n.kind in _ATTRIBUTED]
    contradicted = [note for note in touching if note.kind == "contradicted"]
    if contradicted:
        yield error("C28", "stem", "contradicted", shortened(contradicted[0].span.text))
    elif touching:
        yield warning("C28", "stem", "doubtful", shortened(touching[0].span.text))


def _keys(item: Item) -> list[str]:
    if item.is_typed:
        return list(item.answer[:1])
    return [] if item.type == "boolean" else [option.text for option in item.options if option.correct]


def _is_dated(key: str, item: Item) -> bool:
    """Whether the key is a date, however written, that the evidence says or lies within."""
    value = value_of(key)
    if not isinstance(value, Period):
        return False
    said = (
        period_of(date.edtf)
        for span in item.evidence
        for date in find_dates(span.text, (Span.of(span.text, 0, len(span.text)),))
    )
    return any(period is not None and period.is_within(value) for period in said)


def _unproved(key: str, said: tuple[str, ...]) -> list[str]:
    """The words of a key that the evidence lacks, where those are too many or too weighty."""
    words = words_in(key)
    missing = [word for word in words if not _is_said(word, said)]
    weighty = [word for word in missing if word[0].isupper() or is_number(word.casefold())]
    telling = [word for word in words if len(word) >= SHORTEST_PROVING_WORD] or words
    lacking = [word for word in telling if word in missing]
    return weighty or (lacking if 2 * len(lacking) > len(telling) else [])


def _is_said(word: str, said: tuple[str, ...]) -> bool:
    plain = normalised(word)
    bare = without_diacritics(plain)
    return any(
        bare in (without_diacritics(other), without_diacritics(_APOSTROPHE.split(other)[0]))
        or (not is_number(plain) and (is_form_of(other, plain) or bool(lemmas(other) & lemmas(plain))))
        for other in said
    )


def _is_corrected_to(text: str, note: Correction, *, whole: bool) -> bool:
    if are_same(value_of(text), value_of(note.corrected)):
        return True
    words, corrected = plain_words(text), plain_words(note.corrected)
    if whole and len(words) != len(corrected):
        return False
    return has_form_in_a_row(words, corrected)


def _named_together(key: str, distractor: str, said: tuple[str, ...]) -> bool:
    """Whether nothing but names and conjunctions stands between the two, as in "Anna, Jan i Piotr"."""
    name, other = _place(key, said), _place(distractor, said)
    if name is None or other is None or name == other:
        return False
    between = said[min(name, other) + 1 : max(name, other)]
    return all(word[0].isupper() or word in _JOINING for word in between)


def _place(name: str, said: tuple[str, ...]) -> int | None:
    """Where the last word of a name stands."""
    words = words_in(name)
    if not words or not words[-1][0].isupper():
        return None
    last = words[-1].casefold()
    places = (n for n, word in enumerate(said) if word[0].isupper() and same_word(word.casefold(), last))
    return next(places, None)


def _opinions(text: str) -> list[str]:
    return [word for word in words_in(outside_quotes(text)) if is_term(word, "evaluative")]


def _is_attributed(stem: str) -> bool:
    plain = normalised(stem)
    return any(phrase in plain for phrase in terms("attribution"))

"""Whether a stop ends a sentence: rules in the order in which they are asked, the first that knows decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizapp.text import lexicon
from quizapp.text.dates.fragments import roman_value
from quizapp.text.names.kinds import kind_of
from quizapp.text.sentence_words import is_numbered_unit, opens_sentence

_DIGRAPHS = frozenset(
    ("Ch", "Cz", "Dz", "Sz", "Rz", "St", "Wł", "Kr", "Br", "Zb", "Fr", "Th", "Ph", "Kaz", "Stan")
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){0,3}[^\W\d_]")
_FEWEST_WORDS_SAID = 4


@dataclass(frozen=True, slots=True)
class Whole:
    """A quotation or bracket that a stop stands in and whose closing mark follows it."""

    words: str
    opens_sentence: bool
    is_announced: bool

    @property
    def is_bracket(self) -> bool:
        """Whether it is a bracket, and not a quotation."""
        return self.words[0] in "(["


@dataclass(frozen=True, slots=True)
class Stop:
    """A full stop or other mark that may end a sentence, and the words around it.

    `mark` holds the closing marks beside it too; `before` keeps inner stops („m.in”); `lead` is what stands
    between the blank and `after`; `is_alone` says that the sentence has no word but `before`, `name_follows`
    that there is but a name, or a title in quotation marks, up to the next stop.
    """

    mark: str
    before: str
    previous: str
    lead: str
    after: str
    after_is_short: bool
    following: str
    is_alone: bool
    has_verb: bool
    name_follows: bool
    whole: Whole | None

    @property
    def opens_anew(self) -> bool:
        """Whether what follows begins a sentence more surely than it goes on."""
        return opens_sentence(self.after) or (self.has_verb and not self.name_follows)


Rule = Callable[[Stop], bool | None]
"""True: the sentence ends here; False: it goes on; None: another rule must tell."""


def ends_sentence(stop: Stop) -> bool:
    """Whether the sentence ends at this stop."""
    for rule in _RULES:
        verdict = rule(stop)
        if verdict is not None:
            return verdict
    return True


def _nothing_follows(stop: Stop) -> bool | None:
    return True if not stop.after and not stop.lead else None


def _small_letter_follows(stop: Stop) -> bool | None:
    goes_on = stop.after[:1].islower() or stop.lead[:1] in tuple(",;:")
    return False if goes_on else None


def _closes_twice(stop: Stop) -> bool | None:
    """„… potrzebne.”.”: the mark after the closing one is the sentence's own."""
    return True if re.search(r"[^.?!…][.?!…]+\Z", stop.mark) else None


def _closes_bracket(stop: Stop) -> bool | None:
    if stop.whole is None or not stop.whole.is_bracket:
        return None
    return stop.whole.opens_sentence and any(map(str.isalnum, stop.whole.words))


def _closes_quotation(stop: Stop) -> bool | None:
    """Whole sentences that are quoted end the sentence around them; a title („Quo vadis?”) does not."""
    if stop.whole is None:
        return None
    is_said = len(stop.whole.words.split()) >= _FEWEST_WORDS_SAID
    return stop.whole.opens_sentence or stop.whole.is_announced or is_said


def _no_word_before(stop: Stop) -> bool | None:
    return None if any(map(str.isalnum, stop.before)) else False


def _exclaims_or_trails_off(stop: Stop) -> bool | None:
    return True if stop.mark[0] in "?!…" or stop.mark.startswith("..") else None


def _heads_a_list(stop: Stop) -> bool | None:
    """„2. Rozbiory”, „IV. Wojna”, „b. Handel”: a number alone belongs to what it numbers."""
    is_number = stop.before.isdecimal() or len(stop.before) == 1 or _is_roman(stop.before)
    return False if stop.is_alone and is_number and len(stop.before) < 4 else None


def _after_numeral_of_month(stop: Stop) -> bool | None:
    """„15. XII. 1917”: day, month and year with a stop after each."""
    if not _is_roman(stop.before) or not stop.previous.rstrip(".").isdecimal():
        return None
    return not stop.after.isdecimal()


def _after_numeral_of_ruler(stop: Stop) -> bool | None:
    """„Aleksandra I. Potem”: the number of a ruler is no initial, and has no stop of its own."""
    if not _is_roman(stop.before):
        return None
    is_ruler = stop.previous[:1].isupper() and kind_of(stop.previous).first_name
    return True if is_ruler or len(stop.before) > 1 else None


def _after_initial(stop: Stop) -> bool | None:
    if not _INITIALS.fullmatch(stop.before) and stop.before not in _DIGRAPHS:
        return None
    if not stop.before[0].isupper():
        return None
    return not stop.after_is_short and opens_sentence(stop.after)


def _after_ordinal(stop: Stop) -> bool | None:
    if not stop.before.isdecimal() or len(stop.before) > 3:
        return None
    if _is_roman(stop.after) or (stop.after.isdecimal() and stop.after_is_short):
        return False
    if is_numbered_unit(stop.after) or (stop.following.isupper() and kind_of(stop.after).adjective):
        return False
    return stop.opens_anew


def _after_leading_abbreviation(stop: Stop) -> bool | None:
    before = stop.before.casefold()
    if before == "tłum" and stop.after.isdecimal():
        return True  # the crowd: „tłum.” for a translator leads to his name
    if before in lexicon.words("abbreviations_like_words"):
        return opens_sentence(stop.after)
    return False if before in lexicon.words("abbreviations_leading") else None


def _after_other_abbreviation(stop: Stop) -> bool | None:
    """„W 1795 r. Rosja” goes on; „Abdykował w 1795 r. Rosja” does not: there the verb was told."""
    return stop.opens_anew if stop.before.casefold() in lexicon.words("abbreviations_ending") else None


def _is_roman(word: str) -> bool:
    return word != "" and roman_value(word) is not None


_RULES: tuple[Rule, ...] = (
    _nothing_follows,
    _small_letter_follows,
    _closes_twice,
    _closes_bracket,
    _closes_quotation,
    _no_word_before,
    _exclaims_or_trails_off,
    _heads_a_list,
    _after_numeral_of_month,
    _after_numeral_of_ruler,
    _after_initial,
    _after_ordinal,
    _after_leading_abbreviation,
    _after_other_abbreviation,
)

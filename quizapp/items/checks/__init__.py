"""The item-writing checks: what a careful editor would object to before a question is asked.

The codes C1 to C30 follow the guidelines of Haladyna, Downing and Rodriguez (2002), for Polish.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from quizapp.items.checks import cues, kinds, options, proof, quiz, quotations, stems
from quizapp.items.checks.finding import Field, Finding, Level, Setting, error, say
from quizapp.items.correction import Correction
from quizapp.items.item import Item

__all__ = ["Field", "Finding", "Level", "check", "check_quiz", "say"]

LARGEST_ITEM = 20_000
"""Characters; what is larger is no question but a text pasted in the wrong place."""

_RULES: tuple[Callable[[Item, Setting], Iterator[Finding]], ...] = (
    options.has_a_key,
    options.options_differ,
    options.right_number_of_options,
    cues.key_is_not_longest,
    cues.key_is_not_shortest,
    cues.no_absolute_terms,
    cues.no_vague_terms,
    options.no_option_sums_up,
    stems.stem_is_positive,
    stems.stem_asks,
    stems.gap_stands_well,
    cues.options_agree_with_the_stem,
    cues.no_word_repeats_the_key,
    kinds.options_are_of_a_kind,
    kinds.options_do_not_overlap,
    kinds.values_ascend,
    options.no_letter_is_named,
    proof.evidence_is_verbatim,
    proof.key_is_proved,
    proof.distractors_are_false,
    kinds.dates_exist,
    kinds.dates_are_near,
    kinds.names_are_of_the_text,
    stems.load_is_light,
    options.not_true_or_false_in_disguise,
    proof.no_opinion_is_asked,
    quotations.quotation_is_whole,
    proof.doubtful_places_are_ascribed,
    cues.no_pair_of_options_stands_out,
    stems.stem_is_not_copied,
)

_QUIZ_RULES: tuple[Callable[[Sequence[Item]], Iterator[Finding]], ...] = (
    quiz.longest_is_no_cue,
    quiz.extremes_are_no_cue,
    quiz.places_are_balanced,
    quiz.answers_are_not_given_elsewhere,
    quiz.stems_differ,
)


def check(item: Item, source_text: str, corrections: Iterable[Correction] = ()) -> tuple[Finding, ...]:
    """What is wrong with an item by itself, in the order of the codes; nothing raises.

    `source_text` is the whole body that the evidence lies in, `corrections` are all that are known for it.
    """
    if _size(item) > LARGEST_ITEM:
        return (error("C24", "stem", "oversized_item", _size(item), LARGEST_ITEM),)
    setting = Setting(source_text, tuple(corrections))
    return tuple(finding for rule in _RULES for finding in rule(item, setting))


def check_quiz(items: Sequence[Item]) -> tuple[Finding, ...]:
    """What is wrong with items as they stand together in one quiz; nothing where one is out of all size."""
    if any(_size(item) > LARGEST_ITEM for item in items):
        return ()
    return tuple(finding for rule in _QUIZ_RULES for finding in rule(items))


def _size(item: Item) -> int:
    """How many characters there are to read."""
    options = sum(len(option.text) + len(option.left) for option in item.options)
    evidence = sum(len(span.text) for span in item.evidence)
    return len(item.stem) + options + evidence + sum(map(len, item.answer))

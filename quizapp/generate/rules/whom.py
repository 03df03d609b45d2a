"""`Komu …?`, `Kogo …?`: the person to whom or for whom something was done, typed."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.draft import Draft
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.facts.oblique import Oblique
from quizapp.generate.order.arranged import in_good_order
from quizapp.generate.standing import why_not_alone
from quizapp.generate.wording import capitalized, joined, sentence_feedback
from quizapp.generate.words import lemmas
from quizapp.generate.years import told_with_year
from quizapp.items.item import Item

_LONGEST = 14
_DONE_ONCE = frozenset({"poślubić", "zabić", "zamordować", "adoptować"})
_DONE_OFTEN = frozenset({"pokonać", "zwyciężyć", "pobić", "rozbić", "poprzeć"})
_DONE_TO_MANY = frozenset(
    {"przyjąć", "pojmać", "aresztować", "uwięzić", "stracić", "rozstrzelać", "odznaczyć", "portretować",
     "sportretować", "namalować", "wyrzeźbić", "sfotografować"}
)  # fmt: skip
"""„W 1672 roku przyjęto Newtona do grona członków”: that year others were too."""


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each name that the verb of its clause surely governs."""
    for oblique in facts.obliques:
        of_many = lemmas(oblique.clause.verb_form) & _DONE_TO_MANY
        if (
            oblique.asks_whom
            and oblique.person is not facts.hero
            and not (oblique.is_kin_of_another or of_many)
        ):
            item = _item(facts, oblique)
            if item:
                yield Draft(item, f"gap:{oblique.unit.span.start}", 0.4)


def _item(facts: Facts, oblique: Oblique) -> Item | None:
    clause = oblique.clause
    rest = tuple(unit for unit in oblique.units if unit not in oblique.left_out)
    said = [unit for unit in rest if unit.person is None]
    only_that = len(said) == 1 and not lemmas(clause.verb_form) & _DONE_ONCE  # „Kogo pozostawił Przemysł II?”
    if only_that or len(rest) > _LONGEST or why_not_alone(rest, clause.sentence):
        return None
    words = joined(in_good_order(clause, rest), clause.sentence)
    told = told_with_year(facts, clause, rest, words)
    once = facts.theme is not None and not lemmas(clause.verb_form) & _DONE_OFTEN
    if told is None or (facts.is_dated and not once and not told.says_year):
        return None
    stem = f"{capitalized(oblique.asks_whom)} {told.words}?"
    proof = facts.proof((*clause.evidence, *told.proof), oblique.person)
    return Item(
        "typed", "person", stem, (), oblique.answers, proof, sentence_feedback(clause.sentence.span.text)
    )

"""`Kto reprezentował …?`: the delegates of one state, among those of the others; or all to be matched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.generate.distractors import ENOUGH
from quizapp.generate.draft import Draft, chosen
from quizapp.generate.facts.delegations import Delegation
from quizapp.generate.facts.gathered import Facts
from quizapp.generate.wording import quoted, sentence_feedback
from quizapp.items.item import Item, Option
from quizapp.text.annotations import Person

_FEWEST, _MOST = 3, 5


def drafts(facts: Facts) -> Iterator[Draft]:
    """One question for each delegation of a sentence that lists at least two, and one to match three or more."""
    for listed in facts.delegations:
        for delegation in listed:
            others = [person for other in listed if other is not delegation for person in other.delegates]
            if len(others) >= ENOUGH:
                yield Draft(_item(delegation, others[:ENOUGH]), f"sent:{_place(delegation)}", 0.92)
        if len(listed) >= _FEWEST:
            yield Draft(_match(listed[:_MOST]), f"delegates:{_place(listed[0])}", 0.9)


def _place(delegation: Delegation) -> str:
    return f"{delegation.sentence.span.start}:{delegation.sent_by}"


def _item(delegation: Delegation, others: Sequence[Person]) -> Item:
    evidence = delegation.sentence.span
    because = f"Tak mówi tekst: {quoted(evidence.text)}"
    right = [Option(person.name, True, why=because) for person in delegation.delegates]
    wrong = [
        Option(person.name, False, why=f"{person.name} to w tekście przedstawiciel innej strony.")
        for person in others
    ]
    options = tuple(sorted([*right, *wrong], key=lambda option: option.text))
    feedback = sentence_feedback(evidence.text)
    if len(right) == 1:
        stem = f"Kto reprezentował {delegation.sent_by}?"
        return chosen("single", "person", stem, options, (evidence,), feedback)
    stem = f"Które z tych osób reprezentowały {delegation.sent_by}?"
    return chosen("multiple", "person", stem, options, (evidence,), feedback)


def _match(listed: Sequence[Delegation]) -> Item:
    evidence = listed[0].sentence.span
    options = tuple(Option(one.delegates[0].name, True, left=one.sent_by) for one in listed)
    stem = "Kto kogo reprezentował? Połącz państwa z ich przedstawicielami."
    return chosen("match", "person", stem, options, (evidence,), sentence_feedback(evidence.text))

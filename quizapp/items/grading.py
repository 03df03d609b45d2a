from __future__ import annotations

from collections.abc import Callable

from quizapp.items.answers.choice import grade_choice, grade_several
from quizapp.items.answers.date import grade_date
from quizapp.items.answers.order import grade_match, grade_order
from quizapp.items.answers.text import grade_text
from quizapp.items.item import Item, ItemType, Response, Score

_GRADERS: dict[ItemType, Callable[[Item, Response], Score]] = {
    "single": grade_choice,
    "multiple": grade_several,
    "boolean": grade_choice,
    "typed": grade_text,
    "date": grade_date,
    "order": grade_order,
    "match": grade_match,
}


def grade(item: Item, response: Response) -> Score:
    """What a response is worth, exactly: from 0 to 1 point, for any response whatever."""
    if item.type == "cloze":
        return grade_choice(item, response) if item.options else grade_text(item, response)
    return _GRADERS[item.type](item, response)

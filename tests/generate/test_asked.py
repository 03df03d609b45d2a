from __future__ import annotations

import pytest

from quizapp.generate.asked import beginning_of
from quizapp.text.annotate import annotate
from quizapp.text.excerpts import find_excerpt
from tests.texts import TEXT


@pytest.mark.parametrize(
    ("words", "category", "key", "wrong", "proof"),
    [
        ("1 lipca 1569 roku", "date", "1 lipca 1569 roku", "5 stycznia 1582 roku", "Unię lubelską zawarto"),
        ("1569", "date", "1 lipca 1569 roku", "5 stycznia 1582 roku", "Unię lubelską zawarto"),
        ("Mikołaj Radziwiłł", "person", "Mikołaj Radziwiłł", "Zygmunt August", "Na czele poselstwa"),
        ("jedno uczynić", "quotation", "Zygmunt August", "Jan Zamoyski", "mówił król Zygmunt August."),
        ("w Lublinie", "event", "", "", "Unię lubelską zawarto 1 lipca 1569 roku w Lublinie."),
    ],
)
def test_a_question_about_chosen_words_begins_with_what_the_text_gives(
    words: str, category: str, key: str, wrong: str, proof: str
) -> None:
    chosen = find_excerpt(TEXT, words)
    assert chosen is not None

    begun = beginning_of(annotate(TEXT), chosen)

    assert (begun.category, begun.key) == (category, key)
    assert (wrong in begun.distractors) if wrong else not begun.distractors
    assert proof in begun.evidence
    assert begun.key not in begun.distractors

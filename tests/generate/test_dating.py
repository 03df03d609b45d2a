"""Which year a day of a text is in, where the text names several."""

from __future__ import annotations

import pytest

from quizapp.generate.dating import with_sure_years
from quizapp.text.annotations import Annotations, DateMention
from quizapp.text.spans import Span


@pytest.mark.parametrize(
    ("text", "years", "day", "meant"),
    [
        (
            "W 1945 roku uznano granice z 1937 roku. Dnia 2 sierpnia podpisano układ.",
            {"1945 roku": "1945", "1937 roku": "1937"},
            ("2 sierpnia", "1937-08-02"),
            "1945-08-02",
        ),
        (
            "W 44 roku p.n.e. uznano granice z 100 roku p.n.e. Dnia 2 sierpnia podpisano układ.",
            {"44 roku p.n.e.": "-0043", "100 roku p.n.e.": "-0099"},
            ("2 sierpnia", "-0099-08-02"),
            "-0043-08-02",
        ),
    ],
)
def test_a_year_that_says_which_thing_is_meant_is_not_that_of_the_story(
    text: str, years: dict[str, str], day: tuple[str, str], meant: str
) -> None:
    told = [DateMention(_of(text, words), edtf, "year", "unstated", ()) for words, edtf in years.items()]
    inferred = DateMention(_of(text, day[0]), day[1], "day", "unstated", ("year",), told[-1].span)

    sure = with_sure_years(Annotations(text, (), (*told, inferred), (), ()))

    assert (sure.dates[-1].edtf, sure.dates[-1].inferred_from) == (meant, told[0].span)


def _of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))

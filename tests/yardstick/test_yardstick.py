"""Passages read from beginning to end: a figure under the kept one fails; `pytest -s` prints them all."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest
from yardstick import PASSAGES, Score, read, scores

from quizapp.text.annotate import annotate

FIGURES = tomllib.loads((Path(__file__).parent / "figures.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def totals() -> dict[str, Score]:
    readings = [read(path) for path in PASSAGES]
    each = [scores(passage, annotate(passage.text)) for passage in readings]
    return {category: sum((found[category] for found in each), Score()) for category in FIGURES}


def test_the_figures_can_be_read(totals: dict[str, Score]) -> None:
    for category, score in totals.items():
        sys.stdout.write(
            f"\n{category:12} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
            f"  ({score.right} right of {score.found} found, {score.expected} marked)"
        )
    assert all(score.expected for score in totals.values())


@pytest.mark.parametrize("category", FIGURES)
def test_a_category_keeps_to_its_figure(category: str, totals: dict[str, Score]) -> None:
    assert totals[category].f1 >= FIGURES[category]["kept"]


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
def test_a_passage_names_everybody_whom_it_marks(path: Path) -> None:
    passage = read(path)
    speakers = {speaker for _, speaker in passage.quotations.values() if speaker}
    holders = {holder for holder, _ in passage.offices}
    assert set(passage.names) == set(passage.mentions.values())
    assert speakers | holders <= set(passage.names)


def test_a_date_read_otherwise_than_the_reader_does_is_not_right() -> None:
    passage = read(PASSAGES[0])
    annotations = annotate(passage.text)
    first = min(passage.dates)
    before = scores(passage, annotations)["dates"]
    passage.dates[first] = "1000"
    after = scores(passage, annotations)["dates"]
    assert after.right == before.right - 1

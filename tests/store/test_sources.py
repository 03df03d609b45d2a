from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from quizapp.generate.candidate import Candidate
from quizapp.store import sources
from tests import cast


@pytest.fixture
def revision(app: Flask) -> Iterator[sources.SourceRevision]:
    with app.app_context():
        yield cast.a_source(cast.a_teacher()).revision


def test_added_candidates_stand_behind_the_others_and_only_once(revision: sources.SourceRevision) -> None:
    before = [proposed.candidate for proposed in revision.candidates]
    new = [replace(before[0], id=f"new-{place}", rule="model") for place in range(2)]

    assert sources.add_candidates(revision, [before[0], *new]) == 2
    assert sources.add_candidates(revision, new) == 0

    assert ids(revision) == [candidate.id for candidate in [*before, *new]]
    assert [proposed.position for proposed in revision.candidates] == list(range(len(before) + 2))


def test_candidates_may_be_added_where_there_are_none(app: Flask) -> None:
    with app.app_context():
        empty = cast.a_source(cast.a_teacher(), body="Las szumiał cicho i nic się nie działo.").revision
        candidate = Candidate("new", cast.a_typed(), "model", 0.4)

        assert sources.add_candidates(empty, [candidate]) == 1
        assert [(proposed.position, proposed.is_by_model) for proposed in empty.candidates] == [(0, True)]


def ids(revision: sources.SourceRevision) -> list[str]:
    sources.db.session.expire(revision)
    return [proposed.candidate_id for proposed in revision.candidates]

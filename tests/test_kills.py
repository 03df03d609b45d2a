from __future__ import annotations

from pathlib import Path

from tests.kills import lost_after


def test_no_acknowledged_answer_is_lost_when_the_site_is_killed_under_load(tmp_path: Path) -> None:
    acknowledged, lost = lost_after(2, tmp_path)

    assert acknowledged > 0
    assert lost == []

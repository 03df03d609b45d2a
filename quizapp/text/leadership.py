"""Who stands at the head of a delegation, an army, a rising; who leads, commands, presides over it."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.text.office_links import Line, Mention


def led_bodies(line: Line) -> Iterator[tuple[int, int, str, Mention]]:
    """First and last word of what is led, the leader's office ("" if unsure), the leader."""
    yield from ()

"""What a reading says, in few words, so that a test can hold a table of it."""

from __future__ import annotations

from pathlib import Path

from quizapp.formats.exchange import Reading, ReadItem

FILES = Path(__file__).parent / "files"


def told(read: ReadItem) -> str:
    """The type, the stem and the answers: a star before what is right."""
    item = read.item
    shown = [
        f"{'*' if option.correct else ''}{option.left + ' -> ' if option.left else ''}{option.text}"
        for option in item.options
    ]
    return f"{item.type}: {item.stem} [{' | '.join(shown or [f'={answer}' for answer in item.answer])}]"


def why_left_out(reading: Reading) -> list[str]:
    """For each that was left out, where it stands and why."""
    return [f"{lost.where}: {lost.reason}" for lost in reading.left_out]


def remarks_on(read: ReadItem) -> list[str]:
    return [str(remark) for remark in read.remarks]

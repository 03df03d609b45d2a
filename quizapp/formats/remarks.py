"""How a reader or a writer says why something was left out or changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from quizapp.formats.exchange import LeftOut, Remark, UnreadableFile, WrittenItem

LONGEST_FACT = 60


class Unusable(Exception):
    """One question that cannot come in or go out; `remark` says why."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(str(remark))
        self.remark = remark


def N_(message: str) -> str:  # the name by which words for the catalogue are found
    """Mark a message for translation, which happens where it is shown."""
    return message


def remark(message: str, **facts: object) -> Remark:
    """A remark, long facts cut."""
    return Remark(message, tuple((name, shortened(str(fact))) for name, fact in facts.items()))


def unusable(message: str, **facts: object) -> Unusable:
    """To be raised where a question cannot be used."""
    return Unusable(remark(message, **facts))


def unreadable(message: str, **facts: object) -> UnreadableFile:
    """To be raised where a whole file cannot be read."""
    return UnreadableFile(remark(message, **facts))


def written_each(
    items: Iterable[WrittenItem], write: Callable[[WrittenItem], str]
) -> tuple[list[str], list[LeftOut]]:
    """What `write` makes of each item, and the items of which it says that they are unusable."""
    texts: list[str] = []
    lost: list[LeftOut] = []
    for written in items:
        try:
            texts.append(write(written))
        except Unusable as error:
            lost.append(LeftOut(written.id, error.remark, shortened(written.item.stem)))
    return texts, lost


def shortened(text: str) -> str:
    """A text as a fact, cut where it is long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST_FACT else f"{plain[:LONGEST_FACT].rstrip()}…"

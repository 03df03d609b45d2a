"""What passes between quizapp and the files of other programs, whatever the format.

A reader turns bytes into a `Reading`, a writer turns items into a `Writing`. Both say what was left out and
why, with the place in the file, so that nothing is lost in silence.
"""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.items.item import Item, Status


@dataclass(frozen=True, slots=True)
class Remark:
    """Why something was left out or changed: an English sentence with %(name)s places, and what fills them.

    The sentence is a message of the catalogue, translated where it is shown.
    """

    message: str
    facts: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.message % dict(self.facts)


@dataclass(frozen=True, slots=True)
class ReadItem:
    """A question that came in, at a place of the file that a person can find ("line 12", "row 9").

    The item has no evidence yet: `excerpts` are words of the text that the file says prove it, to be found in
    a source. `external_id` is how the other program calls it; `remarks` say what could not be kept as it was;
    `status` is None where the file says nothing of it.
    """

    item: Item
    where: str
    excerpts: tuple[str, ...] = ()
    external_id: str = ""
    remarks: tuple[Remark, ...] = ()
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A question that did not come in or go out: where it stands or how it begins, and why."""

    where: str
    reason: Remark
    stem: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a file holds, in its order: what can come in, and what cannot."""

    items: tuple[ReadItem, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """An item on its way out: its stable id in the bank, and the words of the source that prove it."""

    item: Item
    id: str
    excerpts: tuple[str, ...] = ()
    status: Status = "ready"


@dataclass(frozen=True, slots=True)
class Writing:
    """A file of another program, and the items that its format cannot hold."""

    content: bytes
    left_out: tuple[LeftOut, ...] = ()


class UnreadableFile(Exception):
    """The file as a whole is not of the format; `remark` says what is wrong and how to mend it."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(str(remark))
        self.remark = remark

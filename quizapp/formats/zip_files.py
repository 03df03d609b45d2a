"""Zip archives from strangers: read in memory and within limits, their names never used as paths."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.formats.exchange import LeftOut
from quizapp.formats.remarks import N_, remark, unreadable
from quizapp.formats.text_files import refuse_other_kinds
from quizapp.text.cleaning import clean_text

MOST_MEMBERS = 4_000
MOST_BYTES = 30_000_000
MOST_BYTES_OF_ONE = 8_000_000
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,  # encrypted
    NotImplementedError,  # packed in a way that is not known
    OverflowError,
    IndexError,
    KeyError,
)
SIGNATURE = b"PK"


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the archive: its name, to be shown only, and what it holds."""

    name: str
    content: bytes


def read_zip(content: bytes, endings: tuple[str, ...]) -> tuple[list[Member], list[LeftOut]]:
    """The files whose names end so, and those of them that cannot be read; UnreadableFile for no zip at all."""
    refuse_other_kinds(content, but=SIGNATURE)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        infos = archive.infolist()
    except _BROKEN as error:
        raise unreadable(N_("This is no zip archive, or it is cut off. Export or pack it again.")) from error
    if len(infos) > MOST_MEMBERS:
        raise unreadable(
            N_("There are %(found)s files in the archive; at most %(most)s are read."),
            found=len(infos),
            most=MOST_MEMBERS,
        )
    members: list[Member] = []
    lost: list[LeftOut] = []
    for outcome in _read_all(archive, [info for info in infos if info.filename.lower().endswith(endings)]):
        if isinstance(outcome, Member):
            members.append(outcome)
        else:
            lost.append(outcome)
    return members, lost


def _read_all(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> Iterator[Member | LeftOut]:
    left = MOST_BYTES
    for info in infos:
        outcome = _read_one(archive, info)
        if isinstance(outcome, Member):
            left -= len(outcome.content)
        if left < 0:
            raise unreadable(
                N_("Unpacked, the archive has more than %(most)s MB. Divide it into smaller ones."),
                most=MOST_BYTES // 1_000_000,
            )
        yield outcome


def _read_one(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member | LeftOut:
    name = clean_text(info.filename)[-200:]
    try:
        with archive.open(info) as opened:
            content = opened.read(MOST_BYTES_OF_ONE + 1)
    except _BROKEN:
        return LeftOut(name, remark(N_("This file of the archive is encrypted or broken.")))
    if len(content) > MOST_BYTES_OF_ONE:
        return LeftOut(
            name,
            remark(
                N_("This file of the archive has more than %(most)s MB."), most=MOST_BYTES_OF_ONE // 1_000_000
            ),
        )
    return Member(name, content)

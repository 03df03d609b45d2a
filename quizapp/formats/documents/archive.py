"""The zip archive that an office document is: read in memory, in bounds, names never used as paths."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.sax import parse

from quizapp.formats.documents.errors import N_, refuse
from quizapp.formats.exchange import UnreadableFile

MOST_MEMBERS = 5_000
MOST_BYTES = 40_000_000
"""Of one member, unpacked: a book of a million words has about a fifth of it."""
_ODT = "application/vnd.oasis.opendocument.text"
_OTHERS = {
    "xl/workbook.xml": N_("a spreadsheet"),
    "ppt/presentation.xml": N_("a presentation"),
    "META-INF/container.xml": N_("an e-book (EPUB)"),
    "content.xml": N_("an OpenDocument file that is no text"),
}


@dataclass(frozen=True, slots=True)
class Archive:
    """An office document, opened."""

    file: zipfile.ZipFile

    @classmethod
    def open(cls, data: bytes) -> Archive:
        """The archive, if it holds a text document; UnreadableFile says what it is instead."""
        try:
            archive = cls(zipfile.ZipFile(io.BytesIO(data)))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError) as error:
            raise damaged() from error
        if len(archive.names) > MOST_MEMBERS:
            raise refuse(
                N_("This archive holds %(count)s files: it is no document."), count=len(archive.names)
            )
        if not archive.is_odt and "word/document.xml" not in archive.names:
            found = next(
                (name for member, name in _OTHERS.items() if member in archive.names), N_("a zip archive")
            )
            raise refuse(
                N_("This is %(found)s, whatever its name says. Save the text as .docx, .odt, .pdf or .txt."),
                found=found,
            )
        return archive

    @property
    def names(self) -> frozenset[str]:
        """What its members are called."""
        return frozenset(self.file.namelist())

    @property
    def is_odt(self) -> bool:
        """Whether it says of itself that it is an OpenDocument text."""
        if not {"mimetype", "content.xml"} <= self.names:
            return False
        return self.read("mimetype")[:100].decode("ascii", "replace").strip().startswith(_ODT)

    def read(self, name: str) -> bytes:
        """A member, if it stays in bounds: what the archive says of its size is not believed."""
        try:
            with self.file.open(name) as member:
                content = member.read(MOST_BYTES + 1)
        except RuntimeError as error:  # zipfile's word for a password
            raise refuse(N_("This document is protected by a password. Save it without one.")) from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
            KeyError,
        ) as error:
            raise damaged() from error
        if len(content) > MOST_BYTES:
            raise refuse(N_("Unpacked, this document is too large. Save only the text of it."))
        return content

    def parse(self, name: str, handler: ContentHandler) -> None:
        """Give the elements of an XML member to a handler; entities and DTDs are refused."""
        try:
            parse(io.BytesIO(self.read(name)), handler, forbid_dtd=True)
        except DefusedXmlException as error:
            raise refuse(
                N_("This document defines entities of its own, as no office program does.")
            ) from error
        except (SAXException, ValueError, LookupError) as error:
            raise damaged() from error


def damaged() -> UnreadableFile:
    """The file is of a known kind, and broken."""
    return refuse(N_("This file is damaged or cut off. Open it in its own program and save it again."))

"""PDF documents: the words of the pages as printed, made into paragraphs again."""

from __future__ import annotations

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from quizapp.formats.documents.archive import damaged
from quizapp.formats.documents.errors import N_, refuse
from quizapp.formats.documents.lines import flowing_text
from quizapp.formats.documents.page import Page
from quizapp.formats.exchange import Remark, UnreadableFile

MOST_PAGES = 600
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of broken files is not for the log


def read(data: bytes) -> Page:
    """The text of the pages; a scan has none, and is told apart from an empty file."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise refuse(N_("This document is protected by a password. Save it without one."))
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise refuse(
                N_("This document has %(count)s pages; at most %(most)s are read. Save a part of it."),
                count=count,
                most=MOST_PAGES,
            )
        pages = [page.extract_text().translate(_LIGATURES).splitlines() for page in reader.pages]
        title = str((reader.metadata and reader.metadata.title) or "")
    except UnreadableFile:
        raise
    except (
        PyPdfError,
        RecursionError,
        MemoryError,
        Exception,
    ) as error:  # a broken PDF breaks its reader anywhere
        raise damaged() from error
    if not any(line.strip() for page in pages for line in page):
        raise refuse(
            N_("This PDF holds pictures of pages and no text. Have it recognised (OCR), or paste the text.")
        )
    text, dropped = flowing_text(pages)
    remarks = (
        (Remark(N_("Running heads and page numbers left out: %(count)s lines."), (("count", str(dropped)),)),)
        if dropped
        else ()
    )
    return Page(text, " ".join(title.split()), remarks)

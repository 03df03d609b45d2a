"""The words of an uploaded file; one that is something else is refused by its name."""

from __future__ import annotations

from quizapp.formats.remarks import N_, unreadable
from quizapp.text.cleaning import clean_text
from quizapp.text.decoding import Undecodable, decode

_BINARY = (
    (b"\x89PNG", N_("This is a picture, not a file of questions.")),
    (b"\xff\xd8\xff", N_("This is a picture, not a file of questions.")),
    (b"GIF8", N_("This is a picture, not a file of questions.")),
    (
        b"%PDF",
        N_("This is a PDF document. Copy the questions out of it, or export them again in this format."),
    ),
    (b"PK\x03\x04", N_("This is a zip archive or an office document, not a text file.")),
    (b"Rar!", N_("This is a RAR archive. Unpack it and choose the file inside, or pack it as zip.")),
    (b"7z\xbc\xaf", N_("This is a 7z archive. Unpack it and choose the file inside, or pack it as zip.")),
    (b"\x1f\x8b", N_("This is a gzip archive. Unpack it and choose the file inside, or pack it as zip.")),
    (b"\xd0\xcf\x11\xe0", N_("This is a document of an old office program. Save it in the newer form.")),
    (b"{\\rtf", N_("This is an RTF document. Save it as plain text in UTF-8.")),
)
_MARKUP = (
    (("<!doctype html", "<html"), N_("This is a page of HTML, not a file of questions.")),
    (
        ("<?xml", "<quiz", "<questestinterop", "<assessmentitem"),
        N_("This is XML. Choose a format that is XML."),
    ),
)


def refuse_other_kinds(content: bytes, but: bytes = b"\0none") -> None:
    """Raise UnreadableFile for an empty file, and for one that begins as something else than `but`."""
    if not content.strip():
        raise unreadable(N_("The file is empty."))
    for signature, message in _BINARY:
        if content.startswith(signature) and not content.startswith(but):
            raise unreadable(message)


def text_in(content: bytes) -> str:
    """The text of a file in any usual encoding, its lines ending with a line feed."""
    refuse_other_kinds(content)
    try:
        text = clean_text(decode(content).text)
    except Undecodable as error:
        raise unreadable(N_("This is no text file. Save it as plain text in UTF-8.")) from error
    begins = text.lstrip()[:40].lower()
    for signs, message in _MARKUP:
        if begins.startswith(signs):
            raise unreadable(message)
    return text

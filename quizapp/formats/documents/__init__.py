"""Documents of other programs as plain text: what a file is is decided by its bytes, never by its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from quizapp.formats.documents import docx, html, markdown, odt, pdf
from quizapp.formats.documents.archive import Archive
from quizapp.formats.documents.errors import N_, no_text, refuse
from quizapp.formats.documents.page import Page
from quizapp.formats.exchange import Remark
from quizapp.text.decoding import Decoded, Undecodable, decode

PlainKind = Literal["text", "markdown", "html"]
PLAIN_KINDS: tuple[PlainKind, ...] = get_args(PlainKind)
ENCODINGS = {
    "UTF-8": "utf-8",
    "Windows-1250": "cp1250",
    "ISO 8859-2": "iso8859-2",
    "UTF-16": "utf-16",
    "CP852": "cp852",
    "Mac CE": "mac_latin2",
    "Windows-1252": "cp1252",
}
"""The encodings that a person may choose, by the names that people know; the likelier first."""

_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", N_("an old or a password-protected office document")),
    (b"{\\rtf", N_("an RTF document")),
    (b"\x89PNG", N_("a PNG picture")),
    (b"\xff\xd8\xff", N_("a JPEG picture")),
    (b"GIF8", N_("a GIF picture")),
    (b"BM", N_("a BMP picture")),
    (b"II*\0", N_("a TIFF picture")),
    (b"MM\0*", N_("a TIFF picture")),
    (b"\x1f\x8b", N_("a gzip archive")),
    (b"7z\xbc\xaf", N_("a 7z archive")),
    (b"Rar!", N_("a RAR archive")),
    (b"MZ", N_("a program")),
    (b"\x7fELF", N_("a program")),
    (b"ID3", N_("a sound")),
)
_PDF_BEGINS_WITHIN = 1024


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file, paragraph by paragraph, and how it was read.

    `encoding` is empty where the format leaves no doubt of it; `replaced` counts the bytes that stood for no
    letter; `remarks` say what was left out.
    """

    text: str
    kind: str
    title: str = ""
    encoding: str = ""
    replaced: int = 0
    remarks: tuple[Remark, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether it may be read in another encoding or as another kind of text."""
        return self.kind in PLAIN_KINDS


def read_document(data: bytes, encoding: str = "", kind: str = "") -> Document:
    """The text of a .txt, .md, .html, .docx, .odt or .pdf; UnreadableFile says what else it is, or what is wrong.

    The encoding and the kind that a person chose hold for plain text only.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise no_text()
    if b"%PDF-" in data[:_PDF_BEGINS_WITHIN]:
        return _document("pdf", pdf.read(data))
    if data.startswith(b"PK"):
        archive = Archive.open(data)
        return (
            _document("odt", odt.read(archive)) if archive.is_odt else _document("docx", docx.read(archive))
        )
    return _plain(data, encoding, kind)


def document_from_json(stored: dict[str, Any]) -> Document:
    """The document that `dataclasses.asdict` made of one, after it has been JSON."""
    return Document(**{**stored, "remarks": tuple(remark_from_json(told) for told in stored["remarks"])})


def remark_from_json(stored: dict[str, Any]) -> Remark:
    """The remark likewise."""
    return Remark(stored["message"], tuple((name, value) for name, value in stored["facts"]))


def _document(kind: str, page: Page) -> Document:
    if not page.text.strip():
        raise no_text()
    return Document(page.text, kind, page.title, remarks=page.remarks)


def _plain(data: bytes, encoding: str, kind: str) -> Document:
    decoded = _decoded(data, encoding)
    chosen = kind if kind in PLAIN_KINDS else _kind_of(decoded.text)
    reader = {"html": html.read, "markdown": markdown.read}.get(chosen, Page)
    document = _document(chosen, reader(decoded.text))
    return replace(document, encoding=decoded.encoding, replaced=decoded.replaced)


def _decoded(data: bytes, encoding: str) -> Decoded:
    if encoding in ENCODINGS:
        text = data.decode(ENCODINGS[encoding], errors="replace").removeprefix("\ufeff")
        return Decoded(text.replace("\0", "\ufffd"), encoding, text.count("\ufffd") + text.count("\0"))
    try:
        return decode(data)
    except Undecodable as error:
        _refuse_foreign(data)
        if "UTF-8" in error.found:
            return _decoded(data, "UTF-8")
        if "unknown encoding" in error.found:
            return _decoded(data, "Windows-1250")
        raise refuse(
            N_("This is no text that can be read. Save it as plain text (UTF-8) or as .docx.")
        ) from error


def _refuse_foreign(data: bytes) -> None:
    for signature, name in _FOREIGN:
        if data.startswith(signature):
            raise refuse(
                N_("This is %(found)s, whatever its name says. Save the text as .docx, .odt, .pdf or .txt."),
                found=name,
            )


def _kind_of(text: str) -> PlainKind:
    return "html" if html.is_html(text) else "markdown" if markdown.is_markdown(text) else "text"

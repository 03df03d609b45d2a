"""XML from strangers as a small tree: no entities, no DTD but a named one that is never fetched, bounded depth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from sys import intern
from typing import Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from quizapp.formats.remarks import N_, unreadable
from quizapp.text.decoding import Undecodable, decode

MOST_DEPTH, MOST_ELEMENTS = 100, 300_000
_FORBIDDEN_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WEB_PAGE = b"<!doctype html"
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


@dataclass(slots=True)
class Element:
    """An element by its local name, the line that it begins in, and what it holds: elements and text."""

    name: str
    attributes: dict[str, str]
    line: int
    parts: list[Element | str] = field(default_factory=list)

    def children(self, *names: str) -> list[Element]:
        """The elements directly inside, of these names or of any."""
        return [
            part for part in self.parts if isinstance(part, Element) and (not names or part.name in names)
        ]

    def child(self, *path: str) -> Element | None:
        """The first element at the end of a path of names."""
        found: Element | None = self
        for name in path:
            found = next(iter(found.children(name)), None) if found else None
        return found

    def every(self, *names: str) -> Iterator[Element]:
        """The elements anywhere inside, in the order of the file."""
        waiting = self.children()[::-1]
        while waiting:
            element = waiting.pop()
            if not names or element.name in names:
                yield element
            waiting.extend(element.children()[::-1])

    def first(self, *names: str) -> Element | None:
        """The first element anywhere inside that has one of the names."""
        return next(self.every(*names), None)

    @property
    def text(self) -> str:
        """All the words inside."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def words_at(self, *path: str) -> str:
        """The words of the element at the end of the path; "" where there is none."""
        found = self.child(*path)
        return found.text.strip() if found else ""

    def get(self, name: str) -> str:
        """The attribute; "" where there is none."""
        return self.attributes.get(name, "")


def parse_xml(content: bytes, known_doctype: str = "") -> Element:
    """The root of the document; UnreadableFile, with the line, where it is no XML or a dangerous one."""
    if content.lstrip()[: len(_WEB_PAGE)].lower() == _WEB_PAGE:
        raise unreadable(N_("This is a page of HTML, not a file of questions."))
    try:
        return _parse(content.lstrip(), known_doctype)
    except ParseError as error:
        readable = _made_readable(content)
        if readable is None:
            raise _broken(error) from error
    try:
        return _parse(readable, known_doctype, "utf-8")
    except ParseError as error:
        raise _broken(error) from error


def xml_safe(text: str) -> str:
    """A text without the characters that XML has not."""
    return _FORBIDDEN_IN_XML.sub("", text)


def _parse(content: bytes, known_doctype: str, encoding: str | None = None) -> Element:
    target = _Target()
    parser = _Parser(target, known_doctype, encoding)
    target.parser = parser
    try:
        parser.feed(content)
        parser.close()
    except DefusedXmlException as error:
        raise unreadable(
            N_(
                "The XML defines entities or a document type of its own; that is refused. Export the file again."
            )
        ) from error
    except (LookupError, ValueError) as error:
        raise unreadable(
            N_("The XML says that it is in an encoding that is not known. Save it in UTF-8.")
        ) from error
    return target.root or Element("", {}, 1)


def _made_readable(content: bytes) -> bytes | None:
    """The document in UTF-8 without the characters that XML has not; None where that changes nothing."""
    try:
        text = decode(content).text
    except Undecodable:
        return None
    cleaned = _DECLARATION.sub("", xml_safe(text), count=1).lstrip().encode()
    return None if cleaned == content else cleaned


def _broken(error: ParseError) -> Exception:
    line, _ = getattr(error, "position", (0, 0))
    return unreadable(
        N_("This is no well-formed XML: it breaks off or is wrong at line %(line)s. Export the file again."),
        line=line,
    )


class _Parser(DefusedXMLParser):
    def __init__(self, target: _Target, known_doctype: str, encoding: str | None) -> None:
        super().__init__(target=target, encoding=encoding, forbid_dtd=True)
        self.known_doctype = known_doctype

    def defused_start_doctype_decl(
        self, name: str, sysid: str | None, pubid: str | None, has_internal_subset: bool
    ) -> None:
        if not self.known_doctype or name != self.known_doctype:
            super().defused_start_doctype_decl(name, sysid, pubid, has_internal_subset)


class _Target:
    """Builds the tree while the parser reads."""

    parser: Any = None

    def __init__(self) -> None:
        self.open: list[Element] = []
        self.root: Element | None = None
        self.count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        line = self.parser.parser.CurrentLineNumber
        if len(self.open) >= MOST_DEPTH:
            raise unreadable(N_("The XML is nested too deeply at line %(line)s."), line=line)
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise unreadable(N_("The XML holds too much. Divide the questions into several files."))
        element = _element(tag, attributes, line)
        if self.open:
            self.open[-1].parts.append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, tag: str) -> None:
        self.open.pop()

    def data(self, words: str) -> None:
        if self.open:
            self.open[-1].parts.append(words)

    def close(self) -> Element | None:
        return self.root


def _element(tag: str, attributes: dict[str, str], line: int) -> Element:
    name = _local(tag)
    told = {_local(key): value for key, value in attributes.items()}
    if name.startswith("qti-"):  # QTI 3 writes the names of QTI 2 with dashes
        return Element(_camel(name[4:]), {_camel(key): value for key, value in told.items()}, line)
    return Element(name, told, line)


def _local(tag: str) -> str:
    return intern(tag.rsplit("}", 1)[-1])


def _camel(name: str) -> str:
    first, *others = name.split("-")
    return first + "".join(word.capitalize() for word in others)

"""QTI of any version, as a package (.zip, .imscc) or as one file of XML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from quizapp.formats import qti2, qti12
from quizapp.formats.exchange import LeftOut, Reading, ReadItem, UnreadableFile
from quizapp.formats.questions import left_out, refuse_too_many
from quizapp.formats.remarks import N_, Unusable, remark, unreadable, unusable
from quizapp.formats.text_files import refuse_other_kinds
from quizapp.formats.xml_tree import Element, parse_xml
from quizapp.formats.zip_files import SIGNATURE, Member, read_zip

DOCTYPE = "questestinterop"
"""QTI 1.2 is often written with the name of its DTD, which is never fetched."""
MANIFEST = "imsmanifest.xml"
_ROOTS = ("assessmentItem", "questestinterop", "assessment", "section", "item", "objectbank")


def read_qti(content: bytes) -> Reading:
    """The questions of a package or a file, each with the name of its file and its line."""
    if content.startswith(SIGNATURE):
        return _read_package(content)
    refuse_other_kinds(content)
    root = parse_xml(content, DOCTYPE)
    if root.name in ("manifest", "assessmentTest"):
        raise unreadable(
            N_("This is the list of a package, without its questions. Choose the whole package (.zip).")
        )
    if root.name not in _ROOTS:
        raise unreadable(N_("This XML begins with <%(name)s>: it is no QTI."), name=root.name)
    items: list[ReadItem] = []
    lost: list[LeftOut] = []
    _take(_questions(root, "", ()), items, lost)
    return Reading(tuple(items), tuple(lost))


def _read_package(content: bytes) -> Reading:
    members, lost = read_zip(content, (".xml", ".qti", ".dat"))  # Blackboard calls its XML .dat
    items: list[ReadItem] = []
    found = 0
    manifest = _Manifest(members)
    for member in manifest.in_order(_without_twins(members)):
        try:
            root = parse_xml(member.content, DOCTYPE)
        except UnreadableFile as error:
            lost.append(LeftOut(member.name, error.remark))
            continue
        if root.name in _ROOTS:
            found += 1
            _take(_questions(root, member.name, manifest.tags_of(member.name)), items, lost)
    if not found:
        raise unreadable(N_("There is no question of QTI in the archive."))
    for name in manifest.missing():
        lost.append(
            LeftOut(name, remark(N_("The list of the package names this file, and it is not there.")))
        )
    return Reading(tuple(items), tuple(lost))


Outcome = tuple[str, Element, Iterable[ReadItem] | Unusable]


def _questions(root: Element, name: str, tags: tuple[str, ...]) -> Iterator[Outcome]:
    """Each question of a file: where it stands, and its items or why there are none."""
    if root.name == "assessmentItem":
        elements, read = [root], qti2.read_item
    else:
        elements = [root] if root.name == "item" else list(root.every("item"))
        read = qti12.read_item
    for element in elements:
        where = ", ".join(part for part in (name, f"line {element.line}") if part)
        try:
            yield where, element, read(element, where, tags)
        except Unusable as error:
            yield where, element, error
    for element in root.every("bankentry_item"):
        where = ", ".join(part for part in (name, f"line {element.line}") if part)
        yield where, element, unusable(N_("It is a question of a bank that is not in the file."))


def _take(outcomes: Iterable[Outcome], items: list[ReadItem], lost: list[LeftOut]) -> None:
    for where, element, outcome in outcomes:
        refuse_too_many(len(items) + len(lost))
        if isinstance(outcome, Unusable):
            lost.append(left_out(where, outcome, element.get("title") or element.get("label")))
        else:
            items.extend(outcome)


def _without_twins(members: list[Member]) -> list[Member]:
    """Canvas writes a quiz twice, once with less; the fuller one is `non_cc_assessments/<id>.xml.qti`."""
    fuller = {
        member.name.rsplit("/", 1)[-1].removesuffix(".xml.qti")
        for member in members
        if "non_cc_assessments/" in member.name
    }
    return [
        member
        for member in members
        if not (member.name.endswith("/assessment_qti.xml") and member.name.split("/")[-2] in fuller)
    ]


class _Manifest:
    """The list of a package: the order of its files, and the keywords of each."""

    def __init__(self, members: list[Member]) -> None:
        self.names = {member.name for member in members}
        self.tags: dict[str, tuple[str, ...]] = {}
        self.items: list[str] = []
        for member in members:
            if member.name.rsplit("/", 1)[-1] == MANIFEST:
                self._read(member)

    def _read(self, member: Member) -> None:
        folder = member.name.removesuffix(MANIFEST)
        try:
            root = parse_xml(member.content)
        except UnreadableFile:
            return
        for resource in root.every("resource"):
            name = folder + unquote(resource.get("href")).removeprefix("./")
            if "item" in resource.get("type") and resource.get("href"):
                self.items.append(name)
            keywords = [" ".join(found.text.split()) for found in resource.every("keyword")]
            self.tags[name] = tuple(word for word in keywords if word)

    def in_order(self, members: list[Member]) -> list[Member]:
        place = {name: number for number, name in enumerate(self.items)}
        listed = [member for member in members if member.name.rsplit("/", 1)[-1] != MANIFEST]
        return sorted(listed, key=lambda member: place.get(member.name, len(place)))

    def tags_of(self, name: str) -> tuple[str, ...]:
        return self.tags.get(name, ())

    def missing(self) -> list[str]:
        return [name for name in self.items if name not in self.names and name.endswith(".xml")]

"""Items as a package of QTI 2.1 or 2.2: a test, a file an item, and a list that carries the tags."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from html import escape

from quizapp.formats.exchange import LeftOut, Writing, WrittenItem
from quizapp.formats.labels import feedback_with_proof, tags_of
from quizapp.formats.qti2 import GENERAL_FEEDBACK
from quizapp.formats.remarks import N_, Unusable, shortened, unusable
from quizapp.formats.xml_tree import xml_safe
from quizapp.items.item import GAP, Item, ItemType, Option

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_WHEN = (1980, 1, 1, 0, 0, 0)  # the same items give the same bytes
_SCORE = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'
_GENERAL = (
    '<outcomeDeclaration identifier="GENERAL" cardinality="single" baseType="identifier">'
    f"<defaultValue><value>{GENERAL_FEEDBACK}</value></defaultValue></outcomeDeclaration>"
)


def write_qti21(items: Sequence[WrittenItem], title: str) -> Writing:
    """The items as a package of QTI 2.1."""
    return _Package("2.1", items).write(title)


def write_qti22(items: Sequence[WrittenItem], title: str) -> Writing:
    """The items as a package of QTI 2.2."""
    return _Package("2.2", items).write(title)


class _Package:
    def __init__(self, version: str, items: Sequence[WrittenItem]) -> None:
        self.space = f"http://www.imsglobal.org/xsd/imsqti_v{version.replace('.', 'p')}"
        self.kind = f"xmlv{version.replace('.', 'p')}"
        self.schema = f"QTIv{version} Package"
        self.items = items

    def write(self, title: str) -> Writing:
        files: dict[str, str] = {}
        resources: list[str] = []
        lost: list[LeftOut] = []
        for number, written in enumerate(self.items, start=1):
            name = f"item-{number:04}"
            try:
                files[f"{name}.xml"] = self._item(name, written)
            except Unusable as error:
                lost.append(LeftOut(written.id, error.remark, shortened(written.item.stem)))
                continue
            resources.append(_resource(name, f"imsqti_item_{self.kind}", tags_of(written.item)))
        files["test.xml"] = self._test(title, list(files))
        resources.append(_resource("test", f"imsqti_test_{self.kind}", ()))
        files["imsmanifest.xml"] = self._manifest(resources)
        return Writing(_zipped(files), tuple(lost))

    def _item(self, name: str, written: WrittenItem) -> str:
        item = written.item
        declared, body, outcome = _BODIES[item.type](item)
        general = feedback_with_proof(written)
        return (
            f'<assessmentItem xmlns="{self.space}" identifier="{name}" label="{escape(written.id)}" '
            f'title="{escape(shortened(item.stem))}" adaptive="false" timeDependent="false">'
            f"{declared}{_SCORE}{outcome}{_GENERAL}<itemBody>{body}</itemBody>"
            f"{_processing(declared, bool(outcome))}{_modal('GENERAL', GENERAL_FEEDBACK, general)}"
            f"{''.join(_modal('FEEDBACK', _value(n), option.why) for n, option in enumerate(item.options))}"
            "</assessmentItem>"
        )

    def _test(self, title: str, names: Iterable[str]) -> str:
        listed = "".join(
            f'<assessmentItemRef identifier="{name.removesuffix(".xml")}" href="{name}"/>' for name in names
        )
        return (
            f'<assessmentTest xmlns="{self.space}" identifier="test" title="{escape(title or "quizapp")}">'
            '<testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">'
            f'<assessmentSection identifier="section" title="{escape(title or "quizapp")}" visible="true">'
            f"{listed}</assessmentSection></testPart></assessmentTest>"
        )

    def _manifest(self, resources: list[str]) -> str:
        return (
            '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" '
            'xmlns:imsmd="http://ltsc.ieee.org/xsd/LOM" identifier="quizapp">'
            f"<metadata><schema>{self.schema}</schema><schemaversion>1.0.0</schemaversion></metadata>"
            f"<organizations/><resources>{''.join(resources)}</resources></manifest>"
        )


def _resource(name: str, kind: str, tags: Iterable[str]) -> str:
    keywords = "".join(
        f"<imsmd:keyword><imsmd:string>{escape(tag, quote=False)}</imsmd:string></imsmd:keyword>"
        for tag in tags
    )
    told = (
        f"<metadata><imsmd:lom><imsmd:general>{keywords}</imsmd:general></imsmd:lom></metadata>"
        if keywords
        else ""
    )
    return f'<resource identifier="{name}" type="{kind}" href="{name}.xml">{told}<file href="{name}.xml"/></resource>'


def _zipped(files: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(
                zipfile.ZipInfo(name, _WHEN), xml_safe(_DECLARATION + text).encode(), zipfile.ZIP_DEFLATED
            )
    return target.getvalue()


def _processing(declared: str, has_option_feedback: bool) -> str:
    """Points by the map where there is one, else all or nothing; and the option chosen, for what is said of it."""
    earned = (
        '<mapResponse identifier="RESPONSE"/>'
        if "<mapping" in declared
        else '<baseValue baseType="float">1</baseValue>'
    )
    asked = (
        '<not><isNull><variable identifier="RESPONSE"/></isNull></not>'
        if "<mapping" in declared
        else '<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>'
    )
    feedback = (
        '<setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE"/></setOutcomeValue>'
        if has_option_feedback
        else ""
    )
    return (
        f"<responseProcessing><responseCondition><responseIf>{asked}"
        f'<setOutcomeValue identifier="SCORE">{earned}</setOutcomeValue></responseIf></responseCondition>'
        f"{feedback}</responseProcessing>"
    )


def _modal(outcome: str, value: str, words: str) -> str:
    if not words:
        return ""
    paragraphs = "".join(f"<p>{escape(line, quote=False)}</p>" for line in words.split("\n"))
    return (
        f'<modalFeedback outcomeIdentifier="{outcome}" identifier="{value}" showHide="show">'
        f"{paragraphs}</modalFeedback>"
    )


def _declared(cardinality: str, base: str, correct: Iterable[str], mapping: str = "") -> str:
    values = "".join(f"<value>{escape(value, quote=False)}</value>" for value in correct)
    return (
        f'<responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" baseType="{base}">'
        f"<correctResponse>{values}</correctResponse>{mapping}</responseDeclaration>"
    )


def _value(number: int) -> str:
    return f"a{number + 1}"


def _choices(name: str, options: Sequence[Option]) -> str:
    return "".join(
        f'<{name} identifier="{_value(number)}">{escape(option.text, quote=False)}</{name}>'
        for number, option in enumerate(options)
    )


def _outcome(item: Item, cardinality: str) -> str:
    if not any(option.why for option in item.options):
        return ""
    return f'<outcomeDeclaration identifier="FEEDBACK" cardinality="{cardinality}" baseType="identifier"/>'


def _right(item: Item) -> list[str]:
    return [_value(number) for number, option in enumerate(item.options) if option.correct]


def _prompt(item: Item) -> str:
    return f"<prompt>{escape(item.stem, quote=False)}</prompt>"


def _chosen(item: Item) -> tuple[str, str, str]:
    several = item.type == "multiple"
    cardinality = "multiple" if several else "single"
    body = (
        f'<choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="{0 if several else 1}">'
        f"{_prompt(item)}{_choices('simpleChoice', item.options)}</choiceInteraction>"
    )
    return _declared(cardinality, "identifier", _right(item)), body, _outcome(item, cardinality)


def _gap(item: Item) -> tuple[str, str, str]:
    if item.stem.count(GAP) != 1:
        return _chosen(item) if item.options else _typed(item)
    before, after = (escape(part, quote=False) for part in item.stem.split(GAP))
    if not item.options:
        return _accepted(item), f"<p>{before}{_entry(item)}{after}</p>", ""
    gap = (
        '<inlineChoiceInteraction responseIdentifier="RESPONSE" shuffle="true">'
        f"{_choices('inlineChoice', item.options)}</inlineChoiceInteraction>"
    )
    declared = _declared("single", "identifier", _right(item))
    return declared, f"<p>{before}{gap}{after}</p>", _outcome(item, "single")


def _accepted(item: Item) -> str:
    entries = "".join(
        f'<mapEntry mapKey="{escape(answer)}" mappedValue="1" caseSensitive="false"/>'
        for answer in item.answer
    )
    return _declared("single", "string", item.answer[:1], f'<mapping defaultValue="0">{entries}</mapping>')


def _entry(item: Item) -> str:
    return f'<textEntryInteraction responseIdentifier="RESPONSE" expectedLength="{max(map(len, item.answer)) + 5}"/>'


def _typed(item: Item) -> tuple[str, str, str]:
    return _accepted(item), f"<p>{escape(item.stem, quote=False)}</p><p>{_entry(item)}</p>", ""


def _ordered(item: Item) -> tuple[str, str, str]:
    if any(option.why for option in item.options):
        raise unusable(N_("What is said of its single answers has no place."))
    body = (
        '<orderInteraction responseIdentifier="RESPONSE" shuffle="true">'
        f"{_prompt(item)}{_choices('simpleChoice', item.options)}</orderInteraction>"
    )
    return _declared("ordered", "identifier", _right(item)), body, ""


def _matched(item: Item) -> tuple[str, str, str]:
    if any(option.why for option in item.options):
        raise unusable(N_("What is said of its single answers has no place."))
    rights = list(dict.fromkeys(option.text for option in item.options))
    lefts = [option for option in item.options if option.left]
    pairs = [f"{_value(n)} b{rights.index(option.text) + 1}" for n, option in enumerate(lefts)]
    share = f"{1 / len(pairs):.5f}"
    entries = "".join(f'<mapEntry mapKey="{pair}" mappedValue="{share}"/>' for pair in pairs)
    sides = (
        "".join(_side(_value(n), option.left, 1) for n, option in enumerate(lefts)),
        "".join(_side(f"b{n}", text, len(lefts)) for n, text in enumerate(rights, start=1)),
    )
    body = (
        f'<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="{len(lefts)}">'
        f"{_prompt(item)}{''.join(f'<simpleMatchSet>{side}</simpleMatchSet>' for side in sides)}</matchInteraction>"
    )
    mapping = f'<mapping defaultValue="0">{entries}</mapping>'
    return _declared("multiple", "directedPair", pairs, mapping), body, ""


def _side(value: str, text: str, most: int) -> str:
    return (
        f'<simpleAssociableChoice identifier="{value}" matchMax="{most}">'
        f"{escape(text, quote=False)}</simpleAssociableChoice>"
    )


_BODIES: dict[ItemType, Callable[[Item], tuple[str, str, str]]] = {
    "single": _chosen,
    "multiple": _chosen,
    "boolean": _chosen,
    "cloze": _gap,
    "typed": _typed,
    "date": _typed,
    "order": _ordered,
    "match": _matched,
}

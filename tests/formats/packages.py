"""Packages as other programs make them, put together for a test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def packed(files: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def item_2(body: str, declared: str = "", after: str = "", version: str = "2p1", name: str = "q1") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v{version}" identifier="{name}" '
        f'title="Rozejm" adaptive="false" timeDependent="false">\n{declared}\n'
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>\n'
        f"<itemBody>{body}</itemBody>\n{after}</assessmentItem>"
    )


def declared(*correct: str, cardinality: str = "single", base: str = "identifier", more: str = "") -> str:
    values = "".join(f"<value>{value}</value>" for value in correct)
    return (
        f'<responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" baseType="{base}">'
        f"<correctResponse>{values}</correctResponse>{more}</responseDeclaration>"
    )


def quiz_12(*items: str, head: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{head}'
        '<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">'
        '<assessment ident="a1" title="Rozejm"><section ident="root_section">\n'
        + "\n".join(items)
        + "\n</section></assessment></questestinterop>"
    )


def item_12(kind: str, presentation: str, processing: str = "", feedback: str = "") -> str:
    return (
        '<item ident="i1" title="Pytanie"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type'
        f"</fieldlabel><fieldentry>{kind}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>"
        f"<presentation>{presentation}</presentation>"
        f"<resprocessing><outcomes><decvar maxvalue='100' varname='SCORE'/></outcomes>{processing}</resprocessing>"
        f"{feedback}</item>"
    )


def asked_12(words: str) -> str:
    return f'<material><mattext texttype="text/html">&lt;p&gt;{words}&lt;/p&gt;</mattext></material>'


def labels_12(*texts: str) -> str:
    return (
        "<render_choice>"
        + "".join(
            f'<response_label ident="{number}"><material><mattext texttype="text/plain">{text}</mattext></material>'
            "</response_label>"
            for number, text in enumerate(texts, start=1)
        )
        + "</render_choice>"
    )


def earns(condition: str, points: float = 100, more: str = "", action: str = "Set") -> str:
    return (
        f"<respcondition><conditionvar>{condition}</conditionvar>"
        f'<setvar action="{action}" varname="SCORE">{points}</setvar>{more}</respcondition>'
    )


def equal(value: str, response: str = "response1") -> str:
    return f'<varequal respident="{response}">{value}</varequal>'

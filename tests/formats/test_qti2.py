from __future__ import annotations

import pytest

from quizapp.formats.qti_package import read_qti
from tests.formats.packages import declared, item_2, packed
from tests.formats.reading import remarks_on, told, why_left_out

CHOICES = (
    '<simpleChoice identifier="A">Trocki<feedbackInline outcomeIdentifier="F" identifier="A">nie on</feedbackInline>'
    '</simpleChoice><simpleChoice identifier="B"><p>Joffe</p></simpleChoice>'
    '<simpleChoice identifier="C">Krylenko</simpleChoice>'
)
KINDS = {
    "one right": (
        f'<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Kto?</prompt>{CHOICES}'
        "</choiceInteraction>",
        declared("B"),
        "single: Kto? [Trocki | *Joffe | Krylenko]",
    ),
    "a text, then the question": (
        f'<p>Czytaj: a &lt; b.</p><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1">'
        f"<prompt>Kto?</prompt>{CHOICES}</choiceInteraction>",
        declared("B"),
        "single: Czytaj: a < b. Kto? [Trocki | *Joffe | Krylenko]",
    ),
    "several right": (
        f'<choiceInteraction responseIdentifier="RESPONSE" maxChoices="0"><prompt>Kto?</prompt>{CHOICES}'
        "</choiceInteraction>",
        declared("B", "C", cardinality="multiple"),
        "multiple: Kto? [Trocki | *Joffe | *Krylenko]",
    ),
    "points by a map only": (
        f'<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Kto?</prompt>{CHOICES}'
        "</choiceInteraction>",
        '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><mapping>'
        '<mapEntry mapKey="B" mappedValue="2"/><mapEntry mapKey="C" mappedValue="1"/></mapping></responseDeclaration>',
        "single: Kto? [Trocki | *Joffe | Krylenko]",
    ),
    "true or false": (
        '<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Tak było.</prompt>'
        '<simpleChoice identifier="t">True</simpleChoice><simpleChoice identifier="f">False</simpleChoice>'
        "</choiceInteraction>",
        declared("f"),
        "boolean: Tak było. [Prawda | *Fałsz]",
    ),
    "an order": (
        '<orderInteraction responseIdentifier="RESPONSE"><prompt>Ułóż.</prompt>'
        '<simpleChoice identifier="x">drugie</simpleChoice><simpleChoice identifier="y">pierwsze</simpleChoice>'
        "</orderInteraction>",
        declared("y", "x", cardinality="ordered"),
        "order: Ułóż. [*pierwsze | *drugie]",
    ),
    "pairs": (
        '<matchInteraction responseIdentifier="RESPONSE"><prompt>Połącz.</prompt><simpleMatchSet>'
        '<simpleAssociableChoice identifier="l1">Trocki</simpleAssociableChoice>'
        '<simpleAssociableChoice identifier="l2">Joffe</simpleAssociableChoice></simpleMatchSet><simpleMatchSet>'
        '<simpleAssociableChoice identifier="r1">komisarz</simpleAssociableChoice>'
        '<simpleAssociableChoice identifier="r2">szef delegacji</simpleAssociableChoice>'
        '<simpleAssociableChoice identifier="r3">hrabia</simpleAssociableChoice></simpleMatchSet></matchInteraction>',
        declared("l1 r1", "l2 r2", cardinality="multiple", base="directedPair"),
        "match: Połącz. [*Trocki -> komisarz | *Joffe -> szef delegacji | hrabia]",
    ),
    "a gap to choose": (
        '<p>Rozejm podpisano <inlineChoiceInteraction responseIdentifier="RESPONSE">'
        '<inlineChoice identifier="a">3 grudnia</inlineChoice><inlineChoice identifier="b">15 grudnia</inlineChoice>'
        "</inlineChoiceInteraction> 1917 roku.</p>",
        declared("b"),
        "cloze: Rozejm podpisano ____ 1917 roku. [3 grudnia | *15 grudnia]",
    ),
    "a gap to type": (
        '<p>Szefem był hrabia <textEntryInteraction responseIdentifier="RESPONSE"/>.</p>',
        declared(
            "Czernin",
            base="string",
            more='<mapping><mapEntry mapKey="Czernin" mappedValue="1"/>'
            '<mapEntry mapKey="Ottokar Czernin" mappedValue="1"/></mapping>',
        ),
        "cloze: Szefem był hrabia ____. [=Czernin | =Ottokar Czernin]",
    ),
    "a typed answer": (
        '<p>Kto był szefem?</p><div><textEntryInteraction responseIdentifier="RESPONSE"/></div>',
        declared("Czernin", base="string"),
        "typed: Kto był szefem? [=Czernin]",
    ),
    "words to drag": (
        '<gapMatchInteraction responseIdentifier="RESPONSE"><gapText identifier="w">wojnę</gapText>'
        '<gapText identifier="p">pokój</gapText><p>Wypowiadamy <gap identifier="G"/> wojnie.</p></gapMatchInteraction>',
        declared("w G", cardinality="multiple", base="directedPair"),
        "cloze: Wypowiadamy ____ wojnie. [*wojnę | pokój]",
    ),
}


@pytest.mark.parametrize("version", ["2p1", "2p2"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_question_that_fits(kind: str, version: str) -> None:
    body, declaration, expected = KINDS[kind]

    reading = read_qti(item_2(body, declaration, version=version).encode())

    assert ([told(read) for read in reading.items], reading.left_out) == ([expected], ())


def test_rules_that_only_compare_tell_what_is_right() -> None:
    rule = (
        '<stringMatch caseSensitive="false"><variable identifier="RESPONSE"/><baseValue baseType="string">{}'
        '</baseValue></stringMatch><setOutcomeValue identifier="QUE_SCORE"><sum><variable identifier="QUE_SCORE"/>'
        '<baseValue baseType="integer">100</baseValue></sum></setOutcomeValue>'
    )
    rules = (
        f"<responseProcessing><responseCondition><responseIf>{rule.format('2')}</responseIf>"
        f"<responseElseIf>{rule.format('dwa')}</responseElseIf></responseCondition></responseProcessing>"
    )
    body = '<p>Ile to 1 + 1?</p><extendedTextInteraction responseIdentifier="RESPONSE"/>'
    nothing = '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"/>'

    reading = read_qti(item_2(body, nothing, rules).encode())

    assert [told(read) for read in reading.items] == ["typed: Ile to 1 + 1? [=2 | =dwa]"]


def test_each_number_has_its_own_tolerance() -> None:
    numbers = "".join(
        f'<responseDeclaration identifier="{name}" cardinality="single" baseType="float"><correctResponse>'
        f"<value>{value}</value></correctResponse></responseDeclaration>"
        for name, value in (("A", "1917.0"), ("B", "10"))
    )
    rules = "".join(
        f'<responseCondition><responseIf><equal toleranceMode="absolute" tolerance="{margin} {margin}">'
        f'<variable identifier="{name}"/><correct identifier="{name}"/></equal></responseIf></responseCondition>'
        for name, margin in (("A", "0"), ("B", "1"))
    )
    body = (
        '<p>W roku <textEntryInteraction responseIdentifier="A"/> trwał '
        '<textEntryInteraction responseIdentifier="B"/> dni.</p>'
    )

    reading = read_qti(item_2(body, numbers, f"<responseProcessing>{rules}</responseProcessing>").encode())

    assert [told(read) for read in reading.items] == [
        "cloze: W roku ____ trwał 10 dni. [=1917]",
        "cloze: W roku 1917 trwał ____ dni. [=10 | =9 | =11]",
    ]


def test_what_is_said_of_an_answer_and_of_all_is_kept() -> None:
    body, declaration, _ = KINDS["one right"]
    after = (
        '<modalFeedback outcomeIdentifier="F" identifier="C" showHide="show">był dowódcą</modalFeedback>'
        '<modalFeedback outcomeIdentifier="F" identifier="info" showHide="show"><p>Joffe.</p></modalFeedback>'
    )

    read = read_qti(item_2(body, declaration, after).encode()).items[0]

    assert [option.why for option in read.item.options] == ["nie on", "", "był dowódcą"]
    assert (read.item.feedback, read.external_id) == ("Joffe.", "q1")


def test_a_question_of_qti_3_is_read_too() -> None:
    content = (
        '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="x" title="t">'
        '<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">'
        "<qti-correct-response><qti-value>B</qti-value></qti-correct-response></qti-response-declaration>"
        '<qti-item-body><qti-choice-interaction response-identifier="RESPONSE" max-choices="1">'
        '<qti-prompt>Kto?</qti-prompt><qti-simple-choice identifier="A">on</qti-simple-choice>'
        '<qti-simple-choice identifier="B">ona</qti-simple-choice></qti-choice-interaction></qti-item-body>'
        "</qti-assessment-item>"
    )

    assert [told(read) for read in read_qti(content.encode()).items] == ["single: Kto? [on | *ona]"]


@pytest.mark.parametrize(
    ("body", "declaration", "why"),
    [
        ("<p>Czytaj.</p>", "", "It is a description, not a question."),
        (
            '<extendedTextInteraction responseIdentifier="RESPONSE"/>',
            "",
            "It asks for an essay, which no program can grade.",
        ),
        (
            '<hotspotInteraction responseIdentifier="RESPONSE"/>',
            declared("A"),
            "It is answered by “hotspotInteraction”, which cannot be asked here.",
        ),
        (KINDS["one right"][0], "", "It does not declare which answer is right."),
        (
            KINDS["one right"][0],
            '<templateDeclaration identifier="x"/>' + declared("B"),
            "Its numbers are drawn anew each time, which cannot be said here.",
        ),
        (
            KINDS["an order"][0],
            declared("y", cardinality="ordered"),
            "The right order does not name each of its answers once.",
        ),
        (
            KINDS["pairs"][0],
            declared("l1 r1", "l1 r2", cardinality="multiple"),
            "Its pairs are not one to one: something goes with several others or with none.",
        ),
    ],
)
def test_what_does_not_fit_is_told_and_not_guessed(body: str, declaration: str, why: str) -> None:
    reading = read_qti(item_2(body, declaration).encode())

    assert (reading.items, why_left_out(reading)) == ((), [f"line 2: {why}"])


def test_rules_of_grading_of_its_own_are_remarked_on() -> None:
    body, declaration, _ = KINDS["a typed answer"]
    rules = '<responseProcessing><customOperator class="x"/></responseProcessing>'

    read = read_qti(item_2(body, declaration, rules).encode()).items[0]

    assert remarks_on(read) == [
        "It has rules of grading of its own; here the answer declared as right counts."
    ]


def test_a_package_is_read_in_the_order_of_its_list() -> None:
    body, declaration, expected = KINDS["one right"]
    other, other_declaration, other_expected = KINDS["an order"]
    resource = (
        '<resource identifier="r" type="imsqti_item_xmlv2p1" href="{}">'
        "<metadata><lom><general><keyword><string>{}"
    )
    end = "</string></keyword></general></lom></metadata></resource>"
    manifest = (
        '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>'
        f"{resource.format('items/b%20b.xml', 'osoby')}{end}{resource.format('a.xml', 'daty')}{end}"
        f"{resource.format('gone.xml', 'x')}{end}</resources></manifest>"
    )

    reading = read_qti(
        packed(
            {
                "a.xml": item_2(other, other_declaration),
                "items/b b.xml": item_2(body, declaration),
                "broken.xml": "<assessmentItem>",
                "test.xml": "<assessmentTest/>",
                "picture.png": b"\x89PNG",
                "imsmanifest.xml": manifest,
            }
        )
    )

    assert [(read.where, told(read), read.item.tags) for read in reading.items] == [
        ("items/b b.xml, line 2", expected, ("osoby",)),
        ("a.xml, line 2", other_expected, ("daty",)),
    ]
    assert why_left_out(reading) == [
        "broken.xml: This is no well-formed XML: it breaks off or is wrong at line 1. Export the file again.",
        "gone.xml: The list of the package names this file, and it is not there.",
    ]

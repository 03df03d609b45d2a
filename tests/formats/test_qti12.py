from __future__ import annotations

import pytest

from quizapp.formats.qti_package import read_qti
from tests.formats.packages import asked_12, earns, equal, item_12, labels_12, packed, quiz_12
from tests.formats.reading import remarks_on, told, why_left_out

LID = '<response_lid ident="response1" rcardinality="{}">{}</response_lid>'
STR = (
    '<response_str ident="response1" rcardinality="Single"><render_fib><response_label ident="a"/></render_fib>'
    "</response_str>"
)
KTO = asked_12("Kto?")
THREE = labels_12("Trocki", "Joffe", "Krylenko")
ONE = asked_12("Kto?") + LID.format("Single", THREE)

KINDS = {
    "canvas one right": (
        item_12("multiple_choice_question", ONE, earns(equal("2"))),
        "single: Kto? [Trocki | *Joffe | Krylenko]",
    ),
    "canvas true or false": (
        item_12(
            "true_false_question",
            asked_12("Było tak.") + LID.format("Single", labels_12("True", "False")),
            earns(equal("1")),
        ),
        "boolean: Było tak. [*Prawda | Fałsz]",
    ),
    "canvas several right": (
        item_12(
            "multiple_answers_question",
            KTO + LID.format("Multiple", THREE),
            earns(f"<and>{equal('1')}<not>{equal('2')}</not>{equal('3')}</and>"),
        ),
        "multiple: Kto? [*Trocki | Joffe | *Krylenko]",
    ),
    "points added for each": (
        item_12(
            "",
            KTO + LID.format("Multiple", THREE),
            earns(equal("1"), 50, action="Add")
            + earns(equal("2"), -50, action="Add")
            + earns(equal("3"), 50, action="Add"),
        ),
        "multiple: Kto? [*Trocki | Joffe | *Krylenko]",
    ),
    "ilias several right, points for leaving out": (
        item_12(
            "",
            KTO + LID.format("Multiple", THREE),
            earns(equal("1"), 1)
            + earns(f"<not>{equal('1')}</not>", 0)
            + earns(equal("2"), 0)
            + earns(f"<not>{equal('2')}</not>", 1)
            + earns(equal("3"), 1)
            + earns(f"<not>{equal('3')}</not>", 0),
        ),
        "multiple: Kto? [*Trocki | Joffe | *Krylenko]",
    ),
    "canvas short answer": (
        item_12("short_answer_question", KTO + STR, earns(equal("Joffe") + equal("Adolf Joffe"))),
        "typed: Kto? [=Joffe | =Adolf Joffe]",
    ),
    "canvas number with bounds": (
        item_12(
            "numerical_question",
            asked_12("Który rok?") + STR,
            earns(
                f"<or>{equal('1917')}<and><vargte respident='response1'>1916</vargte>"
                "<varlte respident='response1'>1918</varlte></and></or>"
            ),
        ),
        "typed: Który rok? [=1917 | =1916 | =1918]",
    ),
    "canvas pairs": (
        item_12(
            "matching_question",
            asked_12("Połącz.")
            + "".join(
                f'<response_lid ident="r{n}"><material><mattext>{left}</mattext></material>'
                f"{labels_12('komisarz', 'szef', 'hrabia')}</response_lid>"
                for n, left in enumerate(("Trocki", "Joffe"), start=1)
            ),
            earns(equal("1", "r1"), 50, action="Add") + earns(equal("2", "r2"), 50, action="Add"),
        ),
        "match: Połącz. [*Trocki -> komisarz | *Joffe -> szef | hrabia]",
    ),
    "ilias pairs": (
        item_12(
            "",
            asked_12("Połącz.")
            + '<response_grp ident="MQ" rcardinality="Multiple"><render_choice>'
            + "".join(
                f'<response_label ident="{name}"><material><mattext>{text}</mattext></material></response_label>'
                for name, text in (("1", "Trocki"), ("2", "Joffe"), ("11", "komisarz"), ("12", "szef"))
            )
            + "</render_choice></response_grp>",
            "".join(
                earns(f'<varsubset respident="MQ">{pair}</varsubset>', 1, action="Add")
                for pair in ("1,11", "2,12")
            ),
        ),
        "match: Połącz. [*Trocki -> komisarz | *Joffe -> szef]",
    ),
    "an order in one condition": (
        item_12(
            "",
            asked_12("Ułóż.") + LID.format("Ordered", labels_12("drugie", "pierwsze")),
            earns(equal("2") + equal("1")),
        ),
        "order: Ułóż. [*pierwsze | *drugie]",
    ),
    "an order by places": (
        item_12(
            "",
            asked_12("Ułóż.") + LID.format("Ordered", labels_12("drugie", "pierwsze")),
            earns('<varequal respident="response1" index="1">1</varequal>', 1)
            + earns('<varequal respident="response1" index="0">2</varequal>', 1),
        ),
        "order: Ułóż. [*pierwsze | *drugie]",
    ),
    "canvas dropdown": (
        item_12(
            "multiple_dropdowns_question",
            asked_12("Był to [kto] z rządu.")
            + '<response_lid ident="response_kto"><material><mattext>kto</mattext></material>'
            + labels_12("Trocki", "Joffe")
            + "</response_lid>",
            earns(equal("1", "response_kto")),
        ),
        "cloze: Był to ____ z rządu. [*Trocki | Joffe]",
    ),
    "a gap among materials": (
        item_12(
            "",
            f"<flow>{asked_12('Był to')}{STR}{asked_12('z rządu.')}</flow>",
            earns(equal("Trocki"), 1) + earns(equal("Trocky"), 0.5),
        ),
        "cloze: Był to ____ z rządu. [=Trocki]",
    ),
    "blackboard's name for all points": (
        item_12(
            "",
            ONE,
            f"<respcondition title='correct'><conditionvar>{equal('2')}</conditionvar>"
            "<setvar variablename='SCORE' action='Set'>SCORE.max</setvar></respcondition>",
        ),
        "single: Kto? [Trocki | *Joffe | Krylenko]",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_question_that_fits(kind: str) -> None:
    item, expected = KINDS[kind]

    reading = read_qti(quiz_12(item).encode())

    assert ([told(read) for read in reading.items], reading.left_out) == ([expected], ())


def test_what_is_said_of_answers_and_of_all_is_kept_and_the_rest_remarked_on() -> None:
    said = "".join(
        f'<itemfeedback ident="{name}"><material><mattext>{text}</mattext></material></itemfeedback>'
        for name, text in (("general_fb", "Joffe."), ("1_fb", "był komisarzem"), ("correct_fb", "Brawo"))
    )
    linked = (
        "<respcondition continue='Yes'><conditionvar><other/></conditionvar><displayfeedback linkrefid='general_fb'/>"
        f"</respcondition><respcondition continue='Yes'><conditionvar>{equal('1')}</conditionvar>"
        "<displayfeedback linkrefid='1_fb'/></respcondition>"
    )
    item = item_12("multiple_choice_question", ONE, linked + earns(equal("2")), said)

    read = read_qti(quiz_12(item).encode()).items[0]

    assert read.item.feedback == "Joffe."
    assert [option.why for option in read.item.options] == ["był komisarzem", "", ""]
    assert remarks_on(read) == ["What is said of any right or wrong answer is not kept: Brawo"]


@pytest.mark.parametrize(
    ("item", "why"),
    [
        (item_12("essay_question", KTO + STR), "It asks for an essay, which no program can grade."),
        (item_12("", KTO + STR), "It asks for an essay, which no program can grade."),
        (item_12("file_upload_question", KTO), "It asks for a file, which no program can grade."),
        (item_12("text_only_question", KTO), "It is a description, not a question."),
        (item_12("", KTO), "It is a description, not a question."),
        (
            item_12("calculated_question", KTO + STR),
            "Its numbers are drawn anew each time, which cannot be said here.",
        ),
        (item_12("", ONE), "No answer of it is marked as right."),
        (
            item_12("", KTO + '<response_xy ident="x"><render_hotspot/></response_xy>'),
            "It is answered on a picture.",
        ),
        ('<bankentry_item item_ref="x"/>', "It is a question of a bank that is not in the file."),
    ],
)
def test_what_does_not_fit_is_named(item: str, why: str) -> None:
    reading = read_qti(quiz_12(item).encode())

    assert (reading.items, why_left_out(reading)) == ((), [f"line 3: {why}"])


def test_the_dtd_that_old_programs_name_is_passed_over_and_never_fetched() -> None:
    head = '<!DOCTYPE questestinterop SYSTEM "http://127.0.0.1:9/ims_qtiasiv1p2p1.dtd">\n'

    reading = read_qti(quiz_12(KINDS["canvas one right"][0], head=head).encode())

    assert len(reading.items) == 1


def test_a_pool_of_blackboard() -> None:
    stem = (
        '<flow class="QUESTION_BLOCK"><flow class="FORMATTED_TEXT_BLOCK"><material><mat_extension>'
        '<mat_formattedtext type="HTML">&lt;p&gt;Kto?&lt;/p&gt;</mat_formattedtext></mat_extension></material></flow>'
        "</flow>"
    )
    item = item_12("", stem + LID.format("Single", THREE), earns(equal("2")))

    reading = read_qti(packed({"imsmanifest.xml": "<manifest/>", "res00001.dat": quiz_12(item)}))

    assert [told(read) for read in reading.items] == ["single: Kto? [Trocki | *Joffe | Krylenko]"]


def test_the_cartridge_of_canvas_gives_each_question_once() -> None:
    name = "i4f1"
    full = quiz_12(KINDS["canvas one right"][0], KINDS["canvas pairs"][0])
    less = quiz_12(KINDS["canvas one right"][0])

    reading = read_qti(
        packed(
            {
                "imsmanifest.xml": "<manifest><resources/></manifest>",
                f"{name}/assessment_meta.xml": '<quiz xmlns="http://canvas.instructure.com/xsd/cccv1p0"/>',
                f"{name}/assessment_qti.xml": less,
                f"non_cc_assessments/{name}.xml.qti": full,
                "course_settings/course_settings.xml": "<course/>",
            }
        )
    )

    assert [read.where for read in reading.items] == [
        f"non_cc_assessments/{name}.xml.qti, line 3",
        f"non_cc_assessments/{name}.xml.qti, line 4",
    ]

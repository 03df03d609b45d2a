"""A quiz on paper: tests in versions, answer sheets and keys, as a page to print and as a Word document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.formats.print_docx import PARTS, Paper, PaperWords, Part, write_docx
from quizapp.items.versions import VERSION_LETTERS, arrange
from quizapp.store.quizzes import Quiz
from quizapp.web.access import taught_quiz
from quizapp.web.tables import as_file
from quizapp.web.teach import blueprint

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@blueprint.get("/quizzes/<quiz>/print")
def printing(quiz: str) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    if not known.items:
        abort(404)
    return render_template(
        "teach/printing.html",
        quiz=known,
        paper=_paper(known),
        parts=_parts(),
        count=_count(),
        most=len(VERSION_LETTERS),
        language=known.items[0].source.language,
    )


@blueprint.get("/quizzes/<quiz>/print.docx")
def printed_file(quiz: str) -> ResponseReturnValue:
    known = taught_quiz(quiz)
    if not known.items:
        abort(404)
    return as_file(write_docx(_paper(known), _parts()), DOCX, f"{_file_name(known.title)}.docx")


def _paper(quiz: Quiz) -> Paper:
    items = [bank_item.latest.item for bank_item in quiz.items]
    words = PaperWords(
        name=gettext("Name or register number"),
        date=gettext("Date"),
        points=gettext("Points"),
        version=gettext("Version"),
        sheet=gettext("Answer sheet"),
        key=gettext("Key"),
        proof=gettext("The words of the text that prove it"),
        several=gettext("More than one answer is right."),
        order=gettext("Write the letters in order, the earliest first."),
        match=gettext("Write beside each line the letter of what goes with it."),
    )
    return Paper(quiz.title, arrange(items, _count(), quiz.public_id), words)


def _count() -> int:
    typed = request.args.get("versions", "1")
    return int(typed) if typed in {str(number + 1) for number in range(len(VERSION_LETTERS))} else 1


def _parts() -> Sequence[Part]:
    """Those asked for; all of them where none was."""
    asked = request.args.getlist("part")
    return [part for part in PARTS if part in asked] or PARTS


def _file_name(title: str) -> str:
    """A name that every system can keep: plain letters, digits and dashes."""
    bare = unicodedata.normalize("NFKD", title.translate(str.maketrans("łŁ", "lL"))).encode("ascii", "ignore")
    return "-".join(re.findall(r"[A-Za-z0-9]+", bare.decode()))[:80] or "quiz"

"""Testownik: a zip of small text files, one a question, whose head (X0100) marks the right answers."""

from __future__ import annotations

import re

from quizapp.formats.exchange import Reading, ReadItem
from quizapp.formats.questions import Choice, Question, left_out, refuse_too_many
from quizapp.formats.remarks import N_, Unusable, remark, unreadable, unusable
from quizapp.formats.zip_files import SIGNATURE, Member, read_zip
from quizapp.text.cleaning import clean_text
from quizapp.text.decoding import Undecodable, decode

_HEAD = re.compile(r"([XY]+)([01]+)\s*;?\s*", re.IGNORECASE)
_NUMBERED_HEAD = re.compile(r"QQ([01]+)(?:;.*)?")
_NUMBERED_STEM = re.compile(r"\d+\.\s+(.*)")
_LETTERED = re.compile(r"\(?[a-z][).]\s+(.*)")
_PICTURE = re.compile(r"\[img\](.*?)\[/img\]", re.IGNORECASE)


def read_testownik(content: bytes) -> Reading:
    """The questions of the archive, each called by the name of its file; a single text file is read too."""
    if content.startswith(SIGNATURE):
        members, lost = read_zip(content, (".txt",))
    else:
        members, lost = [Member("1.txt", content)], []
    items: list[ReadItem] = []
    for member in sorted(members, key=lambda member: _place(member.name)):
        refuse_too_many(len(items) + len(lost))
        try:
            items.append(_read(member))
        except Unusable as error:
            lost.append(left_out(member.name, error))
    if not items and not any(_looks_like_one(member) for member in members):
        raise unreadable(
            N_("There is no question of Testownik in it: text files that begin with a line like X0100.")
        )
    return Reading(tuple(items), tuple(lost))


def _place(name: str) -> tuple[int, str]:
    number = re.match(r"\d{1,9}", name.rsplit("/", 1)[-1])
    return (int(number.group()) if number else 10**9, name)


def _looks_like_one(member: Member) -> bool:
    return bool(
        re.match(rb"\s*(?:\xef\xbb\xbf)?(?:[XxYy]+[01]+|QQ[01]+)\s*;?[^\n]{0,99}[\r\n]", member.content[:500])
    )


def _read(member: Member) -> ReadItem:
    try:
        lines = [line.strip() for line in clean_text(decode(member.content).text).split("\n")]
    except Undecodable:
        raise unusable(N_("This is no text file. Save it as plain text in UTF-8.")) from None
    while lines and not lines[0]:
        lines.pop(0)
    stem, answers, marks = _parts(lines)
    if len(answers) != len(marks):
        raise unusable(
            N_("Its first line marks %(marks)s answers, and there are %(found)s."),
            marks=len(marks),
            found=len(answers),
        )
    question = Question(member.name, _PICTURE.sub("", stem))
    for name in _PICTURE.findall("\n".join(lines)):
        question.remarks.append(
            remark(N_("A picture, sound or formula in it is not kept: %(name)s"), name=name)
        )
    choices = [
        Choice(_PICTURE.sub("", text), float(mark == "1")) for text, mark in zip(answers, marks, strict=True)
    ]
    return question.chosen(choices, several=marks.count("1") > 1)


def _parts(lines: list[str]) -> tuple[str, list[str], str]:
    """The question, its answers and the marks of them."""
    if lines and (head := _NUMBERED_HEAD.fullmatch(lines[0])):
        stem = _NUMBERED_STEM.fullmatch(lines[1]) if len(lines) > 1 else None
        answers = [_LETTERED.fullmatch(line) for line in lines[2:] if line]
        return stem[1] if stem else "", [found[1] if found else "" for found in answers], head[1]
    head = _HEAD.fullmatch(lines[0]) if lines else None
    if not head:
        raise unusable(N_("Its first line is not like X0100, which says which answers are right."))
    count = len(head[1])
    stem_lines = [
        re.sub(r"^\d{1,4}\.\s+", "", line) if not place else line
        for place, line in enumerate(lines[1 : count + 1])
    ]
    return " ".join(stem_lines), [line for line in lines[count + 1 :] if line], head[2]

"""Markdown, read as the page that it is written for."""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it import MarkdownIt

from quizapp.formats.documents import html
from quizapp.formats.documents.page import Page

_SIGNS = (
    re.compile(r"^#{1,6} +\S", re.M),
    re.compile(r"\*\*[^\s*][^*\n]*\*\*"),
    re.compile(r"\[[^\]\n]+\]\([^)\s]+\)"),
    re.compile(r"^```", re.M),
)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.S)
_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.M)
_NOTE_MARK = re.compile(r"\[\^[^\]\n]{1,40}\](?!:)")
_READER = MarkdownIt("commonmark", {"html": False}).enable("table")


def is_markdown(text: str) -> bool:
    """Whether the text has headings, emphasis or links as Markdown writes them."""
    return any(sign.search(text) for sign in _SIGNS)


def read(text: str) -> Page:
    """The text without its signs; titled by its front matter, else by its first heading."""
    plain = text.replace("\r\n", "\n").removeprefix("\ufeff")
    matter = _FRONT_MATTER.match(plain)
    titled = _TITLE.search(matter[1]) if matter else None
    body = plain[matter.end() :] if matter else plain
    heading = re.search(r"^# +(.+?)\s*#*$", body, re.M)
    title = titled[1] if titled else heading[1] if heading else ""
    return replace(html.read(_READER.render(_NOTE_MARK.sub("", body))), title=title)

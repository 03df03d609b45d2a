"""Web pages: what a reader reads of them, without scripts, menus and marks of notes."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from quizapp.formats.documents.errors import N_, refuse
from quizapp.formats.documents.page import LINE_END, Page, Paragraphs

_IS_HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(r"</(p|div|h[1-6]|li|td|span|a)\s*>", re.I)
_FEWEST_TAGS = 3
_SKIPPED = frozenset(
    {"script", "style", "template", "noscript", "head", "nav", "footer", "aside", "form", "button", "select"}
    | {"textarea", "svg", "math", "iframe", "object", "audio", "video", "canvas", "dialog", "map", "rp", "rt"}
)
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
    }
    | {
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
    }
    | {"section", "summary", "table", "tbody", "tfoot", "thead", "ul"}
)
_CLASSES_SKIPPED = frozenset({"mw-editsection", "reference", "noprint", "toc"})


def is_html(text: str) -> bool:
    """Whether the text is the source of a web page, or a piece of one."""
    return bool(_IS_HTML.match(text[:5000])) or len(_TAG.findall(text[:20_000])) >= _FEWEST_TAGS


def read(text: str) -> Page:
    """The text of the main part of the page, where it says which that is; else of all of it."""
    try:
        soup = BeautifulSoup(text, "html5lib")
        title = " ".join(soup.title.get_text().split()) if soup.title else ""
        articles = soup.find_all("article")
        root = soup.find("main") or (articles[0] if len(articles) == 1 else None) or soup.body or soup
        return Page(_text_of(root), title)
    except (RecursionError, AssertionError, AttributeError, ValueError) as error:  # what a broken tree breaks
        raise refuse(N_("This web page is too tangled to be read. Copy its text and paste it.")) from error


def _text_of(root: Tag) -> str:
    into = Paragraphs()
    stack: list[tuple[bool, object]] = [(True, root)]
    while stack:
        begins, node = stack.pop()
        if isinstance(node, Tag):
            if not begins:
                _end(into, node.name)
            elif not _is_skipped(node):
                _begin(into, node.name)
                stack.append((False, node))
                stack.extend((True, child) for child in reversed(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            into.add(_words(node))
    return into.text()


def _words(string: NavigableString) -> str:
    is_verbatim = string.parent is not None and string.parent.name == "pre"
    return str(string).replace("\n", LINE_END) if is_verbatim else str(string)


def _begin(into: Paragraphs, name: str) -> None:
    if name == "tr":
        into.begin_row()
    elif name in _BLOCKS:
        into.end()


def _end(into: Paragraphs, name: str) -> None:
    if name in ("td", "th"):
        into.end_cell()
    elif name == "tr":
        into.end_row()
    elif name == "br":
        into.add(LINE_END)
    elif name in _BLOCKS:
        into.end()


def _is_skipped(tag: Tag) -> bool:
    classes: list[str] = list(tag.get("class") or [])
    return (
        tag.name in _SKIPPED
        or tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or not _CLASSES_SKIPPED.isdisjoint(classes)
    )

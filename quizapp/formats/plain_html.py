"""What other programs keep as HTML, as the plain text that quizapp asks in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from markdown_it import MarkdownIt

from quizapp.formats.remarks import N_, unusable
from quizapp.formats.xml_tree import Element
from quizapp.text.cleaning import clean_lines

LONGEST_MARKUP, LONGEST_MARKDOWN = 100_000, 20_000
_NAMES = {
    "block": (
        "address article aside blockquote br caption center dd div dl dt fieldset figcaption figure footer form h1 "
        "h2 h3 h4 h5 h6 header hr li main nav ol option p pre section select table tbody tfoot thead tr ul"
    ),
    "cell": "td th",
    "inline": (
        "a abbr acronym b bdi bdo big body cite code data del dfn em font head html i input ins kbd label mark "
        "nolink o q rb rp rt rtc ruby s samp small source span strike strong time track tt u var wbr"
    ),
    "level": "sub sup",
    "hidden": "noscript script style template textarea title",
    "drawn": "math svg",
    "media": "applet audio canvas embed iframe img map object picture video",
}
_KIND = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)([^<>]*+)>")  # possessive: linear where no tag ends
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_LEVELS: dict[str, dict[int, str]] = {
    "sup": {ord(sign): raised for sign, raised in zip("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ", strict=True)},
    "sub": {ord(sign): lowered for sign, lowered in zip("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎", strict=True)},
}
_SPOKEN = re.compile(r'<span\b([^<>]{0,200}\bclass="multilang"[^<>]{0,200})>')
_MLANG = re.compile(r"\{mlang ([a-z_, ]{1,50})\}")
_LANG = re.compile(r'lang="([a-zA-Z]+)')


@dataclass(frozen=True, slots=True)
class PlainText:
    """The words, and what of the page had none: the names of pictures, sounds and films."""

    text: str
    media: tuple[str, ...] = ()


def text_of(markup: str, form: str = "html", language: str = "pl") -> PlainText:
    """The words of HTML, Markdown ("markdown") or plain text ("plain"), one line a paragraph.

    A tag that HTML does not know stays as it was typed: "x <y" is no tag. Where a text stands in several
    languages, the language asked for is taken, else the first.
    """
    if len(markup) > (LONGEST_MARKDOWN if form == "markdown" else LONGEST_MARKUP):
        raise unusable(N_("One text of it has %(found)s characters; that is no question."), found=len(markup))
    if form == "plain":
        return PlainText(clean_lines(markup))
    html = MarkdownIt("commonmark").render(markup) if form == "markdown" else markup
    if form == "html":
        html = " ".join(html.split())
    return _read(_in_language(_without_comments(html), language))


def html_of(element: Element, replaced: dict[int, str] | None = None) -> str:
    """The inside of an element as HTML again; elements of `replaced`, by their id(), by other words."""
    pieces: list[str] = []
    for part in element.parts:
        if isinstance(part, str):
            pieces.append(part.replace("&", "&amp;").replace("<", "&lt;"))
        elif replaced and id(part) in replaced:
            pieces.append(replaced[id(part)].replace("&", "&amp;").replace("<", "&lt;"))
        elif part.name not in _KIND:
            pieces.append(html_of(part, replaced))
        else:
            told = "".join(f' {name}="{_quoted(value)}"' for name, value in part.attributes.items())
            pieces.append(f"<{part.name}{told}>{html_of(part, replaced)}</{part.name}>")
    return "".join(pieces)


def _quoted(value: str) -> str:
    return value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def _read(html: str) -> PlainText:
    page = _Page()
    place = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() in _KIND:
            page.say(html[place : tag.start()])
            page.meet(tag[2].lower(), tag[3], is_end=bool(tag[1]))
            place = tag.end()
    page.say(html[place:])
    return PlainText(_joined(page.pieces), tuple(page.media))


class _Page:
    """What has been read of a page so far."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.media: list[str] = []
        self.hidden = ""
        self.level: dict[int, str] = {}

    def say(self, words: str) -> None:
        if not self.hidden:
            self.pieces.append(unescape(words).translate(self.level))

    def meet(self, name: str, rest: str, is_end: bool) -> None:
        kind = _KIND[name]
        if self.hidden:
            self.hidden = "" if is_end and name == self.hidden else self.hidden
        elif kind in ("block", "cell"):
            self.pieces.append("\n" if kind == "block" else " ")
        elif kind == "level":
            self.level = {} if is_end else _LEVELS[name]
        elif not is_end:
            self._leave_out(name, kind, rest)

    def _leave_out(self, name: str, kind: str, rest: str) -> None:
        if kind in ("media", "drawn"):
            self.media.append(_media_name(name, rest))
        if kind in ("hidden", "drawn") and not rest.endswith("/"):
            self.hidden = name


def _joined(pieces: list[str]) -> str:
    lines = clean_lines("".join(pieces)).split("\n")
    return "\n".join(line for line in lines if line)


def _media_name(name: str, rest: str) -> str:
    told = {
        found[1].lower(): found[2] or found[3] or found[4] or ""
        for found in _ATTRIBUTE.finditer(rest[:2_000])
    }
    source = unescape(told.get("src") or told.get("data") or "")
    return unescape(told.get("alt", "")).strip() or source[:80].rsplit("/", 1)[-1] or name


def _without_comments(html: str) -> str:
    kept, place = [], 0
    while (start := html.find("<!--", place)) >= 0:
        kept.append(html[place:start])
        end = html.find("-->", start)
        if end < 0:
            return "".join(kept)
        place = end + 3
    return "".join(kept) + html[place:]


def _in_language(html: str, language: str) -> str:
    for opening, closing in ((_SPOKEN, "</span>"), (_MLANG, "{mlang}")):
        html = _one_language(html, opening, closing, language)
    return html


def _one_language(html: str, opening: re.Pattern[str], closing: str, language: str) -> str:
    """The text with what is said in another language left out."""
    pieces: list[tuple[str, list[str]]] = []
    place = 0
    while (found := opening.search(html, place)) and (end := html.find(closing, found.end())) >= 0:
        pieces.append((html[place : found.start()], []))
        pieces.append((html[found.end() : end], _languages_of(found[1])))
        place = end + len(closing)
    spoken = [code for _, codes in pieces for code in codes]
    wanted = language if language in spoken else next(iter(spoken), "")
    return "".join(text for text, codes in pieces if not codes or wanted in codes) + html[place:]


def _languages_of(told: str) -> list[str]:
    if found := _LANG.search(told):
        return [found[1].lower()]
    return [code.strip() for code in told.split(",")]

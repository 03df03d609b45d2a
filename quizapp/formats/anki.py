"""A package of cards for Anki: the question on the front; the key, feedback and evidence on the back.

A card keeps its identity by the id of its item, so that a package read in again updates the cards and leaves
what has been learnt.
"""

from __future__ import annotations

import io
import itertools
import re
import sqlite3
import zipfile
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from html import escape

import genanki

from quizapp.formats.exchange import Writing, WrittenItem
from quizapp.formats.on_paper import on_paper
from quizapp.formats.own_columns import CATEGORIES
from quizapp.text.cleaning import clean_line, clean_lines

_LETTERS = "upper-alpha"
_FIELDS = ("Pytanie", "Odpowiedzi", "Klucz", "Wyjaśnienie", "Dowód")
_FRONT = "<div class=pytanie>{{Pytanie}}</div>{{Odpowiedzi}}"
_BACK = (
    "{{FrontSide}}<hr id=answer><div class=klucz>{{Klucz}}</div>"
    "{{#Wyjaśnienie}}<p>{{Wyjaśnienie}}</p>{{/Wyjaśnienie}}{{#Dowód}}{{Dowód}}{{/Dowód}}"
)
_STYLE = (
    ".card { font-family: Georgia, serif; font-size: 20px; text-align: left; max-width: 36em; margin: 0 auto; }"
    " .klucz { font-weight: bold; } blockquote { border-left: 3px solid #b58900; margin: 1em 0; padding-left: 1em; }"
)


def write_anki(items: Iterable[WrittenItem], title: str, at: datetime | None = None) -> Writing:
    """A deck of that title; `at` is when it is made (now, if not told): Anki takes over what is newer."""
    made = (at or datetime.now(UTC)).timestamp()
    name = clean_line(title).replace("::", ": ") or "quizapp"  # two colons make a deck inside a deck
    deck = genanki.Deck(_number("deck", name), name)
    model = genanki.Model(
        _number("model", *_FIELDS),
        "quizapp",
        fields=[{"name": field} for field in _FIELDS],
        templates=[{"name": "Pytanie", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    for written in items:
        deck.add_note(_note(model, written))
    return Writing(_packed(genanki.Package(deck), made, _number("notes", name)))


def _note(model: genanki.Model, written: WrittenItem) -> genanki.Note:
    item = written.item
    shown = on_paper(item, written.id)
    matched = _listed(shown.lefts, "decimal")
    evidence = "".join(f"<blockquote>„{_html(excerpt)}”</blockquote>" for excerpt in written.excerpts)
    fields = (
        _html(item.stem),
        matched + _listed(shown.choices, _LETTERS),
        "<br>".join(map(_html, shown.key)),
        _html(item.feedback),
        evidence,
    )
    tags = dict.fromkeys(re.sub(r"\s+", "_", tag) for tag in map(clean_line, item.tags) if tag)
    return genanki.Note(
        model=model,
        fields=list(fields),
        tags=[*tags, f"quizapp::{CATEGORIES[item.category][0]}"],
        guid=genanki.guid_for("quizapp", written.id),
    )


def _listed(texts: tuple[str, ...], style: str) -> str:
    lines = "".join(f"<li>{_html(text)}</li>" for text in texts)
    return f'<ol style="list-style: {style}">{lines}</ol>' if lines else ""


def _html(text: str) -> str:
    return escape(clean_lines(text)).replace("\n", "<br>")


def _number(*parts: str) -> int:
    """A number by which Anki knows something, the same for the same words."""
    digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    return 2**30 + int.from_bytes(digest[:4], "big") % 2**30


def _packed(package: genanki.Package, made: float, first_id: int) -> bytes:
    """The package, put together in memory: genanki would leave its database among the temporary files."""
    with closing(sqlite3.connect(":memory:")) as database:
        package.write_to_db(database.cursor(), made, itertools.count(first_id * 1_000))
        database.commit()
        collection = database.serialize()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("collection.anki2", collection), ("media", b"{}")):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()

"""What two wordings have in common when one is typed by hand: the documented normalisation of answers.

Equal are: composed and decomposed letters, capital and small, any run of white space (no-break ones too),
soft hyphens and zero-width characters and none, curly and straight quotation marks, dashes of any length
with or without blanks around them, a final full stop and none.
"""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_UNIFIED = str.maketrans({**dict.fromkeys("„”“‟«»″", '"'), **dict.fromkeys("‚’‘`´′", "'")})
_DASH = re.compile(r" ?[-‐‑‒–—−] ?")
_AROUND = " \"'.,;:!?…"
_STROKED = str.maketrans("łøđħ", "lodh")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def normalised(text: str) -> str:
    """The text as it is compared; "" where nothing is left to compare."""
    visible = unicodedata.normalize("NFC", text).translate(_INVISIBLE).translate(_UNIFIED)
    spaced = " ".join(unicodedata.normalize("NFC", visible.casefold()).split())
    return _DASH.sub("-", spaced).strip(_AROUND)


def without_diacritics(normal: str) -> str:
    """A normalised text with its letters bare: "łódź" as "lodz"."""
    decomposed = unicodedata.normalize("NFD", normal.translate(_STROKED))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def folded(text: str) -> str:
    """The text as it is searched: letters small and bare, quotation marks, dashes and white space of one kind."""
    visible = unicodedata.normalize("NFC", text).translate(_INVISIBLE).translate(_UNIFIED).casefold()
    return _DASH.sub("-", " ".join(without_diacritics(visible).split()))


def words_in(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, as they are written."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", text).translate(_INVISIBLE)))

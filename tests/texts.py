"""Texts for the workbench: one that gives a dozen questions, and one that is too long to be read at once."""

from __future__ import annotations

from quizapp.store.sources import LONGEST_AT_ONCE
from tests import cast

FILLER = "Las szumiał cicho i nic się w nim nie działo, a rzeka płynęła dalej.\n\n"
TEXT = (
    f"{cast.TEXT} Kanclerz Jan Zamoyski założył w 1580 roku Zamość. Hetman Jan Zamoyski pokonał arcyksięcia "
    "Maksymiliana pod Byczyną 24 stycznia 1588 roku. Król Stefan Batory zdobył w 1581 roku Wielkie Łuki."
)
LONG = f"{cast.TEXT}\n\n" + FILLER * (LONGEST_AT_ONCE // len(FILLER) + 1)

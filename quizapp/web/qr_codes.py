from __future__ import annotations

import io

import segno

PAPER, INK = "#fff", "#000"
"""Dark on light in every colour scheme: a camera does not read the reverse."""


def qr_code(address: str) -> bytes:
    """An SVG that grows with its place; of the middle level, which reads with a seventh of it hidden."""
    drawn = io.BytesIO()
    code = segno.make_qr(address, error="m", boost_error=False)
    code.save(
        drawn, kind="svg", xmldecl=False, dark=INK, light=PAPER, omitsize=True, svgclass=None, lineclass=None
    )
    return drawn.getvalue()

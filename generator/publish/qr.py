"""An address → its QR code as SVG."""

from __future__ import annotations

import io

import segno

_QUIET = 2
"""Modules of white around the code; the paper adds the rest."""


def qr_svg(address: str) -> str:
    """An address → a QR code with a quarter of it spare, black on white."""
    out = io.BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(out, kind="svg", border=_QUIET, xmldecl=False, dark="#000", svgclass="", lineclass="")
    return out.getvalue().decode("utf-8")

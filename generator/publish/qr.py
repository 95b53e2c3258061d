"""Addresses → their QR codes as SVG."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import segno

_QUIET = 2
"""Modules of white around the code; the paper adds the rest."""

MOST_BYTES = 106
"""A longer address needs more than 41 modules a side (version 6 of ISO/IEC 18004, level M).

With its white it would be finer than 0.4 mm on the 19 mm that it has beside an item.
"""


def qr_svgs(addresses: Mapping[str, str]) -> dict[str, str]:
    """Addresses by name → QR codes with a quarter of them spare, black on white.

    Most of the work is to try which of eight masks is best. The addresses of a booklet begin alike,
    so the first tells the mask of all: by the penalties of the standard they are 1 % worse.
    """
    import segno  # Needed for print only.

    codes: dict[str, str] = {}
    mask: int | None = None
    for name, address in addresses.items():
        code = segno.make_qr(address, error="m", mask=mask)
        mask = code.mask
        codes[name] = _svg(code)
    return codes


def _svg(code: segno.QRCode) -> str:
    out = io.BytesIO()
    code.save(out, kind="svg", border=_QUIET, xmldecl=False, dark="#000", svgclass="", lineclass="")
    return out.getvalue().decode("utf-8")

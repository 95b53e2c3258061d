"""A page of Material's base template → the page we publish, mended outside its blocks.

Material's three markup errors go (autocomplete on two checkboxes, a label of a missing box), with
the drawer and the search dialog that they serve: our header has a menu that needs no script.
"""

from __future__ import annotations

import re

_PATCHES: tuple[tuple[str, str], ...] = (
    (r'<html lang="[^"]*" class="no-js">', '<html lang="zh-CN">'),
    (r'<input class="md-toggle" data-md-toggle="drawer"[^>]*>', ""),
    (r'<input class="md-toggle" data-md-toggle="search"[^>]*>', ""),
    (r'<label class="md-overlay" for="__drawer"></label>', ""),
    (r'<div data-md-component="announce">\s*</div>', ""),
    (r'<div class="md-dialog" data-md-component="dialog">.*?</div>\s*</div>', ""),
    (
        r'<div data-md-component="skip">\s*</div>',
        '<a class="md-skip" href="#mb-main">跳到正文</a>',
    ),
    (
        r'<main class="md-main" data-md-component="main">',
        '<main class="md-main" id="mb-main" tabindex="-1">',
    ),
)

_ALIGNED = re.compile(r' style="text-align: (left|center|right);"')


def mended(page: str) -> str:
    """Material's page → ours; RuntimeError when the theme no longer reads as we know it."""
    for pattern, replacement in _PATCHES:
        page, count = re.subn(pattern, replacement, page, flags=re.DOTALL)
        if count != 1:
            raise RuntimeError(f"the theme has {count} places like {pattern}, not one")
    lines = (line.strip() for line in page.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def without_styles(content: str) -> str:
    """Rendered Markdown → the same with alignment as classes: no styles stand in the text."""
    return _ALIGNED.sub(r' class="mb-align-\1"', content)

"""Whole px → the digits that say them: a chart writes a thousand numbers, few of them different."""

from __future__ import annotations


class _Digits(dict[int, str]):
    """Numbers → their digits, each written when it is first met: looked up, it costs a third."""

    def __missing__(self, number: int) -> str:
        self[number] = found = str(number)
        return found


PX = _Digits()

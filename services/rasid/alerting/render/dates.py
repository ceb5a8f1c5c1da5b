"""Dates of the contract (`2024`, `2024-05`, `2024-05-20`), taken apart."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple


class ToldDate(NamedTuple):
    """Year, month and day as far as they are told. `weekday` counts from Monday, 0."""

    year: str
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@lru_cache(maxsize=4096)
def told_date(text: str) -> ToldDate:
    """Take a date apart. A day that no calendar has keeps its number and has no weekday, such a month is left out."""
    year, month, day = (*text.split("-"), "", "")[:3]
    if not month or not 1 <= int(month) <= 12:
        return ToldDate(year)
    if not day:
        return ToldDate(year, int(month))
    try:
        return ToldDate(year, int(month), int(day), date(int(year), int(month), int(day)).weekday())
    except ValueError:
        return ToldDate(year, int(month), int(day))

"""Durations as Prometheus and Alertmanager write them: `30s`, `10m`, `1h30m`, `2d`."""

import re
from datetime import timedelta

_UNITS = {"ms": "milliseconds", "s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_SIZES = {"d": 86_400_000, "h": 3_600_000, "m": 60_000, "s": 1000, "ms": 1}
_PART = re.compile(r"(\d{1,9})(ms|[smhdw])")
HINT = "write it as 30s, 10m, 1h30m or 2d"


def duration(text: object) -> timedelta:
    """Read a duration. Raises ValueError where it is none; 0 needs no unit."""
    written = str(text).strip() if isinstance(text, str | int) and not isinstance(text, bool) else ""
    if written == "0":
        return timedelta()
    parts = _PART.findall(written)
    if not parts or "".join(number + unit for number, unit in parts) != written:
        raise ValueError(f"{str(text)[:60]!r} is no duration: {HINT}")
    total = sum((timedelta(**{_UNITS[unit]: int(number)}) for number, unit in parts), timedelta())
    if total > timedelta(days=365):
        raise ValueError(f"{written} is longer than a year")
    return total


def written(time: timedelta) -> str:
    """A duration as `duration` reads it: `1h30m`; `0s` for none."""
    milliseconds = round(time / timedelta(milliseconds=1))
    sign, milliseconds = ("-" if milliseconds < 0 else ""), abs(milliseconds)
    parts = []
    for unit, size in _SIZES.items():
        count, milliseconds = divmod(milliseconds, size)
        parts += [f"{count}{unit}"] if count else []
    return sign + ("".join(parts) or "0s")

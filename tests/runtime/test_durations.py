"""Durations as Prometheus writes them."""

from datetime import timedelta

import pytest

from rasid.runtime.durations import duration, written


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("30s", 30), ("10m", 600), ("1h30m", 5400), ("2d", 172_800), ("1w", 604_800), ("500ms", 0.5), ("0", 0), (0, 0)],
)
def test_a_duration(text: object, seconds: float) -> None:
    assert duration(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "5", 5, "5 minutes", "h", "-5m", "1.5h", "2y", True, None, ["5m"]])
def test_what_is_no_duration_is_told_with_the_fix(text: object) -> None:
    with pytest.raises(ValueError, match="is no duration: write it as 30s"):
        duration(text)


def test_a_duration_is_at_most_a_year() -> None:
    with pytest.raises(ValueError, match="longer than a year"):
        duration("53w")


@pytest.mark.parametrize("text", ["0s", "30s", "1h30m", "2d", "1d500ms"])
def test_a_duration_is_written_as_it_is_read(text: str) -> None:
    assert written(duration(text)) == text


def test_a_time_before_the_start_is_written_with_a_sign() -> None:
    assert written(timedelta(seconds=-90)) == "-1m30s"

"""When two reports can be of one time."""

from datetime import date

import pytest

from rasid.alerting.clusters.dates import Days
from rasid.alerting.clusters.timing import Timing, timing_points


def told(event_date: str | None, published: int, status: str = "held") -> Timing:
    """What a report of that day of May 2024 says."""
    day = date(2024, 5, published)
    return Timing.of(event_date, status, Days(day, day))


def _points(one: Timing, other: Timing) -> float | None:
    return timing_points(one, other, one.days_from(other))


ONE_TIME = [
    pytest.param(told("2024-05-20", 20), told("2024-05-20", 22), 3.0, id="the same day"),
    pytest.param(told("2024-05", 20), told("2024-05-21", 21), 1.5, id="a month and a day of it"),
    pytest.param(told("2024-05-20", 20), told("2024-05-21", 21), 1.0, id="printed a day late as today's"),
    pytest.param(told("2024-05-14", 20), told("2024-05-21", 20), 0.0, id="this week's weekday and last week's"),
    pytest.param(told("2024-05-30", 20, "planned"), told("2024-05-21", 21, "cancelled"), 0.0, id="called off before"),
    pytest.param(told("2024-05-20", 20), told(None, 21), 1.0, id="told the day after without a date"),
    pytest.param(told("2024-05-30", 20, "planned"), told(None, 20, "planned"), 0.5, id="to come, once without a date"),
    pytest.param(told(None, 20), told(None, 21), 1.5, id="no date, a day apart"),
    pytest.param(told(None, 20), told(None, 24), 0.5, id="no date, four days apart"),
    pytest.param(told("2023", 20), told(None, 20), -2.0, id="last year's, and one without a date"),
]
TWO_TIMES = [
    pytest.param(told("2024-05-20", 20), told("2024-05-24", 24), id="four days apart"),
    pytest.param(told("2024-05-20", 20), told("2024-05-21", 20), id="today's and tomorrow's"),
    pytest.param(told("2024-05-13", 13), told("2024-05-20", 20), id="every Monday's"),
    pytest.param(told("2024-03", 20), told("2024-06", 20), id="two months"),
    pytest.param(told(None, 1), told(None, 20), id="no date, weeks apart"),
    pytest.param(told("2023", 20), told(None, 20, "planned"), id="last year's and one to come"),
]


@pytest.mark.parametrize(("one", "other", "points"), ONE_TIME)
def test_what_speaks_for_one_time(one: Timing, other: Timing, points: float) -> None:
    assert _points(one, other) == _points(other, one) == points


@pytest.mark.parametrize(("one", "other"), TWO_TIMES)
def test_two_times(one: Timing, other: Timing) -> None:
    assert _points(one, other) is _points(other, one) is None

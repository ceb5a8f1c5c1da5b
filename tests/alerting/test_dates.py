from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from rasid.alerting.clusters.dates import Days, age_in_days, days_of, publication_time
from support.events import at


@pytest.mark.parametrize(
    ("event_date", "age"),
    [
        ("2024-05-20", 0),
        ("2024-05-17", 3),
        ("2024-06-01", -12),
        ("2024-05", 0),
        ("2024-04", 20),
        ("2024-07", -42),
        ("2024", 0),
        ("2023", 141),
        (None, None),
        ("2024-02-31", None),
    ],
)
def test_how_old_an_event_was_when_told(event_date: str | None, age: int | None) -> None:
    assert age_in_days(event_date, date(2024, 5, 20)) == age


def test_publication_time_is_believed_up_to_an_hour_ahead() -> None:
    assert publication_time(None, at()) == at()
    assert publication_time(at(hours=-5), at()) == at(hours=-5)
    assert publication_time(at(days=300), at()) == at(hours=1)
    assert publication_time(datetime(2024, 5, 20, 7), at()) == datetime(2024, 5, 20, 7, tzinfo=UTC)


def test_the_day_of_publication_is_the_one_at_its_place() -> None:
    baghdad = timezone(timedelta(hours=3))
    assert publication_time(datetime(2024, 5, 20, 1, tzinfo=baghdad), at()).date() == date(2024, 5, 20)


@pytest.mark.parametrize(
    ("event_date", "days"),
    [
        ("2024-05-20", Days(date(2024, 5, 20), date(2024, 5, 20))),
        ("2024-02", Days(date(2024, 2, 1), date(2024, 2, 29))),
        ("2024", Days(date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-02-31", None),
        (None, None),
    ],
)
def test_the_days_of_a_date(event_date: str | None, days: Days | None) -> None:
    assert days_of(event_date) == days


@pytest.mark.parametrize(("first", "last", "until"), [(22, 24, 2), (20, 24, 0), (18, 20, 0), (10, 17, -3), (1, 31, 0)])
def test_days_until_others_begin(first: int, last: int, until: int) -> None:
    assert Days(date(2024, 5, 20), date(2024, 5, 20)).until(Days(date(2024, 5, first), date(2024, 5, last))) == until

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from rasid.alerting.clusters.dates import PublicationDays, age_in_days, dates_agree, publication_time
from support.events import at


@pytest.mark.parametrize(
    ("one", "other", "near", "agree"),
    [
        ("2024-05-20", "2024-05-20", False, True),
        ("2024-05-20", "2024-05-21", True, False),
        ("2024-05", "2024-05-21", False, True),
        ("2024", "2024-05-21", False, True),
        ("2024-05", "2024-06", True, False),
        (None, "2024-05-21", True, True),
        (None, "2024-05-21", False, False),
        (None, None, True, True),
        (None, None, False, False),
    ],
)
def test_dates_that_can_be_one(one: str | None, other: str | None, near: bool, agree: bool) -> None:
    assert dates_agree(one, other, near) is agree
    assert dates_agree(other, one, near) is agree


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
    ("first", "last", "day", "near"),
    [
        (20, 20, 20, True),
        (20, 20, 22, True),
        (20, 20, 23, False),
        (20, 20, 18, True),
        (20, 20, 17, False),
        (20, 25, 27, True),
        (20, 26, 28, False),
    ],
)
def test_undated_reports_lie_close(first: int, last: int, day: int, near: bool) -> None:
    reports = PublicationDays(date(2024, 5, first), date(2024, 5, last))
    assert reports.near(PublicationDays(date(2024, 5, day), date(2024, 5, day))) is near

"""When an article was published, and in which language."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.enrichment.text.publication import parse_published_at, tell_language

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given_date", "expected"),
    [
        ("2022-05-25", "2022-05-25T00:00:00+00:00"),
        ("2022-05-25T10:30:00", "2022-05-25T10:30:00+00:00"),
        ("2022-05-25T10:30:00Z", "2022-05-25T10:30:00+00:00"),
        ("2022-05-25T01:30:00+03:00", "2022-05-25T01:30:00+03:00"),
        ("Wed, 25 May 2022 10:30:00 +0300", "2022-05-25T10:30:00+03:00"),
        ("2026-11-25T03:00:00+14:00", "2026-11-25T03:00:00+14:00"),
    ],
)
def test_dates_as_producers_write_them(given_date: str, expected: str) -> None:
    published, warning = parse_published_at(given_date, NOW)
    assert published is not None
    assert published.isoformat() == expected
    assert warning is None


@pytest.mark.parametrize(
    ("given_date", "code"),
    [
        ("last Tuesday", "unparsable-published-at"),
        ("25/05/2022", "unparsable-published-at"),
        ("2022-13-40", "unparsable-published-at"),
        ("1700000000", "unparsable-published-at"),
        ("2031-01-01", "implausible-published-at"),
        ("1066-10-14", "implausible-published-at"),
        ("9999-12-31T23:59:59-12:00", "unparsable-published-at"),
    ],
)
def test_a_date_that_cannot_be_is_left_out_with_a_warning(given_date: str, code: str) -> None:
    published, warning = parse_published_at(given_date, NOW)
    assert published is None
    assert warning is not None
    assert (warning.code, warning.field) == (code, "published_at")


@pytest.mark.parametrize("given_date", [None, "", "  "])
def test_no_date_is_no_warning(given_date: str | None) -> None:
    assert parse_published_at(given_date, NOW) == (None, None)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_a_warning(given_date: str) -> None:
    published, warning = parse_published_at(given_date, NOW)
    assert published is None or warning is None


@pytest.mark.parametrize(
    ("tag", "text", "language"),
    [
        ("ar", "", "ar"),
        ("en-GB", "", "en"),
        ("AR_iq", "", "ar"),
        ("fr", "The minister met the envoy.", "fr"),
        (None, "التقى وزير الخارجية نظيره في العاصمة عمّان يوم الأحد", "ar"),
        (None, "The foreign minister met his counterpart in Amman on Sunday.", "en"),
        (None, "Le ministre a rencontré son homologue à Amman dimanche.", "fr"),
        (None, "وزیر خارجه ایران روز یکشنبه در تهران با همتای خود دیدار کرد", "fa"),
        ("arabic", "التقى وزير الخارجية نظيره في العاصمة", "ar"),
        (None, "12345 !!! …", None),
        (None, "", None),
    ],
)
def test_the_language_is_as_given_else_found_out(tag: str | None, text: str, language: str | None) -> None:
    assert tell_language(tag, text) == language

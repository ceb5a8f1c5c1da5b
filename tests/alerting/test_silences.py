"""Which alerts a silence keeps back, and for how long."""

from datetime import UTC, datetime, timedelta

import pytest

from rasid.alerting.silences import SilenceError, Silences, silence_matchers
from rasid.runtime.records import Record
from rasid_schemas.codec import encode
from rasid_schemas.silences import Silence
from rasid_schemas.topics import SILENCES
from support.alerts import alert, silence

START = datetime(2026, 11, 24, 12, tzinfo=UTC)
AN_HOUR = timedelta(hours=1)
A_MOMENT = timedelta(milliseconds=1)
ALERT = alert(START)


def record(value: bytes | None, key: bytes = b"s", offset: int = 0) -> Record:
    return Record(SILENCES.name, 0, offset, 0, key, value)


def written(*silences: Silence) -> Silences:
    known = Silences()
    for each in silences:
        known.apply(record(encode(each), each.silence_id.encode()))
    return known


def silencing(known: Silences, now: datetime = START) -> str | None:
    found = known.silencing(ALERT, now)
    return found.silence_id if found else None


@pytest.mark.parametrize(
    ("matchers", "silenced"),
    [
        (['severity="info"'], True),
        (['severity="critical"'], False),
        (['severity="info"', 'event_type="meeting"'], True),
        (['severity="info"', 'event_type="troop_announcement"'], False),  # all must match
        (['severity="info", event_type="troop_announcement"'], False),
        (['alertname=~"every-.*"', 'country=""'], True),  # its country is not known
        (['alertname=~"every"'], False),
        (['severity=~".+"', 'country!="IQ"'], True),
    ],
)
def test_every_matcher_must_match(matchers: list[str], silenced: bool) -> None:
    known = written(silence("s", *matchers, starts_at=START))
    assert (silencing(known) is not None) is silenced


@pytest.mark.parametrize(
    ("now", "silenced"),
    [
        (START - A_MOMENT, False),
        (START, True),
        (START + AN_HOUR - A_MOMENT, True),
        (START + AN_HOUR, False),
        ((START + AN_HOUR / 2).astimezone(), True),  # wherever the clock is
    ],
)
def test_a_silence_lasts_from_its_start_until_before_its_end(now: datetime, silenced: bool) -> None:
    known = written(silence("s", "severity=info", starts_at=START, lasting=AN_HOUR))
    assert (silencing(known, now) is not None) is silenced


def test_a_clock_that_is_slow_begins_and_ends_a_silence_that_much_later() -> None:
    known = written(silence("s", "severity=info", starts_at=START, lasting=AN_HOUR))
    slow = timedelta(seconds=30)
    assert silencing(known, START + slow / 2 - slow) is None
    assert silencing(known, START + AN_HOUR + slow / 2 - slow) == "s"


def test_times_have_an_offset() -> None:
    naive = encode(silence("s", "severity=info", starts_at=START)).replace(b"12:00:00Z", b"12:00:00")
    known = Silences()
    known.apply(record(naive))
    assert known.all == ()


def test_the_silence_that_lasts_longest_is_named() -> None:
    short, long = (
        silence(name, "severity=info", starts_at=START, lasting=AN_HOUR * n) for n, name in enumerate("sl", 1)
    )
    assert silencing(written(long, short)) == "l"


def test_what_is_written_again_takes_the_place_of_what_was() -> None:
    muting = silence("s", "severity=info", starts_at=START)
    ended = muting.model_copy(update={"ends_at": START + A_MOMENT})
    assert silencing(written(muting, ended), START + A_MOMENT) is None
    assert silencing(written(ended, muting), START + A_MOMENT) == "s"


def test_a_null_value_ends_a_silence_and_forgets_it() -> None:
    known = written(silence("s", "severity=info", starts_at=START))
    known.apply(record(None))
    assert known.all == ()
    known.apply(record(None))


SOUND = encode(silence("s", "severity=info", starts_at=START))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (b"\xff", "is not UTF-8"),
        (b"[]", "is a JSON array"),
        (b"{}", "silence_id: is required"),
        (SOUND.replace(b'["severity=info"]', b"[]"), "matchers"),
        (SOUND.replace(b"severity=info", b"severity"), "matchers: cannot be read"),
        (SOUND.replace(b"severity=info", b"severity=~(a"), "no regular expression"),
        (SOUND.replace(b"severity=info", b"country!=IQ"), "ask for a value that is not empty"),
        (SOUND.replace(b'"silence_id":"s"', b'"silence_id":"another"'), "is not the key of its message"),
        (SOUND.replace(b"2026-11-24T13", b"2025-11-24T13"), "ends_at must not be before starts_at"),
        (SOUND.replace(b"2026-11-24T13:00:00Z", b"soon"), "ends_at"),
    ],
)
def test_what_is_no_silence_is_ignored_and_told(value: bytes, told: str, caplog: pytest.LogCaptureFixture) -> None:
    known = written(silence("sound", "severity=info", starts_at=START))
    known.apply(record(value, offset=7))
    assert [each.silence_id for each in known.all] == ["sound"]
    assert "silences.v1@7 is no silence and is ignored: " in caplog.text
    assert told in caplog.text


def test_a_bad_message_does_not_end_the_silence_of_its_key() -> None:
    known = written(silence("s", "severity=info", starts_at=START))
    known.apply(record(b"{}"))
    assert silencing(known) == "s"


def test_times_at_the_end_of_all_time_are_times() -> None:
    for_ever = SOUND.replace(b"2026-11-24T13:00:00Z", b"9999-12-31T23:59:59-14:00")
    known = Silences()
    known.apply(record(for_ever))
    assert silencing(known) == "s"


@pytest.mark.parametrize("text", ['severity=""', 'country!="IQ"', 'severity=~".*"', 'country!="IQ", mode!="phone"'])
def test_matchers_that_would_match_an_alert_without_labels_are_refused(text: str) -> None:
    with pytest.raises(SilenceError, match="not empty"):
        silence_matchers((text,))

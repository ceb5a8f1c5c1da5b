"""Bands of confidence."""

from bench.reliability import BOUNDS, Band, Judged, around, bands
from hypothesis import given
from hypothesis import strategies as st

JUDGED = st.lists(st.builds(Judged, st.just("meetings"), st.floats(0, 1), st.booleans()))


def test_the_share_that_is_right_is_told_by_band() -> None:
    judged = [Judged("meetings", c, right) for c, right in [(0.5, False), (0.64, True), (0.8, True), (1.0, True)]]
    assert bands(judged) == (
        Band(0.0, 0.5, 0, 0),
        Band(0.5, 0.65, 2, 1),
        Band(0.65, 0.8, 0, 0),
        Band(0.8, 1.01, 2, 2),
    )
    assert [band.precision for band in bands(judged)] == [None, 0.5, None, 1.0]
    assert [band.name for band in bands(judged)] == ["0.00-0.50", "0.50-0.65", "0.65-0.80", ">= 0.80"]


@given(JUDGED)
def test_no_event_is_lost_and_none_counted_twice(judged: list[Judged]) -> None:
    right = sum(event.right for event in judged)
    for found in (bands(judged), around(judged)):
        assert (sum(band.events for band in found), sum(band.right for band in found)) == (len(judged), right)


@given(JUDGED)
def test_an_event_lies_in_the_band_of_its_confidence(judged: list[Judged]) -> None:
    for band, low in zip(bands(judged), BOUNDS, strict=True):
        assert band.low == low
        assert band.right <= band.events

"""The garbage collector is on again after what it was to keep out of, and not before."""

import gc

import pytest

from rasid.runtime.garbage import at_rest, kept_for_good


def test_the_collector_is_on_again_after_its_rest() -> None:
    with at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_rest_within_a_rest_does_not_end_it() -> None:
    with kept_for_good():
        with at_rest():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_failure_ends_the_rest() -> None:
    with pytest.raises(ZeroDivisionError), at_rest():
        _ = 1 / 0
    assert gc.isenabled()

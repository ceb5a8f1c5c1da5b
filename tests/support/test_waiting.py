import pytest

from support.waiting import eventually


async def test_it_returns_once_the_condition_holds() -> None:
    asked: list[int] = []

    def third_time() -> bool:
        asked.append(1)
        return len(asked) == 3

    await eventually(third_time)
    assert len(asked) == 3


async def test_a_condition_may_be_awaited() -> None:
    async def holds() -> bool:
        return True

    await eventually(holds)


async def test_it_says_what_it_waited_for_in_vain() -> None:
    with pytest.raises(AssertionError, match=r"not within 0\.05 s: the alert is there"):
        await eventually(lambda: False, 0.05, "the alert is there")


async def test_what_the_condition_raises_passes_through() -> None:
    with pytest.raises(ZeroDivisionError):
        await eventually(lambda: bool(1 / 0))

"""Waiting for something to come true, with a deadline, instead of sleeping and hoping."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable

INTERVAL = 0.02


async def eventually(
    condition: Callable[[], bool | Awaitable[bool]],
    timeout: float = 10.0,  # noqa: ASYNC109  # asyncio.timeout would cut a condition short and say nothing of it
    message: str = "the condition holds",
) -> None:
    """Return as soon as `condition` holds; AssertionError with `message` where it does not within `timeout` seconds.

    It is asked every 20 ms, and once more at the deadline. What it raises passes through.
    """
    deadline = asyncio.get_running_loop().time() + timeout
    while not await _holds(condition):
        if asyncio.get_running_loop().time() >= deadline:
            raise AssertionError(f"not within {timeout:g} s: {message}")
        await asyncio.sleep(INTERVAL)


async def _holds(condition: Callable[[], bool | Awaitable[bool]]) -> bool:
    result = condition()
    return await result if inspect.isawaitable(result) else result

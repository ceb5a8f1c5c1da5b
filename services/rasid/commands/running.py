"""How commands run and how they end: an exit code and one line for whatever people can mend."""

import asyncio
import sys
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import typer
from typer.core import TyperGroup

from rasid.commands.errors import BROKER_UNREACHABLE, FAILED, USAGE, CommandError

FOLLOWING_ENDED = 0
"""Ctrl-C is how a command that goes on for ever is meant to end."""


class Commands(TyperGroup):
    """Commands whose expected errors are told in a line, without a trace."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401  # as typer declares it
        """Run the command that was named."""
        with _told_plainly():
            return super().invoke(ctx)


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(FAILED) from None
    except Exception as error:
        code = _exit_code(error)
        if code is None:
            raise
        print(f"rasid: {error}", file=sys.stderr)  # noqa: T201  # what a command says when it fails
        raise typer.Exit(code) from None


def _exit_code(error: Exception) -> int | None:
    """The exit code of an error that people can mend; None for one that is ours."""
    if isinstance(error, CommandError):
        return error.exit_code
    return _CODES.get(_family(type(error)))


_CODES = {
    "SettingsError": USAGE,
    "FileError": FAILED,
    "BrokerError": FAILED,
    "RightsError": FAILED,
    "TopicAuthorizationFailedError": FAILED,
    "TopicError": FAILED,
    "TopicMissingError": FAILED,
    "BrokerUnreachableError": BROKER_UNREACHABLE,
}
"""By name, so that telling an error does not import the room it comes from."""


def _family(kind: type[BaseException]) -> str:
    return next((base.__name__ for base in kind.__mro__ if base.__name__ in _CODES), "")


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine to its end."""
    asyncio.run(_alone(work))


def follow(work: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine that goes on until Ctrl-C, which ends it well."""
    with suppress(KeyboardInterrupt):
        asyncio.run(_alone(work))


async def _alone(work: Coroutine[Any, Any, None]) -> None:
    """Unwrap the error of a task group that failed for one reason."""
    try:
        await work
    except BaseExceptionGroup as group:
        if len(group.exceptions) == 1:
            raise group.exceptions[0] from None
        raise

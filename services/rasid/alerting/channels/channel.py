"""What every channel is."""

from typing import Protocol

from rasid_schemas.alerts import Alert


class ChannelUnavailableError(Exception):
    """The alert could not be handed over now; it is tried again.

    `retry_after` is how many seconds the receiver asked to be left alone for.
    """

    def __init__(self, message: str, retry_after: float = 0.0) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class AlertRefusedError(Exception):
    """The receiver will never take this alert; it goes to the dead letters."""


class Channel(Protocol):
    """A way out for alerts. The same `idempotency_key` may come twice, with the same content."""

    async def send(self, alert: Alert) -> None:
        """Hand an alert over; raises ChannelUnavailableError or AlertRefusedError."""

    async def close(self) -> None:
        """Give up connections; what is sent later opens them anew."""

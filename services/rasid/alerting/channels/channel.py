"""What every channel is."""

from typing import Protocol

from rasid_schemas.alerts import Alert


class ChannelUnavailableError(Exception):
    """The alert could not be handed over now; it is tried again."""


class AlertRefusedError(Exception):
    """The receiver will never take this alert; it goes to the dead letters."""


class Channel(Protocol):
    """A way out for alerts. The same `idempotency_key` may come twice, with the same content."""

    @property
    def name(self) -> str:
        """Names the channel's consumer group and metrics."""

    async def send(self, alert: Alert) -> None:
        """Hand an alert over; raises ChannelUnavailableError or AlertRefusedError."""

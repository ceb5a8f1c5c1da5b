"""Alerts as log lines."""

import structlog

from rasid_schemas.alerts import Alert


class LogChannel:
    """Writes each alert to the log of the notifier; one that a silence mutes, with its id as `silenced_by`."""

    def __init__(self) -> None:
        self._logger = structlog.stdlib.get_logger("rasid.alerts")

    async def send(self, alert: Alert) -> None:
        """Log an alert; never fails."""
        await self._logger.ainfo(
            alert.title,
            rule=alert.rule,
            severity=alert.severity,
            status=alert.status,
            summary=alert.summary,
            sources=alert.cluster.sources,
            idempotency_key=alert.idempotency_key,
        )

    async def close(self) -> None:
        """Nothing is open."""

"""Alerts posted to a web address as CloudEvents 1.0 in structured JSON mode.

The header `webhook-id` (Standard Webhooks) is the alert's idempotency key: a receiver that remembers the
ids it has seen gets every alert once.
"""

import aiohttp
import orjson

from rasid.alerting.channels.channel import AlertRefusedError, ChannelUnavailableError
from rasid_schemas.alerts import Alert
from rasid_schemas.topics import ALERTS

REFUSALS = frozenset({400, 413, 422})
"""Answers that say the alert itself is at fault; any other failure may pass."""
CONTENT_TYPE = "application/cloudevents+json"


class WebhookChannel:
    """Posts each alert, and takes any 2xx for an answer. Redirects are not followed."""

    name = "webhook"

    def __init__(self, url: str, timeout: float) -> None:
        """`timeout` is in seconds, for the whole exchange."""
        self._url = url
        self._timeout = aiohttp.ClientTimeout(total=timeout)

    async def send(self, alert: Alert) -> None:
        """Post an alert; raises ChannelUnavailableError or AlertRefusedError."""
        headers = {"Content-Type": CONTENT_TYPE, "webhook-id": alert.idempotency_key}
        try:
            async with (
                aiohttp.ClientSession(timeout=self._timeout) as session,
                session.post(self._url, data=cloud_event(alert), headers=headers, allow_redirects=False) as response,
            ):
                _check(response.status)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise ChannelUnavailableError(f"{type(error).__name__}") from error


def cloud_event(alert: Alert) -> bytes:
    """The alert in a CloudEvents envelope."""
    return orjson.dumps(
        {
            "specversion": "1.0",
            "id": alert.idempotency_key,
            "source": "/rasid/alerting",
            "type": ALERTS.ce_type,
            "time": alert.raised_at.isoformat(),
            "datacontenttype": "application/json",
            "data": alert.model_dump(mode="json"),
        }
    )


def _check(status: int) -> None:
    if status in REFUSALS:
        raise AlertRefusedError(f"answered {status}")
    if not 200 <= status < 300:
        raise ChannelUnavailableError(f"answered {status}")

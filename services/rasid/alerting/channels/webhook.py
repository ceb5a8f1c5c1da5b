"""Alerts posted to a web address: CloudEvents 1.0 in structured JSON mode, signed as Standard Webhooks 1.0.

The header `webhook-id` is the alert's idempotency key: a receiver that remembers the ids it has seen gets every
alert once. With a secret, `webhook-signature` proves who sent it, and `webhook-timestamp` when.
"""

import base64
import binascii
from datetime import timedelta

import orjson
from standardwebhooks import Webhook

from rasid.alerting.channels.posting import Poster
from rasid.alerting.clock import Clock, wall_clock
from rasid_schemas.alerts import Alert
from rasid_schemas.topics import ALERTS

CONTENT_TYPE = "application/cloudevents+json"
SECRET_PREFIX = "whsec_"  # noqa: S105  # what a secret starts with
SECRET_BYTES = range(24, 65)


class WebhookChannel:
    """Posts each alert, and takes any 2xx for an answer."""

    def __init__(self, url: str, timeout: timedelta, secret: str | None = None, clock: Clock = wall_clock) -> None:
        """`secret` is a `whsec_...` that `is_secret` accepts."""
        self._poster = Poster(url, timeout)
        self._signer = Webhook(secret) if secret else None
        self._clock = clock

    async def send(self, alert: Alert) -> None:
        """Post an alert; raises ChannelUnavailableError or AlertRefusedError."""
        body = cloud_event(alert)
        await self._poster.post(body, self._headers(alert.idempotency_key, body))

    async def close(self) -> None:
        """Close the connections."""
        await self._poster.close()

    def _headers(self, message_id: str, body: bytes) -> dict[str, str]:
        now = self._clock()
        headers = {
            "Content-Type": CONTENT_TYPE,
            "webhook-id": message_id,
            "webhook-timestamp": str(int(now.timestamp())),
        }
        if self._signer:
            headers["webhook-signature"] = self._signer.sign(msg_id=message_id, timestamp=now, data=body.decode())
        return headers


def is_secret(text: str) -> bool:
    """Whether a text is a secret of Standard Webhooks: `whsec_` and 24 to 64 bytes in base64."""
    try:
        decoded = base64.b64decode(text.removeprefix(SECRET_PREFIX), validate=True)
    except (binascii.Error, ValueError):
        return False
    return text.startswith(SECRET_PREFIX) and len(decoded) in SECRET_BYTES


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

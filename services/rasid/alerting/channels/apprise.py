"""Alerts by mail, to Slack, Telegram and all the other services that Apprise knows, each by an address of its own.

None of them knows our idempotency key: what was in flight when the notifier crashed may come twice.
"""

import asyncio
import html
import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from rasid.alerting.channels.channel import ChannelUnavailableError
from rasid.alerting.channels.message import Message, message_of
from rasid_schemas.alerts import Alert

if TYPE_CHECKING:
    from apprise import NotifyBase, NotifyType

_TALKATIVE = ("apprise", "urllib3", "requests")
"""Libraries whose finer log lines hold addresses with their secrets."""


class UnknownServiceError(ValueError):
    """Apprise cannot make anything of an address."""


class AppriseChannel:
    """Sends each alert to the service of one Apprise address, in a thread: Apprise blocks."""

    def __init__(self, url: str, timeout: timedelta) -> None:
        """`timeout` is for one try, not counting the pause that Apprise makes. Raises UnknownServiceError."""
        self._service = _service(url, timeout.total_seconds())
        self._timeout = timeout.total_seconds() + self._service.request_rate_per_sec

    async def send(self, alert: Alert) -> None:
        """Hand an alert to the service; raises ChannelUnavailableError."""
        content = self._content(message_of(alert)) | {"notify_type": _kind(alert)}
        try:
            async with asyncio.timeout(self._timeout):
                sent = await asyncio.to_thread(self._service.notify, **content)
        except TimeoutError:
            raise ChannelUnavailableError("did not take it in time") from None
        if not sent:
            raise ChannelUnavailableError(f"{self._service.service_name} did not take it")

    async def close(self) -> None:
        """Nothing is kept open."""

    def _content(self, message: Message) -> dict[str, Any]:
        """Mail is HTML, for its paragraphs to run from right to left where they are Arabic; else plain text."""
        from apprise import NotifyFormat
        from apprise.plugins.email import NotifyEmail

        if isinstance(self._service, NotifyEmail):
            return {"title": message.title, "body": as_html(message), "body_format": NotifyFormat.HTML}
        return {"title": message.title, "body": "\n".join(message.paragraphs), "body_format": NotifyFormat.TEXT}


def as_html(message: Message) -> str:
    """The paragraphs of a message, each in the direction of its first letter."""
    return "\n".join(f'<p dir="auto">{_linked(text)}</p>' for text in message.paragraphs)


def _linked(text: str) -> str:
    escaped = html.escape(text)
    is_link = text.startswith(("http://", "https://")) and " " not in text
    return f'<a href="{escaped}">{escaped}</a>' if is_link else escaped


def _service(url: str, timeout: float) -> "NotifyBase":
    from apprise import Apprise, AppriseAsset

    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    asset = AppriseAsset(app_id="Rasid", app_desc="Rasid", secure_logging=True, allow_templates=False)
    service = Apprise.instantiate(url, asset=asset)
    if service is None:
        raise UnknownServiceError("is no address that Apprise understands")
    service.socket_connect_timeout = service.socket_read_timeout = timeout
    return service


def _kind(alert: Alert) -> "NotifyType":
    from apprise import NotifyType

    if alert.status == "resolved":
        return NotifyType.SUCCESS
    return {"info": NotifyType.INFO, "warning": NotifyType.WARNING, "critical": NotifyType.FAILURE}[alert.severity]

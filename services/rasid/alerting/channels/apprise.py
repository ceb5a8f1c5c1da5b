"""Alerts by mail, to Slack, Telegram and all the other services that Apprise knows, each by an address of its own.

None of them knows our idempotency key: what was in flight when the notifier crashed may come twice. A try that takes
longer than it may goes on, and is waited for again before there is another: it may yet succeed.
"""

import asyncio
import html
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from rasid.alerting.channels.channel import ChannelUnavailableError
from rasid.alerting.channels.message import Message, message_of
from rasid_schemas.alerts import Alert

if TYPE_CHECKING:
    from apprise import NotifyBase, NotifyType

_TALKATIVE = ("apprise", "urllib3", "requests")
"""Libraries whose finer log lines hold addresses with their secrets."""
_PATIENCE = 10
"""A try that goes on for so many times as long as it may is left to itself."""


class UnknownServiceError(ValueError):
    """Apprise cannot make anything of an address."""


class _Try(NamedTuple):
    """An alert on its way to the service."""

    idempotency_key: str
    begun: float
    taken: "asyncio.Future[bool]"


class AppriseChannel:
    """Sends each alert to the service of one Apprise address, in a thread: Apprise blocks."""

    def __init__(self, url: str, timeout: timedelta) -> None:
        """`timeout` is for one try, not counting the pause that Apprise makes. Raises UnknownServiceError."""
        self._service = _service(url, timeout.total_seconds())
        self._timeout = timeout.total_seconds() + self._service.request_rate_per_sec
        self._last: _Try | None = None

    async def send(self, alert: Alert) -> None:
        """Hand an alert to the service; raises ChannelUnavailableError."""
        if self._last is None or not self._may_yet_be_taken(self._last, alert):
            self._last = self._begun(alert)
        try:
            async with asyncio.timeout(self._timeout):
                sent = await asyncio.shield(self._last.taken)
        except TimeoutError:
            raise ChannelUnavailableError("did not take it in time") from None
        except Exception:
            self._last = None
            raise
        self._last = None
        if not sent:
            raise ChannelUnavailableError(f"{self._service.service_name} did not take it")

    async def close(self) -> None:
        """Wait for nothing any more."""
        if self._last is not None:
            self._last.taken.cancel()

    def _may_yet_be_taken(self, last: _Try, alert: Alert) -> bool:
        is_recent = time.monotonic() - last.begun < _PATIENCE * self._timeout
        has_failed = last.taken.done() and (last.taken.exception() is not None or not last.taken.result())
        return last.idempotency_key == alert.idempotency_key and is_recent and not has_failed

    def _begun(self, alert: Alert) -> _Try:
        content = self._content(message_of(alert)) | {"notify_type": _kind(alert)}
        taken = _in_a_thread(partial(self._service.notify, **content))
        return _Try(alert.idempotency_key, time.monotonic(), taken)

    def _content(self, message: Message) -> dict[str, Any]:
        """Mail is HTML, for its paragraphs to run from right to left where they are Arabic; else plain text."""
        from apprise import NotifyFormat
        from apprise.plugins.email import NotifyEmail

        if isinstance(self._service, NotifyEmail):
            return {"title": message.title, "body": as_html(message), "body_format": NotifyFormat.HTML}
        return {"title": message.title, "body": "\n".join(message.paragraphs), "body_format": NotifyFormat.TEXT}


def _in_a_thread(work: Callable[[], bool]) -> "asyncio.Future[bool]":
    """Work in a thread of its own, which ends with the process: the loop's are few, and all channels need them."""
    done: Future[bool] = Future()
    done.set_running_or_notify_cancel()

    def run() -> None:
        try:
            done.set_result(work())
        except Exception as error:  # told where it is waited for
            done.set_exception(error)

    threading.Thread(target=run, name="apprise", daemon=True).start()
    waited_for = asyncio.wrap_future(done)
    waited_for.add_done_callback(lambda each: each.cancelled() or each.exception())  # else asyncio would log its text
    return waited_for


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

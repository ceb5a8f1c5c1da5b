"""Posting to a web address, and what its answers mean.

| answer | meaning |
|---|---|
| 2xx | taken |
| 400, 413, 422 | the alert is at fault: refused |
| 410 | the address is gone for good: refused |
| 3xx | a redirect, which is never followed: tried again until somebody mends the address |
| others, none in time, no connection | may pass: tried again, no sooner than `Retry-After` says |
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp

from rasid.alerting.channels.channel import AlertRefusedError, ChannelUnavailableError
from rasid.alerting.clock import wall_clock

REFUSALS = frozenset({400, 410, 413, 422})
_REASON_BYTES = 500


class Poster:
    """Posts to one address over one session, opened by the first post. The address is a secret and told nowhere."""

    def __init__(self, url: str, timeout: timedelta, tells_why: bool = False) -> None:
        """`timeout` is for a whole exchange. `tells_why`: what a refusal says may be shown."""
        self._url = url
        self._timeout = aiohttp.ClientTimeout(total=timeout.total_seconds())
        self._tells_why = tells_why
        self._session: aiohttp.ClientSession | None = None

    async def post(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Return when the answer is a 2xx; raises ChannelUnavailableError or AlertRefusedError."""
        try:
            async with self._opened().post(self._url, data=body, headers=headers, allow_redirects=False) as response:
                await self._check(response)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            reason = type(error).__name__  # its text may hold the address
            raise ChannelUnavailableError(f"no answer: {reason}") from None

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=self._timeout, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def _check(self, response: aiohttp.ClientResponse) -> None:
        if 200 <= response.status < 300:
            return
        told = f"answered {response.status}"
        if response.status in REFUSALS:
            raise AlertRefusedError(told + await self._reason(response))
        raise ChannelUnavailableError(told, retry_after(response.headers.get("Retry-After"), wall_clock()))

    async def _reason(self, response: aiohttp.ClientResponse) -> str:
        if not self._tells_why:
            return ""
        try:
            reason = (await response.content.read(_REASON_BYTES)).decode(errors="replace").strip()
        except (aiohttp.ClientError, TimeoutError, OSError):  # refused it is all the same
            return ""
        return f": {reason}" if reason else ""


def retry_after(header: str | None, now: datetime) -> float:
    """The seconds that a `Retry-After` header asks for, by number or by date; 0 where it asks for nothing."""
    if header is None:
        return 0.0
    if header.strip().isdecimal():
        return float(header)
    try:
        until = parsedate_to_datetime(header)
    except ValueError:
        return 0.0
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())

"""A mail server on the loopback that keeps what it is sent."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from support.ports import free_port


@dataclass(slots=True)
class MailServer:
    """Takes mail for everybody, unless told to refuse."""

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    refuses: bool = False
    delay: float = 0.0
    """Seconds before it says whether it takes a mail, and from whom and for whom it takes one."""

    @property
    def url(self) -> str:
        """Apprise's address of a reader whose mail comes here."""
        return f"mailto://127.0.0.1:{self.port}/?from=rasid@desk.example&to=reader@desk.example"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd's
        """Keep a mail."""
        await asyncio.sleep(self.delay)
        if self.refuses:
            return "451 not now"
        content = envelope.original_content or b""
        mail = message_from_bytes(content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 taken"

    async def handle_MAIL(  # noqa: N802  # aiosmtpd's
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take mail from anybody."""
        await asyncio.sleep(self.delay)
        envelope.mail_from = address
        return "250 go on"

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take mail for anybody."""
        await asyncio.sleep(self.delay)
        envelope.rcpt_tos.append(address)
        return "250 go on"


@dataclass(slots=True)
class SilentServer:
    """Takes connections and never says a word."""

    port: int = 0
    connections: int = 0
    letters: bytes = b""
    """What it says again and again, if anything."""

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Keep a connection open."""
        self.connections += 1
        if not self.letters:
            await reader.read()
        with suppress(ConnectionError, asyncio.CancelledError):
            while True:
                writer.write(self.letters)
                await writer.drain()
                await asyncio.sleep(0.02)


@asynccontextmanager
async def silent_server() -> AsyncIterator[SilentServer]:
    """A server that hangs."""
    silent = SilentServer()
    server = await asyncio.start_server(silent.accept, "127.0.0.1", 0)
    silent.port = server.sockets[0].getsockname()[1]
    try:
        yield silent
    finally:
        server.close()


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    """A mail server without mails."""
    server = MailServer(port=free_port())
    controller = Controller(server, hostname="127.0.0.1", port=server.port)
    controller.start()
    yield server
    controller.stop()

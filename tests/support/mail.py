"""A mail server on the loopback that keeps what it is sent."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
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

    @property
    def url(self) -> str:
        """Apprise's address of a reader whose mail comes here."""
        return f"mailto://127.0.0.1:{self.port}/?from=rasid@desk.example&to=reader@desk.example"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd's
        """Keep a mail."""
        if self.refuses:
            return "451 not now"
        content = envelope.original_content or b""
        mail = message_from_bytes(content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 taken"


@dataclass(slots=True)
class SilentServer:
    """Takes connections and never says a word."""

    port: int = 0
    connections: int = 0

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Keep a connection open."""
        self.connections += 1
        await reader.read()


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

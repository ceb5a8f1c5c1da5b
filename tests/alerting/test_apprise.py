"""Alerts by mail, through Apprise, to a real mail server."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from apprise import NotifyBase

from rasid.alerting.channels.apprise import AppriseChannel, UnknownServiceError, as_html
from rasid.alerting.channels.channel import ChannelUnavailableError
from rasid.alerting.channels.message import Message
from rasid_schemas.alerts import Alert
from support.alerts import alert
from support.deployment import PATIENCE
from support.mail import MailServer, SilentServer, silent_server

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TITLE = "لقاء بين سامر الجبوري وبول فيبر في بغداد يوم 22 نوفمبر 2026"
SENTENCE = "عُقد لقاء بين سامر الجبوري (رئيس الوزراء) وبول فيبر (وزير الدفاع). {{ليس قالبًا}} \\n"
LINK = "https://news.example/1?a=b&c=d"
SUMMARY = f"{SENTENCE}\n«met» (أخبار المثال)\n{LINK}"
FIVE_SECONDS = timedelta(seconds=5)


def arabic() -> Alert:
    raised = alert(NOON)
    report = raised.cluster.reports[0].model_copy(update={"url": LINK, "source": "أخبار المثال"})
    cluster = raised.cluster.model_copy(update={"reports": (report,)})
    return raised.model_copy(update={"title": TITLE, "summary": SUMMARY, "cluster": cluster})


async def test_mail_in_arabic_arrives_as_it_was_written(mail_server: MailServer) -> None:
    await AppriseChannel(mail_server.url, FIVE_SECONDS).send(arabic())
    [mail] = mail_server.mails
    assert mail["subject"] == TITLE
    assert mail["to"] == "reader@desk.example"
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert html is not None
    for paragraph in (SENTENCE, "«met» (أخبار المثال)", LINK):
        assert paragraph in plain.get_content()
    assert f'<p dir="auto">{SENTENCE}</p>' in html.get_content()
    assert '<a href="https://news.example/1?a=b&amp;c=d">' in html.get_content()
    assert html.get_content_charset() == plain.get_content_charset() == "utf-8"


async def test_a_server_that_refuses_is_tried_again(mail_server: MailServer) -> None:
    mail_server.refuses = True
    with pytest.raises(ChannelUnavailableError, match="E-Mail did not take it"):
        await AppriseChannel(mail_server.url, FIVE_SECONDS).send(arabic())


async def test_a_server_that_is_not_there_is_tried_again() -> None:
    channel = AppriseChannel("mailto://127.0.0.1:9/?from=rasid@desk.example&to=reader@desk.example", FIVE_SECONDS)
    with pytest.raises(ChannelUnavailableError):
        await channel.send(arabic())


def test_what_is_no_address_is_told_without_it() -> None:
    with pytest.raises(UnknownServiceError) as raised:
        AppriseChannel("nosuchservice://a-secret-word", FIVE_SECONDS)
    assert "secret" not in str(raised.value)


def test_nothing_in_an_article_is_markup() -> None:
    message = Message("title", '<script>1 & 2</script>\n“a "quote"”\nhttps://e.example/"><b>', "", "", "")
    assert as_html(message).splitlines() == [
        '<p dir="auto">&lt;script&gt;1 &amp; 2&lt;/script&gt;</p>',
        '<p dir="auto">“a &quot;quote&quot;”</p>',
        '<p dir="auto"><a href="https://e.example/&quot;&gt;&lt;b&gt;">https://e.example/&quot;&gt;&lt;b&gt;</a></p>',
    ]


@pytest.fixture
def without_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Apprise leaves no time between two messages, which a try may take as well."""
    monkeypatch.setattr(NotifyBase, "request_rate_per_sec", 0.0)


async def until_taken(channel: AppriseChannel, alert: Alert) -> int:
    """How many tries it takes."""
    for tries in count(1):
        with suppress(ChannelUnavailableError):
            await channel.send(alert)
            return tries
    raise AssertionError


@pytest.mark.usefixtures("without_pause")
async def test_a_server_that_is_slow_gets_one_mail(mail_server: MailServer) -> None:
    mail_server.delay = 0.5
    channel = AppriseChannel(mail_server.url, timedelta(seconds=1.2))
    async with asyncio.timeout(PATIENCE):
        assert await until_taken(channel, arabic()) > 1
    assert len(mail_server.mails) == 1


@asynccontextmanager
async def never_ending() -> AsyncIterator[tuple[str, SilentServer]]:
    """A mail server that says a letter after the other, and never ends its line; first its address."""
    async with silent_server() as server:
        server.letters = b"2"
        yield f"mailto://127.0.0.1:{server.port}/?from=rasid@desk.example&to=reader@desk.example", server


@pytest.mark.usefixtures("without_pause")
async def test_a_server_that_never_ends_keeps_no_thread_that_others_need() -> None:
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(2))
    async with never_ending() as (address, _):
        for alert_id in ("a", "b", "c"):
            channel = AppriseChannel(address, timedelta(seconds=0.2))
            with pytest.raises(ChannelUnavailableError):
                await channel.send(alert(NOON, alert_id))
            await channel.close()
        async with asyncio.timeout(PATIENCE):
            await asyncio.to_thread(str)


@pytest.mark.usefixtures("without_pause")
async def test_a_try_that_does_not_end_is_left_to_itself_in_the_end() -> None:
    async with never_ending() as (address, server):
        channel = AppriseChannel(address, timedelta(seconds=0.2))
        async with asyncio.timeout(PATIENCE):
            while server.connections < 2:
                with pytest.raises(ChannelUnavailableError):
                    await channel.send(arabic())
        await channel.close()

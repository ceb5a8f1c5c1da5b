"""Alerts by mail, through Apprise, to a real mail server."""

from datetime import UTC, datetime, timedelta

import pytest

from rasid.alerting.channels.apprise import AppriseChannel, UnknownServiceError, as_html
from rasid.alerting.channels.channel import ChannelUnavailableError
from rasid.alerting.channels.message import Message
from rasid_schemas.alerts import Alert
from support.alerts import alert
from support.mail import MailServer

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

"""The file of channels."""

from datetime import timedelta
from pathlib import Path

import pytest

from rasid.alerting.channels.building import Defaults, RoutedChannel
from rasid.alerting.channels.channel_file import ChannelFileError, load_channels
from rasid.alerting.matchers import parse_matchers
from rasid.alerting.routing import Routing

DEFAULTS = Defaults(max_age=timedelta(hours=24), ends_after=timedelta(days=7))
ENVIRONMENT = {
    "DESK_URL": "https://hooks.example.org/a-secret-path",
    "DESK_SECRET": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "MAIL": "mailtos://desk:a-secret-word@mail.example.org/?from=rasid@example.org&to=desk@example.org",
    "WORD": "a-secret-word",
    "NOTHING": "",
}
GOOD = """\
channels:
  - name: log
    type: log
    send_updated: false
  - name: desk
    type: webhook
    url: ${DESK_URL}
    secret: ${DESK_SECRET}
    matchers: ['severity=~"warning|critical"', country=IQ]
    timeout: 5s
    max_age: 1h
  - name: ops
    type: alertmanager
    url: http://rasid:${WORD}@alertmanager.example:9093/prefix
  - name: mail
    type: apprise
    url: ${MAIL}
    send_resolved: false
"""


def loaded(text: str, folder: Path) -> tuple[RoutedChannel, ...]:
    file = folder / "channels.yaml"
    file.write_text(text, encoding="utf-8")
    return load_channels(file, DEFAULTS, ENVIRONMENT)


def test_channels_are_read_in_their_order(tmp_path: Path) -> None:
    channels = loaded(GOOD, tmp_path)
    assert [channel.type for channel in channels] == ["log", "webhook", "alertmanager", "apprise"]
    assert [channel.routing for channel in channels] == [
        Routing("log", timedelta(hours=24), send_updated=False, ignores_silences=True),
        Routing("desk", timedelta(hours=1), parse_matchers('severity=~"warning|critical", country="IQ"')),
        Routing("ops", timedelta(hours=24)),
        Routing("mail", timedelta(hours=24), send_resolved=False),
    ]


def test_secrets_can_stand_in_files_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "url").write_text(ENVIRONMENT["DESK_URL"] + "\n")
    (tmp_path / "secret").write_text(ENVIRONMENT["DESK_SECRET"] + "\n")
    text = "channels: [{name: desk, type: webhook, url_file: url, secret_file: secret}]"
    assert len(loaded(text, tmp_path)) == 1


@pytest.mark.parametrize(
    ("before", "after", "line", "field", "message"),
    [
        ("channels:", "chanels:", 1, "chanels", "unknown key: did you mean channels?"),
        (GOOD, "channels: []", 1, "channels", "no channels, so nobody would ever be told"),
        (GOOD, "channels: [log]", 1, "channels[0]", "a channel has the keys name, type and those of its type"),
        ("type: log", "type: logs", 3, "channels[0].type", "'logs' is no type: did you mean log?"),
        ("    type: log\n", "", 2, "channels[0].type", "missing: there are log, webhook, alertmanager, apprise"),
        ("name: ops", "name: desk", 12, "channels[2].name", "desk is the name of the channel in line 5 already"),
        ("name: desk", "name: the desk", 5, "channels[1].name", "'the desk' is no name"),
        ("type: log", "typ: log", 3, "channels[0].typ", "unknown key: did you mean type?"),
        ("${WORD}@alertmanager.example", "${WORD}@[broken", 14, "channels[2].url", "no address that starts with http"),
        ("@alertmanager.example", "@alertmanager.example:99999", 14, "channels[2].url", "no address that starts with"),
        ("name: log", "name: مكتب", 2, "channels[0].name", "is no name"),
        ("  - name: desk\n    type", "  - type", 5, "channels[1].name", "missing: every channel has name"),
        ("timeout: 5s", "timeuot: 5s", 10, "channels[1].timeuot", "unknown key: did you mean timeout?"),
        ("timeout: 5s", "timeout: 5", 10, "channels[1].timeout", "'5' is no duration: write it as 30s"),
        ("timeout: 5s", "timeout: 0s", 10, "channels[1].timeout", "is no time at all"),
        ("timeout: 5s", "timeout: 1h", 10, "channels[1].timeout", "1h is longer than 10m"),
        ("max_age: 1h", "max_age: soon", 11, "channels[1].max_age", "is no duration"),
        ("send_updated: false", "send_updated: no way", 4, "channels[0].send_updated", "neither true nor false"),
        ("country=IQ", "country", 9, "channels[1].matchers", "cannot be read from 'country' on: write NAME="),
        ("country=IQ]", "3]", 9, "channels[1].matchers", "is no list of matchers"),
        ("url: ${DESK_URL}\n", "url: 7\n", 7, "channels[1].url", "'7' is no text"),
        ("    url: ${DESK_URL}\n", "", 5, "channels[1].url", "missing: give the address as url: ${NAME}"),
        ("${DESK_URL}", "https://hooks.example.org/x", 7, "channels[1].url", "is a secret, which must not stand in"),
        ("${DESK_URL}", "${DESK}", 7, "channels[1].url", "the environment variable DESK is not set"),
        ("${DESK_URL}", "${NOTHING}", 7, "channels[1].url", "the environment variable NOTHING is not set"),
        ("${DESK_URL}", "${WORD}", 7, "channels[1].url", "no address that starts with http:// or https://"),
        ("url: ${DESK_URL}", "url_file: none", 7, "channels[1].url_file", "none cannot be read (No such file"),
        ("url: ${DESK_URL}", "url_file: .", 7, "channels[1].url_file", ". cannot be read (Is a directory"),
        ("    timeout", "    url_file: url\n    timeout", 10, "channels[1].url_file", "beside url: give one of them"),
        ("${DESK_SECRET}", "whsec_abc", 8, "channels[1].secret", "must not stand in this file"),
        ("${DESK_SECRET}", "${WORD}", 8, "channels[1].secret", "is no secret of Standard Webhooks: whsec_ and 24"),
        ("${WORD}@", "word@", 14, "channels[2].url", "has a password in it: write ${NAME} in its place"),
        ("/prefix", "/prefix\n    ends_after: 2h", 15, "channels[2].ends_after", "would be over when it is sent"),
        ("${MAIL}", "mailto://u:p@example.org", 17, "channels[3].url", "is a secret, which must not stand in"),
        ("${MAIL}", "${WORD}", 17, "channels[3].url", "is no address that Apprise understands"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(
    before: str, after: str, line: int, field: str, message: str, tmp_path: Path
) -> None:
    assert before in GOOD
    with pytest.raises(ChannelFileError) as raised:
        loaded(GOOD.replace(before, after, 1), tmp_path)
    [problem] = [each for each in raised.value.problems if each.field == field]
    assert problem.line == line
    assert message in problem.message


def test_all_of_it_is_told_at_once_and_nothing_secret(tmp_path: Path) -> None:
    wrong = (
        GOOD.replace("type: log", "type: x")
        .replace("country=IQ", "country")
        .replace("${DESK_URL}", "${WORD}")
        .replace("${DESK_SECRET}", "${DESK_URL}")
        .replace("${MAIL}", "${WORD}")
    )
    with pytest.raises(ChannelFileError) as raised:
        loaded(wrong, tmp_path)
    assert [problem.line for problem in raised.value.problems] == [3, 7, 8, 9, 17]
    assert "secret-" not in str(raised.value)


def test_a_channel_shows_no_secret(tmp_path: Path) -> None:
    assert "secret" not in repr(loaded(GOOD, tmp_path))

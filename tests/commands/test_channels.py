"""`rasid channels`: a file is checked, a channel is tried."""

import subprocess
import sys
from pathlib import Path

import pytest

from support.alertmanager import Alertmanager
from support.command_line import Finished, rasid
from support.mail import MailServer
from support.receiver import Receiver

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
FILE = """\
channels:
  - name: desk
    type: webhook
    url: ${DESK_URL}
    secret: ${DESK_SECRET}
    matchers: [severity=critical]
    send_updated: false
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "channels.yaml"
    path.write_text(FILE)
    return str(path)


async def command(*arguments: str, url: str, **environment: str) -> Finished:
    return await rasid("channels", *arguments, within={"DESK_URL": url, "DESK_SECRET": SECRET, **environment})


async def test_check_lists_the_channels_without_their_secrets(file: str) -> None:
    finished = await command("check", file, url="https://hooks.example.org/a-secret-path")
    assert finished.exit_code == 0, finished
    assert finished.lines == [
        {
            "channel": "desk",
            "type": "webhook",
            "matchers": 'severity="critical"',
            "max_age": "1d",
            "sends": "firing, resolved",
        }
    ]


async def test_check_tells_what_is_wrong_by_line(file: str) -> None:
    finished = await command("check", file, url="ftp://a-secret-path")
    assert finished.exit_code == 1
    assert "channels.yaml:4: channels[0].url: is no address that starts with http" in finished.stderr
    assert "secret-path" not in finished.stderr
    assert "Traceback" not in finished.stderr


async def test_a_key_that_stands_twice_is_told_without_what_it_holds(tmp_path: Path) -> None:
    file = tmp_path / "channels.yaml"
    file.write_text("channels:\n  - {name: desk, url: https://a-secret-path}\nchannels: []\n")
    finished = await command("check", str(file), url="")
    assert finished.exit_code == 1
    assert 'channels.yaml:3: file: found duplicate key "channels": keep one of them' in finished.stderr
    assert "secret-path" not in finished.stderr


async def test_an_alert_to_try_a_channel_is_fired_and_ended(file: str, receiver: Receiver) -> None:
    for arguments in ([], ["--resolved"]):
        finished = await command("test", "desk", *arguments, url=receiver.url, RASID_CHANNELS=file)
        assert finished.exit_code == 0, finished
    assert [delivery.event["data"]["status"] for delivery in receiver.taken] == ["firing", "resolved"]  # type: ignore[index]
    assert len({key.partition(":")[0] for key in receiver.keys}) == 1


async def test_the_log_of_a_try_stands_beside_its_result() -> None:
    finished = await rasid("channels", "test", "log")
    assert [line["channel"] for line in finished.lines] == ["log"]
    assert "A test of the channel log" in finished.stderr


async def test_a_channel_that_does_not_take_it_is_told(file: str, receiver: Receiver) -> None:
    receiver.answer = lambda _: 401
    finished = await command("test", "desk", "--file", file, url=receiver.url)
    assert (finished.exit_code, finished.stderr) == (1, "rasid: desk did not take the alert: answered 401\n")


async def test_a_channel_that_there_is_not_is_told(file: str) -> None:
    finished = await command("test", "disk", "--file", file, url="https://hooks.example.org/")
    assert (finished.exit_code, finished.stderr) == (2, "rasid: there is no channel disk: did you mean desk?\n")


async def test_alertmanager_and_mail_are_tried_alike(
    tmp_path: Path, alertmanager: Alertmanager, mail_server: MailServer
) -> None:
    file = tmp_path / "all.yaml"
    file.write_text(
        "channels:\n"
        f"  - {{name: ops, type: alertmanager, url: '{alertmanager.url}'}}\n"
        "  - {name: mail, type: apprise, url: '${MAIL_URL}'}\n"
    )  # fmt: skip
    for name in ("ops", "mail"):
        finished = await rasid("channels", "test", name, "--file", str(file), MAIL_URL=mail_server.url)
        assert finished.exit_code == 0, finished
    [shown] = await alertmanager.alerts()
    assert shown["labels"]["alertname"] == "test"
    assert [mail["subject"] for mail in mail_server.mails] == ["A test of the channel mail · تجربة للقناة mail"]


def test_apprise_is_imported_by_nobody_who_does_not_need_it() -> None:
    program = (
        "import sys, rasid.cli, rasid.commands.channels; sys.exit(bool({'apprise', 'requests'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

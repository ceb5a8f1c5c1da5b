"""docs/channels.md and the bundled channels file say what is there and no more."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rasid.alerting.channels.building import Defaults, RoutedChannel
from rasid.alerting.channels.channel_file import load_channels
from rasid.alerting.channels.definitions import TYPES
from rasid.alerting.labels import labels_of
from rasid.alerting.matchers import parse_matchers
from rasid.runtime.bundled import bundled
from rasid_schemas.extraction import Evidence, TroopAnnouncement
from support.alerts import alert

PAGE = (Path(__file__).parents[2] / "docs" / "channels.md").read_text(encoding="utf-8")
BUNDLED = bundled("channels.yaml").read_text(encoding="utf-8")
EXAMPLES = [block for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if block.startswith("channels:")]
ENVIRONMENT = {
    "DESK_URL": "https://hooks.example.org/x",
    "DESK_SECRET": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "MAIL_URL": "mailtos://user:password@mail.example.org/?from=rasid@example.org&to=desk@example.org",
    "TELEGRAM_URL": "tgram://123456789:abcdefghijklmnopqrstuvwxyz/12315544",
}


def loaded(text: str, folder: Path) -> tuple[RoutedChannel, ...]:
    file = folder / "channels.yaml"
    file.write_text(text, encoding="utf-8")
    return load_channels(file, Defaults(timedelta(days=1), timedelta(days=7)), ENVIRONMENT)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_a_channels_file(example: str, tmp_path: Path) -> None:
    assert loaded(example, tmp_path)


def test_every_type_has_an_example() -> None:
    assert set(re.findall(r"type: (\w+)", "".join(EXAMPLES))) == set(TYPES)


def test_every_key_is_on_the_page() -> None:
    assert [key for model in TYPES.values() for key in model.model_fields if key not in PAGE] == []


def test_the_bundled_file_is_right_with_and_without_its_comments(tmp_path: Path) -> None:
    assert [channel.type for channel in loaded(BUNDLED, tmp_path)] == ["log"]
    uncommented = re.sub(r"^  # ", "  ", BUNDLED, flags=re.MULTILINE)
    assert [channel.type for channel in loaded(uncommented, tmp_path)] == list(TYPES)


def test_every_label_is_on_the_page() -> None:
    quote = (Evidence(start=0, end=3, quote="met"),)
    troops = TroopAnnouncement(
        action="deploy",
        force_affiliation="FR",
        status="announced",
        country="IQ",
        evidence=quote,
        confidence=1,
        rule="x",
    )
    raised = alert(datetime(2026, 11, 24, 12, tzinfo=UTC))
    report = raised.cluster.reports[0].model_copy(update={"language": "ar"})
    cluster = raised.cluster.model_copy(update={"event": troops, "reports": (report,)})
    labels = set(labels_of(raised)) | set(labels_of(raised.model_copy(update={"cluster": cluster})))
    table = PAGE.split("## Matchers")[1].split("## How")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == labels


@pytest.mark.parametrize("text", re.findall(r"`(\w+(?:=|!=|=~|!~)\"[^`]*\")`", PAGE))
def test_every_matcher_in_the_text_is_one(text: str) -> None:
    assert parse_matchers(text)

"""The contract as files: generated, complete, and true of the golden messages."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from rasid_schemas.export import SCHEMAS, exported
from rasid_schemas.extraction import Evidence
from rasid_schemas.topics import ALL_TOPICS, CONTRACT_TOPICS, DAY_MS, MEGABYTE


@pytest.mark.parametrize(
    ("path", "content"), list(exported()), ids=lambda value: str(value) if isinstance(value, Path) else ""
)
def test_generated_files_are_as_the_models_say(path: Path, content: bytes) -> None:
    assert (SCHEMAS / path).read_bytes() == content, "run `make schemas`"


def test_no_generated_file_is_left_over() -> None:
    assert {p.name for p in (SCHEMAS / "json").iterdir()} == {p.name for p, _ in exported() if p.parent.name == "json"}


@pytest.mark.parametrize(("path", "content"), [(p, c) for p, c in exported() if p.suffix == ".json"], ids=str)
def test_json_schemas_are_valid(path: Path, content: bytes) -> None:
    Draft202012Validator.check_schema(YAML(typ="safe").load(content.decode()))


def test_the_asyncapi_document_names_every_topic() -> None:
    document = YAML(typ="safe").load((SCHEMAS / "asyncapi.yaml").read_text())
    assert set(document["channels"]) == {topic.name for topic in ALL_TOPICS}


def test_every_topic_has_its_card() -> None:
    cards = (SCHEMAS / "README.md").read_text()
    assert all(f"### `{topic.name}`" in cards for topic in CONTRACT_TOPICS)


def test_topics_have_the_partitions_retention_and_limits_of_the_design() -> None:
    assert {t.name: (t.partitions, t.cleanup_policy, t.retention_ms, t.max_message_bytes) for t in CONTRACT_TOPICS} == {
        "articles.raw.v1": (12, "delete", 7 * DAY_MS, MEGABYTE),
        "articles.enriched.v1": (12, "compact,delete", 30 * DAY_MS, 4 * MEGABYTE),
        "events.meetings.v1": (1, "delete", 30 * DAY_MS, MEGABYTE),
        "events.troop-announcements.v1": (1, "delete", 30 * DAY_MS, MEGABYTE),
        "events.clusters.v1": (1, "compact", None, MEGABYTE),
        "alerts.v1": (1, "delete", 30 * DAY_MS, MEGABYTE),
        "silences.v1": (1, "compact", None, MEGABYTE),
        "feedback.v1": (1, "delete", None, 2 * MEGABYTE),
    }


@pytest.mark.parametrize(("start", "end", "quote"), [(0, 4, "met"), (3, 3, ""), (-1, 2, "met"), (5, 2, "met")])
def test_evidence_must_quote_its_span(start: int, end: int, quote: str) -> None:
    with pytest.raises(ValueError, match=r"end|start"):
        Evidence(start=start, end=end, quote=quote)

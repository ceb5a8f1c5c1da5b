"""Commands that need no broker, and what they say to a user's mistakes: a line and an exit code, never a trace."""

import socket
from pathlib import Path
from typing import Any, cast

import orjson
import pytest

from rasid.commands.kinds import Kind, WorkerKind
from support.command_line import Finished, rasid

ENGLISH = {"uri": "urn:en", "language": "en", "body": "The team won by two goals."}
ARABIC = {"uri": "urn:ar", "body": "فاز الفريق بهدفين دون رد في المباراة التي أقيمت مساء الجمعة على ملعب العاصمة."}


def told(finished: Finished, exit_code: int, *words: str) -> None:
    assert finished.exit_code == exit_code, finished
    assert "Traceback" not in finished.stderr
    for word in words:
        assert word in finished.stderr


def json_lines(*articles: object) -> bytes:
    return b"\n".join(orjson.dumps(article) for article in articles)


async def test_extract_gives_an_enriched_article_for_each_line() -> None:
    finished = await rasid("extract", stdin=json_lines(ENGLISH, ARABIC) + b"\n\n")
    assert finished.exit_code == 0
    assert [(line["uri"], line["language"], line["text"]) for line in finished.lines] == [
        ("urn:en", "en", ENGLISH["body"]),
        ("urn:ar", "ar", ARABIC["body"]),
    ]


async def test_extract_tells_what_is_wrong_and_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(b"{not json\n" + json_lines({"uri": "urn:b"}, ENGLISH))
    finished = await rasid("extract", str(file))
    told(finished, 1, "articles.jsonl:1: is not JSON", "articles.jsonl:2: body: is required", "2 of the articles")
    assert [line["uri"] for line in finished.lines] == ["urn:en"]


async def test_extract_explains_where_each_field_came_from() -> None:
    body = "France will send 600 more soldiers to Mali, its defence minister said."
    finished = await rasid("extract", "--explain", stdin=json_lines({"uri": "urn:en", "body": body}))
    assert finished.exit_code == 0
    (line,) = cast("list[dict[str, Any]]", finished.lines)
    told = {o["field"]: body[o["start"] : o["end"]] for o in line["origins"] if o["start"] is not None}
    assert (line["uri"], told["count_delta"], told["location"]) == ("urn:en", "600", "Mali")
    assert {"reason", "worth"} == set(line["points"][0])


async def test_extract_reads_a_text_file(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(str(ENGLISH["body"]), encoding="utf-8")
    finished = await rasid("extract", str(file), "--published-at", "2026-11-20")
    assert finished.exit_code == 0
    assert str(finished.lines[0]["published_at"]).startswith("2026-11-20")


async def test_a_missing_file_is_named() -> None:
    told(await rasid("extract", "nowhere.jsonl"), 2, "rasid: nowhere.jsonl: No such file or directory")


async def test_the_default_rules_are_well() -> None:
    finished = await rasid("rules", "check")
    assert finished.exit_code == 0
    assert {"rule", "severity", "description"} == set(finished.lines[0])


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ("rules: [", [":1", "YAML"]),
        ("rules:\n  - name: a\n    severity: loud\n    when: 'true'\n", [":3", "severity"]),
        ("rules:\n  - name: a\n    severity: info\n    when: event.troop_max > 5\n", [":4", "troops_max"]),
    ],
)
async def test_a_malformed_rule_file_is_told_by_line(tmp_path: Path, rules: str, words: list[str]) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(rules)
    told(await rasid("rules", "check", str(file)), 1, str(file), *words)


async def test_a_worker_does_not_start_with_a_malformed_rule_file(tmp_path: Path) -> None:
    told(await rasid("worker", "alerting", RASID_RULES=str(tmp_path / "none.yaml")), 1, "none.yaml")


async def test_a_wrong_setting_is_named() -> None:
    told(await rasid("settings", RASID_BROKER="nowhere"), 2, "rasid: RASID_BROKER: ", "kafka://host:port")


async def test_a_setting_that_looks_misspelt_is_told() -> None:
    finished = await rasid("settings", RASID_BROKR="kafka://a:9092", RASID_SERVICE_HOST="10.0.0.1")
    told(finished, 0, "rasid: RASID_BROKR is no setting; did you mean RASID_BROKER?")
    assert "SERVICE_HOST" not in finished.stderr  # Kubernetes tells of a service called rasid like that


async def test_settings_are_listed_without_secrets() -> None:
    finished = await rasid("settings", RASID_WEBHOOK_URL="https://hooks.example.org/secret")
    shown = {line["variable"]: line["value"] for line in finished.lines}
    assert shown["RASID_WEBHOOK_URL"] == "https://hooks.example.org/…"
    assert shown["RASID_BROKER"] == "kafka://localhost:9092"


async def test_an_occupied_port_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as occupied:
        port = str(occupied.getsockname()[1])
        told(await rasid("broker", "--port", port), 1, port)


@pytest.fixture
def nowhere() -> str:
    """An address where nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as freed:
        return f"kafka://127.0.0.1:{freed.getsockname()[1]}"


@pytest.mark.parametrize(
    "command",
    [
        ["topics", "list"],
        ["topics", "create"],
        ["tail", Kind.ALERTS],
        ["dead-letters", "list"],
        ["worker", WorkerKind.ENRICHMENT],
        ["worker", WorkerKind.ALERTING],
        ["worker", WorkerKind.NOTIFIER],
        ["produce", "--samples"],
        ["rules", "replay"],
    ],
    ids=" ".join,
)
async def test_a_missing_broker_is_told(command: list[str], nowhere: str) -> None:
    told(await rasid(*command, RASID_BROKER=nowhere), 3, f"no Kafka broker answers at {nowhere}", "RASID_BROKER")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tail", "weather"], ["'weather'", "alerts"]),
        (["worker", "cook"], ["'cook'", "enrichment"]),
        (["produce"], ["nothing to produce"]),
        (["dead-letters", "show", "17"], ["TOPIC/PARTITION@OFFSET"]),
        (["dead-letters", "list", "--topic", "weather"], ["articles.raw.v1.dlq"]),
        (["rules", "replay", "--since", "soon"], ["--since: 'soon' is neither a time", "write it as 30s"]),
        (["rules", "replay", "--since", "2d", "--until", "3d"], ["--until is not after --since"]),
        (["rules", "replay", "--rule", "troop-chang"], ["there is no rule troop-chang: did you mean troop-change?"]),
        (["dead-letters", "list", "--since", "soon"], ["--since", "'soon' is neither a time", "10m"]),
        (["silences", "add", "a=b", "--for", "1h", "--reason", "x", "--starts-at", "2h"], ["'2h' is no time"]),
        (["produce", "--samples", "--published-at", "24-11-2026"], ["--published-at: '24-11-2026' is no date"]),
        (["extract", "--language", "klingon"], ["--language: 'klingon' is no language tag; give one such as ar"]),
        (["brew"], ["brew"]),
    ],
    ids=lambda value: " ".join(value),
)
async def test_a_wrong_command_line_exits_with_2(arguments: list[str], words: list[str]) -> None:
    told(await rasid(*arguments), 2, *words)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b" \n", ["empty.txt: is empty"]),
        ("latin.txt", "élysée".encode("latin-1"), ["latin.txt: is not UTF-8 at byte 0"]),
        ("bad.jsonl", b'{"uri": "urn:a", "body": "x"}\n{"uri": "urn:b"}\n', ["bad.jsonl:2: body: is required"]),
        ("list.json", b'[{"uri": "urn:a", "body": "x"}, 7]', ["list.json[1]: is a JSON number"]),
    ],
)
async def test_produce_reads_everything_before_it_sends(
    tmp_path: Path, name: str, content: bytes, words: list[str], nowhere: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    finished = await rasid("produce", str(file), RASID_BROKER=nowhere)
    assert finished.exit_code in {1, 2}
    told(finished, finished.exit_code, *words)


@pytest.mark.parametrize(
    "command",
    [
        *("extract", "demo", "broker", "worker", "produce", "tail", "settings"),
        *(
            "topics create",
            "topics list",
            "dead-letters list",
            "dead-letters show",
            "rules check",
            "rules test",
            "rules replay",
        ),
    ],
)
async def test_help_shows_an_example(command: str) -> None:
    finished = await rasid(*command.split(), "--help")
    assert finished.exit_code == 0
    assert "Example" in finished.stdout

"""Where `rasid rules check` warns that an unknown field keeps a rule from applying."""

from pathlib import Path

import pytest

from rasid.alerting.rules.rules import warnings_of
from rasid.alerting.rules.unknowns import unguarded
from support.command_line import rasid

CONFIG = Path(__file__).parents[2] / "config"


@pytest.mark.parametrize(
    ("condition", "fields"),
    [
        ("event.troops_max >= 500", ["event.troops_max"]),
        ("500 <= event.troops_max", ["event.troops_max"]),
        ('event.action == "deploy" && event.troops_max >= 500', ["event.troops_max"]),
        ('event.country != "SY"', ["event.country"]),
        ('!(event.country == "IQ")', ["event.country"]),
        ('!(event.country in ["IQ", "SY"])', ["event.country"]),
        ('!event.location.mentions(["Kirkuk"])', ["event.location"]),
        ('!mentions(event.location, "Kirkuk")', ["event.location"]),
        ('!(event.country == "IQ" || event.country == "SY")', ["event.country"]),
        ('(event.action == "deploy" || event.approximate) && event.count > 5', ["event.count"]),
        ("event.age_days >= -2 && event.age_days < 0", ["event.age_days"]),
        ("event.count > 5 && event.multiplier > 2.0", ["event.count", "event.multiplier"]),
        ('cluster.reports.exists(r, r.source == "a" || r.source == "b") && event.count > 5', ["event.count"]),
    ],
)
def test_a_warning(condition: str, fields: list[str]) -> None:
    assert [each.message.split(" may be unknown")[0] for each in unguarded(condition)] == fields


@pytest.mark.parametrize(
    "condition",
    [
        'event.country == "IQ"',
        'event.country in ["IQ", "SY"] && event.location.mentions("Kirkuk")',
        "event.troops_max >= 500 || event.troops_min >= 500",
        'event.action == "deploy" && (event.troops_max >= 500 || event.troops_min >= 500)',
        'event.troops_max >= 500 && event.action == "deploy" || event.action == "withdraw"',
        "event.troops_max == null || event.troops_max < 500",
        "event.troops_max != null && event.troops_max < 500",
        "null != event.troops_max && event.troops_max < 500",
        "has(event.troops_max) && event.troops_max < 500",
        'event.country == null || !(event.country == "IQ")',
        'event.status != "cancelled" && !event.approximate',
        "cluster.sources >= 2 && event.confidence >= 0.8",
        'event.participants.exists(p, p.affiliation != "IQ" && !p.role.mentions("deputy"))',
        "event.troops_max >= 500 ? true : cluster.sources > 2",
        "evnt.count > 5",
        "event.",
        ")))",
    ],
)
def test_no_warning(condition: str) -> None:
    assert list(unguarded(condition)) == []


def test_the_fix_is_told() -> None:
    [warning] = unguarded('event.country != "SY"')
    assert warning.message.endswith("add `|| event.country == null` if it should be, `event.country != null &&` if not")


def test_the_default_rules_have_none() -> None:
    assert warnings_of(CONFIG / "rules.yaml") == ()


async def test_warnings_are_told_by_line_and_fail_only_where_that_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(
        "rules:\n  - name: a\n    severity: info\n    when: >-\n      cluster.sources > 1\n      && event.count > 5\n"
    )
    for arguments, exit_code in (([], 0), (["--strict"], 1)):
        finished = await rasid("rules", "check", str(file), *arguments)
        assert finished.exit_code == exit_code
        assert f"{file}:6: rules[0].when: warning: event.count may be unknown" in finished.stderr
        assert [line["rule"] for line in finished.lines] == ["a"]

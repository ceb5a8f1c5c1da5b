"""docs/rules.md says what is there and no more."""

import re
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest

from rasid.alerting.render.template import VARIABLES as TEMPLATE_VARIABLES
from rasid.alerting.rules.conditions import Condition, compile_condition
from rasid.alerting.rules.facts import facts
from rasid.alerting.rules.fields import PARTICIPANT_FIELDS, REPORT_FIELDS, VARIABLES
from rasid.alerting.rules.rule_settings import RuleSettings
from rasid.alerting.rules.rules import parse_rules
from rasid.alerting.rules.samples import SAMPLES
from rasid.commands.rule_tests.file import load_tests
from rasid.commands.rule_tests.running import run_test
from rasid.runtime.bundled import bundled
from rasid_schemas.alerts import AlertReason

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
EXAMPLES = [line.removeprefix("when: ") for line in PAGE.splitlines() if line.startswith("when: ")]


def test_the_first_example_is_a_rule_file() -> None:
    [rule] = parse_rules(PAGE.split("```yaml\n")[1].split("```")[0], Path("rules.md"))
    assert rule.name == "troops-to-iraq"


def test_the_watchlists_are_a_rule_file_too() -> None:
    text = PAGE.split("## Watchlists")[1].split("```yaml\n")[1].split("```")[0]
    assert len(parse_rules(text, Path(__file__).parents[2] / "config" / "rules.yaml")) == 2


def test_the_tests_on_the_page_pass(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(bundled("rules.yaml").read_text("utf-8"), "utf-8")
    path = tmp_path / "page.test.yaml"
    path.write_text(PAGE.split("## Tests of rules")[1].split("```yaml\n")[1].split("```")[0], "utf-8")
    file = load_tests(path)
    assert [run_test(test, file.rules, timedelta(days=7)).differences for test in file.tests] == [(), ()]


def test_the_example_of_an_alerts_life_is_what_happens(tmp_path: Path) -> None:
    rules, tests = (each.split("```")[0] for each in PAGE.split("### An example")[1].split("```yaml\n")[1:3])
    (tmp_path / "rules.yaml").write_text(rules, "utf-8")
    (tmp_path / "page.test.yaml").write_text(tests, "utf-8")
    file = load_tests(tmp_path / "page.test.yaml")
    assert [run_test(test, file.rules, timedelta(days=7)).differences for test in file.tests] == [()]


def test_every_key_of_a_rule_is_on_the_page() -> None:
    table = PAGE.split("Every key of a rule")[1].split("## What a condition sees")[0]
    assert all(f"`{key}`" in table for key in RuleSettings.model_fields)


def test_every_reason_is_on_the_page() -> None:
    assert all(f"`{reason}`" in PAGE for reason in get_args(AlertReason))


@pytest.mark.parametrize("when", EXAMPLES)
def test_every_example_is_a_condition(when: str) -> None:
    text = f"rules:\n  - name: example\n    severity: info\n    when: {when}\n"
    assert parse_rules(text, Path("rules.md"))


def test_every_field_is_on_the_page_and_every_field_on_the_page_exists() -> None:
    table = PAGE.split("## What a condition sees")[1].split("## What is not known")[0]
    named = set(re.findall(r"`((?:event|cluster)\.\w+)`", table))
    assert named == {f"{variable}.{name}" for variable, field in VARIABLES.items() for name in field.fields}
    assert all(f"`{name}`" in table for name in (*PARTICIPANT_FIELDS, *REPORT_FIELDS))


def test_every_value_is_on_the_page() -> None:
    for field in VARIABLES["event"].fields.values():
        assert all(f"`{value}`" in PAGE for value in field.values)


@pytest.mark.parametrize(
    "text", [each for each in re.findall(r"`([^`\n]+)`", PAGE) if "event." in each and " " in each]
)
def test_every_condition_in_the_text_is_one(text: str) -> None:
    assert isinstance(compile_condition(text, tuple(map(facts, SAMPLES))), Condition)


def test_the_example_of_templates_is_a_rule_file_and_every_variable_is_on_the_page() -> None:
    section = PAGE.split("## What an alert says")[1].split("\n## ")[0]
    [rule] = parse_rules(section.split("```yaml\n")[1].split("```")[0], Path("rules.md"))
    assert set(rule.templates) == {"ar", "en"}
    assert all(f"`{name}`" in section for name in TEMPLATE_VARIABLES)

"""The rules that come with Rasid, by the tests that come with them."""

from datetime import timedelta
from pathlib import Path

import pytest

from rasid.commands.rule_tests.definitions import RuleTest
from rasid.commands.rule_tests.file import load_tests
from rasid.commands.rule_tests.running import run_test

FILE = load_tests(Path(__file__).parents[2] / "config" / "rules.test.yaml")


@pytest.mark.parametrize("test", FILE.tests, ids=lambda test: test.name)
def test_the_rules_raise_what_their_tests_expect(test: RuleTest) -> None:
    assert run_test(test, FILE.rules, timedelta(days=7)).differences == ()


def test_every_rule_is_seen_firing() -> None:
    firing = {alert.rule for test in FILE.tests for alert in test.expected if alert.status == "firing"}
    assert firing == {rule.name for rule in FILE.rules}


def test_every_rule_says_what_it_is_for() -> None:
    assert all(rule.description.endswith(".") for rule in FILE.rules)

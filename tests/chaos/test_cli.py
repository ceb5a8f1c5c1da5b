"""The suite's command line, where it starts no broker."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from chaos.cli import app
from chaos.scenarios import SCENARIOS

runner = CliRunner()


def test_the_scenarios_are_listed_with_what_they_do() -> None:
    told = runner.invoke(app, ["run", "--list"])
    assert told.exit_code == 0
    assert [line.split()[0] for line in told.stdout.splitlines()] == [each.name for each in SCENARIOS]


def test_an_unknown_scenario_is_a_usage_error_that_says_where_the_names_are() -> None:
    told = runner.invoke(app, ["run", "kill-everything"])
    assert told.exit_code == 2
    assert "kill-everything" in told.output
    assert "--list" in told.output


def test_a_file_that_has_no_place_for_the_table_is_told_at_once(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Nothing.\n")
    told = runner.invoke(app, ["run", "--table", str(page)])
    assert told.exit_code == 1
    assert "needs the lines" in told.stderr


@pytest.mark.parametrize("command", ["run", "bite"])
def test_help_has_an_example(command: str) -> None:
    told = runner.invoke(app, [command, "--help"])
    assert f"python -m chaos {command}" in told.stdout

"""What the suite tells people and programs."""

from pathlib import Path

import orjson
import pytest

from chaos.ledger import Account, Lost
from chaos.play import Outcome
from chaos.report import BEGIN, END, ReportError, in_lines, json_line, markdown, write_table


def outcome(name: str, events_lost: int = 0, fault: str | None = None) -> Outcome:
    lost = Lost(articles=0, events=events_lost, clusters=0, alerts=0, deliveries=0, dead_letters=0)
    account = Account(20_000, 20_000, 20_000, 18_000, 20_000, 0, lost, 0, 0, 7, 1)
    return Outcome(name, "what it does", 12.4, account, fault)


def test_a_row_has_every_count() -> None:
    assert markdown([outcome("poison", events_lost=3)]).splitlines()[-1] == (
        "| poison | 20,000 | 20,000 | 20,000 | 18,000 | 20,000 | 0 | 3 | 0 | 0 | 7 | 1 | 12 |"
    )


def test_a_json_line_says_whether_all_was_well() -> None:
    told = orjson.loads(json_line(outcome("poison", events_lost=3)))
    assert (told["scenario"], told["clean"]) == ("poison", False)
    assert (told["account"]["lost"]["events"], told["account"]["lost"]["total"]) == (3, 3)


def test_a_failed_test_ends_with_what_went_wrong() -> None:
    *before, fault, counts = in_lines(outcome("poison", 3, fault="a worker ended\nits last words")).splitlines()
    assert (before, fault) == (["its last words"], "a worker ended")
    assert "scenario poison" in counts
    assert "lost 3" in counts


def test_the_table_is_written_between_its_marks_and_keeps_the_rows_of_other_scenarios(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"Before.\n{BEGIN}\n{END}\nAfter.\n")
    write_table(page, [outcome("poison"), outcome("sigterm")])
    write_table(page, [outcome("poison", events_lost=3)])
    lines = page.read_text().splitlines()
    assert (lines[:2], lines[-2:]) == (["Before.", BEGIN], [END, "After."])
    assert [line.split("|")[1].strip() for line in lines[4:-2]] == ["poison", "sigterm"]
    assert "| 3 |" in lines[4]


def test_a_file_without_the_marks_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Nothing.\n")
    with pytest.raises(ReportError, match="needs the lines"):
        write_table(page, [outcome("poison")])
    assert page.read_text() == "Nothing.\n"

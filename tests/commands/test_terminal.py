"""What people see on a terminal."""

import io
from datetime import UTC, datetime

import pytest
from rich.console import Console
from rich.text import Text

from rasid.commands.explanations import show_explained
from rasid.commands.isolates import Wrapped, isolated
from rasid.commands.rows import Row, counted
from rasid.commands.tables import show_rows
from rasid.commands.terminal import Terminal, alert_lines, meeting_lines, troop_lines
from rasid.enrichment.explain.explanation import explain
from rasid.enrichment.pipeline import enrich
from rasid.runtime.records import Record
from rasid_schemas.articles import RawArticle
from rasid_schemas.codec import encode
from rasid_schemas.extraction import Evidence, Meeting, Participant, TroopAnnouncement
from rasid_schemas.topics import ALERTS
from support.alerts import alert

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def written(console: Console) -> str:
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def shown(text: object) -> str:
    console = Console(file=io.StringIO(), width=200)
    console.print(text)
    return written(console)


@pytest.mark.parametrize("control", ["\x1b[31m", "\u202e", "\u2066", "\u2069", "\x07", "\x9b"])
def test_an_article_cannot_move_the_cursor_or_turn_the_line(control: str) -> None:
    assert control[0] not in isolated(f"a{control}b").plain.strip("\u2068\u2069")


def test_arabic_stands_in_an_isolate() -> None:
    quote = "التقى الوزير السفير."
    evidence = (Evidence(start=0, end=len(quote), quote=quote),)
    people = (Participant(name="سامر الجبوري", role="رئيس الوزراء"), Participant(name="Paul Weber"))
    meeting = Meeting(participants=people, location="بغداد", country="IQ", date="2026-11-22", evidence=evidence,
                      confidence=0.9, rule="met")  # fmt: skip
    lines = shown(meeting_lines(meeting))
    for words in ("سامر الجبوري", "رئيس الوزراء", "بغداد", quote):
        assert f"\u2068{words}\u2069" in lines
    assert "[IQ]  2026-11-22" in lines


def test_what_turns_nothing_round_is_left_as_it_is_so_that_ids_can_be_copied() -> None:
    assert isolated("articles.raw.v1.dlq/3@17").plain == "articles.raw.v1.dlq/3@17"


def test_an_isolate_ends_with_its_line_and_goes_on_in_the_next() -> None:
    console = Console(file=io.StringIO(), width=40)
    console.print(Wrapped(alert_lines(alert(NOW).model_copy(update={"title": "لقاء بين الوزيرين في بغداد " * 5}))))
    lines = [line for line in written(console).split("\n") if "الوزيرين" in line]
    assert len(lines) > 2
    assert all(line.count("\u2068") == line.count("\u2069") > 0 for line in lines)


def test_what_does_not_fit_stands_as_far_in_as_its_line_begins() -> None:
    console = Console(file=io.StringIO(), width=20)
    console.print(Wrapped(Text("ALERT\n    \u2068one two three four five six\u2069")))
    assert written(console) == "ALERT\n    \u2068one two three\u2069\n    \u2068four five six\u2069\n"


ID = "6c9f1d6e-8f0e-4d0e-9d43-0a3b2f5f7c11"
ROW: Row = {"id": ID, "starts_at": NOW, "reason": "Summit week: we are on site", "note": None}


@pytest.mark.parametrize("width", [60, 80, 160])
def test_no_row_breaks_an_id(width: int) -> None:
    console = Console(file=io.StringIO(), width=width)
    show_rows(console, "silences", [ROW, ROW])
    shown_rows = written(console)
    assert shown_rows.count(ID) == 2
    assert "2026-11-24" in shown_rows
    assert "12:00:00Z" in shown_rows
    assert ("┃" in shown_rows) == (width > 60)


def test_a_message_is_shown_with_its_key(capsys: pytest.CaptureFixture[str]) -> None:
    told = alert(NOW)
    Terminal().record(Record(ALERTS.name, 0, 0, 0, told.alert_id.encode(), encode(told), ()))
    assert told.alert_id in capsys.readouterr().out


def test_one_is_told_from_many() -> None:
    assert [counted(number, "article") for number in (0, 1, 1200)] == ["0 articles", "1 article", "1,200 articles"]


def test_numbers_of_troops_are_told_apart() -> None:
    evidence = (Evidence(start=0, end=1, quote="x"),)
    growth = TroopAnnouncement(action="increase", status="announced", force="NATO", count=4000, count_from=500,
                               multiplier=8, approximate=True, evidence=evidence, confidence=0.9, rule="r")  # fmt: skip
    assert "about from 500 to 4,000 times 8" in shown(troop_lines(growth))


def test_the_isolates_of_an_alerts_own_text_are_kept() -> None:
    told = alert(datetime(2026, 11, 24, tzinfo=UTC)).model_copy(update={"title": "لقاء يوم \u206822\u2069"})
    assert "\u2068لقاء يوم \u206822\u2069\u2069" in shown(alert_lines(told))


def test_an_explanation_marks_the_evidence_and_puts_arabic_at_the_right() -> None:
    body = "التقى وزير الدفاع العراقي سامر الجبوري السفير الفرنسي في بغداد يوم الأحد.\nطقس مشمس غدا.\n"
    raw = RawArticle(uri="urn:a", body=body, published_at="2026-11-18")
    article = enrich(raw, datetime(2026, 11, 18, tzinfo=UTC)).article
    console = Console(file=io.StringIO(), width=100, force_terminal=True, color_system="standard")
    show_explained(console, article, explain(article))
    first = console.file.getvalue().split("\n")[1]  # type: ignore[attr-defined]
    assert first.startswith(" ")
    assert "\u2068\x1b[1;4;32mالتقى" in first
    assert first.rstrip().endswith("\u2069")


def test_long_arabic_is_cut_into_isolated_lines() -> None:
    article = enrich(RawArticle(uri="urn:a", body="كلام طويل " * 60), datetime(2026, 11, 18, tzinfo=UTC)).article
    console = Console(file=io.StringIO(), width=60)
    show_explained(console, article, ())
    lines = [line for line in console.file.getvalue().split("\n")[1:] if "كلام" in line]  # type: ignore[attr-defined]
    assert len(lines) > 5
    assert all(line.count("\u2068") == line.count("\u2069") == 1 for line in lines)

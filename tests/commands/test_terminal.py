"""What people see on a terminal."""

import io
from datetime import UTC, datetime

import pytest
from rich.console import Console

from rasid.commands.explanations import show_explained
from rasid.commands.terminal import alert_lines, isolated, meeting_lines, troop_lines
from rasid.enrichment.explain.explanation import explain
from rasid.enrichment.pipeline import enrich
from rasid_schemas.articles import RawArticle
from rasid_schemas.extraction import Evidence, Meeting, Participant, TroopAnnouncement
from support.alerts import alert


def shown(text: object) -> str:
    console = Console(file=io.StringIO(), width=200)
    console.print(text)
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


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
    for words in ("سامر الجبوري", "رئيس الوزراء", "Paul Weber", "بغداد", quote):
        assert f"\u2068{words}\u2069" in lines
    assert "[IQ]  2026-11-22" in lines


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

"""What `make bench` makes of its measurements: spreads, percentiles, the end of a burst, the page."""

from pathlib import Path

import pytest
from bench.performance.latencies import Latency, Window, back_after, matched, windows
from bench.performance.page import BEGIN, END, PageError, blocks, write_page
from bench.performance.part import Part, Target
from bench.performance.results import Circumstances, Results, ResultsError, circumstances, read_results, write_results
from bench.performance.spread import Figures, Spread, percentile
from hypothesis import given
from hypothesis import strategies as st

HERE = circumstances(is_quick=True)


class Speed(Figures):
    per_second: float


async def never(*_: object) -> Speed:
    raise AssertionError


PART = Part(
    "speed",
    "Speed",
    Speed,
    never,
    lambda speed: f"It does {speed.per_second:.0f}/s.",
    lambda speed: (Target("speed", ">= 7/s", f"{speed.per_second:.0f}/s", speed.per_second >= 7),),
)


def quick(since: float) -> Window:
    return Window(since=since, p50_ms=10, p99_ms=20)


def slow(since: float) -> Window:
    return Window(since=since, p50_ms=10, p99_ms=900)


def test_a_ratio_is_taken_within_each_round_since_a_slow_minute_slows_both() -> None:
    ratios = Spread.of_ratios([100, 50, 90], [200, 100, 100])
    assert (ratios.median, ratios.lowest, ratios.highest, ratios.rounds) == (0.5, 0.5, 0.9, 3)
    assert ratios.told(1) == "0.5 (0.5 to 0.9)"


def test_one_round_has_no_spread() -> None:
    assert Spread.of([1234.5]).told() == "1,234"


@pytest.mark.parametrize(("share", "value"), [(0.5, 50), (0.99, 99), (0.995, 100), (1.0, 100), (0.0, 1)])
def test_a_percentile_is_the_smallest_value_that_so_many_do_not_exceed(share: float, value: int) -> None:
    assert percentile(range(1, 101), share) == value


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0, 1))
def test_a_percentile_is_one_of_the_values_and_enough_are_no_larger(values: list[float], share: float) -> None:
    found = percentile(values, share)
    assert found in values
    assert sum(value <= found for value in values) >= share * len(values) - 1e-6


def test_an_alert_is_held_against_the_article_that_caused_it() -> None:
    assert matched({1: 10.0, 2: 11.0}, [(2, 11.5), (1, 10.25), (7, 99.0)]) == [Latency(11.0, 0.5), Latency(10.0, 0.25)]


def test_windows_go_by_when_the_articles_came() -> None:
    told = windows([Latency(100.0, 0.01), Latency(103.5, 0.9), Latency(102.1, 0.1)])
    assert [(w.since, w.p50_ms, w.p99_ms) for w in told] == [(0, 10, 10), (2, 100, 900)]


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ([slow(2), quick(10), quick(12)], 0),
        ([slow(2), slow(10), slow(12), quick(14)], 4),
        ([slow(10), quick(12), slow(14), quick(16)], 6),
        ([slow(10), slow(12)], None),
        ([quick(2)], None),
    ],
    ids=["at once", "when it is worked off", "for good", "not while watched", "nothing came after it"],
)
def test_a_burst_is_over_when_alerts_are_quick_again_for_good(told: list[Window], seconds: float | None) -> None:
    assert back_after(told, 10, limit_ms=500) == seconds


def test_what_is_not_measured_anew_stays(tmp_path: Path) -> None:
    other = Part("other", "Other", Speed, never, lambda _: "")
    before = Results().with_part(PART, HERE, Speed(per_second=5)).with_part(other, HERE, Speed(per_second=1))
    write_results(tmp_path / "results.json", before)
    after = read_results(tmp_path / "results.json").with_part(PART, HERE, Speed(per_second=8))
    assert (after.of(PART), after.of(other)) == (Speed(per_second=8), Speed(per_second=1))


def test_a_file_of_something_else_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "results.json").write_text("[]")
    with pytest.raises(ResultsError, match="no results of"):
        read_results(tmp_path / "results.json")


def test_the_page_keeps_what_people_wrote_and_says_what_was_missed(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    write_page(page, blocks([PART], Results().with_part(PART, HERE, Speed(per_second=5))))
    text = page.read_text()
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "old" not in text
    assert "| speed | >= 7/s | 5/s | **missed** |" in text
    assert "It does 5/s." in text


def test_a_part_that_was_never_measured_is_left_out(tmp_path: Path) -> None:
    write_page(tmp_path / "performance.md", blocks([PART], Results()))
    assert "## Speed" not in (tmp_path / "performance.md").read_text()


def test_a_page_without_its_marks_is_not_overwritten(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text("by hand")
    with pytest.raises(PageError, match="needs the lines"):
        write_page(page, [])


def test_figures_of_another_shape_are_not_shown() -> None:
    class Colour(Figures):
        name: str

    assert Results().with_part(PART, HERE, Colour(name="red")).of(PART) is None


def test_circumstances_say_where_it_was() -> None:
    assert isinstance(HERE, Circumstances)
    assert "cores" in HERE.machine

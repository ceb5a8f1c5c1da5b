"""What `make soak` makes of its samples: which are judged, and when memory or descriptors grow."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bench.soak.flow import MOST_AHEAD, Flow
from bench.soak.page import page
from bench.soak.records import Ending, Run, Sample, SamplesError, Start, WorkerSample, read_run
from bench.soak.verdict import MEGABYTE, faults

ALL_WELL = Ending(lost=0, repeated=0, events=9, clusters=9, alerts=5, alerts_lost=0, dead_letters=0)


def worker(megabytes: float, descriptors: int = 30) -> WorkerSample:
    rss = int(megabytes * MEGABYTE)
    return WorkerSample(rss=rss, uss=rss, descriptors=descriptors, threads=3, cpu=1.0)


def sample(articles: int, state: WorkerSample) -> Sample:
    return Sample(
        seconds=articles / 100, produced=articles, articles=articles, behind=0, posted=0, disk=0,
        workers={"alerting": state},
    )  # fmt: skip


def run(state: Callable[[int], WorkerSample], ending: Ending | None = ALL_WELL) -> Run:
    samples = tuple(sample(articles, state(articles)) for articles in range(0, 300_001, 1_000))
    return Run(start=Start(articles=300_000, cluster_horizon=60), samples=samples, ending=ending)


def test_a_worker_that_stays_as_it_is_has_no_fault() -> None:
    assert list(faults(run(lambda _: worker(200)))) == []


def test_growth_in_the_warm_up_is_no_fault() -> None:
    assert list(faults(run(lambda articles: worker(100 + min(articles, 50_000) / 1_000)))) == []


def test_growth_after_the_warm_up_is_a_fault() -> None:
    (fault,) = faults(run(lambda articles: worker(100 + articles / 10_000)))
    assert fault.startswith("alerting: memory grows, +10.0 MB per 100,000 articles")


def test_growth_that_is_small_beside_a_large_worker_is_a_fault_all_the_same() -> None:
    (fault,) = faults(run(lambda articles: worker(5_000 + articles / 4_000)))
    assert fault.startswith("alerting: memory grows, +25.0 MB per 100,000 articles")


def test_descriptors_that_grow_are_a_fault() -> None:
    (fault,) = faults(run(lambda articles: worker(200, 30 + articles // 50_000)))
    assert fault == "alerting: descriptors grow from 32 to 36"


@pytest.mark.parametrize(
    ("field", "fault"),
    [
        ("lost", "3 articles were lost"),
        ("alerts_lost", "3 alerts were lost"),
        ("dead_letters", "3 messages went to the dead letters"),
    ],
)
def test_what_is_lost_is_a_fault(field: str, fault: str) -> None:
    assert list(faults(run(lambda _: worker(200), ALL_WELL.model_copy(update={field: 3})))) == [fault]


def test_a_run_that_was_cut_short_is_read_and_said_to_be(tmp_path: Path) -> None:
    lines = [Start(articles=600, cluster_horizon=1), *(sample(number, worker(200)) for number in (0, 100, 200))]
    file = tmp_path / "soak.jsonl"
    file.write_text("".join(line.model_dump_json() + "\n" for line in lines) + '{"what":"sam')
    assert "**cut short after 200 of 600 articles**" in page(read_run(file))


def test_a_file_of_something_else_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "soak.jsonl"
    file.write_text('{"what":"else"}\n')
    with pytest.raises(SamplesError, match="line 1: not a line of `make soak`"):
        read_run(file)


def test_an_article_that_comes_again_is_counted_once() -> None:
    flow = Flow(total=5)
    for number in (0, 1, 1):
        flow.see(number)
    assert (flow.enriched, flow.repeated) == (2, 1)


def test_the_producer_waits_while_too_many_articles_do() -> None:
    flow = Flow(total=2 * MOST_AHEAD)
    for _ in range(MOST_AHEAD):
        flow.hand_in()
    full = flow.room.is_set()
    flow.see(0)
    assert (full, flow.room.is_set()) == (False, True)

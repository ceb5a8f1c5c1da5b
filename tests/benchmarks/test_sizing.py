"""What so many articles a day take."""

from dataclasses import replace

import pytest
from bench.performance.results import Results
from bench.performance.sizing import Constants, blocks, partitions

from rasid_schemas.topics import ARTICLES_ENRICHED, ARTICLES_RAW, CLUSTERS, CONTRACT_TOPICS

MEASURED = Constants(
    cpu_ms=7.0,
    worker_mb=200,
    topic_bytes={topic.name: 1_000.0 for topic in CONTRACT_TOPICS},
    events=0.5,
    events_per_second=1_000,
    alerting_mb=100,
    cluster_bytes=10_000,
)


@pytest.mark.parametrize(("daily", "workers"), [(1, 1), (864_000, 1), (864_001, 2), (8_640_000, 10)])
def test_workers_keep_up_with_ten_times_the_average_at_seven_tenths_of_a_core(daily: int, workers: int) -> None:
    assert MEASURED.workers(daily) == workers


def test_dearer_articles_take_more_workers() -> None:
    assert replace(MEASURED, cpu_ms=70).workers(864_000) == 10


@pytest.mark.parametrize(("workers", "wanted"), [(1, 12), (6, 12), (10, 20)])
def test_there_are_partitions_for_twice_as_many_workers(workers: int, wanted: int) -> None:
    assert partitions(workers) == wanted


def test_disk_is_what_is_kept_three_times() -> None:
    assert MEASURED.gigabytes(1_000_000, ARTICLES_RAW) == pytest.approx(7 * 3)
    assert MEASURED.gigabytes(1_000_000, ARTICLES_ENRICHED) == pytest.approx(30 * 3)


def test_what_is_kept_for_ever_is_shown_for_a_year() -> None:
    assert MEASURED.gigabytes(1_000_000, CLUSTERS) == pytest.approx(365 * 3)


def test_alerting_remembers_the_clusters_of_seven_days() -> None:
    assert MEASURED.alerting_megabytes(100_000) == pytest.approx(100 + 50_000 * 7 * 0.01)


def test_the_page_has_a_line_for_each_number_of_articles() -> None:
    text = "\n".join(blocks(MEASURED))
    assert "| 1,000,000 | 116/s | 2 | 12 | 400 MB | 57.9 | 6% | 35.1 GB |" in text


def test_nothing_is_reckoned_from_half_of_the_results() -> None:
    assert Constants.of(Results()) is None

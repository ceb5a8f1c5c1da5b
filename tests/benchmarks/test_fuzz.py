"""The fuzz command: the same messages each time, nothing found in a few hundred, and what is found is kept."""

from pathlib import Path

from bench.fuzz.findings import Counts, Finding, Timed, save, saved
from bench.fuzz.inspection import inspect
from bench.fuzz.messages import message
from bench.fuzz.worker import Job

from rasid_schemas.topics import ARTICLES_RAW


def test_a_number_always_gives_the_same_message() -> None:
    assert [message(7, number) for number in range(50)] == [message(7, number) for number in range(50)]
    assert message(7, 1) != message(8, 1)


def test_nothing_is_found_in_some_hundred_messages() -> None:
    outcomes = {inspect(message(2, number), again=number % 8 == 0) for number in range(300)}
    assert {"enriched", "events", "not-json", "wrong-type"} <= outcomes


def test_workers_share_the_numbers_and_skip_what_hangs() -> None:
    jobs = [Job(1, first, 10, 3, frozenset({4}), 0) for first in range(3)]
    assert sorted(number for job in jobs for number in job.numbers()) == [0, 1, 2, 3, 5, 6, 7, 8, 9]


def test_a_finding_is_kept_to_be_replayed(tmp_path: Path) -> None:
    for number in range(20):
        path = save(tmp_path, 3, Finding(number, "hang", "longer than 60 s"))
        assert saved(path) == message(3, number)


def test_any_file_may_be_replayed(tmp_path: Path) -> None:
    path = tmp_path / "page.json"
    path.write_bytes(b"[")
    assert saved(path).topic is ARTICLES_RAW
    assert inspect(saved(path), again=True) == "not-json"


def test_counts_of_workers_add_up() -> None:
    one, other = Counts(), Counts()
    one.add(Timed(0.1, 1, 10), "enriched")
    other.add(Timed(0.3, 2, 20_000), "not-json")
    one.merge(other)
    assert (one.messages, one.bytes, dict(one.outcomes)) == (2, 20_010, {"enriched": 1, "not-json": 1})
    assert (one.slowest.number, one.slowest_for_its_size.number) == (2, 2)

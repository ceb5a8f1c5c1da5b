"""What the measuring itself must get right; how fast anything is, no test says."""

import gzip
from pathlib import Path

import orjson
import pytest
from bench.corpus import CorpusError, read_corpus
from bench.timing import Timed, in_turns, slope


@pytest.mark.parametrize(("exponent", "tolerance"), [(1.0, 1e-9), (2.0, 1e-9)])
def test_the_slope_is_the_exponent_of_growth(exponent: float, tolerance: float) -> None:
    assert slope({size: 0.003 * size**exponent for size in (500, 1000, 4000, 64000)}) == pytest.approx(
        exponent, abs=tolerance
    )


def test_ways_take_turns() -> None:
    order: list[str] = []
    timed = in_turns({"a": lambda: order.append("a"), "b": lambda: order.append("b")}, 2, lambda: None)
    assert order == ["a", "b", "a", "b", "a", "b"]
    assert [(t.name, len(t.seconds)) for t in timed] == [("a", 2), ("b", 2)]


def test_the_median_is_the_round_in_the_middle() -> None:
    assert Timed("a", (3.0, 1.0, 2.0)).median == 2.0


def test_a_corpus_is_drawn_alike_each_time(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl.gz"
    lines = [orjson.dumps({"uri": f"urn:{n}", "body": "Ministers met."}) for n in range(30)]
    path.write_bytes(gzip.compress(b"\n".join(lines)))
    drawn = [article.uri for article in read_corpus(path, 5)]
    assert len(set(drawn)) == 5
    assert drawn == [article.uri for article in read_corpus(path, 5)]


def test_a_corpus_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"nowhere\.jsonl: no articles there"):
        read_corpus(tmp_path / "nowhere.jsonl", 5)

"""`make eval` on a gold set of a few made-up articles, with a measure as simple as can be."""

from pathlib import Path

import orjson
import pytest
from bench.evaluate import app
from bench.gold import GoldError, load_scorer, read_gold, read_unseen, split
from bench.scoring import score_part
from typer.testing import CliRunner, Result

SCORER = """
def match(kind, gold, predicted):
    pairs = min(len(gold), len(predicted))
    return [(i, i) for i in range(pairs)]


def prf(hits, predicted, gold):
    p, r = hits / predicted if predicted else 0.0, hits / gold if gold else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"precision": p, "recall": r, "f1": f1, "gold": gold, "predicted": predicted, "hits": hits}


def evaluate(gold_articles, predictions):
    hits = predicted = gold = 0
    errors = []
    for article in gold_articles:
        for kind in ("meetings", "troop_announcements"):
            found = predictions[article["id"]][kind]
            hits += len(match(kind, article[kind], found))
            predicted, gold = predicted + len(found), gold + len(article[kind])
            errors += [(article["id"], "missed", kind, event) for event in article[kind][len(found):]]
    event = prf(hits, predicted, gold)
    intervals = {"event": [0.1, 0.9], "slot": [0.2, 0.8]}
    return {"all": {"event": event, "slot": event, "interval": intervals, "evidence": 1.0, "slots": {}}}, errors
"""

MET = "The Jordanian king met the Egyptian president in Aqaba on Monday."
SECRET = "A secret sentence that nobody who works on the extractor may read."


def line(article_id: str, text: str, meetings: int) -> bytes:
    event = {"participants": [], "evidence": [[0, len(text)]]}
    article = {
        "id": article_id, "lang": "en", "outlet": "The Daily", "published_at": "2026-11-24", "text": text,
        "meetings": [event] * meetings, "troop_announcements": [],
    }  # fmt: skip
    return orjson.dumps(article) + b"\n"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold set of three articles; the last stays unread."""
    path = tmp_path / "gold.jsonl"
    path.write_bytes(line("a", MET, 1) + line("b", "Rain fell on the coast.", 1) + line("c", SECRET, 1))
    (tmp_path / "split.json").write_bytes(orjson.dumps({"unseen": ["c"]}))
    (tmp_path / "score.py").write_text(SCORER)
    return path


def run(gold: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--gold", str(gold), "--split", str(gold.parent / "split.json"), *arguments])


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [orjson.loads(told) for told in result.stdout.splitlines()]


def test_both_parts_are_scored(gold: Path) -> None:
    figures = [told for told in lines(run(gold)) if told["what"] == "figures"]
    assert [(f["part"], f["group"], f["event"]["gold"]) for f in figures] == [  # type: ignore[index]
        ("work", "all", 2),
        ("unseen", "all", 1),
    ]


def test_every_event_falls_into_one_band(gold: Path) -> None:
    told = lines(run(gold))
    found = sum(f["event"]["predicted"] for f in told if f["what"] == "figures")  # type: ignore[index]
    bands = [t for t in told if t["what"] == "band" and t["type"] == "all"]
    assert sum(int(str(band["events"])) for band in bands) == found


def test_errors_of_the_work_part_are_listed(gold: Path) -> None:
    errors = [told for told in lines(run(gold, "--errors", "work")) if told["what"] == "error"]
    assert [(error["article"], error["error"]) for error in errors] == [("b", "missed")]


@pytest.mark.parametrize("part", ["unseen", "all", "test"])
def test_other_errors_are_refused(gold: Path, part: str) -> None:
    result = run(gold, "--errors", part)
    assert result.exit_code == 2
    assert f"the errors of '{part}' are not shown" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["--json"], ["--errors", "work"]])
def test_texts_of_unseen_articles_are_never_shown(gold: Path, arguments: list[str]) -> None:
    assert "secret" not in run(gold, *arguments).output


def test_the_errors_of_an_unseen_part_are_not_even_kept(gold: Path) -> None:
    work, unseen = split(read_gold(gold), read_unseen(gold.parent / "split.json"))
    scorer = load_scorer(gold.parent / "score.py")
    assert (len(score_part(work, scorer).errors), score_part(unseen, scorer).errors) == (1, ())


def test_a_missing_gold_set_is_told(tmp_path: Path) -> None:
    result = run(tmp_path / "gold.jsonl")
    assert result.exit_code == 2
    assert "no gold set there" in result.stderr
    assert "GOLD=" in result.stderr


def test_a_missing_measure_is_told(gold: Path) -> None:
    (gold.parent / "score.py").unlink()
    assert "score.py: the measure is not there" in run(gold).stderr


@pytest.mark.parametrize("broken", [b"{", b"[]", b'{"id": "a"}', b"7"])
def test_a_broken_gold_set_is_told_by_line(gold: Path, broken: bytes) -> None:
    gold.write_bytes(line("a", MET, 1) + broken)
    with pytest.raises(GoldError, match=r"gold\.jsonl:2: "):
        read_gold(gold)


@pytest.mark.parametrize("broken", [b"{", b"{}", b"[]"])
def test_a_broken_split_is_told(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "split.json").write_bytes(broken)
    with pytest.raises(GoldError, match="the split cannot be read"):
        read_unseen(tmp_path / "split.json")

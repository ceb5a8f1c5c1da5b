"""Verdicts on events of the corpus, met with the events that are found there now."""

from pathlib import Path

import orjson
from bench.judged import JUDGED, judged_events, read_verdicts

TOLD = "The Jordanian king met the Egyptian president in Aqaba on Monday."
BODY = f"{TOLD} Rain fell on the coast."


def verdict(start: int, end: int, right: bool) -> bytes:
    where = {"uri": "urn:a", "type": "meetings", "start": start, "end": end}
    return orjson.dumps(where | {"right": right, "reading": "first"})


def test_a_verdict_goes_to_the_event_at_its_place(tmp_path: Path) -> None:
    corpus, verdicts = tmp_path / "corpus.jsonl", tmp_path / "verdicts.jsonl"
    corpus.write_bytes(orjson.dumps({"uri": "urn:a", "body": BODY, "language": "en", "published_at": "2026-11-24"}))
    verdicts.write_bytes(verdict(0, len(TOLD), True) + b"\n" + verdict(len(TOLD) + 1, len(BODY), False) + b"\n")
    [(event, right)] = judged_events(read_verdicts(verdicts), corpus)
    assert (event.evidence[0].start, right) == (0, True)


def test_the_verdicts_of_the_project_hold_no_words_of_articles() -> None:
    fields = {"uri", "type", "start", "end", "right", "reading"}
    assert all(orjson.loads(line).keys() == fields for line in JUDGED.read_bytes().splitlines())
    assert {v.uri.partition(":")[0] for v in read_verdicts()} == {"urn"}

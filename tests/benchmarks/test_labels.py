"""Articles of the corpus with marked events, told by spans alone."""

from pathlib import Path

import orjson
from bench.labels import LABELS, marked_parts

BODY = "King Samir met Nora Byrne in Aqaba on Monday."
EVENT = {
    "evidence": [[9, 53]],
    "participants": [{"name": [14, 19], "role": [9, 13], "affiliation": "JO"}, {"name": [24, 34]}],
    "status": "held",
    "location": [38, 43],
}


def test_spans_become_the_words_of_the_article(tmp_path: Path) -> None:
    corpus, labels = tmp_path / "corpus.jsonl", tmp_path / "labels.jsonl"
    corpus.write_bytes(orjson.dumps({"uri": "urn:a", "headline": "Headline", "body": BODY, "language": "en"}))
    line = {"uri": "urn:a", "lang": "en", "kind": "meetings", "part": "labelled", "events": [EVENT]}
    gone = {"uri": "urn:gone", "lang": "en", "kind": "meetings", "part": "blind", "events": []}
    labels.write_bytes(orjson.dumps(line) + b"\n" + orjson.dumps(gone))
    [part] = marked_parts(labels, corpus)
    assert (part.name, part.readable) == ("labelled", True)
    [article] = part.articles
    [meeting] = article.record["meetings"]
    assert article.kinds == ("meetings",)
    assert meeting["participants"][0] == {"name": "Samir", "role": "King", "affiliation": "JO"}
    assert meeting["participants"][1] == {"name": "Nora Byrne", "role": None, "affiliation": None}
    assert (meeting["location"], meeting["country"], meeting["date"]) == ("Aqaba", None, None)


def test_without_the_corpus_there_are_no_such_parts(tmp_path: Path) -> None:
    assert marked_parts(LABELS, tmp_path / "missing.jsonl") == ()


def test_the_labels_hold_no_words_of_articles() -> None:
    said = {
        name
        for line in LABELS.read_bytes().splitlines()
        for event in orjson.loads(line)["events"]
        for one in (event, *event.get("participants", ()))
        for name in ("name", "role", "location", "force")
        if not isinstance(one.get(name, []), list)
    }
    assert said == set()

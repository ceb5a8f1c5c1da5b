"""Judged pairs of events, and how the clusters fare by them."""

from bench.clusters import Score, clusters_of, score
from bench.pairs import Pair, Told, found, read_pairs

from rasid.alerting.clusters.fold import HORIZON
from rasid_schemas.events import Event
from support.events import meeting

ONE = meeting("a", "Hala al-Mansouri", "Eva Nordgren", date="2024-05-20")
SAME = meeting("b", "Hala al-Mansouri", "Eva Nordgren", date="2024-05-20")
OTHER = meeting("c", "Hala al-Mansouri", "Omar Zaki", date="2024-05-20")


def told(event: Event, event_id: str | None = None, start: int = 0) -> Told:
    return Told(uri=event.article.uri, event_id=event_id or event.event_id, start=start, end=start + 5)


def pair(one: Told, other: Told, same: bool) -> Pair:
    return Pair(one=one, other=other, type="meeting", languages="en-en", same=same, drawn="told", part="develop")


def test_the_pairs_are_many_of_both_kinds_and_halves() -> None:
    pairs = read_pairs()
    assert len(pairs) >= 300
    assert {(each.part, each.same) for each in pairs} == {
        (part, same) for part in ("develop", "held-out") for same in (True, False)
    }


def test_an_event_is_known_by_its_id_else_by_its_place() -> None:
    moved = pair(told(ONE, event_id="of before"), told(SAME), same=True)
    elsewhere = pair(told(ONE, event_id="of before", start=500), told(SAME), same=True)
    assert [(one.event_id, other.event_id) for _, one, other in found([moved, elsewhere], [ONE, SAME])] == [
        (ONE.event_id, SAME.event_id)
    ]


def test_pairs_are_scored_by_what_became_one_cluster() -> None:
    pairs = [pair(told(ONE), told(SAME), same=True), pair(told(ONE), told(OTHER), same=False)]
    events = (ONE, SAME, OTHER)
    figures = score(found(pairs, events), clusters_of(events, HORIZON))
    assert figures == Score(joined_rightly=1, kept_apart_rightly=1)
    assert (figures.precision, figures.recall, figures.f1) == (1, 1, 1)

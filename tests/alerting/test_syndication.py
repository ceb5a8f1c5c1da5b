"""Copies of one agency's text are one source, whoever prints them."""

from base64 import urlsafe_b64encode

import pytest

from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.clusters.syndication import Sources, read_fingerprint
from rasid.enrichment.text.fingerprint import fingerprint as fingerprint_of
from rasid_schemas.extraction import Section
from support.events import at, meeting

AGENCY = (
    "Defence minister Sami al-Halabi met NATO mission commander Eva Nordgren in Baghdad on Monday. They spoke about "
    "the training of border guards and about the bridge at the northern crossing, which has been closed since spring. "
    "A second round of talks would follow in the autumn, a statement of the ministry said, without giving a day."
)
SHORTENED = AGENCY[: AGENCY.index(" A second round")]
OWN = (
    "NATO's commander in Iraq, Eva Nordgren, called on Sami al-Halabi on Monday, her first visit to the defence "
    "ministry since she took over. The two discussed border posts, diplomats in the Iraqi capital told this paper, "
    "but not the question of how long her soldiers are to stay, which parliament has put off until next month."
)


def fingerprint(text: str) -> str | None:
    return fingerprint_of(text, [Section(start=0, end=len(text), kind="body")])


def made_of(runs: int, first: int, length: int = 128) -> str:
    """A fingerprint of so many runs that agrees with others in what comes behind the first so many places."""
    signature = bytes(runs % 256 if place < first else 7 for place in range(length))
    return f"2:{runs}:{urlsafe_b64encode(signature).decode().rstrip('=')}"


@pytest.mark.parametrize(
    ("texts", "sources"),
    [
        pytest.param((AGENCY, AGENCY), 1, id="a copy"),
        pytest.param((AGENCY, AGENCY.replace("Monday", "May 20").replace("would", "will")), 1, id="a copy, edited"),
        pytest.param((AGENCY, SHORTENED), 1, id="a copy, cut short"),
        pytest.param((SHORTENED, AGENCY), 1, id="cut short, then the whole"),
        pytest.param((AGENCY, OWN), 2, id="in words of their own"),
        pytest.param((AGENCY, OWN, AGENCY, OWN), 2, id="two texts, copied by two more"),
        pytest.param((AGENCY, None, None), 3, id="texts that have no fingerprint"),
    ],
)
def test_outlets_with_a_text_of_their_own_are_sources(texts: tuple[str | None, ...], sources: int) -> None:
    told = [(f"outlet {number}", fingerprint(text) if text else None) for number, text in enumerate(texts)]
    assert Sources(told).count == sources


def test_an_outlet_is_one_source_however_often_it_writes() -> None:
    assert Sources([("Tigris Daily", fingerprint(AGENCY)), ("Tigris Daily", fingerprint(OWN))]).count == 1


def test_an_outlet_that_copied_first_becomes_a_source_with_words_of_its_own() -> None:
    copied = [("Agency", fingerprint(AGENCY)), ("Tigris Daily", fingerprint(AGENCY))]
    assert Sources(copied).count == 1
    assert Sources([*copied, ("Tigris Daily", fingerprint(OWN))]).count == 2


def test_few_common_places_are_chance_however_short_the_one_text() -> None:
    assert Sources([("one", made_of(2000, 115)), ("other", made_of(10, 115))]).count == 2


@pytest.mark.parametrize("told", [None, "", "2", "2:many:AAAA", "2:10:A", "2:10:Ä", "2:10:"])
def test_what_is_no_fingerprint_compares_with_nothing(told: str | None) -> None:
    assert read_fingerprint(told) is None or Sources([("one", told), ("other", made_of(10, 0))]).count == 2
    assert Sources([("one", told), ("other", told)]).count == 2


def test_fingerprints_of_two_versions_do_not_compare() -> None:
    told = made_of(40, 0)
    assert Sources([("one", told), ("other", f"3{told[1:]}")]).count == 2


def test_a_cluster_counts_articles_and_sources() -> None:
    clusters = ClusterFold()
    texts = (("Agency", AGENCY), ("Tigris Daily", SHORTENED), ("The Observer", OWN))
    last = [
        clusters.apply(
            meeting(outlet, "Sami al-Halabi", "Eva Nordgren", source=outlet, fingerprint=fingerprint(text)), at()
        )
        for outlet, text in texts
    ][-1]
    assert last is not None
    assert (last.articles, last.sources) == (3, 2)

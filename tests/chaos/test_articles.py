"""What the suite knows of its articles beforehand holds."""

from collections import Counter

from chaos.articles import known_articles, mixed_in, poison, too_large
from chaos.expectation import expected_of

MANY = 20_000


def test_each_article_has_one_event_of_its_own() -> None:
    articles = list(known_articles(60))
    expected = expected_of(articles)
    assert len(expected.stories) == len(expected.uris) == 60


def test_one_article_in_five_shares_its_meeting_with_two_others() -> None:
    tellings = Counter(article.story for article in known_articles(MANY))
    assert Counter(tellings.values()) == {1: 16_000, 2: 2, 3: 1_332}
    assert len({article.value for article in known_articles(MANY)}) == MANY


def test_poison_is_expected_in_the_dead_letters_with_its_bytes() -> None:
    mixed = mixed_in(list(known_articles(100)), poison(3), every=50)
    assert [article.key for article in mixed if article.is_refused] == ["urn:poison:0", "urn:poison:1"]
    assert expected_of(mixed).dead_letters["urn:poison:0"] == b"{not json"


def test_an_article_that_is_too_large_is_larger_than_that() -> None:
    [article] = too_large(1, 10_000)
    assert len(article.value) > 10_000

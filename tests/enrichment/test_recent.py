"""The two persons named last, whom "the two leaders" may mean. Our own sentences."""

from hypothesis import given
from hypothesis import strategies as st

from rasid.enrichment.extract.article import read_article
from rasid.enrichment.extract.recent import NamedLast
from rasid.enrichment.text.reading import read_document

SENTENCES = (
    "German Chancellor Anna Keller spoke.",
    "Turkish President Orhan Demir left with Kenyan President Amos Kiptoo.",
    "It rained in Oslo.",
    "Keller and Foreign Minister Paula Stone stayed.",
)


def test_a_third_takes_the_place_of_the_first() -> None:
    views = read_article(read_document(" ".join(SENTENCES), "en", None, None, None)).views
    named = NamedLast(views)
    said = [[actor.name for actor in named.before(position)] for position in range(4)]
    assert said == [[], ["Anna Keller"], ["Orhan Demir", "Amos Kiptoo"], ["Orhan Demir", "Amos Kiptoo"]]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12), st.data())
def test_asking_seldom_and_often_gives_the_same(sentences: list[str], data: st.DataObject) -> None:
    """Sentences that nobody asked about are read when somebody asks."""
    views = read_article(read_document(" ".join(sentences), "en", None, None, None)).views
    positions = range(len(views) + 1)
    often = NamedLast(views)
    every = [often.before(position) for position in positions]
    asked = sorted(data.draw(st.sets(st.sampled_from(positions))))
    seldom = NamedLast(views)
    assert [seldom.before(position) for position in asked] == [every[position] for position in asked]

"""Where an actor may begin: what no rule is asked for, no rule would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from rasid.enrichment.extract.chart import Chart, chart_of
from rasid.enrichment.languages.ar import actors as arabic
from rasid.enrichment.languages.ar.counterparts import counterpart_at
from rasid.enrichment.languages.ar.entitled import titled_at
from rasid.enrichment.languages.ar.groups import group_at as arabic_group_at
from rasid.enrichment.languages.ar.named import named_at
from rasid.enrichment.languages.ar.words import PREFIXES, clitics_before, words_of
from rasid.enrichment.languages.en import actors as english
from rasid.enrichment.languages.en.groups import group_at
from rasid.enrichment.languages.en.titles import title_at
from rasid.enrichment.text.reading import read_document

ENGLISH = re.findall(
    r"\S+",
    "Kenya Kenyan NATO Mombasa President minister Secretary General former senior his counterpart Kate Archer "
    "officials lawmakers farmers delegation of the and ' s , . said met with about harbour Paul chief",
)
ARABIC = re.findall(
    r"\S+",
    "وزير الوزير الخارجية رئيس الأمير الفريق العراق العراقي لمصر القاهرة وبغداد الناتو نظيره وفد بوفد عدد من "
    "كمال خالد بن عبدالله التقى مع بين دول ودول المسؤولين القادة في ، .",
)


def _chart(words: list[str], language: str) -> Chart:
    return chart_of(read_document(" ".join(words), language, None, None, None))


@given(st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=30))
def test_a_country_begins_a_title_or_group_only_where_one_is_ahead(words: list[str]) -> None:
    chart = _chart(words, "en")
    for token in chart.marks["country"]:
        rules = [rule.__name__ for rule in english.rules_by_token(chart)[token]]
        assert title_at(chart, token, len(chart.tokens)) is None or "_titled_at" in rules
        assert group_at(chart, token, len(chart.tokens)) is None or "_group_at" in rules


@given(st.lists(st.sampled_from(ARABIC), min_size=1, max_size=30))
def test_arabic_rules_that_are_not_asked_find_nobody(words: list[str]) -> None:
    chart = _chart(words, "ar")
    rules = arabic.rules_by_token(chart)
    for token in chart.marked | rules.keys():
        for rule in (counterpart_at, titled_at, named_at, arabic_group_at):
            assert rule in rules.get(token, ()) or rule(chart, token, len(chart.tokens)) is None


@given(st.sampled_from(PREFIXES), st.sampled_from(sorted(words_of("group"))))
def test_clitics_leave_a_word_of_the_class(clitics: str, word: str) -> None:
    found = clitics_before(clitics + word, "group")
    assert found is not None
    assert (clitics + word).removeprefix(found) in words_of("group")


def test_the_article_is_doubled_behind_a_preposition() -> None:
    assert clitics_before("للمسوولين", "group") == "ل"
    assert clitics_before("وللمسوولين", "group") == "ول"

"""A sentence without a word that starts a rule is not asked for meetings; asked, it would tell none. Our own words."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rasid.enrichment.extract.article import read_article
from rasid.enrichment.extract.meetings import find_meetings
from rasid.enrichment.languages.ar import triggers as ar_triggers
from rasid.enrichment.languages.en import meetings as en_meetings
from rasid.enrichment.text.reading import read_document

PHRASES = {
    "ar": (
        "الرئيس الكيني عمر كيبتو|وزير الخارجية المصري سامر الخالدي|وفد تركي|أمس|في القاهرة|مع|بين|و|الذي|،|.|"
        "اجتماعا|القمة|التقى|مباحثات|خلال اللقاء|الجانبان|بحث"
    ),
    "en": (
        "German Chancellor Anna Keller|Turkish President Orhan Demir|Kenyan officials|he|they|on Tuesday|in Oslo|with|"
        "between|and|who|,|.|talks|the meeting|met|a summit|forces"
    ),
}
HOLDING = {
    "ar": sorted(ar_triggers.triggers().keys() - ar_triggers.starters()),
    "en": sorted(en_meetings.rules().keys() - en_meetings.starters()),
}


def texts(language: str) -> st.SearchStrategy[tuple[str, str]]:
    """Texts of phrases and words of holding, each with its language."""
    words = st.sampled_from(PHRASES[language].split("|")) | st.sampled_from(HOLDING[language])
    return st.lists(words, min_size=1, max_size=24).map(lambda said: (language, " ".join(said)))


@given(texts("ar") | texts("en"))
def test_asking_every_sentence_finds_the_same(told: tuple[str, str]) -> None:
    """Words of holding tell a meeting only beside its noun, which starts a rule of its own."""
    language, text = told
    article = read_article(read_document(text, language, date(2024, 3, 6), None, None))
    every_word = frozenset(article.chart.tokens.words)
    asked = replace(article, grammar=replace(article.grammar, triggers=every_word))
    assert find_meetings(article) == find_meetings(asked)

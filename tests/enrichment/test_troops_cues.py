"""Sentences that are not read for troops would tell nothing of any; our own words."""

from hypothesis import example, given
from hypothesis import strategies as st

from rasid.enrichment.extract.troop_candidates import CandidateFinder
from rasid.enrichment.extract.troop_cues import Cued, cued_sentences
from rasid.enrichment.extract.troop_evidence import pieces
from rasid.enrichment.extract.troop_words import troop_words
from rasid.enrichment.text.document import Document
from rasid.enrichment.text.reading import read_document

PHRASES = {
    "ar": (
        "القوات الأمريكية|جنود|500 جندي|من العراق|في مالي|روسيا|الولايات المتحدة|منها|عددهم|2000|نحو ثلاثة آلاف|"
        "إضافيين|ستنسحب|الانسحاب الأمريكي من العراق|قال|.|.|."
    ),
    "en": (
        "American forces|troops|300 soldiers|in Mali|from Iraq|Italy|the United States|their|2,000|thousands of|more|"
        "have|to|U.S. withdrawal from Syria|out of|said|.|.|."
    ),
}
TRIGGERS = {language: sorted(troop_words(language).triggers) for language in PHRASES}


def documents(language: str) -> st.SearchStrategy[Document]:
    """Sentences of forces, places, numbers and words that tell a change of troops."""
    words = st.sampled_from(PHRASES[language].split("|")) | st.sampled_from(TRIGGERS[language])
    return st.lists(words, min_size=1, max_size=40).map(
        lambda said: read_document(" ".join(said), language, None, None, None)
    )


OTHERS = "Italy will send 300 soldiers to Mali. It has sent 2,000 more."


@given(documents("ar") | documents("en"))
@example(read_document(OTHERS, "en", None, None, None))
def test_reading_every_sentence_finds_the_same(document: Document) -> None:
    """Sentences far from any force, and those that name one and tell nothing of it, give no candidate."""
    sentences = document.evidence_sentences()
    every = [Cued(piece, telling=True) for sentence in sentences for piece in pieces(document, sentence)]
    cued = cued_sentences(document, troop_words(document.language))
    assert list(CandidateFinder(document).candidates(cued)) == list(CandidateFinder(document).candidates(every))

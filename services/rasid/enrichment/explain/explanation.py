"""The one way in: an enriched article, and why each of its events is as it is."""

from rasid.enrichment.explain.meetings import meeting_origins
from rasid.enrichment.explain.origins import Explanation
from rasid.enrichment.explain.troops import troop_origins
from rasid.enrichment.extract.article import read_article
from rasid.enrichment.extract.confidence import points
from rasid.enrichment.pipeline import LANGUAGES
from rasid.enrichment.text.reading import read_document
from rasid_schemas.articles import EnrichedArticle


def explain(enriched: EnrichedArticle) -> tuple[Explanation, ...]:
    """Its meetings, then its troop announcements. The article is read once more; nothing in it is changed."""
    if enriched.language not in LANGUAGES or not enriched.text.strip():
        return ()
    published_on = enriched.published_at.date() if enriched.published_at else None
    document = read_document(enriched.text, enriched.language, published_on, enriched.source, enriched.headline)
    article = read_article(document)
    meetings = (Explanation(m, meeting_origins(article, m), points(m)) for m in enriched.meetings)
    troops = (Explanation(t, troop_origins(document, t), points(t)) for t in enriched.troop_announcements)
    return (*meetings, *troops)

"""Why each field of an event is as it is."""

from datetime import UTC, datetime

import pytest

from rasid.enrichment.explain.explanation import explain
from rasid.enrichment.explain.origins import Explanation
from rasid.enrichment.extract.confidence import confidence
from rasid.enrichment.pipeline import enrich
from rasid_schemas.articles import EnrichedArticle, RawArticle

ARABIC = (
    "وزير الخارجية العراقي يلتقي نظيره التركي في أنقرة\n"
    "التقى وزير الخارجية العراقي فؤاد سالم الجميلي، يوم الثلاثاء، نظيره التركي مراد أيدن في أنقرة.\n"
    "وقال الجميلي إن بلاده ترحب بقرار الناتو إرسال نحو 600 جندي إضافي إلى بغداد.\n"
)
ENGLISH = (
    "Kenyan president James Otieno met German Chancellor Anna Keller in Berlin on Monday.\n"
    "Germany will withdraw about 900 soldiers from Mali by the end of 2027, Keller said.\n"
)


def explained(text: str) -> tuple[EnrichedArticle, tuple[Explanation, ...]]:
    raw = RawArticle(uri="urn:a", body=text, published_at="2026-11-18")
    article = enrich(raw, datetime(2026, 11, 18, tzinfo=UTC)).article
    return article, explain(article)


@pytest.mark.parametrize(
    ("text", "number", "field", "words"),
    [
        (ARABIC, 0, "participants[0].affiliation", "العراقي"),
        (ARABIC, 0, "participants[1].role", "نظيره التركي"),
        (ARABIC, 0, "location", "أنقرة"),
        (ARABIC, 0, "date", "الثلاثاء"),
        (ARABIC, 1, "count_delta", "600"),
        (ARABIC, 1, "force_affiliation", "الناتو"),
        (ARABIC, 1, "country", "بغداد"),
        (ENGLISH, 0, "status", "president James Otieno met"),
        (ENGLISH, 0, "participants[1].name", "Anna Keller"),
        (ENGLISH, 0, "country", "Berlin"),
        (ENGLISH, 0, "date", "Monday"),
        (ENGLISH, 1, "action", "Germany will withdraw"),
        (ENGLISH, 1, "count", "900"),
        (ENGLISH, 1, "approximate", "900"),
        (ENGLISH, 1, "location", "Mali"),
        (ENGLISH, 1, "date", "2027"),
    ],
)
def test_a_field_rests_on_words_of_the_article(text: str, number: int, field: str, words: str) -> None:
    article, explanations = explained(text)
    origin = next(o for o in explanations[number].origins if o.field == field)
    told = article.text[origin.start : origin.end]
    assert told.endswith(words) if field in ("status", "action", "date") else told == words


def test_a_short_name_tells_that_the_full_one_is_elsewhere() -> None:
    text = "German Chancellor Anna Keller spoke in parliament.\nLater, Keller met Kenyan president James Otieno.\n"
    _, (meeting, *_) = explained(text)
    names = {o.value: o.reason for o in meeting.origins if o.field.endswith(".name")}
    assert names["Anna Keller"] == "stands for the one the article names in full"
    assert names["James Otieno"] == "named with the word of meeting"


@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
def test_every_filled_field_has_an_origin_and_the_points_make_the_confidence(text: str) -> None:
    _, explanations = explained(text)
    assert len(explanations) == 2
    for explanation in explanations:
        told = {origin.field for origin in explanation.origins}
        event = explanation.event.model_dump(exclude_defaults=True)
        fields = {"status", "mode", "location", "country", "date", "count", "count_delta", "force", "approximate"}
        assert fields & event.keys() <= told
        assert confidence(explanation.points) == explanation.event.confidence


def test_an_article_without_events_or_of_another_language_has_nothing_to_explain() -> None:
    assert explained("The museum opens its new wing in spring.\n")[1] == ()
    assert explained("Le ministre a rencontré son homologue allemand à Berlin mardi dernier.\n")[1] == ()

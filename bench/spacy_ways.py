"""What spaCy does with the same articles: its blank pipelines, bare and with an EntityRuler over our own lists."""

from collections.abc import Callable, Iterator
from typing import Any

from bench.corpus import text_of
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.languages.terms import gazetteer_terms
from rasid_schemas.articles import RawArticle

LANGUAGES = ("ar", "en")

Way = Callable[[RawArticle], object]


def tokeniser() -> Way:
    """spaCy's tokeniser of each language; raises ImportError where it is not installed."""
    blank = _blank()
    return lambda article: blank[article.language or "en"].make_doc(text_of(article))


def ruler() -> Way:
    """The blank pipeline of each language with an EntityRuler that has every entry of gazetteers and lexicon.

    It finds the entries as they are spelled there: no clitics, no other letters, no persons, no events.
    """
    pipelines = _blank()
    for language, pipeline in pipelines.items():
        pipeline.add_pipe("entity_ruler").add_patterns(list(_patterns(language)))
    return lambda article: pipelines[article.language or "en"](text_of(article))


def _blank() -> dict[str, Any]:
    """spaCy's blank pipeline of each language."""
    try:
        import spacy
    except ImportError:
        raise ImportError("spaCy is not installed; `make bench` installs it") from None
    return {language: spacy.blank(language) for language in LANGUAGES}


def _patterns(language: str) -> Iterator[dict[str, str]]:
    entries = {(term.kind.upper(), term.spelling) for term in gazetteer_terms(language)}
    entries |= {(name.upper(), word) for name, words in lexicon(language).classes.items() for word in words}
    return ({"label": label, "pattern": spelling} for label, spelling in sorted(entries) if spelling.strip())

"""Extraction on one core, beside spaCy's blank pipelines, and how its time grows with an article's length."""

from bench.corpus import read_corpus
from bench.extraction import LENGTHS, as_ways, grow, growth_exponent
from bench.performance.effort import Effort
from bench.performance.part import Part, Row, Target, Tell, table
from bench.performance.spread import Figures, Spread
from bench.spacy_ways import LANGUAGES
from bench.timing import in_turns
from rasid.enrichment.pipeline import prepare

LEAST_PER_SECOND = 1_000
LEAST_TIMES_THE_RULER = 5
STEEPEST = 1.1
"""The exponent up to which growth counts as linear."""


class Way(Figures):
    """A way of working through the same articles."""

    name: str
    per_second: Spread
    times_the_ruler: Spread
    """How many times as fast as spaCy's EntityRuler over the same lists, by CPU time."""


class Growth(Figures):
    """Of a language: milliseconds by code points, and the exponent."""

    language: str
    exponent: float
    milliseconds: dict[int, float]


class ExtractionFigures(Figures):
    """By way, and by length."""

    articles: int
    ways: tuple[Way, ...]
    growth: tuple[Growth, ...]


async def measure(effort: Effort, tell: Tell) -> ExtractionFigures:
    """In turns, in this process; raises ImportError without spaCy."""
    prepare()
    sample = read_corpus(None, effort.extracted)
    tell(f"{len(sample)} articles, {effort.rounds} rounds")
    timed = in_turns(as_ways(sample), effort.rounds, lambda: None)
    lengths = LENGTHS[:6] if effort.is_quick else LENGTHS
    growth = []
    for language in LANGUAGES:
        tell(f"growing texts, {language}")
        seconds = grow(language, sample, lambda: None, lengths)
        by_length = {int(length): 1000 * time for length, time in seconds.items()}
        growth.append(Growth(language=language, exponent=growth_exponent(seconds), milliseconds=by_length))
    ways = tuple(
        Way(
            name=one.name,
            per_second=Spread.of([len(sample) / seconds for seconds in one.seconds]),
            times_the_ruler=Spread.of_ratios(timed[-1].seconds, one.seconds),
        )
        for one in timed
    )
    return ExtractionFigures(articles=len(sample), ways=ways, growth=tuple(growth))


def section(figures: ExtractionFigures) -> str:
    """Its text."""
    header = ("", "articles/s", "times spaCy's EntityRuler")
    rows: list[Row] = [(w.name, w.per_second.told(), w.times_the_ruler.told(2)) for w in figures.ways]
    exponents = " and ".join(f"{one.exponent:.2f} ({one.language})" for one in figures.growth)
    return f"""
{figures.articles} articles of the corpus on one core, by CPU time, in turns. "Enrich" is all that becomes of an article
without Kafka: HTML, language, dates, events and their ids. spaCy's EntityRuler has every entry of the gazetteers and
the lexicon as a pattern; it finds them as spelled there, and no persons or events. With texts of growing length time
grows with the exponent {exponents}; 1 is linear.

{table(header, rows)}

![Time by the length of a text](performance-extraction.svg)
"""


def targets(figures: ExtractionFigures) -> tuple[Target, ...]:
    """Speed and growth."""
    speed, times = figures.ways[0].per_second, figures.ways[0].times_the_ruler
    exponent = max(one.exponent for one in figures.growth)
    return (
        Target("articles of the corpus enriched on one core", f">= {LEAST_PER_SECOND:,}/s", f"{speed.told()}/s",
               speed.median >= LEAST_PER_SECOND),
        Target("times spaCy's blank pipeline with an EntityRuler over the same lists", f">= {LEAST_TIMES_THE_RULER}",
               times.told(2), times.median >= LEAST_TIMES_THE_RULER),
        Target("growth with an article's length, exponent", f"<= {STEEPEST}", f"{exponent:.2f}", exponent <= STEEPEST),
    )  # fmt: skip


PART = Part("extraction", "Extraction", ExtractionFigures, measure, section, targets)

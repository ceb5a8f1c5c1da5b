"""Where an English word is somebody's surname."""

from collections.abc import Iterator

from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.en.words import is_capitalised, is_people, words_of

_JUNIOR = frozenset({"jr", "jr.", "sr", "ii", "iii"})


def surname_spelled(surname: str) -> tuple[str]:
    """As it is."""
    return (surname,)


def short_names(chart: Chart, token: int) -> Iterator[tuple[str, str]]:
    """The word itself where it is capitalised; Archer Jr. is not Archer."""
    behind = chart.word(token + 1)
    if is_capitalised(chart, token) and behind not in _JUNIOR and not _is_house(chart, token + 1):
        yield chart.word(token), ""


def _is_house(chart: Chart, token: int) -> bool:
    """Archer Foundation, Archer staffers: a house that bears somebody's name, and people of somebody's."""
    if is_capitalised(chart, token):
        return chart.word(token) in words_of("houses")
    return is_people(chart.word(token)) and chart.word(token) not in words_of("group")

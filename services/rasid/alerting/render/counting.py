"""How many articles and sources report an event, in words that agree with the number."""

from collections.abc import Callable

Number = Callable[[int], str]
"""How a number is written."""


def reported_in_english(articles: int, sources: int, number: Number) -> str:
    """`Reported by 3 articles from 2 sources`."""
    told, by = _plural("article", articles), _plural("source", sources)
    return f"Reported by {number(articles)} {told} from {number(sources)} {by}"


def _plural(noun: str, number: int) -> str:
    return noun if number == 1 else noun + "s"


def reported_in_arabic(articles: int, sources: int, number: Number) -> str:
    """`ورد في 3 مقالات من مصدرين`."""
    told = _counted(articles, ("مقال واحد", "مقالين", "مقالات", "مقالًا", "مقال"), number)
    by = _counted(sources, ("مصدر واحد", "مصدرين", "مصادر", "مصدرًا", "مصدر"), number)
    return f"ورد في {told} من {by}"


def _counted(count: int, forms: tuple[str, str, str, str, str], number: Number) -> str:
    """Arabic has forms for one, two, 3 to 10, 11 to 99, and hundreds, by the last two digits."""
    one, two, few, many, hundreds = forms
    if count in (1, 2):
        return one if count == 1 else two
    rest = count % 100
    return f"{number(count)} {few if 3 <= rest <= 10 else many if rest > 10 else hundreds}"

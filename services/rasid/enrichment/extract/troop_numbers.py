"""Which slot of an announcement a figure fills: the target, the change, what was before, how many-fold."""

from rasid.enrichment.extract.number_words import number_words
from rasid.enrichment.extract.troop_bounds import Numbers
from rasid.enrichment.extract.troop_chart import Chart
from rasid.enrichment.extract.troop_figures import Figure
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Sentence
from rasid.enrichment.text.normalise import fold
from rasid_schemas.extraction import TroopAction

_TO = frozenset({"to", "الي", "ليبلغ", "لتبلغ", "يبلغ"})
_BELOW = frozenset({"below", "under", "above"})
_FROM = frozenset({"from", "من"})
_FACTOR_WORDS: dict[float, str] = {
    2.0: "double|doubled|doubling|twofold|ضعف|ضعفي|ضعفين|مضاعفة|بمضاعفة|ضاعف|ضاعفت|تضاعف|يضاعف|مضاعفا",
    3.0: "triple|tripled|tripling|threefold",
    4.0: "quadruple|quadrupled|quadrupling|fourfold",
    8.0: "eightfold",
    10.0: "tenfold",
    0.5: "halve|halved|halving",
}
_FACTORS = {fold(word): factor for factor, words in _FACTOR_WORDS.items() for word in words.split("|")}
_HALF = 0.5
_REACH = 14
_BETWEEN_FIGURES = 3
_FROM_REACH = 4


def numbers_of(action: TroopAction, figure: Figure, chart: Chart) -> Numbers:
    """The numbers of an announcement with this action that tells this figure."""
    number = figure.number
    before = chart.word(number.first - 1)
    change = action in ("increase", "decrease")
    if number.form == "from_to" and change:
        return Numbers(count=number.maximum, count_from=number.minimum, approximate=bool(number.hedge))
    if number.value is None and number.maximum is None:
        return Numbers(approximate=True, least=number.minimum)
    if number.value is None:
        low, high = number.minimum, number.maximum
        return Numbers(count_min=low, count_max=high, hedge=number.hedge, approximate=bool(number.hedge))
    if change and before in _FROM:
        return Numbers(count_from=number.value, hedge=number.hedge, approximate=number.approximate)
    target = before in _TO or chart.word(number.first) in _BELOW
    if change and not (target and figure.first <= number.first):
        return Numbers(count_delta=number.value, hedge=number.hedge, approximate=number.approximate)
    whole = figure.force.whole if figure.force and action == "withdraw" else None
    return Numbers(count=number.value, count_from=whole, hedge=number.hedge, approximate=number.approximate)


def is_change(low: Figure, high: Figure, action: TroopAction, chart: Chart, words: TroopWords) -> bool:
    """Whether two figures are before and after: `from 500 soldiers to 4,000`."""
    opened = (
        any(chart.word(i) in _FROM for i in range(low.number.first - _FROM_REACH, low.number.first))
        and chart.word(high.number.first - 1) in words["up_to"]
    )
    near = 0 <= high.number.first - low.last <= _BETWEEN_FIGURES
    return action in ("increase", "decrease") and opened and near and low.number.value is not None


def is_what_changes(subject: Figure, target: Figure, trigger: TriggerMention, chart: Chart, words: TroopWords) -> bool:
    """Whether a figure is before its change and another after it: `3,000 troops will be cut to 1,200`."""
    between = subject.last <= trigger.position < target.first and not (subject.force and subject.force.added)
    aimed = chart.word(target.number.first - 1) in words["up_to"]
    return trigger.action in ("increase", "decrease") and between and aimed and subject.number.value is not None


def is_more(chart: Chart, figure: Figure, trigger: TriggerMention, words: TroopWords) -> bool:
    """Whether troops come to others: `500 more`, `500 جندي إضافي`, `تعزيزات قدرها 500 جندي`, `سيصل عددهم إلى 500`."""
    if (figure.force and figure.force.added) or chart.word(figure.last) == "more":
        return True
    between = {chart.word(i) for i in range(trigger.last, figure.first)}
    aimed = chart.word(figure.number.first - 1) in words["up_to"] and chart.word(trigger.position) in words["reach"]
    if aimed and not words["counting"].isdisjoint(between):
        return True
    return words.language == "ar" and not words.any_of("adding", "added").isdisjoint(between)


def multiplier_in(chart: Chart, sentence: Sentence, trigger: TriggerMention, words: TroopWords) -> float | None:
    """How many-fold a change is, told near its trigger: `eight-fold`, `doubled`, `بثمانية أضعاف`, `أربع مرات`."""
    numbers = number_words(chart.document.language)
    first = max(sentence.first_token, trigger.position - 2)
    last = min(sentence.last_token, trigger.position + _REACH)
    factor: float | None = None
    for position in range(first, last):
        word = chart.word(position)
        if word in words["times"]:
            back = position - 1 - (chart.word(position - 1) == "-")
            entry = numbers.get(chart.word(back))
            if entry and entry.role == "small":
                return float(entry.value)
        halved = word == "half" and chart.word(position - 1) in ("in", "by")
        factor = factor or _FACTORS.get(word) or (_HALF if halved else None)
    return factor

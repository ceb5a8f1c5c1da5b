"""Made-up texts: what no journalist writes, of words that the extractor knows."""

from collections.abc import Callable
from random import Random

from bench.fuzz.vocabulary import JOINTS, LOOK_ALIKES, NAMES, NUMBERS, ODD, SENTENCES, vocabulary

LANGUAGES = ("en", "ar")
_LENGTHS = ((0.9, 400), (0.99, 2_000), (0.9998, 16_000), (1.0, 400_000))
"""Code points at the most, by chance: most texts are a sentence or two."""


def text(random: Random) -> str:
    """A text of one kind in one language, spoilt here and there."""
    language = random.choice(LANGUAGES)
    made = random.choice(_KINDS)(random, language)
    for _ in range(random.choice((0, 0, 1, 1, 2, 4))):
        made = random.choice(_SPOILING)(random, made)
    return made or "."


def _length(random: Random) -> int:
    chance = random.random()
    return random.randint(1, next(longest for below, longest in _LENGTHS if chance <= below))


def _repeated(random: Random, pieces: list[str], between: str = " ") -> str:
    """The pieces over and over, up to a length; one joint in six comes between."""
    length, whole = _length(random), between.join(pieces) + between
    return (whole * (length // max(1, len(whole)) + 1))[:length]


def _sentences(random: Random, language: str) -> str:
    return " ".join(random.choices(SENTENCES[language], k=random.choice((1, 1, 1, 2, 3))))


def _shuffled(random: Random, language: str) -> str:
    words = _sentences(random, language).split()
    for _ in range(random.randint(1, 5)):
        words[random.randrange(len(words))] = random.choice(random.choice(vocabulary(language).classes))
    random.shuffle(words)
    return " ".join(words)


def _one_class(random: Random, language: str) -> str:
    """All triggers, all offices, all countries: a text of one class of words."""
    return _repeated(random, random.choices(random.choice(vocabulary(language).classes), k=random.randint(1, 30)))


def _two_classes(random: Random, language: str) -> str:
    """A word of one class and a word of another, in turn."""
    classes = vocabulary(language).classes
    pairs = ((random.choice(random.choice(classes)), random.choice(random.choice(classes))) for _ in range(8))
    return _repeated(random, [word for pair in pairs for word in pair])


def _salad(random: Random, language: str) -> str:
    """Words of all classes, names, numbers and joints."""
    classes = vocabulary(language).classes
    makers: tuple[Callable[[], str], ...] = (
        lambda: random.choice(random.choice(classes)),
        lambda: random.choice(NAMES[language]),
        lambda: random.choice(NUMBERS),
        lambda: random.choice(JOINTS[language]),
        lambda: random.choice(random.choice(classes)).capitalize(),
    )
    return _repeated(random, [random.choice(makers)() for _ in range(random.randint(2, 60))])


def _names(random: Random, language: str) -> str:
    joint = random.choice(("", *JOINTS[language]))
    return _repeated(random, [name + joint for name in random.choices(NAMES[language], k=random.randint(1, 12))])


def _numbers(random: Random, language: str) -> str:
    unit = random.choice(("", " troops", " جندي", " soldiers to", "%", " -"))
    return _repeated(random, [number + unit for number in random.choices(NUMBERS, k=random.randint(1, 8))])


def _signs(random: Random, language: str) -> str:
    return _repeated(random, [random.choice(JOINTS[language] + ODD)], random.choice(("", " ")))


def _letters(random: Random, language: str) -> str:
    """A run without a space: of one letter, one syllable, one word."""
    return _repeated(random, [random.choice(("a", "و", "ال", "Aa", "A-", "a.", "1,", "بو", "'s", "MORE", "X"))], "")


_KINDS = (
    _sentences, _sentences, _shuffled, _shuffled, _one_class, _two_classes, _salad, _salad, _names, _numbers, _signs,
    _letters,
)  # fmt: skip


def _odd_inside(random: Random, made: str) -> str:
    at = random.randint(0, len(made))
    return made[:at] + random.choice(ODD) + made[at:]


def _odd_between(random: Random, made: str) -> str:
    return made[:2_000].replace(" ", random.choice(ODD)) if len(made) < 20_000 else made


def _look_alike(random: Random, made: str) -> str:
    return made.translate(LOOK_ALIKES)


def _any_character(random: Random, made: str) -> str:
    at = random.randint(0, len(made))
    code = random.choice((random.randrange(0x3000), random.randrange(0xE000, 0x110000)))
    return made[:at] + chr(code) + made[at + 1 :]


def _cut(random: Random, made: str) -> str:
    first, last = sorted((random.randint(0, len(made)), random.randint(0, len(made))))
    return made[first:last]


def _doubled(random: Random, made: str) -> str:
    at, length = random.randint(0, len(made)), random.randint(1, 60)
    return made[:at] + made[at : at + length] * random.randint(2, 6) + made[at:]


def _upper(random: Random, made: str) -> str:
    return random.choice((made.upper, made.title, made.swapcase))()


def _one_line(random: Random, made: str) -> str:
    return made.replace(".", random.choice(("", ",", "..."))) if random.random() < 0.5 else made.replace(" ", "\n")


_SPOILING = (_odd_inside, _odd_between, _look_alike, _any_character, _cut, _doubled, _upper, _one_line)

"""Reading one date phrase from tokens, before it is resolved against the day of publication."""

from rasid.enrichment.extract.calendar_words import (
    BEFORE_YEAR,
    DAY_ORDINALS,
    DAYS_AWAY,
    DIRECTIONS,
    END_OF,
    HIJRI_SIGNS,
    NOT_TODAY_AFTER,
    NOT_TODAY_BEFORE,
    SEASONS,
    TWO_OF_A_UNIT,
    UNITS,
    WEEKDAYS,
    YEAR_MARKERS,
    Direction,
    MonthName,
    Unit,
    month_names,
)
from rasid.enrichment.extract.date_openings import AGO, CLITICS, NIGHT, WORDS_FOR_ONE
from rasid.enrichment.extract.date_phrase import Phrase
from rasid.enrichment.extract.number_words import number_words
from rasid.enrichment.text.document import Tokens

_NOT_WEEKDAYS_AFTER = frozenset({"صلاه", "خطبه", "black", "good"})
_HEADS = frozenset({"troops", "soldiers", "people", "men", "forces", "جندي", "جنديا", "شخص", "عسكري", "عنصر", "قتيل"})


class Reader:
    """Reads date phrases from the tokens of one text."""

    def __init__(self, text: str, tokens: Tokens, language: str) -> None:
        self._text = text
        self._tokens = tokens
        self._words = tokens.words
        self._arabic = language == "ar"
        self._months = month_names(language)
        self._numbers = number_words(language)

    def read(self, first: int) -> Phrase | None:
        """The date phrase that begins at one of the openings, or None."""
        word = self._words[first]
        if word[:1].isdecimal():
            return self._numeric(first) or self._day_first(first) or self._ago(first) or self._year(first)
        bare = self._bare(word)
        if bare in WEEKDAYS:
            return self._weekday(first, WEEKDAYS[bare])
        if bare in DAYS_AWAY:
            return self._near_day(first, DAYS_AWAY[bare]) or self._unit(first)
        if bare in self._months:
            return self._month_first(first)
        if self._arabic and (bare.startswith("ال") or bare in TWO_OF_A_UNIT) and bare not in UNITS:
            return self._ordinal_day(first) or self._ago(first)
        return self._unit(first) or self._ago(first)

    def _word(self, position: int) -> str:
        return self._words[position] if 0 <= position < len(self._words) else ""

    def _bare(self, word: str) -> str:
        """An Arabic word without the clitic at its front where only that makes it a calendar word."""
        if not self._arabic or not word or word[0] not in CLITICS:
            return word
        rest = word[1:]
        known = rest in WEEKDAYS or rest in DAYS_AWAY or rest in self._months or rest in UNITS or rest in TWO_OF_A_UNIT
        return rest if known else word

    def _number(self, position: int, low: int, high: int) -> int | None:
        word = self._word(position)
        value = int(word) if word.isdecimal() and len(word) <= 4 else -1
        return value if low <= value <= high else None

    def _numeric(self, first: int) -> Phrase | None:
        """`2021-09-08`, `8/9/2021`, `8.9.2021`; day before month but where it cannot be."""
        word = self._word(first)
        parts = word.split(".") if word.count(".") == 2 else [self._word(first + i) for i in (0, 2, 4)]
        last = first + 1 if word.count(".") == 2 else first + 5
        signs = [] if last == first + 1 else [self._word(first + 1), self._word(first + 3)]
        if not all(p.isdecimal() and len(p) <= 4 for p in parts) or (signs and signs not in (["-", "-"], ["/", "/"])):
            return None
        a, b, c = map(int, parts)
        if a > 1300:
            a, c = c, a
        if b > 12:
            a, b = b, a
        hijri = 1300 <= c <= 1500
        valid = 1 <= a <= 31 and 1 <= b <= 12 and (hijri or 1900 <= c <= 2100)
        return Phrase(first, last, c, b, a, hijri) if valid else None

    def _day_first(self, first: int) -> Phrase | None:
        """`8 September 2021`, `8th of September`, `30 حزيران/يونيو 2021`."""
        day = self._number(first, 1, 31)
        if day is None:
            return None
        position = first + 1 + (self._word(first + 1) in ("st", "nd", "rd", "th"))
        position += self._word(position) in ("of", "من")
        position += self._word(position) == "شهر"
        return self._month_and_year(first, position, day)

    def _ordinal_day(self, first: int) -> Phrase | None:
        """`الثالث من أغسطس الحالي`."""
        two = f"{self._word(first)} {self._word(first + 1)}"
        day, position = (DAY_ORDINALS[two], first + 2) if two in DAY_ORDINALS else (None, first + 1)
        day = day or DAY_ORDINALS.get(self._word(first))
        if day is None or self._word(position) not in ("من", "والعشرين", "والثلاثين"):
            return None
        position += 1
        return self._month_and_year(first, position + (self._word(position) == "شهر"), day)

    def _month(self, position: int) -> tuple[MonthName, int] | None:
        """The month named at a token and the token behind it, in one system or both: `تموز (يوليو)`."""
        name = self._one_month(position)
        if name is None:
            return None
        behind = position + len(name.words)
        behind += self._word(behind) == "." and not self._arabic
        skipped = behind + (self._word(behind) in ("/", "(", "-"))
        other = self._one_month(skipped) if self._arabic else None
        if other and other.number == name.number and other.hijri == name.hijri:
            behind = skipped + len(other.words)
            behind += self._word(behind) == ")"
        return name, behind

    def _one_month(self, position: int) -> MonthName | None:
        for name in self._months.get(self._bare(self._word(position)), ()):
            if all(self._word(position + i) == word for i, word in enumerate(name.words) if i):
                return name if self._names_a_month(position) else None
        return None

    def _names_a_month(self, position: int) -> bool:
        """Whether a month's letters name it: with a capital, not the first part of a hyphened name; آب but not إب."""
        source = self._text[self._tokens.starts[position] : self._tokens.ends[position]]
        if self._arabic:
            return not source.endswith("إب")
        hyphened = self._word(position + 1) == "-" and self._word(position + 2).isalpha()
        return source[0].isupper() and not hyphened

    def _month_and_year(self, first: int, position: int, day: int | None) -> Phrase | None:
        found = self._month(position)
        if found is None:
            return None
        name, behind = found
        year, last, direction = self._year_behind(behind, name.hijri)
        return Phrase(first, last, year, name.number, day, name.hijri, None, direction)

    def _year_behind(self, position: int, hijri: bool) -> tuple[int | None, int, Direction]:
        """The year or the direction behind a month: `, 2021`, `من العام 2021`, `الماضي`, `من العام الماضي`."""
        skipped = position + (self._word(position) in (",", "of", "من"))
        skipped += self._word(skipped) in YEAR_MARKERS
        year = self._number(skipped, 1300, 1500) if hijri else self._number(skipped, 1900, 2100)
        if year:
            return year, skipped + 1 + (self._word(skipped + 1) in HIJRI_SIGNS), ""
        for candidate in (skipped, position):
            direction: Direction = DIRECTIONS.get(self._word(candidate), "") if self._arabic else ""
            if direction:
                return None, candidate + 1, direction
        return None, position, ""

    def _month_first(self, first: int) -> Phrase | None:
        """`September 8, 2021`, `September 2021`, `last September`, `سبتمبر الماضي`."""
        found = self._month(first)
        if found is None:
            return None
        name, behind = found
        before = self._word(first - 1)
        direction = DIRECTIONS.get(before, "")
        day = None if self._arabic else self._number(behind, 1, 31)
        phrase = self._month_and_year(first, first, None)
        if phrase is None or (name.words == ("may",) and not self._surely_may(before, day, phrase)):
            return None
        if day is not None:
            ending = behind + 1 + (self._word(behind + 1) in ("st", "nd", "rd", "th"))
            year, last, _ = self._year_behind(ending, False)
            return phrase._replace(last=last, year=year, day=day)
        return phrase._replace(direction=phrase.direction or direction)

    @staticmethod
    def _surely_may(before: str, day: int | None, phrase: Phrase) -> bool:
        return day is not None or phrase.year is not None or before in BEFORE_YEAR or before in DIRECTIONS

    def _weekday(self, first: int, weekday: int) -> Phrase | None:
        """`Wednesday`, `next Monday`, `الأربعاء الماضي`, `الأربعاء 8 سبتمبر 2021`."""
        capital = self._arabic or self._text[self._tokens.starts[first]].isupper()
        if self._word(first - 1) in _NOT_WEEKDAYS_AFTER or not capital:
            return None
        position = first + 1 + (self._word(first + 1) in (",", "الموافق", "-", "(", "في"))
        exact = self._day_first(position) or (None if self._arabic else self._full_month(position))
        if exact:
            return exact._replace(first=first)
        follows = DIRECTIONS.get(self._word(first + 1), "") if self._arabic else ""
        direction = follows or DIRECTIONS.get(self._word(first - 1), "")
        return Phrase(first, first + 1 + bool(follows), weekday=weekday, direction=direction)

    def _full_month(self, position: int) -> Phrase | None:
        phrase = self._month_first(position) if self._bare(self._word(position)) in self._months else None
        return phrase if phrase and phrase.day else None

    def _near_day(self, first: int, distance: int) -> Phrase | None:
        """`today`, `yesterday`, `أمس الأحد`, `أمس الأول`, `last night`; not `that day`, `اليوم التالي`."""
        following, before = self._word(first + 1), self._word(first - 1)
        if distance == 0 and (before in NOT_TODAY_BEFORE or following in NOT_TODAY_AFTER or following in DIRECTIONS):
            return None
        if distance == -1 and ("الاول" in following or before == "اول"):
            return Phrase(first, first + 2 if "الاول" in following else first + 1, distance=-2)
        if distance == 1 and before == "بعد":
            return Phrase(first - 1, first + 1, distance=2)
        if following in WEEKDAYS:
            dated = self._weekday(first + 1, WEEKDAYS[following])
            if dated and dated.day:
                return dated._replace(first=first)
            return Phrase(first, first + 2, weekday=WEEKDAYS[following], distance=distance)
        return Phrase(first, first + 1, distance=distance)

    def _unit(self, first: int) -> Phrase | None:
        """`last month`, `this year`, `العام الماضي`, `end of the year`, `نهاية العام`."""
        if self._word(first) == "last" and self._word(first + 1) == NIGHT:
            return Phrase(first, first + 2, distance=-1)
        return self._arabic_unit(first) if self._arabic else self._english_unit(first)

    def _english_unit(self, first: int) -> Phrase | None:
        word, unit = self._word(first), UNITS.get(self._word(first + 1))
        ended = word in ("the", "this") and self._word(first - 1) == "of" and self._word(first - 2) in END_OF
        phrase = self._relative(first, first + 2, unit, DIRECTIONS.get(word), ended)
        return phrase and phrase._replace(season=SEASONS.get(self._word(first + 1)))

    def _arabic_unit(self, first: int) -> Phrase | None:
        word = self._bare(self._word(first))
        after = DIRECTIONS.get(self._word(first + 1))
        this: Direction | None = "current" if self._word(first - 1) in ("هذا", "هذه") else None
        ended = self._word(first - 1) in END_OF and word.startswith("ال") and not self._number(first + 1, 1300, 2100)
        phrase = self._relative(first, first + 1 + (after is not None), UNITS.get(word), after or this, ended)
        return phrase and phrase._replace(season=SEASONS.get(word))

    @staticmethod
    def _relative(first: int, last: int, unit: Unit | None, direction: Direction | None, ended: bool) -> Phrase | None:
        if unit is None or unit == "day" or not (direction or ended):
            return None
        return Phrase(first, last, distance={"past": -1, "future": 1}.get(direction or "", 0), unit=unit)

    def _ago(self, first: int) -> Phrase | None:
        """`three days ago`, `a year ago`, `قبل ثلاثة أيام`, `قبل عامين`."""
        word, before = self._word(first), self._word(first - 1)
        if self._arabic and before not in AGO:
            return None
        if word in TWO_OF_A_UNIT:
            return Phrase(first, first + 1, distance=-2, unit=TWO_OF_A_UNIT[word])
        entry = self._numbers.get(word)
        count = (
            self._number(first, 1, 99)
            or (entry.value if entry and entry.role == "small" else 0)
            or word in WORDS_FOR_ONE
        )
        unit = UNITS.get(self._word(first + 1))
        if not count or unit is None or not (self._arabic or self._word(first + 2) == "ago"):
            return None
        return Phrase(first, first + 2 + (not self._arabic), distance=-int(count), unit=unit)

    def _year(self, first: int) -> Phrase | None:
        """`in 2011`, `عام 2011`, `1436هـ`: four digits that a word before them makes a year."""
        gregorian, hijri = self._number(first, 1900, 2100), self._number(first, 1300, 1500)
        if hijri and self._word(first + 1) in HIJRI_SIGNS:
            return Phrase(first, first + 2, year=hijri, hijri=True)
        before, following = self._word(first - 1), self._word(first + 1)
        marked = before in BEFORE_YEAR or (before[:1] in ("ب", "و") and before[1:] in BEFORE_YEAR)
        if gregorian is None or not marked or following in _HEADS or following == "%":
            return None
        return Phrase(first, first + 1, year=gregorian)

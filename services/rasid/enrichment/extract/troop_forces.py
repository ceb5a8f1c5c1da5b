"""Forces named in a sentence: whose they are, how they are called, how many are told."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rasid.enrichment.extract.number_words import number_words
from rasid.enrichment.extract.numbers import NumberMention
from rasid.enrichment.extract.troop_chart import Chart, Mark
from rasid.enrichment.extract.troop_names_ar import OWNER_KINDS, force_name, owner_at
from rasid.enrichment.extract.troop_words import HEAD_KINDS, TroopWords
from rasid.enrichment.text.document import Sentence

_STRONG_PREMODIFIERS = frozenset(
    {
        "residual",
        "peacekeeping",
        "multinational",
        "international",
        "coalition",
        "stay-behind",
        "stabilization",
        "strong",
    }
)
_SAID_OF_MANY = frozenset({"guard", "personnel", "boots", "presence"})
_DETERMINERS = frozenset({"the", "its", "their", "his", "our", "some", "about"})
_LINKS = 7
"""Words between a number and its force: `3,500 members of the state's National Guard`."""
FEWEST = 10
"""Fewer soldiers than these are casualties or guards of honour, no deployment."""
FEWEST_IN_FORCES = 20


class Force(NamedTuple):
    """Armed forces named by the tokens `[first, last)`, the number told of them included."""

    head: int
    first: int
    last: int
    name: str
    """As written, without the number."""
    owner: str | None
    """As written: the nationality, country or organisation named with the head."""
    affiliation: str | None
    number: NumberMention | None
    added: bool
    """Whether they come to others: `more`, `إضافي`."""
    counted: bool
    """Whether the head counts heads: soldiers, not forces."""
    international: bool = False
    """Whether they are called foreign or international: nobody's in particular."""
    bare: bool = False
    """Whether it is called nothing but a force, so that only a number makes it news."""
    whole: int | None = None
    """How many they all are where only a part is told of: `200 of the 900 soldiers`."""


class ForceFinder:
    """Finds the forces in sentences of one document."""

    def __init__(self, chart: Chart, words: TroopWords) -> None:
        self._chart = chart
        self._words = words
        self._arabic = chart.document.language == "ar"
        self._ends: dict[int, Mark] = {}
        for (kind, _), mark in chart.marks.items():
            if kind in OWNER_KINDS:
                self._ends.setdefault(mark.last, mark)

    def forces(self, sentence: Sentence, numbers: Sequence[NumberMention]) -> list[Force]:
        """The forces of a sentence in order. `numbers` index the document's tokens."""
        found: list[Force] = []
        by_end = {number.last: number for number in numbers if number.kind in ("plain", "year")}
        words, within = self._chart.words, range(sentence.first_token, sentence.last_token)
        for head in [token for token in within if words[token] in self._words.heads]:
            force = self._force(head, sentence, by_end)
            if force and not (found and force.first < found[-1].last):
                found.append(force)
            elif force and found and force.counted and not found[-1].counted:
                found[-1] = force
        return found

    def _force(self, head: int, sentence: Sentence, by_end: dict[int, NumberMention]) -> Force | None:
        word = self._chart.word(head)
        kinds = [kind for kind in HEAD_KINDS if word in self._words[kind]]
        if not kinds or self._is_not_military(head) or self._is_no_force(head):
            return None
        force = self._arabic_force(head, sentence) if self._arabic else self._english_force(head, sentence)
        number, first = self._number(force.first, sentence, by_end)
        part = self._part(number, by_end)
        if part is not None and number is not None:
            force, number, first = force._replace(whole=number.value), part, part.first
        reinforcing = self._chart.word(first - 1 - (self._chart.word(first - 1) in ("من", "of")))
        bare = (
            word == "force"
            and not self._is_strong(force)
            and self._chart.word(head - 1) not in self._words["before_bare"]
        )
        if number is None and ("numbered" in kinds or bare):
            return None
        if word in ("military", "army") and number:
            return None
        if word in self._words["civilian_too"] and not self._speaks_of_the_military(force, number):
            return None
        added = force.added or bool({self._chart.word(first - 1), reinforcing} & self._words["adding"])
        inside = range(force.first, force.last + 1)
        foreign = any(self._chart.word(i) in self._words["international"] for i in inside)
        possessor = self._possessor(first) if force.owner is None else None
        if possessor:
            said = self._chart.document.text[possessor.hit.start : possessor.hit.end]
            force = force._replace(owner=said, affiliation=possessor.hit.code)
        return force._replace(
            first=first,
            number=_heads(number, kinds),
            added=added,
            counted="person" in kinds or "numbered" in kinds,
            international=force.international or foreign,
            bare=bare,
        )

    def _possessor(self, first: int) -> Mark | None:
        """Whose troops they are in `America's 2,500 troops`."""
        owner = first - 2 if self._chart.word(first - 1) == "s" and self._chart.word(first - 2) == "'" else first
        mark = self._ends.get(owner)
        possessive = mark is not None and self._chart.document.folded[mark.hit.end : mark.hit.end + 1] == "'"
        return mark if possessive else None

    def _is_not_military(self, head: int) -> bool:
        if self._chart.word(head) in self._words["vessel"] and self._chart.word(head + 1) == "of":
            return True  # a contingent of U.S. troops
        if self._chart.word(head) == "members" and self._chart.word(head - 1) not in self._words["before_members"]:
            return True
        if self._chart.word(head - 2) == "and" and self._chart.word(head - 1) in self._words["of_others"]:
            return False  # American and allied troops
        around = (self._chart.word(head + 1),) if self._arabic else (self._chart.word(head - 1),)
        return any(word in self._words["not_military"] for word in around)

    def _is_no_force(self, head: int) -> bool:
        """Whether an Arabic head that also means unity, strength or team lacks the word that makes it a force."""
        if self._chart.word(head) not in self._words["ambiguous"]:
            return False
        following = self._chart.word(head + 1)
        entry = number_words("ar").get(self._chart.word(head - 1))
        if entry and entry.role == "small" and entry.value > 1:  # أربع كتائب
            return False
        fitting = self._words.any_of("military_word", "african", "united_nations")
        return following not in fitting and self._chart.mark("nationality", head + 1) is None

    def _is_strong(self, force: Force) -> bool:
        inside = {self._chart.word(i) for i in range(force.first, force.head)}
        return bool(inside & _STRONG_PREMODIFIERS) or force.owner is not None

    def _speaks_of_the_military(self, force: Force, number: NumberMention | None) -> bool:
        inside = {self._chart.word(i) for i in range(force.first, force.head)}
        counted = number is not None or self._chart.word(force.head) not in _SAID_OF_MANY
        return bool(inside & self._words["of_military"]) or (counted and bool(force.owner))

    def _english_force(self, head: int, sentence: Sentence) -> Force:
        """Goes back over what stands before the head: `American ground` troops, `National Guard` troops."""
        first, owner, added = head, None, False
        while first > sentence.first_token:
            mark = self._ends.get(first)
            word = self._chart.word(first - 1)
            if mark and mark.first >= sentence.first_token and mark.last <= head:
                first, owner = mark.first, owner or mark
            elif word in self._words["premodifier"] or word in self._words["added"]:
                added = added or word in self._words["added"]
                first -= 1
            elif (first_owner := self._joined_owner(first, head, sentence)) is not None:
                first, owner = first_owner.first, first_owner
            else:
                break
        while first < head and self._chart.word(first) in self._words["link"] | self._words["added"]:
            first += 1
        first += first < head and self._chart.word(first) == "force"  # would force American troops to return
        behind = self._owner_behind(head, sentence) if owner is None else None
        added = added or self._chart.word(head + 1) in ("more",)
        return self._named(head, first, head + 1, owner or behind, added)

    def _joined_owner(self, first: int, head: int, sentence: Sentence) -> Mark | None:
        """`American` of `American and allied troops`: whose else they are, where others' follow."""
        if first == head or self._chart.word(first - 1) != "and":
            return None
        mark = self._ends.get(first - 1)
        if mark is None or mark.first < sentence.first_token or not self._is_adjective(mark):
            return None
        others = self._chart.word(first) in self._words["of_others"] or any(
            self._chart.mark(kind, first) is not None for kind in OWNER_KINDS
        )
        return mark if others else None

    def _is_adjective(self, mark: Mark) -> bool:
        """Whether an owner can only stand before a noun: American, U.S., NATO; not the United States."""
        return mark.hit.kind == "nationality" or self._chart.source(mark.first, mark.last).replace(".", "").isupper()

    def _owner_behind(self, head: int, sentence: Sentence) -> Mark | None:
        """`soldiers from the 3rd Army of Chad`: whose, told behind the head."""
        if self._chart.word(head + 1) not in ("of", "from"):
            return None
        for position in (head + 2, head + 3):
            mark = owner_at(self._chart, position, sentence.last_token)
            if mark and self._chart.word(head + 1) == "of":
                return mark
        return None

    def _arabic_force(self, head: int, sentence: Sentence) -> Force:
        """`القوات الأمريكية`, `جنود دول التحالف`, `جندي أمريكي إضافي`; of a contingent the name behind `من`."""
        name = force_name(self._chart, head, sentence.last_token, self._words)
        force = self._named(head, name.first, name.last, name.owner, name.added)
        owner = name.owner.hit if name.owner and name.owner.first == name.first else None
        said = self._chart.document.text[owner.start : owner.end] if owner else force.name  # لحلف is ل and حلف
        return force._replace(first=head, name=said, international=name.led)

    def _named(self, head: int, first: int, last: int, owner: Mark | None, added: bool) -> Force:
        name = self._chart.source(first, last)
        if self._arabic and self._chart.word(first)[:1] in "وبل" and name[:1] in "وبل":
            name = self._without_clitics(name, self._chart.word(first))
        said = self._chart.document.text[owner.hit.start : owner.hit.end] if owner else None
        return Force(head, first, last, name, said, owner.hit.code if owner else None, None, added, False)

    def _without_clitics(self, name: str, word: str) -> str:
        """A force's name without the conjunction or preposition written to its front."""
        heads = self._words.any_of("person", "numbered", "body")
        for length in (2, 1):
            if word[:length].strip("وبلف") == "" and word[length:] in heads:
                return name[length:]
        return name

    def _number(
        self, first: int, sentence: Sentence, by_end: dict[int, NumberMention]
    ) -> tuple[NumberMention | None, int]:
        """The number told of a force that begins at a token, and where force and number begin."""
        position = first
        for _ in range(_LINKS):
            if position in by_end and by_end[position].first >= sentence.first_token:
                number = by_end[position]
                counts = number.kind == "plain" or self._word_is_counted(position)
                return (number, number.first) if counts else (None, first)
            word = self._chart.word(position - 1)
            if position <= sentence.first_token or not (word in self._words["link"] or word in self._words["added"]):
                break
            position -= 1
        return None, first

    def _part(self, whole: NumberMention | None, by_end: dict[int, NumberMention]) -> NumberMention | None:
        """`200` of `200 of its 900 soldiers`."""
        if whole is None or self._arabic:
            return None
        of = whole.first - 1
        of -= self._chart.word(of) in _DETERMINERS
        return by_end.get(of) if self._chart.word(of) == "of" else None

    def _word_is_counted(self, token: int) -> bool:
        """Whether what looks like a year can only count the Arabic singular behind it: `2000 جندي`."""
        return self._arabic and self._chart.word(token) in self._words["single"]


def _heads(number: NumberMention | None, kinds: Sequence[str]) -> NumberMention | None:
    """The number if it counts heads: two brigades are no two soldiers, nor are two or three of them news."""
    if number is None or "unit" in kinds:
        return None
    least = number.value if number.value is not None else number.minimum or 0
    return number if least >= (FEWEST_IN_FORCES if "body" in kinds else FEWEST) else None


def owners(chart: Chart, sentence: Sentence) -> Iterator[Mark]:
    """The countries, nationalities and organisations of a sentence, in order."""
    for position in range(sentence.first_token, sentence.last_token):
        for kind in OWNER_KINDS:
            mark = chart.mark(kind, position)
            if mark:
                yield mark

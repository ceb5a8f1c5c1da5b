"""How Arabic joins actors, and what it puts before them."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.ar.words import is_function, verb_clitics, words_of

_GAP = 4
_LETTERS_BEFORE = frozenset('"(),-*')
_TAIL = frozenset({"له", "لها", "لهم", "لهما", "الشقيقه", "الصديقه"})


class ArabicJoints:
    """Implements `chains.Joints`."""

    def marker(self, chart: Chart, actor: Actor) -> str:
        """The preposition or proclitic before an actor."""
        clitics = actor.clitics.removeprefix("و") or ("و" if actor.clitics else "")
        if clitics not in ("", "و"):
            return clitics
        before = chart.word(actor.first - 1)
        if before in _LETTERS_BEFORE:
            before = chart.word(actor.first - 2)
        word = before.removeprefix("و") if before.startswith("و") and len(before) > 2 else before
        if word in words_of("taking_part"):
            return word
        return word if is_function(word) and word in words_of("function") and not clitics else clitics

    def joined(self, chart: Chart, left: Actor, right: Actor) -> bool:
        """A, B وC: a conjunction or comma, and between them nothing but what belongs to the first."""
        gap = [chart.word(token) for token in range(left.last, right.first)]
        if len(gap) > _GAP or any(self._parts(word) for word in gap):
            return False
        return right.clitics == "و" or (bool(gap) and gap[-1] == "," and not right.clitics)

    def _parts(self, word: str) -> bool:
        return word in ".;:" or (word not in _TAIL and (is_function(word) or verb_clitics(word) is not None))

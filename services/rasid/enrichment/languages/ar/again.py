"""Arabic sentences that go on about a meeting told before: وجرى خلال اللقاء بحث, الاجتماع تناول."""

from collections.abc import Iterable

from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.languages.ar.triggers import Trigger
from rasid.enrichment.languages.ar.words import clitics_before, words_of

_WINDOW = 6
"""Tokens behind the noun in which its day and place are told."""
_NOUNS = frozenset({"noun", "call"})


def told_again(view: View, triggers: Iterable[tuple[int, Trigger]]) -> Proposal | None:
    """What is said or done during "the meeting" belongs to the one told before."""
    for token, trigger in triggers:
        if trigger.kind in _NOUNS and trigger.definite and _is_the_one(view, token, trigger):
            return Proposal(
                rule="ar-again",
                first=token,
                last=token + 1,
                clause=(token, min(view.last, token + _WINDOW)),
                participants=(),
                mode="phone" if trigger.kind == "call" else "unspecified",
                status="held",
                confidence=0.5,
                adds=True,
                goes_on=True,
            )
    return None


def _is_the_one(view: View, token: int, trigger: Trigger) -> bool:
    """Whether the noun needs no word on whose meeting it is: خلال اللقاء, اللقاء تطرق إلى."""
    before, behind = view.word(token - 1), view.word(token + 1)
    if clitics_before(behind, "future") is not None or behind in words_of("time"):
        return False
    during = clitics_before(before, "during") is not None and not trigger.clitics
    return during or clitics_before(behind, "goes_on_about") is not None

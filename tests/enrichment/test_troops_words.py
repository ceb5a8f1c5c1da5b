"""The words of troop announcements: Arabic ones with every clitic and ending they may carry, and no word in vain."""

from pathlib import Path

import pytest

from rasid.enrichment.extract import troop_words as module
from rasid.enrichment.extract.troop_words import HEAD_KINDS, Trigger, troop_words
from rasid.enrichment.text.normalise import fold

FOLDER = Path(str(module.__file__)).parent


@pytest.mark.parametrize(
    ("word", "trigger"),
    [
        ("سترسل", Trigger("deploy", "future")),
        ("وأرسلت", Trigger("deploy", "past")),
        ("بإرسال", Trigger("deploy", "noun")),
        ("وسينسحب", Trigger("withdraw", "future")),
        ("انسحابها", Trigger("withdraw", "noun")),
        ("لخفض", Trigger("decrease", "noun")),
        ("سترفع", Trigger("increase", "future")),
        ("وزيادة", Trigger("increase", "noun")),
        ("سيبقي", Trigger("maintain", "future")),
    ],
)
def test_arabic_triggers_are_known_in_all_their_forms(word: str, trigger: Trigger) -> None:
    assert trigger in troop_words("ar").triggers[fold(word)]


@pytest.mark.parametrize("word", ["والجنود", "للقوات", "بعناصر", "وقواتها"])
def test_arabic_heads_carry_clitics(word: str) -> None:
    assert fold(word) in troop_words("ar").heads


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_class_of_the_lexicon_is_asked_for(language: str) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("troop*.py"))
    asked = {name for name in troop_words(language).classes if f'"{name}"' in code}
    assert set(troop_words(language).classes) - asked - set(HEAD_KINDS) == set()


def test_a_class_the_language_lacks_is_empty() -> None:
    assert troop_words("en")["military_word"] == frozenset()

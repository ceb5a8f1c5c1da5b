"""What holds for every text: no exception, the same answer twice, offsets that point at their quotes, bounded time."""

import cProfile
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid_schemas.extraction import MAX_EVIDENCE_LENGTH
from support.articles import told

WORDS = (
    "التقى الرئيس وزير الخارجية العراقي محمد بن سلمان مع في بغداد أمس وفد اجتماع للعراق مُحَمَّد نظيره الذي جمع ب و "
    "قمة حضر الاجتماع 500 جندي President Xi met with the Iraqi minister Ali Hassan in Paris on Monday talks between "
    "and NATO leaders call phone 's . , « » ( ) - : Comments troops will not"
)
PIECES = (*re.findall(r"\S+", WORDS), "\n")


@given(st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)))
def test_offsets_point_at_quotes_and_answers_repeat(text: str) -> None:
    for language in ("ar", "en"):
        found = told(text, language)
        assert found == told(text, language)
        for event in (*found.meetings, *found.troop_announcements):
            for evidence in event.evidence:
                assert text[evidence.start : evidence.end] == evidence.quote
                assert len(evidence.quote) <= MAX_EVIDENCE_LENGTH
        assert all(0 <= m.start < m.end <= len(text) for m in found.mentions)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    "text", ["a" * 200_000, "و" * 200_000, "." * 100_000, "\n" * 200_000, "harvest of the north " * 10_000]
)
def test_time_grows_with_length_alone(text: str, language: str) -> None:
    begun = time.perf_counter()
    told(text, language)
    assert time.perf_counter() - begun < 5


REPEATED = {
    "en": (
        "harvest ", "Kate Archer ", "3,500 ", "on Monday ", "met ", "met with ", "his ", "President ", "Kenya ",
        "minister of ", "senior ", "MORE ", "troops ", "They met. ", "500 troops withdraw ",
        "President Kate Archer met Turkish President Orhan Demir in Oslo on Monday.\n",
    ),
    "ar": (
        "حصاد ", "محمد الحمزي ", "٣٥٠٠ ", "يوم الاثنين ", "التقى ", "نظيره ", "الرئيس ", "كينيا ", "وزير ", "قوات ",
        "ينسحب 500 جندي ", "التقى الرئيس محمد الحمزي وزير الخارجية التركي أورهان دمير في أوسلو أمس.\n",
    ),
}  # fmt: skip
SHORT, TIMES = 5_000, 4


@pytest.mark.parametrize(
    ("language", "piece"), [(lang, piece) for lang, pieces in REPEATED.items() for piece in pieces]
)
def test_one_thing_said_again_and_again_takes_time_by_its_length(language: str, piece: str) -> None:
    """Four times as long takes about four times as long; were a loop not bounded by the sentence, sixteen times."""
    seconds = {length: _fastest((piece * length)[:length], language) for length in (SHORT, TIMES * SHORT)}
    assert seconds[TIMES * SHORT] < 3 * TIMES * max(seconds[SHORT], 0.01)


def _fastest(text: str, language: str) -> float:
    """CPU seconds, the lesser of two."""
    times = []
    for _ in range(2):
        begun = time.process_time()
        told(text, language)
        times.append(time.process_time() - begun)
    return min(times)


EVENTS = {
    "en": (
        "The Pentagon will withdraw 500 soldiers. Officials met in Oslo on Monday. President Anna Keller met the "
        "Kenyan president, James Otieno, in Nairobi. More troops will be deployed, the minister said. Iraq is far.\n"
    ),
    "ar": (
        "التقى الرئيس أنور الزين وزير الخارجية التركي مراد أيدن في عمان أمس. ستسحب القوات الأمريكية 500 جندي. وبحث "
        "الجانبان العلاقات بين العراق وتركيا.\n"
    ),
}


@pytest.mark.parametrize("language", EVENTS)
def test_no_event_takes_more_calls_since_there_are_many(language: str) -> None:
    """Whoever looks through a whole article for each of its events shows here: in calls, which a busy machine leaves
    as they are."""
    few, many = (_calls(EVENTS[language] * times, language) / times for times in (8, 32))
    assert many <= few


def _calls(text: str, language: str) -> int:
    told(text, language)  # what is remembered of words is no part of it
    profile = cProfile.Profile()
    profile.runcall(told, text, language)
    return sum(entry.callcount for entry in profile.getstats())


def test_mentions_resolve_surnames() -> None:
    text = "Irish Foreign Minister Nora Byrne flew to Amman. Byrne will meet NATO envoys."
    mentions = [(m.kind, text[m.start : m.end], m.name, m.country) for m in told(text, "en").mentions]
    assert ("person", "Byrne", "Nora Byrne", "IE") in mentions
    assert ("place", "Amman", "Amman", "JO") in mentions
    assert ("organisation", "NATO", "NATO", None) in mentions


def test_a_sentence_of_auxiliaries_ends() -> None:
    told("Harvesters have had to have been and will have been", "en")


@pytest.mark.parametrize("text", ["Portraits of popes and Kenyan Presidents enlarge this image"])
def test_every_reading_ends(text: str) -> None:
    """A title whose office may be a verb once held its reader for ever."""
    assert told(text, "en").meetings == ()

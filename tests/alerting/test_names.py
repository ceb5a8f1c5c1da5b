from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.alerting.clusters.names import ParticipantName, participant_name, same_words, words_of
from rasid.alerting.clusters.spoken import same_spoken
from rasid.enrichment.romanisation.romanise import romanise
from support.events import person

FOLDER = Path(__file__).parent
MOST_FALSE = 0.001


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد السامرائي", "احمد السامرّائي"),
        ("مصطفى الهاشمي", "مصطفي الهاشمى"),
        ("عبد الرحمن القيسي", "عبدالرحمن القيسي"),
        ("عبد الأمير كريم الدليمي", "عبد الأمير الدليمي"),
        ("الدليمي", "عبد الأمير الدليمي"),
        ("اللواء سالم حمّاد", "سالم حماد"),
        ("فاطمة الزيّــاني", "فاطمه الزياني"),
        ("Nadia al-Rawi", "Nadia Al Rawi"),
        ("Nadia al-Rawi", "AL-RAWI"),
        ("José Ibáñez", "Jose Ibanez"),
        ("General Kristian Østby", "Kristian Ostby"),
        ("Maria O’Shea", "Maria O'Shea"),
        ("Jean-Luc Moreau", "Jean Luc Moreau"),
        ("John Q. Harker", "John Harker"),
        ("وزراء دفاع الحلف", "وزراء دفاع حلف"),
        ("سالم بن ناصر بن حمد", "سالم بن ناصر بن حمد آل فهد"),
        ("The Security Council", "Security Council"),
    ],
)
def test_two_spellings_are_one_name(one: str, other: str) -> None:
    assert same_words(words_of(one), words_of(other))
    assert same_words(words_of(other), words_of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karim Haddad", "Samir Haddad"),
        ("Karim Haddad", "Karim"),
        ("Karim Ali", "Karim Ali Haddad"),
        ("Angus King", "Angus"),
        ("وزير الدفاع العراقي", "وزير الخارجية العراقي"),
        ("عبد الله", "عبد الأمير"),
        ("Iraqi defence minister", "Iraqi defence ministry"),
        ("Karim Haddad", "..."),
        ("", ""),
    ],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert not same_words(words_of(one), words_of(other))


def test_names_meet_across_scripts_by_their_latin_form() -> None:
    arabic = participant_name(person("ناديا الراوي", latin="Nadia al-Rawi"))
    assert arabic.is_same(participant_name(person("Nadia Al Rawi")))
    assert arabic.is_same(participant_name(person("al-Rawi", latin="al-Rawi")))
    assert arabic.is_same(participant_name(person("الراوي")))
    assert not arabic.is_same(participant_name(person("Huda Al Rawi")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gamal Abdel-Nasser", "Jamal Abdul Nasir"),
        ("Mustafa al-Kadhimi", "Moustapha El Kazemi"),
        ("Noureddine Bedoui", "Nur al-Din Badawi"),
        ("Abdellatif Hammouchi", "Abd al-Latif Hamushi"),
        ("Muammar Gaddafi", "Moammar al-Qadhafi"),
        ("Peter Weiss", "Biter Fais"),
        ("Jack Harper", "Jak Harber"),
        ("Jens Voss", "Yens Fos"),
        ("Michel Dupont", "Mishel Dobont"),
        ("Ben Khalifa", "bin Khalifah"),
        ("Abu Omar", "Abou Umar"),
        ("Haddad", "Samir Hadad"),
    ],
)
def test_two_spellings_of_one_sound(one: str, other: str) -> None:
    assert same_spoken(words_of(one), words_of(other))
    assert same_spoken(words_of(other), words_of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan Karimi", "Hussein Karimi"),
        ("Mahmoud Karimi", "Mohammed Karimi"),
        ("Salman Karimi", "Suleiman Karimi"),
        ("Omar Karimi", "Amr Karimi"),
        ("Ahmed Karimi", "Hamid Karimi"),
        ("Karim Haddad", "Karim"),
        ("", ""),
    ],
)
def test_names_told_apart_by_ear(one: str, other: str) -> None:
    assert not same_spoken(words_of(one), words_of(other))


def test_within_one_script_sound_is_not_enough() -> None:
    assert not participant_name(person("Peter Weiss")).is_same(participant_name(person("Pieter Weis")))
    arabic = participant_name(person("سالم الحربي", latin="Salem al-Harbi"))
    assert not arabic.is_same(participant_name(person("سليم الحربي", latin="Salim al-Harbi")))


def pairs_in_two_scripts(file: str) -> Iterator[tuple[ParticipantName, ParticipantName]]:
    """The same person, named in English and in Arabic."""
    lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
    for english, arabic in (line.split("\t") for line in lines if not line.startswith("#")):
        if english != "english":
            yield (
                participant_name(person(english, latin=english)),
                participant_name(person(arabic, latin=romanise(arabic))),
            )


@pytest.mark.parametrize(
    ("file", "least"), [("names_in_two_scripts.tsv", 0.95), ("names_in_two_scripts_held_out.tsv", 0.89)]
)
def test_persons_are_known_again_across_scripts(file: str, least: float) -> None:
    pairs = list(pairs_in_two_scripts(file))
    known = sum(english.is_same(arabic) for english, arabic in pairs)
    assert known / len(pairs) >= least
    others = [(one, other) for (one, _), (_, other) in permutations(pairs, 2)]
    assert sum(english.is_same(arabic) for english, arabic in others) / len(others) <= MOST_FALSE
    assert all(set(one.handles) & set(other.handles) for one, other in (*pairs, *others) if one.is_same(other))


names = st.lists(st.sampled_from(["أحمد", "سالم", "بن", "ناصر", "الدليمي", "فهد"]), min_size=1, max_size=6).map(
    " ".join
)


@given(names, names)
def test_names_that_can_be_the_same_find_each_other(one: str, other: str) -> None:
    ours, theirs = participant_name(person(one)), participant_name(person(other))
    assert ours.is_same(theirs) is theirs.is_same(ours)
    if ours.is_same(theirs):
        assert set(ours.handles) & set(theirs.handles)


latin_names = st.lists(
    st.sampled_from(
        [
            "Abdul",
            "Karim",
            "al",
            "Din",
            "Nour",
            "Noureddine",
            "bin",
            "Kadhim",
            "Kazem",
            "Jens",
            "Yens",
            "Qadhafi",
            "Le",
            "Gaddafi",
        ]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(latin_names, latin_names)
def test_names_that_sound_the_same_find_each_other(one: str, other: str) -> None:
    plain = participant_name(person(one))
    for theirs in (participant_name(person(other)), participant_name(person("اسم", latin=other))):
        assert plain.is_same(theirs) is theirs.is_same(plain)
        if plain.is_same(theirs):
            assert set(plain.handles) & set(theirs.handles)


@given(st.text(max_size=60))
def test_a_name_is_itself_whatever_it_is_made_of(name: str) -> None:
    assert same_words(words_of(name), words_of(name)) is bool(words_of(name))


@given(st.text(max_size=60))
def test_letter_case_and_edges_make_no_difference(name: str) -> None:
    assert words_of(f" {name}. ") == words_of(name)

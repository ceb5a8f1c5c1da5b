import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.alerting.clusters.names import participant_name, same_words, words_of
from support.events import person


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


names = st.lists(st.sampled_from(["أحمد", "سالم", "بن", "ناصر", "الدليمي", "فهد"]), min_size=1, max_size=6).map(
    " ".join
)


@given(names, names)
def test_names_that_can_be_the_same_find_each_other(one: str, other: str) -> None:
    ours, theirs = participant_name(person(one)), participant_name(person(other))
    assert ours.is_same(theirs) is theirs.is_same(ours)
    if ours.is_same(theirs):
        assert set(ours.handles) & set(theirs.handles)


@given(st.text(max_size=60))
def test_a_name_is_itself_whatever_it_is_made_of(name: str) -> None:
    assert same_words(words_of(name), words_of(name)) is bool(words_of(name))


@given(st.text(max_size=60))
def test_letter_case_and_edges_make_no_difference(name: str) -> None:
    assert words_of(f" {name}. ") == words_of(name)

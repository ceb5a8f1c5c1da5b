"""The gazetteers say what a name stands for, in both languages, and each name stands for one thing."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from rasid.enrichment.gazetteers.tables import (
    FOLDER,
    Country,
    GivenName,
    Month,
    Office,
    Organisation,
    Place,
    Rank,
    load,
)


@pytest.mark.parametrize("row", [Country, GivenName, Month, Office, Organisation, Place, Rank])
def test_every_table_is_read_whole_and_once(row: Any) -> None:
    assert load(row)
    assert load(row) is load(row)


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.tsv")), ids=lambda path: path.name)
def test_every_file_tells_its_source_and_licence(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# source: ")
    assert lines[1].startswith("# licence: ")
    assert len({line.count("\t") for line in lines[2:]}) == 1


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("العراق", "IQ"),
        ("عراقيون", "IQ"),
        ("أميركا", "US"),
        ("أمريكية", "US"),
        ("روس", "RU"),
        ("فلسطين", "PS"),
        ("إسرائيلي", "IL"),
        ("فرنسيا", "FR"),
        ("الألمانية", "DE"),
        ("U.S.", "US"),
        ("Britain", "GB"),
        ("Iraqis", "IQ"),
        ("Dutch", "NL"),
        ("South Korean", "KR"),
    ],
)
def test_names_and_nationality_words_lead_to_the_country(word: str, code: str) -> None:
    rows = [c for c in load(Country) if word in (*c.ar_names, *c.ar_adjectives, *c.en_names, *c.en_adjectives)]
    assert [c.code for c in rows] == [code]


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("بغداد", "IQ", "capital"),
        ("الأنبار", "IQ", "province"),
        ("عدن", "YE", "city"),
        ("أنجامينا", "TD", "capital"),
        ("باب المندب", "", "water"),
        ("Mosul", "IQ", "city"),
        ("Kabul", "AF", "capital"),
        ("Crimea", "UA", "region"),
        ("Persian Gulf", "", "water"),
    ],
)
def test_places_lie_where_they_lie(name: str, country: str, kind: str) -> None:
    rows = [p for p in load(Place) if name in (*p.ar_names, *p.en_names)]
    assert [(p.country, p.kind) for p in rows] == [(country, kind)]


def test_a_place_name_stands_for_one_place() -> None:
    names = Counter(name for place in load(Place) for name in {*place.ar_names, *place.en_names})
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("word", ["المدينة", "العلم", "حرير", "Mobile", "Reading", "Man"])
def test_towns_that_are_common_words_are_no_places(word: str) -> None:
    assert not [p for p in load(Place) if word in (*p.ar_names, *p.en_names)]


def test_the_twelve_months_of_both_calendars() -> None:
    for calendar in ("gregorian", "hijri"):
        assert [m.number for m in load(Month) if m.calendar == calendar] == list(range(1, 13))

"""What runs in production is under permissive licences, but for what is excepted by name."""

import pytest

from support.licences import EXCEPTED, Licensed, licences, problems


def test_every_package_of_the_lock_is_permissive_or_excepted() -> None:
    assert list(problems(licences())) == []


def test_nothing_is_excepted_that_need_not_be() -> None:
    assert {one.package for one in licences() if not one.permissive} == set(EXCEPTED)


@pytest.mark.parametrize(
    ("licence", "permissive"),
    [
        ("MIT", True),
        ("Apache-2.0 AND (BSD-2-Clause OR MIT)", True),
        ("ISC License (ISCL)", True),
        ("Apache Software License; MIT License", True),
        ("MIT OR GPL-3.0-only", False),
        ("GNU General Public License v3 (GPLv3)", False),
        ("UNKNOWN", False),
        ("", False),
    ],
)
def test_a_licence_is_permissive_where_all_it_names_are(licence: str, permissive: bool) -> None:
    assert Licensed("a-package", licence).permissive is permissive


def test_a_package_that_is_not_permissive_is_named() -> None:
    told = list(problems([*licences(), Licensed("strict", "GPL-3.0-only")]))
    assert told == ["strict is under GPL-3.0-only, which is not permissive: do without it, or except it by name"]

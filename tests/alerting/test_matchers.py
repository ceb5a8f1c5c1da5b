"""Matchers read as Alertmanager reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.alerting.matchers import Matcher, MatcherError, all_match, parse_matchers

LABELS = {"severity": "critical", "country": "IQ", "languages": "ar,en", "team": "مكتب بغداد"}


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ('severity="critical"', True),
        ("severity=critical", True),
        ('severity="crit"', False),
        ('severity!="info"', True),
        ('severity!="critical"', False),
        ('country=~"I[QR]"', True),
        ("country=~I[QR]", True),
        ('country=~"I"', False),  # anchored at both ends
        ('country=~"I|Q"', False),
        ('country=~""', False),
        ('country!~"I."', False),
        ('country!~"I"', True),
        ('languages=~"(.*,)?en(,.*)?"', True),
        ('nobody=""', True),  # a label that is not there is empty
        ('nobody!="x"', True),
        ('nobody=~".+"', False),
        ('nobody=~".*"', True),
        ('team="مكتب بغداد"', True),
        ('team=~"(?i)مكتب.*"', True),
        ('{severity="critical", country="IQ"}', True),
        ('severity="critical",country="US",', False),
        ('"severity" = "critical"', True),
        (r'team!="a \"b\" \\ c"', True),
    ],
)
def test_what_a_matcher_matches(text: str, matches: bool) -> None:
    assert all_match(parse_matchers(text), LABELS) is matches


def test_several_are_one_after_the_other() -> None:
    assert parse_matchers('{a="1,2}", b!~c , "d e"=f,}') == (
        Matcher("a", "=", "1,2}"),
        Matcher("b", "!~", "c"),
        Matcher("d e", "=", "f"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty: write NAME="),
        ("{}", "is empty"),
        ("severity", "cannot be read from 'severity' on: write NAME="),
        ("severity=", "cannot be read"),
        ('severity=="x"', "cannot be read"),
        ('="x"', "cannot be read"),
        (",", "cannot be read"),
        ('{a="b"', "only one of its braces"),
        ('a="b"}', "only one of its braces"),
        ('a="b" c="d"', "separate them by commas"),
        ("a=two words", "separate them by commas"),
        ('a="b', "cannot be read"),
        (r'a=~"\d+"', "that does not exist: write"),
        ('a=~"("', "no regular expression .*unclosed group"),
        ('a=~")("', "no regular expression .*unopened group"),
        ('a=~"(?=b)"', "no regular expression .*look-around"),
        (r'a=~"(b)\\1"', "no regular expression .*backreferences"),
        ('a=~"(x{1000}){1000}"', "no regular expression .*size limit"),
        ("a=" + "b" * 5000, "is longer than 4096 characters"),
    ],
)
def test_what_is_no_matcher_is_told_with_the_fix(text: str, message: str) -> None:
    with pytest.raises(MatcherError, match=message):
        parse_matchers(text)


def test_no_expression_takes_more_than_linear_time() -> None:
    [matcher] = parse_matchers('a=~"(x+x+)+y"')
    assert not matcher.matches({"a": "x" * 100_000})  # a backtracking engine would not come back


texts = st.text(max_size=30).filter(lambda text: text.isprintable())


@given(st.tuples(texts, st.sampled_from(["=", "!="]), texts))
def test_a_matcher_reads_as_it_is_written(parts: tuple[str, str, str]) -> None:
    matcher = Matcher(*parts)
    assert parse_matchers(str(matcher)) == (matcher,)


@given(st.text(max_size=40) | st.text(alphabet='ab{}=!~,"\\ (|)*', max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        matchers = parse_matchers(text)
    except MatcherError:
        return
    assert parse_matchers(",".join(map(str, matchers))) == matchers

"""Where sentences end, and what a token is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.enrichment.text.normalise import fold
from rasid.enrichment.text.sentences import LONGEST, sentence_spans, tokenise


def sentences(text: str) -> list[str]:
    folded = fold(text)
    return [text[start:end] for start, end in sentence_spans(folded, 0, len(folded))]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. envoy met Gen. Omar Haddad at 10 a.m. in Amman.",
        "Mr. J. P. Archer paid 3.5 million dollars.",
        "Sen. Paula Stone (R-Ga.) and Sen. Mark Hale (D-Calif.) left.",
        "التقى د. سامر العبدالله الوزير في عمان.",
    ],
)
def test_abbreviations_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They met. They talked! Did they agree? Nobody knows.", 4),
        ('He said "we agreed." Then he left.', 2),
        ("They met. (Nobody saw them.) They talked.", 3),
        ("وصل الوزير. والتقى نظيره! هل اتفقا؟ لا أحد يعلم.", 4),
    ],
)
def test_sentences_end_at_their_stops(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text(max_size=6000))
def test_sentences_follow_each_other_and_stay_short(text: str) -> None:
    folded = fold(text)
    spans = sentence_spans(folded, 0, len(folded))
    assert all(0 < end - start <= LONGEST for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    outside = "".join(
        folded[a:b] for a, b in zip([0, *(e for _, e in spans)], [*(s for s, _ in spans), len(text)], strict=True)
    )
    assert not outside.strip()


def test_words_numbers_and_signs_are_tokens() -> None:
    words = [token.word for token in tokenise(fold("O'Neill's 3,500 troops, “محمّد” met."))]
    assert words == ["o'neill", "'", "s", "3,500", "troops", ",", '"', "محمد", '"', "met", "."]


@given(st.text())
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    folded = fold(text)
    tokens = tokenise(folded)
    assert all(folded[t.start : t.end].startswith(t.word) for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


@given(st.text())
def test_white_space_alone_is_in_no_token(text: str) -> None:
    folded = fold(text)
    tokens = tokenise(folded)
    inside = {offset for start, end in zip(tokens.starts, tokens.ends, strict=True) for offset in range(start, end)}
    assert {offset for offset, sign in enumerate(folded) if not sign.isspace()} == inside

"""Folding a text to the letters that carry its meaning, one code point for one, so that offsets stay true.

Arabic: hamza carriers, ta marbuta, alif maqsura and Persian look-alikes become their plain letters; vowel signs
and tatweel, which may stand anywhere in a word, move to the word's end as `FILLER`. Latin: lower case without
accents. Both: one kind of quotation mark, apostrophe, comma, dash, digit and space.
"""

import re
import unicodedata

FILLER = "\u0640"
"""Stands at a word's end for each mark that was taken out of it (tatweel, which is itself such a mark)."""

_MARKS = "\u064b-\u065f\u0670\u0640\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0610-\u061a\u0300-\u036f"
_MARK = re.compile(f"[{_MARKS}]")
_MARKED_WORD = re.compile(rf"(?<![\w{_MARKS}])\w*[{_MARKS}][\w{_MARKS}]*")

_LETTERS = dict(zip(map(ord, "أإآٱىةؤئگپڤچیکەہ"), "اااايهويكبفجيكهه", strict=True))
_SPACES = "\t\v\f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_SIGNS = {
    **dict.fromkeys(map(ord, "“”„‟«»″❝❞〝〞＂"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛′ʼ`´＇"), "'"),
    **dict.fromkeys(map(ord, "،，"), ","),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, _SPACES + _INVISIBLE), " "),
    **dict(zip(map(ord, "؛؟٫٬٪"), ";?.,%", strict=True)),
}
_DIGITS = {zero + digit: str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)}


def _plain_latin() -> dict[int, str]:
    """Lower case without accents for the Latin letters that have a plain one-letter base."""
    plain = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if base != chr(code) and len(base) == 1:
            plain[code] = base
    return plain


_FOLDED = {chr(code): plain for code, plain in {**_plain_latin(), **_LETTERS, **_SIGNS, **_DIGITS}.items()}
_FOLDABLE = re.compile(f"[{re.escape(''.join(_FOLDED))}]")
_ASCII_FOLDABLE = re.compile(f"[{re.escape(''.join(filter(str.isascii, _FOLDED)))}]")


def fold(text: str) -> str:
    """The folded text, of the same length as `text`."""
    if text.isascii() and _ASCII_FOLDABLE.search(text) is None:
        return text.lower()
    folded = text
    for letter in set(_FOLDABLE.findall(text)):  # a text has few of them: faster than a look at each letter
        folded = folded.replace(letter, _FOLDED[letter])
    if not folded.isascii():
        folded = _with_marks_at_ends(folded)
    lowered = folded.lower()
    return lowered if len(lowered) == len(text) else "".join(map(_lower, folded))


def _with_marks_at_ends(folded: str) -> str:
    """Looks only between the spaces around each mark: most texts have few."""
    parts: list[str] = []
    behind = 0
    while (mark := _MARK.search(folded, behind)) is not None:
        start = max(behind, folded.rfind(" ", behind, mark.start()) + 1)
        end = folded.find(" ", mark.end())
        end = end if end >= 0 else len(folded)
        parts += folded[behind:start], _MARKED_WORD.sub(_marks_to_end, folded[start:end])
        behind = end
    return "".join((*parts, folded[behind:]))


def _marks_to_end(word: re.Match[str]) -> str:
    letters = _MARK.sub("", word[0])
    return letters + FILLER * (len(word[0]) - len(letters))


def _lower(character: str) -> str:
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character

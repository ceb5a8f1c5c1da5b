"""What the index finds clusters by, as numbers: a key of several parts is the sum of theirs, whatever their order.

A key of text would have to be written, hashed and kept for every pair of names that every report tells.
"""

from functools import lru_cache
from hashlib import blake2b

Keys = tuple[int, ...]

_BYTES = 7
"""Sums of a few such numbers are small to Python."""


@lru_cache(maxsize=16_384)
def key_of(part: str) -> int:
    """The same for the same text in every process. Should two keys ever be one number, that costs a comparison."""
    return int.from_bytes(blake2b(part.encode(errors="surrogatepass"), digest_size=_BYTES).digest(), "big")

"""Pages that are partly made, between two marks, and partly written by hand."""


def parted(text: str, begin: str, end: str) -> tuple[str, str, str] | None:
    """What stands before the marks, between and behind them; null where one of them is not there."""
    before, found_begin, rest = text.partition(begin)
    made, found_end, after = rest.partition(end)
    return (before, made, after) if found_begin and found_end else None

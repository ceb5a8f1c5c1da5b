"""What is wrong with a condition's names and values: said before it runs, with the fix."""

from collections.abc import Iterable, Iterator

from rasid.alerting.problems import suggestion
from rasid.alerting.rules.expressions import Path, Word
from rasid.alerting.rules.fields import VARIABLES, WATCHLISTS, Field

FUNCTIONS = frozenset(
    {"size", "contains", "startsWith", "endsWith", "matches", "has", "all", "exists", "exists_one", "filter", "map"}
    | {"int", "uint", "double", "string", "bytes", "type", "dyn", "timestamp", "duration", "getFullYear", "getMonth"}
    | {"getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getHours", "getMinutes", "getSeconds"}
    | {"getMilliseconds", "mentions"}
)
_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})
_MIRRORED = {"text": "text", "number": "number", "true": "boolean", "false": "boolean"}


def function_problems(names: Iterable[str]) -> Iterator[str]:
    """One message per function that does not exist. Operators are functions too, spelled `_>_` or `@in`."""
    for name in names:
        if name.isidentifier() and not name.startswith("_") and name not in FUNCTIONS:
            yield f"unknown function {name}(): {suggestion(name, sorted(FUNCTIONS))}"


def path_problems(path: Path) -> Iterator[str]:
    """What is wrong with one field and the values it is compared with."""
    first = path.names[0].text
    if path.variable is None:
        yield f"unknown variable {first}: {suggestion(first, (*VARIABLES, WATCHLISTS))}"
        return
    if path.variable.kind == "watchlists":
        yield from _watchlist_problems(path)
        return
    found: Field = path.variable
    for length, name in enumerate(path.names[1:], start=1):
        owner = ".".join(each.text for each in path.names[:length])
        if not found.fields or found.kind == "list":
            yield f"{owner} is a {found.kind} and has no field {name.text}{_of_elements(found)}"
            return
        if name.text not in found.fields:
            yield f"unknown field {owner}.{name.text}: {suggestion(name.text, found.fields)}"
            return
        found = found.fields[name.text]
    for value in _compared_with(path):
        yield from _value_problems(path.text, found, value)


def _watchlist_problems(path: Path) -> Iterator[str]:
    known = path.variable.fields if path.variable else {}
    if not known:
        yield "the file has no watchlists: list them under `watchlists:`, beside `rules:`"
    elif len(path.names) == 1:
        yield f"{WATCHLISTS} alone is nothing to look for: write {WATCHLISTS}.{next(iter(known))}"
    elif path.names[1].text not in known:
        yield f"unknown watchlist {path.names[1].text}: {suggestion(path.names[1].text, known)}"
    elif len(path.names) > 2:
        yield f"{path.text}: a watchlist is a list of texts and has no field {path.names[2].text}"


def _of_elements(found: Field) -> str:
    return "; write exists(x, x.FIELD ...) to look at its elements" if found.fields else ""


def _compared_with(path: Path) -> Iterator[Word]:
    yield from path.alternatives
    if path.after[0].text in _COMPARISONS:
        yield path.after[1]
    if path.before[1].text in _COMPARISONS:
        yield path.before[0]


def _value_problems(name: str, found: Field, value: Word) -> Iterator[str]:
    kind = _MIRRORED.get(value.kind if value.kind != "name" else value.text)
    if kind is None or found.kind not in ("text", "number", "boolean"):
        return
    if kind != found.kind:
        yield f"{name} is a {found.kind} and never compares with the {kind} {value.text}"
    elif found.values and value.text.strip("\"'") not in found.values:
        yield f"{name} is never {value.text}: {suggestion(value.text, found.values)}"

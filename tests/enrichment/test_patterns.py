"""No regular expression that sees input runs away on it: time grows with the text, whatever the text.

Each pattern is found in the modules themselves and run over long texts of whatever it looks for, in a process that is
given more time than all of them need together.
"""

import ast
import inspect
import resource
import subprocess
import sys
from pathlib import Path

from support.patterns import calls_of_re, patterns, pumps

LENGTH = 100_000
"""Code points: linear is milliseconds; the square of it, ten thousand times that."""
CPU_SECONDS = 30
"""For everything together, several times what it takes. The least that a quadratic pattern takes is 70."""
WRITTEN_BY_OPERATORS = ("rasid.alerting.rules.", "rasid.alerting.matchers", "rasid.alerting.channels")
"""Modules that read rule files and other settings, which whoever runs Rasid writes."""
ON_SHORT_TEXTS = {
    "rasid.enrichment.languages.ar.words._MASDAR": 80,
    "rasid.enrichment.text.sections._COMMENTS": 40,
    "rasid.enrichment.text.reading._BYLINE_AND_PLACE": 90,
}
"""Patterns that see no more than so many code points: a word, a short line, the opening of a line."""
BUILDERS = frozenset({"build.py", "export.py"})
"""Programs that make data files, which see no input."""


def run_over_everything() -> None:
    """What the child process does, with a bound on its CPU time: a machine under load may take its time."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    for name, pattern in patterns():
        if not name.startswith(WRITTEN_BY_OPERATORS):
            for text in pumps(pattern, ON_SHORT_TEXTS.get(name, LENGTH)):
                sum(1 for _ in pattern.finditer(text))
                pattern.fullmatch(text)


def test_time_grows_with_the_text_alone() -> None:
    command = [sys.executable, str(Path(inspect.getfile(run_over_everything)))]
    subprocess.run(command, check=True, env={"PYTHONPATH": ":".join(filter(None, sys.path))})


def test_every_pattern_is_compiled_where_it_is_found() -> None:
    """A pattern compiled inside a function would escape the test above."""
    used = {place for place, function in calls_of_re() if function not in ("compile", "escape", "findall")}
    assert {place for place in used if place.split(":")[0] not in BUILDERS | {"matchers.py"}} == set()
    assert len(list(patterns())) > 50


def test_what_sees_short_texts_only_is_there() -> None:
    assert set(ON_SHORT_TEXTS) <= {name for name, _ in patterns()}


def test_no_pattern_is_compiled_in_a_function() -> None:
    for module in {sys.modules[name.rpartition(".")[0]] for name, _ in patterns()}:
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                calls = [ast.unparse(call.func) for call in ast.walk(node) if isinstance(call, ast.Call)]
                assert "re.compile" not in calls, f"{module.__name__}.{node.name} compiles a pattern"


if __name__ == "__main__":
    run_over_everything()

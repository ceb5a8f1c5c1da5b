"""Alertmanager's program, built once from its Go module into the user's cache."""

import json
import os
import re
import shutil
import stat
import tempfile
from functools import cache
from pathlib import Path
from time import monotonic

from support.fetching import UnavailableError, cache_folder, locked, output_of, tell

VERSION = "0.28.1"
PROGRAM = f"github.com/prometheus/alertmanager/cmd/alertmanager@v{VERSION}"
TOOLCHAIN = "go1.24.9"
"""Fetched where the Go that is there is too old to fetch what a module asks for by itself."""
FETCHES_TOOLCHAINS = (1, 21)
BUILD_TIMEOUT = 1800
"""Seconds; two minutes on two cores that have nothing else to do."""


@cache
def built_program() -> Path:
    """The program, built now where the cache has none; safe when two do it at once. Raises UnavailableError."""
    program = cache_folder() / f"alertmanager-{VERSION}"
    if not program.exists():
        with locked(program.with_name(f"{program.name}.lock")):
            if not program.exists():  # somebody else may have built it meanwhile
                _build(program)
    return program


def _build(program: Path) -> None:
    go = _go()
    tell(f"building Alertmanager {VERSION} with Go, once (two minutes) ...")
    start = monotonic()
    with tempfile.TemporaryDirectory(dir=program.parent) as scratch:
        environment = os.environ | {"GOBIN": scratch, "CGO_ENABLED": "0"}
        output_of([go, "install", "-trimpath", "-ldflags=-s", PROGRAM], BUILD_TIMEOUT, environment)
        (Path(scratch) / "alertmanager").rename(program)
    tell(f"built in {monotonic() - start:.0f} s")


def _go() -> str:
    """A Go that is new enough, or knows how to become so."""
    go = shutil.which("go")
    if go is None:
        raise UnavailableError("not installed: go (any; newer ones are fetched by it)")
    found = re.search(r"go(\d+)\.(\d+)", output_of([go, "version"], 60))
    if found and (int(found[1]), int(found[2])) >= FETCHES_TOOLCHAINS:
        return go
    return _toolchain(go)


def _toolchain(go: str) -> str:
    """A newer Go as its module has it, which is how newer ones fetch it, too; checked against Go's checksums."""
    system, architecture = output_of([go, "env", "GOOS", "GOARCH"], 60).split()
    module = f"golang.org/toolchain@v0.0.1-{TOOLCHAIN}.{system}-{architecture}"
    tell(f"fetching {TOOLCHAIN} (70 MB) ...")
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "go.mod").write_text("module fetching\n")
        fetched = output_of([go, "mod", "download", "-json", module], BUILD_TIMEOUT, folder=scratch)
    folder = Path(json.loads(fetched)["Dir"])
    for program in (*folder.glob("bin/*"), *folder.glob("pkg/tool/*/*")):
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(folder / "bin" / "go")
